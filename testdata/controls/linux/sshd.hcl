case "sshd_access_limited" "pass" {
  sshd = { exists = true, allowusers = [], allowgroups = ["ssh-users"], denyusers = [], denygroups = [] }
}

case "sshd_access_limited" "fail" {
  sshd = { exists = true, allowusers = [], allowgroups = [], denyusers = [], denygroups = [], first_place = "/etc/ssh/sshd_config.d/00-hardening.conf", unit = "ssh.service" }
}

case "sshd_access_limited" "unknown" {
  sshd = { exists = true }
}

case "sshd_access_limited" "not_applicable" {
  sshd = { exists = false }
}

case "sshd_banner" "pass" {
  host = { os_id = "debian" }
  sshd = { exists = true, banner = "/etc/issue.net", banner_text = "Authorised use only. C:\\dir\n", match = [{ criteria = "User kim", keyword = "banner", value = "/etc/other", origin = "/etc/ssh/sshd_config:9" }, { criteria = "User kim", keyword = "permitrootlogin", value = "none", origin = "x" }] }
}

case "sshd_banner" "fail" {
  host    = { os_id = "debian" }
  sshd    = { exists = true, banner = "none", banner_text = null, match = [], first_place = "/etc/ssh/sshd_config.d/00-hardening.conf", unit = "ssh.service" }
  message = "No banner is shown before login"
}

case "sshd_banner" "fail" {
  host    = { os_id = "debian" }
  sshd    = { exists = true, banner = "/etc/issue.net", banner_text = null, match = [], first_place = "/etc/ssh/sshd_config.d/00-hardening.conf", unit = "ssh.service" }
  message = "The banner /etc/issue.net does not exist"
}

case "sshd_banner" "fail" { # an escape
  host    = { os_id = "debian" }
  sshd    = { exists = true, banner = "/etc/issue", banner_text = "Keep out of \\s\n", match = [], first_place = "/etc/ssh/sshd_config.d/00-hardening.conf", unit = "ssh.service" }
  message = "The banner /etc/issue tells which system this is"
}

case "sshd_banner" "fail" { # the distribution's own words
  host    = { os_id = "debian" }
  sshd    = { exists = true, banner = "/etc/issue.net", banner_text = "Debian GNU/Linux 12\n", match = [], first_place = "/etc/ssh/sshd_config.d/00-hardening.conf", unit = "ssh.service" }
  message = "The banner /etc/issue.net tells which system this is"
}

case "sshd_banner" "fail" {
  host    = { os_id = "debian" }
  sshd    = { exists = true, banner = "/etc/issue.net", banner_text = "Keep out", match = [{ criteria = "User kim", keyword = "banner", value = "none", origin = "/etc/ssh/sshd_config:9" }], first_place = "/etc/ssh/sshd_config.d/00-hardening.conf", unit = "ssh.service" }
  message = "No banner is shown for User kim (/etc/ssh/sshd_config:9)"
}

case "sshd_banner" "unknown" {
  host = { os_id = "debian" }
  sshd = { exists = true, match = [] }
}

case "sshd_banner" "not_applicable" {
  sshd = { exists = false }
}

case "sshd_ciphers" "pass" {
  sshd = { exists = true, ciphers = ["aes256-gcm@openssh.com", "aes256-ctr"] }
}

case "sshd_ciphers" "fail" {
  sshd    = { exists = true, ciphers = ["aes256-gcm@openssh.com", "aes256-ctr", "3des-cbc", "aes256-cbc"], first_place = "/etc/ssh/sshd_config.d/00-hardening.conf", unit = "ssh.service" }
  message = "The server offers 3des-cbc, aes256-cbc"
}

case "sshd_ciphers" "unknown" {
  sshd = { exists = true }
}

case "sshd_ciphers" "not_applicable" {
  sshd = { exists = false }
}

case "sshd_kexalgorithms" "pass" {
  sshd = { exists = true, kexalgorithms = ["curve25519-sha256"] }
}

