package dockertest

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strconv"
	"strings"
)

// Meta is meta.json, what a recording says of itself.
type Meta struct {
	Engine     string            `json:"engine"`      // docker or podman
	Version    string            `json:"version"`     // of the engine
	APIVersion string            `json:"api_version"` // the newest it speaks
	RecordedOn string            `json:"recorded_on"` // 2026-11-22
	Note       string            `json:"note,omitempty"`
	ByHand     []string          `json:"by_hand"` // files below the recording that no engine wrote, as path.Match patterns
	Ping       map[string]string `json:"ping"`    // headers of the answer to /_ping
}

// An answer is what one GET was told.
type answer struct {
	status int
	body   []byte
}

// A recording maps the keys of requests to answers.
type recording struct {
	meta    Meta
	answers map[string]answer
	names   map[string]string // containers/web -> containers/4f2a…, networks/bridge -> networks/77ab…
}

// load reads a folder. An answer other than 200 has its status before the
// extension: swarm.503.json.
func load(fsys fs.FS) (*recording, error) {
	r := &recording{answers: map[string]answer{}, names: map[string]string{}}
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".json" {
			return err
		}
		body, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		return r.add(name, body)
	})
	switch {
	case err != nil:
		return nil, err
	case r.meta.APIVersion == "":
		return nil, errors.New("meta.json: missing, or without api_version")
	}
	return r, r.index()
}

var withStatus = regexp.MustCompile(`^(.*)\.([1-5]\d\d)$`)

func (r *recording) add(name string, body []byte) error {
	if name == "meta.json" {
		if err := json.Unmarshal(body, &r.meta); err != nil {
			return fmt.Errorf("meta.json: %w", err)
		}
		return nil
	}
	key, status := strings.TrimSuffix(name, ".json"), 200
	if m := withStatus.FindStringSubmatch(key); m != nil {
		key = m[1]
		status, _ = strconv.Atoi(m[2])
	}
	if len(body) > 0 && !json.Valid(body) { // Podman's answer to top is empty
		return fmt.Errorf("%s: is not JSON", name)
	}
	r.answers[key] = answer{status, body}
	return nil
}

// index lets containers, images and networks be asked for by name, as engines do.
func (r *recording) index() error {
	for _, list := range []struct{ key, kind string }{
		{"containers/json@all=1", "containers/"}, {"images/json", "images/"}, {"networks", "networks/"},
	} {
		a, ok := r.answers[list.key]
		if !ok || a.status != 200 {
			continue
		}
		if err := r.indexList(list.kind, a.body); err != nil {
			return fmt.Errorf("%s.json: %w", list.key, err)
		}
	}
	return nil
}

func (r *recording) indexList(kind string, body []byte) error {
	var list []struct {
		ID          string `json:"Id"`
		Name        string
		Names       []string
		RepoTags    []string
		RepoDigests []string
	}
	if err := json.Unmarshal(body, &list); err != nil {
		return err
	}
	for _, l := range list {
		id := strings.ReplaceAll(l.ID, ":", "%3A")
		for _, names := range [][]string{{l.Name}, l.Names, l.RepoTags, l.RepoDigests} {
			for _, n := range names {
				r.names[kind+strings.ReplaceAll(strings.Trim(n, "/"), ":", "%3A")] = kind + id
			}
		}
	}
	return nil
}

// resolve puts ids in the place of names.
func (r *recording) resolve(key string) string {
	file, query, has := strings.Cut(key, "@")
	if has {
		query = "@" + query
	}
	object, last := path.Split(file)
	if id, ok := r.names[strings.TrimSuffix(object, "/")]; ok {
		return id + "/" + last + query
	}
	if id, ok := r.names[file]; ok {
		return id + query
	}
	return key
}

func (r *recording) answer(key string) (answer, bool) {
	a, ok := r.answers[key]
	return a, ok
}

func (r *recording) about() Meta { return r.meta }
