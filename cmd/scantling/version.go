package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/urfave/cli/v2"
)

// release is set by the linker for a release: -X main.release=1.2.3.
var release string

// version is the release, else the commit that the binary was built from.
func version() string {
	if release != "" {
		return release
	}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 12 {
			return "dev-" + s.Value[:12]
		}
	}
	return "dev"
}

func (a *app) versionCommand() *cli.Command {
	return &cli.Command{
		Name:  "version",
		Usage: "the program's version, and those of its profiles",
		Action: func(*cli.Context) error {
			fmt.Fprintf(a.out, "scantling %s %s %s/%s\n", version(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
			l, err := a.loadAll(nil)
			if err != nil {
				return err
			}
			for _, id := range l.ProfileIDs() {
				fmt.Fprintf(a.out, "%s %s sha256:%.16s\n", id, l.Profiles[id].Version, l.Profiles[id].SHA256)
			}
			return nil
		},
	}
}
