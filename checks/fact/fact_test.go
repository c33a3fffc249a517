package fact

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/zclconf/go-cty/cty"
)

type thing struct {
	HostConfig struct {
		UTSMode    string
		NanoCpus   int64
		PidsLimit  *int64
		Privileged bool
	}
	Created time.Time
	Mounts  []struct{ Source string }
	Labels  map[string]string
	Hidden  string `cty:"-"`
	Backend string `json:"FirewallBackend" cty:"firewall"`
}

func TestSnake(t *testing.T) {
	for in, want := range map[string]string{
		"UTSMode": "uts_mode", "NanoCpus": "nano_cpus", "ID": "id", "live-restore": "live_restore",
		"CgroupnsMode": "cgroupns_mode", "OOMKilled": "oom_killed", "RW": "rw", "NodeID": "node_id",
	} {
		if got := Snake(in); got != want {
			t.Errorf("Snake(%q) = %q; want %q", in, got, want)
		}
	}
}

func one(read func(context.Context, *Notes) (thing, error)) *Set {
	s := NewSet()
	s.Add(struct{}{}, NewOne("thing", "A thing.", 0, func(_ struct{}, ctx context.Context, n *Notes) (thing, error) {
		return read(ctx, n)
	}))
	return s
}

func TestThreeStates(t *testing.T) {
	gone := errors.New("gone")
	s := one(func(_ context.Context, n *Notes) (thing, error) {
		n.FromAPI("GET /things/1")
		n.Unknown("host_config.privileged", gone)
		n.Unknown("mounts[1].source", gone)
		n.Origin("firewall", "config:3")
		v := thing{Mounts: []struct{ Source string }{{"/a"}, {"/b"}}}
		v.HostConfig.UTSMode = "host"
		return v, nil
	})
	r := s.Get(t.Context(), "thing", "")
	v := r.Cty(All)
	hc := v.GetAttr("host_config")
	if got := hc.GetAttr("uts_mode"); !got.RawEquals(cty.StringVal("host")) {
		t.Errorf("uts_mode = %#v", got)
	}
	if got := hc.GetAttr("pids_limit"); !got.RawEquals(cty.NullVal(cty.Number)) {
		t.Errorf("pids_limit = %#v; want null", got)
	}
	if got := hc.GetAttr("privileged"); got.IsKnown() {
		t.Errorf("privileged = %#v; want unknown", got)
	}
	if m := v.GetAttr("mounts").AsValueSlice(); !m[0].IsWhollyKnown() || m[1].IsWhollyKnown() {
		t.Errorf("mounts = %#v; want the second source unknown", m)
	}
	if v.Type().HasAttribute("hidden") {
		t.Error("a field tagged - is visible")
	}
	for path, want := range map[string]string{
		"host_config.uts_mode": "GET /things/1 HostConfig.UTSMode",
		"firewall":             "config:3",
		"mounts[0].source":     "GET /things/1 Mounts[0].Source",
	} {
		if got := r.At(path).Origin; got != want {
			t.Errorf("origin of %s = %q; want %q", path, got, want)
		}
	}
	if got := r.Gaps("host_config"); len(got) != 1 || got[0] != gone {
		t.Errorf("gaps = %v; want %v", got, gone)
	}
	if got := r.Gaps("created"); got != nil {
		t.Errorf("gaps of a known attribute = %v", got)
	}
}

func TestShapePrunes(t *testing.T) {
	s := one(func(context.Context, *Notes) (thing, error) { return thing{}, nil })
	v := s.Get(t.Context(), "thing", "").Cty(Shape{}.Add("host_config", "nano_cpus").Add("labels"))
	if n := len(v.Type().AttributeTypes()); n != 2 {
		t.Errorf("got %d attributes; want 2", n)
	}
	if n := len(v.GetAttr("host_config").Type().AttributeTypes()); n != 1 {
		t.Errorf("got %d attributes in host_config; want 1", n)
	}
	if wide := (Shape{}).Add("a", "b").Add("a").Add("a", "c"); wide["a"] != nil {
		t.Errorf("a narrower path took %v back", wide)
	}
}

func TestReadOnce(t *testing.T) {
	var reads atomic.Int32
	s := one(func(context.Context, *Notes) (thing, error) {
		reads.Add(1)
		time.Sleep(time.Millisecond)
		return thing{}, nil
	})
	var wg sync.WaitGroup
	for range 50 {
		wg.Go(func() { s.Get(t.Context(), "thing", "") })
	}
	wg.Wait()
	if reads.Load() != 1 {
		t.Errorf("read %d times; want once", reads.Load())
	}
	if src := s.Sources(); len(src) != 1 || src[0].Name != "thing" || src[0].Took <= 0 {
		t.Errorf("sources = %+v", src)
	}
}

func TestReaderThatBreaksOff(t *testing.T) {
	s := one(func(context.Context, *Notes) (thing, error) { panic("oh") })
	r := s.Get(t.Context(), "thing", "")
	if r.Err == nil || r.Cty(Shape{}.Add("created")).GetAttr("created").IsKnown() {
		t.Errorf("got %v; want an error and an unknown value", r.Err)
	}
}

func TestRemedy(t *testing.T) {
	denied := fmt.Errorf("file: %w", &fs.PathError{Op: "open", Path: "/x", Err: fs.ErrPermission})
	for _, tt := range []struct {
		err    error
		remedy string
		ok     bool
	}{
		{denied, RemedyRoot, true},
		{&Unavailable{Why: "remote"}, "", true},
		{&Unavailable{Remedy: "go there", Err: denied}, "go there", true},
		{errors.New("timed out"), "", false},
		{fs.ErrNotExist, "", false},
	} {
		if remedy, ok := Remedy(tt.err); remedy != tt.remedy || ok != tt.ok {
			t.Errorf("Remedy(%v) = %q, %v; want %q, %v", tt.err, remedy, ok, tt.remedy, tt.ok)
		}
	}
}

func TestFixture(t *testing.T) {
	f := NewOne("thing", "", 0, func(struct{}, context.Context, *Notes) (thing, error) { return thing{}, nil })
	fx, err := f.Fixture(map[string]cty.Value{"": cty.ObjectVal(map[string]cty.Value{
		"host_config": cty.ObjectVal(map[string]cty.Value{"privileged": cty.True}),
	})})
	if err != nil {
		t.Fatal(err)
	}
	s := NewSet()
	s.Add(struct{}{}, fx)
	r := s.Get(t.Context(), "thing", "")
	hc := r.Cty(All).GetAttr("host_config")
	if !hc.GetAttr("privileged").True() || hc.GetAttr("uts_mode").IsKnown() {
		t.Errorf("got %#v; want privileged known, the rest unknown", hc)
	}
	if r.Gaps("host_config.privileged") != nil || r.Gaps("host_config.uts_mode") == nil {
		t.Error("the gaps are not those that the fixture leaves")
	}
	if _, err := f.Fixture(map[string]cty.Value{"": cty.ObjectVal(map[string]cty.Value{"nosuch": cty.True})}); err == nil {
		t.Error("an attribute that does not exist was taken")
	}
}
