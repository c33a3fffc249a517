package host

import (
	"slices"
	"strings"
	"testing"
)

// aideFiles is a configuration made by hand after Debian's and the Red Hat
// family's.
const aideFiles = `-- etc/hostname --
ship.example
-- etc/aide.conf --
@@define DBDIR /var/lib/aide
database_in=file:@@{DBDIR}/aide.db.gz
Base = p+i+n+u+g
Content = Base+s+b+sha512 - b
All = R+H-m
@@if defined NOTHING
/usr/sbin/auditd All
@@else
/usr/sbin/auditd$ Content+acl
@@endif
@@ifhost ship
/usr/sbin/here Content
@@endif
=/srv/ E+u
!/usr/sbin/gone$ f
/usr/sbin/only d Content
@@include /etc/aide.d ^[a-z]+$ /jail
/opt/with%20blank/a p
/usr/sbin/first p
/usr/sbin/ Base
/ L
-- etc/aide.d/extra --
@@include /etc/aide.d/Nested
-- etc/aide.d/Nested --
/x\\.conf$ u
-- etc/aide.d/Other.txt --
/wrong p
-- var/lib/aide/aide.db.gz --
`

func TestAideRule(t *testing.T) {
	h := inline(t, aideFiles)
	for file, want := range map[string]string{
		"/usr/sbin/auditd":  "acl+g+i+n+p+s+sha512+u", // the branch that holds; b was taken away
		"/usr/sbin/auditd2": "g+i+n+p+u",              // the pattern ends with $
		"/usr/sbin/here":    "g+i+n+p+s+sha512+u",     // this host
		"/usr/sbin/first":   "p",                      // of one directory the first that fits
		"/usr/sbin/only":    "g+i+n+p+u",              // a rule for directories is none for files
		"/usr/sbin/gone":    "",                       // taken away
		"/srv/a":            "u",                      // = with a slash: children,
		"/srv/a/b":          aideL,                    // and not theirs
		"/jail/x.conf":      "u",                      // included with a prefix
		"/jail/xxconf":      aideL,                    // the dot is one
		"/opt/with blank/a": "p",                      //
		"/wrong":            aideL,                    // of a file whose name does not fit
	} {
		r := read(h, "aide_rule", file)
		got, ok := r.Value().(AideRule)
		if !ok || r.At("attributes").Err != nil {
			t.Errorf("%s: %v, %v", file, r.Err, r.At("attributes").Err)
		} else if strings.Join(got.Attributes, "+") != want || got.Selected != (want != "") {
			t.Errorf("%s: %+v; want %s", file, got, want)
		}
	}
	origin(t, read(h, "aide_rule", "/usr/sbin/auditd"), "rule", "/etc/aide.conf:9")
	r := known(t, h, "aide", "", Aide{Exists: true, Config: ptr("/etc/aide.conf"), Database: ptr("/var/lib/aide/aide.db.gz"), DatabaseExists: true})
	origin(t, r, "database", "/etc/aide.conf:2")
	known(t, inline(t, "-- etc/ --\n"), "aide_rule", "/x", AideRule{Path: "/x"})
}

const aideL = "acl+caps+e2fsattrs+ftype+g+i+l+n+p+selinux+u+xattrs"

// TestAidePrograms has what only AIDE itself would learn: what programs print,
// and patterns of another dialect.
func TestAidePrograms(t *testing.T) {
	h := inline(t, `-- etc/aide/aide.conf --
@@x_include /etc/aide/aide.conf.d ^[a-z0-9_]+$
!/var/@@{SET_BY_PROGRAM}/x$
/usr/sbin/auditctl p+sha512
/(?!lib)other p
/ R
-- etc/aide/aide.conf.d/10_names 0755 --
#!/bin/sh
-- etc/aide/aide.conf.d/20_plain --
/usr/bin/plain u
`)
	for _, file := range []string{"/usr/sbin/auditd", "/var/log/x", "/other"} {
		denied(t, read(h, "aide_rule", file), "attributes")
	}
	r := read(h, "aide_rule", "/usr/sbin/auditctl")
	if got := r.Value().(AideRule).Attributes; !slices.Equal(got, []string{"p", "sha512"}) || !strings.Contains(r.At("attributes").Remark, "10_names") {
		t.Errorf("a rule of the file's own directory: %v, remark %q; want it, and the programs named", got, r.At("attributes").Remark)
	}
	if got := read(h, "aide_rule", "/usr/bin/plain").Value().(AideRule).Attributes; !slices.Equal(got, []string{"u"}) {
		t.Errorf("a file that is not executable: %v; want its rule", got)
	}
}

