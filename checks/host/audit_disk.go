package host

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// readDiskAudit reads what the next start loads: the parts in rules.d, which
// augenrules compiles, or the compiled file where the service loads that one as
// it is or there are no parts.
func (h *Host) readDiskAudit(ctx context.Context) (auditRules, error) {
	parts, err := h.auditPartFiles()
	if err != nil {
		return auditRules{}, err
	}
	asIs, err := h.loadsCompiled()
	if err != nil {
		return auditRules{}, err
	}
	if asIs || len(parts) == 0 {
		return h.readAuditFiles(ctx, []string{auditCompiled}, true)
	}
	return h.readAuditFiles(ctx, parts, false)
}

func (h *Host) readAuditFiles(ctx context.Context, files []string, compiled bool) (out auditRules, err error) {
	reader := auditReader{h.isWatchedDir, h.idFinder(ctx)}
	for _, file := range files {
		b, _, err := h.readOptional(file)
		if err != nil {
			return out, err
		}
		if out.parse(file, b, compiled, reader); out.broken != nil {
			break
		}
	}
	h.resolve(out.rules)
	return out, nil
}

// idFinder finds users and groups by name in the machine's own files.
func (h *Host) idFinder(ctx context.Context) func(field, name string) (uint32, bool) {
	return func(field, name string) (uint32, bool) {
		a := h.names(ctx)
		if strings.HasSuffix(field, "gid") {
			for _, g := range a.groups {
				if g.name == name {
					return g.gid, true
				}
			}
			return 0, false
		}
		for _, u := range a.users {
			if u.name == name {
				return u.uid, true
			}
		}
		return 0, false
	}
}

func (h *Host) auditPartFiles() (out []string, err error) {
	list, err := h.root.List(auditParts)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	for _, f := range list {
		if strings.HasSuffix(f.Name(), ".rules") && !strings.HasPrefix(f.Name(), ".") {
			out = append(out, path.Join(auditParts, f.Name()))
		}
	}
	slices.SortStableFunc(out, naturally)
	return out, nil
}

// loadsCompiled reports that a unit gives audit.rules to auditctl and no unit
// runs augenrules. Both commands are old; which one counts is up to the unit.
func (h *Host) loadsCompiled() (asIs bool, err error) {
	for _, name := range []string{"audit-rules.service", "auditd.service"} {
		u, err := h.Unit(name)
		if err != nil {
			return false, err
		}
		for _, key := range []string{"ExecStartPre", "ExecStart", "ExecStartPost"} {
			for _, s := range u.Settings(key) {
				if strings.Contains(s.Value, "augenrules") {
					return false, nil
				}
				asIs = asIs || strings.Contains(s.Value, "auditctl -R "+auditCompiled)
			}
		}
	}
	return asIs, nil
}

func (h *Host) isWatchedDir(name string) (bool, error) {
	info, err := h.root.Stat(name)
	if isAbsent(err) {
		return false, nil
	}
	return info.Type == "directory", err
}

// naturally orders names as `sort -V` does: digits by their number.
func naturally(a, b string) int {
	for a != "" && b != "" {
		da, db := digits(a), digits(b)
		if da == "" || db == "" {
			if a[0] != b[0] {
				return cmp.Compare(a[0], b[0])
			}
			a, b = a[1:], b[1:]
			continue
		}
		na, nb := strings.TrimLeft(da, "0"), strings.TrimLeft(db, "0")
		if c := cmp.Or(cmp.Compare(len(na), len(nb)), cmp.Compare(na, nb)); c != 0 {
			return c
		}
		a, b = a[len(da):], b[len(db):]
	}
	return cmp.Compare(len(a), len(b))
}

func digits(s string) string {
	return s[:len(s)-len(strings.TrimLeft(s, "0123456789"))]
}
