package report

import (
	"io"
	"slices"
	"strconv"
	"strings"
	"time"
)

// WritePrometheus writes gauges for node_exporter's textfile collector. It names
// no object of the target, and every combination of level, severity and status
// is there even when it is zero, so that no series comes and goes.
func WritePrometheus(w io.Writer, r *Report, _ Options) error {
	o := newOutlet(w)
	gauge := func(name, help string, samples ...gaugeSample) {
		if len(samples) == 0 {
			return
		}
		o.text("# HELP scantling_", name, " ", help, "\n# TYPE scantling_", name, " gauge\n")
		for _, s := range samples {
			o.text("scantling_", name, s.labels, " ", strconv.FormatFloat(s.value, 'g', -1, 64), "\n")
		}
	}
	gauge("info", "The program that judged.", gaugeSample{labels("version", r.Tool.Version), 1})
	gauge("profile_info", "The benchmarks that were applied.", perProfile(r, func(p *Profile) []gaugeSample {
		return []gaugeSample{{labels("profile", p.ID, "version", p.Version, "sha256", p.SHA256), 1}}
	})...)
	gauge("recommendations", "Recommendations by status.", perProfile(r, func(p *Profile) []gaugeSample { return countSamples(r, p) })...)
	for _, ratio := range scoreRatios() {
		gauge(ratio.name, ratio.help, perProfile(r, func(p *Profile) []gaugeSample {
			if v := ratio.of(p.Score); v != nil {
				return []gaugeSample{{labels("profile", p.ID), *v / 100}}
			}
			return nil
		})...)
	}
	gauge("answered_recommendations", "Of the passed and the failed ones, those that rest on a person's answer.", perProfile(r, answerSamples)...)
	gauge("run_incomplete", "1 when the run was cut short.", gaugeSample{"", bit(r.Run.Incomplete != "")})
	gauge("run_as_root", "1 when the run had root's rights.", gaugeSample{"", bit(r.Run.Root)})
	gauge("run_start_timestamp_seconds", "When the run began.", gaugeSample{"", seconds(r.Run.Started)})
	gauge("run_end_timestamp_seconds", "When the run ended.", gaugeSample{"", seconds(r.Run.Finished)})
	return o.done("prometheus")
}

// A gaugeSample is a line of a metric.
type gaugeSample struct {
	labels string
	value  float64
}

// A scoreRatio is one of the ratios of a score, left out where there is none.
type scoreRatio struct {
	name, help string
	of         func(Score) *float64
}

func scoreRatios() []scoreRatio {
	return []scoreRatio{
		{"score_ratio", "Passed of passed and failed.", func(s Score) *float64 { return s.Percent }},
		{"score_low_ratio", "The same with what could not be judged counted as failed.", func(s Score) *float64 { return s.Low }},
		{"score_high_ratio", "The same with what could not be judged counted as passed.", func(s Score) *float64 { return s.High }},
		{"score_raw_ratio", "The score with waived failures counted as failed.", func(s Score) *float64 { return s.Raw }},
		{"coverage_ratio", "Assessed of what facts can decide.", func(s Score) *float64 { c := s.Coverage(); return &c }},
	}
}

func perProfile(r *Report, samples func(*Profile) []gaugeSample) []gaugeSample {
	var out []gaugeSample
	for i := range r.Profiles {
		out = append(out, samples(&r.Profiles[i])...)
	}
	return out
}

// countSamples counts a profile's recommendations by the levels that it has.
func countSamples(r *Report, p *Profile) []gaugeSample {
	recs := OfProfile(r.Recommendations, p.ID)
	var out []gaugeSample
	for _, level := range ByLevel(recs) {
		for _, severity := range knownSeverities(recs) {
			some := only(recs, func(rec *Recommendation) bool { return strconv.Itoa(rec.Level) == level.ID && rec.Severity == severity })
			score := Count(some)
			for _, status := range Statuses() {
				out = append(out, gaugeSample{labels("profile", p.ID, "level", level.ID, "severity", severity, "status", status), float64(score.Of(status))})
			}
		}
	}
	return out
}

func answerSamples(p *Profile) []gaugeSample {
	return []gaugeSample{
		{labels("profile", p.ID, "status", Pass), float64(p.Score.AnsweredPass)},
		{labels("profile", p.ID, "status", Fail), float64(p.Score.AnsweredFail)},
	}
}

// knownSeverities are ours and, so that the counts add up, any other there is.
func knownSeverities(recs []Recommendation) []string {
	all := Severities()
	for i := range recs {
		if s := recs[i].Severity; !slices.Contains(all, s) {
			all = append(all, s)
		}
	}
	return all
}

// labels escapes what the exposition format wants escaped.
func labels(pairs ...string) string {
	var parts []string
	for i := 0; i < len(pairs); i += 2 {
		value := strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`).Replace(Safe(pairs[i+1]))
		parts = append(parts, pairs[i]+`="`+value+`"`)
	}
	return "{" + strings.Join(parts, ",") + "}"
}

func bit(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

func seconds(t time.Time) float64 { return float64(t.UnixMilli()) / 1000 }
