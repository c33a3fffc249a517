package docker

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// One element of a list that is not as it should be: what is computed from the
// odd member is unknown, all else stays.
func TestOddElements(t *testing.T) {
	inspections := map[string]string{
		"/containers/aaa/json":  `{"Id":"aaa","Name":"/web","Image":"sha256:1111111111111111","State":{"Running":false},"HostConfig":{"NetworkMode":"container:other"},"Config":{"Image":"web:1"},"Mounts":[{"Type":"volume","Name":"data"}]}`,
		"/containers/bbb/json":  `{"Id":"bbb","Name":"/db","State":{"FinishedAt":"2023-09-01T00:00:00Z"},"HostConfig":{},"Config":{},"Mounts":[]}`,
		"/images/sha256:1/json": `{"Id":"sha256:1","Config":{}}`,
		"/images/sha256:2/json": `{"Id":"sha256:2","Config":{}}`,
		"/networks":             `[{"Name":"bridge","Id":"b","Driver":"bridge"}]`,
	}
	const (
		web    = `{"Id":"aaa","Names":["/web"],"ImageID":"sha256:1","State":"exited","Created":1600000000,"Mounts":[{"Type":"volume","Name":"data","RW":true}]}`
		db     = `"Id":"bbb"`
		image  = `{"Id":"sha256:1","RepoTags":["web:1"],"Created":1600000000}`
		volume = `{"Name":"data","Driver":"local","Options":{"o":"bind","device":"/srv"}}`
	)
	for _, tt := range []struct {
		name                       string
		containers, images, volume string // after the good one
		fact, object               string
		unknown, known             []string
	}{
		{"state", db + `,"State":5`, "", "", "docker.usage", "", []string{"stopped_containers", "oldest_stopped_days"}, []string{"containers", "unused_images", "dangling_images"}},
		{"image id", db + `,"ImageID":[]`, "", "", "docker.usage", "", []string{"unused_images"}, []string{"stopped_containers", "dangling_images"}},
		{"created", db + `,"State":"exited","Created":"x"`, "", "", "docker.usage", "", []string{"oldest_stopped_days"}, []string{"stopped_containers"}},
		{"no id", `"State":"exited"`, "", "", "docker.usage", "", []string{"oldest_stopped_days"}, []string{"stopped_containers", "containers"}},
		{"tags", "", `"Id":"sha256:2","RepoTags":7`, "", "docker.usage", "", []string{"dangling_images"}, []string{"images", "unused_images"}},
		{"image without id", "", `"RepoTags":["x:1"]`, "", "docker.usage", "", []string{"dangling_images", "unused_images"}, []string{"images"}},
		{"mounts", db + `,"Mounts":7`, "", "", "volume", "data", []string{"used_by", "writers"}, []string{"driver", "bind_path"}},
		{"one mount's mode", db + `,"Mounts":[{"Type":"volume","Name":"data","RW":"x"}]`, "", "", "volume", "data", []string{"writers"}, []string{"driver"}},
		{"mounts", db + `,"Mounts":7`, "", "", "container", "web", []string{"shared_volumes"}, []string{"host_paths", "image_created"}},
		{"the odd one itself", db + `,"Mounts":7`, "", "", "container", "bbb", []string{"shared_volumes"}, []string{"host_config.privileged", "host_paths"}},
		{"names, told on inspection", db + `,"Names":7`, "", "", "container", "db", nil, []string{"host_config.privileged"}},
		{"names, and who the other is", db + `,"Names":7`, "", "", "container", "web", []string{"effective.network_mode"}, []string{"shared_volumes"}},
		{"networks", db + `,"NetworkSettings":{"Networks":5}`, "", "", "network", "bridge", []string{"containers"}, []string{"driver"}},
		{"no networks", db, "", "", "network", "bridge", nil, []string{"containers"}},
		{"image id", db + `,"ImageID":[]`, "", "", "image", "web:1", []string{"used", "containers"}, []string{"repo_tags"}},
		{"tags", "", `"Id":"sha256:2","RepoTags":7`, "", "image", "2", []string{"repo_tags", "name", "floating_tag"}, []string{"used"}},
		{"tags of another", "", `"Id":"sha256:2","RepoTags":7`, "", "image", "web:1", nil, []string{"repo_tags", "used"}},
		{"image ids", "", `"Id":7`, "", "container", "web", []string{"image_created"}, []string{"host_paths"}},
		{"options", "", "", `"Name":"odd","Driver":"local","Options":7`, "volume", "odd", []string{"options", "bind_path"}, []string{"driver", "used_by"}},
		{"options of another", "", "", `"Name":"odd","Driver":"local","Options":7`, "volume", "data", nil, []string{"options", "bind_path"}},
		{"options of another", "", "", `"Name":"odd","Driver":"local","Options":7`, "container", "web", nil, []string{"host_paths"}},
	} {
		t.Run(tt.fact+" "+tt.object+" "+tt.name, func(t *testing.T) {
			answers := map[string]string{"/containers/json": withElement(web, tt.containers), "/images/json": withElement(image, tt.images), "/volumes": `{"Volumes":` + withElement(volume, tt.volume) + `}`}
			for path, body := range inspections {
				answers[path] = body
			}
			d := (&testEngine{API: "1.41", Answers: answers}).serve(t, Options{Now: now})
			r := one(t, d, "docker.usage")
			if tt.fact != r.Fact.Name {
				objects, err := each(t, d, tt.fact)
				if err != nil {
					t.Fatal(err)
				}
				var ok bool
				if r, ok = objects[tt.object]; !ok {
					t.Fatalf("no %s %s among %v", tt.fact, tt.object, objects)
				}
			}
			wantUnknown(t, r, false, tt.unknown...)
			wantKnown(t, r, tt.known...)
		})
	}
}

