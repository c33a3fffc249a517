package host

import (
	"reflect"
	"strings"
	"testing"

	"scantling/checks/fact"
)

const moduleRoot = `-- proc/sys/kernel/osrelease --
6.1.0-26-amd64
-- proc/cmdline --
quiet modprobe.blacklist=udf,usb-storage module_blacklist=sctp
-- proc/modules --
hfs 16384 0 - Live 0x0
overlay 16384 3 - Live 0x0
usb_storage 16384 1 uas, Live 0x0
-- proc/1/mountinfo --
27 1 254:1 / / rw - ext4 /dev/vda1 rw
28 27 7:1 / /snap/core/1 ro - squashfs /dev/loop1 ro
-- lib/modules/6.1.0-26-amd64/modules.dep --
kernel/fs/cramfs/cramfs.ko.xz: kernel/drivers/mtd/mtd.ko.xz
kernel/fs/hfs/hfs.ko:
kernel/fs/overlayfs/overlay.ko.zst:
kernel/fs/udf/udf.ko.gz: kernel/lib/crc-itu-t.ko
kernel/drivers/usb/storage/usb-storage.ko:
kernel/net/sctp/sctp.ko:
kernel/net/rds/rds.ko:
kernel/net/tipc/tipc.ko:
kernel/net/dccp/dccp.ko:
-- lib/modules/6.1.0-26-amd64/modules.builtin --
kernel/fs/squashfs/squashfs.ko
-- lib/modules/5.10.0-1/modules.dep --
-- lib/modules/5.10.0-1/modules.builtin --
kernel/fs/udf/udf.ko
-- lib/modules/removed/updates/dkms/ --
-- etc/modprobe.d/10-a.conf --
# install hfs /bin/false
install cramfs /bin/false # why not
blacklist cramfs
install usb-storage \
  /bin/true
install rds /sbin/modprobe --ignore-install rds; /bin/true
install rds /bin/false
install t* /usr/bin/false
install dccp /bin/false; /sbin/insmod dccp.ko
blacklist
install hfs
-- etc/modprobe.d/20-masked.conf -> /dev/null --
-- etc/modprobe.d/backup.conf.old --
blacklist hfs
-- usr/lib/modprobe.d/20-masked.conf --
blacklist hfs
`

func TestKernelModule(t *testing.T) {
	h := inline(t, moduleRoot)
	const here = "6.1.0-26-amd64"
	for _, want := range []KernelModule{
		{"cramfs", true, []string{here}, false, false, false, true, true, "not loaded, disabled by an install line and denylisted"},
		{"freevxfs", false, nil, false, false, false, false, false, "not loaded, not disabled by an install line and not denylisted"},
		{"hfs", true, []string{here}, false, true, false, false, false, "loaded, not disabled by an install line and not denylisted"}, // comment, backup file, masked file
		{"overlay", true, []string{here}, false, true, true, false, false, "loaded, not disabled by an install line and not denylisted"},
		{"squashfs", false, nil, true, false, true, false, false, "not loaded, not disabled by an install line and not denylisted"},
		{"udf", true, []string{here}, true, false, false, false, true, "not loaded, not disabled by an install line and denylisted"}, // built into the other kernel
		{"usb_storage", true, []string{here}, false, true, true, true, true, "loaded, disabled by an install line and denylisted"},
		{"sctp", true, []string{here}, false, false, false, true, true, "not loaded, disabled by an install line and denylisted"}, // the kernel refuses it
		{"rds", true, []string{here}, false, false, false, false, false, "not loaded, not disabled by an install line and not denylisted"},
		{"tipc", true, []string{here}, false, false, false, true, false, "not loaded, disabled by an install line and not denylisted"}, // a pattern
		{"dccp", true, []string{here}, false, false, false, false, false, "not loaded, not disabled by an install line and not denylisted"},
	} {
		known(t, h, "kernel_module", strings.ReplaceAll(want.Name, "_", "-"), want)
	}
	r := read(h, "kernel_module", "usb-storage")
	origin(t, r, "install_disabled", "/etc/modprobe.d/10-a.conf:4")
	origin(t, r, "denylisted", "/proc/cmdline")
	origin(t, r, "available", "/lib/modules/6.1.0-26-amd64/kernel/drivers/usb/storage/usb-storage.ko")
	if remark := read(h, "kernel_module", "rds").At("install_disabled").Remark; !strings.Contains(remark, "10-a.conf:7 says otherwise") {
		t.Errorf("two install lines: remark %q", remark)
	}
	if r := read(h, "kernel_module", "a b"); r.Err == nil {
		t.Error("a name with a blank was taken")
	}
}

