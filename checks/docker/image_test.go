package docker

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"scantling/checks/docker/dockertest"
	"scantling/checks/fact"
)

const imageList = `[{"Id":"sha256:aaaaaaaaaaaaaaaa","RepoTags":["shop:1.2","shop:latest"],"RepoDigests":["<none>@<none>"]},
	{"Id":"sha256:bbbbbbbbbbbbbbbb","RepoTags":null},{"Id":"sha256:cccccccccccccccc","RepoTags":["late:latest"]}]`

func readTestImages(t *testing.T, want fact.Want, more map[string]string) map[string]fact.Reading {
	t.Helper()
	answers := map[string]string{
		"/images/json":     imageList,
		"/containers/json": `[{"Id":"1","Names":["/web"],"ImageID":"sha256:aaaaaaaaaaaaaaaa"},{"Id":"2","Names":["/api"],"ImageID":"sha256:aaaaaaaaaaaaaaaa"}]`,
		"/images/sha256:aaaaaaaaaaaaaaaa/json": `{"Id":"sha256:aaaaaaaaaaaaaaaa","Created":"2023-11-13T22:13:20Z","Size":7,"Os":"linux","RepoDigests":["<none>@<none>"],
			"Config":{"User":"app","Env":["DB_PASSWORD=hunter2hunter2"],"Labels":{"api.token":"hunter2hunter2"},"Healthcheck":{"Test":["NONE"]},"ExposedPorts":{"80/tcp":{}},"Cmd":["run"]}}`,
		"/images/sha256:aaaaaaaaaaaaaaaa/history": `[{"CreatedBy":"RUN |1 NPM_TOKEN=hunter2hunter2 /bin/sh -c apt-get update && curl -k x # buildkit"},{"CreatedBy":"ADD https://x/y /z # buildkit"}]`,
		"/images/sha256:bbbbbbbbbbbbbbbb/json":    `{"Id":"sha256:bbbbbbbbbbbbbbbb","Created":"1970-01-01T00:00:01Z"}`,
		"/images/sha256:bbbbbbbbbbbbbbbb/history": "500",
	}
	for k, v := range more {
		answers[k] = v
	}
	got, err := stream(t, answering(t, "1.47", answers), ImageFact, want)
	if err != nil || len(got) != 3 {
		t.Fatalf("got %d images, %v", len(got), err)
	}
	return got
}

func TestImages(t *testing.T) {
	got := readTestImages(t, everything, nil)
	r := got["shop:1.2"]
	i := value[Image](t, r)
	if i.AgeDays == nil || *i.AgeDays != 101 || !i.Used || i.FloatingTag || len(i.RepoDigests) != 0 || i.OS != "linux" {
		t.Errorf("got %+v", i)
	}
	for _, d := range []string{
		cmp.Diff([]string{"api", "web"}, i.Containers),
		cmp.Diff([]Secret{{"env DB_PASSWORD", "password"}, {"label api.token", "token"}, {"step 2 of the build", "token"}}, i.Secrets),
		cmp.Diff([]string{"ADD https://x/y /z"}, i.AddInstructions),
		cmp.Diff([]string{"RUN |1 NPM_TOKEN=*** /bin/sh -c apt-get update && curl -k x"}, i.UpdateOnlyLayers),
		cmp.Diff([]string{"curl --insecure: RUN |1 NPM_TOKEN=*** /bin/sh -c apt-get update && curl -k x"}, i.InsecureInstalls),
		cmp.Diff(ImageConfig{User: "app", Env: []string{"DB_PASSWORD"}, Labels: map[string]string{"api.token": "***"}, Healthcheck: &ImageHealthcheck{[]string{"NONE"}},
			ExposedPorts: Names{"80/tcp"}, Entrypoint: Words{}, Cmd: Words{"run"}}, i.Config),
		cmp.Diff("RUN |1 NPM_TOKEN=*** /bin/sh -c apt-get update && curl -k x # buildkit", i.History[1].CreatedBy),
	} {
		if d != "" {
			t.Errorf("(-want +got):\n%s", d)
		}
	}
	if _, ok := fact.Remedy(r.At("user_is_root").Err); !ok {
		t.Errorf("a user by name: got %v", r.At("user_is_root").Err)
	}
}

