package host

import (
	"reflect"
	"slices"
	"testing"
)

func TestParseAccounts(t *testing.T) {
	users := parsePasswd("p", []byte("root:x:0:0:r:/:/bin/sh\n\n#c:x:1:1\n+nis::::::\nbad:x:one:1:::\nshort:x:1\nbig:x:4294967296:1:::\nlast:x:7:8"))
	if want := []passwdLine{{"root", "p:1", 0, 0, "x", "/", "/bin/sh"}, {"last", "p:8", 7, 8, "x", "", "/bin/sh"}}; !reflect.DeepEqual(users, want) {
		t.Errorf("parsePasswd = %+v; want %+v", users, want)
	}
	groups := parseGroup("g", []byte("docker:x:998:kim, sam,\n-x:x:1:\nadm:x:4\nadm:x:4:\n"))
	if want := []groupLine{{"docker", "g:1", 998, []string{"kim", "sam"}}, {"adm", "g:4", 4, []string{}}}; !reflect.DeepEqual(groups, want) {
		t.Errorf("parseGroup = %+v; want %+v", groups, want)
	}
}

func TestParseNSS(t *testing.T) {
	got := parseNSS("n", []byte("# x\ngroup: files [!UNAVAIL=return] sss # ldap\npasswd:\tcompat\nbroken\n"))
	if !slices.Equal(got.of("group"), []string{"files", "sss"}) || !slices.Equal(got.of("passwd"), []string{"compat"}) || got.of("shadow") != nil {
		t.Errorf("parseNSS = %+v", got.sources)
	}
	if got.origin("group") != "n:2" {
		t.Errorf("origin of group = %q; want n:2", got.origin("group"))
	}
}

// TestVendorAccounts is an image-based system: what the image brings is below
// /usr/lib, and nss-altfiles reads it.
func TestVendorAccounts(t *testing.T) {
	const files = "-- etc/group --\nroot:x:0:\n-- usr/lib/group --\ndocker:x:998:\n-- usr/lib/passwd --\ncore:x:1:998:::\n"
	known(t, inline(t, files), "group", "docker", Group{})
	h := inline(t, files+"-- usr/etc/nsswitch.conf --\ngroup: files altfiles\n")
	r := known(t, h, "group", "docker", Group{true, ptr("docker"), ptr(uint32(998)), []string{"core"}})
	origin(t, r, "members", "/usr/lib/group:1")
}

// TestDirectoryService tells a directory that is in use from one that a
// distribution lists by default.
func TestDirectoryService(t *testing.T) {
	const files = "-- etc/group --\ndocker:x:998:kim\n-- etc/nsswitch.conf --\ngroup: sss files\n"
	known(t, inline(t, files), "group", "docker", Group{true, ptr("docker"), ptr(uint32(998)), []string{"kim"}})
	for _, more := range []string{"-- etc/sssd/sssd.conf 0600 deny --\n", "-- etc/sssd/conf.d/x.conf --\n", "-- etc/sssd/ 0700 deny --\n"} {
		denied(t, read(inline(t, files+more), "group", "docker"), "members")
	}
	denied(t, read(inline(t, "-- etc/nsswitch.conf --\ngroup: files ldap\n"), "group", "docker"), "exists")
}

func FuzzAccounts(f *testing.F) {
	f.Add([]byte("docker:x:998:kim,sam\nkim:x:1:998:::\n"), []byte("group: files [x=y] sss\n"))
	f.Fuzz(func(t *testing.T, b, nss []byte) {
		a := accounts{users: parsePasswd("p", b), groups: parseGroup("g", b), sources: parseNSS("n", nss)}
		for _, g := range a.groups {
			if found, ok := a.find(g.name); !ok || found.name != g.name {
				t.Errorf("group %q is not found by its name", g.name)
			}
			if m := a.members(g); !slices.IsSorted(m) {
				t.Errorf("members %q are not sorted", m)
			}
		}
		_ = a.hiddenBy()
	})
}

func TestParseRelease(t *testing.T) {
	got := parseRelease([]byte("# c\nID=debian\nPRETTY_NAME=\"A \\\"B\\\" \\$\"\nVERSION_ID='12'\nX=\"\nnone\n"))
	want := map[string]string{"ID": "debian", "PRETTY_NAME": `A "B" $`, "VERSION_ID": "12", "X": `"`}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("parseRelease = %q; want %q", got, want)
	}
}

func FuzzRelease(f *testing.F) {
	f.Add([]byte("ID=\"a\\\"\nNAME='b'\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		for key, value := range parseRelease(b) {
			if key == "" || len(value) > len(b) {
				t.Errorf("%q = %q", key, value)
			}
		}
	})
}
