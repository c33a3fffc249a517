package host

import (
	"bytes"
	"errors"
	"io/fs"
	"strings"

	"scantling/checks/fact"
)

// readContainer asks where a container manager leaves its name: systemd's
// container interface (/run/systemd/container, the variable container of process
// 1), and the marker files of Docker and Podman.
func (h *Host) readContainer(n *fact.Notes) *string {
	for _, ask := range []func() (string, string, error){h.containerFile, h.markerFile, h.containerVariable} {
		name, origin, err := ask()
		switch {
		case err != nil:
			n.Unknown("container", err)
			return nil
		case name != "":
			n.Origin("container", origin)
			return &name
		}
	}
	if !h.kernelSeen() {
		n.Unknown("container", notRunning("the surroundings"))
	}
	n.Origin("container", "no container manager left its mark")
	return nil
}

func (h *Host) containerFile() (name, origin string, err error) {
	b, _, err := h.readOptional("/run/systemd/container")
	return firstLine(b), "/run/systemd/container", err
}

// markerFile passes the marks over on a machine whose disk was made from an
// image: there process 1 of the first process namespace has the same root.
func (h *Host) markerFile() (name, origin string, err error) {
	if h.outermost() {
		return "", "", nil
	}
	for file, manager := range map[string]string{"/.dockerenv": "docker", "/run/.containerenv": "podman"} {
		switch _, err := h.root.Stat(file); {
		case err == nil:
			return manager, file, nil
		case !isAbsent(err):
			return "", "", err
		}
	}
	return "", "", nil
}

// firstPIDNamespace is PROC_PID_INIT_INO of the kernel's proc_ns.h.
const firstPIDNamespace = "pid:[4026531836]"

func (h *Host) isOutermost() bool {
	v := h.mountViews()
	return v.own.err == nil && v.first.err == nil && h.inFirstPIDNamespace() && v.sameRoot()
}

func (h *Host) inFirstPIDNamespace() bool {
	ns, err := h.root.ReadLink("/proc/self/ns/pid")
	return err == nil && ns == firstPIDNamespace
}

// containerVariable is only for root; systemd copies it to the file asked first,
// so a refusal here hides little.
func (h *Host) containerVariable() (name, origin string, err error) {
	b, _, err := h.readOptional("/proc/1/environ")
	if errors.Is(err, fs.ErrPermission) {
		return "", "", nil
	}
	for _, v := range bytes.Split(b, []byte{0}) {
		if value, ok := strings.CutPrefix(string(v), "container="); ok {
			return value, "/proc/1/environ", err
		}
	}
	return "", "", err
}
