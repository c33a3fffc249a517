package host

import (
	"context"
	"fmt"
	"path"
	"strings"

	"scantling/checks/fact"
)

// AptFact is `apt`.
var AptFact = fact.NewOne("apt",
	"Where apt takes packages from, and the keys that it trusts: sources.list, sources.list.d and the keyrings.",
	fact.Files, readApt).Reading(planApt)

// Apt is what the files of apt name.
type Apt struct {
	Exists   bool // /etc/apt is there
	Sources  []AptSource
	Keyrings []AptKeyring
}

// An AptSource is one line of a .list file, or one stanza of a .sources file.
type AptSource struct {
	File       string // and line
	Enabled    bool
	Types      []string // deb, deb-src
	URIs       []string `cty:"uris"`
	Suites     []string
	Components []string
	SignedBy   *string // a keyring's path, fingerprints, or "a key in the file"; null: every key in trusted.gpg.d may sign
	Trusted    bool    // signatures are not asked for
}

// An AptKeyring is a file of keys.
type AptKeyring struct {
	Path      string
	AnySource bool // its keys may sign for every source without Signed-By
}

const (
	aptList  = "/etc/apt/sources.list"
	aptParts = "/etc/apt/sources.list.d"
)

// aptKeyrings are where keys are; the first two hold for all sources.
var aptKeyrings = [...]string{"/etc/apt/trusted.gpg", "/etc/apt/trusted.gpg.d/*", "/etc/apt/keyrings/*", "/usr/share/keyrings/*"}

func planApt(string) []string {
	return append([]string{aptList, aptParts + "/*.{list,sources}"}, aptKeyrings[:]...)
}

func readApt(h *Host, ctx context.Context, n *fact.Notes) (Apt, error) {
	out := Apt{}
	n.From("/etc/apt")
	_, err := h.root.Stat("/etc/apt")
	if out.Exists = err == nil; ifPresent(err) != nil {
		return out, err
	}
	files, err := h.aptFiles()
	if err != nil {
		return out, err
	}
	for _, file := range files {
		b, found, err := h.readOptional(file)
		if err != nil {
			return out, err
		}
		if found {
			out.add(file, b, n)
		}
	}
	if err := h.readKeyrings(&out, n); err != nil {
		n.Unknown("keyrings", err)
	}
	return out, ctx.Err()
}

func (a *Apt) add(file string, b []byte, n *fact.Notes) {
	parse := parseAptList
	if path.Ext(file) == ".sources" {
		parse = parseAptStanzas
	}
	for _, s := range parse(file, b) {
		n.Origin(fmt.Sprintf("sources[%d]", len(a.Sources)), s.File)
		a.Sources = append(a.Sources, s)
	}
}

// aptFiles leaves out names that apt passes over: it takes letters, digits,
// underscore, hyphen and full stop.
func (h *Host) aptFiles() ([]string, error) {
	out := []string{aptList}
	entries, err := h.root.ReadDir(aptParts)
	if err != nil && !isAbsent(err) {
		return nil, err
	}
	for _, e := range entries {
		if ext := path.Ext(e.Name()); (ext == ".list" || ext == ".sources") && isPartName(e.Name()) {
			out = append(out, path.Join(aptParts, e.Name()))
		}
	}
	return out, nil
}

func isPartName(name string) bool {
	return !strings.ContainsFunc(name, func(r rune) bool {
		return !strings.ContainsRune("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.", r)
	})
}

func (h *Host) readKeyrings(a *Apt, n *fact.Notes) error {
	for i, pattern := range aptKeyrings {
		files, err := h.expand(pattern)
		if err != nil {
			return err
		}
		for _, f := range files {
			info, err := h.root.Stat(f)
			if isAbsent(err) || err == nil && info.Type != "file" {
				continue
			}
			n.Origin(fmt.Sprintf("keyrings[%d]", len(a.Keyrings)), f)
			a.Keyrings = append(a.Keyrings, AptKeyring{f, i < 2})
		}
	}
	return nil
}
