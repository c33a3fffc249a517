package docker

import (
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"scantling/checks/docker/dockertest"
	"scantling/checks/fact"
)

// What real engines answered leaves nothing unknown in the facts about the
// engine itself, and reading it sends GET and HEAD only.
func TestRecordedEngines(t *testing.T) {
	const folder = "../../testdata/docker"
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, dir := range entries {
		if !dir.IsDir() {
			continue
		}
		t.Run(dir.Name(), func(t *testing.T) { testRecorded(t, dockertest.Serve(t, filepath.Join(folder, dir.Name()))) })
	}
}

func testRecorded(t *testing.T, e *dockertest.Engine) {
	d, err := New(Options{Endpoint: Endpoint{Host: e.Host(), Source: "test"}})
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	for _, f := range []fact.Fact{EngineFact, InfoFact, VersionFact, SwarmFact, UsageFact} {
		wantWhole(t, one(t, d, f.Name))
	}
	for _, f := range []fact.Fact{NetworkFact, VolumeFact, NodeFact, ServiceFact} {
		objects, err := each(t, d, f.Name)
		if err != nil {
			t.Errorf("%s: %v", f.Name, err)
		}
		for _, r := range objects {
			wantWhole(t, r)
		}
	}
	if got := value[Engine](t, one(t, d, "docker.engine")); got.Name != e.Meta.Engine || got.APIVersion != e.Meta.APIVersion {
		t.Errorf("docker.engine = %+v; the recording is of %s, API %s", got, e.Meta.Engine, e.Meta.APIVersion)
	}
	if got := value[Version](t, one(t, d, "docker.version")); got.Version != e.Meta.Version {
		t.Errorf("version %s; want %s", got.Version, e.Meta.Version)
	}
	nets, err := each(t, d, "network")
	if err != nil {
		t.Fatal(err)
	}
	on := value[Network](t, nets["bridge"]).Containers
	all, err := d.containerList(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	isThere := slices.ContainsFunc(all, func(c containerSummary) bool { return c.name() == "scantling-5.30" })
	if isThere != slices.Contains(on, "scantling-5.30") {
		t.Errorf("containers on the default bridge: %q; scantling-5.30 exists: %v", on, isThere)
	}
	for _, r := range e.Requests() {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			t.Errorf("sent %s %s", r.Method, r.URI)
		}
	}
}

// wantWhole checks that nothing of a reading is unknown, but for what no API tells.
func wantWhole(t *testing.T, r fact.Reading) {
	t.Helper()
	noAPI := r.At("data_path_addr").Err
	gaps := slices.DeleteFunc(r.Gaps(""), func(err error) bool { return err == noAPI })
	if r.Err != nil || len(gaps) > 0 {
		t.Errorf("%s %s: error %v, unknown %v", r.Fact.Name, r.Key, r.Err, gaps)
	}
}