func TestImageGaps(t *testing.T) {
	got := readTestImages(t, everything, map[string]string{"/containers/json": "500"})
	r := got["bbbbbbbbbbbb"]
	i := value[Image](t, r)
	if i.AgeDays != nil || r.At("age_days").Err != nil || !i.FloatingTag {
		t.Errorf("a reproducible build, untagged: got %+v", i)
	}
	for _, path := range []string{"used", "containers", "config", "user_is_root", "secrets", "history", "add_instructions", "insecure_installs"} {
		if r.At(path).Err == nil {
			t.Errorf("%s is known", path)
		}
	}
	var u *fact.Unavailable
	if err := got["late:latest"].Err; !errors.As(err, &u) || !strings.Contains(u.Why, "removed") {
		t.Errorf("an image removed meanwhile: got %v", err)
	}
}

func TestImageHistoryOnlyWhenWanted(t *testing.T) {
	got := readTestImages(t, fact.Shape{}.Add("config", "user").Wants, nil)
	if i := value[Image](t, got["shop:1.2"]); len(i.History) != 0 {
		t.Errorf("nobody wants the history, and it was read: %v", i.History)
	}
}

func TestFloating(t *testing.T) {
	for _, tt := range []struct {
		tags []string
		want bool
	}{{nil, true}, {[]string{"x:latest"}, true}, {[]string{"x:latest", "x:1"}, false}, {[]string{"x:1"}, false}} {
		if got := floating(tt.tags); got != tt.want {
			t.Errorf("floating(%q) = %t, want %t", tt.tags, got, tt.want)
		}
	}
}

// FuzzContainer holds that no inspection breaks the reader off.
func FuzzContainer(f *testing.F) {
	f.Add([]byte(`{"Config":{"Env":["DB_PASSWORD=hunter2"],"Cmd":["x"]},"HostConfig":{"CapAdd":["ALL"],"SecurityOpt":["seccomp={"]},"Mounts":[{"Type":"bind"}]}`))
	f.Add([]byte(`{"HostConfig":{"PortBindings":{"x":[{}]}},"State":{"Running":1}}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		var in inspected
		g, err := decodeGaps(raw, &in, "")
		if err != nil {
			return
		}
		s := newSweep(nil, fact.Shape{}.Add("name").Wants, nil)
		r := record{sweep: s, in: in, gaps: g, notes: &fact.Notes{}, call: "GET"}
		c := r.container(t.Context())
		if len(c.Config.Env) != len(in.Config.Env) || len(c.Args) != len(in.Args) {
			t.Errorf("words are lost: %+v", c.Config)
		}
	})
}

// TestImagesRecorded reads what real engines answered for images made to be
// good, bad and unused.
func TestImagesRecorded(t *testing.T) {
	for _, engine := range []string{"20.10", "29", "podman"} {
		e := dockertest.Serve(t, "../../testdata/docker/"+engine)
		d, err := New(Options{Endpoint: Endpoint{Host: e.Host()}, Now: now})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(d.Close)
		got, err := stream(t, d, ImageFact, everything)
		if err != nil {
			t.Fatal(err)
		}
		good, bad := value[Image](t, got[dockertest.GoodImage]), value[Image](t, got[dockertest.BadImage])
		unused := value[Image](t, got[dockertest.UnusedImage])
		if !good.Used || !slices.Contains(good.Containers, dockertest.GoodContainer) || !bad.Used || unused.Used {
			t.Errorf("%s: used are good %v, bad %v, unused %v", engine, good.Containers, bad.Containers, unused.Containers)
		}
		if *good.UserIsRoot || !*bad.UserIsRoot || good.FloatingTag || !bad.FloatingTag {
			t.Errorf("%s: good is root %t, bad %t; good floats %t, bad %t", engine, *good.UserIsRoot, *bad.UserIsRoot, good.FloatingTag, bad.FloatingTag)
		}
		if n := len(good.AddInstructions) + len(good.UpdateOnlyLayers) + len(good.InsecureInstalls) + len(good.Secrets); n > 0 {
			t.Errorf("%s: found in the good image: %+v", engine, good)
		}
		if len(bad.AddInstructions) != 1 || len(bad.UpdateOnlyLayers) != 1 || len(bad.InsecureInstalls) != 3 || len(bad.Secrets) != 3 {
			t.Errorf("%s: found in the bad image: %q, %q, %q, %v", engine, bad.AddInstructions, bad.UpdateOnlyLayers, bad.InsecureInstalls, bad.Secrets)
		}
		for name, r := range got {
			if gaps := r.Gaps(""); len(gaps) > 0 || r.Err != nil {
				t.Errorf("%s: %s: %v, unknown %v", engine, name, r.Err, gaps)
			}
		}
	}
}
