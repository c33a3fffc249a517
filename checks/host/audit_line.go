package host

import (
	"fmt"
	"slices"
	"strings"
)

// parseAuditLine reads the options of one line.
func parseAuditLine(words []string, isDir func(string) (bool, error)) (r auditRule, err error) {
	r = auditRule{text: strings.Join(words, " "), list: "exit"}
	var calls []string
	for rest := words; len(rest) > 0; {
		option, value := optionOf(rest[0], rest[1:])
		if option == rest[0] && takesValue(option) && len(rest) > 1 {
			rest = rest[1:]
		}
		rest = rest[1:]
		if slices.Contains([]string{"-w", "-W", "-a", "-A", "-d", "-D", "-e"}, option) {
			r.verb, r.value = option, value
		}
		switch option {
		case "-w", "-W":
			err = r.watch(value, isDir)
		case "-p":
			r.perm, err = parsePerm(value)
		case "-a", "-A", "-d":
			r.list, r.never, err = parseListAction(value)
		case "-F":
			err = r.field(value)
		case "-C":
			r.others = append(r.others, value)
		case "-S":
			calls = append(calls, strings.Split(value, ",")...)
		}
		if err != nil {
			return r, err
		}
	}
	if len(calls) > 0 && !slices.Contains(calls, "all") {
		r.calls = func(name string) bool { return slices.Contains(calls, name) }
	}
	return r, nil
}

func takesValue(option string) bool {
	return slices.Contains([]string{"-w", "-W", "-p", "-k", "-a", "-A", "-d", "-F", "-C", "-S", "-e", "-b", "-f", "-r"}, option)
}

func (r *auditRule) watch(path string, isDir func(string) (bool, error)) (err error) {
	if err := r.place(path); err != nil {
		return err
	}
	r.dir, err = isDir(r.path)
	return err
}

func (r *auditRule) place(path string) error {
	if !strings.HasPrefix(path, "/") {
		return fmt.Errorf("watch %q: auditctl refuses a path that does not start with a slash", path)
	}
	r.path = "/" + strings.Trim(path, "/")
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
	if a == "entry" { // older than the exit list, which took its place
		a = "exit"
	}
	return a, b == "never", nil
}

// field reads one condition, such as path=/etc/docker or auid>=1000.
func (r *auditRule) field(pair string) (err error) {
	at := strings.IndexAny(pair, "=!<>&")
	if at < 0 {
		return fmt.Errorf("%q is no condition", pair)
	}
	name, value := pair[:at], strings.TrimPrefix(pair[at:], "=")
	isEqual := pair[at] == '='
	switch {
	case name == "key":
	case !isEqual:
		r.others = append(r.others, pair)
	case name == "path", name == "dir":
		r.dir = name == "dir"
		return r.place(value)
	case name == "perm":
		r.perm, err = parsePerm(value)
	case name == "arch":
		r.arch = value
	default:
		r.others = append(r.others, pair)
	}
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
