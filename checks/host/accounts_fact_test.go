package host

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

const accountFiles = `-- usr/bin/ --
-- bin -> usr/bin --
-- etc/shells --
# a comment
/bin/sh
/usr/bin/bash # and another
/usr/sbin/nologin
-- etc/group --
root:x:0:
wheel:x:0:kim
users:x:100:
users:x:101:
-- etc/passwd --
root:x:0:0:root:/root:/bin/bash
daemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin
toor:$6$salt$hash:0:0::/root:
kim:x:1000:100::/home/kim:/usr/bin/sh
kim:x:1001:100::/home/kim2:/bin/zsh
+::::::
broken line
-- etc/shadow --
root:!$y$j9T$salt$hash:20000:0:99999:7:::
daemon:*:20000:0:99999:7:::
kim:$6$salt$hash:0:1:365:7:30:22000:
gone::20000:0:99999:7:-1::
bad:x:soon::::::
`

func TestAccounts(t *testing.T) {
	h := inline(t, accountFiles)
	h.now = func() time.Time { return time.Date(2026, 1, 2, 0, 0, 0, 0, time.UTC) }
	r := read(h, "accounts", "")
	a, ok := r.Value().(Accounts)
	if !ok {
		t.Fatal(r.Err)
	}
	for what, d := range map[string][2]any{
		"user":     {a.Users[4], User{"kim", 1001, 100, ptr("users"), "/home/kim2", "/bin/zsh", false, true, "/etc/passwd:5"}},
		"merged":   {a.Users[3].LoginShell, true},
		"no shell": {a.Users[2].LoginShell, true},
		"nologin":  {a.Users[1].LoginShell, false},
		"no group": {a.Users[1].Group, (*string)(nil)},
		"locked": {a.Passwords[0], Password{Name: "root", State: "locked with hash", Hashed: true, Algorithm: ptr("yescrypt"), LastChange: ptr(20000), MinDays: ptr(0),
			MaxDays: ptr(99999), WarnDays: ptr(7), UID: ptr(uint32(0)), Shell: ptr("/bin/bash"), LoginShell: ptr(true), Origin: "/etc/shadow:1"}},
		"in passwd": {a.Passwords[2].State + a.Passwords[2].Origin, "set/etc/passwd:3"},
		"orphan":    {a.Passwords[5], Password{Name: "gone", State: "empty", LastChange: ptr(20000), MinDays: ptr(0), MaxDays: ptr(99999), WarnDays: ptr(7), Origin: "/etc/shadow:4"}},
		"shared": {slices.Concat(a.SharedUsers, a.SharedGroups), []SharedKey{
			{"uid", "0", []string{"root (/etc/passwd:1)", "toor (/etc/passwd:3)"}},
			{"user name", "kim", []string{"kim (/etc/passwd:4)", "kim (/etc/passwd:5)"}},
			{"gid", "0", []string{"root (/etc/group:1)", "wheel (/etc/group:2)"}},
			{"group name", "users", []string{"users (/etc/group:3)", "users (/etc/group:4)"}},
		}},
		"shadow": {a.BadShadow, []BadLine{{"/etc/shadow:5", "no number in a field of days"}}},
		"today":  {a.Today, 20455},
	} {
		if diff := cmp.Diff(d[0], d[1]); diff != "" {
			t.Errorf("%s: -got +want\n%s", what, diff)
		}
	}
	if len(a.Malformed) != 2 || !strings.Contains(a.Malformed[0].Why, "NIS") || a.Malformed[1].Origin != "/etc/passwd:7" {
		t.Errorf("malformed = %+v; want the line of NIS and the broken one", a.Malformed)
	}
	origin(t, r, "users[3].uid", "/etc/passwd:4")
}

func TestAccountsUnknown(t *testing.T) {
	h := inline(t, "-- etc/passwd --\nkim:x:1000:100::/home/kim:/bin/sh\n-- etc/shadow 0640 0:42 deny --\n-- etc/shells deny --\n-- etc/nsswitch.conf --\npasswd: files ldap\n")
	r := read(h, "accounts", "")
	denied(t, r, "passwords")
	denied(t, r, "users[0].login_shell")
	denied(t, r, "users[0].group") // a directory service may have it
	if r.At("users").Err != nil || !strings.Contains(r.At("users").Remark, "ldap") {
		t.Errorf("users: %+v; want them known, and that some come from ldap", r.At("users"))
	}
	r = read(inline(t, "-- etc/passwd --\nkim:x:1000:100::/home/kim:/bin/sh\n"), "accounts", "")
	if a := r.Value().(Accounts); a.Passwords[0].State != "none" || r.At("passwords").Remark == "" {
		t.Errorf("without shadow: %+v", a.Passwords)
	}
}

