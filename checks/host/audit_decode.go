package host

import (
	"encoding/binary"
	"errors"
	"strconv"
	"strings"

	"golang.org/x/sys/unix"
)

const (
	ruleHead = (3 + unix.AUDIT_BITMASK_SIZE + 3*unix.AUDIT_MAX_FIELDS + 1) * 4 // bytes before the strings
	arch64   = 0x80000000                                                      // __AUDIT_ARCH_64BIT
)

// filterLists are AUDIT_FILTER_*, by number.
var filterLists = []string{"user", "task", "entry", "watch", "exit", "exclude", "filesystem", "io_uring"}

var errAuditRule = errors.New("the kernel told an audit rule in an unknown form")

// decodeAuditRule reads a struct audit_rule_data.
func decodeAuditRule(b []byte) (auditRule, error) {
	if len(b) < ruleHead {
		return auditRule{}, errAuditRule
	}
	word := func(i int) uint32 { return binary.NativeEndian.Uint32(b[4*i:]) }
	list, action, count := word(0), word(1), word(2)
	if int(list) >= len(filterLists) || count > unix.AUDIT_MAX_FIELDS {
		return auditRule{}, errAuditRule
	}
	r := auditRule{origin: auditNetlink, list: filterLists[list], never: action == unix.AUDIT_NEVER}
	r.calls = decodeCalls(b[12 : 12+4*unix.AUDIT_BITMASK_SIZE])
	texts := b[ruleHead:]
	for i := range int(count) {
		at := 3 + unix.AUDIT_BITMASK_SIZE + i
		f := ruleField{word(at), word(at + unix.AUDIT_MAX_FIELDS), word(at + 2*unix.AUDIT_MAX_FIELDS), ""}
		if f.hasText() {
			if int64(f.value) > int64(len(texts)) {
				return auditRule{}, errAuditRule
			}
			f.text, texts = string(texts[:f.value]), texts[f.value:]
		}
		r.addField(f)
	}
	return r, nil
}

// A ruleField is one condition. Where it compares text, value is its length.
type ruleField struct {
	kind, value, op uint32
	text            string
}

// hasText names the fields whose values stand behind the rule, in order:
// labels of SELinux for subject and object, places, keys.
func (f ruleField) hasText() bool {
	return f.kind >= unix.AUDIT_SUBJ_USER && f.kind <= unix.AUDIT_SUBJ_CLR || f.kind >= unix.AUDIT_OBJ_USER && f.kind <= unix.AUDIT_OBJ_LEV_HIGH ||
		f.kind == unix.AUDIT_WATCH || f.kind == unix.AUDIT_DIR || f.kind == unix.AUDIT_FILTERKEY || f.kind == unix.AUDIT_EXE
}

func (r *auditRule) addField(f ruleField) {
	equal := f.op == unix.AUDIT_EQUAL
	switch {
	case f.kind == unix.AUDIT_FILTERKEY:
		r.key = strings.ReplaceAll(f.text, "\x01", ",")
	case f.kind == unix.AUDIT_ARCH:
		r.arch = archWord(strconv.FormatUint(uint64(f.value), 10), equal)
	case equal && (f.kind == unix.AUDIT_WATCH || f.kind == unix.AUDIT_DIR):
		r.path, r.dir = f.text, f.kind == unix.AUDIT_DIR
		r.at = r.path
	case equal && f.kind == unix.AUDIT_PERM:
		r.perm = decodePerm(f.value)
	default:
		r.conds = append(r.conds, f.cond())
	}
}

func bitsOfNumber(arch uint32) string {
	if arch&arch64 == 0 {
		return "b32"
	}
	return "b64"
}

// decodePerm reads AUDIT_PERM_*.
func decodePerm(bits uint32) (out string) {
	for i, c := range []byte{'x', 'w', 'r', 'a'} {
		if bits&(1<<i) != 0 {
			out += string(c)
		}
	}
	return permsWithin(allPerms, out)
}

// decodeCalls reads the set of system calls; the last word held classes, which
// the kernel has put into the others. A nil result is all calls.
func decodeCalls(mask []byte) *auditCalls {
	out := &auditCalls{}
	all := true
	for i := range unix.AUDIT_BITMASK_SIZE - 1 {
		word := binary.NativeEndian.Uint32(mask[4*i:])
		all = all && word == ^uint32(0)
		for bit := range 32 {
			if word&(1<<bit) != 0 {
				out.numbers = append(out.numbers, uint32(32*i+bit))
			}
		}
	}
	if all {
		return nil
	}
	return out
}
