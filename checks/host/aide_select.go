package host

import (
	"fmt"
	"path"

	"scantling/checks/fact"
	"scantling/checks/version"
)

// choose finds the rule that AIDE applies to a regular file: of the deepest
// directory that rules speak of, the first that fits; and none where any rule
// above takes the file, or a directory on the way, away.
func (c aideConf) choose(file string) (*aideRule, error) {
	for at := file; at != "/"; at = path.Dir(at) {
		gone, err := c.takenAway(at, at != file)
		if gone || err != nil {
			return nil, err
		}
	}
	first := true
	for node := path.Dir(file); ; node = path.Dir(node) {
		rule, err := c.firstOf(node, file, first)
		if rule != nil || err != nil {
			return rule, err
		}
		first = first && !c.has(node)
		if node == "/" {
			break
		}
	}
	return nil, c.openEnd(file)
}

// looksBelow: since 0.19 AIDE goes into directories that a rule with '!' names.
func (c aideConf) looksBelow() bool {
	return c.version != "" && version.Compare("dpkg", c.version, "0.19~") >= 0
}

// has reports whether a rule speaks of the directory or of what is below it.
func (c aideConf) has(node string) bool {
	for _, r := range c.rules {
		if isWithin(r.node, node) {
			return true
		}
	}
	return false
}

// takenAway asks about the file itself, or about a directory above it.
func (c aideConf) takenAway(name string, isDir bool) (bool, error) {
	for _, r := range c.rules {
		if !r.takesAway() || !isWithin(name, r.node) || isDir && !r.dirsToo || !isDir && !r.filesToo || isDir && r.kind == "!" && c.looksBelow() {
			continue
		}
		switch fits, sure := r.mayFit(name); {
		case fits && (!sure || isDir && r.kind == "!" && c.version == ""):
			return false, r.unclear()
		case fits:
			return true, nil
		}
	}
	return false, nil
}

// firstOf asks rules without children first, and only in the deepest directory.
func (c aideConf) firstOf(node, file string, deepest bool) (*aideRule, error) {
	for _, kind := range []string{"=", ""} {
		for i, r := range c.rules {
			if r.node != node || r.kind != kind || !r.filesToo || kind == "=" && !deepest {
				continue
			}
			switch fits, sure := r.mayFit(file); {
			case fits && !sure:
				return nil, r.unclear()
			case fits:
				return c.settled(&c.rules[i], node, file)
			}
		}
	}
	return nil, nil
}

// settled doubts a rule for a whole directory tree where programs add rules that
// may go deeper.
func (c aideConf) settled(r *aideRule, node, file string) (*aideRule, error) {
	if node != path.Dir(file) {
		if err := c.openEnd(file); err != nil {
			return nil, err
		}
	}
	return r, nil
}

func (c aideConf) openEnd(file string) error {
	if len(c.programs) == 0 {
		return nil
	}
	return &fact.Unavailable{
		Why:    fmt.Sprintf("%d programs, such as %s, add rules when AIDE runs", len(c.programs), c.programs[0]),
		Remedy: fmt.Sprintf("run aide --config %s --path-check=f:%s", c.file, file),
	}
}

func (r aideRule) unclear() error {
	return &fact.Unavailable{
		Why:    fmt.Sprintf("the rule %q (%s) depends on what only AIDE itself knows", r.text, r.origin),
		Remedy: "run aide --path-check for the file",
	}
}
