package main

import (
	"fmt"
	"os"
	"path/filepath"

	"scantling/checks"
)

func (a *app) waivers(path string) ([]*checks.Waiver, error) {
	if path == "" {
		return nil, nil
	}
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("--waivers: %w", err)
	}
	ws, files, diags := checks.Waivers(os.DirFS(filepath.Dir(abs)), filepath.Base(abs))
	if diags.HasErrors() {
		a.diagnose(diags, files)
		return nil, fmt.Errorf("%s in %s; nothing was read", count(len(diags.Errs()), "error"), path)
	}
	return ws, nil
}
