package host

import (
	"context"
	"fmt"
	"strings"

	"scantling/checks/fact"
)

// SysctlFact is `sysctl(key)`.
var SysctlFact = fact.NewKeyed("sysctl", "kernel parameter",
	"A kernel parameter: its value in /proc/sys, and the one that sysctl.d, ufw or the kernel command line give it at boot.",
	fact.Files, readSysctl).Reading(planSysctl)

// A Sysctl is one kernel parameter. Values are texts with single blanks, numbers
// decimal.
type Sysctl struct {
	Key         string
	Exists      bool    // the running kernel has it
	Live        *string // null where the kernel does not have it
	Persisted   *string // what it is set to at boot; null when nothing sets it
	PersistedBy *string // the file and line that sets it
	Place       string  // where another value belongs: the line in /etc that sets it, else a file whose name comes last
	Applies     bool    // false for a net.ipv6 parameter while IPv6 is off
	Summary     string  // what is known of both, in words
}

func readSysctl(h *Host, ctx context.Context, key string, n *fact.Notes) (Sysctl, error) {
	s := Sysctl{Key: key, Applies: true, Place: "/etc/sysctl.d/99-zz-hardening.conf"}
	at := sysctlPath(key)
	if at == "" || strings.ContainsAny(at, "*?[") {
		return s, fmt.Errorf("sysctl %q: not the name of one kernel parameter", key)
	}
	n.From("/proc/sys/" + at)
	n.Origin("place", "this audit")
	n.Origin("summary", "this audit")
	if strings.HasPrefix(at, "net/ipv6/") {
		s.Applies = h.noteIPv6(ctx, "applies", n)
	}
	h.readLiveSysctl(at, &s, n)
	h.readPersistedSysctl(ctx, at, &s, n)
	if s.Live != nil && s.PersistedBy != nil && *s.Live != *s.Persisted {
		n.Remark("live", "at boot "+*s.PersistedBy+" makes it "+*s.Persisted)
	}
	s.Summary = s.summary(n)
	return s, ctx.Err()
}

func (s Sysctl) summary(n *fact.Notes) string {
	var out []string
	switch {
	case n.At("live", nil).Err != nil:
	case s.Live == nil:
		out = append(out, "no parameter of this kernel")
	default:
		out = append(out, *s.Live+" now")
	}
	switch {
	case n.At("persisted", nil).Err != nil:
	case s.Persisted == nil:
		out = append(out, "set by nothing at boot")
	default:
		out = append(out, "set to "+*s.Persisted+" at boot by "+*s.PersistedBy)
	}
	return strings.Join(out, ", ")
}

func (h *Host) readLiveSysctl(at string, s *Sysctl, n *fact.Notes) {
	b, found, err := h.readOptional("/proc/sys/" + at)
	switch {
	case err != nil:
		n.Unknown("live", err)
		s.Exists = true
	case found:
		value := sysctlValue(string(b))
		s.Exists, s.Live = true, &value
	case !h.kernelSeen():
		n.Unknown("exists", notRunning("the kernel"))
		n.Unknown("live", notRunning("the kernel's parameters"))
	}
}

func (h *Host) readPersistedSysctl(ctx context.Context, at string, s *Sysctl, n *fact.Notes) {
	t, err := h.sysctls.get(ctx, h.readSysctls)
	var line sysctlLine
	if err == nil {
		line, err = t.find(at)
	}
	if err != nil {
		n.Unknown("persisted", err)
		n.Unknown("persisted_by", err)
		n.Unknown("place", err)
		return
	}
	if s.Persisted = line.value; line.value != nil {
		s.PersistedBy = &line.origin
		n.Origin("persisted", line.origin)
		if strings.HasPrefix(line.origin, "/etc/") {
			s.Place = line.origin
		}
		return
	}
	n.Origin("persisted", "no file of sysctl.d sets it")
	if l := lastOf(t.unread, at); l.value != nil {
		n.Remark("persisted", l.origin+" sets it, but nothing reads that file at boot: no link in /etc/sysctl.d leads there")
	}
}

func planSysctl(key string) []string {
	return append([]string{"/proc/sys/" + orWord(sysctlPath(key), "KEY"), sysctlConf, "/etc/ufw/ufw.conf", "/etc/default/ufw", "/proc/cmdline"}, sysctlDirs()...)
}
