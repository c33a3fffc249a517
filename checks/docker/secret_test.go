package docker

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestEnvSecrets(t *testing.T) {
	got := envSecrets([]string{
		"PATH=/usr/bin", "DB_PASSWORD=hunter2", "DB_PASSWORD_FILE=/run/secrets/db", "EMPTY_PASSWORD=", "ALLOW_EMPTY_PASSWORD=yes",
		"API_TOKEN=$(cat /x)", "CI_TOKEN=${TOKEN}", "AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE", "MAX_TOKEN=4096",
		"DATABASE_URL=postgres://app:pa:ss@db/app", "REPO=https://github.com/a/b", "SCOPE=https://npm:8080/@scope/x",
		"CERT=-----BEGIN RSA PRIVATE KEY-----\nMII", "PASSPHRASE=0123456", "TOKEN=/run/secrets/token", "NO_EQUALS",
		"DSN=app:hunter2@tcp(db:3306)/app", "POSTGRES_ARGS=-c password_encryption=scram-sha-256",
		"SIGN=ghp_0123456789abcdefghijABCDEFGHIJ012345", "GIT=ssh://git@github.com/x", "PROXY=http://u:$PASS@proxy",
	})
	want := []Secret{
		{"env DB_PASSWORD", "password"},
		{"env AWS_ACCESS_KEY_ID", "AWS access key"},
		{"env DATABASE_URL", "URL with credentials"},
		{"env CERT", "private key"},
		{"env PASSPHRASE", "password"},
		{"env DSN", "URL with credentials"},
		{"env SIGN", "GitHub token"},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("secrets (-want +got):\n%s", d)
	}
}

func TestArgSecrets(t *testing.T) {
	secrets := argSecrets("cmd", []string{"app", "--password", "hun ter2", "--token=hunter2", "--password-file", "/x", "--api-key", "${KEY}"})
	if d := cmp.Diff([]Secret{{"cmd", "password"}, {"cmd", "token"}}, secrets); d != "" {
		t.Errorf("secrets (-want +got):\n%s", d)
	}
}

func TestHistorySecrets(t *testing.T) {
	got := historySecrets([]string{
		"/bin/sh -c #(nop) ADD file:abc in /",
		"RUN |1 NPM_TOKEN=abcdefgh /bin/sh -c npm ci # buildkit",
		"RUN /bin/sh -c curl -H \"Authorization: Bearer $TOKEN\" https://x # buildkit",
		"ARG NPM_TOKEN",
		"ENV JWT_SECRET=abcdefgh",
	})
	if d := cmp.Diff([]Secret{{"step 2 of the build", "token"}, {"step 5 of the build", "secret"}}, got); d != "" {
		t.Errorf("secrets (-want +got):\n%s", d)
	}
}
