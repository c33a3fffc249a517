package host

import (
	"context"
	"fmt"
	"path"
	"strings"
)

// A dconfSource is one database of a profile, below the user's own: what is
// compiled, which counts, and the keyfiles from which it is made.
type dconfSource struct {
	file     string // the compiled database
	dir      string // its keyfiles; "" where they are not known
	compiled bool   // the database is there
	made     bool   // not there, but made from the keyfiles whenever GDM starts
	values   map[string]dconfValue
	locks    map[string]string // key -> origin

	written      map[string]dconfValue // by the keyfiles
	writtenLocks map[string]string
}

type dconfValue struct {
	variant
	origin string
}

// Debian's GDM compiles this directory into its greeter's database at each start.
const (
	greeterDir  = "/usr/share/gdm/dconf"
	greeterName = "greeter-dconf-defaults"
)

func dconfSourceOf(line string) (s dconfSource, ok bool) {
	kind, name, _ := strings.Cut(line, ":")
	switch kind {
	case "system-db":
		file := path.Join("/etc/dconf/db", name)
		return dconfSource{file: file, dir: file + ".d"}, true
	case "file-db":
		s = dconfSource{file: name}
		if path.Base(name) == greeterName && strings.HasPrefix(name, "/var/lib/") {
			s.dir = greeterDir
		}
		return s, true
	}
	return s, false
}

// readDconfSource reads the compiled database and the keyfiles.
func (h *Host) readDconfSource(s *dconfSource) error {
	b, found, err := h.readOptional(s.file)
	if err != nil {
		return err
	}
	if err := h.readKeyfiles(s); err != nil {
		return err
	}
	if s.compiled = found; found {
		return s.decode(b)
	}
	if s.dir == greeterDir {
		s.made, s.values, s.locks = true, s.written, s.writtenLocks
	}
	return nil
}

// decode takes values and locks out of a compiled database.
func (s *dconfSource) decode(b []byte) error {
	db, root, err := parseGvdb(b)
	if err != nil {
		return fmt.Errorf("%s: %w", s.file, err)
	}
	s.values, s.locks = map[string]dconfValue{}, map[string]string{}
	for name, item := range root {
		if item.kind != 'v' {
			continue
		}
		v, err := decodeVariant(item.data, db.order)
		if err != nil {
			return fmt.Errorf("%s: %s: %w", s.file, name, err)
		}
		s.values[name] = dconfValue{v, or(s.written[name].origin, s.file)}
		if s.written[name].variant != v {
			s.values[name] = dconfValue{v, s.file}
		}
	}
	locks, err := db.sub(root, ".locks")
	for name := range locks {
		s.locks[name] = or(s.writtenLocks[name], s.file)
	}
	if err != nil {
		return fmt.Errorf("%s: locks: %w", s.file, err)
	}
	return nil
}

// readKeyfiles reads the files from which dconf makes the database, in the order
// of their names: the last one to set a key wins.
func (h *Host) readKeyfiles(s *dconfSource) error {
	s.written, s.writtenLocks = map[string]dconfValue{}, map[string]string{}
	if s.dir == "" {
		return nil
	}
	err := h.eachFile(s.dir, func(file string, b []byte) {
		for _, l := range parseKeyfile(file, b) {
			v, err := parseVariantText(l.value)
			if err != nil {
				v = variant{text: l.value} // dconf refuses to compile the file
			}
			s.written["/"+l.group+"/"+l.key] = dconfValue{v, l.origin}
		}
	})
	if err != nil {
		return err
	}
	return h.eachFile(s.dir+"/locks", func(file string, b []byte) {
		number := 0
		for line := range strings.Lines(string(b)) {
			number++
			if line = strings.TrimSpace(line); strings.HasPrefix(line, "/") {
				s.writtenLocks[line] = fmt.Sprintf("%s:%d", file, number)
			}
		}
	})
}

// eachFile hands over the plain files of a directory, hidden ones left out; no
// directory is no file.
func (h *Host) eachFile(dir string, use func(file string, b []byte)) error {
	list, err := h.root.List(dir)
	if isAbsent(err) {
		return nil
	}
	if err != nil {
		return err
	}
	for _, f := range list {
		file := path.Join(dir, f.Name())
		if strings.HasPrefix(f.Name(), ".") || f.Type == "directory" {
			continue
		}
		b, _, err := h.readOptional(file)
		if err != nil {
			return err
		}
		use(file, b)
	}
	return nil
}

// A dconfProfile is the databases that programs of one profile read, the
// user's own left out: it is first, so what it holds wins where no lock is.
type dconfProfile struct {
	file    string // "" when there is no such profile
	userDB  bool   // the user has a database of their own
	sources []dconfSource
}

// readDconfProfile finds a profile as dconf does, in /etc before the data
// directories. Without a file a program sees the user's database alone.
func (h *Host) readDconfProfile(_ context.Context, name string) (p dconfProfile, err error) {
	for _, dir := range []string{"/etc/dconf/profile", "/usr/local/share/dconf/profile", "/usr/share/dconf/profile"} {
		file := path.Join(dir, name)
		b, found, err := h.readOptional(file)
		if err != nil {
			return p, err
		}
		if found {
			p = parseDconfProfile(file, b)
			return p, h.readDconfSources(&p)
		}
	}
	return dconfProfile{userDB: true}, nil
}

func (h *Host) readDconfSources(p *dconfProfile) error {
	for i := range p.sources {
		if err := h.readDconfSource(&p.sources[i]); err != nil {
			return err
		}
	}
	return nil
}

// parseDconfProfile reads dconf(7)'s profile: one database a line, the first of
// which is the one that takes writes.
func parseDconfProfile(file string, b []byte) dconfProfile {
	p, first := dconfProfile{file: file}, true
	for line := range strings.Lines(string(b)) {
		line, _, _ = strings.Cut(line, "#")
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		s, shared := dconfSourceOf(line)
		if shared {
			p.sources = append(p.sources, s)
		}
		p.userDB = p.userDB || first && !shared
		first = false
	}
	return p
}
