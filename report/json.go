package report

import (
	"bytes"
	"encoding/json"
	"io"
)

// WriteJSON writes the master format, indented by two spaces; a result, a fact and a
// change take one line each, because there may be very many. Lists are written entry by
// entry, so that a large report is never held twice in memory.
func WriteJSON(w io.Writer, r *Report, _ Options) error {
	j := jsonWriter{outlet: newOutlet(w)}
	j.field("schema_version", r.SchemaVersion)
	j.field("tool", r.Tool)
	j.field("run", r.Run)
	list(&j, "targets", r.Targets)
	list(&j, "profiles", r.Profiles)
	j.field("score", r.Score)
	list(&j, "recommendations", r.Recommendations)
	var spell resultWriter
	entries(&j, "results", r.Results, func(res *Result) { j.write(spell.result(res)) })
	entries(&j, "facts", r.Facts, func(f *Fact) { j.value(f, "", "") })
	if len(r.Waivers) > 0 {
		list(&j, "waivers", r.Waivers)
	}
	if r.Changes != nil {
		j.field("changes", r.Changes)
	}
	if len(r.Changed) > 0 {
		entries(&j, "changed", r.Changed, func(c *Change) { j.value(c, "", "") })
	}
	if len(r.Answers) > 0 {
		list(&j, "answers", r.Answers)
	}
	j.text("\n}\n")
	return j.done("json")
}

// A jsonWriter writes the members of one object.
type jsonWriter struct {
	*outlet
	buf  bytes.Buffer
	some bool // a member was written
}

func (j *jsonWriter) key(name string) {
	start := "{\n  "
	if j.some {
		start = ",\n  "
	}
	j.some = true
	j.text(start + `"` + name + `": `)
}

func (j *jsonWriter) field(name string, value any) {
	j.key(name)
	j.value(value, "  ", "  ")
}

func list[T any](j *jsonWriter, name string, all []T) {
	entries(j, name, all, func(one *T) { j.value(one, "    ", "  ") })
}

// entries writes an empty list for nil too: a reader need not expect null.
func entries[T any](j *jsonWriter, name string, all []T, write func(*T)) {
	j.key(name)
	j.text("[")
	between := "\n    "
	for i := range all {
		j.text(between)
		write(&all[i])
		between = ",\n    "
	}
	if len(all) > 0 {
		j.text("\n  ")
	}
	j.text("]")
}

// value writes any value, its members indented by step; on one line where that
// is empty.
func (j *jsonWriter) value(value any, indent, step string) {
	if j.err != nil {
		return
	}
	j.buf.Reset()
	enc := json.NewEncoder(&j.buf)
	enc.SetEscapeHTML(false)
	if step != "" {
		enc.SetIndent(indent, step)
	}
	if j.err = enc.Encode(value); j.err == nil {
		j.write(appendEscaped(nil, bytes.TrimSuffix(j.buf.Bytes(), []byte("\n"))))
	}
}
