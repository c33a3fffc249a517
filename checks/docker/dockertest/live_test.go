package dockertest

import (
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestContainers makes a part of the scenario on the machine's own engine, and
// finds nothing of it afterwards.
func TestContainers(t *testing.T) {
	socket := LiveEngine(t)
	a := newAPI(socket)
	names := []string{GoodContainer, "scantling-5.13", "scantling-5.24", "scantling-5.28"}
	t.Run("made", func(t *testing.T) {
		s := Containers(t, socket, program(t), names...)
		if !slices.Equal(s.Names, names) {
			t.Fatalf("made %v, refused %v; want %v", s.Names, s.Refused, names)
		}
		checkMade(t, a, s)
	})
	for _, path := range []string{"/containers/" + GoodContainer + "/json", "/images/" + GoodImage + "/json", "/networks/" + testNetwork, "/volumes/scantling-data"} {
		if _, err := a.get(path); !isStatus(err, http.StatusNotFound) {
			t.Errorf("%s after the test: %v; want 404", path, err)
		}
	}
}

func checkMade(t *testing.T, a api, s *Scenario) {
	type made struct {
		Image      string
		HostConfig struct{ ReadonlyRootfs bool }
		State      struct{ Health struct{ Status string } }
		ExecIDs    []string
	}
	inspected := map[string]made{}
	for _, name := range s.Names {
		var m made
		body, err := a.get("/containers/" + name + "/json")
		if err == nil {
			err = json.Unmarshal(body, &m)
		}
		if err != nil {
			t.Fatal(err)
		}
		inspected[name] = m
	}
	if !inspected[GoodContainer].HostConfig.ReadonlyRootfs || inspected["scantling-5.13"].HostConfig.ReadonlyRootfs {
		t.Error("only scantling-5.13 should have a writable root file system")
	}
	if got := inspected[GoodContainer].State.Health.Status; got != "healthy" {
		t.Errorf("%s is %s; want healthy", GoodContainer, got)
	}
	if inspected["scantling-5.24"].ExecIDs == nil {
		t.Error("scantling-5.24 has no exec session")
	}
	now, err := a.id("/images/" + StaleImage + "/json")
	if err != nil || inspected["scantling-5.28"].Image != s.StaleID || now == s.StaleID {
		t.Errorf("scantling-5.28 runs %s, the tag names %s: %v; want the older %s", inspected["scantling-5.28"].Image, now, err, s.StaleID)
	}
}

func TestLoadImage(t *testing.T) {
	socket := LiveEngine(t)
	lock(t)
	a := newAPI(socket)
	const name = "scantling.example/loaded:1.0"
	i := badImage([]byte("no program"))
	i.Name = name
	id := LoadImage(t, socket, i)
	t.Cleanup(func() {
		if err := a.remove("/images/" + id); err != nil {
			t.Error(err)
		}
	})
	body, err := a.get("/images/" + name + "/history")
	if err != nil {
		t.Fatal(err)
	}
	var got, want []string
	var lines []struct{ CreatedBy string }
	if err := json.Unmarshal(body, &lines); err != nil {
		t.Fatal(err)
	}
	for _, l := range lines {
		got = append(got, l.CreatedBy)
	}
	for _, s := range slices.Backward(i.Steps) {
		want = append(want, s.CreatedBy)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("history (-want +got):\n%s", diff)
	}
}

// TestRefusal keeps the engine's words.
func TestRefusal(t *testing.T) {
	e := small(t)
	e.Fail("/networks", 500, "layer store locked\n")
	_, err := newAPI(e.Socket).get("/networks")
	if err == nil || !strings.HasSuffix(err.Error(), "GET /networks: 500: layer store locked") {
		t.Errorf("got %v", err)
	}
}
