package docker

import (
	"context"

	"scantling/checks/fact"
)

// Engine is which engine is audited, and over what.
type Engine struct {
	Name       string // docker or podman
	Endpoint   string // without passwords
	Local      bool   // it runs on this machine, and not behind a forwarded socket
	Rootless   bool   `json:"SecurityOptions"`
	APIVersion string // the one that both sides speak
	OS         string `json:"Os"`
}

// EngineFact is docker.engine.
var EngineFact = fact.NewOne("docker.engine",
	"Which engine answers, Docker or Podman, and at what address; from GET /_ping, /version and /info.",
	fact.DockerAPI, readEngine).
	Reading(func(string) []string { return []string{"HEAD /_ping", "GET /version", "GET /info"} })

func readEngine(d *Docker, ctx context.Context, n *fact.Notes) (Engine, error) {
	api, err := d.api(ctx)
	if err != nil {
		return Engine{}, err
	}
	e := Engine{Endpoint: d.endpoint.String(), Local: d.endpoint.unixSocket() != "" && (d.host == nil || d.here(ctx) == nil), APIVersion: api}
	n.Origin("endpoint", d.endpoint.Source)
	n.Origin("local", d.endpoint.Source)
	n.Origin("api_version", "HEAD /_ping Api-Version")

	v, notes, err := d.version(ctx)
	e.Name, e.OS = v.Engine, v.OS
	relay(n, notes, err, "name", "GET /version", "engine", "Components")
	relay(n, notes, err, "os", "GET /version", "os", "Os")

	i, notes, err := d.info(ctx)
	e.Rootless = i.Rootless
	relay(n, notes, err, "rootless", "GET /info", "rootless", "SecurityOptions")
	return e, nil
}

// relay gives an attribute the origin that another fact's answer has, and its
// reason for not being known.
func relay(n, from *fact.Notes, err error, attr, call, path, vendor string) {
	n.Origin(attr, call+" "+vendor)
	if err == nil {
		err = from.At(path, nil).Err
	}
	if err != nil {
		n.Unknown(attr, err)
	}
}
