package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// A cost is what one run of a program took, without what the engine did for it.
type cost struct {
	wall time.Duration
	cpu  time.Duration // user and system
	peak int64         // resident memory, KiB
}

// A tool is one of the programs that are measured.
type tool struct {
	name string
	args []string // the program first
	in   string   // on standard input
}

// programs are built once for all measurements.
type programs struct{ scantling, floor, hostFloor, launch string }

func build(t *testing.T) programs {
	t.Helper()
	dir := t.TempDir()
	p := programs{filepath.Join(dir, "scantling"), filepath.Join(dir, "floor"), filepath.Join(dir, "floor-host"), filepath.Join(dir, "launch")}
	compile(t, p.scantling, ".")
	compile(t, p.floor, source(t, dir, "floor"))
	compile(t, p.hostFloor, source(t, dir, "floor-host"))
	compile(t, p.launch, source(t, dir, "launch"))
	return p
}

// source puts a program that is kept as text into a file that go builds: as a
// package of the module it would be part of the product.
func source(t *testing.T, dir, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", "bench", name+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, name+".go")
	if err := os.WriteFile(file, text, 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

func compile(t *testing.T, out, what string) {
	t.Helper()
	cmd := exec.Command("go", "build", "-trimpath", "-o", out, what)
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if b, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("go build %s: %v\n%s", what, err, b)
	}
}

// tools are the runs to compare on one engine; their reports go to dir.
func (p programs) tools(host, dir string) []tool {
	audit := []string{p.scantling, "audit", "--exit-zero", "--profile", "cis-docker", "--profile", "docker-hardening", "--host", host}
	reports := []string{"-o", "json=" + filepath.Join(dir, "audit.json"), "-o", "xlsx=" + filepath.Join(dir, "audit.xlsx")}
	return []tool{
		{name: "floor", args: []string{p.floor, host}},
		{name: "audit", args: audit},
		{name: "audit, JSON and Excel", args: slices.Concat(audit, reports)},
	}
}

// run starts a tool in a clean environment and returns what it printed, too.
func (p programs) run(ctx context.Context, u tool) (cost, string, error) {
	cmd := exec.CommandContext(ctx, p.launch, u.args...)
	cmd.Env = []string{"HOME=" + os.Getenv("HOME"), "PATH=" + os.Getenv("PATH"), "TMPDIR=" + os.TempDir()}
	var out, errs bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(u.in), &out, &errs
	if err := cmd.Run(); err != nil {
		return cost{}, "", fmt.Errorf("%s: %w: %s", u.name, err, errs.String())
	}
	text := strings.TrimSpace(out.String())
	cut := strings.LastIndex(text, "\n") + 1
	var c cost
	if _, err := fmt.Sscan(text[cut:], &c.wall, &c.cpu, &c.peak); err != nil {
		return cost{}, "", fmt.Errorf("%s: the launcher's line %q: %w", u.name, text[cut:], err)
	}
	return c, text[:cut], nil
}
