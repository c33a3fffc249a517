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
	"sync"

	"github.com/hashicorp/hcl/v2"
)

// A Library holds the controls and profiles that were loaded, by name, and the
// sources for showing snippets.
type Library struct {
	Controls map[string]*Control
	Profiles map[string]*Profile
	files    map[string]*hcl.File
	raw      []rawProfile
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
	files := make([]parsed, len(names))
	var g sync.WaitGroup
	for i, name := range names { // half of what a run on an empty engine costs, so all processors at once
		g.Go(func() { files[i] = parse(fsys, name, where+name) })
	}
	g.Wait()
	var diags hcl.Diagnostics
	for _, f := range files {
		diags = append(diags, l.take(f)...)
	}
	return diags
}

func (l *Library) addControl(raw rawControl) hcl.Diagnostics {
	c, diags := raw.control()
	if old, ok := l.Controls[c.Name]; ok {
		return append(diags, problem(c.Range, "Duplicate control",
			"A control named %q is already defined at %s.", c.Name, old.Range))
	}
	l.Controls[c.Name] = c
	return diags
}

// ControlNames are sorted.
func (l *Library) ControlNames() []string { return slices.Sorted(maps.Keys(l.Controls)) }

// ProfileIDs are sorted.
func (l *Library) ProfileIDs() []string { return slices.Sorted(maps.Keys(l.Profiles)) }

// Resolve builds the profiles from what was added: it joins the parts of a
// profile that lie in several files and points every row at its control.
func (l *Library) Resolve() hcl.Diagnostics {
	var diags hcl.Diagnostics
	slices.SortStableFunc(l.raw, func(a, b rawProfile) int { return cmp.Compare(a.ID, b.ID) })
	for _, raw := range l.raw {
		p := l.Profiles[raw.ID]
		if p == nil {
			p = &Profile{ID: raw.ID, Range: raw.Range}
			l.Profiles[raw.ID] = p
		}
		diags = append(diags, l.join(p, raw)...)
	}
	l.raw = nil
	for _, p := range l.Profiles {
		diags = append(diags, l.finish(p)...)
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
		s, more := l.section(rs)
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
		if r.Control != nil {
			names[r.Control.Range.Filename] = true
		}
	}
	h := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(names)) {
		if f := l.Files()[name]; f != nil {
			fmt.Fprintf(h, "%s %d\n%s", name, len(f.Bytes), f.Bytes)
		}
	}
	return hex.EncodeToString(h.Sum(nil))
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
	for _, id := range l.ProfileIDs() {
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
