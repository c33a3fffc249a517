package host

import (
	"bytes"
	"slices"
	"strings"

	"scantling/checks/fact"
)

const (
	sshdParts     = "/etc/ssh/sshd_config.d/*.conf"
	sshdSysconfig = "/etc/sysconfig/sshd"
)

// readSSHDFiles adds the drop-ins that no Include reads today: a line further up
// can make them count.
func (h *Host) readSSHDFiles(s *SSHD, n *fact.Notes) {
	if s.ConfigFile != nil {
		if _, err := h.root.Stat(*s.ConfigFile); !isAbsent(err) {
			s.Files = append(s.Files, *s.ConfigFile)
		}
	}
	parts, err := h.glob(sshdParts)
	if err != nil {
		n.Unknown("files", err)
	}
	s.Files = append(s.Files, parts...)
	slices.Sort(s.Files)
	s.Files = slices.Compact(s.Files)
	n.Origin("files", strings.Join(s.Files, ", "))
}

// readHostKeys sorts the files into private and public keys by their first line:
// a name proves nothing.
func (h *Host) readHostKeys(s *SSHD, n *fact.Notes) {
	names, err := h.glob("/etc/ssh/ssh_host_*_key*")
	if err != nil {
		n.Unknown("private_keys", err)
		n.Unknown("public_keys", err)
		return
	}
	for _, key := range s.HostKey {
		names = append(names, key, key+".pub")
	}
	slices.Sort(names)
	for _, name := range slices.Compact(names) {
		b, found, err := h.readOptional(name)
		switch {
		case err != nil:
			n.Unknown("private_keys", err)
			n.Unknown("public_keys", err)
		case found && isPrivateKey(b):
			s.PrivateKeys = append(s.PrivateKeys, name)
		case found && isPublicKey(b):
			s.PublicKeys = append(s.PublicKeys, name)
		}
	}
	n.Origin("private_keys", "HostKey and /etc/ssh/ssh_host_*_key*")
	n.Origin("public_keys", "HostKey and /etc/ssh/ssh_host_*_key*")
	if err := n.At("hostkey", nil).Err; err != nil {
		n.Unknown("private_keys", err)
		n.Unknown("public_keys", err)
	}
}

// isPrivateKey knows PEM in OpenSSH's and the older formats.
func isPrivateKey(b []byte) bool {
	line := firstLine(b)
	return strings.HasPrefix(line, "-----BEGIN ") && strings.HasSuffix(line, "PRIVATE KEY-----")
}

// isPublicKey knows the one-line format: a type, then base64.
func isPublicKey(b []byte) bool {
	f := bytes.Fields(b[:min(len(b), 256)])
	return len(f) > 1 && (bytes.HasPrefix(f[0], []byte("ssh-")) || bytes.HasPrefix(f[0], []byte("ecdsa-")) || bytes.HasPrefix(f[0], []byte("sk-")))
}

// readBanner shows the words that are sent before login. sshd sends the file as
// it is: escapes of agetty are not replaced.
func (h *Host) readBanner(s *SSHD, n *fact.Notes) {
	if err := n.At("banner", nil).Err; err != nil {
		n.Unknown("banner_text", err)
		return
	}
	if s.Banner == nil || *s.Banner == "none" {
		n.Origin("banner_text", "no banner is set")
		return
	}
	n.Origin("banner_text", *s.Banner)
	b, found, err := h.readOptional(*s.Banner)
	if err != nil {
		n.Unknown("banner_text", err)
	}
	if found {
		text := string(b)
		s.BannerText = &text
	}
}

// readCryptoPolicy looks for the variable that start scripts of older releases
// pass on, and that people set to leave the policy.
func (h *Host) readCryptoPolicy(s *SSHD, n *fact.Notes) {
	n.Origin("crypto_policy", "not set in "+sshdSysconfig)
	b, found, err := h.readOptional(sshdSysconfig)
	switch {
	case err != nil:
		n.Unknown("crypto_policy", err)
	case found:
		if v, ok := parseEnvironmentFile(sshdSysconfig, b)["CRYPTO_POLICY"]; ok {
			n.Origin("crypto_policy", v.At)
			s.CryptoPolicy = &v.Text
		}
	}
}
