package host

import (
	"bytes"
	"context"
	"fmt"
	"strings"

	"scantling/checks/fact"
	"scantling/checks/version"
)

// PwhistoryFact is `pwhistory`.
var PwhistoryFact = fact.NewOne("pwhistory",
	"How pam_pwhistory keeps old passwords out: arguments over pwhistory.conf, where the installed module reads one, over defaults.",
	fact.Files, readPwhistory).Reading(planPwhistory)

// A Pwhistory is the memory of old passwords. Where no stack asks the module,
// Exists is false and all else null.
type Pwhistory struct {
	Exists         bool
	ReadsConf      *bool  // the installed module knows pwhistory.conf; older ones take arguments only
	Remember       *int64 // old passwords that are refused
	EnforceForRoot *int64 // 1: root cannot set an old one either
	UseAuthtok     *int64 // 1: it takes the password that the modules before it have tested
	Retry          *int64
}

const pwhistoryConf = "pwhistory.conf"

func readPwhistory(h *Host, ctx context.Context, n *fact.Notes) (Pwhistory, error) {
	p := Pwhistory{}
	lines, err := h.pamUses(ctx, "pam_pwhistory", "password")
	if err != nil {
		return p, err
	}
	n.From("no line asks pam_pwhistory about new passwords")
	if len(lines) == 0 {
		return p, ctx.Err()
	}
	p.Exists = true
	n.From(placesOf(lines))
	reads, err := h.readsPwhistoryConf(ctx, n)
	if p.ReadsConf = &reads; err != nil {
		n.Unknown("reads_conf", err)
	}
	pamWeakest(lines, p.settings(), func(l pamLine) pamConf { return h.pwhistoryConf(l, reads, err) }, n)
	pamWeakest(lines, []pamSetting{{name: "use_authtok", def: number(0), toggle: true, weaker: smaller, into: &p.UseAuthtok}},
		func(pamLine) pamConf { return pamConf{} }, n)
	return p, ctx.Err()
}

func (p *Pwhistory) settings() []pamSetting {
	return []pamSetting{
		{name: "remember", def: number(10), weaker: smaller, into: &p.Remember},
		{name: "enforce_for_root", def: number(0), toggle: true, weaker: smaller, into: &p.EnforceForRoot},
		{name: "retry", def: number(1), weaker: larger, into: &p.Retry},
	}
}

// pwhistoryConf: a file that the module may or may not read matters only where
// there is one.
func (h *Host) pwhistoryConf(l pamLine, reads bool, unsure error) pamConf {
	name := h.firstOf(vendorConf(pwhistoryConf)...)
	if own, ok := l.option("conf"); ok {
		name = own
	}
	if !reads && unsure == nil {
		return pamConf{}
	}
	c := h.readPAMConf(name)
	if unsure != nil && len(c.values) > 0 && c.err == nil {
		c.err = unsure
	}
	return c
}

// readsPwhistoryConf: the name of the file is in every module that reads it. Where
// the module cannot be found the release of the package tells: the authors added
// the file in 1.5.3, Red Hat to its 1.5.1 and 1.3.1.
func (h *Host) readsPwhistoryConf(ctx context.Context, n *fact.Notes) (bool, error) {
	for _, pattern := range []string{"/usr/lib/*/security", "/lib/*/security", "/usr/lib64/security", "/lib64/security", "/usr/lib/security", "/lib/security"} {
		names, err := h.glob(pattern + "/pam_pwhistory.so")
		if err != nil || len(names) == 0 {
			continue
		}
		b, err := h.root.ReadFile(names[0])
		if err == nil && len(b) > 0 {
			n.Origin("reads_conf", names[0])
			return bytes.Contains(b, []byte(pwhistoryConf)), nil
		}
	}
	entry, ok := h.versionOf(ctx, "libpam-modules", "pam")
	if !ok {
		return false, &fact.Unavailable{Why: "whether pam_pwhistory reads " + pwhistoryConf + " depends on its release, which cannot be seen"}
	}
	n.Origin("reads_conf", fmt.Sprintf("%s %s (%s)", entry.name, entry.version, entry.origin))
	return entry.manager == "rpm" || version.Compare("dpkg", entry.version, "1.5.3") >= 0, nil
}

func planPwhistory(string) []string {
	return append(append([]string{"/etc/pam.d/*", "/usr/lib/*/security/pam_pwhistory.so"}, vendorConf(pwhistoryConf)...), strings.Fields(strings.Join(planPackage(""), " "))...)
}
