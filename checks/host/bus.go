package host

import (
	"context"
	"strconv"
	"time"

	"github.com/godbus/dbus/v5"
)

// busTime is how long an answer over D-Bus may take.
const busTime = 5 * time.Second

const (
	systemdSocket = "/run/systemd/private" // for root, there also without a bus
	busSocket     = "/run/dbus/system_bus_socket"
)

// callBus asks one question over D-Bus and stores the answer: of the program
// behind a socket of its own, or on the system bus of a program that has a name
// there. Only methods that tell, none that change, are called with it.
func (h *Host) callBus(ctx context.Context, socket, name, path, method string, answer ...any) error {
	ctx, cancel := context.WithTimeout(ctx, busTime)
	defer cancel()
	conn, err := dbus.Dial("unix:path="+socket, dbus.WithContext(ctx))
	if err != nil {
		return err
	}
	defer conn.Close()
	if err := conn.Auth([]dbus.Auth{dbus.AuthExternal(strconv.Itoa(h.euid))}); err != nil {
		return err
	}
	if socket == busSocket {
		if err := conn.Hello(); err != nil {
			return err
		}
	}
	return conn.Object(name, dbus.ObjectPath(path)).CallWithContext(ctx, method, 0).Store(answer...)
}
