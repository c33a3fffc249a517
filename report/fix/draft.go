package fix

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"scantling/checks"
	"scantling/report"
)

// A draft is a file with the edits of all rows so far.
type draft struct {
	path   string
	before []byte
	after  []byte
	exists bool
	unread string
	rows   []*Row
	block  []string          // the edits in words, for people
	wants  map[string]string // a key, with the value that it was given
	owner  map[string]*Row   // the row that gave it
}

func (b *builder) fileNames() []string { return slices.Sorted(maps.Keys(b.files)) }

// resolved is a path free of links, as far as it exists.
func (b *builder) resolved(p string) string {
	if b.root == nil {
		return p
	}
	if info, err := b.root.Stat(p); err == nil && info.Resolved != "" {
		return info.Resolved
	}
	if dir := path.Dir(p); dir != "/" {
		return path.Join(b.resolved(dir), path.Base(p))
	}
	return p
}

func (b *builder) draft(name string) *draft {
	name = b.resolved(name)
	if d := b.files[name]; d != nil {
		return d
	}
	d := &draft{path: name, wants: map[string]string{}, owner: map[string]*Row{}}
	b.files[name] = d
	if b.root == nil {
		d.unread = b.plan.Unread
		return d
	}
	text, err := b.root.ReadFile(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		var at *fs.PathError
		if errors.As(err, &at) {
			err = at.Err
		}
		d.unread = err.Error()
	case bytes.IndexByte(text, 0) >= 0 || !utf8.Valid(text):
		d.unread = "it holds bytes that are no text"
	default:
		d.before, d.after, d.exists = text, text, true
	}
	return d
}

// file takes up a step that edits a file.
func (b *builder) file(r *Row, s *checks.Step) error {
	d := b.draft(fileOf(s))
	steps, err := b.settle(d, r, s)
	if err != nil {
		return err
	}
	if d.unread == "" {
		if d.after, err = edit(d.after, &steps); err != nil {
			return fmt.Errorf("%s: %w", report.Safe(d.path), err)
		}
	}
	for _, line := range inWords(&steps) {
		if !slices.Contains(d.block, line) {
			d.block = append(d.block, line)
		}
	}
	if !slices.Contains(d.rows, r) {
		d.rows = append(d.rows, r)
	}
	return nil
}

func edit(text []byte, s *checks.Step) ([]byte, error) {
	switch s.Kind {
	case "json":
		return mergeJSON(text, s.Merge, s.Unset)
	case "settings":
		return settings(text, s)
	case "fstab":
		return fstab(text, s)
	}
	return lines(text, s)
}

func (d *draft) action() *Action {
	if d.unread == "" && bytes.Equal(d.before, d.after) {
		return nil // somebody did it since the run, or every row was refused
	}
	return &Action{
		Kind: "file", Path: d.path, Rows: d.rows, New: !d.exists, Before: d.before, After: d.after,
		Perm: newPerm(d.path), Unread: d.unread, Block: d.block,
	}
}

// newPerm is the mode of a file that is made. Some directories are looked at by
// rows of their own.
func newPerm(name string) string {
	switch {
	case strings.HasPrefix(name, "/etc/sudoers"):
		return "0440"
	case strings.HasPrefix(name, "/etc/ssh/"):
		return "0600"
	case strings.HasPrefix(name, "/etc/audit/"), strings.HasPrefix(name, "/etc/cron"), name == "/etc/at.allow":
		return "0640"
	}
	return "0644"
}

// inWords are the lines that a step adds, for people who edit the file themselves.
func inWords(s *checks.Step) []string {
	var out []string
	switch s.Kind {
	case "json":
		return jsonWords(s)
	case "lines":
		for _, pattern := range s.Without {
			out = append(out, "(take out the lines that match "+pattern+")")
		}
		return append(out, s.Lines...)
	case "fstab":
		return []string{strings.TrimSpace(s.Mount + " " + strings.Join(s.Options, ",") + " " + s.Line)}
	}
	if s.In != "" {
		out = append(out, "["+s.In+"]")
	}
	for _, key := range slices.Sorted(maps.Keys(s.Set)) {
		out = append(out, spell(s.Form, key, s.Set[key]))
	}
	for _, key := range slices.Sorted(maps.Keys(s.Add)) {
		out = append(out, fmt.Sprintf("%s (add %s)", key, s.Add[key]))
	}
	for _, key := range s.Unset {
		out = append(out, fmt.Sprintf("(take out %s)", key))
	}
	return out
}
