package docker

import (
	"context"
	"strconv"
	"strings"
)

// seccomp is the filter in force. Before engine 27 a privileged container ran
// without one even where a profile was given (moby daemon/seccomp_linux.go).
func (r *record) seccomp(ctx context.Context, opts securityOptions) string {
	const attr = "effective.seccomp"
	if !r.derived(attr) || !r.want(attr) {
		return ""
	}
	switch {
	case r.in.HostConfig.Privileged && opts.seccomp == "":
		return unconfined
	case r.in.HostConfig.Privileged:
		v, _, err := r.d.version(ctx)
		if !r.unless(err, attr) {
			return ""
		}
		if major, _ := strconv.Atoi(v.Version[:strings.IndexByte(v.Version+".", '.')]); v.Engine == "docker" && major < 27 {
			return unconfined
		}
	case opts.seccomp == "":
		return r.daemonSeccomp(ctx, attr)
	}
	kind, err := seccompKind(opts.seccomp)
	r.unless(err, attr)
	return kind
}

func (r *record) daemonSeccomp(ctx context.Context, attr string) string {
	info, notes, err := r.d.info(ctx)
	if err == nil {
		err = notes.At("seccomp_profile", nil).Err
	}
	if !r.unless(err, attr) {
		return ""
	}
	r.notes.Origin(attr, getInfo+" SecurityOptions")
	if !info.Seccomp {
		r.notes.Remark(attr, "the engine runs without seccomp")
		return unconfined
	}
	kind := builtin
	if info.SeccompProfile != nil {
		kind, err = seccompKind(*info.SeccompProfile)
		r.unless(err, attr)
	}
	return kind
}

// appArmor is the profile in force, or the one that the next start will give:
// until then the engine leaves its answer empty.
func (r *record) appArmor(ctx context.Context, opts securityOptions) *string {
	const attr = "effective.app_armor"
	if !r.derived(attr) || !r.want(attr) {
		return nil
	}
	info, notes, err := r.d.info(ctx)
	if err == nil {
		err = notes.At("apparmor", nil).Err
	}
	if !r.unless(err, attr) || !info.AppArmor {
		return nil
	}
	v, _, err := r.d.version(ctx)
	if !r.unless(err, attr) {
		return nil
	}
	profile := r.in.AppArmorProfile
	switch {
	case profile != "":
	case opts.appArmor != "":
		profile = opts.appArmor
	case r.in.HostConfig.Privileged || r.in.State.Running || v.Engine == "podman":
		profile = unconfined
	default:
		profile = "docker-default"
		r.notes.Remark(attr, "not running: what its next start would give it")
	}
	return &profile
}

func (r *record) noNewPrivs(ctx context.Context, opts securityOptions) bool {
	const attr = "effective.no_new_privileges"
	if !r.derived(attr) || !r.want(attr) || !r.unless(opts.odd, attr) {
		return false
	}
	if opts.noNewPrivileges != nil {
		return *opts.noNewPrivileges
	}
	daemon, err := r.noNewPrivileges(ctx)
	if r.unless(err, attr) {
		r.notes.Origin(attr, daemon.origin)
	}
	return daemon.on
}
