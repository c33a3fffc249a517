package docker

import (
	"os"
	"path/filepath"
	"testing"
)

// BenchmarkDecode decodes 400 recorded containers. The floor of a whole audit
// of as many is 0.16 s of CPU.
func BenchmarkDecode(b *testing.B) {
	files, err := filepath.Glob("../../testdata/docker/29/containers/*/json.json")
	if err != nil || len(files) == 0 {
		b.Fatal("no recorded containers:", err)
	}
	var bodies [][]byte
	for i := range 400 {
		body, err := os.ReadFile(files[i%len(files)])
		if err != nil {
			b.Fatal(err)
		}
		bodies = append(bodies, body)
	}
	for b.Loop() {
		for _, body := range bodies {
			var c inspected
			if g, err := decodeGaps(body, &c, ""); err != nil || len(g) > 0 {
				b.Fatal(g, err)
			}
		}
	}
}
