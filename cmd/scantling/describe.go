package main

import (
	"context"
	"errors"
	"os"
	"slices"

	"scantling/checks/fact"
	"scantling/report"
)

// describe names what was audited, as far as it can be told.
func (t *target) describe(ctx context.Context) []report.Target {
	details := map[string]string{}
	add := func(name string, r fact.Reading, path string) {
		if s := r.Text(path); s != "" {
			details[name] = s
		}
	}
	h := t.facts.Get(ctx, "host", "")
	add("os", h, "os_name")
	add("kernel", h, "kernel")
	add("container", h, "container")
	if !t.remote && !t.root.Live() {
		details["root"] = t.dir
	}
	e, v, i := t.facts.Get(ctx, "docker.engine", ""), t.facts.Get(ctx, "docker.version", ""), t.facts.Get(ctx, "docker.info", "")
	add("engine", e, "name")
	add("endpoint", e, "endpoint")
	add("engine_version", v, "version")
	add("containers", i, "containers")
	add("containers_running", i, "containers_running")
	add("images", i, "images")
	name, kind := h.Text("hostname"), "host"
	if t.remote {
		name, kind = i.Text("name"), "engine"
		details["os"] = i.Text("operating_system")
	}
	if name == "" {
		name = t.address
	}
	return []report.Target{{Name: name, Kind: kind, Details: details}}
}

// notices are what a reader must know before trusting the score.
func (t *target) notices(ctx context.Context, chosen []string) []string {
	out := slices.Clone(chosen)
	if t.engine == nil {
		out = append(out, t.why.Error())
	} else if r := t.facts.Get(ctx, "docker.version", ""); r.Err != nil && !errors.Is(r.Err, context.Canceled) {
		out = append(out, r.Err.Error())
	}
	if os.Geteuid() != 0 && t.root.Live() && !t.remote {
		out = append(out, "not run as root: what only root may read is not assessed")
	}
	if c := t.facts.Get(ctx, "host", "").Text("container"); c != "" {
		out = append(out, "this process runs in a container ("+c+"): host facts are the container's")
	}
	return out
}
