package main

import (
	"context"
	"errors"
	"fmt"
	"net/netip"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/moby/moby/api/types/container"
	"github.com/moby/moby/api/types/network"
	"github.com/moby/moby/client"
	"golang.org/x/sync/errgroup"

	"scantling/checks/docker/dockertest"
)

const (
	fleetLabel = "example.scantling.bench" // on everything that is made here
	fleetImage = "bench.scantling.example/wait:1.0"
)

// A fleet is the containers that a measurement runs on the machine's own engine.
type fleet struct {
	*client.Client
	size int
}

// newFleet loads the image. All that the fleet makes, and what an earlier one
// left behind, is removed again by its label; nothing else is touched.
func newFleet(t *testing.T, socket string) *fleet {
	t.Helper()
	c, err := client.New(client.WithHost("unix://" + socket))
	if err != nil {
		t.Fatal(err)
	}
	f := &fleet{Client: c}
	t.Cleanup(func() {
		if err := f.clear(); err != nil {
			t.Errorf("remove the containers of the measurement: %v", err)
		}
	})
	if err := f.clear(); err != nil {
		t.Fatalf("clear the leftovers of another measurement: %v", err)
	}
	dockertest.LoadImage(t, socket, dockertest.Image{
		Name: fleetImage, Created: time.Now(), User: "10001:10001", Labels: map[string]string{fleetLabel: "1"},
		Entrypoint: []string{"/" + dockertest.Program}, Cmd: []string{"wait"},
		Steps: []dockertest.Step{{CreatedBy: "COPY testimage /", Files: []dockertest.File{
			{Name: dockertest.Program, Mode: 0o755, Content: testimage(t)},
			{Name: "etc/passwd", Mode: 0o644, Content: []byte("root:x:0:0::/:\napp:x:10001:10001::/:\n")},
		}}},
	})
	return f
}

func testimage(t *testing.T) []byte {
	t.Helper()
	file := filepath.Join(t.TempDir(), "testimage")
	compile(t, file, "scantling/checks/docker/dockertest/testimage")
	program, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return program
}

// grow starts containers until there are n, a few at a time.
func (f *fleet) grow(ctx context.Context, n int) error {
	var g errgroup.Group
	g.SetLimit(4)
	for i := f.size; i < n; i++ {
		g.Go(func() error { return f.start(ctx, i) })
	}
	f.size = n
	return g.Wait()
}

func (f *fleet) start(ctx context.Context, i int) error {
	o := member(i)
	made, err := f.ContainerCreate(ctx, o)
	if err != nil {
		return fmt.Errorf("create %s: %w", o.Name, err)
	}
	if _, err := f.ContainerStart(ctx, made.ID, client.ContainerStartOptions{}); err != nil {
		return fmt.Errorf("start %s: %w", o.Name, err)
	}
	return nil
}

// member is a container as people run them: parts of compose projects with a
// name, an environment and labels of their own, hardened here and there.
func member(i int) client.ContainerCreateOptions {
	every := func(n int) bool { return i%n == 0 }
	h := container.HostConfig{NetworkMode: "none", RestartPolicy: container.RestartPolicy{Name: container.RestartPolicyUnlessStopped}}
	c := container.Config{
		Image: fleetImage, Env: []string{"APP_ENV=production", "APP_SHARD=" + strconv.Itoa(i)},
		Labels: map[string]string{
			fleetLabel: "1", "com.docker.compose.project": "shop" + strconv.Itoa(i/8),
			"com.docker.compose.service": "service" + strconv.Itoa(i%8), "com.docker.compose.container-number": "1",
		},
	}
	for _, s := range []struct {
		on  bool
		set func()
	}{
		{every(2), func() { h.Memory = int64(64<<(i%5)) << 20 }},
		{every(3), func() { h.NetworkMode = "bridge" }},
		{every(4), func() { h.SecurityOpt = []string{"no-new-privileges:true"} }},
		{every(5), func() { h.ReadonlyRootfs = true }},
		{every(6), func() { h.Binds = []string{"/etc/hostname:/config/" + strconv.Itoa(i) + ":ro"} }},
		{every(7), func() { c.Env = append(c.Env, "DB_PASSWORD=correct-horse-battery") }},
		{every(9), func() { h.CapAdd = []string{"NET_ADMIN"} }},
		{every(11), func() { c.User = "0" }},
		{every(13), func() { h.PidMode = "host" }},
		{every(15), func() { publish(&c, &h, 20000+i) }},
		{every(40), func() { h.Binds = []string{"/var/run/docker.sock:/var/run/docker.sock"} }},
	} {
		if s.on {
			s.set()
		}
	}
	return client.ContainerCreateOptions{Name: fmt.Sprintf("scantling-bench-%03d", i), Config: &c, HostConfig: &h}
}

// publish is only for containers with a network.
func publish(c *container.Config, h *container.HostConfig, port int) {
	p := network.MustParsePort("8080/tcp")
	c.ExposedPorts = network.PortSet{p: {}}
	h.PortBindings = network.PortMap{p: {{HostIP: netip.MustParseAddr("127.0.0.1"), HostPort: strconv.Itoa(port)}}}
}

// clear has a context of its own: it is what remains to do after an interruption.
func (f *fleet) clear() error {
	ctx := context.Background()
	mine := client.Filters{}.Add("label", fleetLabel)
	list, err := f.ContainerList(ctx, client.ContainerListOptions{All: true, Filters: mine})
	if err != nil {
		return err
	}
	var g errgroup.Group
	g.SetLimit(4)
	for _, c := range list.Items {
		g.Go(func() error {
			_, err := f.ContainerRemove(ctx, c.ID, client.ContainerRemoveOptions{Force: true, RemoveVolumes: true})
			return err
		})
	}
	if err := g.Wait(); err != nil {
		return err
	}
	return f.clearImages(ctx, mine)
}

func (f *fleet) clearImages(ctx context.Context, mine client.Filters) error {
	list, err := f.ImageList(ctx, client.ImageListOptions{All: true, Filters: mine})
	errs := []error{err}
	for _, i := range list.Items {
		_, err := f.ImageRemove(ctx, i.ID, client.ImageRemoveOptions{Force: true})
		errs = append(errs, err)
	}
	return errors.Join(errs...)
}
