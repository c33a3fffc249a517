package host

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const aptRoot = `
-- etc/apt/sources.list --
# deb http://commented.example/ x y
deb http://packages.example/debian bookworm main contrib # all
deb-src [ arch=amd64 signed-by=/etc/apt/keyrings/a.gpg trusted=yes ] http://src.example/ stable/
deb cdrom:[Debian]/ bookworm main
deb
-- etc/apt/sources.list.d/debian.sources --
Types: deb deb-src
URIs: http://packages.example/debian
 http://mirror.example/debian
Suites: trixie trixie-updates
# between
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg

Types: deb
URIs: https://third.example
Suites: x
Enabled: no
Signed-By:
 -----BEGIN PGP PUBLIC KEY BLOCK-----
 .
 mQ==
 -----END PGP PUBLIC KEY BLOCK-----
-- etc/apt/sources.list.d/passed+over.list --
deb http://x y z
-- etc/apt/sources.list.d/old.list.save --
deb http://x y z
-- etc/apt/trusted.gpg.d/a.gpg --
-- usr/share/keyrings/b.gpg --
`

func TestApt(t *testing.T) {
	r := read(inline(t, aptRoot), "apt", "")
	a, ok := r.Value().(Apt)
	if !ok {
		t.Fatal(r.Err)
	}
	want := []AptSource{
		{File: "/etc/apt/sources.list:2", Enabled: true, Types: []string{"deb"}, URIs: []string{"http://packages.example/debian"}, Suites: []string{"bookworm"}, Components: []string{"main", "contrib"}},
		{File: "/etc/apt/sources.list:3", Enabled: true, Types: []string{"deb-src"}, URIs: []string{"http://src.example/"}, Suites: []string{"stable/"}, Components: []string{}, SignedBy: ptr("/etc/apt/keyrings/a.gpg"), Trusted: true},
		{File: "/etc/apt/sources.list:4", Enabled: true, Types: []string{"deb"}, URIs: []string{"cdrom:[Debian]/"}, Suites: []string{"bookworm"}, Components: []string{"main"}},
		{File: "/etc/apt/sources.list.d/debian.sources:1", Enabled: true, Types: []string{"deb", "deb-src"}, URIs: []string{"http://packages.example/debian", "http://mirror.example/debian"}, Suites: []string{"trixie", "trixie-updates"}, Components: []string{"main"}, SignedBy: ptr("/usr/share/keyrings/debian-archive-keyring.gpg")},
		{File: "/etc/apt/sources.list.d/debian.sources:9", Types: []string{"deb"}, URIs: []string{"https://third.example"}, Suites: []string{"x"}, SignedBy: ptr(keyInFile)},
	}
	if diff := cmp.Diff(a.Sources, want); diff != "" {
		t.Errorf("sources: -got +want\n%s", diff)
	}
	if diff := cmp.Diff(a.Keyrings, []AptKeyring{{"/etc/apt/trusted.gpg.d/a.gpg", true}, {"/usr/share/keyrings/b.gpg", false}}); diff != "" {
		t.Errorf("keyrings: -got +want\n%s", diff)
	}
	origin(t, r, "sources[3].signed_by", "/etc/apt/sources.list.d/debian.sources:1")
	denied(t, read(inline(t, "-- etc/apt/sources.list deny --\n"), "apt", ""), "sources")
	denied(t, read(inline(t, "-- etc/apt/keyrings/ deny --\n"), "apt", ""), "keyrings")
}

