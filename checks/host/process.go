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
	"syscall"
	"time"

	"github.com/shirou/gopsutil/v3/common"
	"github.com/shirou/gopsutil/v3/process"

	"scantling/checks/fact"
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

	ExeErr error `cty:"-"` // why Exe is not known; others' links are for root
}

func readProcess(h *Host, ctx context.Context, name string, n *fact.Notes) (ProcessesByName, error) {
	n.From("/proc")
	all, err := h.Processes(ctx)
	if err != nil {
		return ProcessesByName{}, fmt.Errorf("process %s: %w", name, err)
	}
	var out ProcessesByName
	for _, p := range all {
		if p.Name != name {
			continue
		}
		at := fmt.Sprintf("processes[%d]", len(out.Processes))
		n.Origin(at, fmt.Sprintf("/proc/%d", p.PID))
		if p.ExeErr != nil {
			n.Unknown(at+".exe", p.ExeErr)
		}
		out.Running, out.Processes = true, append(out.Processes, p)
	}
	return out, nil
}

// Processes lists what runs, by process id. The listing is one moment of the
// run, kept. [fact.Unavailable] when the machine does not run here, or when the
// audit is in a container with processes of its own.
func (h *Host) Processes(ctx context.Context) ([]Process, error) {
	if !h.root.Live() {
		return nil, notRunning("the processes")
	}
	if name, file, err := h.markerFile(); err == nil && name != "" && !h.inFirstPIDNamespace() {
		return nil, &fact.Unavailable{Why: "the host's processes are not seen from this container (" + file + ")", Remedy: "run the container with --pid=host"}
	}
	return h.processes.get(ctx, h.listProcesses)
}

func (h *Host) listProcesses(ctx context.Context) ([]Process, error) {
	// The library would follow HOST_PROC of the environment otherwise.
	ctx = context.WithValue(ctx, common.EnvKey, common.EnvMap{common.HostProcEnvKey: "/proc", common.HostSysEnvKey: "/sys"})
	pids, err := process.PidsWithContext(ctx)
	if err != nil {
		return nil, fmt.Errorf("list processes: %w", err)
	}
	if !slices.Contains(pids, 1) {
		return nil, &fact.Unavailable{Why: "processes of other users are hidden (hidepid)", Remedy: fact.RemedyRoot}
	}
	var out []Process
	for _, pid := range pids {
		p, err := h.describeProcess(ctx, &process.Process{Pid: pid})
		switch {
		case ctx.Err() != nil:
			return nil, fmt.Errorf("list processes: %w", ctx.Err())
		case err == nil:
			out = append(out, p)
		case !hasEnded(err):
			return nil, fmt.Errorf("process %d: %w", pid, err)
		}
	}
	slices.SortFunc(out, func(a, b Process) int { return cmp.Compare(a.PID, b.PID) })
	return out, nil
}

func (h *Host) describeProcess(ctx context.Context, p *process.Process) (Process, error) {
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

// hasEnded tells a process that is gone since the listing from one that cannot
// be read. ESRCH is what a file of /proc says that was open at that moment.
func hasEnded(err error) bool {
	return errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ESRCH)
}
