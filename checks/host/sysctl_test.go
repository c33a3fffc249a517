package host

import (
	"reflect"
	"strings"
	"testing"
)

const sysctlRoot = `-- proc/sys/kernel/osrelease --
6.1.0
-- proc/cmdline --
quiet sysctl.kernel.panic=5 sysctl.vm.swappiness=1
-- proc/sys/kernel/randomize_va_space --
2
-- proc/sys/kernel/kptr_restrict --
0
-- proc/sys/net/ipv4/tcp_rmem --
4096	131072	6291456
-- proc/sys/net/ipv4/conf/all/rp_filter --
2
-- proc/sys/net/ipv4/conf/eth0.1/forwarding --
0
-- proc/sys/net/ipv6/conf/all/accept_ra --
1
-- etc/sysctl.conf --
kernel.kptr_restrict=1
kernel.msgmax = 1
-- etc/sysctl.d/99-sysctl.conf -> ../sysctl.conf --
-- etc/sysctl.d/10-masked.conf -> /dev/null --
-- etc/sysctl.d/20-gone.conf -> /nowhere --
-- etc/sysctl.d/30-a.conf --
# comment
; comment
kernel.randomize_va_space = 0
-net.ipv4.tcp_rmem =  4096   131072 6291456
not an assignment
kernel.sysrq = 0x10 # sixteen
net/ipv4/conf/eth0.1/forwarding = 1
net.ipv4.conf.all.rp_filter = 1
kernel.core_pattern = |/bin/x # y
kernel.msgmax = 1
-- etc/sysctl.d/readme.txt --
kernel.randomize_va_space = 9
-- usr/lib/sysctl.d/10-masked.conf --
kernel.masked = 1
-- usr/lib/sysctl.d/20-gone.conf --
kernel.gone = 1
-- usr/lib/sysctl.d/30-a.conf --
kernel.vendor = 1
-- run/sysctl.d/40-b.conf --
kernel.randomize_va_space=2
vm.swappiness=10
-- usr/lib/sysctl.d/50-default.conf --
net.ipv4.conf.*.rp_filter = 2
net.ipv4.conf.default.rp_filter = 2
-net.ipv4.conf.all.rp_filter
net.ipv4.conf.*.accept_source_route = 0
-net.ipv4.conf.all.accept_source_route
-- usr/lib/sysctl.d/60-x.conf --
net.ipv4.ip_forward = 1
`

func TestSysctlPersisted(t *testing.T) {
	h := inline(t, sysctlRoot)
	for _, tt := range []struct{ key, want, by string }{
		{"kernel.randomize_va_space", "2", "/run/sysctl.d/40-b.conf:1"}, // the last name, not the first directory
		{"kernel/randomize_va_space", "2", "/run/sysctl.d/40-b.conf:1"},
		{"net.ipv4.tcp_rmem", "4096 131072 6291456", "/etc/sysctl.d/30-a.conf:4"}, // a dash: an error is no matter
		{"kernel.sysrq", "16", "/etc/sysctl.d/30-a.conf:6"},
		{"kernel.core_pattern", "|/bin/x # y", "/etc/sysctl.d/30-a.conf:9"},
		{"net.ipv4.conf.eth0/1.forwarding", "1", "/etc/sysctl.d/30-a.conf:7"},
		{"kernel.masked", "", ""},               // a link to /dev/null
		{"kernel.gone", "", ""},                 // a link to nothing masks as well
		{"kernel.vendor", "", ""},               // a file of the same name in /etc
		{"net.ipv4.conf.all.rp_filter", "", ""}, // taken out again by a later line without a value
		{"net.ipv4.conf.eth0.rp_filter", "2", "/usr/lib/sysctl.d/50-default.conf:1"},
		{"net.ipv4.conf.all.accept_source_route", "", ""},
		{"net.ipv4.conf.default.accept_source_route", "0", "/usr/lib/sysctl.d/50-default.conf:4"},
		{"net.ipv4.conf.all.forwarding", "1", "/usr/lib/sysctl.d/60-x.conf:1"}, // one variable, two names
		{"kernel.kptr_restrict", "1", "/etc/sysctl.conf:1"},                    // through the link
		{"kernel.msgmax", "1", "/etc/sysctl.conf:2"},
		{"kernel.panic", "5", "/proc/cmdline"},
		{"vm.swappiness", "10", "/run/sysctl.d/40-b.conf:2"}, // files come after the command line
		{"kernel.nothing", "", ""},
	} {
		s := read(h, "sysctl", tt.key).Value().(Sysctl)
		if deref(s.Persisted) != tt.want || deref(s.PersistedBy) != tt.by {
			t.Errorf("%s: persisted %q by %q; want %q by %q", tt.key, deref(s.Persisted), deref(s.PersistedBy), tt.want, tt.by)
		}
	}
}

