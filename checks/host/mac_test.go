package host

import (
	"reflect"
	"regexp"
	"strings"
	"testing"
)

// confined is a machine with AppArmor: one daemon was started before its
// profile was loaded, a kernel thread has no program.
const confined = "-- proc/sys/kernel/osrelease --\n6.1\n-- sys/module/apparmor/parameters/enabled --\nY\n" +
	"-- sys/kernel/security/apparmor/profiles --\n/usr/sbin/cupsd (enforce)\n/usr/sbin/cupsd//third party (complain)\nping (complain)\nsteam (unconfined)\n" +
	"-- sys/kernel/security/apparmor/policy/profiles/usr.sbin.cupsd.1/name --\n/usr/sbin/cupsd\n" +
	"-- sys/kernel/security/apparmor/policy/profiles/ping.2/name --\nping\n" +
	"-- sys/kernel/security/apparmor/policy/profiles/ping.2/attach --\n/{usr/,}bin/{,iputils-}ping\n" +
	"-- proc/1/attr/apparmor/current --\nunconfined\n-- proc/1/exe -> /usr/lib/systemd/systemd --\n" +
	"-- proc/2/attr/apparmor/current --\nunconfined\n" +
	"-- proc/40/attr/apparmor/current --\n/usr/sbin/cupsd (enforce)\n-- proc/40/exe -> /usr/sbin/cupsd --\n" +
	"-- proc/41/attr/apparmor/current --\nunconfined\n-- proc/41/exe -> /usr/bin/iputils-ping --\n-- proc/self/ --\n"

const profileFiles = "-- etc/apparmor.d/bin.ping --\n# a comment {\nabi <abi/3.0>,\ninclude <tunables/global>\nprofile ping /{usr/,}bin/{,iputils-}ping flags=(complain, attach_disconnected) {\n" +
	"  /etc/{hosts,services} r,\n  profile child /x {\n  }\n}\n\n/usr/sbin/cupsd {\n}\n\"/opt/a b/c\" (kill) {\n}\n" +
	"-- etc/apparmor.d/steam --\nprofile steam /usr/{lib/steam/bin_steam.sh,games/steam} flags=(unconfined) {\n  userns,\n}\n" +
	"-- etc/apparmor.d/forced --\nprofile forced /usr/bin/forced flags=(attach_disconnected) {\n}\n" +
	"-- etc/apparmor.d/off --\nprofile off /usr/bin/off {\n}\n-- etc/apparmor.d/old.dpkg-old --\nprofile old /x {\n}\n" +
	"-- etc/apparmor.d/abstractions/base --\n/x r,\n-- etc/apparmor.d/disable/off -> /etc/apparmor.d/off --\n-- etc/apparmor.d/force-complain/forced -> ../forced --\n"

func TestAppArmor(t *testing.T) {
	r := known(t, inline(t, confined+profileFiles), "apparmor", "", AppArmor{
		Enabled:    true,
		Profiles:   []AppArmorProfile{{"/usr/sbin/cupsd", "enforce", nil}, {"/usr/sbin/cupsd//third party", "complain", nil}, {"ping", "complain", nil}, {"steam", "unconfined", nil}},
		Unconfined: []UnconfinedProcess{{41, "/usr/bin/iputils-ping", "ping"}},
		Persisted: []AppArmorProfile{
			{"ping", "complain", ptr("/etc/apparmor.d/bin.ping")}, {"/usr/sbin/cupsd", "enforce", ptr("/etc/apparmor.d/bin.ping")}, {"/opt/a b/c", "kill", ptr("/etc/apparmor.d/bin.ping")},
			{"forced", "complain", ptr("/etc/apparmor.d/forced")}, {"steam", "unconfined", ptr("/etc/apparmor.d/steam")},
		},
	})
	origin(t, r, "persisted[0].mode", "/etc/apparmor.d/bin.ping:4")
	for root, attrs := range map[string]string{
		"-- sys/kernel/security/ deny --\n-- proc/sys/kernel/osrelease --\n6\n": "profiles unconfined",
		profileFiles:                    "profiles unconfined enabled",
		"-- etc/apparmor.d/x deny --\n": "persisted",
		strings.ReplaceAll(confined, "proc/1/", "proc/3/"): "unconfined",
	} {
		for _, attr := range strings.Fields(attrs) {
			denied(t, read(inline(t, root), "apparmor", ""), attr)
		}
	}
	known(t, inline(t, "-- proc/sys/kernel/osrelease --\n6\n"), "apparmor", "", AppArmor{})
	denied(t, read(inline(t, "-- proc/sys/kernel/osrelease --\n6\n-- sys/module/apparmor/parameters/enabled --\nY\n"), "apparmor", ""), "profiles")
}

func TestAARE(t *testing.T) {
	for _, tt := range []struct {
		pattern, path string
		want          bool
	}{
		{"/usr/sbin/cupsd", "/usr/sbin/cupsd", true},
		{"/usr/sbin/cupsd", "/usr/sbin/cupsdx", false},
		{"/usr/lib*/samba/{,samba/}rpcd_{mdssvc,lsad}", "/usr/lib64/samba/samba/rpcd_lsad", true},
		{"/usr/*", "/usr/bin/x", false},
		{"/usr/**", "/usr/bin/x", true},
		{"/a?c", "/a/c", false},
		{"/a[bc-e]+", "/ad+", true},
		{`/a\*`, "/a*", true},
		{`/a\*`, "/ab", false},
		{"/a,b}", "/a,b}", true},
	} {
		got, err := regexp.MatchString(fromAARE(tt.pattern), tt.path)
		if err != nil || got != tt.want {
			t.Errorf("%s on %s = %v, %v; want %v", tt.pattern, tt.path, got, err, tt.want)
		}
	}
}

