package docker

import (
	"context"
	"slices"
	"strings"

	"scantling/checks/fact"
	"scantling/checks/secret"
)

// A record is one container while its attributes are computed.
type record struct {
	*sweep
	in    inspected
	gaps  gaps
	notes *fact.Notes
	call  string       // GET /containers/web/json
	first *InitProcess // nil until it is read
}

// derived makes a computed attribute unknown when a member that it needs is. It
// reports whether it is known.
func (r *record) derived(attr string) bool {
	if len(r.gaps) == 0 {
		return true
	}
	for m := range strings.SplitSeq(containerMembers[attr], ", ") {
		if err := r.gaps.within(m); err != nil {
			r.notes.Unknown(attr, err)
			return false
		}
	}
	return true
}

func (r *record) container(ctx context.Context) Container {
	in := &r.in
	r.tidy()
	c := Container{
		ID: in.ID, Name: trimSlash(in.Name), Created: in.Created, Image: in.Image, State: in.State,
		AppArmorProfile: in.AppArmorProfile, ProcessLabel: in.ProcessLabel, MountLabel: in.MountLabel,
		NetworkSettings: in.NetworkSettings, Mounts: in.Mounts, ExecIDs: in.ExecIDs,
		Compose: composeOf(in.Config.Labels), SwarmService: optional(in.Config.Labels[swarmLabel+"service.name"]),
		Kubernetes: in.Config.Labels["io.kubernetes.pod.name"] != "",
	}
	for _, attr := range []string{"compose", "swarm_service", "kubernetes"} {
		r.derived(attr)
	}
	c.Secrets, c.DockerHost = r.secrets(), r.dockerHost()
	c.InitProcess = r.initProcess()
	c.Effective = r.effective(ctx, c.InitProcess)
	c.Processes = r.processes(ctx)
	c.Programs = r.programs(c.Processes)
	c.HostPaths = r.hostPaths(ctx)
	c.SharedVolumes = r.shared()
	c.ExecSessions = r.execSessions(ctx)
	c.ImageName, c.ImageCurrent, c.ImageCreated = r.image(ctx)
	r.hide()
	c.Path, c.Args, c.HostConfig, c.Config = in.Path, in.Args, in.HostConfig, in.Config
	return c
}

// tidy puts the engine's answer into one form: mounts in order, no health
// without a check (Podman sends an empty one), and the ports that a stopped
// container would publish, which the engine tells elsewhere.
func (r *record) tidy() {
	in := &r.in
	if r.gaps.within("Mounts") == nil {
		slices.SortFunc(in.Mounts, func(a, b ContainerMount) int { return strings.Compare(a.Destination, b.Destination) })
	}
	if h := in.State.Health; h != nil && (h.Status == "" || h.Status == "none") && r.gaps.within("State.Health") == nil {
		in.State.Health = nil
	}
	if !in.State.Running {
		r.bound()
	}
	for i, p := range in.NetworkSettings.Ports {
		if p.HostPort == 0 {
			r.notes.Unknown("network_settings.ports["+itoa(i)+"].host_port", portOpen)
		}
	}
}

// bound are the ports that a stopped container would publish.
func (r *record) bound() {
	const attr, member = "network_settings.ports", "HostConfig.PortBindings"
	if !r.unless(r.gaps.within(member), attr) || len(r.in.HostConfig.PortBindings) == 0 {
		return
	}
	r.in.NetworkSettings.Ports = r.in.HostConfig.PortBindings
	r.notes.Origin(attr, r.call+" "+member)
}

var portOpen = &fact.Unavailable{
	Why:    "the engine chooses the port when the container starts",
	Remedy: "start the container",
}

// hide drops every value that may be a secret; nothing that reads values may
// come after it.
func (r *record) hide() {
	in := &r.in
	words := secret.Args(append([]string{in.Path}, in.Args...))
	in.Path, in.Args = words[0], words[1:]
	words = secret.Args(slices.Concat(in.Config.Entrypoint, in.Config.Cmd))
	split := len(in.Config.Entrypoint)
	in.Config.Entrypoint, in.Config.Cmd = words[:split], words[split:]
	in.Config.Env = secret.EnvNames(in.Config.Env)
	in.Config.Labels = secret.Map(in.Config.Labels)
	in.HostConfig.LogConfig.Config = secret.Map(in.HostConfig.LogConfig.Config)
	if in.Config.Healthcheck != nil {
		in.Config.Healthcheck.Test = secret.Args(in.Config.Healthcheck.Test)
	}
	for i, o := range in.HostConfig.SecurityOpt {
		if strings.HasPrefix(o, "seccomp") && strings.Contains(o, "{") {
			in.HostConfig.SecurityOpt[i] = "seccomp={inline profile}"
		}
	}
}

func (r *record) secrets() []Secret {
	in := &r.in
	r.derived("secrets")
	words := slices.Concat(in.Config.Entrypoint, in.Config.Cmd)
	return slices.Concat(envSecrets(in.Config.Env), mapSecrets("label", in.Config.Labels), argSecrets("command", words),
		mapSecrets("log option", in.HostConfig.LogConfig.Config))
}

func (r *record) dockerHost() *string {
	r.derived("docker_host")
	for _, line := range r.in.Config.Env {
		if v, ok := strings.CutPrefix(line, "DOCKER_HOST="); ok {
			return optional(secret.Redact(v))
		}
	}
	return nil
}
