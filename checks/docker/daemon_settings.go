package docker

// A kind is the type of a dockerd setting.
type kind uint8

const (
	kindBoolean kind = iota
	kindText
	kindInteger
	kindSize     // bytes; written 64M
	kindTextList // ; a flag given again adds to it
	kindTextMap  // name=value
	kindToggles
	kindUlimits
	kindRuntimes
	kindPools
	kindOpaque // known to dockerd, no attribute of ours
)

// A setting is one option of dockerd.
type daemonSetting struct {
	name   string // its key in daemon.json; within an object, proxies.http-proxy
	flag   string // its flags without dashes, the long one first
	kind   kind
	def    any  // built-in default where it is not the kind's zero value
	reload bool // SIGHUP makes dockerd take the value from daemon.json
}

// settings is every option of dockerd 20.10 to 29 that has a key in daemon.json
// or a flag: cmd/dockerd/config*.go and daemon/config of moby. Defaults that
// depend on the engine's version or on its home are in builtIn.
var daemonSettings = []daemonSetting{
	{name: "authorization-plugins", flag: "authorization-plugin", kind: kindTextList, reload: true},
	{name: "allow-direct-routing", flag: "allow-direct-routing"},
	{name: "bip", flag: "bip", kind: kindText},
	{name: "bip6", flag: "bip6", kind: kindText},
	{name: "bridge", flag: "bridge b", kind: kindText},
	{name: "cgroup-parent", flag: "cgroup-parent", kind: kindText},
	{name: "containerd", flag: "containerd", kind: kindText},
	{name: "containerd-namespace", flag: "containerd-namespace", kind: kindText, def: "moby"},
	{name: "cri-containerd", flag: "cri-containerd"},
	{name: "data-root", flag: "data-root graph g", kind: kindText},
	{name: "debug", flag: "debug D", reload: true},
	{name: "default-address-pools", flag: "default-address-pool", kind: kindPools},
	{name: "default-cgroupns-mode", flag: "default-cgroupns-mode", kind: kindText, reload: true},
	{name: "default-gateway", flag: "default-gateway", kind: kindText},
	{name: "default-gateway-v6", flag: "default-gateway-v6", kind: kindText},
	{name: "default-ipc-mode", flag: "default-ipc-mode", kind: kindText, def: "private", reload: true},
	{name: "default-runtime", flag: "default-runtime", kind: kindText, def: "runc", reload: true},
	{name: "default-shm-size", flag: "default-shm-size", kind: kindSize, def: int64(64 << 20), reload: true},
	{name: "default-ulimits", flag: "default-ulimit", kind: kindUlimits},
	{name: "dns", flag: "dns", kind: kindTextList},
	{name: "dns-opts", flag: "dns-opt", kind: kindTextList},
	{name: "dns-search", flag: "dns-search", kind: kindTextList},
	{name: "exec-opts", flag: "exec-opt", kind: kindTextList},
	{name: "exec-root", flag: "exec-root", kind: kindText},
	{name: "experimental", flag: "experimental"},
	{name: "features", flag: "feature", kind: kindToggles, reload: true},
	{name: "firewall-backend", flag: "firewall-backend", kind: kindText},
	{name: "fixed-cidr", flag: "fixed-cidr", kind: kindText},
	{name: "fixed-cidr-v6", flag: "fixed-cidr-v6", kind: kindText},
	{name: "group", flag: "group G", kind: kindText, def: "docker"},
	{name: "hosts", flag: "host H", kind: kindTextList},
	{name: "icc", flag: "icc", def: true},
	{name: "init", flag: "init"},
	{name: "init-path", flag: "init-path", kind: kindText},
	{name: "insecure-registries", flag: "insecure-registry", kind: kindTextList, reload: true},
	{name: "ip", flag: "ip", kind: kindText, def: "0.0.0.0"},
	{name: "ip-forward", flag: "ip-forward", def: true},
	{name: "ip-forward-no-drop", flag: "ip-forward-no-drop"},
	{name: "ip-masq", flag: "ip-masq", def: true},
	{name: "ip6tables", flag: "ip6tables"},
	{name: "iptables", flag: "iptables", def: true},
	{name: "ipv6", flag: "ipv6"},
	{name: "labels", flag: "label", kind: kindTextList, reload: true},
	{name: "live-restore", flag: "live-restore", reload: true},
	{name: "log-driver", flag: "log-driver", kind: kindText, def: "json-file"},
	{name: "log-format", flag: "log-format", kind: kindText, def: "text"},
	{name: "log-level", flag: "log-level l", kind: kindText, def: "info"},
	{name: "log-opts", flag: "log-opt", kind: kindTextMap},
	{name: "max-concurrent-downloads", flag: "max-concurrent-downloads", kind: kindInteger, def: int64(3), reload: true},
	{name: "max-concurrent-uploads", flag: "max-concurrent-uploads", kind: kindInteger, def: int64(5), reload: true},
	{name: "max-download-attempts", flag: "max-download-attempts", kind: kindInteger, def: int64(5), reload: true},
	{name: "metrics-addr", flag: "metrics-addr", kind: kindText},
	{name: "mtu", flag: "mtu", kind: kindInteger, def: int64(1500)},
	{name: "no-new-privileges", flag: "no-new-privileges"},
	{name: "pidfile", flag: "pidfile p", kind: kindText},
	{name: "proxies.http-proxy", flag: "http-proxy", kind: kindText},
	{name: "proxies.https-proxy", flag: "https-proxy", kind: kindText},
	{name: "proxies.no-proxy", flag: "no-proxy", kind: kindText},
	{name: "raw-logs", flag: "raw-logs"},
	{name: "registry-mirrors", flag: "registry-mirror", kind: kindTextList, reload: true},
	{name: "runtimes", flag: "add-runtime", kind: kindRuntimes, reload: true},
	{name: "seccomp-profile", flag: "seccomp-profile", kind: kindText, def: "builtin"},
	{name: "selinux-enabled", flag: "selinux-enabled"},
	{name: "shutdown-timeout", flag: "shutdown-timeout", kind: kindInteger, def: int64(15), reload: true},
	{name: "storage-driver", flag: "storage-driver s", kind: kindText},
	{name: "storage-opts", flag: "storage-opt", kind: kindTextList},
	{name: "tls", flag: "tls"},
	{name: "tlscacert", flag: "tlscacert", kind: kindText},
	{name: "tlscert", flag: "tlscert", kind: kindText},
	{name: "tlskey", flag: "tlskey", kind: kindText},
	{name: "tlsverify", flag: "tlsverify"},
	{name: "userland-proxy", flag: "userland-proxy", def: true},
	{name: "userland-proxy-path", flag: "userland-proxy-path", kind: kindText},
	{name: "userns-remap", flag: "userns-remap", kind: kindText},

	{name: "allow-nondistributable-artifacts", flag: "allow-nondistributable-artifacts", kind: kindOpaque},
	{name: "api-cors-header", flag: "api-cors-header", kind: kindOpaque},
	{name: "bridge-accept-fwmark", flag: "bridge-accept-fwmark", kind: kindOpaque},
	{name: "builder", kind: kindOpaque},
	{name: "cdi-spec-dirs", flag: "cdi-spec-dir", kind: kindOpaque},
	{name: "containerd-plugins-namespace", flag: "containerd-plugins-namespace", kind: kindOpaque},
	{name: "cpu-rt-period", flag: "cpu-rt-period", kind: kindOpaque},
	{name: "cpu-rt-runtime", flag: "cpu-rt-runtime", kind: kindOpaque},
	{name: "default-network-opts", flag: "default-network-opt", kind: kindOpaque},
	{name: "default-stop-timeout", flag: "default-stop-timeout", kind: kindOpaque},
	{name: "deprecated-key-path", flag: "deprecated-key-path", kind: kindOpaque},
	{name: "host-gateway-ip", flag: "host-gateway-ip", kind: kindOpaque},
	{name: "host-gateway-ips", kind: kindOpaque},
	{name: "min-api-version", kind: kindOpaque},
	{name: "network-control-plane-mtu", flag: "network-control-plane-mtu", kind: kindOpaque},
	{name: "network-diagnostic-port", flag: "network-diagnostic-port", kind: kindOpaque},
	{name: "node-generic-resources", flag: "node-generic-resource", kind: kindOpaque},
	{name: "nri-opts", flag: "nri-opts", kind: kindOpaque},
	{name: "oom-score-adjust", flag: "oom-score-adjust", kind: kindOpaque},
	{name: "rootless", flag: "rootless"},
	{name: "swarm-default-advertise-addr", flag: "swarm-default-advertise-addr", kind: kindOpaque},
}
