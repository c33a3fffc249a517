package docker

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"time"

	"golang.org/x/sync/errgroup"

	"scantling/checks/fact"
)

// Container is one container, running or not: the answer of its inspection
// under the vendor's names, and what is computed from it.
type Container struct {
	ID              string `json:"Id"`
	Name            string // without the slash
	Created         time.Time
	Path            string
	Args            []string // secrets hidden
	Image           string   // id
	State           ContainerState
	HostConfig      HostConfig
	Config          ContainerConfig
	NetworkSettings NetworkSettings
	Mounts          []ContainerMount // by destination
	AppArmorProfile string           // empty until the first start
	ProcessLabel    string
	MountLabel      string
	ExecIDs         []string `cty:"exec_ids"` // sessions that run now

	Compose       Compose
	SwarmService  *string
	Kubernetes    bool
	Effective     Effective
	InitProcess   *InitProcess // null when not running
	Processes     []ContainerProcess
	Programs      []string // the names of Processes, each once, sorted
	HostPaths     []HostPath
	SharedVolumes []SharedVolume
	Secrets       []Secret
	DockerHost    *string // the variable DOCKER_HOST, without credentials
	ExecSessions  []ExecSession
	ImageCurrent  *bool     // false: the tag names another image now; null: the tag is gone, or there is none
	ImageCreated  time.Time // null when the image is gone
	ImageName     string
}

// ContainerFact is the stream of containers.
var ContainerFact = fact.Beginning(fact.NewMany("container",
	"Every container, running or not, as GET /containers/ID/json tells it, and what that comes to.",
	fact.DockerAPI, readContainers), beginContainers).
	Reading(func(string) []string {
		return unique(append(planDaemon(""), // for the default of no-new-privileges, which engines before API 1.43 do not tell
			"GET /containers/json", "GET /containers/ID/json", "GET /containers/ID/top", "GET /exec/ID/json", "GET /services",
			"GET /images/json", "GET /volumes", "/proc/PID/{cgroup,status,uid_map,cmdline}", "the sources of bind mounts, links only"))
	})

// inspections are how many containers or images are asked for at a time; more
// than 16 only make the engine wait for itself.
const inspections = 16

// An inspected is the part of GET /containers/{id}/json that facts use.
type inspected struct {
	ID              string `json:"Id"`
	Name            string
	Created         time.Time
	Path            string
	Args            []string
	Image           string
	State           ContainerState
	HostConfig      HostConfig
	Config          ContainerConfig
	NetworkSettings NetworkSettings
	Mounts          []ContainerMount
	AppArmorProfile string
	ProcessLabel    string
	MountLabel      string
	ExecIDs         []string `cty:"exec_ids"`
}

// beginContainers asks for the list, which takes an engine longer than anything else.
func beginContainers(d *Docker, ctx context.Context) { _, _ = d.containerList(ctx) }

func readContainers(d *Docker, ctx context.Context, want fact.Want, emit func(fact.Object[Container])) error {
	list, err := d.containerList(ctx)
	if err != nil {
		return err
	}
	s := newSweep(d, want, list)
	var g errgroup.Group
	g.SetLimit(inspections)
	for _, c := range list {
		g.Go(func() error {
			emit(s.read(ctx, c))
			return nil
		})
	}
	return g.Wait()
}

// read inspects one container. What fails is told in the object, so that the
// others still count.
func (s *sweep) read(ctx context.Context, c containerSummary) fact.Object[Container] {
	out := fact.Object[Container]{Name: c.name(), ID: lastingID(c), Notes: &fact.Notes{}}
	if err := c.lacks("Id"); err != nil {
		out.Err = err
		return out
	}
	in, g, err := s.d.inspect(ctx, c.ID)
	if err != nil {
		out.Err = vanished(err)
		return out
	}
	if name := trimSlash(in.Name); c.lacks("Names") != nil && name != "" {
		out.Name = name
	}
	r := record{sweep: s, in: in, gaps: g, notes: out.Notes, call: "GET /containers/" + out.Name + "/json"}
	r.notes.FromMembers(r.call, containerMembers)
	g.tell(r.notes)
	out.Value = r.container(ctx)
	return out
}

func (d *Docker) inspect(ctx context.Context, id string) (in inspected, g gaps, err error) {
	path := "/containers/" + id + "/json"
	err = d.read(ctx, path, func(body []byte) (err error) {
		if g, err = decodeGaps(body, &in, ""); err != nil {
			err = fmt.Errorf("GET %s: %w", path, err)
		}
		return err
	})
	return in, g, err
}

// vanished makes of an object that was listed and is not there any more a
// matter of the target: nobody can assess it, and nothing is broken.
func vanished(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return &fact.Unavailable{Why: "it was removed while the audit ran", Remedy: "run the audit again"}
	}
	return err
}

// lastingID survives recreation: compose project, service and number; swarm
// service and slot; else the name, which the empty text stands for.
func lastingID(c containerSummary) string {
	l := c.Labels
	if project, service := l[composeLabel+"project"], l[composeLabel+"service"]; project != "" && service != "" {
		return "compose " + project + "/" + service + "/" + cmp.Or(l[composeLabel+"container-number"], "1")
	}
	if task, id := l[swarmLabel+"task.name"], l[swarmLabel+"task.id"]; task != "" && id != "" {
		return "swarm " + cutSuffix(task, "."+id)
	}
	return ""
}
