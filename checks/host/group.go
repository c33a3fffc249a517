package host

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"scantling/checks/fact"
)

// GroupFact is `group(name_or_gid)`.
var GroupFact = fact.NewKeyed("group", "group name or id",
	"A group and its members, supplementary and primary, from /etc/group and /etc/passwd.", fact.Files, readGroup).
	Reading(func(string) []string { return []string{"/etc/nsswitch.conf", "/etc/group", "/etc/passwd"} })

// A Group is a group of the machine. Members is unknown where a directory
// service may add some that no file shows.
type Group struct {
	Exists  bool
	Name    *string
	GID     *uint32
	Members []string // sorted
}

func readGroup(h *Host, ctx context.Context, key string, n *fact.Notes) (Group, error) {
	n.From("/etc/group")
	a := h.names(ctx)
	if a.groupsErr != nil {
		return Group{}, fmt.Errorf("group %s: names of groups: %w", key, a.groupsErr)
	}
	g, found := a.find(key)
	hidden := a.hiddenBy()
	switch {
	case !found && hidden != nil:
		return Group{}, hidden
	case !found:
		return Group{}, nil
	case hidden != nil || a.usersErr != nil:
		n.Unknown("members", orAbsent(a.usersErr, hidden))
	}
	n.From(g.origin)
	return Group{true, &g.name, &g.gid, a.members(g)}, nil
}

// find takes a name first: digits may be a name.
func (a accounts) find(key string) (groupLine, bool) {
	for _, g := range a.groups {
		if g.name == key {
			return g, true
		}
	}
	gid, err := strconv.ParseUint(key, 10, 32)
	for _, g := range a.groups {
		if err == nil && g.gid == uint32(gid) {
			return g, true
		}
	}
	return groupLine{}, false
}

// members joins the lines that share the group's id: a process gets the id, so
// all of them give the same rights.
func (a accounts) members(of groupLine) []string {
	var out []string
	for _, g := range a.groups {
		if g.gid == of.gid {
			out = append(out, g.members...)
		}
	}
	for _, u := range a.users {
		if u.gid == of.gid {
			out = append(out, u.name)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
