package docker

import (
	"context"
	"fmt"

	"scantling/checks/fact"
)

// Info is what GET /info tells, under the vendor's names, and what is computed
// from it. The members tagged absent are sent by every engine since API 1.40.
type Info struct {
	ID                 string
	Name               string
	Containers         int64
	ContainersRunning  int64
	ContainersPaused   int64
	ContainersStopped  int64
	Images             int64
	Driver             string `absent:"unknown"`
	DriverStatus       []Pair
	DockerRootDir      string `absent:"unknown"`
	ServerVersion      string `absent:"unknown"`
	KernelVersion      string
	OperatingSystem    string
	OSType             string
	OSVersion          string
	Architecture       string
	NCPU               int64
	MemTotal           int64
	LiveRestoreEnabled bool   `absent:"unknown"`
	ExperimentalBuild  bool   `absent:"unknown"`
	Debug              bool   `absent:"unknown"`
	LoggingDriver      string `absent:"unknown"`
	CgroupDriver       string
	CgroupVersion      *string // null before API 1.41
	DefaultRuntime     string
	Runtimes           Names
	InitBinary         string
	Isolation          string
	IndexServerAddress string
	Labels             []string
	Warnings           []string
	MemoryLimit        bool     `absent:"unknown"`
	SwapLimit          bool     `absent:"unknown"`
	PidsLimit          bool     `absent:"unknown"`
	CPUShares          bool     `absent:"unknown"`
	CPUCfsQuota        bool     `json:"CpuCfsQuota" cty:"cpu_cfs_quota"`
	OomKillDisable     bool     // the kernel lets a cgroup live without the OOM killer
	IPv4Forwarding     bool     `cty:"ipv4_forwarding"`
	SecurityOptions    []string `absent:"unknown"` // raw: name=seccomp,profile=builtin

	Rootless        bool    `json:"-"`
	Userns          bool    `json:"-"` // userns-remap
	Seccomp         bool    `json:"-"`
	SeccompProfile  *string `json:"-"` // builtin, default, unconfined or a path
	AppArmor        bool    `json:"-" cty:"apparmor"`
	SELinux         bool    `json:"-" cty:"selinux"`
	Cgroupns        bool    `json:"-"`
	NoNewPrivileges *bool   `json:"-"` // the daemon's default; null before API 1.43

	InsecureRegistries            []string `json:"-"` // CIDRs and names
	NonLoopbackInsecureRegistries []string `json:"-"`
	RegistryMirrors               []string `json:"-"`
	AuthorizationPlugins          []string `json:"-"`
	FirewallBackend               *string  `json:"-"`                  // iptables, nftables; null before API 1.49
	ContainerdAddress             *string  `json:"-"`                  // null before API 1.46
	SwarmState                    string   `json:"-"`                  // inactive, pending, active, error, locked
	HTTPProxy                     *string  `json:"-" cty:"http_proxy"` // without credentials, as the next
	HTTPSProxy                    *string  `json:"-" cty:"https_proxy"`
	NoProxy                       *string  `json:"-"`

	raw  infoParts
	gaps gaps // in raw
}

// InfoFact is docker.info.
var InfoFact = fact.NewOne("docker.info",
	"What the engine tells about itself and its settings, as GET /info tells it.", fact.DockerAPI, readInfo).
	Reading(func(string) []string { return []string{"GET /info"} })

const getInfo = "GET /info"

func readInfo(d *Docker, ctx context.Context, n *fact.Notes) (Info, error) {
	raw, err := d.infoRaw.get(func() ([]byte, error) { return d.get(ctx, "/info") })
	if err != nil {
		return Info{}, err
	}
	api, err := d.api(ctx)
	if err != nil {
		return Info{}, err
	}
	n.FromAPI(getInfo)
	return parseInfo(raw, api, n)
}

// parseInfo decodes the answer of an engine that speaks the API version.
func parseInfo(raw []byte, api string, n *fact.Notes) (Info, error) {
	var i Info
	g, err := decodeGaps(raw, &i, "")
	if err != nil {
		return Info{}, fmt.Errorf("%s: %w", getInfo, err)
	}
	i.gaps, err = decodeGaps(raw, &i.raw, "")
	if err != nil {
		return Info{}, fmt.Errorf("%s: %w", getInfo, err)
	}
	if i.gaps == nil {
		i.gaps = gaps{}
	}
	g.tell(n)
	i.security(g, api, n)
	i.registry(i.gaps, n)
	i.rest(i.gaps, n)
	return i, nil
}
