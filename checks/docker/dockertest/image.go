package dockertest

import (
	"archive/tar"
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"
)

// Program is where images hold the test program; see testimage.
const Program = "bin/testimage"

// An Image is made from nothing, by the steps of a build that never ran.
type Image struct {
	Name        string // with a tag: scantling.example/good:1.0
	User        string
	Env         []string // NAME=value
	Labels      map[string]string
	Healthcheck *Healthcheck
	Expose      []string // 22/tcp
	Entrypoint  []string
	Cmd         []string
	Created     time.Time
	Steps       []Step
}

// A Healthcheck is an image's own.
type Healthcheck struct {
	Test     []string
	Interval time.Duration
	Retries  int
}

// A Step is one line of the image's history; with files it is a layer too.
type Step struct {
	CreatedBy string
	Files     []File
}

// A File is one file of a layer.
type File struct {
	Name    string // bin/testimage
	Mode    int64  // 0o4755
	Content []byte
}

// LoadImage has the engine load an image and returns the id the engine gives it.
func LoadImage(t testing.TB, socket string, i Image) string {
	t.Helper()
	id, err := newAPI(socket).load(i)
	if err != nil {
		t.Fatalf("load image %s: %v", i.Name, err)
	}
	return id
}

func (a api) load(i Image) (string, error) {
	archive, err := i.archive()
	if err != nil {
		return "", err
	}
	if _, err := a.send("POST", "/images/load?quiet=1", "application/x-tar", bytes.NewReader(archive)); err != nil {
		return "", err
	}
	return a.id("/images/" + i.Name + "/json")
}

// id is the Id of the object that a path describes.
func (a api) id(path string) (string, error) {
	body, err := a.get(path)
	if err != nil {
		return "", err
	}
	var object struct {
		ID string `json:"Id"`
	}
	return object.ID, json.Unmarshal(body, &object)
}

// archive is what `docker save` would write.
func (i Image) archive() ([]byte, error) {
	config := i.config()
	var layers []File
	for _, s := range i.Steps {
		made := map[string]any{"created": i.Created, "created_by": s.CreatedBy}
		if s.Files == nil {
			made["empty_layer"] = true
		} else {
			layer, err := pack(withParents(s.Files))
			if err != nil {
				return nil, err
			}
			layers = append(layers, File{digest(layer) + "/layer.tar", 0o644, layer})
		}
		config.History = append(config.History, made)
	}
	for _, l := range layers {
		config.RootFS.DiffIDs = append(config.RootFS.DiffIDs, "sha256:"+strings.TrimSuffix(l.Name, "/layer.tar"))
	}
	return pack(append(layers, i.manifest(config, layers)...))
}

// imageConfig is the JSON that an image's id is the digest of:
// https://github.com/moby/docker-image-spec
type imageConfig struct {
	Created      time.Time        `json:"created"`
	Architecture string           `json:"architecture"`
	OS           string           `json:"os"`
	Config       map[string]any   `json:"config"`
	RootFS       rootFS           `json:"rootfs"`
	History      []map[string]any `json:"history"`
}

type rootFS struct {
	Type    string   `json:"type"`
	DiffIDs []string `json:"diff_ids"`
}

func (i Image) config() imageConfig {
	c := map[string]any{"User": i.User, "Env": i.Env, "Labels": i.Labels, "Entrypoint": i.Entrypoint, "Cmd": i.Cmd}
	if i.Healthcheck != nil {
		c["Healthcheck"] = i.Healthcheck
	}
	if len(i.Expose) > 0 {
		ports := map[string]struct{}{}
		for _, p := range i.Expose {
			ports[p] = struct{}{}
		}
		c["ExposedPorts"] = ports
	}
	return imageConfig{Created: i.Created, Architecture: "amd64", OS: "linux", Config: c, RootFS: rootFS{Type: "layers"}}
}

// manifest is the two files that tie an archive together.
func (i Image) manifest(config imageConfig, layers []File) []File {
	body, _ := json.Marshal(config) // made of strings and times
	name := digest(body) + ".json"
	var names []string
	for _, l := range layers {
		names = append(names, l.Name)
	}
	list, _ := json.Marshal([]map[string]any{{"Config": name, "RepoTags": []string{i.Name}, "Layers": names}})
	return []File{{name, 0o644, body}, {"manifest.json", 0o644, list}}
}

// withParents puts each folder, bin/, before the first file in it: engines make
// those that are missing as they please, and not always for all to enter.
func withParents(files []File) []File {
	var out []File
	seen := map[string]bool{}
	for _, f := range files {
		for i, c := range f.Name {
			if dir := f.Name[:i+1]; c == '/' && !seen[dir] {
				seen[dir] = true
				out = append(out, File{dir, 0o755, nil})
			}
		}
		out = append(out, f)
	}
	return out
}

// pack writes a tar; a name that ends in a slash is a folder.
func pack(files []File) ([]byte, error) {
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, f := range files {
		h := &tar.Header{Name: f.Name, Mode: f.Mode, Size: int64(len(f.Content))}
		if err := w.WriteHeader(h); err != nil {
			return nil, err
		}
		if _, err := w.Write(f.Content); err != nil {
			return nil, err
		}
	}
	err := w.Close()
	return b.Bytes(), err
}

func digest(b []byte) string { return fmt.Sprintf("%x", sha256.Sum256(b)) }
