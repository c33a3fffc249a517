package report

import (
	"fmt"
	"runtime"
	"runtime/metrics"
	"testing"
)

// large is 100,000 results: 250 recommendations over 400 containers.
func large() *Report {
	r := sample()
	r.Recommendations, r.Results = nil, make([]Result, 0, 100_000)
	for i := range 250 {
		e := samplePrivileged()
		e.rec.ID, e.rec.Status = fmt.Sprintf("5.%d", i+1), []string{Pass, Fail, Fail, NotAssessed}[i%4]
		r.Recommendations = append(r.Recommendations, e.rec)
		for c := range 400 {
			res := e.results[c%len(e.results)]
			res.ID, res.Profile, res.Subject, res.Status = e.rec.ID, e.rec.Profile, fmt.Sprintf("shop-web-%d", c), e.rec.Status
			r.Results = append(r.Results, res)
		}
	}
	r.Score = Count(r.Recommendations)
	return r
}

func BenchmarkWrite(b *testing.B) {
	r := large()
	for _, f := range Formats {
		b.Run(f.Name, func(b *testing.B) {
			b.ReportAllocs()
			before := inUse()
			w := &watcher{peak: before}
			for b.Loop() {
				if err := f.Write(w, r, Options{All: true}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(w.written)/float64(b.N)/1e6, "MB-written")
			b.ReportMetric(float64(w.peak-before)/1e6, "MB-held")
		})
	}
}

// A watcher drops what is written and remembers the most memory there was.
type watcher struct {
	peak    uint64
	written int64
}

func (w *watcher) Write(b []byte) (int, error) {
	w.written += int64(len(b))
	w.peak = max(w.peak, held())
	return len(b), nil
}

// inUse is the heap after a collection.
func inUse() uint64 {
	runtime.GC()
	return held()
}

func held() uint64 {
	s := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(s)
	return s[0].Value.Uint64()
}
