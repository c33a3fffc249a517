package docker

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"slices"
	"strings"

	"golang.org/x/crypto/ssh"
	"golang.org/x/crypto/ssh/agent"
	"golang.org/x/crypto/ssh/knownhosts"

	"scantling/checks/fact"
)

// config says whom to trust and how to log in. release closes the agent.
func (s *sshWay) config() (*ssh.ClientConfig, func(), error) {
	check, err := s.hostKeys()
	if err != nil {
		return nil, nil, err
	}
	keys, release, err := s.signers()
	if err != nil {
		return nil, nil, err
	}
	return &ssh.ClientConfig{
		User:              s.user,
		Auth:              []ssh.AuthMethod{ssh.PublicKeys(keys...)},
		HostKeyCallback:   check,
		HostKeyAlgorithms: knownAlgorithms(check, s.addr),
	}, release, nil
}

// hostKeys reads the known_hosts files that are there.
func (s *sshWay) hostKeys() (ssh.HostKeyCallback, error) {
	files := slices.Clone(s.endpoint.SSH.KnownHosts)
	files = slices.DeleteFunc(files, func(name string) bool {
		_, err := os.Stat(name)
		return errors.Is(err, fs.ErrNotExist)
	})
	check, err := knownhosts.New(files...)
	if err != nil {
		return nil, fmt.Errorf("known hosts: %w", err)
	}
	return check, nil
}

// knownAlgorithms asks for the kinds of host key that known_hosts has, so that
// the server does not show another of its keys. Nil, for any, when it has none.
func knownAlgorithms(check ssh.HostKeyCallback, addr string) []string {
	var key *knownhosts.KeyError
	if err := check(addr, &net.TCPAddr{}, noKey{}); !errors.As(err, &key) {
		return nil
	}
	var out []string
	for _, k := range key.Want {
		if t := k.Key.Type(); t == ssh.KeyAlgoRSA {
			out = append(out, ssh.KeyAlgoRSASHA512, ssh.KeyAlgoRSASHA256)
		} else {
			out = append(out, t)
		}
	}
	return unique(out)
}

// noKey is a key that no host has; asking for it brings up those it has.
type noKey struct{}

func (noKey) Type() string                        { return "none" }
func (noKey) Marshal() []byte                     { return nil }
func (noKey) Verify([]byte, *ssh.Signature) error { return errors.New("no key") }

// signers are the agent's keys, then those in files that need no passphrase.
func (s *sshWay) signers() ([]ssh.Signer, func(), error) {
	var out []ssh.Signer
	release := func() {}
	if conn, err := net.Dial("unix", s.endpoint.SSH.Agent); err == nil { // an agent that is gone is no agent
		if keys, err := agent.NewClient(conn).Signers(); err == nil {
			out = keys
		}
		release = func() { conn.Close() }
	}
	for _, name := range s.endpoint.SSH.Identities {
		pem, err := os.ReadFile(name)
		if err != nil {
			continue // not there, or not ours to read
		}
		if key, err := ssh.ParsePrivateKey(pem); err == nil { // encrypted ones belong into the agent
			out = append(out, key)
		}
	}
	if len(out) == 0 {
		release()
		return nil, nil, s.noLogin(errors.New("no key"))
	}
	return out, release, nil
}

func (s *sshWay) noLogin(err error) error {
	return &fact.Unavailable{
		Why: "cannot log in to " + s.addr + " as " + s.user,
		Remedy: "load a key that is accepted there into the ssh agent (SSH_AUTH_SOCK); without one, " +
			strings.Join(s.endpoint.SSH.Identities, ", ") + " are tried when they have no passphrase; ~/.ssh/config is not read",
		Err: err,
	}
}

// loginError tells apart whom we do not trust and who does not trust us.
func (s *sshWay) loginError(ctx context.Context, err error) error {
	var key *knownhosts.KeyError
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.As(err, &key) && len(key.Want) == 0:
		return &fact.Unavailable{
			Why:    "the host key of " + s.addr + " is not known",
			Remedy: "connect once with ssh, compare the fingerprint, and let it be stored in " + strings.Join(s.endpoint.SSH.KnownHosts, " or "),
		}
	case errors.As(err, &key):
		return fmt.Errorf("the host key of %s is not the one in %s:%d: the machine was set up anew, or somebody sits in between",
			s.addr, key.Want[0].Filename, key.Want[0].Line)
	case strings.Contains(err.Error(), "unable to authenticate"):
		return s.noLogin(errors.New("no key was accepted"))
	}
	return fmt.Errorf("ssh to %s: %w", s.addr, err)
}
