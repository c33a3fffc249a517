package report

import "slices"

// A resultWriter spells results as encoding/json does, without looking at types
// again for each of many thousands. What many results share it spells once.
type resultWriter struct {
	b        []byte
	evidence map[*Evidence][]byte
}

// maxSpelled bounds what is kept of the evidence.
const maxSpelled = 256

func (w *resultWriter) result(r *Result) []byte {
	w.b = append(w.b[:0], '{')
	w.member("profile", r.Profile)
	w.member("id", r.ID)
	w.member("control", r.Control)
	w.member("target", r.Target)
	w.member("subject", r.Subject)
	w.member("status", r.Status)
	w.some("message", r.Message)
	w.some("reason", r.Reason)
	w.some("remedy", r.Remedy)
	if len(r.Evidence) > 0 {
		w.key("evidence")
		w.shared(r.Evidence)
	}
	w.some("remediation", r.Remediation)
	if len(r.Steps) > 0 {
		w.key("steps")
		w.b = appendEscaped(w.b, marshal(r.Steps))
	}
	w.some("waiver", r.Waiver)
	w.some("answer", r.Answer)
	w.member("fingerprint", r.Fingerprint)
	w.b = append(w.b, '}')
	return w.b
}

// shared spells evidence, or remembers how it was spelled.
func (w *resultWriter) shared(ev []Evidence) {
	if known, ok := w.evidence[&ev[0]]; ok {
		w.b = append(w.b, known...)
		return
	}
	from := len(w.b)
	array(w, ev, w.part)
	if w.evidence == nil || len(w.evidence) >= maxSpelled {
		w.evidence = map[*Evidence][]byte{}
	}
	w.evidence[&ev[0]] = slices.Clone(w.b[from:])
}

func (w *resultWriter) part(e *Evidence) {
	w.member("expression", e.Expression)
	w.member("holds", e.Holds)
	w.member("expected", e.Expected)
	w.member("actual", e.Actual)
	if len(e.Facts) > 0 {
		w.key("facts")
		array(w, e.Facts, w.read)
	}
}

func (w *resultWriter) read(r *Read) {
	w.member("path", r.Path)
	w.member("value", r.Value)
	w.some("origin", r.Origin)
	w.some("remark", r.Remark)
	w.some("reason", r.Reason)
}

// array spells a list of objects.
func array[T any](w *resultWriter, list []T, members func(*T)) {
	w.b = append(w.b, '[')
	for i := range list {
		if i > 0 {
			w.b = append(w.b, ',')
		}
		w.b = append(w.b, '{')
		members(&list[i])
		w.b = append(w.b, '}')
	}
	w.b = append(w.b, ']')
}

func (w *resultWriter) key(name string) {
	if w.b[len(w.b)-1] != '{' {
		w.b = append(w.b, ',')
	}
	w.b = append(append(append(w.b, '"'), name...), `":`...)
}

func (w *resultWriter) member(name, value string) {
	w.key(name)
	w.b = appendJSON(w.b, value)
}

// some leaves out what is empty.
func (w *resultWriter) some(name, value string) {
	if value != "" {
		w.member(name, value)
	}
}
