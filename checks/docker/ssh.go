package docker

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net"
	"net/url"
	"sync"
	"time"

	"golang.org/x/crypto/ssh"

	"scantling/checks/fact"
)

// A sshWay carries requests to a unix socket on another machine, over one
// connection that the first request makes.
type sshWay struct {
	endpoint Endpoint
	user     string
	addr     string // host:port
	socket   string // on the other machine

	mu     sync.Mutex
	client *ssh.Client
}

func (e Endpoint) overSSH(u *url.URL, timeout time.Duration) (way, error) {
	s := &sshWay{
		endpoint: e,
		user:     cmp.Or(u.User.Username(), e.SSH.User),
		addr:     net.JoinHostPort(u.Hostname(), cmp.Or(u.Port(), "22")),
		socket:   cmp.Or(u.Path, "/var/run/docker.sock"),
	}
	if s.user == "" {
		return way{}, fmt.Errorf("%s: no user named; write ssh://user@%s", e, u.Host)
	}
	w := e.dialled(timeout, s.dial)
	w.close = s.close
	return w, nil
}

// dial opens a channel to the socket, as sshd's direct-streamlocal@openssh.com
// offers it: no program runs on either side.
func (s *sshWay) dial(ctx context.Context, _, _ string) (net.Conn, error) {
	c, err := s.connection(ctx)
	if err != nil {
		return nil, err
	}
	conn, err := c.DialContext(ctx, "unix", s.socket)
	var refused *ssh.OpenChannelError
	switch {
	case err == nil:
		return conn, nil
	case !errors.As(err, &refused):
		s.forget(c)
		return nil, err
	case refused.Reason == ssh.ConnectionFailed:
		return nil, &fact.Unavailable{
			Why:    fmt.Sprintf("no Docker engine answers at %s on %s", s.socket, s.addr),
			Remedy: "start the engine there, or log in as a user who may use its socket; ssh://user@host/path names another socket",
			Err:    err,
		}
	}
	return nil, &fact.Unavailable{
		Why:    "the ssh server at " + s.addr + " does not forward unix sockets",
		Remedy: "set AllowStreamLocalForwarding yes there",
		Err:    err,
	}
}

// connection is the one login, made anew after it broke.
func (s *sshWay) connection(ctx context.Context) (*ssh.Client, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.client != nil {
		return s.client, nil
	}
	c, err := s.login(ctx)
	s.client = c
	return c, err
}

func (s *sshWay) login(ctx context.Context) (*ssh.Client, error) {
	config, release, err := s.config()
	if err != nil {
		return nil, err
	}
	defer release()
	conn, err := (&net.Dialer{}).DialContext(ctx, "tcp", s.addr)
	if err != nil {
		return nil, err
	}
	stop := context.AfterFunc(ctx, func() { conn.Close() }) // the handshake knows no context
	c, channels, requests, err := ssh.NewClientConn(conn, s.addr, config)
	if !stop() && err == nil {
		err = context.Cause(ctx)
	}
	if err != nil {
		conn.Close()
		return nil, s.loginError(ctx, err)
	}
	return ssh.NewClient(c, channels, requests), nil
}

func (s *sshWay) forget(c *ssh.Client) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.client == c {
		s.client = nil
	}
	c.Close()
}

func (s *sshWay) close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.client != nil {
		s.client.Close()
		s.client = nil
	}
}
