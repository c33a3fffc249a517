package host

import (
	"os"
	"path/filepath"
	"testing"

	"scantling/checks/host/rootfs"
)

// A diskHost is a machine whose root is a directory here.
type diskHost struct {
	*Host
	dir string
}

// onDisk makes files from pairs of name and text.
func onDisk(t *testing.T, pairs ...string) diskHost {
	t.Helper()
	dir := t.TempDir()
	for i := 0; i+1 < len(pairs); i += 2 {
		name := filepath.Join(dir, pairs[i])
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(pairs[i+1]), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	root, err := rootfs.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	return diskHost{New(root), dir}
}

// writeFile makes an empty file of exactly that mode.
func writeFile(t *testing.T, name string, mode os.FileMode) {
	t.Helper()
	if err := os.WriteFile(name, nil, mode); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(name, mode); err != nil {
		t.Fatal(err)
	}
}
