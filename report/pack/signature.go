package pack

import (
	"bytes"

	"github.com/hiddeco/sshsig"
	"golang.org/x/crypto/ssh"
)

// signature checks who signed the list of hashes.
func (v *verifier) signature() error {
	if _, signed := v.sizes[signatureFile]; !signed {
		if v.note("it is not signed"); v.Signers != nil {
			v.fault("it is not signed, and a signature by one of the allowed signers was asked for")
		}
		return nil
	}
	b, err := v.whole(signatureFile, maxKey)
	if err != nil {
		return err
	}
	sig, err := sshsig.Unarmor(b)
	if err == nil {
		err = fit(sig.PublicKey)
	}
	if err == nil {
		err = sshsig.Verify(bytes.NewReader(v.rawSums), sig, sig.PublicKey, sig.HashAlgorithm, Namespace)
	}
	if err != nil {
		v.fault("%s is not a good signature of %s: %v", signatureFile, sumsFile, err)
		return nil
	}
	v.key = ssh.FingerprintSHA256(sig.PublicKey)
	v.who(sig.PublicKey)
	return nil
}

func (v *verifier) who(key ssh.PublicKey) {
	if v.Signers == nil {
		v.note("signed with the %s key %s; whose it is, --allowed-signers would tell", key.Type(), v.key)
		return
	}
	name, err := v.Signers.find(key, v.Now)
	switch {
	case err != nil:
		v.fault("signed with %s: %v", v.key, err)
	case name == "":
		v.fault("signed with %s, which is not one of the allowed signers", v.key)
	default:
		v.note("signed by %s with the %s key %s", name, key.Type(), v.key)
	}
}
