package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// appendJSON appends a text as a JSON string. Nearly all is printable ASCII; the
// rest is left to encoding/json.
func appendJSON(b []byte, s string) []byte {
	from, start := len(b), 0
	b = append(b, '"')
	for i := range len(s) {
		switch c := s[i]; {
		case c < ' ' || c > '~':
			return appendEscaped(b[:from], marshal(s))
		case c == '"' || c == '\\':
			b = append(append(b, s[start:i]...), '\\')
			start = i
		}
	}
	return append(append(b, s[start:]...), '"')
}

// marshal spells a value on one line, and < and & as they are.
func marshal(value any) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(value) // a text can always be encoded
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}

// appendEscaped writes what a terminal could act upon as \uXXXX: encoding/json
// leaves DEL, the second set of control characters and bidi overrides as they
// are. They occur in strings only, where the escape means the same. U+FFFD is
// escaped as the library does for an invalid byte, so that a report that was read
// and is written again stays the same.
func appendEscaped(to, b []byte) []byte {
	for {
		i := bytes.IndexFunc(b, actedUpon)
		if i < 0 {
			return append(to, b...)
		}
		r, size := utf8.DecodeRune(b[i:])
		to = append(to, b[:i]...)
		for _, unit := range utf16.AppendRune(nil, r) {
			to = fmt.Appendf(to, `\u%04x`, unit)
		}
		b = b[i+size:]
	}
}

func actedUpon(r rune) bool {
	return r == utf8.RuneError || (r >= 0x7f && unicode.In(r, unicode.Cc, unicode.Cf))
}
