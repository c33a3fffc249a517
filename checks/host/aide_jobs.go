package host

import (
	"fmt"
	"path"
	"strings"
)

// jobFiles are where cron finds jobs of root.
var jobFiles = []string{"/etc/crontab", "/etc/cron.d/*", "/etc/cron.hourly/*", "/etc/cron.daily/*", "/etc/cron.weekly/*", "/var/spool/cron/root", "/var/spool/cron/crontabs/root"}

// aideJobs finds the lines that compare the files with the database.
func (h *Host) aideJobs() (out []string, err error) {
	for _, pattern := range jobFiles {
		names, err := h.expand(pattern)
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			info, err := h.root.Stat(name)
			if isAbsent(err) || err == nil && info.Type != "file" {
				continue
			}
			b, err := h.root.ReadFile(name)
			if err != nil {
				return nil, err
			}
			out = append(out, parseAideJobs(name, b)...)
		}
	}
	return out, nil
}

func parseAideJobs(file string, b []byte) (out []string) {
	number := 0
	for line := range strings.Lines(string(b)) {
		number++
		if runsAide(strings.Fields(line)) {
			out = append(out, fmt.Sprintf("%s:%d", file, number))
		}
	}
	return out
}

func runsAide(words []string) bool {
	aide := false
	for _, w := range words {
		if w[0] == '#' {
			return false
		}
		switch base := path.Base(w); {
		case base == "aide" || base == "aide.wrapper":
			aide = true
		case base == "dailyaidecheck": // Debian's script around aide --check
			return true
		case aide && (w == "--check" || w == "-C" || w == "--update" || w == "-u" || w == "$AIDEARGS"):
			return true
		}
	}
	return false
}
