package docker

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"scantling/checks/fact"
)

// answering is an engine that knows these answers by path, without version
// and query; what is not there is 404.
func answering(t *testing.T, api string, answers map[string]string) *Docker {
	t.Helper()
	handler := func(w http.ResponseWriter, r *http.Request) {
		body, ok := answers[strings.TrimPrefix(r.URL.Path, "/v"+api)]
		switch {
		case !ok:
			w.WriteHeader(http.StatusNotFound)
		case body == "500":
			w.WriteHeader(http.StatusInternalServerError)
		}
		fmt.Fprint(w, body)
	}
	return (&testEngine{API: api, Handler: handler}).serve(t, Options{Now: now})
}

// basics are the answers that every container counts on.
func basics(more map[string]string) map[string]string {
	out := map[string]string{"/info": info156, "/version": `{"Version":"29.10.0","Components":[{"Name":"Engine"}]}`, "/images/json": "[]", "/volumes": `{"Volumes":[]}`}
	for k, v := range more {
		out[k] = v
	}
	return out
}

// stream reads all objects of a fact by name.
func stream(t *testing.T, d *Docker, f fact.Fact, want fact.Want) (map[string]fact.Reading, error) {
	t.Helper()
	s := fact.NewSet()
	s.Add(d, f)
	out := map[string]fact.Reading{}
	var mu sync.Mutex
	err := s.Each(t.Context(), f.Name, want, func(r fact.Reading) {
		mu.Lock()
		defer mu.Unlock()
		out[r.Key] = r
	})
	return out, err
}

func everything(string) bool { return true }

// inspectOne is the container web with the given inspection.
func inspectOne(t *testing.T, body string, more map[string]string) (Container, fact.Reading) {
	t.Helper()
	answers := basics(map[string]string{"/containers/json": `[{"Id":"` + idA + `","Names":["/web"]}]`, "/containers/" + idA + "/json": body})
	for k, v := range more {
		answers[k] = v
	}
	got, err := stream(t, answering(t, "1.47", answers), ContainerFact, everything)
	if err != nil || len(got) != 1 {
		t.Fatalf("got %d containers, %v", len(got), err)
	}
	c, _ := got["web"].Value().(Container)
	return c, got["web"]
}

func TestContainerOddFields(t *testing.T) {
	c, r := inspectOne(t, `{"Id":"x","Name":"/web","HostConfig":{"Privileged":"yes","Memory":64,"Ulimits":7,"PortBindings":{"80/tcp":[{"HostPort":"x"}]}},
		"Config":{"User":9,"Entrypoint":"/app run","Env":["A=b"]},"State":{"Status":"exited","FinishedAt":"never"},"Mounts":[{"Type":"bind","RW":"yes"}]}`, nil)
	if c.HostConfig.Memory != 64 || len(c.Config.Entrypoint) != 1 || c.Config.Entrypoint[0] != "/app run" {
		t.Errorf("the sound fields are lost: %+v", c)
	}
	for _, path := range []string{"host_config.privileged", "host_config.ulimits", "config.user", "state.finished_at", "effective.capabilities",
		"effective.seccomp", "effective.user_is_root", "effective.user", "effective.unmasked_proc", "host_paths", "network_settings.ports", "mounts[0].rw"} {
		if r.At(path).Err == nil {
			t.Errorf("%s is known", path)
		}
	}
	for _, path := range []string{"host_config.memory", "effective.network_mode", "secrets", "config.env"} {
		if err := r.At(path).Err; err != nil {
			t.Errorf("%s is unknown: %v", path, err)
		}
	}
}

func TestContainerFaults(t *testing.T) {
	list := `[{"Id":"1","Names":["/gone"]},{"Id":"2","Names":["/broken"]},{"Id":"3","Names":["/odd"]},{"Id":"4","Names":["/fine"]}]`
	d := answering(t, "1.47", basics(map[string]string{"/containers/json": list, "/containers/2/json": "500", "/containers/3/json": "[]", "/containers/4/json": `{"Id":"4"}`}))
	got, err := stream(t, d, ContainerFact, everything)
	if err != nil || len(got) != 4 {
		t.Fatalf("got %d containers, %v", len(got), err)
	}
	var u *fact.Unavailable
	if err := got["gone"].Err; !errors.As(err, &u) || u.Why != "it was removed while the audit ran" {
		t.Errorf("gone: got %v", err)
	}
	for _, name := range []string{"broken", "odd"} {
		if err := got[name].Err; err == nil || errors.As(err, &u) {
			t.Errorf("%s: got %v; want a fault of the read", name, err)
		}
	}
	if got["fine"].Err != nil {
		t.Errorf("fine: got %v", got["fine"].Err)
	}
	if _, err := stream(t, answering(t, "1.47", map[string]string{"/containers/json": "500"}), ContainerFact, everything); err == nil {
		t.Error("a list that fails: got no error")
	}
}

