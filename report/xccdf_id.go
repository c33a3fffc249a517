package report

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
)

// xmlIDs gives out ids that XCCDF takes, each once.
type xmlIDs map[string]bool

// of is xccdf_scantling_KIND_PARTS, where scantling is the namespace. Names with
// other characters than ids may have are told apart by a hash.
func (ids xmlIDs) of(kind string, parts ...string) string {
	id := "xccdf_scantling_" + kind + "_" + plainID(parts...)
	unique := id
	for n := 2; ids[unique]; n++ {
		unique = fmt.Sprintf("%s_%d", id, n)
	}
	ids[unique] = true
	return unique
}

func plainID(parts ...string) string {
	id, plain := "", true
	for _, part := range parts {
		clean := strings.Map(idRune, part)
		plain = plain && clean == part && part != "" && len(part) <= maxID
		id += "_" + clean[:min(len(clean), maxID)]
	}
	if !plain {
		sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
		id += "_" + hex.EncodeToString(sum[:8])
	}
	return id[1:]
}

// maxID is how much of a name an id shows.
const maxID = 80

// idRune keeps what a name in XML may hold; _ separates the parts.
func idRune(r rune) rune {
	switch {
	case '0' <= r && r <= '9', 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', r == '.', r == '-':
		return r
	}
	return '-'
}
