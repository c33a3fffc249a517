package pack

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// sources are the names of the profiles' files; profiles share controls.
func (w *writer) sources() map[string]string {
	at := map[string]string{}
	for _, p := range w.Profiles {
		for _, name := range slices.Sorted(maps.Keys(p.Files)) {
			at[name] = ""
		}
	}
	return at
}

// profiles writes these files; those of the library that comes with the program
// keep their places.
func (w *writer) profiles() error {
	at := w.sources()
	for _, name := range slices.Sorted(maps.Keys(at)) {
		folder := "own"
		if strings.HasPrefix(name, "profiles/") {
			folder = ""
		}
		at[name] = w.free(folder, name)
		if err := w.addText(at[name], w.source(name)); err != nil {
			return err
		}
	}
	w.placed = at
	return nil
}

func (w *writer) source(name string) []byte {
	for _, p := range w.Profiles {
		if text, ok := p.Files[name]; ok {
			return text
		}
	}
	return nil
}

func (w *writer) reviews() error {
	for _, name := range slices.Sorted(maps.Keys(w.Reviews)) {
		if err := w.addText(w.free("review", name), w.Reviews[name]); err != nil {
			return err
		}
	}
	return nil
}

// ProfileHash is the hash of a profile's files, as the library reckons it.
func ProfileHash(files map[string][]byte) string {
	h := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(files)) {
		fmt.Fprintf(h, "%s %d\n%s", name, len(files[name]), files[name])
	}
	return hex.EncodeToString(h.Sum(nil))
}
