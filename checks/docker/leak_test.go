package docker

import (
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"scantling/checks/docker/dockertest"
	"scantling/checks/fact"
	"scantling/checks/host"
	"scantling/checks/host/rootfs"
)

// planted are the secrets that the recorded engines were given, besides the join
// tokens and the unlock key, which were theirs.
var planted = []string{"correct-horse-battery", "s3cr3t-token-of-nobody", "of/nobody+example"}

// No fact of any recorded engine tells a secret: not as a value, nor in the
// place, the remark or the reason beside it.
func TestNoFactLeaks(t *testing.T) {
	const folder = "../../testdata/docker"
	secrets := secretsOf(t, folder)
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, dir := range entries {
		if !dir.IsDir() {
			continue
		}
		t.Run(dir.Name(), func(t *testing.T) {
			e := dockertest.Serve(t, filepath.Join(folder, dir.Name()))
			wantNoLeak(t, e, secrets)
		})
	}
	t.Run("refusals", func(t *testing.T) { // an engine that quotes what it was given
		e := dockertest.Serve(t, filepath.Join(folder, "20.10-swarm"))
		for _, path := range []string{"/info", "/services", "/networks", "/volumes", "/containers/*/json", "/images/*/json", "/images/*/history"} {
			e.Fail(path, http.StatusInternalServerError, `{"message":"rpc error: SWMTKN-1-3pu6hszjas19xyp7 DB_PASSWORD=correct-horse-battery"}`)
		}
		wantNoLeak(t, e, append(secrets, "SWMTKN-1-3pu6hszjas19xyp7"))
	})
}

// secretsOf are the planted secrets, each of which must be in a recording, and
// what looks like a swarm's.
func secretsOf(t *testing.T, folder string) []string {
	t.Helper()
	var all strings.Builder
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		all.Write(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	tokens := regexp.MustCompile(`SWM(?:TKN|KEY)-1-[\w+/=-]+`).FindAllString(all.String(), -1)
	if len(tokens) < 2 {
		t.Errorf("join tokens in the recordings: %q; want both", tokens)
	}
	for _, s := range planted {
		if !strings.Contains(all.String(), s) {
			t.Errorf("%q is in no recording", s)
		}
	}
	return unique(slices.Concat(planted, tokens))
}

func wantNoLeak(t *testing.T, e *dockertest.Engine, secrets []string) {
	t.Helper()
	archive, err := os.ReadFile("../../testdata/roots/docker-debian.txtar")
	if err != nil {
		t.Fatal(err)
	}
	root, err := rootfs.Txtar(archive)
	if err != nil {
		t.Fatal(err)
	}
	d, err := New(Options{Endpoint: Endpoint{Host: e.Host()}, Host: host.New(root), Now: now})
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	told := 0
	look := func(r fact.Reading) {
		tellings(r, func(path, text string) {
			told++
			for _, s := range secrets {
				if strings.Contains(text, s) {
					t.Errorf("%s %s: %s tells a secret: %s", r.Fact.Name, r.Key, path, text)
				}
			}
		})
	}
	for _, f := range Facts {
		if f.Kind == fact.Many {
			objects, err := each(t, d, f.Name)
			look(fact.Reading{Fact: f, Err: err})
			for _, r := range objects {
				look(r)
			}
			continue
		}
		look(one(t, d, f.Name))
	}
	if told < 50 {
		t.Errorf("only %d texts were looked at", told)
	}
}

// tellings calls tell for every text of a reading that a report could show.
func tellings(r fact.Reading, tell func(path, text string)) {
	tell("name", r.Key+" "+r.ID)
	for _, err := range append(r.Gaps(""), r.Err) {
		tell("reason", fmt.Sprint(err))
	}
	if v := r.Value(); v != nil {
		texts(reflect.ValueOf(v), "", func(path, text string) {
			at := r.At(path)
			tell(path, text)
			tell(path, at.Origin+" "+at.Remark+" "+fmt.Sprint(at.Err))
		})
	}
}

// texts visits the exported parts of a value, also those that have no attribute.
func texts(v reflect.Value, path string, visit func(path, text string)) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			texts(v.Elem(), path, visit)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() {
				texts(v.Field(i), join(path, attrOf(f)), visit)
			}
		}
	case reflect.Slice:
		visit(path, "")
		for i := range v.Len() {
			texts(v.Index(i), fmt.Sprintf("%s[%d]", path, i), visit)
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			visit(path, k.String())
			texts(v.MapIndex(k), fmt.Sprintf("%s[%q]", path, k.String()), visit)
		}
	case reflect.String:
		visit(path, v.String())
	default:
		visit(path, "")
	}
}
