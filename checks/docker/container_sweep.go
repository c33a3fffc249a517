package docker

import (
	"cmp"
	"context"
	"fmt"
	"sync"

	"scantling/checks/fact"
	"scantling/checks/host/rootfs"
)

// A sweep is one reading of all containers. It holds what they share, each
// read once and only when a container needs it.
type sweep struct {
	d    *Docker
	want fact.Want

	byRef      map[string]*containerSummary // by id and by name
	refErr     error                        // why byRef may lack some
	volumes    map[string]SharedVolume      // by name, those of several containers
	volumesErr error

	daemonNNP memo[daemonDefault]
	binds     memo[map[string]volumeSummary] // by name
	images    memo[imageIndex]
	pids      memo[map[string][]int] // by container id
	targets   memos[inspected]       // containers whose namespaces others use
	services  memo[map[string]*int]  // restart attempts by service id
}

// A daemonDefault is a value of the daemon, and where it was read.
type daemonDefault struct {
	on     bool
	origin string
}

func newSweep(d *Docker, want fact.Want, list []containerSummary) *sweep {
	s := &sweep{d: d, want: want, byRef: make(map[string]*containerSummary, 2*len(list))}
	for i := range list {
		s.byRef[list[i].ID] = &list[i]
		s.byRef[list[i].name()] = &list[i]
	}
	s.refErr = lacking(list, "Id", "Names")
	if want("shared_volumes") {
		s.volumes, s.volumesErr = sharedVolumes(list), lacking(list, "Mounts")
	}
	return s
}

// memos keeps the first answer for each key.
type memos[T any] struct {
	mu sync.Mutex
	m  map[string]*memo[T]
}

func (m *memos[T]) get(key string, read func() (T, error)) (T, error) {
	m.mu.Lock()
	if m.m == nil {
		m.m = map[string]*memo[T]{}
	}
	one, ok := m.m[key]
	if !ok {
		one = new(memo[T])
		m.m[key] = one
	}
	m.mu.Unlock()
	return one.get(read)
}

// noNewPrivileges is the daemon's default for containers without the option.
// Engines before API 1.43 do not tell it; then files and flags may.
func (s *sweep) noNewPrivileges(ctx context.Context) (daemonDefault, error) {
	return s.daemonNNP.get(func() (daemonDefault, error) {
		info, notes, err := s.d.info(ctx)
		if err != nil {
			return daemonDefault{}, err
		}
		if err := notes.At("no_new_privileges", nil).Err; err != nil {
			return daemonDefault{}, err
		}
		if info.NoNewPrivileges != nil {
			return daemonDefault{*info.NoNewPrivileges, getInfo + " SecurityOptions"}, nil
		}
		notes = &fact.Notes{}
		daemon, err := readDaemon(s.d, ctx, notes)
		at := notes.At("no_new_privileges", nil)
		return daemonDefault{daemon.NoNewPrivileges, at.Origin}, cmp.Or(err, at.Err)
	})
}

// proc is the process table that the engine's pids count in.
func (s *sweep) proc() (procFS, error) {
	h := s.d.host
	if !s.d.local() || h == nil || !h.Root().Live() {
		return procFS{}, elsewhere
	}
	return procFS{rootfs.Proc()}, nil
}

var elsewhere = &fact.Unavailable{
	Why:    "the engine's processes are on another machine",
	Remedy: "run scantling on the engine's machine",
}

// joined looks up the mode of a container whose namespace another uses, by
// inspection: Podman leaves it out of its list.
func (s *sweep) joined(ctx context.Context, mode func(*HostConfig) string, vendor string) lookup {
	return func(id string) (string, string, error) {
		c, ok := s.byRef[id]
		if !ok && s.refErr != nil {
			return "", "", s.refErr
		}
		if !ok {
			return short(id), "", nil // removed: who joined it cannot start any more
		}
		in, err := s.targets.get(c.ID, func() (inspected, error) {
			in, g, err := s.d.inspect(ctx, c.ID)
			if err == nil {
				err = g.within(vendor)
			}
			return in, err
		})
		if err != nil {
			return "", "", fmt.Errorf("the container %s that it joins: %w", c.name(), err)
		}
		return c.name(), mode(&in.HostConfig), nil
	}
}
