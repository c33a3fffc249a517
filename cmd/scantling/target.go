package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"scantling/checks/docker"
	"scantling/checks/fact"
	"scantling/checks/host"
	"scantling/checks/host/rootfs"
)

// A target is what is audited: a root, and the engine that goes with it.
type target struct {
	root   *rootfs.FS
	dir    string // where it is
	host   *host.Host
	engine *docker.Docker // nil where none answers
	why    error          // why there is no engine
	facts  *fact.Set
	remote bool // the engine is on another machine
	named  bool // the engine was asked for by a flag, and nothing was said of the host

	address string // the engine's, without a password
	bar     *bar
}

func targetFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "root", Value: "/", Usage: "audit the mounted root at `DIR`; nothing live is read", EnvVars: env("root")},
		&cli.StringFlag{Name: "host", Aliases: []string{"H"}, Usage: "the engine at `ADDRESS`: unix://, tcp://, ssh://; else DOCKER_HOST, the Docker context, the usual sockets", EnvVars: env("host")},
		&cli.StringFlag{Name: "context", Usage: "the engine of the Docker context `NAME`", EnvVars: env("context")},
		&cli.DurationFlag{Name: "request-timeout", Value: 10 * time.Second, Usage: "how long one answer of the engine may take", EnvVars: env("request-timeout")},
	}
}

// env names a flag's variable: --min-coverage is SCANTLING_MIN_COVERAGE.
func env(flag string) []string {
	return []string{"SCANTLING_" + strings.ToUpper(strings.ReplaceAll(flag, "-", "_"))}
}

// open prepares the target; nothing is read from it yet.
func (a *app) open(c *cli.Context) (*target, error) {
	root, err := rootfs.Open(c.String("root"))
	if err != nil {
		return nil, fmt.Errorf("--root: %w", err)
	}
	t := &target{root: root, dir: c.String("root"), bar: a.progress(c), facts: fact.NewSet()}
	t.host = host.New(root, host.WithCounted(t.bar.files))
	t.named = root.Live() && (c.String("host") != "" || c.String("context") != "")
	if err := a.openEngine(c, t); err != nil {
		return nil, err
	}
	t.bind()
	return t, nil
}

func (a *app) openEngine(c *cli.Context, t *target) error {
	if !t.root.Live() && c.String("host") == "" {
		t.why = &fact.Unavailable{Why: "a mounted root has no running engine", Remedy: "audit the running machine, or name its engine with --host"}
		return nil
	}
	ep, err := docker.Search{
		Host: c.String("host"), Context: c.String("context"), Env: a.env, FS: os.DirFS("/"),
	}.Resolve()
	var none *docker.NoEngine
	switch {
	case errors.As(err, &none):
		t.why = &fact.Unavailable{Why: none.Error(), Remedy: "start the engine, or name it with --host"}
		return nil
	case errors.Is(err, fs.ErrPermission) && c.String("host") == "" && c.String("context") == "": // as after su and sudo -u, which leave HOME alone
		t.why = &fact.Unavailable{Why: "which engine is meant is not known: " + err.Error(), Remedy: "name the engine with --host"}
		return nil
	case err != nil:
		return err
	}
	t.remote, t.address = !strings.HasPrefix(ep.Host, "unix://"), ep.String()
	o := docker.Options{Endpoint: ep, Now: a.now, Timeout: c.Duration("request-timeout")}
	if !t.remote {
		o.Host = t.host
	}
	t.engine, err = docker.New(o)
	return err
}

// bind puts the facts into the set. Of a remote engine's machine the host facts
// are unknown: this machine's files say nothing about it.
func (t *target) bind() {
	for _, f := range host.Facts {
		switch {
		case t.remote:
			f = f.Refuse(elsewhere)
		case t.engine != nil && f.Name != "host": // host says where the audit itself runs
			f = f.Guarded(t.here)
		}
		t.facts.Add(t.host, f)
	}
	for _, f := range docker.Facts {
		if t.engine == nil {
			f = f.Refuse(t.why)
		}
		t.facts.Add(t.engine, f)
	}
}

var elsewhere error = &fact.Unavailable{Why: "the engine is on another machine", Remedy: "run scantling on that machine"}

// here is nil unless the engine is known to run elsewhere: behind a socket on
// this machine there may be a tunnel to another.
func (t *target) here(ctx context.Context) error {
	if r := t.facts.Get(ctx, "docker.engine", ""); r.Text("local") == "false" {
		return elsewhere
	}
	return nil
}

func (t *target) close() {
	if t.engine != nil {
		t.engine.Close()
	}
}

// descriptors are the facts without a target, for linting and explaining.
func descriptors() *fact.Set {
	set := fact.NewSet()
	set.Add((*host.Host)(nil), host.Facts...)
	set.Add((*docker.Docker)(nil), docker.Facts...)
	return set
}
