package host

import (
	"fmt"
	"strings"

	"scantling/checks/fact"
)

func (d *Dnf) addRepo(s iniSection, n *fact.Notes) {
	r := DnfRepo{ID: s.name, File: s.origin, Enabled: true, Gpgcheck: d.Gpgcheck, RepoGpgcheck: d.RepoGpgcheck}
	at := fmt.Sprintf("repos[%d]", len(d.Repos))
	n.Origin(at, s.origin)
	for attr, into := range map[string]*bool{"enabled": &r.Enabled, "gpgcheck": &r.Gpgcheck, "repo_gpgcheck": &r.RepoGpgcheck} {
		if v, ok := s.get(attr); ok {
			*into = dnfBool(v.value)
			n.Origin(at+"."+attr, v.origin)
		}
	}
	for attr, into := range map[string]**string{"metalink": &r.Metalink, "mirrorlist": &r.Mirrorlist} {
		if v, ok := s.get(attr); ok {
			*into = &v.value
		}
	}
	for attr, into := range map[string]*[]string{"baseurl": &r.Baseurl, "gpgkey": &r.Gpgkey} {
		if v, ok := s.get(attr); ok {
			*into = listItems(strings.ReplaceAll(v.value, "\n", " "))
		}
	}
	v, _ := s.get("name")
	r.Name = v.value
	d.Repos = append(d.Repos, r)
}

// An iniSection is one section of a file of dnf's.
type iniSection struct {
	name   string
	origin string
	values []iniValue
}

type iniValue struct{ key, value, origin string }

// get returns the last assignment of a key.
func (s iniSection) get(key string) (iniValue, bool) {
	for i := len(s.values) - 1; i >= 0; i-- {
		if s.values[i].key == key {
			return s.values[i], true
		}
	}
	return iniValue{}, false
}

// parseINI reads sections and key=value lines; an indented line goes on with the
// value before, # and ; start comments.
func parseINI(file string, b []byte) (out []iniSection) {
	number := 0
	for line := range strings.Lines(string(b)) {
		number++
		text := strings.TrimSpace(line)
		origin := fmt.Sprintf("%s:%d", file, number)
		if name, ok := sectionName(text); ok {
			out = append(out, iniSection{name: name, origin: origin})
			continue
		}
		if text == "" || text[0] == '#' || text[0] == ';' || len(out) == 0 {
			continue
		}
		s := &out[len(out)-1]
		if indented := line[0] == ' ' || line[0] == '\t'; indented && len(s.values) > 0 {
			s.values[len(s.values)-1].value += "\n" + text
			continue
		}
		if key, value, ok := strings.Cut(text, "="); ok {
			s.values = append(s.values, iniValue{strings.TrimSpace(key), strings.TrimSpace(value), origin})
		}
	}
	return out
}
