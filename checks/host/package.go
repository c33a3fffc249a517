package host

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"scantling/checks/fact"
	"scantling/checks/version"
)

// PackageFact is `package(name)`.
var PackageFact = fact.NewKeyed("package", "package name",
	"A package as the dpkg or rpm database has it: installed or not, version, and which packages provide the name.",
	fact.Files, readPackage).Reading(planPackage)

// A Package is what the databases say about one name. It is installed when a
// package of this very name is; a name that others provide is in ProvidedBy.
type Package struct {
	Name          string
	Installed     bool
	Version       *string  // epoch:version-release; of several installed ones the oldest
	Architectures []string // amd64, i386, x86_64, noarch
	Manager       *string  // dpkg or rpm: whose order of versions holds
	ProvidedBy    []string // installed packages of other names that provide this one
}

func readPackage(h *Host, ctx context.Context, name string, n *fact.Notes) (Package, error) {
	p := Package{Name: name}
	db, err := h.packages.get(ctx, h.readPackages)
	if err != nil {
		return p, fmt.Errorf("package %s: %w", name, err)
	}
	n.From("no package " + name + " in " + strings.Join(db.files, ", "))
	for _, provider := range db.providers[name] {
		if !slices.Contains(p.ProvidedBy, provider.name) && provider.name != name {
			p.ProvidedBy = append(p.ProvidedBy, provider.name)
			n.Origin("provided_by", provider.origin)
		}
	}
	slices.Sort(p.ProvidedBy)
	if db.gap != nil {
		n.Unknown("provided_by", db.gap)
	}
	found, doubt := db.find(name)
	if found == nil {
		found = p.absent(db, doubt, n)
	}
	for _, i := range found {
		p.add(i)
	}
	if found != nil {
		n.From(found[0].origin)
	}
	return p, nil
}

// absent notes what keeps a package from being known to be absent: that it was
// left half way, or that a database could not be read. It returns what lies there
// half way.
func (p *Package) absent(db packages, doubt []installed, n *fact.Notes) []installed {
	err := db.gap
	if doubt != nil {
		err = doubt[0].doubt()
	}
	if err == nil {
		return nil
	}
	n.Unknown("installed", err)
	n.Unknown("version", err)
	return doubt
}

func (p *Package) add(i installed) {
	p.Installed, p.Manager = true, &i.manager
	if i.arch != "" && !slices.Contains(p.Architectures, i.arch) {
		p.Architectures = append(p.Architectures, i.arch)
	}
	if p.Version == nil || version.Compare(i.manager, i.version, *p.Version) < 0 {
		p.Version = &i.version
	}
}

func planPackage(string) []string {
	return append([]string{dpkgStatus, dpkgUpdates + "/*", dpkgStatusD + "/*"}, rpmFiles()...)
}
