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

// Both scripts ask the program itself; see complete.
const bashCompletion = `_scantling() {
  local cur=${COMP_WORDS[COMP_CWORD]}
  mapfile -t COMPREPLY < <(compgen -W "$("${COMP_WORDS[@]:0:COMP_CWORD+1}" ` + completeFlag + ` 2>/dev/null)" -- "$cur")
  [[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace
}
complete -o bashdefault -o default -F _scantling scantling
`

const zshCompletion = `#compdef scantling
_scantling() {
  local -a opts
  opts=(${(f)"$("${(@)words[1,CURRENT]}" ` + completeFlag + ` 2>/dev/null)"})
  if (( $#opts )); then compadd -a opts; else _files; fi
}
compdef _scantling scantling
`
