package secret

import "strings"

// assignments finds values that follow a secret's name: NAME=value, name: value,
// "name":"value", --name value.
func assignments(text string) []span {
	if !strings.ContainsAny(text, "=:") && !strings.Contains(text, "--") {
		return nil
	}
	var out []span
	end := listEnd(text)
	for i := 0; i < len(text); i++ {
		var s span
		switch text[i] {
		case '=', ':':
			s = assigned(text, i, end)
		case '-':
			s = announced(text, i)
		}
		if s.end > s.start {
			out = append(out, s)
			i = s.end - 1
		}
	}
	return out
}

// listEnd is where the values of an ENV, ARG or LABEL instruction end, and of
// the build arguments before a RUN (|2 A=1 B=2 /bin/sh -c ...); 0 for other
// text. The engine writes such values without their quotes, so that white space
// does not end them.
func listEnd(text string) int {
	line := strings.TrimSpace(strings.TrimPrefix(text, "/bin/sh -c #(nop)"))
	for _, word := range []string{"ENV ", "ARG ", "LABEL "} {
		if strings.HasPrefix(line, word) {
			return len(strings.TrimSuffix(text, " # buildkit"))
		}
	}
	if !strings.HasPrefix(strings.TrimPrefix(line, "RUN "), "|") {
		return 0
	}
	for _, shell := range []string{" /bin/", " /usr/", " /busybox/"} {
		if i := strings.Index(text, shell); i > 0 {
			return i
		}
	}
	return len(text)
}

// assigned is the value after the = or : at i, when a secret's name stands
// before it.
func assigned(text string, i, listEnd int) span {
	before := strings.TrimRight(text[:i], " ")
	spaced := len(before) < i
	name := lastName(strings.TrimRight(before, `"'\`))
	kind := Name(name)
	if kind == "" {
		return span{}
	}
	start := i + 1
	for start < len(text) && (text[start] == ' ' && (spaced || text[i] == ':') || text[start] == '=') {
		start++
	}
	plain := text[i] == ':' && start == i+1 && len(name) == len(before)-strings.LastIndex(before, name) && !strings.HasPrefix(text[start:], `"`)
	end := wordEnd(text, start)
	if start < listEnd {
		end = max(listEnd, start)
	}
	return span{start, end, kind, !plain && Literal(quoted(text[start:end]), kind)}
}

// lastName is the name at the end of a text.
func lastName(s string) string {
	return s[strings.LastIndexFunc(s, func(r rune) bool { return !isNameRune(r) && r != '-' && r != '.' })+1:]
}

// announced is the word after the option at i, when the option's name is that
// of a secret.
func announced(text string, i int) span {
	if !strings.HasPrefix(text[i:], "--") || i > 0 && !isSpace(text[i-1]) && text[i-1] != '"' && text[i-1] != '\'' {
		return span{}
	}
	name := text[i+2:]
	if at := strings.IndexFunc(name, func(r rune) bool { return !isNameRune(r) && r != '-' && r != '.' }); at >= 0 {
		name = name[:at]
	}
	start := i + 2 + len(name)
	kind := Name(name)
	if kind == "" || start >= len(text) || !isSpace(text[start]) {
		return span{}
	}
	for start < len(text) && isSpace(text[start]) {
		start++
	}
	end := wordEnd(text, start)
	value := text[start:end]
	if strings.HasPrefix(value, "-") {
		return span{}
	}
	return span{start, end, kind, Literal(quoted(value), kind) && !strings.HasPrefix(value, "id=")}
}

// wordEnd is where a word of a command ends: at white space outside quotes, or
// after a closing quote that a list or an object goes on behind.
func wordEnd(text string, i int) int {
	first := i
	for i < len(text) && !isSpace(text[i]) {
		switch c := text[i]; c {
		case '\\':
			i++
		case '"', '\'':
			closing := quoteEnd(text, i)
			if i == first && closing < len(text) && strings.IndexByte(",}])", text[closing]) >= 0 {
				return closing
			}
			i = closing - 1
		}
		i++
	}
	return min(i, len(text))
}

// quoteEnd is the place after the quote that closes the one at i.
func quoteEnd(text string, i int) int {
	q := text[i]
	for i++; i < len(text); i++ {
		switch {
		case text[i] == '\\' && q == '"':
			i++
		case text[i] == q:
			return i + 1
		}
	}
	return len(text)
}

// quoted is what stands inside the quotes that a value begins with.
func quoted(v string) string {
	if v != "" && (v[0] == '"' || v[0] == '\'') {
		return strings.TrimRight(v[1:max(quoteEnd(v, 0), 1)], v[:1])
	}
	return v
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v'
}
