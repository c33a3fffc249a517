package host

import (
	"context"
	"strings"
)

// loadedAudit is what the kernel has loaded, asked once.
func (h *Host) loadedAudit(ctx context.Context) (kernelAudit, error) {
	if !h.root.Live() && h.askKernel == nil {
		return kernelAudit{}, notRunning("the loaded audit rules")
	}
	return h.kernelAudit.get(ctx, func(ctx context.Context) (out kernelAudit, err error) {
		ask := h.askKernel
		if ask == nil {
			ask = readKernelAudit
		}
		if out, err = ask(ctx); err != nil {
			return out, err
		}
		h.resolve(out.rules)
		m := h.auditArchs(ctx)
		for i, r := range out.rules {
			if r.text == "" {
				out.rules[i].text = r.spell(m)
			}
		}
		return out, nil
	})
}

// auditArchs is the kinds of programs that the machine runs, found out once.
func (h *Host) auditArchs(ctx context.Context) auditMachine {
	m, _ := h.auditMachine.get(ctx, h.readAuditMachine) // the error is kept in it
	return m
}

// spell writes a rule as auditctl -l would.
func (r auditRule) spell(m auditMachine) string {
	if r.path != "" && !r.never && r.calls == nil && r.arch == "" && len(r.conds) == 0 {
		return "-w " + r.path + " -p " + permsWithin(r.perm, allPerms) + r.spellKey()
	}
	words := []string{"-a always," + r.list}
	if r.never {
		words[0] = "-a never," + r.list
	}
	if r.arch != "" {
		words = append(words, "-F arch="+r.arch)
	}
	if r.calls != nil {
		words = append(words, "-S "+strings.Join(r.callNames(m), ","))
	}
	if r.path != "" {
		words = append(words, "-F "+r.placeName()+"="+r.path)
	}
	if r.perm != "" {
		words = append(words, "-F perm="+r.perm)
	}
	for _, c := range r.conds {
		words = append(words, c.String())
	}
	return strings.Join(words, " ") + r.spellKey()
}

func (r auditRule) spellKey() string {
	if r.key == "" {
		return ""
	}
	return " -k " + r.key
}

func (r auditRule) placeName() string {
	if r.dir {
		return "dir"
	}
	return "path"
}

func (r auditRule) callNames(m auditMachine) []string {
	out := append([]string{}, r.calls.names...)
	for _, n := range r.calls.numbers {
		out = append(out, m.arch(r.arch).callName(n))
	}
	return out
}
