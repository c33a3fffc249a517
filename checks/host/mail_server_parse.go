package host

import (
	"fmt"
	"strings"
)

// postfixInterfaces reads inet_interfaces of main.cf; the last assignment counts,
// and a line that starts with white space continues the one before.
func postfixInterfaces(file string, b []byte) (out []string, origin string) {
	number, within := 0, false
	origin = "inet_interfaces is not set in " + file
	for line := range strings.Lines(string(b)) {
		number++
		text := strings.TrimSpace(line)
		switch {
		case text == "" || text[0] == '#': // may stand between a line and its continuation
		case line[0] != ' ' && line[0] != '\t':
			key, value, _ := strings.Cut(text, "=")
			if within = strings.TrimSpace(key) == "inet_interfaces"; within {
				out, origin = listItems(value), fmt.Sprintf("%s:%d", file, number)
			}
		case within:
			out = append(out, listItems(text)...)
		}
	}
	return out, origin
}

func listItems(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(", \t", r) })
}

// eximInterfaces reads local_interfaces of Exim's own file, or what Debian makes
// it from.
func eximInterfaces(file string, b []byte) (out []string, origin string) {
	number := 0
	origin = "local_interfaces is not set in " + file
	for line := range strings.Lines(string(b)) {
		number++
		key, value, ok := strings.Cut(strings.TrimSpace(line), "=")
		if key = strings.TrimSpace(key); !ok || key != "local_interfaces" && key != "dc_local_interfaces" {
			continue
		}
		out, origin = eximList(unquote(strings.TrimSpace(value))), fmt.Sprintf("%s:%d", file, number)
	}
	return out, origin
}

// eximList cuts a list of Exim's: by colons, which addresses double, or by the
// character that follows "<" at its start. Debian's file always has semicolons. An
// address may be followed by a dot and a port.
func eximList(s string) []string {
	separator := ":"
	if rest, ok := strings.CutPrefix(s, "<"); ok && rest != "" {
		separator, s = rest[:1], rest[1:]
	} else if strings.Contains(s, ";") {
		separator = ";"
	}
	if separator == ":" {
		s = strings.ReplaceAll(s, "::", "\x00")
	}
	var out []string
	for item := range strings.SplitSeq(s, separator) {
		if item = strings.TrimSpace(strings.ReplaceAll(item, "\x00", ":")); item != "" {
			out = append(out, withoutPort(item))
		}
	}
	return out
}

// withoutPort turns 127.0.0.1.25 and [::1]:25 into the address.
func withoutPort(s string) string {
	if strings.HasPrefix(s, "[") {
		s, _, _ = strings.Cut(s[1:], "]")
		return s
	}
	if strings.Count(s, ".") == 4 {
		return s[:strings.LastIndexByte(s, '.')]
	}
	return s
}

// sendmailInterfaces reads the addresses of all daemons of sendmail.cf; one
// without listens on all.
func sendmailInterfaces(file string, b []byte) (out []string, origin string) {
	number := 0
	origin = "no DaemonPortOptions in " + file
	for line := range strings.Lines(string(b)) {
		number++
		options, ok := strings.CutPrefix(strings.TrimSpace(line), "O DaemonPortOptions=")
		if !ok {
			continue
		}
		origin = fmt.Sprintf("%s:%d", file, number)
		out = append(out, daemonAddress(options))
	}
	return out, origin
}

func daemonAddress(options string) string {
	for option := range strings.SplitSeq(options, ",") {
		key, value, _ := strings.Cut(strings.TrimSpace(option), "=")
		if strings.HasPrefix(strings.ToLower(key), "a") { // Addr; sendmail looks at the first letter
			return strings.TrimPrefix(value, "IPv6:")
		}
	}
	return "all"
}
