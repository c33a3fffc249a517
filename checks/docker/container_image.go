package docker

import (
	"context"
	"strings"
	"time"
)

// An imageIndex finds images by id and by what people call them.
type imageIndex struct {
	byID map[string]imageSummary
	err  error             // why some images may be missing here
	tags map[string]string // id by familiar name
}

func (s *sweep) imageIndex(ctx context.Context) (imageIndex, error) {
	return s.images.get(func() (imageIndex, error) {
		list, err := s.d.imageList(ctx)
		if err != nil {
			return imageIndex{}, err
		}
		x := imageIndex{map[string]imageSummary{}, lacking(list, "Id", "RepoTags"), map[string]string{}}
		for _, i := range list {
			x.byID[bareID(i.ID)] = i
			for _, t := range i.tags() {
				x.tags[familiar(t)] = bareID(i.ID)
			}
		}
		return x, nil
	})
}

// image is what the container was created from: its name, whether that name
// still means the same image, and when it was built.
func (r *record) image(ctx context.Context) (name string, current *bool, created time.Time) {
	r.derived("image_name")
	name = r.in.Config.Image
	id := bareID(r.in.Image)
	if !r.want("image_current") && !r.want("image_created") && !(r.want("image_name") && isID(name, id)) {
		return name, nil, created
	}
	x, err := r.imageIndex(ctx)
	r.derived("image_current")
	r.derived("image_created")
	r.notes.Origin("image_created", "GET /images/json Created")
	if err != nil {
		r.notes.Unknown("image_current", err)
		r.notes.Unknown("image_created", err)
		return name, nil, created
	}
	i, ok := x.byID[id]
	if err := i.lacks("Created"); ok && err != nil {
		r.notes.Unknown("image_created", err)
	}
	if !ok && x.err != nil {
		r.notes.Unknown("image_created", x.err)
	}
	if ok {
		if i.Created > 0 { // 0 where the build is reproducible
			created = time.Unix(i.Created, 0)
		}
		if isID(name, id) {
			name = i.name()
		}
	}
	current = x.current(r.in.Config.Image, id)
	if current == nil && x.err != nil && !isID(r.in.Config.Image, id) { // its tag may be the one that is not told
		r.notes.Unknown("image_current", x.err)
	}
	return name, current, created
}

// current compares the image that runs with the one that its name means now.
func (x imageIndex) current(name, id string) *bool {
	if isID(name, id) {
		return nil
	}
	same := strings.Contains(name, "@sha256:") // a digest cannot mean anything else
	if !same {
		now, ok := x.tags[familiar(name)]
		if !ok {
			return nil
		}
		same = now == id
	}
	return &same
}

func bareID(id string) string { return strings.TrimPrefix(id, "sha256:") }

// isID reports whether a container was created by the image's id, or the
// beginning of it, and not by a name.
func isID(name, id string) bool {
	bare := bareID(name)
	return bare == "" || len(bare) >= 12 && strings.HasPrefix(id, bare)
}

// familiar spells docker.io/library/nginx and nginx:latest alike.
func familiar(ref string) string {
	for _, prefix := range []string{"docker.io/", "index.docker.io/", "library/"} {
		ref = strings.TrimPrefix(ref, prefix)
	}
	if !strings.ContainsAny(ref[strings.LastIndexByte(ref, '/')+1:], ":@") {
		ref += ":latest"
	}
	return ref
}
