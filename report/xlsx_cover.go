package report

import (
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// cover says what was audited, against what, by whom, and what it did not decide.
func (b *book) cover() error {
	c, err := b.canvas(coverSheet, []float64{22, 88}, []int{b.look.strong, b.look.text})
	if err != nil {
		return err
	}
	err = inSteps(c.head, c.scope, c.populace, c.against, c.run, c.untested, c.verify, c.legend, c.contents, c.caveat)
	if err != nil {
		return sheetError(coverSheet, err)
	}
	if err := b.page(coverSheet, headFill, "portrait", true); err != nil {
		return err
	}
	return b.printArea(coverSheet, 2, c.row)
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

func (c *canvas) head() error {
	l := c.b.look
	return inSteps(
		func() error { return c.wide(l.title, c.b.title()) },
		func() error { return c.wide(l.subtitle, "Held against "+c.b.against()) },
		func() error { c.row++; return c.wide(l.score, capital(scoreLine(c.b.Report))) },
		func() error {
			return c.wide(l.note, "The recommendations are mapped to the benchmarks named below. The results are not a certification by CIS or any other publisher.")
		},
	)
}

// scope says what was selected.
func (c *canvas) scope() error {
	b := c.b
	text := fmt.Sprintf("%s of %s, %s", plural(len(b.Recommendations), "recommendation", "recommendations"),
		plural(len(b.Profiles), "profile", "profiles"), b.Run.selected())
	return inSteps(
		func() error { return c.heading("What was audited") },
		func() error { return c.add("Scope", text) },
	)
}

// populace says what there was to look at, and what could not be reached.
func (c *canvas) populace() error {
	for _, t := range c.b.Targets {
		if err := c.add(capital(Safe(t.Kind)), Safe(describe(t))); err != nil {
			return err
		}
	}
	var kinds, beyond []string
	for _, f := range c.b.Facts {
		if f.Objects > 0 {
			kinds = append(kinds, fmt.Sprintf("%d of %s", f.Objects, Safe(f.Name)))
		}
		if f.Key == "" && len(f.Unknown) > 0 {
			beyond = append(beyond, Safe(f.Name)+": "+Safe(f.Unknown[0]))
		}
	}
	if len(kinds) == 0 {
		kinds = []string{"none were listed"}
	}
	objects := styled{style: c.b.look.link, value: "Objects", to: "'" + targetSheet + "'!A1"}
	if err := c.add(objects, strings.Join(kinds, ", ")+". The sheet Targets names them."); err != nil {
		return err
	}
	if len(beyond) == 0 {
		beyond = []string{"No source was out of reach as a whole; Facts read lists what stayed unknown"}
	}
	return c.add("Out of reach", strings.Join(beyond, "\n"))
}

func (c *canvas) against() error {
	if err := c.heading("Against what"); err != nil {
		return err
	}
	for _, p := range c.b.Profiles {
		text := c.b.Run.applied(p) + "\nSHA-256 of the profile and its controls: " + p.SHA256
		if p.Reference != "" {
			text += "\n" + p.Reference
		}
		if err := c.add("Profile", text); err != nil {
			return err
		}
	}
	return nil
}

func (c *canvas) run() error {
	if err := c.heading("The run"); err != nil {
		return err
	}
	r, date := c.b.Run, func(t time.Time) any { return styled{style: c.b.look.date, value: t.UTC()} }
	lines := [][2]any{
		{"Started (UTC)", date(r.Started)},
		{"Finished (UTC)", date(r.Finished)},
		{"Performed by", capital(r.who())},
		{"Program", c.b.Tool.Name + " " + c.b.Tool.Version},
		{"Run", r.ID},
		{"JSON report", "SHA-256 " + c.b.hash},
	}
	if p := r.Previous; p != nil {
		lines = append(lines, [2]any{"Previous run", fmt.Sprintf("%s, finished %s\nSHA-256 of its JSON report: %s", p.RunID, utc(p.Finished), p.SHA256)})
	}
	for _, line := range lines {
		if err := c.add(line[0], line[1]); err != nil {
			return err
		}
	}
	return nil
}

// untested tells what a reader must not take for compliant, counted, by reason.
func (c *canvas) untested() error {
	if err := c.heading("What was not tested"); err != nil {
		return err
	}
	for _, n := range c.b.warnings() {
		if err := c.add("Note", n); err != nil {
			return err
		}
	}
	for _, status := range []string{NotAssessed, Error, Manual, NotApplicable, Waived} {
		if err := c.undecided(status); err != nil {
			return err
		}
	}
	return nil
}

func (c *canvas) undecided(status string) error {
	n := c.b.Score.Of(status)
	if n == 0 {
		return c.add(capital(Word(status)), "none")
	}
	text := fmt.Sprintf("%s, listed on %s", plural(n, "recommendation", "recommendations"), sheetOf(status))
	for i, cause := range c.b.ix.causes(c.b.having(status), status, func(res *Result) string { return reasonOf(status, res) }) {
		if i == 6 {
			text += "\n   and for other reasons"
			break
		}
		if why := strings.TrimSpace(cause.Why); why != "" {
			text += fmt.Sprintf("\n%4d  %s", len(cause.Recs), short(Safe(why), 150))
		}
	}
	first := c.b.firstRow(status, func(*Recommendation) bool { return true })
	// LibreOffice shows a link of several lines in one.
	return c.add(styled{style: c.b.look.link, value: capital(Word(status)), to: first.location()}, text)
}

// reasonOf is why a result has no verdict; a question is reason enough.
func reasonOf(status string, res *Result) string {
	switch status {
	case Manual:
		return ""
	case Waived:
		return res.Waiver
	}
	return res.Reason
}

func (c *canvas) verify() error {
	return inSteps(
		func() error { return c.heading("How to verify") },
		func() error {
			return c.add("1  The data", "sha256sum audit.json (Windows: certutil -hashfile audit.json SHA256) must show the SHA-256 of the JSON report above.")
		},
		func() error {
			return c.add("2  This workbook", "scantling verify audit.xlsx --json audit.json names every cell that no longer says what the data says; the auditor's columns are free.")
		},
		func() error {
			return c.add("3  A verdict", "Evidence has the value and the place of every fact: look there on the target, or run the audit again.")
		},
	)
}

func (c *canvas) legend() error {
	if err := c.heading("What a status means"); err != nil {
		return err
	}
	from := c.row + 1
	for _, status := range Statuses() {
		if err := c.add(Word(status), Meaning(status)); err != nil {
			return err
		}
	}
	return c.b.paint(c.name, at(1, from)+":"+at(1, c.row), c.b.look.statuses)
}

func (c *canvas) contents() error {
	if err := c.heading("The sheets"); err != nil {
		return err
	}
	entries := [][2]string{{summarySheet, "the score and the number of recommendations by profile, section, level, severity, CIS Control and implementation group"}}
	for _, s := range c.b.sheets {
		entries = append(entries, [2]string{s.Name, s.Doc})
	}
	for _, e := range entries {
		if err := c.add(styled{style: c.b.look.link, value: e[0], to: "'" + e[0] + "'!A1"}, e[1]); err != nil {
			return err
		}
	}
	return nil
}

func (c *canvas) caveat() error {
	c.row++
	return c.wide(c.b.look.note, "Yellow columns are the auditor's. Everything else is written by the program, and can be compared with the JSON report cell by cell.")
}

func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

func utc(t time.Time) string { return t.UTC().Format("2006-01-02 15:04:05 UTC") }
