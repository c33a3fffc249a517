package host

import (
	"strings"

	"scantling/checks/fact"
)

// An SSHDMatch is a value that holds for some connections only.
type SSHDMatch struct {
	Criteria string // as the Match line spells them
	Keyword  string
	Value    string
	Number   *int64 // the value, where the keyword takes a number or a time (then in seconds)
	Origin   string
}

// conditional lists what Match blocks say, without what never counts: a keyword
// that "Match all" or the same criteria have settled further up.
func (c sshdConfig) conditional(s *SSHD, n *fact.Notes) {
	kinds := map[string]sshdKeyword{}
	for _, k := range sshdKeywords() {
		kinds[k.name] = k
	}
	settled := map[string]bool{}
	for _, set := range c.settings {
		if set.gap != nil {
			n.Unknown("match", set.gap)
			continue
		}
		k, known := kinds[sshdAlias(set.keyword)]
		if !known || !k.match || settled[k.name] || settled[k.name+" "+set.match] || set.match == "" && !set.all {
			continue
		}
		if k.kind != sshdGather {
			settled[strings.TrimSpace(k.name+" "+set.match)] = true
		}
		if set.all {
			continue
		}
		s.addMatch(k, set, n)
	}
	var at []string
	for _, m := range s.Match {
		at = append(at, m.Origin)
	}
	n.Origin("match", or(strings.Join(compact(at), ", "), "no Match block in "+strings.Join(c.files, ", ")))
}

func (s *SSHD) addMatch(k sshdKeyword, set sshdSetting, n *fact.Notes) {
	value, err := sshdParse(k.kind, set.sshdLine)
	if err != nil {
		n.Unknown("match", err)
		return
	}
	m := SSHDMatch{Criteria: set.match, Keyword: k.name, Value: value, Origin: set.origin}
	if k.kind == sshdNumber || k.kind == sshdSeconds {
		var one SSHD
		k.put(&one, value)
		m.Number = *k.into(&one).(**int64)
	}
	s.Match = append(s.Match, m)
}
