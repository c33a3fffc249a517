package host

import (
	"context"
	"fmt"
	"path"
	"strings"
)

// sudoReader follows the includes.
type sudoReader struct {
	host     *Host
	ctx      context.Context
	files    []string
	defaults []sudoDefault
	rules    []SudoersRule
	doubts   []error // lines that were not understood
}

// sudoDepth is MAX_SUDOERS_DEPTH.
const sudoDepth = 128

func (r *sudoReader) file(name string, depth int) error {
	b, err := r.host.root.ReadFile(name)
	if depth > sudoDepth {
		err = fmt.Errorf("%s: files include one another more than %d deep", name, sudoDepth)
	}
	if err = orAbsent(r.ctx.Err(), err); err != nil {
		return err
	}
	r.files = append(r.files, name)
	if err := tooMany(name, len(r.files)); err != nil {
		return err
	}
	for _, l := range sudoLines(name, b) {
		if err := r.line(l, name, depth); err != nil {
			return err
		}
	}
	return nil
}

func (r *sudoReader) line(l sudoLine, file string, depth int) (err error) {
	target, isDir, include := sudoInclude(l.text)
	kind, _, _ := strings.Cut(strings.ReplaceAll(l.text, "\t", " "), " ")
	switch {
	case include && isDir:
		return r.dir(r.host.sudoPath(target, file), depth)
	case include:
		return r.one(r.host.sudoPath(target, file), depth)
	case strings.HasPrefix(kind, "Defaults"):
		var all []sudoDefault
		all, err = parseSudoDefaults(l)
		r.defaults = append(r.defaults, all...)
	case kind == "User_Alias", kind == "Runas_Alias", kind == "Host_Alias", kind == "Cmnd_Alias", kind == "Cmd_Alias":
	default:
		var all []SudoersRule
		all, err = parseSudoRule(l)
		r.rules = append(r.rules, all...)
	}
	if err != nil {
		r.doubts = append(r.doubts, err)
	}
	return nil
}

// one reads an included file; sudo goes on without one that is missing.
func (r *sudoReader) one(name string, depth int) error {
	if err := r.file(name, depth+1); !isAbsent(err) {
		return err
	}
	return nil
}

// dir reads the files of a directory in byte order, without those whose name has
// a dot or ends in a tilde.
func (r *sudoReader) dir(name string, depth int) error {
	list, err := r.host.root.List(name)
	if isAbsent(err) {
		return nil
	}
	for _, f := range list {
		if err != nil {
			break
		}
		if skip := strings.Contains(f.Name(), ".") || strings.HasSuffix(f.Name(), "~"); !skip && f.Type != "directory" {
			err = r.one(path.Join(name, f.Name()), depth)
		}
	}
	return err
}

// sudoPath takes names from the including file's directory, and %h for the short
// host name.
func (h *Host) sudoPath(name, from string) string {
	if strings.Contains(name, "%h") {
		b, found, _ := h.readOptional(hostnameFile)
		if !found {
			b, _, _ = h.readOptional("/etc/hostname")
		}
		short, _, _ := strings.Cut(firstLine(b), ".")
		name = strings.ReplaceAll(name, "%h", short)
	}
	if !path.IsAbs(name) {
		name = path.Join(path.Dir(from), name)
	}
	return name
}
