package docker

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"scantling/checks/host"
)

func flagWords(args ...string) []host.Word {
	var out []host.Word
	for i, a := range args {
		out = append(out, host.Word{Text: a, At: fmt.Sprint(i + 1)})
	}
	return out
}

// layerText is a layer, one setting a line, sorted.
func layerText(l layer) string {
	var b strings.Builder
	for _, s := range daemonSettings {
		if h, ok := l[s.name]; ok {
			fmt.Fprintf(&b, "%s=%s @%s", s.name, spell(h.value), h.at)
			if h.remark != "" {
				fmt.Fprintf(&b, " (%s)", h.remark)
			}
			if h.err != nil {
				fmt.Fprintf(&b, " error: %v", h.err)
			}
			b.WriteString("\n")
		}
	}
	return b.String()
}

func TestParseFlags(t *testing.T) {
	for _, tt := range []struct {
		args []string
		want string
	}{
		{[]string{"--icc=false"}, "icc=false @1\n"},
		{[]string{"--icc"}, "icc=true @1\n"},
		{[]string{"--icc", "false"}, "icc=true @1\n"}, // a switch does not take the next word
		{[]string{"--icc=0", "--icc=T"}, "icc=true @1\n"},
		{[]string{"--icc=maybe"}, "icc=false @1 error: 1: flag --icc=maybe: strconv.ParseBool: parsing \"maybe\": invalid syntax\n"},
		{[]string{"--log-level", "warn"}, "log-level=warn @1\n"},
		{[]string{"-l", "warn"}, "log-level=warn @1\n"},
		{[]string{"-lwarn"}, "log-level=warn @1\n"},
		{[]string{"-l=warn"}, "log-level=warn @1\n"},
		{[]string{"-DH", "fd://", "-Hunix:///x"}, "debug=true @1\nhosts=[\"fd://\",\"unix:///x\"] @1\n"},
		{[]string{"-D=false"}, "debug=false @1\n"},
		{[]string{"-g", "/data", "-s=overlay2", "-b", "none", "-G", "ops", "-p", "/p"},
			"bridge=none @4\ndata-root=/data @1\ngroup=ops @6\npidfile=/p @8\nstorage-driver=overlay2 @3\n"},
		{[]string{"--graph", "/data"}, "data-root=/data @1\n"},
		{[]string{"--log-opt", "max-size=10m", "--log-opt=max-file=3"}, `log-opts={"max-file":"3","max-size":"10m"} @1` + "\n"},
		{[]string{"--default-ulimit=nofile=10:20", "--default-ulimit", "nproc=7"}, `default-ulimits={"nofile":{"Soft":10,"Hard":20},"nproc":{"Soft":7,"Hard":7}} @1` + "\n"},
		{[]string{"--feature", "cdi", "--feature=buildkit=false"}, `features={"buildkit":false,"cdi":true} @1` + "\n"},
		{[]string{"--add-runtime=kata=/usr/bin/kata"}, `runtimes={"kata":{"Path":"/usr/bin/kata","runtimeType":""}} @1` + "\n"},
		{[]string{"--default-address-pool", "base=172.30.0.0/16,size=24"}, `default-address-pools=[{"Base":"172.30.0.0/16","Size":24}] @1` + "\n"},
		{[]string{"--default-shm-size=1g", "--mtu=0x100"}, "default-shm-size=1073741824 @1\nmtu=256 @2\n"},
		{[]string{"--tlskey=\"/k\""}, "tlskey=/k @1\n"},
		{[]string{"--tlsverify", "--tls=false"}, "tls=false @2\ntlsverify=true @1\n"},
		{[]string{"--", "--icc=false"}, ""},
		{[]string{"icc=false", "-"}, ""},
		{[]string{"--log-level"}, "log-level=not set @1\n"},
	} {
		if diff := cmp.Diff(layerText(parseFlags(flagWords(tt.args...)).layer), tt.want); diff != "" {
			t.Errorf("parseFlags(%q), got then want:\n%s", tt.args, diff)
		}
	}
}

func TestParseFlagsBeside(t *testing.T) {
	line := parseFlags(flagWords("--config-file", "/x.json", "--bogus=1", "-Z", "--icc=false"))
	if line.configFile != (host.Word{Text: "/x.json", At: "1"}) {
		t.Errorf("configFile = %+v, want /x.json of word 1", line.configFile)
	}
	if want := []host.Word{{Text: "--bogus=1", At: "3"}, {Text: "-Z", At: "4"}}; !cmp.Equal(line.unknown, want) {
		t.Errorf("unknown = %v, want %v", line.unknown, want)
	}
	if line.layer["icc"].value != false {
		t.Errorf("icc = %v, want false: an unknown flag takes no word with it", line.layer["icc"].value)
	}
}

