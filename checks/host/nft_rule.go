package host

import "strings"

// statement takes one statement of the file, in or outside a table.
func (p *nftParser) statement(text, at string) {
	text = p.expand(text)
	f := strings.Fields(text)
	switch {
	case text == "}":
		p.close()
	case p.skip > 0:
		if strings.HasSuffix(text, "{") {
			p.skip++
		}
	case f[0] == "define" || f[0] == "redefine":
		if name, value, ok := strings.Cut(strings.TrimSpace(text[len(f[0]):]), "="); ok {
			p.defines["$"+strings.TrimSpace(name)] = strings.TrimSpace(value)
		}
	case f[0] == "flush" && len(f) > 1 && f[1] == "ruleset":
		*p.rules = packetRules{}
	case p.chain != nil:
		p.inChain(text, f, at)
	case f[len(f)-1] == "{":
		p.open(f, at)
	case len(f) > 1 && (f[0] == "add" || f[0] == "insert"):
		p.command(f, text, at)
	}
}

// expand puts in what names stand for, longest names first, as one may begin
// like another.
func (p *nftParser) expand(text string) string {
	if !strings.Contains(text, "$") {
		return text
	}
	names := sortedKeys(p.defines)
	for i := len(names) - 1; i >= 0; i-- { // $ab comes before $a
		text = strings.ReplaceAll(text, names[i], p.defines[names[i]])
	}
	return text
}

func (p *nftParser) close() {
	switch {
	case p.skip > 0:
		p.skip--
	case p.chain != nil:
		p.chain = nil
		if p.table == "" {
			p.family = ""
		}
	default:
		p.family, p.table = "", ""
	}
}

// open begins a table, a chain, or something that holds no rules. A table
// without a family is one for IPv4.
func (p *nftParser) open(f []string, at string) {
	if f[0] == "add" || f[0] == "create" {
		f = f[1:]
	}
	f = f[:len(f)-1]
	switch {
	case len(f) == 0:
		p.skip++
	case f[0] == "table":
		p.family, p.table = nftName(f[1:])
		p.addTable()
	case f[0] == "chain" && p.table != "" && len(f) == 2:
		p.chain = p.rules.chainOrNew(p.family, p.table, f[1], at)
	case f[0] == "chain" && len(f) >= 3:
		family, table := nftName(f[1 : len(f)-1])
		p.chain = p.rules.chainOrNew(family, table, f[len(f)-1], at)
	default:
		p.skip++
	}
}

func (p *nftParser) addTable() {
	for _, t := range p.rules.tables {
		if t.Family == p.family && t.Name == p.table {
			return
		}
	}
	p.rules.tables = append(p.rules.tables, FilterTable{p.family, p.table, "nftables"})
}

func nftName(f []string) (family, name string) {
	switch len(f) {
	case 0:
		return "ip", ""
	case 1:
		return "ip", f[0]
	}
	return f[0], f[1]
}

// command takes `add rule inet filter input iif lo accept` and its kin.
func (p *nftParser) command(f []string, text, at string) {
	kind, rest := f[1], f[2:]
	family := "ip"
	if len(rest) > 0 && isNftFamily(rest[0]) {
		family, rest = rest[0], rest[1:]
	}
	switch {
	case kind == "table" && len(rest) > 0:
		p.family, p.table = family, rest[0]
		p.addTable()
		p.family, p.table = "", ""
	case kind == "rule" && len(rest) > 2:
		c := p.rules.chainOrNew(family, rest[0], rest[1], at)
		c.add(strings.Join(rest[2:], " "), at, f[0] == "insert")
	}
}

func isNftFamily(s string) bool {
	switch s {
	case "ip", "ip6", "inet", "arp", "bridge", "netdev":
		return true
	}
	return false
}

// inChain takes the head of a base chain, its policy, or a rule.
func (p *nftParser) inChain(text string, f []string, at string) {
	switch {
	case f[0] == "type" && len(f) > 3:
		p.chain.kind, p.chain.policy, p.chain.origin = f[1], "accept", at
		for i, w := range f {
			if w == "hook" && i+1 < len(f) {
				p.chain.hook = f[i+1]
			}
		}
	case f[0] == "policy" && len(f) == 2:
		p.chain.policy, p.chain.origin = f[1], at
	case f[0] == "comment" || f[0] == "flags" || f[0] == "devices" || f[0] == "device":
	default:
		p.chain.add(text, at, false)
	}
}

func (c *packetChain) add(text, at string, first bool) {
	r := parseNftRule(strings.Fields(text))
	r.text, r.origin = text, at
	if first {
		c.rules = append([]packetRule{r}, c.rules...)
		return
	}
	c.rules = append(c.rules, r)
}

