package host

import (
	"context"
	"net/netip"
	"strings"

	"scantling/checks/fact"
)

// MailServerFact is `mail_server`.
var MailServerFact = fact.NewOne("mail_server",
	"The mail transfer agents Postfix, Exim and Sendmail, as far as they are installed, and the addresses on which their configuration lets them listen.",
	fact.Files, readMailServer).Reading(planMailServer)

// MailServer is what is configured, whether it runs or not.
type MailServer struct {
	Exists       bool     // one of them is installed
	Agents       []string // postfix, exim, sendmail
	Interfaces   []string // addresses and names that they listen on: "all", "loopback-only", "127.0.0.1"
	LoopbackOnly bool     // none of them is beyond the loopback interface
}

// A mailAgent is one program and where it says what it listens on; no addresses
// there mean all of them.
type mailAgent struct {
	name     string
	programs []string
	files    []string // the first that exists counts
	parse    func(file string, b []byte) ([]string, string)
}

func mailAgents() []mailAgent {
	return []mailAgent{
		{"postfix", []string{"/usr/sbin/postfix"}, []string{"/etc/postfix/main.cf"}, postfixInterfaces},
		{"exim", []string{"/usr/sbin/exim4", "/usr/sbin/exim"},
			[]string{"/etc/exim4/exim4.conf", "/etc/exim4/update-exim4.conf.conf", "/etc/exim/exim.conf"}, eximInterfaces},
		{"sendmail", []string{"/usr/sbin/sendmail.sendmail", "/usr/lib/sm.bin/sendmail", "/usr/libexec/sendmail/sendmail"},
			[]string{"/etc/mail/sendmail.cf"}, sendmailInterfaces},
	}
}

func planMailServer(string) []string {
	var out []string
	for _, a := range mailAgents() {
		out = append(append(out, a.programs...), a.files...)
	}
	return out
}

func readMailServer(h *Host, ctx context.Context, n *fact.Notes) (MailServer, error) {
	out := MailServer{LoopbackOnly: true}
	n.From("no mail transfer agent is installed")
	for _, a := range mailAgents() {
		there, err := h.anyExists(a.programs)
		if err != nil {
			return out, err
		}
		if !there {
			continue // what a removed package left in /etc says nothing
		}
		out.Exists = true
		out.Agents = append(out.Agents, a.name)
		if err := out.configure(h, a, n); err != nil {
			n.Unknown("interfaces", err)
			n.Unknown("loopback_only", err)
		}
	}
	return out, ctx.Err()
}

func (m *MailServer) configure(h *Host, a mailAgent, n *fact.Notes) error {
	for _, file := range a.files {
		b, found, err := h.readOptional(file)
		if err != nil {
			return err
		}
		if !found {
			continue
		}
		interfaces, origin := a.parse(file, b)
		return m.listen(interfaces, origin, n)
	}
	return m.listen(nil, a.files[0]+" is not there", n)
}

func (m *MailServer) listen(interfaces []string, origin string, n *fact.Notes) error {
	if len(interfaces) == 0 {
		interfaces, origin = []string{"all"}, "built-in default; "+origin
	}
	n.From(origin)
	for _, i := range interfaces {
		m.Interfaces = append(m.Interfaces, i)
		if !loopbackName(i) {
			m.LoopbackOnly = false
			n.Origin("loopback_only", origin)
		}
	}
	return nil
}

func (h *Host) anyExists(names []string) (bool, error) {
	for _, name := range names {
		_, err := h.root.Stat(name)
		if err == nil || !isAbsent(err) {
			return err == nil, err
		}
	}
	return false, nil
}

// loopbackName knows an interface of a mail agent's configuration that only this
// machine reaches.
func loopbackName(s string) bool {
	s = strings.Trim(s, "[]")
	if s == "loopback-only" || s == "localhost" || s == "ip6-localhost" {
		return true
	}
	a, err := netip.ParseAddr(s)
	return err == nil && isLoopback(a)
}
