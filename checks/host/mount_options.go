package host

import (
	"slices"
	"strings"

	"scantling/checks/secret"
)

// optionPairs are options that undo each other.
func optionPairs() [][2]string {
	return [][2]string{{"ro", "rw"}, {"nosuid", "suid"}, {"nodev", "dev"}, {"noexec", "exec"}}
}

// impliedOptions are what mount(8) makes of one option.
func impliedOptions(option string) []string {
	switch option {
	case "defaults":
		return []string{"rw", "suid", "dev", "exec"}
	case "user", "users":
		return []string{option, "noexec", "nosuid", "nodev"}
	case "owner", "group":
		return []string{option, "nosuid", "nodev"}
	}
	return []string{option}
}

// effectiveOptions writes out what options imply and keeps of two that undo each
// other the later: defaults,noexec,exec lets programs run.
func effectiveOptions(options []string) (out []string) {
	for _, o := range options {
		for _, implied := range impliedOptions(o) {
			out = slices.DeleteFunc(out, func(old string) bool { return old == implied || undoes(implied, old) })
			out = append(out, implied)
		}
	}
	return out
}

func undoes(a, b string) bool {
	return slices.ContainsFunc(optionPairs(), func(p [2]string) bool { return p == [2]string{a, b} || p == [2]string{b, a} })
}

// shownOptions are options without the passwords that file systems of the network
// take there. In such a value two commas are one that belongs to it.
func shownOptions(options []string) []string {
	text := strings.ReplaceAll(strings.Join(options, ","), ",,", "\x00")
	out := secret.Args(strings.Split(text, ","))
	for i, o := range out {
		out[i] = strings.ReplaceAll(o, "\x00", ",,")
	}
	return out
}
