package host

import (
	"context"

	"scantling/checks/fact"
)

const apportFile = "/etc/default/apport"

// ApportFact is `apport`.
var ApportFact = fact.NewOne("apport",
	"Whether Ubuntu's crash reporter is switched on in "+apportFile+".",
	fact.Files, readApport).Reading(func(string) []string { return []string{apportFile} })

// Apport is the switch of the crash reporter.
type Apport struct {
	Exists  bool // the file is there
	Enabled bool // what the file says; where it says nothing, the reporter is on
}

func readApport(h *Host, ctx context.Context, n *fact.Notes) (Apport, error) {
	b, found, err := h.readOptional(apportFile)
	if err != nil {
		return Apport{}, err
	}
	n.From(apportFile)
	n.Origin("enabled", "built-in default; "+apportFile+" does not say")
	word, set := parseEnvironmentFile(apportFile, b)["enabled"]
	if set {
		n.Origin("enabled", word.At)
	}
	return Apport{Exists: found, Enabled: !set || word.Text == "1"}, ctx.Err()
}
