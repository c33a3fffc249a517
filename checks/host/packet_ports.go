package host

import "slices"

// admits finds a rule in the way of incoming packets that is about a port: it
// accepts it, or refuses it on purpose, for some or all senders. A rule for all
// packets is not about a port.
func (p *packetRules) admits(proto string, port uint16, family string) (found packetRule, ok bool) {
	for _, c := range p.base("input") {
		if !covers(c.family, family) {
			continue
		}
		p.reach(c, func(r packetRule) {
			if !ok && r.isAbout(proto, port, family) {
				found, ok = r, true
			}
		})
	}
	return found, ok
}

func (r packetRule) isAbout(proto string, port uint16, family string) bool {
	if r.verdict == "" || r.verdict == "return" || r.proto != "" && r.proto != proto || !covers(r.family, family) {
		return false
	}
	return slices.ContainsFunc(r.ports, func(p portRange) bool { return p.from <= port && port <= p.to })
}
