package profiles_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestDebootstrap audits a Debian system that was laid down just now: no row may
// end in an error, and some verdicts follow from what Debian installs.
func TestDebootstrap(t *testing.T) {
	root := debootstrap(t)
	got := statuses(verdicts(t, onDisk(t, root), "cis-debian-12"))
	for row, status := range got {
		if status == "error" {
			t.Errorf("%s is an error", row)
		}
	}
	for row, want := range map[string]string{
		"1.1.1.1": "not_assessed", // no kernel is installed, and none is running that could have it loaded
		"5.4.1.1": "fail",         // PASS_MAX_DAYS 99999
		"7.1.1":   "pass",         // /etc/passwd is 0644
		"7.1.11":  "pass",         // nothing is open to everybody
		"7.2.1":   "pass",         // passwords are in shadow
		"7.2.5":   "pass",         // ids are unique
	} {
		if status := got["cis-debian-12 "+row]; status != want {
			t.Errorf("%s is %s; want %s", row, status, want)
		}
	}
}

// debootstrap lays down a small Debian 12 from the machine's own package source.
func debootstrap(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("takes minutes")
	}
	if _, err := exec.LookPath("debootstrap"); err != nil || os.Geteuid() != 0 {
		if os.Getenv("CI") == "true" {
			t.Fatalf("debootstrap and root are needed: %v", err)
		}
		t.Skip("needs debootstrap and root")
	}
	dir := filepath.Join(t.TempDir(), "root")
	if b, err := exec.Command("debootstrap", "--variant=minbase", "bookworm", dir, mirror(t)).CombinedOutput(); err != nil {
		t.Fatalf("debootstrap: %v\n%s", err, b)
	}
	return dir
}

// mirror is where this machine gets Debian's packages from.
func mirror(t *testing.T) string {
	t.Helper()
	out, err := exec.Command("apt-get", "indextargets", "--format", "$(ORIGIN)|$(COMPONENT)|$(REPO_URI)", "Created-By: Packages").Output()
	if err != nil {
		t.Fatalf("apt-get indextargets: %v", err)
	}
	for line := range strings.Lines(string(out)) {
		f := strings.Split(strings.TrimSpace(line), "|")
		if len(f) == 3 && f[0] == "Debian" && f[1] == "main" && !strings.Contains(f[2], "security") {
			return f[2]
		}
	}
	t.Fatal("no source of Debian's packages; is apt-get update needed?")
	return ""
}
