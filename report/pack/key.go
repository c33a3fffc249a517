package pack

import (
	"bytes"
	"crypto/rsa"
	"errors"
	"fmt"
	"net"
	"time"

	"golang.org/x/crypto/ssh"
	"golang.org/x/crypto/ssh/agent"
)

// fit refuses keys that no longer prove anything.
func fit(k ssh.PublicKey) error {
	switch k.Type() {
	case ssh.KeyAlgoED25519, ssh.KeyAlgoECDSA256, ssh.KeyAlgoECDSA384, ssh.KeyAlgoECDSA521, ssh.KeyAlgoSKED25519, ssh.KeyAlgoSKECDSA256:
		return nil
	case ssh.KeyAlgoRSA:
		if c, ok := k.(ssh.CryptoPublicKey); ok {
			if pub, ok := c.CryptoPublicKey().(*rsa.PublicKey); ok && pub.N.BitLen() >= 2048 {
				return nil
			}
		}
		return errors.New("an RSA key of less than 2048 bits is not strong enough")
	}
	return fmt.Errorf("a key of type %.40q is not used for evidence: ed25519, ecdsa or rsa are", k.Type())
}

// heldBy finds a key in an agent, which signs with it: the private key stays there.
func heldBy(socket string, pub ssh.PublicKey) (Signer, error) {
	if err := fit(pub); err != nil {
		return nil, err
	}
	if socket == "" {
		return nil, errors.New("this is a public key: no ssh-agent is there to sign with its other half, SSH_AUTH_SOCK is not set")
	}
	c, err := net.DialTimeout("unix", socket, 5*time.Second)
	if err != nil {
		return nil, fmt.Errorf("ssh-agent: %w", err)
	}
	signers, err := agent.NewClient(c).Signers() // the connection serves until the program ends
	if err != nil {
		return nil, fmt.Errorf("ssh-agent: %w", err)
	}
	for _, s := range signers {
		if bytes.Equal(s.PublicKey().Marshal(), pub.Marshal()) {
			return s, nil
		}
	}
	return nil, fmt.Errorf("ssh-agent does not hold the key %s; add it with ssh-add", ssh.FingerprintSHA256(pub))
}