func withElement(good, odd string) string {
	if odd == "" {
		return "[" + good + "]"
	}
	return "[" + good + ",{" + odd + "}]"
}

// An element that cannot be told at all is an object with an error, and the
// list is one only where it is no list.
func TestOddLists(t *testing.T) {
	for _, tt := range []struct {
		path, fact, body string
		want             []string // objects; nil when the list itself is an error
	}{
		{"/containers/json", "container", `[7, null, {"Id":5}]`, []string{"GET /containers/json, element 1", "GET /containers/json, element 2", "GET /containers/json, element 3"}},
		{"/images/json", "image", `[null]`, []string{"GET /images/json, element 1"}},
		{"/volumes", "volume", `{"Volumes":["x"]}`, []string{"GET /volumes, element 1"}},
		{"/volumes", "volume", `{"Volumes":null}`, []string{}},
		{"/containers/json", "container", `{"message":"x"}`, nil},
		{"/images/json", "image", `"x"`, nil},
		{"/volumes", "volume", `[]`, nil},
		{"/volumes", "volume", `{"Volumes":"x"}`, nil},
		{"/containers/json", "container", `[{"Id":`, nil},
	} {
		d := (&testEngine{API: "1.41", Answers: map[string]string{tt.path: tt.body}}).serve(t, Options{})
		objects, err := each(t, d, tt.fact)
		if (err != nil) != (tt.want == nil) {
			t.Errorf("%s: %v; want an error: %t", tt.body, err, tt.want == nil)
		}
		for _, name := range tt.want {
			if r, ok := objects[name]; !ok || r.Err == nil {
				t.Errorf("%s: object %q: %v, %v; want it with an error", tt.body, name, ok, r.Err)
			}
		}
		if len(objects) != len(tt.want) {
			t.Errorf("%s: %d objects; want %d", tt.body, len(objects), len(tt.want))
		}
	}
}

func TestElementOf(t *testing.T) {
	type split struct {
		I    int
		Rest string
		OK   bool
	}
	for _, tt := range []struct {
		path, at string
		want     split
	}{
		{"[3].mounts[0].rw", "", split{3, "mounts[0].rw", true}},
		{"volumes[12]", "volumes", split{12, "", true}},
		{`volumes[2].options["a]b"]`, "volumes", split{2, `options["a]b"]`, true}},
		{"volumes", "volumes", split{}},
		{"warnings[1]", "volumes", split{}},
	} {
		i, rest, ok := elementOf(tt.path, tt.at)
		if diff := cmp.Diff(split{i, rest, ok}, tt.want); diff != "" {
			t.Errorf("%s (-got +want):\n%s", tt.path, diff)
		}
	}
}
