package docker

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"scantling/checks/fact"
)

// Node is one machine of the swarm.
type Node struct {
	ID            string
	Hostname      string  `json:"-"`
	Role          string  `json:"-"` // manager or worker
	Availability  string  `json:"-"` // active, pause, drain
	State         string  `json:"-"` // ready, down, unknown, disconnected
	Addr          string  `json:"-"`
	Leader        bool    `json:"-"`
	Reachability  *string `json:"-"` // of a manager: reachable, unreachable, unknown; null for workers
	EngineVersion string  `json:"-"`

	Spec struct {
		Role, Availability string
	} `cty:"-"`
	Description struct {
		Hostname string
		Engine   struct{ EngineVersion string }
	} `cty:"-"`
	Status struct {
		State, Addr string
	} `cty:"-"`
	ManagerStatus *struct {
		Leader       bool
		Reachability string
	} `cty:"-"`
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
		if o.Value.ID != "" {
			o.ID = o.Value.ID
			o.Name = o.Value.Description.Hostname
		}
		emit(o)
	}
	return err
}

func parseNode(raw []byte, n *fact.Notes) (Node, error) {
	const call = "GET /nodes"
	var o Node
	g, err := decodeGaps(raw, &o, "")
	if err != nil {
		return o, fmt.Errorf("%s: %w", call, err)
	}
	n.FromAPI(call)
	g.tell(n)
	o.Hostname, o.EngineVersion = o.Description.Hostname, o.Description.Engine.EngineVersion
	o.Role, o.Availability = o.Spec.Role, o.Spec.Availability
	o.State, o.Addr = o.Status.State, o.Status.Addr
	if m := o.ManagerStatus; m != nil {
		o.Leader, o.Reachability = m.Leader, optional(m.Reachability)
	}
	for attr, member := range map[string]string{
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
