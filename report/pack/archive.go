package pack

import (
	"archive/zip"
	"fmt"
	"io"
	"strings"
)

func archive(path string) (*content, error) {
	z, err := zip.OpenReader(path)
	if err != nil {
		return nil, fmt.Errorf("%s is no package: %w", path, err)
	}
	c, err := entries(&z.Reader)
	if err != nil {
		z.Close()
		return nil, err
	}
	c.close = z.Close
	return c, nil
}

func entries(z *zip.Reader) (*content, error) {
	files := map[string]*zip.File{}
	c := &content{sizes: map[string]int64{}, seen: map[string]bool{}, close: func() error { return nil }}
	c.open = func(name string) (io.ReadCloser, error) { return files[name].Open() }
	if len(z.File) > maxFiles {
		return nil, fmt.Errorf("there are more than %d files", maxFiles)
	}
	for _, f := range z.File {
		if strings.HasSuffix(f.Name, "/") && f.Mode().IsDir() && f.UncompressedSize64 == 0 {
			continue // some programs name folders too
		}
		if f.Flags&1 != 0 {
			return nil, fmt.Errorf("%.80q is encrypted", f.Name)
		}
		if f.UncompressedSize64 > maxFile {
			return nil, fmt.Errorf("%.80q is larger than a file of a package may be", f.Name)
		}
		if err := c.add(f.Name, f.Mode(), int64(f.UncompressedSize64)); err != nil {
			return nil, err
		}
		files[f.Name] = f
	}
	return c, nil
}
