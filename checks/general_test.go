package checks

import (
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"scantling/checks/lang"
)

// TestGeneral renders texts without a target: what parameters and the profile
// give is filled in, the rest appears by name with all that it may be.
func TestGeneral(t *testing.T) {
	d := &decision{
		params: cty.ObjectVal(map[string]cty.Value{"names": cty.ListVal([]cty.Value{cty.StringVal("a"), cty.StringVal("b")}), "path": cty.StringVal("/x")}),
		assume: map[string]cty.Value{"host": cty.ObjectVal(map[string]cty.Value{"family": cty.StringVal("rhel"), "install": cty.StringVal("dnf install")})},
		pure:   &hcl.EvalContext{Functions: lang.Functions()},
	}
	for src, want := range map[string]string{
		`"Run ${host.install} ${param.path}."`:                                         "Run dnf install /x.",
		`host.family == "rhel" ? "Do this." : "Do that."`:                              "Do this.",
		`thing.on ? "Do this." : thing.off ? "Do that." : "Do this."`:                  "Do this.\nOr: Do that.",
		`"It is ${thing.on ? "here" : "there"}."`:                                      "It is here or there.",
		`"Go${thing.on ? "" : ", and stop"}."`:                                         "Go, and stop.",
		`"Set ${join(", ", [for n in param.names : "${n}=1" if thing.missing])}."`:     "Set a=1, b=1.",
		`"On ${join(" ", [for f in thing.files : f.path])}."`:                          "On <path>.",
		`join(" ", [for f in thing.files : f.big ? "Cut ${f.path}." : "Look at it."])`: "Cut <path>. Or: Look at it.",
		`"${thing.on ? "Turn it off" : "Write to the owner of it"}, then restart."`:    "Turn it off; or: Write to the owner of it, then restart.",
		`"Options=${join(",", concat(thing.options, ["nodev"]))}"`:                     "Options=<thing.options>,nodev",
		`"Use ${coalesce(thing.place, "/etc/x")}."`:                                    "Use <thing.place> or /etc/x.",
	} {
		e, diags := hclsyntax.ParseExpression([]byte(src), "x.hcl", hcl.InitialPos)
		if diags.HasErrors() {
			t.Fatal(diags)
		}
		d.src = []byte(src)
		if got := d.general(e); got != want {
			t.Errorf("%s:\n got %q\nwant %q", src, got, want)
		}
	}
}
