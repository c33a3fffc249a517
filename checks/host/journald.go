package host

import (
	"context"
	"strconv"
	"strings"

	"scantling/checks/fact"
)

// JournaldFact is `journald`.
var JournaldFact = fact.NewOne("journald",
	"How systemd-journald keeps and hands on messages: journald.conf with its drop-ins, else what is built into the installed version.",
	fact.Files, readJournald).
	Reading(func(string) []string {
		return append(planSystemdConf("journald.conf"), "/var/log/journal", "/etc/os-release", "/var/lib/dpkg/status")
	})

// Journald is settings in force. Exists says that a unit of journald is there.
type Journald struct {
	Exists          bool
	Storage         string // auto, persistent, volatile or none
	Persistent      bool   // the journal is kept over a restart: by Storage, or by auto and the directory /var/log/journal
	Compress        bool
	ForwardToSyslog bool
}

func readJournald(h *Host, ctx context.Context, n *fact.Notes) (out Journald, err error) {
	u, err := h.Unit("systemd-journald.service")
	if err != nil {
		return out, err
	}
	out.Exists = u.FragmentPath != nil
	n.Origin("exists", unitOrigin(u))
	conf, err := h.systemdConf("journald.conf")
	if err != nil {
		for _, attr := range []string{"storage", "persistent", "compress", "forward_to_syslog"} {
			n.Unknown(attr, err)
		}
		return out, nil
	}
	get := func(key, attr string) *string {
		var own fact.Notes
		c := SystemdConf{}.fill(conf.settings, "Journal", key, &own)
		n.Origin(attr, or(own.At("", nil).Origin, "built-in default"))
		return c.Value
	}
	out.Storage = strings.ToLower(or(deref(get("Storage", "storage")), "auto"))
	h.readPersistent(&out, n)
	out.Compress = compresses(or(deref(get("Compress", "compress")), "yes"))
	out.ForwardToSyslog, err = h.forwards(ctx, get("ForwardToSyslog", "forward_to_syslog"))
	if err != nil {
		n.Unknown("forward_to_syslog", err)
	}
	return out, ctx.Err()
}

func (h *Host) readPersistent(out *Journald, n *fact.Notes) {
	n.Origin("persistent", n.At("storage", nil).Origin)
	out.Persistent = out.Storage == "persistent"
	if out.Storage != "auto" {
		return
	}
	n.Origin("persistent", "stat /var/log/journal")
	_, err := h.root.Stat("/var/log/journal")
	if out.Persistent = err == nil; err != nil && !isAbsent(err) {
		n.Unknown("persistent", err)
	}
}

// compresses reads a switch, or the size from which on journald compresses.
func compresses(value string) bool {
	if on := systemdBool(value); on != nil {
		return *on
	}
	return value != ""
}

// forwards is the setting, else what the version has built in: systemd forwards
// nothing; Debian's builds did, until version 253 moved that to a drop-in.
func (h *Host) forwards(ctx context.Context, value *string) (bool, error) {
	if value != nil {
		on := systemdBool(*value)
		return on != nil && *on, nil
	}
	var n fact.Notes
	about, err := readAbout(h, ctx, &n)
	if err != nil {
		return false, err
	}
	switch deref(about.OSFamily) {
	case "rhel":
		return false, nil
	case "debian":
		return h.debianForwards(ctx)
	}
	return false, &fact.Unavailable{Why: "what this distribution built into journald for ForwardToSyslog is not known", Remedy: "set ForwardToSyslog in a drop-in of journald.conf"}
}

func (h *Host) debianForwards(ctx context.Context) (bool, error) {
	var n fact.Notes
	p, err := readPackage(h, ctx, "systemd", &n)
	if err == nil {
		err = n.At("version", nil).Err
	}
	if err != nil {
		return false, err
	}
	major, _, _ := strings.Cut(deref(p.Version), ".")
	major, _, _ = strings.Cut(strings.Split(major, "-")[0], "~")
	version, err := strconv.Atoi(major)
	if err != nil {
		return false, &fact.Unavailable{Why: "the version of systemd is not known, on which the default of ForwardToSyslog depends"}
	}
	return version < 253, nil
}
