package host

import (
	"context"
	"path"
	"strconv"
	"strings"

	"scantling/checks/fact"
)

const (
	moduleDir   = "/lib/modules"
	procModules = "/proc/modules"
)

// moduleTrees are the installed kernels' modules.
type moduleTrees struct {
	kernels []moduleTree
	running bool  // the running kernel is among them
	closed  error // a list of files that could not be read

	closedBuiltin error // a list of what is part of the kernel
}

type moduleTree struct {
	release, dir   string
	files, builtin map[string]string // module -> its file below dir
}

func (h *Host) readModuleTrees(context.Context) (t moduleTrees, err error) {
	release, _, err := h.readOptional(kernelFile)
	if err != nil {
		return t, err
	}
	dir := moduleDir
	list, err := h.root.List(dir)
	if isAbsent(err) {
		dir = "/usr/lib/modules"
		list, err = h.root.List(dir)
	}
	if err != nil && !isAbsent(err) {
		return t, err
	}
	for _, d := range list {
		if d.Type != "directory" {
			continue
		}
		tree, found, err := h.readModuleTree(path.Join(dir, d.Name()), &t)
		t.closed = orAbsent(err, t.closed)
		if found {
			t.kernels = append(t.kernels, tree)
			t.running = t.running || tree.release == strings.TrimSpace(string(release))
		}
	}
	if len(t.kernels) == 0 && t.closed == nil && !h.kernelSeen() {
		t.closed = &fact.Unavailable{Why: "no kernel is installed below " + moduleDir + ", so nothing tells what the one that boots will have"}
		t.closedBuiltin = t.closed
	}
	return t, nil
}

// readModuleTree reads the lists that depmod(8) and the kernel's build leave. A
// directory without either is what a removed kernel left behind.
func (h *Host) readModuleTree(dir string, all *moduleTrees) (t moduleTree, found bool, err error) {
	t = moduleTree{release: path.Base(dir), dir: dir}
	dep, hasDep, err := h.readOptional(path.Join(dir, "modules.dep"))
	builtin, hasBuiltin, builtinErr := h.readOptional(path.Join(dir, "modules.builtin"))
	if !hasBuiltin {
		builtinErr = orAbsent(builtinErr, err)
	}
	all.closedBuiltin = orAbsent(builtinErr, all.closedBuiltin)
	t.files, t.builtin = parseModuleList(dep), parseModuleList(builtin)
	if !hasDep && hasBuiltin && err == nil {
		t.files, err = h.findModules(dir)
	}
	return t, hasDep || hasBuiltin || err != nil || builtinErr != nil, err
}

// parseModuleList reads modules.dep and modules.builtin: a file on each line, in
// the first also those it needs behind a colon.
func parseModuleList(b []byte) map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(string(b)) {
		file, _, _ := strings.Cut(strings.TrimSpace(line), ":")
		if name, ok := moduleOfFile(file); ok {
			out[name] = file
		}
	}
	return out
}

// moduleOfFile knows kernel/fs/x.ko, and the compressed forms.
func moduleOfFile(file string) (string, bool) {
	name, ext, ok := strings.Cut(path.Base(file), ".ko")
	if !ok || ext != "" && ext != ".gz" && ext != ".xz" && ext != ".zst" {
		return "", false
	}
	return moduleName(name), name != ""
}

// findModules goes through the directories of a kernel for which depmod has not
// run, as on the disk of an image that was unpacked and never booted.
func (h *Host) findModules(dir string) (map[string]string, error) {
	out := map[string]string{}
	for open := []string{dir}; len(open) > 0; {
		at := open[0]
		open = open[1:]
		list, err := h.root.List(at)
		if err != nil {
			return out, err
		}
		for _, f := range list {
			file := path.Join(at, f.Name())
			if name, ok := moduleOfFile(file); ok {
				out[name] = strings.TrimPrefix(file, dir+"/")
			}
			if f.Type == "directory" {
				open = append(open, file)
			}
		}
	}
	return out, nil
}

// readProcModules gives for each loaded module how many use it.
func (h *Host) readProcModules(context.Context) (map[string]int, error) {
	b, _, err := h.readOptional(procModules)
	return parseProcModules(b), err
}

func parseProcModules(b []byte) map[string]int {
	out := map[string]int{}
	for line := range strings.Lines(string(b)) {
		if f := strings.Fields(line); len(f) > 2 {
			users, _ := strconv.Atoi(f[2]) // "-" where the kernel does not count
			out[f[0]] = users
		}
	}
	return out
}
