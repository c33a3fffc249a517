package host

import (
	"context"
	"fmt"
	"path"
	"slices"
	"strings"

	"scantling/checks/fact"
)

const auditdConf = "/etc/audit/auditd.conf"

// AuditdConfFact is `auditd_conf(setting)`.
var AuditdConfFact = fact.NewKeyed("auditd_conf", "setting",
	"One setting of auditd, such as max_log_file_action: what /etc/audit/auditd.conf says, else what is built into the daemon.",
	fact.Files|fact.Root, readAuditdConf).
	Reading(func(string) []string { return []string{auditdConf} })

// An AuditdConf is one setting. Where there is no file the daemon starts with
// what is built in.
type AuditdConf struct {
	Exists    bool    // the file is there
	IsSet     bool    // by a line of the file
	Value     *string // words in small letters, as auditd does not mind their case; null where nothing is built in
	Directory *string // of a value that is a path
}

func readAuditdConf(h *Host, ctx context.Context, setting string, n *fact.Notes) (out AuditdConf, err error) {
	b, found, err := h.readOptional(auditdConf)
	if err != nil {
		return out, err
	}
	out.Exists = found
	n.Origin("exists", auditdConf)
	n.From("built-in default")
	if value, known := auditdDefaults[setting]; known {
		out.Value = &value
	}
	line, err := parseAuditdConf(b, setting)
	if line.number > 0 {
		out.IsSet, out.Value = true, &line.value
		n.From(fmt.Sprintf("%s:%d", auditdConf, line.number))
	}
	if err != nil {
		n.Unknown("value", err)
		n.Unknown("directory", err)
	}
	if out.Value != nil && strings.HasPrefix(*out.Value, "/") {
		dir := path.Dir(*out.Value)
		out.Directory = &dir
	}
	return out, ctx.Err()
}

// auditdDefaults are those of clear_config in auditd, the same from version 2.8
// to 4.1. A max_log_file of 0 is none, and no file is ever rotated.
var auditdDefaults = map[string]string{
	"local_events": "yes", "write_logs": "yes", "log_file": "/var/log/audit/audit.log", "log_group": "root", "flush": "none", "freq": "0",
	"num_logs": "0", "max_log_file": "0", "max_log_file_action": "ignore", "space_left": "0", "space_left_action": "ignore",
	"admin_space_left": "0", "admin_space_left_action": "ignore", "disk_full_action": "ignore", "disk_error_action": "syslog",
	"action_mail_acct": "root",
}

type auditdLine struct {
	number int
	value  string
}

// parseAuditdConf finds the last line of a setting. auditd wants blanks around
// the equals sign, and does not start with a line that lacks them.
func parseAuditdConf(b []byte, setting string) (out auditdLine, err error) {
	number := 0
	for line := range strings.Lines(string(b)) {
		number++
		f := strings.FieldsFunc(line, func(c rune) bool { return c == ' ' || c == '\n' || c == '\r' })
		if len(f) == 0 || f[0][0] == '#' {
			continue
		}
		name, _, glued := strings.Cut(f[0], "=")
		switch {
		case !strings.EqualFold(name, setting):
		case glued || len(f) < 3 || f[1] != "=":
			out.number = number
			err = fmt.Errorf("%s:%d: auditd does not start with a line that is not of the form name = value", auditdConf, number)
		default:
			out, err = auditdLine{number, auditdWord(name, f[2])}, nil
		}
	}
	return out, err
}

func auditdWord(setting, value string) string {
	isWord := strings.HasSuffix(strings.ToLower(setting), "_action") || slices.Contains([]string{"local_events", "write_logs", "flush", "log_format"}, strings.ToLower(setting))
	if isWord {
		return strings.ToLower(value)
	}
	return value
}
