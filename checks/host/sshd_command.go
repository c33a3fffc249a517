package host

import (
	"path"
	"strings"
)

const sshdConfigFile = "/etc/ssh/sshd_config"

// sshdCommand is what the command line of the service adds to the files.
type sshdCommand struct {
	unit     string // that starts it
	file     string // -f
	settings []sshdSetting
	ports    bool // -p: ports in files do not count
}

// readSSHDCommand looks at the unit, under the names of Debian and of others,
// and without a unit at the files that start scripts take options from.
func (h *Host) readSSHDCommand() (sshdCommand, error) {
	for _, name := range []string{"ssh.service", "sshd.service"} {
		u, err := h.Unit(name)
		if err != nil {
			return sshdCommand{}, err
		}
		if !u.Exists || u.Masked {
			continue
		}
		commands, err := h.Commands(u)
		if err != nil {
			return sshdCommand{}, err
		}
		for _, words := range commands {
			if path.Base(words[0].Text) == "sshd" {
				c := parseSSHDCommand(words[1:])
				c.unit = name
				return c, nil
			}
		}
	}
	c, err := h.sshdScriptOptions()
	c.unit = "sshd.service"
	return c, err
}

func (h *Host) sshdScriptOptions() (sshdCommand, error) {
	for file, name := range map[string]string{"/etc/default/ssh": "SSHD_OPTS", sshdSysconfig: "OPTIONS"} {
		b, found, err := h.readOptional(file)
		if err != nil {
			return sshdCommand{}, err
		}
		if v, ok := parseEnvironmentFile(file, b)[name]; found && ok {
			var words []Word
			for _, w := range splitWords(v.Text) {
				words = append(words, Word{w.text, v.At})
			}
			return parseSSHDCommand(words), nil
		}
	}
	return sshdCommand{}, nil
}

// parseSSHDCommand reads options as getopt does: -oKey=Value and -o Key=Value,
// several letters after one dash.
func parseSSHDCommand(words []Word) sshdCommand {
	var c sshdCommand
	for len(words) > 0 {
		w := words[0]
		words = words[1:]
		letters, ok := strings.CutPrefix(w.Text, "-")
		for ok && letters != "" {
			letter := letters[0]
			letters = letters[1:]
			if strings.IndexByte("CEbcfghkopu", letter) < 0 {
				continue
			}
			if letters == "" && len(words) > 0 {
				letters, words = words[0].Text, words[1:]
			}
			c.option(letter, letters, w.At)
			letters = ""
		}
	}
	return c
}

func (c *sshdCommand) option(letter byte, value, at string) {
	line := ""
	switch letter {
	case 'f':
		c.file = value
	case 'o':
		line = value
	case 'p':
		line, c.ports = "port "+value, true
	case 'h':
		line = "hostkey " + value
	case 'g':
		line = "logingracetime " + value
	}
	if l, ok := parseSSHDLine(line); ok {
		l.origin = "option of sshd (" + at + ")"
		c.settings = append(c.settings, sshdSetting{sshdLine: l})
	}
}
