package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/urfave/cli/v2"

	"scantling/checks"
	"scantling/profiles"
)

// load puts the embedded library on the shelf and reads the user's own profiles,
// linted before anything is read from the target.
func (a *app) load(own []string) (*checks.Library, error) {
	l := checks.NewLibrary()
	if err := l.Shelve(profiles.FS, "profiles/"); err != nil {
		return nil, err
	}
	var diags hcl.Diagnostics
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
	if err := a.faults(l, diags); err != nil {
		return nil, err
	}
	return l, nil
}

// faults prints what is wrong with profiles, if anything is.
func (a *app) faults(l *checks.Library, diags hcl.Diagnostics) error {
	if !diags.HasErrors() {
		return nil
	}
	a.diagnose(diags, l.Files())
	return fmt.Errorf("%s in the profile; nothing was read", count(len(diags.Errs()), "error"))
}

// loadAll opens every embedded profile, for looking something up.
func (a *app) loadAll(own []string) (*checks.Library, error) {
	l, err := a.load(own)
	if err != nil {
		return nil, err
	}
	var diags hcl.Diagnostics
	for _, id := range l.ProfileIDs() {
		diags = append(diags, l.Open(id)...)
	}
	return l, a.faults(l, diags)
}

// chosen are the profiles that a run is about, and what is to be said of the choice.
type chosen struct {
	profiles []*checks.Profile
	notes    []string
}

// pick chooses profiles and leaves of them what the flags select, ready to run.
// As soon as the user's own have turned out to be sound, it tells early of facts
// that will be asked for.
func (a *app) pick(c *cli.Context, t *target, early func(facts ...string)) (*checks.Library, chosen, error) {
	l, ch, err := a.choose(c.Context, c.StringSlice("profile"), t, func() { early("docker.engine", "host") }) // every report names them
	if err != nil {
		return nil, ch, err
	}
	if ch.profiles, err = selected(c, ch.profiles); err != nil {
		return nil, ch, err
	}
	early(l.Streams(ch.profiles...)...)
	return l, ch, a.faults(l, l.Link(ch.profiles...))
}

// choose loads the named profiles: ids of embedded ones, files or folders. With
// no names it takes what fits the target.
func (a *app) choose(ctx context.Context, names []string, t *target, sound func()) (*checks.Library, chosen, error) {
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
	sound()
	var ch chosen
	for _, path := range own {
		ps := l.From(path)
		if len(ps) == 0 {
			return nil, ch, fmt.Errorf("%s holds no profile block; a profile lists the controls to apply", path)
		}
		ch.profiles = append(ch.profiles, ps...)
	}
	if len(names) == 0 {
		ids, ch.notes = t.fitting(ctx)
	}
	for _, id := range ids {
		if err := a.faults(l, l.Open(id)); err != nil {
			return nil, ch, err
		}
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

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
