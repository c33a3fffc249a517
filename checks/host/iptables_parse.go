package host

import (
	"fmt"
	"net/netip"
	"strconv"
	"strings"
)

// parseIptables reads what iptables-save prints and iptables-restore takes:
//
//	*filter
//	:INPUT DROP [0:0]
//	-A INPUT -i lo -j ACCEPT
//	COMMIT
//
// Lines that it cannot read make a rule that is partial, never one that is wider
// than meant.
func parseIptables(file, family string, b []byte, out *packetRules) {
	table, number := "", 0
	for line := range strings.Lines(string(b)) {
		number++
		origin := fmt.Sprintf("%s:%d", file, number)
		line = strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(line, "*"):
			table = line[1:]
			out.tables = append(out.tables, FilterTable{family, table, "iptables"})
		case strings.HasPrefix(line, ":") && table == "filter":
			out.addIptablesChain(family, table, strings.Fields(line[1:]), origin)
		case table == "filter" && line != "" && line[0] != '#' && line != "COMMIT":
			out.addIptablesRule(family, table, line, origin)
		}
	}
}

// addIptablesChain makes a chain; the three of the kernel's own have a policy.
func (p *packetRules) addIptablesChain(family, table string, f []string, origin string) {
	if len(f) == 0 {
		return
	}
	c := p.chainOrNew(family, table, f[0], origin)
	c.setBuiltin()
	if c.hook != "" && len(f) > 1 {
		c.policy, c.origin = strings.ToLower(f[1]), origin
	}
}

// setBuiltin knows the chains of the filter table that packets come to.
func (c *packetChain) setBuiltin() {
	switch c.name {
	case "INPUT", "FORWARD", "OUTPUT":
		c.hook, c.kind = strings.ToLower(c.name), "filter"
		if c.policy == "" {
			c.policy = "accept"
		}
	}
}

func (p *packetRules) addIptablesRule(family, table, line, origin string) {
	words := splitQuoted(line)
	if words[0] != "-A" && words[0] != "-I" && words[0] != "--append" || len(words) < 2 {
		return
	}
	c := p.chainOrNew(family, table, words[1], origin)
	c.setBuiltin()
	r := parseIptablesRule(words[2:])
	r.text, r.origin = line, origin
	if words[0] == "-I" {
		c.rules = append([]packetRule{r}, c.rules...)
		return
	}
	c.rules = append(c.rules, r)
}

// parseIptablesRule reads the options of a rule, each with one value; a ! before
// or behind the option turns it round.
func parseIptablesRule(words []string) (r packetRule) {
	for not := false; len(words) > 0; {
		name := words[0]
		words = words[1:]
		if name == "!" {
			not = true
			continue
		}
		if len(words) > 0 && words[0] == "!" {
			not, words = true, words[1:]
		}
		value := ""
		if len(words) > 0 && !strings.HasPrefix(words[0], "-") && words[0] != "!" {
			value, words = words[0], words[1:]
		}
		r.option(name, value, not)
		not = false
	}
	return r
}

func (r *packetRule) option(name, value string, not bool) {
	switch name {
	case "-i", "--in-interface":
		r.in = nameMatch{value, not}
	case "-o", "--out-interface":
		r.out = nameMatch{value, not}
	case "-s", "--source", "--src":
		r.src = r.address(value, not)
	case "-d", "--destination", "--dst":
		r.dst = r.address(value, not)
	case "-p", "--protocol":
		r.proto, r.partial = strings.ToLower(value), r.partial || not
		if value == "all" {
			r.proto = ""
		}
	case "--dport", "--destination-port", "--dports", "--destination-ports":
		r.ports = append(r.ports, r.portList(value)...)
		r.partial = r.partial || not
	case "--state", "--ctstate":
		r.states, r.partial = strings.Split(strings.ToLower(value), ","), r.partial || not
	case "-j", "--jump", "-g", "--goto":
		r.jumpTo(value)
	case "-m", "--match":
		r.partial = r.partial || !isPlainMatch(value)
	case "--comment", "--reject-with", "--log-prefix", "--log-level", "-c", "--set-counters":
	default:
		r.partial = r.partial || r.verdict == "" // a match; behind the target it is the target's own
	}
}

