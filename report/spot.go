package report

import (
	"cmp"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// A spot is where something that decided a verdict stands.
type spot struct {
	path string // absolute: a file of the target, or a document of the engine's API
	line int    // 0 where none is known
	api  bool
}

// spots lists the places that a result rests on, each once: lines of files, then
// files, then documents of the API.
func spots(res *Result) []spot {
	var all []spot
	for _, e := range decisive(res) {
		for i := range e.Facts {
			all = appendSpots(all, e.Facts[i].Origin)
		}
	}
	slices.SortStableFunc(all, func(a, b spot) int { return cmp.Compare(a.rank(), b.rank()) })
	return all
}

func (s spot) rank() int {
	switch {
	case s.api:
		return 2
	case s.line == 0:
		return 1
	}
	return 0
}

// appendSpots finds the places that an origin names: /etc/x:3, or
// GET /info LiveRestoreEnabled (built-in default; not set in /etc/x).
func appendSpots(to []spot, origin string) []spot {
	call, rest := "", origin
	if after, ok := strings.CutPrefix(origin, "GET /"); ok {
		call, rest, _ = strings.Cut(after, " ")
		to = appendSpot(to, spot{path: "/" + call, api: true})
	}
	if s := parseSpot(rest); s.line > 0 && !strings.ContainsAny(rest, ",;()") {
		return appendSpot(to, s) // a path may hold spaces
	}
	for word := range strings.FieldsFuncSeq(rest, func(r rune) bool { return strings.ContainsRune(" ,;()", r) }) {
		to = appendSpot(to, parseSpot(word))
	}
	return to
}

// parseSpot is empty for what is no path.
func parseSpot(s string) spot {
	if len(s) < 2 || s[0] != '/' {
		return spot{}
	}
	i := strings.LastIndexByte(s, ':')
	if n, err := strconv.Atoi(s[i+1:]); i > 1 && err == nil && n > 0 {
		return spot{path: s[:i], line: n}
	}
	return spot{path: s}
}

func appendSpot(to []spot, s spot) []spot {
	if s.path == "" || slices.Contains(to, s) {
		return to
	}
	return append(to, s)
}

// relative is the place below its root, as a reference that a URI may end with.
func (s spot) relative() string { return escapePath(strings.TrimLeft(s.path, "/")) }

// escapePath escapes the colon too: before the first slash it would end a scheme.
func escapePath(path string) string {
	return strings.ReplaceAll((&url.URL{Path: path}).EscapedPath(), ":", "%3A")
}

func escapeSegment(name string) string { return strings.ReplaceAll(url.PathEscape(name), ":", "%3A") }
