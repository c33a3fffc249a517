package docker

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"scantling/checks/fact"
	"scantling/checks/secret"
)

// Volume is one volume, and who has it mounted.
type Volume struct {
	Name       string
	Driver     string
	Mountpoint string
	Options    map[string]string // secrets hidden
	BindPath   *string           // the host path that a local volume stands for; null when it is none
	UsedBy     []string          // containers, running or not
	Writers    []string          // those that may write
}

// VolumeFact is the stream volume.
var VolumeFact = fact.NewMany("volume",
	"Every volume of the engine, from GET /volumes; its users from GET /containers/json.", fact.DockerAPI, readVolumes).
	Reading(func(string) []string { return []string{"GET /volumes", "GET /containers/json"} })

func readVolumes(d *Docker, ctx context.Context, _ fact.Want, emit func(fact.Object[Volume])) error {
	volumes, err := d.volumes(ctx)
	if err != nil {
		return err
	}
	containers, err := d.containerList(ctx)
	err = cmpErr(err, lacking(containers, "Mounts"))
	for _, v := range volumes {
		if err := v.lacks("Name"); err != nil {
			emit(fact.Object[Volume]{Name: cmp.Or(v.Name, v.call), Err: err})
			continue
		}
		n := &fact.Notes{}
		n.FromAPI("GET /volumes")
		v.gaps.tell(n)
		note(n, "bind_path", "GET /volumes Options.device", v.lacks("Driver", "Options"))
		note(n, "used_by", "GET /containers/json Mounts[].Name", err)
		note(n, "writers", "GET /containers/json Mounts[].RW", err)
		out := Volume{Name: v.Name, Driver: v.Driver, Mountpoint: v.Mountpoint, BindPath: v.bindPath(), Options: v.shown()}
		out.UsedBy, out.Writers = users(containers, v.Name)
		emit(fact.Object[Volume]{Name: v.Name, Value: out, Notes: n})
	}
	return nil
}

// bindPath is the device of a local volume whose mount options have bind or rbind.
func (v volumeSummary) bindPath() *string {
	if v.Driver != "local" {
		return nil
	}
	for _, o := range strings.Split(v.Options["o"], ",") {
		if o = strings.TrimSpace(o); o == "bind" || o == "rbind" {
			return optional(v.Options["device"])
		}
	}
	return nil
}

// shown are the options without the passwords that a CIFS mount carries, where
// two commas are one that belongs to the value.
func (v volumeSummary) shown() map[string]string {
	out := make(map[string]string, len(v.Options))
	for k, value := range v.Options {
		words := strings.Split(strings.ReplaceAll(value, ",,", "\x00"), ",")
		for i, w := range words {
			if name, word, ok := strings.Cut(w, "="); ok {
				words[i] = name + "=" + secret.Pair(name, word)
			}
		}
		out[k] = strings.ReplaceAll(strings.Join(words, ","), "\x00", ",,")
	}
	return secret.Map(out)
}

// users are the containers that mount a volume, and those that may write to it.
func users(containers []containerSummary, volume string) (all, writers []string) {
	for _, c := range containers {
		for _, m := range c.Mounts {
			if m.Type != "volume" || m.Name != volume {
				continue
			}
			all = append(all, c.name())
			if m.RW {
				writers = append(writers, c.name())
			}
		}
	}
	slices.Sort(all)
	slices.Sort(writers)
	return slices.Compact(all), slices.Compact(writers)
}
