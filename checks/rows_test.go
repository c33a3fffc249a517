package checks

import (
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// A reader must be able to tell a condition's "and" from its "or".
func TestConditionKeepsOperators(t *testing.T) {
	for src, want := range map[string]string{
		"a":                        "a",
		"a && b && !c":             "a\n&& b\n&& !c",
		"a || (b || c)":            "a\n|| b\n|| c",
		"!a || (b != null && b.c)": "!a || (b != null && b.c)",
		"(a && b) || c":            "(a && b) || c",
	} {
		e, diags := hclsyntax.ParseExpression([]byte(src), "x.hcl", hcl.InitialPos)
		if diags.HasErrors() {
			t.Fatal(diags)
		}
		if got := condition(e, []byte(src)); got != want {
			t.Errorf("%s is shown as %q", src, got)
		}
	}
}

// Rows that differ only far behind in a long parameter are not one decision.
func TestKeyHoldsWholeParameters(t *testing.T) {
	row := func(last string) *Recommendation {
		long := cty.ListVal([]cty.Value{cty.StringVal(strings.Repeat("x", 3*maxShown)), cty.StringVal(last)})
		return &Recommendation{Control: &Control{Name: "c"}, With: map[string]cty.Value{"p": long}}
	}
	a, same, b := row("a").key(), row("a").key(), row("b").key()
	if a == b {
		t.Error("two rows with different parameters have one key")
	}
	if a != same {
		t.Error("two rows with the same parameters have different keys")
	}
}

func TestFormatCutsLongKeys(t *testing.T) {
	long := strings.Repeat("k", 1<<20)
	got := Format(cty.MapVal(map[string]cty.Value{long: cty.StringVal("v")}))
	if len(got) > 3*maxShown || !strings.Contains(got, "(1048576 bytes)") {
		t.Errorf("a key of %d bytes is shown in %d: %.40s", len(long), len(got), got)
	}
}
