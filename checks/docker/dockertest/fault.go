package dockertest

import (
	"encoding/json"
	"net/http"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// A fault replaces the answers to some paths.
type fault struct {
	pattern string // a key, or a path.Match pattern of keys
	respond respond
}

// respond is given the answer that would have been sent.
type respond func(w http.ResponseWriter, r *http.Request, a answer)

// The paths of faults are /containers/web/json, or /containers/*/json for all
// that match. Without a query they mean the path with every query.

// Hang never answers; the client has to give up.
func (e *Engine) Hang(path string) {
	e.inject(path, func(_ http.ResponseWriter, r *http.Request, _ answer) {
		select {
		case <-r.Context().Done():
		case <-e.gone:
		}
		panic(http.ErrAbortHandler) // not even an empty answer
	})
}

// Fail answers with a status and a body; 200 replaces the answer.
func (e *Engine) Fail(path string, status int, body string) {
	e.inject(path, func(w http.ResponseWriter, _ *http.Request, _ answer) {
		send(w, status, []byte(body))
	})
}

// Gone answers that there is no such object: it was removed since it was listed.
func (e *Engine) Gone(path string) {
	e.inject(path, func(w http.ResponseWriter, r *http.Request, _ answer) {
		refuse(w, http.StatusNotFound, "No such object: "+unversioned(r.URL.Path))
	})
}

// Truncate promises the whole answer and hangs up after half of it.
func (e *Engine) Truncate(path string) {
	e.inject(path, func(w http.ResponseWriter, _ *http.Request, a answer) {
		w.Header().Set("Content-Length", strconv.Itoa(max(2, len(a.body))))
		w.WriteHeader(http.StatusOK)
		w.Write(a.body[:len(a.body)/2])
		w.(http.Flusher).Flush()
		panic(http.ErrAbortHandler)
	})
}

// Garbage answers 200 with what a proxy might put in the engine's place.
func (e *Engine) Garbage(path string) {
	e.inject(path, func(w http.ResponseWriter, _ *http.Request, _ answer) {
		w.Header().Set("Content-Type", "text/html")
		w.Write([]byte("<html><title>Sign in</title>\x00\xff"))
	})
}

// Edit changes the members of one JSON object before it is sent.
func (e *Engine) Edit(t testing.TB, path string, edit func(object map[string]any)) {
	t.Helper()
	key, err := Key(path)
	if err != nil {
		t.Fatal(err)
	}
	a, ok := e.source.answer(e.source.resolve(key))
	if !ok {
		t.Fatalf("the recording has no answer to %s", path)
	}
	var object map[string]any
	if err := json.Unmarshal(a.body, &object); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	edit(object)
	body, err := json.Marshal(object)
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	e.Fail(path, http.StatusOK, string(body))
}

func (e *Engine) inject(pattern string, r respond) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.faults = append(e.faults, fault{pattern, r})
}

// faultFor is the latest fault for a request, or nil. The lock is held.
func (e *Engine) faultFor(uri string) respond {
	for _, f := range slices.Backward(e.faults) {
		if e.concerns(f.pattern, uri) {
			return f.respond
		}
	}
	return nil
}

func (e *Engine) concerns(pattern, uri string) bool {
	want, err := Key(pattern)
	if err != nil {
		return false
	}
	got, err := Key(uri)
	if err != nil {
		return false
	}
	want, got = e.source.resolve(want), e.source.resolve(got)
	if !strings.Contains(want, "@") {
		got, _, _ = strings.Cut(got, "@")
	}
	ok, err := path.Match(want, got)
	return want == got || ok && err == nil
}
