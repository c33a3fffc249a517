package docker

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"scantling/checks/fact"
)

// Node is one machine of the swarm.
type Node struct {
	ID            string
	Hostname      string
	Role          string // manager or worker
	Availability  string // active, pause, drain
	State         string // ready, down, unknown, disconnected
	Addr          string
	Leader        bool
	Reachability  *string // of a manager: reachable, unreachable, unknown; null for workers
	EngineVersion string
}

// NodeFact is the stream node. It has no element where no swarm is in use.
var NodeFact = fact.NewMany("node",
	"Every machine of the swarm, from GET /nodes of a manager.", fact.DockerAPI, readNodes).
	Reading(func(string) []string { return []string{"GET /info", "GET /nodes"} })

var errNoName = errors.New("the engine listed an object without a name")

func readNodes(d *Docker, ctx context.Context, _ fact.Want, emit func(fact.Object[Node])) error {
	raws, err := d.swarmObjects(ctx, "/nodes")
	for i, raw := range raws {
		n := &fact.Notes{}
		o := fact.Object[Node]{Name: fmt.Sprintf("node %d", i+1), Notes: n}
		o.Value, o.Err = parseNode(raw, n)
		if o.Err == nil {
			o.Name, o.ID = cmp.Or(o.Value.Hostname, o.Value.ID), o.Value.ID
		}
		emit(o)
	}
	return err
}

// nodeAnswer is the part of a node that attributes come from.
type nodeAnswer struct {
	ID   string
	Spec struct {
		Role, Availability string
	}
	Description struct {
		Hostname string
		Engine   struct{ EngineVersion string }
	}
	Status struct {
		State, Addr string
	}
	ManagerStatus *struct {
		Leader       bool
		Reachability string
	}
}

func parseNode(raw []byte, n *fact.Notes) (Node, error) {
	const call = "GET /nodes"
	var a nodeAnswer
	g, err := decodeGaps(raw, &a, "")
	if err == nil && a.ID == "" {
		err = errNoName
	}
	if err != nil {
		return Node{}, fmt.Errorf("%s: %w", call, err)
	}
	o := Node{
		ID: a.ID, Hostname: a.Description.Hostname, EngineVersion: a.Description.Engine.EngineVersion,
		Role: a.Spec.Role, Availability: a.Spec.Availability, State: a.Status.State, Addr: a.Status.Addr,
	}
	if m := a.ManagerStatus; m != nil {
		o.Leader, o.Reachability = m.Leader, optional(m.Reachability)
	}
	for attr, member := range map[string]string{
		"id":       "ID",
		"hostname": "Description.Hostname", "engine_version": "Description.Engine.EngineVersion",
		"role": "Spec.Role", "availability": "Spec.Availability", "state": "Status.State", "addr": "Status.Addr",
		"leader": "ManagerStatus.Leader", "reachability": "ManagerStatus.Reachability",
	} {
		g.derived(n, attr, call, member)
	}
	return o, nil
}

// swarmObjects lists what only a manager can: none where no swarm is in use, an
// *fact.Unavailable on a worker.
func (d *Docker) swarmObjects(ctx context.Context, path string) ([]json.RawMessage, error) {
	i, notes, err := d.info(ctx)
	if err == nil {
		err = notes.At("swarm_state", nil).Err
	}
	switch {
	case err != nil:
		return nil, err
	case i.SwarmState == "inactive":
		return nil, nil
	}
	if err := d.manages(i); err != nil {
		return nil, err
	}
	return ask[[]json.RawMessage](d, ctx, path)
}
