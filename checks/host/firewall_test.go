package host

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const ufwUnit = "-- usr/lib/systemd/system/ufw.service --\n[Unit]\n[Install]\nWantedBy=multi-user.target\n" +
	"-- etc/systemd/system/multi-user.target.wants/ufw.service -> /usr/lib/systemd/system/ufw.service --\n"

const nftUnit = "-- usr/lib/systemd/system/nftables.service --\n[Service]\nExecStart=/usr/sbin/nft -f /etc/nftables.conf\n" +
	"-- etc/systemd/system/sysinit.target.wants/nftables.service -> /usr/lib/systemd/system/nftables.service --\n"

func TestFirewall(t *testing.T) {
	const debian, redhat = "-- etc/os-release --\nID=debian\n", "-- etc/os-release --\nID=rhel\n"
	for _, tt := range []struct{ root, inUse, judged string }{
		{debian, "", "ufw"},
		{redhat, "", "firewalld"},
		{debian + ufwUnit + "-- etc/ufw/ufw.conf --\nENABLED=yes\n", "ufw", "ufw"},
		{debian + ufwUnit + "-- etc/ufw/ufw.conf --\nENABLED=no\n" + nftUnit, "nftables", "nftables"}, // Ubuntu's service starts for nothing
		{debian + ufwUnit + "-- etc/ufw/ufw.conf --\nENABLED=yes\n" + nftUnit, "ufw nftables", "ufw nftables"},
		{debian + "-- etc/systemd/system/ufw.service -> ufw.service --\n-- etc/ufw/ufw.conf --\nENABLED=yes\n", "", "ufw"}, // a circle is no unit
	} {
		r := read(inline(t, tt.root), "firewall", "")
		got := r.Value().(Firewall)
		if strings.Join(got.InUse, " ") != tt.inUse || strings.Join(got.Judged, " ") != tt.judged || got.Exists != (tt.inUse != "") {
			t.Errorf("%q: got %+v; want %q, judged %q", tt.root, got, tt.inUse, tt.judged)
		}
		for _, attr := range []string{"in_use", "judged", "stacks[1].enabled"} {
			if err := r.At(attr).Err; err != nil {
				t.Errorf("%q: %s is unknown: %v", tt.root, attr, err)
			}
		}
	}
	r := read(inline(t, debian+nftUnit), "firewall", "")
	denied(t, r, "stacks[1].active") // of a disk
	denied(t, read(inline(t, debian+ufwUnit+"-- etc/ufw/ufw.conf deny --\n"), "firewall", ""), "in_use")
	denied(t, read(inline(t, "-- etc/os-release deny --\n"), "firewall", ""), "judged")
	hidden := "-- etc/ufw/ufw.conf --\nENABLED=yes\n-- etc/systemd/system/ufw.service deny --\n"
	if r := read(inline(t, debian+hidden), "firewall", ""); r.At("in_use").Err == nil || r.At("judged").Err != nil {
		t.Errorf("in use %v, judged %v; want ufw judged, in use or not", r.At("in_use").Err, r.At("judged").Err)
	}
	denied(t, read(inline(t, debian+hidden+nftUnit), "firewall", ""), "judged")
	running := inline(t, debian+nftUnit+"-- proc/sys/kernel/osrelease --\n6\n-- run/systemd/system/ --\n")
	running.askUnits = func(context.Context) (map[string]string, error) {
		return map[string]string{"nftables.service": "active"}, nil
	}
	if got := read(running, "firewall", "").Value().(Firewall); !got.Stacks[1].Active || !got.Stacks[1].Enabled {
		t.Errorf("got %+v; want nftables active", got.Stacks)
	}
}

