package docker

import (
	"context"
	"errors"
	"fmt"
	"net"
	"slices"

	"golang.org/x/sys/unix"

	"scantling/checks/fact"
	"scantling/checks/host"
)

// A peer is the process that made a unix socket listen. The kernel keeps it at
// that moment and tells it to whoever connects: SO_PEERCRED, unix(7).
type peer struct {
	pid int // 0 when it is in a process namespace that is not seen from here
	uid int
}

// askPeer connects to the engine's socket, and says nothing there.
func (d *Docker) askPeer(ctx context.Context) (peer, error) {
	ctx, cancel := d.deadline(ctx)
	defer cancel()
	c, err := (&net.Dialer{}).DialContext(ctx, "unix", d.endpoint.unixSocket())
	if err != nil {
		return peer{}, err
	}
	defer c.Close()
	return peerOf(c)
}

func peerOf(c net.Conn) (peer, error) {
	u, ok := c.(*net.UnixConn)
	if !ok {
		return peer{}, errors.New("only unix sockets know their peer")
	}
	raw, err := u.SyscallConn()
	if err != nil {
		return peer{}, err
	}
	var cred *unix.Ucred
	var credErr error
	err = raw.Control(func(fd uintptr) {
		cred, credErr = unix.GetsockoptUcred(int(fd), unix.SOL_SOCKET, unix.SO_PEERCRED)
	})
	if err = cmpErr(err, credErr); err != nil {
		return peer{}, err
	}
	return peer{int(cred.Pid), int(cred.Uid)}, nil
}

// A served is what this machine's process table says about the engine.
type served struct {
	dockerds  []host.Process // those that the engine may be
	err       error          // why they cannot be listed
	elsewhere error          // why the engine is none of them, and this machine's files are not its
}

// served finds the processes behind the socket. A socket may lead anywhere: to
// another machine through ssh -L, into a container, to a second engine. Only its
// peer tells. Where nothing answers there is no peer; then files and processes
// count as they did before the engine stopped.
func (d *Docker) served(ctx context.Context) served {
	s, _ := d.servedMemo.get(func() (served, error) {
		var p peer
		known := d.peer != nil
		if known {
			var err error
			p, err = d.peer(ctx)
			known = err == nil
		}
		s := d.dockerds(ctx, p)
		if known {
			s.dockerds, s.elsewhere = d.machine().behind(p, d.endpoint, s.dockerds)
		}
		return s, nil
	})
	return s
}

// dockerds is the peer where it is one, else all that run: to find them takes a
// pass over the process table.
func (d *Docker) dockerds(ctx context.Context, p peer) (s served) {
	if own, ok := d.host.Process(ctx, p.pid, "dockerd"); ok {
		return served{dockerds: []host.Process{own}}
	}
	s.dockerds, s.err = d.host.Processes(ctx, "dockerd")
	return s
}

// here is nil when the engine runs on d.host, and else says why it does not.
// Only then do that machine's files and processes belong to the engine.
func (d *Docker) here(ctx context.Context) error {
	if !d.local() {
		return d.errElsewhere()
	}
	return d.served(ctx).elsewhere
}

func (d *Docker) machine() machine { return machine{d.host.Root(), d.host} }

// behind are the dockerd that the peer of the endpoint's socket stands for. For
// Podman, which has no daemon of that name, there is none. An error says who
// listens in a dockerd's place.
func (m machine) behind(p peer, at Endpoint, all []host.Process) ([]host.Process, error) {
	name := m.nameOf(p.pid)
	i := slices.IndexFunc(all, func(d host.Process) bool { return d.PID == p.pid })
	switch {
	case p.pid == 0:
		return nil, &fact.Unavailable{
			Why:    fmt.Sprintf("the engine at %s is served by a process that is not seen from here", at),
			Remedy: "run scantling where that engine runs; in a container, with the host's process namespace",
		}
	case i >= 0 && m.apart(all[i]):
		return nil, &fact.Unavailable{
			Why:    fmt.Sprintf("the engine at %s is served by process %d (dockerd), which does not share our root and process namespace", at, p.pid),
			Remedy: "run scantling beside that dockerd",
		}
	case i >= 0:
		return all[i : i+1], nil
	case name == "podman":
		return nil, nil
	case p.pid == 1 || name == "systemd":
		return m.activated(p, at, all)
	}
	passed := slices.DeleteFunc(slices.Clone(all), func(d host.Process) bool {
		own := name == "rootlesskit" && d.EUID == p.uid || m.parentOf(d.PID) == p.pid && m.listensOnFD(d)
		return !own || m.apart(d)
	})
	if len(passed) == 0 {
		return nil, &fact.Unavailable{
			Why:    fmt.Sprintf("the engine at %s is served by process %d (%s), not by a dockerd of this machine", at, p.pid, name),
			Remedy: "run scantling where that engine runs",
		}
	}
	return passed, nil
}
