package pack

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/hiddeco/sshsig"
	"golang.org/x/crypto/ssh"
)

// A Signer holds a private key, or asks an agent that does.
type Signer = ssh.Signer

// maxKey is the size of the largest key file that is read.
const maxKey = 64 << 10

// sign signs SHA256SUMS, which covers everything else.
func (w *writer) sign() error {
	if w.Signer == nil {
		return nil
	}
	sums, err := os.ReadFile(w.dir + "/" + sumsFile)
	if err != nil {
		return err
	}
	sig, err := sshsig.Sign(bytes.NewReader(sums), w.Signer, sshsig.HashSHA512, Namespace)
	if err != nil {
		return fmt.Errorf("signing: %w", err)
	}
	return w.addText(signatureFile, sshsig.Armor(sig))
}

// ReadKey reads an OpenSSH private key. Where a passphrase protects it, ask gives
// the passphrase. A public key in its place is one that the agent at the given
// socket must hold.
func ReadKey(path, agent string, ask func() ([]byte, error)) (Signer, error) {
	b, err := readSmall(path, maxKey)
	if err != nil {
		return nil, err
	}
	if pub, _, _, _, err := ssh.ParseAuthorizedKey(b); err == nil {
		return heldBy(agent, pub)
	}
	s, err := ssh.ParsePrivateKey(b)
	var locked *ssh.PassphraseMissingError
	if errors.As(err, &locked) {
		s, err = unlock(b, ask)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, strangeKey(b, err))
	}
	return s, fit(s.PublicKey())
}

func unlock(key []byte, ask func() ([]byte, error)) (Signer, error) {
	pass, err := ask()
	if err != nil {
		return nil, err
	}
	return ssh.ParsePrivateKeyWithPassphrase(key, bytes.TrimRight(pass, "\r\n"))
}

// strangeKey says more about a file that is no key.
func strangeKey(b []byte, err error) error {
	if !bytes.Contains(b, []byte("PRIVATE KEY")) && strings.Contains(err.Error(), "no key found") {
		return errors.New("this is no SSH key; ssh-keygen -t ed25519 -f FILE makes one")
	}
	return err
}

// readSmall reads a regular file of a reasonable size.
func readSmall(path string, most int64) ([]byte, error) {
	info, err := os.Stat(path) // before it is opened: a FIFO would keep us waiting
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is not a regular file", path)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, most+1))
	if err == nil && int64(len(b)) > most {
		err = fmt.Errorf("%s is larger than %d bytes", path, most)
	}
	return b, err
}

// ReadPassphrase is the first line of a file.
func ReadPassphrase(path string) ([]byte, error) {
	b, err := readSmall(path, maxKey)
	if err != nil {
		return nil, err
	}
	line, _, _ := bytes.Cut(b, []byte("\n"))
	return line, nil
}