// ufwFiles are those of Debian's package, with rules as ufw writes them.
const ufwFiles = "-- usr/sbin/ufw 0755 --\nx\n-- etc/ufw/ufw.conf --\n# comment\nENABLED=yes\nLOGLEVEL=low\n" +
	"-- etc/default/ufw --\nIPV6=yes\nDEFAULT_INPUT_POLICY=\"DROP\"\nDEFAULT_OUTPUT_POLICY=\"REJECT\"\nDEFAULT_FORWARD_POLICY=\"ACCEPT\"\n" +
	"-- etc/ufw/before.rules 0640 --\n*filter\n:ufw-before-input - [0:0]\n:ufw-before-output - [0:0]\n-A ufw-before-input -i lo -j ACCEPT\n-A ufw-before-output -o lo -j ACCEPT\nCOMMIT\n" +
	"-- etc/ufw/user.rules 0640 --\n*filter\n:ufw-user-input - [0:0]\n### RULES ###\n\n" +
	"### tuple ### allow tcp 22 0.0.0.0/0 any 0.0.0.0/0 in comment=737368\n-A ufw-user-input -p tcp --dport 22 -j ACCEPT\n\n" +
	"### tuple ### allow any 80,443 0.0.0.0/0 any 10.0.0.0/8 Web - in_eth0\n-A ufw-user-input -i eth0 -p tcp -m multiport --dports 80,443 -s 10.0.0.0/8 -j ACCEPT -m comment --comment 'dapp_Web'\n\n" +
	"### tuple ### deny any any 0.0.0.0/0 any 127.0.0.0/8 in\n-A ufw-user-input -s 127.0.0.0/8 -j DROP\n\nCOMMIT\n" +
	"-- etc/ufw/user6.rules 0640 --\n*filter\n:ufw6-user-input - [0:0]\n### tuple ### deny any any ::/0 any ::1 in\n-A ufw6-user-input -s ::1 -j DROP\nCOMMIT\n"

func TestUFW(t *testing.T) {
	want := UFW{Exists: true, Enabled: true, Incoming: "deny", Outgoing: "reject", Routed: "allow", IPv6: true,
		Rules: []string{"allow in proto tcp port 22", "allow in on eth0 port 80,443 from 10.0.0.0/8", "deny in from 127.0.0.0/8", "deny in from ::1"}}
	forwards := "-- proc/sys/net/ipv4/ip_forward --\n1\n"
	r := known(t, inline(t, ufwFiles+forwards), "ufw", "", want)
	origin(t, r, "enabled", "/etc/ufw/ufw.conf:2")
	origin(t, r, "outgoing", "/etc/default/ufw:3")
	want.Routed = "disabled"
	known(t, inline(t, ufwFiles+"-- proc/sys/net/ipv4/ip_forward --\n0\n-- proc/sys/net/ipv6/conf/all/forwarding --\n0\n"), "ufw", "", want)
	denied(t, read(inline(t, ufwFiles), "ufw", ""), "routed") // a disk does not show whether it forwards
	known(t, inline(t, ""), "ufw", "", UFW{Incoming: "deny", Outgoing: "allow", Routed: "deny", IPv6: true})
	denied(t, read(inline(t, "-- etc/ufw/ deny --\n"), "ufw", ""), "rules")
}

func TestUFWRules(t *testing.T) {
	r := read(inline(t, ufwFiles), "netfilter", "ufw")
	got := r.Value().(Netfilter).Persisted
	slices.Sort(got.Loopback)
	if want := []string{"input accept", "ipv4 drop", "ipv6 drop", "output accept"}; !slices.Equal(got.Loopback, want) {
		t.Errorf("loopback %q; want %q", got.Loopback, want)
	}
	if deref(got.Hooks[0].IPv4) != "drop" || deref(got.Hooks[2].IPv6) != "reject" || deref(got.Hooks[1].IPv4) != "accept" {
		t.Errorf("hooks %+v", got.Hooks)
	}
}

// TestUnruledPorts has a web server and sshd; the rule for 443 is for some
// senders only, and still one about the port.
func TestUnruledPorts(t *testing.T) {
	line := func(address, port, state string) string {
		return "   0: " + address + ":" + port + " 00000000:00000000 " + state + " 0:0 0:0 0 0 0 4711 1 0 100 0 0 10 0\n"
	}
	six := strings.Repeat("0", 32)
	sockets := ufwFiles + "-- proc/net/tcp --\nhead\n" + line("00000000", "0016", "0A") + line("0100007F", "0017", "0A") + line("00000000", "01BB", "0A") +
		"-- proc/net/tcp6 --\nhead\n" + line(six, "0050", "0A") + line(six, "1F90", "0A") +
		"-- proc/net/udp --\nhead\n" + line("00000000", "0016", "07") + line("00000000", "0018", "01") + "-- proc/self/ --\n"
	h := inline(t, sockets)
	h.askFilter = func(context.Context) (packetRules, error) { return saved("ip", savedRules), nil }
	r := read(h, "unruled_ports", "ufw")
	got := r.Value().(UnruledPorts)
	var unruled []string
	for _, s := range got.Persisted {
		unruled = append(unruled, s.Protocol+" "+s.Address)
	}
	if want := []string{"tcp6 ::", "udp 0.0.0.0"}; !slices.Equal(unruled, want) || len(got.Open) != 5 {
		t.Errorf("got %+v; want %q without a rule, of 5", got, want)
	}
	origin(t, r, "persisted[0]", "/proc/net/tcp6:3")
	if got := read(h, "unruled_ports", "ip6tables").Value().(UnruledPorts); len(got.Open) != 2 || len(got.Persisted) != 2 {
		t.Errorf("ip6tables: got %+v; want both sockets of IPv6", got)
	}
	denied(t, read(inline(t, sockets), "unruled_ports", "ufw"), "live")
	denied(t, read(inline(t, ""), "unruled_ports", "ufw"), "open")
}

