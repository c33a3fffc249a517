package host

import (
	"fmt"
	"path"
	"strings"
	"syscall"
)

// remoteTypes are file systems whose files are another machine's: a look at one
// may wait for a server that is gone, and what it shows is not kept here.
var remoteTypes = map[string]bool{
	"nfs": true, "nfs4": true, "cifs": true, "smb3": true, "smbfs": true, "9p": true, "afs": true, "ceph": true,
	"glusterfs": true, "lustre": true, "gpfs": true, "ocfs2": true, "gfs2": true, "autofs": true,
}

func isRemoteType(fsType string) bool {
	return remoteTypes[fsType] || strings.HasPrefix(fsType, "fuse.")
}

// localName resolves the links of a path step by step and stops, before it is
// looked at, at a file system of another machine, which it names.
func (h *Host) localName(name string, mounts mountTable) (resolved, remote string, err error) {
	todo, at := path.Clean("/"+name), "/"
	for links := 0; todo != "/" && todo != ""; {
		step, rest, _ := strings.Cut(strings.TrimPrefix(todo, "/"), "/")
		next := path.Join(at, step)
		if m, found := mounts.holding(next); found && isRemoteType(m.fsType) {
			return next, fmt.Sprintf("on %s, %s", m.fsType, m.origin), nil
		}
		info, err := h.root.Lstat(next)
		if err != nil {
			return next, "", err
		}
		todo, at = "/"+rest, next
		if info.Type != "symlink" {
			continue
		}
		target, err := h.root.ReadLink(next)
		if links++; links > 40 {
			err = syscall.ELOOP
		}
		if err != nil {
			return next, "", err
		}
		if !strings.HasPrefix(target, "/") {
			target = path.Join(path.Dir(next), target)
		}
		todo, at = path.Join(target, rest), "/"
	}
	return at, "", nil
}
