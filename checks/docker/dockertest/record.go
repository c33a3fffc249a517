package dockertest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"

	"github.com/moby/moby/client"
	"github.com/moby/moby/client/pkg/versions"
)

// Record asks the engine on a socket everything that an audit reads, and
// writes the answers to a folder for Serve. The answers are indented and
// otherwise untouched. Meta.RecordedOn is the caller's to give.
func Record(socket, dir string, m Meta) error {
	r := recorder{api: newAPI(socket), dir: dir}
	if err := r.ping(&m); err != nil {
		return err
	}
	for _, path := range []string{"/info", "/volumes", "/swarm", "/nodes/self", "/tasks", "/secrets", "/configs", "/plugins", "/system/df"} {
		r.save(path)
	}
	r.version(&m)
	r.containers()
	for _, id := range r.ids("/images/json") {
		r.save("/images/" + id + "/json")
		r.save("/images/" + id + "/history")
	}
	for _, list := range []string{"/networks", "/nodes", "/services"} {
		for _, id := range r.ids(list) {
			r.save(list + "/" + id)
		}
	}
	return errors.Join(append(r.errs, r.write("meta", m))...)
}

// A recorder keeps its errors, so that one sees all.
type recorder struct {
	api
	dir    string
	prefix string // /v1.41
	errs   []error
}

func (r *recorder) ping(m *Meta) error {
	resp, err := r.http.Get("http://engine/_ping")
	if err != nil {
		return err
	}
	resp.Body.Close()
	m.APIVersion = resp.Header.Get("Api-Version")
	m.Ping = map[string]string{}
	for _, h := range []string{"Api-Version", "Builder-Version", "Docker-Experimental", "Libpod-Api-Version", "Ostype", "Server", "Swarm"} {
		if v := resp.Header.Get(h); v != "" {
			m.Ping[h] = v
		}
	}
	r.prefix = "/v" + m.APIVersion
	if versions.GreaterThan(m.APIVersion, client.MaxAPIVersion) {
		r.prefix = "/v" + client.MaxAPIVersion // as the product would ask
	}
	m.Engine = "docker"
	if m.Ping["Libpod-Api-Version"] != "" {
		m.Engine = "podman"
	}
	return nil
}

func (r *recorder) version(m *Meta) {
	var v struct{ Version string }
	if err := json.Unmarshal(r.save("/version"), &v); err != nil {
		r.errs = append(r.errs, err)
	}
	m.Version = v.Version
}

func (r *recorder) containers() {
	for _, id := range r.ids("/containers/json?all=1") {
		var c struct {
			State   struct{ Running bool }
			ExecIDs []string
		}
		if err := json.Unmarshal(r.save("/containers/"+id+"/json"), &c); err != nil {
			r.errs = append(r.errs, err)
		}
		if c.State.Running {
			r.save("/containers/" + id + "/top")
		}
		for _, e := range c.ExecIDs {
			r.save("/exec/" + e + "/json")
		}
	}
}

func (r *recorder) ids(path string) []string {
	var objects []struct {
		ID string `json:"Id"`
	}
	if err := json.Unmarshal(r.save(path), &objects); err != nil {
		r.errs = append(r.errs, fmt.Errorf("%s: %w", path, err))
	}
	var ids []string
	for _, o := range objects {
		ids = append(ids, o.ID)
	}
	return ids
}

// save records one answer and returns it, or null when it was a refusal. What
// the engine does not know, it will not know when it is served either: a 404
// needs no file.
func (r *recorder) save(path string) []byte {
	body, err := r.get(r.prefix + path)
	name, keyErr := Key(path)
	if no := (*refusal)(nil); errors.As(err, &no) {
		if body = []byte("null"); no.Status == http.StatusNotFound {
			return body
		}
		err = r.write(fmt.Sprintf("%s.%d", name, no.Status), json.RawMessage(no.body))
	} else if err == nil {
		err = r.write(name, json.RawMessage(body))
	}
	if err = errors.Join(err, keyErr); err != nil {
		r.errs = append(r.errs, fmt.Errorf("%s: %w", path, err))
	}
	return body
}

func (r *recorder) write(name string, value any) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if raw, ok := value.(json.RawMessage); ok && len(raw) == 0 {
		// an engine may say nothing at all, and so does the file
	} else if err := e.Encode(value); err != nil {
		return err
	}
	file := filepath.Join(r.dir, filepath.FromSlash(name)+".json")
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	return os.WriteFile(file, b.Bytes(), 0o644)
}
