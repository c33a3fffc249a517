package host

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"scantling/checks/host/rootfs"
)

// A survey is one pass over the local file systems.
type survey struct {
	host      *Host
	starts    []mountLine
	current   []mountLine       // of this sweep
	leave     map[string]string // directories not to be entered, and why
	names     accounts
	owners    *owners
	ownersErr error

	writable, open, unowned bounded

	mu         sync.Mutex
	setid      map[string]rootfs.Entry
	privileged []string
	skipped    []string
	crossed    []string // other file systems that were met
	blind      error    // why some directory could not be read
	seen       atomic.Int64
}

// notLocal are types of file systems that are not on a disk of this machine: made
// up by the kernel, on another machine (a dead server would keep every process
// waiting that so much as looks), read-only images, and layers of containers,
// whose parts are found elsewhere.
var notLocal = strings.Fields(`proc sysfs cgroup cgroup2 devtmpfs devpts securityfs selinuxfs debugfs tracefs pstore efivarfs bpf
	configfs fusectl binfmt_misc mqueue hugetlbfs rpc_pipefs nsfs ramfs autofs nfs nfs4 cifs smb3 smbfs smb2 9p afs ceph glusterfs
	lustre gpfs ocfs2 gfs2 fuse virtiofs squashfs iso9660 udf erofs overlay`)

func isLocal(fsType string) bool {
	return !slices.Contains(notLocal, fsType) && !strings.HasPrefix(fsType, "fuse.")
}

// storage are directories of containers, packages and users' sessions: their
// owners are numbers of other machines.
var storage = map[string]string{
	"/var/lib/docker": "containers", "/var/lib/containers": "containers", "/var/lib/containerd": "containers", "/var/lib/kubelet": "containers",
	"/var/lib/lxc": "containers", "/var/lib/lxd": "containers", "/var/lib/machines": "containers", "/var/lib/flatpak": "packages",
	"/var/snap": "packages", "/snap": "packages", "/sysroot": "deployments of the system", "/ostree": "deployments of the system", "/run/user": "sessions",
}

// userStorage is where Podman keeps a user's containers, below the home.
const userStorage = "/.local/share/containers/storage"

func (h *Host) newSurvey(ctx context.Context, table mountTable) (*survey, error) {
	s := &survey{host: h, leave: map[string]string{}, setid: map[string]rootfs.Entry{}}
	for dir, what := range storage {
		s.leave[dir] = what
	}
	s.names, s.ownersErr = h.owners(ctx)
	if s.ownersErr == nil {
		s.owners, s.ownersErr = h.knownOwners(s.names)
	}
	if table.declared {
		s.starts = []mountLine{{point: "/"}}
		return s, nil
	}
	s.choose(table)
	return s, nil
}

// choose takes the mounts of local file systems, each file system once; the
// mount points themselves are never entered from above.
func (s *survey) choose(table mountTable) {
	lines := slices.Clone(table.lines)
	slices.SortStableFunc(lines, byPoint)
	for i, m := range lines {
		if i+1 < len(lines) && lines[i+1].point == m.point {
			continue // covered by the later one
		}
		if why := s.whyNot(m); why != "" {
			s.omit(m.point, why)
			continue
		}
		s.starts = append(s.starts, m)
		if m.point != "/" {
			s.leave[m.point] = ""
		}
	}
}

// whyNot is the reason for leaving out a mount; "" takes it. The root is always
// taken: inside a container it is an overlay.
func (s *survey) whyNot(m mountLine) string {
	switch {
	case m.point == "/":
		return ""
	case !isLocal(m.fsType):
		return m.fsType
	case s.below(m.point) != "":
		return s.below(m.point)
	}
	for _, taken := range s.starts {
		if taken.dev == m.dev && isWithin(m.root, taken.root) {
			return "also at " + taken.point
		}
	}
	return ""
}

// below says what keeps the survey out of a directory above.
func (s *survey) below(point string) string {
	for dir, why := range s.leave {
		if why != "" && isWithin(point, dir) {
			return why
		}
	}
	return ""
}

// omit keeps out of a mount, and says so unless it is below another.
func (s *survey) omit(point, why string) {
	if s.below(point) == "" {
		s.skipped = append(s.skipped, fmt.Sprintf("%s (%s)", point, why))
	}
	s.leave[point] = why
}

// prune keeps the pass out of a directory.
func (s *survey) prune(dir string) bool {
	why, leave := s.leave[dir]
	if !leave && strings.HasSuffix(dir, userStorage) {
		why, leave = "containers", true
	}
	if _, isStorage := storage[dir]; isStorage || leave && strings.HasSuffix(dir, userStorage) {
		s.mu.Lock()
		s.skipped = append(s.skipped, fmt.Sprintf("%s (%s)", dir, why))
		s.mu.Unlock()
	}
	return leave
}

// foreign are the other file systems that a pass met. Below a mounted root they
// are parts of that machine, such as its /boot, when they are local ones.
func (s *survey) foreign(ctx context.Context) []mountLine {
	met := slices.Sorted(slices.Values(s.crossed))
	s.crossed = nil
	var out []mountLine
	for _, dir := range met {
		fsType, err := s.host.root.FSType(dir)
		switch {
		case ctx.Err() != nil:
			return nil
		case err == nil && fsType != "" && !s.host.root.Live():
			out = append(out, mountLine{point: dir, fsType: fsType})
		default:
			s.omit(dir, "another file system")
		}
	}
	s.starts = append(s.starts, out...)
	return out
}
