package host

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"scantling/checks/fact"
	"scantling/checks/host/rootfs"
)

func recorded(t *testing.T, archive string) *Host {
	t.Helper()
	root, err := rootfs.Txtar([]byte(archive))
	if err != nil {
		t.Fatal(err)
	}
	return New(root)
}

// unitText shows what the merge made of a unit, one line per setting.
func unitText(u Unit) string {
	var b strings.Builder
	for _, key := range []string{"Environment", "EnvironmentFile", "ExecStart", "ListenStream", "User"} {
		for _, s := range u.Settings(key) {
			fmt.Fprintf(&b, "%s: %s=%s\n", s.At(0), s.Key, s.Value)
		}
	}
	return b.String()
}

const vendorUnit = `
-- usr/lib/systemd/system/docker.service --
[Service]
ExecStart=/usr/bin/dockerd -H fd://
`

func TestUnitMerge(t *testing.T) {
	for _, tt := range []struct{ name, root, want string }{
		{
			"the vendor's unit alone",
			vendorUnit,
			"/usr/lib/systemd/system/docker.service:2: ExecStart=/usr/bin/dockerd -H fd://\n",
		},
		{
			"a copy in /etc hides the vendor's (docker-bench-security #109, #423)",
			vendorUnit + "-- etc/systemd/system/docker.service --\n[Service]\n\nExecStart=/opt/dockerd\n",
			"/etc/systemd/system/docker.service:3: ExecStart=/opt/dockerd\n",
		},
		{
			"Debian before the merged /usr keeps units in /lib (docker-bench-security #303, defect 1)",
			"-- lib/systemd/system/docker.service --\n[Service]\nExecStart=/usr/sbin/dockerd\n",
			"/lib/systemd/system/docker.service:2: ExecStart=/usr/sbin/dockerd\n",
		},
		{
			"an empty ExecStart= forgets the unit's (docker-bench-security #465)",
			vendorUnit + "-- etc/systemd/system/docker.service.d/override.conf --\n[Service]\nExecStart=\nExecStart=/usr/bin/dockerd --icc=false\n",
			"/etc/systemd/system/docker.service.d/override.conf:3: ExecStart=/usr/bin/dockerd --icc=false\n",
		},
		{
			"without the reset both commands stay",
			vendorUnit + "-- etc/systemd/system/docker.service.d/override.conf --\n[Service]\nExecStart=/usr/bin/true\n",
			"/usr/lib/systemd/system/docker.service:2: ExecStart=/usr/bin/dockerd -H fd://\n" +
				"/etc/systemd/system/docker.service.d/override.conf:2: ExecStart=/usr/bin/true\n",
		},
		{
			"drop-ins apply by file name, whatever directory they are in",
			vendorUnit + `-- etc/systemd/system/docker.service.d/10-a.conf --
[Service]
User=first
-- usr/lib/systemd/system/docker.service.d/50-b.conf --
[Service]
User=second
`,
			"/usr/lib/systemd/system/docker.service:2: ExecStart=/usr/bin/dockerd -H fd://\n" +
				"/etc/systemd/system/docker.service.d/10-a.conf:2: User=first\n" +
				"/usr/lib/systemd/system/docker.service.d/50-b.conf:2: User=second\n",
		},
		{
			"of two drop-ins with one name /etc counts, and /dev/null takes one away",
			vendorUnit + `-- etc/systemd/system/docker.service.d/a.conf --
[Service]
User=etc
-- run/systemd/system/docker.service.d/a.conf --
[Service]
User=run
-- usr/lib/systemd/system/docker.service.d/b.conf --
[Service]
User=vendor
-- etc/systemd/system/docker.service.d/b.conf -> /dev/null --
`,
			"/usr/lib/systemd/system/docker.service:2: ExecStart=/usr/bin/dockerd -H fd://\n" +
				"/etc/systemd/system/docker.service.d/a.conf:2: User=etc\n",
		},
		{
			"drop-ins for all services count, one for another type does not",
			vendorUnit + `-- etc/systemd/system/service.d/all.conf --
[Service]
User=all
-- etc/systemd/system/socket.d/all.conf --
[Service]
User=socket
`,
			"/usr/lib/systemd/system/docker.service:2: ExecStart=/usr/bin/dockerd -H fd://\n" +
				"/etc/systemd/system/service.d/all.conf:2: User=all\n",
		},
		{
			"a key in another section is another key",
			"-- usr/lib/systemd/system/docker.service --\n[Unit]\nUser=x\n[Service]\nUser = y \n",
			"/usr/lib/systemd/system/docker.service:4: User=y\n",
		},
		{
			"an alias brings the drop-ins of the unit it names",
			`-- usr/lib/systemd/system/moby.service --
[Service]
ExecStart=/usr/bin/dockerd
-- etc/systemd/system/docker.service -> /usr/lib/systemd/system/moby.service --
-- etc/systemd/system/moby.service.d/x.conf --
[Service]
User=moby
`,
			"/etc/systemd/system/docker.service:2: ExecStart=/usr/bin/dockerd\n/etc/systemd/system/moby.service.d/x.conf:2: User=moby\n",
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			u, err := recorded(t, tt.root).Unit("docker.service")
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(unitText(u), tt.want); diff != "" {
				t.Errorf("settings, got then want:\n%s", diff)
			}
		})
	}
}

