package docker

import (
	"strings"

	"scantling/checks/fact"
)

// ofProcess is a setting of a running dockerd that only its files and flags
// tell. A flag cannot change while it runs; everything else may have been taken
// from a file that was different then.
func (e evidence) ofProcess(s daemonSetting, v decision, onDisk held) decision {
	_, byFlag := e.flags[s.name]
	byFlag = byFlag && s.kind != kindRuntimes
	if byFlag {
		h := merge(e.base, nil, e.flags)[s.name]
		v = decision{value: h.value, origin: h.at, remark: h.remark, err: h.err}
	}
	switch {
	case v.err != nil || byFlag && e.fileErr != nil:
	case !byFlag && e.fileErr != nil:
		v.err = e.fileErr
	case !byFlag && e.changed():
		v.err, v.remark = e.errChanged(), also(v.remark, e.beside(s, onDisk))
	case chosenElsewhere(s, v.value) != nil:
		v.err = chosenElsewhere(s, v.value)
	case onDisk.err != nil || !sameValue(onDisk.value, v.value):
		v.pending, v.remark = e.pend(s, v.value, onDisk)
	}
	return v
}

// chosenElsewhere is why an empty value on disk does not say what is in force:
// dockerd picks a storage driver, and takes proxies from its environment.
func chosenElsewhere(s daemonSetting, v any) error {
	if v != "" || s.name != "storage-driver" && !strings.HasPrefix(s.name, "proxies.") {
		return nil
	}
	return &fact.Unavailable{
		Why:    "without a word on disk dockerd chooses its " + strings.ReplaceAll(s.key(), "-", " ") + " itself",
		Remedy: "let scantling reach the engine's API",
	}
}

// unsure is why a value on disk may not be what dockerd would start with.
func (e evidence) unsure(s daemonSetting, onDisk held) error {
	_, byFlag := e.diskFlags[s.name]
	switch {
	case e.unit == "" && !e.exists && e.diskErr == nil:
		return &fact.Unavailable{
			Why:    "no dockerd runs here, and there is neither a unit nor a " + e.path + " to say how it would",
			Remedy: "start dockerd",
		}
	case e.fileErr != nil:
		return e.fileErr
	case byFlag:
		return nil
	case e.diskErr != nil:
		return e.diskErr
	}
	return chosenElsewhere(s, onDisk.value)
}
