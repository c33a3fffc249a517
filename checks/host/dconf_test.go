package host

import (
	"encoding/base64"
	"os"
	"strings"
	"testing"
)

const localProfile = "/etc/dconf/profile/user"

// TestDconf reads databases that dconf itself compiled.
func TestDconf(t *testing.T) {
	profile := ptr(localProfile)
	for _, tt := range []struct {
		key            string
		want           DconfKey
		origin, remark string
	}{
		{"/org/gnome/desktop/session/idle-delay", DconfKey{Exists: true, Value: ptr("600"), Set: true, Locked: true},
			"/etc/dconf/db/local.d/10-later:2", ""}, // of two keyfiles the later name; hidden files are none
		{"/org/gnome/desktop/screensaver/lock-delay", DconfKey{Exists: true, Value: ptr("5"), Set: true, Pending: true},
			"/etc/dconf/db/local", "/etc/dconf/db/local.d/20-late:2 says 0, which is not compiled"},
		{"/org/gnome/desktop/media-handling/automount", DconfKey{Exists: true, Value: ptr("false"), Set: true, Locked: true}, "/etc/dconf/db/local.d/00-screen:8", ""},
		{"/org/gnome/desktop/media-handling/automount-open", DconfKey{Exists: true, Value: ptr("false"), Set: true}, "/etc/dconf/db/local.d/00-screen:9", ""},
		{"/org/gnome/desktop/media-handling/autorun-never", DconfKey{Exists: true, Value: ptr("false")}, "default of schema org.gnome.desktop.media-handling", ""},
		{"/org/gnome/login-screen/banner-message-text", DconfKey{Exists: true, Value: ptr("Authorised use only"), Set: true}, "/etc/dconf/db/local.d/10-later:4", ""},
		{"/org/gnome/none/such", DconfKey{}, localProfile, ""},
	} {
		tt.want.Key, tt.want.Profile = tt.key, profile
		r := known(t, machine(t, "host-desktop"), "dconf", tt.key, tt.want)
		origin(t, r, "value", tt.origin)
		if got := r.At("value").Remark; !strings.Contains(got, tt.remark) || tt.remark == "" && got != "" {
			t.Errorf("%s: remark %q; want %q", tt.key, got, tt.remark)
		}
	}
}

// TestDconfGreeter is Debian's way: the database of the login screen is made at
// each start of GDM, so where it is not there the keyfiles count.
func TestDconfGreeter(t *testing.T) {
	profile := ptr("/usr/share/dconf/profile/gdm")
	r := known(t, machine(t, "host-desktop"), "dconf_gdm", "/org/gnome/login-screen/banner-message-text",
		DconfKey{Key: "/org/gnome/login-screen/banner-message-text", Exists: true, Value: ptr("Authorised use only.\nAll is logged."), Set: true, Profile: profile})
	origin(t, r, "value", "/usr/share/gdm/dconf/90-debian-settings:4")
	known(t, machine(t, "host-desktop"), "dconf_gdm", "/org/gnome/desktop/a11y/keyboard/enable",
		DconfKey{Key: "/org/gnome/desktop/a11y/keyboard/enable", Locked: true, Profile: profile})
}

// TestDconfUnread is about keyfiles that no program ever sees, and databases
// that cannot be read.
func TestDconfUnread(t *testing.T) {
	const key, files = "/a/b", "-- etc/dconf/db/local.d/x --\n[a]\nb=true\n-- etc/dconf/db/local.d/locks/x --\n/a/b\n"
	const profile = "-- etc/dconf/profile/user --\nuser-db:user\nsystem-db:local\n"
	r := known(t, inline(t, files), "dconf", key, DconfKey{Key: key}) // Debian has no profile "user"
	origin(t, r, "value", "no dconf profile user")
	r = known(t, inline(t, profile+files), "dconf", key, DconfKey{Key: key, Pending: true, Profile: ptr(localProfile)})
	if !strings.Contains(r.At("locked").Remark, "not compiled") {
		t.Errorf("an uncompiled lock: remark %q", r.At("locked").Remark)
	}
	known(t, inline(t, "-- etc/dconf/profile/user --\nsystem-db:local\n"), "dconf", key,
		DconfKey{Key: key, Locked: true, Profile: ptr(localProfile)}) // nowhere to write
	for _, bad := range []string{"-- etc/dconf/db/local deny --\n", "-- etc/dconf/db/local --\nGVariant\n", "-- etc/dconf/db/local.d/ deny --\n"} {
		if r := read(inline(t, profile+bad), "dconf", key); r.Err == nil {
			t.Errorf("%s: got %+v; want an error", bad, r.Value())
		}
	}
	if r := read(inline(t, ""), "dconf", "a/b"); r.Err == nil {
		t.Error("a key without its first slash was taken")
	}
}

