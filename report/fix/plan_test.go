package fix

import (
	"bytes"
	"flag"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"scantling/checks"
	"scantling/checks/host/rootfs"
	"scantling/report"
)

var update = flag.Bool("update", false, "renew testdata/golden/fix")

const machine = `
-- etc/docker/daemon.json --
{
  "mtu": 1400,
  "log-opts": {
    "max-file": "3"
  }
}
-- etc/broken.json --
# no JSON
-- etc/fstab --
UUID=1 / ext4 defaults 0 1
UUID=2 /tmp ext4 defaults 0 2
-- etc/login.defs --
PASS_MAX_DAYS	99999
UMASK		022
-- etc/security/pwquality.conf -> ../pwquality.real --
-- etc/pwquality.real --
# minlen = 8
-- etc/shadow 0644 0:42 --
-- etc/secret deny --
-- etc/passwd --
root:x:0:0:root:/root:/bin/sh
-- etc/group --
root:x:0:
shadow:x:42:
`

// A sampleRow is a failed row with the steps of its one result.
type sampleRow struct {
	id, disruption, impact string
	steps                  []checks.Step
}

var sample = []sampleRow{
	{"1.1", "restart_daemon", "Containers no longer speak to each other.", []checks.Step{
		{Kind: "json", Path: "/etc/docker/daemon.json", Merge: map[string]any{"icc": false}},
		{Kind: "run", Argv: []string{"systemctl", "restart", "docker.service"}, Live: true}}},
	{"1.2", "reload", "The host cannot join a swarm.", []checks.Step{
		{Kind: "json", Path: "/etc/docker/daemon.json", Merge: map[string]any{"live-restore": true, "log-opts": map[string]any{"max-size": "10m"}}},
		{Kind: "run", Argv: []string{"systemctl", "reload", "docker.service"}, Live: true}}},
	{"1.3", "reload", "None.", []checks.Step{{Kind: "json", Path: "/etc/broken.json", Merge: map[string]any{"a": 1.0}}}},
	{"2.1", "none", "None.", []checks.Step{{Kind: "settings", Path: "/etc/security/pwquality.conf", Form: "equals", Set: map[string]string{"minlen": "14"}, Better: "higher"}}},
	{"2.2", "none", "Longer passwords are needed.", []checks.Step{{Kind: "settings", Path: "/etc/security/pwquality.conf", Form: "equals", Set: map[string]string{"minlen": "15"}, Better: "higher"}}},
	{"2.3", "none", "None.", []checks.Step{{Kind: "settings", Path: "/etc/login.defs", Form: "space", Set: map[string]string{"UMASK": "027"}}}},
	{"2.4", "none", "None.", []checks.Step{{Kind: "settings", Path: "/etc/login.defs", Form: "space", Set: map[string]string{"UMASK": "077"}}}},
	{"3.1", "none", "Old clients.", []checks.Step{{Kind: "lines", Path: "/etc/modprobe.d/60-hardening.conf", Lines: []string{"install cramfs /bin/false", "blacklist cramfs"}}}},
	{"3.2", "reboot", "Programs that run from /tmp.", []checks.Step{{Kind: "fstab", Mount: "/tmp", Options: []string{"nodev", "noexec"}}}},
	{"4.1", "none", "None.", []checks.Step{{Kind: "access", Paths: []string{"/etc/shadow"}, Mode: "u-xs,g-wxs,o-rwxt", Owner: "root", Group: "shadow"}}},
	{"4.2", "none", "None.", []checks.Step{{Kind: "lines", Path: "/etc/secret", Lines: []string{"x"}}}},
	{"5.1", "none", "Whoever uses it loses it.", []checks.Step{{Kind: "unit", Names: []string{"cups.service"}, State: "masked"}}},
	{"5.2", "none", "It goes.", []checks.Step{{Kind: "package", Names: []string{"telnet"}, State: "absent"}}},
	{"5.3", "none", "It comes.", []checks.Step{{Kind: "package", Names: []string{"auditd"}, State: "present"}}},
	{"5.4", "none", "Passwords have to be changed.", []checks.Step{{Kind: "run", Argvs: [][]string{{"chage", "-M", "365", "--", "kim"}}}}},
	{"6.1", "recreate", "The container starts anew.", nil},
}

