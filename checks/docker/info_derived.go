package docker

import (
	"maps"
	"net/netip"
	"slices"
	"strings"

	"github.com/moby/moby/client/pkg/versions"

	"scantling/checks/fact"
	"scantling/checks/secret"
)

// infoParts are the members of GET /info that attributes are computed from.
type infoParts struct {
	RegistryConfig  *registryConfig
	Plugins         *struct{ Authorization []string }
	FirewallBackend struct{ Driver string }
	Containerd      struct{ Address string }
	Swarm           swarmInfo
	Runtimes        map[string]struct{ Path string }
	HttpProxy       string
	HttpsProxy      string
	NoProxy         string
}

type registryConfig struct {
	InsecureRegistryCIDRs []string
	IndexConfigs          map[string]struct {
		Mirrors []string
		Secure  bool
	}
	Mirrors []string
}

// security splits SecurityOptions: name=seccomp,profile=builtin.
func (i *Info) security(g gaps, api string, n *fact.Notes) {
	options := map[string]map[string]string{}
	for _, o := range i.SecurityOptions {
		words := pairs(o)
		options[words["name"]] = words
	}
	for attr, has := range map[string]*bool{
		"rootless": &i.Rootless, "userns": &i.Userns, "seccomp": &i.Seccomp,
		"apparmor": &i.AppArmor, "selinux": &i.SELinux, "cgroupns": &i.Cgroupns,
	} {
		_, *has = options[attr]
		g.derived(n, attr, getInfo, "SecurityOptions")
	}
	g.derived(n, "seccomp_profile", getInfo, "SecurityOptions")
	i.SeccompProfile = optional(options["seccomp"]["profile"])
	g.derived(n, "no_new_privileges", getInfo, "SecurityOptions")
	if versions.GreaterThanOrEqualTo(api, "1.43") { // older engines have the setting and do not tell it
		_, on := options["no-new-privileges"]
		i.NoNewPrivileges = &on
	}
}

// pairs splits name=seccomp,profile=builtin into its words.
func pairs(option string) map[string]string {
	out := map[string]string{}
	for _, word := range strings.Split(option, ",") {
		k, v, _ := strings.Cut(word, "=")
		out[k] = v
	}
	return out
}

func (i *Info) registry(g gaps, n *fact.Notes) {
	r := i.raw.RegistryConfig
	if r == nil {
		r = &registryConfig{}
		g.absent("registry_config")
	}
	i.InsecureRegistries = slices.Clone(r.InsecureRegistryCIDRs)
	i.RegistryMirrors = slices.Clone(r.Mirrors)
	for _, name := range slices.Sorted(maps.Keys(r.IndexConfigs)) {
		if !r.IndexConfigs[name].Secure {
			i.InsecureRegistries = append(i.InsecureRegistries, name)
		}
		i.RegistryMirrors = append(i.RegistryMirrors, r.IndexConfigs[name].Mirrors...)
	}
	i.InsecureRegistries = unique(i.InsecureRegistries)
	for n, mirror := range i.RegistryMirrors {
		i.RegistryMirrors[n] = withoutLogin(mirror)
	}
	i.RegistryMirrors = unique(i.RegistryMirrors)
	i.NonLoopbackInsecureRegistries = slices.DeleteFunc(slices.Clone(i.InsecureRegistries), isLoopback)
	for _, attr := range []string{"insecure_registries", "non_loopback_insecure_registries"} {
		g.derived(n, attr, getInfo, "RegistryConfig.InsecureRegistryCIDRs", "RegistryConfig.IndexConfigs")
	}
	g.derived(n, "registry_mirrors", getInfo, "RegistryConfig.Mirrors", "RegistryConfig.IndexConfigs")
}

// isLoopback reports whether a registry, by network or by name, is on the
// engine's own machine: dockerd trusts 127.0.0.0/8 without being told.
func isLoopback(registry string) bool {
	if p, err := netip.ParsePrefix(registry); err == nil {
		first := p.Masked().Addr()
		return first.IsLoopback() && (first.Is4() || p.IsSingleIP()) // all of 127.0.0.0/8, but only ::1
	}
	if ap, err := netip.ParseAddrPort(registry); err == nil {
		return ap.Addr().IsLoopback()
	}
	if a, err := netip.ParseAddr(registry); err == nil {
		return a.IsLoopback()
	}
	name, _, _ := strings.Cut(registry, ":")
	return name == "localhost"
}

func (i *Info) rest(g gaps, n *fact.Notes) {
	if p := i.raw.Plugins; p != nil {
		i.AuthorizationPlugins = p.Authorization
	} else {
		g.absent("plugins")
	}
	g.derived(n, "authorization_plugins", getInfo, "Plugins.Authorization")
	i.FirewallBackend = optional(i.raw.FirewallBackend.Driver)
	g.derived(n, "firewall_backend", getInfo, "FirewallBackend.Driver")
	i.ContainerdAddress = optional(i.raw.Containerd.Address)
	g.derived(n, "containerd_address", getInfo, "Containerd.Address")
	i.SwarmState = i.raw.Swarm.LocalNodeState
	g.derived(n, "swarm_state", getInfo, "Swarm.LocalNodeState")
	if i.SwarmState == "" {
		n.Unknown("swarm_state", errAbsent)
	}
	i.HTTPProxy = optional(withoutLogin(i.raw.HttpProxy))
	g.derived(n, "http_proxy", getInfo, "HttpProxy")
	i.HTTPSProxy = optional(withoutLogin(i.raw.HttpsProxy))
	g.derived(n, "https_proxy", getInfo, "HttpsProxy")
	i.raw.HttpProxy, i.raw.HttpsProxy = "", "" // with the credentials
	i.Labels = secret.Args(i.Labels)
	i.NoProxy = optional(i.raw.NoProxy)
	g.derived(n, "no_proxy", getInfo, "NoProxy")
}
