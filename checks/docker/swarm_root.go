package docker

import (
	"context"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"time"

	"scantling/checks/fact"
)

// newestCertificate is the start of validity of the youngest certificate in a
// PEM bundle: the root CA that is in use, since a rotation adds a new one.
func newestCertificate(bundle []byte) (time.Time, error) {
	var newest time.Time
	for block, rest := pem.Decode(bundle); block != nil; block, rest = pem.Decode(rest) {
		c, err := x509.ParseCertificate(block.Bytes)
		if err != nil {
			return newest, fmt.Errorf("the swarm's root certificate: %w", err)
		}
		if c.NotBefore.After(newest) {
			newest = c.NotBefore
		}
	}
	if newest.IsZero() {
		return newest, errors.New("the swarm's root certificate: none in the answer")
	}
	return newest, nil
}

// dataPathAddr reads what `swarm init --data-path-addr` stored, which the API
// does not tell; null when it was not given.
func (d *Docker) dataPathAddr(ctx context.Context, i Info) (*string, error) {
	if err := d.here(ctx); err != nil {
		return nil, &fact.Unavailable{Why: "the API does not tell the data path address", Remedy: "run scantling on the engine's machine", Err: err}
	}
	name := path.Join(i.DockerRootDir, "swarm", "docker-state.json")
	b, err := d.host.Root().ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, &fact.Unavailable{
			Why:    "the API does not tell the data path address, and " + name + " is not there",
			Remedy: "run scantling where the engine keeps its data",
		}
	}
	if err != nil {
		return nil, err
	}
	var state struct{ DataPathAddr string }
	if err := json.Unmarshal(b, &state); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return optional(state.DataPathAddr), nil
}
