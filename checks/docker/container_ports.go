package docker

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// ContainerPort is a port of the host that leads to one of the container.
type ContainerPort struct {
	ContainerPort int
	Protocol      string // tcp, udp, sctp
	HostIp        string // 0.0.0.0, :: and "" are all addresses
	HostPort      int
}

// ContainerPorts are published ports, sorted. Exposed ports that are not published are
// not among them.
type ContainerPorts []ContainerPort

// bindings are what an answer tells of them: {"80/tcp": [{"HostIp": "0.0.0.0", "HostPort": "8080"}]}.
type bindings map[string][]struct {
	HostIp   string
	HostPort portNumber
}

// UnmarshalJSON takes bindings.
func (p *ContainerPorts) UnmarshalJSON(b []byte) error {
	var m bindings
	if err := json.Unmarshal(b, &m); err != nil {
		return err
	}
	return p.set(m)
}

func (p *ContainerPorts) fill(s *scanner) bool {
	var m bindings
	v := reflect.ValueOf(&m).Elem()
	return s.value(v, filler(v.Type())) && p.set(m) == nil
}

func (p *ContainerPorts) set(m bindings) error {
	*p = nil
	for _, spec := range slices.Sorted(maps.Keys(m)) {
		number, protocol, _ := strings.Cut(spec, "/")
		n, err := strconv.Atoi(number)
		if err != nil {
			return fmt.Errorf("port %q is not a number", spec)
		}
		for _, host := range m[spec] {
			*p = append(*p, ContainerPort{n, cmp.Or(protocol, "tcp"), host.HostIp, int(host.HostPort)})
		}
	}
	slices.SortFunc(*p, func(a, b ContainerPort) int {
		return cmp.Or(cmp.Compare(a.ContainerPort, b.ContainerPort), strings.Compare(a.Protocol, b.Protocol),
			strings.Compare(a.HostIp, b.HostIp), cmp.Compare(a.HostPort, b.HostPort))
	})
	return nil
}

// portNumber takes "8080", 8080 and, for a port not yet chosen, "". A range
// such as "8000-8010" counts by its lowest port.
type portNumber int

func (p *portNumber) UnmarshalJSON(b []byte) error {
	text := strings.Trim(string(b), `"`)
	if text == "" || text == "null" {
		*p = 0
		return nil
	}
	first, _, _ := strings.Cut(text, "-")
	n, err := strconv.Atoi(first)
	if err != nil || n < 0 || n > 65535 {
		return errors.New("a host port is not a number up to 65535")
	}
	*p = portNumber(n)
	return nil
}
