package host

import (
	"context"
	_ "embed"
	"strconv"
	"strings"

	"golang.org/x/sys/unix"

	"scantling/checks/fact"
)

//go:embed audit_calls.txt
var auditCallsTable string

// An auditArch is one kind of program that a kernel runs, with the numbers that
// its system calls have.
type auditArch struct {
	bits  string // as rules name it: b64 or b32
	name  string // x86_64, i386, ...
	calls map[string]uint32
}

// callName is the name of a number, or the number.
func (a auditArch) callName(number uint32) string {
	for name, n := range a.calls {
		if n == number {
			return name
		}
	}
	return strconv.Itoa(int(number))
}

// auditMachine is the kinds of programs that a machine's kernel runs, its own
// first. Without a known architecture there is one kind without bits, of which
// only rules for all programs are known to hold.
type auditMachine struct {
	archs []auditArch
	err   error // why the architecture is not known
}

func (m auditMachine) native() auditArch { return m.archs[0] }

// arch is the kind of program with these bits; the machine's own for "".
func (m auditMachine) arch(bits string) auditArch {
	for _, a := range m.archs {
		if a.bits == bits {
			return a
		}
	}
	return m.native()
}

// loaders are the dynamic loaders, at the place that each architecture's binary
// interface fixes. Those of 64 bits come first: their machines may have both.
var loaders = []struct{ path, arch string }{
	{"/lib64/ld-linux-x86-64.so.2", "x86_64"}, {"/lib/ld-linux-aarch64.so.1", "aarch64"},
	{"/lib64/ld64.so.2", "ppc64le"}, {"/lib/ld64.so.1", "s390x"},
	{"/lib/ld-musl-x86_64.so.1", "x86_64"}, {"/lib/ld-musl-aarch64.so.1", "aarch64"},
	{"/lib/ld-linux-armhf.so.3", "arm"}, {"/lib/ld-linux.so.2", "i386"},
}

// compatOf is the older programs that a 64-bit kernel may run, and the setting
// it was built with when it does. That of ppc64le runs none.
var compatOf = map[string]struct{ arch, setting string }{
	"x86_64": {"i386", "CONFIG_IA32_EMULATION"}, "aarch64": {"arm", "CONFIG_COMPAT"}, "s390x": {"s390", "CONFIG_COMPAT"},
}

// readAuditMachine asks the kernel, and of a machine that is not running, which
// loader its programs have.
func (h *Host) readAuditMachine(context.Context) (auditMachine, error) {
	name, err := h.architecture()
	if err == nil && len(callsOf(name)) == 0 {
		err = &fact.Unavailable{Why: "the numbers of system calls on " + name + " are not in scantling's table"}
	}
	if err != nil {
		return auditMachine{archs: []auditArch{{}}, err: err}, nil
	}
	compat := compatOf[name]
	if compat.arch != "" && !h.kernelRuns(compat.setting) {
		compat.arch = ""
	}
	return machineOf(name, compat.arch), nil
}

func machineOf(names ...string) (m auditMachine) {
	for _, name := range names {
		if name != "" {
			m.archs = append(m.archs, auditArch{bits: bitsOf(name), name: name, calls: callsOf(name)})
		}
	}
	return m
}

func (h *Host) architecture() (string, error) {
	var u unix.Utsname
	if h.root.Live() && unix.Uname(&u) == nil {
		return archName(unix.ByteSliceToString(u.Machine[:])), nil
	}
	for _, l := range loaders {
		if _, err := h.root.Stat(l.path); err == nil {
			return l.arch, nil
		} else if !isAbsent(err) {
			return "", err
		}
	}
	return "", &fact.Unavailable{Why: "no dynamic loader tells which architecture the machine has"}
}

// archName is uname's word for a machine as the table spells it.
func archName(machine string) string {
	switch {
	case strings.HasPrefix(machine, "arm"):
		return "arm"
	case len(machine) == 4 && machine[0] == 'i' && machine[2:] == "86":
		return "i386"
	}
	return machine
}

// bitsOf is the word of rules for an architecture, given by name.
func bitsOf(arch string) string {
	switch name := archName(arch); name {
	case "b32", "i386", "arm", "ppc", "s390":
		return "b32"
	}
	return "b64"
}

// callsOf reads one column of the table.
func callsOf(arch string) map[string]uint32 {
	out, column := map[string]uint32{}, 0
	for line := range strings.Lines(auditCallsTable) {
		f := strings.Fields(line)
		switch {
		case f[0] == "#":
		case f[0] == "name":
			for i, name := range f {
				if name == arch {
					column = i
				}
			}
		case column > 0:
			if n, err := strconv.ParseUint(f[column], 10, 32); err == nil {
				out[f[0]] = uint32(n)
			}
		}
	}
	return out
}

// kernelRuns looks into the settings that the kernels were built with. Where no
// kernel or no settings can be seen, the old programs count as run: then rules
// for them are asked for.
func (h *Host) kernelRuns(setting string) bool {
	kernels, err := h.root.List("/lib/modules")
	runs := err != nil || len(kernels) == 0
	for _, k := range kernels {
		b, found, _ := h.readOptional("/lib/modules/" + k.Name() + "/config")
		if !found {
			b, found, _ = h.readOptional("/boot/config-" + k.Name())
		}
		runs = runs || !found || strings.Contains(string(b), "\n"+setting+"=y\n")
	}
	return runs
}
