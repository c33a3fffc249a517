package host

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"scantling/checks/fact"
)

// A pamSetting is a number, or a switch as 0 and 1, that a module takes.
type pamSetting struct {
	name   string
	def    *int64 // nil: unset has a meaning of its own
	toggle bool   // set by being there
	never  int64  // what the word "never" stands for
	weaker func(a, b int64) bool
	min    int64 // what the module raises lower values to
	into   **int64
}

// pamWeakest takes for each setting the weakest of all lines of a module: each
// line is a way in.
func pamWeakest(lines []pamLine, settings []pamSetting, conf func(pamLine) pamConf, n *fact.Notes) {
	var confs []pamConf
	for _, l := range lines {
		confs = append(confs, conf(l))
	}
	for _, s := range settings {
		s.weakest(lines, confs, n)
	}
}

func (s pamSetting) weakest(lines []pamLine, confs []pamConf, n *fact.Notes) {
	var worst *int64
	for i, l := range lines {
		value, origin, err := s.of(l, confs[i])
		if err != nil {
			n.Unknown(s.name, err)
			return
		}
		if i == 0 || isWeaker(s, value, worst) {
			worst = value
			n.Origin(s.name, origin)
		}
	}
	*s.into = worst
}

// isWeaker: what is not set at all is weaker than any value.
func isWeaker(s pamSetting, a, b *int64) bool {
	if a == nil || b == nil {
		return a == nil && b != nil
	}
	return s.weaker(*a, *b)
}

// of is the setting for one line: its argument, else the file, else the default.
func (s pamSetting) of(l pamLine, c pamConf) (*int64, string, error) {
	if v, ok := l.option(s.name); ok {
		return s.number(v, l.origin)
	}
	if s.toggle && l.has(s.name) {
		one := int64(1)
		return &one, l.origin, nil
	}
	if c.err != nil {
		return nil, "", c.err
	}
	if v, ok := c.values[s.name]; ok {
		return s.number(v.text, v.origin)
	}
	return s.def, "default of " + l.module, nil
}

func (s pamSetting) number(text, origin string) (*int64, string, error) {
	v, err := strconv.ParseInt(text, 10, 64)
	switch {
	case s.toggle:
		v = 1 // whatever stands behind it
	case text == "never":
		v = s.never
	case err != nil:
		return nil, "", fmt.Errorf("%s: %s cannot be %q", origin, s.name, text)
	}
	v = max(v, s.min)
	return &v, origin, nil
}

// The two ways in which a number can be weak.
func smaller(a, b int64) bool { return a < b }
func larger(a, b int64) bool  { return a > b }

// zeroThenLarger: 0 switches a limit off.
func zeroThenLarger(a, b int64) bool { return a == 0 && b != 0 || b != 0 && a > b }

// zeroIsForever: 0 is the longest time.
func zeroIsForever(a, b int64) bool { return b == 0 && a != 0 || a != 0 && a < b }

// placesOf lists where the lines are.
func placesOf(lines []pamLine) string {
	var out []string
	for _, l := range lines {
		out = append(out, l.origin)
	}
	slices.Sort(out)
	return strings.Join(slices.Compact(out), ", ")
}

func number(n int64) *int64 { return &n }
