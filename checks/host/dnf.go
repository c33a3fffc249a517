package host

import (
	"context"
	"fmt"
	"path"
	"strings"

	"scantling/checks/fact"
)

// DnfFact is `dnf`.
var DnfFact = fact.NewOne("dnf",
	"Where dnf takes packages from and what it verifies, from dnf.conf and the .repo files, and the keys that rpm trusts.",
	fact.Files, readDnf).Reading(planDnf)

// Dnf is dnf's configuration.
type Dnf struct {
	Exists          bool   // a main file is there
	File            string // it, or where it would be
	Gpgcheck        bool   // packages must be signed, unless a repository says otherwise; off where nothing is set
	RepoGpgcheck    bool   // so must the lists of packages
	InstallWeakDeps bool   // what packages only recommend is installed too; on where nothing is set
	Repos           []DnfRepo
	Keys            []string // of rpm: what each is for
}

// A DnfRepo is one section of a .repo file.
type DnfRepo struct {
	ID           string
	File         string // and line
	Name         string
	Enabled      bool
	Gpgcheck     bool // the repository's own word, else the main one
	RepoGpgcheck bool
	Baseurl      []string
	Metalink     *string
	Mirrorlist   *string
	Gpgkey       []string
}

const dnfMain = "/etc/dnf/dnf.conf"

// dnfMains: the second is the name of old, most often a link to the first.
var dnfMains = [...]string{dnfMain, "/etc/yum.conf"}

// dnfRepoDirs is where repositories are defined unless reposdir says otherwise.
func dnfRepoDirs() []string {
	return []string{"/etc/yum.repos.d", "/etc/yum/repos.d", "/etc/distro.repos.d"}
}

func planDnf(string) []string {
	out := dnfMains[:]
	for _, dir := range dnfRepoDirs() {
		out = append(out, dir+"/*.repo")
	}
	return append(out, rpmFiles()...)
}

func readDnf(h *Host, ctx context.Context, n *fact.Notes) (Dnf, error) {
	out := Dnf{File: dnfMain, InstallWeakDeps: true}
	main, err := h.readDnfMain(&out)
	if err != nil {
		return out, err
	}
	n.From("built-in default; not set in " + out.File)
	out.take(main, n)
	dirs := dnfRepoDirs()
	if s, ok := main.get("reposdir"); ok {
		dirs = listItems(s.value)
	}
	if err := h.readRepos(&out, dirs, n); err != nil {
		return out, err
	}
	db, err := h.packages.get(ctx, h.readPackages)
	if err == nil {
		err = db.gap
	}
	if err != nil {
		n.Unknown("keys", err)
	}
	for _, k := range db.keys {
		n.Origin(fmt.Sprintf("keys[%d]", len(out.Keys)), k.origin)
		out.Keys = append(out.Keys, k.summary)
	}
	return out, ctx.Err()
}

func (h *Host) readDnfMain(out *Dnf) (iniSection, error) {
	for _, file := range dnfMains {
		b, found, err := h.readOptional(file)
		if err != nil {
			return iniSection{}, err
		}
		if !found {
			continue
		}
		out.Exists, out.File = true, file
		for _, s := range parseINI(file, b) {
			if s.name == "main" {
				return s, nil
			}
		}
		break
	}
	return iniSection{}, nil
}

func (d *Dnf) take(main iniSection, n *fact.Notes) {
	for attr, into := range map[string]*bool{"gpgcheck": &d.Gpgcheck, "repo_gpgcheck": &d.RepoGpgcheck, "install_weak_deps": &d.InstallWeakDeps} {
		if s, ok := main.get(attr); ok {
			*into = dnfBool(s.value)
			n.Origin(attr, s.origin)
		}
	}
}

// dnfBool knows the words of dnf; others are no.
func dnfBool(s string) bool {
	switch strings.ToLower(s) {
	case "1", "yes", "true", "on":
		return true
	}
	return false
}

func (h *Host) readRepos(out *Dnf, dirs []string, n *fact.Notes) error {
	for _, dir := range dirs {
		entries, err := h.root.ReadDir(dir)
		if err != nil && !isAbsent(err) {
			return err
		}
		for _, e := range entries {
			if path.Ext(e.Name()) != ".repo" {
				continue
			}
			file := path.Join(dir, e.Name())
			b, err := h.root.ReadFile(file)
			if err != nil {
				return err
			}
			for _, s := range parseINI(file, b) {
				out.addRepo(s, n)
			}
		}
	}
	return nil
}
