package report

import (
	"bytes"
	"os/exec"
	"testing"
)

// promtool says what is wrong with names, types and help. It does not see a series
// that is there twice: TestPrometheusParses does.
func TestPromtoolAccepts(t *testing.T) {
	for name, r := range inputs() {
		cmd := exec.Command(tool(t, "promtool"), "check", "metrics")
		cmd.Stdin = bytes.NewReader(writtenAs(t, "prometheus", r, Options{}))
		if out, err := cmd.CombinedOutput(); err != nil || len(out) > 0 {
			t.Errorf("%s: %v: %.2000s", name, err, out)
		}
	}
	cmd := exec.Command(tool(t, "promtool"), "check", "metrics")
	cmd.Stdin = bytes.NewReader([]byte("scantling_x_total 1\n"))
	if err := cmd.Run(); err == nil {
		t.Error("promtool takes anything")
	}
}