func TestUnitPrefixDropIn(t *testing.T) {
	h := recorded(t, `
-- etc/systemd/system/docker-web@.service --
[Service]
User=template
-- etc/systemd/system/docker-.service.d/p.conf --
[Service]
User=prefix
-- etc/systemd/system/docker-web@.service.d/a.conf --
[Service]
User=own
`)
	u, err := h.Unit("docker-web@1.service")
	want := []string{"/etc/systemd/system/docker-web@.service.d/a.conf", "/etc/systemd/system/docker-.service.d/p.conf"}
	if diff := cmp.Diff(u.DropInPaths, want); err != nil || diff != "" {
		t.Errorf("drop-ins: %v\n%s", err, diff)
	}
	if u.User == nil || *u.User != "prefix" {
		t.Errorf("User = %v, want prefix: p.conf sorts after a.conf", u.User)
	}
}

func TestUnitMaskedOrAbsent(t *testing.T) {
	for _, tt := range []struct {
		name, root     string
		exists, masked bool
	}{
		{"no file", "", false, false},
		{"a link to /dev/null", vendorUnit + "-- etc/systemd/system/docker.service -> /dev/null --\n", true, true},
		{"an empty file", vendorUnit + "-- etc/systemd/system/docker.service --\n", true, true},
		{"a link to itself", "-- etc/systemd/system/docker.service -> docker.service --\n", false, false},
		{"a link to itself above another", vendorUnit + "-- etc/systemd/system/docker.service -> docker.service --\n", true, false},
		{"a link into nothing", vendorUnit + "-- etc/systemd/system/docker.service -> /nowhere --\n", true, false},
	} {
		u, err := recorded(t, tt.root).Unit("docker.service")
		if err != nil || u.Exists != tt.exists || u.Masked != tt.masked {
			t.Errorf("%s: exists %v, masked %v, %v; want %v, %v", tt.name, u.Exists, u.Masked, err, tt.exists, tt.masked)
		}
	}
}

func TestUnitNotReadable(t *testing.T) {
	for name, root := range map[string]string{
		"a unit":               "-- usr/lib/systemd/system/docker.service deny --\n[Service]\n",
		"a FIFO as a unit":     "-- usr/lib/systemd/system/docker.service type=fifo --\n",
		"a drop-in":            vendorUnit + "-- etc/systemd/system/docker.service.d/x.conf deny --\n[Service]\n",
		"a drop-in directory":  vendorUnit + "-- etc/systemd/system/docker.service.d/ 0700 deny --\n",
		"a dangling drop-in":   vendorUnit + "-- etc/systemd/system/docker.service.d/x.conf -> /nowhere --\n",
		"a huge file as a one": "-- usr/lib/systemd/system/docker.service size=10G --\n",
	} {
		if u, err := recorded(t, root).Unit("docker.service"); err == nil {
			t.Errorf("%s: no error, unit %+v", name, u)
		}
	}
}

func TestUserUnit(t *testing.T) {
	h := recorded(t, `
-- home/kim/.config/systemd/user/docker.service --
[Service]
ExecStart=/usr/bin/dockerd-rootless.sh --icc=false
`+vendorUnit)
	u, err := h.UserUnit("/home/kim", "docker.service")
	if err != nil || len(u.ExecStart) != 1 || !strings.Contains(u.ExecStart[0], "rootless") {
		t.Errorf("got %v, %v; want the unit below /home/kim", u.ExecStart, err)
	}
}

func TestUnitFact(t *testing.T) {
	h := recorded(t, vendorUnit+`-- etc/systemd/system/docker.service.d/limits.conf --
[Service]
LimitNOFILE=1024:4096
TasksMax=infinity
TasksMax=
`)
	n := &fact.Notes{}
	u, err := readUnit(h, context.Background(), "docker.service", n)
	if err != nil || u.LimitNOFILE == nil || *u.LimitNOFILE != "1024:4096" {
		t.Fatalf("limit_nofile = %v, %v", u.LimitNOFILE, err)
	}
	if u.TasksMax != nil {
		t.Errorf("tasks_max = %q, want null: the last assignment is empty", *u.TasksMax)
	}
	for attr, want := range map[string]string{
		"limit_nofile": "/etc/systemd/system/docker.service.d/limits.conf:2",
		"exec_start":   "/usr/lib/systemd/system/docker.service:2",
		"user":         "/usr/lib/systemd/system/docker.service",
	} {
		if got := n.At(attr, nil).Origin; got != want {
			t.Errorf("origin of %s: %q, want %q", attr, got, want)
		}
	}
	for _, name := range []string{"", "docker", "../docker.service"} {
		if _, err := h.Unit(name); err == nil {
			t.Errorf("Unit(%q): no error", name)
		}
	}
}
