package dockertest

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"

	"github.com/moby/moby/client/pkg/versions"
)

// ServeHTTP answers one request as an engine would.
func (e *Engine) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	version := ""
	if m := versionPrefix.FindStringSubmatch(r.URL.Path); m != nil {
		version = m[1]
	}
	fault := e.receive(r, version)
	key, err := Key(r.URL.RequestURI())
	if err != nil {
		refuse(w, http.StatusBadRequest, err.Error())
		return
	}
	key = e.source.resolve(key)
	w.Header().Set("Api-Version", e.Meta.APIVersion)
	switch {
	case fault != nil:
		a, _ := e.source.answer(key)
		fault(w, r, a)
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		refuse(w, http.StatusMethodNotAllowed, "a recording cannot be changed: "+r.Method+" "+r.URL.Path)
	case key == "_ping":
		e.ping(w)
	case e.tooNew(version):
		refuse(w, http.StatusBadRequest, fmt.Sprintf(
			"client version %s is too new. Maximum supported API version is %s", version, e.Meta.APIVersion))
	default:
		e.lookUp(w, key)
	}
}

func (e *Engine) receive(r *http.Request, version string) respond {
	e.mu.Lock()
	defer e.mu.Unlock()
	uri := strings.TrimPrefix(r.URL.RequestURI(), "/v"+version)
	e.requests = append(e.requests, Request{r.Method, version, uri})
	return e.faultFor(uri)
}

// Podman answers every version; Docker refuses those it does not know yet.
func (e *Engine) tooNew(version string) bool {
	return version != "" && e.Meta.Engine == "docker" && versions.GreaterThan(version, e.Meta.APIVersion)
}

func (e *Engine) ping(w http.ResponseWriter) {
	for name, value := range e.Meta.Ping {
		w.Header().Set(name, value)
	}
	w.Write([]byte("OK"))
}

func (e *Engine) lookUp(w http.ResponseWriter, key string) {
	a, ok := e.source.answer(key)
	if !ok {
		refuse(w, http.StatusNotFound, "page not found: the recording has no "+key+".json")
		return
	}
	send(w, a.status, a.body)
}

func send(w http.ResponseWriter, status int, body []byte) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	w.Write(body)
}

func refuse(w http.ResponseWriter, status int, message string) {
	body, _ := json.Marshal(map[string]string{"message": message}) // strings always marshal
	send(w, status, body)
}
