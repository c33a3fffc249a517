package host

import (
	"context"
	"strings"

	"scantling/checks/fact"
)

// BootFact is `boot`.
var BootFact = fact.NewOne("boot",
	"The boot loader: its entries with their kernel command lines, whether a password guards it, and the running kernel's command line.",
	fact.Files, readBoot).Reading(planBoot)

// A Boot is how the machine starts. Where no boot loader is configured, as on a
// virtual machine whose kernel the hypervisor brings, Exists is false.
type Boot struct {
	Exists     bool
	Loader     *string // grub, systemd-boot, zipl
	Files      []string
	Entries    []BootEntry
	Superusers []string          // of GRUB, those whose password is set
	Password   *string           // how GRUB keeps it: pbkdf2 or plain; null when none is set. Never the password
	Args       map[string]string // of the running kernel, each with its last value
	Defaults   map[string]string // what the next generation of grub.cfg gives every entry
	DefaultsAt *string           // the file and line of that
}

func readBoot(h *Host, ctx context.Context, n *fact.Notes) (Boot, error) {
	var b Boot
	h.readRunningArgs(&b, n)
	c, err := h.boot.get(ctx, h.readBootConfig)
	if err != nil {
		for _, attr := range []string{"exists", "loader", "files", "entries", "superusers", "password", "defaults", "defaults_at"} {
			n.Unknown(attr, err)
		}
		return b, ctx.Err()
	}
	b.fill(c, n)
	return b, ctx.Err()
}

func (h *Host) readRunningArgs(b *Boot, n *fact.Notes) {
	n.Origin("args", cmdlineFile)
	text, found, err := h.readOptional(cmdlineFile)
	if err != nil || !found {
		n.Unknown("args", orAbsent(err, notRunning("the kernel command line")))
		return
	}
	b.Args = kernelArgs(kernelWords(string(text)))
}

func (b *Boot) fill(c bootConfig, n *fact.Notes) {
	b.Exists, b.Files = c.loader != "", c.files
	n.From(or(strings.Join(c.files, ", "), "no boot loader's configuration in /boot or /efi"))
	if b.Exists {
		b.Loader = &c.loader
	}
	for _, e := range c.entries {
		b.Entries = append(b.Entries, e.BootEntry)
	}
	if b.Exists && len(b.Entries) == 0 && c.hidden == nil {
		n.Unknown("entries", &fact.Unavailable{Why: "no entry of a Linux kernel stands in " + strings.Join(c.files, ", ")})
	}
	if c.hidden != nil {
		n.Unknown("entries", c.hidden)
		if !b.Exists {
			n.Unknown("exists", c.hidden)
			n.Unknown("loader", c.hidden)
		}
	}
	b.takePassword(c, n)
	if v, ok := c.defaults.find("GRUB_CMDLINE_LINUX"); ok {
		b.DefaultsAt = &v.origin
		n.Origin("defaults", v.origin)
	}
	b.Defaults = kernelArgs(kernelWords(c.defaults.value("GRUB_CMDLINE_LINUX")))
}

// takePassword looks for a password of a superuser: only those may edit entries
// and open the command line. Where the script takes it from a variable that
// nothing sets, there is none.
func (b *Boot) takePassword(c bootConfig, n *fact.Notes) {
	if c.hidden != nil {
		n.Unknown("password", c.hidden)
		n.Unknown("superusers", c.hidden)
	}
	users := strings.FieldsFunc(c.superusers.value, func(r rune) bool { return strings.ContainsRune(" ,;|&", r) })
	for _, p := range c.passwords {
		for _, u := range users {
			if u != p.user || p.hash == "" {
				continue
			}
			kind := "plain"
			if strings.HasPrefix(p.hash, "grub.pbkdf2.") {
				kind = "pbkdf2"
			}
			b.Superusers = append(b.Superusers, u)
			b.Password = &kind
			n.Origin("password", p.origin)
			n.Origin("superusers", c.superusers.origin)
		}
	}
}

func planBoot(string) []string {
	out := []string{cmdlineFile, "/etc/default/grub", "/etc/default/grub.d", "/etc/fstab"}
	for _, dir := range grubDirs() {
		out = append(out, dir+"/grub.cfg", dir+"/grubenv", dir+"/user.cfg", dir+"/custom.cfg")
	}
	for _, esp := range espDirs() {
		out = append(out, esp+"/EFI/*/grub.cfg", esp+"/loader/entries", esp+"/EFI/Linux")
	}
	return out
}
