package docker

import (
	"errors"
	"testing"

	"scantling/checks/fact"
)

// TestPendingUnseen: that nothing waits for a restart is known only where the
// file was read, the engine answered and its process was seen.
func TestPendingUnseen(t *testing.T) {
	fault := errors.New("fault")
	for name, tt := range map[string]struct {
		e    evidence
		seen []Pending
		want bool // unknown
	}{
		"all was seen":            {evidence{ours: true, standing: daemonRunning}, nil, false},
		"the file is not JSON":    {evidence{ours: true, standing: daemonRunning, fileErr: fault}, nil, true},
		"the engine is silent":    {evidence{ours: true, standing: daemonRunning, reportErr: fault}, nil, true},
		"the engine is elsewhere": {evidence{standing: daemonRemote, why: fault}, nil, true},
		"dockerd is stopped":      {evidence{ours: true, standing: daemonStopped}, nil, true},
		"one was seen to wait":    {evidence{ours: true, standing: daemonRunning, fileErr: fault}, []Pending{{Name: "icc"}}, false},
	} {
		if err := tt.e.pendingUnseen(tt.seen); (err != nil) != tt.want {
			t.Errorf("%s: got %v; want unknown: %v", name, err, tt.want)
		}
	}
	n := &fact.Notes{}
	evidence{standing: daemonRemote, why: fault}.effective(n)
	if n.At("pending", nil).Err == nil {
		t.Error("pending of a remote engine is known")
	}
}
