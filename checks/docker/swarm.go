package docker

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"time"

	"scantling/checks/fact"
	"scantling/checks/secret"
)

// Swarm is the cluster that the engine belongs to. What only managers know is
// null where no swarm is in use and unknown on workers.
type Swarm struct {
	State   string // inactive, pending, active, error, locked
	Active  bool
	Manager bool
	NodeID  string
	// NodeAddr is the address that other nodes reach this one at.
	NodeAddr               string
	Managers               *int64
	Nodes                  *int64
	AutoLockManagers       *bool
	NodeCertExpiryDays     *float64
	RootRotationInProgress *bool
	TrustRootNotBefore     time.Time // of the newest certificate of the root CA
	TrustRootAgeDays       *int64    // whole days
	ForceRotate            *int64    // how often the root CA was rotated on demand
	DataPathPort           *int64
	DataPathAddr           *string   // null: as NodeAddr
	Secrets                *[]string // names
	Configs                *int64
}

// SwarmFact is docker.swarm. GET /swarm and /swarm/unlockkey are not asked:
// their answers hold the join tokens and the unlock key.
var SwarmFact = fact.NewOne("docker.swarm",
	"State and settings of the swarm, from GET /info, /secrets and /configs, and the data path address from swarm/docker-state.json.",
	fact.DockerAPI, readSwarm).
	Reading(func(string) []string {
		return []string{"GET /info", "GET /secrets", "GET /configs", "/var/lib/docker/swarm/docker-state.json"}
	})

// managerOnly are the attributes that a worker cannot tell.
var managerOnly = []string{"managers", "nodes", "auto_lock_managers", "node_cert_expiry_days", "root_rotation_in_progress",
	"trust_root_not_before", "trust_root_age_days", "force_rotate", "data_path_port", "secrets", "configs"}

func readSwarm(d *Docker, ctx context.Context, n *fact.Notes) (Swarm, error) {
	i, notes, err := d.info(ctx)
	if err == nil {
		err = notes.At("swarm_state", nil).Err
	}
	if err != nil {
		return Swarm{}, err
	}
	n.From(getInfo)
	w := i.raw.Swarm
	s := Swarm{State: w.LocalNodeState, Active: w.LocalNodeState == "active", Manager: w.ControlAvailable, NodeID: w.NodeID, NodeAddr: w.NodeAddr}
	for _, part := range []struct{ attr, member string }{
		{"state", "LocalNodeState"}, {"active", "LocalNodeState"}, {"manager", "ControlAvailable"}, {"node_id", "NodeID"}, {"node_addr", "NodeAddr"},
	} {
		i.gaps.derived(n, part.attr, getInfo, "Swarm."+part.member)
	}
	if s.State == "inactive" {
		return s, nil
	}
	s.DataPathAddr, err = d.dataPathAddr(ctx, i)
	note(n, "data_path_addr", "swarm/docker-state.json DataPathAddr", err)
	if err := d.manages(i); err != nil {
		for _, attr := range managerOnly {
			n.Unknown(attr, err)
		}
		return s, nil
	}
	s.cluster(w, i.gaps, d.now(), n)
	s.objects(d, ctx, n)
	return s, nil
}

// manages is nil on a manager that has a quorum, and else says why what only
// managers know is not known here.
func (d *Docker) manages(i Info) error {
	w := i.raw.Swarm
	switch {
	case w.LocalNodeState == "locked":
		return &fact.Unavailable{Why: "the swarm node at " + d.endpoint.String() + " is locked", Remedy: "unlock the node"}
	case !w.ControlAvailable:
		return &fact.Unavailable{Why: "the swarm node at " + d.endpoint.String() + " is no manager", Remedy: "run against a manager of the swarm"}
	case w.Cluster == nil:
		return errors.New("the manager does not tell the state of the swarm: " + clip(secret.Redact(w.Error)))
	}
	return nil
}

func (s *Swarm) cluster(w swarmInfo, g gaps, now time.Time, n *fact.Notes) {
	c := w.Cluster
	days := time.Duration(c.Spec.CAConfig.NodeCertExpiry).Hours() / 24
	s.Managers, s.Nodes = w.Managers, w.Nodes
	s.AutoLockManagers = &c.Spec.EncryptionConfig.AutoLockManagers
	s.NodeCertExpiryDays = &days
	s.RootRotationInProgress = &c.RootRotationInProgress
	s.ForceRotate = &c.Spec.CAConfig.ForceRotate
	s.DataPathPort = &c.DataPathPort
	for attr, member := range map[string]string{
		"managers": "Managers", "nodes": "Nodes",
		"auto_lock_managers":        "Cluster.Spec.EncryptionConfig.AutoLockManagers",
		"node_cert_expiry_days":     "Cluster.Spec.CAConfig.NodeCertExpiry",
		"root_rotation_in_progress": "Cluster.RootRotationInProgress",
		"force_rotate":              "Cluster.Spec.CAConfig.ForceRotate",
		"data_path_port":            "Cluster.DataPathPort",
		"trust_root_not_before":     "Cluster.TLSInfo.TrustRoot",
		"trust_root_age_days":       "Cluster.TLSInfo.TrustRoot",
	} {
		g.derived(n, attr, getInfo, "Swarm."+member)
	}
	s.trustRoot(c.TLSInfo.TrustRoot, now, n)
}

func (s *Swarm) trustRoot(pem string, now time.Time, n *fact.Notes) {
	since, err := newestCertificate([]byte(pem))
	if err != nil {
		n.Unknown("trust_root_not_before", err)
		n.Unknown("trust_root_age_days", err)
		return
	}
	age := int64(now.Sub(since) / (24 * time.Hour))
	s.TrustRootNotBefore, s.TrustRootAgeDays = since, &age
}

// objects are the names of secrets, whose values the API never lists, and the
// number of configs.
func (s *Swarm) objects(d *Docker, ctx context.Context, n *fact.Notes) {
	type object struct{ Spec struct{ Name string } }
	secrets, err := ask[[]object](d, ctx, "/secrets")
	note(n, "secrets", "GET /secrets Spec.Name", err)
	names := make([]string, 0, len(secrets))
	for _, o := range secrets {
		names = append(names, o.Spec.Name)
	}
	slices.Sort(names)
	s.Secrets = &names

	configs, err := ask[[]json.RawMessage](d, ctx, "/configs")
	note(n, "configs", "GET /configs", err)
	count := int64(len(configs))
	s.Configs = &count
}

// note gives an attribute its origin, or the reason why it is unknown.
func note(n *fact.Notes, attr, origin string, err error) {
	n.Origin(attr, origin)
	if err != nil {
		n.Unknown(attr, err)
	}
}
