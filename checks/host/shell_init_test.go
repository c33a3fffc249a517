package host

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// shellFiles has what the shells of the Debian and the Red Hat family read, made
// by hand after theirs.
const shellFiles = `-- etc/passwd --
root:x:0:0:root:/root:/bin/bash
-- etc/login.defs --
ENV_SUPATH PATH=/usr/sbin:/sbin
-- etc/environment --
PATH="/usr/bin:"
-- usr/sbin/ --
-- usr/bin/ --
-- opt/open/ 0777 --
-- opt/java/bin/ 0755 1000:0 --
-- sbin -> usr/sbin --
-- etc/profile --
pathmunge () {
    case ":${PATH}:" in
        *:"$1":*) ;;
        *) if [ "$2" = "after" ] ; then PATH=$PATH:$1; else PATH=$1:$PATH; fi ;;
    esac
}
if [ "$EUID" = "0" ]; then
    pathmunge /usr/sbin
else
    pathmunge /not/roots after
fi
if [ $UID -gt 199 ] && [ "$(id -gn)" = "$(id -un)" ]; then
    umask 002
else
    umask u=rwx,g=rx,o=
fi
[ $(umask) -eq 0 ] && umask 022
for i in /etc/profile.d/*.sh; do [ -r "$i" ] && . "$i"; done
-- etc/profile.d/tmout.sh --
# TMOUT=1
TMOUT=600
readonly TMOUT
declare -x TMOUT
-- etc/profile.d/sub.sh --
(umask 000; PATH=/sub; TMOUT=0)
x=$(umask 000; echo)
umask 000 | cat
umask
umask -S
loose() { umask 000; }
umask "$WANTED"
. /opt/more
-- opt/more --
JAVA=/opt/java
PATH="$JAVA/bin${PATH:+:$PATH}"
-- root/.bashrc --
umask -S 0077
if [ -d /nowhere ]; then PATH=/nowhere:$PATH; fi
export PATH=/opt/open:$ELSEWHERE
PATH+=:~/bin:.
`

func TestShellInit(t *testing.T) {
	r := read(inline(t, shellFiles), "shell_init", "")
	s, ok := r.Value().(ShellInit)
	if !ok {
		t.Fatal(r.Err)
	}
	for what, d := range map[string][2]any{
		"umasks": {s.Umasks, []UmaskLine{
			{ptr("0002"), "umask 002", "/etc/profile:13", true, false},
			{ptr("0027"), "umask u=rwx,g=rx,o=", "/etc/profile:15", true, false},
			{ptr("0022"), "umask 022", "/etc/profile:17", true, false},
			{ptr("0000"), "umask 000", "/etc/profile.d/sub.sh:6", false, true},
			{nil, `umask "$WANTED"`, "/etc/profile.d/sub.sh:7", false, false},
		}},
		"root's": {s.RootUmasks, []UmaskLine{{ptr("0077"), "umask 0077", "/root/.bashrc:1", false, false}}},
		"tmout":  {s.TMOUT, []TimeoutLine{{ptr(600), "/etc/profile.d/tmout.sh:2", false, false}}},
		"flags":  {[]bool{s.Readonly, s.Exported}, []bool{true, true}},
	} {
		if diff := cmp.Diff(d[0], d[1]); diff != "" {
			t.Errorf("%s: -got +want\n%s", what, diff)
		}
	}
	origin(t, r, "tmout_readonly", "/etc/profile.d/tmout.sh:3")
	origin(t, r, "umasks", "/etc/profile:13, /etc/profile:15, /etc/profile:17, /etc/profile.d/sub.sh:6, /etc/profile.d/sub.sh:7")
}

func TestRootPath(t *testing.T) {
	var got []string
	for _, e := range read(inline(t, shellFiles), "shell_init", "").Value().(ShellInit).RootPath {
		words := []string{e.Origin, e.Entry, e.Access}
		if e.Conditional {
			words = append(words, "maybe")
		}
		if !e.Literal {
			words = append(words, "open")
		}
		got = append(got, strings.Join(words, "|"))
	}
	want := []string{
		"/etc/login.defs:1|/usr/sbin|directory, mode 0755, uid 0",
		"/etc/login.defs:1|/sbin|directory, mode 0755, uid 0",
		"/etc/environment:1|/usr/bin|directory, mode 0755, uid 0",
		"/etc/environment:1||not a directory's full name",
		"/etc/profile:8|/usr/sbin|directory, mode 0755, uid 0",
		"/opt/more:2|/opt/java/bin|directory, mode 0755, uid 1000",
		"/root/.bashrc:2|/nowhere|absent|maybe",
		"/root/.bashrc:3|PATH=/opt/open:$ELSEWHERE|not a directory's full name|maybe|open",
		"/root/.bashrc:4|~/bin|not a directory's full name",
		"/root/.bashrc:4|.|not a directory's full name",
	}
	if diff := cmp.Diff(got, want); diff != "" {
		t.Errorf("-got +want\n%s", diff)
	}
}

