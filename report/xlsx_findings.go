package report

import "strings"

// Dispositions are what an auditor may decide about a finding.
func Dispositions() []string {
	return []string{"Agree", "Disagree", "False positive", "Risk accepted", "Compensating control", "Needs evidence", "Remediated", "Not tested"}
}

// findings lists every result, failures first; the auditor's columns stand after
// what is needed to decide.
func (b *book) findings() {
	fields := append(b.verdict(), []field[*resultRow]{
		{Column{Title: "Disposition", width: 15, kind: inputText, Auditor: true, Allowed: Dispositions(), Doc: "The auditor's decision about this row, from the list."}, nil},
		{Column{Title: "Date", width: 12, kind: inputDate, Auditor: true, Doc: "The day of the decision."}, nil},
		{Column{Title: "Auditor", width: 18, kind: inputText, Auditor: true, Doc: "Who decided."}, nil},
		{Column{Title: "Comment", width: 40, kind: inputText, Auditor: true, Doc: "Why; what else was looked at."}, nil},
		{Column{Title: "Valid until", width: 12, kind: inputDate, Auditor: true, Doc: "The last day of an accepted risk; 180 days after its date where it is empty."}, nil},
		{Column{Title: "Owner", width: 18, kind: inputText, Auditor: true, Doc: "Who has to act."}, nil},
		{Column{Title: "Ticket", width: 14, kind: inputText, Auditor: true, Doc: "Where the work is tracked."}, nil},
	}...)
	fields = append(append(fields, b.particulars()...), mapped(b, func(r *resultRow) *Recommendation { return r.rec })...)
	fields = append(fields, b.identification()...)
	listing(b, Sheet{Name: findingSheet, none: "Nothing was selected.",
		Doc: "every result with what was found and expected, where that comes from and how to fix it; yellow columns are the auditor's",
		lay: layout{frozen: 4, printed: 10, tab: "8B0000"}}, b.all, fields)
}

// openFindings lists what asks for an action, to be read from the top.
func (b *book) openFindings() {
	fields := append(b.verdict(), b.particulars()[:4]...)
	fields = append(fields, field[*resultRow]{Column{Title: "Finding", width: 21, kind: linkText, Key: true,
		Doc: "The row on Findings, where the disposition is written.", Source: "results[].fingerprint"},
		func(r *resultRow) value { return leading(r.id(), b.where(findingSheet, int(r.at))) }})
	listing(b, Sheet{Name: openSheet, none: "Nothing failed, nothing went wrong, no question is open.",
		Doc: "failures, errors and open questions, worst first; decisions are written on Findings",
		lay: layout{frozen: 4, printed: 9, tab: "8B0000"}}, b.open, fields)
}

// verdict are the columns that say what was decided, about what, and why.
func (b *book) verdict() []field[*resultRow] {
	return []field[*resultRow]{
		{Column{Title: "Status", width: 14, Allowed: statusWords(), Doc: "The verdict on this object.", Source: "results[].status"},
			func(r *resultRow) value { return txt(Word(r.res.Status)) }},
		{Column{Title: "Severity", width: 9, Allowed: Severities(), Doc: "How bad a failure is, by the control.", Source: "recommendations[].severity"},
			func(r *resultRow) value { return txt(r.rec.Severity) }},
		{Column{Title: "Profile", width: 12, Doc: "The benchmark that the recommendation belongs to.", Source: "results[].profile"},
			func(r *resultRow) value { return txt(r.rec.Profile) }},
		{Column{Title: "Number", width: 9, kind: linkText, Doc: "The recommendation's number in the benchmark; leads to its row on Recommendations.", Source: "results[].id"},
			func(r *resultRow) value { return b.toRow(r.rec) }},
		{Column{Title: "Recommendation", width: 28, Doc: "What is asked for, in our words.", Source: "recommendations[].title"},
			func(r *resultRow) value { return txt(r.rec.Title) }},
		{Column{Title: "Object", width: 20, Doc: "What it was held against: a container, an image, a file; the target itself where there is no object.", Source: "results[].subject, results[].target"},
			func(r *resultRow) value { return txt(object(r.res)) }},
		{Column{Title: "Found", width: 30, kind: codeText, Doc: "The actual values that decided, a line each.", Source: "results[].evidence[].actual"},
			func(r *resultRow) value { found, _ := b.explain(r.res).columns(); return txt(lines(found)) }},
		{Column{Title: "Expected", width: 18, kind: codeText, Doc: "What was expected of each.", Source: "results[].evidence[].expected"},
			func(r *resultRow) value { _, expected := b.explain(r.res).columns(); return txt(lines(expected)) }},
		{Column{Title: "How to fix", width: 38, Doc: "The remediation for this object, of what failed.", Source: "results[].remediation"},
			func(r *resultRow) value { return txt(fixOf(r.rec, r.res)) }},
	}
}

