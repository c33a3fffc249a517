package docker

import (
	"fmt"
	"path"
	"reflect"
	"strconv"
	"strings"

	"scantling/checks/fact"
)

// A daemonBase is what built-in defaults depend on.
type daemonBase struct {
	version  string // of the engine; "" when it does not answer
	rootless bool
	uid      int
	home     string // of dockerd's user
	homeErr  error  // why home is not known; only settings that need it mind
	cgroup2  *bool
	tlsDir   string // where the TLS files are by default
	tlsErr   error
}

// merge is the precedence of dockerd: built-in default, then daemon.json, then
// flags. A value in daemon.json that is empty or 0 counts as not set, except
// false. A setting both in the file and among the flags stops dockerd from
// starting, even where the file says nothing by it; only runtimes are joined.
func merge(b daemonBase, file, flags layer) layer {
	out := layer{}
	for _, s := range daemonSettings {
		inFile, fileHas := file[s.name]
		flag, flagHas := flags[s.name]
		fileSets := fileHas && (inFile.err != nil || s.kind == kindBoolean || !isZero(inFile.value))
		switch {
		case flagHas && fileHas && s.kind == kindRuntimes:
			out[s.name] = joinRuntimes(inFile, flag)
		case flagHas && fileHas:
			out[s.name] = held{at: flag.at, err: errTwice(s, inFile, flag)}
		case flagHas:
			out[s.name] = flag
		case fileSets:
			out[s.name] = inFile
		default:
			out[s.name] = b.builtIn(s)
		}
	}
	b.implyTLS(out, flags)
	b.implyHosts(out)
	return out
}

func errTwice(s daemonSetting, inFile, flag held) error {
	if !strings.HasPrefix(flag.at, "flag of") {
		flag.at = "flag at " + flag.at
	}
	return fmt.Errorf("dockerd does not start: %s is set both by a %s and at %s", s.key(), flag.at, inFile.at)
}

func isZero(v any) bool {
	r := reflect.ValueOf(v)
	switch r.Kind() {
	case reflect.Slice, reflect.Map:
		return r.Len() == 0
	case reflect.Invalid:
		return true
	}
	return r.IsZero()
}

func joinRuntimes(file, flag held) held {
	joined := map[string]Runtime{}
	for _, h := range []held{file, flag} {
		m, _ := h.value.(map[string]Runtime)
		for k, v := range m {
			joined[k] = v
		}
	}
	err := file.err
	if err == nil {
		err = flag.err
	}
	return held{value: joined, at: file.at + " and " + flag.at, err: err}
}

// builtIn is a setting's default. Its place is empty: nobody set it.
func (b daemonBase) builtIn(s daemonSetting) held {
	switch s.name {
	case "ip6tables": // true since Engine 27
		if b.version == "" {
			return held{err: &fact.Unavailable{Why: "the default depends on the engine's version, which is not known", Remedy: "start dockerd"}}
		}
		return held{value: major(b.version) >= 27}
	case "default-cgroupns-mode":
		if b.cgroup2 == nil {
			return held{err: &fact.Unavailable{Why: "the default depends on the cgroup version of the running kernel", Remedy: "start dockerd"}}
		}
		return held{value: map[bool]string{true: "private", false: "host"}[*b.cgroup2]}
	case "data-root":
		return b.dataRoot()
	case "exec-root":
		return held{value: b.runDir() + "/docker"}
	case "pidfile":
		return held{value: b.runDir() + "/docker.pid"}
	case "rootless":
		return held{value: b.rootless}
	}
	if s.def != nil {
		return held{value: s.def}
	}
	return held{value: s.kind.zero()}
}

func (b daemonBase) dataRoot() held {
	switch {
	case !b.rootless:
		return held{value: "/var/lib/docker"}
	case b.homeErr != nil:
		return held{err: b.homeErr}
	}
	return held{value: path.Join(b.home, ".local/share/docker")}
}

func (b daemonBase) runDir() string {
	if b.rootless {
		return fmt.Sprintf("/run/user/%d", b.uid)
	}
	return "/var/run"
}

// major is the first number of an engine's version; 0 when there is none.
func major(version string) int {
	digits := strings.TrimPrefix(version, "v")
	if i := strings.IndexFunc(digits, func(r rune) bool { return r < '0' || r > '9' }); i >= 0 {
		digits = digits[:i]
	}
	n, err := strconv.Atoi(digits)
	if err != nil {
		return 0
	}
	return n
}
