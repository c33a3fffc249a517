package dockertest

import (
	"archive/tar"
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"strings"
	"time"
)

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
