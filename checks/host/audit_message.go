package host

import (
	"bytes"
	"encoding/binary"
	"errors"
	"syscall"

	"golang.org/x/sys/unix"
)

var errNetlink = errors.New("the kernel's answer breaks off")

// errChanged is what the kernel says of a list that changed while it was read.
var errChanged = errors.New("the kernel's list changed while it was read")

// parseAudit takes the messages of one datagram apart. A state comes in one
// message, without an end mark.
func parseAudit(b []byte, kind uint16) (bodies [][]byte, done bool, err error) {
	bodies, done, err = parseDump(b, kind, uint32(kind))
	return bodies, done || kind == unix.AUDIT_GET && len(bodies) > 0, err
}

// parseDump takes the messages of one datagram apart: bodies of the kind asked
// for, and whether the answer is complete. Answers to others are passed over.
func parseDump(b []byte, kind uint16, sequence uint32) (bodies [][]byte, done bool, err error) {
	for len(b) > 0 && !done && err == nil {
		if len(b) < unix.NLMSG_HDRLEN {
			return bodies, false, errNetlink
		}
		size := int(binary.NativeEndian.Uint32(b))
		if size < unix.NLMSG_HDRLEN || size > len(b) {
			return bodies, false, errNetlink
		}
		body := b[unix.NLMSG_HDRLEN:size]
		if binary.NativeEndian.Uint32(b[8:]) == sequence {
			switch binary.NativeEndian.Uint16(b[4:]) {
			case kind:
				bodies = append(bodies, bytes.Clone(body))
			case unix.NLMSG_DONE:
				done = true
			case unix.NLMSG_ERROR:
				err = netlinkError(body)
			}
			if binary.NativeEndian.Uint16(b[6:])&unix.NLM_F_DUMP_INTR != 0 && err == nil {
				err = errChanged
			}
		}
		b = b[min((size+3)&^3, len(b)):]
	}
	return bodies, done, err
}

// netlinkError reads a struct nlmsgerr, which begins with a negative errno; 0
// only acknowledges.
func netlinkError(body []byte) error {
	if len(body) < 4 {
		return errNetlink
	}
	if code := int32(binary.NativeEndian.Uint32(body)); code < 0 {
		return syscall.Errno(-code)
	}
	return nil
}
