package docker

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
)

// HostPath is a file or directory of the host that a container sees.
type HostPath struct {
	Path        string // links resolved where this machine is the engine's
	Destination string
	Writable    bool
	Via         string // bind, or volume NAME
}

// SharedVolume is a volume that several containers mount.
type SharedVolume struct {
	Name       string
	Containers []string // all of them, this one too
	Writers    []string // those that may write
}

// hostPaths are the bind mounts, and the volumes that are bind mounts in
// disguise: driver local with the options o=bind and device=PATH.
func (r *record) hostPaths(ctx context.Context) []HostPath {
	if !r.want("host_paths") || !r.derived("host_paths") {
		return nil
	}
	var out []HostPath
	for _, m := range r.in.Mounts {
		switch m.Type {
		case "bind":
			out = append(out, HostPath{m.Source, m.Destination, m.RW, "bind"})
		case "volume":
			path, err := r.volumeBind(ctx, m.Name)
			if err != nil {
				r.notes.Unknown("host_paths", fmt.Errorf("the volume %s: %w", m.Name, err))
				return nil
			}
			if path != "" {
				out = append(out, HostPath{path, m.Destination, m.RW, "volume " + m.Name})
			}
		}
	}
	r.resolve(ctx, out)
	return out
}

// resolve follows the links of paths, which may lead to another place than the
// name says. Where that cannot be, the name stays, and a remark says so.
func (r *record) resolve(ctx context.Context, paths []HostPath) {
	if len(paths) == 0 {
		return
	}
	if err := r.d.here(ctx); err != nil {
		r.notes.Remark("host_paths", "links are not resolved: "+err.Error())
		return
	}
	var remarks []string
	for i, p := range paths {
		info, err := r.d.host.Root().Stat(p.Path)
		switch {
		case err == nil:
			paths[i].Path = info.Resolved
		case errors.Is(err, fs.ErrNotExist):
			remarks = append(remarks, p.Path+" is not there now")
		default:
			remarks = append(remarks, "links are not resolved: "+err.Error())
		}
	}
	if len(remarks) > 0 {
		r.notes.Remark("host_paths", strings.Join(remarks, "; "))
	}
}

// volumeBind is the host's path behind a volume; empty when there is none, or
// the volume is gone. A volume whose name is not told may be any.
func (s *sweep) volumeBind(ctx context.Context, name string) (string, error) {
	list, err := s.binds.get(func() (map[string]volumeSummary, error) {
		list, err := s.d.volumes(ctx)
		out := make(map[string]volumeSummary, len(list))
		for _, v := range list {
			out[v.Name] = v
		}
		return out, err
	})
	if err != nil {
		return "", err
	}
	v, ok := list[name]
	if !ok {
		return "", list[""].lacks("Name")
	}
	return bindDevice(v.Driver, v.Options), v.lacks("Driver", "Options")
}

// bindDevice is the host's path behind a volume of the local driver.
func bindDevice(driver string, options map[string]string) string {
	if driver != "local" && driver != "" || !strings.HasPrefix(options["device"], "/") {
		return ""
	}
	for _, o := range strings.Split(options["o"], ",") {
		if o = strings.TrimSpace(o); o == "bind" || o == "rbind" {
			return options["device"]
		}
	}
	return ""
}

func (r *record) shared() []SharedVolume {
	if !r.want("shared_volumes") || !r.derived("shared_volumes") {
		return nil
	}
	note(r.notes, "shared_volumes", "GET /containers/json Mounts", r.volumesErr)
	var out []SharedVolume
	for _, m := range r.in.Mounts {
		if v, ok := r.volumes[m.Name]; ok && m.Type == "volume" {
			out = append(out, v)
		}
	}
	return out
}

// sharedVolumes are the volumes that more than one container mounts, by name.
func sharedVolumes(list []containerSummary) map[string]SharedVolume {
	all := map[string]SharedVolume{}
	for _, c := range list {
		for _, m := range c.Mounts {
			if m.Type != "volume" || m.Name == "" {
				continue
			}
			v := all[m.Name]
			v.Name, v.Containers = m.Name, append(v.Containers, c.name())
			if m.RW {
				v.Writers = append(v.Writers, c.name())
			}
			all[m.Name] = v
		}
	}
	for name, v := range all {
		v.Containers, v.Writers = unique(v.Containers), unique(v.Writers)
		all[name] = v
		if len(v.Containers) < 2 {
			delete(all, name)
		}
	}
	return all
}
