package host

import (
	"context"
	"fmt"
	"path"
	"strings"

	"scantling/checks/fact"
)

// TmpfilesFact is `tmpfiles(name)`.
var TmpfilesFact = fact.NewKeyed("tmpfiles", "file name",
	"The lines of one file of tmpfiles.d, such as systemd.conf: of several with the name, the one that counts.",
	fact.Files, readTmpfiles).
	Reading(func(name string) (out []string) {
		for _, dir := range tmpfilesDirs() {
			out = append(out, path.Join(dir, orWord(name, "NAME")))
		}
		return out
	})

// Tmpfiles is one file. The first directory that has the name wins, also with a
// link to /dev/null, which leaves no lines.
type Tmpfiles struct {
	Exists bool
	Path   *string
	Lines  []TmpfilesLine
}

// A TmpfilesLine creates, changes or removes what its path names.
type TmpfilesLine struct {
	Type  string // f, d, z, Z, a+, ... as written
	Path  string // with specifiers such as %m
	Mode  *string
	User  *string
	Group *string
}

func tmpfilesDirs() []string {
	return []string{"/etc/tmpfiles.d", "/run/tmpfiles.d", "/usr/local/lib/tmpfiles.d", "/usr/lib/tmpfiles.d"}
}

func readTmpfiles(h *Host, ctx context.Context, name string, n *fact.Notes) (out Tmpfiles, err error) {
	if name == "" || strings.Contains(name, "/") {
		return out, fmt.Errorf("tmpfiles %q: the name of a file, without directories", name)
	}
	n.From("no " + name + " in " + strings.Join(tmpfilesDirs(), ", "))
	for _, dir := range tmpfilesDirs() {
		file := path.Join(dir, name)
		if isNullLink(h.root, file) {
			n.From(file)
			out.Exists, out.Path = true, &file
			return out, nil
		}
		b, found, err := h.readOptional(file)
		if err != nil {
			return out, err
		}
		if found {
			n.From(file)
			out.Exists, out.Path = true, &file
			for number, line := range parseTmpfiles(b) {
				out.Lines = append(out.Lines, line.TmpfilesLine)
				n.Origin(fmt.Sprintf("lines[%d]", number), fmt.Sprintf("%s:%d", file, line.number))
			}
			return out, ctx.Err()
		}
	}
	return out, ctx.Err()
}

type tmpfilesLine struct {
	TmpfilesLine
	number int
}

// parseTmpfiles reads tmpfiles.d(5). A mode may begin with ~ or :, which say when
// it is applied; - is the default.
func parseTmpfiles(b []byte) (out []tmpfilesLine) {
	number := 0
	for line := range strings.Lines(string(b)) {
		number++
		f := strings.Fields(line)
		if len(f) < 2 || strings.HasPrefix(f[0], "#") {
			continue
		}
		field := func(i int) *string {
			if len(f) <= i || f[i] == "-" {
				return nil
			}
			text := strings.TrimLeft(f[i], "~:")
			return &text
		}
		out = append(out, tmpfilesLine{TmpfilesLine{f[0], f[1], field(2), field(3), field(4)}, number})
	}
	return out
}
