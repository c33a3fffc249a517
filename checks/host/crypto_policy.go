package host

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"scantling/checks/fact"
)

// CryptoPolicyFact is `crypto_policy`.
var CryptoPolicyFact = fact.NewOne("crypto_policy",
	"Red Hat's system-wide crypto policy: what is configured, what was applied, and the algorithms that the applied one allows.",
	fact.Files, readCryptoPolicy).
	Reading(func(string) []string { return []string{cryptoConfig, cryptoCurrent, cryptoExpanded} })

const (
	cryptoConfig   = "/etc/crypto-policies/config"
	cryptoCurrent  = "/etc/crypto-policies/state/current"
	cryptoExpanded = "/etc/crypto-policies/state/CURRENT.pol"
)

// CryptoPolicy is the policy of the machine. Config and Current differ when
// update-crypto-policies was not run after a change.
type CryptoPolicy struct {
	Exists   bool
	Config   *string // DEFAULT:NO-SHA1
	Current  *string
	Settings []CryptoSetting
	SSH      []CryptoSSH `cty:"ssh"`
}

// A CryptoSetting is one line of the applied policy, written out: cipher, mac,
// hash, sign, min_rsa_size, ... Scope is "" where it holds for all that have no
// line of their own.
type CryptoSetting struct {
	Key    string
	Scope  string
	Values []string
}

// CryptoSSH is what one of the SSH implementations gets: lines of its own
// scope, else the general ones.
type CryptoSSH struct {
	Backend string // openssh-server, openssh-client, libssh
	Cipher  []string
	MAC     []string `cty:"mac"`
	ETM     *string  `cty:"etm"` // ANY, DISABLE_ETM, DISABLE_NON_ETM
}

func readCryptoPolicy(h *Host, ctx context.Context, n *fact.Notes) (CryptoPolicy, error) {
	var out CryptoPolicy
	n.From(cryptoExpanded)
	for attr, file := range map[string]string{"config": cryptoConfig, "current": cryptoCurrent} {
		policy, err := h.readPolicyName(file)
		n.Origin(attr, file)
		if err != nil {
			n.Unknown(attr, err)
			n.Unknown("exists", err)
		}
		out.Exists = out.Exists || policy != nil
		if attr == "config" {
			out.Config = policy
		} else {
			out.Current = policy
		}
	}
	b, _, err := h.readOptional(cryptoExpanded)
	if err != nil {
		n.Unknown("settings", err)
		n.Unknown("ssh", err)
	}
	settings, origins := parseCryptoPolicy(cryptoExpanded, b)
	out.Settings = settings
	for i, at := range origins {
		n.Origin(fmt.Sprintf("settings[%d]", i), at)
	}
	if len(out.Settings) > 0 {
		out.SSH = sshPolicies(out.Settings)
	}
	if out.Config != nil && out.Current != nil && *out.Config != *out.Current {
		n.Remark("config", "the policy applied is "+*out.Current+": run update-crypto-policies")
	}
	return out, ctx.Err()
}

// readPolicyName takes the first line that is no comment; null where no file is.
func (h *Host) readPolicyName(file string) (*string, error) {
	b, found, err := h.readOptional(file)
	if err != nil || !found {
		return nil, err
	}
	for line := range strings.Lines(string(b)) {
		line, _, _ = strings.Cut(line, "#")
		if line = strings.TrimSpace(line); line != "" {
			return &line, nil
		}
	}
	return nil, nil
}

// parseCryptoPolicy reads the written-out policy: `cipher = A B` for all, and
// `cipher@openssh-server = A` for one back-end.
func parseCryptoPolicy(file string, b []byte) (out []CryptoSetting, origins []string) {
	number := 0
	for line := range strings.Lines(string(b)) {
		number++
		line, _, _ = strings.Cut(line, "#")
		name, value, ok := strings.Cut(line, "=")
		if name = strings.TrimSpace(name); !ok || name == "" {
			continue
		}
		key, scope, _ := strings.Cut(name, "@")
		out = append(out, CryptoSetting{key, scope, strings.Fields(value)})
		origins = append(origins, fmt.Sprintf("%s:%d", file, number))
	}
	return out, origins
}

func sshPolicies(all []CryptoSetting) (out []CryptoSSH) {
	for _, backend := range []string{"openssh-server", "openssh-client", "libssh"} {
		p := CryptoSSH{Backend: backend, Cipher: settingFor(all, "cipher", backend), MAC: settingFor(all, "mac", backend)}
		if etm := settingFor(all, "etm", backend); len(etm) > 0 {
			p.ETM = &etm[0]
		}
		out = append(out, p)
	}
	return out
}

// settingFor prefers the back-end's own line to one for ssh, and that to the
// general one.
func settingFor(all []CryptoSetting, key, backend string) []string {
	for _, scope := range []string{backend, "ssh", ""} {
		i := slices.IndexFunc(all, func(s CryptoSetting) bool { return s.Key == key && strings.EqualFold(s.Scope, scope) })
		if i >= 0 {
			return all[i].Values
		}
	}
	return nil
}
