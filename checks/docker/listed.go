package docker

import (
	"fmt"
	"strconv"
	"strings"

	"scantling/checks/fact"
)

// A listed is what an element of a list did not tell: its members of the wrong
// type. The rest of the element, and the others, count all the same.
type listed struct {
	gaps gaps
	call string // GET /containers/json, element 3
}

// lacks is why one of the members is not known, in whole or in part.
func (l listed) lacks(members ...string) error {
	for _, m := range members {
		if err := l.gaps.within(m); err != nil {
			return fmt.Errorf("%s: %s: %w", l.call, m, err)
		}
	}
	return nil
}

func (l *listed) odd(path string, err error, call string) {
	if l.gaps == nil {
		l.gaps = gaps{}
	}
	l.gaps[path], l.call = err, call
}

// lacking is why what is computed from a member of every element is not known.
func lacking[T interface{ lacks(members ...string) error }](list []T, members ...string) error {
	for _, e := range list {
		if err := e.lacks(members...); err != nil {
			return err
		}
	}
	return nil
}

// elements decodes a list, or the list that is a member of an answer, and gives
// each element the gaps that are its own. An element without the member that it
// is known by, null for one, lacks it.
func elements[A, T any](raw []byte, list func(*A) []T, at, identity, call string, of func(*T) (*listed, string)) ([]T, error) {
	var answer A
	g, err := decodeGaps(raw, &answer, "")
	if err != nil {
		return nil, fmt.Errorf("%s: %w", call, err)
	}
	all := list(&answer)
	for path, err := range g {
		i, rest, ok := elementOf(path, at)
		switch {
		case ok:
			l, _ := of(&all[i])
			l.odd(rest, err, fmt.Sprintf("%s, element %d", call, i+1))
		case path == at:
			return nil, fmt.Errorf("%s: %s: %w", call, path, err)
		}
	}
	for i := range all {
		if l, name := of(&all[i]); name == "" && l.lacks(identity) == nil {
			l.odd(fact.Snake(identity), errAbsent, fmt.Sprintf("%s, element %d", call, i+1))
		}
	}
	return all, nil
}

// elementOf splits volumes[3].options into 3 and options.
func elementOf(path, at string) (i int, rest string, ok bool) {
	inner, ok := strings.CutPrefix(path, at+"[")
	if !ok {
		return 0, "", false
	}
	digits, rest, _ := strings.Cut(inner, "]")
	i, err := strconv.Atoi(digits)
	return i, strings.TrimPrefix(rest, "."), err == nil
}
