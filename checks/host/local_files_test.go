package host

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"scantling/checks/host/rootfs"
)

func TestLocalFiles(t *testing.T) {
	r := known(t, machine(t, "host-disk"), "local_files", "", LocalFiles{
		Seen:                     36,
		WorldWritable:            []string{"/tmp/left"},
		WorldWritableDirectories: []string{"/srv/data/open"},
		Unowned:                  []string{"/srv/data/lost (user 4711)", "/srv/lost/ (group 815)"},
		SetID:                    []SetIDFile{{"/home/kim/suid", "4755", "kim", "kim"}, {"/usr/bin/chage", "2755", "root", "shadow"}, {"/usr/bin/su", "4755", "root", "root"}},
		Privileged:               []string{"/usr/bin/chage", "/usr/bin/su"}, // /home is mounted nosuid
		Skipped: []string{
			"/home/kim/.local/share/containers/storage (containers)", "/mnt/again (also at /)", "/mnt/share (nfs4)", "/proc (proc)",
			"/run/user (sessions)", "/var/lib/docker (containers)",
		},
	})
	if gaps := r.Gaps(""); gaps != nil {
		t.Errorf("gaps = %v; want none", gaps)
	}
	origin(t, r, "unowned", "every file of /, /home, /tmp")
}

// TestLocalFilesUnseen: what was found stands, what was not found may lie where
// the audit could not look.
func TestLocalFilesUnseen(t *testing.T) {
	r := read(inline(t, "-- etc/passwd --\nroot:x:0:0::/root:/bin/sh\n-- etc/group --\nroot:x:0:\n-- srv/x 0666 --\n-- root/ 0700 deny --\n"), "local_files", "")
	if got := r.Value().(LocalFiles).WorldWritable; !slices.Equal(got, []string{"/srv/x"}) || r.At("world_writable").Err != nil {
		t.Errorf("world_writable = %q, %v; want /srv/x", got, r.At("world_writable").Err)
	}
	for _, attr := range []string{"world_writable_directories", "unowned", "setid", "privileged"} {
		denied(t, r, attr)
	}
}

// TestLocalFilesWithoutRoot: on a running machine somebody else would wait for a
// list that cannot be complete.
func TestLocalFilesWithoutRoot(t *testing.T) {
	root, err := rootfs.Open("/")
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	denied(t, read(New(root, WithEUID(1000)), "local_files", ""), "world_writable")
}

func TestLocalFilesOwners(t *testing.T) {
	const lost = "-- srv/x 0644 4711:0 --\n-- etc/group --\nroot:x:0:\n"
	r := read(inline(t, lost+"-- etc/passwd deny --\n"), "local_files", "")
	if err := r.At("unowned").Err; !errors.Is(err, fs.ErrPermission) {
		t.Errorf("unowned without names is unknown for %v; want %v", err, fs.ErrPermission)
	}
	r = read(inline(t, lost+"-- etc/passwd --\nroot:x:0:0::/:/bin/sh\n-- etc/nsswitch.conf --\npasswd: files ldap\n"), "local_files", "")
	denied(t, r, "unowned") // 4711 may be known to the directory
	r = read(inline(t, lost+"-- etc/passwd --\nroot:x:0:0::/:/bin/sh\n-- usr/lib/userdb/4711.user --\n{}\n"), "local_files", "")
	if got := r.Value().(LocalFiles).Unowned; len(got) > 0 || r.At("unowned").Err != nil {
		t.Errorf("unowned = %q, %v; want none: a user record has the id", got, r.At("unowned").Err)
	}
}

// TestLocalFilesMany: the first thousand in order, and how many there are.
func TestLocalFilesMany(t *testing.T) {
	var b strings.Builder
	b.WriteString("-- etc/passwd --\nroot:x:0:0::/root:/bin/sh\n-- etc/group --\nroot:x:0:\n")
	for i := range 3500 {
		fmt.Fprintf(&b, "-- srv/%04d 0666 --\n", 3499-i)
	}
	r := read(inline(t, b.String()), "local_files", "")
	got := r.Value().(LocalFiles).WorldWritable
	if len(got) != keepPaths || got[0] != "/srv/0000" || got[keepPaths-1] != "/srv/0999" {
		t.Errorf("kept %d paths, %q to %q; want the first %d", len(got), got[0], got[len(got)-1], keepPaths)
	}
	if want := "3500 in all, the first 1000 shown"; r.At("world_writable").Remark != want {
		t.Errorf("remark = %q; want %q", r.At("world_writable").Remark, want)
	}
}

// TestLocalFilesBelowMountedRoot: another local file system below a mounted root,
// such as its /boot, is a part of that machine.
func TestLocalFilesBelowMountedRoot(t *testing.T) {
	h := onDisk(t, "etc/passwd", "root:x:0:0::/root:/bin/sh\n", "etc/group", "root:x:0:\n", "boot/x", "", "proc/x", "")
	dir := h.dir
	for target, kind := range map[string]string{dir + "/boot": "tmpfs", dir + "/proc": "proc"} {
		if err := unix.Mount("none", target, kind, 0, ""); errors.Is(err, fs.ErrPermission) {
			t.Skip("mounting needs root")
		} else if err != nil {
			t.Fatal(err)
		}
		defer unix.Unmount(target, unix.MNT_DETACH)
	}
	writeFile(t, dir+"/boot/open", 0o666)
	got := read(h.Host, "local_files", "").Value().(LocalFiles)
	if !slices.Equal(got.WorldWritable, []string{"/boot/open"}) || !slices.Equal(got.Skipped, []string{"/proc (another file system)"}) {
		t.Errorf("world_writable = %q, skipped = %q", got.WorldWritable, got.Skipped)
	}
}

func FuzzParseSubIDs(f *testing.F) {
	f.Add([]byte("kim:100000:65536\n:::\nx:-1:2"))
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, s := range parseSubIDs(b) {
			if s.count > 0 && !s.has(uint32(s.first)) {
				t.Errorf("%+v does not have its first id", s)
			}
		}
	})
}
