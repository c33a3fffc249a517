package host

import (
	"context"
	"fmt"
	"path"
	"sync"
)

// pamDepth is PAM_SUBSTACK_MAX_LEVEL.
const pamDepth = 16

// pamDirs hold the files of services, the first that has one counts: those of the
// administrator, then those of vendors.
func pamDirs() []string {
	return []string{"/etc/pam.d", "/usr/lib/pam.d", "/usr/share/pam.d", "/usr/etc/pam.d"}
}

// A pamFile is a service's file; its name is empty where there is none.
type pamFile struct {
	name  string
	lines []pamLine
	raw   []byte
	err   error
}

// pamFiles keeps what was read once.
type pamFiles struct {
	mu    sync.Mutex
	files map[string]pamFile
}

func (h *Host) pamFile(service string) pamFile {
	h.pam.mu.Lock()
	defer h.pam.mu.Unlock()
	if f, ok := h.pam.files[service]; ok {
		return f
	}
	if h.pam.files == nil {
		h.pam.files = map[string]pamFile{}
	}
	f := h.readPAMFile(service)
	h.pam.files[service] = f
	return f
}

func (h *Host) readPAMFile(service string) pamFile {
	names := []string{service}
	if !path.IsAbs(service) {
		names = nil
		for _, dir := range pamDirs() {
			names = append(names, path.Join(dir, service))
		}
	}
	for _, name := range names {
		b, found, err := h.readOptional(name)
		if found || err != nil {
			return pamFile{name, parsePAM(name, b), b, err}
		}
	}
	return pamFile{}
}

// pamStack lists the modules of one kind in a service, includes followed. An
// include of a file that is not there always fails, as libpam makes it.
func (h *Host) pamStack(ctx context.Context, service, kind string) ([]pamEntry, error) {
	b := pamBuilder{host: h, ctx: ctx, kind: kind}
	err := b.add(service, 0, 0)
	return b.out, err
}

type pamBuilder struct {
	host  *Host
	ctx   context.Context
	kind  string
	files int
	out   []pamEntry
}

func (b *pamBuilder) add(service string, level, depth int) error {
	f := b.host.pamFile(service)
	b.files++
	switch {
	case b.ctx.Err() != nil:
		return b.ctx.Err()
	case f.err != nil:
		return f.err
	case depth > pamDepth || len(b.out) > maxTree || b.files > maxIncluded:
		return fmt.Errorf("pam: %s: files include one another without end", service)
	}
	for _, l := range f.lines {
		if l.kind != "" && l.kind != b.kind {
			continue
		}
		if err := b.line(l, level, depth); err != nil {
			return err
		}
	}
	return nil
}

func (b *pamBuilder) line(l pamLine, level, depth int) error {
	switch {
	case l.control != "include" && l.control != "substack":
		b.out = append(b.out, pamEntry{pamLine: l, level: level})
		return nil
	case l.control == "substack":
		b.out = append(b.out, pamEntry{pamLine: l, level: level, sub: true})
		level++
	}
	if f := b.host.pamFile(l.module); f.name == "" && f.err == nil {
		l.control, l.module = "required", ""
		b.out = append(b.out, pamEntry{pamLine: l, level: level})
		return nil
	}
	return b.add(l.module, level, depth+1)
}

// pamServices are the stacks that others include, and the services through which
// people log in, become someone else and change passwords.
func pamServices() []string {
	return []string{
		"common-auth", "common-account", "common-password", "common-session", "common-session-noninteractive",
		"system-auth", "password-auth", "login", "sshd", "su", "su-l", "sudo", "sudo-i", "passwd",
	}
}

// pamUses lists every line of a module in those stacks, each once.
func (h *Host) pamUses(ctx context.Context, module string, kinds ...string) (out []pamLine, err error) {
	seen := map[string]bool{}
	for _, service := range pamServices() {
		for _, kind := range kinds {
			stack, err := h.pamStack(ctx, service, kind)
			if err != nil {
				return nil, err
			}
			for _, e := range stack {
				if key := e.origin + kind; e.module == module && !seen[key] {
					seen[key] = true
					out = append(out, e.pamLine)
				}
			}
		}
	}
	return out, nil
}
