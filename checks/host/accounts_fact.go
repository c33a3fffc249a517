package host

import (
	"context"
	"fmt"
	"time"

	"scantling/checks/fact"
)

// AccountsFact is `accounts`.
var AccountsFact = fact.NewOne("accounts",
	"Users, groups and the state of passwords (never a hash) as the machine's own files have them: /etc/passwd, /etc/group, /etc/shadow.",
	fact.Files, readAccountsFact).Reading(func(string) []string {
	return []string{"/etc/nsswitch.conf", "/etc/passwd", "/etc/group", "/etc/shadow", "/etc/shells"}
})

// Accounts is what the account files say line by line. Accounts of a directory
// service are not in it; a remark names the service.
type Accounts struct {
	Users     []User
	Groups    []GroupEntry
	Passwords []Password // one for each user, and the lines of shadow that have none
	Malformed []BadLine  // of passwd
	BadGroups []BadLine  // of group
	BadShadow []BadLine  // of shadow

	SharedUsers  []SharedKey // ids and names that several lines of passwd have
	SharedGroups []SharedKey
	Today        int // days since the epoch, as shadow(5) counts
}

// A User is a line of passwd(5).
type User struct {
	Name       string
	UID        uint32
	GID        uint32
	Group      *string // of the gid; null when no group has it
	Home       string
	Shell      string
	LoginShell bool // /etc/shells has the shell, and it lets somebody work
	Shadowed   bool // the password field is x: shadow(5) has the password
	Origin     string
}

// A GroupEntry is a line of group(5).
type GroupEntry struct {
	Name    string
	GID     uint32
	Members []string // supplementary, as written
	Origin  string
}

func readAccountsFact(h *Host, ctx context.Context, n *fact.Notes) (out Accounts, err error) {
	n.From("/etc/passwd")
	a := h.names(ctx)
	if err = a.usersErr; err == nil && len(a.users) == 0 {
		err = &fact.Unavailable{Why: "/etc/passwd holds no account"}
	}
	noteUnknown(n, err, "users", "passwords", "shared_users", "malformed")
	noteUnknown(n, a.groupsErr, "groups", "shared_groups", "bad_groups")
	shells, shellsErr := h.shells.get(ctx, h.readShells)
	for i, l := range a.users {
		at := fmt.Sprintf("users[%d]", i)
		n.Origin(at, l.origin)
		u := User{Name: l.name, UID: l.uid, GID: l.gid, Home: l.home, Shell: l.shell, Shadowed: l.password == "x", Origin: l.origin}
		u.LoginShell = noteShell(h, shells, shellsErr, l.shell, at, n)
		u.Group = a.primary(l, at, n)
		out.Users = append(out.Users, u)
	}
	for _, g := range a.groups {
		out.Groups = append(out.Groups, GroupEntry{g.name, g.gid, g.members, g.origin})
	}
	out.SharedUsers, out.SharedGroups = sharedUsers(a), sharedGroups(a)
	h.readPasswords(ctx, &out, a, n)
	out.Malformed, out.BadGroups, out.Today = a.badUsers, a.badGroups, int(h.now().Unix()/int64(24*time.Hour/time.Second))
	n.Origin("groups", "/etc/group")
	n.Origin("today", "the clock of this audit")
	a.remarkRemote(n)
	return out, ctx.Err()
}

func noteShell(h *Host, s Shells, err error, shell, at string, n *fact.Notes) bool {
	if err != nil {
		n.Unknown(at+".login_shell", err)
	}
	return err == nil && h.isLoginShell(s, shell)
}

// primary is the name of a user's own group. Where no file has it, a directory
// service may.
func (a accounts) primary(l passwdLine, at string, n *fact.Notes) *string {
	for _, g := range a.groups {
		if g.gid == l.gid {
			return &g.name
		}
	}
	noteUnknown(n, a.groupsErr, at+".group")
	if hidden := a.hiddenBy(); hidden != nil {
		n.Unknown(at+".group", hidden)
	}
	return nil
}

func (a accounts) remarkRemote(n *fact.Notes) {
	hidden := a.hiddenBy()
	if hidden == nil {
		return
	}
	for _, attr := range []string{"users", "groups", "passwords", "shared_users", "shared_groups"} {
		n.Remark(attr, hidden.Error())
	}
}
