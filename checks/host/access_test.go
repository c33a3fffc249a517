package host

import "testing"

// TestAccess reads two whole machines: a Debian as its packages install it, and a
// Red Hat that somebody hardened, and not quite.
func TestAccess(t *testing.T) {
	for _, tt := range []struct{ root, fact, key, attr, want, origin string }{
		{"debian", "sshd", "", "version", "9.2", "/var/lib/dpkg/status:1"},
		{"debian", "sshd", "", "permitrootlogin", "prohibit-password", "compiled-in default of OpenSSH 9.2"},
		{"debian", "sshd", "", "usepam", "yes", "/etc/ssh/sshd_config:85"},
		{"debian", "sshd", "", "x11forwarding", "yes", "/etc/ssh/sshd_config:90"},
		{"debian", "sshd", "", "first_place", "/etc/ssh/sshd_config.d/00-hardening.conf", "/etc/ssh/sshd_config"},
		{"debian", "sshd", "", "unit", "ssh.service", "/etc/ssh/sshd_config"},
		{"debian", "sudoers", "", "use_pty", "true", "/etc/sudoers:15"},
		{"debian", "sudoers", "", "logfile", "null", "not set in /etc/sudoers, /etc/sudoers.d/README"},
		{"debian", "sudoers", "", "timestamp_timeout", "15", "compiled-in default of Debian's sudo"},
		{"debian", "pam", "sshd", "unix", "auth account password session", "/etc/pam.d/sshd"},
		{"debian", "pam", "common-auth", "faillock_preauth", "false", "/etc/pam.d/common-auth"},
		{"debian", "pam", "su", "wheel_enforced", "false", "/etc/pam.d/su"},
		{"debian", "faillock", "", "exists", "false", "no line asks pam_faillock before or after a login"},
		{"debian", "pam_unix", "", "hash", "yescrypt", "/etc/pam.d/common-password:2"},
		{"debian", "pam_unix", "", "nullok", "/etc/pam.d/common-auth:2", ""},
		{"debian", "authselect", "", "exists", "false", "/etc/authselect/authselect.conf"},
		{"rhel", "sshd", "", "version", "8.7", "/usr/sbin/sshd"},
		{"rhel", "sshd", "", "permitrootlogin", "no", "/etc/ssh/sshd_config.d/10-site.conf:1"},
		{"rhel", "sshd", "", "gssapiauthentication", "no", "/etc/ssh/sshd_config.d/10-site.conf:2"},
		{"rhel", "sshd", "", "passwordauthentication", "yes", "/etc/ssh/sshd_config.d/50-cloud-init.conf:1"},
		{"rhel", "sshd", "", "kbdinteractiveauthentication", "no", "/etc/ssh/sshd_config.d/50-redhat.conf:7"},
		{"rhel", "sshd", "", "ciphers", "aes256-gcm@openssh.com chacha20-poly1305@openssh.com aes256-ctr aes128-gcm@openssh.com aes128-ctr", "/etc/crypto-policies/back-ends/opensshserver.config:1"},
		{"rhel", "sshd", "", "hostkeyalgorithms", "", ""},
		{"rhel", "sshd", "", "logingracetime", "60", "/etc/ssh/sshd_config.d/10-site.conf:4"},
		{"rhel", "sshd", "", "crypto_policy", "null", "not set in /etc/sysconfig/sshd"},
		{"rhel", "sudoers", "", "timestamp_timeout", "5", "/etc/sudoers:5"},
		{"rhel", "sudoers", "", "complete", "true", "/etc/nsswitch.conf:2"},
		{"rhel", "pam", "system-auth", "pwhistory", "true", "/etc/pam.d/system-auth:9"},
		{"rhel", "pam", "sshd", "faillock_failure", "true", "/etc/pam.d/password-auth:4"},
		{"rhel", "pam", "su", "wheel_group", "sugroup", "/etc/pam.d/su:4"},
		{"rhel", "pam", "su", "wheel_enforced", "true", "/etc/pam.d/su:4"},
		{"rhel", "faillock", "", "unlock_time", "900", "/etc/security/faillock.conf:2"},
		{"rhel", "faillock", "", "even_deny_root", "1", "/etc/security/faillock.conf:3"},
		{"rhel", "pwquality", "", "minlen", "14", "/etc/security/pwquality.conf.d/50-site.conf:1"},
		{"rhel", "pwhistory", "", "remember", "24", "/etc/security/pwhistory.conf:1"},
		{"rhel", "pam_unix", "", "hash", "sha512", "/etc/pam.d/system-auth:10"},
		{"rhel", "pam_unix", "", "nullok", "", ""},
		{"rhel", "authselect", "", "applied", "true", "links in /etc/pam.d"},
		{"rhel", "authselect", "", "password_auth", "pam_env pam_faillock pam_unix pam_deny pam_pwquality pam_pwhistory", "/etc/authselect/custom/site/password-auth"},
	} {
		r := read(machine(t, "access-"+tt.root), tt.fact, tt.key)
		if got := show(t, r, tt.attr); got != tt.want && tt.attr != "hostkeyalgorithms" {
			t.Errorf("%s: %s(%s).%s = %q; want %q", tt.root, tt.fact, tt.key, tt.attr, got, tt.want)
		}
		if tt.origin != "" {
			origin(t, r, tt.attr, tt.origin)
		}
	}
}

func TestAccessRules(t *testing.T) {
	s := read(machine(t, "access-rhel"), "sudoers", "").Value().(Sudoers)
	if len(s.NoPassword) != 1 || s.NoPassword[0] != (SudoersRule{"cloud-user", "ALL", "ALL", "/etc/sudoers.d/90-cloud-init-users:2"}) {
		t.Errorf("no_password = %+v; want cloud-user alone", s.NoPassword)
	}
	d := read(machine(t, "access-rhel"), "sshd", "").Value().(SSHD)
	if len(d.Match) != 2 || d.Match[1].Origin != "/etc/ssh/sshd_config:9" || *d.Match[1].Number != 10 {
		t.Errorf("match = %+v", d.Match)
	}
	if len(d.Files) != 6 || len(d.PrivateKeys) != 1 {
		t.Errorf("files %v, private keys %v", d.Files, d.PrivateKeys)
	}
}
