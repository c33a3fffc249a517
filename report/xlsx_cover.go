package report

import (
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// cover says what was audited, against what, by whom, and what it did not decide.
func (b *book) cover() error {
	s, err := b.sheet(coverSheet, []column{{"", 22, b.look.strong}, {"", 88, b.look.text}},
		layout{upright: true, plain: true, tab: headFill})
	if err != nil {
		return err
	}
	for _, step := range []func() error{
		s.head, s.targets, s.against, s.run, s.undecided, s.legend, s.contents, s.caveat,
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return s.finish()
}

func (r *Report) title() string {
	var names []string
	for _, t := range r.Targets {
		if t.Kind == r.Targets[0].Kind { // an engine goes without saying beside its host
			names = append(names, Safe(t.Name))
		}
	}
	return "Hardening audit of " + short(strings.Join(names, ", "), 60)
}

func (r *Report) against() string {
	names := make([]string, len(r.Profiles))
	for i, p := range r.Profiles {
		names[i] = strings.TrimSpace(p.Title + " " + p.Version)
	}
	return strings.Join(names, "; ")
}

func (s *sheet) head() error {
	if err := s.wide(s.b.look.title, 30, s.b.title()); err != nil {
		return err
	}
	if err := s.wide(s.b.look.subtitle, 34, "Held against "+s.b.against()); err != nil {
		return err
	}
	s.row++
	return s.wide(s.b.look.score, 26, capital(scoreLine(s.b.Report)))
}

func (s *sheet) targets() error {
	if err := s.heading("What was audited"); err != nil {
		return err
	}
	for _, t := range s.b.Targets {
		if err := s.add(capital(t.Kind), describe(t)); err != nil {
			return err
		}
	}
	return nil
}

func (s *sheet) against() error {
	if err := s.heading("Against what"); err != nil {
		return err
	}
	for _, p := range s.b.Profiles {
		text := s.b.Run.applied(p) + "\nSHA-256 of the profile and its controls: " + p.SHA256
		if p.Reference != "" {
			text += "\n" + p.Reference
		}
		if err := s.add("Profile", text); err != nil {
			return err
		}
	}
	return nil
}

func (s *sheet) run() error {
	if err := s.heading("The run"); err != nil {
		return err
	}
	r, date := s.b.Run, func(t time.Time) any { return excelize.Cell{StyleID: s.b.look.date, Value: t.UTC()} }
	for _, line := range [][2]any{
		{"Started (UTC)", date(r.Started)},
		{"Finished (UTC)", date(r.Finished)},
		{"As", capital(r.who())},
		{"Program", s.b.Tool.Name + " " + s.b.Tool.Version},
		{"Run", r.ID},
	} {
		if err := s.add(line[0], line[1]); err != nil {
			return err
		}
	}
	return nil
}

// undecided tells what a reader must not take for compliant.
func (s *sheet) undecided() error {
	if err := s.heading("What this audit did not decide"); err != nil {
		return err
	}
	for _, n := range s.b.warnings() {
		if err := s.add("Note", n); err != nil {
			return err
		}
	}
	for _, status := range []string{NotAssessed, Error, Manual, Waived} {
		n := s.b.Score.Of(status)
		cell := excelize.Cell{StyleID: s.b.look.link,
			Value: fmt.Sprintf("%s, listed on %s", plural(n, "recommendation", "recommendations"), sheetOf(status))}
		if n == 0 {
			cell = excelize.Cell{StyleID: s.b.look.text, Value: "none"}
		}
		if err := s.add(capital(Word(status)), cell); err != nil {
			return err
		}
		if err := s.link(2, sheetOf(status), s.b.firstRow(status, func(*Recommendation) bool { return true })); err != nil {
			return err
		}
	}
	return nil
}

func (s *sheet) legend() error {
	if err := s.heading("What a status means"); err != nil {
		return err
	}
	from := s.row + 1
	for _, status := range Statuses() {
		if err := s.add(Word(status), Meaning(status)); err != nil {
			return err
		}
	}
	return s.paintRange(at(1, from)+":"+at(1, s.row), s.b.look.statuses)
}

func (s *sheet) contents() error {
	if err := s.heading("The sheets"); err != nil {
		return err
	}
	for _, d := range sheetDocs {
		if err := s.add(excelize.Cell{StyleID: s.b.look.link, Value: d[0]}, d[1]); err != nil {
			return err
		}
		if err := s.link(1, d[0], 1); err != nil {
			return err
		}
	}
	return nil
}

func (s *sheet) caveat() error {
	s.row++
	return s.wide(s.b.look.note, 30, "The recommendations are mapped to the benchmarks named above; the results are not a certification by their publishers.")
}

func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

func utc(t time.Time) string { return t.UTC().Format("2006-01-02 15:04:05 UTC") }
