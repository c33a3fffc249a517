package host

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// line reads the options of one line.
func (reader auditReader) line(words []string) (r auditRule, err error) {
	r = auditRule{text: strings.Join(words, " "), list: "exit"}
	var calls []string
	for rest := words; len(rest) > 0; {
		option, value := optionOf(rest[0], rest[1:])
		if option == rest[0] && takesValue(option) && len(rest) > 1 {
			rest = rest[1:]
		}
		rest = rest[1:]
		if slices.Contains([]string{"-w", "-W", "-a", "-A", "-d", "-D", "-e", "-f", "-b", "-r", "-c", "-i"}, option) {
			r.verb, r.value = option, value
		}
		switch option {
		case "-w", "-W":
			err = r.watch(value, reader)
		case "-p":
			r.perm, err = parsePerm(value)
		case "-a", "-A", "-d":
			r.list, r.never, err = parseListAction(value)
		case "-F":
			err = r.field(value, len(calls) > 0, reader)
		case "-C":
			err = r.compare(value)
		case "-S":
			calls = append(calls, strings.Split(value, ",")...)
		case "-k":
			r.key = value
		}
		if err != nil {
			return r, err
		}
	}
	r.setCalls(calls)
	return r, nil
}

func (r *auditRule) setCalls(words []string) {
	if len(words) == 0 || slices.Contains(words, "all") {
		return
	}
	r.calls = &auditCalls{}
	for _, w := range words {
		if n, err := strconv.ParseUint(w, 10, 32); err == nil {
			r.calls.numbers = append(r.calls.numbers, uint32(n))
		} else {
			r.calls.names = append(r.calls.names, w)
		}
	}
}

func takesValue(option string) bool {
	return slices.Contains([]string{"-w", "-W", "-p", "-k", "-a", "-A", "-d", "-F", "-C", "-S", "-e", "-b", "-f", "-r"}, option)
}

func (r *auditRule) watch(path string, reader auditReader) (err error) {
	if err := r.place(path); err != nil {
		return err
	}
	r.dir, err = reader.isDir(r.path)
	return err
}

func (r *auditRule) place(path string) error {
	if !strings.HasPrefix(path, "/") {
		return fmt.Errorf("watch %q: auditctl refuses a path that does not start with a slash", path)
	}
	r.path = "/" + strings.Trim(path, "/")
	r.at = r.path
	return nil
}

// parseListAction reads always,exit in either order.
func parseListAction(s string) (list string, never bool, err error) {
	a, b, ok := strings.Cut(s, ",")
	if a == "always" || a == "never" || a == "possible" {
		a, b = b, a
	}
	if !ok || b != "always" && b != "never" && b != "possible" {
		return "", false, fmt.Errorf("%q is no list and action", s)
	}
	switch a {
	case "entry": // older than the exit list, which took its place
		a = "exit"
	case "filter":
		a = "exclude"
	}
	return a, b == "never", nil
}

var errArchLate = errors.New("auditctl refuses an architecture that stands behind a system call")

// field reads one condition, such as path=/etc/docker or auid>=1000.
func (r *auditRule) field(pair string, behindCalls bool, reader auditReader) error {
	c, err := parseCond(pair, reader.idOf)
	if err != nil {
		return err
	}
	equal := c.op == "="
	switch c.field {
	case "key":
		r.key = c.text
	case "path", "dir":
		if equal {
			r.dir = c.field == "dir"
			return r.place(c.text)
		}
		r.conds = append(r.conds, c)
	case "perm":
		r.perm, err = parsePerm(c.text)
	case "arch":
		if behindCalls {
			return errArchLate
		}
		r.arch = archWord(pair[strings.Index(pair, "=")+1:], equal)
	default:
		r.conds = append(r.conds, c)
	}
	return err
}

// archWord is b64 or b32 for an architecture's name or number.
func archWord(value string, equal bool) string {
	bits := bitsOf(value)
	if n, err := strconv.ParseUint(value, 0, 32); err == nil {
		bits = bitsOfNumber(uint32(n))
	}
	if equal {
		return bits
	}
	return map[string]string{"b32": "b64", "b64": "b32"}[bits]
}

func (r *auditRule) compare(pair string) error {
	c, err := parseCompare(pair)
	r.conds = append(r.conds, c)
	return err
}

// allPerms are the kinds of access: read, write, execute, change of attributes.
const allPerms = "rwxa"

func parsePerm(s string) (string, error) {
	if s == "" || strings.Trim(strings.ToLower(s), allPerms) != "" {
		return "", fmt.Errorf("permissions %q: letters of rwxa", s)
	}
	return permsWithin(allPerms, strings.ToLower(s)), nil
}

// permsWithin is the letters that both have, in the order of rwxa; "" is all.
func permsWithin(a, b string) (out string) {
	for _, c := range allPerms {
		if strings.ContainsRune(or(a, allPerms), c) && strings.ContainsRune(or(b, allPerms), c) {
			out += string(c)
		}
	}
	return out
}
