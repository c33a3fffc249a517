package host

import (
	"slices"

	"scantling/checks/fact"
)

// abstain is how modules answer that a question is not about: permit and deny do
// what they always do, and what libpam cannot find refuses. Any other has nothing
// to say, or is content where the control takes silence for a refusal.
func abstain(e pamEntry) string {
	switch e.module {
	case "pam_permit":
		return pamSuccess
	case "pam_deny", "":
		return pamRefuse
	}
	if action := pamAction(e.control, pamIgnore); action == "die" || action == "bad" {
		return pamSuccess
	}
	return pamIgnore
}

// answering is abstain with other answers for some modules.
func answering(say map[string]string) func(pamEntry) string {
	return func(e pamEntry) string {
		if s, ok := say[e.module]; ok {
			return s
		}
		return abstain(e)
	}
}

// find is the place in asked of the first entry of a module, with an argument if
// one is named; -1 where it is not asked.
func findPAM(stack []pamEntry, asked []int, module, arg string) int {
	return slices.IndexFunc(asked, func(i int) bool {
		return stack[i].module == module && (arg == "" || stack[i].has(arg))
	})
}

// judgeFaillock runs the stack with a wrong password: the module must be asked
// before pam_unix, and once more behind it.
func (p *PAM) judgeFaillock(auth, account []pamEntry, n *fact.Notes) {
	wrong := answering(map[string]string{"pam_unix": pamRefuse})
	asked, _ := runPAM(auth, func(e pamEntry) string {
		if e.module == "pam_faillock" && e.has("authfail") {
			return pamRefuse
		}
		return wrong(e)
	})
	unix := findPAM(auth, asked, "pam_unix", "")
	first, last := findPAM(auth, asked, "pam_faillock", "preauth"), findPAM(auth, asked, "pam_faillock", "authfail")
	p.FaillockPreauth = first >= 0 && first < unix && refuses(auth, "pam_faillock", "preauth")
	p.FaillockFailure = unix >= 0 && last > unix
	notePAM(n, "faillock_preauth", auth, "pam_faillock", "preauth", p.FaillockPreauth)
	notePAM(n, "faillock_failure", auth, "pam_faillock", "authfail", p.FaillockFailure)
	p.FaillockAccount = slices.ContainsFunc(account, func(e pamEntry) bool { return e.module == "pam_faillock" })
	notePAM(n, "faillock_account", account, "pam_faillock", "", p.FaillockAccount)
}

// refuses reports that the stack says no when one module does, though pam_unix
// says yes.
func refuses(stack []pamEntry, module, arg string) bool {
	yes := answering(map[string]string{"pam_unix": pamSuccess})
	_, ok := runPAM(stack, func(e pamEntry) string {
		if e.module == module && (arg == "" || e.has(arg)) {
			return pamRefuse
		}
		return yes(e)
	})
	return !ok
}

// judgeRefusal is about a module that looks at a new password before pam_unix
// stores it.
func judgeRefusal(password []pamEntry, module, attr string, n *fact.Notes) bool {
	asked, _ := runPAM(password, answering(map[string]string{"pam_unix": pamSuccess}))
	at, unix := findPAM(password, asked, module, ""), findPAM(password, asked, "pam_unix", "")
	good := at >= 0 && at < unix && refuses(password, module, "")
	notePAM(n, attr, password, module, "", good)
	return good
}

// judgeWheel looks for a line that keeps people out: with deny and trust the
// module does something else.
func (p *PAM) judgeWheel(auth []pamEntry, n *fact.Notes) {
	for _, e := range auth {
		if e.module != "pam_wheel" || e.has("deny") || e.has("trust") {
			continue
		}
		for _, attr := range []string{"wheel_enforced", "wheel_use_uid", "wheel_group"} {
			n.Origin(attr, e.origin)
		}
		p.WheelEnforced, p.WheelUseUID = refuses(auth, "pam_wheel", ""), e.has("use_uid")
		if g, ok := e.option("group"); ok {
			p.WheelGroup = &g
		}
		return
	}
}

// notePAM names the line, and says of one that is there in vain why.
func notePAM(n *fact.Notes, attr string, stack []pamEntry, module, arg string, good bool) {
	i := slices.IndexFunc(stack, func(e pamEntry) bool { return e.module == module && (arg == "" || e.has(arg)) })
	if i < 0 {
		n.Remark(attr, "no line asks "+module)
		return
	}
	n.Origin(attr, stack[i].origin)
	if !good {
		n.Remark(attr, "the line is there, and its place or control keeps it from counting")
	}
}
