package fix

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"scantling/checks"
)

// mergeJSON puts values into the object that a file is, key by key, and takes
// keys out. Order, formatting and whatever else the file holds stay.
func mergeJSON(text []byte, merge map[string]any, unset []string) ([]byte, error) {
	if len(bytes.TrimSpace(text)) == 0 {
		text = []byte("{}\n")
	}
	var before any
	if err := json.Unmarshal(text, &before); err != nil {
		return nil, fmt.Errorf("it is no JSON (%w): mend it first", err)
	}
	object, ok := before.(map[string]any)
	if !ok {
		return nil, errors.New("it is JSON, but no object: mend it first")
	}
	after, err := mergeText(text, merge, "")
	if err != nil {
		return nil, err
	}
	for _, key := range unset {
		if after, err = dropKey(after, key); err != nil {
			return nil, err
		}
		delete(object, key)
	}
	mergeInto(object, merge)
	var got any
	if err := json.Unmarshal(after, &got); err != nil || !reflect.DeepEqual(got, any(object)) {
		return nil, errors.New("the file is written in a way that cannot be edited safely")
	}
	return after, nil
}

func mergeInto(object, merge map[string]any) {
	for key, value := range merge {
		inner, isObject := value.(map[string]any)
		if old, ok := object[key].(map[string]any); ok && isObject {
			mergeInto(old, inner)
			continue
		}
		object[key] = value
	}
}

// A member is a key of an object with the place of its value.
type member struct {
	key        string
	start, end int
}

// members are those of the object that text is, with the offset behind its {.
func members(text []byte) (out []member, open int, err error) {
	dec := json.NewDecoder(bytes.NewReader(text))
	if _, err := dec.Token(); err != nil {
		return nil, 0, err
	}
	open = int(dec.InputOffset())
	for dec.More() {
		key, err := dec.Token()
		if err != nil {
			return nil, 0, err
		}
		var value json.RawMessage
		if err := dec.Decode(&value); err != nil {
			return nil, 0, err
		}
		end := int(dec.InputOffset())
		out = append(out, member{key.(string), end - len(value), end})
	}
	return out, open, nil
}

// mergeText edits the text of an object whose closing brace is indented so far.
func mergeText(text []byte, merge map[string]any, indent string) ([]byte, error) {
	for _, key := range slices.Sorted(maps.Keys(merge)) {
		all, open, err := members(text)
		if err != nil {
			return nil, err
		}
		gap, inner, unit := layout(text, all, open, indent)
		at := slices.IndexFunc(all, func(m member) bool { return m.key == key })
		for i, m := range all { // of a key that stands twice the last one counts
			if m.key == key {
				at = i
			}
		}
		object, isObject := merge[key].(map[string]any)
		switch {
		case at >= 0 && isObject && text[all[at].start] == '{':
			value, err := mergeText(text[all[at].start:all[at].end:all[at].end], object, inner)
			if err != nil {
				return nil, err
			}
			text = splice(text, all[at].start, all[at].end, string(value))
		case at >= 0:
			text = splice(text, all[at].start, all[at].end, spellJSON(merge[key], inner, unit))
		case len(all) > 0:
			last := all[len(all)-1].end
			text = splice(text, last, last, ","+gap+spellMember(key, merge[key], inner, unit))
		default:
			end := bytes.LastIndexByte(text, '}')
			text = splice(text, open, end, gap+spellMember(key, merge[key], inner, unit)+"\n"+indent)
		}
	}
	return text, nil
}

// layout finds out how an object is written: what stands in front of a key, how
// far keys are indented, and by how much more what is inside them. An object on
// one line stays on one line.
func layout(text []byte, all []member, open int, indent string) (gap, inner, unit string) {
	if len(all) == 0 {
		return "\n" + indent + "  ", indent + "  ", "  "
	}
	gap = string(text[open : open+bytes.IndexByte(text[open:], '"')])
	cut := strings.LastIndexByte(gap, '\n')
	if cut < 0 {
		if gap == "" {
			gap = " "
		}
		return gap, "", ""
	}
	inner = gap[cut+1:]
	unit = strings.TrimPrefix(inner, indent)
	if unit == "" || unit == inner && indent != "" {
		unit = "  "
	}
	return gap[strings.LastIndexByte(gap[:cut+1], '\n'):], inner, unit
}

func splice(text []byte, from, to int, with string) []byte {
	return slices.Concat(text[:from], []byte(with), text[to:])
}

func spellMember(key string, value any, indent, unit string) string {
	return spellJSON(key, "", "") + ": " + spellJSON(value, indent, unit)
}

func spellJSON(value any, indent, unit string) string {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(value) // it came out of JSON
	text := bytes.TrimSuffix(b.Bytes(), []byte("\n"))
	if unit == "" {
		return string(text)
	}
	var out bytes.Buffer
	_ = json.Indent(&out, text, indent, unit)
	return out.String()
}

// dropKey takes a key out, wherever it stands.
func dropKey(text []byte, key string) ([]byte, error) {
	for {
		all, open, err := members(text)
		if err != nil {
			return nil, err
		}
		at := slices.IndexFunc(all, func(m member) bool { return m.key == key })
		switch {
		case at < 0:
			return text, nil
		case at > 0: // with the comma in front
			text = splice(text, all[at-1].end, all[at].end, "")
		case len(all) > 1: // with the comma behind
			comma := bytes.IndexByte(text[all[0].end:], ',') + 1
			text = splice(text, open, all[0].end+comma, "")
		default:
			text = splice(text, open, all[0].end, "")
		}
	}
}

func jsonWords(s *checks.Step) []string {
	var out []string
	for _, key := range slices.Sorted(maps.Keys(s.Merge)) {
		out = append(out, spellMember(key, s.Merge[key], "", ""))
	}
	for _, key := range s.Unset {
		out = append(out, fmt.Sprintf("(take out %s)", key))
	}
	return out
}
