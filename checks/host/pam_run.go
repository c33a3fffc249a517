package host

import (
	"strconv"
	"strings"
)

// A pamEntry is a module in a stack. A substack is one level deeper than the
// entry that stands for it.
type pamEntry struct {
	pamLine
	level int
	sub   bool // stands for the substack that follows
}

// What a module can answer, in libpam's words.
const (
	pamSuccess = "success"
	pamIgnore  = "ignore"
	pamRefuse  = "auth_err"
)

// runPAM goes through a stack as libpam's dispatch does. answer says what each
// module returns. It tells which entries were asked, in order, and whether the
// stack as a whole says yes.
func runPAM(stack []pamEntry, answer func(pamEntry) string) (asked []int, ok bool) {
	r := pamRun{before: map[int]pamState{}}
	level := 0
	for i := 0; i < len(stack); i++ {
		e := stack[i]
		if e.level > level {
			r.before[e.level] = r.state
		}
		level = e.level
		if e.sub {
			continue
		}
		asked = append(asked, i)
		action := pamAction(e.control, answer(e))
		if jump, err := strconv.Atoi(action); err == nil {
			i = r.jump(stack, i, jump)
		} else if r.take(action, answer(e), e.level) {
			i = endOfLevel(stack, i)
		}
	}
	return asked, r.state == pamPositive
}

// pamState is what the modules so far amount to.
type pamState uint8

const (
	pamUndecided pamState = iota
	pamPositive
	pamNegative
)

type pamRun struct {
	state  pamState
	before map[int]pamState // on entering each level
}

// take applies one action and reports that the level is decided.
func (r *pamRun) take(action, answer string, level int) bool {
	switch action {
	case "reset":
		r.state = r.before[level]
	case "ok", "done":
		if r.state == pamUndecided {
			r.state = pamPositive
			if answer != pamSuccess && answer != "new_authtok_reqd" {
				r.state = pamNegative // the answer is passed on, and is no yes
			}
		}
		return action == "done" && r.state == pamPositive
	case "bad", "die":
		r.state = pamNegative
		return action == "die"
	}
	return false
}

// jump skips modules; a substack counts as one. A jump beyond the end is a fault
// for which libpam refuses.
func (r *pamRun) jump(stack []pamEntry, i, n int) int {
	level := stack[i].level
	for ; n > 0 && i+1 < len(stack) && stack[i+1].level >= level; n-- {
		i++
		for i+1 < len(stack) && stack[i+1].level > level {
			i++
		}
	}
	if n > 0 {
		r.state = pamNegative
	}
	return i
}

func endOfLevel(stack []pamEntry, i int) int {
	for level := stack[i].level; i+1 < len(stack) && stack[i+1].level >= level; {
		i++
	}
	return i
}

// pamAction is what a control says to an answer: ok, done, bad, die, ignore,
// reset, or a number of modules to skip.
func pamAction(control, answer string) string {
	list, brackets := strings.CutPrefix(control, "[")
	if !brackets {
		list = map[string]string{
			"required":   "success=ok new_authtok_reqd=ok ignore=ignore default=bad",
			"requisite":  "success=ok new_authtok_reqd=ok ignore=ignore default=die",
			"sufficient": "success=done new_authtok_reqd=done default=ignore",
			"optional":   "success=ok new_authtok_reqd=ok default=ignore",
		}[control]
	}
	fallback := "bad"
	for _, f := range strings.Fields(strings.ReplaceAll(strings.ReplaceAll(list, " =", "="), "= ", "=")) {
		name, action, _ := strings.Cut(f, "=")
		switch name {
		case answer:
			return action
		case "default":
			fallback = action
		}
	}
	return fallback
}
