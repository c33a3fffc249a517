package report

import (
	"cmp"
	"io"
	"strconv"
	"strings"
	"time"
)

// WriteHDF writes the Heimdall data format (InSpec's exec JSON), which Heimdall
// and the SAF tools load: a profile for each benchmark, a control for each
// recommendation, a result for each object.
func WriteHDF(w io.Writer, r *Report, _ Options) error {
	o, ix := newOutlet(w), indexed(r)
	o.open(map[string]any{
		"platform":   map[string]string{"name": Safe(r.Tool.Name), "release": Safe(r.Tool.Version), "target_id": hdfTargets(r)},
		"statistics": map[string]float64{"duration": r.Run.Finished.Sub(r.Run.Started).Seconds()},
		"version":    Safe(r.Tool.Version),
	})
	o.text(",\n", `"profiles":[`)
	for i := range r.Profiles {
		if i > 0 {
			o.text(",")
		}
		o.text("\n")
		o.hdfProfile(r, &r.Profiles[i], ix)
	}
	o.text("\n]}\n")
	return o.done("hdf")
}

func hdfTargets(r *Report) string {
	var names []string
	for _, t := range r.Targets {
		names = append(names, Safe(t.Name))
	}
	return strings.Join(names, ", ")
}

func (o *outlet) hdfProfile(r *Report, p *Profile, ix index) {
	o.open(map[string]any{
		"name": Safe(p.ID), "title": Safe(p.Title), "version": Safe(p.Version), "sha256": Safe(p.SHA256),
		"summary": scoreLine(&Report{Score: p.Score}), "status": "loaded",
		"supports": []string{}, "attributes": []string{}, "groups": hdfGroups(r, p),
	})
	o.text(`,"controls":[`)
	between := "\n"
	for i := range r.Recommendations {
		if rec := &r.Recommendations[i]; rec.Profile == p.ID {
			o.text(between)
			o.hdfControl(r, rec, ix.entire(rec))
			between = ",\n"
		}
	}
	o.text("\n]}")
}

// hdfGroups are the sections, each with its own recommendations.
func hdfGroups(r *Report, p *Profile) []map[string]any {
	groups := []map[string]any{}
	for _, s := range p.Sections {
		ids := []string{}
		for i := range r.Recommendations {
			if rec := &r.Recommendations[i]; rec.Profile == p.ID && rec.Section == s.ID {
				ids = append(ids, Safe(rec.ID))
			}
		}
		groups = append(groups, map[string]any{"id": Safe(s.ID), "title": Safe(s.Title), "controls": ids})
	}
	return groups
}

func (o *outlet) hdfControl(r *Report, rec *Recommendation, results []*Result) {
	o.open(hdfControlOf(r, rec, results))
	o.text(`,"results":`)
	o.list(func(yield func(any)) {
		for _, res := range results {
			yield(hdfResultOf(r, rec, res))
		}
	})
	o.text("}")
}

// hdfImpact is by severity; InSpec shows 0 as not applicable.
func hdfImpact(rec *Recommendation) float64 {
	if rec.Status == NotApplicable {
		return 0
	}
	return severityImpact(rec.Severity)
}

func severityImpact(severity string) float64 {
	return cmp.Or(map[string]float64{"critical": 0.9, "high": 0.7, "medium": 0.5, "low": 0.3}[severity], 0.5)
}

// hdfSource is the control's place in its profile.
func hdfSource(source string) map[string]any {
	ref, line, _ := strings.Cut(Safe(source), ":")
	at := map[string]any{"ref": ref}
	if first, _, _ := strings.Cut(line, ","); first != "" {
		if n, err := strconv.Atoi(first); err == nil {
			at["line"] = n
		}
	}
	return at
}

// hdfTime is the run's: results carry no time of their own.
func hdfTime(r *Report) string { return r.Run.Started.UTC().Format(time.RFC3339) }
