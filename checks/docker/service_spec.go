package docker

import (
	"cmp"
	"strings"
)

// serviceAnswer is the part of a service that attributes are computed from. It
// holds the values of variables, so it is not kept.
type serviceAnswer struct {
	ID       string
	Spec     serviceSpec
	Endpoint struct{ Ports []PublishedPort }
}

type serviceSpec struct {
	Name         string
	TaskTemplate struct {
		ContainerSpec containerSpec
		Resources     struct {
			Limits struct{ MemoryBytes, NanoCPUs, Pids int64 }
		}
		RestartPolicy restartPolicy
		Networks      []networkRef
	}
	Mode     serviceMode
	Networks []networkRef // where engines before 1.25 kept them
}

type containerSpec struct {
	Env        []string
	User       string
	ReadOnly   bool
	Mounts     []ServiceMount
	Privileges struct {
		NoNewPrivileges bool
		Seccomp         struct{ Mode string }
		AppArmor        struct{ Mode string }
	}
	Secrets                       []struct{ SecretName string }
	CapabilityAdd, CapabilityDrop []string
}

func (c containerSpec) secretNames() []string {
	var out []string
	for _, ref := range c.Secrets {
		out = append(out, ref.SecretName)
	}
	return unique(out)
}

type networkRef struct{ Target string }

type restartPolicy struct {
	Condition   string
	MaxAttempts int64
}

// limits spells out the defaults: restart whatever happened, without limit.
func (p restartPolicy) limits() (condition string, attempts *int64) {
	if p.MaxAttempts > 0 {
		attempts = &p.MaxAttempts
	}
	return cmp.Or(p.Condition, "any"), attempts
}

// serviceMode has one member, which says the mode.
type serviceMode struct {
	Replicated                       *struct{ Replicas *int64 }
	Global, ReplicatedJob, GlobalJob *struct{}
}

func (m serviceMode) name() (string, *int64) {
	switch {
	case m.Global != nil:
		return "global", nil
	case m.ReplicatedJob != nil:
		return "replicated-job", nil
	case m.GlobalJob != nil:
		return "global-job", nil
	case m.Replicated != nil && m.Replicated.Replicas != nil:
		return "replicated", m.Replicated.Replicas
	}
	one := int64(1) // what the engine assumes
	return "replicated", &one
}

// serviceOrigins are the members that the attributes come from.
var serviceOrigins = map[string]string{
	"id":                "ID",
	"name":              "Spec.Name",
	"mode":              "Spec.Mode",
	"replicas":          "Spec.Mode.Replicated.Replicas",
	"restart_condition": "Spec.TaskTemplate.RestartPolicy.Condition",
	"max_attempts":      "Spec.TaskTemplate.RestartPolicy.MaxAttempts",
	"published_ports":   "Endpoint.Ports",
	"env":               "Spec.TaskTemplate.ContainerSpec.Env",
	"secret_like_env":   "Spec.TaskTemplate.ContainerSpec.Env",
	"secrets":           "Spec.TaskTemplate.ContainerSpec.Secrets",
	"no_new_privileges": "Spec.TaskTemplate.ContainerSpec.Privileges.NoNewPrivileges",
	"seccomp":           "Spec.TaskTemplate.ContainerSpec.Privileges.Seccomp.Mode",
	"app_armor":         "Spec.TaskTemplate.ContainerSpec.Privileges.AppArmor.Mode",
	"capability_add":    "Spec.TaskTemplate.ContainerSpec.CapabilityAdd",
	"capability_drop":   "Spec.TaskTemplate.ContainerSpec.CapabilityDrop",
	"read_only":         "Spec.TaskTemplate.ContainerSpec.ReadOnly",
	"mounts":            "Spec.TaskTemplate.ContainerSpec.Mounts",
	"user":              "Spec.TaskTemplate.ContainerSpec.User",
	"memory_limit":      "Spec.TaskTemplate.Resources.Limits.MemoryBytes",
	"nano_cpus":         "Spec.TaskTemplate.Resources.Limits.NanoCPUs",
	"pids":              "Spec.TaskTemplate.Resources.Limits.Pids",
}

// secretEnv are the names of the variables that hold a secret in plain text.
func secretEnv(env []string) []string {
	var out []string
	for _, s := range envSecrets(env) {
		out = append(out, strings.TrimPrefix(s.Where, "env "))
	}
	return unique(out)
}
