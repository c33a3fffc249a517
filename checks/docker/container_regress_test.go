package docker

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"scantling/checks/docker/dockertest"
	"scantling/checks/fact"
)

// TestDockerBenchDefects are wrong verdicts of docker-bench-security ff26d67,
// each held at the fact that decides it here.
func TestDockerBenchDefects(t *testing.T) {
	for _, tt := range []struct {
		name, body string
		got        func(Container) any
		want       any
	}{
		{"9 any security option passes as SELinux", `{"HostConfig":{"SecurityOpt":["no-new-privileges","label=disable"]}}`,
			func(c Container) any { return c.Effective.SELinuxDisabled }, true},
		{"9 an AppArmor host fails as SELinux", `{"HostConfig":{"SecurityOpt":["apparmor=x"]}}`,
			func(c Container) any { return c.Effective.SELinuxDisabled }, false},
		{"10 destination of a mount taken for its source", `{"Mounts":[{"Type":"bind","Source":"/srv/x","Destination":"/etc"}]}`,
			func(c Container) any { return c.HostPaths }, []HostPath{{"/srv/x", "/etc", false, "bind"}}},
		{"10 subpaths and read-only mounts missed", `{"Mounts":[{"Type":"bind","Source":"/etc/ssh","Destination":"/x","RW":false}]}`,
			func(c Container) any { return c.HostPaths }, []HostPath{{"/etc/ssh", "/x", false, "bind"}}},
		{"11 sshd in a container without ps", `{"Id":"` + idA + `","State":{"Running":true,"Pid":7}}`,
			func(c Container) any { return c.Processes[0].Name }, "sshd"},
		{"12 port 1024 taken for privileged, IPv6 dropped", `{"State":{"Running":true},"NetworkSettings":{"Ports":{"80/tcp":[{"HostIp":"0.0.0.0","HostPort":"1024"},{"HostIp":"::","HostPort":"80"}],"81/tcp":null}}}`,
			func(c Container) any { return c.NetworkSettings.Ports }, ContainerPorts{{80, "tcp", "0.0.0.0", 1024}, {80, "tcp", "::", 80}}},
		{"13 always passes as a bounded restart", `{"HostConfig":{"RestartPolicy":{"Name":"always"}}}`,
			func(c Container) any { return deref(c.Effective.RestartRetries) }, nil},
		{"13 on-failure without end passes", `{"HostConfig":{"RestartPolicy":{"Name":"on-failure","MaximumRetryCount":0}}}`,
			func(c Container) any { return deref(c.Effective.RestartRetries) }, nil},
		{"14 the daemon's no-new-privileges hides an explicit false", `{"HostConfig":{"SecurityOpt":["no-new-privileges=false"]}}`,
			func(c Container) any { return c.Effective.NoNewPrivileges }, false},
		{"15 unhealthy passes", `{"State":{"Health":{"Status":"unhealthy","FailingStreak":4}}}`,
			func(c Container) any { return *c.State.Health }, ContainerHealth{"unhealthy", 4}},
		{"16 a directory above the socket is missed", `{"Mounts":[{"Type":"bind","Source":"/run","Destination":"/host","RW":true}]}`,
			func(c Container) any { return c.HostPaths }, []HostPath{{"/run", "/host", true, "bind"}}},
		{"16 a volume hides the directory", `{"Mounts":[{"Type":"volume","Name":"hidden","Source":"/var/lib/docker/volumes/hidden/_data","Destination":"/x","RW":true}]}`,
			func(c Container) any { return c.HostPaths }, []HostPath{{"/var/run", "/x", true, "volume hidden"}}},
		{"20 ports of a stopped container are not looked at", `{"State":{"Status":"exited"},"HostConfig":{"PortBindings":{"80/tcp":[{"HostIp":"","HostPort":"80"}]}},"NetworkSettings":{"Ports":{}}}`,
			func(c Container) any { return c.NetworkSettings.Ports }, ContainerPorts{{80, "tcp", "", 80}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c, _ := inspectOne(t, tt.body, map[string]string{
				"/containers/" + idA + "/top": `{"Titles":["UID","PID","CMD"],"Processes":[["root","7","/usr/sbin/sshd -D"]]}`,
				"/volumes":                    `{"Volumes":[{"Name":"hidden","Driver":"local","Options":{"type":"none","o":"rw,bind","device":"/var/run"}}]}`,
			})
			if got := fmt.Sprintf("%+v", tt.got(c)); got != fmt.Sprintf("%+v", tt.want) {
				t.Errorf("got %s, want %+v", got, tt.want)
			}
		})
	}
}

func TestContainerPortsUnset(t *testing.T) {
	_, r := inspectOne(t, `{"State":{"Status":"exited"},"HostConfig":{"PortBindings":{"80/tcp":[{"HostPort":""}]}}}`, nil)
	if _, ok := fact.Remedy(r.At("network_settings.ports[0].host_port").Err); !ok {
		t.Errorf("a port that the engine chooses at the start: got %v", r.At("network_settings.ports[0].host_port").Err)
	}
}

