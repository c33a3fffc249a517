package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/urfave/cli/v2"

	"scantling/checks"
	"scantling/report"
	"scantling/report/pack"
)

// An evidence is what goes into packages besides the report.
type evidence struct {
	pack.Package
	wanted bool // a package is among the outputs
}

// evidence says early why a package could not be written: before the audit.
func (a *app) evidence(c *cli.Context, outs []output) (*evidence, error) {
	ev := &evidence{Package: pack.Package{Tool: report.Tool{Name: "scantling", Version: version()}}}
	for _, o := range outs {
		if !o.isPackage() {
			continue
		}
		ev.wanted = true
		if err := pack.Free(o.path); err != nil {
			return nil, err
		}
	}
	key := c.String("sign-key")
	switch {
	case key == "":
		return ev, nil
	case !ev.wanted:
		return nil, errors.New("--sign-key signs a package: add -o package=FOLDER or -o package=FILE.zip")
	}
	var err error
	ev.Signer, err = pack.ReadKey(key, a.env("SSH_AUTH_SOCK"), func() ([]byte, error) { return a.passphrase(c.String("sign-passphrase"), key) })
	if err != nil {
		err = fmt.Errorf("--sign-key: %w", err)
	}
	return ev, err
}

// take keeps the files that a run is judged by.
func (ev *evidence) take(l *checks.Library, profiles []*checks.Profile, decisions map[string]*hcl.File) {
	sources := l.Sources()
	for _, p := range profiles {
		files := map[string][]byte{}
		for _, name := range p.Files {
			files[name] = sources[name]
		}
		ev.Profiles = append(ev.Profiles, pack.Profile{ID: p.ID, Files: files})
	}
	ev.Reviews = map[string][]byte{}
	for name, f := range decisions {
		ev.Reviews[name] = f.Bytes
	}
}

// read reads a saved report and remembers its hash: what a package holds must be
// that very file.
func (ev *evidence) read(in io.Reader) (*report.Report, error) {
	hash := sha256.New()
	r, err := report.ReadJSON(io.TeeReader(in, hash))
	ev.Results = hex.EncodeToString(hash.Sum(nil))
	return r, err
}

// collect finds the profiles of a saved report, where they are still what they
// were.
func (a *app) collect(c *cli.Context, ev *evidence, r *report.Report) error {
	if !ev.wanted {
		return nil
	}
	if c.String("previous") != "" {
		ev.Results = "" // the report becomes another one
	}
	l, err := a.load(c.StringSlice("profile"))
	if err != nil {
		return err
	}
	for _, applied := range r.Profiles {
		if slices.Contains(l.ProfileIDs(), applied.ID) {
			if err := a.faults(l, l.Open(applied.ID)); err != nil {
				return err
			}
		}
		p := l.Profiles[applied.ID]
		if p == nil || p.SHA256 != applied.SHA256 {
			fmt.Fprintf(a.err, "note: the package is without the files of profile %s: this is not the version that the run was held against\n", report.Safe(applied.ID))
			continue
		}
		ev.take(l, []*checks.Profile{p}, nil)
	}
	return nil
}

func (ev *evidence) write(path string, r *report.Report, opt report.Options) error {
	p := ev.Package
	p.Report, p.Options = r, opt
	p.Options.Color = false
	return pack.Write(path, &p)
}
