package checks

import (
	"context"
	"errors"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"time"

	"scantling/checks/docker"
	"scantling/checks/docker/dockertest"
	"scantling/checks/fact"
	"scantling/profiles"
)

// TestShortcuts: what is remembered of objects that are alike changes no result.
// Every embedded control of containers is decided on invented ones, many of them
// alike in some respect, and each result is held against one taken afresh.
func TestShortcuts(t *testing.T) {
	invented := crowd(rand.New(rand.NewPCG(1, 2)), 120)
	set := docketed(t, invented)
	s := scope{ctx: t.Context(), set: set, funcs: functions(t.Context(), set, nil)}
	ds := containerDecisions(t, set)
	seen := map[Status]int{}
	err := set.Each(t.Context(), "container", fact.All.Wants, func(r fact.Reading) {
		here := s
		here.object = &subject{Reading: r}
		for _, d := range ds {
			got, want := d.decide(here), d.afresh(here)
			if seen[got.Status]++; !reflect.DeepEqual(*got, want) {
				t.Fatalf("%s on %s:\ngot  %+v\nwant %+v", d.control.Name, r.Key, *got, want)
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, status := range []Status{Pass, Fail, Error, NotAssessed, Manual, NotApplicable} {
		if seen[status] == 0 {
			t.Errorf("no result is %s, so nothing is shown of these", status)
		}
	}
}

// afresh is decide without anything remembered.
func (d *decision) afresh(s scope) Result {
	s.params = d.params
	r := d.verdict(s)
	if r.Status == Pass || r.Status == NotApplicable {
		r.Evidence = s.relocate(r.Evidence, s.object.General, nil)
	}
	switch r.Status {
	case Fail:
		r.Message, r.Fix, r.Steps = s.textAfresh(d.message), s.textAfresh(d.fix), s.todo(d.steps)
	case NotApplicable:
		r.Reason = s.textAfresh(d.whenNot)
	}
	return r
}

func (s scope) textAfresh(x *expr) string {
	if x == nil {
		return ""
	}
	if text, ok := asText(s.eval(x)); ok {
		return strings.TrimSpace(text)
	}
	return s.inParts(x)
}

func containerDecisions(t *testing.T, set *fact.Set) []*decision {
	t.Helper()
	l := NewLibrary()
	if diags := append(l.Add(profiles.FS, ".", ""), l.Resolve()...); diags.HasErrors() {
		t.Fatal(diags)
	}
	var rows []*Profile
	for _, id := range l.ProfileIDs() {
		rows = append(rows, l.Profiles[id])
	}
	var ds []*decision
	for _, d := range (&Auditor{Facts: set, Files: l.Sources()}).bind(rows) {
		if d.control.Each == "container" {
			ds = append(ds, d)
		}
	}
	return ds
}

// docketed is a recorded engine with other containers.
func docketed(t *testing.T, objects []fact.Object[docker.Container]) *fact.Set {
	t.Helper()
	e := dockertest.Serve(t, "../testdata/docker/20.10")
	d, err := docker.New(docker.Options{Endpoint: docker.Endpoint{Host: e.Host(), Source: "test"}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(d.Close)
	set := fact.NewSet()
	set.Add(d, docker.Facts...)
	set.Add(objects, fact.NewMany("container", "Invented.", 0,
		func(all []fact.Object[docker.Container], _ context.Context, _ fact.Want, emit func(fact.Object[docker.Container])) error {
			for _, o := range all {
				emit(o)
			}
			return nil
		}))
	return set
}

func crowd(r *rand.Rand, n int) []fact.Object[docker.Container] {
	f := docker.ContainerFact
	var paths []string
	for _, a := range Attributes(f) {
		paths = append(paths, strings.TrimRight(strings.SplitN(a.Path, "[", 2)[0], "{}"))
	}
	var out []fact.Object[docker.Container]
	for range n {
		o := fact.Object[docker.Container]{Name: invent[string](r), ID: invent[string](r), Value: invent[docker.Container](r), Notes: &fact.Notes{}}
		o.Notes.FromAPI("GET /containers/" + o.Name + "/json")
		for range r.IntN(3) {
			path := paths[r.IntN(len(paths))]
			o.Notes.Remark(path, "remark of "+o.Name)
			if r.IntN(2) == 0 {
				o.Notes.Unknown(path, []error{errors.New("broken"), &fact.Unavailable{Why: "no right", Remedy: "run as root"}}[r.IntN(2)])
			}
		}
		out = append(out, o)
	}
	return out
}

func invent[T any](r *rand.Rand) T {
	var v T
	fill(r, reflect.ValueOf(&v).Elem())
	return v
}

// fill gives few different values, so that much is alike.
func fill(r *rand.Rand, v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if r.IntN(4) > 0 {
			v.Set(reflect.New(v.Type().Elem()))
			fill(r, v.Elem())
		}
	case reflect.Bool:
		v.SetBool(r.IntN(2) == 0)
	case reflect.String:
		v.SetString([]string{"", "a", "host", "0", "SYS_ADMIN", "/", "/etc/passwd", "/proc", "/var/run/docker.sock", "/home/a/.ssh", "docker", "web", "8080"}[r.IntN(13)])
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), r.IntN(3), 3))
		for i := range v.Len() {
			fill(r, v.Index(i))
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		for range r.IntN(2) {
			k, e := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
			fill(r, k)
			fill(r, e)
			v.SetMapIndex(k, e)
		}
	case reflect.Struct:
		fillStruct(r, v)
	default:
		v.Set(reflect.ValueOf([]int{-1, 0, 1, 22, 80, 1024}[r.IntN(6)]).Convert(v.Type()))
	}
}

func fillStruct(r *rand.Rand, v reflect.Value) {
	if at, ok := v.Addr().Interface().(*time.Time); ok {
		*at = time.Unix(int64(r.IntN(2)), 0)
		return
	}
	for i := range v.NumField() {
		if v.Field(i).CanSet() {
			fill(r, v.Field(i))
		}
	}
}
