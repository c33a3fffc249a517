package secret

import (
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"unicode"
)

// Name says what kind of secret a variable, option or label of this name
// usually holds; "" when the name tells of none. DB_PASSWORD, --api-key and
// clientSecret do; DB_PASSWORD_FILE and TOKEN_TTL speak about a secret without
// holding it, and PWD is the working directory.
func Name(name string) string {
	if kind, ok := kinds.Load(name); ok {
		return kind.(string)
	}
	kind := kindOf(name)
	if len(name) < 64 && kept.Add(1) < 1024 {
		kinds.Store(strings.Clone(name), kind)
	}
	return kind
}

// A cache of pure values: containers share most names of variables and labels.
var (
	kinds sync.Map
	kept  atomic.Int64
)

func kindOf(name string) string {
	ws := words(name)
	if len(ws) == 0 || ws[0] == "no" || len(ws) == 1 && (ws[0] == "pwd" || ws[0] == "oldpwd") || harmlessEnd[ws[len(ws)-1]] {
		return ""
	}
	for i, w := range ws {
		if kind := secretWord(w, i == len(ws)-1); kind != "" {
			return kind
		}
		if w == "key" && i > 0 && keyOf[ws[i-1]] {
			return "key"
		}
	}
	return ""
}

var (
	// harmlessEnd are last words of names that hold a fact about a secret.
	harmlessEnd = set("file files path paths dir directory location url uri id ids name names ttl expiry expires expiration " +
		"length len size type types kind header issuer endpoint policy enabled enable disabled field prefix suffix count limit " +
		"limits timeout age algorithm alg format encoding min max lifetime duration interval version mode host port required " +
		"validity refresh rotation audience scope provider store backend stdin " +
		"encryption scheme hashing algo strategy validators validation check auth authentication reset change hint label pattern " +
		"regex rules complexity history manager service ref reference class in")
	keyOf      = set("api access secret private encryption encrypt signing sign auth master account storage session ssh deploy shared host jwt hmac cipher")
	notSecrets = set("bypass compass surpass trespass overpass underpass")
)

func set(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}

func secretWord(w string, last bool) string {
	switch w {
	case "password", "passwd", "passphrase", "passwords", "passcode":
		return "password"
	case "pwd":
		return "password"
	case "credential", "credentials", "creds":
		return "credentials"
	case "token", "pat":
		return "token"
	case "secret", "secrets":
		return "secret"
	case "apikey", "accesskey", "secretkey", "privatekey", "authkey", "masterkey", "encryptionkey":
		return "key"
	}
	switch {
	case notSecrets[w]:
		return ""
	case last && strings.HasSuffix(w, "pass"), strings.HasSuffix(w, "password"), strings.HasSuffix(w, "passwd"), strings.HasSuffix(w, "passphrase"):
		return "password"
	case strings.HasSuffix(w, "token"):
		return "token"
	case strings.HasSuffix(w, "secret"):
		return "secret"
	case strings.HasSuffix(w, "apikey"):
		return "key"
	}
	return ""
}

// words splits DB_PASSWORD, db-password and dbPassword alike.
func words(name string) []string {
	var out []string
	start, rs := 0, []rune(name)
	cut := func(end int) {
		if end > start {
			out = append(out, strings.ToLower(string(rs[start:end])))
		}
	}
	for i, r := range rs {
		switch {
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			cut(i)
			start = i + 1
		case i > start && unicode.IsUpper(r) && (unicode.IsLower(rs[i-1]) || i+1 < len(rs) && unicode.IsLower(rs[i+1]) && unicode.IsUpper(rs[i-1])):
			cut(i)
			start = i
		}
	}
	cut(len(rs))
	return out
}

// Literal reports whether a value given to a secret's name is the secret:
// not empty, not a switch, not a reference to another variable or to a file.
func Literal(value, kind string) bool {
	v := strings.Trim(strings.TrimSpace(value), `"'`)
	switch {
	case v == "" || v == Mask || slices.Contains(switches, strings.ToLower(v)):
		return false
	case isReference(v):
		return false
	case kind != "password" && len(v) <= 6 && strings.Trim(v, "0123456789.") == "":
		return false // MAX_TOKEN=4096
	}
	return !strings.HasPrefix(v, "/run/secrets/") && !strings.HasPrefix(v, "/var/run/secrets/") && !strings.HasPrefix(v, "/etc/")
}

var switches = []string{"true", "false", "yes", "no", "on", "off", "none", "null", "nil", "0", "1", "enabled", "disabled", "optional", "required"}

// isReference takes $NAME, ${NAME}, $(command) and {{ template }} for values
// that are filled in elsewhere. ${NAME:-default} holds a default, so it is not.
func isReference(v string) bool {
	name, ok := strings.CutPrefix(v, "$")
	if !ok {
		return strings.HasPrefix(v, "{{") && strings.HasSuffix(v, "}}")
	}
	if strings.HasPrefix(name, "(") {
		return true
	}
	if inner, ok := strings.CutPrefix(name, "{"); ok {
		name = strings.TrimSuffix(inner, "}")
	}
	return name != "" && strings.IndexFunc(name, func(r rune) bool { return !isNameRune(r) }) < 0
}

func isNameRune(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) }
