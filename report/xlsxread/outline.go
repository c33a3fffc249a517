package xlsxread

import (
	"encoding/xml"
	"errors"
	"fmt"
	"path"
	"strings"
)

// outline follows the relations from the package to the workbook, from there to
// the sheets and the shared texts.
func (b *Book) outline() error {
	top, err := b.relations("", "_rels/.rels")
	if err != nil {
		return err
	}
	var main string
	if err := only(top, "officeDocument", func(part string) error { main = part; return nil }); err != nil {
		return err
	}
	if main == "" {
		return errors.New("the file is no workbook")
	}
	dir, base := path.Split(main)
	parts, err := b.relations(dir, dir+"_rels/"+base+".rels")
	if err != nil {
		return err
	}
	if err := b.listSheets(main, parts); err != nil {
		return err
	}
	for _, read := range []struct {
		kind string
		part func(string) error
	}{{"sharedStrings", b.readShared}, {"styles", b.styles}} {
		if err := only(parts, read.kind, read.part); err != nil {
			return err
		}
	}
	return nil
}

// only reads the part of a kind, of which a workbook has at most one.
func only(parts map[string]relation, kind string, read func(string) error) error {
	target := ""
	for _, r := range parts {
		if r.kind == kind && target != "" {
			return fmt.Errorf("the workbook has two parts for %s", kind)
		}
		if r.kind == kind {
			target = r.target
		}
	}
	if target == "" {
		return nil
	}
	return read(target)
}

// A relation leads from one part to another.
type relation struct{ kind, target string }

func (b *Book) relations(dir, part string) (map[string]relation, error) {
	m, err := b.markup(part)
	if err != nil {
		return nil, err
	}
	out := map[string]relation{}
	return out, m.each(func(e xml.StartElement) error {
		id := attr(e, "Id")
		if e.Name.Local != "Relationship" || attr(e, "TargetMode") == "External" {
			return nil
		}
		if _, twice := out[id]; twice {
			return fmt.Errorf("%s names %.40q twice", part, id)
		}
		target := attr(e, "Target")
		if !strings.HasPrefix(target, "/") {
			target = path.Join(dir, target)
		}
		out[id] = relation{kind: path.Base(attr(e, "Type")), target: partKey(target)}
		return nil
	})
}

func (b *Book) listSheets(part string, parts map[string]relation) error {
	m, err := b.markup(part)
	if err != nil {
		return err
	}
	seen := map[string]bool{}
	return m.each(func(e xml.StartElement) error {
		if e.Name.Local != "sheet" || !ours(e.Name) {
			return nil
		}
		name, to := attr(e, "name"), parts[relationID(e)]
		if seen[strings.ToLower(name)] {
			return fmt.Errorf("the workbook has two sheets called %.40q", name)
		}
		seen[strings.ToLower(name)] = true
		if to.kind == "worksheet" { // a sheet of a chart has no cells
			b.sheets = append(b.sheets, sheet{name, to.target})
		}
		return nil
	})
}

// relationID is the one attribute of a sheet that has a namespace: r:id.
func relationID(e xml.StartElement) string {
	for _, a := range e.Attr {
		if a.Name.Local == "id" && a.Name.Space != "" {
			return a.Value
		}
	}
	return ""
}
