// Package pack writes a run and what it was judged by as one piece of evidence,
// and checks such a piece: no file of it may differ, be missing or be added.
package pack

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"scantling/report"
)

// The files of a package. Everything else is below profiles, own or review.
const (
	resultsFile   = "results.json"
	workbookFile  = "report.xlsx"
	pageFile      = "report.html"
	manifestFile  = "manifest.json"
	sumsFile      = "SHA256SUMS"
	signatureFile = "SHA256SUMS.sig"
	signersFile   = "allowed_signers"
	wordsFile     = "VERIFY.txt"
)

// A Profile is a benchmark with the files that it and its controls are written in,
// by the names that its hash covers.
type Profile struct {
	ID    string
	Files map[string][]byte
}

// A Package is what is to be written.
type Package struct {
	Report   *report.Report
	Results  string // SHA-256 that its JSON must have; empty: any
	Tool     report.Tool
	Options  report.Options
	Profiles []Profile
	Reviews  map[string][]byte // files of decisions, by the names that the user gave
	Signer   Signer            // nil: it is not signed
}

// Path is the place of a package: {run} in it stands for the run's id.
func Path(path string, r *report.Report) string {
	return strings.ReplaceAll(path, "{run}", plain(r.Run.ID))
}

// Free says why there can be no package at a path: evidence is never overwritten.
func Free(path string) error {
	switch _, err := os.Lstat(path); {
	case err == nil:
		return fmt.Errorf("%s is there already, and a package is never overwritten: name another place; {run} in the name stands for the run's id", path)
	case !os.IsNotExist(err):
		return err
	}
	return nil
}

// Write makes the package at path, whole or not at all: a folder, or an archive
// where the name ends in .zip. Only its owner may read it.
func Write(path string, p *Package) error {
	path = filepath.Clean(path)
	if err := Free(path); err != nil {
		return err
	}
	dir, err := os.MkdirTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return fmt.Errorf("the package was not written: %w", err)
	}
	defer os.RemoveAll(dir) // nothing is left there once it was renamed
	if err := p.place(path, dir); err != nil {
		return fmt.Errorf("the package was not written to %s: %w", path, err)
	}
	return nil
}

func (p *Package) place(path, dir string) error {
	w := &writer{Package: p, dir: dir}
	if err := w.all(); err != nil {
		return err
	}
	if !strings.HasSuffix(strings.ToLower(path), ".zip") {
		return settle(dir, path)
	}
	file := dir + "/.zip"
	if err := w.archive(file); err != nil {
		return err
	}
	return settle(file, path)
}

// A writer fills the folder that becomes the package.
type writer struct {
	*Package
	dir    string
	files  []File
	placed map[string]string // where the profiles' files are
}

func (w *writer) all() error {
	for _, step := range []func() error{w.results, w.reports, w.profiles, w.reviews, w.words, w.manifest, w.sums, w.sign, w.sync} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) results() error {
	err := w.add(resultsFile, func(out io.Writer) error { return report.WriteJSON(out, w.Report, w.Options) })
	if err == nil && w.Results != "" && w.Results != w.hash(resultsFile) {
		return errors.New("this program does not write the report as it was read: another version wrote it, or it was changed; use the version that wrote it, or audit again")
	}
	return err
}

// reports are for people, made of the same results.
func (w *writer) reports() error {
	err := w.add(workbookFile, func(out io.Writer) error { return report.WriteXLSX(out, w.Report, w.Options) })
	if err != nil {
		return err
	}
	return w.add(pageFile, func(out io.Writer) error { return report.WriteHTML(out, w.Report, w.Options) })
}

// at is when everything in an archive is dated: the end of the run, so that the
// same run gives the same bytes.
func (w *writer) at() time.Time { return w.Report.Run.Finished.UTC().Truncate(2 * time.Second) }

func (w *writer) hash(name string) string {
	i := slices.IndexFunc(w.files, func(f File) bool { return f.Path == name })
	return w.files[i].SHA256
}
