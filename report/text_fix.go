package report

import (
	"cmp"
	"fmt"
	"strings"
)

// fix shows one remediation, that of the first subject, and what it disturbs.
func (p *page) fix(rec *Recommendation, results []*Result) {
	text := rec.Remediation
	if len(results) > 0 && results[0].Remediation != "" {
		text = results[0].Remediation
	}
	if text == "" {
		return
	}
	first, _, _ := strings.Cut(strings.TrimSpace(text), "\n\n")
	text = strings.Join(strings.Fields(first), " ")
	text = sentences(Safe(text), p.longest())
	if d := disturbs(rec.Disruption); d != "" {
		text += " (" + d + ")"
	}
	p.labelled(6, "fix", 10, text)
}

// sentences keeps as many whole sentences as fit w columns.
func sentences(text string, w int) string {
	if cells(text) <= w {
		return text
	}
	head := clipCells(text, w)
	if i := strings.LastIndex(head, ". "); i > 0 {
		return head[:i+1]
	}
	return short(text, w)
}

// disturbs says a remediation's disruption in words.
func disturbs(disruption string) string {
	switch disruption {
	case "none":
		return "disturbs nothing"
	case "reload":
		return "reload, no restart"
	case "recreate":
		return "recreates the container"
	case "restart_daemon":
		return "restarts the daemon"
	case "reboot":
		return "needs a reboot"
	}
	return short(Safe(disruption), 40)
}

// besides says how many subjects of a failure carry another status, and why the
// first of them does.
func (p *page) besides(results []*Result) string {
	first := results[0]
	text := fmt.Sprintf("%s %s", plural(len(results), "subject", "subjects"), Word(first.Status))
	if first.Status == Error {
		text = plural(len(results), "subject", "subjects") + " in error"
	}
	if why := cmp.Or(first.Waiver, first.Remedy, first.Reason); why != "" {
		text += ": " + short(Safe(why), p.longest())
	}
	return text
}
