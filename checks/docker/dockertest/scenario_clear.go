package dockertest

import (
	"cmp"
	"encoding/json"
	"errors"
	"net/url"
	"strings"
)

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
