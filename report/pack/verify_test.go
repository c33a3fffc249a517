package pack

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/hiddeco/sshsig"
	"github.com/xuri/excelize/v2"

	"scantling/report"
)

// edit changes a file of a folder.
func edit(name, old, replacement string) func(string) error {
	return func(dir string) error {
		b, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(dir, name), []byte(strings.Replace(string(b), old, replacement, 1)), 0o600)
	}
}

// resum writes SHA256SUMS anew, as somebody who can would.
func resum(dir string) error {
	c, err := folder(dir)
	if err != nil {
		return err
	}
	defer c.close()
	v := &verifier{content: c}
	w := &writer{Package: &Package{}, dir: dir}
	for name := range c.sizes {
		if name == sumsFile || name == signatureFile {
			continue
		}
		sum, err := v.hashOf(name)
		if err != nil {
			return err
		}
		w.files = append(w.files, File{Path: name, SHA256: sum})
	}
	if err := os.Remove(filepath.Join(dir, sumsFile)); err != nil {
		return err
	}
	return w.sums()
}

// resign signs with the key of somebody else.
func resign(t *testing.T) func(string) error {
	return func(dir string) error {
		if err := os.Remove(filepath.Join(dir, signatureFile)); err != nil {
			return err
		}
		return (&writer{Package: &Package{Signer: signer(t, 2)}, dir: dir}).sign()
	}
}

func both(steps ...func(string) error) func(string) error {
	return func(dir string) error {
		for _, step := range steps {
			if err := step(dir); err != nil {
				return err
			}
		}
		return nil
	}
}

func setCell(sheet, cell string, value any) func(string) error {
	return func(dir string) error {
		f, err := excelize.OpenFile(filepath.Join(dir, workbookFile))
		if err != nil {
			return err
		}
		defer f.Close()
		if err := f.SetCellValue(sheet, cell, value); err != nil {
			return err
		}
		return f.Save()
	}
}

func TestVerifyFindsChanges(t *testing.T) {
	if testing.Short() {
		t.Skip("a minute, with the race detector")
	}
	remove := func(name string) func(string) error {
		return func(dir string) error { return os.Remove(filepath.Join(dir, name)) }
	}
	add := func(name, text string) func(string) error {
		return func(dir string) error { return os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600) }
	}
	for _, tt := range []struct {
		name   string
		change func(string) error
		want   string
	}{
		{"a result", edit(resultsFile, `"status":"fail"`, `"status":"pass"`), "results.json has changed"},
		{"the page", edit(pageFile, "fail", "pass"), "report.html has changed"},
		{"a file more", add("note.txt", "x"), "note.txt is not listed"},
		{"a file less", remove(pageFile), "report.html is missing"},
		{"the manifest gone", remove(manifestFile), "there is no manifest.json"},
		{"the signature gone", remove(signatureFile), "there is no SHA256SUMS.sig"},
		{"another signature", edit(signatureFile, "U1NIU0lH", "U1NIU0lI"), "not a good signature"},
		{"a result and its hash", both(edit(resultsFile, `"status":"fail"`, `"status":"pass"`), resum), "not a good signature"},
		{"the same without a signature", both(edit(resultsFile, `"status":"fail"`, `"status":"pass"`), remove(signatureFile), resum), "SHA-256 of results.json of manifest.json"},
		{"a profile and its hash", both(edit("profiles/x.hcl", "profile", "another"), resum), "profile cis-debian-12: its files have the SHA-256"},
		{"a cell and its hash", both(setCell("Findings", "A2", "pass"), resum), `report.xlsx: Findings!A2 (Status)`},
		{"another run in the manifest", both(edit(manifestFile, `"run_id": "7b1d`, `"run_id": "8b1d`), resum), "run of manifest.json: 8b1d"},
		{"another signature by somebody else", resign(t), "signed the package; the signature is by"},
		{"a signature that the manifest does not know", both(edit(manifestFile, `"signer": {`, `"signer": null, "x": {`), resum, resign(t)), "says that nobody signed"},
		{"a size in the manifest", both(edit(manifestFile, `"size": `, `"size": 1`), resum), "bytes; manifest.json says 1"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := sample(t)
			p.Signer = signer(t, 1)
			dir := written(t, p, "evidence")
			if err := tt.change(dir); err != nil {
				t.Fatal(err)
			}
			if f := verified(t, dir, nil); !strings.Contains(strings.Join(f.Faults, "\n"), tt.want) {
				t.Errorf("got the faults %q, want %q", f.Faults, tt.want)
			}
		})
	}
}

