package docker

import (
	"fmt"
	"path"
	"strings"

	"scantling/checks/fact"
	"scantling/checks/host"
)

// flagsAndUnit reads the flags of the process and those that the unit would
// start it with, and returns those in force.
func (e *evidence) flagsAndUnit(m machine) commandLine {
	args, err := e.unitArgs(m)
	e.diskErr = err
	onDisk := parseFlags(args)
	e.diskFlags = onDisk.layer
	if e.standing != daemonRunning {
		e.flags = onDisk.layer
		return onDisk
	}
	line := parseFlags(placed(e.process, args))
	e.flags = line.layer
	if e.unit == "" { // nothing on disk says how it is started again
		e.diskFlags = e.flags
	}
	return line
}

// unitArgs are the words after dockerd in the unit's command. The wrappers of
// rootless installations and of the snap hand their words on.
func (e *evidence) unitArgs(m machine) ([]host.Word, error) {
	u, err := e.findUnit(m)
	if err != nil || !u.Exists || u.Masked {
		return nil, err
	}
	e.unit = u.Name
	cmds, err := m.host.Commands(u)
	if err != nil {
		return nil, err
	}
	for _, cmd := range cmds {
		if name := path.Base(cmd[0].Text); strings.HasPrefix(name, "dockerd") {
			return cmd[1:], nil
		}
	}
	return nil, &fact.Unavailable{
		Why:    fmt.Sprintf("the command of %s does not start dockerd itself", e.unit),
		Remedy: "start dockerd",
	}
}

// findUnit is the unit that the running process belongs to, else the one that
// would start dockerd.
func (e *evidence) findUnit(m machine) (host.Unit, error) {
	if e.standing == daemonRunning {
		b, err := m.root.ReadFile(fmt.Sprintf("/proc/%d/cgroup", e.process.PID))
		if err != nil {
			return host.Unit{}, err
		}
		name, user := unitOf(b)
		switch {
		case name == "":
			return host.Unit{}, nil
		case user && e.base.homeErr != nil:
			return host.Unit{}, e.base.homeErr
		case user:
			return m.host.UserUnit(e.base.home, name)
		}
		return m.host.Unit(name)
	}
	if e.base.rootless {
		if e.base.homeErr != nil {
			return host.Unit{}, e.base.homeErr
		}
		return m.host.UserUnit(e.base.home, "docker.service")
	}
	u, err := m.host.Unit("docker.service")
	if err != nil || u.Exists {
		return u, err
	}
	return m.host.Unit(snapUnit)
}
