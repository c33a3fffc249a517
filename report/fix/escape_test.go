package fix

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"scantling/checks"
)

// TestScriptStaysInRoot: a mounted disk is foreign, and its links may lead to the
// files of the machine that mends it. Whatever happens, those stay as they are.
func TestScriptStaysInRoot(t *testing.T) {
	steps := []checks.Step{
		{Kind: "lines", Path: "/etc/sub/old", Lines: []string{"new"}},
		{Kind: "access", Paths: []string{"/etc/sub/old"}, Mode: "0600"},
	}
	p := Make(sampleReport([]sampleRow{{"1", "none", "", steps}}), root(t, "-- etc/sub/old --\nold\n"), "")
	var script bytes.Buffer
	if err := WriteShell(&script, p, Options{}); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name, link string // link: what of the disk leads to the machine's folder or file
		to         string
		want       string // of the output; empty: the script ends well
	}{
		{"no link", "", "", ""},
		{"a link within", "etc/sub", "other", ""},
		{"a folder", "etc/sub", "OUT", "leads out of"},
		{"all of /etc", "etc", "OUT", "leads out of"},
		{"up and out", "etc/sub", "../../OUT", "leads out of"},
		{"copies", "var/backups", "OUT", "leads out of"},
		{"a planted name", "etc/sub/old.scantling", "OUT/old", ""},
	} {
		base := t.TempDir()
		disk, out := filepath.Join(base, "disk"), filepath.Join(base, "OUT")
		for _, dir := range []string{out, out + "/sub", disk + "/etc/sub", disk + "/etc/other", disk + "/var"} {
			lay(t, os.MkdirAll(dir, 0o755))
		}
		files := []string{out + "/old", out + "/sub/old", disk + "/etc/sub/old", disk + "/etc/other/old"}
		for _, file := range files {
			lay(t, os.WriteFile(file, []byte("old\n"), 0o644))
		}
		if tt.link != "" {
			lay(t, os.RemoveAll(filepath.Join(disk, tt.link)))
			to := tt.to
			if strings.HasPrefix(to, "OUT") {
				to = filepath.Join(base, to)
			}
			lay(t, os.Symlink(to, filepath.Join(disk, tt.link)))
		}
		cmd := exec.Command("sh", "-s", "--", "--apply")
		cmd.Stdin = bytes.NewReader(script.Bytes())
		cmd.Env = append(os.Environ(), "SCANTLING_ROOT="+disk)
		said, err := cmd.CombinedOutput()
		if (err == nil) != (tt.want == "") || !strings.Contains(string(said), tt.want) {
			t.Errorf("%s: %v\n%s", tt.name, err, said)
		}
		for _, file := range files[:2] {
			text, err := os.ReadFile(file)
			info, statErr := os.Stat(file)
			if err != nil || statErr != nil || string(text) != "old\n" || info.Mode().Perm() != 0o644 {
				t.Errorf("%s: %s of the machine is %q, %v", tt.name, file, text, info.Mode())
			}
		}
		if left, _ := filepath.Glob(out + "/*"); len(left) != 2 {
			t.Errorf("%s: the machine's folder holds %q", tt.name, left)
		}
	}
}

func lay(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
