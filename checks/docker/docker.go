// Package docker reads facts from one Docker-compatible engine over its API,
// with GET and HEAD requests only. Remote engines over ssh are reached by this
// process itself: ~/.ssh/config is not read.
package docker

import (
	"cmp"
	"context"
	"encoding/json"
	"net/http"
	"sync"
	"time"

	"scantling/checks/fact"
	"scantling/checks/host"
)

// Docker is one engine: what every docker fact is read from.
type Docker struct {
	endpoint Endpoint
	host     *host.Host // nil when it is another machine than the engine's, or not known
	now      func() time.Time
	timeout  time.Duration
	late     error // what is said of a request that took longer
	http     *http.Client
	base     string // what goes before a path: https://10.0.0.5:2376
	hangUp   func()
	peer     func(context.Context) (peer, error) // who listens at the socket; nil where that says nothing about the host

	bodies     sync.Pool // *bytes.Buffer, for answers
	apiVersion memo[string]
	infoRaw    memo[[]byte]
	infoMemo   memo[noted[Info]]
	versionRaw memo[[]byte]
	verMemo    memo[noted[Version]]
	containers memo[[]containerSummary]
	images     memo[[]imageSummary]
	volumeMemo memo[[]volumeSummary]
	networks   memo[[]json.RawMessage]
	servedMemo memo[served]
}

// Options say which engine, and how patiently, to ask.
type Options struct {
	Endpoint Endpoint
	Host     *host.Host                // this machine, for what the API does not tell; may be nil
	Now      func() time.Time          // the clock for ages; nil is time.Now
	Timeout  time.Duration             // for each request; 0 is 10 s
	Sent     func(method, path string) // told of every request before it leaves; may be nil
}

// New prepares the connection; nothing is sent before the first fact is read.
// An error means that the endpoint's address or TLS files cannot be used.
func New(o Options) (*Docker, error) {
	timeout := cmp.Or(o.Timeout, 10*time.Second)
	way, err := o.Endpoint.way(timeout)
	if err != nil {
		return nil, err
	}
	d := &Docker{endpoint: o.Endpoint, host: o.Host, now: o.Now, timeout: timeout, late: timedOut(timeout), base: way.base, hangUp: way.close}
	if d.now == nil {
		d.now = time.Now
	}
	if d.local() && o.Host.Root().Live() { // whoever names a mounted root says that it is the engine's
		d.peer = d.askPeer
	}
	d.http = &http.Client{Transport: guard{way.transport(), o.Sent}, CheckRedirect: noRedirect}
	return d, nil
}

// local reports whether the endpoint is a unix socket of d.host; whose, here tells.
func (d *Docker) local() bool { return d.host != nil && d.endpoint.unixSocket() != "" }

// Close ends the connections.
func (d *Docker) Close() {
	d.http.CloseIdleConnections()
	d.hangUp()
}

// FactGroups are the facts about an engine by subject.
var FactGroups = []fact.Group{
	{Title: "The container engine", Facts: []fact.Fact{EngineFact, DaemonFact, InfoFact, VersionFact, ComponentFact, UsageFact, SwarmFact}},
	{Title: "Its objects", Facts: []fact.Fact{ContainerFact, ImageFact, NetworkFact, VolumeFact, NodeFact, ServiceFact}},
}

// Facts are what profiles can ask about an engine.
var Facts = fact.Ungrouped(FactGroups)
