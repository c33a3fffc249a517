package docker

import (
	"fmt"
	"slices"
	"strings"

	"scantling/checks/fact"
	"scantling/checks/host"
)

// activated are the dockerd that systemd, of the machine or of one user, passed
// the socket to. The socket unit says which path is whose; a unit of another
// name may as well forward to another machine.
func (m machine) activated(p peer, at Endpoint, all []host.Process) ([]host.Process, error) {
	unit := m.socketUnits(p)
	if m.listensAt(unit("podman.socket"), p, at.unixSocket()) {
		return nil, nil
	}
	usual := m.listensAt(unit("docker.socket"), p, at.unixSocket())
	found := slices.DeleteFunc(slices.Clone(all), func(d host.Process) bool {
		mine := usual || m.listensAt(unit(m.socketOf(d)), p, at.unixSocket())
		return !mine || p.pid != 1 && d.EUID != p.uid || !m.listensOnFD(d) || m.apart(d)
	})
	if len(found) == 0 && !usual {
		return nil, &fact.Unavailable{
			Why:    fmt.Sprintf("the engine at %s is served through systemd (process %d), by a socket unit that is no dockerd's", at, p.pid),
			Remedy: "run scantling where that engine runs",
		}
	}
	return found, nil
}

// socketUnits looks units up where the listening systemd does. A unit that
// cannot be read is like one that is not there: it vouches for nobody.
func (m machine) socketUnits(p peer) func(name string) host.Unit {
	return func(name string) host.Unit {
		var u host.Unit
		home, err := "", error(nil)
		switch {
		case p.pid == 1:
			u, err = m.host.Unit(name)
		default:
			if home, err = m.homeOf(p.uid); err == nil {
				u, err = m.host.UserUnit(home, name)
			}
		}
		if err != nil {
			return host.Unit{}
		}
		return u
	}
}

// socketOf is the socket unit that systemd starts a process's unit with.
func (m machine) socketOf(d host.Process) string {
	b, err := m.root.ReadFile(fmt.Sprintf("/proc/%d/cgroup", d.PID))
	name, _ := unitOf(b)
	if err != nil || name == "" {
		return "docker.socket"
	}
	return strings.TrimSuffix(name, ".service") + ".socket"
}

func (m machine) listensAt(u host.Unit, p peer, socket string) bool {
	base := daemonBase{rootless: p.pid != 1, uid: p.uid}
	return slices.ContainsFunc(u.Settings("ListenStream"), func(s host.UnitSetting) bool {
		address, err := socketAddress(s, base.runDir())
		name, isPath := strings.CutPrefix(address, "unix://")
		return err == nil && isPath && m.resolved(name) == m.resolved(socket)
	})
}

// resolved follows links: /var/run/docker.sock is /run/docker.sock.
func (m machine) resolved(name string) string {
	if info, err := m.root.Stat(name); err == nil {
		return info.Resolved
	}
	return name
}
