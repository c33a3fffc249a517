package report

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"unicode"
	"unicode/utf8"
)

// WriteJSON writes the master format, indented by two spaces; a result and a fact
// take one line each, because there may be very many. Lists are written entry by
// entry, so that a large report is never held twice in memory.
func WriteJSON(w io.Writer, r *Report, _ Options) error {
	j := jsonWriter{w: bufio.NewWriter(w)}
	j.field("schema_version", r.SchemaVersion)
	j.field("tool", r.Tool)
	j.field("run", r.Run)
	list(&j, "targets", r.Targets, indented)
	list(&j, "profiles", r.Profiles, indented)
	j.field("score", r.Score)
	list(&j, "recommendations", r.Recommendations, indented)
	list(&j, "results", r.Results, oneLine)
	list(&j, "facts", r.Facts, oneLine)
	j.text("\n}\n")
	if j.err == nil {
		j.err = j.w.Flush()
	}
	if j.err != nil {
		return fmt.Errorf("json: %w", j.err)
	}
	return nil
}

// A jsonWriter writes the members of one object and remembers the first error.
type jsonWriter struct {
	w    *bufio.Writer
	buf  bytes.Buffer
	some bool // a member was written
	err  error
}

func (j *jsonWriter) text(s string) {
	if j.err == nil {
		_, j.err = j.w.WriteString(s)
	}
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
	j.value(value, "  ", indented)
}

// list writes an empty list for nil too: a reader need not expect null.
func list[T any](j *jsonWriter, name string, entries []T, step string) {
	j.key(name)
	j.text("[")
	between := "\n    "
	for i := range entries {
		j.text(between)
		j.value(&entries[i], "    ", step)
		between = ",\n    "
	}
	if len(entries) > 0 {
		j.text("\n  ")
	}
	j.text("]")
}

// How far an entry's members are indented below it.
const (
	indented = "  "
	oneLine  = ""
)

func (j *jsonWriter) value(value any, indent, step string) {
	if j.err != nil {
		return
	}
	j.buf.Reset()
	enc := json.NewEncoder(&j.buf)
	enc.SetEscapeHTML(false)
	if step != oneLine {
		enc.SetIndent(indent, step)
	}
	if j.err = enc.Encode(value); j.err == nil {
		j.escaped(bytes.TrimSuffix(j.buf.Bytes(), []byte("\n")))
	}
}

// escaped writes what a terminal could act upon as \uXXXX: encoding/json leaves
// DEL, the second set of control characters and bidi overrides as they are. They
// occur in strings only, where the escape means the same. U+FFFD is escaped as the
// library does for an invalid byte, so that a report that was read and is written
// again stays the same.
func (j *jsonWriter) escaped(b []byte) {
	for len(b) > 0 && j.err == nil {
		i := bytes.IndexFunc(b, actedUpon)
		if i < 0 {
			_, j.err = j.w.Write(b)
			return
		}
		r, size := utf8.DecodeRune(b[i:])
		_, j.err = fmt.Fprintf(j.w, `%s\u%04x`, b[:i], r)
		b = b[i+size:]
	}
}

func actedUpon(r rune) bool {
	return r == utf8.RuneError || (r >= 0x7f && r <= 0xffff && unicode.In(r, unicode.Cc, unicode.Cf))
}
