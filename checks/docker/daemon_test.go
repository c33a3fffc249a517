package docker

import (
	"errors"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"scantling/checks/fact"
	"scantling/checks/host"
	"scantling/checks/host/rootfs"
)

// A survey is one machine with an engine, given as data.
type survey struct {
	root   string // a file of testdata/roots without docker- and .txtar, or an archive
	add    string // more of the archive
	argv   string // of dockerd, pid 812; "" when it does not run
	pid    int
	euid   int
	exe    string
	start  string // when dockerd started; after the files of the roots were written by default
	info   string // members of GET /info over those of an idle engine; "-" when nobody answers
	bridge string // options of the default bridge network; "-" when it is not told, none
	socket string
}

const idleInfo = `{"ServerVersion":"28.5.2","Driver":"overlay2","LoggingDriver":"json-file","CgroupDriver":"systemd","CgroupVersion":"2",
"DockerRootDir":"/var/lib/docker","LiveRestoreEnabled":false,"Debug":false,"ExperimentalBuild":false,"DefaultRuntime":"runc",
"SecurityOptions":["name=seccomp,profile=builtin","name=cgroupns"],"Plugins":{"Authorization":null},
"RegistryConfig":{"InsecureRegistryCIDRs":["::1/128","127.0.0.0/8"],"IndexConfigs":{"docker.io":{"Secure":true,"Mirrors":[]}},"Mirrors":null}}`

func (s survey) take(t *testing.T) (Daemon, *fact.Notes) {
	t.Helper()
	archive := []byte(s.root)
	if !strings.Contains(s.root, "-- ") && s.root != "" {
		var err error
		if archive, err = os.ReadFile("../../testdata/roots/docker-" + s.root + ".txtar"); err != nil {
			t.Fatal(err)
		}
	}
	root, err := rootfs.Txtar(append(archive, s.add...))
	if err != nil {
		t.Fatal(err)
	}
	var e evidence
	rootless := s.ask(t, &e)
	e.examine(machine{root, host.New(root)}, s.socket, rootless, s.processes(t), nil)
	n := &fact.Notes{}
	return e.effective(n), n
}

func (s survey) ask(t *testing.T, e *evidence) (rootless bool) {
	t.Helper()
	if s.info == "-" {
		e.reportErr = errors.New("GET /info: no engine answers")
		return false
	}
	raw := idleInfo
	if s.info != "" {
		raw = strings.TrimSuffix(idleInfo, "}") + "," + s.info + "}"
	}
	n := &fact.Notes{}
	info, err := parseInfo([]byte(raw), "1.51", n)
	if err != nil {
		t.Fatal(err)
	}
	e.takeInfo(info, n)
	switch s.bridge {
	case "-":
		e.bridgeErr = errors.New("GET /networks/bridge: timeout")
	case "none":
		e.reports.add(noBridge())
	default:
		bridge, err := parseBridge([]byte(`{"EnableIPv6":false,"Options":{` + s.bridge + `}}`))
		if err != nil {
			t.Fatal(err)
		}
		e.reports.add(bridge)
	}
	return info.Rootless
}

func (s survey) processes(t *testing.T) []host.Process {
	t.Helper()
	if s.argv == "" {
		return []host.Process{{PID: 1, Name: "systemd"}}
	}
	started, err := time.Parse(time.RFC3339, "2026-11-02T08:00:00Z")
	if s.start != "" {
		started, err = time.Parse(time.RFC3339, s.start)
	}
	if err != nil {
		t.Fatal(err)
	}
	pid := 812
	if s.pid != 0 {
		pid = s.pid
	}
	return []host.Process{{PID: 1, Name: "systemd"}, {PID: pid, Name: "dockerd", Exe: s.exe, EUID: s.euid, Args: strings.Fields(s.argv), Started: started}}
}

// daemonSays is an attribute as a report would tell it: value, origin, remark, and
// why it is unknown.
func daemonSays(d Daemon, n *fact.Notes, attr string) string {
	at := n.At(attr, nil)
	if at.Err != nil {
		return "unknown: " + at.Err.Error()
	}
	out := fmt.Sprintf("%s <%s>", spell(daemonAttribute(d, attr)), at.Origin)
	if at.Remark != "" {
		out += " " + at.Remark
	}
	return out
}

func daemonAttribute(d Daemon, attr string) any {
	v := reflect.ValueOf(d)
	for i := range v.NumField() {
		f := v.Type().Field(i)
		name := f.Tag.Get("cty")
		if name == "" {
			name = fact.Snake(f.Name)
		}
		if name != attr {
			continue
		}
		if p := v.Field(i); p.Kind() == reflect.Pointer && !p.IsNil() {
			return p.Elem().Interface()
		}
		return v.Field(i).Interface()
	}
	panic("no attribute " + attr)
}

func TestDaemonAttributesAreNamedAfterSettings(t *testing.T) {
	for _, s := range daemonSettings {
		if s.kind == kindOpaque {
			continue
		}
		var d Daemon
		want := s.def
		if want == nil {
			want = s.kind.zero()
		}
		d.put(s.name, want) // panics when the types differ
		if got := daemonAttribute(d, s.attr()); !sameValue(got, want) {
			t.Errorf("%s: attribute %s = %v, want %v", s.name, s.attr(), got, want)
		}
	}
}
