package docker

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"scantling/checks/fact"
	"scantling/checks/secret"
)

// top asks the engine, which runs ps on its own machine. Arguments for ps are
// not given: Podman would run it inside the container for them.
func (r *record) top(ctx context.Context) []ContainerProcess {
	raw, err := r.d.get(ctx, "/containers/"+r.in.ID+"/top")
	if !r.unless(vanished(err), "processes") {
		return nil
	}
	if len(raw) == 0 {
		r.notes.Unknown("processes", noPS)
		return nil
	}
	r.notes.Origin("processes", strings.TrimSuffix(r.call, "/json")+"/top")
	out, err := parseTop(raw, r.notes)
	r.unless(err, "processes")
	return out
}

// noPS is Podman's way: it has sent 200 before it notices that ps fails.
var noPS = &fact.Unavailable{
	Why:    "the engine could not run ps for the container",
	Remedy: "run scantling on the engine's machine",
}

// parseTop reads the table that ps printed. A user that is no number makes the
// uid unknown: names are the engine's machine's.
func parseTop(raw []byte, n *fact.Notes) ([]ContainerProcess, error) {
	var a struct {
		Titles    []string
		Processes [][]string
	}
	g, err := decodeGaps(raw, &a, "")
	if err != nil {
		return nil, fmt.Errorf("top: %w", err)
	}
	if err := g.within("Processes"); err != nil {
		return nil, fmt.Errorf("top: %w", err)
	}
	pid, user := column(a.Titles, "PID", "HPID"), column(a.Titles, "UID", "HUSER", "USER")
	command := column(a.Titles, "CMD", "COMMAND", "ARGS")
	if command < 0 {
		return nil, errors.New("top: no column names the command")
	}
	var out []ContainerProcess
	for _, row := range a.Processes {
		if len(row) != len(a.Titles) {
			return nil, errors.New("top: a row is longer or shorter than the titles")
		}
		p := ContainerProcess{Name: programName(row[command]), Command: secret.Redact(row[command])}
		at := "processes[" + itoa(len(out)) + "]."
		if p.PID, err = number(row, pid); err != nil {
			n.Unknown(at+"pid", err)
		}
		if user >= 0 && row[user] == "root" {
			out = append(out, p)
			continue
		}
		if p.UID, err = number(row, user); err != nil {
			n.Unknown(at+"uid", err)
		}
		out = append(out, p)
	}
	return out, nil
}

func column(titles []string, names ...string) int {
	for _, name := range names {
		if i := slices.Index(titles, name); i >= 0 {
			return i
		}
	}
	return -1
}

func number(row []string, i int) (int, error) {
	if i < 0 {
		return 0, errors.New("the engine's ps does not tell it")
	}
	n, err := strconv.Atoi(row[i])
	if err != nil {
		return 0, errors.New("the engine's ps says something else than a number") // it may be a command line: not repeated
	}
	return n, nil
}
