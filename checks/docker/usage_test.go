package docker

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

const imageAnswer = `[{"Id":"sha256:1111111111111111","RepoTags":["web:1"],"Created":1},{"Id":"sha256:3333333333333333","RepoTags":["spare:2","spare:3"]},
{"Id":"sha256:4444444444444444","RepoTags":["<none>:<none>"]},{"Id":"sha256:5555555555555555","RepoTags":null,"RepoDigests":["x@sha256:5"]}]`

func TestUsage(t *testing.T) {
	e := &testEngine{API: "1.41", Answers: map[string]string{
		"/containers/json":     containers,
		"/images/json":         imageAnswer,
		"/containers/bbb/json": `{"State":{"FinishedAt":"2023-09-01T00:00:00.5Z"}}`,
		"/containers/ccc/json": `{"State":{"FinishedAt":"0001-01-01T00:00:00Z"}}`,
		"/containers/ddd/json": `{"State":{"FinishedAt":"2023-11-10T00:00:00Z"}}`,
	}}
	r := one(t, e.serve(t, Options{Now: now}), "docker.usage")
	want := Usage{
		Images: 4, UnusedImages: []string{"444444444444", "555555555555", "spare:2"}, DanglingImages: []string{"444444444444", "555555555555"},
		Containers: 4, StoppedContainers: []string{"late", "never", "old"}, OldestStoppedDays: 215, // never, which was created on 2023-07-22
	}
	if diff := cmp.Diff(value[Usage](t, r), want); diff != "" {
		t.Errorf("docker.usage (-got +want):\n%s", diff)
	}
	if gaps := r.Gaps(""); len(gaps) > 0 {
		t.Errorf("unknown: %v", gaps)
	}
	for _, s := range e.sent {
		if s == "GET /v1.41/containers/ddd/json" {
			t.Error("ddd was inspected, which was created after ccc had ended")
		}
	}
}

func TestUsageWithGaps(t *testing.T) {
	for _, tt := range []struct {
		answers        map[string]string
		unknown, known []string
	}{
		{map[string]string{"/images/json": imageAnswer}, []string{"containers", "stopped_containers", "unused_images", "oldest_stopped_days"}, []string{"images", "dangling_images"}},
		{map[string]string{"/containers/json": "[]"}, []string{"images", "dangling_images", "unused_images"}, []string{"containers", "oldest_stopped_days"}},
		{map[string]string{"/containers/json": containers, "/images/json": imageAnswer, "/containers/bbb/json": `{"State":5}`}, []string{"oldest_stopped_days"}, []string{"stopped_containers"}},
		{map[string]string{"/containers/json": `[{"Id":"a","State":5}]`, "/images/json": "[]"}, []string{"stopped_containers"}, []string{"images", "containers"}},
	} {
		r := one(t, (&testEngine{API: "1.41", Answers: tt.answers}).serve(t, Options{Now: now}), "docker.usage")
		wantUnknown(t, r, false, tt.unknown...)
		wantKnown(t, r, tt.known...)
	}
}

func TestVolumes(t *testing.T) {
	d := (&testEngine{API: "1.41", Answers: map[string]string{"/containers/json": containers, "/volumes": `{"Volumes":[
{"Name":"data","Driver":"local","Mountpoint":"/var/lib/docker/volumes/data/_data","Options":null},
{"Name":"share","Driver":"local","Options":{"type":"cifs","o":"addr=nas,username=kim,password=hunter 2,,hunter 3,vers=3.0","device":"//nas/share"}},
{"Name":"etc","Driver":"local","Options":{"type":"none","o":"ro, rbind","device":"/etc"}},
{"Name":"srv","Driver":"local","Options":{"o":"bind","device":"/srv"}},
{"Name":"far","Driver":"nfs","Options":{"o":"bind","device":"/etc"}}],"Warnings":null}`}}).serve(t, Options{})
	got, err := each(t, d, "volume")
	if err != nil {
		t.Fatal(err)
	}
	wantNames(t, got, "data", "etc", "far", "share", "srv")
	want := Volume{Name: "data", Driver: "local", Mountpoint: "/var/lib/docker/volumes/data/_data", Options: map[string]string{}, UsedBy: []string{"web"}, Writers: []string{"web"}}
	if diff := cmp.Diff(value[Volume](t, got["data"]), want); diff != "" {
		t.Errorf("volume data (-got +want):\n%s", diff)
	}
	share := value[Volume](t, got["share"])
	if diff := cmp.Diff([][]string{share.UsedBy, share.Writers}, [][]string{{"old", "web"}, {"old"}}); diff != "" {
		t.Errorf("users and writers of share (-got +want):\n%s", diff)
	}
	if got, want := share.Options["o"], "addr=nas,username=kim,password=***"; got != want {
		t.Errorf("options of share %q; want %q", got, want)
	}
	for name, want := range map[string]string{"etc": "/etc", "srv": "/srv"} {
		if p := value[Volume](t, got[name]).BindPath; p == nil || *p != want {
			t.Errorf("bind path of %s is %v; want %s", name, p, want)
		}
	}
	if p := value[Volume](t, got["far"]).BindPath; p != nil {
		t.Errorf("bind path of another driver's volume is %q; want null", *p)
	}

	d = (&testEngine{API: "1.41", Answers: map[string]string{"/volumes": `{"Volumes":[{"Name":"v","Driver":"local"}]}`}}).serve(t, Options{})
	if got, err = each(t, d, "volume"); err != nil {
		t.Fatal(err)
	}
	wantUnknown(t, got["v"], false, "used_by", "writers")
	wantKnown(t, got["v"], "driver", "bind_path")
}

func TestNetworks(t *testing.T) {
	d := (&testEngine{API: "1.41", Answers: map[string]string{"/containers/json": containers, "/networks": networks}}).serve(t, Options{})
	got, err := each(t, d, "network")
	if err != nil {
		t.Fatal(err)
	}
	wantNames(t, got, "bridge", "network 4", "onet", "plain")
	want := Network{
		ID: "onet1", Name: "onet", Driver: "overlay", Scope: "swarm", IPv6: true, Options: map[string]string{"encrypted": ""}, Encrypted: true,
		Containers: []string{"web"}, Subnets: []string{"10.0.1.0/24"},
	}
	onet := value[Network](t, got["onet"])
	onet.IPAM = want.IPAM
	if diff := cmp.Diff(onet, want); diff != "" {
		t.Errorf("network onet (-got +want):\n%s", diff)
	}
	if value[Network](t, got["bridge"]).Encrypted {
		t.Error("a network without the option counts as encrypted")
	}
	if !value[Network](t, got["plain"]).Encrypted {
		t.Error("encrypted=false does not count as encrypted; the overlay driver looks at the name alone")
	}
	bridge := got["bridge"]
	if diff := cmp.Diff(value[Network](t, bridge).Containers, []string{"old", "web"}); diff != "" {
		t.Errorf("containers of bridge (-got +want):\n%s", diff)
	}
	wantUnknown(t, bridge, false, "internal")
	wantKnown(t, bridge, "options", "containers", "subnets")
	for path, want := range map[string]string{
		"ipv6":    "GET /networks EnableIPv6",
		"subnets": "GET /networks IPAM.Config",
		`options["com.docker.network.bridge.enable_icc"]`: `GET /networks Options["com.docker.network.bridge.enable_icc"]`,
	} {
		if got := bridge.At(path).Origin; got != want {
			t.Errorf("origin of %s is %q; want %q", path, got, want)
		}
	}
}
