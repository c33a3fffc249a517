package pack

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// OpenSSH alone verifies a package, with the command of VERIFY.txt, and notices
// one that was changed.
func TestSSHKeygenVerifies(t *testing.T) {
	keygen, err := exec.LookPath("ssh-keygen")
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("ssh-keygen is missing; .ci/run installs it")
		}
		t.Skip("ssh-keygen is missing")
	}
	for kind, key := range made(t) {
		p := sample(t)
		if p.Signer, err = ReadKey(keyFile(t, key, ""), "", nil); err != nil {
			t.Fatal(err)
		}
		dir := written(t, p, "evidence")
		sums, err := os.ReadFile(filepath.Join(dir, sumsFile))
		if err != nil {
			t.Fatal(err)
		}
		verify := func(text []byte) ([]byte, error) {
			cmd := exec.Command(keygen, "-Y", "verify", "-f", signersFile, "-I", principal, "-n", Namespace, "-s", signatureFile)
			cmd.Dir, cmd.Stdin = dir, bytes.NewReader(text)
			return cmd.CombinedOutput()
		}
		if out, err := verify(sums); err != nil {
			t.Errorf("%s: %v: %s", kind, err, out)
		}
		if out, err := verify(append(sums, '\n')); err == nil {
			t.Errorf("%s: a changed list is verified: %s", kind, out)
		}
	}
}

// And we verify what ssh-keygen signed.
func TestSignatureOfSSHKeygen(t *testing.T) {
	keygen, err := exec.LookPath("ssh-keygen")
	if err != nil {
		t.Skip("ssh-keygen is missing; the test above demands it where it must be there")
	}
	p := sample(t)
	key := keyFile(t, made(t)["ed25519"], "")
	if p.Signer, err = ReadKey(key, "", nil); err != nil {
		t.Fatal(err)
	}
	dir := written(t, p, "evidence")
	if err := os.Remove(filepath.Join(dir, signatureFile)); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(keygen, "-Y", "sign", "-f", key, "-n", Namespace, sumsFile)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	if f := verified(t, dir, nil); len(f.Faults) > 0 {
		t.Errorf("got the faults %q", f.Faults)
	}
}
