package checks

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// A Library holds the controls and profiles that were loaded, by name, the
// sources for showing snippets, and a shelf with what could be loaded besides.
type Library struct {
	Controls map[string]*Control
	Profiles map[string]*Profile
	files    map[string]*hcl.File
	parts    []*Profile // added and not built
	shelf    shelf
}

// NewLibrary returns an empty library.
func NewLibrary() *Library {
	return &Library{
		Controls: map[string]*Control{},
		Profiles: map[string]*Profile{},
		files:    map[string]*hcl.File{},
	}
}

// Files are the sources of what was loaded, for diagnostics with snippets.
func (l *Library) Files() map[string]*hcl.File { return l.files }

// Add reads every .hcl file at or below path. Names in diagnostics are prefixed
// with where. Profiles are resolved by Resolve, when all files are there.
func (l *Library) Add(fsys fs.FS, path, where string) hcl.Diagnostics {
	return l.addAll(fsys, path, where, hclsyntax.ParseConfig)
}

func (l *Library) addAll(fsys fs.FS, path, where string, read syntax) hcl.Diagnostics {
	var names []string
	err := fs.WalkDir(fsys, path, func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && (strings.HasSuffix(name, ".hcl") || name == path) {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		return hcl.Diagnostics{problem(hcl.Range{Filename: where + path}, "Profile not readable", "%s", err)}
	}
	return l.takeAll(len(names), func(i int) parsed { return parse(fsys, names[i], where+names[i], read) })
}

func (l *Library) addControl(c *Control) hcl.Diagnostics {
	if at := l.defined(c); at != "" {
		return hcl.Diagnostics{problem(c.Range, "Duplicate control",
			"A control named %q is already defined at %s.", c.Name, at)}
	}
	l.Controls[c.Name] = c
	return nil
}

// defined says where another control has the name of this one.
func (l *Library) defined(c *Control) string {
	if old, ok := l.Controls[c.Name]; ok {
		return old.Range.String()
	}
	if b, ok := l.shelf.controls[c.Name]; ok && b.file != c.Range.Filename {
		return fmt.Sprintf("%s:%d", b.file, b.at.Line)
	}
	return ""
}

// ControlNames are those of all controls, also on the shelf, sorted.
func (l *Library) ControlNames() []string { return union(l.Controls, l.shelf.controls) }

// ProfileIDs are those of all profiles, also on the shelf, sorted.
func (l *Library) ProfileIDs() []string { return union(l.Profiles, l.shelf.profiles) }

func union[A, B any](a map[string]A, b map[string]B) []string {
	names := slices.AppendSeq(slices.Collect(maps.Keys(a)), maps.Keys(b))
	slices.Sort(names)
	return slices.Compact(names)
}

// Resolve builds the profiles from what was added, joined with a shelved profile
// that they are a part of, and points every row at its control.
func (l *Library) Resolve() hcl.Diagnostics {
	var diags hcl.Diagnostics
	added := l.parts
	l.parts = nil
	for _, part := range added {
		diags = append(diags, l.unshelve(part.ID)...)
	}
	l.parts = append(l.parts, added...)
	diags = append(diags, l.build()...)
	for _, id := range slices.Sorted(maps.Keys(l.Profiles)) {
		diags = append(diags, l.Link(l.Profiles[id])...)
	}
	return diags
}

// build joins the parts of each profile, which may lie in several files.
func (l *Library) build() hcl.Diagnostics {
	var diags hcl.Diagnostics
	built := map[string]*Profile{}
	for _, part := range l.parts {
		p := l.Profiles[part.ID]
		if p == nil {
			p = &Profile{ID: part.ID, Range: part.Range}
			l.Profiles[part.ID] = p
		}
		built[part.ID] = p
		diags = append(diags, p.join(part)...)
	}
	l.parts = nil
	for _, id := range slices.Sorted(maps.Keys(built)) {
		diags = append(diags, l.finish(built[id])...)
	}
	return diags
}

func (p *Profile) join(part *Profile) hcl.Diagnostics {
	switch {
	case part.Title != "" && p.Title != "":
		return hcl.Diagnostics{problem(part.Range, "Duplicate profile",
			"A profile %q is already defined at %s.", p.ID, p.Range)}
	case part.Title != "":
		p.Title, p.Version, p.Reference, p.Assume, p.Range = part.Title, part.Version, part.Reference, part.Assume, part.Range
	}
	p.Sections = append(p.Sections, part.Sections...)
	return nil
}

func (l *Library) finish(p *Profile) hcl.Diagnostics {
	diags := number(p.ID, "profile", p.Range)
	slices.SortFunc(p.Sections, func(a, b *Section) int { return CompareIDs(a.ID, b.ID) })
	if p.Title == "" {
		diags = append(diags, problem(p.Range, "Profile without a title",
			"One of the files of profile %q must give its title and version.", p.ID))
	}
	seen := map[string]hcl.Range{}
	for _, r := range p.Recommendations() {
		if at, ok := seen[r.ID]; ok {
			diags = append(diags, problem(r.Range, "Duplicate number", "%s is already used at %s.", r.ID, at))
		}
		seen[r.ID] = r.Range
		r.assume = p.Assume
	}
	p.Files = l.filesOf(p)
	p.SHA256 = l.hash(p)
	return diags
}

// hash covers the profile's own files and those of the controls it uses.
func (l *Library) hash(p *Profile) string {
	h := sha256.New()
	for _, name := range p.Files {
		f := l.Files()[name]
		fmt.Fprintf(h, "%s %d\n%s", name, len(f.Bytes), f.Bytes)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// filesOf names these files, sorted.
func (l *Library) filesOf(p *Profile) []string {
	names := map[string]bool{p.Range.Filename: true}
	for _, r := range p.Recommendations() {
		names[r.Range.Filename] = true
		names[l.fileOf(r.ControlName)] = true
	}
	return slices.DeleteFunc(slices.Sorted(maps.Keys(names)), func(name string) bool { return l.Files()[name] == nil })
}

func (l *Library) fileOf(control string) string {
	if c, ok := l.Controls[control]; ok {
		return c.Range.Filename
	}
	return l.shelf.controls[control].file
}

// Sources are the files' texts by name.
func (l *Library) Sources() map[string][]byte {
	out := map[string][]byte{}
	for name, f := range l.Files() {
		out[name] = f.Bytes
	}
	return out
}

// From returns the profiles whose title stands in a file at or below path.
func (l *Library) From(path string) []*Profile {
	var out []*Profile
	for _, id := range slices.Sorted(maps.Keys(l.Profiles)) {
		name := l.Profiles[id].Range.Filename
		if name == path || name == strings.TrimPrefix(path, "./") || strings.HasPrefix(name, strings.TrimSuffix(path, "/")+"/") {
			out = append(out, l.Profiles[id])
		}
	}
	return out
}

// Suggest names the profile that was probably meant.
func (l *Library) Suggest(id string) string {
	return strings.TrimSuffix(strings.ToLower(strings.Replace(suggest(id, l.ProfileIDs()), " Did", "; did", 1)), "?")
}
