package host

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"scantling/checks/fact"
)

// accounts is what the machine's own files say about users and groups. The
// auditor's accounts play no part.
type accounts struct {
	users     []passwdLine
	groups    []groupLine
	badUsers  []BadLine
	badGroups []BadLine
	sources   nss

	usersErr, groupsErr error // why its half could not be read
}

// accountFacts is what several facts about accounts share.
type accountFacts struct {
	accounts memo[accounts]
	shadow   memo[shadowFile]
	defs     memo[loginSettings]
	shells   memo[Shells]
	aide     memo[aideConf]
}

type passwdLine struct {
	name, origin          string
	uid, gid              uint32
	password, home, shell string // password never leaves this package
}

type groupLine struct {
	name, origin string
	gid          uint32
	members      []string
}

// readAccounts reads the two halves each by itself: without /etc/passwd the
// names of groups are still known.
func (h *Host) readAccounts(context.Context) (a accounts, err error) {
	if a.sources, err = h.readNSS(); err != nil {
		a.usersErr, a.groupsErr = err, err
	}
	dirs := []string{"/etc"}
	if slices.Contains(a.sources.of("passwd"), "altfiles") || slices.Contains(a.sources.of("group"), "altfiles") {
		dirs = append(dirs, "/usr/lib") // nss-altfiles: the vendor's accounts of an image-based system
	}
	for _, dir := range dirs {
		users, _, err := h.readOptional(dir + "/passwd")
		a.usersErr = orAbsent(a.usersErr, err)
		groups, _, err := h.readOptional(dir + "/group")
		a.groupsErr = orAbsent(a.groupsErr, err)
		a.users = append(a.users, parsePasswd(dir+"/passwd", users)...)
		a.groups = append(a.groups, parseGroup(dir+"/group", groups)...)
		a.badUsers = append(a.badUsers, badLines(dir+"/passwd", users, passwdFault)...)
		a.badGroups = append(a.badGroups, badLines(dir+"/group", groups, groupFault)...)
	}
	return a, nil // what went wrong is kept in the halves
}

// userName is the name of a user id, else the number.
func (h *Host) userName(ctx context.Context, uid uint32) string {
	a, _ := h.accounts.get(ctx, h.readAccounts)
	return a.user(uid)
}

// owners resolves names once it is known that all of them can be read.
func (h *Host) owners(ctx context.Context) (accounts, error) {
	a := h.names(ctx)
	if err := orAbsent(a.usersErr, a.groupsErr); err != nil {
		return a, fmt.Errorf("names of users and groups: %w", err)
	}
	return a, nil
}

// names resolves what can be: see userErr and groupErr.
func (h *Host) names(ctx context.Context) accounts {
	a, err := h.accounts.get(ctx, h.readAccounts)
	a.usersErr, a.groupsErr = orAbsent(a.usersErr, err), orAbsent(a.groupsErr, err)
	return a
}

// userErr is why the name of an id is not known. Root is root without a file.
func (a accounts) userErr(uid uint32) error {
	if uid == 0 || a.usersErr == nil {
		return nil
	}
	return fmt.Errorf("names of users: %w", a.usersErr)
}

func (a accounts) groupErr(gid uint32) error {
	if gid == 0 || a.groupsErr == nil {
		return nil
	}
	return fmt.Errorf("names of groups: %w", a.groupsErr)
}

func (a accounts) user(uid uint32) string {
	for _, u := range a.users {
		if u.uid == uid {
			return u.name
		}
	}
	if uid == 0 && a.usersErr != nil {
		return "root"
	}
	return strconv.Itoa(int(uid))
}

func (a accounts) group(gid uint32) string {
	for _, g := range a.groups {
		if g.gid == gid {
			return g.name
		}
	}
	if gid == 0 && a.groupsErr != nil {
		return "root"
	}
	return strconv.Itoa(int(gid))
}

// parsePasswd reads passwd(5). Like the C library it passes over lines that are
// no account, among them the + and - lines of NIS.
func parsePasswd(file string, b []byte) (out []passwdLine) {
	for origin, f := range colonLines(file, b) {
		if len(f) < 4 {
			continue
		}
		uid, err1 := strconv.ParseUint(f[2], 10, 32)
		gid, err2 := strconv.ParseUint(f[3], 10, 32)
		if err1 == nil && err2 == nil {
			l := passwdLine{name: f[0], origin: origin, uid: uint32(uid), gid: uint32(gid), password: f[1]}
			f = append(f, "", "", "")
			l.home, l.shell = f[5], or(f[6], "/bin/sh") // passwd(5): the default of login
			out = append(out, l)
		}
	}
	return out
}

// parseGroup reads group(5).
func parseGroup(file string, b []byte) (out []groupLine) {
	for origin, f := range colonLines(file, b) {
		if len(f) < 4 {
			continue
		}
		gid, err := strconv.ParseUint(f[2], 10, 32)
		if err != nil {
			continue
		}
		notEmpty := func(c rune) bool { return c == ',' || c == ' ' || c == '\t' }
		out = append(out, groupLine{f[0], origin, uint32(gid), strings.FieldsFunc(f[3], notEmpty)})
	}
	return out
}

// colonLines yields the fields of each account line with its file:line.
func colonLines(file string, b []byte) func(func(string, []string) bool) {
	return func(yield func(string, []string) bool) {
		number := 0
		for line := range strings.Lines(string(b)) {
			number++
			f := strings.Split(strings.TrimSpace(line), ":")
			if f[0] == "" || strings.ContainsRune("#+-", rune(f[0][0])) {
				continue
			}
			if !yield(fmt.Sprintf("%s:%d", file, number), f) {
				return
			}
		}
	}
}

// hiddenBy is the reason why members of a group may exist that no file shows.
func (a accounts) hiddenBy() error {
	for _, db := range []string{"group", "passwd", "initgroups"} {
		for _, source := range a.sources.of(db) {
			if a.sources.isHidden(source) {
				return &fact.Unavailable{
					Why:    fmt.Sprintf("accounts also come from %s (%s), which no file shows", source, a.sources.origin(db)),
					Remedy: "compare with the answer of getent on that machine",
				}
			}
		}
	}
	return nil
}
