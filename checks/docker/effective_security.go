package docker

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
)

// securityOptions are a container's SecurityOpt, parsed as moby does
// (daemon_unix.go, parseSecurityOpt): the first = separates, else the first
// colon, and the last of several counts.
type securityOptions struct {
	seccomp         string // "" when not given
	appArmor        string
	noNewPrivileges *bool
	labelDisabled   bool
	unmasked        bool
	odd             error // an option that cannot be read
}

func parseSecurityOptions(options []string) securityOptions {
	var s securityOptions
	for _, opt := range options {
		key, value, ok := strings.Cut(opt, "=")
		if !ok {
			key, value, _ = strings.Cut(opt, ":")
		}
		s.set(strings.TrimSpace(key), strings.TrimSpace(value))
	}
	return s
}

func (s *securityOptions) set(key, value string) {
	switch key {
	case "seccomp":
		s.seccomp = value
	case "apparmor":
		s.appArmor = value
	case "disable":
		s.labelDisabled = true
	case "label":
		s.labelDisabled = s.labelDisabled || value == "disable"
	case "systempaths":
		s.unmasked = s.unmasked || value == "unconfined"
	case "unmask": // Podman
		s.unmasked = true
	case "no-new-privileges":
		on, err := strconv.ParseBool(value)
		if value == "" {
			on, err = true, nil
		}
		if err != nil {
			s.odd = fmt.Errorf("the security option no-new-privileges is neither true nor false")
			return
		}
		s.noNewPrivileges, s.odd = &on, nil
	}
}

// Words for the seccomp filter in force.
const (
	unconfined = "unconfined"
	builtin    = "builtin"
	custom     = "custom"
)

// seccompKind sorts a profile given by option or by the daemon: a word, a
// path, or the profile itself as the command line sends it. A profile that
// allows what it does not name is no confinement.
func seccompKind(profile string) (string, error) {
	switch {
	case profile == "", profile == builtin, profile == "default":
		return builtin, nil
	case profile == unconfined:
		return unconfined, nil
	case !strings.HasPrefix(profile, "{"):
		return custom, nil
	}
	var p struct{ DefaultAction string }
	if err := json.Unmarshal([]byte(profile), &p); err != nil {
		return "", fmt.Errorf("the seccomp profile in SecurityOpt: %w", err)
	}
	if p.DefaultAction == "SCMP_ACT_ALLOW" || p.DefaultAction == "SCMP_ACT_LOG" {
		return unconfined, nil
	}
	return custom, nil
}

// unmasksProc reports whether the files of /proc and /sys that engines hide or
// write-protect are open. A null list is the engine's own.
func unmasksProc(h HostConfig, opts securityOptions) bool {
	empty := func(paths *[]string) bool { return paths != nil && len(*paths) == 0 }
	return h.Privileged || opts.unmasked || empty(h.MaskedPaths) || empty(h.ReadonlyPaths)
}
