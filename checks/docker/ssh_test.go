package docker

import (
	"crypto/ed25519"
	"crypto/rand"
	"encoding/pem"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"
	"golang.org/x/crypto/ssh/agent"
	"golang.org/x/crypto/ssh/knownhosts"

	"scantling/checks/fact"
)

func newKey(t *testing.T) (ed25519.PrivateKey, ssh.Signer) {
	t.Helper()
	_, key, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	s, err := ssh.NewSignerFromKey(key)
	if err != nil {
		t.Fatal(err)
	}
	return key, s
}

// A sshServer accepts one user's key and forwards unix sockets.
type sshServer struct {
	addr   string
	host   ssh.Signer
	user   ssh.PublicKey
	refuse bool // as AllowStreamLocalForwarding no does
	logins atomic.Int32
}

func (s *sshServer) start(t *testing.T) {
	t.Helper()
	_, s.host = newKey(t)
	config := &ssh.ServerConfig{PublicKeyCallback: func(c ssh.ConnMetadata, key ssh.PublicKey) (*ssh.Permissions, error) {
		if c.User() != "kim" || string(key.Marshal()) != string(s.user.Marshal()) {
			return nil, fmt.Errorf("unknown key")
		}
		return nil, nil
	}}
	config.AddHostKey(s.host)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	s.addr = l.Addr().String()
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			go s.serve(conn, config)
		}
	}()
}

func (s *sshServer) serve(conn net.Conn, config *ssh.ServerConfig) {
	_, channels, requests, err := ssh.NewServerConn(conn, config)
	if err != nil {
		return
	}
	s.logins.Add(1)
	go ssh.DiscardRequests(requests)
	for c := range channels {
		go s.forward(c)
	}
}

func (s *sshServer) forward(c ssh.NewChannel) {
	var to struct {
		Path, Reserved string
		Unused         uint32
	}
	if err := ssh.Unmarshal(c.ExtraData(), &to); err != nil || c.ChannelType() != "direct-streamlocal@openssh.com" || s.refuse {
		c.Reject(ssh.Prohibited, "administratively prohibited")
		return
	}
	local, err := net.Dial("unix", to.Path)
	if err != nil {
		c.Reject(ssh.ConnectionFailed, "open failed")
		return
	}
	ch, requests, err := c.Accept()
	if err != nil {
		return
	}
	go ssh.DiscardRequests(requests)
	go func() { io.Copy(local, ch); local.Close() }()
	io.Copy(ch, local)
	ch.Close()
}

func writeFile(t *testing.T, text []byte) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(name, text, 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

func keyFile(t *testing.T, key ed25519.PrivateKey, passphrase string) string {
	t.Helper()
	var block *pem.Block
	var err error
	if passphrase == "" {
		block, err = ssh.MarshalPrivateKey(key, "")
	} else {
		block, err = ssh.MarshalPrivateKeyWithPassphrase(key, "", []byte(passphrase))
	}
	if err != nil {
		t.Fatal(err)
	}
	return writeFile(t, pem.EncodeToMemory(block))
}

// keyAgent answers on a socket with one key.
func keyAgent(t *testing.T, key ed25519.PrivateKey) string {
	t.Helper()
	ring := agent.NewKeyring()
	if err := ring.Add(agent.AddedKey{PrivateKey: key}); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "a")
	l, err := net.Listen("unix", name)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			go agent.ServeAgent(ring, conn)
		}
	}()
	return name
}

