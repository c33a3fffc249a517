package host

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"syscall"

	"golang.org/x/sys/unix"

	"scantling/checks/fact"
	"scantling/checks/host/rootfs"
)

// LocalFilesFact is `local_files`.
var LocalFilesFact = fact.NewOne("local_files",
	"What one pass over every file of the local file systems finds: what anybody may write, what nobody owns, what runs with its owner's rights.",
	fact.Files|fact.Root, readLocalFiles).
	Reading(func(string) []string {
		return []string{"/proc/1/mountinfo", "every directory of the local file systems", "/etc/passwd", "/etc/group", "/etc/subuid", "/etc/subgid"}
	})

// LocalFiles is what the pass found. Lists are sorted and hold the first
// thousand paths at most; a remark tells how many there are. A list in which
// nothing was found is unknown where a directory could not be read.
type LocalFiles struct {
	Seen                     int64       // files, directories included
	WorldWritable            []string    // regular files that anybody may write
	WorldWritableDirectories []string    // directories that anybody may write, without the sticky bit
	Unowned                  []string    // files whose user or group has no name: "/srv/x (user 1234)"
	SetID                    []SetIDFile `cty:"setid"`      // setuid or setgid programs
	Privileged               []string    `cty:"privileged"` // those of them that the mount lets run with these rights
	Skipped                  []string    // what was left out, and why: "/proc (proc)"
}

// A SetIDFile is a program that runs with the rights of its owner or group.
type SetIDFile struct {
	Path  string
	Mode  string // octal: "4755"
	Owner string
	Group string
}

var errOnlyRoot error = &fact.Unavailable{Why: "only root can look into every directory", Remedy: fact.RemedyRoot}

func readLocalFiles(h *Host, ctx context.Context, n *fact.Notes) (LocalFiles, error) {
	var out LocalFiles
	if h.root.Live() && h.euid != 0 {
		return out, errOnlyRoot // seconds of work, and a list without what matters
	}
	table, err := h.mounts.get(ctx, h.readMounts)
	if err != nil && !h.root.Live() {
		table, err = mountTable{declared: true}, nil // without a table the root is one file system
	}
	if err != nil {
		return out, fmt.Errorf("local file systems: %w", err)
	}
	s, err := h.newSurvey(ctx, table)
	if err != nil {
		return out, err
	}
	if err := s.run(ctx); err != nil {
		return out, fmt.Errorf("local files: %w", err)
	}
	n.From("every file of " + join(s.places()))
	s.report(&out, n)
	return out, nil
}

// run passes over the starts, and then over those file systems below a mounted
// root that nothing announced.
func (s *survey) run(ctx context.Context) error {
	for starts := s.starts; len(starts) > 0; starts = s.foreign(ctx) {
		s.current = starts
		err := s.host.root.Sweep(ctx, rootfs.Sweep{
			Starts: points(starts), Prune: s.prune, Visit: s.visit, Refused: s.refuse, Counted: s.count,
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// visit decides on one file; nearly all are none of our business.
func (s *survey) visit(e rootfs.Entry) {
	kind := e.Mode & unix.S_IFMT
	switch {
	case kind == unix.S_IFREG && e.Mode&0o002 != 0:
		s.writable.add(e.Path())
	case kind == unix.S_IFDIR && e.Mode&0o1002 == 0o002:
		s.open.add(e.Path())
	}
	if kind == unix.S_IFREG && e.Mode&(unix.S_ISUID|unix.S_ISGID) != 0 {
		s.addSetID(e)
	}
	if s.owners == nil || s.owners.knows(e.UID, e.GID) {
		return
	}
	s.unowned.add(s.owners.stranger(e))
}

func (s *survey) addSetID(e rootfs.Entry) {
	path := e.Path()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.setid[path] = e
	if m := s.current[e.Start]; !slices.Contains(m.options, "nosuid") && !slices.Contains(m.options, "noexec") {
		s.privileged = append(s.privileged, path)
	}
}

// refuse notes what could not be listed.
func (s *survey) refuse(path string, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case errors.Is(err, syscall.EXDEV):
		s.crossed = append(s.crossed, path)
	case s.blind == nil || errors.Is(s.blind, fs.ErrPermission) && !errors.Is(err, fs.ErrPermission) || err.Error() < s.blind.Error():
		s.blind = err
	}
}

func (s *survey) count(files int) {
	total := s.seen.Add(int64(files))
	if s.host.counted != nil {
		s.host.counted(total)
	}
}
