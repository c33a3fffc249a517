package host

import (
	"context"
	"fmt"
	"path"
	"slices"
	"strings"

	"scantling/checks/fact"
	"scantling/checks/secret"
)

const logrotateConf = "/etc/logrotate.conf"

// LogrotateFact is `logrotate`.
var LogrotateFact = fact.NewOne("logrotate",
	"Which logs are rotated, and how: /etc/logrotate.conf and the files that it includes.",
	fact.Files, readLogrotate).
	Reading(func(string) []string { return []string{logrotateConf, "/etc/logrotate.d/*"} })

// Logrotate is the files' words, for a person to read.
type Logrotate struct {
	Exists   bool
	Defaults []string // directives outside of any block: "weekly", "rotate 4"
	Logs     []LogrotateLog
}

// A LogrotateLog is one block. What it does not say, the defaults do.
type LogrotateLog struct {
	Paths   string // as written, patterns and all
	Options []string
	Origin  string
}

func readLogrotate(h *Host, ctx context.Context, n *fact.Notes) (out Logrotate, err error) {
	n.From(logrotateConf)
	b, found, err := h.readOptional(logrotateConf)
	if err != nil || !found {
		return out, err
	}
	out.Exists = true
	var included []string
	out.add(logrotateConf, b, func(name string) { included = append(included, name) })
	for _, name := range included {
		if err := h.includeLogrotate(&out, name); err != nil {
			return out, fmt.Errorf("logrotate: %w", err)
		}
	}
	return out, ctx.Err()
}

// includeLogrotate reads a file, or all of a directory but what backups are called.
func (h *Host) includeLogrotate(out *Logrotate, name string) error {
	files := []string{name}
	if info, err := h.root.Stat(name); err == nil && info.Type == "directory" {
		files = nil
		list, err := h.root.List(name)
		if err != nil {
			return err
		}
		for _, f := range list {
			if f.Type == "file" && !strings.HasPrefix(f.Name(), ".") && !slices.ContainsFunc(logrotateTaboo, func(s string) bool { return strings.HasSuffix(f.Name(), s) }) {
				files = append(files, path.Join(name, f.Name()))
			}
		}
	}
	for _, file := range files {
		b, _, err := h.readOptional(file)
		if err != nil {
			return err
		}
		out.add(file, b, func(string) {})
	}
	return nil
}

// logrotateTaboo are the endings that logrotate passes over by itself.
var logrotateTaboo = []string{",v", ".bak", ".cfsaved", ".disabled", ".dpkg-bak", ".dpkg-del", ".dpkg-dist", ".dpkg-new", ".dpkg-old", ".dpkg-tmp", ".rpmnew", ".rpmorig", ".rpmsave", ".swp", ".ucf-dist", ".ucf-new", ".ucf-old", "~"}

// add reads logrotate(8)'s blocks; scripts between postrotate and endscript are
// left out.
func (out *Logrotate) add(file string, b []byte, include func(string)) {
	number, paths := 0, ""
	var block *LogrotateLog
	script := false
	for line := range strings.Lines(string(b)) {
		number++
		line = strings.TrimSpace(line)
		word, rest, _ := strings.Cut(line, " ")
		switch {
		case line == "" || line[0] == '#':
		case script:
			script = line != "endscript"
		case slices.Contains([]string{"prerotate", "postrotate", "firstaction", "lastaction", "preremove"}, word):
			script = true
		case block != nil && line == "}":
			out.Logs = append(out.Logs, *block)
			block, paths = nil, ""
		case block != nil:
			block.Options = append(block.Options, secret.Redact(line))
		case word == "include":
			include(strings.TrimSpace(rest))
		case strings.HasSuffix(line, "{"):
			paths = strings.TrimSpace(paths + " " + strings.TrimSuffix(line, "{"))
			block = &LogrotateLog{Paths: paths, Origin: fmt.Sprintf("%s:%d", file, number)}
		case strings.HasPrefix(line, "/") || strings.HasPrefix(line, `"`):
			paths = strings.TrimSpace(paths + " " + line)
		default:
			out.Defaults = append(out.Defaults, secret.Redact(line))
		}
	}
}
