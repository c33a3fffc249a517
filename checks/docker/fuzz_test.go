package docker

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"scantling/checks/fact"
)

// Whatever an engine sends, it is read or refused, and never breaks the audit.
func FuzzAnswers(f *testing.F) {
	for _, seed := range []string{info141, info156, infoPodman, version141, versionPodman, `{"Swarm":` + manager("x") + `}`} {
		f.Add([]byte(seed))
	}
	for _, list := range []string{services, networks, nodes, containers} {
		var elems []json.RawMessage
		if err := json.Unmarshal([]byte(list), &elems); err != nil {
			f.Fatal(err)
		}
		for _, e := range elems {
			f.Add([]byte(e))
		}
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		n := &fact.Notes{}
		if i, err := parseInfo(raw, "1.44", n); err == nil {
			if i.SwarmState == "" && n.At("swarm_state", nil).Err == nil {
				t.Errorf("parseInfo(%q): no state of the swarm, and it is not unknown", raw)
			}
			if c := i.raw.Swarm.Cluster; c != nil {
				(&Swarm{}).cluster(i.raw.Swarm, i.gaps, time.Now(), n)
			}
		}
		if s, err := parseService(raw, n); err == nil {
			s.service("1.44")
		}
		parseVersion(raw, n)
		parseNetwork(raw, n)
		parseNode(raw, n)
	})
}

// An address that is accepted stays the same, and leads somewhere or to an error.
func FuzzAddress(f *testing.F) {
	for _, seed := range []string{"unix:///run/docker.sock", "tcp://[::1]:1/x", "ssh://kim@h:22/a", "10.0.0.1", "https://kim:s3cret@h", "/x", "ssh://kim:s3cret@h", "tcp://:2375", "? #", "tcp://h?x"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, in string) {
		out, err := normal(in, false)
		if err != nil {
			return
		}
		if again, err := normal(out, false); err != nil || again != out {
			t.Errorf("normal(%q) = %q, which becomes %q, %v", in, out, again, err)
		}
		e := Endpoint{Host: out}
		if _, password, ok := strings.Cut(in, ":s3cret@"); ok && password != "" && strings.Contains(e.String(), ":s3cret@") {
			t.Errorf("%q is shown as %q", in, e.String())
		}
		if w, err := e.way(time.Second); err == nil {
			w.close()
		}
	})
}
