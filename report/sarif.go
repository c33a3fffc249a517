package report

import (
	"io"
	"maps"
	"slices"
	"time"
)

// WriteSARIF writes failures and waived failures as results, the worst first,
// because consumers keep only so many; what could not be judged as notifications
// of the run. Several consumers take every result for a failure, whatever its kind
// says, so the others are there only when everything is asked for.
func WriteSARIF(w io.Writer, r *Report, opt Options) error {
	o, recs := newOutlet(w), WorstFirst(r.all())
	o.text(`{"$schema":"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json","version":"2.1.0","runs":[{`, "\n",
		`"tool":{"driver":`)
	o.open(map[string]string{"name": Safe(r.Tool.Name), "version": Safe(r.Tool.Version)})
	o.text(`,"rules":`)
	o.list(func(yield func(any)) {
		for _, rec := range recs {
			yield(sarifRuleOf(rec))
		}
	})
	o.text("}},\n", `"originalUriBaseIds":`)
	o.json(sarifBases)
	o.text(",\n", `"automationDetails":`)
	o.json(map[string]string{"id": sarifCategory(r)})
	o.text(",\n", `"columnKind":"utf16CodeUnits","properties":`)
	o.json(map[string]any{"score": r.Score, "summary": scoreLine(r)})
	o.text(",\n", `"invocations":[`)
	o.open(sarifInvocation{r.Run.Incomplete == "", r.Run.Started.UTC().Format(time.RFC3339), r.Run.Finished.UTC().Format(time.RFC3339), Safe(r.Run.User)})
	o.text(`,"toolExecutionNotifications":`)
	o.list(func(yield func(any)) { sarifNotices(r, recs, yield) })
	o.text("}],\n", `"results":`)
	o.list(func(yield func(any)) { sarifResults(r, recs, opt.All, yield) })
	o.text("}]}\n")
	return o.done("sarif")
}

// sarifBases are what locations are relative to.
var sarifBases = map[string]any{
	"ROOTFS":  map[string]any{"uri": "file:///", "description": sarifMessage{Text: "The file system of the target."}},
	"ENGINE":  map[string]any{"description": sarifMessage{Text: "The API of the container engine."}},
	"TARGETS": map[string]any{"description": sarifMessage{Text: "What was audited, where no file or document is the cause."}},
}

// sarifCategory tells runs over different targets apart; what is behind the last
// slash differs from run to run.
func sarifCategory(r *Report) string {
	id := Safe(r.Tool.Name)
	for _, t := range r.Targets {
		id += "/" + Safe(t.Name)
	}
	return id + "/" + Safe(r.Run.ID)
}

func sarifRuleOf(rec *Recommendation) sarifRule {
	rule := sarifRule{ID: rec.row(), Name: Safe(rec.Control), Short: sarifMessage{Text: Safe(rec.Title)}, Config: sarifConfig{sarifLevel(rec.Severity)}}
	if rec.Rationale != "" {
		rule.Full = &sarifMessage{Text: SafeLines(rec.Rationale)}
	}
	if fix := SafeLines(rec.Remediation); fix != "" {
		rule.Help = &sarifMessage{Text: fix, Markdown: markdown(fix)}
	}
	rule.Properties = sarifProperties{sarifTags(rec), securitySeverity[rec.Severity], Safe(rec.Severity), rec.Status}
	return rule
}

// maxTags is what GitHub takes for a rule.
const maxTags = 20

func sarifTags(rec *Recommendation) []string {
	tags := []string{"security"}
	for _, framework := range slices.Sorted(maps.Keys(rec.Mappings)) {
		for _, at := range rec.Mappings[framework] {
			tags = appendNew(tags, Safe(framework+"/"+at))
		}
	}
	return tags[:min(len(tags), maxTags)]
}

// sarifLevel is warning for a severity that is not ours.
func sarifLevel(severity string) string {
	switch severity {
	case "critical", "high":
		return "error"
	case "low":
		return "note"
	}
	return "warning"
}

// securitySeverity is the middle of the band that GitHub gives the word.
var securitySeverity = map[string]string{"critical": "9.5", "high": "8.0", "medium": "5.5", "low": "2.0"}

// sarifNotices tells what the reader must know, and what could not be judged.
func sarifNotices(r *Report, recs []*Recommendation, yield func(any)) {
	for _, n := range r.warnings() {
		yield(sarifNotification{Level: "warning", Message: sarifMessage{Text: Safe(n)}})
	}
	for i, rec := range recs {
		level := map[string]string{Error: "error", NotAssessed: "warning"}[rec.Status]
		if level != "" {
			text := rec.row() + " " + statement(rec, &Result{Status: rec.Status, Reason: rec.Reason})
			yield(sarifNotification{level, sarifMessage{Text: text}, &sarifRuleRef{rec.row(), i}})
		}
	}
}
