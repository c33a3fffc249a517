package host

import (
	"slices"
	"testing"
)

func TestNetwork(t *testing.T) {
	h := inline(t, `-- proc/sys/kernel/osrelease --
6
-- proc/sys/net/ipv6/conf/all/disable_ipv6 --
0
-- sys/class/net/lo/operstate --
-- sys/class/net/wlan0 -> ../../devices/pci/net/wlan0 --
-- sys/devices/pci/net/wlan0/wireless/ --
-- sys/devices/pci/net/wlan0/device/driver/module -> ../../../../module/iwlwifi --
-- sys/class/net/wlan1/phy80211/ --
-- proc/net/if_inet6 --
00000000000000000000000000000001 01 80 10 80       lo
fe800000000000000000000000000001 02 40 20 80     eth0
broken line
zz 02 40 20 80 eth0
`)
	r := known(t, h, "net", "", Network{[]Wireless{{"wlan0", ptr("iwlwifi")}, {"wlan1", nil}}, true, []string{"fe80::1%eth0"}})
	origin(t, r, "ipv6", "/proc/sys/net/ipv6")
	r = read(inline(t, "-- etc/ --\n"), "net", "")
	denied(t, r, "wireless")
	denied(t, r, "ipv6_addresses")
	denied(t, read(inline(t, "-- proc/sys/kernel/osrelease --\n6\n-- sys/class/net/ deny --\n"), "net", ""), "wireless")
}

func TestLimit(t *testing.T) {
	const files = `-- etc/security/limits.conf --
# * hard core 1
*	-	core	unlimited
root hard core 5
* hard nofile
-- etc/security/limits.d/20-b.conf --
* hard CORE 0 # none
-- etc/security/limits.d/10-a.conf --
* hard core 7
-- etc/security/limits.d/30-c.txt --
* hard core 9
-- usr/lib/security/limits.conf --
* hard vendor 1
`
	h := inline(t, files)
	for _, tt := range []struct{ key, want, origin string }{
		{"* hard core", "0", "/etc/security/limits.d/20-b.conf:1"},
		{"* soft core", "unlimited", "/etc/security/limits.conf:2"}, // a dash sets both
		{"root hard core", "5", "/etc/security/limits.conf:3"},
		{"@root hard core", "", "no line of limits.conf or limits.d sets it"},
		{"* hard vendor", "", "no line of limits.conf or limits.d sets it"}, // not read beside /etc's
	} {
		r := read(h, "limit", tt.key)
		if l := r.Value().(Limit); deref(l.Value) != tt.want || l.Exists != (tt.want != "") {
			t.Errorf("limit(%q) = %q; want %q", tt.key, deref(l.Value), tt.want)
		}
		origin(t, r, "value", tt.origin)
	}
	denied(t, read(inline(t, files+"-- etc/security/limits.d/15-x.conf deny --\n"), "limit", "* hard core"), "value")
	if r := read(h, "limit", "* core"); r.Err == nil {
		t.Error("a key of two words was taken")
	}
}

func TestFilesystems(t *testing.T) {
	f := read(inline(t, moduleRoot), "filesystems", "").Value().(Filesystems)
	if want := []string{"cramfs", "hfs", "overlay", "udf"}; !slices.Equal(f.Available, want) {
		t.Errorf("available %q; want %q", f.Available, want)
	}
	if want := []string{"ext4", "squashfs"}; !slices.Equal(f.Mounted, want) {
		t.Errorf("mounted %q; want %q", f.Mounted, want)
	}
	if want := []string{"hfs", "overlay", "udf"}; !slices.Equal(f.Open, want) {
		t.Errorf("open %q; want %q", f.Open, want)
	}
}

func FuzzLimits(f *testing.F) {
	f.Add([]byte("* hard core 0 # x\n@a - nofile 1\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, l := range parseLimits("f", b) {
			if l.domain == "" || l.value == "" {
				t.Errorf("an empty word: %+v", l)
			}
		}
		parseInet6(b)
	})
}
