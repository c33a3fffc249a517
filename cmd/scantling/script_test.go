package main

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"scantling/checks/docker/dockertest"
)

var update = flag.Bool("update", false, "renew the expected output in testdata/script")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"scantling": main})
}

// TestScripts runs testdata/script: the program as people call it. $ENGINE is
// the address of an engine that answers from a recording, $HANGING of one that
// takes connections and says nothing.
func TestScripts(t *testing.T) {
	recordings, err := filepath.Abs("../../testdata/docker")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "../../testdata/script",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"fill": fill, "office": office},
		Setup: func(e *testscript.Env) error {
			engine := dockertest.Serve(e.T().(testing.TB), filepath.Join(recordings, "20.10"))
			e.Setenv("ENGINE", engine.Host())
			hanging := dockertest.Serve(e.T().(testing.TB), filepath.Join(recordings, "20.10"))
			hanging.Hang("/*")
			e.Setenv("HANGING", hanging.Host())
			e.Setenv("NO_COLOR", "1")
			return nil
		},
	})
}

// TestUsage runs the program in this process, with streams of its own.
func TestUsage(t *testing.T) {
	for _, tt := range []struct {
		args string
		code int
		want string
	}{
		{"audt", exitFault, `Did you mean "audit"?`},
		{"audit --nosuch", exitFault, "see scantling audit --help"},
		{"audit extra", exitFault, `unexpected "extra"`},
		{"audit -o nosuch=x", exitFault, "nosuch"},
		{"audit -o xlsx", exitFault, "FORMAT=PATH"},
		{"audit -o sarif", exitFault, `FORMAT=PATH, such as -o xlsx=audit.xlsx, not "sarif"`},
		{"convert -o sarif= x.json", exitFault, "FORMAT=PATH"},
		{"audit -o yaml=x", exitFault, "junit, sarif, hdf, xccdf, arf, markdown, prometheus, github, gitlab, package"},
		{"audit --nosuch --help", exitFault, "see scantling audit --help"},
		{"profile lint --nosuch", exitFault, "see scantling profile lint --help"},
		{"--nosuch", exitFault, "see scantling --help"},
		{"audit --color purple", exitFault, "auto, always, never"},
		{"audit --type lapdog", exitFault, "server, workstation"},
		{"audit --level -1", exitFault, "from 1 to 3"},
		{"audit --min-coverage 101", exitFault, "from 0 to 100"},
		{"audit --fail-on bad", exitFault, "critical, high, medium, low"},
		{"audit --profile cis-dcker", exitFault, "cis-docker"},
		{"audit --host ftp://x", exitFault, "ftp"},
		{"explain nosuch", exitFault, "nothing is called"},
		{"facts nosuch", exitFault, "there is no fact"},
		{"facts file", exitFault, "scantling facts file /etc/passwd"},
		{"convert", exitFault, "one saved report"},
		{"review import", exitFault, "one workbook"},
		{"review import none.xlsx", exitFault, "there is no none.json"},
		{"review import none.xlsx --jsn x", exitFault, "see scantling review import --help"},
		{"review import none.xlsx --json", exitFault, "needs an argument"},
		{"review new", exitFault, "one saved report"},
		{"completion tcsh", exitFault, "bash, zsh and fish"},
	} {
		var out, errs strings.Builder
		a := &app{in: strings.NewReader(""), out: &out, err: &errs, env: func(string) string { return "" }, now: time.Now, width: 80}
		code := a.run(append([]string{"scantling"}, strings.Fields(tt.args)...))
		if code != tt.code || !strings.Contains(errs.String(), tt.want) {
			t.Errorf("scantling %s: got %d, %q; want %d, %q", tt.args, code, errs.String(), tt.code, tt.want)
		}
		if out.Len() > 0 {
			t.Errorf("scantling %s: an error came with output %q", tt.args, out.String())
		}
	}
}

func TestLock(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lock")
	unlock, err := lock(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := lock(path); err == nil || !strings.Contains(err.Error(), "another audit") {
		t.Errorf("got %v; want the second lock refused", err)
	}
	unlock()
	again, err := lock(path)
	if err != nil {
		t.Errorf("got %v; want the lock free again", err)
	} else {
		again()
	}
	if err := os.Symlink("/etc/passwd", path+"2"); err != nil {
		t.Fatal(err)
	}
	if _, err := lock(path + "2"); err == nil {
		t.Error("a lock was taken through a symbolic link")
	}
}
