package host

import "scantling/checks/fact"

// readUFWRules reads the rules that ufw loads: for each direction what runs
// before, what users gave, and what runs after, below the default policy.
func (h *Host) readUFWRules() (packetRules, error) {
	out := packetRules{}
	for family, suffix := range map[string]string{"ip": "", "ip6": "6"} {
		start := "ufw" + suffix + "-"
		for _, part := range []string{"before", "user", "after"} {
			file := "/etc/ufw/" + part + suffix + ".rules"
			b, _, err := h.readOptional(file)
			if err != nil {
				return out, err
			}
			parseIptables(file, family, b, &out)
		}
		for _, hook := range filterHooks() {
			c := packetChain{family: family, table: "filter", name: hook, hook: hook, kind: "filter", origin: ufwDefaults}
			for _, part := range []string{"before", "user", "after"} {
				c.rules = append(c.rules, packetRule{verdict: "jump", target: start + part + "-" + hook, origin: ufwDefaults})
			}
			out.chains = append(out.chains, c)
		}
	}
	out.tables = nil // ufw has no tables of its own
	return out, h.setUFWPolicies(&out)
}

// setUFWPolicies takes the kernel's words for the policies.
func (h *Host) setUFWPolicies(p *packetRules) error {
	b, _, err := h.readOptional(ufwDefaults)
	policies := UFW{Incoming: "deny", Outgoing: "allow", Routed: "deny"}
	for _, l := range parseShellVars(nil, ufwDefaults, b) {
		policies.set(l, &fact.Notes{})
	}
	words := map[string]string{"allow": "accept", "deny": "drop", "reject": "reject"}
	for i, c := range p.chains {
		switch c.hook {
		case "input":
			p.chains[i].policy = words[policies.Incoming]
		case "output":
			p.chains[i].policy = words[policies.Outgoing]
		case "forward":
			p.chains[i].policy = words[policies.Routed]
		}
	}
	return err
}
