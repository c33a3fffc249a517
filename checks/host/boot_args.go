package host

import (
	"context"
	"slices"
	"strings"
)

const cmdlineFile = "/proc/cmdline"

// kernelWords splits a kernel command line at blanks outside of double quotes,
// which it takes away. What stands behind -- is for the init program.
func kernelWords(text string) (out []string) {
	var b strings.Builder
	quoted, open := false, false
	end := func() {
		if open {
			out = append(out, b.String())
		}
		b.Reset()
		open = false
	}
	for _, c := range text {
		switch {
		case c == '"':
			quoted, open = !quoted, true
		case !quoted && strings.ContainsRune(" \t\r\n", c):
			end()
		default:
			b.WriteRune(c)
			open = true
		}
	}
	end()
	if i := slices.Index(out, "--"); i >= 0 {
		out = out[:i]
	}
	return out
}

// kernelArgs gives each argument its last value, as the kernel does for those
// that take one; an argument without a value has "". Values that may be secrets
// are left out.
func kernelArgs(words []string) map[string]string {
	out := map[string]string{}
	for _, w := range words {
		name, value, _ := strings.Cut(w, "=")
		if mayBeSecret(name) && value != "" {
			value = "(hidden)"
		}
		out[name] = value
	}
	return out
}

func mayBeSecret(name string) bool {
	name = strings.ToLower(name)
	return name == "netroot" || slices.ContainsFunc([]string{"pass", "secret", "token"}, func(s string) bool { return strings.Contains(name, s) })
}

// bootWords is the command line of the running kernel. Of a machine that is not
// running it is what all its boot entries have.
func (h *Host) bootWords(ctx context.Context) (words []string, origin string, err error) {
	if h.kernelSeen() {
		b, _, err := h.readOptional(cmdlineFile)
		return kernelWords(string(b)), cmdlineFile, err
	}
	boot, err := h.boot.get(ctx, h.readBootConfig)
	if err != nil || len(boot.entries) == 0 {
		return nil, "", err
	}
	words = boot.entries[0].words
	for _, e := range boot.entries[1:] {
		words = slices.DeleteFunc(slices.Clone(words), func(w string) bool { return !slices.Contains(e.words, w) })
	}
	return words, boot.entries[0].Origin, boot.hidden
}

// bootSysctls finds sysctl.KEY=VALUE, which the kernel sets before it starts init.
func (h *Host) bootSysctls(ctx context.Context) (out []sysctlLine, err error) {
	words, origin, err := h.bootWords(ctx)
	for _, w := range words {
		key, value, ok := strings.Cut(w, "=")
		if key, ok2 := strings.CutPrefix(key, "sysctl."); ok && ok2 {
			value = sysctlValue(value)
			out = append(out, sysctlLine{sysctlPath(key), &value, origin})
		}
	}
	return out, err
}
