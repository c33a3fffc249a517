package host

import (
	"bufio"
	"context"
	"encoding/binary"
	"net"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
)

type busUnit struct {
	Name, Description, Load, Active, Sub, Following string
	Path                                            dbus.ObjectPath
	Job                                             uint32
	JobType                                         string
	JobPath                                         dbus.ObjectPath
}

// serveBus plays systemd behind its private socket: it lets everybody in and
// answers one call.
func serveBus(t *testing.T, answer func(*dbus.Message) *dbus.Message) string {
	t.Helper()
	socket := filepath.Join(t.TempDir(), "private")
	l, err := net.Listen("unix", socket)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	go func() {
		conn, err := l.Accept()
		if err != nil {
			return
		}
		defer conn.Close()
		in := bufio.NewReader(conn)
		for line := ""; line != "BEGIN"; {
			if line, err = in.ReadString('\n'); err != nil {
				return
			}
			line = strings.TrimLeft(strings.TrimSpace(line), "\x00")
			switch {
			case strings.HasPrefix(line, "AUTH EXTERNAL"):
				conn.Write([]byte("OK 0123456789abcdef0123456789abcdef\r\n"))
			case line == "AUTH": // which ways are there?
				conn.Write([]byte("REJECTED EXTERNAL\r\n"))
			case line != "BEGIN":
				conn.Write([]byte("ERROR\r\n"))
			}
		}
		call, err := dbus.DecodeMessage(in)
		if err != nil {
			return
		}
		if reply := answer(call); reply != nil {
			reply.EncodeTo(conn, binary.LittleEndian)
		}
		in.ReadByte() // until the other side is done
	}()
	return socket
}

func reply(call *dbus.Message, body any) *dbus.Message {
	return &dbus.Message{Type: dbus.TypeMethodReply, Body: []any{body}, Headers: map[dbus.HeaderField]dbus.Variant{
		dbus.FieldReplySerial: dbus.MakeVariant(call.Serial()),
		dbus.FieldSignature:   dbus.MakeVariant(dbus.SignatureOf(body)),
	}}
}

func TestListUnits(t *testing.T) {
	called := make(chan any, 1)
	socket := serveBus(t, func(call *dbus.Message) *dbus.Message {
		called <- call.Headers[dbus.FieldMember].Value()
		return reply(call, []busUnit{{Name: "ssh.service", Active: "active", Path: "/u", JobPath: "/"}, {Name: "nfs.service", Active: "failed", Path: "/u", JobPath: "/"}})
	})
	got, err := live(t).listUnits(t.Context(), socket)
	if err != nil || len(got) != 2 || got["ssh.service"] != "active" || got["nfs.service"] != "failed" {
		t.Fatalf("got %v, %v", got, err)
	}
	if method := <-called; method != "ListUnits" {
		t.Errorf("called %v; want ListUnits", method)
	}
}

// TestBusSilent: a socket behind which nobody answers does not hold up the audit.
func TestBusSilent(t *testing.T) {
	socket := serveBus(t, func(*dbus.Message) *dbus.Message { return nil })
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if got, err := live(t).listUnits(ctx, socket); err == nil {
		t.Errorf("got %v; want an error", got)
	}
	if _, err := live(t).listUnits(t.Context(), socket+"-none"); err == nil {
		t.Error("no socket: no error")
	}
}
