package checks

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
)

// A Library holds the controls and profiles that were loaded, by name, the
// sources for showing snippets, and a shelf with what could be loaded besides.
type Library struct {
	Controls map[string]*Control
	Profiles map[string]*Profile
	files    map[string]*hcl.File
	raw      []rawProfile
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
	return l.takeAll(len(names), func(i int) parsed { return parse(fsys, names[i], where+names[i]) })
}

func (l *Library) addControl(raw rawControl) hcl.Diagnostics {
	c, diags := raw.control()
	if at := l.defined(c); at != "" {
		return append(diags, problem(c.Range, "Duplicate control",
			"A control named %q is already defined at %s.", c.Name, at))
	}
	l.Controls[c.Name] = c
	return diags
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
	added := l.raw
	l.raw = nil
	for _, raw := range added {
		diags = append(diags, l.unshelve(raw.ID)...)
	}
	l.raw = append(l.raw, added...)
	diags = append(diags, l.build()...)
	for _, id := range slices.Sorted(maps.Keys(l.Profiles)) {
		diags = append(diags, l.Link(l.Profiles[id])...)
	}
	return diags
}

// build joins the parts of a profile that lie in several files.
func (l *Library) build() hcl.Diagnostics {
	var diags hcl.Diagnostics
	built := map[string]*Profile{}
	slices.SortStableFunc(l.raw, func(a, b rawProfile) int { return cmp.Compare(a.ID, b.ID) })
	for _, raw := range l.raw {
		p := l.Profiles[raw.ID]
		if p == nil {
			p = &Profile{ID: raw.ID, Range: raw.Range}
			l.Profiles[raw.ID] = p
		}
		built[raw.ID] = p
		diags = append(diags, l.join(p, raw)...)
	}
	l.raw = nil
	for _, id := range slices.Sorted(maps.Keys(built)) {
		diags = append(diags, l.finish(built[id])...)
	}
	return diags
}

func (l *Library) join(p *Profile, raw rawProfile) hcl.Diagnostics {
	if raw.Title != "" && p.Title != "" {
		return hcl.Diagnostics{problem(raw.Range, "Duplicate profile",
			"A profile %q is already defined at %s.", p.ID, p.Range)}
	}
	if raw.Title != "" {
		p.Title, p.Version, p.Reference, p.Range = raw.Title, raw.Version, raw.Reference, raw.Range
	}
	var diags hcl.Diagnostics
	for _, rs := range raw.Sections {
		s, more := section(rs)
		p.Sections, diags = append(p.Sections, s), append(diags, more...)
	}
	return diags
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
	}
	p.SHA256 = l.hash(p)
	return diags
}

// hash covers the profile's own files and those of the controls it uses.
func (l *Library) hash(p *Profile) string {
	names := map[string]bool{p.Range.Filename: true}
	for _, r := range p.Recommendations() {
		names[r.Range.Filename] = true
		names[l.fileOf(r.ControlName)] = true
	}
	h := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(names)) {
		if f := l.Files()[name]; f != nil {
			fmt.Fprintf(h, "%s %d\n%s", name, len(f.Bytes), f.Bytes)
		}
	}
	return hex.EncodeToString(h.Sum(nil))
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
