package host

import (
	"encoding/binary"
	"errors"
	"slices"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

// encodeRule writes a struct audit_rule_data for the exit list.
func encodeRule(action uint32, calls []uint32, fields ...ruleField) []byte {
	b := make([]byte, ruleHead)
	put := func(word int, v uint32) { binary.NativeEndian.PutUint32(b[4*word:], v) }
	put(0, 4)
	put(1, action)
	put(2, uint32(len(fields)))
	for i := range unix.AUDIT_BITMASK_SIZE - 1 {
		if calls == nil {
			put(3+i, ^uint32(0))
		}
	}
	for _, n := range calls {
		at := 3 + int(n/32)
		put(at, binary.NativeEndian.Uint32(b[4*at:])|1<<(n%32))
	}
	for i, f := range fields {
		at := 3 + unix.AUDIT_BITMASK_SIZE + i
		put(at, f.kind)
		put(at+unix.AUDIT_MAX_FIELDS, f.value)
		put(at+2*unix.AUDIT_MAX_FIELDS, f.op)
		if f.text != "" {
			put(at+unix.AUDIT_MAX_FIELDS, uint32(len(f.text)))
			b = append(b, f.text...)
		}
	}
	return b
}

func TestDecodeAuditRule(t *testing.T) {
	dir := ruleField{kind: unix.AUDIT_DIR, op: unix.AUDIT_EQUAL, text: "/etc/docker"}
	file := ruleField{kind: unix.AUDIT_WATCH, op: unix.AUDIT_EQUAL, text: "/usr/bin/runc"}
	key := ruleField{kind: unix.AUDIT_FILTERKEY, op: unix.AUDIT_EQUAL, text: "docker"}
	perm := ruleField{kind: unix.AUDIT_PERM, op: unix.AUDIT_EQUAL, value: 2 | 8}
	arch := ruleField{kind: unix.AUDIT_ARCH, op: unix.AUDIT_EQUAL, value: 0xC000003E}
	label := ruleField{kind: 13, op: unix.AUDIT_EQUAL, text: "staff_u"}
	auid := ruleField{kind: 9, op: unix.AUDIT_GREATER_THAN_OR_EQUAL, value: 1000}
	write := []uint32{unix.SYS_OPENAT, unix.SYS_UNLINKAT, unix.SYS_RENAMEAT2}
	euid := ruleField{kind: unix.AUDIT_FIELD_COMPARE, op: unix.AUDIT_NOT_EQUAL, value: unix.AUDIT_COMPARE_UID_TO_EUID}
	unset := ruleField{kind: unix.AUDIT_LOGINUID_SET, op: unix.AUDIT_NOT_EQUAL, value: 0}
	denied := ruleField{kind: unix.AUDIT_EXIT, op: unix.AUDIT_EQUAL, value: 0xFFFFFFF3}
	m := machineOf("x86_64", "i386")
	for _, tt := range []struct {
		raw  []byte
		text string
	}{
		{encodeRule(2, nil, dir, perm, key), "-w /etc/docker -p wa -k docker"},
		{encodeRule(2, nil, file), "-w /usr/bin/runc -p rwxa"},
		{encodeRule(2, write, arch, file, perm, key), "-a always,exit -F arch=b64 -S openat,unlinkat,renameat2 -F path=/usr/bin/runc -F perm=wa -k docker"},
		{encodeRule(2, nil, label, file, auid), "-a always,exit -F path=/usr/bin/runc -F subj_user=staff_u -F auid>=1000"},
		{encodeRule(0, nil, dir, perm), "-a never,exit -F dir=/etc/docker -F perm=wa"},
		{encodeRule(2, []uint32{59}, arch, euid, unset), "-a always,exit -F arch=b64 -S execve -C euid!=uid -F auid!=unset"},
		{encodeRule(2, []uint32{257}, arch, denied), "-a always,exit -F arch=b64 -S openat -F exit=-EACCES"},
	} {
		r, err := decodeAuditRule(tt.raw)
		if got := r.spell(m); err != nil || got != tt.text {
			t.Errorf("decodeAuditRule = %q, %v; want %q", got, err, tt.text)
		}
	}
	for _, bad := range [][]byte{nil, make([]byte, ruleHead-1), encodeRule(2, nil, dir)[:ruleHead+3]} {
		if r, err := decodeAuditRule(bad); err == nil {
			t.Errorf("%d bytes gave %+v", len(bad), r)
		}
	}
}

func message(kind uint16, seq uint32, body []byte) []byte {
	b := make([]byte, unix.NLMSG_HDRLEN, 64)
	binary.NativeEndian.PutUint32(b, uint32(unix.NLMSG_HDRLEN+len(body)))
	binary.NativeEndian.PutUint16(b[4:], kind)
	binary.NativeEndian.PutUint32(b[8:], seq)
	b = append(b, body...)
	return append(b, make([]byte, -len(b)&3)...)
}

func TestParseAudit(t *testing.T) {
	refusal := make([]byte, 4)
	binary.NativeEndian.PutUint32(refusal, uint32(0xFFFFFFFF)) // -EPERM
	for _, tt := range []struct {
		in     []byte
		bodies int
		done   bool
		err    error
	}{
		{slices.Concat(message(unix.AUDIT_LIST_RULES, unix.AUDIT_LIST_RULES, []byte("abc")), message(unix.NLMSG_DONE, unix.AUDIT_LIST_RULES, nil)), 1, true, nil},
		{message(unix.AUDIT_LIST_RULES, 7, []byte("abc")), 0, false, nil}, // an answer to somebody else
		{message(unix.NLMSG_ERROR, unix.AUDIT_LIST_RULES, refusal), 0, false, syscall.EPERM},
		{message(unix.NLMSG_ERROR, unix.AUDIT_LIST_RULES, make([]byte, 4)), 0, false, nil},
		{message(unix.AUDIT_LIST_RULES, unix.AUDIT_LIST_RULES, []byte("abc"))[:17], 0, false, errNetlink},
		{[]byte{1, 2}, 0, false, errNetlink},
	} {
		bodies, done, err := parseAudit(tt.in, unix.AUDIT_LIST_RULES)
		if len(bodies) != tt.bodies || done != tt.done || !errors.Is(err, tt.err) {
			t.Errorf("parseAudit(%q) = %q, %v, %v; want %d bodies, %v, %v", tt.in, bodies, done, err, tt.bodies, tt.done, tt.err)
		}
	}
}

func FuzzAuditRules(f *testing.F) {
	f.Add([]byte("-D\n-b 8192\n-w /etc/docker -p wa -k docker\n-a never,exit -F dir=/etc\n-e 2\n"), "/etc/docker/x")
	f.Add([]byte("-a always,exit -F arch=b64 -S openat -F path=/x -F auid>=1000 -C uid!=euid\n-W /x\n-A exit,never\n"), "/x")
	none := func(string) (bool, error) { return true, nil }
	m := machineOf("x86_64", "i386")
	f.Fuzz(func(t *testing.T, b []byte, path string) {
		for _, compiled := range []bool{true, false} {
			var rules auditRules
			rules.parse("r", b, compiled, auditReader{none, nil})
			c := rules.watch(m, auditPlace{path, false})
			if c.whole() && c.rule.path != "" && !isWithin(path, c.rule.path) {
				t.Errorf("%q is covered by %+v", path, c.rule)
			}
		}
	})
}

func FuzzAuditNetlink(f *testing.F) {
	f.Add(message(unix.AUDIT_LIST_RULES, unix.AUDIT_LIST_RULES, encodeRule(2, nil, ruleField{kind: unix.AUDIT_DIR, op: unix.AUDIT_EQUAL, text: "/etc"})))
	f.Add(encodeRule(2, nil, ruleField{kind: unix.AUDIT_FILTERKEY, op: unix.AUDIT_EQUAL, value: 1 << 31}))
	m := machineOf("x86_64")
	f.Fuzz(func(t *testing.T, b []byte) {
		bodies, _, _ := parseAudit(b, unix.AUDIT_LIST_RULES)
		for _, body := range append(bodies, b) {
			if r, err := decodeAuditRule(body); err == nil && r.spell(m) == "" {
				t.Errorf("rule %+v has no text", r)
			}
		}
	})
}
