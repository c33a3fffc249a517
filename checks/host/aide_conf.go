package host

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"path"
	"regexp"
	"strings"
)

// aideConf is an aide.conf(5) with what it includes. Programs that it takes rules
// from are not run.
type aideConf struct {
	file     string // "" where there is none
	options  map[string]string
	origins  map[string]string
	rules    []aideRule
	programs []string // of @@x_include
	version  string   // of the package; "" where it is not known
}

// An aideRule is a line that selects files: kind is empty for a regular one, '!'
// and '-' for one that takes away, '=' for one without the children. Below a
// directory that '-' takes away AIDE never looks; '!' has that meaning before AIDE
// 0.19, and since then is about each name by itself.
type aideRule struct {
	kind       string
	text       string
	origin     string
	node       string // the directory before the first special character
	regex      *regexp.Regexp
	uncertain  bool // a variable that only a program may set, or a pattern that is not understood
	filesToo   bool // not restricted to other types than regular files
	dirsToo    bool
	attributes aideSet
}

// An aideReader reads the files of a configuration in order.
type aideReader struct {
	host      *Host
	conf      *aideConf
	variables map[string]string
	groups    map[string]aideSet
	skipping  []bool // one for each @@if around the line
	prefix    string
	depth     int
	files     int
}

func (h *Host) readAide(ctx context.Context) (aideConf, error) {
	p, _ := h.versionOf(ctx, "aide", "aide-dynamic")
	conf := aideConf{options: map[string]string{}, origins: map[string]string{}, version: p.version}
	for _, file := range []string{"/etc/aide/aide.conf", "/etc/aide.conf"} {
		b, found, err := h.readOptional(file)
		if err != nil {
			return conf, err
		}
		if !found {
			continue
		}
		conf.file = file
		r := aideReader{host: h, conf: &conf, variables: map[string]string{"HOSTNAME": h.hostname()}, groups: map[string]aideSet{}}
		return conf, r.lines(file, b)
	}
	return conf, nil
}

// hostname is the short name, as aide's own HOSTNAME.
func (h *Host) hostname() string {
	for _, file := range []string{hostnameFile, "/etc/hostname"} {
		if b, found, _ := h.readOptional(file); found {
			name, _, _ := strings.Cut(firstLine(b), ".")
			return name
		}
	}
	return ""
}

func (r *aideReader) lines(file string, b []byte) error {
	if r.depth++; r.depth > 16 { // aide's own bound
		return errors.New("more than 16 files included one from the other")
	}
	defer func() { r.depth-- }()
	if r.files++; r.files > maxIncluded {
		return tooMany(file, r.files)
	}
	number := 0
	for line := range strings.Lines(string(b)) {
		number++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		origin := fmt.Sprintf("%s:%d", file, number)
		if err := r.line(line, origin); err != nil {
			return fmt.Errorf("%s: %w", origin, err)
		}
	}
	return nil
}

func (r *aideReader) line(line, origin string) error {
	switch {
	case strings.HasPrefix(line, "@@") && !strings.HasPrefix(line, "@@{"):
		return r.macro(strings.Fields(line), origin)
	case r.skips():
		return nil
	case strings.ContainsRune("/!-=", rune(line[0])) || strings.HasPrefix(line, "@@{"):
		return r.rule(line, origin)
	}
	name, value, ok := strings.Cut(line, "=")
	if !ok {
		return fmt.Errorf("neither a setting nor a rule")
	}
	name = strings.TrimSpace(name)
	value = r.expand(strings.TrimSpace(value))
	r.conf.options[name], r.conf.origins[name] = value, origin
	if set, err := aideExpression(value, r.groups); err == nil {
		r.groups[name] = set
	}
	return nil
}

var aideVariable = regexp.MustCompile(`@@\{([^}]*)\}`)

// expand fills in variables; one that is not defined is empty.
func (r *aideReader) expand(s string) string {
	out, _ := r.expandTo(s, "")
	return out
}

func (r *aideReader) expandTo(s, undefined string) (out string, all bool) {
	all = true
	out = aideVariable.ReplaceAllStringFunc(s, func(v string) string {
		value, ok := r.variables[v[3:len(v)-1]]
		if !ok {
			all = false
			return undefined
		}
		return value
	})
	return out, all
}

// rule reads a line that selects: a pattern, perhaps types of files, attributes.
func (r *aideReader) rule(line, origin string) error {
	a := aideRule{text: line, origin: origin}
	if strings.ContainsRune("!-=", rune(line[0])) {
		a.kind, line = line[:1], line[1:]
	}
	f := aideFields(line)
	if len(f) == 0 || len(f) > 3 {
		return errors.New("a rule is a pattern, types of files and attributes")
	}
	types := "0"
	if len(f) == 3 || len(f) == 2 && a.takesAway() {
		types = f[1]
	}
	a.filesToo = types == "0" || strings.Contains(types, "f")
	a.dirsToo = types == "0" || strings.Contains(types, "d")
	a.pattern(r, f[0])
	if a.takesAway() {
		r.conf.rules = append(r.conf.rules, a)
		return nil
	}
	if len(f) == 1 {
		return errors.New("a rule without attributes")
	}
	var err error
	a.attributes, err = aideExpression(f[len(f)-1], r.groups)
	r.conf.rules = append(r.conf.rules, a)
	return err
}

func (a aideRule) takesAway() bool { return a.kind == "!" || a.kind == "-" }

// aideFields splits at blanks; one behind a backslash belongs to the pattern.
func aideFields(line string) []string {
	const kept = "\x00"
	f := strings.Fields(strings.ReplaceAll(line, `\ `, kept))
	for i := range f {
		f[i] = strings.ReplaceAll(f[i], kept, `\ `)
	}
	return f
}

// pattern compiles what a rule's pattern says; a variable that is not defined may
// be anything, for a program may define it.
func (a *aideRule) pattern(r *aideReader, written string) {
	known, all := r.expandTo(r.prefix+written, ".*")
	known = strings.NewReplacer(`\\`, `\`, `\ `, ` `).Replace(known) // the reader of aide.conf takes one backslash itself
	if plain, err := url.PathUnescape(known); err == nil {
		known = plain
	}
	regex, err := regexp.Compile("^(?:" + known + ")")
	a.regex, a.uncertain, a.node = regex, !all || err != nil, nodeOf(known)
}

// mayFit reports whether the rule can be about the file, and whether that is sure.
func (a aideRule) mayFit(file string) (fits, sure bool) {
	if a.regex == nil {
		return true, false
	}
	end := a.regex.FindStringIndex(file)
	fits = end != nil && (a.kind != "=" || !strings.Contains(file[end[1]:], "/"))
	return fits, !a.uncertain
}

// nodeOf is the directory that a pattern surely speaks of: up to the last slash
// before the first special character.
func nodeOf(pattern string) string {
	if i := strings.IndexAny(pattern, `\^$.[]|()?*+{}`); i >= 0 {
		pattern = pattern[:i]
	}
	return path.Clean("/" + pattern[:strings.LastIndex("/"+pattern, "/")])
}
