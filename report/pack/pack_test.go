package pack

import (
	"bytes"
	"crypto/ed25519"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"

	"scantling/report"
)

var tool = report.Tool{Name: "scantling", Version: "1.0.0"}

// sample is a package of the golden report, whose second profile is at hand.
func sample(t testing.TB) *Package {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "..", "testdata", "golden", "report.json"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r, err := report.ReadJSON(f)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{"profiles/x.hcl": []byte("profile"), "../site/own.hcl": []byte("own"), "/etc/own.hcl": []byte("another")}
	r.Profiles[1].SHA256 = ProfileHash(files)
	return &Package{Report: r, Tool: tool, Options: report.Options{TempDir: t.TempDir()}, Profiles: []Profile{{ID: r.Profiles[1].ID, Files: files}},
		Reviews: map[string][]byte{"/root/review\n.hcl": []byte("waiver"), "review_.hcl": []byte("waiver")}}
}

// signer is a key that is the same in every test.
func signer(t testing.TB, seed byte) Signer {
	t.Helper()
	s, err := ssh.NewSignerFromKey(ed25519.NewKeyFromSeed(bytes.Repeat([]byte{seed}, ed25519.SeedSize)))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func written(t testing.TB, p *Package, name string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := Write(path, p); err != nil {
		t.Fatal(err)
	}
	return path
}

func verified(t testing.TB, path string, signers *Signers) *Finding {
	t.Helper()
	f, err := Check{Signers: signers, Tool: tool, Options: report.Options{TempDir: t.TempDir()}, Now: time.Now()}.Verify(path)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestPackage(t *testing.T) {
	for _, name := range []string{"evidence", "evidence.zip"} {
		p := sample(t)
		p.Signer = signer(t, 1)
		path := written(t, p, name)
		f := verified(t, path, nil)
		if len(f.Faults) > 0 || f.RunID != p.Report.Run.ID {
			t.Errorf("%s: got run %q and the faults %q", name, f.RunID, f.Faults)
		}
		notes := strings.Join(f.Notes, "\n")
		for _, want := range []string{"signed with the ssh-ed25519 key SHA256:", "cell by cell", "profile cis-docker: its files are not in the package"} {
			if !strings.Contains(notes, want) {
				t.Errorf("%s: got %q, want %q", name, notes, want)
			}
		}
		info, err := os.Stat(path)
		if err != nil || info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s may be read by others: %v, %v", name, info.Mode(), err)
		}
		if left, _ := filepath.Glob(filepath.Join(filepath.Dir(path), ".*")); len(left) > 0 {
			t.Errorf("left over: %v", left)
		}
	}
}

func TestPackageNames(t *testing.T) {
	dir := written(t, sample(t), "evidence")
	var got []string
	sums, err := os.ReadFile(filepath.Join(dir, sumsFile))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(sums)) {
		got = append(got, strings.TrimSpace(line[64:]))
	}
	want := []string{"VERIFY.txt", "manifest.json", "own/etc/own.hcl", "own/site/own.hcl", "profiles/x.hcl", "report.html", "report.xlsx", "results.json",
		"review/review_.hcl", "review/root/review_.hcl"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// The same run gives the same archive, signature included.
func TestPackageSameBytes(t *testing.T) {
	var all [2][]byte
	for i := range all {
		p := sample(t)
		p.Signer = signer(t, 1)
		b, err := os.ReadFile(written(t, p, "evidence.zip"))
		if err != nil {
			t.Fatal(err)
		}
		all[i] = b
	}
	if !bytes.Equal(all[0], all[1]) {
		t.Error("the same run gives other bytes")
	}
}

// A package is evidence: nothing takes its place.
func TestPackageIsNotOverwritten(t *testing.T) {
	for _, name := range []string{"evidence", "evidence.zip"} {
		path := written(t, sample(t), name)
		before := tree(t, path)
		if err := Write(path, sample(t)); err == nil || !strings.Contains(err.Error(), "never overwritten") {
			t.Errorf("%s: got %v, want it refused", name, err)
		}
		if err := settle(written(t, sample(t), "another"), path); err == nil {
			t.Errorf("%s: what came meanwhile was replaced", name)
		}
		if after := tree(t, path); after != before {
			t.Errorf("%s: it has changed", name)
		}
	}
	p := sample(t)
	p.Results = strings.Repeat("0", 64)
	path := filepath.Join(t.TempDir(), "evidence")
	if err := Write(path, p); err == nil || !strings.Contains(err.Error(), "as it was read") {
		t.Errorf("got %v, want a report that is not written as it was read refused", err)
	}
	if left, _ := os.ReadDir(filepath.Dir(path)); len(left) > 0 {
		t.Errorf("left over: %v", left)
	}
}

// tree is every name and content below a path.
func tree(t *testing.T, path string) string {
	t.Helper()
	var b strings.Builder
	err := filepath.WalkDir(path, func(name string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(name)
		b.WriteString(name)
		b.Write(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestPath(t *testing.T) {
	r := &report.Report{Run: report.Run{ID: "../2026 x"}}
	if got := Path("/var/{run}.zip", r); got != "/var/_2026_x.zip" {
		t.Errorf("got %q", got)
	}
}
