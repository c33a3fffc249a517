package docker

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"scantling/checks/fact"
)

// InitProcess is the first process of a running container, as the kernel shows
// it: the truth that settings only lead to.
type InitProcess struct {
	UID        int      // inside the container's user namespace
	HostUID    int      // on the host
	CapEff     []string // capabilities in force, without CAP_
	Seccomp    int      // 0 off, 1 strict, 2 filter
	NoNewPrivs bool
}

// A procFS is a process table: /proc, or a recorded one.
type procFS struct{ fs.FS }

func (p procFS) read(pid int, name string) ([]byte, error) {
	b, err := fs.ReadFile(p.FS, strconv.Itoa(pid)+"/"+name)
	if err != nil {
		return nil, fmt.Errorf("/proc/%d/%s: %w", pid, name, errors.Unwrap(err))
	}
	return b, nil
}

func (r *record) initProcess() *InitProcess {
	if !r.want("init_process") && !r.want("effective.user_is_root") || !r.derived("init_process") {
		return nil
	}
	if !r.in.State.Running || r.in.State.Pid == 0 {
		return nil
	}
	proc, err := r.proc()
	var p InitProcess
	if err == nil {
		p, err = proc.first(r.in.State.Pid, r.in.ID, r.pidsOf(proc))
	}
	if !r.unless(err, "init_process") {
		return nil
	}
	dir := "/proc/" + strconv.Itoa(r.in.State.Pid)
	r.notes.Origin("init_process", dir+"/status")
	r.notes.Origin("init_process.uid", dir+"/status Uid, "+dir+"/uid_map")
	r.first = &p
	return &p
}

// first reads a container's first process. The engine may live in another pid
// namespace or virtual machine, where the number means another process: only
// the control group tells that it is the right one. Of the known processes it
// has been read.
func (p procFS) first(pid int, id string, known []int) (InitProcess, error) {
	if !slices.Contains(known, pid) {
		if err := p.belongs(pid, id); err != nil {
			return InitProcess{}, err
		}
	}
	status, err := p.read(pid, "status")
	if err != nil {
		return InitProcess{}, unseen(err)
	}
	out, err := parseStatus(status)
	if err != nil {
		return out, fmt.Errorf("/proc/%d/status: %w", pid, err)
	}
	uids, err := p.read(pid, "uid_map")
	if err != nil {
		return out, unseen(err)
	}
	if out.UID, err = insideID(uids, out.HostUID); err != nil {
		return out, fmt.Errorf("/proc/%d/uid_map: %w", pid, err)
	}
	return out, nil
}

func (p procFS) belongs(pid int, id string) error {
	group, err := p.read(pid, "cgroup")
	if err != nil {
		return unseen(err)
	}
	if !bytes.Contains(group, []byte(id)) || id == "" {
		return &fact.Unavailable{
			Why:    fmt.Sprintf("process %d is not the container's here: the engine counts processes apart", pid),
			Remedy: "run scantling in the engine's pid and cgroup namespaces",
		}
	}
	return nil
}

// unseen is a process that ended, or that /proc's hidepid does not show.
func unseen(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return &fact.Unavailable{Why: "the process ended, or is hidden", Remedy: fact.RemedyRoot, Err: err}
	}
	return err
}

func parseStatus(b []byte) (p InitProcess, err error) {
	for _, name := range [...]string{"Uid", "CapEff", "NoNewPrivs", "Seccomp"} {
		fields := strings.Fields(statusLine(b, name))
		if len(fields) == 0 {
			return p, errors.New("one of Uid, CapEff, NoNewPrivs and Seccomp is missing")
		}
		switch name {
		case "Uid": // real, effective, saved, file system
			if len(fields) < 2 {
				return p, errors.New("the line Uid is too short")
			}
			p.HostUID, err = strconv.Atoi(fields[1])
		case "CapEff":
			var mask uint64
			mask, err = strconv.ParseUint(fields[0], 16, 64)
			p.CapEff = capsOf(mask)
		case "NoNewPrivs":
			p.NoNewPrivs = fields[0] == "1"
		case "Seccomp":
			p.Seccomp, err = strconv.Atoi(fields[0])
		}
		if err != nil {
			return p, fmt.Errorf("the line %s: %w", name, err)
		}
	}
	return p, nil
}

// statusLine is what a line says, of some sixty.
func statusLine(b []byte, name string) string {
	_, rest, _ := bytes.Cut(b, []byte("\n"+name+":"))
	value, _, _ := bytes.Cut(rest, []byte("\n"))
	return string(value)
}

// insideID maps a user id of ours to that in the process's user namespace. Each
// line of uid_map is: first inside, first outside, count.
func insideID(uidMap []byte, uid int) (int, error) {
	for line := range strings.Lines(string(uidMap)) {
		f := append(strings.Fields(line), "", "", "") // what is missing is no number either
		in, err1 := strconv.ParseUint(f[0], 10, 32)
		out, err2 := strconv.ParseUint(f[1], 10, 32)
		n, err3 := strconv.ParseUint(f[2], 10, 32)
		if cmp.Or(err1, err2, err3) != nil {
			return 0, fmt.Errorf("the line %q is not three numbers", strings.TrimSpace(line))
		}
		if at := int64(uid) - int64(out); at >= 0 && at < int64(n) {
			return int(int64(in) + at), nil
		}
	}
	return 0, fmt.Errorf("user %d is not mapped", uid)
}

// live reports whether a container has processes to look at.
func (r *record) live() bool { return r.in.State.Running }

func (r *record) processes(ctx context.Context) []ContainerProcess {
	if !r.want("processes") && !r.want("programs") {
		return nil
	}
	if !r.derived("processes") || !r.live() {
		return nil
	}
	if out, ok := r.scanned(); ok {
		r.notes.Origin("processes", "/proc/*/cgroup")
		return out
	}
	return r.top(ctx)
}

// programs says what runs without saying how often or under which number, so
// that containers of one image look alike.
func (r *record) programs(ps []ContainerProcess) []string {
	n := r.notes.At("processes", nil)
	r.notes.Origin("programs", n.Origin)
	if n.Err != nil {
		r.notes.Unknown("programs", n.Err)
	}
	var out []string
	for _, p := range ps {
		out = append(out, p.Name)
	}
	slices.Sort(out)
	return slices.Compact(out)
}
