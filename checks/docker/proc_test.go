package docker

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"scantling/checks/fact"
)

const (
	idA = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
	idB = "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
)

// procWith is a process table with one process for each control group.
func procWith(groups ...string) procFS {
	m := fstest.MapFS{"self": {Data: []byte("1")}}
	for i, g := range groups {
		dir := fmt.Sprint(i+1) + "/"
		m[dir+"cgroup"] = &fstest.MapFile{Data: []byte(g)}
		m[dir+"status"] = &fstest.MapFile{Data: []byte(statusRoot)}
		m[dir+"uid_map"] = &fstest.MapFile{Data: []byte("         0     100000      65536\n")}
		m[dir+"cmdline"] = &fstest.MapFile{Data: []byte("/usr/sbin/sshd\x00--password\x00hunter2\x00")}
	}
	return procFS{m}
}

const statusRoot = "Name:\tsshd\nUid:\t0\t100000\t0\t0\nCapEff:\t00000000a80425fb\nNoNewPrivs:\t1\nSeccomp:\t2\nSeccomp_filters:\t1\n"

func TestFirstProcess(t *testing.T) {
	p := procWith("0::/system.slice/docker-" + idA + ".scope\n")
	got, err := p.first(1, idA, nil)
	want := InitProcess{UID: 0, HostUID: 100000, CapEff: dockerCaps, Seccomp: 2, NoNewPrivs: true}
	if d := cmp.Diff(want, got); d != "" || err != nil {
		t.Errorf("error %v (-want +got):\n%s", err, d)
	}
	var u *fact.Unavailable
	for name, read := range map[string]func() (InitProcess, error){
		"another container's": func() (InitProcess, error) { return p.first(1, idB, nil) },
		"no such process":     func() (InitProcess, error) { return p.first(99, idA, nil) },
		"no id":               func() (InitProcess, error) { return p.first(1, "", nil) },
	} {
		if got, err := read(); !errors.As(err, &u) {
			t.Errorf("%s: got %+v, %v; want a reason of the target", name, got, err)
		}
	}
	delete(p.FS.(fstest.MapFS), "1/uid_map")
	if _, err := p.first(1, idA, nil); !errors.As(err, &u) || !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("without uid_map: got %v", err)
	}
}

func TestParseStatus(t *testing.T) {
	for _, bad := range []string{"", "Uid:\t0\n", strings.Replace(statusRoot, "a80425fb", "x", 1), strings.Replace(statusRoot, "100000", "x", 1),
		strings.Replace(statusRoot, "Seccomp:\t2\n", "", 1)} {
		if _, err := parseStatus([]byte(bad)); err == nil {
			t.Errorf("parseStatus(%q): got no error", bad)
		}
	}
}

func TestInsideID(t *testing.T) {
	for _, tt := range []struct {
		uidMap string
		uid    int
		want   int
		ok     bool
	}{
		{"0 0 4294967295\n", 1000, 1000, true},
		{"0 100000 65536\n", 100007, 7, true},
		{"0 1000 1\n1 100000 65535\n", 100000, 1, true},
		{"0 100000 65536\n", 0, 0, false},
		{"", 0, 0, false},
		{"0 1000\n", 1000, 0, false},
	} {
		if got, err := insideID([]byte(tt.uidMap), tt.uid); got != tt.want || (err == nil) != tt.ok {
			t.Errorf("insideID(%q, %d) = %d, %v; want %d, %t", tt.uidMap, tt.uid, got, err, tt.want, tt.ok)
		}
	}
}

func TestGroupIDs(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want []string
	}{
		{"0::/system.slice/docker-" + idA + ".scope\n", []string{idA}},
		{"5:devices:/docker/" + idA + "\n4:memory:/docker/" + idA + "\n", []string{idA}},
		{"0::/user.slice/libpod-" + idA + ".scope/container\n", []string{idA}},
		{"0::/../../docker-" + idA + ".scope", []string{idA}},
		{"0::/docker/" + idB + "/docker/" + idA + "\n", []string{idA, idB}},
		{"0::/kubepods/besteffort/pod1/" + idA, []string{idA}},
		{"0::/\n", nil},
		{"0::/" + idA + "a\n", nil},
		{"0::/" + idA[1:] + "\n", nil},
	} {
		if got := groupIDs(tt.in); !slices.Equal(got, tt.want) {
			t.Errorf("groupIDs(%q) = %v, want %v", tt.in, got, tt.want)
		}
	}
}

