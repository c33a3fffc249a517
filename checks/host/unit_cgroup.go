package host

import (
	"context"
	"fmt"
	"path"
	"strings"

	"scantling/checks/fact"
)

// groupRoots are where systemd's control groups are: version 2, version 2 beside
// version 1, and version 1.
var groupRoots = [...]string{"/sys/fs/cgroup", "/sys/fs/cgroup/unified", "/sys/fs/cgroup/systemd"}

// groupActivity looks for processes in the control group of a unit. One that ran
// a command once has none, whether it is active or not; nor has a socket.
func (h *Host) groupActivity(u Unit, names []string, noAnswer error) activity {
	for _, name := range names {
		for _, root := range groupRoots {
			group := path.Join(root, groupPath(u, name))
			if runs, origin := h.populated(group); runs {
				return activity{active: true, origin: origin}
			}
		}
	}
	if path.Ext(u.Name) == ".service" && !u.once() {
		return activity{origin: "no process in its control group"}
	}
	return activity{err: &fact.Unavailable{Why: "systemd does not answer, and only it knows whether " + u.Name + " is active", Remedy: fact.RemedyRoot, Err: noAnswer}}
}

// once reports that a service is active after its command has ended.
func (u Unit) once() bool {
	return deref(u.last("Type")) == "oneshot" || isYes(u.last("RemainAfterExit")) || len(u.ExecStart) == 0
}

// groupPath is where a unit's group is: below its slice, which by default is the
// system's, and one of its own for the instances of a template.
func groupPath(u Unit, name string) string {
	slice := "system.slice"
	if prefix, _, ok := strings.Cut(name, "@"); ok {
		slice = "system-" + strings.ReplaceAll(prefix, "-", `\x2d`) + ".slice"
	}
	if set := u.last("Slice"); set != nil {
		slice = *set
	}
	var steps []string
	stem := strings.TrimSuffix(slice, ".slice")
	for i := range len(stem) {
		if stem[i] == '-' {
			steps = append(steps, stem[:i]+".slice")
		}
	}
	return path.Join(append(steps, slice, name)...)
}

// populated asks the group's event file, which counts groups below as well, and
// in version 1 its list of processes.
func (h *Host) populated(group string) (bool, string) {
	file := path.Join(group, "cgroup.events")
	if b, err := h.root.ReadFile(file); err == nil {
		return strings.Contains(string(b), "populated 1"), file
	}
	file = path.Join(group, "cgroup.procs")
	b, err := h.root.ReadFile(file)
	return err == nil && len(b) > 0, file
}

// unmanagedActivity is for a machine that systemd does not run. A unit whose
// program runs is active in effect.
func (h *Host) unmanagedActivity(ctx context.Context, u Unit) activity {
	for _, line := range u.ExecStart {
		exe := strings.TrimLeft(firstWord(line), "@-:+!|")
		info, err := h.root.Stat(exe)
		if exe == "" || err != nil {
			continue
		}
		running, _ := h.Processes(ctx, path.Base(exe))
		for _, p := range running {
			if p.Exe == info.Resolved {
				return activity{active: true, origin: fmt.Sprintf("/proc/%d runs %s", p.PID, exe)}
			}
		}
	}
	return activity{err: &fact.Unavailable{Why: "systemd does not run here, so nothing says whether " + u.Name + " is active"}}
}

func firstWord(s string) string {
	if f := strings.Fields(s); len(f) > 0 {
		return f[0]
	}
	return ""
}

// isYes: unset is no.
func isYes(s *string) bool {
	b := systemdBool(deref(s))
	return b != nil && *b
}
