package checks

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	ctyjson "github.com/zclconf/go-cty/cty/json"

	"scantling/checks/lang"
)

// rows gathers the verdicts of each profile, in the benchmark's order.
func rows(profiles []*Profile) map[*Profile][]Row {
	out := map[*Profile][]Row{}
	for _, p := range profiles {
		for _, r := range p.Recommendations() {
			out[p] = append(out[p], r.row())
		}
	}
	for _, p := range profiles { // what was remembered while deciding is of no more use
		for _, r := range p.Recommendations() {
			r.decided = nil
		}
	}
	return out
}

func (r *Recommendation) row() Row {
	d := r.decided
	row := Row{Recommendation: r, Counts: map[Status]int{}, unlisted: d.counted, Results: d.sorted(), Prose: d.prose()}
	row.Tally()
	return row
}

// Tally counts the results and takes the row's status from them. Who changes
// results, as a waiver does, calls it again.
func (row *Row) Tally() {
	clear(row.Counts)
	maps.Copy(row.Counts, row.unlisted)
	for i := range row.Results {
		row.Counts[row.Results[i].Status]++
	}
	row.Status = worst(row.Counts)
	row.Reason, row.Answered = row.reason(), 0
	for i := range row.Results {
		if r := &row.Results[i]; r.Answer != "" && r.Status == row.Status {
			row.Answered++
		}
	}
}

// Unlisted is the number of results that are counted but not listed.
func (row *Row) Unlisted() int {
	n := 0
	for _, c := range row.unlisted {
		n += c
	}
	return n
}

// reason joins the distinct reasons of the results that gave the status. A pass or
// a failure has one where a person gave it.
func (row *Row) reason() string {
	var reasons []string
	for i := range row.Results {
		if r := &row.Results[i]; r.Status == row.Status {
			reasons = once(reasons, r.Reason)
		}
	}
	if len(reasons) > 3 {
		reasons = append(reasons[:3], fmt.Sprintf("and %d more reasons", len(reasons)-3))
	}
	return strings.Join(reasons, "; ")
}

// prose is made once for the rows that share the decision.
func (d *decision) prose() Prose {
	if d.said == nil {
		w := d.words()
		d.said = &w
	}
	return *d.said
}

func (d *decision) words() Prose {
	c := d.control
	var written []string
	for _, s := range c.Fix.Steps {
		written = append(written, s.written(d.src))
	}
	return Prose{
		Steps: written,
		Title: d.settled(c.Title), Rationale: d.settled(c.Rationale), Question: d.settled(c.Question),
		Procedure: d.settled(c.Procedure), Impact: d.settled(c.Fix.Impact), Fix: d.general(c.Fix.Text), Check: condition(c.Check, d.src),
		When: condition(c.When, d.src), Ask: condition(c.Ask, d.src),
	}
}

// condition is a condition as its author wrote it. Where only && or only ||
// joins it, each operand has a line.
func condition(e hcl.Expression, src []byte) string {
	node, ok := e.(hclsyntax.Expression)
	if !ok {
		return ""
	}
	joins := slices.Compact(operators(node))
	if len(joins) > 1 {
		return source(node, src)
	}
	var out []string
	for _, op := range operands(node) {
		out = append(out, source(op, src))
	}
	return strings.Join(out, "\n"+strings.Join(joins, "")+" ")
}

// operators are those between a condition's operands.
func operators(e hclsyntax.Expression) []string {
	switch n := e.(type) {
	case *hclsyntax.ParenthesesExpr:
		return operators(n.Expression)
	case *hclsyntax.BinaryOpExpr:
		word := map[*hclsyntax.Operation]string{hclsyntax.OpLogicalAnd: "&&", hclsyntax.OpLogicalOr: "||"}[n.Op]
		if word != "" {
			return append(append(operators(n.LHS), word), operators(n.RHS)...)
		}
	}
	return nil
}

// key names a control with its parameters, whole: rows of one key share their
// decision.
func (r *Recommendation) key() string {
	var b strings.Builder
	b.WriteString(r.Control.Name)
	for _, name := range slices.Sorted(maps.Keys(r.With)) {
		v := r.With[name]
		raw, _ := ctyjson.Marshal(v, v.Type()) // a constant, which JSON can hold
		fmt.Fprintf(&b, " %s=%s", name, raw)
	}
	return b.String()
}

// Fingerprints returns the function that identifies a result across runs: by the
// control, its parameters, and an identity of the subject that survives its
// recreation.
func (r *Recommendation) Fingerprints(target string) func(*Result) string {
	text := []byte(r.key() + "\x00" + target + "\x00")
	prefix := len(text)
	return func(res *Result) string {
		text = append(text[:prefix], res.Identity...)
		h := sha256.Sum256(text)
		return hex.EncodeToString(h[:8])
	}
}

// Words are a row's texts without a run: what explain and show print.
func (a *Auditor) Words(r *Recommendation) Prose {
	pure := &hcl.EvalContext{Functions: lang.Functions()}
	d := newDecision(r.Control, r.With, a.Facts, pure, a.Files[r.Control.Range.Filename])
	d.assume = r.assume
	return d.words()
}
