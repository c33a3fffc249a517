package checks

import (
	"fmt"
	"io/fs"
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/hashicorp/hcl/v2"
)

// A parsed file is read and taken apart, its expressions left unevaluated.
type parsed struct {
	name     string
	file     *hcl.File
	controls []*Control
	parts    []*Profile // what the file says of profiles
	diags    hcl.Diagnostics
}

// A syntax reads a file's text, which begins at a place.
type syntax func(src []byte, file string, start hcl.Pos) (*hcl.File, hcl.Diagnostics)

func parse(fsys fs.FS, name, shown string, read syntax) parsed {
	p := parsed{name: shown}
	src, err := readBounded(fsys, name)
	if err != nil {
		p.diags = hcl.Diagnostics{problem(hcl.Range{Filename: shown}, "Profile not readable", "%s", err)}
		return p
	}
	p.file, p.diags = read(src, shown, hcl.InitialPos)
	p.decode(p.file)
	return p
}

// decode leaves out what has syntax errors: they would cause others.
func (p *parsed) decode(file *hcl.File) {
	if p.diags.HasErrors() {
		return
	}
	n := open(file.Body, fileSchema, hcl.Range{Filename: p.name})
	for _, b := range n.blocks.OfType("control") {
		c, diags := decodeControl(b)
		p.controls = append(p.controls, c)
		n.add(diags...)
	}
	for _, b := range n.blocks.OfType("profile") {
		part, diags := decodeProfile(b)
		p.parts = append(p.parts, part)
		n.add(diags...)
	}
	p.diags = append(p.diags, n.diags...)
}

// takeAll parses n pieces, on all processors at once, and takes them in order.
func (l *Library) takeAll(n int, parse func(i int) parsed) hcl.Diagnostics {
	out := make([]parsed, n)
	var next atomic.Int64
	var g sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		g.Go(func() {
			for i := next.Add(1) - 1; i < int64(n); i = next.Add(1) - 1 {
				out[i] = parse(int(i))
			}
		})
	}
	g.Wait()
	var diags hcl.Diagnostics
	for _, p := range out {
		diags = append(diags, l.take(p)...)
	}
	return diags
}

func (l *Library) take(p parsed) hcl.Diagnostics {
	if p.file != nil {
		l.files[p.name] = p.file
	}
	diags := p.diags
	for _, c := range p.controls {
		diags = append(diags, l.addControl(c)...)
	}
	l.parts = append(l.parts, p.parts...)
	return diags
}

// maxProfile bounds one .hcl file; the largest of ours has a tenth of it.
const maxProfile = 1 << 20

func readBounded(fsys fs.FS, name string) ([]byte, error) { return readUpTo(fsys, name, maxProfile) }

func readUpTo(fsys fs.FS, name string, limit int64) ([]byte, error) {
	info, err := fs.Stat(fsys, name)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("%s is not a regular file", name)
	case info.Size() > limit:
		return nil, fmt.Errorf("%s has %d bytes; such a file may have %d", name, info.Size(), limit)
	}
	return fs.ReadFile(fsys, name)
}
