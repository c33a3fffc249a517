package dockertest

import (
	"net/netip"
	"time"

	"github.com/moby/moby/api/types/container"
	"github.com/moby/moby/api/types/mount"
	"github.com/moby/moby/api/types/network"
)

// GoodContainer is the container with nothing to find; the others are named
// scantling-5.5, after the one recommendation of the benchmark that they break.
const GoodContainer = "scantling-good"

// A testContainer is GoodContainer with one change.
type testContainer struct {
	name   string
	change func(*spec)
	exec   *execution // left running in it
}

// A spec is the body of POST /containers/create.
type spec struct {
	container.Config
	HostConfig container.HostConfig
}

type execution struct {
	Cmd        []string
	User       string
	Privileged bool
}

// testContainers break one item each, as far as one can be broken alone: a
// privileged container is also unconfined.
var testContainers = []testContainer{
	{GoodContainer, func(*spec) {}, nil},
	{"scantling-4.1", func(s *spec) { s.User = "0" }, nil},
	{"scantling-5.2", func(s *spec) { s.secure("apparmor=unconfined") }, nil},
	{"scantling-5.3", func(s *spec) { s.secure("label=disable") }, nil},
	{"scantling-5.4", func(s *spec) { s.HostConfig.CapAdd = []string{"NET_RAW", "SYS_ADMIN"} }, nil},
	{"scantling-5.5", func(s *spec) { s.HostConfig.Privileged = true }, nil},
	{"scantling-5.6", func(s *spec) { s.bind("/etc:/host/etc:ro") }, nil},
	{"scantling-5.7", func(s *spec) { s.Entrypoint, s.Cmd = []string{"/usr/sbin/sshd"}, []string{"wait"} }, nil},
	{"scantling-5.8", func(s *spec) { s.publish("127.0.0.1", "81") }, nil},
	{"scantling-5.9", func(s *spec) { s.publish("127.0.0.1", "18590") }, nil},
	{"scantling-5.10", func(s *spec) { s.HostConfig.NetworkMode = "host" }, nil},
	{"scantling-5.11", func(s *spec) { s.HostConfig.Memory = 0 }, nil},
	{"scantling-5.12", func(s *spec) { s.HostConfig.CPUShares = 0 }, nil},
	{"scantling-5.13", func(s *spec) { s.HostConfig.ReadonlyRootfs = false }, nil},
	{"scantling-5.14", func(s *spec) { s.publish("0.0.0.0", "18514") }, nil},
	{"scantling-5.15", func(s *spec) { s.restart(container.RestartPolicyAlways, 0) }, nil},
	{"scantling-5.16", func(s *spec) { s.HostConfig.PidMode = "host" }, nil},
	{"scantling-5.17", func(s *spec) { s.HostConfig.IpcMode = "host" }, nil},
	{"scantling-5.18", func(s *spec) { s.HostConfig.Devices = zero }, nil},
	{"scantling-5.19", func(s *spec) {
		s.HostConfig.Ulimits = []*container.Ulimit{{Name: "nofile", Soft: 4096, Hard: 8192}}
	}, nil},
	{"scantling-5.20", func(s *spec) { s.bind("/srv/scantling:/shared:shared") }, nil},
	{"scantling-5.21", func(s *spec) { s.HostConfig.UTSMode = "host" }, nil},
	{"scantling-5.22", func(s *spec) { s.secure("seccomp=unconfined") }, nil},
	{"scantling-5.23", func(*spec) {}, &execution{Cmd: wait, User: "10001", Privileged: true}},
	{"scantling-5.24", func(*spec) {}, &execution{Cmd: wait, User: "root"}},
	{"scantling-5.25", func(s *spec) { s.HostConfig.CgroupParent = "/scantling" }, nil},
	{"scantling-5.26", func(s *spec) { s.HostConfig.SecurityOpt = nil }, nil},
	{"scantling-5.27", func(s *spec) { s.Healthcheck = sick }, nil},
	{staleContainer, func(s *spec) { s.Image = StaleImage }, nil},
	{"scantling-5.29", func(s *spec) { s.HostConfig.PidsLimit = nil }, nil},
	{"scantling-5.30", func(s *spec) { s.HostConfig.NetworkMode = "bridge" }, nil},
	{"scantling-5.31", func(s *spec) { s.HostConfig.UsernsMode = "host" }, nil},
	{"scantling-5.32", func(s *spec) { s.bind("/var/run/docker.sock:/var/run/docker.sock:ro") }, nil},

	// What no single item names.
	{"scantling-bad-image", func(s *spec) { s.Image = BadImage; s.Env = []string{"AWS_SECRET_ACCESS_KEY=of/nobody+example"} }, nil},
	{"scantling-compose", composed, nil},
	{"scantling-joined", func(s *spec) { s.HostConfig.NetworkMode = "container:scantling-5.10" }, nil},
	{"scantling-writer", func(s *spec) { s.mountVolume("scantling-data", false) }, nil},
	{"scantling-reader", func(s *spec) { s.mountVolume("scantling-data", true) }, nil},
	{"scantling-bound", func(s *spec) { s.mountVolume("scantling-bind", false) }, nil},
	{"scantling-stopped", stopped, nil},
}

