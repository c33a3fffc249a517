package host

import (
	"slices"
	"strings"
	"testing"
)

// Debian's files as its packages and pam-auth-update leave them, without comments.
const (
	debianAuth     = "auth\t[success=1 default=ignore]\tpam_unix.so nullok\nauth\trequisite\t\t\tpam_deny.so\nauth\trequired\t\t\tpam_permit.so\n"
	debianAccount  = "account\t[success=1 new_authtok_reqd=done default=ignore]\tpam_unix.so\naccount\trequisite\tpam_deny.so\naccount\trequired\tpam_permit.so\n"
	debianPassword = "password\t[success=1 default=ignore]\tpam_unix.so obscure yescrypt\npassword\trequisite\tpam_deny.so\npassword\trequired\tpam_permit.so\n"
	debianSession  = "session\t[default=1]\tpam_permit.so\nsession\trequisite\tpam_deny.so\nsession\trequired\tpam_permit.so\nsession\trequired\tpam_unix.so\n"
	debianSu       = "auth sufficient pam_rootok.so\n@include common-auth\n@include common-account\n@include common-session\n"
)

func debianPAM(auth, account, password string) string {
	return "-- etc/pam.d/common-auth --\n# here are the per-package modules (the \"Primary\" block)\n" + auth + "-- etc/pam.d/common-account --\n" + account +
		"-- etc/pam.d/common-password --\n" + password + "-- etc/pam.d/common-session --\n" + debianSession + "-- etc/pam.d/su --\n" + debianSu
}

// rhel is what authselect's profile "local" gives with faillock and pwhistory.
const rhel = `-- etc/pam.d/system-auth -> /etc/authselect/system-auth --
-- etc/pam.d/password-auth -> /etc/authselect/system-auth --
-- etc/authselect/system-auth --
auth        required                                     pam_env.so
auth        required                                     pam_faildelay.so delay=2000000
auth        required                                     pam_faillock.so preauth silent
auth        [default=1 ignore=ignore success=ok]         pam_usertype.so isregular
auth        [default=1 ignore=ignore success=ok]         pam_localuser.so
auth        sufficient                                   pam_unix.so nullok
auth        [default=1 ignore=ignore success=ok]         pam_usertype.so isregular
auth        sufficient                                   pam_sss.so forward_pass
auth        required                                     pam_faillock.so authfail
auth        required                                     pam_deny.so
account     required                                     pam_faillock.so
account     required                                     pam_unix.so
password    requisite                                    pam_pwquality.so
password    [default=1 ignore=ignore success=ok]         pam_localuser.so
password    requisite                                    pam_pwhistory.so use_authtok
password    sufficient                                   pam_unix.so yescrypt shadow nullok use_authtok
password    required                                     pam_deny.so
session     optional                                     pam_keyinit.so revoke
-session    optional                                     pam_systemd.so
session     [success=1 default=ignore]                   pam_succeed_if.so service in crond quiet use_uid
session     required                                     pam_unix.so
-- etc/pam.d/sshd --
auth       substack     password-auth
auth       include      postlogin
account    include      password-auth
password   include      password-auth
session    include      password-auth
-- etc/pam.d/postlogin --
session optional pam_umask.so silent
`