// TestContainerSecrets reads a container that is full of one secret and finds
// it nowhere in what comes out.
func TestContainerSecrets(t *testing.T) {
	const s = "hunter2hunter2"
	c, _ := inspectOne(t, `{"Path":"/app","Args":["--password","`+s+`"],"Config":{"Entrypoint":["/app","--password"],"Cmd":["`+s+`","--token=`+s+`"],
		"Env":["DB_PASSWORD=`+s+`","URL=https://kim:`+s+`@x","DOCKER_HOST=tcp://kim:`+s+`@h:2375"],"Labels":{"vault.token":"`+s+`","ok":"1"},
		"Healthcheck":{"Test":["CMD-SHELL","curl -u kim:`+s+` http://x"]}},
		"HostConfig":{"LogConfig":{"Type":"splunk","Config":{"splunk-token":"`+s+`"}},"SecurityOpt":["seccomp={\"defaultAction\":\"SCMP_ACT_ERRNO\"}"]}}`, nil)
	if text := fmt.Sprintf("%+v %+v %s", c, *c.Config.Healthcheck, *c.DockerHost); strings.Contains(text, s) {
		t.Errorf("the secret is in %s", text)
	}
	want := []Secret{{"env DB_PASSWORD", "password"}, {"env URL", "URL with credentials"}, {"env DOCKER_HOST", "URL with credentials"}, {"label vault.token", "token"},
		{"command", "password"}, {"command", "token"}, {"log option splunk-token", "token"}}
	if d := cmp.Diff(want, c.Secrets); d != "" {
		t.Errorf("secrets (-want +got):\n%s", d)
	}
	if d := cmp.Diff([]string{"seccomp={inline profile}"}, c.HostConfig.SecurityOpt); d != "" {
		t.Errorf("security options (-want +got):\n%s", d)
	}
}

func TestContainerNewPrivileges(t *testing.T) {
	for _, tt := range []struct {
		options, info string
		want          bool
	}{
		{`[]`, info156, true}, // daemon's default
		{`["no-new-privileges:false"]`, info156, false},
		{`["no-new-privileges"]`, `{"SecurityOptions":[]}`, true},
		{`[]`, `{"SecurityOptions":[]}`, false},
	} {
		c, r := inspectOne(t, `{"HostConfig":{"SecurityOpt":`+tt.options+`}}`, map[string]string{"/info": tt.info})
		if err := r.At("effective.no_new_privileges").Err; c.Effective.NoNewPrivileges != tt.want || err != nil {
			t.Errorf("options %s: got %t, %v; want %t", tt.options, c.Effective.NoNewPrivileges, err, tt.want)
		}
	}
	_, r := inspectOne(t, `{"HostConfig":{}}`, map[string]string{"/info": "500"})
	if r.At("effective.no_new_privileges").Err == nil || r.At("effective.seccomp").Err == nil {
		t.Error("known although the engine does not tell its settings")
	}
}

// Before API 1.43 the engine does not tell its default. Without its machine
// nobody does.
func TestContainerNewPrivilegesUntold(t *testing.T) {
	d := answering(t, "1.41", map[string]string{"/info": info141, "/version": version141, "/containers/json": `[{"Id":"` + idA + `","Names":["/web"]}]`,
		"/containers/" + idA + "/json": `{"HostConfig":{}}`})
	got, err := stream(t, d, ContainerFact, everything)
	if err != nil {
		t.Fatal(err)
	}
	if _, unavailable := fact.Remedy(got["web"].At("effective.no_new_privileges").Err); !unavailable {
		t.Errorf("got %v; want a reason of the target", got["web"].At("effective.no_new_privileges").Err)
	}
}

