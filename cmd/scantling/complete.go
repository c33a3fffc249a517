package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"scantling/checks"
	"scantling/profiles"
)

// completeFlag ends a call that asks what could stand in place of its last
// word. urfave/cli's own answer knows no values, and panics over half a flag.
const completeFlag = "--generate-bash-completion"

// complete prints one word a line, for the shell to choose from; none where a
// file name belongs.
func (a *app) complete(words []string) {
	if len(words) == 0 {
		return
	}
	var cmd *cli.Command
	var arguments []string
	open, prev := "", words[len(words)-1]
	commands := a.cli().Commands
	for _, w := range words[:len(words)-1] {
		sub := slices.IndexFunc(commands, func(c *cli.Command) bool { return c.HasName(w) })
		switch {
		case open != "":
			open = ""
		case strings.HasPrefix(w, "-"):
			open = wantsValue(cmd, w)
		case sub >= 0:
			cmd, commands = commands[sub], commands[sub].Subcommands
		default:
			arguments = append(arguments, w)
		}
	}
	for _, s := range a.candidates(cmd, commands, arguments, open, prev) {
		fmt.Fprintln(a.out, s)
	}
}

// wantsValue is the name of the flag whose value the next word is, else empty.
func wantsValue(cmd *cli.Command, word string) string {
	if f := flagOf(cmd, word); f != nil {
		if _, isSwitch := f.(*cli.BoolFlag); !isSwitch {
			return f.Names()[0]
		}
	}
	return ""
}

func flagOf(cmd *cli.Command, word string) cli.Flag {
	if cmd == nil {
		return nil
	}
	for _, f := range cmd.Flags {
		if slices.Contains(f.Names(), strings.TrimLeft(word, "-")) {
			return f
		}
	}
	return nil
}

func (a *app) candidates(cmd *cli.Command, commands []*cli.Command, arguments []string, open, word string) []string {
	switch {
	case open != "":
		return values(open)
	case strings.HasPrefix(word, "-"):
		return flagNames(cmd)
	case len(commands) > 0:
		var out []string
		for _, c := range commands {
			out = append(out, c.Name)
		}
		return out
	case len(arguments) > 0:
		return nil
	}
	return values(cmd.Name)
}

func flagNames(cmd *cli.Command) []string {
	out := []string{"--help"}
	if cmd == nil {
		return append(out, "--version")
	}
	for _, f := range cmd.Flags {
		out = append(out, "--"+f.Names()[0])
	}
	return out
}

// values are what a flag or the first argument of a command may be.
func values(of string) (out []string) {
	switch of {
	case "fail-on":
		return checks.Severities
	case "color":
		return []string{"auto", "always", "never"}
	case "type":
		return []string{"server", "workstation"}
	case "output":
		for _, f := range formats() {
			out = append(out, f.Name+"=")
		}
		return out
	case "completion":
		return []string{"bash", "zsh", "fish"}
	case "facts":
		for _, f := range descriptors().All() {
			out = append(out, f.Name)
		}
		return out
	case "profile", "show", "explain", "only", "section":
		return fromProfiles(of)
	}
	return nil
}

func fromProfiles(what string) (out []string) {
	l := checks.NewLibrary()
	if err := l.Shelve(profiles.FS, ""); err != nil {
		return nil
	}
	if what == "profile" || what == "show" {
		return l.ProfileIDs()
	}
	for _, id := range l.ProfileIDs() {
		l.Open(id)
		for _, r := range l.Profiles[id].Recommendations() {
			out = append(out, map[string]string{"explain": id + "/" + r.ID, "only": r.ID, "section": r.Section}[what])
		}
	}
	return slices.Compact(out)
}
