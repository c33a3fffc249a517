package host

import (
	"bytes"
	"context"
	"path"
	"slices"
	"strings"

	"scantling/checks/fact"
)

// SSHDFact is `sshd`.
var SSHDFact = fact.NewOne("sshd",
	"The OpenSSH server's settings in force after includes, options and compiled-in defaults, those of its Match blocks, and its files.",
	fact.Files, readSSHD).Reading(planSSHD)

// SSHD is the server as its files configure it. The keywords are spelled as
// `sshd -T` prints them; where no server is installed, all are null or empty.
type SSHD struct {
	Exists       bool
	Version      *string // the release: "9.2"
	Unit         *string // the service, as systemctl reload takes it
	ConfigFile   *string
	FirstPlace   *string  // where a new line counts before all others: a drop-in, or the top of the main file
	Files        []string // that configure it: those read, and what lies in sshd_config.d
	Match        []SSHDMatch
	PrivateKeys  []string // host keys by HostKey and by name, told apart by what they hold
	PublicKeys   []string
	BannerText   *string // what the file of banner says
	CryptoPolicy *string // CRYPTO_POLICY in /etc/sysconfig/sshd, which takes the server out of the system's policy

	AcceptEnv                    []string      `cty:"acceptenv"`
	AddressFamily                *string       `cty:"addressfamily"`
	AllowAgentForwarding         *string       `cty:"allowagentforwarding"`
	AllowGroups                  []string      `cty:"allowgroups"`
	AllowStreamLocalForwarding   *string       `cty:"allowstreamlocalforwarding"`
	AllowTCPForwarding           *string       `cty:"allowtcpforwarding"`
	AllowUsers                   []string      `cty:"allowusers"`
	AuthenticationMethods        []string      `cty:"authenticationmethods"`
	AuthorizedKeysCommand        *string       `cty:"authorizedkeyscommand"`
	AuthorizedKeysFile           []string      `cty:"authorizedkeysfile"`
	Banner                       *string       `cty:"banner"`
	ChrootDirectory              *string       `cty:"chrootdirectory"`
	Ciphers                      []string      `cty:"ciphers"`
	ClientAliveCountMax          *int64        `cty:"clientalivecountmax"`
	ClientAliveInterval          *int64        `cty:"clientaliveinterval"` // seconds
	Compression                  *string       `cty:"compression"`
	DenyGroups                   []string      `cty:"denygroups"`
	DenyUsers                    []string      `cty:"denyusers"`
	DisableForwarding            *string       `cty:"disableforwarding"`
	ForceCommand                 *string       `cty:"forcecommand"`
	GatewayPorts                 *string       `cty:"gatewayports"`
	GSSAPIAuthentication         *string       `cty:"gssapiauthentication"`
	HostbasedAuthentication      *string       `cty:"hostbasedauthentication"`
	HostKey                      []string      `cty:"hostkey"`
	HostKeyAlgorithms            []string      `cty:"hostkeyalgorithms"`
	IgnoreRhosts                 *string       `cty:"ignorerhosts"`
	IgnoreUserKnownHosts         *string       `cty:"ignoreuserknownhosts"`
	KbdInteractiveAuthentication *string       `cty:"kbdinteractiveauthentication"`
	KerberosAuthentication       *string       `cty:"kerberosauthentication"`
	KexAlgorithms                []string      `cty:"kexalgorithms"`
	ListenAddress                []string      `cty:"listenaddress"`
	LoginGraceTime               *int64        `cty:"logingracetime"` // seconds; 0 is without end
	LogLevel                     *string       `cty:"loglevel"`
	MACs                         []string      `cty:"macs"`
	MaxAuthTries                 *int64        `cty:"maxauthtries"`
	MaxSessions                  *int64        `cty:"maxsessions"`
	MaxStartups                  *SSHDStartups `cty:"maxstartups"`
	PasswordAuthentication       *string       `cty:"passwordauthentication"`
	PermitEmptyPasswords         *string       `cty:"permitemptypasswords"`
	PermitRootLogin              *string       `cty:"permitrootlogin"` // yes, no, prohibit-password, forced-commands-only
	PermitTunnel                 *string       `cty:"permittunnel"`
	PermitUserEnvironment        *string       `cty:"permituserenvironment"` // yes, no, or a pattern of names
	PermitUserRC                 *string       `cty:"permituserrc"`
	Port                         []string      `cty:"port"`
	PubkeyAuthentication         *string       `cty:"pubkeyauthentication"`
	StrictModes                  *string       `cty:"strictmodes"`
	SyslogFacility               *string       `cty:"syslogfacility"`
	TCPKeepAlive                 *string       `cty:"tcpkeepalive"`
	UseDNS                       *string       `cty:"usedns"`
	UsePAM                       *string       `cty:"usepam"`
	X11Forwarding                *string       `cty:"x11forwarding"`
	X11UseLocalhost              *string       `cty:"x11uselocalhost"`
}

