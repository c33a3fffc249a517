package host

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"scantling/checks/fact"
	"scantling/checks/host/rootfs"
)

const sshd92 = "-- usr/sbin/sshd --\n\x7fELF OpenSSH_9.2p1 Debian-2\n"

// show is one attribute of a reading as text.
func show(t *testing.T, r fact.Reading, attr string) string {
	t.Helper()
	if err := r.At(attr).Err; err != nil {
		return "unknown: " + err.Error()
	}
	v := reflect.ValueOf(r.Value())
	for i := range v.NumField() {
		if f := v.Type().Field(i); or(f.Tag.Get("cty"), fact.Snake(f.Name)) == attr {
			return plain(v.Field(i))
		}
	}
	t.Fatalf("%s has no attribute %s", r.Fact.Name, attr)
	return ""
}

func plain(v reflect.Value) string {
	switch s := v.Interface().(type) {
	case []string:
		return strings.Join(s, " ")
	case string:
		return s
	}
	if v.Kind() == reflect.Pointer && v.IsNil() {
		return "null"
	}
	return strings.Trim(fmt.Sprint(reflect.Indirect(v).Interface()), "{}")
}

// TestSSHDMerge is which of several lines counts.
func TestSSHDMerge(t *testing.T) {
	for name, tt := range map[string]struct{ root, attr, want, origin string }{
		"nothing set":                        {"", "permitrootlogin", "prohibit-password", "compiled-in default of OpenSSH 9.2"},
		"first wins":                         {"PermitRootLogin no\nPermitRootLogin yes\n", "permitrootlogin", "no", "/etc/ssh/sshd_config:1"},
		"case, equals sign, quotes, comment": {"# PermitRootLogin yes\n\tPERMITROOTLOGIN = \"NO\" # never\n", "permitrootlogin", "no", "/etc/ssh/sshd_config:2"},
		"no blank around the equals sign":    {"MaxAuthTries=3\r\n", "maxauthtries", "3", "/etc/ssh/sshd_config:1"},
		"include at the top": {"Include /etc/ssh/sshd_config.d/*.conf\nPermitRootLogin yes\n-- etc/ssh/sshd_config.d/60-x.conf --\nPermitRootLogin yes\n-- etc/ssh/sshd_config.d/50-cloud-init.conf --\nPermitRootLogin no\n",
			"permitrootlogin", "no", "/etc/ssh/sshd_config.d/50-cloud-init.conf:1"},
		"include at the end":                {"UsePAM yes\nInclude sshd_config.d/*.conf\n-- etc/ssh/sshd_config.d/a.conf --\nUsePAM no\n", "usepam", "yes", "/etc/ssh/sshd_config:1"},
		"another suffix is not included":    {"Include sshd_config.d/*.conf\n-- etc/ssh/sshd_config.d/a.conf.bak --\nUsePAM yes\n", "usepam", "no", "compiled-in default of OpenSSH 9.2"},
		"hidden files are not included":     {"Include sshd_config.d/*\n-- etc/ssh/sshd_config.d/.a --\nUsePAM yes\n", "usepam", "no", "compiled-in default of OpenSSH 9.2"},
		"a line behind Match is not global": {"Match User kim\nX11Forwarding yes\n", "x11forwarding", "no", "compiled-in default of OpenSSH 9.2"},
		"Match ends with the included file": {"Include a.conf\nX11Forwarding yes\n-- etc/ssh/a.conf --\nMatch User kim\nX11Forwarding no\n", "x11forwarding", "yes", "/etc/ssh/sshd_config:2"},
		"Match all is stronger":             {"X11Forwarding no\nMatch all\nX11Forwarding yes\n", "x11forwarding", "yes", "/etc/ssh/sshd_config:3"},
		"after Match all":                   {"Match User kim\nX11Forwarding no\nMatch all\nMaxSessions 3\n", "maxsessions", "3", "/etc/ssh/sshd_config:4"},
		"time":                              {"LoginGraceTime 1m30s\n", "logingracetime", "90", "/etc/ssh/sshd_config:1"},
		"startups as one number":            {"MaxStartups 7\n", "maxstartups", "7 30 7", "/etc/ssh/sshd_config:1"},
		"startups":                          {"MaxStartups 10:30:60\n", "maxstartups", "10 30 60", "/etc/ssh/sshd_config:1"},
		"gathered":                          {"AllowUsers kim robin\nAllowUsers sam\n", "allowusers", "kim robin sam", "/etc/ssh/sshd_config:1, /etc/ssh/sshd_config:2"},
		"old word":                          {"PermitRootLogin without-password\n", "permitrootlogin", "prohibit-password", "/etc/ssh/sshd_config:1"},
		"old name":                          {"ChallengeResponseAuthentication no\n", "kbdinteractiveauthentication", "no", "/etc/ssh/sshd_config:1"},
		"list of one's own":                 {"MACs hmac-sha2-256,hmac-sha2-512\n", "macs", "hmac-sha2-256 hmac-sha2-512", "/etc/ssh/sshd_config:1"},
		"list by taking away":               {"Ciphers -aes*-ctr,chacha20*\n", "ciphers", "aes128-gcm@openssh.com aes256-gcm@openssh.com", "/etc/ssh/sshd_config:1"},
		"list by adding":                    {"Ciphers +aes128-cbc,aes256-ctr\n", "ciphers", "chacha20-poly1305@openssh.com aes128-ctr aes192-ctr aes256-ctr aes128-gcm@openssh.com aes256-gcm@openssh.com aes128-cbc", "/etc/ssh/sshd_config:1"},
		"list by putting in front":          {"Ciphers ^aes256-ctr\n", "ciphers", "aes256-ctr chacha20-poly1305@openssh.com aes128-ctr aes192-ctr aes128-gcm@openssh.com aes256-gcm@openssh.com", "/etc/ssh/sshd_config:1"},
		"option of the unit": {"MaxSessions 9\n-- usr/lib/systemd/system/ssh.service --\n[Service]\nEnvironmentFile=-/etc/default/ssh\nExecStart=/usr/sbin/sshd -D $SSHD_OPTS\n-- etc/default/ssh --\nSSHD_OPTS=\"-oMaxSessions=2\"\n",
			"maxsessions", "2", "option of sshd (/etc/default/ssh:1)"},
		"another file":            {"-- usr/lib/systemd/system/sshd.service --\n[Service]\nExecStart=/usr/sbin/sshd -D -f /srv/sshd\n-- srv/sshd --\nUsePAM yes\n", "usepam", "yes", "/srv/sshd:1"},
		"options without a unit":  {"-- etc/sysconfig/sshd --\nOPTIONS='-u0 -4 -o \"MaxSessions 2\"'\n", "maxsessions", "2", "option of sshd (/etc/sysconfig/sshd:1)"},
		"the vendor's file":       {"-- usr/etc/ssh/sshd_config --\nUsePAM yes\n", "usepam", "no", "compiled-in default of OpenSSH 9.2"},
		"the first place":         {"# comment\nInclude sshd_config.d/*.conf\nPort 22\n", "first_place", "/etc/ssh/sshd_config.d/00-hardening.conf", "/etc/ssh/sshd_config"},
		"the first place is late": {"Port 22\nInclude sshd_config.d/*.conf\n", "first_place", "the top of /etc/ssh/sshd_config", "/etc/ssh/sshd_config"},
		"quoted banner":           {"Banner \"/etc/issue.net\" # for all\n-- etc/issue.net --\nKeep out\n", "banner_text", "Keep out\n", "/etc/issue.net"},
	} {
		r := read(inline(t, sshd92+"-- etc/ssh/sshd_config --\n"+tt.root), "sshd", "")
		if got := show(t, r, tt.attr); got != tt.want {
			t.Errorf("%s: %s = %q; want %q", name, tt.attr, got, tt.want)
		}
		if got := r.At(tt.attr).Origin; got != tt.origin {
			t.Errorf("%s: origin of %s = %q; want %q", name, tt.attr, got, tt.origin)
		}
	}
}

