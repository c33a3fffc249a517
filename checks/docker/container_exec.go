package docker

import (
	"context"
	"errors"
	"io/fs"

	"scantling/checks/fact"
)

// ExecSession is a program that was started in a running container and still
// runs: docker exec, a health check.
type ExecSession struct {
	ID         string
	Privileged bool
	User       string // the container's own where the session names none
	Running    bool
}

// execSessions asks for each session that the inspection names. The engine
// forgets them when they end, so one that is gone is left out.
func (r *record) execSessions(ctx context.Context) []ExecSession {
	if !r.want("exec_sessions") || !r.derived("exec_sessions") {
		return nil
	}
	var out []ExecSession
	for _, id := range r.in.ExecIDs {
		raw, err := r.d.get(ctx, "/exec/"+id+"/json")
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		at := "exec_sessions[" + itoa(len(out)) + "]"
		if err != nil {
			r.notes.Unknown("exec_sessions", err)
			return nil
		}
		s, err := parseExec(raw, at, r.notes)
		if err != nil {
			r.notes.Unknown("exec_sessions", err)
			return nil
		}
		s.ID = id
		if s.User == "" {
			s.User = r.in.Config.User
		}
		r.notes.Origin(at, "GET /exec/"+short(id)+"/json ProcessConfig")
		out = append(out, s)
	}
	return out
}

func parseExec(raw []byte, at string, n *fact.Notes) (ExecSession, error) {
	var a struct {
		Running       bool
		ProcessConfig struct {
			Privileged *bool
			User       string
		}
	}
	g, err := decodeGaps(raw, &a, "")
	if err != nil {
		return ExecSession{}, err
	}
	for attr, member := range map[string]string{"running": "Running", "privileged": "ProcessConfig.Privileged", "user": "ProcessConfig.User"} {
		if err := g.within(member); err != nil {
			n.Unknown(at+"."+attr, err)
		}
	}
	s := ExecSession{User: a.ProcessConfig.User, Running: a.Running}
	if a.ProcessConfig.Privileged == nil {
		n.Unknown(at+".privileged", errAbsent)
		return s, nil
	}
	s.Privileged = *a.ProcessConfig.Privileged
	return s, nil
}
