package docker

import (
	"time"

	"scantling/checks/fact"
	"scantling/checks/host"
)

// A standing says what can be known of dockerd from here.
type standing uint8

const (
	daemonRunning standing = iota // its process is seen
	daemonStopped                 // no process, and no engine answers
	daemonOffline                 // the machine does not run: only its files are there
	daemonHidden                  // the engine answers, its process is not seen from here
	daemonRemote                  // the engine is on another machine
)

// An evidence is all that was gathered about one dockerd before anything is
// decided.
type evidence struct {
	standing standing
	why      error // why the process is not seen, for hidden and remote
	ours     bool  // the files are those of the machine that the engine runs on

	process   host.Process
	unit      string // the process's unit, or the one that would start it; "" for none
	flags     layer  // of the process
	diskFlags layer  // that the next start would use
	diskErr   error  // why diskFlags are not known

	file      configFile
	path      string // of daemon.json
	pathFrom  string // why it is that one
	exists    bool
	modified  time.Time
	fileErr   error // the file is there and cannot be read or understood
	base      daemonBase
	reports   reports
	reportErr error // why the engine tells nothing
	bridgeErr error // why the default bridge network is not known

	configHome string            // XDG_CONFIG_HOME of dockerd's user, or ~/.config
	told       map[string]string // paths or names of the runtimes in the engine's words; nil when it does not tell
	runtimes   []string          // programs found on disk
	runtimeErr error

	dataRoot   string    // where the data-root on disk leads, links followed
	socketUnit host.Unit // docker.socket, which opens what fd:// stands for
	socketErr  error
}

// changed reports that daemon.json was written after dockerd started. Start
// times in /proc are whole ticks after a boot time that is rounded to seconds,
// and tools write the file just before they restart dockerd: hence the slack.
func (e evidence) changed() bool {
	const slack = 2 * time.Second
	return e.standing == daemonRunning && e.exists && e.modified.After(e.process.Started.Add(slack))
}

func (e evidence) errChanged() error {
	return &fact.Unavailable{
		Why:    e.path + " was changed after dockerd started, and the engine does not tell this setting",
		Remedy: "restart dockerd",
	}
}