// TestPAMOrder is what the place and the control of a line amount to.
func TestPAMOrder(t *testing.T) {
	const locked = "auth requisite pam_faillock.so preauth\nauth [success=2 default=ignore] pam_unix.so\nauth [default=die] pam_faillock.so authfail\nauth requisite pam_deny.so\nauth required pam_permit.so\n"
	for name, tt := range map[string]struct{ root, service, want string }{
		"stock":                           {debianPAM(debianAuth, debianAccount, debianPassword), "common-auth", ""},
		"locked":                          {debianPAM(locked, debianAccount, debianPassword), "common-auth", "preauth failure"},
		"through an include":              {debianPAM(locked, debianAccount+"account required pam_faillock.so\n", debianPassword), "su", "preauth failure account"},
		"the jump goes past the count":    {debianPAM(strings.Replace(locked, "default=ignore", "default=1", 1), debianAccount, debianPassword), "common-auth", "preauth"},
		"the stack ends before it":        {debianPAM(strings.Replace(locked, "[success=2 default=ignore]", "requisite", 1), debianAccount, debianPassword), "common-auth", "preauth"},
		"asked too late":                  {debianPAM(debianAuth+"auth required pam_faillock.so preauth\n", debianAccount, debianPassword), "common-auth", ""},
		"its refusal is ignored":          {debianPAM(strings.Replace(locked, "requisite pam_faillock", "optional pam_faillock", 1), debianAccount, debianPassword), "common-auth", "failure"},
		"a comment":                       {debianPAM("#auth required pam_faillock.so preauth\n"+debianAuth, debianAccount, debianPassword), "common-auth", ""},
		"required before authfail":        {debianPAM("auth required pam_faillock.so preauth\nauth sufficient pam_unix.so\nauth required pam_faillock.so authfail\n", debianAccount, debianPassword), "common-auth", "preauth failure"},
		"Red Hat":                         {rhel, "system-auth", "preauth failure account pwquality pwhistory"},
		"Red Hat, in a substack":          {rhel, "sshd", "preauth failure account pwquality pwhistory"},
		"quality first":                   {debianPAM(debianAuth, debianAccount, "password requisite pam_pwquality.so retry=3\n"+debianPassword), "common-password", "pwquality"},
		"quality required":                {debianPAM(debianAuth, debianAccount, "password required pam_pwquality.so\n"+debianPassword), "common-password", "pwquality"},
		"quality optional":                {debianPAM(debianAuth, debianAccount, "password optional pam_pwquality.so\n"+debianPassword), "common-password", ""},
		"quality in brackets":             {debianPAM(debianAuth, debianAccount, "password [success=ok default = die] pam_pwquality.so\n"+debianPassword), "common-password", "pwquality"},
		"quality behind":                  {debianPAM(debianAuth, debianAccount, debianPassword+"password required pam_pwquality.so\n"), "common-password", ""},
		"quality jumped over":             {debianPAM(debianAuth, debianAccount, "password [default=1] pam_exec.so\npassword required pam_pwquality.so\n"+debianPassword), "common-password", ""},
		"history":                         {debianPAM(debianAuth, debianAccount, "password requisite pam_pwhistory.so remember=24\n"+debianPassword), "common-password", "pwhistory"},
		"continued, with a full path":     {debianPAM(debianAuth, debianAccount, "password requisite \\ \n /usr/lib/security/pam_pwhistory.so\n"+debianPassword), "common-password", "pwhistory"},
		"an include that is not there":    {"-- etc/pam.d/x --\nauth required pam_faillock.so preauth\nauth include nowhere\nauth sufficient pam_unix.so\nauth required pam_faillock.so authfail\n", "x", "preauth failure"},
		"the vendor's file":               {"-- usr/lib/pam.d/x --\nauth required pam_faillock.so preauth\nauth sufficient pam_unix.so\n", "x", "preauth"},
		"a type that is none, and a jump": {"-- etc/pam.d/x --\nauht required pam_faillock.so preauth\nauth [success=9] pam_unix.so\n", "x", ""},
	} {
		r := read(inline(t, tt.root), "pam", tt.service)
		if r.Err != nil || len(r.Gaps("")) > 0 {
			t.Fatalf("%s: %v, %v", name, r.Err, r.Gaps(""))
		}
		p, got := r.Value().(PAM), []string{}
		for word, on := range map[string]bool{"1preauth": p.FaillockPreauth, "2failure": p.FaillockFailure, "3account": p.FaillockAccount, "4pwquality": p.Pwquality, "5pwhistory": p.Pwhistory} {
			if on {
				got = append(got, word)
			}
		}
		slices.Sort(got)
		for i := range got {
			got[i] = got[i][1:]
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%s: got %q; want %q", name, got, tt.want)
		}
	}
}

