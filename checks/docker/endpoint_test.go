package docker

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

var socketFile = &fstest.MapFile{Mode: fs.ModeSocket | 0o660}

func file(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text), Mode: 0o600} }

// contextDir is the folder of one context, such as home/kim/.docker/contexts/meta/<id>.
func contextDir(kind, name string) string {
	return fmt.Sprintf("home/kim/.docker/contexts/%s/%x", kind, sha256.Sum256([]byte(name)))
}

func TestResolve(t *testing.T) {
	machine := fstest.MapFS{
		"run/docker.sock":                               socketFile,
		"run/user/1000/docker.sock":                     socketFile,
		"run/user/1001/podman/podman.sock":              socketFile,
		contextDir("meta", "build") + "/meta.json":      file(`{"Name":"build","Endpoints":{"docker":{"Host":"tcp://build:2376"}}}`),
		contextDir("tls", "build") + "/docker/ca.pem":   file("ca"),
		contextDir("tls", "build") + "/docker/cert.pem": file("cert"),
		contextDir("tls", "build") + "/docker/key.pem":  file("key"),
		contextDir("meta", "far") + "/meta.json":        file(`{"Name":"far","Endpoints":{"docker":{"Host":"ssh://kim@far:2222/run/user/1000/docker.sock"}}}`),
		contextDir("meta", "kube") + "/meta.json":       file(`{"Name":"kube","Endpoints":{"kubernetes":{}}}`),
		contextDir("meta", "plain") + "/meta.json":      file(`{"Name":"plain","Endpoints":{"docker":{"Host":"tcp://plain","SkipTLSVerify":true}}}`),
		contextDir("meta", "broken") + "/meta.json":     file(`{"password":"s3cret"`),
		"certs/ca.pem":                                     file("ca"),
		"home/kim/.docker/config.json":                     file(`{"auths":{"x":{"auth":"s3cret"}},"currentContext":"build"}`),
		"home/other/.docker/config.json":                   file(`{"currentContext":"default"}`),
		"home/broken/.docker/config.json":                  file(`{"auths":{"x":{"auth":"s3cret"}},`),
		"home/elsewhere/docker/config.json":                file(`{"currentContext":"gone"}`),
		"home/kim/.ssh/known_hosts":                        file(""),
		"home/kim/.docker/contexts/meta/notahash/note.txt": file("x"),
	}
	kim := map[string]string{"HOME": "/home/kim", "USER": "kim"}
	nobody := map[string]string{"HOME": "/home/nobody"}
	with := func(base map[string]string, more ...string) map[string]string {
		out := map[string]string{}
		for k, v := range base {
			out[k] = v
		}
		for i := 0; i < len(more); i += 2 {
			out[more[i]] = more[i+1]
		}
		return out
	}
	buildTLS := TLS{On: true}
	for part, at := range map[string]*string{"ca": &buildTLS.CA, "cert": &buildTLS.Cert, "key": &buildTLS.Key} {
		*at = "/" + contextDir("tls", "build") + "/docker/" + part + ".pem"
	}
	for _, tt := range []struct {
		name    string
		search  Search
		env     map[string]string
		want    Endpoint
		wantErr string
	}{
		{"flag wins", Search{Host: "tcp://10.0.0.5"}, with(kim, "DOCKER_HOST", "unix:///x"), Endpoint{Host: "tcp://10.0.0.5:2375", Source: "--host"}, ""},
		{"flag, a path", Search{Host: "/run/docker.sock"}, kim, Endpoint{Host: "unix:///run/docker.sock", Source: "--host"}, ""},
		{"flag, a port", Search{Host: "10.0.0.5:99"}, kim, Endpoint{Host: "tcp://10.0.0.5:99", Source: "--host"}, ""},
		{"IPv6", Search{Host: "tcp://[fe80::1]"}, kim, Endpoint{Host: "tcp://[fe80::1]:2375", Source: "--host"}, ""},
		{"https", Search{Host: "https://proxy.example/docker"}, kim, Endpoint{Host: "https://proxy.example:2376/docker", Source: "--host"}, ""},
		{"DOCKER_HOST", Search{}, with(kim, "DOCKER_HOST", "unix:///x", "DOCKER_CONTEXT", "far"), Endpoint{Host: "unix:///x", Source: "DOCKER_HOST"}, ""},
		{"TLS from the environment", Search{}, with(kim, "DOCKER_HOST", "tcp://h", "DOCKER_TLS_VERIFY", "1", "DOCKER_CERT_PATH", "/certs"),
			Endpoint{Host: "tcp://h:2376", Source: "DOCKER_HOST", TLS: TLS{On: true, CA: "/certs/ca.pem"}}, ""},
		{"TLS unverified", Search{}, with(kim, "DOCKER_HOST", "tcp://h", "DOCKER_CERT_PATH", "/certs"),
			Endpoint{Host: "tcp://h:2376", Source: "DOCKER_HOST", TLS: TLS{On: true, CA: "/certs/ca.pem", SkipVerify: true}}, ""},
		{"DOCKER_CONTEXT", Search{}, with(kim, "DOCKER_CONTEXT", "far"), Endpoint{Host: "ssh://kim@far:2222/run/user/1000/docker.sock", Source: "context far"}, ""},
		{"--context", Search{Context: "plain"}, with(kim, "DOCKER_HOST", "tcp://h"),
			Endpoint{Host: "tcp://plain:2376", Source: "context plain", TLS: TLS{On: true, SkipVerify: true}}, ""},
		{"stored context", Search{}, kim, Endpoint{Host: "tcp://build:2376", Source: "context build", TLS: buildTLS}, ""},
		{"DOCKER_CONTEXT default over the stored one", Search{}, with(kim, "DOCKER_CONTEXT", "default"),
			Endpoint{Host: "unix:///run/docker.sock", Source: "found", Also: []string{"unix:///run/user/1000/docker.sock", "unix:///run/user/1001/podman/podman.sock"}}, ""},
		{"stored default, runtime folder", Search{}, map[string]string{"HOME": "/home/other", "XDG_RUNTIME_DIR": "/run/user/1000"},
			Endpoint{Host: "unix:///run/docker.sock", Source: "found", Also: []string{"unix:///run/user/1000/docker.sock", "unix:///run/user/1001/podman/podman.sock"}}, ""},
		{"no context", Search{Context: "none"}, kim, Endpoint{}, `docker context "none": open `},
		{"another kind of context", Search{Context: "kube"}, kim, Endpoint{}, `docker context "kube": no docker endpoint in it`},
		{"broken context", Search{Context: "broken"}, kim, Endpoint{}, "not the JSON that docker writes"},
		{"broken configuration", Search{}, map[string]string{"HOME": "/home/broken"}, Endpoint{}, "/home/broken/.docker/config.json: not the JSON that docker writes"},
		{"DOCKER_CONFIG", Search{}, with(nobody, "DOCKER_CONFIG", "/home/elsewhere/docker"), Endpoint{}, `docker context "gone"`},
		{"relative certificates", Search{}, with(kim, "DOCKER_HOST", "tcp://h", "DOCKER_CERT_PATH", "certs"), Endpoint{}, "DOCKER_CERT_PATH is no absolute path"},
		{"Windows", Search{Host: "npipe:////./pipe/docker_engine"}, kim, Endpoint{}, "not npipe://"},
		{"a relative socket", Search{Host: "unix://docker.sock"}, kim, Endpoint{}, "absolute path"},
		{"a password for ssh", Search{Host: "ssh://kim:s3cret@far"}, kim, Endpoint{}, "ssh:// takes no password"},
		{"a broken address", Search{Host: "tcp://kim:s3cret@host:port"}, kim, Endpoint{}, "the engine's address is none such as"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tt.search.Env, tt.search.FS = func(k string) string { return tt.env[k] }, machine
			got, err := tt.search.Resolve()
			if err != nil || tt.wantErr != "" {
				if err == nil || tt.wantErr == "" || !strings.Contains(err.Error(), tt.wantErr) {
					t.Fatalf("got %+v, error %v; want error %q", got, err, tt.wantErr)
				}
				if strings.Contains(err.Error(), "s3cret") {
					t.Errorf("a secret in the error: %v", err)
				}
				return
			}
			got.SSH = SSH{}
			if diff := cmp.Diff(got, tt.want); diff != "" {
				t.Errorf("(-got +want):\n%s", diff)
			}
		})
	}
}

