package host

import (
	"context"
	"fmt"
	"path"
	"strings"

	"scantling/checks/fact"
)

const rsyslogConf = "/etc/rsyslog.conf"

// RsyslogFact is `rsyslog`.
var RsyslogFact = fact.NewOne("rsyslog",
	"What rsyslog is set up to do by /etc/rsyslog.conf and all that it includes, in the older and the newer form: files it writes and with which mode, whence it takes messages, where it sends them.",
	fact.Files, readRsyslog).
	Reading(func(string) []string { return []string{rsyslogConf, "/etc/rsyslog.d/*.conf"} })

// Rsyslog is what stands in the files, whatever the conditions around it.
type Rsyslog struct {
	Exists       bool
	Files        []RsyslogFile
	Receivers    []string // what listens to the network: "input imtcp, port 514 (/etc/rsyslog.conf:20)"
	Forwards     []RsyslogForward
	StreamDriver *string  // of TLS, for what does not set its own: gtls, ossl
	CAFile       *string  `cty:"ca_file"`
	Rules        []string // selectors and what is done: "auth,authpriv.* /var/log/auth.log"
}

// A RsyslogFile is a file that rsyslog creates.
type RsyslogFile struct {
	Path   string // or the template that makes it
	Mode   string // octal, after the umask
	Origin string
}

// A RsyslogForward is a machine that messages are sent to.
type RsyslogForward struct {
	Target       string
	Protocol     string // udp, tcp or relp
	StreamDriver *string
	TLS          bool // the driver is one of TLS, and its mode wants it
	Origin       string
}

func readRsyslog(h *Host, ctx context.Context, n *fact.Notes) (out Rsyslog, err error) {
	n.From(rsyslogConf)
	_, found, err := h.readOptional(rsyslogConf)
	if err != nil || !found {
		return out, err
	}
	out.Exists = true
	r := newRsyslogReader(h)
	if err := r.file(rsyslogConf, 0); err != nil {
		return out, fmt.Errorf("rsyslog: %w", err)
	}
	r.fill(&out)
	n.From(places(r.files))
	return out, ctx.Err()
}

// includeDepth ends the loop of a file that includes itself.
const includeDepth = 16

// file reads a file and, where they stand, those that it includes: settings of
// the older form hold for what comes after them, in whichever file.
func (r *rsyslogReader) file(name string, depth int) error {
	b, found, err := r.host.readOptional(name)
	if err != nil || !found {
		return err
	}
	r.files = append(r.files, name)
	if err := tooMany(name, len(r.files)); err != nil {
		return err
	}
	for _, s := range parseRsyslog(name, b) {
		pattern := ""
		switch {
		case s.kind == rsyslogDirective && s.name == "includeconfig":
			pattern = s.value
		case s.kind == rsyslogObject && s.name == "include":
			pattern = s.params["file"]
		default:
			r.statement(s)
			continue
		}
		if depth < includeDepth {
			if err := r.include(pattern, depth+1); err != nil {
				return err
			}
		}
	}
	return nil
}

// include reads what a pattern names, in the order of names; a directory is all
// files in it. Hidden files are not meant.
func (r *rsyslogReader) include(pattern string, depth int) error {
	if strings.HasSuffix(pattern, "/") {
		pattern += "*"
	}
	if !strings.HasPrefix(pattern, "/") {
		return nil // a text, or a path that depends on where rsyslogd was started
	}
	names, err := r.host.expand(pattern)
	if err != nil {
		return err
	}
	for _, name := range names {
		info, err := r.host.root.Stat(name)
		switch {
		case isAbsent(err), err == nil && info.Type == "directory", strings.HasPrefix(path.Base(name), "."):
		case err != nil:
			return err
		default:
			if err := r.file(name, depth); err != nil {
				return err
			}
		}
	}
	return nil
}
