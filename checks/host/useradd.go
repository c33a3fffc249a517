package host

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"scantling/checks/fact"
)

// UseraddFact is `useradd`.
var UseraddFact = fact.NewOne("useradd",
	"What useradd gives to new accounts, from /etc/default/useradd.", fact.Files, readUseradd).
	Reading(func(string) []string { return []string{useraddFile} })

const useraddFile = "/etc/default/useradd"

// Useradd is the file of defaults that useradd(8) describes.
type Useradd struct {
	Exists   bool
	Inactive *int    // days from a password's end to the account's; null and -1: never
	Shell    *string //
}

func readUseradd(h *Host, _ context.Context, n *fact.Notes) (out Useradd, err error) {
	n.From("not set in " + useraddFile)
	b, found, err := h.readOptional(useraddFile)
	if out.Exists = found; err != nil {
		return out, err
	}
	number := 0
	for line := range strings.Lines(string(b)) {
		number++
		out.assign(strings.TrimSpace(line), fmt.Sprintf("%s:%d", useraddFile, number), n)
	}
	return out, nil
}

// assign takes one line; a later one wins.
func (u *Useradd) assign(line, origin string, n *fact.Notes) {
	switch key, value, _ := strings.Cut(line, "="); key {
	case "INACTIVE":
		n.Origin("inactive", origin)
		days, err := strconv.Atoi(value)
		if u.Inactive = &days; err != nil {
			u.Inactive = nil
			n.Remark("inactive", fmt.Sprintf("%q is no number", value))
		}
	case "SHELL":
		n.Origin("shell", origin)
		u.Shell = &value
	}
}
