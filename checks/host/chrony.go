package host

import (
	"context"
	"fmt"
	"path"
	"strings"

	"scantling/checks/fact"
)

// ChronyFact is `chrony`.
var ChronyFact = fact.NewOne("chrony",
	"What chronyd's configuration says, with the files that it includes: sources of time, and the user that it runs as.",
	fact.Files, readChrony).Reading(planChrony)

// Chrony is chronyd's configuration.
type Chrony struct {
	Exists  bool
	File    *string        // the main one
	Sources []ChronySource // servers, pools and peers
	User    *string        // by the option -u, else the directive user; null leaves it to what was compiled in
}

// A ChronySource is one line that names where time comes from.
type ChronySource struct {
	Directive string // server, pool or peer
	Name      string // a name or an address
	Local     bool   // this machine itself, which tells it nothing
}

// Where the distributions keep the file: Debian, Red Hat.
var chronyFiles = [...]string{"/etc/chrony/chrony.conf", "/etc/chrony.conf"}

// Options of chronyd come from here: each unit of a distribution reads one.
var chronyOptions = [...][2]string{{"/etc/default/chrony", "DAEMON_OPTS"}, {"/etc/sysconfig/chronyd", "OPTIONS"}}

func planChrony(string) []string {
	out := append(chronyFiles[:], "the files that it includes")
	for _, o := range chronyOptions {
		out = append(out, o[0])
	}
	return out
}

func readChrony(h *Host, ctx context.Context, n *fact.Notes) (Chrony, error) {
	c := Chrony{}
	lines, err := h.chronyLines(ctx)
	if err != nil {
		return c, fmt.Errorf("chrony: %w", err)
	}
	n.From("no file " + chronyFiles[0] + " or " + chronyFiles[1])
	for _, l := range lines.all {
		c.take(l, n)
	}
	if lines.file != "" {
		c.Exists, c.File = true, &lines.file
		n.From(lines.file)
	}
	if err := h.readChronyOptions(&c, n); err != nil {
		n.Unknown("user", err)
	}
	return c, ctx.Err()
}

func (c *Chrony) take(l chronyLine, n *fact.Notes) {
	switch l.directive {
	case "server", "pool", "peer":
		n.Origin(fmt.Sprintf("sources[%d]", len(c.Sources)), l.origin)
		c.Sources = append(c.Sources, ChronySource{l.directive, l.args[0], isLocalName(l.args[0])})
	case "user":
		c.User = &l.args[0]
		n.Origin("user", l.origin)
	}
}

func isLocalName(name string) bool {
	return name == "localhost" || strings.HasPrefix(name, "127.") || name == "::1"
}

// readChronyOptions looks for -u among the options that the unit passes on.
func (h *Host) readChronyOptions(c *Chrony, n *fact.Notes) error {
	for _, o := range chronyOptions {
		b, found, err := h.readOptional(o[0])
		if err != nil {
			return err
		}
		word, set := parseEnvironmentFile(o[0], b)[o[1]]
		if !found || !set {
			continue
		}
		if user, ok := userOption(strings.Fields(word.Text)); ok {
			c.User = &user
			n.Origin("user", word.At)
		}
	}
	return nil
}

// userOption finds -u NAME or -uNAME; the last counts.
func userOption(words []string) (user string, ok bool) {
	for i, w := range words {
		rest, is := strings.CutPrefix(w, "-u")
		switch {
		case is && rest != "":
			user, ok = rest, true
		case is && i+1 < len(words):
			user, ok = words[i+1], true
		}
	}
	return user, ok
}

func withExt(dir, ext string) string { return path.Join(dir, "*"+ext) }
