package docker

import (
	"context"

	"scantling/checks/fact"
)

// DaemonFact is docker.daemon.
var DaemonFact = fact.NewOne("docker.daemon",
	"The configuration that dockerd runs with: built-in default, then daemon.json, then flags, and above them what the engine reports.",
	fact.DockerAPI|fact.Files|fact.Live|fact.Root, readDaemon).Reading(planDaemon)

// readDaemon gathers what there is to know and then decides, so that the rules
// of precedence can be tested without a machine.
func readDaemon(d *Docker, ctx context.Context, n *fact.Notes) (Daemon, error) {
	e, err := d.gather(ctx)
	if err != nil {
		return Daemon{}, err
	}
	return e.effective(n), nil
}

func planDaemon(string) []string {
	return []string{
		"HEAD /_ping", "GET /version", "GET /info", "GET /networks/bridge",
		"/proc/PID/{status,cmdline,exe,stat,cgroup,environ}", "/etc/passwd",
		defaultPidfile, defaultConfigFile, snapConfigFile, "~USER/.config/docker/daemon.json",
		"docker.service and docker.socket in systemd's unit directories, with drop-ins and environment files",
	}
}
