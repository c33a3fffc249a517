package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var disks = flag.String("disks", "1000,700000,1000000", "numbers of files on a made-up disk; the machine's own is measured as well")

// hostProfile is what host audits are measured with.
const hostProfile = "cis-debian-12"

// host measures audits of hosts: this machine, and disks with many files.
func (m meter) host(ctx context.Context, t *testing.T) {
	if _, err := os.Stat("/etc/debian_version"); err == nil {
		m.compareHost(ctx, t, "this machine", "/")
	}
	root := debianDisk(t)
	made := 0
	for _, n := range numbers(t, *disks) {
		for ; made < n; made++ {
			addFile(t, root, made)
		}
		settle(ctx)
		m.compareHost(ctx, t, "made-up disk", root)
	}
}

// debianDisk is a root that holds no more than its name and its accounts.
func debianDisk(t *testing.T) string {
	t.Helper()
	root := t.TempDir()
	put(t, filepath.Join(root, "etc/os-release"), []byte("ID=debian\nVERSION_ID=\"12\"\nPRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\n"))
	put(t, filepath.Join(root, "etc/passwd"), []byte("root:x:0:0:root:/root:/bin/bash\n"))
	put(t, filepath.Join(root, "etc/group"), []byte("root:x:0:\n"))
	return root
}

// addFile fills folders of a hundred files each, three deep.
func addFile(t *testing.T, root string, i int) {
	t.Helper()
	dir := filepath.Join(root, "srv", fmt.Sprint(i/100/100/100), fmt.Sprint(i/100/100%100), fmt.Sprint(i/100%100))
	if i%100 == 0 {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, fmt.Sprint(i%100)), nil, 0o644); err != nil {
		t.Fatal(err)
	}
}

// compareHost measures the bare reads and the bare walk beside whole audits.
func (m meter) compareHost(ctx context.Context, t *testing.T, what, root string) {
	t.Helper()
	dir := t.TempDir()
	audit := []string{m.scantling, "audit", "--exit-zero", "--profile", hostProfile, "--root", root}
	tools := []tool{
		{name: "floor", args: []string{m.hostFloor, root}, in: m.planned(ctx, t, root)},
		{name: "audit", args: audit},
		{name: "audit, JSON and Excel", args: slices.Concat(audit, []string{"-o", "json=" + dir + "/a.json", "-o", "xlsx=" + dir + "/a.xlsx"})},
	}
	m.inTurn(ctx, t, tools, what, strconv.Atoi)
}

// planned is what the audit says that it reads, a line each.
func (m meter) planned(ctx context.Context, t *testing.T, root string) string {
	t.Helper()
	_, out, err := m.run(ctx, tool{name: "plan", args: []string{m.scantling, "plan", "--profile", hostProfile, "--root", root}})
	if err != nil {
		t.Fatal(err)
	}
	var paths []string
	for line := range strings.Lines(out) {
		if strings.HasPrefix(line, "/") {
			paths = append(paths, line)
		}
	}
	return strings.Join(paths, "")
}
