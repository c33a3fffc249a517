package docker

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"

	"scantling/checks/host"
)

// nameOf is the kernel's name for a process.
func (m machine) nameOf(pid int) string {
	b, err := m.root.ReadFile(fmt.Sprintf("/proc/%d/comm", pid))
	if err != nil {
		return "hidden, or ended"
	}
	return strings.TrimSpace(string(b))
}

// parentOf is 0 where it cannot be read.
func (m machine) parentOf(pid int) int {
	words := m.statusOf(pid, "PPid")
	if len(words) != 1 {
		return 0
	}
	parent, err := strconv.Atoi(words[0])
	if err != nil {
		return 0
	}
	return parent
}

// statusOf is one line of /proc/PID/status, which everybody may read.
func (m machine) statusOf(pid int, name string) []string {
	b, err := m.root.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return nil
	}
	for line := range strings.Lines(string(b)) {
		if value, ok := strings.CutPrefix(line, name+":"); ok {
			return strings.Fields(value)
		}
	}
	return nil
}

// apart reports that a process is in a container below us, so that the paths
// that it reads are not those of this machine: it has a process id of its own
// there (proc(5), NSpid), a container's control group, or another root. A snap
// has another root too, and its files are found by their names outside.
func (m machine) apart(d host.Process) bool {
	if len(m.statusOf(d.PID, "NSpid")) > 1 {
		return true
	}
	its, _ := m.root.ReadFile(fmt.Sprintf("/proc/%d/cgroup", d.PID))
	ours, _ := m.root.ReadFile("/proc/self/cgroup")
	own := groupIDs(string(ours))
	if slices.ContainsFunc(groupIDs(string(its)), func(id string) bool { return !slices.Contains(own, id) }) {
		return true
	}
	if !m.root.Live() || strings.HasPrefix(d.Exe, "/snap/") {
		return false
	}
	there, err1 := os.Stat(fmt.Sprintf("/proc/%d/root/", d.PID)) // for root only
	here, err2 := os.Stat("/")
	return err1 == nil && err2 == nil && !os.SameFile(there, here)
}

// listensOnFD reports that a dockerd takes its sockets from whoever started it.
func (m machine) listensOnFD(d host.Process) bool {
	line := parseFlags(words0(d.Args))
	hosts, ok := line.layer["hosts"]
	if !ok {
		name := line.configFile.Text
		if name == "" {
			name = defaultConfigFile
		}
		b, err := m.root.ReadFile(name)
		if err != nil {
			return false
		}
		file, err := parseDaemonJSON(name, b)
		if err != nil {
			return false
		}
		hosts = file.layer["hosts"]
	}
	list, _ := hosts.value.([]string)
	return slices.ContainsFunc(list, func(h string) bool { return strings.HasPrefix(h, "fd://") })
}
