package dockertest

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSynthetic(t *testing.T) {
	e := Synthetic(t, 40)
	var list []struct {
		ID    string `json:"Id"`
		Names []string
	}
	_, body := ask(t, e, "/v1.50/containers/json?all=1")
	if err := json.Unmarshal([]byte(body), &list); err != nil || len(list) != 40 {
		t.Fatalf("%d containers, %v; want 40", len(list), err)
	}
	_, byName := ask(t, e, "/v1.50/containers/synthetic-00039/json")
	_, byID := ask(t, e, "/v1.50/containers/"+list[39].ID+"/json")
	if byName != byID || strings.Contains(byID, "@") || list[39].Names[0] != "/synthetic-00039" {
		t.Errorf("the last of %v:\n%s\n%s", list[39], byName, byID)
	}
	if _, again := ask(t, Synthetic(t, 40), "/containers/json?all=1"); again != body {
		t.Error("two engines of 40 containers differ")
	}
	for _, path := range []string{"/info", "/version", "/networks", "/volumes", "/images/json", "/containers/synthetic-00000/top"} {
		if status, body := ask(t, e, path); status != 200 || !json.Valid([]byte(body)) {
			t.Errorf("GET %s = %d %s", path, status, body)
		}
	}
}

// TestVariants finds a variant that no longer changes the embedded inspect, or
// makes it unreadable.
func TestVariants(t *testing.T) {
	e := Synthetic(t, len(variants))
	seen := map[string]string{}
	for i, item := range Synthetics() {
		_, body := ask(t, e, "/containers/"+syntheticName(i)+"/json")
		if !json.Valid([]byte(body)) {
			t.Errorf("%q: not JSON: %s", item, body)
		}
		plain := strings.NewReplacer(syntheticID(i), "", syntheticID(i)[:12], "", syntheticName(i), "", syntheticPID(i), "").Replace(body)
		if other, dup := seen[plain]; dup {
			t.Errorf("%q does not differ from %q", item, other)
		}
		seen[plain] = item
	}
}

func TestSyntheticEmpty(t *testing.T) {
	e, err := SyntheticServer(0)
	if err != nil {
		t.Fatal(err)
	}
	defer e.Close()
	status, body := ask(t, e, "/containers/json?all=1")
	if diff := cmp.Diff("200 []", fmt.Sprint(status, " ", body)); diff != "" {
		t.Error(diff)
	}
}
