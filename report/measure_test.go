package report

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

var measure = flag.Int("measure", 0, "write 100,000 results in every format so many times, and print a table")

// childFormat tells a process of its own which format to write: the most memory a
// process ever had is only its own when nothing else ran in it.
const childFormat = "SCANTLING_TEST_FORMAT"

// TestMeasureFormats prints what writing 100,000 results costs in each format: the
// table of docs/performance.md.
func TestMeasureFormats(t *testing.T) {
	if *measure == 0 {
		t.Skip("-measure N measures N times")
	}
	none := run(t, "none")
	fmt.Println("| format | median s | peak MiB | MiB beside the report | written MB |\n|---|---|---|---|---|")
	for _, f := range Formats {
		var times []float64
		var most, size float64
		for range *measure {
			m := run(t, f.Name)
			times, most, size = append(times, m[0]), max(most, m[1]), m[2]
		}
		slices.Sort(times)
		fmt.Printf("| %s | %.2f | %.0f | %.0f | %.1f |\n", f.Name, times[len(times)/2], most, most-none[1], size)
	}
	fmt.Printf("\nThe report alone: %.0f MiB.\n", none[1])
}

func run(t *testing.T, format string) [3]float64 {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestWriteInChild$", "-test.v")
	cmd.Env = append(os.Environ(), childFormat+"="+format)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", format, err, out)
	}
	var m [3]float64
	_, after, _ := strings.Cut(string(out), "measured ")
	if _, err := fmt.Sscan(after, &m[0], &m[1], &m[2]); err != nil {
		t.Fatalf("%s: %v in %s", format, err, out)
	}
	return m
}

// TestWriteInChild is the process that run starts.
func TestWriteInChild(t *testing.T) {
	name := os.Getenv(childFormat)
	if name == "" {
		t.Skip("for TestMeasureFormats")
	}
	r, w := large(), &counter{}
	debug.FreeOSMemory()                                                          // as the program does before it writes
	if err := os.WriteFile("/proc/self/clear_refs", []byte("5"), 0); err != nil { // the most memory is counted from here
		t.Fatal(err)
	}
	start := time.Now()
	if name != "none" {
		f, err := Find(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.Write(w, r, Options{All: true}); err != nil {
			t.Fatal(err)
		}
	}
	fmt.Printf("measured %.3f %.1f %.1f\n", time.Since(start).Seconds(), peak(t), float64(w.n)/1e6)
}

// A counter drops what is written.
type counter struct{ n int }

func (c *counter) Write(b []byte) (int, error) { c.n += len(b); return len(b), nil }

// peak is the most memory that this process had resident, in MiB.
func peak(t *testing.T) float64 {
	t.Helper()
	b, err := os.ReadFile("/proc/self/status")
	if err != nil {
		t.Fatal(err)
	}
	_, after, _ := strings.Cut(string(b), "VmHWM:")
	kib, err := strconv.ParseFloat(strings.Fields(after)[0], 64)
	if err != nil {
		t.Fatal(err)
	}
	return kib / 1024
}
