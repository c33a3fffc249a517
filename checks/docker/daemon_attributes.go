package docker

import (
	"reflect"
	"time"
)

// Daemon is the effective configuration of dockerd. Settings have the names of
// daemon.json with underscores; where the engine tells a setting it is the
// engine's word, else what files and flags come to.
type Daemon struct {
	Running           bool
	PID               *int
	Started           time.Time
	EUID              *int    // of the process; a rootless engine's is not 0
	Unit              *string // the systemd unit that dockerd belongs to
	ConfigFile        string
	ConfigFileExists  bool
	UnknownKeys       []string  // in the configuration file; dockerd does not start over them
	Flags             []string  // settings that flags give, now or at the next start: dockerd does not start where the file has them too
	ConfigDirectories []string  // that configuration is read from: config_file's, and the one with the registries' certificates
	ContainerdSockets []string  // the one in use, else those that dockerd would use
	RuntimePaths      []string  // programs that start containers, links followed
	SocketGroup       string    // who may use the API's unix socket
	TCPHosts          []string  `cty:"tcp_hosts"` // where the API listens on TCP: tcp://0.0.0.0:2375
	UnixSockets       []string  // paths of the API's unix sockets
	Pending           []Pending // what a restart, or a reload, would change

	// The settings; the json name is the key in daemon.json.
	AllowDirectRouting     bool               `json:"allow-direct-routing"`
	AuthorizationPlugins   []string           `json:"authorization-plugins"`
	Bip                    string             `json:"bip"`
	Bip6                   string             `json:"bip6"`
	Bridge                 string             `json:"bridge"`
	CgroupParent           string             `json:"cgroup-parent"`
	Containerd             string             `json:"containerd"`
	ContainerdNamespace    string             `json:"containerd-namespace"`
	CriContainerd          bool               `json:"cri-containerd"`
	DataRoot               string             `json:"data-root"`
	Debug                  bool               `json:"debug"`
	DefaultAddressPools    []AddressPool      `json:"default-address-pools"`
	DefaultCgroupnsMode    string             `json:"default-cgroupns-mode"`
	DefaultGateway         string             `json:"default-gateway"`
	DefaultGatewayV6       string             `json:"default-gateway-v6"`
	DefaultIpcMode         string             `json:"default-ipc-mode"`
	DefaultRuntime         string             `json:"default-runtime"`
	DefaultShmSize         int64              `json:"default-shm-size"`
	DefaultUlimits         map[string]Ulimit  `json:"default-ulimits"`
	DNS                    []string           `json:"dns"`
	DNSOpts                []string           `json:"dns-opts"`
	DNSSearch              []string           `json:"dns-search"`
	ExecOpts               []string           `json:"exec-opts"`
	ExecRoot               string             `json:"exec-root"`
	Experimental           bool               `json:"experimental"`
	Features               map[string]bool    `json:"features"`
	FirewallBackend        string             `json:"firewall-backend"`
	FixedCidr              string             `json:"fixed-cidr"`
	FixedCidrV6            string             `json:"fixed-cidr-v6"`
	Group                  string             `json:"group"`
	Hosts                  []string           `json:"hosts"`
	HTTPProxy              string             `json:"proxies.http-proxy"`
	HTTPSProxy             string             `json:"proxies.https-proxy"`
	Icc                    bool               `json:"icc"`
	Init                   bool               `json:"init"`
	InitPath               string             `json:"init-path"`
	InsecureRegistries     []string           `json:"insecure-registries"`
	IP                     string             `json:"ip"`
	IPForward              bool               `json:"ip-forward"`
	IPForwardNoDrop        bool               `json:"ip-forward-no-drop"`
	IPMasq                 bool               `json:"ip-masq"`
	Iptables               bool               `json:"iptables"`
	Ip6tables              bool               `json:"ip6tables"`
	Ipv6                   bool               `json:"ipv6"`
	Labels                 []string           `json:"labels"`
	LiveRestore            bool               `json:"live-restore"`
	LogDriver              string             `json:"log-driver"`
	LogFormat              string             `json:"log-format"`
	LogLevel               string             `json:"log-level"`
	LogOpts                map[string]string  `json:"log-opts"`
	MaxConcurrentDownloads int64              `json:"max-concurrent-downloads"`
	MaxConcurrentUploads   int64              `json:"max-concurrent-uploads"`
	MaxDownloadAttempts    int64              `json:"max-download-attempts"`
	MetricsAddr            string             `json:"metrics-addr"`
	Mtu                    int64              `json:"mtu"`
	NoNewPrivileges        bool               `json:"no-new-privileges"`
	NoProxy                string             `json:"proxies.no-proxy"`
	Pidfile                string             `json:"pidfile"`
	RawLogs                bool               `json:"raw-logs"`
	RegistryMirrors        []string           `json:"registry-mirrors"`
	Rootless               bool               `json:"rootless"`
	Runtimes               map[string]Runtime `json:"runtimes"`
	SeccompProfile         string             `json:"seccomp-profile"`
	SelinuxEnabled         bool               `json:"selinux-enabled"`
	ShutdownTimeout        int64              `json:"shutdown-timeout"`
	StorageDriver          string             `json:"storage-driver"`
	StorageOpts            []string           `json:"storage-opts"`
	TLS                    bool               `json:"tls"`
	Tlscacert              string             `json:"tlscacert"`
	Tlscert                string             `json:"tlscert"`
	Tlskey                 string             `json:"tlskey"`
	Tlsverify              bool               `json:"tlsverify"`
	UserlandProxy          bool               `json:"userland-proxy"`
	UserlandProxyPath      string             `json:"userland-proxy-path"`
	UsernsRemap            string             `json:"userns-remap"`
}

// Pending is a setting whose value on disk is not the one in force.
type Pending struct {
	Name   string // as in daemon.json
	OnDisk string
	Live   string
	Origin string // where it stands on disk
}

// put gives a setting's attribute its value; the expression name is the key's
// last part in snake_case, which a test holds.
func (d *Daemon) put(name string, value any) {
	t := reflect.TypeFor[Daemon]()
	for i := range t.NumField() {
		if t.Field(i).Tag.Get("json") == name && value != nil {
			reflect.ValueOf(d).Elem().Field(i).Set(reflect.ValueOf(value))
		}
	}
}
