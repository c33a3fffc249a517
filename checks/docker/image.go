package docker

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"golang.org/x/sync/errgroup"

	"scantling/checks/fact"
)

// Image is one image of the engine, used or not.
type Image struct {
	ID           string   `json:"Id"`
	Name         string   // first tag, or short id
	RepoTags     []string // nginx:1.29
	RepoDigests  []string // empty for what was built or loaded here
	Created      time.Time
	AgeDays      *int // null where the build does not tell its time
	Size         int64
	Used         bool
	Containers   []string // names
	Architecture string
	OS           string `json:"Os"`
	Config       ImageConfig

	History          []Layer // in the order of the build
	Secrets          []Secret
	AddInstructions  []string // but for the base image's root file system
	UpdateOnlyLayers []string // refresh a package index that later layers find stale
	InsecureInstalls []string // fetch or install without checking what comes
	UserIsRoot       *bool
	FloatingTag      bool // no tag, or latest only
}

// ImageConfig is what containers inherit from an image.
type ImageConfig struct {
	User         string
	Env          []string // names only
	Healthcheck  *ImageHealthcheck
	ExposedPorts Names
	Labels       map[string]string // secrets hidden
	Volumes      Names
	Entrypoint   Words // secrets hidden, as in the next
	Cmd          Words
}

// ImageHealthcheck is the image's HEALTHCHECK.
type ImageHealthcheck struct{ Test []string }

// ImageFact is the stream of images.
var ImageFact = fact.NewMany("image",
	"Every image of the engine, used or not, from GET /images/json, /images/ID/json and /images/ID/history.",
	fact.DockerAPI, readImages).
	Reading(func(string) []string {
		return []string{"GET /images/json", "GET /images/ID/json", "GET /images/ID/history", "GET /containers/json"}
	})

func readImages(d *Docker, ctx context.Context, want fact.Want, emit func(fact.Object[Image])) error {
	list, err := d.imageList(ctx)
	if err != nil {
		return err
	}
	s := imageSweep{d: d, want: want}
	s.users, s.usersErr = d.imageUsers(ctx)
	var g errgroup.Group
	g.SetLimit(inspections)
	for _, i := range list {
		g.Go(func() error {
			emit(s.read(ctx, i))
			return nil
		})
	}
	return g.Wait()
}

// An imageSweep is one reading of all images.
type imageSweep struct {
	d        *Docker
	want     fact.Want
	users    map[string][]string // container names by image id
	usersErr error
}

// imageUsers are the containers of each image, running or not: the engine's own
// count is real only since API 1.51.
func (d *Docker) imageUsers(ctx context.Context) (map[string][]string, error) {
	list, err := d.containerList(ctx)
	if err = cmpErr(err, lacking(list, "ImageID")); err != nil {
		return nil, err
	}
	out := map[string][]string{}
	for _, c := range list {
		id := bareID(c.ImageID)
		out[id] = append(out[id], c.name())
	}
	for id := range out {
		slices.Sort(out[id])
	}
	return out, nil
}

func (s *imageSweep) read(ctx context.Context, i imageSummary) fact.Object[Image] {
	out := fact.Object[Image]{Name: i.name(), Notes: &fact.Notes{}}
	if err := i.lacks("Id"); err != nil {
		out.Err = err
		return out
	}
	in, g, err := s.d.inspectImage(ctx, i.ID)
	if err != nil {
		out.Err = vanished(err)
		return out
	}
	r := imageRecord{imageSweep: s, in: in, gaps: g, notes: out.Notes, call: "GET /images/" + i.name() + "/json"}
	r.notes.FromAPI(r.call)
	g.tell(r.notes)
	out.Value = r.image(ctx, i)
	return out
}

// An inspectedImage is the part of GET /images/{id}/json that facts use.
type inspectedImage struct {
	ID           string `json:"Id"`
	RepoDigests  []string
	Created      time.Time
	Size         int64
	Architecture string
	OS           string `json:"Os"`
	Config       *ImageConfig
}

func (d *Docker) inspectImage(ctx context.Context, id string) (in inspectedImage, g gaps, err error) {
	path := "/images/" + id + "/json"
	raw, err := d.get(ctx, path)
	if err != nil {
		return in, nil, err
	}
	if g, err = decodeGaps(raw, &in, ""); err != nil {
		err = fmt.Errorf("GET %s: %w", path, err)
	}
	return in, g, err
}

// floating reports whether an image's names may mean another one tomorrow.
func floating(tags []string) bool {
	return !slices.ContainsFunc(tags, func(t string) bool { return !strings.HasSuffix(t, ":latest") })
}