func TestResolveFindsNothing(t *testing.T) {
	env := func(k string) string { return map[string]string{"XDG_RUNTIME_DIR": "/run/user/7"}[k] }
	_, err := Search{Env: env, FS: fstest.MapFS{"run/docker.sock": file("no socket")}}.Resolve()
	var none *NoEngine
	if !errors.As(err, &none) {
		t.Fatalf("got %v; want a *NoEngine", err)
	}
	want := []string{"/var/run/docker.sock", "/run/docker.sock", "/run/user/7/docker.sock", "/run/podman/podman.sock", "/run/user/7/podman/podman.sock"}
	if diff := cmp.Diff(none.Looked, want); diff != "" {
		t.Errorf("looked at (-got +want):\n%s", diff)
	}
	if text := err.Error(); !strings.HasPrefix(text, "no Docker or Podman engine found; looked at /var/run/docker.sock, ") {
		t.Errorf("error reads %q", text)
	}
}

// A rootless engine is found where /run/docker.sock is not.
func TestResolveRootless(t *testing.T) {
	for runtime, want := range map[string]string{"/run/user/1000": "unix:///run/user/1000/docker.sock", "": "unix:///run/user/1000/docker.sock"} {
		env := func(k string) string { return map[string]string{"XDG_RUNTIME_DIR": runtime}[k] }
		got, err := Search{Env: env, FS: fstest.MapFS{"run/user/1000/docker.sock": socketFile}}.Resolve()
		if err != nil || got.Host != want || len(got.Also) != 0 {
			t.Errorf("XDG_RUNTIME_DIR %q: got %+v, %v; want %s", runtime, got, err, want)
		}
	}
}

