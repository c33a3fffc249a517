package docker

import (
	"context"
	"fmt"
	"strings"

	"scantling/checks/fact"
)

// Version is what the engine and its parts call themselves.
type Version struct {
	Version       string `absent:"unknown"`
	APIVersion    string `json:"ApiVersion" absent:"unknown"`
	MinAPIVersion string
	OS            string `json:"Os" absent:"unknown"`
	Arch          string
	KernelVersion string
	Experimental  bool
	PlatformName  string `json:"-"`
	Components    []Component

	Platform struct{ Name string } `cty:"-"`
	Engine   string                `cty:"-" json:"-"` // docker or podman
}

// Component is one program that the engine consists of: Engine, containerd, runc.
type Component struct {
	Name    string
	Version string
	Details map[string]string `cty:"-"`
}

// VersionFact is docker.version.
var VersionFact = fact.NewOne("docker.version",
	"Versions of the engine and of its parts, as GET /version tells them.", fact.DockerAPI, readVersion).
	Reading(func(string) []string { return []string{"GET /version"} })

func readVersion(d *Docker, ctx context.Context, n *fact.Notes) (Version, error) {
	raw, err := d.versionRaw.get(func() ([]byte, error) { return d.get(ctx, "/version") })
	if err != nil {
		return Version{}, err
	}
	n.FromAPI("GET /version")
	return parseVersion(raw, n)
}

func parseVersion(raw []byte, n *fact.Notes) (Version, error) {
	var v Version
	g, err := decodeGaps(raw, &v, "")
	if err != nil {
		return v, fmt.Errorf("GET /version: %w", err)
	}
	g.tell(n)
	v.PlatformName = v.Platform.Name
	g.derived(n, "platform_name", "GET /version", "Platform.Name")
	v.Engine = engineName(v.Components)
	g.derived(n, "engine", "GET /version", "Components")
	return v, nil
}

// engineName tells Podman, which names itself among the components, from Docker.
func engineName(parts []Component) string {
	for _, c := range parts {
		if strings.HasPrefix(c.Name, "Podman") {
			return "podman"
		}
	}
	return "docker"
}
