package host

import (
	"fmt"
	"math"
	"strings"

	"golang.org/x/sys/unix"
)

// ruleFields are the conditions that a rule has no place for of its own, by the
// kernel's number, as auditctl calls them.
var ruleFields = map[uint32]string{
	unix.AUDIT_PID: "pid", unix.AUDIT_UID: "uid", unix.AUDIT_EUID: "euid", unix.AUDIT_SUID: "suid", unix.AUDIT_FSUID: "fsuid",
	unix.AUDIT_GID: "gid", unix.AUDIT_EGID: "egid", unix.AUDIT_SGID: "sgid", unix.AUDIT_FSGID: "fsgid", unix.AUDIT_LOGINUID: "auid",
	unix.AUDIT_PERS: "pers", unix.AUDIT_MSGTYPE: "msgtype", unix.AUDIT_PPID: "ppid", unix.AUDIT_SESSIONID: "sessionid",
	unix.AUDIT_SUBJ_USER: "subj_user", unix.AUDIT_SUBJ_ROLE: "subj_role", unix.AUDIT_SUBJ_TYPE: "subj_type",
	unix.AUDIT_SUBJ_SEN: "subj_sen", unix.AUDIT_SUBJ_CLR: "subj_clr", unix.AUDIT_OBJ_USER: "obj_user", unix.AUDIT_OBJ_ROLE: "obj_role",
	unix.AUDIT_OBJ_TYPE: "obj_type", unix.AUDIT_OBJ_LEV_LOW: "obj_lev_low", unix.AUDIT_OBJ_LEV_HIGH: "obj_lev_high",
	unix.AUDIT_DEVMAJOR: "devmajor", unix.AUDIT_DEVMINOR: "devminor", unix.AUDIT_INODE: "inode", unix.AUDIT_EXIT: "exit",
	unix.AUDIT_SUCCESS: "success", unix.AUDIT_WATCH: "path", unix.AUDIT_DIR: "dir", unix.AUDIT_PERM: "perm", unix.AUDIT_FILETYPE: "filetype",
	unix.AUDIT_FSTYPE: "fstype", unix.AUDIT_OBJ_UID: "obj_uid", unix.AUDIT_OBJ_GID: "obj_gid", unix.AUDIT_EXE: "exe",
	unix.AUDIT_ARG0: "a0", unix.AUDIT_ARG1: "a1", unix.AUDIT_ARG2: "a2", unix.AUDIT_ARG3: "a3", unix.AUDIT_SADDR_FAM: "saddr_fam",
}

// ruleComparisons are AUDIT_COMPARE_*, which relate two fields.
var ruleComparisons = strings.Fields(`- uid:obj_uid gid:obj_gid euid:obj_uid egid:obj_gid auid:obj_uid suid:obj_uid sgid:obj_gid
	fsuid:obj_uid fsgid:obj_gid uid:auid uid:euid uid:fsuid uid:suid auid:fsuid auid:suid auid:euid euid:suid euid:fsuid suid:fsuid
	gid:egid gid:fsgid gid:sgid egid:fsgid egid:sgid sgid:fsgid`)

func (f ruleField) operator() string {
	switch f.op {
	case unix.AUDIT_EQUAL:
		return "="
	case unix.AUDIT_NOT_EQUAL:
		return "!="
	case unix.AUDIT_LESS_THAN:
		return "<"
	case unix.AUDIT_LESS_THAN_OR_EQUAL:
		return "<="
	case unix.AUDIT_GREATER_THAN:
		return ">"
	case unix.AUDIT_GREATER_THAN_OR_EQUAL:
		return ">="
	case unix.AUDIT_BIT_MASK:
		return "&"
	}
	return "&="
}

// cond is the field as a line would give it.
func (f ruleField) cond() auditCond {
	switch name, known := ruleFields[f.kind]; {
	case f.kind == unix.AUDIT_FIELD_COMPARE && int(f.value) < len(ruleComparisons):
		a, b, _ := strings.Cut(ruleComparisons[f.value], ":")
		return compared(a, f.operator(), b)
	case f.kind == unix.AUDIT_LOGINUID_SET: // newer kernels keep auid=unset as this
		return auditCond{field: "auid", op: map[bool]string{true: "=", false: "!="}[(f.value == 0) == (f.op == unix.AUDIT_EQUAL)], number: math.MaxUint32, isNumber: true}
	case !known:
		return auditCond{field: fmt.Sprintf("field_%d", f.kind), op: f.operator(), number: int64(f.value), isNumber: true}
	case f.hasText():
		return auditCond{field: name, op: f.operator(), text: f.text}
	case f.kind == unix.AUDIT_EXIT:
		return auditCond{field: name, op: f.operator(), number: int64(int32(f.value)), isNumber: true}
	case isTextField(name): // numbers that auditctl spells in words
		return auditCond{field: name, op: f.operator(), text: fmt.Sprint(f.value)}
	default:
		return auditCond{field: name, op: f.operator(), number: int64(f.value), isNumber: true}
	}
}
