package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"scantling/checks"
	"scantling/profiles"
)

// load reads the embedded library and the user's own profiles on top of it, and
// lints everything before anything is read from the target.
func (a *app) load(own []string) (*checks.Library, error) {
	l := checks.NewLibrary()
	diags := l.Add(profiles.FS, ".", "profiles/")
	for _, path := range own {
		abs, err := filepath.Abs(path)
		if err != nil {
			return nil, err
		}
		shown, _ := strings.CutSuffix(path, filepath.Base(path))
		diags = append(diags, l.Add(os.DirFS(filepath.Dir(abs)), filepath.Base(abs), shown)...)
	}
	diags = append(diags, l.Resolve()...)
	if !diags.HasErrors() {
		diags = append(diags, l.Lint(descriptors())...)
	}
	if diags.HasErrors() {
		a.diagnose(diags, l.Files())
		return nil, fmt.Errorf("%s in the profile; nothing was read", count(len(diags.Errs()), "error"))
	}
	return l, nil
}

// chosen are the profiles that a run is about, and why they were taken.
type chosen struct {
	profiles []*checks.Profile
	why      string
}

// choose loads the named profiles: ids of embedded ones, files or folders. With
// no names it takes what fits the target.
func (a *app) choose(names []string, t *target) (*checks.Library, chosen, error) {
	var ids, own []string
	for _, n := range names {
		if isPath(n) {
			own = append(own, n)
		} else {
			ids = append(ids, n)
		}
	}
	l, err := a.load(own)
	if err != nil {
		return nil, chosen{}, err
	}
	var ch chosen
	for _, path := range own {
		ps := l.From(path)
		if len(ps) == 0 {
			return nil, ch, fmt.Errorf("%s holds no profile block; a profile lists the controls to apply", path)
		}
		ch.profiles = append(ch.profiles, ps...)
	}
	if len(names) == 0 {
		ids, ch.why = fitting(t)
	}
	for _, id := range ids {
		p, ok := l.Profiles[id]
		if !ok {
			return nil, ch, fmt.Errorf("there is no profile %q%s; see scantling profile list", id, l.Suggest(id))
		}
		ch.profiles = append(ch.profiles, p)
	}
	return l, ch, nil
}

// isPath tells ./site.hcl from an id.
func isPath(name string) bool {
	if strings.ContainsRune(name, '/') || strings.HasSuffix(name, ".hcl") {
		return true
	}
	_, err := os.Stat(name)
	return err == nil
}

// fitting are the profiles for what the target is.
func fitting(t *target) (ids []string, why string) {
	ids = []string{"cis-docker", "docker-hardening"}
	if t.engine == nil {
		return ids, "no engine was found, so only the files of one can be judged"
	}
	return ids, "an engine was found"
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
