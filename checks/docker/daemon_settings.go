package docker

// A kind is the type of a dockerd setting.
type kind uint8

const (
	boolean kind = iota
	text
	integer
	size   // bytes; written 64M
	list   // of text; a flag given again adds to it
	pairsK // name=value
	switches
	ulimits
	runtimes
	pools
	opaque // known to dockerd, no attribute of ours
)

// A setting is one option of dockerd.
type setting struct {
	name   string // its key in daemon.json; within an object, proxies.http-proxy
	flag   string // its flags without dashes, the long one first
	kind   kind
	def    any  // built-in default where it is not the kind's zero value
	reload bool // SIGHUP makes dockerd take the value from daemon.json
}

// settings is every option of dockerd 20.10 to 29 that has a key in daemon.json
// or a flag: cmd/dockerd/config*.go and daemon/config of moby. Defaults that
// depend on the engine's version or on its home are in builtIn.
var settings = []setting{
	{name: "authorization-plugins", flag: "authorization-plugin", kind: list, reload: true},
	{name: "allow-direct-routing", flag: "allow-direct-routing"},
	{name: "bip", flag: "bip", kind: text},
	{name: "bip6", flag: "bip6", kind: text},
	{name: "bridge", flag: "bridge b", kind: text},
	{name: "cgroup-parent", flag: "cgroup-parent", kind: text},
	{name: "containerd", flag: "containerd", kind: text},
	{name: "containerd-namespace", flag: "containerd-namespace", kind: text, def: "moby"},
	{name: "cri-containerd", flag: "cri-containerd"},
	{name: "data-root", flag: "data-root graph g", kind: text},
	{name: "debug", flag: "debug D", reload: true},
	{name: "default-address-pools", flag: "default-address-pool", kind: pools},
	{name: "default-cgroupns-mode", flag: "default-cgroupns-mode", kind: text, reload: true},
	{name: "default-gateway", flag: "default-gateway", kind: text},
	{name: "default-gateway-v6", flag: "default-gateway-v6", kind: text},
	{name: "default-ipc-mode", flag: "default-ipc-mode", kind: text, def: "private", reload: true},
	{name: "default-runtime", flag: "default-runtime", kind: text, def: "runc", reload: true},
	{name: "default-shm-size", flag: "default-shm-size", kind: size, def: int64(64 << 20), reload: true},
	{name: "default-ulimits", flag: "default-ulimit", kind: ulimits},
	{name: "dns", flag: "dns", kind: list},
	{name: "dns-opts", flag: "dns-opt", kind: list},
	{name: "dns-search", flag: "dns-search", kind: list},
	{name: "exec-opts", flag: "exec-opt", kind: list},
	{name: "exec-root", flag: "exec-root", kind: text},
	{name: "experimental", flag: "experimental"},
	{name: "features", flag: "feature", kind: switches, reload: true},
	{name: "firewall-backend", flag: "firewall-backend", kind: text},
	{name: "fixed-cidr", flag: "fixed-cidr", kind: text},
	{name: "fixed-cidr-v6", flag: "fixed-cidr-v6", kind: text},
	{name: "group", flag: "group G", kind: text, def: "docker"},
	{name: "hosts", flag: "host H", kind: list},
	{name: "icc", flag: "icc", def: true},
	{name: "init", flag: "init"},
	{name: "init-path", flag: "init-path", kind: text},
	{name: "insecure-registries", flag: "insecure-registry", kind: list, reload: true},
	{name: "ip", flag: "ip", kind: text, def: "0.0.0.0"},
	{name: "ip-forward", flag: "ip-forward", def: true},
	{name: "ip-forward-no-drop", flag: "ip-forward-no-drop"},
	{name: "ip-masq", flag: "ip-masq", def: true},
	{name: "ip6tables", flag: "ip6tables"},
	{name: "iptables", flag: "iptables", def: true},
	{name: "ipv6", flag: "ipv6"},
	{name: "labels", flag: "label", kind: list, reload: true},
	{name: "live-restore", flag: "live-restore", reload: true},
	{name: "log-driver", flag: "log-driver", kind: text, def: "json-file"},
	{name: "log-format", flag: "log-format", kind: text, def: "text"},
	{name: "log-level", flag: "log-level l", kind: text, def: "info"},
	{name: "log-opts", flag: "log-opt", kind: pairsK},
	{name: "max-concurrent-downloads", flag: "max-concurrent-downloads", kind: integer, def: int64(3), reload: true},
	{name: "max-concurrent-uploads", flag: "max-concurrent-uploads", kind: integer, def: int64(5), reload: true},
	{name: "max-download-attempts", flag: "max-download-attempts", kind: integer, def: int64(5), reload: true},
	{name: "metrics-addr", flag: "metrics-addr", kind: text},
	{name: "mtu", flag: "mtu", kind: integer, def: int64(1500)},
	{name: "no-new-privileges", flag: "no-new-privileges"},
	{name: "pidfile", flag: "pidfile p", kind: text},
	{name: "proxies.http-proxy", flag: "http-proxy", kind: text},
	{name: "proxies.https-proxy", flag: "https-proxy", kind: text},
	{name: "proxies.no-proxy", flag: "no-proxy", kind: text},
	{name: "raw-logs", flag: "raw-logs"},
	{name: "registry-mirrors", flag: "registry-mirror", kind: list, reload: true},
	{name: "runtimes", flag: "add-runtime", kind: runtimes, reload: true},
	{name: "seccomp-profile", flag: "seccomp-profile", kind: text, def: "builtin"},
	{name: "selinux-enabled", flag: "selinux-enabled"},
	{name: "shutdown-timeout", flag: "shutdown-timeout", kind: integer, def: int64(15), reload: true},
	{name: "storage-driver", flag: "storage-driver s", kind: text},
	{name: "storage-opts", flag: "storage-opt", kind: list},
	{name: "tls", flag: "tls"},
	{name: "tlscacert", flag: "tlscacert", kind: text},
	{name: "tlscert", flag: "tlscert", kind: text},
	{name: "tlskey", flag: "tlskey", kind: text},
	{name: "tlsverify", flag: "tlsverify"},
	{name: "userland-proxy", flag: "userland-proxy", def: true},
	{name: "userland-proxy-path", flag: "userland-proxy-path", kind: text},
	{name: "userns-remap", flag: "userns-remap", kind: text},

	{name: "allow-nondistributable-artifacts", flag: "allow-nondistributable-artifacts", kind: opaque},
	{name: "api-cors-header", flag: "api-cors-header", kind: opaque},
	{name: "bridge-accept-fwmark", flag: "bridge-accept-fwmark", kind: opaque},
	{name: "builder", kind: opaque},
	{name: "cdi-spec-dirs", flag: "cdi-spec-dir", kind: opaque},
	{name: "containerd-plugins-namespace", flag: "containerd-plugins-namespace", kind: opaque},
	{name: "cpu-rt-period", flag: "cpu-rt-period", kind: opaque},
	{name: "cpu-rt-runtime", flag: "cpu-rt-runtime", kind: opaque},
	{name: "default-network-opts", flag: "default-network-opt", kind: opaque},
	{name: "default-stop-timeout", flag: "default-stop-timeout", kind: opaque},
	{name: "deprecated-key-path", flag: "deprecated-key-path", kind: opaque},
	{name: "host-gateway-ip", flag: "host-gateway-ip", kind: opaque},
	{name: "host-gateway-ips", kind: opaque},
	{name: "min-api-version", kind: opaque},
	{name: "network-control-plane-mtu", flag: "network-control-plane-mtu", kind: opaque},
	{name: "network-diagnostic-port", flag: "network-diagnostic-port", kind: opaque},
	{name: "node-generic-resources", flag: "node-generic-resource", kind: opaque},
	{name: "nri-opts", flag: "nri-opts", kind: opaque},
	{name: "oom-score-adjust", flag: "oom-score-adjust", kind: opaque},
	{name: "rootless", flag: "rootless"},
	{name: "swarm-default-advertise-addr", flag: "swarm-default-advertise-addr", kind: opaque},
}
