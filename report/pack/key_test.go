package pack

import (
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"encoding/pem"
	"errors"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/crypto/ssh"
	"golang.org/x/crypto/ssh/agent"
)

func keyFile(t *testing.T, key any, passphrase string) string {
	t.Helper()
	var block *pem.Block
	var err error
	if passphrase == "" {
		block, err = ssh.MarshalPrivateKey(key, "kim")
	} else {
		block, err = ssh.MarshalPrivateKeyWithPassphrase(key, "kim", []byte(passphrase))
	}
	if err != nil {
		t.Fatal(err)
	}
	return file(t, pem.EncodeToMemory(block))
}

func file(t *testing.T, b []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "key")
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// made are keys of the kinds that are taken.
func made(t *testing.T) map[string]any {
	t.Helper()
	_, ed, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	ec, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	rs, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	return map[string]any{"ed25519": ed, "ecdsa": ec, "rsa": rs}
}

func TestReadKey(t *testing.T) {
	unasked := func() ([]byte, error) { return nil, errors.New("nobody is there to ask") }
	for kind, key := range made(t) {
		s, err := ReadKey(keyFile(t, key, ""), "", unasked)
		if err != nil {
			t.Errorf("%s: %v", kind, err)
			continue
		}
		p := sample(t)
		p.Signer = s
		if f := verified(t, written(t, p, "evidence.zip"), nil); len(f.Faults) > 0 {
			t.Errorf("%s: got the faults %q", kind, f.Faults)
		}
		locked := keyFile(t, key, "secret")
		if _, err := ReadKey(locked, "", func() ([]byte, error) { return []byte("secret\n"), nil }); err != nil {
			t.Errorf("%s with a passphrase: %v", kind, err)
		}
		if _, err := ReadKey(locked, "", func() ([]byte, error) { return []byte("wrong"), nil }); err == nil {
			t.Errorf("%s: a wrong passphrase is taken", kind)
		}
		if _, err := ReadKey(locked, "", unasked); err == nil || !strings.Contains(err.Error(), "nobody is there") {
			t.Errorf("%s: got %v, want to be asked", kind, err)
		}
	}
}

func TestReadKeyRefuses(t *testing.T) {
	for name, tt := range map[string]struct{ path, want string }{
		"no key":     {file(t, []byte("hello")), "ssh-keygen -t ed25519"},
		"a folder":   {t.TempDir(), "not a regular file"},
		"nothing":    {filepath.Join(t.TempDir(), "none"), "no such file"},
		"too large":  {file(t, make([]byte, maxKey+1)), "larger than"},
		"no agent":   {file(t, ssh.MarshalAuthorizedKey(signer(t, 1).PublicKey())), "SSH_AUTH_SOCK is not set"},
		"a weak key": {keyFile(t, weak(t), ""), "2048 bits"},
	} {
		if _, err := ReadKey(tt.path, "", nil); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: got %v, want %q", name, err, tt.want)
		}
	}
}

func weak(t *testing.T) *rsa.PrivateKey {
	t.Helper()
	t.Setenv("GODEBUG", "rsa1024min=0")
	k, err := rsa.GenerateKey(rand.Reader, 1024)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// The agent signs: the private key is nowhere else.
func TestAgentSigns(t *testing.T) {
	ring := agent.NewKeyring()
	for _, key := range made(t) {
		if err := ring.Add(agent.AddedKey{PrivateKey: key}); err != nil {
			t.Fatal(err)
		}
	}
	socket := filepath.Join(t.TempDir(), "agent")
	l, err := net.Listen("unix", socket)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go func() { _ = agent.ServeAgent(ring, c) }()
		}
	}()
	held, err := ring.List()
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range held {
		s, err := ReadKey(file(t, ssh.MarshalAuthorizedKey(k)), socket, nil)
		if err != nil {
			t.Fatal(err)
		}
		p := sample(t)
		p.Signer = s
		if f := verified(t, written(t, p, "evidence"), nil); len(f.Faults) > 0 {
			t.Errorf("%s: got the faults %q", k.Format, f.Faults)
		}
	}
	if _, err := ReadKey(file(t, ssh.MarshalAuthorizedKey(signer(t, 9).PublicKey())), socket, nil); err == nil || !strings.Contains(err.Error(), "ssh-add") {
		t.Errorf("got %v, want a key that the agent does not hold refused", err)
	}
}