func TestPasswordState(t *testing.T) {
	for field, want := range map[string]string{
		"": "empty", "*": "locked", "!": "locked", "!!": "locked", "!*": "locked", "x": "locked", "*LK*": "locked", "NP": "locked",
		"$y$j9T$a$b": "set yescrypt", "$6$a$b": "set sha512crypt", "$2b$05$abc": "set bcrypt", "_J9..CCCCXBrJUJV154M": "set bsdicrypt",
		"abJnggxhB/yWI": "set descrypt", "!$6$a$b": "locked with hash sha512crypt", "!!abJnggxhB/yWI": "locked with hash descrypt",
		"$1$a$b": "set md5crypt", "$gy$a$b": "set gost-yescrypt", "$argon2id$a$b": "set argon2id",
	} {
		state, algorithm := passwordState(field)
		if got := strings.TrimSpace(state + " " + deref(algorithm)); got != want {
			t.Errorf("passwordState(%q) = %q; want %q", field, got, want)
		}
	}
}

func TestShells(t *testing.T) {
	r := known(t, inline(t, accountFiles), "shells", "", Shells{true, []Shell{{"/bin/sh", true, "/etc/shells:2"}, {"/usr/bin/bash", true, "/etc/shells:3"}, {"/usr/sbin/nologin", false, "/etc/shells:4"}}})
	origin(t, r, "listed", "/etc/shells")
	known(t, inline(t, ""), "shells", "", Shells{false, []Shell{{"/bin/sh", true, "/etc/shells:1"}, {"/bin/csh", true, "/etc/shells:2"}}})
}

func TestLoginDefs(t *testing.T) {
	h := inline(t, "-- etc/login.defs --\n# PASS_MAX_DAYS 1\nPASS_MAX_DAYS\t99999\n  PASS_MAX_DAYS 0x16D\nPASS_MIN_DAYS 1 # one\nUMASK \"027\"\nENCRYPT_METHOD yescrypt  \nUID_MIN\n")
	r := known(t, h, "login_defs", "", LoginDefs{Exists: true, PassMaxDays: ptr(365), EncryptMethod: ptr("yescrypt"), Umask: ptr("0027"), UIDMin: 1000})
	origin(t, r, "pass_max_days", "/etc/login.defs:3")
	origin(t, r, "pass_warn_age", "not set in /etc/login.defs")
	if got := r.At("pass_min_days").Remark; !strings.Contains(got, "no number") {
		t.Errorf("a comment behind a number: remark %q", got)
	}
	r = known(t, inline(t, "-- usr/etc/login.defs --\nPASS_WARN_AGE 7\n"), "login_defs", "", LoginDefs{Exists: true, PassWarnAge: ptr(7), UIDMin: 1000})
	origin(t, r, "pass_warn_age", "/usr/etc/login.defs:1")
	denied(t, read(inline(t, "-- etc/login.defs deny --\n"), "login_defs", ""), "uid_min")
}

func TestUseradd(t *testing.T) {
	h := inline(t, "-- etc/default/useradd --\n# INACTIVE=1\nINACTIVE=30\nSHELL=/bin/sh\nINACTIVE=-1\n")
	r := known(t, h, "useradd", "", Useradd{true, ptr(-1), ptr("/bin/sh")})
	origin(t, r, "inactive", "/etc/default/useradd:4")
	known(t, inline(t, ""), "useradd", "", Useradd{})
}

func FuzzShadow(f *testing.F) {
	f.Add([]byte("root:!$y$a$b:1:2:3:4:5:6:\nkim::\n+::\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, l := range parseShadow("s", b) {
			if state, algorithm := passwordState(l.password); (algorithm == nil) != (state == "empty" || state == "locked") {
				t.Errorf("%q: %s without a matching algorithm", l.password, state)
			}
		}
		_ = badLines("s", b, shadowFault)
	})
}

func FuzzLoginDefs(f *testing.F) {
	f.Add([]byte("PASS_MAX_DAYS 1\nX \"y\" z\n#\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		d := parseLoginDefs("l", b)
		if !reflect.DeepEqual(len(d.values), len(d.origin)) {
			t.Errorf("%d values of %d lines", len(d.values), len(d.origin))
		}
		for _, s := range parseShells("s", b) {
			if s.Path[0] != '/' {
				t.Errorf("shell %q", s.Path)
			}
		}
	})
}

func TestLibuser(t *testing.T) {
	h := inline(t, "-- etc/libuser.conf --\n[import]\ncrypt_style = des\n[defaults]\n# crypt_style = md5\ncrypt_style = sha512\n")
	r := known(t, h, "libuser", "", Libuser{true, ptr("sha512")})
	origin(t, r, "crypt_style", "/etc/libuser.conf:5")
	known(t, inline(t, ""), "libuser", "", Libuser{})
}
