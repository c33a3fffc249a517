package docker

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/moby/moby/client/pkg/versions"

	"scantling/checks/fact"
	"scantling/checks/secret"
)

// Service is what a swarm is told to run.
type Service struct {
	ID               string
	Name             string
	Mode             string // replicated, global, replicated-job, global-job
	Replicas         *int64 // null unless replicated
	RestartCondition string // none, on-failure, any
	MaxAttempts      *int64 // null: without limit
	PublishedPorts   []PublishedPort
	Env              []string // names only
	Secrets          []string // names
	SecretLikeEnv    []string // names of variables that hold a secret in plain text
	NoNewPrivileges  *bool    // null before API 1.44
	Seccomp          string   // default, unconfined, custom
	AppArmor         string   // default, disabled
	CapabilityAdd    []string
	CapabilityDrop   []string
	ReadOnly         bool
	MemoryLimit      int64 // bytes; 0 is no limit, as below
	NanoCPUs         int64 `cty:"nano_cpus"`
	Pids             int64
	Mounts           []ServiceMount
	User             string
	NetworkHost      bool
	Networks         []string // names
}

// PublishedPort is a port of the nodes that leads to the service.
type PublishedPort struct {
	Port     int64  `json:"PublishedPort"`
	Target   int64  `json:"TargetPort"`
	Protocol string // tcp, udp, sctp
	Mode     string `json:"PublishMode"` // ingress or host
}

// ServiceMount is one mount of a service's containers.
type ServiceMount struct {
	Type, Source, Target string
	ReadOnly             bool
}

// ServiceFact is the stream service. It has no element where no swarm is in use.
var ServiceFact = fact.NewMany("service",
	"Every service of the swarm, from GET /services of a manager.", fact.DockerAPI, readServices).
	Reading(func(string) []string { return []string{"GET /info", "GET /services", "GET /networks"} })

func readServices(d *Docker, ctx context.Context, _ fact.Want, emit func(fact.Object[Service])) error {
	raws, err := d.swarmObjects(ctx, "/services")
	if err != nil || len(raws) == 0 {
		return err
	}
	api, err := d.api(ctx)
	if err != nil {
		return err
	}
	names := d.networkNames(ctx)
	for i, raw := range raws {
		n := &fact.Notes{}
		a, err := parseService(raw, n)
		if err != nil {
			emit(fact.Object[Service]{Name: fmt.Sprintf("service %d", i+1), Err: err})
			continue
		}
		s := a.service(api)
		s.Networks, err = names.of(a.Spec.TaskTemplate.Networks, a.Spec.Networks)
		s.NetworkHost = slices.Contains(s.Networks, "host")
		note(n, "networks", getServices+" Spec.TaskTemplate.Networks, GET /networks", err)
		note(n, "network_host", getServices+" Spec.TaskTemplate.Networks, GET /networks", err)
		emit(fact.Object[Service]{Name: s.Name, Value: s, Notes: n})
	}
	return nil
}

const getServices = "GET /services"

func parseService(raw []byte, n *fact.Notes) (serviceAnswer, error) {
	var s serviceAnswer
	g, err := decodeGaps(raw, &s, "")
	if err == nil && s.Spec.Name == "" {
		err = errNoName
	}
	if err != nil {
		return s, fmt.Errorf("%s: %w", getServices, err)
	}
	for attr, member := range serviceOrigins {
		g.derived(n, attr, getServices, member)
	}
	return s, nil
}

// service computes the attributes, but for the networks.
func (s serviceAnswer) service(api string) Service {
	t, c := s.Spec.TaskTemplate, s.Spec.TaskTemplate.ContainerSpec
	out := Service{
		ID: s.ID, Name: s.Spec.Name, User: c.User, ReadOnly: c.ReadOnly,
		PublishedPorts: s.Endpoint.Ports, Mounts: c.Mounts,
		Env: secret.EnvNames(c.Env), SecretLikeEnv: secretEnv(c.Env), Secrets: c.secretNames(),
		Seccomp:       cmp.Or(c.Privileges.Seccomp.Mode, "default"),
		AppArmor:      cmp.Or(c.Privileges.AppArmor.Mode, "default"),
		CapabilityAdd: c.CapabilityAdd, CapabilityDrop: c.CapabilityDrop,
		MemoryLimit: t.Resources.Limits.MemoryBytes, NanoCPUs: t.Resources.Limits.NanoCPUs, Pids: t.Resources.Limits.Pids,
	}
	out.Mode, out.Replicas = s.Spec.Mode.name()
	out.RestartCondition, out.MaxAttempts = t.RestartPolicy.limits()
	if versions.GreaterThanOrEqualTo(api, "1.44") {
		out.NoNewPrivileges = &c.Privileges.NoNewPrivileges
	}
	return out
}
