package host

import (
	"fmt"
	"strconv"
	"strings"
)

// A BadLine is a line of an account file that makes no account. What it says is
// not kept: it may hold a password.
type BadLine struct {
	Origin string // file:line
	Why    string // "no number in the field of the uid"
}

// badLines asks of every line that is neither empty nor a comment what is wrong
// with it.
func badLines(file string, b []byte, fault func([]string) string) (out []BadLine) {
	number := 0
	for line := range strings.Lines(string(b)) {
		number++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		why := fault(strings.Split(line, ":"))
		if strings.ContainsRune("+-", rune(line[0])) {
			why = "a line of NIS, which older programs take as a rule to let other accounts in"
		}
		if why != "" {
			out = append(out, BadLine{fmt.Sprintf("%s:%d", file, number), why})
		}
	}
	return out
}

func passwdFault(f []string) string {
	switch {
	case len(f) != 7:
		return fmt.Sprintf("%d fields where passwd(5) has 7", len(f))
	case f[0] == "":
		return "no name"
	case !isNumber(f[2]):
		return "no number in the field of the uid"
	case !isNumber(f[3]):
		return "no number in the field of the gid"
	}
	return ""
}

func groupFault(f []string) string {
	switch {
	case len(f) != 4:
		return fmt.Sprintf("%d fields where group(5) has 4", len(f))
	case f[0] == "":
		return "no name"
	case !isNumber(f[2]):
		return "no number in the field of the gid"
	}
	return ""
}

func isNumber(s string) bool {
	_, err := strconv.ParseUint(s, 10, 32)
	return err == nil
}
