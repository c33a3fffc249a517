package host

import "context"

// netFacts is what the facts about firewalls and desktops share.
type netFacts struct {
	dconfUser memo[dconfProfile]
	dconfGDM  memo[dconfProfile]
	schemas   memo[schemas]

	kernelFilter memo[packetRules]
	askFilter    func(context.Context) (packetRules, error)  // nil: over netlink, when the machine runs here
	askFirewalld func(context.Context) (runtimeZones, error) // nil: over D-Bus, when the machine runs here
}
