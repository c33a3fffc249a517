package pack

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/hiddeco/sshsig"
	"golang.org/x/sys/unix"
)

// An entry of a hostile archive.
type entry struct {
	name, text string
	mode       fs.FileMode
	change     func(*zip.FileHeader)
}

func zipped(t testing.TB, all ...entry) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, e := range all {
		h := &zip.FileHeader{Name: e.name}
		h.SetMode(e.mode | 0o600)
		if e.change != nil {
			e.change(h)
		}
		w, err := z.CreateHeader(h)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(e.text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestHostileArchives(t *testing.T) {
	for name, tt := range map[string]struct {
		all  []entry
		want string
	}{
		"out of it":       {[]entry{{name: "../x"}}, "no name for a file"},
		"from the root":   {[]entry{{name: "/etc/passwd"}}, "no name for a file"},
		"by Windows' way": {[]entry{{name: `..\x`}}, "no name for a file"},
		"a drive":         {[]entry{{name: "C:x"}}, "no name for a file"},
		"a line break":    {[]entry{{name: "a\nb"}}, "no name for a file"},
		"a long name":     {[]entry{{name: strings.Repeat("a", 501)}}, "no name for a file"},
		"a link":          {[]entry{{name: "x", text: "/etc/passwd", mode: fs.ModeSymlink}}, "a link or a device"},
		"a device":        {[]entry{{name: "x", mode: fs.ModeDevice}}, "a link or a device"},
		"twice":           {[]entry{{name: "a"}, {name: "a"}}, "there twice"},
		"twice, by case":  {[]entry{{name: "a"}, {name: "A"}}, "there twice"},
		"encrypted":       {[]entry{{name: "a", change: func(h *zip.FileHeader) { h.Flags |= 1 }}}, "encrypted"},
		"no package":      {[]entry{{name: "a"}}, "no SHA256SUMS"},
		"strange hashes":  {[]entry{{name: sumsFile, text: "x"}}, "line 1"},
		"a hash twice":    {[]entry{{name: sumsFile, text: strings.Repeat(strings.Repeat("0", 64)+"  a\n", 2)}}, "again"},
		"lines of DOS":    {[]entry{{name: sumsFile, text: strings.Repeat("0", 64) + "  a\r\n"}}, "CR LF"},
	} {
		path := filepath.Join(t.TempDir(), "p.zip")
		if err := os.WriteFile(path, zipped(t, tt.all...), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := (Check{Now: time.Now()}).Verify(path); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: got %v, want %q", name, err, tt.want)
		}
	}
}

// A header may say any size: what is unpacked counts, and a header that says too
// much is refused at once.
func TestBombs(t *testing.T) {
	b := zipped(t, entry{name: sumsFile, text: strings.Repeat("x", 1<<20)})
	at := bytes.Index(b, []byte("PK\x01\x02"))
	for name, tt := range map[string]struct {
		size uint32
		want string
	}{
		"says less": {10, "not a valid zip file"},
		"says more": {0xfffffff0, "more than it may have"},
	} {
		lying := bytes.Clone(b)
		binary.LittleEndian.PutUint32(lying[at+24:], tt.size)
		path := filepath.Join(t.TempDir(), "p.zip")
		if err := os.WriteFile(path, lying, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := (Check{Now: time.Now()}).Verify(path); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: got %v, want %q", name, err, tt.want)
		}
	}
	many := make([]entry, maxFiles+1)
	for i := range many {
		many[i].name = fmt.Sprint("f", i)
	}
	z, err := zip.NewReader(bytes.NewReader(zipped(t, many...)), int64(len(zipped(t, many...))))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := entries(z); err == nil {
		t.Error("very many files are not refused")
	}
	c := &content{sizes: map[string]int64{}, seen: map[string]bool{}}
	for i := range 4 {
		err = c.add(fmt.Sprint(i), 0, maxFile)
	}
	if err == nil || !strings.Contains(err.Error(), "unpacks to more") {
		t.Errorf("got %v, want all files together refused", err)
	}
}

func TestHostileFolders(t *testing.T) {
	for name, tt := range map[string]struct {
		make func(dir string) error
		want string
	}{
		"a link": {func(dir string) error { return os.Symlink("/etc/passwd", filepath.Join(dir, "x")) }, "a link or a device"},
		"a FIFO": {func(dir string) error { return unix.Mkfifo(filepath.Join(dir, "x"), 0o600) }, "a link or a device"},
		"a folder that is a link": {func(dir string) error {
			if err := os.Remove(dir); err != nil {
				return err
			}
			return os.Symlink("/etc", dir)
		}, "is a link"},
		"nothing": {func(dir string) error { return nil }, "no SHA256SUMS"},
	} {
		dir := filepath.Join(t.TempDir(), "p")
		if err := os.Mkdir(dir, 0o700); err != nil {
			t.Fatal(err)
		}
		if err := tt.make(dir); err != nil {
			t.Fatal(err)
		}
		if _, err := (Check{Now: time.Now()}).Verify(dir); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: got %v, want %q", name, err, tt.want)
		}
	}
}

func FuzzVerifyArchive(f *testing.F) {
	b, err := os.ReadFile(written(f, sample(f), "evidence.zip"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(b)
	f.Add(zipped(f, entry{name: sumsFile, text: strings.Repeat("0", 64) + "  a\n"}, entry{name: "a"}, entry{name: manifestFile, text: "{}"}))
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, b []byte) {
		path := filepath.Join(dir, fmt.Sprint(os.Getpid())+".zip")
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		found, err := (Check{Tool: tool, Now: time.Now()}).Verify(path)
		if err == nil && len(found.Faults) == 0 && found.RunID == "" {
			t.Error("a package without results is verified")
		}
	})
}

func FuzzLists(f *testing.F) {
	f.Add(strings.Repeat("0", 64) + "  a\n")
	f.Add(string(signerLine(signer(f, 1).PublicKey())))
	sig, err := sshsig.Sign(strings.NewReader("x"), signer(f, 1), sshsig.HashSHA512, Namespace)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(sshsig.Armor(sig)))
	f.Fuzz(func(t *testing.T, s string) {
		if sums, err := parseSums([]byte(s)); err == nil {
			for name := range sums {
				if !fs.ValidPath(name) {
					t.Errorf("%q is a name", name)
				}
			}
		}
		if signers, err := parseSigners([]byte(s)); err == nil {
			if _, err := signers.find(signer(t, 1).PublicKey(), time.Now()); err == nil && len(signers.lines) == 0 {
				t.Error("nobody may sign")
			}
		}
		if sig, err := sshsig.Unarmor([]byte(s)); err == nil {
			_ = fit(sig.PublicKey)
			if err := sshsig.Verify(strings.NewReader("x"), sig, sig.PublicKey, sig.HashAlgorithm, Namespace); err == nil && !strings.Contains(s, "SSH SIGNATURE") {
				t.Error("no signature is a good one")
			}
		}
	})
}