func TestContainerSeccomp(t *testing.T) {
	const profile = `"seccomp={\"defaultAction\":\"SCMP_ACT_ERRNO\"}"`
	for _, tt := range []struct{ host, engine, profile, want string }{
		{`{}`, "29.1.0", "builtin", builtin},
		{`{}`, "20.10.24", "default", builtin}, // defect 7: engines from 23 say builtin, before default
		{`{}`, "29.1.0", "unconfined", unconfined},
		{`{}`, "29.1.0", "/etc/seccomp.json", custom},
		{`{"SecurityOpt":["seccomp=builtin"]}`, "29.1.0", "unconfined", builtin},
		{`{"Privileged":true}`, "29.1.0", "builtin", unconfined},
		{`{"Privileged":true,"SecurityOpt":[` + profile + `]}`, "29.1.0", "builtin", custom},
		{`{"Privileged":true,"SecurityOpt":[` + profile + `]}`, "26.1.5", "builtin", unconfined},
	} {
		c, r := inspectOne(t, `{"HostConfig":`+tt.host+`}`, map[string]string{
			"/info":    `{"SecurityOptions":["name=seccomp,profile=` + tt.profile + `"]}`,
			"/version": `{"Version":"` + tt.engine + `","Components":[{"Name":"Engine"}]}`,
		})
		if err := r.At("effective.seccomp").Err; c.Effective.Seccomp != tt.want || err != nil {
			t.Errorf("%+v: got %q, %v", tt, c.Effective.Seccomp, err)
		}
	}
	if c, _ := inspectOne(t, `{"HostConfig":{}}`, map[string]string{"/info": `{"SecurityOptions":[]}`}); c.Effective.Seccomp != unconfined {
		t.Errorf("an engine without seccomp: got %q", c.Effective.Seccomp)
	}
}

func TestContainerAppArmor(t *testing.T) {
	armed := map[string]string{"/info": `{"SecurityOptions":["name=apparmor"]}`}
	for body, want := range map[string]string{
		`{"AppArmorProfile":"docker-default","State":{"Running":true}}`:      "docker-default",
		`{"AppArmorProfile":"","State":{"Status":"created"}}`:                "docker-default",
		`{"AppArmorProfile":"","HostConfig":{"Privileged":true}}`:            unconfined,
		`{"AppArmorProfile":"","State":{"Running":true}}`:                    unconfined,
		`{"AppArmorProfile":"","HostConfig":{"SecurityOpt":["apparmor:x"]}}`: "x",
	} {
		c, _ := inspectOne(t, body, armed)
		if c.Effective.AppArmor == nil || *c.Effective.AppArmor != want {
			t.Errorf("%s: got %v, want %s", body, c.Effective.AppArmor, want)
		}
	}
	if c, r := inspectOne(t, `{}`, nil); c.Effective.AppArmor != nil || r.At("effective.app_armor").Err != nil {
		t.Error("an engine without AppArmor: the profile is not null")
	}
}

func TestContainerIdentity(t *testing.T) {
	for labels, want := range map[string]string{
		`{}`: "web",
		`{"com.docker.compose.project":"shop","com.docker.compose.service":"api","com.docker.compose.container-number":"2"}`: "compose shop/api/2",
		`{"com.docker.swarm.task.name":"shop_api.1.x7y","com.docker.swarm.task.id":"x7y"}`:                                   "swarm shop_api.1",
	} {
		got, err := stream(t, answering(t, "1.47", basics(map[string]string{
			"/containers/json": `[{"Id":"1","Names":["/web"],"Labels":` + labels + `}]`, "/containers/1/json": `{}`})), ContainerFact, everything)
		if err != nil || got["web"].ID != want {
			t.Errorf("%s: got %q, %v; want %q", labels, got["web"].ID, err, want)
		}
	}
}

func TestContainerSwarmRestarts(t *testing.T) {
	body := `{"Config":{"Labels":{"com.docker.swarm.service.id":"s1","com.docker.swarm.service.name":"api"}},"HostConfig":{"RestartPolicy":{"Name":""}}}`
	c, r := inspectOne(t, body, map[string]string{"/services": `[{"ID":"s1","Spec":{"TaskTemplate":{"RestartPolicy":{"Condition":"any","MaxAttempts":4}}}}]`})
	if got := deref(c.Effective.RestartRetries); got != 4 || *c.SwarmService != "api" || !strings.Contains(r.At("effective.restart_retries").Origin, "/services") {
		t.Errorf("got %v of %v from %s", got, c.SwarmService, r.At("effective.restart_retries").Origin)
	}
	_, r = inspectOne(t, body, nil)
	if remedy, ok := fact.Remedy(r.At("effective.restart_retries").Err); !ok || !strings.Contains(remedy, "manager") {
		t.Errorf("on a worker: got %v", r.At("effective.restart_retries").Err)
	}
}

func TestContainerExecSessions(t *testing.T) {
	c, r := inspectOne(t, `{"ExecIDs":["e1","gone","e2"],"Config":{"User":"app"}}`, map[string]string{
		"/exec/e1/json": `{"Running":true,"ProcessConfig":{"privileged":true,"user":"root"}}`,
		"/exec/e2/json": `{"Running":true,"ProcessConfig":{"user":""}}`,
	})
	if d := cmp.Diff([]ExecSession{{"e1", true, "root", true}, {"e2", false, "app", true}}, c.ExecSessions); d != "" {
		t.Errorf("sessions (-want +got):\n%s", d)
	}
	if r.At("exec_sessions[1].privileged").Err == nil || r.At("exec_sessions[0].privileged").Err != nil {
		t.Error("privileged is to be known for the first session only")
	}
}

