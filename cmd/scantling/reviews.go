package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/hashicorp/hcl/v2"
	"github.com/urfave/cli/v2"

	"scantling/checks"
)

func reviewFlag() cli.Flag {
	return &cli.StringSliceFlag{Name: "review", Aliases: []string{"waivers"}, Usage: "what people decided, from `FILE`: waivers and answers; repeat for more",
		EnvVars: append(env("review"), env("waivers")...)}
}

// reviews reads what people decided, from all the files that are named, and gives
// the files too.
func (a *app) reviews(paths []string) (*checks.Review, map[string]*hcl.File, error) {
	all, files := &checks.Review{}, map[string]*hcl.File{}
	var diags hcl.Diagnostics
	for _, path := range paths {
		r, file, faults, err := readReview(path)
		if err != nil {
			return nil, nil, fmt.Errorf("--review: %w", err)
		}
		files[path], diags = file, append(diags, faults...)
		if !faults.HasErrors() {
			diags = append(diags, all.Join(r)...)
		}
	}
	if diags.HasErrors() {
		a.diagnose(diags, files)
		return nil, nil, fmt.Errorf("%s in what --review names; nothing was read", count(len(diags.Errs()), "error"))
	}
	return all, files, nil
}

// readReview opens one file; its faults name it as the user does.
func readReview(path string) (*checks.Review, *hcl.File, hcl.Diagnostics, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, nil, nil, err
	}
	src, err := checks.ReviewSource(os.DirFS(filepath.Dir(abs)), filepath.Base(abs))
	if err != nil {
		return nil, nil, nil, err
	}
	r, file, diags := checks.ParseReview(src, path)
	return r, file, diags, nil
}
