package pack

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash"
	"io/fs"
	"maps"
	"slices"
	"strings"
)

// maxList is the size of the largest list of files that is read.
const maxList = 16 << 20

type sum struct{ hash.Hash }

func newHash() sum { return sum{sha256.New()} }

func (s sum) hex() string { return hex.EncodeToString(s.Sum(nil)) }

// readSums reads SHA256SUMS.
func (v *verifier) readSums() (err error) {
	if v.rawSums, err = v.whole(sumsFile, maxList); err != nil {
		return err
	}
	if v.sums, err = parseSums(v.rawSums); err != nil {
		return fmt.Errorf("%s: %w", sumsFile, err)
	}
	return nil
}

// parseSums takes the form that we write and no other, so that every program that
// reads it sees the same files.
func parseSums(b []byte) (map[string]string, error) {
	out := map[string]string{}
	lines := bufio.NewScanner(bytes.NewReader(b))
	for n := 1; lines.Scan(); n++ {
		hash, name, ok := strings.Cut(lines.Text(), "  ")
		raw, err := hex.DecodeString(hash)
		if !ok || err != nil || len(raw) != sha256.Size || hash != strings.ToLower(hash) || !fs.ValidPath(name) || strings.Contains(name, `\`) {
			return nil, fmt.Errorf("line %d is not a hash and a name: %.80q", n, lines.Text())
		}
		if _, twice := out[name]; twice {
			return nil, fmt.Errorf("line %d names %.80q again", n, name)
		}
		out[name] = hash
	}
	if err := lines.Err(); err != nil {
		return nil, err
	}
	if bytes.Contains(b, []byte("\r")) {
		return nil, fmt.Errorf("its lines end in CR LF: something has rewritten it")
	}
	return out, nil
}

// readManifest holds the manifest against the list of hashes.
func (v *verifier) readManifest() error {
	if _, there := v.hashes[manifestFile]; !there {
		v.fault("there is no %s", manifestFile)
		return nil
	}
	b, err := v.whole(manifestFile, maxList)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(b, &v.manifest); err != nil {
		v.fault("%s: %v", manifestFile, err)
		return nil
	}
	if first, _, _ := strings.Cut(v.manifest.SchemaVersion, "."); first != "1" {
		v.fault("%s has schema version %.20q; this program reads 1.x", manifestFile, v.manifest.SchemaVersion)
	}
	v.manifestFiles()
	v.manifestSigner()
	return nil
}

func (v *verifier) manifestFiles() {
	listed := map[string]bool{}
	for _, f := range v.manifest.Files {
		switch {
		case listed[f.Path]:
			v.fault("%s names %.80q twice", manifestFile, f.Path)
		case v.sums[f.Path] != f.SHA256:
			v.fault("%s and %s say different things of %.80q", manifestFile, sumsFile, f.Path)
		case v.hashes[f.Path] != "" && v.sizes[f.Path] != f.Size:
			v.fault("%s has %d bytes; %s says %d", f.Path, v.sizes[f.Path], manifestFile, f.Size)
		}
		listed[f.Path] = true
	}
	for _, name := range slices.Sorted(maps.Keys(v.sums)) {
		if !listed[name] && name != manifestFile {
			v.fault("%s does not name %s", manifestFile, name)
		}
	}
}

// manifestSigner notices a signature that was taken away.
func (v *verifier) manifestSigner() {
	_, signed := v.sizes[signatureFile]
	switch key := v.manifest.Signer; {
	case key != nil && !signed:
		v.fault("%s says that %s signed the package, and there is no %s", manifestFile, key.Fingerprint, signatureFile)
	case key == nil && signed:
		v.fault("%s says that nobody signed the package, and there is a %s", manifestFile, signatureFile)
	case key != nil && v.key != "" && key.Fingerprint != v.key:
		v.fault("%s says that %s signed the package; the signature is by %s", manifestFile, key.Fingerprint, v.key)
	}
}