case "sshd_kexalgorithms" "fail" {
  sshd    = { exists = true, kexalgorithms = ["curve25519-sha256", "diffie-hellman-group14-sha1"], first_place = "/etc/ssh/sshd_config.d/00-hardening.conf", unit = "ssh.service" }
  message = "The server offers diffie-hellman-group14-sha1"
}

case "sshd_kexalgorithms" "unknown" {
  sshd = { exists = true }
}

case "sshd_kexalgorithms" "not_applicable" {
  sshd = { exists = false }
}

case "sshd_macs" "pass" {
  sshd = { exists = true, macs = ["hmac-sha2-512-etm@openssh.com", "hmac-sha2-256"] }
}

case "sshd_macs" "fail" {
  sshd    = { exists = true, macs = ["hmac-sha2-512-etm@openssh.com", "hmac-sha2-256", "umac-128@openssh.com", "umac-64-etm@openssh.com"], first_place = "/etc/ssh/sshd_config.d/00-hardening.conf", unit = "ssh.service" }
  message = "The server offers umac-128@openssh.com, umac-64-etm@openssh.com"
}

case "sshd_macs" "unknown" {
  sshd = { exists = true }
}

case "sshd_macs" "not_applicable" {
  sshd = { exists = false }
}

case "sshd_post_quantum_kex" "pass" {
  sshd = { exists = true, kexalgorithms = ["curve25519-sha256", "mlkem768x25519-sha256"] }
}

case "sshd_post_quantum_kex" "fail" {
  sshd = { exists = true, kexalgorithms = ["curve25519-sha256"], first_place = "/etc/ssh/sshd_config.d/00-hardening.conf", unit = "ssh.service" }
}

case "sshd_post_quantum_kex" "unknown" {
  sshd = { exists = true }
}

case "sshd_post_quantum_kex" "not_applicable" {
  sshd = { exists = false }
}

case "sshd_client_alive" "pass" {
  sshd = { exists = true, clientaliveinterval = 15, clientalivecountmax = 3, match = [{ criteria = "User kim", keyword = "clientaliveinterval", value = "300", number = 300, origin = "x" }, { criteria = "User kim", keyword = "maxsessions", value = "0", number = 0, origin = "x" }] }
}

case "sshd_client_alive" "fail" {
  sshd    = { exists = true, clientaliveinterval = 0, clientalivecountmax = 3, match = [], first_place = "/etc/ssh/sshd_config.d/00-hardening.conf", unit = "ssh.service" }
  message = "ClientAliveInterval is 0, ClientAliveCountMax 3: a session without its client is never closed"
}

case "sshd_client_alive" "fail" {
  sshd = { exists = true, clientaliveinterval = 15, clientalivecountmax = 0, match = [], first_place = "/etc/ssh/sshd_config.d/00-hardening.conf", unit = "ssh.service" }
}

case "sshd_client_alive" "fail" {
  sshd    = { exists = true, clientaliveinterval = 15, clientalivecountmax = 3, match = [{ criteria = "User kim", keyword = "clientalivecountmax", value = "0", number = 0, origin = "/etc/ssh/sshd_config:9" }], first_place = "/etc/ssh/sshd_config.d/00-hardening.conf", unit = "ssh.service" }
  message = "Clients are not asked for a sign of life: clientalivecountmax 0 for User kim (/etc/ssh/sshd_config:9)"
}

case "sshd_client_alive" "unknown" {
  sshd = { exists = true, clientaliveinterval = 15, clientalivecountmax = 3 }
}

case "sshd_client_alive" "not_applicable" {
  sshd = { exists = false }
}

case "sshd_disableforwarding" "pass" {
  sshd = { exists = true, disableforwarding = "yes", match = [{ criteria = "User kim", keyword = "disableforwarding", value = "yes", origin = "/etc/ssh/sshd_config:9" }, { criteria = "User kim", keyword = "x11forwarding", value = "yes", number = 0, origin = "/etc/ssh/sshd_config:10" }] }
}

case "sshd_disableforwarding" "fail" {
  sshd    = { exists = true, disableforwarding = "no", match = [], first_place = "/etc/ssh/sshd_config.d/00-hardening.conf", unit = "ssh.service" }
  message = "DisableForwarding is no"
}

