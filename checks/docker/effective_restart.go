package docker

import (
	"context"
	"fmt"

	"scantling/checks/fact"
)

// restartRetries is how often the engine starts a failed container again; nil
// is without end.
func restartRetries(p RestartPolicy) *int {
	retries := 0
	switch p.Name {
	case "", "no", "none":
	case "on-failure":
		if p.MaximumRetryCount == 0 {
			return nil
		}
		retries = p.MaximumRetryCount
	default:
		return nil
	}
	return &retries
}

// taskRetries is the same for a task of a swarm service, whose container always
// says "no": swarm starts a new one by the service's policy.
func taskRetries(condition string, attempts *int) *int {
	if condition == "none" {
		return new(int)
	}
	if attempts == nil || *attempts == 0 {
		return nil
	}
	return attempts
}

// serviceRetries is taskRetries of every service by its id.
func (d *Docker) serviceRetries(ctx context.Context) (map[string]*int, error) {
	raw, err := d.get(ctx, "/services")
	if err != nil {
		return nil, &fact.Unavailable{
			Why:    "the restart policy of a swarm task is its service's, which only managers know",
			Remedy: "audit a manager of the swarm",
			Err:    err,
		}
	}
	var list []struct {
		ID   string
		Spec struct {
			TaskTemplate struct {
				RestartPolicy struct {
					Condition   string
					MaxAttempts *int
				}
			}
		}
	}
	g, err := decodeGaps(raw, &list, "")
	if err != nil {
		return nil, fmt.Errorf("%s: %w", getServices, err)
	}
	out := map[string]*int{}
	for i, s := range list {
		if err := g.within(fmt.Sprintf("[%d]", i)); err != nil {
			return nil, fmt.Errorf("%s: %w", getServices, err)
		}
		p := s.Spec.TaskTemplate.RestartPolicy
		out[s.ID] = taskRetries(p.Condition, p.MaxAttempts)
	}
	return out, nil
}
