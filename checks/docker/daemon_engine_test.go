package docker

import (
	"context"
	"errors"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"scantling/checks/docker/dockertest"
	"scantling/checks/fact"
	"scantling/checks/host"
	"scantling/checks/host/rootfs"
)

func recordedEngine(t *testing.T, h *host.Host) *Docker {
	t.Helper()
	d, err := New(Options{Endpoint: Endpoint{Host: dockertest.Serve(t, "../../testdata/docker/20.10").Host()}, Host: h})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(d.Close)
	return d
}

// An engine on another machine tells what it tells; the files here are not its.
func TestDaemonElsewhere(t *testing.T) {
	n := &fact.Notes{}
	d, err := readDaemon(recordedEngine(t, nil), context.Background(), n)
	if err != nil {
		t.Fatal(err)
	}
	if err := n.At("live_restore", nil).Err; err != nil || !strings.HasPrefix(n.At("live_restore", nil).Origin, "GET /info") {
		t.Errorf("live_restore = %v, %v; want the engine's word", d.LiveRestore, err)
	}
	if err := n.At("icc", nil).Err; err != nil || !strings.HasPrefix(n.At("icc", nil).Origin, getBridge) {
		t.Errorf("icc = %v, %v; want the bridge network's word", d.Icc, err)
	}
	for _, attr := range []string{"userland_proxy", "iptables", "hosts", "config_file", "pid", "default_ulimits", "no_new_privileges"} {
		var u *fact.Unavailable
		if !errors.As(n.At(attr, nil).Err, &u) || u.Remedy == "" {
			t.Errorf("%s = %v, %v; want unknown with a remedy", attr, daemonAttribute(d, attr), n.At(attr, nil).Err)
		}
	}
	if !d.Running {
		t.Error("running = false, and it answers")
	}
}

// A machine given as a mounted root beside an engine that answers, as in a
// container with the host's root: its files are the engine's, its process is
// not seen.
func TestDaemonBesideMountedRoot(t *testing.T) {
	archive, err := os.ReadFile("../../testdata/roots/docker-debian.txtar")
	if err != nil {
		t.Fatal(err)
	}
	root, err := rootfs.Txtar(archive)
	if err != nil {
		t.Fatal(err)
	}
	n := &fact.Notes{}
	d, err := readDaemon(recordedEngine(t, host.New(root)), context.Background(), n)
	if err != nil {
		t.Fatal(err)
	}
	if d.ConfigFile != defaultConfigFile || n.At("config_file", nil).Err != nil {
		t.Errorf("config_file = %q, %v", d.ConfigFile, n.At("config_file", nil).Err)
	}
	at := n.At("userland_proxy", nil)
	if _, unavailable := fact.Remedy(at.Err); !unavailable || at.Remark != "on disk false (/etc/default/docker:2)" {
		t.Errorf("userland_proxy: %v, %q; want unknown, and what is on disk", at.Err, at.Remark)
	}
}

func TestComponentsOfRecording(t *testing.T) {
	set := fact.NewSet()
	set.Add(recordedEngine(t, nil), ComponentFact)
	got := map[string]fact.Reading{}
	if err := set.Each(context.Background(), "component", nil, func(r fact.Reading) { got[r.Key] = r }); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"Engine", "containerd", "runc"} {
		s, ok := got[name].Value().(ComponentState)
		if !ok || s.Version == "" {
			t.Errorf("%s is not among the components", name)
		}
	}
	if len(got) != 3 {
		t.Errorf("%d components, want 3: docker-init is none of them", len(got))
	}
}

func TestDaemonOfPodman(t *testing.T) {
	socket := filepath.Join(t.TempDir(), "podman.sock")
	l, err := net.Listen("unix", socket)
	if err != nil {
		t.Fatal(err)
	}
	server := &http.Server{Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Api-Version", "1.41")
		if _, err := w.Write([]byte(`{"Version":"5.4.2","ApiVersion":"1.41","Os":"linux","Components":[{"Name":"Podman Engine","Version":"5.4.2"}]}`)); err != nil {
			t.Error(err)
		}
	})}
	go server.Serve(l) // ends with Close
	t.Cleanup(func() { server.Close() })
	d, err := New(Options{Endpoint: Endpoint{Host: "unix://" + socket}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(d.Close)
	_, err = readDaemon(d, context.Background(), &fact.Notes{})
	if remedy, unavailable := fact.Remedy(err); !unavailable || remedy == "" || !strings.Contains(err.Error(), "Podman has no daemon configuration") {
		t.Errorf("got %v (remedy %q), want that Podman has none", err, remedy)
	}
	if err := readComponents(d, context.Background(), nil, func(o fact.Object[ComponentState]) { t.Errorf("component %s of Podman", o.Name) }); err != nil {
		t.Error(err)
	}
}
