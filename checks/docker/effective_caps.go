package docker

import (
	"slices"
	"strings"
)

// dockerCaps are what a container of Docker holds when nothing is added or
// dropped (moby daemon/pkg/oci/caps/defaults.go). Podman gives fewer, and tells
// what it gives as additions to and drops from the same list.
var dockerCaps = strings.Fields("AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE NET_RAW SETFCAP SETGID SETPCAP SETUID SYS_CHROOT")

// kernelCaps are all capabilities by their number (linux/capability.h).
var kernelCaps = strings.Fields("CHOWN DAC_OVERRIDE DAC_READ_SEARCH FOWNER FSETID KILL SETGID SETUID SETPCAP LINUX_IMMUTABLE " +
	"NET_BIND_SERVICE NET_BROADCAST NET_ADMIN NET_RAW IPC_LOCK IPC_OWNER SYS_MODULE SYS_RAWIO SYS_CHROOT SYS_PTRACE SYS_PACCT " +
	"SYS_ADMIN SYS_BOOT SYS_NICE SYS_RESOURCE SYS_TIME SYS_TTY_CONFIG MKNOD LEASE AUDIT_WRITE AUDIT_CONTROL SETFCAP MAC_OVERRIDE " +
	"MAC_ADMIN SYSLOG WAKE_ALARM BLOCK_SUSPEND AUDIT_READ PERFMON BPF CHECKPOINT_RESTORE")

// capName spells cap_net_raw, CAP_NET_RAW and net_raw alike.
func capName(s string) string {
	return strings.TrimPrefix(strings.ToUpper(strings.TrimSpace(s)), "CAP_")
}

func capNames(list []string) []string {
	out := make([]string, len(list))
	for i, c := range list {
		out[i] = capName(c)
	}
	return out
}

// capabilities are those that the engine gives to a container, sorted. The
// order of moby's TweakCapabilities: ALL added keeps all but those dropped by
// name; ALL dropped keeps those added; else what is both dropped and added is
// held.
func capabilities(privileged bool, add, drop []string) []string {
	add, drop = capNames(add), capNames(drop)
	dropped := func(c string) bool { return slices.Contains(drop, c) }
	var out []string
	switch {
	case privileged:
		out = slices.Clone(kernelCaps)
	case slices.Contains(add, "ALL"):
		out = slices.DeleteFunc(slices.Clone(kernelCaps), dropped)
	case dropped("ALL"):
		out = slices.Clone(add)
	default:
		out = append(slices.DeleteFunc(slices.Clone(dockerCaps), dropped), add...)
	}
	return unique(out)
}

// beyond are the capabilities that Docker's default does not hold.
func beyond(caps []string) []string {
	return slices.DeleteFunc(slices.Clone(caps), func(c string) bool { return slices.Contains(dockerCaps, c) })
}

// capsOf names the bits of a mask such as CapEff in /proc/PID/status.
func capsOf(mask uint64) []string {
	out := []string{}
	for i, c := range kernelCaps {
		if mask&(1<<i) != 0 {
			out = append(out, c)
		}
	}
	slices.Sort(out)
	return out
}
