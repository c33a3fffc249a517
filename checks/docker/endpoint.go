package docker

import (
	"cmp"
	"errors"
	"io/fs"
	"path"
	"strings"
)

// An Endpoint is where one engine answers, and who said so.
type Endpoint struct {
	Host   string   // unix:///run/docker.sock, tcp://10.0.0.5:2376, ssh://kim@build/run/docker.sock
	Source string   // "--host", "DOCKER_HOST", "context build", "found"
	Also   []string // sockets of further engines that discovery saw
	TLS    TLS      // for tcp:// and https://
	SSH    SSH      // for ssh://
}

// TLS names the PEM files of a connection. The zero value is no TLS for tcp://
// and the system's roots for https://.
type TLS struct {
	On            bool
	CA, Cert, Key string // "" where there is none
	SkipVerify    bool   // the server's certificate is not checked
}

// SSH names the files that decide whom an ssh:// endpoint trusts, and as whom
// it logs in. ~/.ssh/config is not read.
type SSH struct {
	User       string   // when the address names none
	Agent      string   // socket of the agent, SSH_AUTH_SOCK; may be empty
	Identities []string // private key files, tried when they exist and are not encrypted
	KnownHosts []string
}

// A Search is what decides which engine is meant. It reads nothing else.
type Search struct {
	Host    string              // --host; wins over everything
	Context string              // --context; then DOCKER_HOST, DOCKER_CONTEXT, currentContext
	Env     func(string) string // os.Getenv
	FS      fs.FS               // the machine that Scantling runs on, names without leading slash
}

// Resolve finds the endpoint as the docker command line would, and after it
// the sockets of rootless Docker and of Podman. Errors: a *NoEngine when
// nothing is named and no socket is there; else what is wrong with the name.
func (s Search) Resolve() (Endpoint, error) {
	switch {
	case s.Host != "":
		return s.named(s.Host, "--host")
	case s.Context != "":
		return s.context(s.Context)
	case s.Env("DOCKER_HOST") != "":
		return s.named(s.Env("DOCKER_HOST"), "DOCKER_HOST")
	}
	name, err := s.currentContext()
	switch {
	case err != nil:
		return Endpoint{}, err
	case name != "":
		return s.context(name)
	}
	return s.discover()
}

// named is an endpoint given by address; TLS comes from the environment, as
// for the docker command line.
func (s Search) named(host, source string) (Endpoint, error) {
	e := Endpoint{Source: source, SSH: s.ssh()}
	certs, verify := s.Env("DOCKER_CERT_PATH"), s.Env("DOCKER_TLS_VERIFY")
	if certs != "" && !path.IsAbs(certs) {
		return e, errors.New("DOCKER_CERT_PATH is no absolute path")
	}
	if cmp.Or(verify, s.Env("DOCKER_TLS"), certs) != "" {
		e.TLS = s.tlsFiles(cmp.Or(certs, s.configDir()))
		e.TLS.SkipVerify = verify == ""
	}
	var err error
	e.Host, err = normal(host, e.TLS.On)
	return e, err
}

func (s Search) tlsFiles(dir string) TLS {
	have := func(name string) string {
		if _, err := fs.Stat(s.FS, inside(path.Join(dir, name))); errors.Is(err, fs.ErrNotExist) {
			return ""
		}
		return path.Join(dir, name) // also when it may not be read: New says so
	}
	return TLS{On: true, CA: have("ca.pem"), Cert: have("cert.pem"), Key: have("key.pem")}
}

func (s Search) ssh() SSH {
	home := path.Join(s.Env("HOME"), ".ssh")
	return SSH{
		User:       cmp.Or(s.Env("USER"), s.Env("LOGNAME")),
		Agent:      s.Env("SSH_AUTH_SOCK"),
		Identities: []string{home + "/id_ed25519", home + "/id_ecdsa", home + "/id_rsa"},
		KnownHosts: []string{home + "/known_hosts", "/etc/ssh/ssh_known_hosts"},
	}
}

func (s Search) configDir() string {
	return cmp.Or(s.Env("DOCKER_CONFIG"), path.Join(s.Env("HOME"), ".docker"))
}

// inside spells an absolute path as fs.FS wants it.
func inside(name string) string { return strings.TrimPrefix(path.Clean(name), "/") }
