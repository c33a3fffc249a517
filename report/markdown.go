package report

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
)

// WriteMarkdown writes a page for a job summary or a ticket: GitHub's Markdown,
// with a table of what failed and the evidence to unfold.
func WriteMarkdown(w io.Writer, r *Report, opt Options) error {
	p := &mdPage{Report: r, outlet: newOutlet(w), ix: indexed(r)}
	p.head()
	p.counts()
	p.failures(opt.All)
	p.others("Waived", Waived, func(rec *Recommendation) string { return p.firstOf(rec).Waiver })
	p.others("Errors", Error, p.why)
	p.others("Not assessed", NotAssessed, p.why)
	p.others("For people to decide", Manual, func(rec *Recommendation) string { return rec.Question })
	p.answered()
	return p.done("markdown")
}

// An mdPage is the page being written. What there is no room for is counted.
type mdPage struct {
	*Report
	*outlet
	ix   index
	size int
}

// maxPage is below the 1 MiB that GitHub takes for a step's summary.
const maxPage = 1000 << 10

// put writes a block whole, or reports that the page has no room for it.
func (p *mdPage) put(block string) bool {
	if p.size+len(block) > maxPage {
		return false
	}
	p.size += len(block)
	p.text(block)
	return true
}

func (p *mdPage) head() {
	p.put("## " + markdown(p.title()) + "\n\n**" + markdown(capital(scoreLine(p.Report))) + "**\n\n")
	for _, t := range p.Targets {
		p.put("- " + markdown(Safe(t.Kind)+": "+cut(describe(t), maxInTable)) + "\n")
	}
	p.put("- " + markdown("as "+cut(Safe(p.Run.who()), maxInTable)+", finished "+p.Run.Finished.UTC().Format(time.RFC3339)) + "\n")
	for _, prof := range p.Profiles {
		p.put("- " + markdown("profile: "+cut(Safe(p.Run.applied(prof)), maxInTable)) + "\n")
	}
	for _, n := range p.warnings() {
		p.put("\n> " + markdown(cut(Safe(n), maxInTable)) + "\n")
	}
	p.put("\n")
}

// counts is a table of the profiles' recommendations by status.
func (p *mdPage) counts() {
	head, line := "| profile |", "|---|"
	for _, status := range Statuses() {
		head, line = head+" "+Word(status)+" |", line+"---:|"
	}
	p.put(head + " score |\n" + line + "---:|\n")
	for i := range p.Profiles {
		row := "| " + markdown(cut(Safe(p.Profiles[i].ID), maxInTable)) + " |"
		for _, status := range Statuses() {
			row += fmt.Sprintf(" %d |", p.Profiles[i].Score.Of(status))
		}
		p.put(row + " " + Percent(p.Profiles[i].Score.Percent) + " |\n")
	}
	p.put("\n")
}

// maxRows is what people read of a table; --all shows every row.
const maxRows = 100

func (p *mdPage) failures(all bool) {
	recs := WorstFirst(p.having(Fail))
	if len(recs) == 0 {
		return
	}
	p.put("### Failed\n\n| severity | number | recommendation | objects | what is wrong |\n|---|---|---|---:|---|\n")
	shown := recs
	if !all {
		shown = recs[:min(len(recs), maxRows)]
	}
	n := 0
	for _, rec := range shown {
		if !p.put(p.failure(rec)) {
			break
		}
		n++
	}
	if n < len(recs) {
		p.text(fmt.Sprintf("\n%d more failed; the JSON report has them all.\n", len(recs)-n))
	}
	p.put("\n")
	for i, rec := range shown[:n] {
		if !p.put(p.evidence(rec)) {
			p.text(fmt.Sprintf("The evidence of %d more does not fit this page; the JSON report has it.\n\n", n-i))
			return
		}
	}
}

// maxInTable keeps a cell readable.
const maxInTable = 300

func (p *mdPage) failure(rec *Recommendation) string {
	first := p.firstOf(rec)
	cells := []string{Safe(rec.Severity), p.number(rec), Safe(rec.Title), fmt.Sprint(max(1, rec.Counts[Fail], len(p.ix.with(rec, Fail)))), statement(rec, first)}
	for i, c := range cells {
		cells[i] = markdown(cut(Safe(c), maxInTable))
	}
	return "| " + strings.Join(cells, " | ") + " |\n"
}

func (p *mdPage) firstOf(rec *Recommendation) *Result {
	if some := p.ix.shown(rec, rec.Status); len(some) > 0 {
		return some[0]
	}
	return &Result{Status: rec.Status}
}

func (p *mdPage) why(rec *Recommendation) string {
	res := p.firstOf(rec)
	text := cmp.Or(res.Reason, rec.Reason)
	if res.Remedy != "" {
		text += " (" + res.Remedy + ")"
	}
	return text
}

// objectsShown is how many failing objects of a recommendation have their
// evidence on the page.
const objectsShown = 5

// evidence is a block to unfold. Texts of the target stand in a fenced block,
// where nothing is interpreted.
func (p *mdPage) evidence(rec *Recommendation) string {
	var text strings.Builder
	failed := p.ix.shown(rec, Fail)
	for _, res := range failed[:min(len(failed), objectsShown)] {
		text.WriteString(thing(res) + "\n" + cut(account(rec, res), 10*maxInTable) + "\n\n")
	}
	if n := len(failed) - objectsShown; n > 0 {
		fmt.Fprintf(&text, "and %d more\n", n)
	}
	return "<details><summary>" + inTag(cut(Safe(p.number(rec))+" "+Safe(rec.Title), maxInTable)) + "</summary>\n\n" + fenced(text.String()) + "\n</details>\n\n"
}

// answered lists what people's answers decided.
func (p *mdPage) answered() {
	recs := slices.DeleteFunc(p.all(), func(rec *Recommendation) bool { return rec.Answered == 0 })
	p.list("Answered by people", recs, func(rec *Recommendation) string { return Word(rec.Status) + ", " + rec.Reason })
}

// others is a short list of the recommendations with a status.
func (p *mdPage) others(title, status string, text func(*Recommendation) string) {
	p.list(title, p.having(status), text)
}

func (p *mdPage) list(title string, recs []*Recommendation, text func(*Recommendation) string) {
	if len(recs) == 0 || !p.put("### "+title+"\n\n") {
		return
	}
	for i, rec := range recs {
		line := cut(Safe(p.number(rec))+" "+Safe(rec.Title), maxInTable) + ": " + cut(Safe(text(rec)), maxInTable)
		if !p.put("- " + markdown(line) + "\n") {
			p.text(fmt.Sprintf("\n%d more; the JSON report has them all.\n", len(recs)-i))
			break
		}
	}
	p.put("\n")
}
