package host

import (
	"context"
	"fmt"
	"path"
	"strings"

	"scantling/checks/fact"
)

// PwqualityFact is `pwquality`.
var PwqualityFact = fact.NewOne("pwquality",
	"What pam_pwquality asks of a new password: arguments over pwquality.conf over its drop-ins over defaults, of several lines the weakest.",
	fact.Files, readPwquality).Reading(planPwquality)

// Pwquality is the test of new passwords. Where no stack asks the module, Exists
// is false and all else null.
type Pwquality struct {
	Exists         bool
	Difok          *int64 // characters that must differ from the old password
	Minlen         *int64
	Minclass       *int64
	Dcredit        *int64 // negative: that many digits are required
	Ucredit        *int64 // capital letters
	Lcredit        *int64 // small letters
	Ocredit        *int64 // other characters
	Maxrepeat      *int64 // the same character in a row; 0 is any number
	Maxclassrepeat *int64
	Maxsequence    *int64 // 1234 or fedc; 0 is any length
	Gecoscheck     *int64
	Dictcheck      *int64
	Usercheck      *int64
	Enforcing      *int64 // 0: a warning only
	Retry          *int64
	EnforceForRoot *int64 // 1: root's choice is tested too
	LocalUsersOnly *int64
}

const pwqualityConf = "/etc/security/pwquality.conf"

func readPwquality(h *Host, ctx context.Context, n *fact.Notes) (Pwquality, error) {
	p := Pwquality{}
	lines, err := h.pamUses(ctx, "pam_pwquality", "password")
	if err != nil {
		return p, err
	}
	n.From("no line asks pam_pwquality about new passwords")
	if len(lines) == 0 {
		return p, ctx.Err()
	}
	p.Exists = true
	n.From(placesOf(lines))
	conf := h.readPwqualityConf()
	pamWeakest(lines, p.settings(), func(pamLine) pamConf { return conf }, n)
	return p, ctx.Err()
}

// readPwqualityConf: the drop-ins come first, in order of their names, so that the
// main file has the last word.
func (h *Host) readPwqualityConf() pamConf {
	list, err := h.root.List(pwqualityConf + ".d")
	if isAbsent(err) {
		err = nil
	}
	var files []string
	for _, f := range list {
		if strings.HasSuffix(f.Name(), ".conf") {
			files = append(files, path.Join(pwqualityConf+".d", f.Name()))
		}
	}
	c := h.readPAMConf(append(files, pwqualityConf)...)
	if c.err == nil && err != nil {
		c.err = fmt.Errorf("drop-ins of pwquality: %w", err)
	}
	return c
}

// settings: the floor of minlen is libpwquality's.
func (p *Pwquality) settings() []pamSetting {
	zero := number(0)
	return []pamSetting{
		{name: "difok", def: number(1), weaker: smaller, into: &p.Difok},
		{name: "minlen", def: number(8), weaker: smaller, min: 6, into: &p.Minlen},
		{name: "minclass", def: zero, weaker: smaller, into: &p.Minclass},
		{name: "dcredit", def: zero, weaker: larger, min: -1 << 31, into: &p.Dcredit},
		{name: "ucredit", def: zero, weaker: larger, min: -1 << 31, into: &p.Ucredit},
		{name: "lcredit", def: zero, weaker: larger, min: -1 << 31, into: &p.Lcredit},
		{name: "ocredit", def: zero, weaker: larger, min: -1 << 31, into: &p.Ocredit},
		{name: "maxrepeat", def: zero, weaker: zeroThenLarger, into: &p.Maxrepeat},
		{name: "maxclassrepeat", def: zero, weaker: zeroThenLarger, into: &p.Maxclassrepeat},
		{name: "maxsequence", def: zero, weaker: zeroThenLarger, into: &p.Maxsequence},
		{name: "gecoscheck", def: zero, weaker: smaller, into: &p.Gecoscheck},
		{name: "dictcheck", def: number(1), weaker: smaller, into: &p.Dictcheck},
		{name: "usercheck", def: number(1), weaker: smaller, into: &p.Usercheck},
		{name: "enforcing", def: number(1), weaker: smaller, into: &p.Enforcing},
		{name: "retry", def: number(1), weaker: larger, into: &p.Retry},
		{name: "enforce_for_root", def: zero, toggle: true, weaker: smaller, into: &p.EnforceForRoot},
		{name: "local_users_only", def: zero, toggle: true, weaker: larger, into: &p.LocalUsersOnly},
	}
}

func planPwquality(string) []string {
	return []string{"/etc/pam.d/*", pwqualityConf, pwqualityConf + ".d/*.conf"}
}
