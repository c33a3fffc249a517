package docker

import (
	"fmt"
	"slices"
	"strings"

	"scantling/checks/host"
)

// A commandLine is what dockerd's flags set.
type commandLine struct {
	layer
	configFile host.Word   // --config-file; empty when it is not given
	unknown    []host.Word // flags that no setting has
}

// parseFlags reads the words after dockerd's name by the rules of pflag:
// --name=value, --name value, --switch, -n value, -nvalue, -Dn value; a single
// "--" ends the flags. A flag of no kind we know is taken to have its value, if
// any, after "=".
func parseFlags(args []host.Word) commandLine {
	p := flagParser{args: args, out: commandLine{layer: layer{}}}
	for len(p.args) > 0 {
		w := p.shift()
		switch {
		case w.Text == "--":
			return p.out
		case strings.HasPrefix(w.Text, "--"):
			p.long(w)
		case strings.HasPrefix(w.Text, "-") && len(w.Text) > 1:
			p.short(w)
		}
	}
	return p.out
}

type flagParser struct {
	args []host.Word
	out  commandLine
}

func (p *flagParser) shift() host.Word {
	w := p.args[0]
	p.args = p.args[1:]
	return w
}

func (p *flagParser) long(w host.Word) {
	name, value, assigned := strings.Cut(w.Text[2:], "=")
	s, ok := settingOfFlag(name)
	switch {
	case !ok:
		p.out.unknown = append(p.out.unknown, w)
	case assigned:
		p.set(s, value, w)
	default:
		p.set(s, p.valueOf(s, ""), w)
	}
}

// short reads a word of one-letter flags: the first that takes a value takes
// the rest of the word, or the next one.
func (p *flagParser) short(w host.Word) {
	for rest := w.Text[1:]; rest != ""; {
		name := rest[:1]
		rest = rest[1:]
		s, ok := settingOfFlag(name)
		value, assigned := strings.CutPrefix(rest, "=")
		switch {
		case !ok:
			p.out.unknown = append(p.out.unknown, host.Word{Text: "-" + name, At: w.At})
			return
		case assigned:
			p.set(s, value, w)
			return
		case s.kind == kindBoolean:
			p.set(s, "true", w)
		default:
			p.set(s, p.valueOf(s, rest), w)
			return
		}
	}
}

// valueOf is what follows a flag without "=": nothing after a switch.
func (p *flagParser) valueOf(s daemonSetting, rest string) string {
	switch {
	case s.kind == kindBoolean:
		return "true"
	case rest != "":
		return rest
	case len(p.args) > 0:
		return p.shift().Text
	}
	return ""
}

func (p *flagParser) set(s daemonSetting, value string, w host.Word) {
	switch s.name {
	case "":
		p.out.configFile = host.Word{Text: value, At: w.At}
		return
	case "tlscacert", "tlscert", "tlskey":
		value = unquoted(value)
	}
	old, again := p.out.layer[s.name]
	if !again {
		old = held{value: s.kind.zero(), at: w.At}
	}
	v, err := s.kind.add(old.value, value)
	if err != nil {
		old.err = fmt.Errorf("%s: flag %s: %w", w.At, w.Text, err)
	} else {
		old.value = v
	}
	p.out.layer[s.name] = old
}

// settingOfFlag finds a setting by its flag. --config-file is not a setting: it
// has no name.
func settingOfFlag(name string) (daemonSetting, bool) {
	if name == "config-file" {
		return daemonSetting{kind: kindText}, true
	}
	i := slices.IndexFunc(daemonSettings, func(s daemonSetting) bool { return slices.Contains(strings.Fields(s.flag), name) })
	if i < 0 {
		return daemonSetting{}, false
	}
	return daemonSettings[i], true
}

// unquoted takes off the quotes that dockerd allows around the TLS files' names.
func unquoted(s string) string {
	if n := len(s); n > 1 && s[0] == s[n-1] && (s[0] == '"' || s[0] == '\'') {
		return s[1 : n-1]
	}
	return s
}
