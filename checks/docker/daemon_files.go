package docker

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"syscall"

	"scantling/checks/fact"
	"scantling/checks/host"
	"scantling/checks/host/rootfs"
)

const (
	defaultConfigFile = "/etc/docker/daemon.json"
	snapConfigFile    = "/var/snap/docker/current/config/daemon.json"
	snapUnit          = "snap.docker.dockerd.service"
)

// A machine is what the engine runs on, as far as it is read here.
type machine struct {
	root *rootfs.FS
	host *host.Host
}

// locate finds the unit, the flags with their places, and the configuration
// file.
func (e *evidence) locate(m machine, socket string) {
	uid := runtimeUser(socket)
	if e.standing == daemonRunning {
		uid = e.process.EUID
	}
	e.base.uid, e.base.rootless = uid, uid != 0
	env, envErr := e.environment(m)
	e.base.home, e.base.homeErr = env["HOME"], nil
	if e.base.home == "" {
		e.base.home, e.base.homeErr = m.homeOf(uid)
	}
	e.base.tlsDir, e.base.tlsErr = path.Join(e.base.home, ".docker"), cmpErr(envErr, e.base.homeErr)
	for _, name := range []string{"DOCKER_CERT_PATH", "DOCKER_CONFIG"} { // the first counts
		if dir := env[name]; dir != "" {
			e.base.tlsDir = dir
			break
		}
	}
	line := e.flagsAndUnit(m)
	e.configHome = env["XDG_CONFIG_HOME"]
	if e.configHome == "" && e.base.home != "" {
		e.configHome = path.Join(e.base.home, ".config")
	}
	e.path, e.pathFrom = e.configPath(line, env)
	e.socketUnit, e.socketErr = m.host.Unit("docker.socket")
}

// configPath is where dockerd reads daemon.json, and why there.
func (e *evidence) configPath(line commandLine, env map[string]string) (file, from string) {
	switch {
	case line.configFile.Text != "":
		return path.Join("/", line.configFile.Text), line.configFile.At
	case e.snap():
		return snapConfigFile, "where the snap's dockerd reads it"
	case !e.base.rootless:
		return defaultConfigFile, "built-in default"
	case env["XDG_CONFIG_HOME"] != "":
		return path.Join(e.configHome, "docker/daemon.json"), fmt.Sprintf("XDG_CONFIG_HOME of pid %d", e.process.PID)
	}
	return path.Join(e.configHome, "docker/daemon.json"), fmt.Sprintf("built-in default for rootless dockerd of user %d", e.base.uid)
}

func (e *evidence) snap() bool {
	return strings.HasPrefix(e.process.Exe, "/snap/") || e.unit == snapUnit
}

// environment is that of the process; for root and the process's own user.
func (e *evidence) environment(m machine) (map[string]string, error) {
	out := map[string]string{}
	if e.standing != daemonRunning {
		return out, nil
	}
	b, err := m.root.ReadFile(fmt.Sprintf("/proc/%d/environ", e.process.PID))
	for _, v := range bytes.Split(b, []byte{0}) {
		name, value, _ := strings.Cut(string(v), "=")
		out[name] = value
	}
	return out, err
}

// readFile reads daemon.json.
func (e *evidence) readFile(m machine) {
	if e.base.rootless && e.base.homeErr != nil && e.base.home == "" {
		e.fileErr = e.base.homeErr
		return
	}
	b, err := m.root.ReadFile(e.path)
	switch {
	case errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR):
		return
	case err == nil:
		e.file, err = parseDaemonJSON(e.path, b)
	}
	e.exists, e.fileErr = true, err
	if info, err := m.root.Stat(e.path); err == nil {
		e.modified = info.ModTime()
	}
}

// homeOf is the home of a user in the machine's passwd file.
func (m machine) homeOf(uid int) (string, error) {
	b, err := m.root.ReadFile("/etc/passwd")
	if err != nil {
		return "", fmt.Errorf("home of user %d: %w", uid, err)
	}
	for line := range strings.Lines(string(b)) {
		f := strings.Split(strings.TrimSpace(line), ":")
		if len(f) > 5 && f[2] == fmt.Sprint(uid) {
			return f[5], nil
		}
	}
	return "", &fact.Unavailable{
		Why:    fmt.Sprintf("no line of /etc/passwd names the home of user %d, whose dockerd runs", uid),
		Remedy: "run scantling as root",
	}
}
