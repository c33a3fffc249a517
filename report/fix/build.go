package fix

import (
	"cmp"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"scantling/checks"
	"scantling/report"
)

// A builder gathers the steps of all rows.
type builder struct {
	plan  *Plan
	root  Root
	files map[string]*draft
	byKey map[string]*Action // everything but files
}

// row takes up one recommendation. Steps are taken over together or not at all:
// half a remediation closes nothing.
func (b *builder) row(rec *report.Recommendation, results []*report.Result) {
	r := &Row{
		Profile: rec.Profile, ID: rec.ID, Title: rec.Title, Severity: rec.Severity, Disruption: rec.Disruption,
		Impact: rec.Impact, More: rec.Counts[report.Fail] - len(results),
	}
	b.plan.Rows = append(b.plan.Rows, r)
	r.text = rec.Remediation
	if len(results) > 0 {
		r.text = cmp.Or(results[0].Remediation, r.text)
	}
	var why []string
	for _, res := range results {
		err := b.result(r, res)
		if err == nil {
			continue
		}
		if err != errNoSteps && !slices.Contains(why, err.Error()) {
			why = append(why, err.Error())
		}
		if text := cmp.Or(res.Remediation, rec.Remediation); !slices.Contains(r.Hands, text) {
			r.Hands = append(r.Hands, text)
		}
	}
	if len(r.Hands) > 0 || r.More > 0 || len(results) == 0 {
		r.Way, r.Why = ByHand, strings.Join(why, "; ")
	}
	if len(results) == 0 {
		r.Hands = append(r.Hands, rec.Remediation)
	}
}

var errNoSteps = errors.New("people are needed")

func (b *builder) result(r *Row, res *report.Result) error {
	if len(res.Steps) == 0 {
		return errNoSteps
	}
	for i := range res.Steps {
		if err := cmp.Or(b.check(&res.Steps[i]), outweighed(res, &res.Steps[i])); err != nil {
			return err
		}
	}
	onDisk := false
	for i := range res.Steps {
		s := &res.Steps[i]
		if err := b.step(r, s); err != nil {
			return err
		}
		if !(isFile(s) || s.Kind == "access" || s.Live) {
			r.Way = max(r.Way, ByCommand)
		}
		onDisk = onDisk || !s.Live
	}
	if !onDisk { // the files are right, the running machine is not
		r.Way = max(r.Way, ByCommand)
	}
	return nil
}

func isFile(s *checks.Step) bool {
	return slices.Contains([]string{"json", "settings", "lines", "fstab"}, s.Kind)
}

// check refuses what cannot be carried out as it is written. A report may come
// from anywhere.
func (b *builder) check(s *checks.Step) error {
	paths := s.Paths
	if isFile(s) {
		paths = append(slices.Clone(paths), fileOf(s))
	}
	for _, p := range paths {
		if !path.IsAbs(p) || p != path.Clean(p) || p == "/" || !plain(p) {
			return fmt.Errorf("%q is not the path of a file that a plan can name", report.Safe(p))
		}
	}
	for _, words := range append(runs(s), s.Names, s.Lines, s.Options, []string{s.Mode, s.Owner, s.Group, s.State}) {
		for _, w := range words {
			if !plain(w) {
				return fmt.Errorf("%q has characters that a plan cannot hold", report.Safe(w))
			}
		}
	}
	for _, w := range append(slices.Clone(s.Names), s.Owner, s.Group, s.Mode) {
		if strings.HasPrefix(w, "-") {
			return fmt.Errorf("%q would be taken for an option", report.Safe(w))
		}
	}
	return nil
}

// plain reports whether a text can be an argument: neither NUL nor what an
// invalid byte was replaced with.
func plain(s string) bool {
	return utf8.ValidString(s) && !strings.ContainsAny(s, "\x00\n\uFFFD")
}

func fileOf(s *checks.Step) string {
	if s.Kind == "fstab" {
		return "/etc/fstab"
	}
	return s.Path
}

