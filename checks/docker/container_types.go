package docker

import (
	"encoding/json"
	"time"
)

// ContainerState is what a container does now.
type ContainerState struct {
	Status     string // created, running, paused, restarting, removing, exited, dead
	Running    bool   // a paused container runs
	Paused     bool
	Restarting bool
	Pid        int // of the first process, as the engine's kernel counts; 0 when there is none
	ExitCode   int
	StartedAt  time.Time // null when never started
	FinishedAt time.Time
	Health     *ContainerHealth // null without a health check
}

// ContainerHealth is what the last health checks told.
type ContainerHealth struct {
	Status        string // starting, healthy, unhealthy
	FailingStreak int
}

// HostConfig is how a container is tied to its host.
type HostConfig struct {
	Privileged        bool
	CapAdd            []string
	CapDrop           []string
	SecurityOpt       []string
	NetworkMode       string
	PidMode           string
	IpcMode           string
	UTSMode           string
	UsernsMode        string
	CgroupnsMode      string
	CgroupParent      string
	Memory            int64 // bytes; 0 is unlimited, as for the next two
	MemoryReservation int64
	MemorySwap        int64 // with Memory; -1 is unlimited
	CpuShares         int64 // weight; 0 is the default of 1024
	NanoCpus          int64 // billionths of one CPU
	CpuQuota          int64 // microseconds in each CpuPeriod
	CpuPeriod         int64
	CpusetCpus        string
	PidsLimit         *int64            // null, 0 and -1 are unlimited
	Ulimits           []ContainerUlimit // those of the daemon included: the engine merges them into its answer
	ReadonlyRootfs    bool
	RestartPolicy     RestartPolicy
	Devices           []Device
	DeviceRequests    []DeviceRequest
	DeviceCgroupRules []string
	Binds             []string
	Tmpfs             map[string]string
	Sysctls           map[string]string
	GroupAdd          []string
	LogConfig         LogConfig
	Runtime           string
	MaskedPaths       *[]string // null: the engine's default, nothing when privileged
	ReadonlyPaths     *[]string
	PublishAllPorts   bool
	OomKillDisable    *bool
	OomScoreAdj       int
	ShmSize           int64 // bytes
	ExtraHosts        []string
	VolumesFrom       []string
	Links             []string
	Init              *bool // null: the daemon's default
	AutoRemove        bool

	PortBindings ContainerPorts `cty:"-"`
}

// ContainerUlimit is one resource limit of the processes.
type ContainerUlimit struct {
	Name       string
	Soft, Hard int64
}

// RestartPolicy is when the engine starts the container again.
type RestartPolicy struct {
	Name              string // no, always, unless-stopped, on-failure
	MaximumRetryCount int    // with on-failure; 0 is unlimited
}

// Device is a device of the host that the container may use.
type Device struct {
	PathOnHost, PathInContainer, CgroupPermissions string
}

// DeviceRequest asks a driver, such as nvidia or cdi, for devices.
type DeviceRequest struct {
	Driver       string
	Count        int      // -1 is all
	DeviceIDs    []string `cty:"device_ids"`
	Capabilities Groups
}

// Groups are lists of lists of texts, flattened.
type Groups []string

// UnmarshalJSON takes [["gpu","nvidia"]].
func (g *Groups) UnmarshalJSON(b []byte) error {
	var lists [][]string
	if err := json.Unmarshal(b, &lists); err != nil {
		return err
	}
	*g = nil
	for _, l := range lists {
		*g = append(*g, l...)
	}
	return nil
}

// LogConfig is where the container's output goes.
type LogConfig struct {
	Type   string
	Config map[string]string // secrets hidden
}

// ContainerConfig is what a container runs.
type ContainerConfig struct {
	User         string
	Env          []string // names only
	Cmd          Words    // secrets hidden, as in the next
	Entrypoint   Words
	Image        string // the name it was created from
	Labels       map[string]string
	ExposedPorts Names // 80/tcp
	Healthcheck  *Healthcheck
	Volumes      Names
	StopSignal   string
	WorkingDir   string
	Hostname     string
}

// Words are those of a command. Podman before 5 sends some as one text.
type Words []string

// UnmarshalJSON takes a list of texts, or one text.
func (w *Words) UnmarshalJSON(b []byte) error {
	var one string
	if json.Unmarshal(b, &one) == nil {
		*w = nil
		if one != "" {
			*w = Words{one}
		}
		return nil
	}
	return json.Unmarshal(b, (*[]string)(w))
}

func (w *Words) fill(s *scanner) (ok bool) {
	if s.next() == '"' {
		one, ok := s.str()
		if one != "" {
			*w = Words{one}
		}
		return ok
	}
	*w, ok = s.strs()
	return ok
}

// Healthcheck is how the engine asks whether a container works.
type Healthcheck struct {
	Test     []string // NONE first: switched off
	Interval int64    // nanoseconds; 0 is the default of 30 s
	Retries  *int
}

// NetworkSettings is how a container is reached.
type NetworkSettings struct {
	Ports    ContainerPorts
	Networks Names
}

// ContainerMount is one file system from outside the container's own layers.
type ContainerMount struct {
	Type        string // bind, volume, tmpfs, image, cluster, npipe
	Name        string // of the volume
	Source      string
	Destination string
	Driver      string
	Mode        string
	RW          bool
	Propagation string
}