func TestContainerImage(t *testing.T) {
	images := map[string]string{"/images/json": `[{"Id":"sha256:aaaaaaaaaaaaaaaa","RepoTags":["nginx:latest"],"Created":1700000000},{"Id":"sha256:bbbbbbbbbbbbbbbb","RepoTags":["<none>:<none>"]}]`}
	for _, tt := range []struct{ image, id, current, name string }{
		{"docker.io/library/nginx", "sha256:aaaaaaaaaaaaaaaa", "true", "docker.io/library/nginx"},
		{"nginx", "sha256:bbbbbbbbbbbbbbbb", "false", "nginx"},
		{"nginx:1.0", "sha256:bbbbbbbbbbbbbbbb", "null", "nginx:1.0"},
		{"nginx@sha256:cccc", "sha256:aaaaaaaaaaaaaaaa", "true", "nginx@sha256:cccc"},
		{"aaaaaaaaaaaa", "sha256:aaaaaaaaaaaaaaaa", "null", "nginx:latest"},
	} {
		c, _ := inspectOne(t, `{"Image":"`+tt.id+`","Config":{"Image":"`+tt.image+`"}}`, images)
		current := "null"
		if c.ImageCurrent != nil {
			current = fmt.Sprint(*c.ImageCurrent)
		}
		if current != tt.current || c.ImageName != tt.name {
			t.Errorf("%+v: got %s, %s", tt, current, c.ImageName)
		}
		if want := strings.Contains(tt.id, "aaaa"); c.ImageCreated.Equal(time.Unix(1700000000, 0)) != want {
			t.Errorf("%+v: created %v", tt, c.ImageCreated)
		}
	}
	_, r := inspectOne(t, `{"Image":"sha256:aaaaaaaaaaaaaaaa","Config":{"Image":"nginx"}}`, map[string]string{"/images/json": "500"})
	if r.At("image_current").Err == nil || r.At("image_created").Err == nil || r.At("image_name").Err != nil {
		t.Error("without a list of images: the name is known, the rest is not")
	}
}

func TestContainerSharedVolumes(t *testing.T) {
	mount := func(name string, rw bool) string {
		return fmt.Sprintf(`"Mounts":[{"Type":"volume","Name":%q,"Destination":"/d","RW":%t}]`, name, rw)
	}
	got, err := stream(t, answering(t, "1.47", basics(map[string]string{
		"/containers/json":   `[{"Id":"1","Names":["/w"],` + mount("data", true) + `},{"Id":"2","Names":["/r"],` + mount("data", false) + `},{"Id":"3","Names":["/own"],` + mount("own", true) + `}]`,
		"/containers/1/json": `{` + mount("data", true) + `}`, "/containers/2/json": `{` + mount("data", false) + `}`, "/containers/3/json": `{` + mount("own", true) + `}`,
	})), ContainerFact, everything)
	if err != nil {
		t.Fatal(err)
	}
	want := []SharedVolume{{"data", []string{"r", "w"}, []string{"w"}}}
	for name, w := range map[string][]SharedVolume{"w": want, "r": want, "own": nil} {
		if d := cmp.Diff(w, got[name].Value().(Container).SharedVolumes); d != "" {
			t.Errorf("%s (-want +got):\n%s", name, d)
		}
	}
}

// TestContainerWant holds that nothing is asked for which no control mentions.
func TestContainerWant(t *testing.T) {
	answers := basics(map[string]string{"/containers/json": `[{"Id":"1","Names":["/web"]}]`,
		"/containers/1/json": `{"ExecIDs":["e"],"State":{"Running":true,"Pid":1},"Mounts":[{"Type":"volume","Name":"v"}]}`})
	var mu sync.Mutex
	var asked []string
	e := &testEngine{API: "1.47", Handler: func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		path := strings.TrimPrefix(r.URL.Path, "/v1.47")
		asked = append(asked, path)
		fmt.Fprint(w, answers[path])
	}}
	if _, err := stream(t, e.serve(t, Options{}), ContainerFact, fact.Shape{}.Add("host_config", "privileged").Wants); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff([]string{"/containers/json", "/containers/1/json"}, asked); d != "" {
		t.Errorf("requests (-want +got):\n%s", d)
	}
}
