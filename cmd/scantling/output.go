package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"scantling/report"
)

// An output is one -o FORMAT=PATH.
type output struct {
	format report.Format
	path   string
}

func parseOutputs(args []string) ([]output, error) {
	var out []output
	for _, arg := range args {
		name, path, ok := strings.Cut(arg, "=")
		if !ok || path == "" {
			return nil, fmt.Errorf("-o wants FORMAT=PATH, such as -o xlsx=audit.xlsx, not %q", arg)
		}
		f, err := findFormat(name, path)
		if err != nil {
			return nil, fmt.Errorf("-o %s: %w", arg, err)
		}
		if slices.ContainsFunc(out, func(o output) bool { return filepath.Clean(o.path) == filepath.Clean(path) }) {
			return nil, fmt.Errorf("-o %s: another format is written there already", arg)
		}
		out = append(out, output{f, path})
	}
	return out, nil
}

// publish writes every report that was asked for, and the terminal's unless
// stdout is taken. One that cannot be written does not stop the others.
func (a *app) publish(c *cli.Context, r *report.Report, outs []output, ev *evidence) error {
	opt := a.options(c)
	if len(outs) > 0 {
		debug.FreeOSMemory() // what deciding took goes back before the writers take theirs
	}
	var failed []string
	terminal := true
	for _, o := range outs {
		terminal = terminal && o.path != "-"
		switch err := a.write(o, r, opt, ev); {
		case err != nil:
			failed = append(failed, err.Error())
		case o.path != "-" && !c.Bool("quiet"):
			fmt.Fprintln(a.err, "wrote", o.place(r))
		}
	}
	if terminal && !(c.Bool("quiet") && compliant(c, r)) {
		if err := report.WriteText(a.out, r, opt); err != nil {
			failed = append(failed, err.Error())
		}
	}
	if len(failed) > 0 {
		return fmt.Errorf("%s", strings.Join(failed, "\nscantling: "))
	}
	return nil
}

func compliant(c *cli.Context, r *report.Report) bool {
	return r.Run.Incomplete == "" && !r.Fails(c.String("fail-on")) && r.Score.Pass > 0
}

func (a *app) write(o output, r *report.Report, opt report.Options, ev *evidence) error {
	if o.isPackage() {
		return ev.write(o.place(r), r, opt)
	}
	if o.path == "-" {
		return o.format.Write(a.out, r, opt)
	}
	opt.Color = false
	return report.WriteFile(o.path, o.format.Perm(), func(w io.Writer) error { return o.format.Write(w, r, opt) })
}

func (a *app) options(c *cli.Context) report.Options {
	return report.Options{
		Width: a.width, Color: a.color(c.String("color"), a.outTTY),
		All: c.Bool("all"), Quiet: c.Bool("quiet"), TempDir: os.TempDir(),
	}
}

// color follows the flag, then NO_COLOR (no-color.org), then the terminal.
func (a *app) color(when string, tty bool) bool {
	switch when {
	case "always":
		return true
	case "never":
		return false
	}
	return tty && a.env("NO_COLOR") == "" && a.env("TERM") != "dumb"
}
