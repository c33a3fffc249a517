package host

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

const sudo = "-- usr/bin/sudo --\n-- etc/nsswitch.conf --\nsudoers: files\n-- etc/os-release --\nID=debian\n-- etc/sudoers --\n"

func TestSudoersSettings(t *testing.T) {
	for name, tt := range map[string]struct{ root, attr, want, origin string }{
		"nothing set":               {"", "use_pty", "null", "not set in /etc/sudoers"},
		"set":                       {"# Defaults !use_pty\nDefaults\tuse_pty\n", "use_pty", "true", "/etc/sudoers:2"},
		"the last wins":             {"Defaults use_pty\nDefaults !use_pty\n", "use_pty", "false", "/etc/sudoers:2"},
		"several on one line":       {"Defaults env_reset, !use_pty, logfile = \"/var/log/sudo.log\"\n", "logfile", "/var/log/sudo.log", "/etc/sudoers:1"},
		"continued":                 {"Defaults env_reset, \\\n  use_pty\n", "use_pty", "true", "/etc/sudoers:1"},
		"included":                  {"@includedir /etc/sudoers.d\n-- etc/sudoers.d/90-x --\n\nDefaults use_pty\n", "use_pty", "true", "/etc/sudoers.d/90-x:2"},
		"the older word":            {"#includedir sudoers.d\n-- etc/sudoers.d/x --\nDefaults use_pty\n", "use_pty", "true", "/etc/sudoers.d/x:1"},
		"a name with a dot":         {"@includedir /etc/sudoers.d\n-- etc/sudoers.d/x.bak --\nDefaults use_pty\n", "use_pty", "null", "not set in /etc/sudoers"},
		"a name with a tilde":       {"@includedir /etc/sudoers.d\n-- etc/sudoers.d/x~ --\nDefaults use_pty\n", "use_pty", "null", "not set in /etc/sudoers"},
		"in byte order":             {"@includedir /etc/sudoers.d\n-- etc/sudoers.d/a --\nDefaults !use_pty\n-- etc/sudoers.d/Z --\nDefaults use_pty\n", "use_pty", "false", "/etc/sudoers.d/a:1"},
		"by host name":              {"@include /etc/sudoers.%h\n-- etc/hostname --\nship.example.org\n-- etc/sudoers.ship --\nDefaults use_pty\n", "use_pty", "true", "/etc/sudoers.ship:1"},
		"a missing include":         {"@include /nowhere\nDefaults use_pty\n", "use_pty", "true", "/etc/sudoers:2"},
		"for some is not for all":   {"Defaults:kim use_pty\nDefaults@web use_pty\nDefaults>root use_pty\nDefaults!/bin/ls use_pty\n", "use_pty", "null", "not set in /etc/sudoers"},
		"compiled timeout":          {"", "timestamp_timeout", "15", "compiled-in default of Debian's sudo"},
		"part of a minute":          {"Defaults timestamp_timeout=2.5\n", "timestamp_timeout", "2.5", "/etc/sudoers:1"},
		"never":                     {"Defaults timestamp_timeout=-1\n", "timestamp_timeout", "-1", "/etc/sudoers:1"},
		"negated number":            {"Defaults !timestamp_timeout\n", "timestamp_timeout", "0", "/etc/sudoers:1"},
		"a comment behind":          {"Defaults use_pty # because\n", "use_pty", "true", "/etc/sudoers:1"},
		"another file by sudo.conf": {"-- etc/sudo.conf --\nPlugin sudoers_policy sudoers.so sudoers_file=/srv/sudoers\n-- srv/sudoers --\nDefaults use_pty\n", "use_pty", "true", "/srv/sudoers:1"},
	} {
		r := read(inline(t, sudo+tt.root), "sudoers", "")
		if got := show(t, r, tt.attr); got != tt.want {
			t.Errorf("%s: %s = %q; want %q", name, tt.attr, got, tt.want)
		}
		if got := r.At(tt.attr).Origin; got != tt.origin {
			t.Errorf("%s: origin of %s = %q; want %q", name, tt.attr, got, tt.origin)
		}
		if err := r.At("complete").Err; err != nil {
			t.Errorf("%s: not complete: %v", name, err)
		}
	}
}

func TestSudoersExceptions(t *testing.T) {
	for text, want := range map[string]string{
		"Defaults:kim,robin !authenticate\n":                         "user kim,robin authenticate off",
		"Defaults:kim, robin !authenticate\n":                        "user kim, robin authenticate off",
		"Defaults:kim !use_pty\nDefaults use_pty\n":                  "", // taken back
		"Defaults use_pty\nDefaults:kim !use_pty\n":                  "user kim use_pty off",
		"Defaults!PAGERS !use_pty\nDefaults use_pty\n":               "command PAGERS use_pty off",
		"Defaults>root timestamp_timeout=-1\n":                       "runas root timestamp_timeout -1",
		"Defaults@\"web one\" logfile=/x\n":                          "host \"web one\" logfile",
		"Defaults use_pty\nDefaults!/bin/a\\,b, /bin/c\\ d noexec\n": "command /bin/a\\,b, /bin/c\\ d noexec",
	} {
		r, got := read(inline(t, sudo+text), "sudoers", ""), []string{}
		for _, e := range r.Value().(Sudoers).Exceptions {
			s := e.Scope + " " + e.Name
			if e.Off {
				s += " off"
			} else if e.Number != nil {
				s += fmt.Sprint(" ", *e.Number)
			}
			got = append(got, s)
		}
		if strings.Join(got, "; ") != want {
			t.Errorf("%q: got %q; want %q", text, got, want)
		}
	}
}

