package dockertest

import (
	"encoding/json"
	"io/fs"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"
	"time"
)

// TestRecordings holds every recording against what Serve and the tests that
// use it count on.
func TestRecordings(t *testing.T) {
	dirs, err := os.ReadDir(recordings)
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, d := range dirs {
		if !d.IsDir() {
			continue
		}
		seen++
		t.Run(d.Name(), func(t *testing.T) { checkRecording(t, os.DirFS(path.Join(recordings, d.Name()))) })
	}
	if seen == 0 {
		t.Error("no recordings")
	}
}

func checkRecording(t *testing.T, fsys fs.FS) {
	r, err := load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	checkMeta(t, r.meta, fsys)
	for _, need := range []string{"info", "version", "containers/json@all=1", "images/json", "networks", "volumes"} {
		if a, ok := r.answer(need); !ok || a.status != 200 {
			t.Errorf("%s.json is missing", need)
		}
	}
	checkListed(t, r, "containers/json@all=1", "containers/", "/json")
	checkListed(t, r, "images/json", "images/", "/json")
	checkListed(t, r, "images/json", "images/", "/history")
	elsewhere := regexp.MustCompile(`"/(tmp/|root/|home/[^k])`) // kim has the rootless engine
	for key, a := range r.answers {
		if m := elsewhere.Find(a.body); m != nil {
			t.Errorf("%s.json holds a path of the machine it was made on: %s", key, m)
		}
	}
}

func checkMeta(t *testing.T, m Meta, fsys fs.FS) {
	if m.Engine != "docker" && m.Engine != "podman" || m.Version == "" || m.Ping["Api-Version"] != m.APIVersion {
		t.Errorf("meta.json: %+v", m)
	}
	if _, err := time.Parse(time.DateOnly, m.RecordedOn); err != nil {
		t.Errorf("meta.json: recorded_on: %v", err)
	}
	for _, pattern := range m.ByHand {
		if files, err := fs.Glob(fsys, pattern); err != nil || len(files) == 0 {
			t.Errorf("meta.json: by_hand names %s, which is no file: %v", pattern, err)
		}
	}
}

// checkListed wants an answer about each object of a list.
func checkListed(t *testing.T, r *recording, list, before, after string) {
	var objects []struct {
		ID string `json:"Id"`
	}
	if err := json.Unmarshal(r.answers[list].body, &objects); err != nil {
		t.Fatalf("%s.json: %v", list, err)
	}
	for _, o := range objects {
		key := before + strings.ReplaceAll(o.ID, ":", "%3A") + after
		if a, ok := r.answer(key); !ok || a.status != 200 {
			t.Errorf("%s.json is missing", key)
		}
	}
}