func TestSysctlLive(t *testing.T) {
	h := inline(t, sysctlRoot)
	r := read(h, "sysctl", "kernel.kptr_restrict")
	if s := r.Value().(Sysctl); deref(s.Live) != "0" || !s.Exists || !s.Applies {
		t.Errorf("kptr_restrict: %+v", s)
	}
	if remark := r.At("live").Remark; !strings.Contains(remark, "/etc/sysctl.conf:1 makes it 1") {
		t.Errorf("drift: remark %q", remark)
	}
	known(t, h, "sysctl", "net.ipv4.tcp_rmem", Sysctl{"net.ipv4.tcp_rmem", true, ptr("4096 131072 6291456"), ptr("4096 131072 6291456"), ptr("/etc/sysctl.d/30-a.conf:4"), "/etc/sysctl.d/30-a.conf:4", true,
		"4096 131072 6291456 now, set to 4096 131072 6291456 at boot by /etc/sysctl.d/30-a.conf:4"})
	known(t, h, "sysctl", "kernel.yama.ptrace_scope", Sysctl{Key: "kernel.yama.ptrace_scope", Place: "/etc/sysctl.d/99-zz-hardening.conf", Applies: true, Summary: "no parameter of this kernel, set by nothing at boot"})
	for _, key := range []string{"", "net.*.x", "/"} {
		if r := read(h, "sysctl", key); r.Err == nil {
			t.Errorf("key %q was taken", key)
		}
	}
	disk := inline(t, "-- etc/sysctl.d/x.conf --\nkernel.kptr_restrict=2\n-- etc/sysctl.conf --\nkernel.panic=1\n")
	r = read(disk, "sysctl", "kernel.kptr_restrict")
	denied(t, r, "live")
	origin(t, r, "persisted", "/etc/sysctl.d/x.conf:1")
	if remark := read(disk, "sysctl", "kernel.panic").At("persisted").Remark; !strings.Contains(remark, "/etc/sysctl.conf:1 sets it, but nothing reads") {
		t.Errorf("an unread sysctl.conf: remark %q", remark)
	}
}

func TestSysctlClosed(t *testing.T) {
	h := inline(t, "-- etc/sysctl.d/50-closed.conf deny --\n-- etc/sysctl.d/10-a.conf --\na.early=1\n-- etc/sysctl.d/60-b.conf --\na.late=1\na.*=2\n")
	denied(t, read(h, "sysctl", "a.early"), "persisted") // the closed file may set it again
	denied(t, read(h, "sysctl", "a.pattern"), "persisted")
	if s := read(h, "sysctl", "a.late").Value().(Sysctl); deref(s.Persisted) != "1" {
		t.Errorf("a key set after the closed file: %+v", s)
	}
	denied(t, read(inline(t, "-- etc/sysctl.d/ deny --\n"), "sysctl", "a.b"), "persisted")
}

