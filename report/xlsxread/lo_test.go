package xlsxread

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// LibreOffice writes every part of a workbook anew. What it saves must still be
// taken for the report's.
func TestCompareSavedByLibreOffice(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("soffice is missing; .ci/run installs it")
		}
		t.Skip("soffice is missing")
	}
	dir, r := t.TempDir(), saved(t)
	file := filepath.Join(dir, "audit.xlsx")
	if err := os.WriteFile(file, written(t, r), 0o600); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(dir, "out")
	cmd := exec.Command(office, "-env:UserInstallation=file://"+dir+"/home", "--headless", "--convert-to", "xlsx", "--outdir", out, file)
	if b, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, b)
	}
	b, err := os.ReadFile(filepath.Join(out, "audit.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	if d := compared(t, b, r); !d.None() {
		t.Errorf("got %d edits: %q", len(d.Edits)+d.More, d.Edits)
	}
}
