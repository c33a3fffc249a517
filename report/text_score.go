package report

import (
	"fmt"
	"math"
	"strings"
)

// totals says how many recommendations have which status.
func (p *page) totals() {
	var parts []string
	for _, status := range Statuses() {
		if n := p.Score.Of(status); n > 0 {
			parts = append(parts, counted(n, status))
		}
	}
	if len(parts) == 0 {
		parts = []string{"no recommendation was selected"}
	}
	p.paragraph(1, strings.Join(parts, ", "))
	if p.Score.Waived > 0 {
		p.paragraph(1, fmt.Sprintf("%s if the waived are counted as the failures they are", Percent(p.Score.Raw)))
	}
	if p.compared() {
		p.paragraph(1, p.changesLine())
	}
	if text := personal(p.Score); text != "" {
		p.paragraph(1, text)
	}
	p.line("")
}

func counted(n int, status string) string {
	switch status {
	case Pass:
		return fmt.Sprintf("%d passed", n)
	case Fail:
		return fmt.Sprintf("%d failed", n)
	case Error:
		return plural(n, "error", "errors")
	}
	return fmt.Sprintf("%d %s", n, Word(status))
}

// scoreLine is one line that a script can find: it starts with "score". It is
// never broken, whatever the width.
func scoreLine(r *Report) string {
	s := r.Score
	assessed := s.Pass + s.Fail
	line := fmt.Sprintf("score %s of assessed (%d of %d passed%s)", Percent(s.Percent), s.Pass, assessed, answeredPasses(s))
	if assessed == 0 {
		line = "score none: nothing was assessed"
	}
	if s.Error+s.NotAssessed > 0 && s.Low != nil && s.High != nil {
		line += fmt.Sprintf(", %.0f-%.0f %% overall", math.Floor(*s.Low), math.Ceil(*s.High))
	}
	if r.Run.Incomplete != "" {
		line += ", incomplete"
	}
	return line
}

// answeredPasses goes with the number of passes: those that a person answered for.
func answeredPasses(s Score) string {
	if s.AnsweredPass == 0 {
		return ""
	}
	return fmt.Sprintf(", %d answered", s.AnsweredPass)
}

// Percent writes a part of a hundred with one decimal, rounded down, so that
// 100.0 means that nothing failed. Nil is a dash.
func Percent(p *float64) string {
	if p == nil {
		return "-"
	}
	// 87.4 is a little less in binary; the addition keeps it at 87.4.
	return fmt.Sprintf("%.1f %%", math.Floor(*p*10+1e-9)/10)
}

// next names commands that help from here.
func (p *page) next() {
	var cmds, what []string
	add := func(cmd, why string) { cmds, what = append(cmds, cmd), append(what, why) }
	if !p.Run.Root && p.Score.NotAssessed+p.Score.Error > 0 {
		add("sudo scantling plan", "what root would read")
	}
	failed := p.failed()
	if len(failed) > 0 {
		add("scantling explain "+Safe(failed[0].rec.Profile+"/"+failed[0].rec.ID), "why it matters, and how to fix it")
	}
	if len(failed) > firstFailures && !p.All {
		add("scantling audit --all", "every failure")
	}
	add("scantling audit -o xlsx=audit.xlsx -o json=audit.json", "")

	for i, l := range aligned(cmds, what) {
		p.line(pad([]string{"next", ""}[min(i, 1)], 6) + l)
	}
	p.line("")
}

// aligned puts the notes of commands into one column; a command without a note
// does not widen it.
func aligned(cmds, notes []string) []string {
	wide := 0
	for i, c := range cmds {
		if notes[i] != "" {
			wide = max(wide, cells(c))
		}
	}
	lines := make([]string, len(cmds))
	for i, c := range cmds {
		lines[i] = pad(c, wide) + "   " + notes[i]
	}
	return lines
}
