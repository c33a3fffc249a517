package profiles_test

import (
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"scantling/checks"
	"scantling/checks/fact"
	"scantling/checks/host"
	"scantling/checks/host/rootfs"
)

var (
	recordFrom = flag.String("record", "", "a root to make a recording of, such as debootstrap lays down")
	recordAs   = flag.String("as", "", "the recording's name below testdata/roots: cis-debian-12-stock")
)

// TestRecord writes a recording of a machine's root: what the profiles ask for,
// and nothing else.
//
//	go test ./profiles -run TestRecord -record /srv/bookworm -as cis-debian-12-stock
func TestRecord(t *testing.T) {
	if *recordFrom == "" {
		t.Skip("makes recordings: -record DIR -as NAME")
	}
	root, err := rootfs.Open(*recordFrom)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	r := recorder{root: root, asked: map[string]string{}}
	r.audit(t)
	out := filepath.Join("../testdata/roots", *recordAs+".txtar")
	if err := os.WriteFile(out, []byte(r.archive()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// A recorder knows what an audit asked of a root.
type recorder struct {
	root  *rootfs.FS
	mu    sync.Mutex
	asked map[string]string // name -> the most that was asked of it
}

// audit decides every host profile, and takes what the pass over the disk found.
func (r *recorder) audit(t *testing.T) {
	noting := r.root.Noting(func(op, name string) {
		r.mu.Lock()
		defer r.mu.Unlock()
		if op == "open" { // a database, read in parts
			op = "read"
		}
		if name = path.Clean("/" + name); op == "read" || op == "list" || r.asked[name] == "" {
			r.asked[name] = op
		}
	})
	l := library(t)
	set := fact.NewSet()
	set.Add(host.New(noting), host.Facts...)
	a := &checks.Auditor{Facts: set, Files: l.Sources(), Workers: 1}
	var ps []*checks.Profile
	for _, id := range hostProfiles(l) {
		ps = append(ps, l.Profiles[id])
	}
	a.Run(t.Context(), ps)
	found := set.Get(t.Context(), "local_files", "").Value().(host.LocalFiles)
	for _, f := range found.SetID {
		r.asked[f.Path] = "stat"
	}
	for _, p := range slices.Concat(found.WorldWritable, found.WorldWritableDirectories) {
		r.asked[p] = "stat"
	}
}

func hostProfiles(l *checks.Library) []string {
	return slices.DeleteFunc(l.ProfileIDs(), func(id string) bool { return strings.Contains(id, "docker") })
}

// archive is the recording as txtar.
func (r *recorder) archive() string {
	entries := map[string]string{}
	for _, name := range slices.Sorted(maps.Keys(r.asked)) {
		r.take(entries, name, r.asked[name], 0)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "What the profiles ask of a root, by TestRecord. The package database is cut to the fields that are read.\n\n")
	for _, name := range slices.Sorted(maps.Keys(entries)) {
		b.WriteString(entries[name])
	}
	return b.String()
}

// take writes down a name, the links on the way to it, and what a listing shows.
func (r *recorder) take(entries map[string]string, name, op string, depth int) {
	info, err := r.root.Lstat(name)
	if err != nil || depth > 40 || name == "/" {
		return
	}
	if real := path.Join(path.Dir(info.Resolved), path.Base(name)); real != name {
		r.links(entries, name, depth)
		r.take(entries, real, op, depth+1)
		return
	}
	switch info.Type {
	case "symlink":
		target, _ := r.root.ReadLink(name)
		entries[name] = fmt.Sprintf("-- %s -> %s --\n", name[1:], target)
		if !path.IsAbs(target) {
			target = path.Join(path.Dir(name), target)
		}
		r.take(entries, target, op, depth+1)
	case "directory":
		entries[name] = fmt.Sprintf("-- %s/ %s %d:%d --\n", name[1:], info.Octal(), info.UID, info.GID)
		if op == "list" {
			list, _ := r.root.List(name)
			for _, child := range list {
				if full := path.Join(name, child.Name()); entries[full] == "" {
					r.take(entries, full, cmpOr(r.asked[full], "stat"), depth+1)
				}
			}
		}
	case "file":
		entries[name] = r.file(name, op, info)
	}
}

func cmpOr(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// links writes down the links among the directories above a name.
func (r *recorder) links(entries map[string]string, name string, depth int) {
	at := ""
	for _, step := range strings.Split(strings.Trim(path.Dir(name), "/"), "/") {
		at += "/" + step
		if info, err := r.root.Lstat(at); err == nil && info.Type == "symlink" {
			r.take(entries, at, "stat", depth+1)
			return
		}
	}
}

func (r *recorder) file(name, op string, info rootfs.Info) string {
	marker := fmt.Sprintf("-- %s %s %d:%d --\n", name[1:], info.Octal(), info.UID, info.GID)
	if op != "read" {
		return marker
	}
	body, err := r.root.ReadFile(name)
	if err != nil || info.Mode().Type() != fs.FileMode(0) {
		return marker
	}
	text := secretKey.ReplaceAllString(string(body), "$1$2")
	if name == "/var/lib/dpkg/status" {
		text = dpkgFields.ReplaceAllString(dpkgFolded.ReplaceAllString(text, ""), "")
	}
	if !utf8.Valid(body) {
		text = strings.Join(programWords.FindAllString(text, -1), "\n")
	}
	if text != "" && !strings.HasSuffix(text, "\n") {
		text += "\n"
	}
	return marker + text
}

// What the facts look for in a program: its release, and files that it knows.
var programWords = regexp.MustCompile(`OpenSSH_[0-9][0-9.p]*|/etc/security/[a-z]+\.conf`)

// Of a private key nothing is recorded but that it is one.
var secretKey = regexp.MustCompile(`(?s)(-----BEGIN [A-Z ]*PRIVATE KEY-----\n).*?(-----END [A-Z ]*PRIVATE KEY-----\n)`)

// What dpkg knows of a package fills a megabyte; the facts read five fields.
var (
	dpkgFolded = regexp.MustCompile(`(?m)^[ \t].*\n`)
	dpkgFields = regexp.MustCompile(`(?m)^(Priority|Section|Installed-Size|Maintainer|Source|Depends|Pre-Depends|Recommends|Suggests|Breaks|Conflicts|Replaces|Enhances|Description|Description-.*|Homepage|Conffiles|Important|Essential|Protected|Built-Using|Original-Maintainer|Static-Built-Using|Bugs|Tag|Task|Cnf-.*|X-.*|Origin|Ruby-.*|Python-.*|Gstreamer-.*|Build-.*|Efi-.*):.*\n`)
)