func TestParseDaemonJSON(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"", ""},
		{" \n\t", ""},
		{"null", ""},
		{"\ufeff{\"icc\": false}", "icc=false @f:1\n"},
		{"{\n\n\"icc\":\nfalse,\n  \"hosts\": [\n\"fd://\"],\"debug\":true}", "debug=true @f:6\nhosts=[\"fd://\"] @f:5\nicc=false @f:3\n"},
		{"{\"icc\": true,\n\"icc\": false}", "icc=false @f:2 (given twice; the one at f:1 does not count)\n"},
		{`{"icc": "false"}`, "icc=false @f:1 error: f:1: icc: \"false\" is not true or false\n"},
		{`{"hosts": "fd://"}`, "hosts=not set @f:1 error: f:1: hosts: \"fd://\" is not a list of texts\n"},
		{`{"log-opts": {"max-file": 3}}`, "log-opts=not set @f:1 error: f:1: log-opts: {\"max-file\": 3} is not an object of texts\n"},
		{`{"mtu": 1400.5}`, "mtu=0 @f:1 error: f:1: mtu: 1400.5 is not a whole number\n"},
		{`{"icc": null}`, "icc=false @f:1\n"},
		{`{"default-shm-size": "64M"}`, "default-shm-size=67108864 @f:1\n"},
		{`{"default-shm-size": 1024}`, "default-shm-size=1024 @f:1\n"},
		{`{"default-ulimits": {"nofile": {"name": "nofile", "hard": 2, "soft": 1}}}`, `default-ulimits={"nofile":{"Soft":1,"Hard":2}} @f:1` + "\n"},
		{"{\"proxies\": {\n\"no-proxy\": \"a\"\n,\n\"http-proxy\": \"b\"},\n\"ip\": \"::\"}", "ip=:: @f:5\nproxies.http-proxy=b @f:4\nproxies.no-proxy=a @f:2\n"},
		{`{"Live-Restore": true}`, ""}, // dockerd's keys are case-sensitive
		{`{"runtimes": {"kata": {"path": "/k", "runtimeArgs": ["-x"]}}}`, `runtimes={"kata":{"Path":"/k","runtimeType":""}} @f:1` + "\n"},
	} {
		c, err := parseDaemonJSON("f", []byte(tt.in))
		if diff := cmp.Diff(layerText(c.layer), tt.want); err != nil || diff != "" {
			t.Errorf("parseDaemonJSON(%q): %v, got then want:\n%s", tt.in, err, diff)
		}
	}
}

func TestParseDaemonJSONUnknownKeys(t *testing.T) {
	c, err := parseDaemonJSON("f", []byte("{\"icc\": true,\n \"live_restore\": true, \"http-proxy\": \"x\"}"))
	var got []string
	for _, k := range c.unknown {
		got = append(got, k.name+" "+k.at)
	}
	if want := []string{"live_restore f:2", "http-proxy f:2"}; err != nil || !cmp.Equal(got, want) {
		t.Errorf("unknown keys: %q, %v; want %q", got, err, want)
	}
}

func TestParseDaemonJSONNotAnObject(t *testing.T) {
	for _, in := range []string{"[]", "true", "{", `{"icc"`, `{"icc":`, `{"icc":true`, `{"icc":true}}`, `{"icc":true,}`, "{'icc':true}", "\xff\xfe{\x00}\x00", `{"proxies": {"x"}}`} {
		if c, err := parseDaemonJSON("f", []byte(in)); err == nil {
			t.Errorf("parseDaemonJSON(%q) = %v and no error", in, c.layer)
		}
	}
}

func TestParseSize(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want int64
	}{{"0", 0}, {"64", 64}, {"64b", 64}, {"1k", 1024}, {"1.5 KiB", 1536}, {"64M", 64 << 20}, {"2gb", 2 << 30}, {"1T", 1 << 40}} {
		if got, err := parseSize(tt.in); err != nil || got != tt.want {
			t.Errorf("parseSize(%q) = %d, %v; want %d", tt.in, got, err, tt.want)
		}
	}
	for _, in := range []string{"", "M", "-1", "1x", "NaN", "1e300", "1mk"} {
		if got, err := parseSize(in); err == nil {
			t.Errorf("parseSize(%q) = %d, want an error", in, got)
		}
	}
}

func TestListener(t *testing.T) {
	for in, want := range map[string]string{
		"fd://":                "fd://",
		"unix://":              "unix:///var/run/docker.sock",
		"unix:///x.sock":       "unix:///x.sock",
		"tcp://":               "tcp://localhost:2375",
		":2375":                "tcp://localhost:2375",
		"0.0.0.0":              "tcp://0.0.0.0:2375",
		"tcp://[::]:2376":      "tcp://[::]:2376",
		"build.example:2376":   "tcp://build.example:2376",
		"tcp://0.0.0.0:2375/x": "tcp://0.0.0.0:2375",
	} {
		if got := listener(in); got != want {
			t.Errorf("listener(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzParseFlags(f *testing.F) {
	f.Add("-DH\x00fd://\x00--icc=false\x00--default-ulimit\x00nofile=1:2\x00--\x00x")
	f.Fuzz(func(t *testing.T, line string) {
		got := parseFlags(flagWords(strings.Split(line, "\x00")...))
		for name, h := range got.layer {
			var d Daemon
			d.put(name, h.value) // panics when a value has not its setting's type
		}
		merge(daemonBase{version: "28.0.0"}, layer{}, got.layer)
	})
}

func FuzzParseDaemonJSON(f *testing.F) {
	f.Add([]byte("{\n\"icc\": false, \"proxies\": {\"http-proxy\": \"x\"}, \"default-ulimits\": {\"a\": {\"Soft\": 1}}, \"z\": [1]}"))
	f.Fuzz(func(t *testing.T, b []byte) {
		c, err := parseDaemonJSON("f", b)
		if err != nil {
			return
		}
		lines := strings.Count(string(b), "\n") + 1
		for name, h := range c.layer {
			var n int
			if _, err := fmt.Sscanf(h.at, "f:%d", &n); err != nil || n < 1 || n > lines {
				t.Fatalf("%s stands at %s of %d lines", name, h.at, lines)
			}
			var d Daemon
			if h.err == nil {
				d.put(name, h.value)
			}
		}
		merge(daemonBase{}, c.layer, layer{})
	})
}
