package host

import "testing"

func TestFamily(t *testing.T) {
	for _, tt := range []struct{ release, family, install string }{
		{"ID=debian", "debian", "apt-get install"},
		{"ID=linuxmint\nID_LIKE=\"ubuntu debian\"", "debian", "apt-get install"},
		{"ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"", "rhel", "dnf install"},
		{"ID=opensuse-leap\nID_LIKE=\"suse opensuse\"", "suse", "zypper install"},
		{"ID=arch", "", "install the package"},
	} {
		a := read(inline(t, "-- etc/os-release --\n"+tt.release+"\n"), "host", "").Value().(About)
		if got := deref(a.OSFamily); got != tt.family || a.Install != tt.install {
			t.Errorf("%q: got family %q, %q; want %q, %q", tt.release, got, a.Install, tt.family, tt.install)
		}
	}
}

func TestOwnKernel(t *testing.T) {
	const kernel = "-- proc/sys/kernel/osrelease --\n6.1.0-26-amd64\n"
	for _, tt := range []struct {
		root string
		want bool
	}{
		{kernel, true},
		{"-- etc/os-release --\nID=debian\n", true}, // a disk
		{kernel + "-- .dockerenv --\n", false},
		{"-- proc/sys/kernel/osrelease --\n5.15.153.1-microsoft-standard-WSL2\n", false},
		{"-- proc/sys/kernel/osrelease --\n4.4.0-19041-Microsoft\n", false},
	} {
		r := read(inline(t, tt.root), "host", "")
		if got := r.Value().(About).OwnKernel; got != tt.want || r.At("own_kernel").Err != nil {
			t.Errorf("own_kernel of %q = %v, %v; want %v", tt.root, got, r.At("own_kernel").Err, tt.want)
		}
	}
	denied(t, read(inline(t, kernel+"-- run/systemd/ 0700 deny --\n"), "host", ""), "own_kernel")
}
