package docker

import (
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"scantling/checks/fact"
	"scantling/checks/host"
)

const defaultPidfile = "/var/run/docker.pid"

// dockerds are the processes that run dockerd, whether or not the kernel still
// has the program they were started from.
func dockerds(all []host.Process) []host.Process {
	return slices.DeleteFunc(slices.Clone(all), func(p host.Process) bool {
		exe := path.Base(strings.TrimSuffix(p.Exe, " (deleted)"))
		return p.Name != "dockerd" && exe != "dockerd" && (len(p.Args) == 0 || path.Base(p.Args[0]) != "dockerd")
	})
}

// noDaemon is why no process was chosen although the list is complete.
type noDaemon struct{ *fact.Unavailable }

func (e *noDaemon) Unwrap() error { return e.Unavailable }

var errNoDaemon = &noDaemon{&fact.Unavailable{
	Why:    "no dockerd is among the processes seen from here: it runs in a virtual machine or another process namespace",
	Remedy: "run scantling on the engine's machine, with its process namespace",
}}

// choose finds the dockerd behind the endpoint. The engine says whether it is
// rootless, else the socket's place does. Of several, such as one inside a
// container, it is the one that its pidfile on this machine names.
func choose(m machine, found []host.Process, asked, rootless bool, uid int) (host.Process, error) {
	found = slices.DeleteFunc(found, func(p host.Process) bool {
		switch {
		case uid > 0:
			return p.EUID != uid
		case asked:
			return rootless != (p.EUID != 0)
		}
		return p.EUID != 0
	})
	if len(found) > 1 {
		named := slices.DeleteFunc(slices.Clone(found), func(p host.Process) bool { return !m.pidfileNames(p) })
		if len(named) != 1 {
			return host.Process{}, errSeveral(found)
		}
		found = named
	}
	if len(found) == 0 {
		return host.Process{}, errNoDaemon
	}
	return found[0], nil
}

func errSeveral(found []host.Process) error {
	var pids []string
	for _, p := range found {
		pids = append(pids, strconv.Itoa(p.PID))
	}
	return &fact.Unavailable{
		Why:    fmt.Sprintf("several dockerd run here (pids %s) and their pidfiles do not tell which one answers", strings.Join(pids, ", ")),
		Remedy: "run scantling as root",
	}
}

// pidfileNames reports that the pidfile of a process holds its id. A dockerd in
// a container writes its pidfile there, and writes another number.
func (m machine) pidfileNames(p host.Process) bool {
	name := defaultPidfile
	if p.EUID != 0 {
		name = fmt.Sprintf("/run/user/%d/docker.pid", p.EUID)
	}
	if h, ok := parseFlags(words0(p.Args)).layer["pidfile"]; ok {
		name, _ = h.value.(string)
	}
	b, err := m.root.ReadFile(name)
	return err == nil && strings.TrimSpace(string(b)) == strconv.Itoa(p.PID)
}

// words0 are the words after the program's name, without a place.
func words0(args []string) []host.Word {
	var out []host.Word
	for _, a := range args[min(1, len(args)):] {
		out = append(out, host.Word{Text: a})
	}
	return out
}

// runtimeUser is the user in /run/user/1000/docker.sock; 0 for other sockets.
func runtimeUser(socket string) int {
	rest, ok := strings.CutPrefix(strings.TrimPrefix(socket, "/var"), "/run/user/")
	if !ok {
		return 0
	}
	name, _, _ := strings.Cut(rest, "/")
	uid, err := strconv.Atoi(name)
	if err != nil {
		return 0
	}
	return uid
}

// placed gives each word of a running process the place in the unit's files
// where it was written, as far as the same words are found there in order.
func placed(p host.Process, unit []host.Word) []host.Word {
	flag := fmt.Sprintf("flag of pid %d", p.PID)
	out := words0(p.Args)
	from := 0
	for i := range out {
		out[i].At = flag
		at := slices.IndexFunc(unit[from:], func(w host.Word) bool { return w.Text == out[i].Text })
		if at >= 0 {
			from += at
			out[i].At = fmt.Sprintf("%s (%s)", flag, unit[from].At)
			from++
		}
	}
	return out
}

// unitOf finds the unit in /proc/PID/cgroup: the innermost *.service, unless
// the process is in a container's scope below it. For a service of a user's own
// manager user is true.
func unitOf(cgroup []byte) (name string, user bool) {
	for line := range strings.Lines(string(cgroup)) {
		fields := strings.SplitN(strings.TrimSpace(line), ":", 3)
		if len(fields) < 3 || fields[1] != "" && fields[1] != "name=systemd" {
			continue
		}
		for _, step := range strings.Split(fields[2], "/") {
			switch {
			case strings.HasSuffix(step, ".scope"):
				name = ""
			case strings.HasPrefix(step, "user@"):
				name, user = "", true
			case strings.HasSuffix(step, ".service"):
				name = step
			}
		}
		if name != "" {
			return name, user
		}
	}
	return "", false
}
