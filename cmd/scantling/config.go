package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclparse"
	"github.com/urfave/cli/v2"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
)

const defaultConfig = "/etc/scantling/scantling.hcl"

// configure fills the flags that neither the call nor the environment sets from
// the configuration file: attributes named as the flags are, with _ for -.
func (a *app) configure(c *cli.Context) error {
	path := c.String("config")
	src, err := os.ReadFile(pathOr(path, defaultConfig))
	switch {
	case path == "" && errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return fmt.Errorf("--config: %w", err)
	}
	parser := hclparse.NewParser()
	file, diags := parser.ParseHCL(src, pathOr(path, defaultConfig))
	if !diags.HasErrors() {
		diags = append(diags, apply(c, file.Body)...)
	}
	if diags.HasErrors() {
		a.diagnose(diags, parser.Files())
		return errors.New("the configuration file is wrong; nothing was read")
	}
	return nil
}

func pathOr(path, other string) string {
	if path == "" {
		return other
	}
	return path
}

func apply(c *cli.Context, body hcl.Body) hcl.Diagnostics {
	attrs, diags := body.JustAttributes()
	for name, attr := range attrs {
		if err := set(c, strings.ReplaceAll(name, "_", "-"), attr); err != nil {
			diags = append(diags, &hcl.Diagnostic{
				Severity: hcl.DiagError, Summary: "Invalid setting", Detail: err.Error(), Subject: attr.Range.Ptr(),
			})
		}
	}
	return diags
}

func set(c *cli.Context, flag string, attr *hcl.Attribute) error {
	known := flagOf(c.Command, flag)
	switch {
	case known == nil || flag == "config":
		return fmt.Errorf("scantling %s has no flag --%s", c.Command.Name, flag)
	case c.IsSet(flag):
		return nil
	}
	flag = known.Names()[0] // set by another name it would not be seen
	v, diags := attr.Expr.Value(nil)
	if diags.HasErrors() {
		return diags
	}
	if !v.Type().IsTupleType() {
		v = cty.TupleVal([]cty.Value{v})
	}
	for it := v.ElementIterator(); it.Next(); {
		_, e := it.Element()
		s, err := convert.Convert(e, cty.String)
		if err != nil || s.IsNull() {
			return fmt.Errorf("--%s wants a plain value", flag)
		}
		if err := c.Set(flag, s.AsString()); err != nil {
			return fmt.Errorf("--%s: %w", flag, err)
		}
	}
	return nil
}
