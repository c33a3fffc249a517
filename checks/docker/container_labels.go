package docker

import (
	"strconv"
	"strings"
)

// Labels that say who runs a container.
const (
	composeLabel = "com.docker.compose."
	swarmLabel   = "com.docker.swarm."
)

// Compose is where a container is declared, when docker compose made it.
type Compose struct {
	Project     *string
	Service     *string
	ConfigFiles []string
	WorkingDir  *string
}

func composeOf(labels map[string]string) Compose {
	c := Compose{
		Project:    optional(labels[composeLabel+"project"]),
		Service:    optional(labels[composeLabel+"service"]),
		WorkingDir: optional(labels[composeLabel+"project.working_dir"]),
	}
	if files := labels[composeLabel+"project.config_files"]; files != "" {
		c.ConfigFiles = strings.Split(files, ",")
	}
	return c
}

func cutSuffix(s, end string) string {
	s, _ = strings.CutSuffix(s, end)
	return s
}

func itoa(i int) string { return strconv.Itoa(i) }
