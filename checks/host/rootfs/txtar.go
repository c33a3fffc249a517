package rootfs

import (
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"time"

	"golang.org/x/tools/txtar"
)

// Txtar returns a recorded machine. The words after the path in a marker line
// say what a file cannot say of itself:
//
//	-- etc/shadow 0640 0:42 --           mode, uid:gid; else 0644 (directories 0755) and 0:0
//	-- etc/docker/ 0750 --               a directory
//	-- etc/mtab -> ../proc/self/mounts --
//	-- run/docker.sock 0660 0:998 type=socket acl=user:1000:rw-,mask::rw- --
//	-- var/log/huge size=10G --          larger than what it holds; more than Limit is refused
//	-- etc/passwd mtime=2026-01-02T15:04:05Z --
//	-- root/ 0700 deny --                the recording user could not read it
//	-- var/lib/rpm/Packages.db base64 -- what follows is encoded
//
// Directories on the way exist without a marker.
func Txtar(archive []byte) (*FS, error) {
	root := &recorded{name: "/", mode: fs.ModeDir | 0o755}
	for _, f := range txtar.Parse(archive).Files {
		if err := root.record(f.Name, f.Data); err != nil {
			return nil, fmt.Errorf("txtar: -- %s --: %w", f.Name, err)
		}
	}
	find := func(name string, follow bool) (node, string, error) { return walk(root, name, follow) }
	return &FS{find: find, sweeper: newRecordedSweeper(root), done: func() {}}, nil
}

func (r *recorded) record(marker string, data []byte) error {
	words := strings.Fields(marker)
	steps := split(words[0])
	if len(steps) == 0 {
		if err := r.describe(words[1:]); err != nil || r.mode.IsDir() {
			return err
		}
		return errors.New("a root is a directory")
	}
	dir, err := r.under(steps[:len(steps)-1])
	if err != nil {
		return err
	}
	name := steps[len(steps)-1]
	f := dir.children[name]
	switch isDir := strings.HasSuffix(words[0], "/"); {
	case f != nil && !(isDir && f.mode.IsDir()):
		return fmt.Errorf("written down twice")
	case f == nil:
		f = dir.add(name, newMode(isDir))
	}
	f.data, f.size = data, int64(len(data))
	return f.describe(words[1:])
}

func newMode(dir bool) fs.FileMode {
	if dir {
		return fs.ModeDir | 0o755
	}
	return 0o644
}

// under goes down to a directory, adding those that have no marker.
func (r *recorded) under(steps []string) (*recorded, error) {
	for _, name := range steps {
		c, ok := r.children[name]
		switch {
		case name == "." || name == "..":
			return nil, fmt.Errorf("dots are no name")
		case !ok:
			c = r.add(name, newMode(true))
		case !c.mode.IsDir():
			return nil, fmt.Errorf("%s is not a directory", name)
		}
		r = c
	}
	return r, nil
}

func (r *recorded) add(name string, mode fs.FileMode) *recorded {
	if r.children == nil {
		r.children = map[string]*recorded{}
	}
	r.children[name] = &recorded{name: name, mode: mode}
	return r.children[name]
}

// describe applies the words of a marker line.
func (r *recorded) describe(words []string) error {
	if len(words) == 2 && words[0] == "->" {
		r.mode, r.target, r.size = fs.ModeSymlink|0o777, words[1], int64(len(words[1]))
		return nil
	}
	for _, word := range words {
		if err := r.word(word); err != nil {
			return fmt.Errorf("%q: %w", word, err)
		}
	}
	return nil
}

func (r *recorded) word(word string) (err error) {
	key, value, _ := strings.Cut(word, "=")
	switch {
	case word == "deny":
		r.deny = true
	case word == "base64":
		return r.decode()
	case key == "type":
		return r.become(value)
	case key == "size":
		r.size, err = parseSize(value)
	case key == "acl":
		r.entries = append(r.entries, strings.Split(value, ",")...)
	case key == "mtime":
		r.mtime, err = time.Parse(time.RFC3339, value)
	case strings.Contains(word, ":"):
		r.uid, r.gid, err = parseOwner(word)
	default:
		return r.permit(word)
	}
	return err
}

// decode turns text into the bytes of a file that is no text.
func (r *recorded) decode() error {
	text := strings.Join(strings.Fields(string(r.data)), "")
	b, err := base64.StdEncoding.DecodeString(text)
	r.data, r.size = b, int64(len(b))
	return err
}

func (r *recorded) become(typ string) error {
	bits, ok := map[string]fs.FileMode{"socket": fs.ModeSocket, "fifo": fs.ModeNamedPipe, "device": fs.ModeDevice}[typ]
	if !ok {
		return fmt.Errorf("a type is socket, fifo or device")
	}
	r.mode |= bits
	return nil
}

func (r *recorded) permit(octal string) error {
	m, err := strconv.ParseUint(octal, 8, 12)
	if err != nil {
		return fmt.Errorf("neither a mode nor another known word")
	}
	r.mode = r.mode.Type() | fs.FileMode(m&0o777) | special(uint32(m))
	return nil
}

func parseOwner(word string) (uid, gid uint32, err error) {
	u, g, _ := strings.Cut(word, ":")
	user, err := strconv.ParseUint(u, 10, 32)
	if err != nil {
		return 0, 0, err
	}
	group, err := strconv.ParseUint(g, 10, 32)
	return uint32(user), uint32(group), err
}

// parseSize reads a number of bytes, or of 1024, 1024² or 1024³ with K, M or G.
func parseSize(s string) (int64, error) {
	digits := strings.TrimRight(s, "KMG")
	n, err := strconv.ParseInt(digits, 10, 32)
	if err != nil || len(s)-len(digits) > 1 {
		return 0, fmt.Errorf("a size is a number and K, M or G")
	}
	return n << map[string]int{"": 0, "K": 10, "M": 20, "G": 30}[s[len(digits):]], nil
}
