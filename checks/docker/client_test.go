package docker

import (
	"errors"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"scantling/checks/fact"
)

func TestGetNegotiates(t *testing.T) {
	for engine, want := range map[string]string{"1.40": "/v1.40/info", "1.41": "/v1.41/info", "1.56": "/v1.56/info", "1.60": "/v1.56/info"} {
		e := &testEngine{API: engine, Handler: func(w http.ResponseWriter, r *http.Request) { w.Write([]byte("{}")) }}
		d := e.serve(t, Options{})
		for range 2 {
			if _, err := d.get(t.Context(), "/info"); err != nil {
				t.Fatal(err)
			}
		}
		if want := []string{"HEAD /_ping", "GET " + want, "GET " + want}; !slices.Equal(e.sent, want) {
			t.Errorf("engine with API %s was sent %q; want %q", engine, e.sent, want)
		}
	}
}

func TestGetOldEngine(t *testing.T) {
	d := (&testEngine{API: "1.39"}).serve(t, Options{})
	_, err := d.get(t.Context(), "/info")
	if remedy, ok := fact.Remedy(err); !ok || !strings.Contains(remedy, "upgrade") {
		t.Errorf("API 1.39: error %v, remedy %q; want a remedy that says upgrade", err, remedy)
	}
}

func TestGetFaults(t *testing.T) {
	status := func(code int, body string) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(code); w.Write([]byte(body)) }
	}
	for _, tt := range []struct {
		name        string
		answer      http.HandlerFunc
		want        string
		unavailable bool
		notExist    bool
	}{
		{"500", status(500, `{"message":"layer does not\n exist"}`), "GET /info: 500 Internal Server Error: layer does not exist", false, false},
		{"500 HTML", status(502, "<html>Authorization: Bearer s3cret</html>"), "GET /info: 502 Bad Gateway", false, false},
		{"404", status(404, `{"message":"No such container: x"}`), "GET /info: 404 Not Found: No such container: x", false, true},
		{"403", status(403, `{"message":"authorization denied"}`), "GET /info: 403 Forbidden: authorization denied", true, false},
		{"redirect", func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "http://elsewhere.example/", http.StatusFound)
		}, "GET /info: 302 Found", false, false},
		{"truncated", func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Length", "100")
			w.Write([]byte(`{"ID":`))
		}, "GET /info: the answer broke off: unexpected EOF", false, false},
		{"hang", func(w http.ResponseWriter, r *http.Request) { <-r.Context().Done() }, "GET /info: timed out after 1s", false, false},
		{"hang in body", func(w http.ResponseWriter, r *http.Request) {
			w.Write([]byte(`{"ID":`))
			w.(http.Flusher).Flush()
			<-r.Context().Done()
		}, "GET /info: timed out after 1s", false, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := (&testEngine{API: "1.41", Handler: tt.answer}).serve(t, Options{Timeout: timeout(tt.want)})
			_, err := d.get(t.Context(), "/info")
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Fatalf("got error %v; want %q in it", err, tt.want)
			}
			if strings.Contains(err.Error(), "s3cret") {
				t.Errorf("error quotes a proxy's page: %v", err)
			}
			if _, ok := fact.Remedy(err); ok != tt.unavailable {
				t.Errorf("%v: a reason of the target is %v; want %v", err, ok, tt.unavailable)
			}
			if is := errors.Is(err, fs.ErrNotExist); is != tt.notExist {
				t.Errorf("%v: is fs.ErrNotExist %v; want %v", err, is, tt.notExist)
			}
		})
	}
}

// timeout is short where it is what a test waits for.
func timeout(want string) time.Duration {
	if strings.Contains(want, "timed out") {
		return time.Second
	}
	return 10 * time.Second
}

func TestGetWithoutEngine(t *testing.T) {
	d, err := New(Options{Endpoint: Endpoint{Host: "unix://" + filepath.Join(t.TempDir(), "no.sock")}})
	if err != nil {
		t.Fatal(err)
	}
	_, err = d.get(t.Context(), "/info")
	if _, ok := fact.Remedy(err); !ok || !strings.HasPrefix(err.Error(), "no Docker engine answers at unix:///") {
		t.Errorf("got %v; want a reason of the target that names the socket", err)
	}
}

func TestGuard(t *testing.T) {
	d := (&testEngine{API: "1.41"}).serve(t, Options{})
	for _, method := range []string{http.MethodPost, http.MethodPut, http.MethodDelete, http.MethodPatch, http.MethodOptions} {
		r, _ := http.NewRequest(method, d.base+"/containers/prune", nil)
		if _, err := d.http.Do(r); err == nil || !strings.Contains(err.Error(), "only GET and HEAD") {
			t.Errorf("%s: got %v; want it refused", method, err)
		}
	}
}

