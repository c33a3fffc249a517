package host

import (
	"fmt"
	"path"
	"strconv"
	"strings"

	"golang.org/x/sys/unix"

	"scantling/checks/fact"
	"scantling/checks/host/rootfs"
)

// owners are the ids that belong to somebody.
type owners struct {
	users, groups         map[uint32]bool
	userSpans, groupSpans []idRange
	hidden                error // a directory service may know more
}

// An idRange is a range of ids given to containers of a user, by subuid(5).
type idRange struct{ first, count uint64 }

func (s idRange) has(id uint32) bool { return uint64(id) >= s.first && uint64(id) < s.first+s.count }

// dynamicUsers are the ids that systemd gives to services while they run
// (DynamicUser=): 61184 to 65519.
var dynamicUsers = idRange{61184, 65519 - 61184 + 1}

func (h *Host) knownOwners(a accounts) (*owners, error) {
	if len(a.users) == 0 || len(a.groups) == 0 {
		return nil, &fact.Unavailable{Why: "no /etc/passwd and /etc/group name the owners"}
	}
	o := &owners{map[uint32]bool{}, map[uint32]bool{}, []idRange{dynamicUsers}, []idRange{dynamicUsers}, a.hiddenBy()}
	for _, u := range a.users {
		o.users[u.uid] = true
	}
	for _, g := range a.groups {
		o.groups[g.gid] = true
	}
	for file, spans := range map[string]*[]idRange{"/etc/subuid": &o.userSpans, "/etc/subgid": &o.groupSpans} {
		b, _, err := h.readOptional(file)
		if err != nil {
			return nil, err
		}
		*spans = append(*spans, parseSubIDs(b)...)
	}
	return o, h.addUserRecords(o)
}

// addUserRecords knows the users and groups of systemd's user database, whose
// files are named by id as well as by name.
func (h *Host) addUserRecords(o *owners) error {
	for _, dir := range []string{"/etc/userdb", "/run/userdb", "/usr/local/lib/userdb", "/usr/lib/userdb"} {
		list, err := h.root.List(dir)
		if err != nil && !isAbsent(err) {
			return err
		}
		for _, f := range list {
			ext := path.Ext(f.Name())
			id, err := strconv.ParseUint(strings.TrimSuffix(f.Name(), ext), 10, 32)
			switch {
			case err != nil:
			case ext == ".user":
				o.users[uint32(id)] = true
			case ext == ".group":
				o.groups[uint32(id)] = true
			}
		}
	}
	return nil
}

// parseSubIDs reads subuid(5): name:first:count.
func parseSubIDs(b []byte) (out []idRange) {
	for line := range strings.Lines(string(b)) {
		f := strings.Split(strings.TrimSpace(line), ":")
		if len(f) != 3 {
			continue
		}
		first, err1 := strconv.ParseUint(f[1], 10, 32)
		count, err2 := strconv.ParseUint(f[2], 10, 32)
		if err1 == nil && err2 == nil {
			out = append(out, idRange{first, count})
		}
	}
	return out
}

func (o *owners) knows(uid, gid uint32) bool { return o.user(uid) && o.group(gid) }

func (o *owners) user(uid uint32) bool { return o.users[uid] || within(o.userSpans, uid) }

func (o *owners) group(gid uint32) bool { return o.groups[gid] || within(o.groupSpans, gid) }

func within(spans []idRange, id uint32) bool {
	for _, s := range spans {
		if s.has(id) {
			return true
		}
	}
	return false
}

// stranger names a file with the ids that nobody has.
func (o *owners) stranger(e rootfs.Entry) string {
	var who []string
	if !o.user(e.UID) {
		who = append(who, "user "+strconv.FormatUint(uint64(e.UID), 10))
	}
	if !o.group(e.GID) {
		who = append(who, "group "+strconv.FormatUint(uint64(e.GID), 10))
	}
	path := e.Path()
	if e.Mode&unix.S_IFMT == unix.S_IFDIR && path != "/" {
		path += "/"
	}
	return fmt.Sprintf("%s (%s)", path, strings.Join(who, ", "))
}
