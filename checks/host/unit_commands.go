package host

import (
	"fmt"
	"io/fs"
	"strings"
)

// Commands are the argument lists of the unit's ExecStart= lines with their
// variables expanded, each word with the file and line it comes from. A
// variable's words come from the environment file or Environment= line.
func (h *Host) Commands(u Unit) ([][]Word, error) {
	env, err := h.unitEnvironment(u)
	if err != nil {
		return nil, fmt.Errorf("unit %s: %w", u.Name, err)
	}
	var out [][]Word
	for _, s := range u.Settings("ExecStart") {
		out = append(out, env.commands(s)...)
	}
	return out, nil
}

// Environment is what the unit's files put into its process's environment.
func (h *Host) Environment(u Unit) (map[string]Word, error) {
	env, err := h.unitEnvironment(u)
	if err != nil {
		return nil, fmt.Errorf("unit %s: %w", u.Name, err)
	}
	return env, nil
}

// unitEnvironment: files outweigh Environment= lines, later files earlier ones.
func (h *Host) unitEnvironment(u Unit) (environment, error) {
	env := environment{}
	for _, s := range u.Settings("Environment") {
		env.assign(s)
	}
	for _, s := range u.Settings("EnvironmentFile") {
		name, optional := strings.CutPrefix(s.Value, "-")
		if strings.Contains(name, "%") {
			return nil, fmt.Errorf("%s: the specifiers of %s are not expanded", s.At(0), name)
		}
		if err := h.readEnvironment(env, name, optional); err != nil {
			return nil, fmt.Errorf("%s: environment file: %w", s.At(0), err)
		}
	}
	return env, nil
}

// readEnvironment takes one EnvironmentFile= pattern. systemd does not start a
// unit whose file is missing, unless a "-" stands before its name.
func (h *Host) readEnvironment(env environment, pattern string, optional bool) error {
	names := []string{pattern}
	if strings.ContainsAny(pattern, "*?[") {
		var err error
		if names, err = fs.Glob(h.Root(), strings.TrimPrefix(pattern, "/")); err != nil {
			return err
		}
	}
	for _, name := range names {
		b, err := h.Root().ReadFile(name)
		if optional && isAbsent(err) {
			continue
		}
		if err != nil {
			return err
		}
		for k, v := range parseEnvironmentFile("/"+strings.TrimPrefix(name, "/"), b) {
			env[k] = v
		}
	}
	return nil
}