func TestPAMService(t *testing.T) {
	h := inline(t, debianPAM(debianAuth, debianAccount, debianPassword))
	r := read(h, "pam", "su")
	p := r.Value().(PAM)
	if got := strings.Join(p.Unix, " "); got != "auth account session" {
		t.Errorf("su asks pam_unix for %s; want auth account session", got)
	}
	if first := p.Modules[1]; first.Origin != "/etc/pam.d/common-auth:2" || first.Module != "pam_unix" || first.Control != "success=1 default=ignore" {
		t.Errorf("second line of su: %+v", first)
	}
	if got := show(t, read(h, "pam", "common-auth"), "managed_by"); got != "pam-auth-update" {
		t.Errorf("common-auth is managed by %s; want pam-auth-update", got)
	}
	if got := show(t, read(inline(t, rhel), "pam", "system-auth"), "managed_by"); got != "authselect" {
		t.Errorf("system-auth is managed by %s; want authselect", got)
	}
	denied(t, read(inline(t, "-- etc/pam.d/su --\n@include common-auth\n-- etc/pam.d/common-auth deny --\n"), "pam", "su"), "unix")
	if r := read(inline(t, "-- etc/pam.d/su --\n@include su\n"), "pam", "su"); r.Err == nil {
		t.Error("a file that includes itself was read to its end")
	}
}

func TestPAMWheel(t *testing.T) {
	for line, want := range map[string]string{
		"auth required pam_wheel.so use_uid group=sugroup": "true true sugroup",
		"auth required pam_wheel.so":                       "true false null",
		"auth sufficient pam_wheel.so group=x":             "false false x",
		"auth required pam_wheel.so deny group=nosu":       "false false null",
		"auth sufficient pam_wheel.so trust":               "false false null",
		"# auth required pam_wheel.so":                     "false false null",
	} {
		root := debianPAM(debianAuth, debianAccount, debianPassword) + "-- etc/pam.d/x --\nauth sufficient pam_rootok.so\n" + line + "\n@include common-auth\n"
		r := read(inline(t, root), "pam", "x")
		got := show(t, r, "wheel_enforced") + " " + show(t, r, "wheel_use_uid") + " " + show(t, r, "wheel_group")
		if got != want {
			t.Errorf("%q: got %s; want %s", line, got, want)
		}
	}
}

