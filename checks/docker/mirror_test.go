package docker

import (
	"fmt"
	"strings"
	"testing"

	"scantling/checks/docker/dockertest"
)

// TestMirrorsWithoutLogin: neither the engine's lists nor the comparison with
// the file shows, or trips over, a password in a mirror's address.
func TestMirrorsWithoutLogin(t *testing.T) {
	const mirror = "https://u:hunter2@mirror.example/"
	e := dockertest.Serve(t, "../../testdata/docker/20.10")
	e.Edit(t, "/info", func(info map[string]any) {
		registry := info["RegistryConfig"].(map[string]any)
		registry["Mirrors"] = []string{mirror}
		registry["IndexConfigs"] = map[string]any{"docker.io": map[string]any{"Secure": true, "Mirrors": []string{mirror}}}
	})
	d, err := New(Options{Endpoint: Endpoint{Host: e.Host()}})
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	info, _, err := d.info(t.Context())
	if got := fmt.Sprint(info.RegistryMirrors); err != nil || len(info.RegistryMirrors) != 1 || strings.Contains(got, "hunter2") {
		t.Errorf("got mirrors %s, %v; want one, without its password", got, err)
	}
	if !sameMirrors(info.RegistryMirrors)([]string{mirror}) {
		t.Error("a mirror differs from itself with a login")
	}
}
