package host

import (
	"context"
	"errors"
	"strings"
)

// A sysctlTable is what sets kernel parameters at boot, in the order in which
// it does.
type sysctlTable struct {
	lines  []sysctlLine
	gaps   []sysctlGap
	boot   []sysctlLine // of the kernel command line, before any file
	hidden error        // why that is not known
	unread []sysctlLine // of /etc/sysctl.conf, where nothing reads it

	perhaps []sysctlLine // of ufw, of which it is not known whether it starts
	unsure  error        // why not
}

// A sysctlGap is a file that could not be read, behind so many lines.
type sysctlGap struct {
	after int
	err   error
}

func sysctlDirs() []string {
	return []string{"/etc/sysctl.d", "/run/sysctl.d", "/usr/local/lib/sysctl.d", "/usr/lib/sysctl.d", "/lib/sysctl.d"}
}

const sysctlConf = "/etc/sysctl.conf"

// readSysctls reads what systemd-sysctl does, then what ufw sets when it starts
// after it. systemd-sysctl does not know /etc/sysctl.conf: it counts where a link
// in sysctl.d leads there.
func (h *Host) readSysctls(ctx context.Context) (t sysctlTable, err error) {
	files, err := h.confFiles(".conf", sysctlDirs()...)
	if err != nil {
		return t, err
	}
	linked := false
	for _, f := range files {
		linked = linked || f.path == sysctlConf
		t.add(f)
	}
	if f, ok := h.readConf(sysctlConf); ok && !linked {
		t.unread = parseSysctl(f.path, f.body)
	}
	h.addUFW(&t)
	t.boot, t.hidden = h.bootSysctls(ctx)
	return t, nil
}

func (t *sysctlTable) add(f confFile) {
	if f.err != nil {
		t.gaps = append(t.gaps, sysctlGap{len(t.lines), f.err})
		return
	}
	t.lines = append(t.lines, parseSysctl(f.path, f.body)...)
}

// addUFW adds the file that ufw loads; see ufw-framework(8).
func (h *Host) addUFW(t *sysctlTable) {
	conf, _, err := h.readOptional("/etc/ufw/ufw.conf")
	b, _, err2 := h.readOptional("/etc/default/ufw")
	enabled := strings.EqualFold(parseShellVars(nil, "", conf).value("ENABLED"), "yes")
	switch file := parseShellVars(nil, "", b).value("IPT_SYSCTL"); {
	case (err != nil || enabled) && err2 != nil:
		t.add(confFile{err: errors.Join(err, err2)})
	case (err != nil || enabled) && absolute(file) == nil:
		f, found := h.readConf(file)
		if found && err == nil || f.err != nil {
			t.add(f)
		} else {
			t.perhaps, t.unsure = parseSysctl(f.path, f.body), err
		}
	}
}

// find is the line that decides about a key, unless one that perhaps counts would
// decide otherwise.
func (t sysctlTable) find(key string) (sysctlLine, error) {
	line, err := t.decides(key)
	for _, l := range t.perhaps {
		if (l.key == key || l.key == sysctlAlias(key) || l.fits(key)) && l.value != nil && (line.value == nil || *line.value != *l.value) {
			err = orAbsent(err, t.unsure)
		}
	}
	return line, err
}

// decides: a line with the key itself beats
// all patterns, wherever it stands, and also when it only takes the key out of
// them; of several lines of a kind the last counts.
func (t sysctlTable) decides(key string) (line sysctlLine, err error) {
	exact, pattern := -1, -1
	for i, l := range t.lines {
		switch {
		case l.key == key || l.value != nil && l.key == sysctlAlias(key):
			exact = i
		case l.value != nil && l.fits(key):
			pattern = i
		}
	}
	for _, g := range t.gaps {
		if exact < g.after {
			err = g.err
		}
	}
	switch {
	case err != nil:
		return line, err
	case exact >= 0 && t.lines[exact].value != nil:
		return t.lines[exact], nil
	case exact < 0 && pattern >= 0:
		return t.lines[pattern], nil
	}
	return lastOf(t.boot, key), t.hidden
}

func lastOf(lines []sysctlLine, key string) (found sysctlLine) {
	for _, l := range lines {
		if l.key == key || l.key == sysctlAlias(key) {
			found = l
		}
	}
	return found
}

// sysctlAlias is the other name of the same variable of the kernel.
func sysctlAlias(key string) string {
	switch key {
	case "net/ipv4/ip_forward":
		return "net/ipv4/conf/all/forwarding"
	case "net/ipv4/conf/all/forwarding":
		return "net/ipv4/ip_forward"
	}
	return key
}
