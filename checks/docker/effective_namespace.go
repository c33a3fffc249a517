package docker

import "strings"

// A joined namespace is followed through the containers it is shared with:
// lookup tells a container's name and the mode that it was given itself.
type lookup func(id string) (name, mode string, err error)

// resolveMode is the namespace that a mode such as container:ID ends in: host
// when a container on the way uses the host's, else container:NAME of the one
// that was named. Chains and circles end.
func resolveMode(mode string, find lookup) (string, error) {
	target, joined := strings.CutPrefix(mode, "container:")
	if !joined {
		return mode, nil
	}
	first, seen := "", map[string]bool{}
	for joined && !seen[target] {
		seen[target] = true
		name, next, err := find(target)
		if err != nil {
			return "", err
		}
		if first == "" {
			first = name
		}
		if next == "host" {
			return "host", nil
		}
		target, joined = strings.CutPrefix(next, "container:")
	}
	return "container:" + first, nil
}