// TestSSHDMatch is what holds for some connections only.
func TestSSHDMatch(t *testing.T) {
	const root = sshd92 + `-- etc/ssh/sshd_config --
PermitRootLogin no
Match Address 10.0.0.0/8 User "kim"
	PermitRootLogin yes
	PermitRootLogin no
	MaxAuthTries 9
	Port 23
Match User sam
Include extra.conf
ClientAliveInterval 5m
Match all
	LogLevel quiet
Match Group wheel
	LogLevel verbose
	UnknownThing 1
-- etc/ssh/extra.conf --
Banner none
Match Host *.example.org
X11Forwarding yes
`
	r := read(inline(t, root), "sshd", "")
	want := []SSHDMatch{
		{"Address 10.0.0.0/8 User kim", "permitrootlogin", "yes", nil, "/etc/ssh/sshd_config:3"},
		{"Address 10.0.0.0/8 User kim", "maxauthtries", "9", ptr(int64(9)), "/etc/ssh/sshd_config:5"},
		{"User sam", "banner", "none", nil, "/etc/ssh/extra.conf:1"},
		{"User sam and Host *.example.org", "x11forwarding", "yes", nil, "/etc/ssh/extra.conf:3"},
		{"User sam", "clientaliveinterval", "300", ptr(int64(300)), "/etc/ssh/sshd_config:9"},
	}
	if got := r.Value().(SSHD).Match; !reflect.DeepEqual(got, want) {
		t.Errorf("match:\n got %+v\nwant %+v", got, want)
	}
	if got := show(t, r, "loglevel"); got != "QUIET" {
		t.Errorf("loglevel = %s; want QUIET of Match all", got)
	}
}

