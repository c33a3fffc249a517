package host

import (
	"context"
	"path"
	"slices"
)

// maxBinds is how often what is bound may itself be bound.
const maxBinds = 8

// inherited are the options that a declared mount will have. A bind mount without
// restrictions of its own gets those of the mount that it shows: the kernel copies
// them. With some of its own, whether the others are copied too depends on the
// release of mount(8), and they do not count.
func (h *Host) inherited(ctx context.Context, line mountLine, binds int) ([]string, error) {
	isBind := slices.Contains(line.options, "bind") || slices.Contains(line.options, "rbind")
	if !isBind || binds >= maxBinds || len(restrictions(line.options)) > 0 || !path.IsAbs(line.device) {
		return line.options, nil
	}
	resolved, rest, err := h.nearest(line.device)
	if err != nil {
		return nil, err
	}
	shown, _, err := h.heldBy(ctx, path.Join(resolved, rest), binds+1)
	return effectiveOptions(append(slices.Clone(line.options), restrictions(shown.options)...)), err
}

// restrictions are the options by which a mount allows less.
func restrictions(options []string) (out []string) {
	for _, p := range optionPairs() {
		if slices.Contains(options, p[0]) {
			out = append(out, p[0])
		}
	}
	return out
}
