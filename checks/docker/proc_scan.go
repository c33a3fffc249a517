package docker

import (
	"io/fs"
	"path"
	"strconv"
	"strings"

	"scantling/checks/secret"
)

// ContainerProcess is one process of a running container.
type ContainerProcess struct {
	PID     int
	Name    string // of the program, without its directory
	Command string // secrets hidden
	UID     int    // on the host
}

// scanned are the container's processes by their control groups; not ok where
// this machine's process table does not show them.
func (r *record) scanned() ([]ContainerProcess, bool) {
	proc, err := r.proc()
	if err != nil {
		return nil, false
	}
	var out []ContainerProcess
	for _, pid := range r.pidsOf(proc) {
		if p, err := r.process(proc, pid); err == nil { // else it ended meanwhile
			out = append(out, p)
		}
	}
	return out, len(out) > 0
}

// pidsOf are the container's processes, as one pass over the table shows them.
func (r *record) pidsOf(proc procFS) []int {
	if !r.want("processes") && !r.want("programs") {
		return nil // the first process alone is not worth the pass
	}
	all, err := r.pids.get(proc.byContainer)
	if err != nil {
		return nil
	}
	return all[r.in.ID]
}

// process describes one of them. Of the first the user is known already, and
// for the programs' names it does not matter.
func (r *record) process(proc procFS, pid int) (ContainerProcess, error) {
	p, err := proc.process(pid)
	switch {
	case err != nil || !r.want("processes"):
	case r.first != nil && pid == r.in.State.Pid:
		p.UID = r.first.HostUID
	default:
		p.UID, err = proc.user(pid)
	}
	return p, err
}

// byContainer finds every container's processes in one pass over the table.
func (p procFS) byContainer() (map[string][]int, error) {
	dirs, err := fs.ReadDir(p, ".")
	if err != nil {
		return nil, err
	}
	out := map[string][]int{}
	for _, d := range dirs {
		pid, err := strconv.Atoi(d.Name())
		if err != nil {
			continue
		}
		group, err := p.read(pid, "cgroup")
		if err != nil {
			continue // it ended, or is hidden; the engine's own list fills the gap
		}
		for _, id := range groupIDs(string(group)) {
			out[id] = append(out[id], pid)
		}
	}
	return out, nil
}

// groupIDs are the container ids, 64 hexadecimal digits, in a process's control
// groups: docker/ID, docker-ID.scope, libpod-ID.scope, once for each hierarchy
// and, where containers run in containers, several.
func groupIDs(group string) []string {
	var out []string
	for i, n := 0, 0; i <= len(group); i++ {
		if i < len(group) && isHex(group[i]) {
			n++
			continue
		}
		if n == 64 {
			out = append(out, group[i-64:i])
		}
		n = 0
	}
	return unique(out)
}

func isHex(c byte) bool { return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' }

func (p procFS) user(pid int) (int, error) {
	status, err := p.read(pid, "status")
	if err != nil {
		return 0, err
	}
	s, err := parseStatus(status)
	return s.HostUID, err
}

// process is a process without its user.
func (p procFS) process(pid int) (ContainerProcess, error) {
	line, err := p.read(pid, "cmdline")
	if err != nil {
		return ContainerProcess{}, err
	}
	args := strings.Split(strings.TrimRight(string(line), "\x00"), "\x00")
	return ContainerProcess{PID: pid, Name: programName(args[0]), Command: strings.Join(secret.Args(args), " ")}, nil
}

// programName is the program that a command starts: /usr/sbin/sshd becomes
// sshd, as do "sshd: kim [priv]" and -sshd, which programs write themselves.
func programName(command string) string {
	first, _, _ := strings.Cut(strings.TrimSpace(command), " ")
	if first == "" {
		return ""
	}
	return strings.TrimPrefix(strings.TrimSuffix(path.Base(first), ":"), "-")
}