func TestSudoersNoPassword(t *testing.T) {
	for text, want := range map[string]string{
		"root ALL=(ALL:ALL) ALL\n":                                                                                  "",
		"%sudo ALL=(ALL) NOPASSWD: ALL\n":                                                                           "%sudo: ALL",
		"#%sudo ALL=(ALL) NOPASSWD: ALL\n":                                                                          "",
		"#1000 ALL=(ALL) NOPASSWD: ALL\n":                                                                           "#1000: ALL",
		"kim ALL = NOPASSWD: /bin/a, /bin/b, PASSWD: /bin/c\n":                                                      "kim: /bin/a; kim: /bin/b",
		"kim ALL = /bin/a, NOPASSWD: /bin/b\n":                                                                      "kim: /bin/b",
		"kim ALL = NOPASSWD : NOEXEC: /bin/b\n":                                                                     "kim: /bin/b",
		"kim, robin web, db = (root) NOPASSWD: /bin/a : mail = /bin/b\n":                                            "kim, robin: /bin/a",
		"kim web = /bin/b : mail = NOPASSWD: /bin/a\n":                                                              "kim: /bin/a",
		"kim ALL = NOPASSWD: !/bin/a, /bin/b\n":                                                                     "kim: /bin/b",
		"kim ALL = CWD=/tmp TIMEOUT=5m NOPASSWD: sha256:abc= /bin/a b\\:c\\,d\n":                                    "kim: sha256:abc= /bin/a b\\:c\\,d",
		"kim ALL = NOPASSWD: /bin/a ^x,y:z$, PASSWD: /bin/c\n":                                                      "kim: /bin/a ^x,y:z$",
		"kim ALL = \\\n  NOPASSWD: \\\n  /bin/a\n":                                                                  "kim: /bin/a",
		"User_Alias ADM = kim : X = robin\nADM ALL=NOPASSWD:SETENV: CMDS\n":                                         "ADM: CMDS",
		"%domain\\ users ALL=(ALL) NOPASSWD: ALL\n":                                                                 "%domain\\ users: ALL",
		"@includedir /etc/sudoers.d\n-- etc/sudoers.d/90-cloud-init-users --\n# x\ndebian ALL=(ALL) NOPASSWD:ALL\n": "debian: ALL",
	} {
		r, got := read(inline(t, sudo+text), "sudoers", ""), []string{}
		for _, rule := range r.Value().(Sudoers).NoPassword {
			got = append(got, rule.Who+": "+rule.Command)
		}
		if strings.Join(got, "; ") != want || r.At("complete").Err != nil {
			t.Errorf("%q: got %q, %v; want %q", text, got, r.At("complete").Err, want)
		}
	}
}

// TestSudoersUnknown is what no file can tell.
func TestSudoersUnknown(t *testing.T) {
	for name, tt := range map[string]struct {
		root    string
		unknown bool
	}{
		"files only":              {sudo, false},
		"ldap":                    {strings.Replace(sudo, "sudoers: files", "sudoers: files ldap", 1), true},
		"sss without sssd":        {strings.Replace(sudo, "sudoers: files", "sudoers: files sss", 1), false},
		"sss":                     {strings.Replace(sudo, "sudoers: files", "sudoers: files sss", 1) + "-- etc/sssd/sssd.conf --\n", true},
		"a line without sense":    {sudo + "kim may do everything\n", true},
		"a setting without sense": {sudo + "Defaults use pty\n", true},
	} {
		r := read(inline(t, tt.root), "sudoers", "")
		if r.Err != nil || (r.At("complete").Err != nil) != tt.unknown {
			t.Errorf("%s: complete is unknown for %v, %v; want %v", name, r.At("complete").Err, r.Err, tt.unknown)
		}
	}
	denied(t, read(inline(t, "-- usr/bin/sudo --\n-- etc/sudoers deny --\n"), "sudoers", ""), "use_pty")
	denied(t, read(inline(t, sudo+"@includedir /etc/sudoers.d\n-- etc/sudoers.d/ deny --\n"), "sudoers", ""), "use_pty")
	denied(t, read(inline(t, sudo+"@includedir /etc/sudoers.d\n-- etc/sudoers.d/a deny --\n"), "sudoers", ""), "no_password")
	if r := read(inline(t, sudo+"@include sudoers\n"), "sudoers", ""); r.Err == nil {
		t.Error("a file that includes itself was read to its end")
	}
	known(t, inline(t, "-- etc/sudoers --\n"), "sudoers", "", Sudoers{}) // removed, and left behind
}

func FuzzParseSudoers(f *testing.F) {
	f.Add([]byte("Defaults:kim !authenticate, x=\"y\"\nkim, %a b = (c) NOPASSWD: /d : e = ^f$, sha224:g /h\n"))
	f.Add([]byte("#include x\\\n@includedir \"y z\"\n#1 ALL=ALL\\"))
	f.Fuzz(func(t *testing.T, b []byte) {
		lines := sudoLines("/f", b)
		if slices.ContainsFunc(lines, func(l sudoLine) bool { return l.text == "" || strings.Contains(l.text, "\n") }) {
			t.Errorf("%q gives %q", b, lines)
		}
		for _, l := range lines {
			sudoInclude(l.text)
			_, _ = parseSudoDefaults(l)
			_, _ = parseSudoRule(l)
		}
	})
}
