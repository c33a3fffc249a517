package pack

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"time"

	"scantling/report"
)

// A Finding is what verifying a package has shown.
type Finding struct {
	Path     string
	RunID    string
	Results  string // SHA-256 of its results.json
	Previous *Previous
	Notes    []string // what was seen and is in order, or what nothing can be said about
	Faults   []string // what is wrong; none: the package is as it was written
}

func (f *Finding) note(format string, args ...any) {
	f.Notes = append(f.Notes, report.SafeLines(fmt.Sprintf(format, args...)))
}

func (f *Finding) fault(format string, args ...any) {
	f.Faults = append(f.Faults, report.SafeLines(fmt.Sprintf(format, args...)))
}

// A Check says what to hold a package against.
type Check struct {
	Signers *Signers    // who may have signed it; nil: anybody
	Now     time.Time   // for keys that are valid for a time
	Tool    report.Tool // this program, which can rebuild workbooks of its own version
	Options report.Options
}

// Verify holds a package against its own lists, its signature, and its parts
// against each other. An error means that it is no package.
func (k Check) Verify(path string) (*Finding, error) {
	c, err := unpack(path)
	if err != nil {
		return nil, err
	}
	defer c.close()
	if _, ok := c.sizes[sumsFile]; !ok {
		return nil, fmt.Errorf("%s has no %s, so it is no package", path, sumsFile)
	}
	v := &verifier{Check: k, content: c, Finding: &Finding{Path: path}}
	return v.Finding, v.all()
}

// A verifier holds what is known of the package so far.
type verifier struct {
	Check
	*content
	*Finding
	sums     map[string]string // as SHA256SUMS has them
	rawSums  []byte
	hashes   map[string]string // as they are
	key      string            // the fingerprint of who signed; empty: nobody, or not well
	manifest Manifest
	report   *report.Report
}

func (v *verifier) all() error {
	for _, step := range []func() error{v.readSums, v.compareFiles, v.signature, v.readManifest, v.readResults, v.profiles, v.workbook} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// compareFiles hashes everything, listed or not.
func (v *verifier) compareFiles() error {
	v.hashes = map[string]string{}
	for _, name := range slices.Sorted(maps.Keys(v.sizes)) {
		if name == sumsFile || name == signatureFile {
			continue
		}
		sum, err := v.hashOf(name)
		if err != nil {
			v.fault("%s cannot be read: %v", name, err)
			continue
		}
		v.hashes[name] = sum
		switch want, listed := v.sums[name]; {
		case !listed:
			v.fault("%s is not listed in %s: somebody added it", name, sumsFile)
		case want != sum:
			v.fault("%s has changed: its SHA-256 is %s; %s says %s", name, sum, sumsFile, want)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(v.sums)) {
		if _, there := v.sizes[name]; !there {
			v.fault("%s is missing", name)
		}
	}
	v.note("%d files, compared with %s", len(v.hashes), sumsFile)
	return nil
}

func (v *verifier) hashOf(name string) (string, error) {
	r, err := v.read(name)
	if err != nil {
		return "", err
	}
	defer r.Close()
	return sha256Of(r)
}

func sha256Of(r io.Reader) (string, error) {
	h := newHash()
	if _, err := io.Copy(h, r); err != nil {
		return "", err
	}
	return h.hex(), nil
}
