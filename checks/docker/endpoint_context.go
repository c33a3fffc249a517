package docker

import (
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
)

// currentContext is DOCKER_CONTEXT, or what `docker context use` has stored;
// empty for the context named default, which means discovery.
func (s Search) currentContext() (string, error) {
	name := s.Env("DOCKER_CONTEXT")
	if name == "" {
		var config struct{ CurrentContext string }
		if err := s.readJSON(path.Join(s.configDir(), "config.json"), &config); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", err
		}
		name = config.CurrentContext
	}
	if name == "default" {
		return "", nil
	}
	return name, nil
}

// context reads one context from the docker command line's store, whose
// folders are named by the SHA-256 of the context's name.
func (s Search) context(name string) (Endpoint, error) {
	if name == "default" {
		return s.discover()
	}
	id := fmt.Sprintf("%x", sha256.Sum256([]byte(name)))
	var meta struct {
		Endpoints map[string]struct {
			Host          string
			SkipTLSVerify bool
		}
	}
	dir := path.Join(s.configDir(), "contexts")
	if err := s.readJSON(path.Join(dir, "meta", id, "meta.json"), &meta); err != nil {
		return Endpoint{}, fmt.Errorf("docker context %q: %w", name, err)
	}
	docker, ok := meta.Endpoints["docker"]
	if !ok || docker.Host == "" {
		return Endpoint{}, fmt.Errorf("docker context %q: no docker endpoint in it", name)
	}
	e := Endpoint{Source: "context " + name, SSH: s.ssh()}
	tls := s.tlsFiles(path.Join(dir, "tls", id, "docker"))
	if tls.CA != "" || tls.Cert != "" || docker.SkipTLSVerify {
		e.TLS, e.TLS.SkipVerify = tls, docker.SkipTLSVerify
	}
	var err error
	e.Host, err = normal(docker.Host, e.TLS.On)
	return e, err
}

// readJSON reads a file of the docker command line. Its syntax errors are
// reported without the text around them: config.json may hold passwords.
func (s Search) readJSON(name string, into any) error {
	b, err := fs.ReadFile(s.FS, inside(name))
	var bad *fs.PathError
	switch {
	case errors.As(err, &bad):
		return &fs.PathError{Op: bad.Op, Path: name, Err: bad.Err}
	case err != nil:
		return err
	}
	if err := json.Unmarshal(b, into); err != nil {
		return fmt.Errorf("%s: not the JSON that docker writes", name)
	}
	return nil
}
