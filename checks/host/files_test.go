package host

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const cronFiles = `-- etc/group --
root:x:0:
crontab:x:101:
-- etc/passwd --
root:x:0:0:root:/root:/bin/sh
kim:x:1000:1000::/home/kim:/bin/sh
-- etc/cron.d/.placeholder --
-- etc/cron.d/backup 0664 1000:101 --
-- etc/cron.d/sub/deep --
-- etc/cron.d/gone -> /nowhere --
-- etc/cron.d/away -> ../crontab --
-- etc/crontab 0640 0:101 acl=user:1000:rw-,group:101:r--,mask::r-- --
-- opt/closed/ 0700 deny --
`

func TestFiles(t *testing.T) {
	h := inline(t, cronFiles)
	acl := []ACLGrant{{"user:kim:rw-", "kim", "", "0004"}, {"group:crontab:r--", "", "crontab", "0004"}}
	words := "mode 0640, root:crontab, user:kim:rw-, group:crontab:r--"
	r := known(t, h, "files", "/etc/cron.d/*", Files{Pattern: "/etc/cron.d/*", Exists: true, Found: []FoundFile{
		{"/etc/cron.d/.placeholder", "/etc/cron.d/.placeholder", "file", "0644", 0, 0, "root", "root", nil, "mode 0644, root:root", 0},
		{"/etc/cron.d/away", "/etc/crontab", "file", "0640", 0, 101, "root", "crontab", acl, words, 0},
		{"/etc/cron.d/backup", "/etc/cron.d/backup", "file", "0664", 1000, 101, "kim", "crontab", nil, "mode 0664, kim:crontab", 0},
	}})
	origin(t, r, "found[1].mode", "stat /etc/crontab")
	if got := r.At("exists").Remark; !strings.Contains(got, "/etc/cron.d/gone") {
		t.Errorf("remark %q does not name the link that leads nowhere", got)
	}
	known(t, h, "files", "/etc/cron.allow", Files{Pattern: "/etc/cron.allow"})
	known(t, h, "files", "/none/*/x", Files{Pattern: "/none/*/x"})
	for pattern, want := range map[string][]string{
		"/etc/cron.d":    {"/etc/cron.d"},
		"/etc/cron.d/":   {"/etc/cron.d"},
		"/etc/cron.d/*/": {"/etc/cron.d/sub"},
		"/etc/*/sub/d*":  {"/etc/cron.d/sub/deep"},
		"/etc/[cg]ro*":   {"/etc/crontab", "/etc/group"},
	} {
		var got []string
		for _, f := range read(h, "files", pattern).Value().(Files).Found {
			got = append(got, f.Path)
		}
		slices.Sort(got)
		if diff := cmp.Diff(got, want); diff != "" {
			t.Errorf("files(%q): -got +want\n%s", pattern, diff)
		}
	}
}

func TestFilesUnknown(t *testing.T) {
	h := inline(t, cronFiles)
	denied(t, read(h, "files", "/opt/closed/*"), "found")
	denied(t, read(h, "files", "/opt/closed/x"), "exists")
	for _, bad := range []string{"etc/x", "/etc/[", ""} {
		if r := read(h, "files", bad); r.Err == nil {
			t.Errorf("files(%q) = %+v; want an error", bad, r.Value())
		}
	}
	r := read(inline(t, "-- etc/passwd/ --\n-- etc/group --\ncrontab:x:101:\n-- x 0640 0:101 --\n-- y 0640 7:0 --\n-- z acl=user:7:r-- --\n"), "files", "/?")
	if got := r.Value().(Files).Found[0]; got.Access != "mode 0640, root:crontab" || r.At("found[0].access").Err != nil || r.At("found[0].acl").Err != nil {
		t.Errorf("without /etc/passwd: %+v, %v; want root by its number", got, r.At("found[0].access").Err)
	}
	if r.At("found[1].owner").Err == nil || r.At("found[1].group").Err != nil || r.At("found[2].acl").Err == nil {
		t.Error("without /etc/passwd: only names of users are unknown")
	}
	r = read(inline(t, "-- etc/group 0600 deny --\n-- x 0644 0:7 acl=group:7:r-- --\n"), "files", "/x")
	denied(t, r, "found[0].group")
	if r.At("found[0].gid").Err != nil {
		t.Errorf("gid without readable names: %v; want it known", r.At("found[0].gid").Err)
	}
}
