package host

import (
	"maps"
	"path"
	"slices"
	"strings"
)

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// templateOf turns getty@tty1.service into getty@.service.
func templateOf(name string) (string, bool) {
	prefix, instance, ok := strings.Cut(name, "@")
	ext := path.Ext(name)
	if !ok || strings.TrimSuffix(instance, ext) == "" {
		return "", false
	}
	return prefix + "@" + ext, true
}

// dropInDirs lists where drop-ins for the names may be, strongest first: for
// every search directory the unit's own, its template's, then those of its
// prefixes (docker-.service.d speaks for docker-web.service); service.d, which
// speaks for all services, comes last.
func dropInDirs(dirs, names []string) []string {
	var out []string
	for _, name := range names {
		for _, dir := range dirs {
			for _, n := range namesAbove(name) {
				out = append(out, path.Join(dir, n+".d"))
			}
		}
	}
	for _, dir := range dirs {
		out = append(out, path.Join(dir, strings.TrimPrefix(path.Ext(names[0]), ".")+".d"))
	}
	return out
}

func namesAbove(name string) []string {
	out := []string{name}
	if t, ok := templateOf(name); ok {
		out = append(out, t)
	}
	ext := path.Ext(name)
	stem, _, _ := strings.Cut(strings.TrimSuffix(name, ext), "@")
	for {
		cut := strings.LastIndexByte(strings.TrimSuffix(stem, "-"), '-')
		if cut < 0 {
			return out
		}
		stem = stem[:cut+1]
		out = append(out, stem+ext)
	}
}
