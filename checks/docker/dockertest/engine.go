package dockertest

import (
	"errors"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
)

// An Engine listens on a unix socket.
type Engine struct {
	Meta   Meta
	Socket string // path

	source source
	server *http.Server
	gone   chan struct{} // closed when the engine is

	mu       sync.Mutex
	faults   []fault // the latest wins
	requests []Request
}

// A source knows answers by key; see Key.
type source interface {
	about() Meta
	answer(key string) (answer, bool)
	resolve(key string) string
}

// A Request is one that was received, answered or not.
type Request struct {
	Method  string
	Version string // of the API, 1.41; "" when the path had none
	URI     string // without the version: /containers/json?all=1
}

// Serve answers from a recording, a folder below testdata/docker, until the
// test ends.
func Serve(t testing.TB, dir string) *Engine {
	t.Helper()
	r, err := load(os.DirFS(dir))
	if err != nil {
		t.Fatalf("recording %s: %v", dir, err)
	}
	e, err := start(r)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(e.Close)
	return e
}

// start listens in a folder of its own: t.TempDir() can be longer than the 108
// bytes that a socket's address has room for.
func start(s source) (*Engine, error) {
	dir, err := os.MkdirTemp("", "engine")
	if err != nil {
		return nil, err
	}
	e := &Engine{Meta: s.about(), Socket: filepath.Join(dir, "docker.sock"), source: s, gone: make(chan struct{})}
	l, err := net.Listen("unix", e.Socket)
	if err != nil {
		return nil, errors.Join(err, os.Remove(dir))
	}
	e.server = &http.Server{Handler: e}
	go e.server.Serve(l) // ends with Close, which removes the socket too
	return e, nil
}

// Host is the engine's address as DOCKER_HOST would have it.
func (e *Engine) Host() string { return "unix://" + e.Socket }

// Close ends the engine in the middle of whatever it does: connections break,
// and further ones are refused.
func (e *Engine) Close() {
	e.mu.Lock()
	defer e.mu.Unlock()
	select {
	case <-e.gone:
	default:
		e.server.Close() // the listener first, then the connections
		close(e.gone)
		os.Remove(filepath.Dir(e.Socket))
	}
}

// Requests are all that were received so far, in order.
func (e *Engine) Requests() []Request {
	e.mu.Lock()
	defer e.mu.Unlock()
	return slices.Clone(e.requests)
}
