package docker

import (
	"context"
	"errors"

	"scantling/checks/fact"
	"scantling/checks/host"
)

// gather asks the engine, looks for its process, and reads its files. Only an
// engine without a daemon is an error; all else that cannot be read is kept as
// the reason why settings are not known.
func (d *Docker) gather(ctx context.Context) (evidence, error) {
	var e evidence
	version, _, err := d.version(ctx)
	if err == nil && version.Engine == "podman" {
		return e, &fact.Unavailable{Why: "Podman has no daemon configuration", Remedy: "leave this control out for Podman"}
	}
	info, notes, err := d.info(ctx)
	e.ask(ctx, d, info, notes, err)
	if why := d.here(ctx); why != nil {
		e.standing, e.why = daemonRemote, why
		e.base.rootless = info.Rootless
		return e, nil
	}
	s := d.served(ctx)
	if ctx.Err() != nil {
		return e, ctx.Err()
	}
	e.examine(d.machine(), d.endpoint.unixSocket(), info.Rootless, s.dockerds, s.err)
	return e, nil
}

// ask takes down what the engine reports.
func (e *evidence) ask(ctx context.Context, d *Docker, info Info, notes *fact.Notes, err error) {
	if err != nil {
		e.reportErr = err
		return
	}
	e.takeInfo(info, notes)
	var bridge reports
	bridge, e.bridgeErr = d.bridgeReports(ctx)
	e.reports.add(bridge)
}

func (e *evidence) takeInfo(info Info, notes *fact.Notes) {
	e.reports = infoReports(info, notes)
	e.base.version = info.ServerVersion
	if info.CgroupVersion != nil {
		two := *info.CgroupVersion == "2"
		e.base.cgroup2 = &two
	}
	if info.raw.Runtimes != nil && info.gaps.within("Runtimes") == nil {
		e.told = map[string]string{}
		for name, r := range info.raw.Runtimes {
			e.told[name] = r.Path
		}
	}
}

func (d *Docker) errElsewhere() error {
	if d.host == nil && d.endpoint.unixSocket() != "" {
		return &fact.Unavailable{Why: "the engine's machine was not given", Remedy: "run scantling audit on that machine"}
	}
	return &fact.Unavailable{Why: "the engine is on another machine", Remedy: "run scantling on that machine"}
}

// examine looks at the engine's machine: where dockerd stands, its flags, its
// files. The error is why the processes cannot be listed.
func (e *evidence) examine(m machine, socket string, rootless bool, all []host.Process, err error) {
	answers, live := e.reportErr == nil, m.root.Live() || err == nil
	if err == nil {
		e.process, err = choose(m, dockerds(all), answers, rootless, runtimeUser(socket))
	}
	var none *noDaemon
	e.ours = true
	switch {
	case err == nil:
		e.standing = daemonRunning
	case answers: // and the files of a rootless engine are found by its user only
		e.standing, e.why, e.ours = daemonHidden, err, !live && (!rootless || runtimeUser(socket) > 0)
	case errors.As(err, &none):
		e.standing = daemonStopped
	case live:
		e.standing, e.why = daemonHidden, err
	default:
		e.standing, e.why = daemonOffline, err
	}
	e.locate(m, socket)
	e.readFile(m)
	e.findRuntimes(m)
	if dir, ok := e.onDisk()["data-root"].value.(string); ok {
		if info, err := m.root.Stat(dir); err == nil {
			e.dataRoot = info.Resolved
		}
	}
}
