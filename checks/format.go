package checks

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/zclconf/go-cty/cty"
)

// maxShown bounds one value in a report, in bytes; what is left out is counted.
const maxShown = 400

// Format spells a value for people: strings quoted, lists in brackets, long
// ones cut with the number of elements that are left.
func Format(v cty.Value) string {
	var b strings.Builder
	format(&b, v)
	return short(b.String()) // one huge string
}

func format(b *strings.Builder, v cty.Value) {
	switch {
	case v == cty.NilVal || !v.IsKnown():
		b.WriteString("unknown")
	case v.IsNull():
		b.WriteString("null")
	case v.Type() == cty.String:
		b.WriteString(quote(v.AsString()))
	case v.Type() == cty.Bool:
		b.WriteString(strconv.FormatBool(v.True()))
	case v.Type() == cty.Number:
		b.WriteString(v.AsBigFloat().Text('f', -1))
	case v.Type().IsObjectType() || v.Type().IsMapType():
		elements(b, v, "{", "}")
	case v.CanIterateElements():
		elements(b, v, "[", "]")
	default:
		b.WriteString(v.Type().FriendlyName())
	}
}

// quote keeps one value on one line and unambiguous, without Go's \u escapes
// for letters that people can read.
func quote(s string) string { return strconv.Quote(short(s)) }

// short cuts what is much longer than maxShown, and tells how long it is.
func short(s string) string {
	if len(s) <= 2*maxShown {
		return s
	}
	return strings.ToValidUTF8(s[:maxShown], "") + fmt.Sprintf("… (%d bytes)", len(s))
}

func elements(b *strings.Builder, v cty.Value, open, end string) {
	b.WriteString(open)
	named, n := v.Type().IsObjectType() || v.Type().IsMapType(), 0
	for it := v.ElementIterator(); it.Next(); n++ {
		if b.Len() > maxShown {
			fmt.Fprintf(b, ", … %d more", v.LengthInt()-n)
			break
		}
		if n > 0 {
			b.WriteString(", ")
		}
		k, e := it.Element()
		if named {
			b.WriteString(short(k.AsString()) + " = ")
		}
		format(b, e)
	}
	b.WriteString(end)
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