// TestSSHDUnknown is what must not be taken for a default.
func TestSSHDUnknown(t *testing.T) {
	for name, tt := range map[string]struct{ root, known, unknown string }{
		"a closed drop-in": {"Ciphers aes256-ctr\nInclude sshd_config.d/*.conf\n-- etc/ssh/sshd_config.d/a.conf deny --\n", "ciphers", "permitrootlogin match macs allowusers"},
		"a closed folder":  {"Include sshd_config.d/*.conf\n-- etc/ssh/sshd_config.d/ deny --\n", "version", "permitrootlogin match files"},
		"below a Match":    {"Match User kim\nInclude sshd_config.d/*.conf\n-- etc/ssh/sshd_config.d/a.conf deny --\n", "permitrootlogin", "match"},
		"a closed options file": {"-- usr/lib/systemd/system/ssh.service --\n[Service]\nEnvironmentFile=/etc/default/ssh\nExecStart=/usr/sbin/sshd -D $SSHD_OPTS\n-- etc/default/ssh deny --\n",
			"exists", "permitrootlogin match ciphers"},
		"a bad value":       {"PermitEmptyPasswords maybe\nMaxAuthTries many\nLoginGraceTime 1x\nMaxStartups 1:2\n", "usepam", "permitemptypasswords maxauthtries logingracetime maxstartups"},
		"a wildcard":        {"HostKeyAlgorithms +ssh-rsa*\n", "ciphers", "hostkeyalgorithms"},
		"an endless quote":  {"Banner \"/etc/issue\n", "usepam", "banner banner_text"},
		"a circle":          {"Include sshd_config\n", "exists", "permitrootlogin"},
		"a closed host key": {"-- etc/ssh/ssh_host_rsa_key deny --\n", "permitrootlogin", "private_keys public_keys"},
		"no main file":      {"-- etc/ssh/sshd_config -> nowhere --\n", "exists", "permitrootlogin"},
	} {
		main := "-- etc/ssh/sshd_config --\n"
		if name == "no main file" {
			main = ""
		}
		r := read(inline(t, sshd92+main+tt.root), "sshd", "")
		if err := r.At(tt.known).Err; err != nil {
			t.Errorf("%s: %s is unknown: %v", name, tt.known, err)
		}
		for attr := range strings.FieldsSeq(tt.unknown) {
			if r.At(attr).Err == nil {
				t.Errorf("%s: %s = %s; want it unknown", name, attr, show(t, r, attr))
			}
		}
	}
}

const kexOf2022 = " curve25519-sha256 curve25519-sha256@libssh.org ecdh-sha2-nistp256 ecdh-sha2-nistp384 ecdh-sha2-nistp521 diffie-hellman-group-exchange-sha256 diffie-hellman-group16-sha512 diffie-hellman-group18-sha512 diffie-hellman-group14-sha256"

