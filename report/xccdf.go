package report

import (
	"cmp"
	"encoding/xml"
	"io"
	"time"
)

// xccdfNS is the namespace of XCCDF 1.2, a schema of NIST's.
const xccdfNS = "http://checklists.nist.gov/xccdf/1.2"

// WriteXCCDF writes the extensible configuration checklist format 1.2: a benchmark
// with a group for each profile and section, a rule for each recommendation, and a
// test result for each target that results are about.
func WriteXCCDF(w io.Writer, r *Report, _ Options) error {
	x := newXCCDF(newOutlet(w), r)
	x.text(xml.Header)
	x.benchmark(func() {
		for _, t := range x.tested {
			x.testResult(t)
		}
	})
	return x.done("xccdf")
}

// An xccdfWriter writes the parts that XCCDF and ARF have in common.
type xccdfWriter struct {
	*outlet
	*Report
	ix     index
	rules  map[*Recommendation]string // ids
	tested []tested
	ids    xmlIDs
}

// newXCCDF gives every recommendation its id: test results name rules by it.
func newXCCDF(o *outlet, r *Report) *xccdfWriter {
	x := &xccdfWriter{outlet: o, Report: r, ix: indexed(r), rules: map[*Recommendation]string{}, ids: xmlIDs{}}
	for _, rec := range r.all() {
		x.rules[rec] = x.ids.of("rule", rec.Profile, rec.ID)
	}
	x.tested = x.targetsOf()
	return x
}

// benchmark writes the rules, and within the benchmark what more gives.
func (x *xccdfWriter) benchmark(more func()) {
	x.text(`<Benchmark xmlns="`, xccdfNS, `" id="`, x.benchmarkID(), `" resolved="true" xml:lang="en">`, "\n")
	x.text(`<status date="`, x.Run.Finished.UTC().Format(time.DateOnly), `">accepted</status>`, "\n")
	x.element("title", Safe(x.title()))
	x.element("description", "Held against "+Safe(x.against())+". The recommendations are mapped to these benchmarks; the texts are not their publishers'.")
	x.element("version", cmp.Or(Safe(x.Tool.Version), "unknown"))
	x.text("<metadata><creator xmlns=\"http://purl.org/dc/elements/1.1/\">", xmlText(Safe(x.Tool.Name+" "+x.Tool.Version)), "</creator></metadata>\n")
	for _, id := range x.profileIDs() {
		x.profile(id)
	}
	more()
	x.text("</Benchmark>\n")
}

func (x *xccdfWriter) benchmarkID() string { return xmlIDs{}.of("benchmark", "audit") }

// profileIDs are the profiles of the report, and those that only recommendations
// name.
func (x *xccdfWriter) profileIDs() []string {
	var ids []string
	for _, p := range x.Profiles {
		ids = appendOnce(ids, p.ID)
	}
	for _, rec := range x.Recommendations {
		ids = appendOnce(ids, rec.Profile)
	}
	return ids
}

func appendOnce(list []string, s string) []string {
	for _, have := range list {
		if have == s {
			return list
		}
	}
	return append(list, s)
}

// element writes a text between tags, and nothing where there is none.
func (x *xccdfWriter) element(name, text string) { x.elementWith(name, "", text) }

func (x *xccdfWriter) elementWith(name, attributes, text string) {
	if text == "" {
		return
	}
	x.text("<", name, attributes, ">", xmlText(text), "</", name, ">\n")
}
