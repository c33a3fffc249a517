package docker

import (
	"errors"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"syscall"

	"scantling/checks/fact"
)

// describePaths works out the files around the engine that profiles look at.
func (e evidence) describePaths(d *Daemon, n *fact.Notes) {
	d.ConfigDirectories = e.configDirectories()
	n.Origin("config_directories", n.At("config_file", nil).Origin)
	if err := n.At("config_file", nil).Err; err != nil {
		n.Unknown("config_directories", err)
	}
	at, root := n.At("containerd", nil), n.At("exec_root", nil)
	d.ContainerdSockets = []string{d.Containerd}
	n.Origin("containerd_sockets", at.Origin)
	if d.Containerd == "" {
		at.Err = cmpErr(at.Err, root.Err)
		d.ContainerdSockets = e.usualContainerd(d.ExecRoot)
		n.Remark("containerd_sockets", "dockerd takes the system's containerd, or else starts its own")
	}
	if at.Err != nil {
		n.Unknown("containerd_sockets", at.Err)
	}
	e.describeRuntimes(d, n)
}

// configDirectories: /etc/docker holds the certificates of registries and the
// engine's key wherever daemon.json lies. A rootless engine, and a snap, have
// another directory in its place.
func (e evidence) configDirectories() []string {
	own := path.Dir(defaultConfigFile)
	switch {
	case e.snap():
		own = path.Dir(snapConfigFile)
	case e.base.rootless && e.configHome != "":
		own = path.Join(e.configHome, "docker")
	}
	return unique([]string{own, path.Dir(e.path)})
}

// usualContainerd is where dockerd finds containerd without being told: the
// system's, or that of a rootless engine's user, and the one that it starts
// itself (initContainerd and systemContainerdRunning in moby).
func (e evidence) usualContainerd(execRoot string) []string {
	system := "/run/containerd/containerd.sock"
	if e.base.rootless {
		system = e.base.runDir() + "/containerd/containerd.sock"
	}
	if rest, ok := strings.CutPrefix(execRoot, "/var/run/"); ok {
		execRoot = "/run/" + rest
	}
	return []string{system, execRoot + "/containerd/containerd.sock"}
}

func (e evidence) describeRuntimes(d *Daemon, n *fact.Notes) {
	d.RuntimePaths = e.runtimes
	n.Origin("runtime_paths", "GET /info Runtimes, and the programs of these names on disk")
	known := n.At("runtimes", nil)
	if e.told != nil {
		known.Err = nil
	} else {
		n.Origin("runtime_paths", also(known.Origin, "and runc where it is found"))
	}
	if !e.ours {
		known.Err = e.why
	}
	if err := cmpErr(known.Err, e.runtimeErr); err != nil {
		n.Unknown("runtime_paths", err)
	}
}

// programDirs are where dockerd, with systemd's PATH, finds a runtime that is
// given by name, and where packages keep runc besides.
func programDirs() []string {
	return []string{"/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/usr/libexec/docker"}
}

// findRuntimes looks for the runtimes' programs: those that the engine names,
// else those of its configuration, and runc, which every engine has. Links are
// followed, so that one program has one path.
func (e *evidence) findRuntimes(m machine) {
	names := slices.Collect(maps.Values(e.told))
	if e.told == nil {
		configured, _ := merge(e.base, e.file.layer, e.flags)["runtimes"].value.(map[string]Runtime)
		for _, r := range configured {
			names = append(names, r.Path)
		}
	}
	var candidates []string
	for _, name := range unique(append(names, "runc")) {
		switch {
		case strings.HasPrefix(name, "/"):
			candidates = append(candidates, name)
		case name != "" && !strings.Contains(name, "/"):
			for _, dir := range programDirs() {
				candidates = append(candidates, path.Join(dir, name))
			}
		}
	}
	for _, name := range candidates {
		info, err := m.root.Stat(name)
		switch {
		case err == nil:
			e.runtimes = append(e.runtimes, info.Resolved)
		case !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, syscall.ENOTDIR):
			e.runtimeErr = err
		}
	}
	e.runtimes = unique(e.runtimes)
	if len(e.runtimes) == 0 && e.told != nil { // it starts containers with something
		e.runtimeErr = cmpErr(e.runtimeErr, &fact.Unavailable{
			Why:    "none of the engine's runtimes is found on this disk: " + strings.Join(unique(names), ", "),
			Remedy: "run scantling on the engine's machine",
		})
	}
}
