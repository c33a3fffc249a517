package docker

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
)

// networkNames finds a network's name by its id, which is how services refer to
// them.
type networkNames struct {
	known map[string]string
	err   error // the list could not be read
	ask   func(id string) (string, error)
}

func (d *Docker) networkNames(ctx context.Context) networkNames {
	raws, err := d.networkList(ctx)
	n := networkNames{known: map[string]string{}, err: err}
	for _, raw := range raws {
		var w struct{ Id, Name string }
		if json.Unmarshal(raw, &w) == nil {
			n.known[w.Id] = w.Name
		}
	}
	n.ask = func(id string) (string, error) {
		w, err := ask[struct{ Name string }](d, ctx, "/networks/"+id)
		return w.Name, err
	}
	return n
}

// of names the referenced networks, sorted. A swarm's own host network is in no
// list, so what is not listed is asked for.
func (n networkNames) of(refs ...[]networkRef) ([]string, error) {
	var out []string
	for _, ref := range slices.Concat(refs...) {
		name, err := n.name(ref.Target)
		if err != nil {
			return nil, fmt.Errorf("network %s: %w", short(ref.Target), err)
		}
		out = append(out, name)
	}
	return unique(out), nil
}

func (n networkNames) name(id string) (string, error) {
	if name, ok := n.known[id]; ok || n.err != nil {
		return name, n.err
	}
	name, err := n.ask(id)
	if err == nil {
		n.known[id] = name
	}
	return name, err
}
