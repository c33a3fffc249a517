package host

// An sshdKind says how the arguments of a keyword are read.
type sshdKind uint8

const (
	sshdFlag    sshdKind = iota // yes or no
	sshdChoice                  // one word of a fixed set, in lower case
	sshdLevel                   // a log level or facility, in upper case
	sshdText                    // one argument
	sshdWhole                   // the rest of the line
	sshdNumber                  //
	sshdSeconds                 // 90, 1m30s
	sshdNames                   // algorithms with commas between, after + - or ^ a change of the default
	sshdWords                   // all arguments of the first line
	sshdGather                  // the arguments of all lines
	sshdStarts                  // start:rate:full
)

// An sshdKeyword is a keyword that the fact shows. The default is what the
// program has compiled in, alike in all releases since 8.0; that of a list of
// algorithms depends on the release and is in sshd_defaults.csv.
type sshdKeyword struct {
	name  string
	kind  sshdKind
	match bool // may stand in a Match block
	def   string
	into  func(*SSHD) any
}

func sshdKeywords() []sshdKeyword {
	return []sshdKeyword{
		{"acceptenv", sshdGather, true, "", func(s *SSHD) any { return &s.AcceptEnv }},
		{"addressfamily", sshdChoice, false, "any", func(s *SSHD) any { return &s.AddressFamily }},
		{"allowagentforwarding", sshdFlag, true, "yes", func(s *SSHD) any { return &s.AllowAgentForwarding }},
		{"allowgroups", sshdGather, true, "", func(s *SSHD) any { return &s.AllowGroups }},
		{"allowstreamlocalforwarding", sshdChoice, true, "yes", func(s *SSHD) any { return &s.AllowStreamLocalForwarding }},
		{"allowtcpforwarding", sshdChoice, true, "yes", func(s *SSHD) any { return &s.AllowTCPForwarding }},
		{"allowusers", sshdGather, true, "", func(s *SSHD) any { return &s.AllowUsers }},
		{"authenticationmethods", sshdWords, true, "any", func(s *SSHD) any { return &s.AuthenticationMethods }},
		{"authorizedkeyscommand", sshdWhole, true, "none", func(s *SSHD) any { return &s.AuthorizedKeysCommand }},
		{"authorizedkeysfile", sshdWords, true, ".ssh/authorized_keys .ssh/authorized_keys2", func(s *SSHD) any { return &s.AuthorizedKeysFile }},
		{"banner", sshdText, true, "none", func(s *SSHD) any { return &s.Banner }},
		{"chrootdirectory", sshdText, true, "none", func(s *SSHD) any { return &s.ChrootDirectory }},
		{"ciphers", sshdNames, false, "", func(s *SSHD) any { return &s.Ciphers }},
		{"clientalivecountmax", sshdNumber, true, "3", func(s *SSHD) any { return &s.ClientAliveCountMax }},
		{"clientaliveinterval", sshdSeconds, true, "0", func(s *SSHD) any { return &s.ClientAliveInterval }},
		{"compression", sshdChoice, false, "yes", func(s *SSHD) any { return &s.Compression }},
		{"denygroups", sshdGather, true, "", func(s *SSHD) any { return &s.DenyGroups }},
		{"denyusers", sshdGather, true, "", func(s *SSHD) any { return &s.DenyUsers }},
		{"disableforwarding", sshdFlag, true, "no", func(s *SSHD) any { return &s.DisableForwarding }},
		{"forcecommand", sshdWhole, true, "none", func(s *SSHD) any { return &s.ForceCommand }},
		{"gatewayports", sshdChoice, true, "no", func(s *SSHD) any { return &s.GatewayPorts }},
		{"gssapiauthentication", sshdFlag, true, "no", func(s *SSHD) any { return &s.GSSAPIAuthentication }},
		{"hostbasedauthentication", sshdFlag, true, "no", func(s *SSHD) any { return &s.HostbasedAuthentication }},
		{"hostkey", sshdGather, false, "/etc/ssh/ssh_host_rsa_key /etc/ssh/ssh_host_ecdsa_key /etc/ssh/ssh_host_ed25519_key", func(s *SSHD) any { return &s.HostKey }},
		{"hostkeyalgorithms", sshdNames, false, "", func(s *SSHD) any { return &s.HostKeyAlgorithms }},
		{"ignorerhosts", sshdChoice, true, "yes", func(s *SSHD) any { return &s.IgnoreRhosts }},
		{"ignoreuserknownhosts", sshdFlag, false, "no", func(s *SSHD) any { return &s.IgnoreUserKnownHosts }},
		{"kbdinteractiveauthentication", sshdFlag, true, "yes", func(s *SSHD) any { return &s.KbdInteractiveAuthentication }},
		{"kerberosauthentication", sshdFlag, true, "no", func(s *SSHD) any { return &s.KerberosAuthentication }},
		{"kexalgorithms", sshdNames, false, "", func(s *SSHD) any { return &s.KexAlgorithms }},
		{"listenaddress", sshdGather, false, "[::] 0.0.0.0", func(s *SSHD) any { return &s.ListenAddress }},
		{"logingracetime", sshdSeconds, false, "120", func(s *SSHD) any { return &s.LoginGraceTime }},
		{"loglevel", sshdLevel, true, "INFO", func(s *SSHD) any { return &s.LogLevel }},
		{"macs", sshdNames, false, "", func(s *SSHD) any { return &s.MACs }},
		{"maxauthtries", sshdNumber, true, "6", func(s *SSHD) any { return &s.MaxAuthTries }},
		{"maxsessions", sshdNumber, true, "10", func(s *SSHD) any { return &s.MaxSessions }},
		{"maxstartups", sshdStarts, false, "10:30:100", func(s *SSHD) any { return &s.MaxStartups }},
		{"passwordauthentication", sshdFlag, true, "yes", func(s *SSHD) any { return &s.PasswordAuthentication }},
		{"permitemptypasswords", sshdFlag, true, "no", func(s *SSHD) any { return &s.PermitEmptyPasswords }},
		{"permitrootlogin", sshdChoice, true, "prohibit-password", func(s *SSHD) any { return &s.PermitRootLogin }},
		{"permittunnel", sshdChoice, true, "no", func(s *SSHD) any { return &s.PermitTunnel }},
		{"permituserenvironment", sshdText, false, "no", func(s *SSHD) any { return &s.PermitUserEnvironment }},
		{"permituserrc", sshdFlag, true, "yes", func(s *SSHD) any { return &s.PermitUserRC }},
		{"port", sshdGather, false, "22", func(s *SSHD) any { return &s.Port }},
		{"pubkeyauthentication", sshdFlag, true, "yes", func(s *SSHD) any { return &s.PubkeyAuthentication }},
		{"strictmodes", sshdFlag, false, "yes", func(s *SSHD) any { return &s.StrictModes }},
		{"syslogfacility", sshdLevel, false, "AUTH", func(s *SSHD) any { return &s.SyslogFacility }},
		{"tcpkeepalive", sshdFlag, false, "yes", func(s *SSHD) any { return &s.TCPKeepAlive }},
		{"usedns", sshdFlag, false, "no", func(s *SSHD) any { return &s.UseDNS }},
		{"usepam", sshdFlag, false, "no", func(s *SSHD) any { return &s.UsePAM }},
		{"x11forwarding", sshdFlag, true, "no", func(s *SSHD) any { return &s.X11Forwarding }},
		{"x11uselocalhost", sshdFlag, true, "yes", func(s *SSHD) any { return &s.X11UseLocalhost }},
	}
}

// sshdAlias gives the keyword that an older name stands for.
func sshdAlias(keyword string) string {
	switch keyword {
	case "challengeresponseauthentication", "skeyauthentication":
		return "kbdinteractiveauthentication"
	case "dsaauthentication":
		return "pubkeyauthentication"
	case "hostdsakey":
		return "hostkey"
	case "keepalive":
		return "tcpkeepalive"
	}
	return keyword
}
