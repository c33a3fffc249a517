package docker

import "strings"

// mask stands where a secret stood.
const mask = "***"

// redact is the one way in which text of an engine leaves this package: every
// value that is, or may be, a secret becomes ***. It rather hides too much: a
// value ends at white space outside quotes only, and a quote that is never
// closed hides the rest.
func redact(text string) string {
	spans := secretSpans(text)
	if len(spans) == 0 {
		return text
	}
	var b strings.Builder
	at := 0
	for _, s := range spans {
		if s.end <= at {
			continue
		}
		b.WriteString(text[at:max(at, s.start)])
		b.WriteString(mask)
		at = s.end
	}
	b.WriteString(text[at:])
	return b.String()
}

// redactPair is the value of a named setting with its secrets hidden.
func redactPair(name, value string) string {
	if value != "" && secretName(name) != "" && !isSwitch(value) {
		return mask
	}
	return redact(value)
}

// redactMap hides the secrets of labels and options. The map is changed.
func redactMap(m map[string]string) map[string]string {
	for k, v := range m {
		if hidden := redact(k); hidden != k {
			delete(m, k)
			k = hidden
		}
		m[k] = redactPair(k, v)
	}
	return m
}

// redactArgs hides the secrets of a command's words.
func redactArgs(args []string) []string {
	if args == nil {
		return nil
	}
	out := make([]string, len(args))
	for i, a := range args {
		name, value, assigned := strings.Cut(a, "=")
		switch {
		case optionKind(args, i) != "" && !isSwitch(a):
			out[i] = mask
		case assigned && value != "" && !strings.ContainsAny(name, " \t\n") && secretName(name) != "":
			out[i] = redact(name) + "=" + mask
		default:
			out[i] = redact(a)
		}
	}
	return out
}

// envNames drops the values of NAME=value lines.
func envNames(env []string) []string {
	out := make([]string, len(env))
	for i, line := range env {
		name, _, _ := strings.Cut(line, "=")
		out[i] = redact(name)
	}
	return out
}

func isSwitch(v string) bool {
	switch strings.ToLower(v) {
	case "true", "false", "yes", "no", "on", "off", "none":
		return true
	}
	return false
}
