package profiles_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"scantling/checks"
	"scantling/checks/host"
)

var allRows = flag.Bool("all-rows", false, "of each variant judge all rows: those that it does not name must not change")

// A variant is a recorded machine with one change, and the verdicts that were
// expected of it before anybody looked.
type variant struct {
	name string
	ops  []string
	want map[string]string // row -> status
}

// TestVariants changes one thing of a recorded machine at a time:
//
//	== the boot loader's file is open
//	set boot/grub/grub.cfg 0644 0:0
//	want 1.4.2 fail
//
// The changes are set PATH WORDS (of the marker), write PATH TEXT, append PATH
// TEXT, sub PATH PATTERN TEXT, rm PATH, link PATH TARGET, dir PATH WORDS; texts are
// quoted as in Go.
func TestVariants(t *testing.T) {
	files, _ := filepath.Glob("../testdata/variants/*.txt")
	l := library(t)
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".txt")
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		base, err := os.ReadFile("../testdata/roots/" + name + ".txtar")
		if err != nil {
			t.Fatal(err)
		}
		golden, _ := os.ReadFile("../testdata/golden/verdicts/" + name + ".txt")
		root := txtar.Parse(base)
		for _, v := range parseVariants(t, string(b)) {
			t.Run(name+"/"+v.name, func(t *testing.T) {
				v.judge(t, l, profileOf(name), v.apply(t, root), statuses(string(golden)), systemdSays(t, name))
			})
		}
	}
}

func parseVariants(t *testing.T, text string) (out []variant) {
	t.Helper()
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		name, head := strings.CutPrefix(line, "== ")
		f := strings.Fields(line)
		switch {
		case line == "" || line[0] == '#':
		case head:
			out = append(out, variant{name: name, want: map[string]string{}})
		case f[0] == "want":
			for _, row := range f[1 : len(f)-1] {
				out[len(out)-1].want[row] = f[len(f)-1]
			}
		default:
			out[len(out)-1].ops = append(out[len(out)-1].ops, line)
		}
	}
	return out
}

// judge compares the rows that the variant names, or all.
func (v variant) judge(t *testing.T, l *checks.Library, profile string, root []byte, before map[string]string, states host.Option) {
	p := l.Profiles[profile]
	if !*allRows {
		var err error
		if p, err = (checks.Selection{IDs: rowNames(v.want)}).Apply(p); err != nil {
			t.Fatal(err)
		}
	}
	a := &checks.Auditor{Facts: onRoot(t, root, host.WithEUID(0), states), Files: l.Sources(), Workers: 2}
	start := time.Now()
	rows := a.Run(t.Context(), []*checks.Profile{p})[p]
	if d := time.Since(start); d > 20*time.Second {
		t.Errorf("took %s", d)
	}
	for _, row := range rows {
		want, named := v.want[row.ID]
		if !named {
			want = before[profile+" "+row.ID]
		}
		if got := string(row.Status); got != want {
			t.Errorf("%s is %s; want %s: %s %s", row.ID, got, want, row.Reason, firstMessage(row))
		}
	}
}

func rowNames(want map[string]string) (out []string) {
	for row := range want {
		out = append(out, row)
	}
	return out
}

func firstMessage(r checks.Row) string {
	for _, res := range r.Results {
		if res.Status == r.Status {
			return res.Message
		}
	}
	return ""
}

// apply gives the archive with the changes.
func (v variant) apply(t *testing.T, base *txtar.Archive) []byte {
	t.Helper()
	c := change{files: append([]txtar.File(nil), base.Files...)}
	for _, op := range v.ops {
		if err := c.do(op); err != nil {
			t.Fatalf("%s: %v", op, err)
		}
	}
	return txtar.Format(&txtar.Archive{Files: c.files})
}

type change struct{ files []txtar.File }

func (c *change) find(path string) int {
	for i, f := range c.files {
		if strings.TrimSuffix(strings.Fields(f.Name)[0], "/") == path {
			return i
		}
	}
	return -1
}

func (c *change) do(op string) error {
	word, rest, _ := strings.Cut(op, " ")
	path, arg, _ := strings.Cut(rest, " ")
	i := c.find(path)
	if i < 0 && (word == "set" || word == "append" || word == "sub") {
		return fmt.Errorf("the root has no %s", path)
	}
	text := arg
	if word == "write" || word == "append" {
		var err error
		if text, err = strconv.Unquote(arg); err != nil {
			return err
		}
	}
	switch word {
	case "rm":
		c.remove(path)
	case "set":
		c.files[i].Name = strings.Fields(c.files[i].Name)[0] + " " + arg
	case "append":
		c.files[i].Data = append(bytes.Clone(c.files[i].Data), text...)
	case "sub":
		return c.substitute(i, arg)
	case "write":
		c.write(i, path, text)
	case "link", "dir":
		c.remove(path)
		c.files = append(c.files, txtar.File{Name: path + map[string]string{"link": " -> ", "dir": "/ "}[word] + arg})
	default:
		return fmt.Errorf("no such change")
	}
	return nil
}

// remove takes a directory with all that is in it.
func (c *change) remove(path string) {
	var kept []txtar.File
	for _, f := range c.files {
		if name := strings.Fields(f.Name)[0]; strings.TrimSuffix(name, "/") != path && !strings.HasPrefix(name, path+"/") {
			kept = append(kept, f)
		}
	}
	c.files = kept
}

func (c *change) write(i int, path, text string) {
	if i < 0 {
		c.files = append(c.files, txtar.File{Name: path, Data: []byte(text)})
		return
	}
	c.files[i].Data = []byte(text)
}

func (c *change) substitute(i int, arg string) error {
	var pattern, text string
	quoted, err := strconv.QuotedPrefix(arg)
	if err == nil {
		pattern, _ = strconv.Unquote(quoted)
		text, err = strconv.Unquote(strings.TrimSpace(arg[len(quoted):]))
	}
	if err != nil {
		return err
	}
	re, err := regexp.Compile("(?m)" + pattern)
	if err != nil || !re.Match(c.files[i].Data) {
		return fmt.Errorf("%q fits nothing, %v", pattern, err)
	}
	c.files[i].Data = re.ReplaceAll(c.files[i].Data, []byte(text))
	return nil
}
