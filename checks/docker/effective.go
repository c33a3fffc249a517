package docker

import (
	"context"
	"errors"
	"strconv"
	"strings"

	"scantling/checks/fact"
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
	r.derived("effective.user", "Config.User")
	r.derived("effective.selinux_disabled", "HostConfig.SecurityOpt", "HostConfig.Privileged")
	r.derived("effective.unmasked_proc", "HostConfig.MaskedPaths", "HostConfig.ReadonlyPaths", "HostConfig.Privileged", "HostConfig.SecurityOpt")
	e.Capabilities = r.capabilities(ctx)
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

func (r *record) capabilities(ctx context.Context) []string {
	members := []string{"HostConfig.CapAdd", "HostConfig.CapDrop", "HostConfig.Privileged"}
	h, basic := r.in.HostConfig, dockerCaps
	known := r.derived("effective.capabilities", members...)
	r.derived("effective.added_capabilities", members...)
	if !h.Privileged && known && r.want("effective") {
		v, notes, err := r.d.version(ctx)
		if err == nil {
			err = notes.At("engine", nil).Err
		}
		r.unless(err, "effective.capabilities")
		r.unless(err, "effective.added_capabilities")
		if v.Engine == "podman" {
			basic = podmanCaps
		}
	}
	return capabilities(h.Privileged, h.CapAdd, h.CapDrop, basic)
}

func (r *record) namespaces(ctx context.Context, e *Effective) {
	h := &r.in.HostConfig
	for _, ns := range []struct {
		attr, vendor, mode, none string
		into                     *string
		find                     lookup
	}{
		{"effective.network_mode", "HostConfig.NetworkMode", h.NetworkMode, "bridge", &e.NetworkMode, r.networkOf},
		{"effective.pid_mode", "HostConfig.PidMode", h.PidMode, "private", &e.PidMode,
			r.joined(ctx, func(h HostConfig) string { return h.PidMode }, "HostConfig.PidMode")},
		{"effective.ipc_mode", "HostConfig.IpcMode", h.IpcMode, "private", &e.IpcMode,
			r.joined(ctx, func(h HostConfig) string { return h.IpcMode }, "HostConfig.IpcMode")},
	} {
		if !r.derived(ns.attr, ns.vendor) || !r.want(ns.attr) {
			continue
		}
		mode, err := resolveMode(ns.mode, ns.find)
		if !r.unless(err, ns.attr) {
			continue
		}
		if mode == "" || mode == "default" {
			mode = ns.none
		}
		if mode == "host" && ns.mode != "host" {
			r.notes.Remark(ns.attr, "through "+strings.Replace(ns.mode, ":", " ", 1))
		}
		*ns.into = mode
	}
}

// seccomp is the filter in force. Before engine 27 a privileged container ran
// without one even where a profile was given (moby daemon/seccomp_linux.go).
func (r *record) seccomp(ctx context.Context, opts securityOptions) string {
	const attr = "effective.seccomp"
	if !r.derived(attr, "HostConfig.SecurityOpt", "HostConfig.Privileged") || !r.want(attr) {
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
	if !r.derived(attr, "AppArmorProfile", "HostConfig.SecurityOpt", "HostConfig.Privileged") || !r.want(attr) {
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
	if !r.derived(attr, "HostConfig.SecurityOpt") || !r.want(attr) || !r.unless(opts.odd, attr) {
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

// userIsRoot decides by the configured user; where that is a name, by the
// first process.
func (r *record) userIsRoot(first *InitProcess) *bool {
	const attr = "effective.user_is_root"
	if !r.derived(attr, "Config.User") || !r.want(attr) {
		return nil
	}
	kind := rootUser(r.in.Config.User)
	root := kind == isRoot || kind == outOfRange
	switch {
	case kind == outOfRange:
		r.notes.Remark(attr, outOfRangeRemark)
	case kind == namedUser && first != nil:
		r.notes.Origin(attr, "/proc/"+itoa(r.in.State.Pid)+"/status Uid")
		root = first.UID == 0
	case kind == namedUser:
		r.notes.Unknown(attr, r.whyNoUID())
	}
	return &root
}

func (r *record) whyNoUID() error {
	err := r.notes.At("init_process", nil).Err
	if err != nil && r.in.State.Running {
		return errors.Join(&fact.Unavailable{Why: "the image says which number the user " + strconv.Quote(r.in.Config.User) + " has"}, err)
	}
	return &fact.Unavailable{
		Why:    "the image says which number the user " + strconv.Quote(r.in.Config.User) + " has, and the container is not running",
		Remedy: "start the container, or name the user by number",
	}
}

// restarts counts for a swarm task what its service says.
func (r *record) restarts(ctx context.Context) *int {
	const attr = "effective.restart_retries"
	if !r.derived(attr, "HostConfig.RestartPolicy") || !r.want(attr) {
		return nil
	}
	id := r.in.Config.Labels[swarmLabel+"service.id"]
	if id == "" {
		return restartRetries(r.in.HostConfig.RestartPolicy)
	}
	n, err := r.services.get(id, func() (*int, error) { return r.d.serviceRetries(ctx, id) })
	r.unless(err, attr)
	r.notes.Origin(attr, "GET /services/"+short(id)+" Spec.TaskTemplate.RestartPolicy")
	return n
}

func (d *Docker) serviceRetries(ctx context.Context, id string) (*int, error) {
	raw, err := d.get(ctx, "/services/"+id)
	if err != nil {
		return nil, &fact.Unavailable{
			Why:    "the restart policy of a swarm task is its service's, which only managers know",
			Remedy: "audit a manager of the swarm",
			Err:    err,
		}
	}
	var a struct {
		Spec struct {
			TaskTemplate struct {
				RestartPolicy struct {
					Condition   string
					MaxAttempts *int
				}
			}
		}
	}
	g, err := decodeGaps(raw, &a, "")
	if err == nil {
		err = g.within("Spec.TaskTemplate.RestartPolicy")
	}
	p := a.Spec.TaskTemplate.RestartPolicy
	return taskRetries(p.Condition, p.MaxAttempts), err
}