var (
	wait = []string{"/" + Program, "wait"}
	zero = []container.DeviceMapping{{PathOnHost: "/dev/zero", PathInContainer: "/dev/disk", CgroupPermissions: "rwm"}}
	sick = &container.HealthConfig{Test: []string{"CMD", "/" + Program, "sick"}, Interval: time.Second, Retries: 1}
)

// good is the body that every container starts from.
func good() spec {
	pids := int64(64)
	s := spec{Config: container.Config{Image: GoodImage, Labels: map[string]string{testLabel: "1"}}}
	s.HostConfig = container.HostConfig{
		NetworkMode: testNetwork, ReadonlyRootfs: true, CapDrop: []string{"ALL"},
		Resources: container.Resources{Memory: 64 << 20, CPUShares: 512, PidsLimit: &pids},
	}
	s.secure("no-new-privileges:true")
	s.restart(container.RestartPolicyOnFailure, 3)
	return s
}

func (s *spec) secure(option string) {
	s.HostConfig.SecurityOpt = append(s.HostConfig.SecurityOpt, option)
}

func (s *spec) bind(b string) { s.HostConfig.Binds = append(s.HostConfig.Binds, b) }

func (s *spec) restart(name container.RestartPolicyMode, times int) {
	s.HostConfig.RestartPolicy = container.RestartPolicy{Name: name, MaximumRetryCount: times}
}

func (s *spec) publish(ip, port string) {
	p := network.MustParsePort("8080/tcp")
	s.Cmd = []string{"listen", ":8080"}
	s.ExposedPorts = network.PortSet{p: {}}
	s.HostConfig.PortBindings = network.PortMap{p: {{HostIP: netip.MustParseAddr(ip), HostPort: port}}}
}

func (s *spec) mountVolume(name string, readOnly bool) {
	s.HostConfig.Mounts = append(s.HostConfig.Mounts,
		mount.Mount{Type: mount.TypeVolume, Source: name, Target: "/data", ReadOnly: readOnly})
}

func composed(s *spec) {
	s.Env = []string{"DOCKER_HOST=tcp://10.0.0.5:2375"}
	s.Labels = map[string]string{
		testLabel:                                 "1",
		"com.docker.compose.project":              "shop",
		"com.docker.compose.service":              "web",
		"com.docker.compose.project.config_files": "/srv/shop/compose.yml",
		"com.docker.compose.project.working_dir":  "/srv/shop",
	}
}

func stopped(s *spec) {
	s.Cmd = []string{"exit", "3"}
	s.restart(container.RestartPolicyDisabled, 0)
}
