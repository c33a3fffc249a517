package pack

import (
	"archive/zip"
	"io"
	"os"
	"path/filepath"
)

// archive packs the folder: sorted, dated by the run, readable by the owner only.
func (w *writer) archive(file string) error {
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	defer f.Close() // again, after an error
	z := zip.NewWriter(f)
	for _, one := range byPath(w.files) {
		if err := w.pack(z, one.Path); err != nil {
			return err
		}
	}
	if err := z.Close(); err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		return err
	}
	return f.Close()
}

func (w *writer) pack(z *zip.Writer, name string) error {
	in, err := os.Open(filepath.Join(w.dir, filepath.FromSlash(name)))
	if err != nil {
		return err
	}
	defer in.Close()
	h := &zip.FileHeader{Name: name, Method: zip.Deflate, Modified: w.at()}
	h.SetMode(0o600)
	out, err := z.CreateHeader(h)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return err
}
