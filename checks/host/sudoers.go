package host

import (
	"context"
	"fmt"
	"strings"

	"scantling/checks/fact"
)

// SudoersFact is `sudoers`.
var SudoersFact = fact.NewOne("sudoers",
	"What sudo's configuration says after all includes: settings, the narrower ones beside them, and commands that need no password.",
	fact.Files, readSudoers).Reading(planSudoers)

// Sudoers is the configuration of sudo. Settings are null where no line for
// everybody sets them, but for the timeout, whose default is compiled in.
type Sudoers struct {
	Exists           bool // sudo is installed
	Files            []string
	Complete         bool // every rule is in these files; unknown where a directory service may add some
	UsePTY           *bool
	Logfile          *string
	Authenticate     *bool
	TimestampTimeout *float64           // minutes; negative: a password is asked once and never again
	Exceptions       []SudoersException // settings for some users, hosts or commands that differ
	NoPassword       []SudoersRule      // commands under NOPASSWD
}

// A SudoersException is a setting of a Defaults line that holds for some only, in
// force beside the general one.
type SudoersException struct {
	Scope  string // "user kim", "host web", "runas root", "command /bin/ls"
	Name   string
	Off    bool     // written !name
	Value  *string  // null for a switch
	Number *float64 // the value, where it is one
	Origin string
}

func readSudoers(h *Host, ctx context.Context, n *fact.Notes) (Sudoers, error) {
	s := Sudoers{}
	n.From("/usr/bin/sudo")
	if found, err := h.sudoInstalled(ctx); !found || err != nil {
		return s, err
	}
	s.Exists, s.Complete = true, true
	r := sudoReader{host: h, ctx: ctx}
	main, err := h.sudoMainFile()
	if err == nil {
		err = r.file(main, 0)
	}
	if err != nil {
		return s, fmt.Errorf("sudoers: %w", err)
	}
	s.Files, s.NoPassword = r.files, r.rules
	n.From("not set in " + strings.Join(r.files, ", "))
	for _, err := range r.doubts {
		n.Unknown("complete", err)
	}
	h.noteSudoService(n)
	h.compiledSudo(&s, n)
	s.settle(r.defaults, n)
	s.notePlaces(n)
	return s, ctx.Err()
}

// notePlaces names the lines of the lists.
func (s Sudoers) notePlaces(n *fact.Notes) {
	none := "none in " + strings.Join(s.Files, ", ")
	var rules, exceptions []string
	for _, r := range s.NoPassword {
		rules = append(rules, r.Origin)
	}
	for _, e := range s.Exceptions {
		exceptions = append(exceptions, e.Origin)
	}
	n.Origin("no_password", or(strings.Join(compact(rules), ", "), none))
	n.Origin("exceptions", or(strings.Join(compact(exceptions), ", "), none))
}

func (h *Host) sudoInstalled(ctx context.Context) (bool, error) {
	for _, name := range []string{"/usr/bin/sudo", "/usr/local/bin/sudo"} {
		if _, err := h.root.Stat(name); !isAbsent(err) {
			return err == nil, err
		}
	}
	_, packaged := h.versionOf(ctx, "sudo", "sudo-ldap")
	return packaged, nil
}

// sudoMainFile follows sudo.conf(5), which may name another file, and knows the
// vendor's copy.
func (h *Host) sudoMainFile() (string, error) {
	b, _, err := h.readOptional("/etc/sudo.conf")
	if err != nil {
		return "", err
	}
	for line := range strings.Lines(string(b)) {
		f := strings.Fields(line)
		if len(f) < 3 || f[0] != "Plugin" || f[1] != "sudoers_policy" {
			continue
		}
		for _, arg := range f[3:] {
			if name, ok := strings.CutPrefix(arg, "sudoers_file="); ok {
				return name, nil
			}
		}
	}
	const own, vendor = "/etc/sudoers", "/usr/etc/sudoers"
	if _, err := h.root.Stat(own); isAbsent(err) {
		if _, err := h.root.Stat(vendor); err == nil {
			return vendor, nil
		}
	}
	return own, nil
}

// noteSudoService: rules from LDAP or sssd are in no file. sssd is listed by
// default on some distributions and has no rules where it is not configured.
func (h *Host) noteSudoService(n *fact.Notes) {
	sources, err := h.readNSS()
	if err != nil {
		n.Unknown("complete", err)
		return
	}
	n.Origin("complete", or(sources.origin("sudoers"), "/etc/nsswitch.conf"))
	for _, service := range sources.of("sudoers") {
		if sources.isHidden(service) {
			n.Unknown("complete", &fact.Unavailable{
				Why:    fmt.Sprintf("rules also come from %s (%s), which no file shows", service, sources.origin("sudoers")),
				Remedy: "compare with the answer of sudo -l -U for the accounts in question",
			})
		}
	}
}

// compiledSudo knows that Debian and its derivatives build sudo with another
// timeout than its authors.
func (h *Host) compiledSudo(s *Sudoers, n *fact.Notes) {
	var about fact.Notes
	var a About
	h.readRelease(&a, &about)
	minutes, who := 5.0, "sudo"
	if a.OSFamily != nil && *a.OSFamily == "debian" {
		minutes, who = 15, "Debian's sudo"
	}
	s.TimestampTimeout = &minutes
	n.Origin("timestamp_timeout", "compiled-in default of "+who)
}

func planSudoers(string) []string {
	return []string{"/usr/bin/sudo", "/etc/sudo.conf", "/etc/sudoers", "/etc/sudoers.d/*", "/etc/nsswitch.conf", "/etc/os-release"}
}