case "sshd_disableforwarding" "fail" { # only for some
  sshd    = { exists = true, disableforwarding = "yes", match = [{ criteria = "Address 10.0.0.0/8", keyword = "disableforwarding", value = "no", origin = "/etc/ssh/sshd_config:9" }], first_place = "/etc/ssh/sshd_config.d/00-hardening.conf", unit = "ssh.service" }
  message = "DisableForwarding is no for Address 10.0.0.0/8 (/etc/ssh/sshd_config:9)"
}

case "sshd_disableforwarding" "unknown" {
  sshd = { exists = true, match = [] }
}

case "sshd_disableforwarding" "unknown" { # the blocks cannot be read
  sshd = { exists = true, disableforwarding = "yes" }
}

case "sshd_disableforwarding" "not_applicable" {
  sshd = { exists = false }
}

case "sshd_gssapiauthentication" "pass" {
  sshd = { exists = true, gssapiauthentication = "no", match = [{ criteria = "User kim", keyword = "gssapiauthentication", value = "no", origin = "/etc/ssh/sshd_config:9" }, { criteria = "User kim", keyword = "x11forwarding", value = "yes", number = 0, origin = "/etc/ssh/sshd_config:10" }] }
}

case "sshd_gssapiauthentication" "fail" {
  sshd    = { exists = true, gssapiauthentication = "yes", match = [], first_place = "/etc/ssh/sshd_config.d/00-hardening.conf", unit = "ssh.service" }
  message = "GSSAPIAuthentication is yes"
}

case "sshd_gssapiauthentication" "fail" { # only for some
  sshd    = { exists = true, gssapiauthentication = "no", match = [{ criteria = "Address 10.0.0.0/8", keyword = "gssapiauthentication", value = "yes", origin = "/etc/ssh/sshd_config:9" }], first_place = "/etc/ssh/sshd_config.d/00-hardening.conf", unit = "ssh.service" }
  message = "GSSAPIAuthentication is yes for Address 10.0.0.0/8 (/etc/ssh/sshd_config:9)"
}

case "sshd_gssapiauthentication" "unknown" {
  sshd = { exists = true, match = [] }
}

case "sshd_gssapiauthentication" "unknown" { # the blocks cannot be read
  sshd = { exists = true, gssapiauthentication = "no" }
}

case "sshd_gssapiauthentication" "not_applicable" {
  sshd = { exists = false }
}

case "sshd_hostbasedauthentication" "pass" {
  sshd = { exists = true, hostbasedauthentication = "no", match = [{ criteria = "User kim", keyword = "hostbasedauthentication", value = "no", origin = "/etc/ssh/sshd_config:9" }, { criteria = "User kim", keyword = "x11forwarding", value = "yes", number = 0, origin = "/etc/ssh/sshd_config:10" }] }
}

case "sshd_hostbasedauthentication" "fail" {
  sshd    = { exists = true, hostbasedauthentication = "yes", match = [], first_place = "/etc/ssh/sshd_config.d/00-hardening.conf", unit = "ssh.service" }
  message = "HostbasedAuthentication is yes"
}

case "sshd_hostbasedauthentication" "fail" { # only for some
  sshd    = { exists = true, hostbasedauthentication = "no", match = [{ criteria = "Address 10.0.0.0/8", keyword = "hostbasedauthentication", value = "yes", origin = "/etc/ssh/sshd_config:9" }], first_place = "/etc/ssh/sshd_config.d/00-hardening.conf", unit = "ssh.service" }
  message = "HostbasedAuthentication is yes for Address 10.0.0.0/8 (/etc/ssh/sshd_config:9)"
}

case "sshd_hostbasedauthentication" "unknown" {
  sshd = { exists = true, match = [] }
}

case "sshd_hostbasedauthentication" "unknown" { # the blocks cannot be read
  sshd = { exists = true, hostbasedauthentication = "no" }
}

case "sshd_hostbasedauthentication" "not_applicable" {
  sshd = { exists = false }
}

