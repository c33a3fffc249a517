package report

import (
	"slices"
	"strings"
)

// A finding is the evidence of a result in few words, one line for each part of
// the condition that decided it.
type finding struct {
	found, expected, from []string
}

// explain sums up the evidence of a result.
func explain(res *Result) finding {
	var f finding
	for _, e := range decisive(res) {
		f.found = appendNew(f.found, found(e))
		f.expected = appendNew(f.expected, e.Expected)
		for _, read := range e.Facts {
			f.from = appendNew(f.from, origin(read))
		}
	}
	return f
}

// decisive keeps the parts of the condition that gave the verdict; all of them
// where none stands out.
func decisive(res *Result) []Evidence {
	want := "unknown"
	switch res.Status {
	case Fail, Waived:
		want = "false"
	case Pass:
		want = "true"
	}
	some := slices.DeleteFunc(slices.Clone(res.Evidence), func(e Evidence) bool { return e.Holds != want })
	if len(some) == 0 {
		return res.Evidence
	}
	return some
}

// found is the actual value, with its name when it is a fact's own value, and
// the facts where there is no single value.
func found(e Evidence) string {
	switch {
	case e.Actual == "":
		return spelled(e.Facts)
	case len(e.Facts) == 1 && e.Facts[0].Value == e.Actual:
		return e.Facts[0].Path + " = " + e.Actual
	}
	return e.Actual
}

func spelled(facts []Read) string {
	lines := make([]string, len(facts))
	for i, f := range facts {
		lines[i] = f.Path + " = " + f.Value
	}
	return strings.Join(lines, "; ")
}

func origin(r Read) string {
	if r.Remark == "" || r.Origin == "" {
		return r.Origin + r.Remark
	}
	return r.Origin + " (" + r.Remark + ")"
}

func appendNew(list []string, s string) []string {
	if s == "" || slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}
