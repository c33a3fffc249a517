package pack

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"golang.org/x/crypto/ssh"
)

// Signers are the keys of an allowed_signers file, see ssh-keygen(1).
type Signers struct{ lines []allowed }

type allowed struct {
	principals    string
	key           ssh.PublicKey
	namespaces    string // patterns; empty: any
	after, before string
}

// ReadSigners reads an allowed_signers file.
func ReadSigners(path string) (*Signers, error) {
	b, err := readSmall(path, maxList)
	if err != nil {
		return nil, err
	}
	s, err := parseSigners(b)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return s, nil
}

func parseSigners(b []byte) (*Signers, error) {
	out := &Signers{}
	n := 0
	for line := range bytes.Lines(b) {
		n++
		text := strings.TrimSpace(string(line))
		if text == "" || text[0] == '#' {
			continue
		}
		s, err := parseSigner(text)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		out.lines = append(out.lines, s)
	}
	if len(out.lines) == 0 {
		return nil, fmt.Errorf("it names no key")
	}
	return out, nil
}

// parseSigner reads principals, options and a key. What an option restricts must
// be understood, or the line would allow more than it says.
func parseSigner(text string) (allowed, error) {
	principals, rest, _ := strings.Cut(text, " ")
	key, _, options, _, err := ssh.ParseAuthorizedKey([]byte(strings.TrimSpace(rest)))
	if err != nil {
		return allowed{}, fmt.Errorf("this is not principals and a key: %w", err)
	}
	s := allowed{principals: strings.Trim(principals, `"`), key: key}
	for _, o := range options {
		name, value, _ := strings.Cut(o, "=")
		value = strings.Trim(value, `"`)
		switch strings.ToLower(name) {
		case "namespaces":
			s.namespaces = value
		case "valid-after":
			s.after = value
		case "valid-before":
			s.before = value
		default:
			return allowed{}, fmt.Errorf("the option %.40q is not understood: name the key itself", name)
		}
	}
	return s, nil
}

// find is who holds a key at a time; empty where it is nobody that is listed.
func (s *Signers) find(key ssh.PublicKey, at time.Time) (string, error) {
	var why error
	for _, l := range s.lines {
		if !bytes.Equal(l.key.Marshal(), key.Marshal()) {
			continue
		}
		if why = l.allows(at); why == nil {
			return l.principals, nil
		}
	}
	return "", why
}

func (l allowed) allows(at time.Time) error {
	if l.namespaces != "" && !slices.ContainsFunc(strings.Split(l.namespaces, ","), func(p string) bool { return p == Namespace || p == "*" }) {
		return fmt.Errorf("the key of %s is for %s, not for %s", l.principals, l.namespaces, Namespace)
	}
	after, err := keyTime(l.after, time.Time{})
	if err != nil {
		return err
	}
	before, err := keyTime(l.before, time.Unix(1<<40, 0))
	if err != nil {
		return err
	}
	if at.Before(after) || at.After(before) {
		return fmt.Errorf("the key of %s was not valid at %s", l.principals, at.UTC().Format(time.RFC3339))
	}
	return nil
}

// keyTime reads YYYYMMDD[HHMM[SS]][Z] as ssh-keygen does; without Z it is the
// system's own time.
func keyTime(s string, none time.Time) (time.Time, error) {
	if s == "" {
		return none, nil
	}
	digits, utc := strings.CutSuffix(s, "Z")
	zone := time.Local
	if utc {
		zone = time.UTC
	}
	layout := cmp.Or(map[int]string{8: "20060102", 12: "200601021504", 14: "20060102150405"}[len(digits)], "?")
	t, err := time.ParseInLocation(layout, digits, zone)
	if err != nil {
		return t, fmt.Errorf("%.40q is no time: YYYYMMDD or YYYYMMDDHHMM is", s)
	}
	return t, nil
}
