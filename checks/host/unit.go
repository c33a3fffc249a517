package host

import (
	"context"
	"fmt"
	"path"
	"strings"

	"scantling/checks/fact"
)

// UnitFact is `unit(name)`.
var UnitFact = fact.NewKeyed("unit", "unit name",
	"A systemd unit: what its fragment and drop-ins declare, whether links start it at boot, and whether it is active now.",
	fact.Files, readUnit).Reading(planUnit)

// A Unit is a systemd unit file with its drop-ins merged. But for Active it says
// what the files declare, not what systemd has loaded.
type Unit struct {
	Name             string
	Exists           bool
	FragmentPath     *string
	DropInPaths      []string
	EnvironmentFiles []string
	ExecStart        []string // as written, specifiers and variables unexpanded
	ListenStream     []string
	SocketMode       *string
	SocketGroup      *string
	SocketUser       *string
	User             *string
	LimitNOFILE      *string `cty:"limit_nofile"`
	LimitNPROC       *string `cty:"limit_nproc"`
	TasksMax         *string
	Masked           bool // systemd refuses to start it: linked to /dev/null, or an empty file

	// Only where the fact is read.
	Enabled     bool     // it is started at each boot: by enabling, by a vendor's link, under an alias, or by a script of System V's init
	State       string   // the word of systemctl is-enabled: enabled, disabled, static, masked, indirect, generated, alias, linked, enabled-runtime, transient, not-found
	Active      bool     // systemd has it active now; unknown of a machine that does not run
	Names       []string // its own and its aliases
	ActivatedBy []string // the enabled socket, timer or path unit of the same name, which starts it when needed

	settings []UnitSetting
}

// Unit reads a system unit: fragment, drop-ins, masks. A unit without any file
// has Exists false and no error.
func (h *Host) Unit(name string) (Unit, error) {
	return h.unitIn(systemUnitDirs(), name)
}

// UserUnit reads a unit of the user manager of the person whose home is given,
// such as docker.service of a rootless engine.
func (h *Host) UserUnit(home, name string) (Unit, error) {
	return h.unitIn(userUnitDirs(home), name)
}

func (h *Host) unitIn(dirs []string, name string) (Unit, error) {
	if name == "" || strings.Contains(name, "/") || path.Ext(name) == "" {
		return Unit{}, fmt.Errorf("unit %q: a unit name has a type and no slash, such as docker.service", name)
	}
	files, err := findUnit(h.Root(), dirs, name)
	if err != nil {
		return Unit{}, fmt.Errorf("unit %s: %w", name, err)
	}
	return files.merge(name), nil
}

// Settings returns what holds for a key of the unit's own section, in order:
// an empty assignment forgets all before it. Keys that take one value use the
// last.
func (u Unit) Settings(key string) []UnitSetting {
	own := strings.TrimPrefix(path.Ext(u.Name), ".")
	var out []UnitSetting
	for _, s := range u.settings {
		switch {
		case !strings.EqualFold(s.Section, own) || s.Key != key:
		case s.Value == "":
			out = nil
		default:
			out = append(out, s)
		}
	}
	return out
}

func (u Unit) list(key string) []string {
	var out []string
	for _, s := range u.Settings(key) {
		out = append(out, s.Value)
	}
	return out
}

func (u Unit) last(key string) *string {
	all := u.list(key)
	if len(all) == 0 {
		return nil
	}
	return &all[len(all)-1]
}

func readUnit(h *Host, ctx context.Context, name string, n *fact.Notes) (Unit, error) {
	u, err := h.Unit(name)
	if err != nil {
		return u, err
	}
	n.From(unitOrigin(u))
	for attr, key := range map[string]string{
		"exec_start": "ExecStart", "listen_stream": "ListenStream", "environment_files": "EnvironmentFile",
		"socket_mode": "SocketMode", "socket_group": "SocketGroup", "socket_user": "SocketUser", "user": "User",
		"limit_nofile": "LimitNOFILE", "limit_nproc": "LimitNPROC", "tasks_max": "TasksMax",
	} {
		if set := u.Settings(key); len(set) > 0 {
			n.Origin(attr, set[len(set)-1].At(0))
		}
	}
	return u, h.readUnitState(ctx, &u, n)
}

// readUnitState adds what only links and systemd itself know.
func (h *Host) readUnitState(ctx context.Context, u *Unit, n *fact.Notes) error {
	links, err := h.unitLinks.get(ctx, h.readUnitLinks)
	var e enablement
	if err == nil {
		e, err = h.enablement(*u, links)
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil {
		for _, attr := range []string{"enabled", "state", "names", "activated_by"} {
			n.Unknown(attr, err)
		}
		e.names = []string{u.Name}
	}
	u.Enabled, u.State, u.Names = e.enabled, e.state, e.names
	n.Origin("enabled", e.origin)
	n.Origin("state", e.origin)
	if e.remark != "" {
		n.Remark("enabled", e.remark)
		n.Remark("state", e.remark)
	}
	u.ActivatedBy = links.activating(e.names)
	a := h.activity(ctx, *u, e)
	if u.Active = a.active; a.err != nil {
		n.Unknown("active", a.err)
	}
	n.Origin("active", a.origin)
	return ctx.Err()
}

func unitOrigin(u Unit) string {
	if u.FragmentPath == nil {
		return "no file named " + u.Name + " in systemd's unit directories"
	}
	return *u.FragmentPath
}

func planUnit(name string) []string {
	if name == "" {
		name = "UNIT"
	}
	var out []string
	for _, dir := range systemUnitDirs() {
		out = append(out, path.Join(dir, name), path.Join(dir, name+".d"), path.Join(dir, "*.{wants,requires,upholds}"))
	}
	return append(out, systemdSocket, busSocket, "/sys/fs/cgroup")
}
