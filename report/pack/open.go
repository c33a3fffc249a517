package pack

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
)

// What a package may cost whoever verifies it.
const (
	maxFiles = 20_000
	maxFile  = 4 << 30 // bytes of one file, unpacked
	maxAll   = 8 << 30 // of all
	maxName  = 500
)

// A content is an opened package: its files by name.
type content struct {
	sizes map[string]int64 // as the folder or the archive says
	seen  map[string]bool  // names without case
	all   int64
	open  func(name string) (io.ReadCloser, error)
	close func() error
}

// unpack opens a package. Names that lead out of it, links and what is neither
// file nor folder are refused: nothing of it is read then.
func unpack(path string) (*content, error) {
	info, err := os.Lstat(path)
	if err != nil {
		return nil, err
	}
	switch {
	case info.Mode()&fs.ModeSymlink != 0:
		return nil, fmt.Errorf("%s is a link: name the package itself", path)
	case info.IsDir():
		return folder(path)
	case info.Mode().IsRegular():
		return archive(path)
	}
	return nil, fmt.Errorf("%s is neither a folder nor an archive", path)
}

func folder(path string) (*content, error) {
	root, err := os.OpenRoot(path) // no link leads out of it, also not later
	if err != nil {
		return nil, err
	}
	c := &content{sizes: map[string]int64{}, seen: map[string]bool{}, close: root.Close, open: func(name string) (io.ReadCloser, error) { return root.Open(name) }}
	err = fs.WalkDir(root.FS(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		return c.add(name, info.Mode(), info.Size())
	})
	if err != nil {
		root.Close()
		return nil, err
	}
	return c, nil
}

// add takes a file into the list.
func (c *content) add(name string, mode fs.FileMode, size int64) error {
	shown := fmt.Sprintf("%.80q", name)
	switch {
	case !mode.IsRegular():
		return fmt.Errorf("%s is a link or a device; a package has files only", shown)
	case !fs.ValidPath(name) || name == "." || strings.ContainsAny(name, "\\:\x00\n\r") || len(name) > maxName:
		return fmt.Errorf("%s is no name for a file of a package", shown)
	case size < 0 || size > maxFile:
		return fmt.Errorf("%s is larger than a file of a package may be", shown)
	case len(c.sizes) >= maxFiles:
		return fmt.Errorf("there are more than %d files", maxFiles)
	}
	if c.seen[strings.ToLower(name)] { // the same file, for Windows
		return fmt.Errorf("%s is there twice", shown)
	}
	c.seen[strings.ToLower(name)] = true
	c.sizes[name] = size
	if c.all += size; c.all > maxAll {
		return fmt.Errorf("the package unpacks to more than %d bytes", int64(maxAll))
	}
	return nil
}

// read opens a file for reading as many bytes as the list has for it, and no more.
func (c *content) read(name string) (io.ReadCloser, error) {
	r, err := c.open(name)
	if err != nil {
		return nil, err
	}
	return &bounded{ReadCloser: r, left: c.sizes[name], name: name}, nil
}

// whole is a small file's content.
func (c *content) whole(name string, most int64) ([]byte, error) {
	if n := c.sizes[name]; n > most {
		return nil, fmt.Errorf("%s has %d bytes, which is more than it may have", name, n)
	}
	r, err := c.read(name)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(r)
}

// bounded ends a file that is larger than it said.
type bounded struct {
	io.ReadCloser
	left int64
	name string
}

func (b *bounded) Read(p []byte) (int, error) {
	n, err := b.ReadCloser.Read(p)
	if b.left -= int64(n); b.left < 0 {
		return 0, fmt.Errorf("%s is larger than it says", b.name)
	}
	return n, err
}
