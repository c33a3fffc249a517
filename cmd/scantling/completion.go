package main

import (
	"fmt"

	"github.com/urfave/cli/v2"
)

func (a *app) completionCommand() *cli.Command {
	return &cli.Command{
		Name:      "completion",
		Usage:     "print a shell's completion script",
		UsageText: "source <(scantling completion bash)",
		ArgsUsage: "bash|zsh|fish",
		Action: func(c *cli.Context) error {
			switch shell := c.Args().First(); shell {
			case "bash":
				fmt.Fprint(a.out, bashCompletion)
			case "zsh":
				fmt.Fprint(a.out, zshCompletion)
			case "fish":
				script, err := c.App.ToFishCompletion()
				if err != nil {
					return err
				}
				fmt.Fprint(a.out, script)
			default:
				return fmt.Errorf("completion is there for bash, zsh and fish, not %q", shell)
			}
			return nil
		},
	}
}

// Both scripts ask the program itself, which urfave/cli answers behind
// --generate-bash-completion.
const bashCompletion = `_scantling() {
  local cur=${COMP_WORDS[COMP_CWORD]} words=("${COMP_WORDS[@]:0:COMP_CWORD}")
  if [[ $cur == -* ]]; then words+=("$cur"); fi
  mapfile -t COMPREPLY < <(compgen -W "$("${words[@]}" --generate-bash-completion 2>/dev/null)" -- "$cur")
}
complete -o bashdefault -o default -F _scantling scantling
`

const zshCompletion = `#compdef scantling
_scantling() {
  local -a opts
  opts=("${(@f)$(${words[@]:0:#words[@]-1} ${words[-1]:#^-*} --generate-bash-completion 2>/dev/null)}")
  _describe 'values' opts || _files
}
compdef _scantling scantling
`
