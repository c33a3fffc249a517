package docker

import (
	"context"
	"strings"
)

// Effective is what a container's settings come to, together with those of the
// daemon and of the containers that it joins.
type Effective struct {
	Capabilities      []string // that root holds in it: NET_RAW, without CAP_
	AddedCapabilities []string // those that Docker does not give by default
	NetworkMode       string   // host also through another container; bridge for default
	PidMode           string   // private, host, container:NAME
	IpcMode           string   // as the next, and shareable, none
	Seccomp           string   // unconfined, builtin, custom
	AppArmor          *string  // the profile; null where the engine has no AppArmor
	SELinuxDisabled   bool     `cty:"selinux_disabled"`
	NoNewPrivileges   bool
	UnmaskedProc      bool // the files of /proc that engines hide are open
	User              string
	UserIsRoot        *bool
	RestartRetries    *int // null: without end
}

func (r *record) effective(ctx context.Context, first *InitProcess) Effective {
	h, opts := &r.in.HostConfig, parseSecurityOptions(r.in.HostConfig.SecurityOpt)
	e := Effective{User: r.in.Config.User, SELinuxDisabled: h.Privileged || opts.labelDisabled, UnmaskedProc: unmasksProc(*h, opts)}
	r.derived("effective.user")
	r.derived("effective.selinux_disabled")
	r.derived("effective.unmasked_proc")
	e.Capabilities = r.capabilities()
	e.AddedCapabilities = beyond(e.Capabilities)
	r.namespaces(ctx, &e)
	e.Seccomp = r.seccomp(ctx, opts)
	e.AppArmor = r.appArmor(ctx, opts)
	e.NoNewPrivileges = r.noNewPrivs(ctx, opts)
	e.UserIsRoot = r.userIsRoot(first)
	e.RestartRetries = r.restarts(ctx)
	return e
}

// unless makes an attribute unknown for a reason that there may be.
func (r *record) unless(err error, attr string) bool {
	if err != nil {
		r.notes.Unknown(attr, err)
	}
	return err == nil
}

func (r *record) capabilities() []string {
	for _, attr := range []string{"effective.capabilities", "effective.added_capabilities"} {
		r.derived(attr)
	}
	h := &r.in.HostConfig
	return capabilities(h.Privileged, h.CapAdd, h.CapDrop)
}

func (r *record) namespaces(ctx context.Context, e *Effective) {
	h := &r.in.HostConfig
	for _, ns := range []struct {
		attr, vendor, none string
		mode               func(*HostConfig) string
		into               *string
	}{
		{"effective.network_mode", "HostConfig.NetworkMode", "bridge", func(h *HostConfig) string { return h.NetworkMode }, &e.NetworkMode},
		{"effective.pid_mode", "HostConfig.PidMode", "private", func(h *HostConfig) string { return h.PidMode }, &e.PidMode},
		{"effective.ipc_mode", "HostConfig.IpcMode", "private", func(h *HostConfig) string { return h.IpcMode }, &e.IpcMode},
	} {
		own := ns.mode(h)
		if !r.derived(ns.attr) || !r.want(ns.attr) {
			continue
		}
		mode, err := resolveMode(own, r.joined(ctx, ns.mode, ns.vendor))
		if !r.unless(err, ns.attr) {
			continue
		}
		if mode == "" || mode == "default" {
			mode = ns.none
		}
		if mode == "host" && own != "host" {
			r.notes.Remark(ns.attr, "through "+strings.Replace(own, ":", " ", 1))
		}
		*ns.into = mode
	}
}
