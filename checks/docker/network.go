package docker

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"scantling/checks/fact"
	"scantling/checks/secret"
)

// Network is one network, and who is attached to it.
type Network struct {
	ID         string `json:"Id"`
	Name       string
	Driver     string `absent:"unknown"`
	Scope      string
	Internal   bool
	Ingress    bool
	Attachable bool
	IPv6       bool `json:"EnableIPv6" cty:"ipv6"`
	Options    map[string]string
	Encrypted  bool     `json:"-"` // overlay traffic between nodes
	Containers []string `json:"-"` // names, running or not
	Subnets    []string `json:"-"`

	IPAM struct {
		Config []struct{ Subnet string }
	} `cty:"-"`
}

// NetworkFact is the stream network.
var NetworkFact = fact.NewMany("network",
	"Every network of the engine, from GET /networks; its containers from GET /containers/json.", fact.DockerAPI, readNetworks).
	Reading(func(string) []string { return []string{"GET /networks", "GET /containers/json"} })

func readNetworks(d *Docker, ctx context.Context, want fact.Want, emit func(fact.Object[Network])) error {
	raws, err := d.networkList(ctx)
	if err != nil {
		return err
	}
	var attached map[string][]string
	var listErr error
	if want("containers") {
		attached, listErr = d.attached(ctx)
	}
	joinDefault(attached, raws)
	for i, raw := range raws {
		n := &fact.Notes{}
		n.FromAPI("GET /networks")
		note(n, "containers", "GET /containers/json NetworkSettings.Networks", listErr)
		w, err := parseNetwork(raw, n)
		if err == nil && w.Name == "" {
			err = errNoName
		}
		if err != nil {
			emit(fact.Object[Network]{Name: fmt.Sprintf("network %d", i+1), Err: err})
			continue
		}
		w.Containers = attached[w.Name]
		emit(fact.Object[Network]{Name: w.Name, Value: w, Notes: n})
	}
	return nil
}

func parseNetwork(raw []byte, n *fact.Notes) (Network, error) {
	var w Network
	g, err := decodeGaps(raw, &w, "")
	if err != nil {
		return w, fmt.Errorf("GET /networks: %w", err)
	}
	g.tell(n)
	_, w.Encrypted = w.Options["encrypted"] // the driver looks at the name alone: encrypted=false encrypts
	g.derived(n, "encrypted", "GET /networks", "Options")
	for _, c := range w.IPAM.Config {
		w.Subnets = append(w.Subnets, c.Subnet)
	}
	g.derived(n, "subnets", "GET /networks", "IPAM.Config")
	w.Options = secret.Map(w.Options)
	return w, nil
}

// joinDefault gives bridge the containers of Podman's default network, which
// its containers call podman and its list of networks calls bridge.
func joinDefault(attached map[string][]string, listed []json.RawMessage) {
	for _, raw := range listed {
		var w struct{ Name string }
		if json.Unmarshal(raw, &w) == nil && w.Name == "podman" {
			return // a network of that name
		}
	}
	if more := attached["podman"]; len(more) > 0 {
		attached["bridge"] = unique(append(attached["bridge"], more...))
	}
}

// attached lists the containers of every network. The list of networks leaves
// them out.
func (d *Docker) attached(ctx context.Context) (map[string][]string, error) {
	containers, err := d.containerList(ctx)
	out := map[string][]string{}
	for _, c := range containers {
		for network := range c.NetworkSettings.Networks {
			out[network] = append(out[network], c.name())
		}
	}
	for _, names := range out {
		slices.Sort(names)
	}
	return out, cmpErr(err, lacking(containers, "NetworkSettings"))
}
