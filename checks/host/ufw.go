package host

import (
	"context"
	"strings"

	"scantling/checks/fact"
)

// UFWFact is `ufw`.
var UFWFact = fact.NewOne("ufw",
	"Ubuntu's firewall ufw as its files set it up: whether it starts, its defaults, and its rules as the ufw command words them.",
	fact.Files, readUFW).
	Reading(func(string) []string {
		return []string{ufwProgram, ufwConf, ufwDefaults, "/etc/ufw/user.rules", "/etc/ufw/user6.rules", ipv4Forward}
	})

const (
	ufwProgram  = "/usr/sbin/ufw"
	ufwConf     = "/etc/ufw/ufw.conf"
	ufwDefaults = "/etc/default/ufw"
	ipv4Forward = "/proc/sys/net/ipv4/ip_forward"
)

// UFW is the configuration of ufw, which loads it when its service starts. The
// defaults are allow, deny or reject; Routed is disabled where the kernel
// forwards nothing.
type UFW struct {
	Exists   bool // its program is there
	Enabled  bool // ENABLED of ufw.conf; without it the service does nothing
	Incoming string
	Outgoing string
	Routed   string
	IPv6     bool     `cty:"ipv6"`
	Rules    []string // allow in tcp 22 from anywhere
}

func readUFW(h *Host, ctx context.Context, n *fact.Notes) (UFW, error) {
	out := UFW{Incoming: "deny", Outgoing: "allow", Routed: "deny", IPv6: true} // ufw's own defaults
	n.Origin("exists", ufwProgram)
	_, err := h.root.Stat(ufwProgram)
	if out.Exists = err == nil; err != nil && !isAbsent(err) {
		n.Unknown("exists", err)
	}
	h.readUFWSettings(&out, n)
	h.readForwarding(&out, n)
	n.Origin("rules", "/etc/ufw/user.rules")
	for _, file := range []string{"/etc/ufw/user.rules", "/etc/ufw/user6.rules"} {
		b, _, err := h.readOptional(file)
		if err != nil {
			n.Unknown("rules", err)
		}
		out.Rules = append(out.Rules, parseUFWTuples(b)...)
	}
	return out, ctx.Err()
}

func (h *Host) readUFWSettings(out *UFW, n *fact.Notes) {
	b, _, err := h.readOptional(ufwConf)
	n.Origin("enabled", ufwConf)
	if err != nil {
		n.Unknown("enabled", err)
	}
	for _, l := range parseShellVars(nil, ufwConf, b) {
		if l.name == "ENABLED" {
			out.Enabled = strings.EqualFold(l.value, "yes")
			n.Origin("enabled", l.origin)
		}
	}
	b, _, err = h.readOptional(ufwDefaults)
	for _, attr := range []string{"incoming", "outgoing", "routed", "ipv6"} {
		n.Origin(attr, ufwDefaults)
		if err != nil {
			n.Unknown(attr, err)
		}
	}
	for _, l := range parseShellVars(nil, ufwDefaults, b) {
		out.set(l, n)
	}
}

func (u *UFW) set(l shellVar, n *fact.Notes) {
	to := map[string]*string{"DEFAULT_INPUT_POLICY": &u.Incoming, "DEFAULT_OUTPUT_POLICY": &u.Outgoing, "DEFAULT_FORWARD_POLICY": &u.Routed}
	attr := map[string]string{"DEFAULT_INPUT_POLICY": "incoming", "DEFAULT_OUTPUT_POLICY": "outgoing", "DEFAULT_FORWARD_POLICY": "routed", "IPV6": "ipv6"}[l.name]
	switch {
	case l.name == "IPV6":
		u.IPv6 = strings.EqualFold(l.value, "yes")
	case to[l.name] == nil:
		return
	default:
		*to[l.name] = ufwWord(l.value)
	}
	n.Origin(attr, l.origin)
}

// ufwWord is what the ufw command calls a policy of the kernel; it takes every
// word that is none of three for drop.
func ufwWord(policy string) string {
	switch strings.ToLower(policy) {
	case "accept":
		return "allow"
	case "reject":
		return "reject"
	}
	return "deny"
}

// readForwarding asks as ufw does: routed traffic is disabled where the kernel
// forwards no packets, whatever the policy.
func (h *Host) readForwarding(out *UFW, n *fact.Notes) {
	if out.Routed != "allow" {
		return
	}
	files := []string{ipv4Forward}
	if out.IPv6 {
		files = append(files, "/proc/sys/net/ipv6/conf/default/forwarding", "/proc/sys/net/ipv6/conf/all/forwarding")
	}
	for i, file := range files {
		b, found, err := h.readOptional(file)
		if err != nil || !found && i == 0 {
			n.Unknown("routed", orAbsent(err, notRunning("forwarding")))
			return
		}
		if strings.TrimSpace(string(b)) == "1" {
			return
		}
	}
	out.Routed = "disabled"
	n.Origin("routed", ipv4Forward)
}

// parseUFWTuples words the comments in which ufw keeps its rules:
//
//	### tuple ### allow tcp 22 0.0.0.0/0 any 0.0.0.0/0 in
//
// action, protocol, port and address of the destination, port and address of the
// source, for rules made from an application its names, direction.
func parseUFWTuples(b []byte) (out []string) {
	for line := range strings.Lines(string(b)) {
		tuple, ok := strings.CutPrefix(strings.TrimSpace(line), "### tuple ### ")
		f := strings.Fields(tuple)
		if !ok || len(f) < 6 {
			continue
		}
		direction := "in"
		if last := f[len(f)-1]; strings.HasPrefix(last, "comment=") && len(f) > 7 {
			direction = f[len(f)-2]
		} else if len(f) > 6 {
			direction = last
		}
		rule := f[0] + " " + strings.Replace(direction, "_", " on ", 1)
		rule += ufwPart("proto", f[1]) + ufwPart("to", f[3]) + ufwPart("port", f[2]) + ufwPart("from", f[5]) + ufwPart("sport", f[4])
		out = append(out, rule)
	}
	return out
}

func ufwPart(name, value string) string {
	switch value {
	case "any", "0.0.0.0/0", "::/0":
		return ""
	}
	return " " + name + " " + value
}
