package docker

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"

	"scantling/checks/fact"
)

// A containerSummary is one element of GET /containers/json?all=1.
type containerSummary struct {
	ID         string   `json:"Id"`
	Names      []string // with a slash before each
	Image      string   // the name it was started by
	ImageID    string
	State      string // created, running, paused, restarting, exited, dead
	Created    int64  // Unix seconds
	Labels     map[string]string
	Mounts     []mountSummary
	HostConfig struct{ NetworkMode string }

	NetworkSettings struct {
		Networks map[string]struct{ NetworkID string }
	}
	listed
}

type mountSummary struct {
	Type, Name, Source, Destination string
	RW                              bool
}

// name is the container's own name, without the slash; links add others that
// hold a second slash.
func (c containerSummary) name() string {
	for _, n := range c.Names {
		if n = trimSlash(n); n != "" && !hasSlash(n) {
			return n
		}
	}
	return cmp.Or(short(c.ID), c.call)
}

// An imageSummary is one element of GET /images/json.
type imageSummary struct {
	ID          string `json:"Id"`
	RepoTags    []string
	RepoDigests []string
	Created     int64 // Unix seconds
	Size        int64
	Labels      map[string]string
	listed
}

// tags are the image's names; engines write <none>:<none> where there is none.
func (i imageSummary) tags() []string {
	var out []string
	for _, t := range i.RepoTags {
		if !isNone(t) {
			out = append(out, t)
		}
	}
	return out
}

// name is the first tag, or the short id.
func (i imageSummary) name() string {
	if t := i.tags(); len(t) > 0 {
		return t[0]
	}
	return cmp.Or(short(i.ID), i.call)
}

// A volumeSummary is one element of GET /volumes.
type volumeSummary struct {
	Name, Driver, Mountpoint string
	Options                  map[string]string
	listed
}

// containerList is every container, running or not.
func (d *Docker) containerList(ctx context.Context) ([]containerSummary, error) {
	return d.containers.get(func() ([]containerSummary, error) {
		raw, err := d.get(ctx, "/containers/json?all=1")
		if err != nil {
			return nil, err
		}
		return elements(raw, whole[containerSummary], "", "Id", "GET /containers/json",
			func(c *containerSummary) (*listed, string) { return &c.listed, c.ID })
	})
}

// imageList is every image that has a name or is the top of its layers.
func (d *Docker) imageList(ctx context.Context) ([]imageSummary, error) {
	return d.images.get(func() ([]imageSummary, error) {
		raw, err := d.get(ctx, "/images/json")
		if err != nil {
			return nil, err
		}
		return elements(raw, whole[imageSummary], "", "Id", "GET /images/json",
			func(i *imageSummary) (*listed, string) { return &i.listed, i.ID })
	})
}

func (d *Docker) volumes(ctx context.Context) ([]volumeSummary, error) {
	return d.volumeMemo.get(func() ([]volumeSummary, error) {
		raw, err := d.get(ctx, "/volumes")
		if err != nil {
			return nil, err
		}
		return elements(raw, func(a *struct{ Volumes []volumeSummary }) []volumeSummary { return a.Volumes }, "volumes", "Name", "GET /volumes",
			func(v *volumeSummary) (*listed, string) { return &v.listed, v.Name })
	})
}

// whole is the list of an answer that is nothing but a list.
func whole[T any](answer *[]T) []T { return *answer }

// networkList is the raw elements of GET /networks, for facts that note gaps.
func (d *Docker) networkList(ctx context.Context) ([]json.RawMessage, error) {
	return d.networks.get(func() ([]json.RawMessage, error) {
		return ask[[]json.RawMessage](d, ctx, "/networks")
	})
}

// ask reads an answer of which every member that is asked for counts: one of the
// wrong type is an error.
func ask[T any](d *Docker, ctx context.Context, path string) (T, error) {
	var out, none T
	raw, err := d.get(ctx, path)
	if err != nil {
		return none, err
	}
	var g gaps
	if g, err = decodeGaps(raw, &out, ""); err == nil {
		err = g.first()
	}
	if err != nil {
		return none, fmt.Errorf("%s: %w", call(path), err)
	}
	return out, nil
}

// info is GET /info, decoded once.
func (d *Docker) info(ctx context.Context) (Info, *fact.Notes, error) {
	got, err := d.infoMemo.get(func() (noted[Info], error) {
		n := &fact.Notes{}
		i, err := readInfo(d, ctx, n)
		return noted[Info]{i, n}, err
	})
	return got.value, got.notes, err
}

// version is GET /version, decoded once.
func (d *Docker) version(ctx context.Context) (Version, *fact.Notes, error) {
	got, err := d.verMemo.get(func() (noted[Version], error) {
		n := &fact.Notes{}
		v, err := readVersion(d, ctx, n)
		return noted[Version]{v, n}, err
	})
	return got.value, got.notes, err
}
