package host

import (
	"context"

	"scantling/checks/fact"
)

// LogSinkFact is `log_sink`.
var LogSinkFact = fact.NewOne("log_sink",
	"Where the machine's log messages end up: with rsyslog when that is started at boot or runs now, else with systemd's journal. Read from the units.",
	fact.Files, readLogSink).
	Reading(func(string) []string {
		return append(planUnit("rsyslog.service"), planUnit("systemd-journald.service")...)
	})

// A LogSink is the program whose files are the log. With rsyslog the journal
// still takes the messages in, and hands them on.
type LogSink struct {
	Exists bool     // one of the two is in use
	Name   *string  // rsyslog or journald
	Others []string // further syslog daemons in use
}

func readLogSink(h *Host, ctx context.Context, n *fact.Notes) (out LogSink, err error) {
	for _, name := range []string{"rsyslog", "journald"} {
		used, origin, err := h.inUse(ctx, map[string]string{"rsyslog": "rsyslog.service", "journald": "systemd-journald.service"}[name])
		if err != nil {
			n.Unknown("name", err)
			n.Unknown("exists", err)
			break
		}
		n.Origin("exists", origin)
		if n.Origin("name", origin); used {
			out.Exists, out.Name = true, &name
			break
		}
	}
	for _, name := range []string{"syslog-ng", "busybox-syslogd", "inetutils-syslogd", "sysklogd"} {
		used, origin, err := h.inUse(ctx, name+".service")
		if err != nil {
			n.Unknown("others", err)
		}
		if used {
			out.Others = append(out.Others, name)
			n.Origin("others", origin)
		}
	}
	return out, ctx.Err()
}

// inUse reports that a unit is started at boot, or runs now. Of a machine that
// does not run only the first can be told, and decides.
func (h *Host) inUse(ctx context.Context, name string) (used bool, origin string, err error) {
	var n fact.Notes
	u, err := readUnit(h, ctx, name, &n)
	enabled, active := n.At("enabled", nil), n.At("active", nil)
	switch {
	case err != nil:
		return false, "", err
	case u.Enabled && enabled.Err == nil:
		return true, enabled.Origin, nil
	case enabled.Err != nil:
		return false, "", enabled.Err
	case active.Err != nil && h.kernelSeen():
		return false, "", active.Err
	case active.Err != nil:
		return false, enabled.Origin, nil
	}
	return u.Active, or(active.Origin, enabled.Origin), nil
}
