package host

import (
	_ "embed"
	"encoding/csv"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"scantling/checks/fact"
)

//go:embed sshd_defaults.csv
var sshdDefaultsCSV string

// An sshVersion is the release of OpenSSH, 9.2 of 9.2p1, and Debian's update of
// it: 4 of 9.2p1-2+deb12u4.
type sshVersion struct{ major, minor, update int }

// lastSSHVersion is the newest release whose defaults are in sshd_defaults.csv.
func lastSSHVersion() sshVersion { return sshVersion{major: 10, minor: 5} }

func (v sshVersion) String() string { return fmt.Sprintf("%d.%d", v.major, v.minor) }

func (v sshVersion) before(w sshVersion) bool {
	return v.major < w.major || v.major == w.major && v.minor < w.minor
}

// parseSSHVersion takes the release out of a package's version: 1:9.2p1-2+deb12u3,
// 8.7p1-38.el9.
func parseSSHVersion(s string) (sshVersion, bool) {
	if _, after, ok := strings.Cut(s, ":"); ok {
		s = after
	}
	major, rest, ok := strings.Cut(s, ".")
	a, err1 := strconv.Atoi(major)
	b, err2 := strconv.Atoi(digits(rest))
	_, update, _ := strings.Cut(rest, "+deb")
	_, update, _ = strings.Cut(update, "u")
	u, _ := strconv.Atoi(digits(update))
	return sshVersion{a, b, u}, ok && err1 == nil && err2 == nil
}

// sshdDefaultNames is what a release offers where a list keyword is not set.
func sshdDefaultNames(v sshVersion, keyword string) ([]string, error) {
	r := csv.NewReader(strings.NewReader(sshdDefaultsCSV))
	r.Comment = '#'
	rows, err := r.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("the table of OpenSSH's defaults: %w", err)
	}
	var out []string
	for _, row := range rows[1:] {
		since, _ := parseSSHVersion(row[0])
		if row[1] == keyword && !v.before(since) && v.update >= since.update {
			out = strings.Fields(row[2])
		}
	}
	if out == nil || lastSSHVersion().before(v) {
		return nil, &fact.Unavailable{
			Why:    fmt.Sprintf("what OpenSSH %s offers for %s is not known to this program", v, keyword),
			Remedy: "set the list in full in sshd_config",
		}
	}
	return out, nil
}

// sshdNamesOf applies a list to the default: + adds, - takes away, ^ puts in
// front, and a list without any of them is the list.
func sshdNamesOf(list string, def func() ([]string, error)) ([]string, error) {
	if list == "" || !strings.Contains("+-^", list[:1]) {
		return sshdPlainNames(list)
	}
	base, err := def()
	if err != nil {
		return nil, err
	}
	if list[0] == '-' {
		return sshdWithout(base, strings.Split(list[1:], ",")), nil
	}
	more, err := sshdPlainNames(list[1:])
	if list[0] == '^' {
		base, more = more, base
	}
	return compact(append(slices.Clone(base), more...)), err
}

// sshdPlainNames refuses wildcards: they would have to be held against all that
// the build can do, which no file tells.
func sshdPlainNames(list string) ([]string, error) {
	if strings.ContainsAny(list, "*?") {
		return nil, &fact.Unavailable{Why: "which algorithms " + list + " stands for depends on the build", Remedy: "name the algorithms"}
	}
	return compact(strings.Split(list, ",")), nil
}

// sshdWithout matches patterns of * and ?, as match_pattern_list does; names of
// algorithms have no other character that path.Match treats as special.
func sshdWithout(names, patterns []string) []string {
	return slices.DeleteFunc(slices.Clone(names), func(name string) bool {
		return slices.ContainsFunc(patterns, func(p string) bool {
			ok, _ := path.Match(p, name)
			return ok
		})
	})
}

// compact keeps the first of each name, in order.
func compact(names []string) (out []string) {
	for _, n := range names {
		if n != "" && !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return out
}
