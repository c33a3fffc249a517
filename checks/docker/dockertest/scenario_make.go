package dockertest

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"
)

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
	if s.wants(staleContainer) {
		body := good()
		body.Image = i.Name
		if err := s.create(staleContainer, body); err != nil {
			return err
		}
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
