package host

import (
	"context"
	"fmt"
	"path"
	"strings"

	"scantling/checks/fact"
)

// BannerFact is `banner(path)`.
var BannerFact = fact.NewKeyed("banner", "path",
	"What a text shown at login, such as /etc/motd, with the parts beside it in /etc/motd.d, gives away about the system.",
	fact.Files, readBanner).Reading(func(p string) []string {
	p = orWord(p, "PATH")
	return []string{p, p + ".d/*", "/run/motd.dynamic", "/etc/os-release", "/usr/lib/os-release"}
})

// A Banner is the text of one file and of the parts in the directory beside it.
type Banner struct {
	Path   string
	Exists bool     // the file or a part
	Blank  bool     // nothing in it can be seen
	Reveal []Reveal // what names the system
}

// A Reveal is a place in the text that tells which system this is.
type Reveal struct {
	What   string // an escape of agetty(8), such as \m, or the ID of os-release
	Origin string
}

func readBanner(h *Host, _ context.Context, file string, n *fact.Notes) (Banner, error) {
	out := Banner{Path: file, Blank: true}
	if err := absolute(file); err != nil {
		return out, err
	}
	n.From(file)
	id, err := h.releaseID()
	if err != nil {
		n.Unknown("reveal", err)
	}
	parts, err := h.expand(file + ".d/*")
	if err != nil {
		return out, err
	}
	for _, name := range append([]string{file}, parts...) {
		if path.Base(file) == "issue" && name != file && path.Ext(name) != ".issue" {
			continue // agetty(8) passes it over
		}
		b, found, err := h.readOptional(name)
		if err != nil {
			return out, err
		}
		out.Exists = out.Exists || found
		out.Blank = out.Blank && strings.TrimSpace(string(b)) == ""
		out.Reveal = append(out.Reveal, parseBanner(name, b, id)...)
	}
	if path.Base(file) == "motd" {
		h.remarkDynamic(id, n)
	}
	return out, nil
}

// remarkDynamic looks at the text that update-motd writes at each login. It is
// the work of scripts, and not part of the verdict.
func (h *Host) remarkDynamic(id string, n *fact.Notes) {
	b, found, _ := h.readOptional("/run/motd.dynamic")
	if shown := parseBanner("/run/motd.dynamic", b, id); found && len(shown) > 0 {
		n.Remark("reveal", fmt.Sprintf("scripts in /etc/update-motd.d name %s (%s)", shown[0].What, shown[0].Origin))
	}
}

func (h *Host) releaseID() (string, error) {
	for _, file := range []string{"/etc/os-release", "/usr/lib/os-release"} {
		if b, found, err := h.readOptional(file); err != nil || found {
			return or(parseRelease(b)["ID"], "linux"), err
		}
	}
	return "", &fact.Unavailable{Why: "no os-release file names the distribution"}
}

// parseBanner finds the escapes for the system's names and, as a word in any
// case, the distribution's ID.
func parseBanner(file string, b []byte, id string) (out []Reveal) {
	number := 0
	for line := range strings.Lines(string(b)) {
		number++
		origin := fmt.Sprintf("%s:%d", file, number)
		for _, escape := range []string{`\m`, `\r`, `\s`, `\v`, `\S`} {
			if strings.Contains(strings.ReplaceAll(line, `\\`, ""), escape) {
				out = append(out, Reveal{escape, origin})
			}
		}
		if id != "" && hasWord(strings.ToLower(line), strings.ToLower(id)) {
			out = append(out, Reveal{id, origin})
		}
	}
	return out
}

// hasWord reports whether the word stands alone in the text: debian, not debianist.
func hasWord(text, word string) bool {
	for from := 0; ; {
		i := strings.Index(text[from:], word)
		if i < 0 {
			return false
		}
		i += from
		if !isWordByte(text, i-1) && !isWordByte(text, i+len(word)) {
			return true
		}
		from = i + 1
	}
}

func isWordByte(s string, i int) bool {
	return i >= 0 && i < len(s) && (s[i] == '_' || s[i] >= '0' && s[i] <= '9' || s[i] >= 'a' && s[i] <= 'z' || s[i] >= 0x80)
}