func TestSSH(t *testing.T) {
	e := &testEngine{API: "1.41", Handler: func(w http.ResponseWriter, r *http.Request) { w.Write([]byte("{}")) }}
	e.serve(t, Options{})
	socket := e.Endpoint.unixSocket()
	key, signer := newKey(t)
	_, stranger := newKey(t)
	server := &sshServer{user: signer.PublicKey()}
	server.start(t)
	closed := &sshServer{user: signer.PublicKey(), refuse: true}
	closed.start(t)
	known := writeFile(t, []byte(knownhosts.Line([]string{server.addr}, server.host.PublicKey())+"\n"+knownhosts.Line([]string{closed.addr}, closed.host.PublicKey())+"\n"))
	changed := writeFile(t, []byte("\n"+knownhosts.Line([]string{server.addr}, stranger.PublicKey())+"\n"))
	file, locked := keyFile(t, key, ""), keyFile(t, key, "correct horse")
	strangeKey, _ := newKey(t)
	for _, tt := range []struct {
		name, addr, path string
		ssh              SSH
		want             string // in the error; "" for none
		remedy           string // in the remedy; "" for a plain error
	}{
		{"key file", server.addr, socket, SSH{Identities: []string{"/none", locked, file}, KnownHosts: []string{"/none", known}}, "", ""},
		{"agent", server.addr, socket, SSH{Agent: keyAgent(t, key), KnownHosts: []string{known}}, "", ""},
		{"unknown host", server.addr, socket, SSH{Identities: []string{file}, KnownHosts: []string{"/none"}},
			"the host key of " + server.addr + " is not known", "connect once with ssh"},
		{"changed host", server.addr, socket, SSH{Identities: []string{file}, KnownHosts: []string{changed}},
			"the host key of " + server.addr + " is not the one in " + changed + ":2", ""},
		{"encrypted key", server.addr, socket, SSH{Identities: []string{locked}, KnownHosts: []string{known}}, "cannot log in to " + server.addr + " as kim: no key", "ssh agent"},
		{"another's key", server.addr, socket, SSH{Identities: []string{keyFile(t, strangeKey, "")}, KnownHosts: []string{known}}, "no key was accepted", "~/.ssh/config is not read"},
		{"no forwarding", closed.addr, socket, SSH{Identities: []string{file}, KnownHosts: []string{known}}, "does not forward unix sockets", "AllowStreamLocalForwarding yes"},
		{"no engine", server.addr, "/none/docker.sock", SSH{Identities: []string{file}, KnownHosts: []string{known}}, "no Docker engine answers at /none/docker.sock on", "start the engine there"},
		{"no server", "127.0.0.1:1", socket, SSH{Identities: []string{file}, KnownHosts: []string{known}}, "connection refused", "start the engine"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			before := server.logins.Load()
			d, err := New(Options{Endpoint: Endpoint{Host: "ssh://kim@" + tt.addr + tt.path, SSH: tt.ssh}, Timeout: 5 * time.Second})
			if err != nil {
				t.Fatal(err)
			}
			defer d.Close()
			_, err = d.get(t.Context(), "/info")
			if tt.want == "" {
				if err != nil {
					t.Fatal(err)
				}
				if n := server.logins.Load() - before; n != 1 {
					t.Errorf("logged in %d times; want once", n)
				}
				return
			}
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Fatalf("got %v; want %q", err, tt.want)
			}
			if remedy, ok := fact.Remedy(err); ok != (tt.remedy != "") || !strings.Contains(remedy, tt.remedy) {
				t.Errorf("remedy %q; want %q", remedy, tt.remedy)
			}
		})
	}
}

// A server that shows several host keys must show the one that is known.
func TestSSHAsksForTheKnownKind(t *testing.T) {
	_, host := newKey(t)
	check, err := knownhosts.New(writeFile(t, []byte(knownhosts.Line([]string{"build:22"}, host.PublicKey())+"\n")))
	if err != nil {
		t.Fatal(err)
	}
	if got := knownAlgorithms(check, "build:22"); len(got) != 1 || got[0] != ssh.KeyAlgoED25519 {
		t.Errorf("asks for %q; want %s only", got, ssh.KeyAlgoED25519)
	}
	if got := knownAlgorithms(check, "other:22"); got != nil {
		t.Errorf("asks an unknown host for %q; want any", got)
	}
}

func TestSSHSilentServer(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	key, _ := newKey(t)
	d, err := New(Options{
		Endpoint: Endpoint{Host: "ssh://kim@" + l.Addr().String(), SSH: SSH{Identities: []string{keyFile(t, key, "")}}},
		Timeout:  100 * time.Millisecond,
	})
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	if _, err := d.get(t.Context(), "/info"); err == nil || err.Error() != "HEAD /_ping: timed out after 100ms" {
		t.Errorf("got %v; want a timeout", err)
	}
}

func TestSSHWithoutUser(t *testing.T) {
	if _, err := New(Options{Endpoint: Endpoint{Host: "ssh://build"}}); err == nil || !strings.Contains(err.Error(), "ssh://user@build") {
		t.Errorf("got %v; want an error that says how to name the user", err)
	}
}
