package docker

import (
	"cmp"
	"net"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"sync"
	"testing"
	"time"
)

// A testEngine answers on a unix socket with what it was given by path.
type testEngine struct {
	Endpoint Endpoint
	API      string
	Ping     int               // status of /_ping; 0 is 200
	Answers  map[string]string // by path without version and query; a number such as 404 is a status
	Handler  http.HandlerFunc  // instead of Answers

	Connected func(net.Conn) // told of each connection; may be nil

	mu   sync.Mutex
	sent []string
}

func (e *testEngine) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	e.mu.Lock()
	e.sent = append(e.sent, r.Method+" "+r.URL.Path)
	e.mu.Unlock()
	w.Header().Set("Api-Version", e.API)
	if r.URL.Path == "/_ping" {
		w.WriteHeader(cmp.Or(e.Ping, http.StatusOK))
		return
	}
	if e.Handler != nil {
		e.Handler(w, r)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	body, ok := e.Answers[r.URL.Path[len("/v"+e.API):]]
	if !ok {
		w.WriteHeader(http.StatusNotFound)
		body = `{"message":"page not found"}`
	}
	w.Write([]byte(body))
}

// serve starts the engine on a socket and connects to it.
func (e *testEngine) serve(t *testing.T, o Options) *Docker {
	t.Helper()
	socket := filepath.Join(t.TempDir(), "e.sock")
	l, err := net.Listen("unix", socket)
	if err != nil {
		t.Fatal(err)
	}
	s := &httptest.Server{Listener: l, Config: &http.Server{Handler: e, ConnState: e.connState}}
	s.Start()
	e.Endpoint = Endpoint{Host: "unix://" + socket, Source: "test"}
	o.Endpoint = e.Endpoint
	if o.Timeout == 0 {
		o.Timeout = 5 * time.Second
	}
	d, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close(); s.CloseClientConnections(); s.Close() })
	return d
}

func (e *testEngine) connState(c net.Conn, s http.ConnState) {
	if s == http.StateNew && e.Connected != nil {
		e.Connected(c)
	}
}
