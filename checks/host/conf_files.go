package host

import (
	"fmt"
	"path"
	"strings"
)

// A confFile is one file of a set of configuration directories, links resolved.
type confFile struct {
	path string
	body []byte
	err  error // why it could not be read
}

// confFiles reads the files with a suffix in the order of their names, whatever
// directory they are in. Of two with one name that of the first directory
// counts, so that a link to /dev/null in /etc takes away a vendor's file. A
// directory that cannot be listed is an error: it may hold anything.
func (h *Host) confFiles(suffix string, dirs ...string) ([]confFile, error) {
	found := map[string]string{}
	for _, dir := range dirs {
		entries, err := h.root.ReadDir(dir)
		if err != nil && !isAbsent(err) {
			return nil, err
		}
		for _, e := range entries {
			name := e.Name()
			if _, seen := found[name]; !seen && strings.HasSuffix(name, suffix) && name[0] != '.' {
				found[name] = path.Join(dir, name)
			}
		}
	}
	var out []confFile
	for _, name := range sortedKeys(found) {
		if f, ok := h.readConf(found[name]); ok {
			out = append(out, f)
		}
	}
	return out, nil
}

// readConf leaves out what is masked, and links that lead nowhere.
func (h *Host) readConf(file string) (confFile, bool) {
	if isNullLink(h.root, file) {
		return confFile{}, false
	}
	b, err := h.root.ReadFile(file)
	if isAbsent(err) {
		return confFile{}, false
	}
	if info, err := h.root.Stat(file); err == nil {
		file = info.Resolved
	}
	return confFile{file, b, err}, true
}

// maxIncluded is how many files a configuration may include, one counted as often
// as it is asked for. Without it a few small files that include one another, at no
// great depth and without a circle, ask for more reads than there is time for.
const maxIncluded = 1000

// tooMany is the error of a file beyond that.
func tooMany(name string, files int) error {
	if files <= maxIncluded {
		return nil
	}
	return fmt.Errorf("%s: more than %d files are included", name, maxIncluded)
}
