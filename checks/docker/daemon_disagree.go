package docker

import "fmt"

// asReported takes the engine's word and says where the disk stands to it.
func (e evidence) asReported(s daemonSetting, r report, onDisk held) decision {
	v := decision{value: r.value, origin: r.from}
	agrees := func(disk any) bool { return sameValue(disk, r.value) }
	switch {
	case s.name == "data-root": // the engine tells where links lead
		agrees = func(disk any) bool { return disk == r.value || e.dataRoot == r.value }
	case r.agrees != nil:
		agrees = r.agrees
	}
	switch {
	case e.standing == daemonRemote || e.standing == daemonHidden && !e.ours:
	case e.fileErr != nil:
		v.remark = "what is on disk cannot be told: " + e.fileErr.Error()
	case e.standing == daemonHidden:
		v.remark = e.beside(s, onDisk)
	case onDisk.err == nil && agrees(onDisk.value):
		v.remark = also(e.origin(onDisk), onDisk.remark)
	default:
		v.pending, v.remark = e.pend(s, r.value, onDisk)
	}
	return v
}

// beside is what the disk says about a setting whose value in force is another
// matter.
func (e evidence) beside(s daemonSetting, onDisk held) string {
	if onDisk.err != nil {
		return "on disk: " + onDisk.err.Error()
	}
	return fmt.Sprintf("on disk %s (%s)", spell(redactSetting(s, onDisk.value)), e.origin(onDisk))
}

func (e evidence) pend(s daemonSetting, live any, onDisk held) (*Pending, string) {
	if onDisk.err != nil {
		return &Pending{s.key(), onDisk.err.Error(), spell(redactSetting(s, live)), onDisk.at}, e.beside(s, onDisk)
	}
	wait := "restart pending"
	if s.reload && onDisk.at != "" && onDisk.at == e.file.layer[s.name].at { // a reload leaves alone what the file does not name
		wait = "reload or restart pending"
	}
	p := &Pending{s.key(), spell(redactSetting(s, onDisk.value)), spell(redactSetting(s, live)), e.origin(onDisk)}
	return p, e.beside(s, onDisk) + ", not live: " + wait
}