case "sshd_ignorerhosts" "pass" {
  sshd = { exists = true, ignorerhosts = "yes", match = [{ criteria = "User kim", keyword = "ignorerhosts", value = "yes", origin = "/etc/ssh/sshd_config:9" }, { criteria = "User kim", keyword = "x11forwarding", value = "yes", number = 0, origin = "/etc/ssh/sshd_config:10" }] }
}

case "sshd_ignorerhosts" "fail" {
  sshd    = { exists = true, ignorerhosts = "shosts-only", match = [], first_place = "/etc/ssh/sshd_config.d/00-hardening.conf", unit = "ssh.service" }
  message = "IgnoreRhosts is shosts-only"
}

case "sshd_ignorerhosts" "fail" { # only for some
  sshd    = { exists = true, ignorerhosts = "yes", match = [{ criteria = "Address 10.0.0.0/8", keyword = "ignorerhosts", value = "shosts-only", origin = "/etc/ssh/sshd_config:9" }], first_place = "/etc/ssh/sshd_config.d/00-hardening.conf", unit = "ssh.service" }
  message = "IgnoreRhosts is shosts-only for Address 10.0.0.0/8 (/etc/ssh/sshd_config:9)"
}

case "sshd_ignorerhosts" "unknown" {
  sshd = { exists = true, match = [] }
}

case "sshd_ignorerhosts" "unknown" { # the blocks cannot be read
  sshd = { exists = true, ignorerhosts = "yes" }
}

case "sshd_ignorerhosts" "not_applicable" {
  sshd = { exists = false }
}

case "sshd_permitemptypasswords" "pass" {
  sshd = { exists = true, permitemptypasswords = "no", match = [{ criteria = "User kim", keyword = "permitemptypasswords", value = "no", origin = "/etc/ssh/sshd_config:9" }, { criteria = "User kim", keyword = "x11forwarding", value = "yes", number = 0, origin = "/etc/ssh/sshd_config:10" }] }
}

case "sshd_permitemptypasswords" "fail" {
  sshd    = { exists = true, permitemptypasswords = "yes", match = [], first_place = "/etc/ssh/sshd_config.d/00-hardening.conf", unit = "ssh.service" }
  message = "PermitEmptyPasswords is yes"
}

case "sshd_permitemptypasswords" "fail" { # only for some
  sshd    = { exists = true, permitemptypasswords = "no", match = [{ criteria = "Address 10.0.0.0/8", keyword = "permitemptypasswords", value = "yes", origin = "/etc/ssh/sshd_config:9" }], first_place = "/etc/ssh/sshd_config.d/00-hardening.conf", unit = "ssh.service" }
  message = "PermitEmptyPasswords is yes for Address 10.0.0.0/8 (/etc/ssh/sshd_config:9)"
}

case "sshd_permitemptypasswords" "unknown" {
  sshd = { exists = true, match = [] }
}

case "sshd_permitemptypasswords" "unknown" { # the blocks cannot be read
  sshd = { exists = true, permitemptypasswords = "no" }
}

case "sshd_permitemptypasswords" "not_applicable" {
  sshd = { exists = false }
}

case "sshd_permitrootlogin" "pass" {
  sshd = { exists = true, permitrootlogin = "no", match = [{ criteria = "User kim", keyword = "permitrootlogin", value = "no", origin = "/etc/ssh/sshd_config:9" }, { criteria = "User kim", keyword = "x11forwarding", value = "yes", number = 0, origin = "/etc/ssh/sshd_config:10" }] }
}

case "sshd_permitrootlogin" "fail" {
  sshd    = { exists = true, permitrootlogin = "prohibit-password", match = [], first_place = "/etc/ssh/sshd_config.d/00-hardening.conf", unit = "ssh.service" }
  message = "PermitRootLogin is prohibit-password"
}

