package host

import (
	"strings"
	"testing"
)

func TestBanner(t *testing.T) {
	h := inline(t, `-- etc/os-release --
ID=debian
-- etc/issue --
Debian GNU/Linux 12 \n \l

-- etc/issue.d/a.issue --
Kernel \r on an \m
-- etc/issue.d/not-read --
debian
-- etc/motd --
Authorised users only. debianists too. C:\\system
-- etc/motd.d/x --
(DEBIAN) \S{VARIANT}
-- run/motd.dynamic --
Linux \v
-- etc/issue.net --
 
`)
	known(t, h, "banner", "/etc/issue", Banner{"/etc/issue", true, false, []Reveal{{"debian", "/etc/issue:1"}, {`\m`, "/etc/issue.d/a.issue:1"}, {`\r`, "/etc/issue.d/a.issue:1"}}})
	r := known(t, h, "banner", "/etc/motd", Banner{"/etc/motd", true, false, []Reveal{{`\S`, "/etc/motd.d/x:1"}, {"debian", "/etc/motd.d/x:1"}}})
	if got := r.At("reveal").Remark; !strings.Contains(got, "/run/motd.dynamic:1") {
		t.Errorf("remark %q does not name what scripts show", got)
	}
	known(t, h, "banner", "/etc/issue.net", Banner{"/etc/issue.net", true, true, nil})
	known(t, h, "banner", "/etc/none", Banner{"/etc/none", false, true, nil})
	denied(t, read(inline(t, "-- etc/motd --\nx\n"), "banner", "/etc/motd"), "reveal")
	denied(t, read(inline(t, "-- etc/os-release --\nID=x\n-- etc/motd deny --\n"), "banner", "/etc/motd"), "blank")
}

func FuzzBanner(f *testing.F) {
	f.Add([]byte("Debian \\m \\\\r\n"), "debian")
	f.Fuzz(func(t *testing.T, b []byte, id string) {
		if got := parseBanner("b", b, id); len(got) > 6*(1+strings.Count(string(b), "\n")) {
			t.Errorf("%d reveals", len(got))
		}
	})
}
