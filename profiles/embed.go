// Package profiles holds the controls and benchmarks that come with the
// program: HCL only. Controls lie in controls/, by subject; every other folder
// is one benchmark.
package profiles

import "embed"

// FS are the files.
//
//go:embed controls cis-* docker-hardening
var FS embed.FS
