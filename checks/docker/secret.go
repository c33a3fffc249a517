package docker

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"scantling/checks/secret"
)

// Secret is a place where a secret stands in plain text. Its value is never
// kept.
type Secret struct {
	Where string // env DB_PASSWORD, label vault.token, cmd, entrypoint, step 3 of the build
	Kind  string // password, token, key, URL with credentials, private key, ...
}

// envSecrets finds the variables of NAME=value lines that hold a secret.
func envSecrets(env []string) []Secret {
	var out []Secret
	for _, line := range env {
		name, value, _ := strings.Cut(line, "=")
		if kind := pairSecret(name, value); kind != "" {
			out = append(out, Secret{"env " + name, kind})
		}
	}
	return out
}

// mapSecrets finds the labels or options that hold a secret.
func mapSecrets(what string, m map[string]string) []Secret {
	var out []Secret
	for _, k := range slices.Sorted(maps.Keys(m)) {
		if kind := pairSecret(k, m[k]); kind != "" {
			out = append(out, Secret{what + " " + secret.Redact(k), kind})
		}
	}
	return out
}

// pairSecret is the kind of secret in a named value: by the name, else by what
// the value looks like. "" when there is none.
func pairSecret(name, value string) string {
	if strings.HasSuffix(strings.ToUpper(name), "_FILE") {
		return ""
	}
	if kind := secret.Name(name); kind != "" && secret.Literal(value, kind) {
		return cmp.Or(secret.ValueKind(value), kind)
	}
	return secret.Text(value)
}

// argSecrets finds secrets in the words of a command; where names it.
func argSecrets(where string, args []string) []Secret {
	var out []Secret
	for i, a := range args {
		kind := secret.Text(a)
		if option := secret.OptionKind(args, i); option != "" && secret.Literal(a, option) {
			kind = option
		}
		if s := (Secret{where, kind}); kind != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// historySecrets finds secrets in the commands of an image's layers. Values of
// build arguments stay in the history of the layers that use them.
func historySecrets(commands []string) []Secret {
	var out []Secret
	for i, c := range commands {
		if kind := secret.Text(c); kind != "" {
			out = append(out, Secret{fmt.Sprintf("step %d of the build", i+1), kind})
		}
	}
	return out
}
