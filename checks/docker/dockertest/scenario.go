package dockertest

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

const (
	testLabel   = "example.scantling.test"
	testNetwork = "scantling"

	staleContainer = "scantling-5.28"
)

// A Scenario is what Containers made on a real engine.
type Scenario struct {
	Names   []string          // of the containers that the engine made
	Refused map[string]string // why it would not make, or start, the others
	StaleID string            // the image that StaleImage named before
}

// Containers makes the images, networks, volumes and containers that an audit
// of this engine should find, all of them or those named, and removes them when
// the test ends. Program is testimage, built with CGO_ENABLED=0. One test on a
// machine does so at a time; whatever has another label is left alone.
func Containers(t testing.TB, socket string, program []byte, names ...string) *Scenario {
	t.Helper()
	lock(t)
	s := stage{api: newAPI(socket), made: &Scenario{Refused: map[string]string{}}}
	if err := s.clear(); err != nil {
		t.Fatalf("clear the leftovers of another test: %v", err)
	}
	t.Cleanup(func() {
		if err := s.clear(); err != nil {
			t.Errorf("clean up: %v", err)
		}
	})
	if err := s.prepare(program); err != nil {
		t.Fatal(err)
	}
	for _, c := range testContainers {
		if len(names) == 0 || slices.Contains(names, c.name) {
			s.add(c)
		}
	}
	s.settle()
	return s.made
}

// lock waits for other test binaries that use the engine.
func lock(t testing.TB) {
	t.Helper()
	f, err := os.OpenFile(filepath.Join(os.TempDir(), "scantling-dockertest.lock"), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() }) // runs after the cleanups that follow
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX); err != nil {
		t.Fatalf("lock %s: %v", f.Name(), err)
	}
}

// A stage is the engine while the scenario stands.
type stage struct {
	api
	made *Scenario
}

func (s *stage) prepare(program []byte) error {
	stale, dangling := goodImage(StaleImage, program), goodImage(danglingImage, program)
	old, err := s.load(stale)
	if err != nil {
		return err
	}
	s.made.StaleID = old
	for _, i := range []Image{goodImage(GoodImage, program), badImage(program), goodImage(UnusedImage, program), dangling, again(dangling)} {
		if _, err := s.load(i); err != nil {
			return fmt.Errorf("load %s: %w", i.Name, err)
		}
	}
	return errors.Join(s.network(), s.volumes(), s.prepareStale(stale))
}

// prepareStale makes the container of the old image, and moves the tag on.
func (s *stage) prepareStale(i Image) error {
	body := good()
	body.Image = i.Name
	if err := s.create(staleContainer, body); err != nil {
		return err
	}
	_, err := s.load(again(i))
	return err
}

func (s *stage) network() error {
	return s.post("/networks/create", map[string]any{
		"Name": testNetwork, "Driver": "bridge", "CheckDuplicate": true, "Labels": map[string]string{testLabel: "1"},
	}, nil)
}

func (s *stage) volumes() error {
	var errs []error
	for name, options := range map[string]map[string]string{
		"scantling-data": nil, "scantling-unused": nil,
		"scantling-bind": {"type": "none", "o": "bind", "device": "/srv/scantling"},
	} {
		body := map[string]any{"Name": name, "Driver": "local", "DriverOpts": options, "Labels": map[string]string{testLabel: "1"}}
		errs = append(errs, s.post("/volumes/create", body, nil))
	}
	return errors.Join(errs...)
}

// add makes and starts one container. An engine may refuse what its kernel
// cannot do; the test decides whether it can live without.
func (s *stage) add(c testContainer) {
	body := good()
	c.change(&body)
	var err error
	if c.name != staleContainer { // which is there already
		err = s.create(c.name, body)
	}
	if err == nil {
		err = s.post("/containers/"+c.name+"/start", nil, nil)
	}
	if err == nil && c.exec != nil {
		err = s.exec(c.name, *c.exec)
	}
	if err != nil {
		s.made.Refused[c.name] = err.Error()
		s.remove("/containers/" + c.name + "?force=1")
		return
	}
	s.made.Names = append(s.made.Names, c.name)
}

