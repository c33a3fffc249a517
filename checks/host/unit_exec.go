package host

import "strings"

// commands are the argument lists of an ExecStart= line, with variables
// expanded as systemd.service(5) says under "Command lines". A lone semicolon
// separates commands.
func (e environment) commands(s UnitSetting) [][]Word {
	var out [][]Word
	var cmd []Word
	for _, w := range s.words() {
		switch {
		case w.Text == ";" && cmd != nil:
			out, cmd = append(out, e.expandCommand(cmd)), nil
		case w.Text == `\;`:
			cmd = append(cmd, Word{";", w.At})
		default:
			cmd = append(cmd, w)
		}
	}
	if cmd != nil {
		out = append(out, e.expandCommand(cmd))
	}
	return out
}

// expandCommand takes the prefixes off the program's name: "@" makes the second
// word the process's name, ":" switches expansion off, the others do not
// concern the arguments.
func (e environment) expandCommand(cmd []Word) []Word {
	path := strings.TrimLeft(cmd[0].Text, "@-:+!|")
	prefix := cmd[0].Text[:len(cmd[0].Text)-len(path)]
	args := cmd[1:]
	if strings.Contains(prefix, "@") && len(args) > 0 {
		args = args[1:]
	}
	out := []Word{{path, cmd[0].At}}
	for _, w := range args {
		if strings.Contains(prefix, ":") {
			out = append(out, w)
			continue
		}
		out = append(out, e.expand(w)...)
	}
	return out
}

// expand replaces $NAME, as a word of its own, by the variable's words, and
// ${NAME} anywhere by its value unsplit; $$ is a dollar sign. A variable that is
// not set is empty. The result carries the place where the variable was set,
// since that is the line to edit.
func (e environment) expand(w Word) []Word {
	if name, ok := strings.CutPrefix(w.Text, "$"); ok && isVariable(name) {
		v := e[name]
		var out []Word
		for _, part := range splitWords(v.Text) {
			out = append(out, Word{part.text, v.At})
		}
		return out
	}
	var b strings.Builder
	at, rest := w.At, w.Text
	for {
		before, after, ok := strings.Cut(rest, "$")
		b.WriteString(before)
		if !ok {
			return []Word{{b.String(), at}}
		}
		name, tail, braced := strings.Cut(strings.TrimPrefix(after, "{"), "}")
		switch {
		case strings.HasPrefix(after, "$"):
			b.WriteByte('$')
			rest = after[1:]
		case strings.HasPrefix(after, "{") && braced && isVariable(name):
			if v, set := e[name]; set {
				b.WriteString(v.Text)
				at = v.At
			}
			rest = tail
		default:
			b.WriteByte('$')
			rest = after
		}
	}
}
