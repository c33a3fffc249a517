package docker

import (
	"cmp"
	"reflect"
	"slices"

	"scantling/checks/fact"
)

// effective decides every setting. The engine's word comes first; without it
// files and flags count as far as they must be what the process started with.
func (e evidence) effective(n *fact.Notes) Daemon {
	d := e.describe(n)
	inForce, onDisk := merge(e.base, e.file.layer, e.flags), e.onDisk()
	for _, s := range daemonSettings {
		if s.kind == kindOpaque {
			continue
		}
		v := e.decide(s, inForce[s.name], onDisk[s.name])
		d.put(s.name, redactSetting(s, v.value))
		v.note(s.attr(), n)
		if v.pending != nil {
			d.Pending = append(d.Pending, *v.pending)
		}
	}
	if err := e.pendingUnseen(d.Pending); err != nil {
		n.Unknown("pending", err)
	}
	if d.Debug && d.LogLevel != "debug" && n.At("debug", nil).Err == nil {
		n.Remark("log_level", also(n.At("log_level", nil).Remark, "debug is on and outweighs it"))
	}
	e.describeSockets(&d, n)
	e.describePaths(&d, n)
	return d
}

// pendingUnseen is why it cannot be told that nothing waits for a restart. What
// was seen to wait is known all the same.
func (e evidence) pendingUnseen(seen []Pending) error {
	switch {
	case len(seen) > 0:
		return nil
	case !e.ours || e.standing != daemonRunning:
		return cmp.Or(e.why, e.reportErr, error(&fact.Unavailable{
			Why: "no dockerd of this machine is seen to run", Remedy: "start dockerd, or run as root",
		}))
	case e.changed():
		return cmp.Or(e.fileErr, e.reportErr, e.errChanged())
	}
	return cmp.Or(e.fileErr, e.reportErr)
}

// onDisk is what the next start would run with. Where the unit's command is not
// understood its flags are taken to stay as they are.
func (e evidence) onDisk() layer {
	flags := e.diskFlags
	if e.diskErr != nil {
		flags = e.flags
	}
	return merge(e.base, e.file.layer, flags)
}

// A decision is one setting's value with all that is to be said about it.
type decision struct {
	value   any
	origin  string
	remark  string
	err     error
	pending *Pending
}

func (v decision) note(attr string, n *fact.Notes) {
	n.Origin(attr, v.origin)
	if v.remark != "" {
		n.Remark(attr, v.remark)
	}
	if v.err != nil {
		n.Unknown(attr, v.err)
	}
}

func (e evidence) decide(s daemonSetting, inForce, onDisk held) decision {
	if r, ok := e.reports[s.name]; ok {
		return e.asReported(s, r, onDisk)
	}
	v := decision{value: inForce.value, origin: e.origin(inForce), remark: inForce.remark, err: inForce.err}
	switch e.standing {
	case daemonRemote:
		v.err = e.why
	case daemonHidden:
		v.err = e.why
		if e.ours {
			v.remark = e.beside(s, onDisk)
		}
	case daemonStopped, daemonOffline:
		v = decision{value: onDisk.value, origin: e.origin(onDisk), remark: also(onDisk.remark, e.notRunning()), err: onDisk.err}
		if v.err == nil {
			v.err = e.unsure(s, onDisk)
		}
	default:
		v = e.ofProcess(s, v, onDisk)
	}
	if gap := e.gap(s); v.err == nil && gap != nil {
		v.remark = also(v.remark, "the engine did not tell: "+gap.Error())
	}
	return v
}

// origin says where a value stands, or that nobody set it.
func (e evidence) origin(h held) string {
	switch {
	case h.at != "":
		return h.at
	case e.path == "":
		return "built-in default"
	case e.exists:
		return "built-in default; not set in " + e.path
	}
	return "built-in default; " + e.path + " does not exist"
}

func (e evidence) notRunning() string {
	if e.standing == daemonOffline {
		return "from the disk of a machine that is not running"
	}
	return "dockerd is not running"
}

// gap is why the engine did not tell a setting that it usually tells.
func (e evidence) gap(s daemonSetting) error {
	switch s.name {
	case "icc", "ip-masq", "ip", "mtu", "ipv6":
		return cmpErr(e.reportErr, e.bridgeErr)
	case "live-restore", "log-driver", "storage-driver", "debug", "experimental", "data-root", "authorization-plugins",
		"registry-mirrors", "insecure-registries", "default-runtime", "seccomp-profile":
		return e.reportErr
	}
	return nil
}

func also(remark, more string) string {
	if remark == "" || more == "" {
		return remark + more
	}
	return remark + "; " + more
}

// same compares two values of one setting; an absent list is an empty one.
func sameValue(a, b any) bool {
	if isZero(a) && isZero(b) {
		return true
	}
	x, ok1 := a.([]string)
	y, ok2 := b.([]string)
	if ok1 && ok2 {
		return slices.Equal(unique(slices.Clone(x)), unique(slices.Clone(y)))
	}
	return reflect.DeepEqual(a, b)
}
