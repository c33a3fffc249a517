package fix

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"scantling/checks"
	"scantling/report"
)

// settle compares a step with what other rows have done to the same keys. Of two
// numbers the stricter one is taken where the control says which that is; anything
// else that differs is a clash.
func (b *builder) settle(d *draft, r *Row, s *checks.Step) (checks.Step, error) {
	out := *s
	out.Set = maps.Clone(s.Set)
	wants := wanted(s)
	for _, key := range slices.Sorted(maps.Keys(wants)) {
		old, seen := d.wants[key]
		if !seen || old == wants[key] {
			continue
		}
		name := fmt.Sprintf("%s in %s", report.Safe(key), report.Safe(d.path))
		keep, ok := stricter(s.Better, old, wants[key])
		if !ok {
			return out, b.clash(r, []*Row{d.owner[key]}, name, report.Safe(wants[key]), report.Safe(old))
		}
		b.plan.Clashes = append(b.plan.Clashes, fmt.Sprintf("%s wants %s for %s, and %s wants %s: the stricter one, %s, is taken",
			report.Safe(r.Name()), report.Safe(wants[key]), name, report.Safe(d.owner[key].Name()), report.Safe(old), report.Safe(keep)))
		wants[key] = keep
		if _, set := out.Set[bare(s, key)]; set {
			out.Set[bare(s, key)] = keep
		}
	}
	for key, value := range wants {
		if d.owner[key] == nil {
			d.owner[key] = r
		}
		d.wants[key] = value
	}
	return out, nil
}

// wanted are the keys of a step with the values that they get.
func wanted(s *checks.Step) map[string]string {
	out := map[string]string{}
	switch s.Kind {
	case "json":
		leaves("", s.Merge, out)
		for _, key := range s.Unset {
			out[key] = "no value"
		}
	case "settings":
		for key, value := range s.Set {
			out[inSection(s, key)] = value
		}
		for _, key := range s.Unset {
			out[inSection(s, key)] = "no value"
		}
	}
	return out
}

func inSection(s *checks.Step, key string) string {
	if s.In == "" {
		return key
	}
	return "[" + s.In + "] " + key
}

func bare(s *checks.Step, key string) string {
	if s.In == "" {
		return key
	}
	return key[len(s.In)+3:]
}

func leaves(path string, v any, out map[string]string) {
	if object, ok := v.(map[string]any); ok && (len(object) > 0 || path == "") {
		for key, inner := range object {
			if path != "" {
				key = path + "." + key
			}
			leaves(key, inner, out)
		}
		return
	}
	text, _ := json.Marshal(v) // it came out of JSON
	out[path] = string(text)
}

// stricter is the better of two numbers.
func stricter(better, a, b string) (string, bool) {
	x, errX := strconv.ParseFloat(a, 64)
	y, errY := strconv.ParseFloat(b, 64)
	switch {
	case errX != nil || errY != nil || better == "":
		return "", false
	case (x > y) == (better == "higher"):
		return a, true
	}
	return b, true
}
