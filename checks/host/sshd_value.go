package host

import (
	"fmt"
	"strconv"
	"strings"
)

// SSHDStartups is MaxStartups: from start unauthenticated connections on, rate
// percent of new ones are refused, and all from full on.
type SSHDStartups struct {
	Start, Rate, Full int64
}

// sshdParse spells a keyword's value as `sshd -T` does, or in plain words what is
// wrong with it. Numbers and seconds come out in decimal.
func sshdParse(kind sshdKind, l sshdLine) (string, error) {
	if len(l.args) == 0 {
		return "", fmt.Errorf("%s: %s has no value that can be read", l.origin, l.keyword)
	}
	arg := l.args[0]
	bad := fmt.Errorf("%s: %s cannot be %q", l.origin, l.keyword, arg)
	switch kind {
	case sshdFlag:
		arg = strings.ToLower(arg)
		if arg != "yes" && arg != "no" {
			return "", bad
		}
		return arg, nil
	case sshdChoice:
		return sshdSynonym(strings.ToLower(arg)), nil
	case sshdLevel:
		return strings.ToUpper(arg), nil
	case sshdWhole:
		return l.rest, nil
	case sshdNumber:
		n, err := strconv.ParseInt(arg, 10, 32)
		if err != nil {
			return "", bad
		}
		return strconv.FormatInt(n, 10), nil
	case sshdSeconds:
		n, ok := sshdDuration(arg)
		if !ok {
			return "", bad
		}
		return strconv.FormatInt(n, 10), nil
	case sshdStarts:
		if _, ok := parseStartups(arg); !ok {
			return "", bad
		}
		return arg, nil
	case sshdWords, sshdGather:
		return strings.Join(l.args, " "), nil
	}
	return arg, nil
}

// sshdSynonym replaces a word by the newer one of the same meaning.
func sshdSynonym(word string) string {
	switch word {
	case "without-password":
		return "prohibit-password"
	case "delayed":
		return "yes"
	}
	return word
}

// sshdDuration reads the time formats of sshd_config(5): 90, 90s, 1m30s, 1h, 2d, 1w.
func sshdDuration(s string) (total int64, ok bool) {
	for s != "" {
		number := digits(s)
		n, err := strconv.ParseInt(number, 10, 32)
		if err != nil {
			return 0, false
		}
		s = s[len(number):]
		unit := byte('s')
		if s != "" {
			unit, s = s[0]|0x20, s[1:]
		}
		scale := map[byte]int64{'s': 1, 'm': 60, 'h': 3600, 'd': 86400, 'w': 604800}[unit]
		if scale == 0 {
			return 0, false
		}
		total, ok = total+n*scale, true
	}
	return total, ok && total < 1<<31
}

// parseStartups takes start:rate:full, or one number for start and full.
func parseStartups(s string) (SSHDStartups, bool) {
	parts := strings.Split(s, ":")
	var n [3]int64
	for i, p := range parts {
		v, err := strconv.ParseInt(p, 10, 32)
		if err != nil || i > 2 || v < 1 {
			return SSHDStartups{}, false
		}
		n[i] = v
	}
	switch len(parts) {
	case 1:
		return SSHDStartups{n[0], 30, n[0]}, true
	case 3:
		return SSHDStartups{n[0], n[1], n[2]}, n[0] <= n[2] && n[1] <= 100
	}
	return SSHDStartups{}, false
}

// put writes a value, as sshdParse spells it, into the field of a fact.
func (k sshdKeyword) put(s *SSHD, value string) {
	switch field := k.into(s).(type) {
	case **string:
		*field = &value
	case **int64:
		n, _ := strconv.ParseInt(value, 10, 64)
		*field = &n
	case *[]string:
		*field = strings.Fields(value)
	case **SSHDStartups:
		v, _ := parseStartups(value)
		*field = &v
	}
}
