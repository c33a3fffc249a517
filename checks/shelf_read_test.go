package checks

import (
	"reflect"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// Whatever its form, a value read from the shelf is the one that HCL reads,
// ranges and all.
func TestReadFormatted(t *testing.T) {
	for _, value := range []string{
		`"x"`,
		`""`,
		`"a \"b\" $${c}"`,
		`"100 % of $5"`,
		`"%{if a}b%{endif}"`,
		`"${a}"`,
		`"${a.b.c} and ${d["e"]}, ${f("}", "\"")}"`,
		`"${~ a ~} b"`,
		`"ünïcode ${a.b}"`,
		`"${join(", ", [for m in c.mounts : "${m.a}:${m.b}" if m.a != "}"])}"`,
		`a`,
		`a.b.c`,
		`a.b[0].c`,
		`a.*.b`,
		`true`,
		`null`,
		`1`,
		`15e3`,
		`1.5`,
		`-1`,
		`a == "b" && !c.d`,
		`f("x")`,
		`[]`,
		`["a", 1, b.c,]`,
		`["a" == b]`,
		`{}`,
		`{ a = 1, "b" = ["c"] }`,
		`{ a : 1 }`,
		`{ (a) = 1 }`,
		`[ # why
    "a",

    "b",
  ]`,
		`<<-EOT
    One ${a}.
  a = 2

      Two.
  EOT`,
	} {
		src := []byte("block \"l\" {\n  # first\n  x = " + value + "\n\n  sub { # why\n    y  = 1\n  }\n}\n")
		start := hcl.Pos{Line: 7, Column: 1, Byte: 100}
		got, diags := readFormatted(src, "f.hcl", start)
		want, more := hclsyntax.ParseConfig(src, "f.hcl", start)
		if diags.HasErrors() || more.HasErrors() {
			t.Fatal(value, diags, more)
		}
		g, w := got.Body.(*hclsyntax.Body).Blocks[0], want.Body.(*hclsyntax.Body).Blocks[0]
		if g.DefRange() != w.DefRange() || !reflect.DeepEqual(g.Body.Attributes["x"].Expr, w.Body.Attributes["x"].Expr) ||
			!reflect.DeepEqual(g.Body.Blocks[0].Body.Attributes["y"].Expr, w.Body.Blocks[0].Body.Attributes["y"].Expr) {
			t.Errorf("%s: got another expression than HCL's", value)
		}
	}
}
