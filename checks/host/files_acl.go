package host

import (
	"fmt"
	"strconv"
	"strings"
)

// An ACLGrant is what an access list grants to one account that is neither the
// file's owner nor its group.
type ACLGrant struct {
	Entry   string // with names, before the mask: "user:kim:rw-"
	User    string // empty for an entry of a group
	Group   string // empty for an entry of a user
	AsOther string // what the mask leaves of it, as a mode's last digit: "0004"
}

// parseGrants reads entries such as user:1000:rw- and mask::r--. The mask bounds
// what the others grant.
func parseGrants(entries []string, names accounts) (out []ACLGrant, err error) {
	mask := 7
	for _, e := range entries {
		if bits, ok := strings.CutPrefix(e, "mask::"); ok {
			mask = permBits(bits)
		}
	}
	for _, e := range entries {
		f := strings.Split(e, ":")
		if len(f) != 3 || f[0] == "mask" {
			continue
		}
		id, err := strconv.ParseUint(f[1], 10, 32)
		if err != nil {
			return nil, fmt.Errorf("access list entry %q: %w", e, err)
		}
		if f[0] == "group" {
			err = names.groupErr(uint32(id))
		} else {
			err = names.userErr(uint32(id))
		}
		if err != nil {
			return nil, err
		}
		out = append(out, grantOf(f, uint32(id), permBits(f[2])&mask, names))
	}
	return out, nil
}

func grantOf(entry []string, id uint32, bits int, names accounts) ACLGrant {
	g := ACLGrant{AsOther: fmt.Sprintf("000%d", bits)}
	if entry[0] == "group" {
		g.Group = names.group(id)
	} else {
		g.User = names.user(id)
	}
	g.Entry = entry[0] + ":" + g.User + g.Group + ":" + entry[2]
	return g
}

func permBits(s string) (bits int) {
	for i, c := range []byte("rwx") {
		if i < len(s) && s[i] == c {
			bits |= 4 >> i
		}
	}
	return bits
}