func TestSysctlUFW(t *testing.T) {
	const files = "-- etc/sysctl.d/99-a.conf --\nnet.ipv4.conf.all.log_martians=1\n-- etc/ufw/sysctl.conf --\nnet/ipv4/conf/all/log_martians=0\n" +
		"-- etc/default/ufw --\nIPV6=yes\nIPT_SYSCTL=/etc/ufw/sysctl.conf\n-- etc/ufw/ufw.conf --\nENABLED="
	for enabled, want := range map[string]string{"yes": "0", "no": "1"} {
		s := read(inline(t, files+enabled+"\n"), "sysctl", "net.ipv4.conf.all.log_martians").Value().(Sysctl)
		if deref(s.Persisted) != want {
			t.Errorf("ufw enabled %s: persisted %q by %q; want %q", enabled, deref(s.Persisted), deref(s.PersistedBy), want)
		}
	}
	denied(t, read(inline(t, strings.Replace(files, "etc/ufw/sysctl.conf --", "etc/ufw/sysctl.conf deny --", 1)+"yes\n"), "sysctl", "net.ipv4.conf.all.log_martians"), "persisted")
}

func TestIPv6(t *testing.T) {
	const kernel = "-- proc/sys/kernel/osrelease --\n6\n"
	const tree = "-- proc/sys/net/ipv6/conf/all/disable_ipv6 --\n1\n-- proc/sys/net/ipv6/conf/default/disable_ipv6 --\n"
	for root, want := range map[string]bool{
		kernel:                false, // a kernel without IPv6
		kernel + tree + "0\n": true,
		kernel + tree + "1\n": false,
		kernel + tree + "0\n-- sys/module/ipv6/parameters/disable --\n1\n": false,
		"-- etc/ --\n": true,
		"-- etc/sysctl.d/a.conf --\nnet.ipv6.conf.all.disable_ipv6=1\nnet.ipv6.conf.default.disable_ipv6=1\n":                                 false,
		"-- etc/sysctl.d/a.conf --\nnet.ipv6.conf.all.disable_ipv6=1\n":                                                                       true,
		"-- boot/grub/grub.cfg --\nmenuentry 'a' {\nlinux /vmlinuz ro ipv6.disable=1\n}\nmenuentry 'b' {\nlinux /vmlinuz ipv6.disable=1\n}\n": false,
	} {
		r := read(inline(t, root), "sysctl", "net.ipv6.conf.all.accept_ra")
		if got := r.Value().(Sysctl).Applies; got != want || r.At("applies").Origin == "" {
			t.Errorf("%q: applies = %v, %s; want %v", root, got, r.At("applies").Origin, want)
		}
	}
}

func TestSysctlPath(t *testing.T) {
	for in, want := range map[string]string{
		"net.ipv4.ip_forward": "net/ipv4/ip_forward", "net/ipv4/conf/eth0.1/x": "net/ipv4/conf/eth0.1/x",
		"net.ipv4.conf.eth0/1.x": "net/ipv4/conf/eth0.1/x", "/proc": "proc", "a": "a", "..a": "a",
	} {
		if got := sysctlPath(in); got != want {
			t.Errorf("sysctlPath(%q) = %q; want %q", in, got, want)
		}
	}
}

func FuzzSysctl(f *testing.F) {
	f.Add([]byte("-a.b = 0x1 # x\n-c\n;\nnet/x=1\nx*[=2\n"), "a.b")
	f.Fuzz(func(t *testing.T, b []byte, key string) {
		lines := parseSysctl("f", b)
		table := sysctlTable{lines: lines}
		l, err := table.find(sysctlPath(key))
		if err != nil || l.value != nil && sysctlValue(*l.value) != *l.value {
			t.Errorf("find(%q) = %+v, %v", key, l, err)
		}
	})
}

func TestShellVars(t *testing.T) {
	got := parseShellVars(nil, "f", []byte("# A=0\nA=\"x 'y' \\\"z\\\"\" # tail\nexport B='$A'\n C=$A-${A}\nA+=1\nif x; then\nD=$(id)\nE=a;F=b\nbad name=1\n"))
	want := shellVars{{"A", `x 'y' "z"`, "f:2"}, {"B", "$A", "f:3"}, {"C", `x 'y' "z"-x 'y' "z"`, "f:4"}, {"A", `x 'y' "z"1`, "f:5"}, {"D", "$(id)", "f:7"}, {"E", "a", "f:8"}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("parseShellVars =\n%q; want\n%q", got, want)
	}
}
