package host

import (
	"fmt"
	"strconv"

	"scantling/checks/fact"
)

// settle applies the lines for everybody in order, and keeps of the narrower ones
// those that no later line for everybody takes back: sudo goes through lines of
// users and hosts in one pass with them, and through those of runas and commands
// afterwards.
func (s *Sudoers) settle(defaults []sudoDefault, n *fact.Notes) {
	last := map[string]int{}
	for i, d := range defaults {
		if d.scope == "" {
			last[d.name] = i
			s.set(d, n)
		}
	}
	for i, d := range defaults {
		if at, set := last[d.name]; d.scope != "" && (d.late || !set || at < i) {
			e := SudoersException{Scope: d.scope, Name: d.name, Off: d.off, Value: d.value, Origin: d.origin}
			e.Number = sudoNumber(d)
			s.Exceptions = append(s.Exceptions, e)
		}
	}
}

func (s *Sudoers) set(d sudoDefault, n *fact.Notes) {
	on := !d.off
	switch d.name {
	case "use_pty":
		s.UsePTY = &on
	case "authenticate":
		s.Authenticate = &on
	case "logfile":
		if s.Logfile = d.value; d.off {
			s.Logfile = nil
		}
	case "timestamp_timeout":
		if s.TimestampTimeout = sudoNumber(d); s.TimestampTimeout == nil {
			n.Unknown(d.name, fmt.Errorf("%s: timestamp_timeout has no number", d.origin))
		}
	default:
		return
	}
	n.Origin(d.name, d.origin)
}

// sudoNumber is a setting's number; a number that is negated is 0.
func sudoNumber(d sudoDefault) *float64 {
	if d.off {
		return new(float64)
	}
	if d.value == nil {
		return nil
	}
	v, err := strconv.ParseFloat(*d.value, 64)
	if err != nil {
		return nil
	}
	return &v
}
