package docker

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"scantling/checks/fact"
	"scantling/checks/host"
	"scantling/checks/host/rootfs"
)

func TestHostPathsResolved(t *testing.T) {
	root, err := rootfs.Txtar([]byte(`-- srv/run -> ../run --
-- run/ 0755 0:0 --
-- run/docker.sock type=socket --
-- srv/circle -> circle --
`))
	if err != nil {
		t.Fatal(err)
	}
	s := newSweep(&Docker{endpoint: Endpoint{Host: "unix:///run/docker.sock"}, host: host.New(root)}, everything, nil)
	s.binds.get(func() (map[string]volumeSummary, error) {
		return map[string]volumeSummary{"hidden": {Driver: "local", Options: map[string]string{"o": "bind", "device": "/srv/run"}}}, nil
	})
	r := record{sweep: s, notes: &fact.Notes{}, in: inspected{Mounts: []ContainerMount{
		{Type: "bind", Source: "/srv/run/docker.sock", Destination: "/s", RW: true},
		{Type: "volume", Name: "hidden", Destination: "/v"},
		{Type: "volume", Name: "own", Destination: "/o"},
		{Type: "bind", Source: "/srv/circle", Destination: "/c"},
		{Type: "bind", Source: "/gone", Destination: "/g"},
		{Type: "tmpfs", Destination: "/t"},
	}}}
	want := []HostPath{{"/run/docker.sock", "/s", true, "bind"}, {"/run", "/v", false, "volume hidden"}, {"/srv/circle", "/c", false, "bind"}, {"/gone", "/g", false, "bind"}}
	if d := cmp.Diff(want, r.hostPaths(t.Context())); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
	if remark := r.notes.At("host_paths", nil).Remark; !strings.Contains(remark, "/gone is not there now") || !strings.Contains(remark, "circle") {
		t.Errorf("got remark %q", remark)
	}
}

func TestHostPathsUnknownVolumes(t *testing.T) {
	_, r := inspectOne(t, `{"Mounts":[{"Type":"volume","Name":"v"}]}`, map[string]string{"/volumes": "500"})
	if r.At("host_paths").Err == nil {
		t.Error("known although the engine does not tell what the volume is")
	}
}

func TestBindDevice(t *testing.T) {
	for _, tt := range []struct {
		driver, o, device, want string
	}{
		{"local", "bind", "/etc", "/etc"}, {"local", "rw, rbind", "/etc", "/etc"}, {"", "bind", "/", "/"},
		{"local", "", "/dev/sda1", ""}, {"local", "nobind", "/etc", ""}, {"nfs", "bind", "/etc", ""}, {"local", "bind", "host:/x", ""},
	} {
		if got := bindDevice(tt.driver, map[string]string{"o": tt.o, "device": tt.device}); got != tt.want {
			t.Errorf("%+v: got %q", tt, got)
		}
	}
}
