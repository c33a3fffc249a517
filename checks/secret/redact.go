// Package secret finds and hides secrets in text: what facts tell of commands,
// addresses and options leaves them through Redact or one of its kin.
package secret

import "strings"

// Mask stands where a secret stood.
const Mask = "***"

// Redact is the one way in which free text leaves a fact: every value that is, or may be, a secret becomes ***. It rather hides too much: a
// value ends at white space outside quotes only, and a quote that is never
// closed hides the rest.
func Redact(text string) string {
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
		b.WriteString(Mask)
		at = s.end
	}
	b.WriteString(text[at:])
	return b.String()
}

// Pair is the value of a named setting with its secrets hidden.
func Pair(name, value string) string {
	if value != "" && Name(name) != "" && !isSwitch(value) {
		return Mask
	}
	return Redact(value)
}

// Map hides the secrets of labels and options. The map is changed.
func Map(m map[string]string) map[string]string {
	for k, v := range m {
		if hidden := Redact(k); hidden != k {
			delete(m, k)
			k = hidden
		}
		m[k] = Pair(k, v)
	}
	return m
}

// Args hides the secrets of a command's words.
func Args(args []string) []string {
	if args == nil {
		return nil
	}
	out := make([]string, len(args))
	for i, a := range args {
		name, value, assigned := strings.Cut(a, "=")
		switch {
		case OptionKind(args, i) != "" && !isSwitch(a):
			out[i] = Mask
		case assigned && value != "" && !strings.ContainsAny(name, " \t\n") && Name(name) != "":
			out[i] = Redact(name) + "=" + Mask
		default:
			out[i] = Redact(a)
		}
	}
	return out
}

// Lines hides the secrets of several texts.
func Lines(texts []string) []string {
	if texts == nil {
		return nil
	}
	out := make([]string, len(texts))
	for i, t := range texts {
		out[i] = Redact(t)
	}
	return out
}

// EnvNames drops the values of NAME=value lines.
func EnvNames(env []string) []string {
	out := make([]string, len(env))
	for i, line := range env {
		name, _, _ := strings.Cut(line, "=")
		out[i] = Redact(name)
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

// OptionKind is the kind of secret that the option before args[i] announces:
// --password VALUE. Short options say too little.
func OptionKind(args []string, i int) string {
	if i == 0 || strings.HasPrefix(args[i], "-") {
		return ""
	}
	if name, ok := strings.CutPrefix(args[i-1], "--"); ok && !strings.ContainsAny(name, "= \t\n") {
		return Name(name)
	}
	return ""
}

// Text is the kind of the first literal secret in free text.
func Text(text string) string {
	for _, s := range secretSpans(text) {
		if s.literal {
			return s.kind
		}
	}
	return ""
}
