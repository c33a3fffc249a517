// Package host reads facts about a machine: its files, accounts, mounts,
// processes, sockets, audit rules and units. What a file or a kernel interface
// says is read as data; no program is started.
package host

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"sync"
	"syscall"
	"time"

	"scantling/checks/fact"
	"scantling/checks/host/rootfs"
)

// Facts is what profiles can ask about a host; each needs a *Host.
var Facts = fact.Ungrouped(FactGroups)

// Host is one machine. It may be used by several goroutines; what several facts
// share is read once.
type Host struct {
	root *rootfs.FS
	euid int
	now  func() time.Time

	outermost   func() bool              // process 1 of the first namespace has our root
	mountViews  func() mountViews        //
	processes   memo[map[string][]int32] // by the kernel's name for them
	mounts      memo[mountTable]
	sockets     memo[socketOwners]
	packages    memo[packages]
	listeners   memo[[]socketLine]
	aptSettings memo[[]aptSetting]
	pam         pamFiles

	unitLinks  memo[unitLinks]
	unitStates memo[map[string]string]
	askUnits   func(context.Context) (map[string]string, error) // nil: over D-Bus, when the machine runs here

	counted func(files int64) // told of the pass over the disk; may be nil
	accountFacts
	kernelFacts
	netFacts

	kernelAudit  memo[kernelAudit]
	diskAudit    memo[auditRules]
	auditMachine memo[auditMachine]
	askKernel    func(context.Context) (kernelAudit, error) // nil: over netlink, when the machine runs here

}

// An Option changes what New assumes.
type Option func(*Host)

// WithEUID sets the effective user id that the audit runs with; else that of
// this process.
func WithEUID(uid int) Option { return func(h *Host) { h.euid = uid } }

// WithCounted has the pass over the disk tell how many files it has seen, often
// and from any goroutine.
func WithCounted(tell func(files int64)) Option { return func(h *Host) { h.counted = tell } }

// WithUnitStates gives what systemd says of its units, by name, such as active or
// failed: a recorded machine has no systemd to ask.
func WithUnitStates(states map[string]string) Option {
	return func(h *Host) {
		h.askUnits = func(context.Context) (map[string]string, error) { return states, nil }
	}
}

// New returns the machine whose file system is root.
func New(root *rootfs.FS, opts ...Option) *Host {
	h := &Host{root: root, euid: os.Geteuid(), now: time.Now}
	h.outermost, h.mountViews = sync.OnceValue(h.isOutermost), sync.OnceValue(h.readViews)
	for _, o := range opts {
		o(h)
	}
	return h
}

// Root is the machine's file system.
func (h *Host) Root() *rootfs.FS { return h.root }

// notRunning is why a mounted or recorded machine does not tell something.
func notRunning(what string) error {
	return &fact.Unavailable{Why: what + " of a machine that is not running", Remedy: "run scantling on the running machine"}
}

// isAbsent reports that nothing has this name: no entry, or a parent that is no
// directory. Everything else, such as a closed parent, leaves the question open.
func isAbsent(err error) bool {
	return errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR)
}

// readOptional reads a file that need not be there.
func (h *Host) readOptional(name string) (b []byte, found bool, err error) {
	b, err = h.root.ReadFile(name)
	if isAbsent(err) {
		return nil, false, nil
	}
	return b, err == nil, err
}
