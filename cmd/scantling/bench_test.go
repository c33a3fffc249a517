package main

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"scantling/checks/docker/dockertest"
)

var (
	measure = flag.Int("measure", 0, "how often to run each program of TestMeasure; 0 skips it")
	sizes   = flag.String("sizes", "0,20,100,400", "numbers of containers on the machine's own engine")
	served  = flag.String("synthetic", "2500,5000,10000", "numbers of containers on an engine that answers from a recording")
)

// TestMeasure prints what whole audits cost, in time and memory, beside a
// program that does nothing but list and inspect the containers. It judges no
// number: those depend on the machine, and docs/performance.md tells them.
func TestMeasure(t *testing.T) {
	if *measure == 0 {
		t.Skip("takes minutes and hundreds of containers: make bench")
	}
	// An interruption ends what is being measured; the containers are still removed.
	ctx, stop := signal.NotifyContext(t.Context(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	m := meter{programs: build(t), out: os.Stdout}
	fmt.Fprintf(m.out, "%s, %d cores, %s, load %s\n", time.Now().UTC().Format(time.DateOnly), runtime.NumCPU(), runtime.Version(), load(t))
	fmt.Fprintln(m.out, heading)
	t.Run("real", func(t *testing.T) { m.real(ctx, t) })
	t.Run("synthetic", func(t *testing.T) { m.synthetic(ctx, t) })
	t.Run("host", func(t *testing.T) { m.host(ctx, t) })
}

// A meter measures engine after engine.
type meter struct {
	programs
	out *os.File
}

func (m meter) real(ctx context.Context, t *testing.T) {
	counts := numbers(t, *sizes)
	if len(counts) == 0 {
		return
	}
	socket := dockertest.LiveEngine(t)
	f := newFleet(t, socket)
	for _, n := range counts {
		start := time.Now()
		if err := f.grow(ctx, n); err != nil {
			t.Fatal(err)
		}
		settle(ctx)
		t.Logf("%d containers stand after %.0f s, load %s", n, time.Since(start).Seconds(), load(t))
		m.compare(ctx, t, "real", "unix://"+socket, n)
	}
}

func (m meter) synthetic(ctx context.Context, t *testing.T) {
	for _, n := range numbers(t, *served) {
		t.Run(strconv.Itoa(n), func(t *testing.T) { // removes each recording before the next
			e := dockertest.Serve(t, synthetic(t, n))
			m.compare(ctx, t, "synthetic", e.Host(), n)
			t.Logf("%d requests in %d runs of each program", len(e.Requests()), *measure)
		})
	}
}

// settle lets the engine finish what starting containers left it to do.
func settle(ctx context.Context) {
	select {
	case <-ctx.Done():
	case <-time.After(5 * time.Second):
	}
}

// load is how many programs wanted a core, over 1, 5 and 15 minutes.
func load(t *testing.T) string {
	return strings.Join(strings.Fields(string(get(t, "/proc/loadavg")))[:3], " ")
}

// compare measures an engine with n containers.
func (m meter) compare(ctx context.Context, t *testing.T, kind, host string, n int) {
	t.Helper()
	m.inTurn(ctx, t, m.tools(host, t.TempDir()), kind, func(floor string) (int, error) { return n, counted(floor, n) })
}

// inTurn runs the programs in turn, so that all see the same disturbances, and
// prints a line for each. count reads what the floor printed.
func (m meter) inTurn(ctx context.Context, t *testing.T, tools []tool, kind string, count func(floor string) (int, error)) {
	t.Helper()
	n, costs := 0, make([][]cost, len(tools))
	for range *measure {
		for i, u := range tools {
			c, out, err := m.run(ctx, u)
			if err != nil {
				t.Fatal(err)
			}
			if i == 0 {
				n, err = count(strings.TrimSpace(out))
			} else if !strings.Contains(out, "\nscore ") {
				err = fmt.Errorf("there is no score in %q", out)
			}
			if err != nil {
				t.Errorf("%s, %d: %s: %v", kind, n, u.name, err)
			}
			costs[i] = append(costs[i], c)
		}
	}
	floor := summarize(costs[0])
	for i, u := range tools {
		fmt.Fprintln(m.out, row(kind, n, u.name, summarize(costs[i]), floor))
	}
}

// counted refuses a floor that measured something else.
func counted(floor string, n int) error {
	if floor != strconv.Itoa(n) {
		return fmt.Errorf("the engine has %s containers; others work with it", floor)
	}
	return nil
}

// A summary has the least and the middle of several runs.
type summary struct{ least, middle cost }

func summarize(runs []cost) summary {
	return summary{
		cost{pick(runs, 0, wall), pick(runs, 0, cpu), pick(runs, 0, peak)},
		cost{pick(runs, len(runs)/2, wall), pick(runs, len(runs)/2, cpu), pick(runs, len(runs)/2, peak)},
	}
}

func wall(c cost) time.Duration { return c.wall }
func cpu(c cost) time.Duration  { return c.cpu }
func peak(c cost) int64         { return c.peak }

func pick[T cmp.Ordered](runs []cost, at int, of func(cost) T) T {
	var all []T
	for _, c := range runs {
		all = append(all, of(c))
	}
	slices.Sort(all)
	return all[at]
}

const heading = `
| engine or disk | containers or files | program | wall s, least | median | / floor | CPU s, least | median | / floor | peak MiB, median |
|---|--:|---|--:|--:|--:|--:|--:|--:|--:|`

// row divides medians.
func row(kind string, n int, program string, s, floor summary) string {
	return fmt.Sprintf("| %s | %d | %s | %.3f | %.3f | %.2f | %.3f | %.3f | %.2f | %.1f |", kind, n, program,
		s.least.wall.Seconds(), s.middle.wall.Seconds(), s.middle.wall.Seconds()/floor.middle.wall.Seconds(),
		s.least.cpu.Seconds(), s.middle.cpu.Seconds(), s.middle.cpu.Seconds()/floor.middle.cpu.Seconds(),
		float64(s.middle.peak)/1024)
}

func numbers(t *testing.T, list string) []int {
	t.Helper()
	var out []int
	for _, s := range strings.FieldsFunc(list, func(r rune) bool { return r == ',' }) {
		n, err := strconv.Atoi(s)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, n)
	}
	return out
}
