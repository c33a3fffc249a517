package docker

import (
	"errors"
	"io/fs"
	"path"
	"strings"
)

// NoEngine says that no engine was named and that no socket was found.
type NoEngine struct {
	Looked []string // where, in order; with the reason where a place could not be seen
}

func (e *NoEngine) Error() string {
	return "no Docker or Podman engine found; looked at " + strings.Join(e.Looked, ", ")
}

// discover takes the first socket that is there. Whether somebody answers
// behind it is known when the first fact is read.
func (s Search) discover() (Endpoint, error) {
	var found, looked []string
	for _, name := range s.sockets() {
		info, err := fs.Stat(s.FS, inside(name))
		switch {
		case err == nil && info.Mode().Type() == fs.ModeSocket:
			found = append(found, name)
		case permission(err):
			looked = append(looked, name+" (permission denied)")
		default:
			looked = append(looked, name)
		}
	}
	if len(found) == 0 {
		return Endpoint{}, &NoEngine{looked}
	}
	e := Endpoint{Host: "unix://" + found[0], Source: "found"}
	for _, name := range found[1:] {
		if !same(found[0], name) {
			e.Also = append(e.Also, "unix://"+name)
		}
	}
	return e, nil
}

// sockets lists where engines listen by default: Docker, rootless Docker,
// Podman as root and as the user, then every other user's when they can be seen.
func (s Search) sockets() []string {
	out := []string{"/var/run/docker.sock", "/run/docker.sock"}
	run := s.Env("XDG_RUNTIME_DIR")
	if run != "" {
		out = append(out, path.Join(run, "docker.sock"))
	}
	out = append(out, "/run/podman/podman.sock")
	if run != "" {
		out = append(out, path.Join(run, "podman/podman.sock"))
	}
	for _, pattern := range []string{"run/user/*/docker.sock", "run/user/*/podman/podman.sock"} {
		others, _ := fs.Glob(s.FS, pattern) // an error is a bad pattern, and this one is good
		for _, name := range others {
			if !strings.HasPrefix("/"+name, run+"/") || run == "" {
				out = append(out, "/"+name)
			}
		}
	}
	return out
}

func permission(err error) bool { return errors.Is(err, fs.ErrPermission) }

// same reports whether two names are one socket: /var/run is a link to /run.
func same(a, b string) bool { return strings.TrimPrefix(a, "/var") == strings.TrimPrefix(b, "/var") }