// TestDconfType is about `idle-delay=900`, which lacks the uint32: programs
// pass it over.
func TestDconfType(t *testing.T) {
	p := dconfProfile{userDB: true, sources: []dconfSource{{values: map[string]dconfValue{"/a": {variant{"i", "900"}, "f:1"}}, locks: map[string]string{}}}}
	got := p.value("/a", -1, dconfValue{variant{"u", "300"}, "schema"}, func(s dconfSource) map[string]dconfValue { return s.values })
	if got.value.text != "300" || !strings.Contains(got.remark, "type i instead of u") {
		t.Errorf("got %+v; want the default and a remark", got)
	}
}

// TestDconfLocks: a lock shuts out the databases above it.
func TestDconfLocks(t *testing.T) {
	of := func(value, lock string) dconfSource {
		s := dconfSource{values: map[string]dconfValue{}, locks: map[string]string{lock: "l"}}
		if value != "" {
			s.values["/a"] = dconfValue{variant{"s", value}, "f"}
		}
		return s
	}
	values := func(s dconfSource) map[string]dconfValue { return s.values }
	locks := func(s dconfSource) map[string]string { return s.locks }
	for want, p := range map[string]dconfProfile{
		"upper": {sources: []dconfSource{of("upper", ""), of("lower", "")}},
		"lower": {sources: []dconfSource{of("upper", "/a"), of("lower", "/a")}},
		"third": {sources: []dconfSource{of("upper", ""), of("", "/a"), of("third", "")}},
	} {
		if got := p.value("/a", p.lockOf("/a", locks), dconfValue{}, values); got.value.text != want {
			t.Errorf("got %q; want %q", got.value.text, want)
		}
	}
}

func TestVariantText(t *testing.T) {
	for in, want := range map[string]variant{
		"uint32 900": {"u", "900"}, "@u 0x10": {"u", "16"}, "900": {"i", "900"}, "true": {"b", "true"}, "boolean false": {"b", "false"},
		`'it\'s\n'`: {"s", "it's\n"}, `"a 'b'"`: {"s", "a 'b'"}, "1.5": {"d", "1.5"}, "['a']": {kind: "["}, "-3": {"i", "-3"}, "@as []": {"as", "[]"},
	} {
		if got, err := parseVariantText(in); err != nil || got != want {
			t.Errorf("parseVariantText(%q) = %q, %v; want %q", in, got, err, want)
		}
	}
	for _, bad := range []string{"", "yes", "'open", `'a\'`, "'a'b'", "uint32 many", "boolean 1", "@ 0"} {
		if got, err := parseVariantText(bad); err == nil {
			t.Errorf("parseVariantText(%q) = %q; want an error", bad, got)
		}
	}
}

func TestGDM(t *testing.T) {
	file := ptr("/etc/gdm3/daemon.conf")
	r := known(t, machine(t, "host-desktop"), "gdm", "", GDM{Exists: true, Program: ptr("/usr/sbin/gdm3"), ConfigFile: file, XDMCPEnable: ptr(true), WaylandEnable: ptr(true)})
	origin(t, r, "xdmcp_enable", "/etc/gdm3/daemon.conf:6")
	known(t, machine(t, "host-debian"), "gdm", "", GDM{})
	const dpkg = "-- var/lib/dpkg/status --\nPackage: gdm3\nStatus: install ok installed\nVersion: 48\n"
	known(t, inline(t, dpkg), "gdm", "", GDM{Exists: true, Package: ptr("gdm3")})
	denied(t, read(inline(t, "-- var/lib/dpkg/status deny --\n"), "gdm", ""), "exists")
	denied(t, read(inline(t, "-- etc/gdm/custom.conf deny --\n"), "gdm", ""), "xdmcp_enable")
}

// database is a compiled database of the recorded desktop.
func database(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile("../../testdata/roots/host-desktop.txtar")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(b), "-- "+name+" base64 --\n")
	text, _, _ := strings.Cut(rest, "-- ")
	out, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(text), ""))
	if err != nil || len(out) == 0 {
		t.Fatal(name, err)
	}
	return out
}

func FuzzGvdb(f *testing.F) {
	f.Add(database(f, "etc/dconf/db/local"), "/org/gnome/desktop/session/idle-delay")
	f.Add(database(f, "usr/share/glib-2.0/schemas/gschemas.compiled"), "org.gnome.desktop.session")
	f.Fuzz(func(t *testing.T, b []byte, name string) {
		s := dconfSource{}
		_ = s.decode(b)
		db, root, err := parseGvdb(b)
		if err != nil {
			return
		}
		sub, _ := db.sub(root, name)
		for _, item := range sub {
			_, _ = decodeDefault(item.data, db.order)
		}
	})
}

func FuzzVariantText(f *testing.F) {
	f.Add("uint32 900")
	f.Add(`'a\'b'`)
	f.Fuzz(func(t *testing.T, s string) {
		if v, err := parseVariantText(s); err == nil && v.kind == "" {
			t.Errorf("parseVariantText(%q) has no type", s)
		}
	})
}
