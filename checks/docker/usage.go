package docker

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"time"

	"scantling/checks/fact"
)

// Usage is what lies about on the engine: images nobody uses and containers
// that do not run.
type Usage struct {
	Images            int64
	UnusedImages      []string // by name or short id: no container, running or not, was made from it
	DanglingImages    []string // short ids: no tag
	Containers        int64
	StoppedContainers []string // created, exited or dead
	OldestStoppedDays int64    // whole days since the longest-stopped ended; 0 when none is stopped
}

// UsageFact is docker.usage.
var UsageFact = fact.NewOne("docker.usage",
	"Images and containers that are there but not in use, from GET /images/json and /containers/json.",
	fact.DockerAPI, readUsage).
	Reading(func(string) []string {
		return []string{"GET /images/json", "GET /containers/json", "GET /containers/{id}/json"}
	})

func readUsage(d *Docker, ctx context.Context, n *fact.Notes) (Usage, error) {
	var u Usage
	containers, containerErr := d.containerList(ctx)
	images, imageErr := d.imageList(ctx)
	u.images(images, containers)
	note(n, "images", "GET /images/json", imageErr)
	note(n, "dangling_images", "GET /images/json RepoTags", cmpErr(imageErr, lacking(images, "Id", "RepoTags")))
	note(n, "unused_images", "GET /images/json Id, GET /containers/json ImageID",
		cmpErr(imageErr, containerErr, lacking(images, "Id"), lacking(containers, "ImageID")))

	stopped := stoppedOnly(containers)
	u.Containers = int64(len(containers))
	for _, c := range stopped {
		u.StoppedContainers = append(u.StoppedContainers, c.name())
	}
	slices.Sort(u.StoppedContainers)
	note(n, "containers", "GET /containers/json", containerErr)
	stateErr := cmpErr(containerErr, lacking(containers, "State"))
	note(n, "stopped_containers", "GET /containers/json State", stateErr)
	since, err := d.longestStopped(ctx, stopped)
	if !since.IsZero() {
		u.OldestStoppedDays = int64(d.now().Sub(since) / (24 * time.Hour))
	}
	note(n, "oldest_stopped_days", "GET /containers/{id}/json State.FinishedAt", cmpErr(stateErr, lacking(stopped, "Id", "Created"), err))
	return u, nil
}

func (u *Usage) images(images []imageSummary, containers []containerSummary) {
	used := map[string]bool{}
	for _, c := range containers {
		used[c.ImageID] = true
	}
	u.Images = int64(len(images))
	for _, i := range images {
		if !used[i.ID] {
			u.UnusedImages = append(u.UnusedImages, i.name())
		}
		if len(i.tags()) == 0 {
			u.DanglingImages = append(u.DanglingImages, short(i.ID))
		}
	}
	slices.Sort(u.UnusedImages)
	slices.Sort(u.DanglingImages)
}

func stoppedOnly(all []containerSummary) []containerSummary {
	var out []containerSummary
	for _, c := range all {
		switch c.State {
		case "created", "configured", "initialized", "exited", "stopped", "dead": // podman's words among them
			out = append(out, c)
		}
	}
	return out
}

// longestStopped is when the container ended that has not run for the longest;
// zero when there is none. The list does not tell, so containers are inspected,
// oldest first, until the rest was created too late to have ended earlier.
func (d *Docker) longestStopped(ctx context.Context, stopped []containerSummary) (time.Time, error) {
	var longest time.Time
	slices.SortFunc(stopped, func(a, b containerSummary) int { return cmp.Compare(a.Created, b.Created) })
	for _, c := range stopped {
		created := time.Unix(c.Created, 0)
		if !longest.IsZero() && !created.Before(longest) {
			break
		}
		if c.lacks("Id") != nil {
			continue // who reads the result says so
		}
		ended, err := d.ended(ctx, c.ID)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			continue // removed meanwhile
		case err != nil:
			return time.Time{}, err
		case ended.IsZero():
			ended = created // never ran
		}
		if longest.IsZero() || ended.Before(longest) {
			longest = ended
		}
	}
	return longest, nil
}

func (d *Docker) ended(ctx context.Context, id string) (time.Time, error) {
	raw, err := d.get(ctx, "/containers/"+id+"/json")
	if err != nil {
		return time.Time{}, err
	}
	var c struct {
		State struct{ FinishedAt time.Time }
	}
	if err := json.Unmarshal(raw, &c); err != nil {
		return time.Time{}, fmt.Errorf("GET /containers/%s/json: %w", short(id), err)
	}
	return c.State.FinishedAt, nil
}
