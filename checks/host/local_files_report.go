package host

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"scantling/checks/fact"
)

// keepPaths is how many paths of one kind are kept: enough to act upon, and a
// million of them do not fill the memory.
const keepPaths = 1000

// A bounded list keeps the first paths in order, and counts all.
type bounded struct {
	mu    sync.Mutex
	paths []string
	total int
}

func (b *bounded) add(path string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.total++
	if b.paths = append(b.paths, path); len(b.paths) >= 2*keepPaths {
		b.shorten()
	}
}

func (b *bounded) shorten() {
	slices.Sort(b.paths)
	b.paths = slices.Clip(b.paths[:min(len(b.paths), keepPaths)])
}

// report fills the fact from what the pass collected.
func (s *survey) report(out *LocalFiles, n *fact.Notes) {
	out.Seen = s.seen.Load()
	out.WorldWritable = s.list(&s.writable, "world_writable", n)
	out.WorldWritableDirectories = s.list(&s.open, "world_writable_directories", n)
	out.Unowned = s.list(&s.unowned, "unowned", n)
	out.SetID, out.Privileged = s.programs(n), slices.Sorted(slices.Values(s.privileged))
	out.Skipped = slices.Sorted(slices.Values(s.skipped))
	switch {
	case s.owners == nil:
		n.Unknown("unowned", s.ownersErr)
	case len(out.Unowned) > 0 && s.owners.hidden != nil:
		n.Unknown("unowned", s.owners.hidden)
	}
}

func (s *survey) list(b *bounded, attr string, n *fact.Notes) []string {
	b.shorten()
	if b.total > len(b.paths) {
		n.Remark(attr, fmt.Sprintf("%d in all, the first %d shown", b.total, len(b.paths)))
	}
	if b.total == 0 && s.blind != nil {
		n.Unknown(attr, s.blind)
	}
	return b.paths
}

func (s *survey) programs(n *fact.Notes) []SetIDFile {
	out := []SetIDFile{}
	for _, path := range slices.Sorted(maps.Keys(s.setid)) {
		e := s.setid[path]
		out = append(out, SetIDFile{path, fmt.Sprintf("%04o", e.Mode&0o7777), s.names.user(e.UID), s.names.group(e.GID)})
	}
	if s.blind != nil {
		n.Unknown("setid", s.blind)
		n.Unknown("privileged", s.blind)
	}
	return out
}

// places names the mount points that were passed over.
func (s *survey) places() []string { return points(s.starts) }

func points(mounts []mountLine) []string {
	var out []string
	for _, m := range mounts {
		out = append(out, m.point)
	}
	return out
}

// join is a list of words for people; a long one is cut.
func join(words []string) string {
	const most = 6
	if len(words) > most {
		words = append(slices.Clone(words[:most]), fmt.Sprintf("%d more", len(words)-most))
	}
	return strings.Join(words, ", ")
}

func byPoint(a, b mountLine) int { return cmp.Compare(a.point, b.point) }
