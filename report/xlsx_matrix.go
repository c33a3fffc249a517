package report

import (
	"cmp"
	"fmt"
)

// maxMatrix is how many objects the matrix has room for; nobody reads more.
const maxMatrix = 200

// statusLetters are the statuses in the matrix.
var statusLetters = map[string]string{Pass: "P", Fail: "F", Waived: "W", Error: "E", NotAssessed: "N", Manual: "M", NotApplicable: "–"}

// matrix sets the recommendations against the objects, a letter each.
func (b *book) matrix() {
	s := Sheet{Name: matrixSheet, none: "Nothing was selected.", Doc: "recommendations by object, a letter for each status",
		lay: layout{frozen: 3, matrix: true, tab: headFill}}
	columns := b.row()
	fields := []field[*Recommendation]{columns[2], columns[3], columns[4]}
	switch {
	case len(b.objects) == 1:
		s.none = "Left out: with one object it would say what Recommendations says."
		listing(b, s, nil, fields)
		return
	case len(b.objects) > maxMatrix:
		s.none = fmt.Sprintf("Left out: there are %d objects, and the matrix has room for %d. Findings and Targets have them all.", len(b.objects), maxMatrix)
		listing(b, s, nil, fields)
		return
	}
	at := b.verdicts()
	for _, o := range b.objects {
		key := [2]string{o.target, o.name}
		fields = append(fields, field[*Recommendation]{Column{Title: cmp.Or(o.name, o.target), width: 4, kind: letterText,
			Doc: "P passed, F failed, W waived, E error, N not assessed, M manual, – not applicable; empty: not held against it.", Source: "results[].status"},
			func(r *Recommendation) value { return txt(statusLetters[at[r.place()][key]]) }})
	}
	listing(b, s, b.Report.all(), fields)
}

// verdicts are the statuses by recommendation and object, the worst of several.
func (b *book) verdicts() map[place]map[[2]string]string {
	at := map[place]map[[2]string]string{}
	for _, r := range b.all {
		if at[r.rec.place()] == nil {
			at[r.rec.place()] = map[[2]string]string{}
		}
		row, key := at[r.rec.place()], [2]string{r.res.Target, r.res.Subject}
		if was, ok := row[key]; !ok || worse(r.res.Status, was) {
			row[key] = r.res.Status
		}
	}
	return at
}
