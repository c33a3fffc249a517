package docker

import (
	"errors"
	"fmt"
	"net"
	"net/netip"
	"net/url"
	"strings"
)

// normal spells an engine's address with its scheme and port. Errors never
// repeat the address, which may hold a password.
func normal(host string, tls bool) (string, error) {
	host = strings.TrimSpace(host)
	switch {
	case strings.HasPrefix(host, "/"):
		return "unix://" + host, nil
	case !strings.Contains(host, "://"):
		host = "tcp://" + host
	}
	scheme, rest, _ := strings.Cut(host, "://")
	switch scheme {
	case "unix":
		if !strings.HasPrefix(rest, "/") {
			return "", errors.New("unix:// is followed by an absolute path: unix:///run/docker.sock")
		}
		return host, nil
	case "tcp", "http", "https":
		return normalTCP(host, tls)
	case "ssh":
		return normalSSH(host)
	}
	return "", fmt.Errorf("engine addresses start with unix://, tcp://, http://, https:// or ssh://, not %s://", scheme)
}

var errAddress = errors.New("the engine's address is none such as unix:///run/docker.sock, tcp://host:2376 or ssh://user@host")

// normalTCP adds the ports that docker assumes.
func normalTCP(host string, tls bool) (string, error) {
	u, err := url.Parse(host)
	if err != nil || u.RawQuery != "" || u.ForceQuery || u.Fragment != "" || strings.Contains(host, "#") {
		return "", errAddress
	}
	name, port := u.Hostname(), u.Port()
	if _, err := netip.ParseAddr(name); err != nil && strings.Contains(name, ":") {
		return "", errAddress // IPv6 without its brackets
	}
	if name == "" {
		name = "localhost"
	}
	if port == "" {
		port = map[bool]string{false: "2375", true: "2376"}[tls || u.Scheme == "https"]
	}
	u.Host = net.JoinHostPort(name, port)
	return u.String(), nil
}

func normalSSH(host string) (string, error) {
	u, err := url.Parse(host)
	if err != nil || u.Hostname() == "" {
		return "", errAddress
	}
	if _, has := u.User.Password(); has {
		return "", errors.New("ssh:// takes no password; load a key into the agent instead")
	}
	return host, nil
}

// String is the address without a password or token.
func (e Endpoint) String() string {
	if strings.HasPrefix(e.Host, "ssh://") {
		return e.Host // which holds no password; see normalSSH
	}
	return withoutLogin(e.Host)
}

// unixSocket is the path of a socket on this machine, or empty.
func (e Endpoint) unixSocket() string {
	name, _ := strings.CutPrefix(e.Host, "unix://")
	if name == e.Host {
		return ""
	}
	return name
}
