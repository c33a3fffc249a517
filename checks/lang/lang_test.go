package lang

import (
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// eval evaluates an expression with u an unknown string and ul an unknown list.
func eval(t *testing.T, src string) (cty.Value, hcl.Diagnostics) {
	t.Helper()
	e, diags := hclsyntax.ParseExpression([]byte(src), "test.hcl", hcl.InitialPos)
	if diags.HasErrors() {
		t.Fatalf("%s: %v", src, diags)
	}
	return e.Value(&hcl.EvalContext{
		Functions: Functions(),
		Variables: map[string]cty.Value{
			"u":  cty.UnknownVal(cty.String),
			"ul": cty.UnknownVal(cty.List(cty.String)),
			"n":  cty.NullVal(cty.String),
		},
	})
}

func TestFunctions(t *testing.T) {
	for _, tt := range []struct {
		src  string
		want cty.Value
	}{
		{`none([])`, cty.True},
		{`none([1])`, cty.False},
		{`none([u])`, cty.False},
		{`none(ul)`, cty.UnknownVal(cty.Bool)},
		{`none([for x in ul : x if x == "a"])`, cty.UnknownVal(cty.Bool)},
		{`all([true, true])`, cty.True},
		{`all([true, false, u == "a"])`, cty.False},
		{`all([true, u == "a"])`, cty.UnknownVal(cty.Bool)},
		{`any([false, true, u == "a"])`, cty.True},
		{`any([])`, cty.False},
		{`join(",", setsubtract(["b", "a", "c"], ["a"]))`, cty.StringVal("b,c")},
		{`length(setsubtract(["a"], ["a"]))`, cty.NumberIntVal(0)},
		{`length(setsubtract(["a"], [u]))`, cty.UnknownVal(cty.Number)},
		{`startswith("abc", "ab")`, cty.True},
		{`endswith("abc", "ab")`, cty.False},
		{`matches("^a.c$", "abc")`, cty.True},
		{`glob("scantling-*", "scantling-good")`, cty.True},
		{`glob("*", "a/b")`, cty.False},
		{`tonumber("12") > 9`, cty.True},
		{`number("8192", 0)`, cty.NumberIntVal(8192)},
		{`number("8k", 64)`, cty.NumberIntVal(64)},
		{`number(n, 64)`, cty.NumberIntVal(64)},
		{`number(u, 64) > 1`, cty.UnknownVal(cty.Bool)},
		{`within_path("/etc/ssh", ["/etc"])`, cty.True},
		{`within_path("/etcetera", ["/etc"])`, cty.False},
		{`within_path("/etc/../root", ["/etc"])`, cty.False},
		{`within_path("/a", ["/"])`, cty.True},
		{`covers_path("/var", ["/var/run/docker.sock"])`, cty.True},
		{`covers_path("/", ["/var/run/docker.sock"])`, cty.True},
		{`covers_path("/var/run/docker.sock.d", ["/var/run/docker.sock"])`, cty.False},
		{`covers_path(u, ["/x"])`, cty.UnknownVal(cty.Bool)},
		{`mode_within("0640", "0644")`, cty.True},
		{`mode_within("0664", "0644")`, cty.False},
		{`mode_within("4755", "0755")`, cty.False},
		{`mode_within("0000", "0400")`, cty.True},
		{`version_at_least("dpkg", "1.5.2-6+deb12u1", "1.5.2-6")`, cty.True},
		{`version_at_least("rpm", "1.0~rc1", "1.0")`, cty.False},
		{`version_at_least(n, n, "1")`, cty.False},
		{`version_at_least("dpkg", u, "1")`, cty.UnknownVal(cty.Bool)},
		{`mode_within(u, "0400")`, cty.UnknownVal(cty.Bool)},
		{`mode_removal("0644")`, cty.StringVal("u-xs,g-wxs,o-wxt")},
		{`mode_removal("1777")`, cty.StringVal("u-s,g-s")},
		{`mode_removal("7777")`, cty.StringVal("")},
		{access(`"0640", uid = 0, gid = 42, group = "shadow", acl = []`), cty.True},
		{access(`"0600", uid = 0, gid = 0, group = "root", acl = []`), cty.True},
		{access(`"0644", uid = 0, gid = 42, group = "shadow", acl = []`), cty.False},
		{access(`"0640", uid = 1, gid = 42, group = "shadow", acl = []`), cty.False},
		{access(`"0640", uid = 0, gid = 4, group = "adm", acl = []`), cty.False},
		{access(`"0640", uid = 0, gid = 0, group = u, acl = []`), cty.True},
		{access(`"0640", uid = 0, gid = 4, group = u, acl = []`), cty.UnknownVal(cty.Bool)},
		{access(`u, uid = 1, gid = 4, group = "adm", acl = ul`), cty.False},
		{access(`u, uid = 0, gid = 0, group = "root", acl = []`), cty.UnknownVal(cty.Bool)},
		{access(`"0640", uid = 0, gid = 0, group = "root", acl = ul`), cty.UnknownVal(cty.Bool)},
		{access(`"0640", uid = 0, gid = 0, group = "root", acl = [{ as_other = "0004", group = "" }]`), cty.False},
		{access(`"0640", uid = 0, gid = 0, group = "root", acl = [{ as_other = "0004", group = "shadow" }]`), cty.True},
		{access(`"0640", uid = 0, gid = 0, group = "root", acl = [{ as_other = "0000", group = "" }]`), cty.True},
	} {
		got, diags := eval(t, tt.src)
		if diags.HasErrors() {
			t.Errorf("%s: %v", tt.src, diags)
		} else if !got.RawEquals(tt.want) && !(got.IsKnown() == false && !tt.want.IsKnown()) {
			t.Errorf("%s = %#v; want %#v", tt.src, got, tt.want)
		}
	}
}

// access asks of a file with the given mode and more whether it is within 0640 shadow.
func access(file string) string {
	return `access_within({ mode = ` + file + ` }, "0640", ["shadow"])`
}

func TestFunctionErrors(t *testing.T) {
	for _, src := range []string{
		`mode_within("rw", "0644")`,
		`mode_within("99", "0644")`,
		`mode_within(n, "0644")`,
		`matches("(", "x")`,
		`mode_removal("8")`,
		`access_within({ mode = "0640" }, "0640", [])`,
		`access_within("/etc/passwd", "0640", [])`,
		`none(n)`,
		`all([n])`,
		`version_at_least("apk", "1", "1")`,
		`none(true)`,
	} {
		if v, diags := eval(t, src); !diags.HasErrors() {
			t.Errorf("%s = %#v; want an error", src, v)
		}
	}
}

func FuzzParseMode(f *testing.F) {
	f.Add("0644")
	f.Add("-1")
	f.Fuzz(func(t *testing.T, s string) {
		if m, err := parseMode(s); err == nil && m > 0o7777 {
			t.Errorf("parseMode(%q) = %o; want at most 7777", s, m)
		}
	})
}