func TestSSHDVersion(t *testing.T) {
	for _, tt := range []struct{ program, version, kex string }{
		{"OpenSSH_8.7p1", "8.7", "curve25519-sha256 curve25519-sha256@libssh.org ecdh-sha2-nistp256 ecdh-sha2-nistp384 ecdh-sha2-nistp521 diffie-hellman-group-exchange-sha256 diffie-hellman-group16-sha512 diffie-hellman-group18-sha512 diffie-hellman-group14-sha256"},
		{"OpenSSH_10.0p2 Debian", "10.0", "mlkem768x25519-sha256 sntrup761x25519-sha512 sntrup761x25519-sha512@openssh.com curve25519-sha256 curve25519-sha256@libssh.org ecdh-sha2-nistp256 ecdh-sha2-nistp384 ecdh-sha2-nistp521"},
		{"OpenSSH_9.2\x00OpenSSH_6.6.1*\x00OpenSSH_9.2p1 Debian-2+deb12u3", "9.2", "sntrup761x25519-sha512@openssh.com" + kexOf2022},
		{"OpenSSH_9.2p1 Debian-2+deb12u10", "9.2", "sntrup761x25519-sha512 sntrup761x25519-sha512@openssh.com" + kexOf2022},
		{"OpenSSH_7.4p1", "7.4", "unknown"},
		{"OpenSSH_99.0p1", "99.0", "unknown"},
		{"dropbear", "unknown", "unknown"},
	} {
		r := read(inline(t, "-- usr/sbin/sshd --\n"+tt.program+"\n-- etc/ssh/sshd_config --\n"), "sshd", "")
		for attr, want := range map[string]string{"version": tt.version, "kexalgorithms": tt.kex, "maxauthtries": "6"} {
			if got := show(t, r, attr); got != want && !(want == "unknown" && strings.HasPrefix(got, want)) {
				t.Errorf("%s: %s = %q; want %q", tt.program, attr, got, want)
			}
		}
	}
}

// TestSSHDPackage: the database outweighs the program, and does without it.
func TestSSHDPackage(t *testing.T) {
	const status = "-- var/lib/dpkg/status --\nPackage: openssh-server\nStatus: install ok installed\nArchitecture: amd64\nVersion: 1:8.9p1-3ubuntu0.10\n\n-- etc/ssh/sshd_config --\n"
	for _, root := range []string{status, sshd92 + status} {
		r := read(inline(t, root), "sshd", "")
		if got := show(t, r, "version"); got != "8.9" {
			t.Errorf("version = %s; want 8.9", got)
		}
		origin(t, r, "permitrootlogin", "compiled-in default of OpenSSH 8.9")
	}
}

func TestSSHDKeys(t *testing.T) {
	const root = sshd92 + `-- etc/ssh/sshd_config --
HostKey /srv/key
HostKey /etc/ssh/ssh_host_rsa_key
-- srv/key 0640 --
-----BEGIN OPENSSH PRIVATE KEY-----
b3BlbnNza
-- srv/key.pub --
ssh-ed25519 AAAA root@ship
-- etc/ssh/ssh_host_rsa_key --
-----BEGIN RSA PRIVATE KEY-----
-- etc/ssh/ssh_host_ecdsa_key.pub --
ecdsa-sha2-nistp256 AAAA
-- etc/ssh/ssh_host_dsa_key.pub --
-----BEGIN PRIVATE KEY-----
-- etc/ssh/ssh_host_note_key.txt --
nothing
`
	r := read(inline(t, root), "sshd", "")
	if got, want := show(t, r, "private_keys"), "/etc/ssh/ssh_host_dsa_key.pub /etc/ssh/ssh_host_rsa_key /srv/key"; got != want {
		t.Errorf("private_keys = %s; want %s", got, want)
	}
	if got, want := show(t, r, "public_keys"), "/etc/ssh/ssh_host_ecdsa_key.pub /srv/key.pub"; got != want {
		t.Errorf("public_keys = %s; want %s", got, want)
	}
	known(t, inline(t, "-- etc/ssh/sshd_config --\n"), "sshd", "", SSHD{})
}