// Another version of the program may write workbooks in another way. The run and
// the hash on the cover must be there.
func TestVerifyOfAnotherVersion(t *testing.T) {
	dir := written(t, sample(t), "evidence")
	check := Check{Tool: tool, Options: report.Options{TempDir: t.TempDir()}, Now: time.Now()}
	if err := both(edit(manifestFile, `"workbook_writer": "`, `"workbook_writer": "0`), resum)(dir); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		change func(string) error
		want   string
	}{
		{func(string) error { return nil }, ""},
		{both(edit(manifestFile, "x", "x"), func(dir string) error {
			other := sample(t)
			other.Report.Run.ID = "other"
			b, err := os.ReadFile(filepath.Join(written(t, other, "evidence"), workbookFile))
			if err != nil {
				return err
			}
			return os.WriteFile(filepath.Join(dir, workbookFile), b, 0o600)
		}, resum), "its cover does not have the run's id"},
	} {
		if err := tt.change(dir); err != nil {
			t.Fatal(err)
		}
		f, err := check.Verify(dir)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(f.Faults, "\n"); !strings.Contains(got, tt.want) || (tt.want == "" && got != "") {
			t.Errorf("got the faults %q, want %q", got, tt.want)
		}
	}
}

func TestVerifySigners(t *testing.T) {
	p := sample(t)
	p.Signer = signer(t, 1)
	dir := written(t, p, "evidence")
	line := string(signerLine(signer(t, 1).PublicKey()))
	for _, tt := range []struct{ lines, want string }{
		{line, ""},
		{"# a comment\n\n" + string(signerLine(signer(t, 2).PublicKey())) + line, ""},
		{strings.Replace(line, ` namespaces="scantling-evidence"`, "", 1), ""},
		{string(signerLine(signer(t, 2).PublicKey())), "not one of the allowed signers"},
		{strings.Replace(line, "scantling-evidence", "git", 1), "is for git"},
		{strings.Replace(line, "namespaces=", `valid-before="20200101",namespaces=`, 1), "was not valid"},
		{strings.Replace(line, "namespaces=", `valid-after="29990101Z",namespaces=`, 1), "was not valid"},
		{strings.Replace(line, "namespaces=", `valid-after="20200101",valid-before="299901010000Z",namespaces=`, 1), ""},
	} {
		s, err := parseSigners([]byte(tt.lines))
		if err != nil {
			t.Fatal(err)
		}
		got := strings.Join(verified(t, dir, s).Faults, "\n")
		if !strings.Contains(got, tt.want) || (tt.want == "" && got != "") {
			t.Errorf("%s: got %q, want %q", tt.lines, got, tt.want)
		}
	}
	s, err := parseSigners([]byte(line))
	if err != nil {
		t.Fatal(err)
	}
	if f := verified(t, written(t, sample(t), "evidence"), s); len(f.Faults) != 1 {
		t.Errorf("an unsigned package: got the faults %q", f.Faults)
	}
	for _, bad := range []string{"", "x", "kim cert-authority " + strings.SplitN(line, " ", 3)[2], "kim ssh-ed25519 AAAA"} {
		if _, err := parseSigners([]byte(bad)); err == nil {
			t.Errorf("%q is taken for allowed signers", bad)
		}
	}
}

// A signature that was made for something else is none of a package.
func TestVerifyNamespace(t *testing.T) {
	p := sample(t)
	p.Signer = signer(t, 1)
	dir := written(t, p, "evidence")
	sums, err := os.ReadFile(filepath.Join(dir, sumsFile))
	if err != nil {
		t.Fatal(err)
	}
	sig, err := sshsig.Sign(bytes.NewReader(sums), p.Signer, sshsig.HashSHA512, "git")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, signatureFile), sshsig.Armor(sig), 0o600); err != nil {
		t.Fatal(err)
	}
	if f := verified(t, dir, nil); !strings.Contains(strings.Join(f.Faults, "\n"), "namespace") {
		t.Errorf("got the faults %q", f.Faults)
	}
}

func TestChain(t *testing.T) {
	first := verified(t, written(t, sample(t), "a"), nil)
	next := func(previous *report.Previous) *Finding {
		p := sample(t)
		p.Report.Run.ID, p.Report.Run.Previous = "later", previous
		return verified(t, written(t, p, "b.zip"), nil)
	}
	for _, tt := range []struct {
		previous *report.Previous
		want     string
	}{
		{&report.Previous{RunID: first.RunID, SHA256: first.Results}, ""},
		{&report.Previous{RunID: first.RunID, SHA256: strings.Repeat("0", 64)}, "the run before it is"},
		{nil, "names no run before it"},
	} {
		f := next(tt.previous)
		Chain([]*Finding{first, f})
		got := strings.Join(f.Faults, "\n")
		if !strings.Contains(got, tt.want) || (tt.want == "" && got != "") {
			t.Errorf("got the faults %q, want %q", got, tt.want)
		}
	}
}
