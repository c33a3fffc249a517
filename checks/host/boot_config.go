package host

import (
	"context"
	"path"
	"strings"

	"scantling/checks/fact"
)

// A bootConfig is what the boot loaders of a machine are told.
type bootConfig struct {
	loader     string
	files      []string
	entries    []bootEntry
	superusers grubSetting
	passwords  []grubPassword
	defaults   shellVars
	hidden     error // a file that may hold more entries could not be read
}

func grubDirs() []string { return []string{"/boot/grub", "/boot/grub2"} }

func espDirs() []string { return []string{"/boot/efi", "/efi", "/boot"} }

// readBootConfig looks for GRUB first; without it the entries of the Boot Loader
// Specification are those of systemd-boot, or of zipl.
func (h *Host) readBootConfig(ctx context.Context) (c bootConfig, err error) {
	dirs, err := h.grubDirs()
	if err != nil {
		return c, err
	}
	bls := true
	for _, dir := range dirs {
		p, found := h.readGrub(dir, &c)
		if found {
			c.take(dir, p)
			bls = p.bls
			h.addBLS(&c, p.bls, p.value)
		}
	}
	if c.loader == "" {
		h.addBLS(&c, bls, func(string) string { return "" })
	}
	if len(c.files) == 0 {
		c.hidden = h.elsewhere(ctx, c.hidden)
	}
	c.defaults = h.bootDefaults(&c)
	return c, nil
}

// grubDirs are the directories that have a grub.cfg: GRUB's own, then those of
// the EFI system partition, where it is often only a pointer.
func (h *Host) grubDirs() (out []string, err error) {
	candidates := grubDirs()
	for _, esp := range espDirs()[:2] {
		list, err := h.root.List(path.Join(esp, "EFI"))
		if err != nil && !isAbsent(err) {
			return nil, err
		}
		for _, d := range list {
			candidates = append(candidates, path.Join(esp, "EFI", d.Name()))
		}
	}
	for _, dir := range candidates {
		switch _, err := h.root.Stat(path.Join(dir, "grub.cfg")); {
		case err == nil:
			out = append(out, dir)
		case !isAbsent(err):
			return nil, err
		}
	}
	return out, nil
}

func (h *Host) readGrub(dir string, c *bootConfig) (*grubParser, bool) {
	read := func(name string) ([]byte, bool) {
		b, found, err := h.readOptional(name)
		if err != nil {
			c.hidden = err
		}
		return b, found
	}
	env, found := read(path.Join(dir, "grubenv"))
	if found {
		c.files = append(c.files, path.Join(dir, "grubenv"))
	}
	p := &grubParser{read: read, env: parseGrubenv(env), sets: map[string]string{}, seen: map[string]bool{}}
	for _, f := range c.files {
		if strings.HasSuffix(f, ".cfg") {
			p.seen[f] = true // where the partition's file only points to one that was read, nothing is new
		}
	}
	main := path.Join(dir, "grub.cfg")
	b, found := read(main)
	if !found {
		c.loader, c.files = "grub", append(c.files, main)
		return p, false
	}
	p.parse(main, b)
	return p, true
}

func (c *bootConfig) take(dir string, p *grubParser) {
	c.loader = "grub"
	c.files = append(c.files, p.files...)
	c.entries = append(c.entries, p.entries...)
	c.passwords = append(c.passwords, p.passwords...)
	if p.superusers.value != "" {
		c.superusers = p.superusers
	}
}

// addBLS adds the entries that lie as single files beside the loader.
func (h *Host) addBLS(c *bootConfig, wanted bool, value func(string) string) {
	if !wanted {
		return
	}
	for _, esp := range espDirs() {
		dir := path.Join(esp, "loader/entries")
		files, err := h.confFiles(".conf", dir)
		if err != nil {
			c.hidden = err
		}
		for _, f := range files {
			c.addEntry(f, value)
		}
		h.findImages(c, path.Join(esp, "EFI/Linux"))
	}
	if c.loader == "" && len(c.files) > 0 {
		c.loader = h.blsLoader()
	}
}

func (c *bootConfig) addEntry(f confFile, value func(string) string) {
	c.files = append(c.files, f.path)
	if f.err != nil {
		c.hidden = f.err
		return
	}
	if e, ok := parseBLS(f.path, f.body, value); ok {
		c.entries = append(c.entries, e)
	}
}

// findImages notes unified kernel images: each holds its command line inside, in
// a file too large to be read.
func (h *Host) findImages(c *bootConfig, dir string) {
	list, err := h.root.List(dir)
	if err != nil && !isAbsent(err) {
		c.hidden = err
	}
	for _, f := range list {
		if strings.HasSuffix(strings.ToLower(f.Name()), ".efi") {
			c.files = append(c.files, f.Resolved)
			c.hidden = &fact.Unavailable{Why: f.Resolved + " is a unified kernel image, whose command line is inside", Remedy: "look with objdump -s -j .cmdline " + f.Resolved}
		}
	}
}

func (h *Host) blsLoader() string {
	for _, esp := range espDirs() {
		if _, err := h.root.Stat(path.Join(esp, "loader/loader.conf")); err == nil {
			return "systemd-boot"
		}
	}
	if _, err := h.root.Stat("/etc/zipl.conf"); err == nil {
		return "zipl"
	}
	return "systemd-boot"
}

// elsewhere tells a machine without a boot loader from one whose /boot is not
// mounted at the moment.
func (h *Host) elsewhere(ctx context.Context, err error) error {
	lines, readErr := h.fstab.get(ctx, h.readFstab)
	if err != nil || readErr != nil {
		return orAbsent(err, readErr)
	}
	for _, l := range lines {
		if l.point == "/boot" || l.point == "/boot/efi" || l.point == "/efi" {
			return &fact.Unavailable{Why: l.point + ", which " + l.origin + " mounts, holds no boot loader's files now", Remedy: "mount " + l.point}
		}
	}
	return nil
}

// bootDefaults is what the next update-grub or grub2-mkconfig starts from.
func (h *Host) bootDefaults(c *bootConfig) (vars shellVars) {
	files := []confFile{}
	if f, ok := h.readConf("/etc/default/grub"); ok {
		files = append(files, f)
	}
	more, _ := h.confFiles(".cfg", "/etc/default/grub.d") // only shown as a remark, so what is closed is left out
	for _, f := range append(files, more...) {
		vars = parseShellVars(vars, f.path, f.body)
	}
	return vars
}
