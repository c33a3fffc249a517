package host

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"scantling/checks/fact"
)

// socketOwners says which process holds a socket, by the socket's inode.
type socketOwners struct {
	byInode map[string]socketOwner
	refused bool // some processes did not show their files
}

type socketOwner struct {
	pid  int
	name string
}

// socketOwner finds the process of a socket; none is the zero value.
func (h *Host) socketOwner(ctx context.Context, inode string) (socketOwner, error) {
	all, err := h.sockets.get(ctx, h.readSocketOwners)
	if err != nil {
		return socketOwner{}, err
	}
	owner, found := all.byInode[inode]
	if !found && all.refused {
		return owner, &fact.Unavailable{Why: "open files of other users' processes are hidden", Remedy: fact.RemedyRoot}
	}
	return owner, nil
}

func (h *Host) readSocketOwners(ctx context.Context) (socketOwners, error) {
	out := socketOwners{byInode: map[string]socketOwner{}}
	list, err := h.root.List("/proc")
	if err != nil {
		return out, fmt.Errorf("owners of sockets: %w", err)
	}
	for _, dir := range list {
		pid, err := strconv.Atoi(dir.Name())
		if err != nil {
			continue
		}
		if ctx.Err() != nil {
			return out, ctx.Err()
		}
		switch err := h.addSockets(out.byInode, pid); {
		case errors.Is(err, fs.ErrPermission):
			out.refused = true
		case err != nil && !hasEnded(err):
			return out, fmt.Errorf("owners of sockets: %w", err)
		}
	}
	return out, nil
}

func (h *Host) addSockets(byInode map[string]socketOwner, pid int) error {
	dir := fmt.Sprintf("/proc/%d", pid)
	files, err := h.root.List(dir + "/fd")
	if err != nil {
		return err
	}
	name := ""
	for _, f := range files {
		target, err := h.root.ReadLink(dir + "/fd/" + f.Name())
		if err != nil {
			continue // closed in the meantime
		}
		inode, isSocket := strings.CutPrefix(target, "socket:[")
		if !isSocket {
			continue
		}
		if name == "" {
			comm, err := h.root.ReadFile(dir + "/comm")
			if err != nil {
				return err
			}
			name = strings.TrimSpace(string(comm))
		}
		byInode[strings.TrimSuffix(inode, "]")] = socketOwner{pid, name}
	}
	return nil
}
