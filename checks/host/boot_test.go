package host

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

// What grub-mkconfig of Debian 12 writes, shortened by hand.
const debianGrub = `-- proc/sys/kernel/osrelease --
6.1.0
-- proc/cmdline --
BOOT_IMAGE=/boot/vmlinuz-6.1 root=UUID=1 ro quiet audit=0 audit=1 dm="a b" ipmi.password=x -- --audit=9
-- etc/default/grub --
GRUB_CMDLINE_LINUX_DEFAULT="quiet"
GRUB_CMDLINE_LINUX="apparmor=1"
-- etc/default/grub.d/10-audit.cfg --
GRUB_CMDLINE_LINUX="$GRUB_CMDLINE_LINUX audit=1"
-- boot/grub/grubenv --
# GRUB Environment Block
#########
-- boot/grub/custom.cfg --
set superusers="kim"
password_pbkdf2 kim grub.pbkdf2.sha512.10000.AA.BB
password robin plain
menuentry 'Mine' { linux /x }
-- boot/grub/grub.cfg --
### BEGIN /etc/grub.d/00_header ###
if [ "${next_entry}" ] ; then
   set default="${next_entry}"
fi
set superusers="root"
### BEGIN /etc/grub.d/10_linux ###
menuentry 'Debian GNU/Linux' --class debian $menuentry_id_option 'gnulinux-simple-1' {
	insmod ext2
	linux	/boot/vmlinuz-6.1 root=UUID=1 ro  quiet audit=1 $vt_handoff
	initrd	/boot/initrd.img-6.1
}
submenu 'Advanced options' $menuentry_id_option 'x' {
	menuentry 'Debian GNU/Linux, with Linux 6.1 (recovery mode)' --unrestricted {
		linux	/boot/vmlinuz-6.1 root=UUID=1 ro single
	}
	menuentry 'With the Xen hypervisor' {
		multiboot2	/boot/xen.gz placeholder
		module2	/boot/vmlinuz-6.1 placeholder root=UUID=1 ro
		module2	--nounzip /boot/initrd.img-6.1
	}
}
### BEGIN /etc/grub.d/20_memtest86+ ###
menuentry 'Memory test' {
	linux	/boot/memtest86+x64.efi
}
### BEGIN /etc/grub.d/30_os-prober ###
menuentry 'Other system' {
	linux /boot/vmlinuz-5 ro
}
### END /etc/grub.d/30_os-prober ###
### BEGIN /etc/grub.d/41_custom ###
if [ -f  ${config_directory}/custom.cfg ]; then
  source ${config_directory}/custom.cfg
elif [ -z "${config_directory}" -a -f  $prefix/custom.cfg ]; then
  source $prefix/custom.cfg
fi
-- boot/efi/EFI/debian/grub.cfg --
search.fs_uuid 1 root
set prefix=($root)'/boot/grub'
configfile $prefix/grub.cfg
`

