package report

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "renew the golden files")

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("..", "testdata", "golden", name)
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v: run go test ./report -update and read the result", err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(string(got), "\n")); diff != "" {
		t.Errorf("%s differs (-want +got):\n%s", name, diff)
	}
}

func TestGolden(t *testing.T) {
	for _, tt := range []struct {
		name   string
		format string
		opts   Options
	}{
		{"report.txt", "text", Options{Width: 80}},
		{"report-all.txt", "text", Options{Width: 80, All: true}},
		{"report-quiet.txt", "text", Options{Quiet: true}},
		{"report.json", "json", Options{}},
		{"report.html", "html", Options{}},
		{"report.csv", "csv", Options{}},
		{"report.junit.xml", "junit", Options{}},
		{"report.sarif", "sarif", Options{}},
		{"report-all.sarif", "sarif", Options{All: true}},
		{"report.hdf.json", "hdf", Options{}},
		{"report.xccdf.xml", "xccdf", Options{}},
		{"report.arf.xml", "arf", Options{}},
		{"report.md", "markdown", Options{}},
		{"report.prom", "prometheus", Options{}},
		{"report.github.txt", "github", Options{}},
		{"report.gitlab.json", "gitlab", Options{}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f, err := Find(tt.format)
			if err != nil {
				t.Fatal(err)
			}
			var b bytes.Buffer
			if err := f.Write(&b, sample(), tt.opts); err != nil {
				t.Fatal(err)
			}
			golden(t, tt.name, b.Bytes())
		})
	}
}