func (b *builder) step(r *Row, s *checks.Step) error {
	switch {
	case isFile(s):
		return b.file(r, s)
	case s.Kind == "access":
		for _, p := range s.Paths {
			if err := b.access(r, s, p); err != nil {
				return err
			}
		}
	case s.Kind == "unit" || s.Kind == "package":
		for _, name := range s.Names {
			if err := b.state(r, s, name); err != nil {
				return err
			}
		}
	case s.Kind == "run":
		for _, argv := range runs(s) {
			a := b.action("run "+strings.Join(argv, "\x00"), Action{Kind: "run", Argv: argv, Live: s.Live})
			a.Live = a.Live && s.Live
			a.forRow(r)
		}
	default:
		return fmt.Errorf("this version knows no fix of kind %.40q", s.Kind)
	}
	return nil
}

// runs are the commands of a step.
func runs(s *checks.Step) [][]string {
	out := s.Argvs
	if len(s.Argv) > 0 {
		out = append(slices.Clone(out), s.Argv)
	}
	return slices.DeleteFunc(slices.Clone(out), func(argv []string) bool { return len(argv) == 0 })
}

// action finds what was planned for another row, or plans it.
func (b *builder) action(key string, a Action) *Action {
	if b.byKey[key] == nil {
		b.byKey[key] = &a
		b.plan.Actions = append(b.plan.Actions, &a)
	}
	return b.byKey[key]
}

func (b *builder) access(r *Row, s *checks.Step, p string) error {
	p = b.resolved(p)
	a := b.action("access "+p, Action{Kind: "access", Path: p, Owner: s.Owner, Group: s.Group})
	if s.Owner != "" && a.Owner != "" && s.Owner != a.Owner || s.Group != "" && a.Group != "" && s.Group != a.Group {
		return b.clash(r, a.Rows, report.Safe(p), report.Safe(s.Owner+":"+s.Group), report.Safe(a.Owner+":"+a.Group))
	}
	a.Owner, a.Group = cmp.Or(a.Owner, s.Owner), cmp.Or(a.Group, s.Group)
	if s.Mode != "" && !slices.Contains(a.Modes, s.Mode) {
		a.Modes = append(a.Modes, s.Mode)
	}
	a.forRow(r)
	return nil
}

// state is that of a unit or package. A masked unit is disabled as well.
func (b *builder) state(r *Row, s *checks.Step, name string) error {
	a := b.action(s.Kind+" "+name, Action{Kind: s.Kind, Name: name, State: s.State})
	switch {
	case a.State == s.State || a.State == "masked" && s.State == "disabled":
	case a.State == "disabled" && s.State == "masked":
		a.State = s.State
	default:
		return b.clash(r, a.Rows, report.Safe(name), report.Safe(s.State), report.Safe(a.State))
	}
	a.forRow(r)
	return nil
}

// clash notes that a row wants something else than those before it.
func (b *builder) clash(r *Row, others []*Row, what, wants, planned string) error {
	if len(others) == 0 {
		return fmt.Errorf("%s is to be %s and %s at once", what, wants, planned)
	}
	text := fmt.Sprintf("%s wants %s for %s, and %s wants %s: decide which", report.Safe(r.Name()), wants, what, report.Safe(others[0].Name()), planned)
	if !slices.Contains(b.plan.Clashes, text) {
		b.plan.Clashes = append(b.plan.Clashes, text)
	}
	return fmt.Errorf("%s wants %s for %s", report.Safe(others[0].Name()), planned, what)
}

// outweighed refuses a setting in a file of /etc/security where the value that was
// found stands in a stack of PAM: an argument there outweighs the file.
func outweighed(res *report.Result, s *checks.Step) error {
	if s.Kind != "settings" || !strings.HasPrefix(s.Path, "/etc/security/") {
		return nil
	}
	for _, e := range res.Evidence {
		for _, f := range e.Facts {
			_, setting, _ := strings.Cut(f.Path, ".")
			if _, ours := s.Set[setting]; ours && (strings.Contains(f.Origin, "/pam.d/") || strings.Contains(f.Origin, "/authselect/")) {
				return fmt.Errorf("an argument in %s outweighs %s", report.Safe(f.Origin), report.Safe(s.Path))
			}
		}
	}
	return nil
}
