package docker

import (
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"

	"scantling/checks/fact"
)

// BenchmarkContainers reads 400 containers from an engine in this process,
// whose own work, and that of HTTP, is in the result; the bare case does the
// requests only, decoded once.
func BenchmarkContainers(b *testing.B) {
	const containers = 400
	d := crowd(b, containers)
	for name, want := range map[string]fact.Want{"all": everything, "settings": fact.Shape{}.Add("host_config").Add("effective").Add("secrets").Wants} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := readContainers(d, b.Context(), want, func(fact.Object[Container]) {}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("bare", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			for i := range containers {
				if _, _, err := d.inspect(b.Context(), fmt.Sprintf("%064x", i)); err != nil {
					b.Fatal(err)
				}
			}
		}
	})
}

// BenchmarkComputation is what one container costs after its inspection.
func BenchmarkComputation(b *testing.B) {
	raw := recordedInspection(b)
	d := crowd(b, 1)
	s := newSweep(d, everything, nil)
	b.ReportAllocs()
	for b.Loop() {
		var in inspected
		g, err := decodeGaps(raw, &in, "")
		if err != nil {
			b.Fatal(err)
		}
		r := record{sweep: s, in: in, gaps: g, notes: &fact.Notes{}, call: "GET /containers/web/json"}
		r.container(b.Context())
	}
}

// TestContainersMemory holds that a stream keeps no object: what is alive late
// in 2,000 containers is little more than what was before.
func TestContainersMemory(t *testing.T) {
	const containers = 2000
	d := crowd(t, containers)
	before := alive()
	var seen atomic.Int64
	var late atomic.Uint64
	err := readContainers(d, t.Context(), everything, func(fact.Object[Container]) {
		if seen.Add(1) == containers-100 {
			late.Store(alive())
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	if grown := int64(late.Load()) - int64(before); grown > 8<<20 { // their inspections alone are 15 MiB
		t.Errorf("%d KiB are kept of %d containers", grown>>10, containers)
	}
}

func alive() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// crowd is an engine with n containers like a recorded one.
func crowd(t testing.TB, n int) *Docker {
	t.Helper()
	raw := recordedInspection(t)
	var list []map[string]any
	for i := range n {
		list = append(list, map[string]any{"Id": fmt.Sprintf("%064x", i), "Names": []string{fmt.Sprintf("/web-%d", i)}, "State": "running"})
	}
	all, err := json.Marshal(list)
	if err != nil {
		t.Fatal(err)
	}
	handler := func(w http.ResponseWriter, r *http.Request) {
		switch path := strings.TrimPrefix(r.URL.Path, "/v1.47"); {
		case path == "/containers/json":
			w.Write(all)
		case strings.HasSuffix(path, "/top"):
			fmt.Fprint(w, `{"Titles":["UID","PID","CMD"],"Processes":[["root","7","/app"]]}`)
		case strings.HasPrefix(path, "/containers/"):
			w.Write(raw)
		case path == "/info":
			fmt.Fprint(w, info156)
		case path == "/images/json":
			fmt.Fprint(w, "[]")
		default:
			fmt.Fprint(w, `{"Version":"29.1.0"}`)
		}
	}
	l, err := net.Listen("unix", filepath.Join(t.TempDir(), "e.sock"))
	if err != nil {
		t.Fatal(err)
	}
	e := &testEngine{API: "1.47", Handler: handler}
	server := &httptest.Server{Listener: l, Config: &http.Server{Handler: e}}
	server.Start()
	d, err := New(Options{Endpoint: Endpoint{Host: "unix://" + l.Addr().String(), Source: "test"}, Now: now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close(); server.Close() })
	return d
}

func recordedInspection(t testing.TB) []byte {
	t.Helper()
	files, err := filepath.Glob("../../testdata/docker/29/containers/*/json.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no recorded inspection: %v", err)
	}
	raw, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	return raw
}