func (s *stage) create(name string, body spec) error {
	return s.post("/containers/create?name="+name, body, nil)
}

// exec leaves a session in a container. Where the engine lacks a capability
// itself it cannot start a privileged one, and drops it; then a session that
// waits to be started stands for it, which the API shows too.
func (s *stage) exec(name string, e execution) error {
	id, err := s.session(name, e)
	if err != nil {
		return err
	}
	if s.post("/exec/"+id+"/start", map[string]bool{"Detach": true}, nil) != nil {
		_, err = s.session(name, e)
	}
	return err
}

func (s *stage) session(name string, e execution) (string, error) {
	var made struct {
		ID string `json:"Id"`
	}
	err := s.post("/containers/"+name+"/exec", e, &made)
	return made.ID, err
}

// settle waits until no health check is in its first run any more. Podman
// leaves running them to systemd, or to whoever asks.
func (s *stage) settle() {
	for range 50 {
		starting := 0
		for _, name := range s.made.Names {
			var c struct {
				State struct{ Health struct{ Status string } }
			}
			body, err := s.get("/containers/" + name + "/json")
			if err == nil && json.Unmarshal(body, &c) == nil && c.State.Health.Status == "starting" {
				s.get("/v4.0.0/libpod/containers/" + name + "/healthcheck")
				starting++
			}
		}
		if starting == 0 {
			return
		}
		time.Sleep(200 * time.Millisecond)
	}
}

// clear removes what has the test's label, or an image's name that no registry
// can have. Podman keeps a container that another one shares a network with, so
// containers get a second turn.
func (s *stage) clear() error {
	s.clearKind("/containers/json", "/containers/", "&all=1", "?force=1&v=1")
	return errors.Join(
		s.clearKind("/containers/json", "/containers/", "&all=1", "?force=1&v=1"),
		s.clearKind("/networks", "/networks/", "", ""),
		s.clearKind("/volumes", "/volumes/", "", "?force=1"),
		s.clearImages())
}

func (s *stage) clearKind(list, object, listed, removed string) error {
	ids, err := s.list(list + "?filters=" + url.QueryEscape(`{"label":["`+testLabel+`"]}`) + listed)
	errs := []error{err}
	for _, id := range ids {
		errs = append(errs, s.remove(object+id+removed))
	}
	return errors.Join(errs...)
}

func (s *stage) clearImages() error {
	body, err := s.get("/images/json")
	if err != nil {
		return err
	}
	var images []struct {
		ID          string `json:"Id"`
		RepoTags    []string
		RepoDigests []string
		Labels      map[string]string
	}
	if err := json.Unmarshal(body, &images); err != nil {
		return err
	}
	var errs []error
	for _, i := range images {
		ours := i.Labels[sourceLabel] == testSource
		for _, tag := range append(i.RepoTags, i.RepoDigests...) {
			ours = ours || strings.HasPrefix(tag, "scantling.example/")
		}
		if ours {
			errs = append(errs, s.remove("/images/"+i.ID+"?force=1"))
		}
	}
	return errors.Join(errs...)
}

// list is the ids, or for volumes the names, of what a path lists.
func (s *stage) list(path string) ([]string, error) {
	body, err := s.get(path)
	if err != nil {
		return nil, err
	}
	var wrapped struct{ Volumes json.RawMessage }
	if json.Unmarshal(body, &wrapped) == nil && wrapped.Volumes != nil {
		body = wrapped.Volumes
	}
	var objects []struct {
		ID   string `json:"Id"`
		Name string
	}
	err = json.Unmarshal(body, &objects)
	var ids []string
	for _, o := range objects {
		ids = append(ids, cmp.Or(o.ID, o.Name))
	}
	return ids, err
}
