package docker

import (
	"errors"
	"io/fs"
	"net/http"
	"path/filepath"
	"slices"
	"strings"
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
		{"redirect", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "http://elsewhere.example/", 302) }, "GET /info: 302 Found", false, false},
		{"truncated", func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Length", "100")
			w.Write([]byte(`{"ID":`))
		}, "GET /info: the answer broke off: unexpected EOF", false, false},
		{"hang", func(w http.ResponseWriter, r *http.Request) { <-r.Context().Done() }, "GET /info: timed out after 200ms", false, false},
		{"hang in body", func(w http.ResponseWriter, r *http.Request) {
			w.Write([]byte(`{"ID":`))
			w.(http.Flusher).Flush()
			<-r.Context().Done()
		}, "GET /info: timed out after 200ms", false, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := (&testEngine{API: "1.41", Handler: tt.answer}).serve(t, Options{Timeout: 200 * time.Millisecond})
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