func TestUnreachable(t *testing.T) {
	e := Endpoint{Host: "unix:///run/docker.sock"}
	dial := func(no syscall.Errno) error {
		return &net.OpError{Op: "dial", Net: "unix", Err: os.NewSyscallError("connect", no)}
	}
	for _, tt := range []struct {
		err          error
		want, remedy string
	}{
		{dial(syscall.EACCES), "no access to the engine at unix:///run/docker.sock: permission denied", "run as root, or as a member of the group that owns /run/docker.sock"},
		{dial(syscall.ENOENT), "no Docker engine answers at unix:///run/docker.sock: no such file or directory", "start the engine, or name another with --host"},
		{dial(syscall.ECONNREFUSED), "no Docker engine answers at unix:///run/docker.sock: connection refused", "start the engine, or name another with --host"},
	} {
		err := e.unreachable(tt.err)
		if remedy, _ := fact.Remedy(err); err.Error() != tt.want || remedy != tt.remedy {
			t.Errorf("got %q, remedy %q; want %q, %q", err, remedy, tt.want, tt.remedy)
		}
	}
}

// The hook sees every request, and connections are used again.
func TestSentAndKeptAlive(t *testing.T) {
	var mu sync.Mutex
	var sent []string
	peers := map[string]bool{}
	e := &testEngine{API: "1.41", Handler: func(w http.ResponseWriter, r *http.Request) { w.Write([]byte("{}")) }}
	e.Connected = func(c net.Conn) { mu.Lock(); defer mu.Unlock(); peers[fmt.Sprintf("%p", c)] = true }
	d := e.serve(t, Options{Sent: func(method, path string) { mu.Lock(); defer mu.Unlock(); sent = append(sent, method+" "+path) }})
	if _, err := d.api(t.Context()); err != nil {
		t.Fatal(err)
	}
	for range 20 {
		var wg sync.WaitGroup
		for range 16 {
			wg.Go(func() {
				if _, err := d.get(t.Context(), "/containers/json?all=1"); err != nil {
					t.Error(err)
				}
			})
		}
		wg.Wait()
	}
	mu.Lock()
	defer mu.Unlock()
	if len(sent) != 321 || sent[0] != "HEAD /_ping" || sent[1] != "GET /v1.41/containers/json?all=1" {
		t.Errorf("the hook saw %d requests, first %q", len(sent), sent[:2])
	}
	if len(peers) > 32 {
		t.Errorf("%d connections for 16 requests at once; want them used again", len(peers))
	}
}

// An engine that is gone is asked once, and every fact gets the same reason.
func TestNegotiationIsRemembered(t *testing.T) {
	asked := 0
	d, err := New(Options{Endpoint: Endpoint{Host: "unix:///none/docker.sock"}, Sent: func(string, string) { asked++ }})
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		if _, err := d.get(t.Context(), "/info"); err == nil {
			t.Fatal("an answer from nowhere")
		}
	}
	if asked > 3 { // HEAD and GET by the client, GET by us
		t.Errorf("asked %d times; want one negotiation", asked)
	}
}

// A proxy that keeps /_ping to itself is no engine that is absent.
func TestPingRefused(t *testing.T) {
	d := (&testEngine{API: "1.41", Ping: http.StatusForbidden}).serve(t, Options{})
	_, err := d.get(t.Context(), "/info")
	if remedy, ok := fact.Remedy(err); !ok || !strings.Contains(remedy, "permit GET /_ping") {
		t.Errorf("got %v, remedy %q", err, remedy)
	}
	d = (&testEngine{API: "1.41", Ping: http.StatusInternalServerError}).serve(t, Options{})
	if _, err := d.get(t.Context(), "/info"); err == nil || err.Error() != "GET /_ping: 500 Internal Server Error" {
		t.Errorf("got %v; want the status", err)
	}
}

func TestNoDockerEngine(t *testing.T) {
	d := (&testEngine{API: ""}).serve(t, Options{})
	if _, err := d.get(t.Context(), "/info"); err == nil || !strings.Contains(err.Error(), "is no Docker engine") {
		t.Errorf("a server without Api-Version: got %v", err)
	}
}

func TestBodyIsBounded(t *testing.T) {
	chunk := make([]byte, 1<<20)
	d := (&testEngine{API: "1.41", Handler: func(w http.ResponseWriter, r *http.Request) {
		for range maxBody>>20 + 1 {
			if _, err := w.Write(chunk); err != nil {
				return
			}
		}
	}}).serve(t, Options{Timeout: time.Minute})
	if _, err := d.get(t.Context(), "/info"); err == nil || err.Error() != "GET /info: the answer is larger than 64 MiB" {
		t.Errorf("got %v; want the size", err)
	}
}
