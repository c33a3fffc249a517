package pack

import (
	"fmt"
	"strings"

	"golang.org/x/crypto/ssh"

	"scantling/report"
)

// Namespace is what signatures of packages are for, so that none can be taken for
// a signature of something else.
const Namespace = "scantling-evidence"

// principal is the name that allowed_signers gives the key of a package.
const principal = "scantling"

// words writes how to verify the package with what each system has, and the key.
func (w *writer) words() error {
	var b strings.Builder
	r := w.Report
	fmt.Fprintf(&b, "Evidence of run %s, finished %s, written by %s.\n\n", report.Safe(r.Run.ID), r.Run.Finished.UTC().Format("2006-01-02 15:04:05 UTC"), report.Safe(w.Tool.Name+" "+w.Tool.Version))
	b.WriteString(hashWords)
	if w.Signer != nil {
		key := w.Signer.PublicKey()
		fmt.Fprintf(&b, signedWords, key.Type(), ssh.FingerprintSHA256(key), signersFile, principal, Namespace, signatureFile, sumsFile)
	} else {
		b.WriteString("2. Who wrote it: this package is not signed. The hashes show what was changed by accident,\n   not what somebody changed on purpose together with SHA256SUMS.\n\n")
	}
	b.WriteString(toolWords)
	if err := w.addText(wordsFile, []byte(b.String())); err != nil || w.Signer == nil {
		return err
	}
	return w.addText(signersFile, signerLine(w.Signer.PublicKey()))
}

// signerLine is a line of an allowed_signers file, see ssh-keygen(1).
func signerLine(k ssh.PublicKey) []byte {
	return fmt.Appendf(nil, "%s namespaces=\"%s\" %s", principal, Namespace, ssh.MarshalAuthorizedKey(k))
}

const hashWords = `1. Nothing has changed: compare every file with SHA256SUMS, in this folder.

   Linux:    sha256sum -c SHA256SUMS
   macOS:    shasum -a 256 -c SHA256SUMS
   Windows:  in PowerShell:
             Get-Content SHA256SUMS | ForEach-Object { $h, $f = $_ -split '  ', 2
               if ((Get-FileHash -Algorithm SHA256 $f).Hash -ne $h) { "CHANGED: $f" } }

`

const signedWords = `2. Who wrote it: SHA256SUMS is signed with the key

   %s %s

   Linux, macOS, Windows (cmd) alike; ssh-keygen comes with OpenSSH:

   ssh-keygen -Y verify -f %s -I %s -n %s -s %s < %s

   PowerShell has no <: put  cmd /c "..."  around it.
   %[3]s came with this package, so it proves nothing by itself: compare the
   fingerprint above with the one that the signer told you by another way, or use your
   own file of allowed signers.

`

const toolWords = `3. With Scantling, all of it, and the workbook against the results cell by cell:

   scantling verify .
   scantling verify --allowed-signers FILE .
   scantling verify earlier.zip later.zip        the chain of runs

A signature by a key that lies on the audited machine does not protect from those who are
root there: sign on another machine (scantling convert -o package=...), or hand the SHA-256
of SHA256SUMS to somebody else at once.
`
