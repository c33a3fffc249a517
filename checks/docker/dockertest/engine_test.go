package dockertest

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/moby/moby/client"
)

const recordings = "../../../testdata/docker"

// small is a recording of one container, in the format of files.
func small(t *testing.T) *Engine {
	t.Helper()
	dir := t.TempDir()
	for name, content := range map[string]string{
		"meta.json":                                `{"engine":"docker","version":"20.10.24","api_version":"1.41","ping":{"Swarm":"inactive"}}`,
		"containers/json@all=1.json":               `[{"Id":"4f2a","Names":["/web"]}]`,
		"containers/4f2a/json.json":                `{"Id":"4f2a","Name":"/web"}`,
		"images/json.json":                         `[{"Id":"sha256:9c","RepoTags":["shop.example/web:1.0"]}]`,
		"images/sha256%3A9c/json.json":             `{"Id":"sha256:9c"}`,
		"networks.json":                            `[{"Id":"77ab","Name":"bridge"}]`,
		"networks/77ab.json":                       `{"Name":"bridge"}`,
		"swarm.503.json":                           `{"message":"This node is not a swarm manager."}`,
		"containers/4f2a/top@ps_args=-eo+pid.json": `{"Processes":[]}`,
	} {
		file := filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o755), os.WriteFile(file, []byte(content), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	return Serve(t, dir)
}

// ask gets a path and says what came back: the status and the body.
func ask(t *testing.T, e *Engine, path string) (int, string) {
	t.Helper()
	resp, err := newAPI(e.Socket).http.Get("http://engine" + path)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode, string(body)
}

func TestAnswers(t *testing.T) {
	e := small(t)
	for _, tt := range []struct {
		path   string
		status int
		body   string
	}{
		{"/v1.41/containers/json?all=1", 200, `[{"Id":"4f2a","Names":["/web"]}]`},
		{"/v1.40/containers/json?all=true&size=0", 200, `[{"Id":"4f2a","Names":["/web"]}]`},
		{"/containers/json?all=1", 200, `[{"Id":"4f2a","Names":["/web"]}]`},
		{"/v1.41/containers/4f2a/json", 200, `{"Id":"4f2a","Name":"/web"}`},
		{"/v1.41/containers/web/json", 200, `{"Id":"4f2a","Name":"/web"}`},
		{"/v1.41/containers/web/top?ps_args=-eo%20pid", 200, `{"Processes":[]}`},
		{"/v1.41/images/sha256:9c/json", 200, `{"Id":"sha256:9c"}`},
		{"/v1.41/images/shop.example/web:1.0/json", 200, `{"Id":"sha256:9c"}`},
		{"/v1.41/networks/bridge", 200, `{"Name":"bridge"}`},
		{"/v1.41/swarm", 503, `{"message":"This node is not a swarm manager."}`},
		{"/v1.41/info", 404, `{"message":"page not found: the recording has no info.json"}`},
		{"/v1.41/containers/json", 404, `{"message":"page not found: the recording has no containers/json.json"}`},
		{"/v1.42/networks", 400, `{"message":"client version 1.42 is too new. Maximum supported API version is 1.41"}`},
		{"/_ping", 200, "OK"},
	} {
		status, body := ask(t, e, tt.path)
		if status != tt.status || body != tt.body {
			t.Errorf("GET %s = %d %s; want %d %s", tt.path, status, body, tt.status, tt.body)
		}
	}
}

func TestRequests(t *testing.T) {
	e := small(t)
	ask(t, e, "/v1.41/containers/json?all=1")
	a := newAPI(e.Socket)
	if err := a.remove("/containers/web"); !isStatus(err, http.StatusMethodNotAllowed) {
		t.Errorf("DELETE: %v; want 405", err)
	}
	want := []Request{{"GET", "1.41", "/containers/json?all=1"}, {"DELETE", "", "/containers/web"}}
	if diff := cmp.Diff(want, e.Requests()); diff != "" {
		t.Errorf("requests (-want +got):\n%s", diff)
	}
}

func TestFaults(t *testing.T) {
	e := small(t)
	e.Fail("/containers/*/json", 500, `{"message":"layer store locked"}`)
	if status, body := ask(t, e, "/v1.41/containers/web/json"); status != 500 || !strings.Contains(body, "locked") {
		t.Errorf("failing: %d %s", status, body)
	}
	e.Gone("/containers/web/json")
	if status, _ := ask(t, e, "/v1.41/containers/4f2a/json"); status != 404 {
		t.Errorf("gone: %d; want 404", status)
	}
	e.Garbage("/containers/json")
	if status, body := ask(t, e, "/containers/json?all=1"); status != 200 || json.Valid([]byte(body)) {
		t.Errorf("garbage: %d %q", status, body)
	}
	e.Edit(t, "/containers/web/json", func(c map[string]any) { c["Name"] = "/shop" })
	if _, body := ask(t, e, "/containers/web/json"); body != `{"Id":"4f2a","Name":"/shop"}` {
		t.Errorf("edited: %s", body)
	}
	if status, _ := ask(t, e, "/networks"); status != 200 {
		t.Errorf("a path without a fault: %d; want 200", status)
	}
}

func TestTruncate(t *testing.T) {
	e := small(t)
	e.Truncate("/networks/bridge")
	resp, err := newAPI(e.Socket).http.Get("http://engine/networks/bridge")
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	if body, err := io.ReadAll(resp.Body); !errors.Is(err, io.ErrUnexpectedEOF) || string(body) != `{"Name":` {
		t.Errorf("read %q, %v; want the first half and an unexpected end", body, err)
	}
}

func TestHang(t *testing.T) {
	e := small(t)
	e.Hang("/_ping")
	a := newAPI(e.Socket)
	a.http.Timeout = 50 * time.Millisecond
	if _, err := a.get("/_ping"); !os.IsTimeout(err) {
		t.Errorf("a hanging engine: %v; want a timeout", err)
	}
	a.http.Timeout = time.Minute
	time.AfterFunc(20*time.Millisecond, e.Close)
	if _, err := a.get("/_ping"); err == nil || os.IsTimeout(err) {
		t.Errorf("a closed engine: %v; want a broken connection", err)
	}
	if _, err := net.Dial("unix", e.Socket); err == nil {
		t.Error("a closed engine still listens")
	}
}

// TestClient lets the real client negotiate with the engine.
func TestClient(t *testing.T) {
	e := small(t)
	c, err := client.New(client.WithHost(e.Host()))
	if err != nil {
		t.Fatal(err)
	}
	list, err := c.ContainerList(context.Background(), client.ContainerListOptions{All: true})
	if err != nil {
		t.Fatal(err)
	}
	if len(list.Items) != 1 || list.Items[0].ID != "4f2a" || c.ClientVersion() != "1.41" {
		t.Errorf("the client got %v by API %s", list.Items, c.ClientVersion())
	}
}

func TestLoadRefuses(t *testing.T) {
	for name, fsys := range map[string]fstest.MapFS{
		"no meta.json":  {"info.json": {Data: []byte(`{}`)}},
		"bad meta.json": {"meta.json": {Data: []byte(`{`)}},
		"not JSON":      {"meta.json": {Data: []byte(`{"api_version":"1.41"}`)}, "info.json": {Data: []byte(`<html>`)}},
		"not a list":    {"meta.json": {Data: []byte(`{"api_version":"1.41"}`)}, "networks.json": {Data: []byte(`{}`)}},
	} {
		if _, err := load(fsys); err == nil {
			t.Errorf("%s: loaded", name)
		}
	}
}