func sampleReport(rows []sampleRow) *report.Report {
	r := &report.Report{
		Tool: report.Tool{Name: "scantling", Version: "1.2.3"}, Run: report.Run{ID: "20261130T120000.000Z"},
		Targets: []report.Target{{Name: "web01", Kind: "host"}},
	}
	for _, s := range rows {
		r.Recommendations = append(r.Recommendations, report.Recommendation{
			Profile: "site", ID: s.id, Title: "What row " + s.id + " asks for", Status: report.Fail, Severity: "medium",
			Disruption: s.disruption, Impact: s.impact, Counts: map[string]int{report.Fail: 1},
		})
		r.Results = append(r.Results, report.Result{
			Profile: "site", ID: s.id, Status: report.Fail, Remediation: "Recreate web: docker run --read-only, for row " + s.id + ".", Steps: s.steps,
		})
	}
	return r
}

func root(t *testing.T, archive string) *rootfs.FS {
	t.Helper()
	fsys, err := rootfs.Txtar([]byte(archive))
	if err != nil {
		t.Fatal(err)
	}
	return fsys
}

// TestGolden writes one plan with a step of each kind, a refusal, a clash and a
// row for people in every format.
func TestGolden(t *testing.T) {
	for _, f := range Formats {
		for name, p := range map[string]*Plan{
			"plan":        Make(sampleReport(sample), root(t, machine), ""),
			"plan-unread": Make(sampleReport(sample), nil, "the run is of web01, and this machine is db02"),
		} {
			var b bytes.Buffer
			if err := f.Write(&b, p, Options{}); err != nil {
				t.Fatal(err)
			}
			golden := filepath.Join("../../testdata/golden/fix", name+"."+f.Name)
			if *update {
				if err := os.WriteFile(golden, b.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), b.String()); diff != "" {
				t.Errorf("%s (-want +got):\n%s", golden, diff)
			}
		}
	}
}

