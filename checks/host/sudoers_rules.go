package host

import (
	"fmt"
	"strings"

	"scantling/checks/secret"
)

// A SudoersRule is a command that somebody may run.
type SudoersRule struct {
	Who     string // users and groups as written: "%sudo", "kim, robin"
	Hosts   string
	Command string
	Origin  string
}

// parseSudoRule reads "users hosts = commands : hosts = commands" and returns the
// commands for which sudo asks no password. A tag holds for the commands that
// follow it in the same list.
func parseSudoRule(l sudoLine) ([]SudoersRule, error) {
	bad := fmt.Errorf("%s: not understood: %q", l.origin, l.text)
	who, rest := sudoList(l.text)
	var out []SudoersRule
	for more := true; more; {
		hosts, commands, ok := cutSudo(rest, '=')
		if !ok || strings.TrimSpace(commands) == "" {
			return out, bad
		}
		p := sudoCommands{s: commands}
		for _, c := range p.free() {
			out = append(out, SudoersRule{Who: who, Hosts: strings.TrimSpace(hosts), Command: secret.Redact(c), Origin: l.origin})
		}
		rest, more = p.s[p.i:], p.i < len(p.s)
	}
	return out, nil
}

func cutSudo(s string, at byte) (before, after string, ok bool) {
	parts := splitSudo(s, at)
	if len(parts) < 2 {
		return s, "", false
	}
	return parts[0], s[len(parts[0])+1:], true
}
