package host

import (
	"context"
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// shadowFile is what /etc/shadow says.
type shadowFile struct {
	exists    bool
	lines     []shadowLine
	malformed []BadLine
}

type shadowLine struct {
	name, origin, password                       string
	lastChange, min, max, warn, inactive, expire *int
}

func (h *Host) readShadow(context.Context) (s shadowFile, err error) {
	b, found, err := h.readOptional("/etc/shadow")
	if err != nil {
		return s, err
	}
	s.exists, s.lines = found, parseShadow("/etc/shadow", b)
	s.malformed = badLines("/etc/shadow", b, shadowFault)
	return s, nil
}

// parseShadow reads shadow(5). A line with a wrong number in it is none: the C
// library passes over it.
func parseShadow(file string, b []byte) (out []shadowLine) {
	for origin, f := range colonLines(file, b) {
		if shadowFault(f) != "" {
			continue
		}
		f = append(f, "", "", "", "", "", "", "")
		out = append(out, shadowLine{
			name: f[0], origin: origin, password: f[1],
			lastChange: days(f[2]), min: days(f[3]), max: days(f[4]),
			warn: days(f[5]), inactive: days(f[6]), expire: days(f[7]),
		})
	}
	return out
}

func shadowFault(f []string) string {
	switch {
	case len(f) < 2 || len(f) > 9:
		return fmt.Sprintf("%d fields where shadow(5) has 9", len(f))
	case f[0] == "":
		return "no name"
	}
	for _, number := range f[2:min(len(f), 8)] {
		if _, err := strconv.Atoi(number); err != nil && number != "" {
			return "no number in a field of days"
		}
	}
	return ""
}

// days is null for an empty field and for -1: both mean that nothing is set.
func days(field string) *int {
	n, err := strconv.Atoi(field)
	if err != nil || n == -1 {
		return nil
	}
	return &n
}

// hashForm is what crypt(5) makes: $id$..., the extended DES of BSDi, or the
// thirteen characters of plain DES.
var hashForm = regexp.MustCompile(`^(\$[^$:]+\$.+|_[./0-9A-Za-z]{19}|[./0-9A-Za-z]{13})$`)

// passwordState says what the password field of an account does. What is no hash
// fits no password, whatever it is: *, !, x.
func passwordState(field string) (state string, algorithm *string) {
	rest := strings.TrimLeft(field, "!*")
	switch {
	case field == "":
		return "empty", nil
	case !hashForm.MatchString(rest):
		return "locked", nil
	}
	name := hashName(rest)
	if rest != field {
		return "locked with hash", &name
	}
	return "set", &name
}

// hashName is the name that crypt(5) has for a hash.
func hashName(hash string) string {
	switch id, _, _ := strings.Cut(strings.TrimPrefix(hash, "$"), "$"); {
	case hash[0] == '_':
		return "bsdicrypt"
	case hash[0] != '$':
		return "descrypt"
	case strings.HasPrefix(id, "2"):
		return "bcrypt"
	case strings.HasPrefix(id, "md5"):
		return "sunmd5"
	default:
		return or(map[string]string{"1": "md5crypt", "5": "sha256crypt", "6": "sha512crypt", "7": "scrypt", "y": "yescrypt", "gy": "gost-yescrypt", "sha1": "sha1crypt", "3": "nt"}[id], id)
	}
}
