package host

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"scantling/checks/fact"
)

// PAMUnixFact is `pam_unix`.
var PAMUnixFact = fact.NewOne("pam_unix",
	"What pam_unix is told in the login stacks, and the hash that it stores new passwords with.",
	fact.Files, readPAMUnix).Reading(planPAMUnix)

// A PAMUnix is the module for passwords of the machine itself. Where no stack asks
// it, Exists is false.
type PAMUnix struct {
	Exists     bool
	NullOK     []string `cty:"nullok"` // places that let accounts without a password in
	Remember   []string // places where it keeps old passwords by itself, in a weak hash
	Hash       *string  // of new passwords: yescrypt, sha512, ...; of several lines the weakest
	UseAuthtok *bool    // it takes the password that the modules before it have tested
}

func readPAMUnix(h *Host, ctx context.Context, n *fact.Notes) (PAMUnix, error) {
	p := PAMUnix{}
	lines, err := h.pamUses(ctx, "pam_unix", pamKinds()...)
	if err != nil {
		return p, err
	}
	n.From("no line asks pam_unix")
	if len(lines) == 0 {
		return p, ctx.Err()
	}
	p.Exists = true
	n.From(placesOf(lines))
	for _, l := range lines {
		p.look(l)
	}
	h.readUnixPassword(&p, lines, n)
	return p, ctx.Err()
}

// look compares beginnings, as the module does: nullok_secure is nullok to it.
func (p *PAMUnix) look(l pamLine) {
	for _, a := range l.args {
		if strings.HasPrefix(a, "nullok") && !slices.Contains(p.NullOK, l.origin) {
			p.NullOK = append(p.NullOK, l.origin)
		}
		if strings.HasPrefix(a, "remember=") && !slices.Contains(p.Remember, l.origin) {
			p.Remember = append(p.Remember, l.origin)
		}
	}
}

// readUnixPassword is about the lines that store passwords.
func (h *Host) readUnixPassword(p *PAMUnix, lines []pamLine, n *fact.Notes) {
	for _, l := range lines {
		if l.kind != "password" {
			continue
		}
		hash, origin, err := h.unixHash(l)
		if err != nil {
			n.Unknown("hash", err)
		}
		if p.Hash == nil || hashRank(hash) < hashRank(*p.Hash) {
			p.Hash = &hash
			n.Origin("hash", origin)
		}
		if has := l.has("use_authtok"); p.UseAuthtok == nil || !has {
			p.UseAuthtok = &has
			n.Origin("use_authtok", l.origin)
		}
	}
}

// unixHash is the last of the line's arguments that names one, else what
// login.defs says: the module takes the first line of the key there.
func (h *Host) unixHash(l pamLine) (hash, origin string, err error) {
	for _, a := range l.args {
		if hashRank(a) > 0 {
			hash = a
		}
	}
	if hash != "" {
		return hash, l.origin, nil
	}
	b, found, err := h.readOptional(loginDefs)
	if !found && err == nil {
		b, _, err = h.readOptional("/usr/etc/login.defs")
	}
	if err != nil {
		return "", "", err
	}
	if v, ok := searchKey(loginDefs, b, "ENCRYPT_METHOD"); ok && hashRank(strings.ToLower(v.text)) > 0 {
		return strings.ToLower(v.text), v.origin, nil
	}
	return "des", "default of pam_unix", nil
}

// hashRank orders what the module can store by what it costs to guess; 0 is for
// words that name none.
func hashRank(word string) int {
	return 1 + slices.Index([]string{"des", "bigcrypt", "md5", "sha256", "blowfish", "sha512", "gost_yescrypt", "yescrypt"}, word)
}

// searchKey looks a key up as pam_modutil_search_key does: the first line counts,
// whatever case it is in.
func searchKey(file string, b []byte, key string) (confValue, bool) {
	number := 0
	for line := range strings.Lines(string(b)) {
		number++
		line, _, _ = strings.Cut(line, "#")
		f := strings.FieldsFunc(line, func(c rune) bool { return strings.ContainsRune(" \t\r\n=", c) })
		if len(f) > 1 && strings.EqualFold(f[0], key) {
			return confValue{f[1], fmt.Sprintf("%s:%d", file, number)}, true
		}
	}
	return confValue{}, false
}

func planPAMUnix(string) []string { return []string{"/etc/pam.d/*", loginDefs} }
