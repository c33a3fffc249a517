package docker

import (
	"maps"
	"strings"

	"scantling/checks/fact"
)

// A report is a setting in the engine's own words.
type report struct {
	value  any
	from   string              // GET /info LiveRestoreEnabled
	agrees func(disk any) bool // whether the value on disk means the same; nil compares them
}

// reports are the settings that the engine tells, by name.
type reports map[string]report

func (r reports) add(more reports) { maps.Copy(r, more) }

// infoReports is what GET /info says about settings. An attribute that the
// answer did not tell is left out.
func infoReports(i Info, n *fact.Notes) reports {
	out := reports{}
	add := out.adder(n)
	add("live-restore", "live_restore_enabled", "LiveRestoreEnabled", i.LiveRestoreEnabled, nil)
	add("log-driver", "logging_driver", "LoggingDriver", i.LoggingDriver, nil)
	add("storage-driver", "driver", "Driver", i.Driver, sameIfSet(i.Driver))
	add("debug", "debug", "Debug", i.Debug, nil)
	add("experimental", "experimental_build", "ExperimentalBuild", i.ExperimentalBuild, nil)
	add("rootless", "rootless", "SecurityOptions name=rootless", i.Rootless, nil)
	add("data-root", "docker_root_dir", "DockerRootDir", withoutRemap(i.DockerRootDir), nil)
	add("authorization-plugins", "authorization_plugins", "Plugins.Authorization", i.AuthorizationPlugins, nil)
	add("registry-mirrors", "registry_mirrors", "RegistryConfig.Mirrors", i.RegistryMirrors, sameMirrors(i.RegistryMirrors))
	add("insecure-registries", "insecure_registries", "RegistryConfig", withoutImplicit(i.InsecureRegistries), sameRegistries(i.InsecureRegistries))
	add("proxies.http-proxy", "http_proxy", "HttpProxy", orEmpty(i.HTTPProxy), sameProxy(i.HTTPProxy))
	add("proxies.https-proxy", "https_proxy", "HttpsProxy", orEmpty(i.HTTPSProxy), sameProxy(i.HTTPSProxy))
	add("proxies.no-proxy", "no_proxy", "NoProxy", orEmpty(i.NoProxy), sameIfSet(orEmpty(i.NoProxy)))
	// The engine says selinux only where the kernel has it too, so that its
	// silence does not contradict a setting.
	add("selinux-enabled", "selinux", "SecurityOptions name=selinux", i.SELinux, func(disk any) bool { return disk == i.SELinux || !i.SELinux })
	if !i.Userns { // with remapping on, only the configuration tells for whom
		add("userns-remap", "userns", "SecurityOptions without name=userns", "", nil)
	}
	i.later(add)
	return out
}

type addReport func(name, attr, field string, value any, agrees func(any) bool)

// adder leaves out an attribute that the answer did not tell.
func (r reports) adder(n *fact.Notes) addReport {
	return func(name, attr, field string, value any, agrees func(any) bool) {
		if n.At(attr, nil).Err == nil {
			r[name] = report{value, "GET /info " + field, agrees}
		}
	}
}

// later adds what only newer engines, or some kernels, tell.
func (i Info) later(add addReport) {
	if i.DefaultRuntime != "" {
		add("default-runtime", "default_runtime", "DefaultRuntime", i.DefaultRuntime, nil)
	}
	if i.ContainerdAddress != nil { // since API 1.46
		add("containerd", "containerd_address", "Containerd.Address", *i.ContainerdAddress, sameIfSet(*i.ContainerdAddress))
	}
	if i.FirewallBackend != nil { // since API 1.49; "+firewalld" says that firewalld is on
		driver, _, _ := strings.Cut(*i.FirewallBackend, "+")
		add("firewall-backend", "firewall_backend", "FirewallBackend.Driver", driver, sameIfSet(driver))
	}
	if i.CgroupVersion != nil { // the engine tells name=cgroupns since API 1.41, as it does its cgroup version
		mode := map[bool]string{true: "private", false: "host"}[i.Cgroupns]
		add("default-cgroupns-mode", "cgroupns", "SecurityOptions name=cgroupns", mode, nil)
	}
	if i.NoNewPrivileges != nil {
		add("no-new-privileges", "no_new_privileges", "SecurityOptions name=no-new-privileges", *i.NoNewPrivileges, nil)
	}
	if i.SeccompProfile != nil {
		add("seccomp-profile", "seccomp_profile", "SecurityOptions name=seccomp", *i.SeccompProfile, sameProfile(*i.SeccompProfile))
	}
}
