package host

import (
	"fmt"
	"path"
	"strings"
)

// A confValue is a setting of a module and the place that set it.
type confValue struct {
	text   string
	origin string
}

// pamConf is what configuration files say, by key; what could not be read makes
// everything unknown that no argument of the module sets.
type pamConf struct {
	values map[string]confValue
	err    error
}

// parsePAMConf reads faillock.conf(5) and pwquality.conf(5): "key = value" or
// "key value" or a key alone, # anywhere begins a comment.
func parsePAMConf(file string, b []byte) map[string]confValue {
	out := map[string]confValue{}
	number := 0
	for line := range strings.Lines(string(b)) {
		number++
		line, _, _ = strings.Cut(line, "#")
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		end := strings.IndexAny(line, " \t=")
		if end < 0 {
			end = len(line)
		}
		value := strings.TrimLeft(line[end:], " \t")
		value = strings.TrimSpace(strings.TrimPrefix(value, "="))
		out[strings.ToLower(line[:end])] = confValue{value, fmt.Sprintf("%s:%d", file, number)}
	}
	return out
}

// readPAMConf reads files in order, later ones over earlier ones; those that are
// missing say nothing.
func (h *Host) readPAMConf(files ...string) pamConf {
	c := pamConf{values: map[string]confValue{}}
	for _, file := range files {
		b, _, err := h.readOptional(file)
		if err != nil && c.err == nil {
			c.err = err
		}
		for k, v := range parsePAMConf(file, b) {
			c.values[k] = v
		}
	}
	return c
}

// firstOf is the first of the names that is there, else the last.
func (h *Host) firstOf(names ...string) string {
	for _, name := range names {
		if _, err := h.root.Stat(name); !isAbsent(err) {
			return name
		}
	}
	return names[len(names)-1]
}

// vendorConf lists the places of a file that vendors may ship instead.
func vendorConf(name string) []string {
	var out []string
	for _, dir := range []string{"/etc/security", "/usr/etc/security", "/usr/share/security", "/usr/lib/security"} {
		out = append(out, path.Join(dir, name))
	}
	return out
}
