package host

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	"scantling/checks/fact"
)

// packages is what all databases of the machine say together.
type packages struct {
	byName    map[string][]installed
	providers map[string][]installed // by the name that they provide
	keys      []installed            // rpm's gpg-pubkey entries, which are no packages
	files     []string               // the databases that were read
	gap       error                  // a database is there and could not be read: an absence is not known
}

// An installed entry is one package of one architecture.
type installed struct {
	manager       string // dpkg or rpm
	name, version string
	arch          string
	provides      []string
	summary       string
	half          string // the word of a state between installed and not: half-configured
	origin        string
}

// doubt is why an entry in between is neither installed nor absent.
func (i installed) doubt() error {
	return &fact.Unavailable{
		Why:    fmt.Sprintf("%s left %s %s (%s)", i.manager, i.name, i.half, i.origin),
		Remedy: "finish the installation with dpkg --configure -a, or remove the package",
	}
}

// find returns the entries of a name, those that are installed before those that
// are only half so.
func (p packages) find(name string) (whole, half []installed) {
	for _, i := range p.byName[name] {
		if i.half == "" {
			whole = append(whole, i)
		} else {
			half = append(half, i)
		}
	}
	return whole, half
}

func (p *packages) add(all []installed) {
	for _, i := range all {
		if i.manager == "rpm" && i.name == "gpg-pubkey" {
			p.keys = append(p.keys, i)
			continue
		}
		p.byName[i.name] = append(p.byName[i.name], i)
		if i.half != "" {
			continue
		}
		for _, name := range i.provides {
			p.providers[name] = append(p.providers[name], i)
		}
	}
}

// readPackages reads every database there is: a Debian machine may hold rpm's
// tools and an empty database of theirs.
func (h *Host) readPackages(ctx context.Context) (packages, error) {
	out := packages{byName: map[string][]installed{}, providers: map[string][]installed{}}
	for _, read := range []func(context.Context) ([]installed, []string, error){h.readDpkg, h.readRpm} {
		all, files, err := read(ctx)
		out.add(all)
		out.files = append(out.files, files...)
		out.gap = errors.Join(out.gap, err)
	}
	switch {
	case ctx.Err() != nil:
		return out, ctx.Err()
	case len(out.byName) > 0:
		return out, nil
	case out.gap != nil:
		return out, out.gap
	case len(out.files) > 0:
		return out, &fact.Unavailable{Why: "the package database " + out.files[0] + " lists no package"}
	}
	return out, &fact.Unavailable{Why: "there is no package database of dpkg or rpm"}
}

// maxStatus bounds dpkg's status file; a desktop's has a few megabytes.
const maxStatus = 64 << 20

// readDatabase reads a database of text whole.
func (h *Host) readDatabase(name string) (b []byte, found bool, err error) {
	db, err := h.root.OpenDatabase(name)
	if isAbsent(err) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, err
	}
	defer db.Close()
	if db.Size > maxStatus {
		return nil, false, &fs.PathError{Op: "read", Path: name, Err: errors.New("larger than 64 MiB")}
	}
	b = make([]byte, db.Size)
	n, err := db.ReadAt(b, 0)
	if n == len(b) {
		err = nil // io.ReaderAt may say io.EOF with the last byte
	}
	return b, err == nil, err
}