func TestSSHFiles(t *testing.T) {
	env := func(k string) string {
		return map[string]string{"HOME": "/home/kim", "LOGNAME": "kim", "SSH_AUTH_SOCK": "/tmp/agent"}[k]
	}
	e, err := Search{Host: "ssh://far", Env: env, FS: fstest.MapFS{}}.Resolve()
	if err != nil {
		t.Fatal(err)
	}
	if e.SSH.User != "kim" || e.SSH.Agent != "/tmp/agent" || e.SSH.KnownHosts[0] != "/home/kim/.ssh/known_hosts" || e.SSH.Identities[0] != "/home/kim/.ssh/id_ed25519" {
		t.Errorf("got %+v", e.SSH)
	}
}

func TestEndpointString(t *testing.T) {
	for host, want := range map[string]string{
		"tcp://kim:s3cret@h:1": "tcp://***@h:1",
		"https://token@h:1/x":  "https://***@h:1/x",
		"ssh://kim@h":          "ssh://kim@h",
		"unix:///run/d.sock":   "unix:///run/d.sock",
	} {
		if got := (Endpoint{Host: host}).String(); got != want {
			t.Errorf("%s is shown as %s; want %s", host, got, want)
		}
	}
}

// closedFS has a folder that may not be entered.
type closedFS struct{ fstest.MapFS }

func (c closedFS) Stat(name string) (fs.FileInfo, error) {
	if strings.HasPrefix(name, "run/podman") {
		return nil, &fs.PathError{Op: "stat", Path: name, Err: fs.ErrPermission}
	}
	return c.MapFS.Stat(name)
}

func TestResolveSaysWhatItMayNotSee(t *testing.T) {
	_, err := Search{Env: func(string) string { return "" }, FS: closedFS{fstest.MapFS{}}}.Resolve()
	if err == nil || !strings.HasSuffix(err.Error(), "/run/docker.sock, /run/podman/podman.sock (permission denied)") {
		t.Errorf("got %v", err)
	}
}
