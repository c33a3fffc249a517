package host

import (
	"fmt"
	"path"
	"strings"
)

// A grubParser goes through grub.cfg and what it sources. It does not run the
// script: every branch of an if counts, since which one is taken is only known
// at boot.
type grubParser struct {
	read  func(name string) ([]byte, bool)
	env   map[string]string // of grubenv; what the script sets counts only where that says nothing
	sets  map[string]string
	seen  map[string]bool
	files []string

	entries    []bootEntry
	superusers grubSetting
	passwords  []grubPassword
	bls        bool // the entries of the loader's directory are shown as well
}

type grubSetting struct{ value, origin string }

type grubPassword struct{ user, hash, origin string }

// grubPlace is where the parser is: the file, the script that wrote this part of
// it, and the entry.
type grubPlace struct {
	file, script, title string
	line                int
}

// maxSources is how many files may source each other.
const maxSources = 32

func (p *grubParser) parse(file string, b []byte) {
	if p.seen[file] || len(p.seen) >= maxSources {
		return
	}
	p.seen[file] = true
	p.files = append(p.files, file)
	at := grubPlace{file: file}
	for line := range strings.Lines(string(b)) {
		at.line++
		line = strings.TrimSpace(line)
		if rest, ok := strings.CutPrefix(line, "### BEGIN "); ok {
			at.script = path.Base(strings.TrimSuffix(rest, " ###"))
		}
		if words := grubWords(line, p.value); len(words) > 0 {
			p.command(&at, words)
		}
	}
}

func (p *grubParser) command(at *grubPlace, words []string) {
	arg := func(i int) string {
		if i < len(words) {
			return words[i]
		}
		return ""
	}
	switch words[0] {
	case "menuentry":
		at.title = arg(1)
	case "linux", "linux16", "linuxefi", "module", "module2":
		p.kernel(*at, words)
	case "set":
		p.set(*at, arg(1))
	case "password_pbkdf2", "password":
		p.passwords = append(p.passwords, grubPassword{arg(1), arg(2), at.origin()})
	case "blscfg":
		p.bls = true
	case "source", "configfile", ".":
		p.source(at.file, arg(1))
	default:
		p.set(*at, words[0])
	}
}

func (at grubPlace) origin() string { return fmt.Sprintf("%s:%d", at.file, at.line) }

// kernel leaves out what is no Linux of this machine: the memory test, other
// systems that os-prober found, and modules that are no kernel.
func (p *grubParser) kernel(at grubPlace, words []string) {
	isModule := strings.HasPrefix(words[0], "module")
	if len(words) < 2 || at.script == "30_os-prober" || isMemoryTest(words[1]) || isModule && !isKernelImage(words[1]) {
		return
	}
	p.entries = append(p.entries, newBootEntry(at.title, words[1], words[2:], at.origin()))
}

func isMemoryTest(file string) bool { return strings.Contains(path.Base(file), "memtest") }

func isKernelImage(file string) bool { return strings.HasPrefix(path.Base(file), "vmlinu") }

func (p *grubParser) set(at grubPlace, assignment string) {
	name, value, ok := strings.Cut(assignment, "=")
	if !ok || len(value) > maxVariable {
		return
	}
	if p.sets[name] = value; name == "superusers" {
		p.superusers = grubSetting{value, at.origin()}
	}
}

func (p *grubParser) value(name string) string {
	if v, ok := p.env[name]; ok {
		return v
	}
	return p.sets[name]
}

// source tries a file below /boot as well: grub sees the file system that holds
// it as its own root. Conditions stand before most of these lines, so what does
// not exist is passed over.
func (p *grubParser) source(from, name string) {
	if i := strings.LastIndexByte(name, ')'); i >= 0 {
		name = name[i+1:]
	}
	for _, file := range []string{path.Join("/", name), path.Join("/boot", name), path.Join(path.Dir(from), path.Base(name))} {
		if b, ok := p.read(file); ok {
			p.parse(file, b)
			return
		}
	}
}

// grubWords splits a line of grub's script into words. Variables are put in
// outside of single quotes.
func grubWords(line string, value func(string) string) (out []string) {
	var b strings.Builder
	quote, open := byte(0), false
	end := func() {
		if open {
			out = append(out, b.String())
		}
		b.Reset()
		open = false
	}
	for i := 0; i < len(line); i++ {
		c := line[i]
		switch {
		case c == quote && quote != 0:
			quote = 0
		case quote == 0 && (c == '"' || c == '\''):
			quote, open = c, true
		case quote == 0 && c == '#' && !open:
			return out
		case quote == 0 && strings.IndexByte(" \t;", c) >= 0:
			end()
		case c == '\\' && quote != '\'' && i+1 < len(line):
			i++
			b.WriteByte(line[i])
			open = true
		case c == '$' && quote != '\'':
			name, width := shellVariable(line[i:])
			v := value(name)
			i += max(width-1, 0)
			if quote == 0 {
				out = splitVariable(out, &b, &open, v)
				continue
			}
			b.WriteString(v)
		default:
			b.WriteByte(c)
			open = true
		}
	}
	end()
	return out
}

// splitVariable puts an unquoted variable in, which may be several words.
func splitVariable(out []string, b *strings.Builder, open *bool, value string) []string {
	words := strings.Fields(value)
	for i, w := range words {
		if i > 0 {
			out = append(out, b.String())
			b.Reset()
		}
		b.WriteString(w)
		*open = true
	}
	return out
}