// TestSSHDAgainstItself holds the merge against `sshd -T`, where there is one.
func TestSSHDAgainstItself(t *testing.T) {
	program, err := exec.LookPath("sshd")
	if err != nil {
		t.Skip("no sshd here")
	}
	b, err := os.ReadFile(program)
	if err != nil {
		t.Fatal(err)
	}
	v, ok := wireVersion(b)
	if !ok {
		t.Fatalf("%s does not name its release", program)
	}
	for _, config := range []string{
		"", "Match all\nX11Forwarding yes\nMaxAuthTries 2\n", "MaxAuthTries 3\nMatch all\nMaxAuthTries 5\nLogLevel verbose\n",
		"Ciphers -aes*-ctr\nMACs ^hmac-sha2-512\nKexAlgorithms +diffie-hellman-group14-sha1\n", "Ciphers +aes128-cbc,aes128-ctr\nKexAlgorithms -ecdh*,*sha1\n",
		"LoginGraceTime 1m30s\nClientAliveInterval 2h\nMaxStartups 7\n", "MaxStartups 5:50:70 # so\nUsePAM=yes\n",
		"AllowUsers a b\nAllowUsers \"c d\" e\\ f\nDenyGroups g\n", "Banner = \"/etc/x y\"\nPermitRootLogin WITHOUT-password\n",
		"Include PARTS/*.conf\nPermitRootLogin yes\n", "Match User nobody\nInclude PARTS/*.conf\nMatch all\nPermitTunnel yes\n",
		"PermitRootLogin no\nMatch User sam\nX11Forwarding yes\nPermitRootLogin yes\n", "IgnoreRhosts shosts-only\nPermitUserEnvironment LANG,LC_*\nGatewayPorts clientspecified\n",
	} {
		compareSSHD(t, program, v, config)
	}
}

func compareSSHD(t *testing.T, program string, v sshVersion, config string) {
	t.Helper()
	dir := t.TempDir()
	key := filepath.Join(dir, "key")
	if out, err := exec.Command("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key).CombinedOutput(); err != nil {
		t.Skipf("%v: %s", err, out)
	}
	file := filepath.Join(dir, "sshd_config")
	config = strings.ReplaceAll(config, "PARTS", dir) + "\n"
	for name, text := range map[string]string{"sshd_config": "HostKey " + key + "\n" + config, "a.conf": "PermitRootLogin no\nMatch User sam\nMaxSessions 3\n", "b.conf": "PermitRootLogin yes\nMaxSessions 4\n"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	out, err := exec.Command(program, "-T", "-f", file, "-C", "user=root,host=h.example.org,addr=192.0.2.7").Output()
	if err != nil {
		t.Fatalf("%q: %v", config, err)
	}
	root, err := rootfs.Open("/")
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	r, s, n := sshdReader{host: New(root)}, SSHD{}, fact.Notes{}
	r.file(file, sshdBlock{}, 0)
	r.out.merge(&s, &v, &n)
	want := sshdDump(string(out))
	for _, k := range sshdKeywords() {
		got := plain(reflect.ValueOf(k.into(&s)).Elem())
		if w, shown := want[k.name]; shown && !sameSSHD(k, got, w) {
			t.Errorf("%q: %s = %q; sshd says %q", config, k.name, got, w)
		}
	}
}

// sshdDump joins the lines that sshd prints for one keyword.
func sshdDump(out string) map[string]string {
	all := map[string]string{}
	for line := range strings.Lines(out) {
		k, v, _ := strings.Cut(strings.TrimSpace(line), " ")
		all[k] = strings.TrimSpace(all[k] + " " + v)
	}
	return all
}

// sameSSHD allows for what sshd prints in its own way.
func sameSSHD(k sshdKeyword, got, want string) bool {
	switch {
	case k.kind == sshdNames:
		got = strings.ReplaceAll(got, " ", ",")
	case k.kind == sshdStarts:
		got = strings.ReplaceAll(got, " ", ":")
	}
	switch k.name {
	case "permitrootlogin":
		want = strings.Replace(want, "without-password", "prohibit-password", 1)
	case "listenaddress", "authorizedkeysfile":
		return true // with ports, with percent signs
	}
	return got == want
}

func FuzzParseSSHD(f *testing.F) {
	f.Add([]byte("Match User kim\nPermitRootLogin = \"no\" # x\n"))
	f.Add([]byte("a'b\\\" c\n\"K\" v\n=\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, l := range parseSSHD("/f", b) {
			if l.keyword == "" || l.origin == "" || slices.Contains(l.args, "\n") {
				t.Errorf("line %+v of %q", l, b)
			}
			for _, kind := range []sshdKind{sshdFlag, sshdSeconds, sshdStarts, sshdNames, sshdGather} {
				_, _ = sshdParse(kind, l)
			}
		}
	})
}
