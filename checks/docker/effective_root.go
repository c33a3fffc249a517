package docker

import (
	"context"
	"errors"
	"io/fs"
	"strconv"

	"scantling/checks/fact"
)

// userIsRoot decides by the configured user; where that is a name, by the
// first process.
func (r *record) userIsRoot(first *InitProcess) *bool {
	const attr = "effective.user_is_root"
	if !r.derived(attr) || !r.want(attr) {
		return nil
	}
	kind := rootUser(r.in.Config.User)
	root := kind == isRoot || kind == outOfRange
	switch {
	case kind == outOfRange:
		r.notes.Remark(attr, outOfRangeRemark)
	case kind == namedUser && first != nil:
		r.notes.Origin(attr, "/proc/"+itoa(r.in.State.Pid)+"/status Uid")
		root = first.UID == 0
	case kind == namedUser:
		r.notes.Unknown(attr, r.whyNoUID())
	}
	return &root
}

func (r *record) whyNoUID() error {
	err := r.notes.At("init_process", nil).Err
	if err != nil && r.in.State.Running {
		return errors.Join(&fact.Unavailable{Why: "the image says which number the user " + strconv.Quote(r.in.Config.User) + " has"}, err)
	}
	return &fact.Unavailable{
		Why:    "the image says which number the user " + strconv.Quote(r.in.Config.User) + " has, and the container is not running",
		Remedy: "start the container, or name the user by number",
	}
}

// restarts counts for a swarm task what its service says.
func (r *record) restarts(ctx context.Context) *int {
	const attr = "effective.restart_retries"
	if !r.derived(attr) || !r.want(attr) {
		return nil
	}
	id := r.in.Config.Labels[swarmLabel+"service.id"]
	if id == "" {
		return restartRetries(r.in.HostConfig.RestartPolicy)
	}
	all, err := r.services.get(func() (map[string]*int, error) { return r.d.serviceRetries(ctx) })
	n, ok := all[id]
	if err == nil && !ok {
		err = vanished(fs.ErrNotExist)
	}
	r.unless(err, attr)
	r.notes.Origin(attr, getServices+" Spec.TaskTemplate.RestartPolicy")
	return n
}
