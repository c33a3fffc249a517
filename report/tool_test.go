package report

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// tool finds a program that validates a format. CI has all of them.
func tool(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("%s is missing; .ci/run installs it", name)
		}
		t.Skipf("%s is missing", name)
	}
	return path
}

// accepts runs a program over a report in a file, the last argument.
func accepts(t *testing.T, b []byte, name string, args ...string) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "report.xml")
	if err := os.WriteFile(file, b, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(tool(t, name), append(args, file)...).CombinedOutput()
	if err != nil || bytes.Contains(out, []byte("Error")) {
		t.Errorf("%s: %v: %.3000s", name, err, out)
	}
}
