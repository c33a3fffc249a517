package report

import (
	"fmt"
	"io"
	"testing"
)

// large is what 400 containers and 117 recommendations make.
func large() *Report {
	r := sample()
	r.Recommendations, r.Results = nil, nil
	for i := range 117 {
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
			for b.Loop() {
				if err := f.Write(io.Discard, r, Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
