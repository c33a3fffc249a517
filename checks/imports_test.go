package checks

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// mayImport is the architecture: which package of ours may import which, and
// who alone may see a library. Change it on purpose.
var mayImport = map[string][]string{
	"checks/fact":              {},
	"checks/secret":            {},
	"checks/version":           {},
	"checks/lang":              {"checks/version"},
	"checks":                   {"checks/fact", "checks/lang"},
	"checks/host/rootfs":       {},
	"checks/host":              {"checks/fact", "checks/host/rootfs", "checks/secret", "checks/version"},
	"checks/docker":            {"checks/fact", "checks/host", "checks/host/rootfs", "checks/secret"}, // the daemon is a process of the host
	"checks/docker/dockertest": {},
	"report":                   {"checks", "checks/fact"},
	"report/xlsxread":          {"report"},
	"report/pack":              {"report", "report/xlsxread"},
	"report/fix":               {"checks", "checks/host/rootfs", "report"},
	"report/review":            {"checks", "report", "report/xlsxread"},
	"profiles":                 {},
	"cmd/scantling":            {"checks", "checks/fact", "checks/host", "checks/host/rootfs", "checks/docker", "report", "report/pack", "report/xlsxread", "report/review", "report/fix", "profiles"},
}

var onlyIn = map[string][]string{
	"github.com/hashicorp/hcl":    {"checks", "cmd/scantling"}, // cmd prints its diagnostics
	"github.com/zclconf/go-cty":   {"checks", "checks/fact", "checks/lang", "cmd/scantling"},
	"github.com/moby/moby":        {"checks/docker", "checks/docker/dockertest"},
	"github.com/shirou/gopsutil":  {"checks/host"},
	"github.com/xuri/excelize":    {"report"},
	"github.com/urfave/cli":       {"cmd/scantling"},
	"golang.org/x/crypto":         {"checks/docker", "report/pack"},
	"github.com/hiddeco/sshsig":   {"report/pack"},
	"github.com/godbus/dbus":      {"checks/host"},
	"mvdan.cc/sh/v3/interp":       {}, // shell files are parsed, never run
	"mvdan.cc/sh/v3/expand":       {},
	"mvdan.cc/sh":                 {"checks/host"},
	"os/exec":                     {}, // the program never starts a process
	"plugin":                      {},
	"github.com/chromedp":         {}, // tests alone use a browser
	"github.com/yuin/goldmark":    {}, // and render Markdown
	"github.com/stretchr/testify": {},
}

func TestImports(t *testing.T) {
	for pkg, imports := range sources(t) {
		for _, path := range imports {
			if own, ok := strings.CutPrefix(path, "scantling/"); ok {
				allowed, known := mayImport[area(pkg)]
				if !known || !slices.Contains(allowed, own) {
					t.Errorf("%s imports %s, which the architecture does not allow", pkg, own)
				}
			}
			for library, allowed := range onlyIn {
				if (path == library || strings.HasPrefix(path, library+"/")) && !slices.Contains(allowed, area(pkg)) {
					t.Errorf("%s imports %s, which only %v may", pkg, path, allowed)
				}
			}
		}
	}
}

// area is the package that a rule is for: tools below dockertest and testdata
// follow the rule of the folder they lie in.
func area(pkg string) string {
	if strings.HasPrefix(pkg, "checks/docker/dockertest") {
		return "checks/docker/dockertest"
	}
	return pkg
}

// sources lists the imports of every package of the program, without tests.
func sources(t *testing.T) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	err := filepath.WalkDir("..", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		pkg, err := filepath.Rel("..", filepath.Dir(name))
		for _, imp := range file.Imports {
			path, _ := strconv.Unquote(imp.Path.Value)
			out[pkg] = append(out[pkg], path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(out) < len(mayImport) {
		t.Errorf("got %d packages; want at least the %d of the architecture", len(out), len(mayImport))
	}
	return out
}