func readSSHD(h *Host, ctx context.Context, n *fact.Notes) (SSHD, error) {
	s := SSHD{}
	n.From(strings.Join(sshdPrograms(), ", "))
	program, err := h.sshdProgram(n)
	entry, packaged := h.versionOf(ctx, "openssh-server")
	if err != nil || program == "" && !packaged {
		return s, err
	}
	s.Exists = true
	v := h.readSSHVersion(entry, program, n)
	if v != nil {
		text := v.String()
		s.Version = &text
	}
	h.readSSHDConfig(ctx, &s, n).merge(&s, v, n)
	h.readSSHDFiles(&s, n)
	h.readHostKeys(&s, n)
	h.readBanner(&s, n)
	h.readCryptoPolicy(&s, n)
	return s, ctx.Err()
}

func sshdPrograms() []string {
	return []string{"/usr/sbin/sshd", "/usr/bin/sshd", "/usr/local/sbin/sshd"}
}

// sshdProgram is the server's program, or empty where there is none.
func (h *Host) sshdProgram(n *fact.Notes) (string, error) {
	for _, name := range sshdPrograms() {
		_, err := h.root.Stat(name)
		if err == nil {
			n.Origin("exists", name)
			return name, nil
		}
		if !isAbsent(err) {
			return "", err
		}
	}
	return "", nil
}

// readSSHVersion asks the package database, and where that has no entry, the
// program itself.
func (h *Host) readSSHVersion(entry installed, program string, n *fact.Notes) *sshVersion {
	if v, ok := parseSSHVersion(entry.version); ok {
		n.Origin("version", entry.origin)
		return &v
	}
	n.Origin("version", program)
	b, err := h.root.ReadFile(program)
	if err != nil {
		n.Unknown("version", err)
		return nil
	}
	v, ok := wireVersion(b)
	if !ok {
		n.Unknown("version", &fact.Unavailable{Why: program + " does not name its release"})
		return nil
	}
	return &v
}

// wireVersion finds what the program says on the wire, OpenSSH_9.2p1 Debian-2+deb12u3,
// among the names of other releases whose bugs it knows.
func wireVersion(program []byte) (v sshVersion, ok bool) {
	for rest := program; !ok; {
		_, after, found := bytes.Cut(rest, []byte("OpenSSH_"))
		if !found {
			return v, false
		}
		end := bytes.IndexFunc(after, func(c rune) bool { return c < ' ' || c > '~' })
		words := string(after[:min(max(end, 0), 64)])
		release, _, _ := strings.Cut(words, " ")
		v, ok = parseSSHVersion(words)
		ok = ok && strings.Contains(release, "p") && !strings.ContainsAny(release, "*,")
		rest = after
	}
	return v, ok
}

// readSSHDConfig puts the options of the command line before the files.
func (h *Host) readSSHDConfig(ctx context.Context, s *SSHD, n *fact.Notes) sshdConfig {
	r := sshdReader{host: h, ctx: ctx}
	command, err := h.readSSHDCommand()
	if err != nil {
		n.Unknown("config_file", err)
		n.Unknown("first_place", err)
		n.Unknown("unit", err)
		r.gap(err, sshdBlock{})
		return r.out
	}
	r.out.settings = command.settings
	file := command.file
	if file == "" {
		file = h.sshdMainFile()
	}
	s.ConfigFile, s.Unit = &file, &command.unit
	n.From(file)
	r.file(file, sshdBlock{}, 0)
	if r.first == "" {
		r.first = "the top of " + file
	}
	s.FirstPlace = &r.first
	s.Files = r.out.files
	if command.ports {
		own := len(command.settings)
		r.out.settings = append(command.settings, slices.DeleteFunc(r.out.settings[own:], func(l sshdSetting) bool { return l.keyword == "port" })...)
	}
	return r.out
}

// sshdMainFile is the vendor's copy where the administrator has none.
func (h *Host) sshdMainFile() string {
	const vendor = "/usr/etc/ssh/sshd_config"
	if _, err := h.root.Stat(sshdConfigFile); isAbsent(err) {
		if _, err := h.root.Stat(vendor); err == nil {
			return vendor
		}
	}
	return sshdConfigFile
}

func planSSHD(string) []string {
	return append(append(sshdPrograms(), planPackage("")...), "/lib/systemd/system/ssh.service", "/etc/default/ssh", sshdSysconfig, sshdConfigFile,
		sshdParts, path.Dir(sshdConfigFile)+"/ssh_host_*_key*", "/usr/etc/ssh/sshd_config", "/etc/crypto-policies/back-ends/opensshserver.config")
}
