package secret

import (
	"regexp/syntax"
	"slices"
	"strings"
	"testing"
	"unicode"
)

func TestSecretName(t *testing.T) {
	for name, want := range map[string]string{
		"DB_PASSWORD": "password", "MYSQL_ROOT_PASSWORD": "password", "REDIS_PASS": "password", "requirepass": "password",
		"dbPassword": "password", "PGPASSWORD": "password", "DB_PWD": "password",
		"API_TOKEN": "token", "authToken": "token", "authtoken": "token", "VAULT_TOKEN": "token",
		"API_KEY": "key", "apiKey": "key", "AWS_SECRET_ACCESS_KEY": "secret", "STORAGE_ACCOUNT_KEY": "key", "ACCESSKEY": "key",
		"client-secret": "secret", "SECRET_KEY_BASE": "secret", "GOOGLE_CREDENTIALS": "credentials",
		"PWD": "", "OLDPWD": "", "DB_PASSWORD_FILE": "", "TOKEN_TTL": "", "MAX_TOKENS": "", "TOKENIZERS_PARALLELISM": "",
		"PASSWORD_RESET_URL": "", "GPG_KEY": "", "KEY": "", "BYPASS": "", "PATH": "", "AWS_ACCESS_KEY_ID": "", "no-password": "", "": "",
		"password-stdin": "", "COMPASS": "", "password_encryption": "", "TOKEN_EXPIRES_IN": "", "AccountKey": "key",
	} {
		if got := Name(name); got != want {
			t.Errorf("secretName(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestRedact(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"nginx -g daemon off;", "nginx -g daemon off;"},
		{"mysql --password=hunter2 -h db", "mysql --password=*** -h db"},
		{"mysql -u root -phunter2 app", "mysql -u root -p*** app"},
		{"mysql --port=3306 app", "mysql --port=3306 app"},
		{"app --api-key hunter2 --verbose", "app --api-key *** --verbose"},
		{"login --password-stdin registry", "login --password-stdin registry"},
		{"app --token --verbose", "app --token --verbose"},
		{`sh -c DB_PASSWORD="hun ter2" ./run`, `sh -c DB_PASSWORD=*** ./run`},
		{`{"password": "hun ter2","user":"kim"}`, `{"password": ***,"user":"kim"}`},
		{`{"password":"hunter2"}`, `{"password":***}`},
		{"password: hunter2 user: kim", "password: *** user: kim"},
		{"password = hunter2", "password = ***"},
		{"app:hunter2@tcp(db:3306)/app", "***@tcp(db:3306)/app"},
		{"https://hooks.slack.com/services/T01/B02/hunter2", "https://hooks.slack.com/services/***"},
		{"postgres://app:hunter2@db:5432/app", "postgres://***@db:5432/app"},
		{"postgres://app:hun/ter2@db/app", "postgres://***@db/app"},
		{"https://example.org/a?token=hunter2", "https://example.org/a?token=***"},
		{"curl -fsS -u kim:hunter2 https://x", "curl -fsS -u *** https://x"},
		{`curl -H "Authorization: Bearer hunter2" https://x`, `curl -H "Authorization: Bearer ***" https://x`},
		{"sshpass -p hunter2 ssh host", "sshpass -p *** ssh host"},
		{"/bin/sh -c #(nop)  ENV A=1 DB_PASSWORD=hun ter2", "/bin/sh -c #(nop)  ENV A=1 DB_PASSWORD=***"},
		{"ENV DB_PASSWORD=hun ter2 # buildkit", "ENV DB_PASSWORD=*** # buildkit"},
		{"RUN |1 TOKEN=hun ter2 /bin/sh -c make # buildkit", "RUN |1 TOKEN=*** /bin/sh -c make # buildkit"},
		{"|1 TOKEN=hunter2 /bin/sh -c make", "|1 TOKEN=*** /bin/sh -c make"},
		{"RUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci", "RUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci"},
		{"admin:$apr1$abcdefgh$0123456789abcdefghijkl", "admin:***"},
		{"é TOKEN=hunter2", "é TOKEN=***"},
		{"TOKEN=", "TOKEN="},
	} {
		if got := Redact(tt.in); got != tt.want {
			t.Errorf("redact(%q)\n got %q\nwant %q", tt.in, got, tt.want)
		}
	}
}

func TestRedactArgs(t *testing.T) {
	got := Args([]string{"app", "--password", "hun ter2", "--token=hun ter2", "API_KEY=hun ter2 x", "-v", "--secret", "false", "a=b"})
	want := []string{"app", "--password", "***", "--token=***", "API_KEY=***", "-v", "--secret", "false", "a=b"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// FuzzRedact holds that a secret never leaves in any form that names it.
func FuzzRedact(f *testing.F) {
	for _, s := range []string{"hunter2", "pa;ss&wo|rd", "a=b:c=d", "--x", "p@ss/w0rd", "**", "$ecret", "é€ü", "-p=x", "://", "x:y@z", "ENV x", "|1 a=b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		word := strings.Map(func(r rune) rune {
			if unicode.IsSpace(r) || unicode.IsControl(r) || strings.ContainsRune(`"'\`+"`\uFFFD", r) {
				return -1
			}
			return r
		}, s)
		word = "Zq" + word + "qZ9" // cannot stand in the texts by chance
		phrase := word + " " + word
		leaks := func(out string) {
			t.Helper()
			if strings.Contains(out, word) {
				t.Errorf("%q is still in %q", word, out)
			}
		}
		for _, before := range []string{"DB_PASSWORD=", "run --token=", "app --api-key ", `x "client_secret": `, "password: ", "password=x TOKEN=", "https://h/?a=1&token="} {
			leaks(Redact(before + word + " tail"))
			leaks(Redact(before + `"` + phrase + `" tail`))
			leaks(Redact(before + `'` + phrase + `' tail`))
		}
		for _, before := range []string{"ENV A=b TOKEN=", "/bin/sh -c #(nop)  ARG DB_PASSWORD=", "LABEL api.key="} {
			leaks(Redact(before + phrase))
		}
		leaks(Redact("postgres://app:" + strings.Map(notAngle, word) + "@db/app"))
		leaks(strings.Join(Args([]string{"x", "--password=" + phrase, "TOKEN=" + phrase, "sh", "-c", "PGPASSWORD='" + phrase + "' psql"}), " "))
		leaks(strings.Join(EnvNames([]string{"DB_PASSWORD=" + phrase}), " "))
		leaks(Map(map[string]string{"vault.token": phrase})["vault.token"])
		if once := Redact("TOKEN=" + word); Redact(once) != once {
			t.Errorf("redacting twice changes %q to %q", once, Redact(once))
		}
	})
}

// notAngle drops what cannot stand in the user part of a URL.
func notAngle(r rune) rune {
	if strings.ContainsRune("<>?#/", r) {
		return -1
	}
	return r
}

// Every expression compiles, though no test may call for it.
func TestShapes(t *testing.T) {
	for _, s := range shapes {
		if s.re() == nil {
			t.Error(s.trigger)
		}
	}
}

// TestLeast: a text that is passed over for its length cannot hold the shape.
func TestLeast(t *testing.T) {
	for _, s := range shapes {
		re, err := syntax.Parse(s.re().String(), syntax.Perl)
		if err != nil {
			t.Fatal(err)
		}
		if got := shortest(re.Simplify()); s.least > got {
			t.Errorf("%s: least is %d; a match may have %d bytes", s.trigger, s.least, got)
		}
	}
}

// shortest is the least number of bytes that an expression matches.
func shortest(re *syntax.Regexp) (n int) {
	switch re.Op {
	case syntax.OpLiteral:
		return len(re.Rune)
	case syntax.OpCharClass, syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		return 1
	case syntax.OpCapture, syntax.OpPlus, syntax.OpConcat:
		for _, sub := range re.Sub {
			n += shortest(sub)
		}
	case syntax.OpAlternate:
		n = shortest(re.Sub[0])
		for _, sub := range re.Sub {
			n = min(n, shortest(sub))
		}
	}
	return n // the others match nothing, or may
}
