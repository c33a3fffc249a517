package host

import (
	"fmt"
	"path"
	"slices"
	"strings"
)

// A BootEntry is one choice of a boot loader that starts a Linux kernel.
type BootEntry struct {
	Title    string
	Kernel   string            // its file, as the loader is told
	Args     map[string]string // of the command line, each with its last value; "" for one without
	Recovery bool              // for repairs, by its title or arguments
	Origin   string            // file:line
}

type bootEntry struct {
	BootEntry
	words []string
}

func newBootEntry(title, kernel string, words []string, origin string) bootEntry {
	words = kernelWords(strings.Join(words, " "))
	return bootEntry{BootEntry{title, kernel, kernelArgs(words), isRecovery(title, words), origin}, words}
}

func isRecovery(title string, words []string) bool {
	title = strings.ToLower(title)
	return strings.Contains(title, "recovery mode") || strings.Contains(title, "rescue") ||
		slices.ContainsFunc(words, func(w string) bool { return slices.Contains([]string{"single", "recovery", "rescue", "emergency"}, w) })
}

// parseBLS reads an entry of the Boot Loader Specification. GRUB puts variables
// into its options; without options it takes those of default_kernelopts.
func parseBLS(file string, b []byte, value func(string) string) (bootEntry, bool) {
	title, kernel, at, number := "", "", file, 0
	var words []string
	options := false
	for line := range strings.Lines(string(b)) {
		number++
		key, rest, _ := strings.Cut(strings.TrimSpace(strings.ReplaceAll(line, "\t", " ")), " ")
		switch rest = strings.TrimSpace(rest); key {
		case "title":
			title = rest
		case "linux":
			kernel = rest
		case "options":
			options, at = true, fmt.Sprintf("%s:%d", file, number)
			words = append(words, grubWords(rest, value)...)
		}
	}
	if !options {
		words = strings.Fields(value("default_kernelopts"))
	}
	if kernel == "" || isMemoryTest(kernel) {
		return bootEntry{}, false
	}
	return newBootEntry(or(title, path.Base(file)), kernel, words, at), true
}

// parseGrubenv reads the block that grub-editenv(1) writes; it is padded with #.
func parseGrubenv(b []byte) map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(string(b)) {
		name, value, ok := strings.Cut(strings.TrimRight(line, "\n"), "=")
		if ok && isShellName(name) {
			out[name] = value
		}
	}
	return out
}
