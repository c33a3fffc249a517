package host

import (
	"context"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"scantling/checks/fact"
)

// keys are good questions to every keyed fact.
var keys = map[string]string{
	"file": "/etc/docker/daemon.json", "file_tree": "/etc/docker", "files": "/etc/docker/*", "banner": "/etc/motd", "aide_rule": "/usr/sbin/auditctl", "mount": "/var/lib/docker", "group": "docker",
	"audit_watch": "/etc/docker", "listening": "22", "process": "dockerd", "unit": "docker.service",
	"systemd_conf":  "journald.conf/Journal/Storage",
	"audit_rules":   "-w /etc/docker -p wa",
	"audit_runs":    "/usr/bin/su",
	"sysctl":        "kernel.randomize_va_space",
	"kernel_module": "cramfs",
	"limit":         "* hard core",
	"auditd_conf":   "log_file",
	"tmpfiles":      "systemd.conf",
	"package":       "auditd", "apt_conf": "APT::Install-Recommends",
	"dconf":         "/org/gnome/desktop/session/idle-delay",
	"dconf_gdm":     "/org/gnome/login-screen/disable-user-list",
	"netfilter":     "nftables",
	"unruled_ports": "ufw",
	"pam":           "su",
}

// TestFactsConform holds every fact against what the engine relies on.
func TestFactsConform(t *testing.T) {
	for _, f := range Facts {
		if f.Doc == "" || !strings.HasSuffix(f.Doc, ".") || f.Needs == 0 {
			t.Errorf("%s: doc %q, needs %d; want a sentence and a need", f.Name, f.Doc, f.Needs)
		}
		if f.Kind == fact.Keyed && (f.Key == "" || keys[f.Name] == "") {
			t.Errorf("%s: no name or no example of its key", f.Name)
		}
		if plan := f.Plan(keys[f.Name]); len(plan) == 0 || slices.Contains(plan, "") {
			t.Errorf("%s: plan %q does not name what is read", f.Name, plan)
		}
		for _, h := range []*Host{machine(t, "host-debian"), machine(t, "host-closed"), inline(t, ""), live(t)} {
			conform(t, h, f)
		}
	}
}

func conform(t *testing.T, h *Host, f fact.Fact) {
	t.Helper()
	r := read(h, f.Name, keys[f.Name])
	if got := r.Cty(fact.All).Type(); !got.Equals(f.Type) {
		t.Errorf("%s: type %s; want %s", f.Name, got.FriendlyName(), f.Type.FriendlyName())
	}
	if r.Err == nil && fact.TypeOf(reflect.TypeOf(r.Value())).Equals(f.Type) == false {
		t.Errorf("%s: the read gives a %T", f.Name, r.Value())
	}
	set := fact.NewSet()
	set.Add(h, f)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if r := set.Get(ctx, f.Name, keys[f.Name]); !errors.Is(r.Err, context.Canceled) {
		t.Errorf("%s: read in a cancelled run: %v", f.Name, r.Err)
	}
}

// TestNothingFromNothing reads every fact on a disk that holds nothing, and on
// one where nothing may be read: what comes back must say so.
func TestNothingFromNothing(t *testing.T) {
	for _, f := range Facts {
		r := read(inline(t, "-- etc/ --\n"), f.Name, keys[f.Name])
		v := r.Cty(fact.All)
		says := !v.IsWhollyKnown() || v.Type().HasAttribute("exists") && v.GetAttr("exists").False()
		if !says {
			t.Errorf("%s of an empty disk: %#v; want unknown, or exists = false", f.Name, v)
		}
		r = read(inline(t, "-- / deny --\n"), f.Name, keys[f.Name])
		if gaps := r.Gaps(""); len(gaps) == 0 || !slices.ContainsFunc(gaps, isRefusal) {
			t.Errorf("%s of a closed disk: gaps %v; want the refusal", f.Name, gaps)
		}
	}
}

func isRefusal(err error) bool {
	_, ok := fact.Remedy(err)
	return ok || errors.Is(err, fs.ErrPermission)
}

// TestFactsListed finds a fact that nobody put into the list.
func TestFactsListed(t *testing.T) {
	declared, listed := map[string]bool{}, map[string]bool{}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	collect := func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || len(spec.Values) != 1 {
			return true
		}
		if spec.Names[0].Name == "FactGroups" {
			ast.Inspect(spec.Values[0], func(n ast.Node) bool {
				if name, ok := n.(*ast.Ident); ok && name.Name != "Fact" && strings.HasSuffix(name.Name, "Fact") {
					listed[name.Name] = true
				}
				return true
			})
		}
		if isFact(spec.Values[0]) {
			declared[spec.Names[0].Name] = true
		}
		return false
	}
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, collect)
	}
	if len(declared) < 8 || !reflect.DeepEqual(declared, listed) {
		t.Errorf("declared %v; listed %v", declared, listed)
	}
}

// isFact knows fact.NewOne(...) and its kin, with or without .Reading(...).
func isFact(e ast.Expr) bool {
	call, ok := e.(*ast.CallExpr)
	if !ok {
		return false
	}
	sel, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	if pkg, ok := sel.X.(*ast.Ident); ok {
		return pkg.Name == "fact" && strings.HasPrefix(sel.Sel.Name, "New")
	}
	return isFact(sel.X)
}
