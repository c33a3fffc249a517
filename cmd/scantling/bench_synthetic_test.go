package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// recorded is what the synthetic engine is made from.
const recorded = "../../testdata/docker/20.10"

// synthetic writes a recording of n containers: those of a real recording over
// and over, each copy under an id and a name of its own.
func synthetic(t *testing.T, n int) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(recorded)); err != nil {
		t.Fatal(err)
	}
	old := filepath.Join(dir, "containers")
	if err := os.RemoveAll(old); err != nil {
		t.Fatal(err)
	}
	var list []json.RawMessage
	for i, c := range cycle(t, n) {
		list = append(list, c.renamed(t, c.listed, i))
		put(t, filepath.Join(old, c.id(i), "json.json"), c.renamed(t, c.inspected, i))
		put(t, filepath.Join(old, c.id(i), "top.json"), c.top)
	}
	body, err := json.Marshal(list)
	if err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(old, "json@all=1.json"), body)
	return dir
}

// An original is a recorded container.
type original struct {
	realID, name           string
	listed, inspected, top []byte
}

func cycle(t *testing.T, n int) []original {
	t.Helper()
	from := filepath.Join(recorded, "containers")
	var list []json.RawMessage
	if err := json.Unmarshal(get(t, filepath.Join(from, "json@all=1.json")), &list); err != nil {
		t.Fatal(err)
	}
	var all []original
	for _, one := range list {
		var c struct {
			ID    string `json:"Id"`
			Names []string
		}
		if err := json.Unmarshal(one, &c); err != nil {
			t.Fatal(err)
		}
		folder := filepath.Join(from, c.ID)
		top, err := os.ReadFile(filepath.Join(folder, "top.json"))
		if err != nil {
			top = []byte(`{"Titles":[],"Processes":[]}`) // of one that does not run
		}
		all = append(all, original{c.ID, c.Names[0], one, get(t, filepath.Join(folder, "json.json")), top})
	}
	out := make([]original, n)
	for i := range out {
		out[i] = all[i%len(all)]
	}
	return out
}

// id keeps the length of the real one.
func (c original) id(i int) string { return fmt.Sprintf("%s%08x", c.realID[:56], i) }

// renamed also drops the indentation, which no engine sends.
func (c original) renamed(t *testing.T, body []byte, i int) []byte {
	t.Helper()
	body = bytes.ReplaceAll(body, []byte(c.realID), []byte(c.id(i)))
	body = bytes.ReplaceAll(body, []byte(`"`+c.name+`"`), fmt.Appendf(nil, `"%s-%d"`, c.name, i))
	var b bytes.Buffer
	if err := json.Compact(&b, body); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func get(t *testing.T, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func put(t *testing.T, name string, body []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, body, 0o644); err != nil {
		t.Fatal(err)
	}
}
