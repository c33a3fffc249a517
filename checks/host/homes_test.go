package host

import (
	"errors"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const homeFiles = `-- etc/shells --
/bin/bash
-- etc/passwd --
root:x:0:0::/root:/bin/bash
daemon:x:1:1::/usr/sbin:/usr/sbin/nologin
kim:x:1000:100::/home/kim:/bin/bash
far:x:1001:100::/net/far:/bin/bash
linked:x:1002:100::/home/linked:/bin/bash
gone:x:1003:100::/home/gone:/bin/bash
-- proc/sys/kernel/osrelease --
6.1
-- proc/1/mountinfo --
27 1 254:1 / / rw - ext4 /dev/vda1 rw
80 27 0:50 / /net rw - nfs4 server:/x rw
-- root/ 0700 --
-- root/.bashrc 0600 --
-- home/linked -> /net/linked --
-- net/ deny --
-- home/kim/ 0750 1000:100 --
-- home/kim/.netrc 0644 1000:100 --
-- home/kim/.ssh/ 0700 1000:100 --
-- home/kim/.rhosts 0600 0:0 --
-- home/kim/plain 0777 --
`

func TestHomes(t *testing.T) {
	r := read(inline(t, homeFiles), "homes", "")
	got, ok := r.Value().(Homes)
	if !ok {
		t.Fatal(r.Err)
	}
	want := Homes{
		Homes: []Home{
			{"root", 0, "/root", true, ptr("directory"), ptr("0700"), ptr(uint32(0)), "/etc/passwd:1"},
			{"kim", 1000, "/home/kim", true, ptr("directory"), ptr("0750"), ptr(uint32(1000)), "/etc/passwd:3"},
			{"gone", 1003, "/home/gone", false, nil, nil, nil, "/etc/passwd:6"},
		},
		Dotfiles: []Dotfile{
			{"root", "/root/.bashrc", ".bashrc", "file", "0600", true, "0:0"},
			{"kim", "/home/kim/.netrc", ".netrc", "file", "0644", true, "1000:100"},
			{"kim", "/home/kim/.rhosts", ".rhosts", "file", "0600", false, "0:0"},
			{"kim", "/home/kim/.ssh", ".ssh", "directory", "0700", true, "1000:100"},
		},
		Skipped: []string{"/net/far of far (on nfs4, /proc/1/mountinfo:2)", "/home/linked of linked (on nfs4, /proc/1/mountinfo:2)"},
	}
	if diff := cmp.Diff(got, want); diff != "" {
		t.Errorf("-got +want\n%s", diff)
	}
	if remark := r.At("dotfiles").Remark; !strings.Contains(remark, "/net/far of far") {
		t.Errorf("remark %q does not name what is left out", remark)
	}
}

func TestHomesUnknown(t *testing.T) {
	const files = "-- etc/shells --\n/bin/sh\n-- etc/passwd --\nroot:x:0:0::/root:/bin/sh\nsam:x:7:7::/home/sam:/bin/sh\n"
	h := inline(t, files+"-- root/ 0700 deny --\n-- home/ 0700 deny --\n-- home/sam/ --\n")
	r := read(h, "homes", "")
	denied(t, r, "dotfiles")
	denied(t, r, "homes[1].exists")
	if r.At("homes[0].exists").Err != nil {
		t.Errorf("a closed home: %v; want it known to exist", r.At("homes[0].exists").Err)
	}
	h = inline(t, "-- etc/passwd --\nloop:x:8:8::/loop/x:/bin/sh\n-- loop -> loop --\n")
	if err := read(h, "homes", "").At("homes[0].exists").Err; !errors.Is(err, syscall.ELOOP) {
		t.Errorf("a loop of links: %v; want %v", err, syscall.ELOOP)
	}
}
