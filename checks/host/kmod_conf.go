package host

import (
	"context"
	"fmt"
	"path"
	"slices"
	"strings"

	"scantling/checks/fact"
)

// A modprobeConfig is what modprobe.d and the kernel command line say, in the
// order in which modprobe takes it.
type modprobeConfig struct {
	installs []modprobeLine
	denied   []modprobeLine
	refused  []modprobeLine // by the kernel itself
	closed   error          // a file that could not be read
	unbooted error          // the kernel command line could not be read
}

type modprobeLine struct{ module, command, origin string }

func modprobeDirs() []string {
	return []string{"/etc/modprobe.d", "/run/modprobe.d", "/usr/local/lib/modprobe.d", "/usr/lib/modprobe.d", "/lib/modprobe.d"}
}

func (h *Host) readModprobeConfig(ctx context.Context) (c modprobeConfig, err error) {
	words, origin, err := h.bootWords(ctx)
	c.unbooted = err
	c.takeWords(words, origin)
	files, err := h.confFiles(".conf", modprobeDirs()...)
	for _, f := range files {
		if f.err != nil {
			c.closed = f.err
		}
		c.parse(f.path, f.body)
	}
	return c, err
}

// takeWords knows modprobe's own argument and the kernel's, which holds for
// everything that loads modules.
func (c *modprobeConfig) takeWords(words []string, origin string) {
	for _, w := range words {
		name, list, _ := strings.Cut(w, "=")
		for module := range strings.SplitSeq(list, ",") {
			l := modprobeLine{moduleName(module), w, origin}
			switch name {
			case "modprobe.blacklist":
				c.denied = append(c.denied, l)
			case "module_blacklist":
				c.refused = append(c.refused, l)
			}
		}
	}
}

// parse reads modprobe.d(5): a backslash at the end joins lines, and only a line
// that begins with # is a comment.
func (c *modprobeConfig) parse(file string, b []byte) {
	joined, start, number := "", 0, 0
	for line := range strings.Lines(string(b)) {
		number++
		if joined == "" {
			start = number
		}
		line = strings.TrimRight(line, "\r\n")
		if rest, ok := strings.CutSuffix(line, `\`); ok {
			joined += rest
			continue
		}
		c.line(joined+line, fmt.Sprintf("%s:%d", file, start))
		joined = ""
	}
	c.line(joined, fmt.Sprintf("%s:%d", file, start))
}

func (c *modprobeConfig) line(text, origin string) {
	f := strings.Fields(text)
	switch {
	case len(f) < 2 || text[0] == '#':
	case f[0] == "blacklist":
		c.denied = append(c.denied, modprobeLine{moduleName(f[1]), "", origin})
	case f[0] == "install" && len(f) > 2:
		c.installs = append(c.installs, modprobeLine{moduleName(f[1]), strings.Join(f[2:], " "), origin})
	}
}

// judge takes the first install line that fits, as modprobe does, and says so
// when a later one differs.
func (c modprobeConfig) judge(m *KernelModule, n *fact.Notes) {
	fits := func(l modprobeLine) bool {
		ok, err := path.Match(l.module, m.Name)
		return ok && err == nil
	}
	if i := slices.IndexFunc(c.installs, fits); i >= 0 {
		first := c.installs[i]
		m.InstallDisabled = doesNothing(first.command)
		n.Origin("install_disabled", first.origin)
		if j := slices.IndexFunc(c.installs[i+1:], func(l modprobeLine) bool { return fits(l) && doesNothing(l.command) != m.InstallDisabled }); j >= 0 {
			n.Remark("install_disabled", c.installs[i+1+j].origin+" says otherwise, and does not count: modprobe takes the first line")
		}
	}
	same := func(l modprobeLine) bool { return l.module == m.Name }
	if i := slices.IndexFunc(c.denied, same); i >= 0 {
		m.Denylisted = true
		n.Origin("denylisted", c.denied[i].origin)
	}
	if i := slices.IndexFunc(c.refused, same); i >= 0 {
		m.Denylisted, m.InstallDisabled = true, true
		n.Origin("denylisted", c.refused[i].origin)
		n.Origin("install_disabled", c.refused[i].origin)
	}
}

// doesNothing knows the two programs that are put in place of a module; a
// comment or arguments behind them change nothing, a second command does.
func doesNothing(command string) bool {
	f := strings.Fields(command)
	if len(f) == 0 {
		return false
	}
	switch f[0] {
	case "/bin/true", "/bin/false", "/usr/bin/true", "/usr/bin/false", "true", "false":
		rest, _, _ := strings.Cut(strings.Join(f[1:], " "), "#")
		return !strings.ContainsAny(rest, ";&|`$")
	}
	return false
}
