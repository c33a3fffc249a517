package host

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"strconv"
	"syscall"
	"time"

	"golang.org/x/sys/unix"

	"scantling/checks/fact"
)

const auditNetlink = "audit netlink"

// auditTimeout bounds the talk with the kernel, which answers at once or never.
const auditTimeout = 2 * time.Second

// kernelAudit is what the kernel has loaded. Absent says that it has no audit.
type kernelAudit struct {
	auditRules
	absent bool
}

// readKernelAudit asks for the state and the rules, and changes nothing. Only
// CAP_AUDIT_CONTROL in the first user and process namespaces may ask.
func readKernelAudit(ctx context.Context) (out kernelAudit, err error) {
	fd, err := unix.Socket(unix.AF_NETLINK, unix.SOCK_RAW|unix.SOCK_CLOEXEC, unix.NETLINK_AUDIT)
	if errors.Is(err, syscall.EPROTONOSUPPORT) || errors.Is(err, syscall.EAFNOSUPPORT) {
		return kernelAudit{absent: true}, nil
	}
	if err != nil {
		return out, auditRefused(err)
	}
	defer unix.Close(fd)
	deadline := time.Now().Add(auditTimeout)
	status, err := askAudit(ctx, fd, unix.AUDIT_GET, deadline)
	if err != nil {
		return out, auditRefused(err)
	}
	if len(status) == 1 {
		out.settings = decodeAuditStatus(status[0])
	}
	if out.settings["-e"].value == "0" {
		out.off = auditNetlink + ": enabled 0"
	}
	rules, err := askAudit(ctx, fd, unix.AUDIT_LIST_RULES, deadline)
	if err != nil {
		return out, auditRefused(err)
	}
	for _, raw := range rules {
		r, err := decodeAuditRule(raw)
		if err != nil {
			return out, err
		}
		out.rules = append(out.rules, r)
	}
	return out, nil
}

// decodeAuditStatus reads the head of a struct audit_status, each number under
// the option of auditctl that sets it.
func decodeAuditStatus(b []byte) map[string]auditSetting {
	out := map[string]auditSetting{}
	for word, option := range map[int]string{1: "-e", 2: "-f", 4: "-r", 5: "-b"} {
		if len(b) >= 4*(word+1) {
			out[option] = auditSetting{strconv.FormatUint(uint64(binary.NativeEndian.Uint32(b[4*word:])), 10), auditNetlink}
		}
	}
	return out
}

// auditRefused tells a lack of rights from a fault.
func auditRefused(err error) error {
	switch {
	case errors.Is(err, syscall.ECONNREFUSED): // another user namespace
		return &fact.Unavailable{Why: "the kernel shows audit rules to the first user namespace only", Remedy: "run on the host, as root", Err: err}
	case errors.Is(err, syscall.EPERM), errors.Is(err, syscall.EACCES):
		return &fact.Unavailable{Why: "the kernel shows audit rules to CAP_AUDIT_CONTROL in the first process namespace only", Remedy: fact.RemedyRoot, Err: err}
	}
	return fmt.Errorf("%s: %w", auditNetlink, err)
}

// askAudit sends one request and collects the bodies of its answers.
func askAudit(ctx context.Context, fd int, kind uint16, deadline time.Time) (out [][]byte, err error) {
	request := make([]byte, unix.NLMSG_HDRLEN)
	binary.NativeEndian.PutUint32(request, uint32(len(request)))
	binary.NativeEndian.PutUint16(request[4:], kind)
	binary.NativeEndian.PutUint16(request[6:], unix.NLM_F_REQUEST)
	binary.NativeEndian.PutUint32(request[8:], uint32(kind)) // the answers' sequence number
	if err := unix.Sendto(fd, request, 0, &unix.SockaddrNetlink{Family: unix.AF_NETLINK}); err != nil {
		return nil, err
	}
	buf := make([]byte, 64<<10)
	for {
		n, err := receive(ctx, fd, buf, deadline)
		if err != nil {
			return nil, err
		}
		bodies, done, err := parseAudit(buf[:n], kind)
		out = append(out, bodies...)
		if err != nil || done {
			return out, err
		}
	}
}

// receive waits in short steps, so that a cancelled audit ends soon.
func receive(ctx context.Context, fd int, buf []byte, deadline time.Time) (int, error) {
	for {
		switch {
		case ctx.Err() != nil:
			return 0, ctx.Err()
		case time.Now().After(deadline):
			return 0, fmt.Errorf("no answer within %s", auditTimeout)
		}
		ready, err := unix.Poll([]unix.PollFd{{Fd: int32(fd), Events: unix.POLLIN}}, 100)
		if ready == 0 || errors.Is(err, syscall.EINTR) {
			continue
		}
		if err != nil {
			return 0, err
		}
		n, _, err := unix.Recvfrom(fd, buf, unix.MSG_DONTWAIT)
		return n, err
	}
}
