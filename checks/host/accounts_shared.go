package host

import (
	"fmt"
	"slices"
	"strconv"
)

// A SharedKey is what several lines of an account file have in common although
// each should have its own.
type SharedKey struct {
	Kind  string // uid, user name, gid, group name
	Key   string
	Lines []string // "kim (/etc/passwd:31)"
}

func sharedUsers(a accounts) []SharedKey {
	uids, users := sharing{kind: "uid"}, sharing{kind: "user name"}
	for _, u := range a.users {
		line := fmt.Sprintf("%s (%s)", u.name, u.origin)
		uids.add(strconv.Itoa(int(u.uid)), line)
		users.add(u.name, line)
	}
	return slices.Concat(uids.shared(), users.shared())
}

func sharedGroups(a accounts) []SharedKey {
	gids, groups := sharing{kind: "gid"}, sharing{kind: "group name"}
	for _, g := range a.groups {
		line := fmt.Sprintf("%s (%s)", g.name, g.origin)
		gids.add(strconv.Itoa(int(g.gid)), line)
		groups.add(g.name, line)
	}
	return slices.Concat(gids.shared(), groups.shared())
}

// sharing gathers the lines of each key, in the order of the file.
type sharing struct {
	kind  string
	keys  []string
	lines map[string][]string
}

func (s *sharing) add(key, line string) {
	if s.lines == nil {
		s.lines = map[string][]string{}
	}
	if s.lines[key] == nil {
		s.keys = append(s.keys, key)
	}
	s.lines[key] = append(s.lines[key], line)
}

func (s *sharing) shared() (out []SharedKey) {
	for _, key := range s.keys {
		if len(s.lines[key]) > 1 {
			out = append(out, SharedKey{s.kind, key, s.lines[key]})
		}
	}
	return out
}
