package host

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/godbus/dbus/v5"
)

// activity is whether a unit runs now.
type activity struct {
	active bool
	origin string
	err    error // why it is not known
}

// activity asks systemd, which alone knows of a unit that did its work and ended.
// Without its answer the unit's control group tells about what still runs. What
// has no file is not started by anybody.
func (h *Host) activity(ctx context.Context, u Unit, e enablement) activity {
	seen := h.kernelSeen()
	states, noAnswer := h.unitStates.get(ctx, h.readUnitStates)
	_, err := h.root.Stat("/run/systemd/system")
	switch {
	case seen && noAnswer == nil:
		return activeIn(states, e.names)
	case e.state == "not-found":
		return activity{origin: e.origin}
	case !seen:
		return activity{err: notRunning("what runs")}
	case isAbsent(err):
		return h.unmanagedActivity(ctx, u)
	}
	return h.groupActivity(u, e.names, noAnswer)
}

func activeIn(states map[string]string, names []string) activity {
	out := activity{origin: "systemd: not loaded"}
	for _, name := range names {
		state, loaded := states[name]
		if !loaded {
			continue
		}
		out.origin = "systemd: " + name + " " + state
		if out.active = slices.Contains([]string{"active", "reloading", "refreshing"}, state); out.active {
			break
		}
	}
	return out
}

// readUnitStates asks systemd for all units that it has loaded, by name: active,
// inactive, failed, activating and others.
func (h *Host) readUnitStates(ctx context.Context) (map[string]string, error) {
	if h.askUnits != nil {
		return h.askUnits(ctx)
	}
	if !h.root.Live() {
		return nil, notRunning("what runs")
	}
	var errs []error
	for _, socket := range []string{systemdSocket, busSocket} {
		if _, err := h.root.Stat(socket); err != nil {
			errs = append(errs, err)
			continue
		}
		states, err := h.listUnits(ctx, socket)
		if err == nil {
			return states, nil
		}
		errs = append(errs, fmt.Errorf("%s: %w", socket, err))
	}
	return nil, errors.Join(errs...)
}

func (h *Host) listUnits(ctx context.Context, socket string) (map[string]string, error) {
	var answer []struct {
		Name, Description, Load, Active, Sub, Following string
		Path                                            dbus.ObjectPath
		Job                                             uint32
		JobType                                         string
		JobPath                                         dbus.ObjectPath
	}
	const manager = "org.freedesktop.systemd1"
	if err := h.callBus(ctx, socket, manager, "/org/freedesktop/systemd1", manager+".Manager.ListUnits", &answer); err != nil {
		return nil, err
	}
	out := make(map[string]string, len(answer))
	for _, u := range answer {
		out[u.Name] = u.Active
	}
	return out, nil
}
