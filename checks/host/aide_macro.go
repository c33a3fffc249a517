package host

import (
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
)

func (r *aideReader) skips() bool { return slices.Contains(r.skipping, true) }

// macro is a line that starts with @@.
func (r *aideReader) macro(f []string, origin string) error {
	rest := f[1:]
	switch word := f[0]; {
	case word == "@@endif" && len(r.skipping) > 0:
		r.skipping = r.skipping[:len(r.skipping)-1]
	case word == "@@else" && len(r.skipping) > 0:
		r.skipping[len(r.skipping)-1] = !r.skipping[len(r.skipping)-1]
	case strings.HasPrefix(word, "@@if"):
		holds, err := r.condition(aideCondition(word, rest))
		r.skipping = append(r.skipping, !holds)
		return err
	case r.skips():
	case word == "@@define" && len(rest) > 0:
		r.variables[rest[0]] = r.expand(strings.Join(rest[1:], " "))
	case word == "@@undef" && len(rest) > 0:
		delete(r.variables, rest[0])
	case word == "@@include" && len(rest) > 0:
		return r.include(rest, false)
	case word == "@@x_include" && len(rest) > 0:
		return r.include(rest, true)
	case word == "@@x_include_setenv":
	default:
		return fmt.Errorf("%s is no macro line that is known here", word)
	}
	return nil
}

// aideCondition spells the old macros as the new one.
func aideCondition(word string, rest []string) []string {
	switch word {
	case "@@ifdef":
		return append([]string{"defined"}, rest...)
	case "@@ifndef":
		return append([]string{"not", "defined"}, rest...)
	case "@@ifhost":
		return append([]string{"hostname"}, rest...)
	case "@@ifnhost":
		return append([]string{"not", "hostname"}, rest...)
	}
	return rest
}

func (r *aideReader) condition(f []string) (bool, error) {
	switch {
	case len(f) > 1 && f[0] == "not":
		holds, err := r.condition(f[1:])
		return !holds, err
	case len(f) == 2 && f[0] == "defined":
		_, ok := r.variables[f[1]]
		return ok, nil
	case len(f) == 2 && f[0] == "hostname":
		return f[1] == r.variables["HOSTNAME"], nil
	case len(f) == 2 && f[0] == "exists":
		_, err := r.host.root.Stat(f[1])
		return err == nil, ifPresent(err)
	}
	return false, fmt.Errorf("condition %q is not understood", strings.Join(f, " "))
}

// include reads a file, or those of a directory whose names fit a pattern. What
// is executable, @@x_include would run: that is only noted.
func (r *aideReader) include(f []string, run bool) error {
	at := r.expand(f[0])
	names := []string{at}
	if len(f) > 1 {
		pattern, err := regexp.Compile(f[1])
		if err != nil {
			return err
		}
		if names, err = r.partsOf(at, pattern); err != nil {
			return err
		}
	}
	outer := r.prefix
	if len(f) > 2 {
		r.prefix += f[2]
	}
	defer func() { r.prefix = outer }()
	for _, name := range names {
		if err := r.includeFile(name, run); err != nil {
			return err
		}
	}
	return nil
}

func (r *aideReader) partsOf(dir string, pattern *regexp.Regexp) (out []string, err error) {
	list, err := r.host.root.List(dir)
	for _, info := range list {
		if info.Type != "directory" && pattern.MatchString(info.Name()) {
			out = append(out, path.Join(dir, info.Name()))
		}
	}
	return out, err
}

func (r *aideReader) includeFile(name string, run bool) error {
	info, err := r.host.root.Stat(name)
	if err != nil {
		return err
	}
	if run && info.Mode()&fs.FileMode(0o111) != 0 {
		r.conf.programs = append(r.conf.programs, name)
		return nil
	}
	b, err := r.host.root.ReadFile(name)
	if err != nil {
		return err
	}
	return r.lines(name, b)
}
