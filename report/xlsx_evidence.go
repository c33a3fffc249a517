package report

// An evidenceRow is one fact that a part of a condition looked at, or the part
// itself where it looked at none.
type evidenceRow struct {
	at, part, fact int32 // places: among the results, in the condition, among the part's facts
}

func appendEvidence(rows []evidenceRow, at int, res *Result) []evidenceRow {
	for p := range res.Evidence {
		for f := range max(1, len(res.Evidence[p].Facts)) {
			rows = append(rows, evidenceRow{int32(at), int32(p), int32(f)})
		}
	}
	return rows
}

// evidences lists what every verdict was decided on.
func (b *book) evidences() {
	of := func(r evidenceRow) *Evidence { return &b.all[r.at].res.Evidence[r.part] }
	fact := func(r evidenceRow) Read {
		if facts := of(r).Facts; int(r.fact) < len(facts) {
			return facts[r.fact]
		}
		return Read{}
	}
	listing(b, Sheet{Name: evidenceSheet, none: "No fact was held against a condition.",
		Doc: "the facts that each verdict was decided on, with value and place; longer texts are cut with a mark and their SHA-256",
		lay: layout{frozen: 3, printed: 9, tab: "1E5128"}}, b.evidence, []field[evidenceRow]{
		{Column{Title: "Finding", width: 19, kind: linkText, Key: true, Doc: "The row on Findings that it belongs to.", Source: "results[].fingerprint"},
			func(r evidenceRow) value { return leading(b.all[r.at].id(), b.where(findingSheet, int(r.at))) }},
		{Column{Title: "Number", width: 9, kind: linkText, Doc: "The recommendation; leads to its row.", Source: "results[].id"},
			func(r evidenceRow) value { return b.toRow(b.all[r.at].rec) }},
		{Column{Title: "Object", width: 20, Doc: "What was looked at.", Source: "results[].subject, results[].target"},
			func(r evidenceRow) value { return txt(object(b.all[r.at].res)) }},
		{Column{Title: "Status", width: 14, Allowed: statusWords(), Doc: "The verdict.", Source: "results[].status"},
			func(r evidenceRow) value { return txt(Word(b.all[r.at].res.Status)) }},
		{Column{Title: "Fact", width: 30, kind: codeText, Doc: "The fact that the condition names.", Source: "results[].evidence[].facts[].path"},
			func(r evidenceRow) value { return txt(Safe(fact(r).Path)) }},
		{Column{Title: "Value", width: 34, kind: codeText, Doc: "What was observed.", Source: "results[].evidence[].facts[].value"},
			func(r evidenceRow) value { return txt(fact(r).Value) }},
		{Column{Title: "Where it comes from", width: 36, kind: codeText, Doc: "File and line, flag of a process, call of the engine's API, built-in default.", Source: "results[].evidence[].facts[].origin, .remark"},
			func(r evidenceRow) value { return txt(Safe(origin(fact(r)))) }},
		{Column{Title: "Expected", width: 18, kind: codeText, Doc: "What was expected of this part of the condition.", Source: "results[].evidence[].expected"},
			func(r evidenceRow) value { return txt(of(r).Expected) }},
		{Column{Title: "Holds", width: 8, Allowed: []string{"true", "false", "unknown"}, Doc: "Whether this part of the condition holds.", Source: "results[].evidence[].holds"},
			func(r evidenceRow) value { return txt(of(r).Holds) }},
		{Column{Title: "Part", width: 6, kind: wholeNumber, Key: true, Doc: "Which part of the condition, from the left.", Source: "results[].evidence[]"},
			func(r evidenceRow) value { return num(int(r.part) + 1) }},
		{Column{Title: "Fact no.", width: 8, kind: wholeNumber, Key: true, Doc: "Which of the part's facts.", Source: "results[].evidence[].facts[]"},
			func(r evidenceRow) value { return num(int(r.fact) + 1) }},
		{Column{Title: "Actual", width: 30, kind: codeText, Doc: "The value of the part as a whole.", Source: "results[].evidence[].actual"},
			func(r evidenceRow) value { return txt(of(r).Actual) }},
		{Column{Title: "Condition", width: 50, kind: codeText, Doc: "The part of the condition.", Source: "results[].evidence[].expression"},
			func(r evidenceRow) value { return txt(of(r).Expression) }},
		{Column{Title: "Could not be read", width: 40, Doc: "Why the fact is unknown.", Source: "results[].evidence[].facts[].reason"},
			func(r evidenceRow) value { return txt(fact(r).Reason) }},
	})
}
