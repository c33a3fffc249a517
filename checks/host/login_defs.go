package host

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"scantling/checks/fact"
)

// LoginDefsFact is `login_defs`.
var LoginDefsFact = fact.NewOne("login_defs",
	"Settings of the shadow suite for new accounts and logins, from /etc/login.defs.",
	fact.Files, readLoginDefsFact).Reading(func(string) []string { return []string{"/etc/login.defs", "/usr/etc/login.defs"} })

// LoginDefs is login.defs(5) with what profiles ask about; what is not set, or
// set to what is no number, is null, and the programs then do without.
type LoginDefs struct {
	Exists         bool
	PassMaxDays    *int
	PassMinDays    *int
	PassWarnAge    *int
	EncryptMethod  *string // null: DES or MD5, as the programs were built
	Umask          *string // octal
	UsergroupsEnab *string
	UIDMin         int     `cty:"uid_min"` // 1000 where not set
	ENVSUPath      *string `cty:"env_supath"`
}

// loginSettings is the file as it is: the last assignment of a name wins.
type loginSettings struct {
	exists bool
	values map[string]string
	origin map[string]string
}

func (h *Host) readLoginDefs(context.Context) (loginSettings, error) {
	for _, file := range []string{"/etc/login.defs", "/usr/etc/login.defs"} {
		b, found, err := h.readOptional(file)
		if err != nil || found {
			d := parseLoginDefs(file, b)
			d.exists = found
			return d, err
		}
	}
	return loginSettings{}, nil
}

// parseLoginDefs reads as getdef.c of the shadow suite does: name, blanks, value
// to the end of the line or a quote. A comment stands on a line of its own; behind
// a value it is part of it.
func parseLoginDefs(file string, b []byte) loginSettings {
	d := loginSettings{values: map[string]string{}, origin: map[string]string{}}
	number := 0
	for line := range strings.Lines(string(b)) {
		number++
		line = strings.TrimSpace(line)
		i := strings.IndexAny(line, " \t")
		if i < 0 || line[0] == '#' {
			continue
		}
		value, _, _ := strings.Cut(strings.TrimLeft(line[i:], " \t\""), `"`)
		d.values[line[:i]], d.origin[line[:i]] = value, fmt.Sprintf("%s:%d", file, number)
	}
	return d
}

func readLoginDefsFact(h *Host, ctx context.Context, n *fact.Notes) (LoginDefs, error) {
	n.From("not set in /etc/login.defs")
	d, err := h.defs.get(ctx, h.readLoginDefs)
	if err != nil {
		return LoginDefs{}, err
	}
	n.Origin("exists", "/etc/login.defs")
	out := LoginDefs{
		Exists:         d.exists,
		PassMaxDays:    d.number("PASS_MAX_DAYS", n),
		PassMinDays:    d.number("PASS_MIN_DAYS", n),
		PassWarnAge:    d.number("PASS_WARN_AGE", n),
		EncryptMethod:  d.text("ENCRYPT_METHOD", n),
		Umask:          d.umask(n),
		UsergroupsEnab: d.text("USERGROUPS_ENAB", n),
		ENVSUPath:      d.text("ENV_SUPATH", n),
		UIDMin:         1000,
	}
	if min := d.number("UID_MIN", n); min != nil {
		out.UIDMin = *min
	} else {
		n.Origin("uid_min", "built-in default; not set in /etc/login.defs")
	}
	return out, nil
}

func (d loginSettings) text(name string, n *fact.Notes) *string {
	v, ok := d.values[name]
	if !ok {
		return nil
	}
	n.Origin(strings.ToLower(name), d.origin[name])
	return &v
}

func (d loginSettings) umask(n *fact.Notes) *string {
	v := d.text("UMASK", n)
	if v == nil {
		return nil
	}
	mask, ok := parseUmask(*v)
	if !ok {
		n.Remark("umask", fmt.Sprintf("%q is no mask, so the programs ignore the line", *v))
		return nil
	}
	return &mask
}

// number reads decimal, octal (0...) and hexadecimal numbers, as strtol does
// there.
func (d loginSettings) number(name string, n *fact.Notes) *int {
	v := d.text(name, n)
	if v == nil {
		return nil
	}
	i, err := strconv.ParseInt(*v, 0, 64)
	if err != nil {
		n.Remark(strings.ToLower(name), fmt.Sprintf("%q is no number, so the programs ignore the line", *v))
		return nil
	}
	number := int(i)
	return &number
}