// TestEveryKind: each kind of step that a control can have shows in each format.
func TestEveryKind(t *testing.T) {
	marks := map[string]string{
		"json": "daemon.json", "settings": "login.defs", "lines": "60-hardening.conf", "fstab": "/etc/fstab",
		"access": "/etc/shadow", "unit": "cups.service", "package": "auditd", "run": "chage",
	}
	if kinds := checks.StepKinds(); len(marks) != len(kinds) {
		t.Fatalf("there are kinds that are not looked for: %v", kinds)
	}
	p := Make(sampleReport(sample), root(t, machine), "")
	for _, f := range Formats {
		var b bytes.Buffer
		if err := f.Write(&b, p, Options{}); err != nil {
			t.Fatal(err)
		}
		text := strings.ReplaceAll(b.String(), `\`, "")
		for kind, mark := range marks {
			if !strings.Contains(text, mark) {
				t.Errorf("%s: no step of kind %s", f.Name, kind)
			}
		}
	}
}

// TestWays: a row is closed by patch, by command or by hand, and says why.
func TestWays(t *testing.T) {
	p := Make(sampleReport(sample), root(t, machine), "")
	ways := map[string]Way{
		"1.1": ByPatch, "1.2": ByPatch, "1.3": ByHand, "2.1": ByPatch, "2.2": ByPatch, "2.3": ByPatch, "2.4": ByHand, "3.1": ByPatch,
		"3.2": ByPatch, "4.1": ByPatch, "4.2": ByHand, "5.1": ByCommand, "5.2": ByCommand, "5.3": ByCommand, "5.4": ByCommand, "6.1": ByHand,
	}
	whys := map[string]string{"1.3": "it is no JSON", "2.4": "site/2.3 wants 027", "4.2": "/etc/secret could not be read"}
	for _, r := range p.Rows {
		if r.Way != ways[r.ID] || !strings.Contains(r.Why, whys[r.ID]) || (whys[r.ID] == "" && r.Why != "") {
			t.Errorf("%s: way %d, why %q; want %d, %q", r.ID, r.Way, r.Why, ways[r.ID], whys[r.ID])
		}
	}
	if len(p.Clashes) != 2 || !strings.Contains(p.Clashes[0], "the stricter one, 15, is taken") {
		t.Errorf("clashes: %q", p.Clashes)
	}
	p.UpTo("reload")
	if len(p.At("restart_daemon"))+len(p.At("reboot")) > 0 {
		t.Error("up to reload leaves what restarts")
	}
	for _, r := range p.Rows {
		if slices.Contains([]string{"1.1", "1.2", "3.2"}, r.ID) && r.Way != ByHand {
			t.Errorf("%s is left out and said to be closed", r.ID)
		}
	}
}

var nasty = []string{
	"/etc/a b", "/etc/$(touch pwned)", "/etc/`touch pwned`", `/etc/'"; touch pwned; '`, "/etc/-rf", "/etc/\x1b[31mred", "/etc/\u202eexe", "/etc/{{ lookup('pipe', 'touch pwned') }}",
	"/etc/{% raw %}", "/etc/#! x", "/etc/ünï", "/etc/%s%n", "/etc/a\\nb", "/etc/[x](http://e)", "/etc/<script>alert(1)</script>", "/etc/=cmd|' /C calc'!A1", "/etc/" + strings.Repeat("x", 1<<16),
}

// hostile are rows with what somebody may have called a file, a user or a unit, or
// written into a file.
func hostile() ([]sampleRow, string) {
	var rows []sampleRow
	archive := ""
	for i, name := range nasty {
		id := "1." + string(rune('a'+i))
		rows = append(rows, sampleRow{id, "none", "May break " + name + "\n\x1b[2J", []checks.Step{
			{Kind: "access", Paths: []string{name}, Mode: "o-w", Owner: strings.TrimPrefix(name, "/etc/-")},
			{Kind: "lines", Path: "/etc/new" + name, Lines: []string{name, "END", "EOF"}},
			{Kind: "run", Argv: []string{"printf", "%s", name}},
		}})
	}
	rows = append(rows, sampleRow{"2.1", "none", "", []checks.Step{{Kind: "lines", Path: "/etc/old", Lines: []string{"new"}}}})
	archive += "-- etc/old --\n\x1b[31mred\x1b[0m \u202ebidi\nEND\n$(touch pwned)\n`touch pwned`\n'\n{{ x }}\n\ttab\n%s\\n\n"
	for i, path := range []string{"", "relative", "/etc/../x", "/etc/a\x00b", "/etc/\uFFFD", "/etc/a\nb"} {
		rows = append(rows, sampleRow{"3." + string(rune('a'+i)), "none", "", []checks.Step{{Kind: "access", Paths: []string{path}, Mode: "0600"}}})
	}
	return rows, archive
}

// TestHostile: nothing of it is executed, evaluated or shown as it is.
func TestHostile(t *testing.T) {
	rows, archive := hostile()
	r := sampleReport(rows)
	r.Targets[0].Name, r.Run.ID = "web01", "x'\n$(touch pwned)"
	p := Make(r, root(t, archive), "")
	for _, row := range p.Rows {
		if strings.HasPrefix(row.ID, "3.") && row.Way != ByHand {
			t.Errorf("%s has a path that no plan can name, and is said to be closed", row.ID)
		}
	}
	for _, f := range Formats {
		var b bytes.Buffer
		if err := f.Write(&b, p, Options{}); err != nil {
			t.Fatal(err)
		}
		for i, line := range strings.Split(b.String(), "\n") {
			if strings.ContainsAny(line, "\x1b\r\x00\u202e") {
				t.Errorf("%s:%d shows what it must not: %.80q", f.Name, i+1, line)
			}
		}
		if f.Name == "ansible" {
			for line := range strings.Lines(b.String()) {
				if strings.Contains(line, "{{") && !strings.Contains(line, "!unsafe") && !strings.HasPrefix(line, "#") {
					t.Errorf("ansible evaluates %.80q", line)
				}
			}
		}
	}
}

// TestHostileScript runs the script on a root: what is written is what was meant,
// and nothing else is there.
func TestHostileScript(t *testing.T) {
	rows, archive := hostile()
	for i := range rows {
		rows[i].steps = slices.DeleteFunc(rows[i].steps, func(s checks.Step) bool {
			return s.Kind == "access" || strings.Contains(s.Path, strings.Repeat("x", 256))
		})
	}
	dir := t.TempDir()
	old, err := root(t, archive).ReadFile("/etc/old")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(dir, "etc"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "etc/old"), old, 0o640); err != nil {
		t.Fatal(err)
	}
	p := Make(sampleReport(rows), root(t, archive), "")
	script := filepath.Join(t.TempDir(), "fix.sh")
	var b bytes.Buffer
	if err := WriteShell(&b, p, Options{}); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(script, b.Bytes(), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{script}, {script, "--apply"}, {script, "--apply"}} {
		cmd := exec.Command("sh", args...)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "SCANTLING_ROOT="+dir)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v: %v\n%s", args, err, out)
		}
	}
	for _, a := range p.Actions {
		if a.Kind != "file" {
			continue
		}
		got, err := os.ReadFile(filepath.Join(dir, a.Path))
		if err != nil || !bytes.Equal(got, a.After) {
			t.Errorf("%q: %v\ngot  %q\nwant %q", a.Path, err, got, a.After)
		}
	}
	if info, err := os.Stat(filepath.Join(dir, "etc/old")); err != nil || info.Mode() != 0o640 {
		t.Errorf("a patched file has %v; want its old mode", info.Mode())
	}
	err = filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err == nil && (d.Name() == "pwned" || strings.HasSuffix(d.Name(), ".scantling")) {
			t.Errorf("%s was made", name)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

// TestScriptStops: a file that changed since the plan, a link in its place, another
// machine and an unknown argument end the script before anything is done.
func TestScriptStops(t *testing.T) {
	p := Make(sampleReport([]sampleRow{{"1", "none", "", []checks.Step{{Kind: "lines", Path: "/etc/old", Lines: []string{"new"}}}}}), root(t, "-- etc/old --\nold\n"), "")
	script := filepath.Join(t.TempDir(), "fix.sh")
	var b bytes.Buffer
	if err := WriteShell(&b, p, Options{}); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(script, b.Bytes(), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name, want string
		root       bool
		args       []string
		lay        func(dir string) error
	}{
		{"changed", "has changed since the plan was made", true, []string{"--apply"}, func(dir string) error {
			return os.WriteFile(filepath.Join(dir, "etc/old"), []byte("other\n"), 0o644)
		}},
		{"gone", "has changed since the plan was made", true, []string{"--apply"}, func(string) error { return nil }},
		{"a link", "is a link", true, []string{"--apply"}, func(dir string) error { return os.Symlink("/etc/passwd", filepath.Join(dir, "etc/old")) }},
		{"another machine", "this plan is for web01", false, nil, func(string) error { return nil }},
		{"an argument", "usage", true, []string{"--aply"}, func(string) error { return nil }},
	} {
		dir := t.TempDir()
		if err := os.Mkdir(filepath.Join(dir, "etc"), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := tt.lay(dir); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command("sh", append([]string{script}, tt.args...)...)
		if tt.root {
			cmd.Env = append(os.Environ(), "SCANTLING_ROOT="+dir)
		}
		out, err := cmd.CombinedOutput()
		if err == nil || !strings.Contains(string(out), tt.want) {
			t.Errorf("%s: %v\n%s", tt.name, err, out)
		}
	}
}

func FuzzQuote(f *testing.F) {
	for _, s := range nasty {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if strings.ContainsRune(s, 0) || strings.HasSuffix(s, "\n") {
			return
		}
		q := quote(s)
		if report.SafeLines(q) != q {
			t.Errorf("%q is quoted as %q, which shows what it must not", s, q)
		}
		if len(q) > 100_000 {
			return
		}
		out, err := exec.Command("sh", "-c", "printf %s "+q).Output()
		if err != nil || string(out) != s {
			t.Errorf("%q is quoted as %s and comes out as %q: %v", s, q, out, err)
		}
	})
}