func TestByContainer(t *testing.T) {
	p := procWith("0::/docker/"+idA, "0::/init.scope", "0::/docker/"+idA+"/x", "0::/docker/"+idB)
	got, err := p.byContainer()
	if d := cmp.Diff(map[string][]int{idA: {1, 3}, idB: {4}}, got); d != "" || err != nil {
		t.Errorf("error %v (-want +got):\n%s", err, d)
	}
	r := record{sweep: newSweep(nil, func(string) bool { return true }, nil)}
	one, err := r.process(p, 1)
	want := ContainerProcess{PID: 1, Name: "sshd", Command: "/usr/sbin/sshd --password ***", UID: 100000}
	if one != want || err != nil {
		t.Errorf("got %+v, %v; want %+v", one, err, want)
	}
}

func TestProgramName(t *testing.T) {
	for in, want := range map[string]string{
		"/usr/sbin/sshd -D": "sshd", "sshd: kim [priv]": "sshd", "-sshd": "sshd", "nginx: master process": "nginx", "": "", "x": "x",
	} {
		if got := programName(in); got != want {
			t.Errorf("programName(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestParseTop(t *testing.T) {
	n := &fact.Notes{}
	got, err := parseTop([]byte(`{"Titles":["UID","PID","PPID","C","STIME","TTY","TIME","CMD"],"Processes":[
		["root","812","1","0","10:00","?","00:00:00","sshd: /usr/sbin/sshd -D"],
		["10001","900","812","0","10:00","?","00:00:00","app --token hunter2"],
		["systemd+","901","812","0","10:00","?","00:00:00","x"]]}`), n)
	want := []ContainerProcess{{812, "sshd", "sshd: /usr/sbin/sshd -D", 0}, {900, "app", "app --token ***", 10001}, {901, "x", "x", 0}}
	if d := cmp.Diff(want, got); d != "" || err != nil {
		t.Errorf("error %v (-want +got):\n%s", err, d)
	}
	if n.At("processes[2].uid", nil).Err == nil || n.At("processes[0].uid", nil).Err != nil {
		t.Error("the uid of a name is to be unknown, that of root known")
	}
	for _, bad := range []string{`[]`, `{"Titles":["PID"],"Processes":[["1"]]}`, `{"Titles":["PID","CMD"],"Processes":[["1"]]}`, `{"Titles":["PID","CMD"],"Processes":"x"}`} {
		if _, err := parseTop([]byte(bad), n); err == nil {
			t.Errorf("parseTop(%s): got no error", bad)
		}
	}
}

func FuzzProc(f *testing.F) {
	f.Add(statusRoot, "0 100000 65536\n", "0::/docker/"+idA, 100000)
	f.Add("Uid:\t1 2\n", "0 0 1\n1 1 1", "x", 1)
	f.Fuzz(func(t *testing.T, status, uidMap, group string, uid int) {
		_, _ = parseStatus([]byte(status))
		for _, id := range groupIDs(group) {
			if len(id) != 64 || !strings.Contains(group, id) {
				t.Errorf("group id %q is not in %q", id, group)
			}
		}
		if in, err := insideID([]byte(uidMap), uid); err == nil && in < 0 {
			t.Errorf("insideID(%q, %d) = %d", uidMap, uid, in)
		}
	})
}

func FuzzTop(f *testing.F) {
	f.Add([]byte(`{"Titles":["UID","PID","CMD"],"Processes":[["root","812","sshd"]]}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		got, err := parseTop(raw, &fact.Notes{})
		if err == nil && len(got) > 0 && !json.Valid(raw) {
			t.Errorf("processes from what is no JSON: %q", raw)
		}
	})
}
