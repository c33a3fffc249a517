package host

import (
	"fmt"
	"slices"
	"strings"
)

// fileSources are the name services that read files which are read here too, or
// that only invent accounts for services and containers.
var fileSources = []string{"files", "compat", "altfiles", "systemd", "mymachines"}

// nss is nsswitch.conf(5): which services answer for a database, in order.
type nss struct {
	sources map[string][]string
	origins map[string]string
	noSSS   bool // sss is listed by default on some distributions, and has no configuration here
}

func (n nss) of(db string) []string   { return n.sources[db] }
func (n nss) origin(db string) string { return n.origins[db] }

// readNSS also knows the vendor's file below /usr/etc. Without a file the C
// library asks files only.
func (h *Host) readNSS() (nss, error) {
	for _, file := range []string{"/etc/nsswitch.conf", "/usr/etc/nsswitch.conf"} {
		b, found, err := h.readOptional(file)
		if err != nil {
			return nss{}, err
		}
		if found {
			n := parseNSS(file, b)
			n.noSSS = !h.sssConfigured()
			return n, nil
		}
	}
	return nss{}, nil
}

// sssConfigured reports whether sssd may know accounts of its own. Without
// sssd.conf(5) and its directory it serves the machine's files at most. Where
// that cannot be seen, it may.
func (h *Host) sssConfigured() bool {
	_, err := h.root.Stat("/etc/sssd/sssd.conf")
	parts, listErr := h.root.List("/etc/sssd/conf.d")
	return !isAbsent(err) || listErr != nil && !isAbsent(listErr) || len(parts) > 0
}

// isHidden reports whether a service knows accounts that no file shows.
func (n nss) isHidden(service string) bool {
	return !slices.Contains(fileSources, service) && !(service == "sss" && n.noSSS)
}

// parseNSS leaves out the actions in brackets: they steer the search, and any
// service in the list may answer.
func parseNSS(file string, b []byte) nss {
	n := nss{sources: map[string][]string{}, origins: map[string]string{}}
	number := 0
	for line := range strings.Lines(string(b)) {
		number++
		line, _, _ = strings.Cut(line, "#")
		db, rest, ok := strings.Cut(line, ":")
		if db = strings.TrimSpace(db); !ok || db == "" {
			continue
		}
		n.sources[db] = strings.Fields(withoutBrackets(rest))
		n.origins[db] = fmt.Sprintf("%s:%d", file, number)
	}
	return n
}

func withoutBrackets(s string) string {
	var b strings.Builder
	depth := false
	for _, c := range s {
		switch {
		case c == '[':
			depth = true
		case c == ']':
			depth = false
			b.WriteByte(' ')
		case !depth:
			b.WriteRune(c)
		}
	}
	return b.String()
}