func TestAptConf(t *testing.T) {
	for _, tt := range []struct {
		name, root string
		want       AptConf
		origin     string
	}{
		{"nothing set", "", AptConf{Enabled: true}, "built-in default; no file sets APT::Install-Recommends"},
		{"a line", "-- etc/apt/apt.conf.d/90x --\nAPT::Install-Recommends \"false\";\n", AptConf{true, ptr("false"), false}, "/etc/apt/apt.conf.d/90x:1"},
		{"a group, in other letters", "-- etc/apt/apt.conf --\n// x\n/* APT::Install-Recommends 1; */\napt {\n  install-recommends \"0\"; Other { A \"b\"; };\n};\n", AptConf{true, ptr("0"), false}, "/etc/apt/apt.conf:4"},
		{"the main file is read last", "-- etc/apt/apt.conf --\nAPT::Install-Recommends true;\n-- etc/apt/apt.conf.d/zz --\nAPT::Install-Recommends no;\n", AptConf{true, ptr("true"), true}, "/etc/apt/apt.conf:1"},
		{"parts in order of their names", "-- etc/apt/apt.conf.d/10a --\nAPT::Install-Recommends no;\n-- etc/apt/apt.conf.d/20b.conf --\nAPT::Install-Recommends yes;\n-- etc/apt/apt.conf.d/30c.disabled --\nAPT::Install-Recommends no;\n", AptConf{true, ptr("yes"), true}, "/etc/apt/apt.conf.d/20b.conf:1"},
		{"cleared", "-- etc/apt/apt.conf.d/10a --\nAPT::Install-Recommends no;\n#clear APT;\n# a comment\n", AptConf{Enabled: true}, "/etc/apt/apt.conf.d/10a:2"},
		{"the end is missing", "-- etc/apt/apt.conf.d/10a --\nAPT::Install-Recommends \"no", AptConf{Enabled: true}, "built-in default; no file sets APT::Install-Recommends"},
	} {
		r := known(t, inline(t, tt.root), "apt_conf", "APT::Install-Recommends", tt.want)
		origin(t, r, "enabled", tt.origin)
	}
	known(t, inline(t, ""), "apt_conf", "APT::Install-Suggests", AptConf{})
	denied(t, read(inline(t, "-- etc/apt/apt.conf deny --\n"), "apt_conf", "x"), "value")
}

const dnfRoot = `
-- etc/dnf/dnf.conf --
[main]
gpgcheck=1
installonly_limit=3
install_weak_deps = False
-- etc/yum.repos.d/a.repo --
# x
[baseos]
name = Base
baseurl = https://a.example/
 https://b.example/
gpgkey=file:///etc/pki/a file:///etc/pki/b
[extra]
enabled=0
gpgcheck=no
repo_gpgcheck=true
-- etc/yum.repos.d/a.repo.rpmsave --
[never]
gpgcheck=0
`

func TestDnf(t *testing.T) {
	h := inline(t, dnfRoot+"-- var/lib/dpkg/status --\nPackage: x\nStatus: install ok installed\n")
	r := known(t, h, "dnf", "", Dnf{
		Exists: true, File: "/etc/dnf/dnf.conf", Gpgcheck: true,
		Repos: []DnfRepo{
			{ID: "baseos", File: "/etc/yum.repos.d/a.repo:2", Name: "Base", Enabled: true, Gpgcheck: true, Baseurl: []string{"https://a.example/", "https://b.example/"}, Gpgkey: []string{"file:///etc/pki/a", "file:///etc/pki/b"}},
			{ID: "extra", File: "/etc/yum.repos.d/a.repo:7", RepoGpgcheck: true},
		},
	})
	origin(t, r, "gpgcheck", "/etc/dnf/dnf.conf:2")
	origin(t, r, "repo_gpgcheck", "built-in default; not set in /etc/dnf/dnf.conf")
	origin(t, r, "repos[1].gpgcheck", "/etc/yum.repos.d/a.repo:9")
	denied(t, read(inline(t, "-- etc/yum.repos.d/a.repo deny --\n"), "dnf", ""), "repos")
}

func TestRpmKeys(t *testing.T) {
	h := disk(t, map[string][]byte{"var/lib/rpm/rpmdb.sqlite": rpmFile(t, "rpmdb.sqlite")})
	d := read(h, "dnf", "").Value().(Dnf)
	if len(d.Keys) != 1 || !strings.Contains(d.Keys[0], "public key") {
		t.Errorf("keys %q; want the one of the database", d.Keys)
	}
}

func FuzzApt(f *testing.F) {
	f.Add([]byte(aptRoot))
	f.Add([]byte("deb ] x"))
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, s := range append(parseAptList("f", b), parseAptStanzas("f", b)...) {
			if s.File == "" {
				t.Errorf("%+v came from nowhere", s)
			}
		}
	})
}

func FuzzAptConf(f *testing.F) {
	f.Add([]byte("APT { A \"b\"; }; #clear X; /* c */ // d"))
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, s := range parseAptConf("f", b) {
			if s.origin == "" {
				t.Errorf("%+v", s)
			}
		}
	})
}

func FuzzINI(f *testing.F) {
	f.Add([]byte("[a]\nb=c\n d\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, s := range parseINI("f", b) {
			if s.origin == "" {
				t.Errorf("%+v came from nowhere", s)
			}
		}
	})
}

func FuzzDpkg(f *testing.F) {
	f.Add([]byte("Package: a\nStatus: install ok installed\nProvides: b (= 1), c\n\n x\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, i := range parseDpkg("f", b) {
			if i.name == "" {
				t.Errorf("a package without a name: %+v", i)
			}
		}
	})
}
