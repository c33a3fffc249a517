package host

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// A variant is a GVariant of a basic type as profiles see it: its type letter,
// and its value as text, a string's without quotes. Of other types only the
// type is known.
type variant struct {
	kind string // b, u, i, s, ...
	text string
}

// decodeVariant reads a serialised variant: the value, a zero byte, its type.
func decodeVariant(b []byte, order binary.ByteOrder) (variant, error) {
	i := bytes.LastIndexByte(b, 0)
	if i < 0 || i+1 == len(b) {
		return variant{}, fmt.Errorf("a variant without a type")
	}
	return decodeBasic(string(b[i+1:]), b[:i], order)
}

// decodeDefault reads the default of a key of a compiled schema: the first
// member of a tuple, which begins where the tuple begins.
func decodeDefault(b []byte, order binary.ByteOrder) (variant, error) {
	i := bytes.LastIndexByte(b, 0)
	if i < 0 || i+2 >= len(b) || b[i+1] != '(' {
		return variant{}, fmt.Errorf("a schema's key without a default")
	}
	return decodeBasic(string(b[i+2:i+3]), b[:i], order)
}

// fixedSize is the size in bytes of one of GVariant's basic types.
func fixedSize(kind string) int {
	switch kind {
	case "b", "y":
		return 1
	case "n", "q":
		return 2
	case "i", "u":
		return 4
	case "x", "t", "d":
		return 8
	}
	return 0
}

func decodeBasic(kind string, b []byte, order binary.ByteOrder) (variant, error) {
	v := variant{kind: kind}
	if len(b) < fixedSize(kind) {
		return v, fmt.Errorf("a variant of type %s with %d bytes", kind, len(b))
	}
	switch kind {
	case "b":
		v.text = strconv.FormatBool(b[0] != 0)
	case "y":
		v.text = strconv.Itoa(int(b[0]))
	case "n":
		v.text = strconv.Itoa(int(int16(order.Uint16(b))))
	case "q":
		v.text = strconv.Itoa(int(order.Uint16(b)))
	case "i":
		v.text = strconv.Itoa(int(int32(order.Uint32(b))))
	case "u":
		v.text = strconv.FormatUint(uint64(order.Uint32(b)), 10)
	case "x":
		v.text = strconv.FormatInt(int64(order.Uint64(b)), 10)
	case "t":
		v.text = strconv.FormatUint(order.Uint64(b), 10)
	case "d":
		v.text = strconv.FormatFloat(math.Float64frombits(order.Uint64(b)), 'g', -1, 64)
	case "s", "o", "g":
		text, _, _ := strings.Cut(string(b), "\x00")
		v.text = text
	}
	return v, nil
}

// typeWord is the type that a word of GVariant's text format names.
func typeWord(word string) (kind string, ok bool) {
	words := []string{"boolean", "byte", "int16", "uint16", "int32", "handle", "uint32", "int64", "uint64", "double", "string", "objectpath", "signature"}
	i := slices.Index(words, word)
	if i < 0 {
		return "", false
	}
	return "bynqihuxtdsog"[i : i+1], true
}

// parseVariantText reads GVariant's text format as keyfiles have it: true,
// uint32 900, @u 900, 'text'. A number without a type is an int32.
func parseVariantText(s string) (variant, error) {
	s = strings.TrimSpace(s)
	first, rest, more := strings.Cut(s, " ")
	if kind, ok := typeWord(first); ok && more {
		return typedText(kind, rest)
	}
	if kind, ok := strings.CutPrefix(first, "@"); ok && more && kind != "" {
		return typedText(kind, rest)
	}
	switch {
	case s == "true" || s == "false":
		return variant{"b", s}, nil
	case len(s) > 1 && (s[0] == '\'' || s[0] == '"'):
		text, err := unquoteVariant(s)
		return variant{"s", text}, err
	case s != "" && strings.ContainsRune("[({<", rune(s[0])):
		return variant{kind: s[:1]}, nil // an array, tuple, dictionary or variant
	case strings.ContainsAny(s, ".eE") && !strings.HasPrefix(s, "0x"):
		_, err := strconv.ParseFloat(s, 64)
		return variant{"d", s}, err
	}
	return typedText("i", s)
}

func typedText(kind, s string) (variant, error) {
	s = strings.TrimSpace(s)
	switch kind {
	case "y", "n", "q", "i", "u", "x", "t", "h":
		n, err := strconv.ParseInt(s, 0, 64)
		if err != nil {
			return variant{}, fmt.Errorf("%q is no value of type %s", s, kind)
		}
		return variant{kind, strconv.FormatInt(n, 10)}, nil
	case "d":
		_, err := strconv.ParseFloat(s, 64)
		return variant{kind, s}, err
	case "s", "o", "g":
		text, err := unquoteVariant(s)
		return variant{kind, text}, err
	case "b":
		if s != "true" && s != "false" {
			return variant{}, fmt.Errorf("%q is no boolean", s)
		}
	}
	return variant{kind, s}, nil
}

// unquoteVariant takes the quotes of a string away, and the backslashes.
func unquoteVariant(s string) (string, error) {
	if len(s) < 2 || s[0] != '\'' && s[0] != '"' || s[len(s)-1] != s[0] {
		return "", fmt.Errorf("%s is no string in quotes", s)
	}
	var b strings.Builder
	for i := 1; i < len(s)-1; i++ {
		switch {
		case s[i] == s[0]:
			return "", fmt.Errorf("%s goes on behind its closing quote", s)
		case s[i] != '\\':
			b.WriteByte(s[i])
		case i+1 == len(s)-1:
			return "", fmt.Errorf("%s has no closing quote", s)
		default:
			i++
			b.WriteByte(escaped(s[i]))
		}
	}
	return b.String(), nil
}

func escaped(c byte) byte {
	switch c {
	case 'n':
		return '\n'
	case 't':
		return '\t'
	}
	return c
}
