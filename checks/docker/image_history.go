package docker

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"scantling/checks/secret"
)

// Layer is one step of an image's build. Some steps only set a value and are
// empty.
type Layer struct {
	CreatedBy string // secrets hidden
	Size      int64
	Created   time.Time
}

var fromHistory = []string{"history", "add_instructions", "update_only_layers", "insecure_installs"}

// history reads the steps of the build when any attribute that needs them is
// wanted.
func (r *imageRecord) history(ctx context.Context, out *Image) {
	attrs := append(slices.Clone(fromHistory), "secrets")
	if !slices.ContainsFunc(attrs, r.want) {
		return
	}
	path := "/images/" + r.in.ID + "/history"
	raw, err := r.d.get(ctx, path)
	var steps []step
	if err == nil {
		steps, err = parseHistory(raw)
	}
	if err != nil {
		for _, attr := range attrs {
			r.notes.Unknown(attr, fmt.Errorf("the image's history: %w", vanished(err)))
		}
		return
	}
	for _, attr := range fromHistory {
		r.notes.Origin(attr, strings.TrimSuffix(r.call, "/json")+"/history CreatedBy")
	}
	r.notes.Origin("secrets", r.call+" Config, "+strings.TrimSuffix(r.call, "/json")+"/history CreatedBy")
	out.AddInstructions = addInstructions(steps)
	out.UpdateOnlyLayers = updateOnly(steps)
	out.InsecureInstalls = insecureInstalls(steps)
	out.Secrets = append(out.Secrets, historySecrets(commandsOf(steps))...)
	for _, s := range steps {
		out.History = append(out.History, Layer{secret.Redact(s.createdBy), s.size, s.created})
	}
}

// A step is one element of GET /images/{id}/history.
type step struct {
	createdBy   string
	instruction string // RUN, ADD, ...; "" when a tool left its own words
	text        string // what follows the instruction
	size        int64
	created     time.Time
}

// parseHistory turns the engine's list, newest first, into the build's order.
func parseHistory(raw []byte) ([]step, error) {
	var list []struct {
		Created   int64 // Unix seconds
		CreatedBy string
		Size      int64
	}
	g, err := decodeGaps(raw, &list, "")
	if err != nil {
		return nil, err
	}
	for i := range list {
		if err := g.within(fmt.Sprintf("[%d].CreatedBy", i)); err != nil {
			return nil, err
		}
	}
	out := make([]step, 0, len(list))
	for _, l := range slices.Backward(list) {
		s := step{createdBy: l.CreatedBy, size: l.Size}
		if l.Created > 0 {
			s.created = time.Unix(l.Created, 0)
		}
		s.instruction, s.text = instruction(l.CreatedBy)
		out = append(out, s)
	}
	return out, nil
}

func commandsOf(steps []step) []string {
	out := make([]string, len(steps))
	for i, s := range steps {
		out[i] = s.createdBy
	}
	return out
}

const instructions = " ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR "

// instruction takes a step's words apart. The classic builder writes
// "/bin/sh -c #(nop) ADD file:… in /" and, for RUN, the bare command; BuildKit
// writes "ADD rootfs.tar / # buildkit" and "RUN /bin/sh -c make # buildkit".
func instruction(createdBy string) (word, text string) {
	line := strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(createdBy), "# buildkit"))
	if _, nop, ok := strings.Cut(line, "#(nop)"); ok {
		word, text, _ = strings.Cut(strings.TrimSpace(nop), " ")
		return strings.ToUpper(word), strings.TrimSpace(text)
	}
	word, text, _ = strings.Cut(line, " ")
	if word != "" && strings.Contains(instructions, " "+word+" ") {
		return word, strings.TrimSpace(text)
	}
	if line == "" || strings.HasPrefix(line, "#") {
		return "", line
	}
	return "RUN", line
}

// addInstructions are the ADD steps. The first step that brings files is the
// base image's root file system when a local archive is unpacked at /: nothing
// but ADD can do that.
func addInstructions(steps []step) []string {
	var out []string
	first := true
	for _, s := range steps {
		files := s.instruction == "ADD" || s.instruction == "COPY" || s.instruction == "RUN"
		base := first && strings.HasSuffix(s.text, " /") && !strings.Contains(s.text, "://")
		first = first && !files
		if s.instruction == "ADD" && !base {
			out = append(out, printable("ADD "+s.text))
		}
	}
	return out
}

// printable is a step as reports print it.
func printable(text string) string {
	return clip(secret.Redact(strings.Join(strings.Fields(text), " ")))
}