const zones = "-- usr/sbin/firewalld 0755 --\nx\n-- etc/firewalld/firewalld.conf --\n# DefaultZone=drop\nDefaultZone=internal\nFirewallBackend=iptables\n" +
	"-- usr/lib/firewalld/zones/trusted.xml --\n<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<zone target=\"ACCEPT\"><short>Trusted</short><forward/></zone>\n" +
	"-- usr/lib/firewalld/zones/internal.xml --\n<zone><service name=\"ssh\"/><port port=\"8080\" protocol=\"tcp\"/></zone>\n" +
	"-- usr/lib/firewalld/zones/drop.xml --\n<zone target=\"DROP\"/>\n" +
	"-- etc/firewalld/zones/trusted.xml.old --\nnot read\n" +
	"-- etc/firewalld/zones/trusted.xml --\n<zone target=\"ACCEPT\"><interface name=\"lo\"/>\n<rule family=\"ipv4\"><source address=\"127.0.0.1\"/><destination address=\"127.0.0.1\" invert=\"True\"/><drop/></rule>\n" +
	"<rule><service name=\"http\"/><accept/></rule></zone>\n" +
	"-- etc/NetworkManager/system-connections/lan.nmconnection 0600 --\n[connection]\nid=lan\ninterface-name=eth1\nzone=drop\n"

func TestFirewalld(t *testing.T) {
	h := inline(t, zones)
	h.askFirewalld = func(context.Context) (runtimeZones, error) {
		return runtimeZones{"internal": {"interfaces": {"eth0"}}, "drop": {"interfaces": {"eth1", "eth2"}}}, nil
	}
	r := read(h, "firewalld", "")
	want := Firewalld{Exists: true, Running: true, Backend: "iptables", DefaultZone: "internal", Zones: []FirewalldZone{
		{Name: "drop", Target: "DROP", Active: true, Live: true, Interfaces: []string{"eth1"}},
		{Name: "internal", Target: "default", Active: true, Live: true, Services: []string{"ssh"}, Ports: []string{"8080/tcp"}},
		{Name: "trusted", Target: "ACCEPT", Active: true, Interfaces: []string{"lo"}, Rules: []string{
			`rule family="ipv4" source address="127.0.0.1" destination NOT address="127.0.0.1" drop`, `rule service name="http" accept`}},
	}}
	if diff := cmp.Diff(r.Value(), any(want)); diff != "" {
		t.Errorf("-got +want\n%s", diff)
	}
	origin(t, r, "zones[2].target", "/etc/firewalld/zones/trusted.xml")
	for at, want := range map[string]string{"zones[0].live": "eth2", "zones[2].live": "differ", "zones[1].live": ""} {
		if got := r.At(at).Remark; !strings.Contains(got, want) || want == "" && got != "" {
			t.Errorf("%s: remark %q; want %q", at, got, want)
		}
	}
	denied(t, read(inline(t, zones), "firewalld", ""), "zones[0].live")
	denied(t, read(inline(t, zones+"-- etc/firewalld/zones/x.xml deny --\n"), "firewalld", ""), "zones")
	if err := read(inline(t, zones+"-- etc/firewalld/zones/x.xml --\n<zone>\n"), "firewalld", "").At("zones").Err; err == nil || !strings.Contains(err.Error(), "x.xml") {
		t.Errorf("a broken zone: %v", err)
	}
}

// TestZoneFiles reads the zones of Debian's package where it is unpacked.
func TestZoneFiles(t *testing.T) {
	files, _ := filepath.Glob("/usr/lib/firewalld/zones/*.xml")
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		if z, err := parseZone(b); err != nil || z.Target == "" {
			t.Errorf("%s: %+v, %v", f, z, err)
		}
	}
}

func FuzzZone(f *testing.F) {
	f.Add([]byte(`<zone target="DROP"><rule family="ipv4"><source address="::1" invert="yes"/><drop/></rule></zone>`))
	f.Fuzz(func(t *testing.T, b []byte) {
		if z, err := parseZone(b); err == nil && z.Target == "" {
			t.Errorf("no target in %q", b)
		}
	})
}
