package host

import (
	"context"
	"fmt"
	"path"
	"strings"

	"scantling/checks/fact"
)

// LimitFact is `limit("domain type item")`.
var LimitFact = fact.NewKeyed("limit", "domain, type and item",
	"A limit that pam_limits gives a session, such as \"* hard core\", from limits.conf and limits.d.",
	fact.Files, readLimit).Reading(planLimit)

// A Limit is what the files say for exactly this domain: a user, a @group, or *
// for all but root.
type Limit struct {
	Exists bool    // a line sets it
	Value  *string // of the last such line
}

const limitsConf = "/etc/security/limits.conf"

// limitsDirs has the vendor's place of newer Linux-PAM; see readLimits.
func limitsDirs() []string {
	return []string{"/etc/security/limits.d", "/usr/share/security/limits.d", "/usr/lib/security/limits.d", "/usr/etc/security/limits.d"}
}

type limitLine struct{ domain, kind, item, value, origin string }

func readLimit(h *Host, ctx context.Context, key string, n *fact.Notes) (Limit, error) {
	var l Limit
	f := strings.Fields(key)
	if len(f) != 3 || f[1] != "hard" && f[1] != "soft" {
		return l, fmt.Errorf("limit %q: not a domain, hard or soft, and an item, such as \"* hard core\"", key)
	}
	n.From("no line of limits.conf or limits.d sets it")
	lines, err := h.limits.get(ctx, h.readLimits)
	if err != nil {
		return l, fmt.Errorf("limit %s: %w", key, err)
	}
	for _, at := range lines {
		if at.domain == f[0] && at.item == f[2] && (at.kind == f[1] || at.kind == "-") {
			l.Exists, l.Value = true, &at.value
			n.From(at.origin)
		}
	}
	return l, nil
}

// readLimits reads limits.conf, then limits.d in the order of the file names;
// later lines win, and a file that cannot be read may have been the last. The
// vendor's limits.conf counts where /etc has none.
func (h *Host) readLimits(context.Context) (out []limitLine, err error) {
	for _, dir := range limitsDirs() {
		file := path.Join(path.Dir(dir), "limits.conf")
		b, found, err := h.readOptional(file)
		if err != nil {
			return nil, err
		}
		if found {
			out = parseLimits(file, b)
			break
		}
	}
	files, err := h.confFiles(".conf", limitsDirs()...)
	for _, f := range files {
		if f.err != nil {
			return nil, f.err
		}
		out = append(out, parseLimits(f.path, f.body)...)
	}
	return out, err
}

// parseLimits reads limits.conf(5). Items are taken in any case, domains as they
// are.
func parseLimits(file string, b []byte) (out []limitLine) {
	number := 0
	for line := range strings.Lines(string(b)) {
		number++
		line, _, _ = strings.Cut(line, "#")
		if f := strings.Fields(line); len(f) == 4 {
			out = append(out, limitLine{f[0], strings.ToLower(f[1]), strings.ToLower(f[2]), strings.ToLower(f[3]), fmt.Sprintf("%s:%d", file, number)})
		}
	}
	return out
}

func planLimit(string) []string { return append([]string{limitsConf}, limitsDirs()...) }
