package docker

import (
	"path"
	"strings"
)

// A simple is one simple command of a RUN step.
type simple struct {
	program string   // without its directory
	words   []string // what follows it
	piped   bool     // reads the output of the one before
	shell   bool     // is a shell, or behind one: bash -s stable
}

// simples splits a shell text at its separators, quoted ones too: what stands
// in quotes is often a command for another shell. It is no shell, and need not
// be: only the programs and their words are looked at.
func simples(text string) []simple {
	var out []simple
	piped := false
	for text != "" {
		at := strings.IndexAny(text, ";&|\n")
		part, sep := text, ""
		if at >= 0 {
			part, sep = text[:at], text[at:at+1]
			if strings.HasPrefix(text[at:], "||") || strings.HasPrefix(text[at:], "&&") {
				sep = text[at : at+2]
			}
		}
		if s, ok := command(part); ok {
			s.piped = piped
			out = append(out, s)
		}
		piped = sep == "|"
		text = text[len(part)+len(sep):]
	}
	return out
}

// carriers run the command that follows them, or only surround it.
var carriers = set("sudo env exec time nice command eatmydata sh bash ash dash zsh if then else elif do while until ! { xargs retry")

// command finds the program of a part, behind assignments, other shells and
// words of the shell's own.
func command(part string) (simple, bool) {
	words := strings.Fields(part)
	carried, shell := "", false
	for i, w := range words {
		w = strings.Trim(w, "\"'`(){}[],$\\")
		name := path.Base(w)
		switch {
		case w == "" || strings.HasPrefix(w, "-") || strings.HasPrefix(w, "|"):
			continue
		case strings.Contains(w, "=") && !strings.HasPrefix(w, "="):
			continue
		case carriers[name]:
			carried, shell = name, shell || shells[name]
			continue
		}
		return simple{program: name, words: trimmed(words[i+1:]), shell: shell || shells[name]}, true
	}
	return simple{program: carried, shell: shell}, carried != "" // … | sh
}

func trimmed(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = strings.Trim(w, "\"'`()\\")
	}
	return out
}