func TestShellInitUnknown(t *testing.T) {
	r := read(inline(t, "-- etc/profile --\nif\n-- root/ 0700 deny --\n-- root/.bashrc --\n"), "shell_init", "")
	for _, attr := range []string{"umasks", "tmout", "root_path"} {
		if err := r.At(attr).Err; err == nil || !strings.Contains(err.Error(), "/etc/profile:1") {
			t.Errorf("%s with a broken profile: %v; want an error that names the line", attr, err)
		}
	}
	denied(t, r, "root_umasks")
	known(t, inline(t, "-- etc/passwd --\n"), "shell_init", "", ShellInit{})
}

func TestParseUmask(t *testing.T) {
	for in, want := range map[string]string{
		"22": "0022", "0077": "0077", "u=rwx,g=rx,o=": "0027", "a=rx": "0222", "=rwx": "0000", "ug=rwx,o=": "0007",
		"g-w": "", "u=rwx": "", "8": "", "": "", "u=x,g=y,o=": "",
	} {
		if got, ok := parseUmask(in); ok != (want != "") || ok && got != want {
			t.Errorf("parseUmask(%q) = %q, %v; want %q", in, got, ok, want)
		}
	}
}

func TestAsksForRoot(t *testing.T) {
	for cond, want := range map[string]string{
		`[ "$(id -u)" -eq 0 ]`: "root", "[ \"`id -u`\" -eq 0 ]": "root", `[[ $EUID == 0 ]]`: "root", `test "${UID}" = "0"`: "root",
		`[ $UID -ne 0 ]`: "others", `[ $UID -ge 1000 ]`: "others", `[ $UID -lt 200 ]`: "root",
		`[ -d /x ]`: "", `[ $UID -gt 199 ] && true`: "", `! [ $UID -eq 0 ]`: "",
	} {
		w := &shellWalk{host: inline(t, "-- f --\nif "+cond+"; then PATH=/a; else PATH=/b; fi\n"), seen: map[string]bool{}}
		if err := w.read("/f"); err != nil {
			t.Fatal(cond, err)
		}
		got := map[bool]string{true: "", false: "root"}[len(w.path) == 2]
		if len(w.path) == 1 && w.path[0].Entry == "/b" {
			got = "others"
		}
		if got != want {
			t.Errorf("%s: taken as a question for %q; want %q", cond, got, want)
		}
	}
}

func TestPAMUmask(t *testing.T) {
	h := inline(t, "-- etc/pam.d/common-session --\n# session optional pam_umask.so umask=0\nsession optional pam_umask.so silent umask=0027\nsession optional pam_umask.so\n-- etc/pam.d/x -> common-session --\n")
	known(t, h, "pam_umask", "", PAMUmask{true, []PAMUmaskLine{{"0027", "/etc/pam.d/common-session:2"}}})
	known(t, inline(t, ""), "pam_umask", "", PAMUmask{})
}

func FuzzShellInit(f *testing.F) {
	f.Add([]byte("umask 027\nreadonly TMOUT=9\nf() { PATH=$1:$PATH; }\nf /x\nif [ $UID -eq 0 ]; then PATH+=:/y; fi\n"), "umask=027")
	f.Fuzz(func(t *testing.T, b []byte, line string) {
		w := &shellWalk{host: inline(t, ""), seen: map[string]bool{}}
		_ = w.source("fuzz", b)
		for _, u := range w.umasks {
			if u.Value != nil && len(*u.Value) != 4 {
				t.Errorf("umask %q of %q", *u.Value, u.Text)
			}
		}
		for _, e := range w.path {
			if strings.Contains(e.Entry, inherited) && e.Literal {
				t.Errorf("entry %q", e.Entry)
			}
		}
		_ = parsePAMUmask("p", []byte("pam_umask "+line))
	})
}