// parseNftRule reads the words of a rule. What it does not know leaves the rule
// partial; a verdict ends it.
func parseNftRule(f []string) (r packetRule) {
	for len(f) > 0 {
		used := r.nftWord(f)
		f = f[min(used, len(f)):]
	}
	return r
}

// nftWord takes one match or statement and says how many words it has.
func (r *packetRule) nftWord(f []string) int {
	switch f[0] {
	case "accept", "drop", "return", "continue":
		r.verdict = f[0]
		return 1
	case "reject":
		r.verdict = "reject"
		return len(f) // with and its words, or a comment
	case "jump", "goto":
		r.verdict = f[0]
		if len(f) > 1 {
			r.target = f[1]
		}
		return 2
	case "comment":
		return len(f) // it stands last
	case "counter":
		if len(f) > 4 && f[1] == "packets" && f[3] == "bytes" {
			return 5
		}
		return 1
	case "log":
		return logWords(f)
	case "meta":
		return 1 + r.nftWordOr(f[1:])
	case "iif", "iifname", "oif", "oifname":
		return r.nftInterface(f)
	case "ip", "ip6":
		return r.nftAddress(f)
	case "tcp", "udp", "sctp", "th":
		return r.nftPort(f)
	case "ct":
		return r.nftState(f)
	case "l4proto":
		values, not, used := nftValue(f[1:])
		r.partial = r.partial || not || len(values) != 1
		if len(values) == 1 {
			r.proto = values[0]
		}
		return 1 + used
	}
	r.partial = true
	return 1
}

func (r *packetRule) nftWordOr(f []string) int {
	if len(f) == 0 {
		r.partial = true
		return 0
	}
	return r.nftWord(f)
}

// logWords passes over `log` with its options.
func logWords(f []string) int {
	i := 1
	for i+1 < len(f) {
		switch f[i] {
		case "prefix", "level", "group", "flags", "snaplen", "queue-threshold":
		default:
			return i
		}
		i++
		if strings.HasPrefix(f[i], `"`) {
			for i < len(f)-1 && (len(f[i]) == 1 || !strings.HasSuffix(f[i], `"`)) {
				i++
			}
		}
		i++
	}
	return i
}

// nftValue takes what a match compares with: one word, or a set in braces.
func nftValue(f []string) (values []string, not bool, used int) {
	if used < len(f) && (f[used] == "!=" || f[used] == "==") {
		not = f[used] == "!="
		used++
	}
	if used == len(f) {
		return nil, not, used
	}
	if !strings.HasPrefix(f[used], "{") {
		used++
		return strings.Split(strings.Trim(f[used-1], `"`), ","), not, used
	}
	from := used
	for used < len(f) && !strings.HasSuffix(f[used], "}") {
		used++
	}
	used = min(used+1, len(f))
	set := strings.Trim(strings.Join(f[from:used], " "), "{} ")
	for v := range strings.SplitSeq(set, ",") {
		values = append(values, strings.Trim(strings.TrimSpace(v), `"`))
	}
	return values, not, used
}

func (r *packetRule) nftInterface(f []string) int {
	values, not, used := nftValue(f[1:])
	if len(values) != 1 || strings.HasPrefix(values[0], "@") {
		r.partial = true
		return 1 + used
	}
	if strings.HasPrefix(f[0], "i") {
		r.in = nameMatch{values[0], not}
	} else {
		r.out = nameMatch{values[0], not}
	}
	return 1 + used
}

// nftAddress takes `ip saddr`, `ip6 daddr` and `ip protocol`.
func (r *packetRule) nftAddress(f []string) int {
	if len(f) < 3 {
		r.partial = true
		return len(f)
	}
	values, not, used := nftValue(f[2:])
	r.family = f[0]
	switch {
	case len(values) != 1:
		r.partial = true
	case f[1] == "saddr":
		r.src = r.address(values[0], not)
	case f[1] == "daddr":
		r.dst = r.address(values[0], not)
	case (f[1] == "protocol" || f[1] == "nexthdr") && !not:
		r.proto = values[0]
	default:
		r.partial = true
	}
	return 2 + used
}

func (r *packetRule) nftPort(f []string) int {
	if len(f) < 3 {
		r.partial = true
		return len(f)
	}
	values, not, used := nftValue(f[2:])
	if f[0] != "th" {
		r.proto = f[0]
	}
	if f[1] != "dport" || not {
		r.partial = true
		return 2 + used
	}
	for _, v := range values {
		r.ports = append(r.ports, r.portList(v)...)
	}
	return 2 + used
}

// nftState takes `ct state established,related`; a verdict map decides by more
// than one rule can say.
func (r *packetRule) nftState(f []string) int {
	if len(f) < 3 || f[1] != "state" {
		r.partial = true
		return 1
	}
	values, not, used := nftValue(f[2:])
	r.states, r.partial = values, r.partial || not || len(values) == 0 || values[0] == "vmap"
	return 2 + used
}