case "sshd_permitrootlogin" "fail" { # only for some
  sshd    = { exists = true, permitrootlogin = "no", match = [{ criteria = "Address 10.0.0.0/8", keyword = "permitrootlogin", value = "prohibit-password", origin = "/etc/ssh/sshd_config:9" }], first_place = "/etc/ssh/sshd_config.d/00-hardening.conf", unit = "ssh.service" }
  message = "PermitRootLogin is prohibit-password for Address 10.0.0.0/8 (/etc/ssh/sshd_config:9)"
}

case "sshd_permitrootlogin" "unknown" {
  sshd = { exists = true, match = [] }
}

case "sshd_permitrootlogin" "unknown" { # the blocks cannot be read
  sshd = { exists = true, permitrootlogin = "no" }
}

case "sshd_permitrootlogin" "not_applicable" {
  sshd = { exists = false }
}

case "sshd_loglevel" "pass" {
  sshd = { exists = true, loglevel = "VERBOSE", match = [{ criteria = "User kim", keyword = "loglevel", value = "VERBOSE", origin = "/etc/ssh/sshd_config:9" }, { criteria = "User kim", keyword = "x11forwarding", value = "yes", number = 0, origin = "/etc/ssh/sshd_config:10" }] }
}

case "sshd_loglevel" "fail" {
  sshd    = { exists = true, loglevel = "QUIET", match = [], first_place = "/etc/ssh/sshd_config.d/00-hardening.conf", unit = "ssh.service" }
  message = "LogLevel is QUIET"
}

case "sshd_loglevel" "fail" { # only for some
  sshd    = { exists = true, loglevel = "VERBOSE", match = [{ criteria = "Address 10.0.0.0/8", keyword = "loglevel", value = "QUIET", origin = "/etc/ssh/sshd_config:9" }], first_place = "/etc/ssh/sshd_config.d/00-hardening.conf", unit = "ssh.service" }
  message = "LogLevel is QUIET for Address 10.0.0.0/8 (/etc/ssh/sshd_config:9)"
}

case "sshd_loglevel" "unknown" {
  sshd = { exists = true, match = [] }
}

case "sshd_loglevel" "unknown" { # the blocks cannot be read
  sshd = { exists = true, loglevel = "VERBOSE" }
}

case "sshd_loglevel" "not_applicable" {
  sshd = { exists = false }
}

case "sshd_maxauthtries" "pass" {
  sshd = { exists = true, maxauthtries = 4, match = [{ criteria = "User kim", keyword = "maxauthtries", value = "4", number = 4, origin = "/etc/ssh/sshd_config:9" }, { criteria = "User kim", keyword = "x11forwarding", value = "yes", number = 0, origin = "/etc/ssh/sshd_config:10" }] }
}

case "sshd_maxauthtries" "fail" {
  sshd    = { exists = true, maxauthtries = 6, match = [], first_place = "/etc/ssh/sshd_config.d/00-hardening.conf", unit = "ssh.service" }
  message = "MaxAuthTries is 6"
}

case "sshd_maxauthtries" "fail" { # only for some
  sshd    = { exists = true, maxauthtries = 4, match = [{ criteria = "Address 10.0.0.0/8", keyword = "maxauthtries", value = "6", number = 6, origin = "/etc/ssh/sshd_config:9" }], first_place = "/etc/ssh/sshd_config.d/00-hardening.conf", unit = "ssh.service" }
  message = "MaxAuthTries is 6 for Address 10.0.0.0/8 (/etc/ssh/sshd_config:9)"
}

case "sshd_maxauthtries" "unknown" {
  sshd = { exists = true, match = [] }
}

case "sshd_maxauthtries" "unknown" { # the blocks cannot be read
  sshd = { exists = true, maxauthtries = 4 }
}

case "sshd_maxauthtries" "not_applicable" {
  sshd = { exists = false }
}

case "sshd_maxsessions" "pass" {
  sshd = { exists = true, maxsessions = 10, match = [{ criteria = "User kim", keyword = "maxsessions", value = "10", number = 10, origin = "/etc/ssh/sshd_config:9" }, { criteria = "User kim", keyword = "x11forwarding", value = "yes", number = 0, origin = "/etc/ssh/sshd_config:10" }] }
}

