package host

import (
	"bytes"
	"context"
	"slices"
	"strings"

	"scantling/checks/fact"
	"scantling/checks/secret"
)

// PAMFact is `pam(service)`.
var PAMFact = fact.NewKeyed("pam", "service",
	"The PAM stacks of a service or of a file that others include, and what their order amounts to.", fact.Files, readPAM).
	Reading(planPAM)

// A PAM is what a file of pam.d gives with its includes. The order is judged by
// going through the stack as libpam does, with modules that abstain but for the
// one in question.
type PAM struct {
	Service         string
	Exists          bool
	File            *string
	ManagedBy       *string // pam-auth-update or authselect, which would overwrite an edit
	Modules         []PAMModule
	Unix            []string // the kinds of stack that ask pam_unix: auth, account, password, session
	FaillockPreauth bool     // a locked account is refused before pam_unix is asked
	FaillockFailure bool     // a wrong password is counted
	FaillockAccount bool     // a login that succeeds ends the count
	Pwquality       bool     // a weak password is refused before pam_unix stores it
	Pwhistory       bool     // an old password is refused before pam_unix stores it
	WheelEnforced   bool     // who is not in pam_wheel's group is refused, with the right password too
	WheelUseUID     bool     // pam_wheel looks at who runs the program, not at who logged in
	WheelGroup      *string  // its group; null where the argument is missing
}

// A PAMModule is a line, in the order in which it is asked.
type PAMModule struct {
	Kind    string // auth, account, password, session
	Control string
	Module  string // without .so; empty where libpam finds none and refuses
	Args    []string
	Origin  string
}

func pamKinds() []string { return []string{"auth", "account", "password", "session"} }

func readPAM(h *Host, ctx context.Context, service string, n *fact.Notes) (PAM, error) {
	p := PAM{Service: service}
	n.From("no " + service + " in " + strings.Join(pamDirs(), ", "))
	f := h.pamFile(service)
	if f.err != nil || f.name == "" {
		return p, f.err
	}
	n.From(f.name)
	p.Exists, p.File, p.ManagedBy = true, &f.name, h.pamManager(f)
	stacks := map[string][]pamEntry{}
	for _, kind := range pamKinds() {
		stack, err := h.pamStack(ctx, service, kind)
		if err != nil {
			return p, err
		}
		stacks[kind] = stack
		p.list(kind, stack)
	}
	p.judgeFaillock(stacks["auth"], stacks["account"], n)
	p.Pwquality = judgeRefusal(stacks["password"], "pam_pwquality", "pwquality", n)
	p.Pwhistory = judgeRefusal(stacks["password"], "pam_pwhistory", "pwhistory", n)
	p.judgeWheel(stacks["auth"], n)
	return p, ctx.Err()
}

func (p *PAM) list(kind string, stack []pamEntry) {
	for _, e := range stack {
		if e.sub {
			continue
		}
		p.Modules = append(p.Modules, PAMModule{kind, strings.TrimPrefix(e.control, "["), e.module, secret.Args(e.args), e.origin})
		if e.module == "pam_unix" && !slices.Contains(p.Unix, kind) {
			p.Unix = append(p.Unix, kind)
		}
	}
}

// pamManager knows the comment that pam-auth-update writes, and authselect's link.
func (h *Host) pamManager(f pamFile) *string {
	target, err := h.root.ReadLink(f.name)
	name := ""
	switch {
	case err == nil && strings.HasPrefix(target, "/etc/authselect/"):
		name = "authselect"
	case bytes.Contains(f.raw, []byte("here are the per-package modules")):
		name = "pam-auth-update"
	default:
		return nil
	}
	return &name
}

func planPAM(service string) []string {
	var out []string
	for _, dir := range pamDirs() {
		out = append(out, dir+"/"+orWord(service, "SERVICE"))
	}
	return append(out, "/etc/pam.d/* by include")
}
