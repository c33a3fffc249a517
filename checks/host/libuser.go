package host

import (
	"context"
	"fmt"
	"strings"

	"scantling/checks/fact"
)

// LibuserFact is `libuser`.
var LibuserFact = fact.NewOne("libuser",
	"How libuser, an account library of the Red Hat family, hashes passwords, from /etc/libuser.conf.", fact.Files, readLibuser).
	Reading(func(string) []string { return []string{libuserFile} })

const libuserFile = "/etc/libuser.conf"

// Libuser is libuser.conf(5).
type Libuser struct {
	Exists     bool
	CryptStyle *string // of [defaults]; null: as login.defs says, or the library's own choice
}

func readLibuser(h *Host, _ context.Context, n *fact.Notes) (out Libuser, err error) {
	n.From("not set in " + libuserFile)
	b, found, err := h.readOptional(libuserFile)
	out.Exists = found
	section, number := "", 0
	for line := range strings.Lines(string(b)) {
		number++
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "[") {
			section = strings.Trim(line, "[]")
		}
		key, value, ok := strings.Cut(line, "=")
		if ok && section == "defaults" && strings.TrimSpace(key) == "crypt_style" {
			value = strings.TrimSpace(value)
			out.CryptStyle = &value
			n.Origin("crypt_style", fmt.Sprintf("%s:%d", libuserFile, number))
		}
	}
	return out, err
}
