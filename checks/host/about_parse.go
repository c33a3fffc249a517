package host

import "strings"

// parseRelease reads os-release(5): shell assignments without expansion.
func parseRelease(b []byte) map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(string(b)) {
		key, value, ok := strings.Cut(strings.TrimSpace(line), "=")
		if ok && key != "" && key[0] != '#' {
			out[key] = unquote(value)
		}
	}
	return out
}

// unquote takes the quotes of a shell word away; inside double quotes a
// backslash protects the next character.
func unquote(s string) string {
	if len(s) < 2 || s[0] != s[len(s)-1] || s[0] != '"' && s[0] != '\'' {
		return s
	}
	if s[0] == '\'' {
		return s[1 : len(s)-1]
	}
	var b strings.Builder
	for inner := s[1 : len(s)-1]; inner != ""; inner = inner[1:] {
		if inner[0] == '\\' && len(inner) > 1 {
			inner = inner[1:]
		}
		b.WriteByte(inner[0])
	}
	return b.String()
}

// firstLine is the first line that is no comment, as hostname(5) wants it.
func firstLine(b []byte) string {
	for line := range strings.Lines(string(b)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			return line
		}
	}
	return ""
}

func or(value, fallback string) string {
	if value == "" {
		return fallback
	}
	return value
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// orAbsent is the error of a read, or what its absence means.
func orAbsent(err, absent error) error {
	if err != nil {
		return err
	}
	return absent
}

// ifPresent drops an error that only says that nothing is there.
func ifPresent(err error) error {
	if isAbsent(err) {
		return nil
	}
	return err
}