const enforcing = "-- proc/sys/kernel/osrelease --\n5.14\n-- sys/fs/selinux/enforce --\n1-- etc/selinux/targeted/policy/policy.33 --\nx\n" +
	"-- etc/selinux/config --\n# SELINUX=disabled\nSELINUX=permissive\nSELINUX=enforcing\nSELINUXTYPE=targeted # or mls\n" +
	"-- proc/1/attr/current --\nsystem_u:system_r:init_t:s0\x00\n-- proc/9/attr/current --\nsystem_u:system_r:unconfined_service_t:s0\x00\n-- proc/9/comm --\nagent\n"

func TestSELinux(t *testing.T) {
	targeted := ptr("targeted")
	root := strings.Replace(enforcing, "1-- etc", "1\n-- etc", 1)
	r := known(t, inline(t, root), "selinux", "", SELinux{
		Live: "enforcing", Persisted: "enforcing", LoadedType: targeted, PersistedType: targeted,
		UnconfinedServices: []LabelledProcess{{9, "agent", "system_u:system_r:unconfined_service_t:s0"}},
	})
	origin(t, r, "persisted", "/etc/selinux/config:3")
	known(t, inline(t, "-- proc/sys/kernel/osrelease --\n6\n-- proc/1/attr/current --\n"), "selinux", "", SELinux{Live: "disabled", Persisted: "disabled"})
	r = read(inline(t, "-- etc/selinux/config --\nSELINUX=permissive\n"), "selinux", "")
	for _, attr := range []string{"live", "loaded_type", "unconfined_services"} {
		denied(t, r, attr)
	}
	denied(t, read(inline(t, "-- etc/selinux/config deny --\n"), "selinux", ""), "persisted")
	r = read(inline(t, strings.Replace(root, "=targeted", "=mls", 1)), "selinux", "")
	if got := r.Value().(SELinux); got.LoadedType != nil || deref(got.PersistedType) != "mls" {
		t.Errorf("a type without policy: got %+v", got)
	}
}

const expanded = `# Policy DEFAULT:NO-SHA1 dump
cipher = AES-256-GCM CHACHA20-POLY1305 AES-256-CBC
hash = SHA2-256 SHA3-256
mac = AEAD HMAC-SHA2-256 UMAC-128
sign = ECDSA-SHA2-256
sha1_in_certs = 0
etm = ANY
# Scope-specific properties derived for select backends:
cipher@openssh-server = AES-256-GCM
etm@libssh = DISABLE_ETM
`

func TestCryptoPolicy(t *testing.T) {
	general := []string{"AES-256-GCM", "CHACHA20-POLY1305", "AES-256-CBC"}
	mac := []string{"AEAD", "HMAC-SHA2-256", "UMAC-128"}
	r := read(inline(t, "-- etc/crypto-policies/config --\n# DEFAULT, LEGACY, ...\n\nDEFAULT:NO-SHA1\n-- etc/crypto-policies/state/current --\nDEFAULT\n-- etc/crypto-policies/state/CURRENT.pol --\n"+expanded), "crypto_policy", "")
	got := r.Value().(CryptoPolicy)
	if deref(got.Config) != "DEFAULT:NO-SHA1" || deref(got.Current) != "DEFAULT" || len(got.Settings) != 8 {
		t.Errorf("got %+v", got)
	}
	want := []CryptoSSH{
		{"openssh-server", []string{"AES-256-GCM"}, mac, ptr("ANY")}, {"openssh-client", general, mac, ptr("ANY")}, {"libssh", general, mac, ptr("DISABLE_ETM")},
	}
	if !reflect.DeepEqual(got.SSH, want) {
		t.Errorf("ssh: got %+v; want %+v", got.SSH, want)
	}
	origin(t, r, "settings[5]", "/etc/crypto-policies/state/CURRENT.pol:7")
	if !strings.Contains(r.At("config").Remark, "update-crypto-policies") {
		t.Errorf("a policy that was not applied: remark %q", r.At("config").Remark)
	}
	r = read(inline(t, "-- etc/crypto-policies/ deny --\n"), "crypto_policy", "")
	for _, attr := range []string{"exists", "config", "current", "settings", "ssh"} {
		denied(t, r, attr)
	}
}

func FuzzProfiles(f *testing.F) {
	f.Add("profile ping /{usr/,}bin/ping flags=(complain) {\n}\n", "/bin/ping")
	f.Fuzz(func(t *testing.T, file, exe string) {
		for _, p := range parseProfiles("f", []byte(file)) {
			if p.Name == "" || p.Mode == "" {
				t.Errorf("profile without name or mode in %q", file)
			}
			if at, err := (attachments{}).with(p.Name, p.Name); err == nil {
				at.find(exe)
			}
		}
	})
}

func FuzzCryptoPolicy(f *testing.F) {
	f.Add(expanded)
	f.Fuzz(func(t *testing.T, s string) {
		out, origins := parseCryptoPolicy("f", []byte(s))
		if len(out) != len(origins) {
			t.Errorf("%d settings, %d places", len(out), len(origins))
		}
		sshPolicies(out)
	})
}