// isPlainMatch knows the modules that ask nothing by themselves.
func isPlainMatch(name string) bool {
	switch name {
	case "tcp", "udp", "state", "conntrack", "comment", "multiport", "icmp", "icmp6", "icmpv6":
		return true
	}
	return false
}

func (r *packetRule) jumpTo(target string) {
	switch target {
	case "ACCEPT", "DROP", "REJECT", "RETURN":
		r.verdict = strings.ToLower(target)
	case "LOG", "NFLOG", "ULOG", "TRACE", "MARK", "CONNMARK", "AUDIT", "SECMARK", "TOS", "DSCP", "TCPMSS":
		r.verdict = ""
	default:
		r.verdict, r.target = "jump", target
	}
}

// address reads an address with or without a mask; several, or what is none,
// leave the rule partial.
func (r *packetRule) address(value string, not bool) addrMatch {
	prefix, err := parsePrefix(value)
	if err != nil {
		r.partial = true
		return addrMatch{}
	}
	if prefix.Bits() == 0 && !not {
		return addrMatch{} // all addresses: no condition
	}
	return addrMatch{prefix, not}
}

// parsePrefix reads 127.0.0.0/8, 127.0.0.0/255.0.0.0 and ::1.
func parsePrefix(s string) (netip.Prefix, error) {
	host, mask, masked := strings.Cut(s, "/")
	addr, err := netip.ParseAddr(host)
	if err != nil || !masked {
		return netip.PrefixFrom(addr, addr.BitLen()), err
	}
	if m, err := netip.ParseAddr(mask); err == nil {
		return maskPrefix(addr, m.AsSlice())
	}
	bits, err := strconv.Atoi(mask)
	if err != nil {
		return netip.Prefix{}, err
	}
	return addr.Prefix(bits)
}

func maskPrefix(addr netip.Addr, mask []byte) (netip.Prefix, error) {
	bits := 0
	for ; bits < len(mask)*8 && mask[bits/8]&(0x80>>(bits%8)) != 0; bits++ {
	}
	for i := bits; i < len(mask)*8; i++ {
		if mask[i/8]&(0x80>>(i%8)) != 0 {
			return netip.Prefix{}, fmt.Errorf("a mask with a gap")
		}
	}
	return addr.Prefix(bits)
}

// portList reads 22,80,1000:2000. A name, or what is none, leaves the rule
// partial.
func (r *packetRule) portList(value string) (out []portRange) {
	for part := range strings.SplitSeq(value, ",") {
		from, to, ranged := strings.Cut(part, ":")
		if !ranged {
			from, to, ranged = strings.Cut(part, "-")
		}
		a, err1 := strconv.ParseUint(from, 10, 16)
		b, err2 := strconv.ParseUint(to, 10, 16)
		switch {
		case !ranged && err1 == nil:
			out = append(out, portRange{uint16(a), uint16(a)})
		case ranged && err1 == nil && err2 == nil:
			out = append(out, portRange{uint16(a), uint16(b)})
		default:
			r.partial = true
		}
	}
	return out
}

// splitQuoted splits at blanks, those within double quotes left alone.
func splitQuoted(line string) (out []string) {
	word, open, any := strings.Builder{}, false, false
	flush := func() {
		if any {
			out = append(out, word.String())
		}
		word.Reset()
		any = false
	}
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == '"':
			open, any = !open, true
		case c == '\\' && open && i+1 < len(line):
			i++
			word.WriteByte(line[i])
		case (c == ' ' || c == '\t') && !open:
			flush()
		default:
			word.WriteByte(c)
			any = true
		}
	}
	flush()
	return out
}
