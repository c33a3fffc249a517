package docker

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