// particulars are what one looks up.
func (b *book) particulars() []field[*resultRow] {
	return []field[*resultRow]{
		{Column{Title: "What is wrong", width: 40, Doc: "The finding as a sentence.", Source: "results[].message"},
			func(r *resultRow) value { return txt(r.res.Message) }},
		{Column{Title: "Reason", width: 40, Doc: "Why there is no verdict, or by whom the failure is waived.", Source: "results[].reason"},
			func(r *resultRow) value { return txt(r.res.Reason) }},
		{Column{Title: "Where it comes from", width: 36, kind: codeText, Doc: "The places that the values were read from.", Source: "results[].evidence[].facts[].origin"},
			func(r *resultRow) value { return txt(lines(b.explain(r.res).from)) }},
		{Column{Title: "Fixing disturbs", width: 16, Doc: "What the remediation interrupts.", Source: "recommendations[].disruption"},
			func(r *resultRow) value { return txt(disturbs(r.rec.Disruption)) }},
		{Column{Title: "What would make it possible", width: 30, Doc: "What a verdict would need, where there is none.", Source: "results[].remedy"},
			func(r *resultRow) value { return txt(r.res.Remedy) }},
		{Column{Title: "Level", width: 7, kind: wholeNumber, Doc: "The benchmark's level.", Source: "recommendations[].level"},
			func(r *resultRow) value { return num(r.rec.Level) }},
		{Column{Title: "Section", width: 9, Doc: "The benchmark's section.", Source: "recommendations[].section"},
			func(r *resultRow) value { return txt(r.rec.Section) }},
		{Column{Title: "Target", width: 24, Doc: "The machine or engine that was audited.", Source: "results[].target"},
			func(r *resultRow) value { return txt(Safe(r.res.Target)) }},
		{Column{Title: "Control", width: 28, Doc: "The control of our library that decides the recommendation.", Source: "results[].control"},
			func(r *resultRow) value { return txt(r.rec.Control) }},
	}
}

// identification ties a row to the JSON report.
func (b *book) identification() []field[*resultRow] {
	return []field[*resultRow]{
		{Column{Title: "Waiver", width: 16, Doc: "The waiver that covers the failure.", Source: "results[].waiver"},
			func(r *resultRow) value { return txt(r.res.Waiver) }},
		{Column{Title: "Answer given", width: 16, Doc: "The person's answer that gave the status; its words are the reason.", Source: "results[].answer"},
			func(r *resultRow) value { return txt(r.res.Answer) }},
		{Column{Title: "Evidence", width: 12, kind: linkText, Doc: "The number of this row's facts on Evidence; leads to the first.", Source: "results[].evidence"},
			func(r *resultRow) value {
				if r.facts == 0 {
					return value{}
				}
				return leading(num(int(r.facts)).String(), b.where(evidenceSheet, int(r.first)))
			}},
		{Column{Title: "Finding", width: 21, kind: codeText, Key: true, Doc: "Names this row: the fingerprint, with a number where several rows have the same.", Source: "results[].fingerprint"},
			func(r *resultRow) value { return txt(r.id()) }},
		{Column{Title: "Fingerprint", width: 19, kind: codeText, Doc: "The same in every run: of the control, its parameters, the target and the object.", Source: "results[].fingerprint"},
			func(r *resultRow) value { return txt(r.res.Fingerprint) }},
	}
}

// fixOf is a failure's remediation.
func fixOf(rec *Recommendation, res *Result) string {
	switch {
	case res.Status != Fail && res.Status != Waived:
		return ""
	case res.Remediation != "":
		return res.Remediation
	}
	return rec.Remediation
}

// mapped are columns for the frameworks that recommendations are mapped to.
func mapped[T any](b *book, of func(T) *Recommendation) []field[T] {
	var fields []field[T]
	for _, name := range b.frameworks() {
		fields = append(fields, field[T]{Column{Title: framework(name), width: 16,
			Doc: "Where the recommendation belongs in " + framework(name) + ".", Source: "recommendations[].mappings." + name},
			func(t T) value { return txt(strings.Join(of(t).Mappings[name], ", ")) }})
	}
	return fields
}

func statusWords() []string {
	out := make([]string, len(Statuses()))
	for i, s := range Statuses() {
		out[i] = Word(s)
	}
	return out
}
