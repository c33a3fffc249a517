package main

import (
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"
)

// lateFlags takes flags behind the file name as well: urfave/cli wants them first,
// and people write them last.
func lateFlags(c *cli.Context) (args []string, err error) {
	words := c.Args().Slice()
	for i := 0; i < len(words); i++ {
		name, value, given := strings.Cut(strings.TrimLeft(words[i], "-"), "=")
		f := flagOf(c.Command, name)
		switch _, isSwitch := f.(*cli.BoolFlag); {
		case words[i] == "-" || !strings.HasPrefix(words[i], "-"):
			args = append(args, words[i])
			continue
		case f == nil:
			return nil, fmt.Errorf("flag provided but not defined: %s; see %s --help", words[i], c.Command.HelpName)
		case isSwitch && !given:
			value = "true"
		case !given && i+1 == len(words):
			return nil, fmt.Errorf("flag needs an argument: %s", words[i])
		case !given:
			i++
			value = words[i]
		}
		if err := c.Set(f.Names()[0], value); err != nil {
			return nil, err
		}
	}
	return args, nil
}
