package host

import (
	"encoding/binary"
	"errors"
	"fmt"
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
	r.text = r.spell()
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

// name is what auditctl calls the fields that rules often narrow by.
func (f ruleField) name() string {
	names := map[uint32]string{
		unix.AUDIT_PID: "pid", unix.AUDIT_UID: "uid", unix.AUDIT_EUID: "euid", unix.AUDIT_GID: "gid", unix.AUDIT_EGID: "egid",
		unix.AUDIT_LOGINUID: "auid", unix.AUDIT_SUCCESS: "success", unix.AUDIT_EXIT: "exit", unix.AUDIT_EXE: "exe",
		unix.AUDIT_SUBJ_USER: "subj_user", unix.AUDIT_SUBJ_TYPE: "subj_type", unix.AUDIT_FILETYPE: "filetype",
	}
	return or(names[f.kind], fmt.Sprintf("field %d", f.kind))
}

func (r *auditRule) addField(f ruleField) {
	switch {
	case f.kind == unix.AUDIT_FILTERKEY:
		r.value = strings.ReplaceAll(f.text, "\x01", ",")
	case f.op != unix.AUDIT_EQUAL:
		r.others = append(r.others, "a condition on "+f.name())
	case f.kind == unix.AUDIT_WATCH, f.kind == unix.AUDIT_DIR:
		r.path, r.dir = f.text, f.kind == unix.AUDIT_DIR
	case f.kind == unix.AUDIT_PERM:
		r.perm = decodePerm(f.value)
	case f.kind == unix.AUDIT_ARCH && f.value&arch64 == 0:
		r.arch = "b32"
	case f.kind == unix.AUDIT_ARCH:
		r.arch = "b64"
	default:
		r.others = append(r.others, "a condition on "+f.name())
	}
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
func decodeCalls(mask []byte) func(string) bool {
	all := true
	for i := range unix.AUDIT_BITMASK_SIZE - 1 {
		all = all && binary.NativeEndian.Uint32(mask[4*i:]) == ^uint32(0)
	}
	if all {
		return nil
	}
	return func(name string) bool {
		n, ok := auditCalls[name]
		return ok && binary.NativeEndian.Uint32(mask[n/32*4:])&(1<<(n%32)) != 0
	}
}

// auditCalls are this architecture's numbers of the calls in accessCalls.
var auditCalls = map[string]uint32{
	"openat": unix.SYS_OPENAT, "unlinkat": unix.SYS_UNLINKAT, "renameat2": unix.SYS_RENAMEAT2, "execve": unix.SYS_EXECVE,
	"fchmodat": unix.SYS_FCHMODAT, "fchownat": unix.SYS_FCHOWNAT, "setxattr": unix.SYS_SETXATTR,
}

// spell writes a rule as auditctl -l would.
func (r auditRule) spell() string {
	var b strings.Builder
	key := ""
	if r.value != "" {
		key = " -k " + r.value
	}
	if r.path != "" && !r.never && r.calls == nil && r.arch == "" && len(r.others) == 0 {
		return "-w " + r.path + " -p " + permsWithin(r.perm, allPerms) + key
	}
	action := "always"
	if r.never {
		action = "never"
	}
	b.WriteString("-a " + action + "," + r.list)
	for _, f := range []struct{ name, value string }{{"arch", r.arch}, {r.placeName(), r.path}, {"perm", r.perm}} {
		if f.value != "" {
			b.WriteString(" -F " + f.name + "=" + f.value)
		}
	}
	for _, o := range r.others {
		b.WriteString(" with " + o)
	}
	return b.String() + key
}

func (r auditRule) placeName() string {
	if r.dir {
		return "dir"
	}
	return "path"
}