// TestPAMOptions is which of argument, file and default counts.
func TestPAMOptions(t *testing.T) {
	const auth = "auth required pam_faillock.so preauth\nauth sufficient pam_unix.so\nauth required pam_faillock.so authfail deny=4\n"
	const password = "password requisite pam_pwquality.so retry=3\npassword requisite pam_pwhistory.so use_authtok\npassword sufficient pam_unix.so sha512 use_authtok\n"
	const status = "-- var/lib/dpkg/status --\nPackage: libpam-modules\nStatus: install ok installed\nArchitecture: amd64\nVersion: "
	base := debianPAM(auth, debianAccount, password)
	for name, tt := range map[string]struct{ root, fact, attr, want, origin string }{
		"default":                    {base, "faillock", "unlock_time", "600", "default of pam_faillock"},
		"weaker of two lines":        {base, "faillock", "deny", "4", "/etc/pam.d/common-auth:4"},
		"file":                       {base + "-- etc/security/faillock.conf --\n# deny = 9\nunlock_time = never # x\n", "faillock", "unlock_time", "0", "/etc/security/faillock.conf:2"},
		"0 failures is no lock":      {base + "-- etc/security/faillock.conf --\ndeny=0\n", "faillock", "deny", "0", "/etc/security/faillock.conf:1"},
		"switch":                     {base + "-- etc/security/faillock.conf --\neven_deny_root\n", "faillock", "even_deny_root", "1", "/etc/security/faillock.conf:1"},
		"not set at all":             {base, "faillock", "root_unlock_time", "null", "default of pam_faillock"},
		"another file":               {strings.Replace(base, "preauth\n", "preauth conf=/srv/f\n", 1) + "-- srv/f --\ndeny = 7\n", "faillock", "deny", "7", "/srv/f:1"},
		"the vendor's file":          {base + "-- usr/etc/security/faillock.conf --\nunlock_time 900\n", "faillock", "fail_interval", "900", "default of pam_faillock"},
		"argument over file":         {base + "-- etc/security/pwquality.conf --\nretry = 9\n", "pwquality", "retry", "3", "/etc/pam.d/common-password:1"},
		"the main file over its .d":  {base + "-- etc/security/pwquality.conf --\nminlen = 8\n-- etc/security/pwquality.conf.d/50.conf --\nminlen = 14\ndifok = 2\n", "pwquality", "minlen", "8", "/etc/security/pwquality.conf:1"},
		"the .d where main is quiet": {base + "-- etc/security/pwquality.conf --\n# minlen = 8\n-- etc/security/pwquality.conf.d/50.conf --\nminlen = 14\n-- etc/security/pwquality.conf.d/60.conf.bak --\nminlen = 1\n", "pwquality", "minlen", "14", "/etc/security/pwquality.conf.d/50.conf:1"},
		"later .d over earlier":      {base + "-- etc/security/pwquality.conf.d/50.conf --\ndifok = 1\n-- etc/security/pwquality.conf.d/60.conf --\ndifok = 4\n", "pwquality", "difok", "4", "/etc/security/pwquality.conf.d/60.conf:1"},
		"the floor of minlen":        {base + "-- etc/security/pwquality.conf --\nminlen=3\n", "pwquality", "minlen", "6", "/etc/security/pwquality.conf:1"},
		"negative credit":            {base + "-- etc/security/pwquality.conf --\ndcredit = -1\n", "pwquality", "dcredit", "-1", "/etc/security/pwquality.conf:1"},
		"dictionary":                 {base, "pwquality", "dictcheck", "1", "default of pam_pwquality"},
		"history in an old release":  {base + status + "1.5.2-6\n-- etc/security/pwhistory.conf --\nremember = 24\n", "pwhistory", "remember", "10", "default of pam_pwhistory"},
		"history in a new release":   {base + status + "1.5.3-5\n-- etc/security/pwhistory.conf --\nremember = 24\nenforce_for_root\n", "pwhistory", "remember", "24", "/etc/security/pwhistory.conf:1"},
		"the module itself tells":    {base + status + "1.5.2-6\n-- usr/lib/x86_64-linux-gnu/security/pam_pwhistory.so --\n\x7fELF /etc/security/pwhistory.conf\n-- etc/security/pwhistory.conf --\nenforce_for_root = no\n", "pwhistory", "enforce_for_root", "1", "/etc/security/pwhistory.conf:1"},
		"use_authtok":                {base, "pwhistory", "use_authtok", "1", "/etc/pam.d/common-password:2"},
		"hash by argument":           {base, "pam_unix", "hash", "sha512", "/etc/pam.d/common-password:3"},
		"hash by login.defs":         {strings.Replace(base, "sha512 ", "", 1) + "-- etc/login.defs --\n#ENCRYPT_METHOD DES\nENCRYPT_METHOD YESCRYPT\nENCRYPT_METHOD MD5\n", "pam_unix", "hash", "yescrypt", "/etc/login.defs:2"},
		"hash by default":            {strings.Replace(base, "sha512 ", "", 1), "pam_unix", "hash", "des", "default of pam_unix"},
		"no nullok":                  {base, "pam_unix", "nullok", "", "/etc/pam.d/common-account:1, /etc/pam.d/common-auth:3, /etc/pam.d/common-password:3, /etc/pam.d/common-session:4"},
		"nullok_secure":              {strings.Replace(base, "pam_unix.so sha512", "pam_unix.so nullok_secure remember=5", 1), "pam_unix", "nullok", "/etc/pam.d/common-password:3", "/etc/pam.d/common-account:1, /etc/pam.d/common-auth:3, /etc/pam.d/common-password:3, /etc/pam.d/common-session:4"},
		"unix that tests itself":     {strings.Replace(base, "sha512 use_authtok", "sha512", 1), "pam_unix", "use_authtok", "false", "/etc/pam.d/common-password:3"},
		"Red Hat": {rhel, "pam_unix", "nullok", "/etc/pam.d/system-auth:6 /etc/pam.d/system-auth:16 /etc/pam.d/password-auth:6 /etc/pam.d/password-auth:16",
			"/etc/pam.d/password-auth:12, /etc/pam.d/password-auth:16, /etc/pam.d/password-auth:21, /etc/pam.d/password-auth:6, /etc/pam.d/system-auth:12, /etc/pam.d/system-auth:16, /etc/pam.d/system-auth:21, /etc/pam.d/system-auth:6"},
	} {
		r := read(inline(t, tt.root), tt.fact, "")
		if got := show(t, r, tt.attr); got != tt.want {
			t.Errorf("%s: %s.%s = %q; want %q", name, tt.fact, tt.attr, got, tt.want)
		}
		if got := r.At(tt.attr).Origin; got != tt.origin {
			t.Errorf("%s: origin of %s = %q; want %q", name, tt.attr, got, tt.origin)
		}
	}
}

