package docker

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCapabilities(t *testing.T) {
	for _, tt := range []struct {
		name       string
		privileged bool
		add, drop  []string
		want       string
	}{
		{name: "default", want: strings.Join(dockerCaps, " ")},
		{name: "prefix and case", add: []string{"cap_sys_admin"}, drop: words2("CAP_NET_RAW mknod"), want: "AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL NET_BIND_SERVICE SETFCAP SETGID SETPCAP SETUID SYS_ADMIN SYS_CHROOT"},
		{name: "drop ALL and add back", add: words2("chown CAP_NET_BIND_SERVICE"), drop: []string{"all"}, want: "CHOWN NET_BIND_SERVICE"},
		{name: "drop CAP_ALL", drop: []string{"CAP_ALL"}, want: ""},
		{name: "add wins over drop", add: []string{"NET_RAW"}, drop: append(slices.Clone(dockerCaps), "NET_RAW"), want: "NET_RAW"},
		{name: "twice", add: words2("CHOWN cap_chown"), drop: []string{"ALL"}, want: "CHOWN"},
	} {
		if got := strings.Join(capabilities(tt.privileged, tt.add, tt.drop), " "); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
	if got := capabilities(true, nil, []string{"ALL"}); len(got) != 41 {
		t.Errorf("privileged: got %d capabilities, want all 41", len(got))
	}
	all := capabilities(false, []string{"ALL"}, words2("ALL sys_admin"))
	if len(all) != 40 || slices.Contains(all, "SYS_ADMIN") {
		t.Errorf("ALL added, SYS_ADMIN dropped: got %v", all)
	}
	if got := beyond(words2("CHOWN NET_ADMIN NET_RAW SYS_ADMIN")); !slices.Equal(got, words2("NET_ADMIN SYS_ADMIN")) {
		t.Errorf("beyond the default: got %v", got)
	}
	if !slices.Equal(capsOf(0xa80425fb), dockerCaps) {
		t.Errorf("CapEff 00000000a80425fb: got %v, want %v", capsOf(0xa80425fb), dockerCaps)
	}
}

func words2(s string) []string { return strings.Fields(s) }

func TestSecurityOptions(t *testing.T) {
	yes, no := true, false
	for _, tt := range []struct {
		in   []string
		want securityOptions
	}{
		{[]string{"no-new-privileges"}, securityOptions{noNewPrivileges: &yes}},
		{[]string{"no-new-privileges:true"}, securityOptions{noNewPrivileges: &yes}},
		{[]string{"no-new-privileges=true"}, securityOptions{noNewPrivileges: &yes}},
		{[]string{"no-new-privileges:false"}, securityOptions{noNewPrivileges: &no}},
		{[]string{"no-new-privileges", "no-new-privileges=0"}, securityOptions{noNewPrivileges: &no}},
		{[]string{"seccomp=unconfined"}, securityOptions{seccomp: "unconfined"}},
		{[]string{"seccomp:unconfined", "apparmor:x"}, securityOptions{seccomp: "unconfined", appArmor: "x"}},
		{[]string{`seccomp={"a":"b=c"}`}, securityOptions{seccomp: `{"a":"b=c"}`}},
		{[]string{"label=disable"}, securityOptions{labelDisabled: true}},
		{[]string{"label:disable"}, securityOptions{labelDisabled: true}},
		{[]string{"disable"}, securityOptions{labelDisabled: true}},
		{[]string{"label=type:spc_t", "label=level:s0"}, securityOptions{}},
		{[]string{"systempaths=unconfined"}, securityOptions{unmasked: true}},
		{[]string{"unmask=ALL"}, securityOptions{unmasked: true}},
		{nil, securityOptions{}},
	} {
		if d := cmp.Diff(tt.want, parseSecurityOptions(tt.in), cmp.AllowUnexported(securityOptions{})); d != "" {
			t.Errorf("%q (-want +got):\n%s", tt.in, d)
		}
	}
	if parseSecurityOptions([]string{"no-new-privileges=maybe"}).odd == nil {
		t.Error("no-new-privileges=maybe: got no error")
	}
}

func TestSeccompKind(t *testing.T) {
	for in, want := range map[string]string{
		"": builtin, "builtin": builtin, "default": builtin, "unconfined": unconfined, "/etc/seccomp.json": custom,
		`{"defaultAction":"SCMP_ACT_ERRNO","syscalls":[]}`: custom,
		`{"defaultAction":"SCMP_ACT_ALLOW"}`:               unconfined,
		`{"defaultAction":"SCMP_ACT_LOG"}`:                 unconfined,
	} {
		if got, err := seccompKind(in); got != want || err != nil {
			t.Errorf("seccompKind(%q) = %q, %v; want %q", in, got, err, want)
		}
	}
	if _, err := seccompKind("{"); err == nil {
		t.Error("half a profile: got no error")
	}
}

func TestRootUser(t *testing.T) {
	for want, users := range map[rootness][]string{
		isRoot:     {"", "root", "0", "0:0", "00", "000:7", "root:grp", ":1000", "+0", "-0", " 0 "},
		notRoot:    {"1", "1000", "1000:0", "065534", "2147483647"},
		namedUser:  {"postgres", "app:app", "Root", "0x0", "1000a"},
		outOfRange: {"2147483648", "4294967296", "-1", "18446744073709551616", "99999999999999999999:0"},
	} {
		for _, u := range users {
			if got := rootUser(u); got != want {
				t.Errorf("rootUser(%q) = %d, want %d", u, got, want)
			}
		}
	}
}

func TestResolveMode(t *testing.T) {
	modes := map[string]string{"web": "container:pause", "pause": "host", "a": "container:b", "b": "container:a", "db": "bridge", "self": "container:self"}
	find := func(id string) (string, string, error) {
		if id == "odd" {
			return "", "", errors.New("timed out")
		}
		return "N" + id, modes[id], nil
	}
	for in, want := range map[string]string{
		"": "", "host": "host", "bridge": "bridge",
		"container:web": "host", "container:pause": "host", "container:db": "container:Ndb",
		"container:a": "container:Na", "container:self": "container:Nself", "container:gone": "container:Ngone",
	} {
		if got, err := resolveMode(in, find); got != want || err != nil {
			t.Errorf("resolveMode(%q) = %q, %v; want %q", in, got, err, want)
		}
	}
	if _, err := resolveMode("container:odd", find); err == nil {
		t.Error("a target that cannot be read: got no error")
	}
}

func TestRestartRetries(t *testing.T) {
	for _, tt := range []struct {
		in   RestartPolicy
		want any
	}{
		{RestartPolicy{"", 0}, 0}, {RestartPolicy{"no", 7}, 0}, {RestartPolicy{"on-failure", 5}, 5},
		{RestartPolicy{"on-failure", 0}, nil}, {RestartPolicy{"always", 0}, nil}, {RestartPolicy{"unless-stopped", 3}, nil},
	} {
		if got := deref(restartRetries(tt.in)); got != tt.want {
			t.Errorf("%+v: got %v, want %v", tt.in, got, tt.want)
		}
	}
	three, zero := 3, 0
	for _, tt := range []struct {
		condition string
		attempts  *int
		want      any
	}{{"none", nil, 0}, {"any", nil, nil}, {"", nil, nil}, {"on-failure", &three, 3}, {"any", &zero, nil}} {
		if got := deref(taskRetries(tt.condition, tt.attempts)); got != tt.want {
			t.Errorf("%s %v: got %v, want %v", tt.condition, tt.attempts, got, tt.want)
		}
	}
}

func deref(p *int) any {
	if p == nil {
		return nil
	}
	return *p
}

func TestUnmasksProc(t *testing.T) {
	none, some := []string{}, []string{"/proc/kcore"}
	for name, tt := range map[string]struct {
		h    HostConfig
		want bool
	}{
		"engine's lists": {HostConfig{MaskedPaths: &some, ReadonlyPaths: &some}, false},
		"not told":       {HostConfig{}, false},
		"nothing masked": {HostConfig{MaskedPaths: &none, ReadonlyPaths: &some}, true},
		"all writable":   {HostConfig{MaskedPaths: &some, ReadonlyPaths: &none}, true},
		"privileged":     {HostConfig{Privileged: true}, true},
	} {
		if got := unmasksProc(tt.h, securityOptions{}); got != tt.want {
			t.Errorf("%s: got %t, want %t", name, got, tt.want)
		}
	}
}
