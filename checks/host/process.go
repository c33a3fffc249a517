package host

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/shirou/gopsutil/v3/common"
	"github.com/shirou/gopsutil/v3/process"

	"scantling/checks/fact"
	"scantling/checks/host/rootfs"
)

// ProcessFact is `process(name)`.
var ProcessFact = fact.NewKeyed("process", "process name",
	"The running processes of that name, from /proc.", fact.Live, readProcess).
	Reading(func(string) []string { return []string{"/proc/PID/{status,cmdline,exe,stat}"} })

// ProcessesByName is what process(name) gives.
type ProcessesByName struct {
	Running   bool
	Processes []Process
}

// A Process is one running program.
type Process struct {
	PID     int
	Name    string // the kernel's name for it, not cut to 15 bytes
	Exe     string // "" for a kernel thread
	Args    []string
	UID     int
	EUID    int
	User    string // of EUID: the name in the machine's /etc/passwd, else the number
	Started time.Time
	Nested  bool // it lives in a process namespace below the audit's: in a container

	ExeErr error `cty:"-"` // why Exe is not known; others' links are for root
}

func readProcess(h *Host, ctx context.Context, name string, n *fact.Notes) (ProcessesByName, error) {
	n.From("/proc")
	found, err := h.Processes(ctx, name)
	if err != nil {
		return ProcessesByName{}, fmt.Errorf("process %s: %w", name, err)
	}
	var out ProcessesByName
	for _, p := range found {
		at := fmt.Sprintf("processes[%d]", len(out.Processes))
		n.Origin(at, fmt.Sprintf("/proc/%d", p.PID))
		if p.ExeErr != nil {
			n.Unknown(at+".exe", p.ExeErr)
		}
		out.Running, out.Processes = true, append(out.Processes, p)
	}
	return out, nil
}

// Processes lists the running processes of a name, by process id. Which names
// there are is one moment of the run, kept; only processes of that name are
// described. [fact.Unavailable] when the machine does not run here, or when the
// audit is in a container with processes of its own.
func (h *Host) Processes(ctx context.Context, name string) ([]Process, error) {
	if err := h.hidesProcesses(); err != nil {
		return nil, err
	}
	pids, err := h.processes.get(ctx, listNames)
	if err != nil {
		return nil, err
	}
	var out []Process
	for _, pid := range pids[kernelName(name)] {
		p, err := h.describeProcess(ctx, &process.Process{Pid: pid})
		switch {
		case ctx.Err() != nil:
			return nil, fmt.Errorf("list processes: %w", ctx.Err())
		case err == nil && p.Name == name:
			out = append(out, p)
		case err != nil && !hasEnded(err):
			return nil, fmt.Errorf("process %d: %w", pid, err)
		}
	}
	slices.SortFunc(out, func(a, b Process) int { return cmp.Compare(a.PID, b.PID) })
	return out, nil
}

// Process describes one process if it has the name, without looking at others;
// false where it has not, or cannot be described.
func (h *Host) Process(ctx context.Context, pid int, name string) (Process, bool) {
	if pid == 0 || h.hidesProcesses() != nil {
		return Process{}, false
	}
	p, err := h.describeProcess(ctx, &process.Process{Pid: int32(pid)})
	return p, err == nil && p.Name == name
}

// hidesProcesses is why the machine's processes are not seen, if they are not.
func (h *Host) hidesProcesses() error {
	if !h.root.Live() {
		return notRunning("the processes")
	}
	if name, file, err := h.markerFile(); err == nil && name != "" && !h.inFirstPIDNamespace() {
		return &fact.Unavailable{Why: "the host's processes are not seen from this container (" + file + ")", Remedy: "run the container with --pid=host"}
	}
	return nil
}

// kernelName is a process's name as the kernel keeps it: 15 bytes (TASK_COMM_LEN).
func kernelName(name string) string { return name[:min(len(name), 15)] }

// listNames sorts the process ids by the kernel's name for them: one short read
// each, where a description takes five.
func listNames(ctx context.Context) (map[string][]int32, error) {
	pids, err := process.PidsWithContext(libraryPaths(ctx))
	if err != nil {
		return nil, fmt.Errorf("list processes: %w", err)
	}
	if !slices.Contains(pids, 1) {
		return nil, &fact.Unavailable{Why: "processes of other users are hidden (hidepid)", Remedy: fact.RemedyRoot}
	}
	out, proc := map[string][]int32{}, rootfs.Proc()
	for _, pid := range pids {
		name, err := fs.ReadFile(proc, fmt.Sprintf("%d/comm", pid))
		switch {
		case ctx.Err() != nil:
			return nil, fmt.Errorf("list processes: %w", ctx.Err())
		case err == nil:
			key := strings.TrimSuffix(string(name), "\n")
			out[key] = append(out[key], pid)
		case !hasEnded(err):
			return nil, fmt.Errorf("process %d: %w", pid, err)
		}
	}
	return out, nil
}

// libraryPaths keeps the library from following HOST_PROC of the environment.
func libraryPaths(ctx context.Context) context.Context {
	return context.WithValue(ctx, common.EnvKey, common.EnvMap{common.HostProcEnvKey: "/proc", common.HostSysEnvKey: "/sys"})
}

func (h *Host) describeProcess(ctx context.Context, p *process.Process) (Process, error) {
	ctx = libraryPaths(ctx)
	name, err1 := p.NameWithContext(ctx)
	args, err2 := p.CmdlineSliceWithContext(ctx)
	ids, err3 := p.UidsWithContext(ctx) // real, effective, saved, file system
	started, err4 := p.CreateTimeWithContext(ctx)
	if err := cmp.Or(err1, err2, err3, err4); err != nil {
		return Process{}, err
	}
	if len(ids) < 2 {
		return Process{}, errors.New("its status names no user")
	}
	out := Process{PID: int(p.Pid), Name: name, Args: args, UID: int(ids[0]), EUID: int(ids[1]), Started: time.UnixMilli(started)}
	out.Nested = h.isNested(out.PID)
	out.User = h.userName(ctx, uint32(ids[1]))
	exe, err := os.Readlink("/proc/" + strconv.Itoa(int(p.Pid)) + "/exe")
	switch {
	case err == nil:
		out.Exe = exe
	case !errors.Is(err, fs.ErrNotExist): // no link: a kernel thread
		out.ExeErr = err
	}
	return out, nil
}

// isNested reads NSpid, which has a number for each namespace, from the audit's on.
func (h *Host) isNested(pid int) bool {
	b, err := h.root.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return false // it has ended
	}
	_, after, _ := strings.Cut(string(b), "\nNSpid:")
	line, _, _ := strings.Cut(after, "\n")
	return len(strings.Fields(line)) > 1
}

// hasEnded tells a process that is gone since the listing from one that cannot
// be read. ESRCH is what a file of /proc says that was open at that moment.
func hasEnded(err error) bool {
	return errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ESRCH)
}
