package host

import (
	"context"
	"fmt"
	"path"
	"slices"
	"strings"
)

const (
	dpkgStatus  = "/var/lib/dpkg/status"
	dpkgUpdates = "/var/lib/dpkg/updates"  // the journal of a run that has not ended
	dpkgStatusD = "/var/lib/dpkg/status.d" // one file a package, in images built without dpkg
)

// readDpkg reads the status file, over it dpkg's journal in the order of its
// numbers, and the single files of images without dpkg.
func (h *Host) readDpkg(context.Context) ([]installed, []string, error) {
	var all []installed
	var files []string
	b, found, err := h.readDatabase(dpkgStatus)
	if err != nil {
		return nil, nil, err
	}
	if found {
		all, files = parseDpkg(dpkgStatus, b), append(files, dpkgStatus)
	}
	updates, err := h.dpkgFiles(dpkgUpdates, isJournal)
	if err != nil {
		return all, files, err
	}
	all = slices.Concat(overlay(all, updates))
	single, err := h.dpkgFiles(dpkgStatusD, isStanzaFile)
	if len(single) > 0 {
		files = append(files, dpkgStatusD)
	}
	for _, i := range single {
		if i.half == "" || i.half == noStatus {
			i.half = "" // what is listed there was unpacked into the image
			all = append(all, i)
		}
	}
	return slices.DeleteFunc(all, func(i installed) bool { return i.half == dpkgAbsent || i.half == noStatus }), files, err
}

// dpkgFiles reads the stanzas of a directory's files, in the order of their names.
func (h *Host) dpkgFiles(dir string, counts func(string) bool) ([]installed, error) {
	entries, err := h.root.ReadDir(dir)
	if isAbsent(err) {
		return nil, nil
	}
	var out []installed
	for _, e := range entries {
		if !counts(e.Name()) {
			continue
		}
		file := path.Join(dir, e.Name())
		b, err := h.root.ReadFile(file)
		if err != nil {
			return out, err
		}
		out = append(out, parseDpkg(file, b)...)
	}
	return out, err
}

// isJournal: dpkg names its journal's files by digits; tmp.i is not yet one.
func isJournal(name string) bool { return strings.Trim(name, "0123456789") == "" }

func isStanzaFile(name string) bool { return !strings.HasSuffix(name, ".md5sums") }

// overlay replaces entries by later ones of the same name and architecture.
func overlay(all, later []installed) []installed {
	for _, l := range later {
		all = slices.DeleteFunc(all, func(i installed) bool { return i.name == l.name && i.arch == l.arch })
		all = append(all, l)
	}
	return all
}

// States that an entry in between does not have.
const (
	dpkgAbsent = "absent"
	noStatus   = "without status"
)

// dpkgState is the third word of a Status field, which alone says what lies on
// the disk; the first is what somebody wants, the second an error flag.
func dpkgState(status string) string {
	f := strings.Fields(status)
	if len(f) != 3 {
		return fmt.Sprintf("in the state %q", status)
	}
	switch f[2] {
	case "installed", "triggers-awaited", "triggers-pending":
		return ""
	case "not-installed", "config-files":
		return dpkgAbsent
	}
	return f[2] // half-installed, unpacked, half-configured
}
