package docker

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"scantling/checks/fact"
	"scantling/checks/secret"
)

// An imageRecord is one image while its attributes are computed.
type imageRecord struct {
	*imageSweep
	in    inspectedImage
	gaps  gaps
	notes *fact.Notes
	call  string // GET /images/nginx:1.29/json
}

func (r *imageRecord) derived(attr string, members ...string) {
	r.notes.Origin(attr, r.call+" "+strings.Join(members, ", "))
	for _, m := range members {
		if err := r.gaps.within(m); err != nil {
			r.notes.Unknown(attr, err)
		}
	}
}

func (r *imageRecord) image(ctx context.Context, i imageSummary) Image {
	tags := i.tags()
	out := Image{
		ID: r.in.ID, Name: i.name(), RepoTags: tags, RepoDigests: slices.DeleteFunc(r.in.RepoDigests, isNone),
		Created: r.in.Created, Size: r.in.Size, Architecture: r.in.Architecture, OS: r.in.OS, FloatingTag: floating(tags),
	}
	for _, attr := range []string{"name", "repo_tags", "floating_tag"} {
		note(r.notes, attr, "GET /images/json RepoTags", i.lacks("RepoTags"))
	}
	out.AgeDays = r.age()
	out.Containers = r.users[bareID(i.ID)]
	out.Used = len(out.Containers) > 0
	for _, attr := range []string{"used", "containers"} {
		r.notes.Origin(attr, "GET /containers/json ImageID")
		if r.usersErr != nil {
			r.notes.Unknown(attr, r.usersErr)
		}
	}
	r.config(&out)
	r.history(ctx, &out)
	return out
}

// age is in whole days. Reproducible builds give a time before there were
// images: it says nothing about age.
func (r *imageRecord) age() *int {
	r.derived("age_days", "Created")
	if r.in.Created.Year() < 2013 {
		return nil
	}
	days := int(r.d.now().Sub(r.in.Created) / (24 * time.Hour))
	return &days
}

func (r *imageRecord) config(out *Image) {
	r.derived("user_is_root", "Config.User")
	r.derived("secrets", "Config.Env", "Config.Labels", "Config.Entrypoint", "Config.Cmd")
	if r.in.Config == nil {
		for _, attr := range []string{"config", "user_is_root", "secrets"} {
			r.notes.Unknown(attr, errAbsent)
		}
		return
	}
	c := r.in.Config
	out.UserIsRoot = r.userIsRoot(c.User)
	words := slices.Concat(c.Entrypoint, c.Cmd)
	out.Secrets = slices.Concat(envSecrets(c.Env), mapSecrets("label", c.Labels), argSecrets("command", words))
	hidden, split := secret.Args(words), len(c.Entrypoint)
	c.Env, c.Labels = secret.EnvNames(c.Env), secret.Map(c.Labels)
	c.Entrypoint, c.Cmd = hidden[:split], hidden[split:]
	if c.Healthcheck != nil {
		c.Healthcheck.Test = secret.Args(c.Healthcheck.Test)
	}
	out.Config = *c
}

func (r *imageRecord) userIsRoot(user string) *bool {
	const attr = "user_is_root"
	kind := rootUser(user)
	root := kind == isRoot || kind == outOfRange
	switch kind {
	case outOfRange:
		r.notes.Remark(attr, outOfRangeRemark)
	case namedUser:
		r.notes.Unknown(attr, &fact.Unavailable{
			Why:    "the /etc/passwd inside the image says which number the user " + strconv.Quote(user) + " has",
			Remedy: "name the user by number: USER 10001",
		})
	}
	return &root
}
