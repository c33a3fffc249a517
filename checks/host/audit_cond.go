package host

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/sys/unix"
)

// An auditCond is one condition of a rule beyond place, access, architecture and
// call: auid>=1000, exit=-EACCES, -C euid!=uid.
type auditCond struct {
	field, op string
	number    int64  // of a field that compares numbers
	text      string // the value as written, else
	isNumber  bool
}

func (c auditCond) String() string {
	if a, b, pair := strings.Cut(c.field, ":"); pair {
		return "-C " + a + c.op + b
	}
	return "-F " + c.field + c.op + c.value()
}

// value spells numbers as people do: -1 is 4294967295 is unset.
func (c auditCond) value() string {
	switch {
	case !c.isNumber:
		return c.text
	case isID(c.field) && c.number == math.MaxUint32:
		return "unset"
	case c.field == "exit" && c.number < 0:
		if name := unix.ErrnoName(unix.Errno(-c.number)); name != "" {
			return "-" + name
		}
	}
	return strconv.FormatInt(c.number, 10)
}

func isID(field string) bool {
	return slices.Contains([]string{"auid", "uid", "euid", "suid", "fsuid", "gid", "egid", "sgid", "fsgid", "obj_uid", "obj_gid", "sessionid"}, field)
}

func isTextField(field string) bool {
	return strings.HasPrefix(field, "subj_") || strings.HasPrefix(field, "obj_") && !isID(field) ||
		slices.Contains([]string{"exe", "filetype", "fstype"}, field)
}

// parseCond reads what follows -F, but for the fields that a rule has a place
// for of its own. idOf finds a user or group by name.
func parseCond(pair string, idOf func(field, name string) (uint32, bool)) (auditCond, error) {
	at := strings.IndexAny(pair, "=!<>&")
	if at <= 0 {
		return auditCond{}, fmt.Errorf("%q is no condition", pair)
	}
	c := auditCond{field: pair[:at]}
	c.op, c.text = operatorOf(pair[at:])
	if c.op == "" || c.text == "" {
		return c, fmt.Errorf("%q is no condition", pair)
	}
	if c.field == "loginuid" {
		c.field = "auid"
	}
	if !isTextField(c.field) {
		c.number, c.isNumber = condNumber(c.field, c.text, idOf)
	}
	if c.isNumber {
		c.text = ""
	}
	return c, nil
}

func operatorOf(s string) (op, rest string) {
	for _, op := range []string{"!=", ">=", "<=", "&=", "=", ">", "<", "&"} {
		if rest, ok := strings.CutPrefix(s, op); ok {
			return op, rest
		}
	}
	return "", s
}

// condNumber reads a value as libaudit does. A name that is not known here
// leaves the condition as text, which is only equal to itself.
func condNumber(field, text string, idOf func(field, name string) (uint32, bool)) (int64, bool) {
	n, err := strconv.ParseInt(text, 0, 64)
	switch {
	case err == nil && n < 0 && field != "exit":
		return int64(uint32(n)), true
	case err == nil:
		return n, true
	case field == "exit":
		return errnoOf(text)
	case isID(field) && text == "unset":
		return math.MaxUint32, true
	case isID(field) && idOf != nil:
		id, ok := idOf(field, text)
		return int64(id), ok
	}
	return 0, false
}

// errnoOf reads EACCES or -EACCES.
func errnoOf(text string) (int64, bool) {
	name, negative := strings.CutPrefix(text, "-")
	for n := int64(1); n < 200; n++ {
		if unix.ErrnoName(unix.Errno(n)) == name {
			if negative {
				return -n, true
			}
			return n, true
		}
	}
	return 0, false
}

// parseCompare reads what follows -C; the order of the two fields is free.
func parseCompare(pair string) (auditCond, error) {
	for _, op := range []string{"!=", "="} {
		if a, b, ok := strings.Cut(pair, op); ok && a != "" && b != "" {
			return compared(a, op, b), nil
		}
	}
	return auditCond{}, fmt.Errorf("%q compares nothing", pair)
}

func compared(a, op, b string) auditCond {
	both := []string{a, b}
	slices.SortFunc(both, cmp.Compare[string])
	return auditCond{field: both[0] + ":" + both[1], op: op}
}
