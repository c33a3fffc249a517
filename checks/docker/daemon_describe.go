package docker

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"scantling/checks/fact"
	"scantling/checks/secret"
)

// attr is the attribute of a setting: default-ulimits is default_ulimits.
func (s daemonSetting) attr() string { return fact.Snake(s.key()) }

// key is the setting's own name, without the object around it in daemon.json.
func (s daemonSetting) key() string { return strings.TrimPrefix(s.name, "proxies.") }

// describe fills in what is known about the process and its files.
func (e evidence) describe(n *fact.Notes) Daemon {
	d := Daemon{Running: e.standing == daemonRunning || e.reportErr == nil, ConfigFile: e.path, ConfigFileExists: e.exists}
	n.Origin("config_file", e.pathFrom)
	n.Origin("config_file_exists", e.path)
	switch e.standing {
	case daemonRunning:
		d.PID, d.EUID, d.Started = &e.process.PID, &e.process.EUID, e.process.Started
		n.From(fmt.Sprintf("/proc/%d", e.process.PID))
	case daemonStopped:
		n.From("no process named dockerd in /proc")
	default:
		for _, attr := range []string{"pid", "euid", "started", "unit"} {
			n.Unknown(attr, e.why)
		}
		if e.reportErr != nil {
			n.Unknown("running", e.why)
		}
	}
	if e.unit != "" {
		d.Unit = &e.unit
	}
	if !e.ours {
		for _, attr := range []string{"config_file", "config_file_exists", "unknown_keys", "flags"} {
			n.Unknown(attr, e.why)
		}
		return d
	}
	e.describeFile(&d, n)
	return d
}

func (e evidence) describeFile(d *Daemon, n *fact.Notes) {
	e.describeFlags(d, n)
	if e.fileErr != nil {
		n.Remark("config_file", e.fileErr.Error())
		n.Unknown("unknown_keys", e.fileErr)
	}
	if !strings.HasPrefix(e.path, "/") {
		for _, attr := range []string{"config_file", "config_file_exists"} {
			n.Unknown(attr, e.base.homeErr)
		}
	}
	n.Origin("unknown_keys", e.path)
	for _, k := range e.file.unknown {
		d.UnknownKeys = append(d.UnknownKeys, k.name)
		n.Origin("unknown_keys", k.at)
		n.Remark("unknown_keys", "dockerd does not start over a key that it does not know")
	}
}

// spell writes a value for people, as daemon.json would.
func spell(v any) string {
	if s, ok := v.(string); ok && s != "" {
		return s
	}
	if isZero(v) {
		switch v.(type) {
		case bool, int64:
		default:
			return "not set"
		}
	}
	b, err := json.Marshal(v)
	if err != nil {
		return fmt.Sprint(v)
	}
	return string(b)
}

// redactSetting hides credentials in proxies and mirrors, and the values of
// options and labels that name a secret.
func redactSetting(s daemonSetting, v any) any {
	switch v := v.(type) {
	case string:
		if strings.HasPrefix(s.name, "proxies.") {
			return withoutLogin(v)
		}
		return secret.Redact(v)
	case []string:
		out := slices.Clone(v)
		for i, word := range out {
			name, value, ok := strings.Cut(word, "=")
			out[i] = secret.Redact(word)
			if ok && secret.Pair(name, value) != value {
				out[i] = name + "=" + secret.Pair(name, value)
			}
		}
		return out
	case map[string]string:
		return secret.Map(maps.Clone(v))
	}
	return v
}

// describeFlags lists the settings that are given by flags.
func (e evidence) describeFlags(d *Daemon, n *fact.Notes) {
	if err := cmp.Or(e.why, e.diskErr); err != nil {
		n.Unknown("flags", err)
		return
	}
	d.Flags = slices.AppendSeq(slices.Collect(maps.Keys(e.flags)), maps.Keys(e.diskFlags))
	slices.Sort(d.Flags)
	d.Flags = slices.Compact(d.Flags)
	n.Origin("flags", "dockerd's command line, now and in its unit")
}
