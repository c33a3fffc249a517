package docker

import (
	"math"
	"strconv"
	"strings"
)

// Whether a configured user is root.
type rootness uint8

const (
	notRoot   rootness = iota
	isRoot             //
	namedUser          // the image's /etc/passwd decides
	outOfRange
)

// rootUser reads Config.User: user, uid, user:group; an empty user is root. The
// engine parses numbers as strconv.Atoi does, so 00 and +0 are root too. Numbers
// that do not fit 31 bits are refused by some engines and run as root by others
// (CVE-2024-40635).
func rootUser(user string) rootness {
	name, _, _ := strings.Cut(strings.TrimSpace(user), ":")
	if name == "" || name == "root" {
		return isRoot
	}
	uid, err := strconv.Atoi(name)
	switch {
	case err != nil && strings.Trim(name, "+-0123456789") != "":
		return namedUser
	case err != nil, uid < 0, uid > math.MaxInt32:
		return outOfRange
	case uid == 0:
		return isRoot
	}
	return notRoot
}

const outOfRangeRemark = "the number does not fit 31 bits: some engines run it as root (CVE-2024-40635)"
