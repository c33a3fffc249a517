package docker

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/moby/moby/client/pkg/versions"

	"scantling/checks/fact"
)

// Service is what a swarm is told to run.
type Service struct {
	ID               string
	Name             string          `json:"-"`
	Mode             string          `json:"-"` // replicated, global, replicated-job, global-job
	Replicas         *int64          `json:"-"` // null unless replicated
	RestartCondition string          `json:"-"` // none, on-failure, any
	MaxAttempts      *int64          `json:"-"` // null: without limit
	PublishedPorts   []PublishedPort `json:"-"`
	Env              []string        `json:"-"` // names only
	Secrets          []string        `json:"-"` // names
	SecretLikeEnv    []string        `json:"-"` // names of variables that hold a secret in plain text
	NoNewPrivileges  *bool           `json:"-"` // null before API 1.44
	Seccomp          string          `json:"-"` // default, unconfined, custom
	AppArmor         string          `json:"-"` // default, disabled
	CapabilityAdd    []string        `json:"-"`
	CapabilityDrop   []string        `json:"-"`
	ReadOnly         bool            `json:"-"`
	MemoryLimit      int64           `json:"-"` // bytes; 0 is no limit, as below
	NanoCPUs         int64           `json:"-" cty:"nano_cpus"`
	Pids             int64           `json:"-"`
	Mounts           []ServiceMount  `json:"-"`
	User             string          `json:"-"`
	NetworkHost      bool            `json:"-"`
	Networks         []string        `json:"-"` // names

	Spec     serviceSpec                     `cty:"-"`
	Endpoint struct{ Ports []PublishedPort } `cty:"-"`
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

func readServices(d *Docker, ctx context.Context, want fact.Want, emit func(fact.Object[Service])) error {
	raws, err := d.swarmObjects(ctx, "/services")
	if err != nil || len(raws) == 0 {
		return err
	}
	api, err := d.api(ctx)
	if err != nil {
		return err
	}
	var names map[string]string
	var netErr error
	if want("networks") || want("network_host") {
		names, netErr = d.networkNames(ctx)
	}
	for i, raw := range raws {
		n := &fact.Notes{}
		o := fact.Object[Service]{Name: fmt.Sprintf("service %d", i+1), Notes: n}
		o.Value, o.Err = parseService(raw, api, n)
		if o.Value.Name != "" {
			o.Name = o.Value.Name
		}
		o.Value.networks(names)
		note(n, "networks", getServices+" Spec.TaskTemplate.Networks", netErr)
		note(n, "network_host", getServices+" Spec.TaskTemplate.Networks", netErr)
		emit(o)
	}
	return nil
}

const getServices = "GET /services"

func parseService(raw []byte, api string, n *fact.Notes) (Service, error) {
	var s Service
	g, err := decodeGaps(raw, &s, "")
	if err != nil {
		return s, fmt.Errorf("%s: %w", getServices, err)
	}
	n.FromAPI(getServices)
	g.tell(n)
	s.fill(api)
	for attr, member := range serviceOrigins {
		g.derived(n, attr, getServices, member)
	}
	return s, nil
}

// fill computes the attributes from the specification.
func (s *Service) fill(api string) {
	t, c := s.Spec.TaskTemplate, s.Spec.TaskTemplate.ContainerSpec
	s.Name, s.User, s.ReadOnly = s.Spec.Name, c.User, c.ReadOnly
	s.Mode, s.Replicas = s.Spec.Mode.name()
	s.RestartCondition, s.MaxAttempts = t.RestartPolicy.limits()
	s.PublishedPorts, s.Mounts = s.Endpoint.Ports, c.Mounts
	s.Env, s.SecretLikeEnv = envNames(c.Env), secretEnv(c.Env)
	for _, ref := range c.Secrets {
		s.Secrets = append(s.Secrets, ref.SecretName)
	}
	slices.Sort(s.Secrets)
	s.Seccomp, s.AppArmor = cmp.Or(c.Privileges.Seccomp.Mode, "default"), cmp.Or(c.Privileges.AppArmor.Mode, "default")
	if versions.GreaterThanOrEqualTo(api, "1.44") {
		s.NoNewPrivileges = &c.Privileges.NoNewPrivileges
	}
	s.CapabilityAdd, s.CapabilityDrop = c.CapabilityAdd, c.CapabilityDrop
	s.MemoryLimit, s.NanoCPUs, s.Pids = t.Resources.Limits.MemoryBytes, t.Resources.Limits.NanoCPUs, t.Resources.Limits.Pids
}

func (s *Service) networks(names map[string]string) {
	for _, ref := range append(s.Spec.TaskTemplate.Networks, s.Spec.Networks...) {
		s.Networks = append(s.Networks, cmp.Or(names[ref.Target], ref.Target))
	}
	s.Networks = unique(s.Networks)
	s.NetworkHost = slices.Contains(s.Networks, "host")
}
