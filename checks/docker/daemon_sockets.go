package docker

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"scantling/checks/fact"
	"scantling/checks/host"
)

// describeSockets works out where the API listens. fd:// stands for what
// systemd opened for dockerd, which docker.socket says.
func (e evidence) describeSockets(d *Daemon, n *fact.Notes) {
	at := n.At("hosts", nil)
	for _, attr := range []string{"tcp_hosts", "unix_sockets"} {
		n.Origin(attr, at.Origin)
		n.Remark(attr, at.Remark)
		if at.Err != nil {
			n.Unknown(attr, at.Err)
		}
	}
	d.SocketGroup = d.Group
	group := n.At("group", nil)
	n.Origin("socket_group", group.Origin)
	if err := cmpErr(at.Err, group.Err); err != nil {
		n.Unknown("socket_group", err)
	}
	d.TCPHosts, d.UnixSockets = splitHosts(d.Hosts)
	if at.Err == nil && slices.ContainsFunc(d.Hosts, func(h string) bool { return strings.HasPrefix(h, "fd://") }) {
		e.describeSocketUnit(d, n)
	}
}

func (e evidence) describeSocketUnit(d *Daemon, n *fact.Notes) {
	err := e.socketErr
	if err == nil && !e.socketUnit.Exists {
		err = errors.New("dockerd listens on fd://, and no docker.socket says what that is")
	}
	var listen []string
	for _, s := range e.socketUnit.Settings("ListenStream") {
		address, bad := socketAddress(s, e.base.runDir())
		err = cmpErr(err, bad)
		listen = append(listen, address)
		for _, attr := range []string{"tcp_hosts", "unix_sockets"} {
			n.Origin(attr, n.At("hosts", nil).Origin+" and "+s.At(0))
		}
	}
	if err != nil {
		for _, attr := range []string{"tcp_hosts", "unix_sockets", "socket_group"} {
			n.Unknown(attr, err)
		}
		return
	}
	tcp, unix := splitHosts(listen)
	d.TCPHosts, d.UnixSockets = unique(append(d.TCPHosts, tcp...)), unique(append(d.UnixSockets, unix...))
	d.SocketGroup = "root" // systemd.socket(5): SocketGroup= defaults to the group of SocketUser=, root
	n.Origin("socket_group", "systemd's default; not set in "+*e.socketUnit.FragmentPath)
	if set := e.socketUnit.Settings("SocketGroup"); len(set) > 0 {
		d.SocketGroup = set[len(set)-1].Value
		n.Origin("socket_group", set[len(set)-1].At(0))
	}
}

// socketAddress spells a ListenStream= out as a host of dockerd's: a path, a
// port, which is on every address, or address and port. %t is the directory
// for runtime files.
func socketAddress(s host.UnitSetting, runDir string) (string, error) {
	v := strings.Replace(s.Value, "%t", strings.Replace(runDir, "/var/run", "/run", 1), 1)
	switch {
	case strings.Contains(v, "%"):
		return "", fmt.Errorf("%s: the specifiers of ListenStream=%s are not expanded", s.At(0), s.Value)
	case strings.HasPrefix(v, "/"):
		return "unix://" + v, nil
	case strings.Trim(v, "0123456789") == "":
		return "tcp://[::]:" + v, nil
	}
	return "tcp://" + v, nil
}

func splitHosts(hosts []string) (tcp, unix []string) {
	for _, h := range hosts {
		if path, ok := strings.CutPrefix(h, "unix://"); ok {
			unix = append(unix, path)
		} else if strings.HasPrefix(h, "tcp://") {
			tcp = append(tcp, h)
		}
	}
	return tcp, unix
}

// cmpErr is the first error that is one.
func cmpErr(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
