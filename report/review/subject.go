package review

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"scantling/checks"
	"scantling/report"
)

// known finds results by what the workbook says of them.
type known struct {
	results map[string][]*report.Result
	recs    map[string]*report.Recommendation
	names   map[string]int // results of a recommendation that have the same name
	prints  map[string]int // and the same fingerprint
}

func knownOf(r *report.Report) known {
	k := known{map[string][]*report.Result{}, map[string]*report.Recommendation{}, map[string]int{}, map[string]int{}}
	for i := range r.Recommendations {
		rec := &r.Recommendations[i]
		k.recs[key(rec.Profile, rec.ID)] = rec
	}
	for i := range r.Results {
		res := &r.Results[i]
		at := key(res.Profile, res.ID)
		k.results[at] = append(k.results[at], res)
		k.names[key(at, res.Status, res.Target, res.Subject)]++
		k.prints[key(at, res.Fingerprint)]++
	}
	return k
}

func key(parts ...string) string { return strings.Join(parts, "\x00") }

// A subject is what a decision is about.
type subject struct {
	id, title string
	status    string
	aim       checks.Aim
}

// of finds the subject of an entry. The machine's cells were compared with the
// report, so that a result that is not found is one of a recommendation without.
func (k known) of(e *entry) subject {
	at := key(e.by["Profile"], e.by["Number"])
	rec := cmp.Or(k.recs[at], &report.Recommendation{Profile: e.by["Profile"], ID: e.by["Number"]})
	to := subject{
		id:    label(rec.Profile) + "/" + label(rec.ID),
		title: report.Safe(rec.ID + " " + rec.Title), status: rec.Status,
		aim: checks.Aim{Profile: rec.Profile, Row: rec.ID},
	}
	res := k.find(at, e)
	switch {
	case res != nil:
		to.result(res, k.names[key(at, res.Status, res.Target, res.Subject)] > 1)
		if k.prints[key(at, res.Fingerprint)] > 1 { // containers that are one service
			to.id += "/" + label(res.Subject)
		}
	default:
		to.target(k.target(at))
		to.id += "@" + label(k.target(at))
	}
	return to
}

// find is the result that an entry stands beside; nil for all of a recommendation.
func (k known) find(at string, e *entry) *report.Result {
	if e.by["Fingerprint"] == "" && e.by["Object"] == "" {
		return nil
	}
	for _, res := range k.results[at] {
		name := cmp.Or(res.Subject, res.Target)
		if report.Safe(res.Fingerprint) == e.by["Fingerprint"] && (report.Safe(name) == e.by["Object"] || len(name) > longest) {
			return res
		}
	}
	return nil
}

// longest is the longest name that is written as one.
const longest = 500

// result aims at one result: by its name, or by its fingerprint where the name
// cannot be written in a file, or is another's too.
func (s *subject) result(res *report.Result, shared bool) {
	s.status = res.Status
	s.id += "/" + label(cmp.Or(res.Fingerprint, res.Subject))
	if res.Subject != "" {
		s.title += " (" + report.Safe(res.Subject[:min(len(res.Subject), longest)]) + ")"
	}
	if (!plain(res.Subject) || shared) && res.Fingerprint != "" {
		s.aim.Fingerprint = res.Fingerprint
		return
	}
	s.aim.Subject = checks.Pattern(res.Subject)
	s.target(res.Target)
}

// target aims at one target, if its name can be written.
func (s *subject) target(name string) {
	if name == "" || !plain(name) {
		return
	}
	s.aim.Target = checks.Pattern(name)
}

// target is the one that all results of a recommendation are about; empty where
// there are several.
func (k known) target(at string) string {
	name := ""
	for _, res := range k.results[at] {
		if name != "" && res.Target != name {
			return ""
		}
		name = res.Target
	}
	return name
}

// plain reports a name that a file holds as it is and that people can read.
func plain(s string) bool {
	return len(s) <= longest && utf8.ValidString(s) && report.Safe(s) == s && norm.NFC.IsNormalString(s)
}

// label keeps of a text what a name in a file may hold.
func label(s string) string {
	return strings.Map(func(r rune) rune {
		if r < 0x80 && (r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("._:-", r)) {
			return r
		}
		return '_'
	}, strings.ToValidUTF8(s[:min(len(s), 80)], "_"))
}