// TestAideTakenAway is what aide --path-check of Debian 13 says, and the older
// meaning of '!'.
func TestAideTakenAway(t *testing.T) {
	for _, tt := range []struct {
		version, rules string
		want           string // selected, gone, unclear
	}{
		{"0.19.1-2", "-/usr/sbin$ 0", "gone"},
		{"0.19.1-2", "-/usr/sb d", "gone"},
		{"0.19.1-2", "-/usr$ f", "selected"},
		{"0.19.1-2", "-/usr/sbin/aurep", "gone"},
		{"0.19.1-2", "!/usr/sbin$ 0", "selected"},
		{"0.19.1-2", "!/usr/sbin/aurep", "gone"},
		{"0.18.3-1", "!/usr/sbin$", "gone"},
		{"", "!/usr/sbin$", "unclear"},
		{"", "!/usr/sbin/aurep", "gone"},
	} {
		root := "-- etc/aide/aide.conf --\n" + tt.rules + "\n/usr/sbin p\n"
		if tt.version != "" {
			root += "-- var/lib/dpkg/status --\nPackage: aide\nStatus: install ok installed\nVersion: " + tt.version + "\n"
		}
		r, got := read(inline(t, root), "aide_rule", "/usr/sbin/aureport"), "gone"
		if r.At("selected").Err != nil || r.Err != nil {
			got = "unclear"
		} else if r.Value().(AideRule).Selected {
			got = "selected"
		}
		if got != tt.want {
			t.Errorf("%s with AIDE %q: %s; want %s", tt.rules, tt.version, got, tt.want)
		}
	}
}

func TestAideFaults(t *testing.T) {
	for _, conf := range []string{"/x nothing\n", "/x\n", "what\n", "@@include /etc/aide.conf\n", "@@include /none\n", "@@if odd\n@@endif\n", "@@do\n"} {
		r := read(inline(t, "-- etc/aide.conf --\n"+conf), "aide_rule", "/x")
		if r.Err == nil || !strings.Contains(r.Err.Error(), "/etc/aide.conf:1") {
			t.Errorf("%q: %v; want an error that names the line", conf, r.Err)
		}
	}
	denied(t, read(inline(t, "-- etc/aide/ 0700 deny --\n"), "aide", ""), "exists")
}

func TestAideJobs(t *testing.T) {
	h := inline(t, `-- etc/crontab --
0 5 * * * root /usr/sbin/aide --check
# 0 5 * * * root /usr/sbin/aide --check
0 5 * * * root echo aide
-- etc/cron.daily/aide 0755 --
nice /usr/share/aide/bin/dailyaidecheck
`)
	if got := read(h, "aide", "").Value().(Aide).Jobs; !slices.Equal(got, []string{"/etc/crontab:1", "/etc/cron.daily/aide:1"}) {
		t.Errorf("jobs = %q", got)
	}
	denied(t, read(inline(t, "-- etc/cron.d/ 0700 deny --\n"), "aide", ""), "jobs")
}

func FuzzAide(f *testing.F) {
	f.Add([]byte("A = p+u-u\n/x f A\n!/y\n=/z/ H\n@@if not defined Q\n/@@{Q}/ R\n@@else\n@@endif\n"), "/x/y")
	f.Fuzz(func(t *testing.T, b []byte, file string) {
		c := aideConf{options: map[string]string{}, origins: map[string]string{}}
		r := aideReader{host: inline(t, ""), conf: &c, variables: map[string]string{}, groups: map[string]aideSet{}}
		if r.lines("fuzz", b) != nil {
			return
		}
		for _, rule := range c.rules {
			if rule.node == "" || rule.node[0] != '/' {
				t.Errorf("node %q of %q", rule.node, rule.text)
			}
		}
		_, _ = c.choose("/" + strings.Trim(file, "/"))
		_ = parseAideJobs("j", b)
	})
}
