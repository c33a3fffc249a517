package checks

import (
	"bytes"
	"io/fs"
	"maps"
	"path"
	"slices"

	"github.com/hashicorp/hcl/v2"
)

// A shelf is the library that comes with the program. A run needs a part of it,
// so a glance tells what is there, and what is asked for is parsed then.
type shelf struct {
	fsys     fs.FS
	where    string
	profiles map[string]bool  // by id, which is the folder's name
	controls map[string]block // by name
}

// A block is a control's text.
type block struct {
	file string
	at   hcl.Pos
	src  []byte
}

// controlsFolder holds the controls of a library; every other folder is a profile.
const controlsFolder = "controls"

// Shelve notes what lies in a library that is known to be sound: its files are
// formatted, its controls linted, its profiles in folders of their names. Tests
// see to that. Names in diagnostics are prefixed with where.
func (l *Library) Shelve(fsys fs.FS, where string) error {
	l.shelf = shelf{fsys, where, map[string]bool{}, map[string]block{}}
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return err
	}
	for _, e := range entries {
		if e.IsDir() && e.Name() != controlsFolder {
			l.shelf.profiles[e.Name()] = true
		}
	}
	return fs.WalkDir(fsys, controlsFolder, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".hcl" {
			return err
		}
		src, err := readBounded(fsys, name)
		l.files[where+name] = &hcl.File{Bytes: src}
		maps.Copy(l.shelf.controls, blocks(src, where+name))
		return err
	})
}

// blocks finds the controls of a formatted file: each opens at the start of a
// line and has what stands before the next.
func blocks(src []byte, file string) map[string]block {
	out := map[string]block{}
	at, name, start := hcl.InitialPos, "", hcl.InitialPos
	end := func() {
		if name != "" {
			out[name] = block{file, start, src[start.Byte:at.Byte]}
		}
	}
	for line := range bytes.Lines(src) {
		if label, ok := bytes.CutPrefix(line, []byte(`control "`)); ok {
			end()
			label, _, _ = bytes.Cut(label, []byte(`"`))
			name, start = string(label), at
		}
		at.Line++
		at.Byte += len(line)
	}
	end()
	return out
}

// each is the stream that the control is about; "" where it is about none.
func (b block) each() string {
	_, rest, _ := bytes.Cut(b.src, []byte("\n  each "))
	line, _, _ := bytes.Cut(rest, []byte("\n"))
	_, name, _ := bytes.Cut(line, []byte("= "))
	return string(name)
}

// parse reads a control without its file. Ranges are those in the file.
func (b block) parse() parsed {
	file, diags := readFormatted(b.src, b.file, b.at)
	p := parsed{name: b.file, diags: diags}
	p.decode(file)
	return p
}

// Open parses a shelved profile; its rows know their controls after Link. Where
// the shelf has no such profile, or no longer, there is nothing to do.
func (l *Library) Open(id string) hcl.Diagnostics {
	return append(l.unshelve(id), l.build()...)
}

func (l *Library) shelved(control string) bool {
	_, ok := l.shelf.controls[control]
	return ok
}

func (l *Library) unshelve(id string) hcl.Diagnostics {
	if !l.shelf.profiles[id] {
		return nil
	}
	delete(l.shelf.profiles, id)
	return l.addAll(l.shelf.fsys, id, l.shelf.where, readFormatted)
}

// Link points the rows of profiles at their controls, parsing those that nothing
// asked for before.
func (l *Library) Link(ps ...*Profile) hcl.Diagnostics {
	diags := l.fetch(ps)
	for _, p := range ps {
		for _, r := range p.Recommendations() {
			diags = append(diags, l.link(r)...)
		}
	}
	return diags
}

// Streams are what the rows of profiles are about, each once: a glance tells it
// before Link does.
func (l *Library) Streams(ps ...*Profile) []string {
	seen := map[string]bool{}
	for _, p := range ps {
		for _, r := range p.Recommendations() {
			if c, ok := l.Controls[r.ControlName]; ok {
				seen[c.Each] = true
			} else {
				seen[l.shelf.controls[r.ControlName].each()] = true
			}
		}
	}
	delete(seen, "")
	return slices.Sorted(maps.Keys(seen))
}

func (l *Library) fetch(ps []*Profile) hcl.Diagnostics {
	missing := map[string]block{}
	for _, p := range ps {
		for _, r := range p.Recommendations() {
			if b, ok := l.shelf.controls[r.ControlName]; ok && l.Controls[r.ControlName] == nil {
				missing[r.ControlName] = b
			}
		}
	}
	todo := slices.Sorted(maps.Keys(missing))
	return l.takeAll(len(todo), func(i int) parsed { return missing[todo[i]].parse() })
}

func (l *Library) link(r *Recommendation) hcl.Diagnostics {
	if r.Control != nil || r.ControlName == "" { // done, or refused when it was decoded
		return nil
	}
	c, ok := l.Controls[r.ControlName]
	if !ok {
		return hcl.Diagnostics{problem(r.names, "Unknown control", "There is no control named %q.%s",
			r.ControlName, suggest(r.ControlName, l.ControlNames()))}
	}
	var diags hcl.Diagnostics
	r.Control = c
	r.With, diags = c.arguments(r.with, r.Range)
	return diags
}
