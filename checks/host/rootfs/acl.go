package rootfs

import (
	"encoding/binary"
	"errors"
	"fmt"
	"syscall"

	"golang.org/x/sys/unix"
)

// acl reads the attribute in which the kernel shows an access ACL. A file
// without one has none beyond its mode, nor has a file system without ACLs.
func (d disk) acl() ([]string, error) {
	buf := make([]byte, 64<<10) // the kernel's bound for one attribute
	n, err := unix.Getxattr(procPath(d.fd), "system.posix_acl_access", buf)
	switch {
	case errors.Is(err, syscall.ENODATA), errors.Is(err, syscall.EOPNOTSUPP):
		return nil, nil
	case err != nil:
		return nil, err
	}
	return parseACL(buf[:n])
}

// Layout and tags of linux/posix_acl_xattr.h and linux/posix_acl.h: a version,
// then eight bytes for each entry, little-endian.
const (
	aclVersion = 2
	aclUser    = 0x02
	aclGroup   = 0x08
	aclMask    = 0x10
)

// parseACL returns the entries that a mode cannot express.
func parseACL(b []byte) (out []string, err error) {
	if len(b) < 4 || len(b)%8 != 4 || binary.LittleEndian.Uint32(b) != aclVersion {
		return nil, fmt.Errorf("an access control list in an unknown form, %d bytes", len(b))
	}
	for b = b[4:]; len(b) > 0; b = b[8:] {
		tag := binary.LittleEndian.Uint16(b)
		perm := permText(binary.LittleEndian.Uint16(b[2:]))
		id := binary.LittleEndian.Uint32(b[4:])
		switch tag {
		case aclUser:
			out = append(out, fmt.Sprintf("user:%d:%s", id, perm))
		case aclGroup:
			out = append(out, fmt.Sprintf("group:%d:%s", id, perm))
		case aclMask:
			out = append(out, "mask::"+perm)
		}
	}
	return out, nil
}

func permText(perm uint16) string {
	out := []byte("---")
	for i, c := range []byte("rwx") {
		if perm&(4>>i) != 0 {
			out[i] = c
		}
	}
	return string(out)
}
