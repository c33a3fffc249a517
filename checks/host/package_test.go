package host

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
)

const dpkgRoot = `
-- var/lib/dpkg/status --
Package: auditd
Status: install ok installed
Architecture: amd64
Version: 1:3.0.9-1
Description: User space tools
 Package: not-this-one
 .
 more

Package: ufw
Status: deinstall ok config-files
Architecture: all
Version: 0.36.2-1
Conffiles:
 /etc/ufw/ufw.conf 1

Package: prelink
Status: install ok not-installed
Architecture: amd64

Package: cron
Status: install ok half-configured
Architecture: amd64
Version: 3.0

Package: libc6
Status: install ok installed
Architecture: amd64
Multi-Arch: same
Version: 2.36-9+deb12u10

Package: libc6
Status: install ok triggers-pending
Architecture: i386
Multi-Arch: same
Version: 2.36-9+deb12u9

Package: held
Status: hold ok triggers-awaited
Architecture: amd64
Version: 1

Package: inetutils-telnet
Status: install ok installed
Architecture: amd64
Version: 2:2.4-2
Provides: telnet, telnet-client (= 2), foo:any
`

func TestDpkg(t *testing.T) {
	dpkg := ptr("dpkg")
	for _, tt := range []struct {
		name string
		want Package
	}{
		{"auditd", Package{Name: "auditd", Installed: true, Version: ptr("1:3.0.9-1"), Architectures: []string{"amd64"}, Manager: dpkg}},
		{"not-this-one", Package{Name: "not-this-one"}},
		{"ufw", Package{Name: "ufw"}},         // removed, not purged
		{"prelink", Package{Name: "prelink"}}, // its first word is install
		{"libc6", Package{Name: "libc6", Installed: true, Version: ptr("2.36-9+deb12u9"), Architectures: []string{"amd64", "i386"}, Manager: dpkg}},
		{"held", Package{Name: "held", Installed: true, Version: ptr("1"), Architectures: []string{"amd64"}, Manager: dpkg}},
		{"telnet", Package{Name: "telnet", ProvidedBy: []string{"inetutils-telnet"}}},
		{"foo", Package{Name: "foo", ProvidedBy: []string{"inetutils-telnet"}}},
	} {
		known(t, inline(t, dpkgRoot), "package", tt.name, tt.want)
	}
	r := read(inline(t, dpkgRoot), "package", "auditd")
	origin(t, r, "version", "/var/lib/dpkg/status:1")
	r = read(inline(t, dpkgRoot), "package", "cron")
	denied(t, r, "installed")
	if why := r.At("installed").Err.Error(); why != "dpkg left cron half-configured (/var/lib/dpkg/status:21)" {
		t.Errorf("cron: %s", why)
	}
}

func TestDpkgJournal(t *testing.T) {
	h := inline(t, dpkgRoot+`
-- var/lib/dpkg/updates/0001 --
Package: cron
Status: install ok installed
Architecture: amd64
Version: 3.0

-- var/lib/dpkg/updates/0002 --
Package: auditd
Status: deinstall ok config-files
Architecture: amd64
Version: 1:3.0.9-1

-- var/lib/dpkg/updates/tmp.i --
Package: never
Status: install ok installed
Architecture: amd64
Version: 1
`)
	known(t, h, "package", "auditd", Package{Name: "auditd"})
	known(t, h, "package", "never", Package{Name: "never"})
	r := known(t, h, "package", "cron", Package{Name: "cron", Installed: true, Version: ptr("3.0"), Architectures: []string{"amd64"}, Manager: ptr("dpkg")})
	origin(t, r, "installed", "/var/lib/dpkg/updates/0001:1")
}

func TestDpkgWithoutDpkg(t *testing.T) {
	h := inline(t, `
-- var/lib/dpkg/status.d/base-files --
Package: base-files
Version: 12.4
Architecture: amd64
-- var/lib/dpkg/status.d/base-files.md5sums --
Package: no
`)
	known(t, h, "package", "base-files", Package{Name: "base-files", Installed: true, Version: ptr("12.4"), Architectures: []string{"amd64"}, Manager: ptr("dpkg")})
	known(t, h, "package", "no", Package{Name: "no"})
}

// TestNoPackageDatabase: what cannot be looked up is not absent.
func TestNoPackageDatabase(t *testing.T) {
	for root, why := range map[string]string{
		"":                                      "no package database",
		"-- var/lib/dpkg/status --\n":           "lists no package",
		"-- var/lib/rpm/rpmdb.sqlite --\n":      "unexpected EOF",
		"-- var/lib/dpkg/status type=fifo --\n": "not a regular file",
		"-- var/lib/dpkg/status size=1G --\n":   "larger than 256 MiB",
		"-- var/lib/dpkg/status size=100M --\n": "larger than 64 MiB",
		"-- var/lib/rpm/Packages --\nno\n":      "unexpected EOF",
		"-- usr/lib/sysimage/rpm/Packages.db --\n" + strings.Repeat("x", 99): "not a database as rpm's ndb writes it",
	} {
		if r := read(inline(t, root), "package", "sudo"); r.Err == nil || !strings.Contains(r.Err.Error(), why) {
			t.Errorf("%q: got %v; want %q", root, r.Err, why)
		}
	}
	r := read(inline(t, "-- var/lib/dpkg/status deny --\n"), "package", "sudo")
	if !errors.Is(r.Err, fs.ErrPermission) {
		t.Errorf("closed database: %v; want %v", r.Err, fs.ErrPermission)
	}
}

// TestOnePackageDatabaseClosed: what another database has is known all the same.
func TestOnePackageDatabaseClosed(t *testing.T) {
	h := inline(t, dpkgRoot+"-- var/lib/rpm/rpmdb.sqlite deny --\n")
	if r := read(h, "package", "auditd"); r.Err != nil || !r.Value().(Package).Installed || r.At("installed").Err != nil {
		t.Errorf("auditd: %+v, %v", r.Value(), r.Err)
	}
	denied(t, read(h, "package", "ufw"), "installed")
	denied(t, read(h, "package", "ufw"), "provided_by")
}