// TestPAMUnknown is what must not be taken for a default.
func TestPAMUnknown(t *testing.T) {
	const password = "password requisite pam_pwquality.so minlen=14\npassword requisite pam_pwhistory.so\npassword sufficient pam_unix.so\n"
	base := debianPAM("auth required pam_faillock.so preauth deny=4\nauth sufficient pam_unix.so\n", debianAccount, password)
	for _, tt := range []struct{ root, fact, known, unknown string }{
		{base + "-- etc/security/faillock.conf deny --\n", "faillock", "deny", "unlock_time"},
		{base + "-- etc/security/faillock.conf --\nunlock_time = soon\n", "faillock", "deny", "unlock_time"},
		{base + "-- etc/security/pwquality.conf deny --\n", "pwquality", "minlen", "difok"},
		{base + "-- etc/security/pwquality.conf.d/ deny --\n", "pwquality", "minlen", "difok"},
		{base + "-- etc/security/pwhistory.conf --\nremember = 24\n", "pwhistory", "use_authtok", "remember"}, // of no known release
		{base + "-- etc/login.defs deny --\n", "pam_unix", "nullok", "hash"},
	} {
		r := read(inline(t, tt.root), tt.fact, "")
		if r.Err != nil || r.At(tt.known).Err != nil || r.At(tt.unknown).Err == nil {
			t.Errorf("%s: %v; %s is unknown for %v, %s for %v", tt.fact, r.Err, tt.known, r.At(tt.known).Err, tt.unknown, r.At(tt.unknown).Err)
		}
	}
	for _, name := range []string{"faillock", "pwquality", "pwhistory", "pam_unix"} {
		denied(t, read(inline(t, "-- etc/pam.d/common-auth deny --\n-- etc/pam.d/common-password deny --\n"), name, ""), "exists")
	}
}

func TestAuthselect(t *testing.T) {
	const conf = "-- etc/authselect/authselect.conf --\ncustom/site\nwith-faillock\n-- etc/authselect/custom/site/system-auth --\nauth required pam_faillock.so preauth {include if \"with-faillock\"}\nauth sufficient pam_unix.so {if not \"without-nullok\":nullok}\n-- etc/authselect/custom/site/password-auth -> system-auth --\n"
	known(t, inline(t, rhel+conf), "authselect", "", Authselect{
		Exists: true, Profile: ptr("custom/site"), Features: []string{"with-faillock"}, Dir: ptr("/etc/authselect/custom/site"),
		SystemAuth: []string{"pam_faillock", "pam_unix"}, PasswordAuth: []string{"pam_faillock", "pam_unix"}, Applied: false,
	})
	h := inline(t, "-- etc/authselect/authselect.conf --\nsssd\n-- usr/share/authselect/default/sssd/system-auth --\nauth sufficient pam_unix.so\n")
	if got := show(t, read(h, "authselect", ""), "dir"); got != "/usr/share/authselect/default/sssd" {
		t.Errorf("dir = %s", got)
	}
	denied(t, read(inline(t, conf+"-- etc/authselect/custom/ deny --\n"), "authselect", ""), "system_auth")
}

func FuzzParsePAM(f *testing.F) {
	f.Add([]byte("auth [success=1 default=\\]ignore] pam_unix.so [a b]\n-password substack x \\\n y\n@include z\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		var stack []pamEntry
		for i, l := range parsePAM("/f", b) {
			stack = append(stack, pamEntry{pamLine: l, level: i % 3, sub: i%5 == 0})
		}
		for _, answer := range []string{pamSuccess, pamIgnore, pamRefuse} {
			if asked, _ := runPAM(stack, func(pamEntry) string { return answer }); !slices.IsSorted(asked) {
				t.Errorf("%q: asked in the order %v", b, asked)
			}
		}
		parsePAMConf("/f", b)
		searchKey("/f", b, "KEY")
	})
}