func TestBootDebian(t *testing.T) {
	r := read(inline(t, debianGrub), "boot", "")
	b := r.Value().(Boot)
	var got []string
	for _, e := range b.Entries {
		got = append(got, e.Title+" "+e.Kernel+" "+e.Origin+" "+e.Args["audit"]+map[bool]string{true: " recovery"}[e.Recovery])
	}
	want := []string{
		"Debian GNU/Linux /boot/vmlinuz-6.1 /boot/grub/grub.cfg:9 1",
		"Debian GNU/Linux, with Linux 6.1 (recovery mode) /boot/vmlinuz-6.1 /boot/grub/grub.cfg:14  recovery",
		"With the Xen hypervisor /boot/vmlinuz-6.1 /boot/grub/grub.cfg:18 ",
	}
	if !slices.Equal(got, want) {
		t.Errorf("entries:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	files := []string{"/boot/grub/grubenv", "/boot/grub/grub.cfg", "/boot/grub/custom.cfg", "/boot/efi/EFI/debian/grub.cfg"}
	if !b.Exists || deref(b.Loader) != "grub" || !slices.Equal(b.Files, files) {
		t.Errorf("loader %q, files %q; want grub, %q", deref(b.Loader), b.Files, files)
	}
	if deref(b.Password) != "pbkdf2" || !slices.Equal(b.Superusers, []string{"kim"}) {
		t.Errorf("password %q of %q; want pbkdf2 of kim", deref(b.Password), b.Superusers)
	}
	origin(t, r, "password", "/boot/grub/custom.cfg:2")
	if b.Args["audit"] != "1" || b.Args["dm"] != "a b" || b.Args["ipmi.password"] != "(hidden)" || b.Args["quiet"] != "" || len(b.Args) != 7 {
		t.Errorf("args: %q", b.Args)
	}
	if b.Defaults["apparmor"] != "1" || b.Defaults["audit"] != "1" || deref(b.DefaultsAt) != "/etc/default/grub.d/10-audit.cfg:1" {
		t.Errorf("defaults: %q at %s", b.Defaults, deref(b.DefaultsAt))
	}
}

// What RHEL 9 has, made by hand: entries as single files, and a password that
// grub.cfg takes from user.cfg.
const rhelGrub = `-- boot/grub2/grub.cfg --
if [ -f ${prefix}/user.cfg ]; then
  source ${prefix}/user.cfg
  if [ -n "${GRUB2_PASSWORD}" ]; then
    set superusers="root"
    export superusers
    password_pbkdf2 root ${GRUB2_PASSWORD}
  fi
fi
insmod blscfg
blscfg
-- boot/grub2/grubenv --
# GRUB Environment Block
kernelopts=root=/dev/vda1 ro audit=1
######
-- boot/loader/entries/a-5.14.conf --
title Red Hat Enterprise Linux (5.14) 9.4
version 5.14
linux /vmlinuz-5.14
initrd /initramfs-5.14.img $tuned_initrd
options root=/dev/vda1 ro audit=1
options audit_backlog_limit=8192 $tuned_params
grub_users $grub_users
-- boot/loader/entries/a-0-rescue.conf --
title Red Hat Enterprise Linux (0-rescue-a) 9.4
linux /vmlinuz-0-rescue
options	$kernelopts
`

func TestBootRHEL(t *testing.T) {
	r := read(inline(t, rhelGrub), "boot", "")
	b := r.Value().(Boot)
	if len(b.Entries) != 2 || !b.Entries[0].Recovery || b.Entries[0].Args["audit"] != "1" || b.Entries[1].Args["audit_backlog_limit"] != "8192" || b.Entries[1].Recovery {
		t.Errorf("entries: %+v", b.Entries)
	}
	if b.Password != nil || b.Superusers != nil {
		t.Errorf("password %q of %q, without user.cfg", deref(b.Password), b.Superusers)
	}
	denied(t, r, "args")
	with := rhelGrub + "-- boot/grub2/user.cfg --\nGRUB2_PASSWORD=grub.pbkdf2.sha512.10000.AA.BB\n"
	r = read(inline(t, with), "boot", "")
	if b := r.Value().(Boot); deref(b.Password) != "pbkdf2" || !slices.Contains(b.Files, "/boot/grub2/user.cfg") {
		t.Errorf("password %q, files %q; want pbkdf2 from user.cfg", deref(b.Password), b.Files)
	}
	closed := rhelGrub + "-- boot/grub2/user.cfg deny --\n"
	denied(t, read(inline(t, closed), "boot", ""), "password")
	denied(t, read(inline(t, strings.Replace(rhelGrub, "a-5.14.conf", "a-5.14.conf deny", 1)), "boot", ""), "entries")
	denied(t, read(inline(t, "-- boot/grub2/ deny --\n"), "boot", ""), "exists")
}

func TestBootOthers(t *testing.T) {
	const bls = "-- efi/loader/loader.conf --\n-- efi/loader/entries/a.conf --\nlinux /a\noptions ro quiet\n"
	for _, tt := range []struct {
		name, root, loader string
		entries            int
		known              bool
	}{
		{"systemd-boot", bls, "systemd-boot", 1, true},
		{"no blscfg in grub.cfg", "-- boot/grub/grub.cfg --\nlinux /a\n-- boot/loader/entries/b.conf --\nlinux /b\n", "grub", 1, true},
		{"unified image", bls + "-- efi/EFI/Linux/a.efi size=60M --\n", "systemd-boot", 1, false},
		{"direct kernel", "-- boot/ --\n", "", 0, true},
		{"boot not mounted", "-- etc/fstab --\nUUID=1 /boot ext4 defaults\n", "", 0, false},
	} {
		r := read(inline(t, tt.root), "boot", "")
		b := r.Value().(Boot)
		if b.Exists != (tt.loader != "") || deref(b.Loader) != tt.loader || len(b.Entries) != tt.entries || (r.At("entries").Err == nil) != tt.known {
			t.Errorf("%s: %+v, unknown for %v", tt.name, b, r.At("entries").Err)
		}
	}
	denied(t, read(inline(t, "-- etc/fstab --\nUUID=1 /boot ext4 defaults\n"), "boot", ""), "exists")
}

func TestKernelWords(t *testing.T) {
	for in, want := range map[string][]string{
		"a  b=\"c d\" \"e=f g\"\n": {"a", "b=c d", "e=f g"},
		"a -- b":                   {"a"},
		"":                         nil,
	} {
		if got := kernelWords(in); !reflect.DeepEqual(got, want) {
			t.Errorf("kernelWords(%q) = %q; want %q", in, got, want)
		}
	}
}

func FuzzBoot(f *testing.F) {
	f.Add([]byte("menuentry 'a' {\n linux /v a=\"b c\" $x\n}\nset x=a\\ b\nsource /f\n"))
	f.Add([]byte("title x\nlinux /v\noptions $kernelopts '\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		p := &grubParser{read: func(string) ([]byte, bool) { return b, true }, env: parseGrubenv(b), sets: map[string]string{}, seen: map[string]bool{}}
		p.parse("/f", b)
		e, ok := parseBLS("/e", b, p.value)
		for _, e := range append(p.entries, e) {
			if ok && len(e.Args) > len(e.words) {
				t.Errorf("more arguments than words: %q, %q", e.Args, e.words)
			}
		}
	})
}
