package fix

import (
	"fmt"
	"io"
	"os"
	"strings"
)

// Options say how a plan is written.
type Options struct {
	Width int // columns; 0 means 80
}

// A Format writes a plan.
type Format struct {
	Name, Doc string
	Write     func(io.Writer, *Plan, Options) error
	Perm      os.FileMode // of a file that it is written to
}

// Formats lists every format.
var Formats = []Format{
	{"text", "for the terminal", WriteText, 0o600},
	{"markdown", "for a ticket or a merge request", WriteMarkdown, 0o600},
	{"shell", "a script that shows what it would do, and does it with --apply", WriteShell, 0o700},
	{"ansible", "a playbook of ansible.builtin tasks", WriteAnsible, 0o600},
}

// Names lists the formats, for people.
func Names() string {
	var names []string
	for _, f := range Formats {
		names = append(names, f.Name)
	}
	return strings.Join(names, ", ")
}

// Find returns the format of a name.
func Find(name string) (Format, error) {
	for _, f := range Formats {
		if f.Name == name {
			return f, nil
		}
	}
	return Format{}, fmt.Errorf("unknown format %q: use one of %s", name, Names())
}

// all writes a text whole.
func all(w io.Writer, text string) error {
	_, err := io.WriteString(w, text)
	return err
}
