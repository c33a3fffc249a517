package docker

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"scantling/checks/fact"
)

func TestInfo(t *testing.T) {
	d := (&testEngine{API: "1.41", Answers: map[string]string{"/info": info141}}).serve(t, Options{})
	r := one(t, d, "docker.info")
	i := value[Info](t, r)
	for what, diff := range map[string]string{
		"insecure":          cmp.Diff(i.InsecureRegistries, []string{"10.0.0.0/8", "127.0.0.0/8", "localhost:5000", "reg.example:5000"}),
		"insecure elsewere": cmp.Diff(i.NonLoopbackInsecureRegistries, []string{"10.0.0.0/8", "reg.example:5000"}),
		"mirrors":           cmp.Diff(i.RegistryMirrors, []string{"https://mirror.example/"}),
		"plugins":           cmp.Diff(i.AuthorizationPlugins, []string{"opa"}),
		"runtimes":          cmp.Diff(i.Runtimes, Names{"crun", "runc"}),
		"driver status":     cmp.Diff(i.DriverStatus[0], Pair{"Backing Filesystem", "extfs"}),
		"proxy":             cmp.Diff(*i.HTTPProxy, "http://***@proxy.example:3128/"),
		"profile":           cmp.Diff(*i.SeccompProfile, "default"),
		"bools": cmp.Diff([]bool{i.AppArmor, i.Userns, i.Seccomp, i.LiveRestoreEnabled, i.Rootless, i.SELinux, i.Cgroupns},
			[]bool{true, true, true, true, false, false, false}),
	} {
		if diff != "" {
			t.Errorf("%s (-got +want):\n%s", what, diff)
		}
	}
	if i.NoNewPrivileges != nil || i.HTTPSProxy != nil || i.FirewallBackend != nil || i.ContainerdAddress != nil {
		t.Errorf("API 1.41 does not tell no_new_privileges, firewall_backend and containerd_address: got %+v", i)
	}
	if text := fmt.Sprintf("%+v", i); strings.Contains(text, "s3cret") {
		t.Errorf("a secret is kept: %s", text)
	}
	for path, want := range map[string]string{
		"live_restore_enabled":  "GET /info LiveRestoreEnabled",
		"apparmor":              "GET /info SecurityOptions",
		"authorization_plugins": "GET /info Plugins.Authorization",
		"cpu_cfs_quota":         "GET /info CpuCfsQuota",
	} {
		if got := r.At(path).Origin; got != want {
			t.Errorf("origin of %s is %q; want %q", path, got, want)
		}
	}
	if gaps := r.Gaps(""); len(gaps) > 0 {
		t.Errorf("a complete answer leaves unknown: %v", gaps)
	}
}

func TestInfoOfNewEngine(t *testing.T) {
	i, err := parseInfo([]byte(info156), "1.56", &fact.Notes{})
	if err != nil {
		t.Fatal(err)
	}
	if i.NoNewPrivileges == nil || !*i.NoNewPrivileges || !i.Rootless || !i.Cgroupns || *i.SeccompProfile != "builtin" {
		t.Errorf("security options: got %+v", i)
	}
	if i.FirewallBackend == nil || *i.FirewallBackend != "nftables" || *i.ContainerdAddress != "/run/containerd/containerd.sock" {
		t.Errorf("firewall %v, containerd %v", i.FirewallBackend, i.ContainerdAddress)
	}
	if len(i.NonLoopbackInsecureRegistries) != 0 {
		t.Errorf("loopback taken for elsewhere: %q", i.NonLoopbackInsecureRegistries)
	}
	i, err = parseInfo([]byte(strings.Replace(info156, `"name=no-new-privileges",`, "", 1)), "1.56", &fact.Notes{})
	if err != nil || i.NoNewPrivileges == nil || *i.NoNewPrivileges {
		t.Errorf("no_new_privileges is %v, %v; want false, as API 1.43 would tell it", i.NoNewPrivileges, err)
	}
}

