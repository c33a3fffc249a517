package host

import (
	"context"
	"errors"
	"fmt"
	"path"
	"strings"
)

type chronyLine struct {
	directive string // in lower case: chronyd does not care
	args      []string
	origin    string
}

// chronyConf is the lines of all files in the order in which chronyd takes them.
type chronyConf struct {
	file  string
	files int // that were read
	all   []chronyLine
}

// maxIncludes bounds files that include each other; chronyd stops at ten levels.
const maxIncludes = 10

func (h *Host) chronyLines(ctx context.Context) (chronyConf, error) {
	for _, file := range chronyFiles {
		_, err := h.root.Stat(file)
		if isAbsent(err) {
			continue
		}
		out := chronyConf{file: file}
		if err == nil {
			err = h.addChrony(ctx, &out, file, 0)
		}
		return out, err
	}
	return chronyConf{}, nil
}

func (h *Host) addChrony(ctx context.Context, out *chronyConf, file string, depth int) error {
	b, err := h.root.ReadFile(file)
	out.files++
	switch many := tooMany(file, out.files); {
	case ctx.Err() != nil:
		return ctx.Err()
	case many != nil:
		return many
	case err != nil:
		return err
	case depth > maxIncludes:
		return fmt.Errorf("%s: %w", file, errDepth)
	}
	for _, l := range parseChrony(file, b) {
		files, err := h.chronyIncludes(l)
		if err != nil {
			return fmt.Errorf("%s: %w", l.origin, err)
		}
		out.all = append(out.all, l)
		for _, f := range files {
			if err := h.addChrony(ctx, out, f, depth+1); err != nil {
				return err
			}
		}
	}
	return nil
}

var errDepth = errors.New("files include each other too deeply")

// chronyIncludes lists the files that a directive brings in: of several
// directories of one confdir or sourcedir the first with a file's name counts.
func (h *Host) chronyIncludes(l chronyLine) ([]string, error) {
	switch l.directive {
	case "include":
		return h.expand(l.args[0])
	case "confdir":
		return h.byName(l.args, ".conf")
	case "sourcedir":
		return h.byName(l.args, ".sources")
	}
	return nil, nil
}

// byName lists the files of several directories in the order of their names.
func (h *Host) byName(dirs []string, ext string) ([]string, error) {
	found := map[string]string{}
	for _, dir := range dirs {
		files, err := h.expand(withExt(dir, ext))
		if err != nil {
			return nil, err
		}
		for _, f := range files {
			if _, seen := found[path.Base(f)]; !seen {
				found[path.Base(f)] = f
			}
		}
	}
	var out []string
	for _, name := range sortedKeys(found) {
		out = append(out, found[name])
	}
	return out, nil
}

// parseChrony reads directives that have arguments; a line that starts with one
// of !;#% is a comment (chrony.conf(5)).
func parseChrony(file string, b []byte) (out []chronyLine) {
	number := 0
	for line := range strings.Lines(string(b)) {
		number++
		f := strings.Fields(line)
		if len(f) < 2 || strings.ContainsRune("!;#%", rune(f[0][0])) {
			continue
		}
		out = append(out, chronyLine{strings.ToLower(f[0]), f[1:], fmt.Sprintf("%s:%d", file, number)})
	}
	return out
}