// TestContainersRecorded reads what real engines answered for containers that
// each break one recommendation, and are named after it.
func TestContainersRecorded(t *testing.T) {
	for engine, least := range map[string]int{"20.10": 35, "29": 20, "podman": 20} {
		t.Run(engine, func(t *testing.T) {
			e := dockertest.Serve(t, "../../testdata/docker/"+engine)
			d, err := New(Options{Endpoint: Endpoint{Host: e.Host()}, Now: now})
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(d.Close)
			got, err := stream(t, d, ContainerFact, everything)
			if err != nil || len(got) < least {
				t.Fatalf("got %d containers, %v; want %d or more", len(got), err, least)
			}
			compareRecorded(t, got)
		})
	}
}

// recorded tells for each container where it differs from the good one.
var recorded = map[string]func(Container) any{
	"scantling-4.1":       func(c Container) any { return *c.Effective.UserIsRoot },
	"scantling-5.3":       func(c Container) any { return c.Effective.SELinuxDisabled },
	"scantling-5.4":       func(c Container) any { return c.Effective.Capabilities },
	"scantling-5.5":       func(c Container) any { return c.Effective.UnmaskedProc },
	"scantling-5.6":       func(c Container) any { return c.HostPaths },
	"scantling-5.8":       func(c Container) any { return c.NetworkSettings.Ports },
	"scantling-5.10":      func(c Container) any { return c.Effective.NetworkMode },
	"scantling-5.15":      func(c Container) any { return deref(c.Effective.RestartRetries) },
	"scantling-5.16":      func(c Container) any { return c.Effective.PidMode },
	"scantling-5.17":      func(c Container) any { return c.Effective.IpcMode },
	"scantling-5.18":      func(c Container) any { return c.HostConfig.Devices },
	"scantling-5.19":      func(c Container) any { return c.HostConfig.Ulimits },
	"scantling-5.20":      func(c Container) any { return c.Mounts },
	"scantling-5.22":      func(c Container) any { return c.Effective.Seccomp },
	"scantling-5.23":      func(c Container) any { return c.ExecSessions },
	"scantling-5.24":      func(c Container) any { return c.ExecSessions },
	"scantling-5.26":      func(c Container) any { return c.Effective.NoNewPrivileges },
	"scantling-5.27":      func(c Container) any { return *c.State.Health },
	"scantling-5.28":      func(c Container) any { return *c.ImageCurrent },
	"scantling-5.32":      func(c Container) any { return c.HostPaths },
	"scantling-bad-image": func(c Container) any { return c.Secrets },
	"scantling-compose":   func(c Container) any { return c.DockerHost != nil },
	"scantling-joined":    func(c Container) any { return c.Effective.NetworkMode },
	"scantling-writer":    func(c Container) any { return c.SharedVolumes },
	"scantling-bound":     func(c Container) any { return c.HostPaths },
	"scantling-stopped":   func(c Container) any { return c.State.ExitCode },
}

func compareRecorded(t *testing.T, got map[string]fact.Reading) {
	t.Helper()
	good := value[Container](t, got[dockertest.GoodContainer])
	for name, see := range recorded {
		bad, ok := got[name]
		if !ok {
			continue // that engine could not make it, or was not asked to
		}
		if a, b := fmt.Sprintf("%+v", see(good)), fmt.Sprintf("%+v", see(value[Container](t, bad))); a == b {
			t.Errorf("%s is as good as the good container: %s", name, a)
		}
	}
	if joined := value[Container](t, got["scantling-joined"]); joined.Effective.NetworkMode != "host" || got["scantling-joined"].At("effective.network_mode").Remark == "" {
		t.Errorf("joined: got network %q", joined.Effective.NetworkMode)
	}
	if caps := value[Container](t, got["scantling-5.4"]).Effective.Capabilities; !slices.Equal(caps, []string{"NET_RAW", "SYS_ADMIN"}) {
		t.Errorf("5.4: got capabilities %v", caps)
	}
}

// TestTasksRecorded reads the containers of a swarm's services on a manager.
func TestTasksRecorded(t *testing.T) {
	e := dockertest.Serve(t, "../../testdata/docker/20.10-swarm")
	d, err := New(Options{Endpoint: Endpoint{Host: e.Host()}, Now: now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(d.Close)
	got, err := stream(t, d, ContainerFact, everything)
	if err != nil {
		t.Fatal(err)
	}
	tasks := 0
	for name, r := range got {
		c := value[Container](t, r)
		if c.SwarmService == nil {
			continue
		}
		tasks++
		if err := r.At("effective.restart_retries").Err; err != nil || !strings.HasPrefix(r.ID, "swarm "+*c.SwarmService+".") {
			t.Errorf("%s is %s of %s; restarts: %v", name, r.ID, *c.SwarmService, err)
		}
	}
	if tasks == 0 {
		t.Error("the recording has no task")
	}
}