// An engine may leave members out, or send them in another type.
func TestInfoOfOddEngine(t *testing.T) {
	for _, tt := range []struct {
		body           string
		unknown, known []string
	}{
		{infoPodman, []string{"insecure_registries", "non_loopback_insecure_registries", "registry_mirrors"}, []string{"rootless", "authorization_plugins", "swarm_state", "live_restore_enabled"}},
		{`{}`, []string{"live_restore_enabled", "rootless", "seccomp", "no_new_privileges", "swarm_state", "pids_limit", "driver", "insecure_registries", "authorization_plugins"}, []string{"name", "http_proxy"}},
		{strings.Replace(info141, `"LiveRestoreEnabled":true`, `"LiveRestoreEnabled":"yes"`, 1), []string{"live_restore_enabled"}, []string{"debug", "seccomp"}},
		{strings.Replace(info141, `"InsecureRegistryCIDRs":["127.0.0.0/8"`, `"InsecureRegistryCIDRs":[{"IP":"127.0.0.0"}`, 1),
			[]string{"insecure_registries", "non_loopback_insecure_registries"}, []string{"registry_mirrors"}},
		{strings.Replace(info141, `"RegistryConfig":{`, `"RegistryConfig":[],"X":{`, 1), []string{"insecure_registries", "registry_mirrors"}, []string{"authorization_plugins"}},
		{strings.Replace(info141, `"LocalNodeState":"inactive"`, `"LocalNodeState":3`, 1), []string{"swarm_state"}, []string{"driver"}},
		{strings.Replace(info141, `["name=apparmor",`, `[4,`, 1), []string{"apparmor", "no_new_privileges"}, []string{"driver"}},
	} {
		d := (&testEngine{API: "1.41", Answers: map[string]string{"/info": tt.body}}).serve(t, Options{})
		r := one(t, d, "docker.info")
		value[Info](t, r)
		wantUnknown(t, r, false, tt.unknown...)
		wantKnown(t, r, tt.known...)
	}
	for _, body := range []string{"", "null", "<html>", `{"ID":`, `[1]`} {
		d := (&testEngine{API: "1.41", Answers: map[string]string{"/info": body}}).serve(t, Options{})
		if r := one(t, d, "docker.info"); r.Err == nil || !strings.HasPrefix(r.Err.Error(), "GET /info: the answer is not") {
			t.Errorf("answer %q: error %v; want one that names the call", body, r.Err)
		}
	}
}

func TestIsLoopback(t *testing.T) {
	for in, want := range map[string]bool{
		"127.0.0.0/8": true, "127.0.0.1/32": true, "::1/128": true, "localhost": true, "localhost:5000": true, "127.0.0.1:5000": true, "[::1]:5000": true,
		"126.0.0.0/7": false, "0.0.0.0/0": false, "::/0": false, "::1/8": false, "10.0.0.0/8": false, "reg.example": false, "localhost.example:5000": false, "127.evil.example": false,
	} {
		if got := isLoopback(in); got != want {
			t.Errorf("isLoopback(%q) = %v; want %v", in, got, want)
		}
	}
}

func TestWithoutLogin(t *testing.T) {
	for in, want := range map[string]string{
		"":                                  "",
		"http://proxy:3128":                 "http://proxy:3128",
		"http://kim:pw@proxy:3128/x":        "http://***@proxy:3128/x",
		"kim:pw@proxy:3128":                 "***@proxy:3128",
		"http://kim:p/w@proxy:3128":         "http://***@proxy:3128",
		"http://kim:p@w@proxy:3128/":        "http://***@proxy:3128/",
		"socks5://token@proxy.example:1080": "socks5://***@proxy.example:1080",
	} {
		if got := withoutLogin(in); got != want {
			t.Errorf("withoutLogin(%q) = %q; want %q", in, got, want)
		}
	}
}

func TestVersionAndEngine(t *testing.T) {
	for _, tt := range []struct {
		version, info, name, platform string
		rootless                      bool
	}{
		{version141, info141, "docker", "", false},
		{versionPodman, infoPodman, "podman", "linux/amd64/fedora-43", true},
	} {
		e := &testEngine{API: "1.41", Answers: map[string]string{"/version": tt.version, "/info": tt.info}}
		d := e.serve(t, Options{})
		r := one(t, d, "docker.engine")
		want := Engine{Name: tt.name, Endpoint: e.Endpoint.Host, Local: true, Rootless: tt.rootless, APIVersion: "1.41", OS: "linux"}
		if diff := cmp.Diff(value[Engine](t, r), want); diff != "" {
			t.Errorf("docker.engine (-got +want):\n%s", diff)
		}
		v := one(t, d, "docker.version")
		if got := value[Version](t, v); got.PlatformName != tt.platform || got.APIVersion != "1.41" || len(got.Components) != 2 {
			t.Errorf("docker.version = %+v", got)
		}
		if got, want := v.At("api_version").Origin, "GET /version ApiVersion"; got != want {
			t.Errorf("origin %q; want %q", got, want)
		}
		if len(e.sent) != 3 {
			t.Errorf("sent %q; want every answer asked for once", e.sent)
		}
	}
}

// What one of the answers does not tell leaves the rest of docker.engine known.
func TestEngineWithGaps(t *testing.T) {
	d := (&testEngine{API: "1.41", Answers: map[string]string{"/version": `{"Components":[{"Name":5}],"Os":"linux"}`}}).serve(t, Options{})
	r := one(t, d, "docker.engine")
	wantUnknown(t, r, false, "name", "rootless")
	wantKnown(t, r, "endpoint", "os", "api_version", "local")
}