case "sshd_maxsessions" "fail" {
  sshd    = { exists = true, maxsessions = 20, match = [], first_place = "/etc/ssh/sshd_config.d/00-hardening.conf", unit = "ssh.service" }
  message = "MaxSessions is 20"
}

case "sshd_maxsessions" "fail" { # only for some
  sshd    = { exists = true, maxsessions = 10, match = [{ criteria = "Address 10.0.0.0/8", keyword = "maxsessions", value = "20", number = 20, origin = "/etc/ssh/sshd_config:9" }], first_place = "/etc/ssh/sshd_config.d/00-hardening.conf", unit = "ssh.service" }
  message = "MaxSessions is 20 for Address 10.0.0.0/8 (/etc/ssh/sshd_config:9)"
}

case "sshd_maxsessions" "unknown" {
  sshd = { exists = true, match = [] }
}

case "sshd_maxsessions" "unknown" { # the blocks cannot be read
  sshd = { exists = true, maxsessions = 10 }
}

case "sshd_maxsessions" "not_applicable" {
  sshd = { exists = false }
}

case "sshd_logingracetime" "pass" {
  sshd = { exists = true, logingracetime = 60 }
}

case "sshd_logingracetime" "fail" {
  sshd    = { exists = true, logingracetime = 120, first_place = "/etc/ssh/sshd_config.d/00-hardening.conf", unit = "ssh.service" }
  message = "LoginGraceTime is 120 seconds"
}

case "sshd_logingracetime" "fail" {
  sshd    = { exists = true, logingracetime = 0, first_place = "/etc/ssh/sshd_config.d/00-hardening.conf", unit = "ssh.service" }
  message = "LoginGraceTime is 0: without end"
}

case "sshd_logingracetime" "unknown" {
  sshd = { exists = true }
}

case "sshd_logingracetime" "not_applicable" {
  sshd = { exists = false }
}

case "sshd_maxstartups" "pass" {
  sshd = { exists = true, maxstartups = { start = 10, rate = 30, full = 60 } }
}

case "sshd_maxstartups" "fail" {
  sshd    = { exists = true, maxstartups = { start = 10, rate = 30, full = 100 }, first_place = "/etc/ssh/sshd_config.d/00-hardening.conf", unit = "ssh.service" }
  message = "MaxStartups is 10:30:100; 10:30:60 is the most"
}

case "sshd_maxstartups" "fail" {
  sshd = { exists = true, maxstartups = { start = 20, rate = 30, full = 60 }, first_place = "/etc/ssh/sshd_config.d/00-hardening.conf", unit = "ssh.service" }
}

case "sshd_maxstartups" "fail" {
  sshd = { exists = true, maxstartups = { start = 10, rate = 50, full = 60 }, first_place = "/etc/ssh/sshd_config.d/00-hardening.conf", unit = "ssh.service" }
}

case "sshd_maxstartups" "unknown" {
  sshd = { exists = true }
}

case "sshd_maxstartups" "not_applicable" {
  sshd = { exists = false }
}

case "sshd_permituserenvironment" "pass" {
  sshd = { exists = true, permituserenvironment = "no" }
}

case "sshd_permituserenvironment" "fail" {
  sshd    = { exists = true, permituserenvironment = "LANG,LC_*", first_place = "/etc/ssh/sshd_config.d/00-hardening.conf", unit = "ssh.service" }
  message = "PermitUserEnvironment is LANG,LC_*"
}

case "sshd_permituserenvironment" "unknown" {
  sshd = { exists = true }
}

case "sshd_permituserenvironment" "not_applicable" {
  sshd = { exists = false }
}

case "sshd_usepam" "pass" {
  sshd = { exists = true, usepam = "yes" }
}

case "sshd_usepam" "fail" {
  sshd = { exists = true, usepam = "no", first_place = "/etc/ssh/sshd_config.d/00-hardening.conf", unit = "ssh.service" }
}

case "sshd_usepam" "unknown" {
  sshd = { exists = true }
}

case "sshd_usepam" "not_applicable" {
  sshd = { exists = false }
}
