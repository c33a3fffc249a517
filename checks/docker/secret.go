package docker

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
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
			out = append(out, Secret{what + " " + redact(k), kind})
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
	if kind := secretName(name); kind != "" && literalSecret(value, kind) {
		return cmp.Or(valueKind(value), kind)
	}
	return textSecret(value)
}

// argSecrets finds secrets in the words of a command; where names it.
func argSecrets(where string, args []string) []Secret {
	var out []Secret
	for i, a := range args {
		kind := textSecret(a)
		if option := optionKind(args, i); option != "" && literalSecret(a, option) {
			kind = option
		}
		if s := (Secret{where, kind}); kind != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// optionKind is the kind of secret that the option before args[i] announces:
// --password VALUE. Short options say too little.
func optionKind(args []string, i int) string {
	if i == 0 || strings.HasPrefix(args[i], "-") {
		return ""
	}
	if name, ok := strings.CutPrefix(args[i-1], "--"); ok && !strings.ContainsAny(name, "= \t\n") {
		return secretName(name)
	}
	return ""
}

// textSecret is the kind of the first literal secret in free text.
func textSecret(text string) string {
	for _, s := range secretSpans(text) {
		if s.literal {
			return s.kind
		}
	}
	return ""
}

// historySecrets finds secrets in the commands of an image's layers. Values of
// build arguments stay in the history of the layers that use them.
func historySecrets(commands []string) []Secret {
	var out []Secret
	for i, c := range commands {
		if kind := textSecret(c); kind != "" {
			out = append(out, Secret{fmt.Sprintf("step %d of the build", i+1), kind})
		}
	}
	return out
}
