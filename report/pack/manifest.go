package pack

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	"golang.org/x/crypto/ssh"

	"scantling/report"
)

// schemaVersion is the version of the manifest.
const schemaVersion = "1.0"

// A Manifest says what a package is and what belongs to it.
type Manifest struct {
	SchemaVersion string         `json:"schema_version"`
	RunID         string         `json:"run_id"`
	Finished      time.Time      `json:"finished"`
	Tool          report.Tool    `json:"tool"`            // that wrote the package
	Workbooks     string         `json:"workbook_writer"` // tells programs that write workbooks in other ways
	ResultsSHA256 string         `json:"results_sha256"`
	Previous      *Previous      `json:"previous"` // the run before, which this one was compared with
	Profiles      []ProfileFiles `json:"profiles"`
	Signer        *Key           `json:"signer"` // of SHA256SUMS
	Files         []File         `json:"files"`
}

// Previous names the run before by its id and the hash of its results.json.
type Previous struct {
	RunID  string `json:"run_id"`
	SHA256 string `json:"sha256"`
}

// A File of the package.
type File struct {
	Path   string `json:"path"`
	Size   int64  `json:"size"`
	SHA256 string `json:"sha256"`
}

// ProfileFiles lists what a benchmark is written in. Its hash covers the names and
// contents of the files, in the order of the names.
type ProfileFiles struct {
	ID      string   `json:"id"`
	Version string   `json:"version"`
	SHA256  string   `json:"sha256"`
	Files   []Source `json:"files"` // none: the program that wrote the package did not have them
}

// A Source is a file under the name that it had for the program.
type Source struct {
	Name string `json:"name"`
	Path string `json:"path"`
}

// A Key is the public half of what a package was signed with.
type Key struct {
	Type        string `json:"type"`
	Fingerprint string `json:"fingerprint"`
}

func keyOf(k ssh.PublicKey) *Key {
	return &Key{Type: k.Type(), Fingerprint: ssh.FingerprintSHA256(k)}
}

func (w *writer) manifest() error {
	r := w.Report
	writer, err := workbookWriter()
	if err != nil {
		return err
	}
	m := Manifest{Workbooks: writer, SchemaVersion: schemaVersion, RunID: r.Run.ID, Finished: r.Run.Finished, Tool: w.Tool, ResultsSHA256: w.hash(resultsFile),
		Profiles: w.profileFiles(), Files: byPath(w.files)}
	if p := r.Run.Previous; p != nil {
		m.Previous = &Previous{RunID: p.RunID, SHA256: p.SHA256}
	}
	if w.Signer != nil {
		m.Signer = keyOf(w.Signer.PublicKey())
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetIndent("", "  ")
	if err := enc.Encode(m); err != nil {
		return err
	}
	return w.addText(manifestFile, b.Bytes())
}

func (w *writer) profileFiles() []ProfileFiles {
	out := []ProfileFiles{}
	for _, applied := range w.Report.Profiles {
		pf := ProfileFiles{ID: applied.ID, Version: applied.Version, SHA256: applied.SHA256, Files: []Source{}}
		for _, p := range w.Profiles {
			if p.ID != applied.ID {
				continue
			}
			for _, name := range slices.Sorted(maps.Keys(p.Files)) {
				pf.Files = append(pf.Files, Source{Name: name, Path: w.placed[name]})
			}
		}
		out = append(out, pf)
	}
	return out
}

// workbookWriter is the hash of a workbook of nothing: of its words, sheets and
// columns. A version may be called as another is, above all while it is developed.
func workbookWriter() (string, error) {
	h := newHash()
	err := report.WriteXLSX(h, &report.Report{}, report.Options{})
	return h.hex(), err
}

func byPath(files []File) []File {
	return slices.SortedFunc(slices.Values(files), func(a, b File) int { return strings.Compare(a.Path, b.Path) })
}

// sums lists every file that is there by then, as sha256sum does.
func (w *writer) sums() error {
	return w.add(sumsFile, func(out io.Writer) error {
		for _, f := range byPath(w.files) {
			if _, err := fmt.Fprintf(out, "%s  %s\n", f.SHA256, f.Path); err != nil {
				return err
			}
		}
		return nil
	})
}