// TestKernelModuleTrace has a kernel that a hypervisor brings: no list, no files.
func TestKernelModuleTrace(t *testing.T) {
	h := inline(t, "-- proc/sys/kernel/osrelease --\n6.1\n-- proc/1/mountinfo --\n"+rootMount+"-- proc/filesystems --\nnodev\tsysfs\n\tsquashfs\n-- proc/sys/net/sctp/x --\n1\n")
	for name, builtin := range map[string]bool{"squashfs": true, "sctp": true, "cramfs": false, "usb_storage": false} {
		m := read(h, "kernel_module", name).Value().(KernelModule)
		if m.Builtin != builtin || m.Available || m.Loaded {
			t.Errorf("%s: %+v; want builtin %v", name, m, builtin)
		}
	}
	denied(t, read(h, "kernel_module", "anything"), "builtin")
}

func TestKernelModuleOfDisk(t *testing.T) {
	r := read(inline(t, "-- etc/modprobe.d/a.conf --\ninstall hfs /bin/false\nblacklist hfs\n"), "kernel_module", "hfs")
	denied(t, r, "available") // no kernel at all
	denied(t, r, "loaded")
	if m := r.Value().(KernelModule); !m.InstallDisabled || !m.Denylisted {
		t.Errorf("hfs of a disk: %+v", m)
	}
	r = read(inline(t, "-- etc/modprobe.d/a.conf deny --\n-- lib/modules/6/modules.builtin --\n-- lib/modules/6/kernel/fs/hfs/hfs.ko.xz --\n"), "kernel_module", "hfs")
	denied(t, r, "install_disabled")
	if m := r.Value().(KernelModule); !m.Available || r.At("available").Err != nil {
		t.Errorf("a tree without modules.dep: %+v, %v", m, r.At("available").Err)
	}
	r = read(inline(t, "-- lib/modules/6/modules.dep deny --\n-- lib/modules/7/modules.dep --\nkernel/fs/hfs/hfs.ko:\n"), "kernel_module", "hfs")
	denied(t, r, "builtin")
	if r.At("available").Err != nil {
		t.Errorf("available in one kernel, the other closed: %v", r.At("available").Err)
	}
	closedBoot := "-- boot/grub2/ deny --\n-- etc/modprobe.d/a.conf --\ninstall hfs /bin/false\n"
	r = read(inline(t, closedBoot), "kernel_module", "hfs")
	denied(t, r, "denylisted") // by the command line, perhaps
	if r.At("install_disabled").Err != nil {
		t.Errorf("disabled by a file, command line closed: %v", r.At("install_disabled").Err)
	}
}

func TestDoesNothing(t *testing.T) {
	for command, want := range map[string]bool{
		"/bin/true": true, "/bin/false # x; y": true, "/usr/bin/false --now": true, "/bin/false; insmod x": false, "/bin/true && x": false, "/sbin/modprobe x": false, "": false,
	} {
		if got := doesNothing(command); got != want {
			t.Errorf("doesNothing(%q) = %v; want %v", command, got, want)
		}
	}
}

func TestModuleOfFile(t *testing.T) {
	got := parseModuleList([]byte("kernel/a-b.ko.zst: kernel/c.ko\nkernel/d.ko\nkernel/e.o\n.ko\nf.ko.bz2\n"))
	if want := map[string]string{"a_b": "kernel/a-b.ko.zst", "d": "kernel/d.ko"}; !reflect.DeepEqual(got, want) {
		t.Errorf("parseModuleList = %v; want %v", got, want)
	}
}

func FuzzModprobe(f *testing.F) {
	f.Add([]byte("install a /bin/false\\\n\nblacklist a\n#\ninstall [ x\n"), "a")
	f.Fuzz(func(t *testing.T, b []byte, name string) {
		var c modprobeConfig
		c.parse("f", b)
		m := KernelModule{Name: moduleName(name)}
		if c.judge(&m, &fact.Notes{}); m.InstallDisabled && len(c.installs) == 0 || m.Denylisted && len(c.denied) == 0 {
			t.Errorf("%+v without a line", m)
		}
		parseModuleList(b)
		parseProcModules(b)
	})
}
