package report

import (
	"cmp"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
)

// arfOpen names the schemas of ARF 1.1; the relations' words are a vocabulary.
const arfOpen = `<arf:asset-report-collection xmlns:arf="http://scap.nist.gov/schema/asset-reporting-format/1.1"` +
	` xmlns:core="http://scap.nist.gov/schema/reporting-core/1.1" xmlns:ai="http://scap.nist.gov/schema/asset-identification/1.1"` +
	` xmlns:arfvocab="http://scap.nist.gov/specifications/arf/vocabulary/relationships/1.0#">` + "\n"

// WriteARF writes the asset reporting format 1.1: the XCCDF benchmark as what was
// asked for, each target as an asset, and each test result as a report about it.
func WriteARF(w io.Writer, r *Report, _ Options) error {
	x := newXCCDF(newOutlet(w), r)
	x.text(xml.Header, arfOpen)
	x.text("<core:relationships>\n")
	for i := range x.tested {
		x.relation("createdFor", i, "request")
		x.relation("isAbout", i, fmt.Sprintf("asset%d", i+1))
	}
	x.text("</core:relationships>\n<arf:report-requests><arf:report-request id=\"request\"><arf:content>\n")
	x.benchmark(func() {})
	x.text("</arf:content></arf:report-request></arf:report-requests>\n<arf:assets>\n")
	for i, t := range x.tested {
		x.asset(i, t)
	}
	x.text("</arf:assets>\n<arf:reports>\n")
	for i, t := range x.tested {
		x.text(fmt.Sprintf(`<arf:report id="report%d"><arf:content>`, i+1), "\n")
		x.testResult(t)
		x.text("</arf:content></arf:report>\n")
	}
	x.text("</arf:reports>\n</arf:asset-report-collection>\n")
	return x.done("arf")
}

func (x *xccdfWriter) relation(kind string, report int, to string) {
	x.text(fmt.Sprintf(`<core:relationship type="arfvocab:%s" subject="report%d"><core:ref>%s</core:ref></core:relationship>`, kind, report+1, to), "\n")
}

// asset identifies a target by its name, which is all that a report has of it: a
// host's is also a host name where it looks like one.
func (x *xccdfWriter) asset(i int, t tested) {
	x.text(fmt.Sprintf(`<arf:asset id="asset%d"><ai:computing-device>`, i+1), "\n")
	x.text(`<ai:synthetic-id resource="urn:scantling:target" id="`, xmlText(cmp.Or(Safe(t.name), "unknown")), `"/>`, "\n")
	if hostName(t.name) {
		x.element("ai:hostname", t.name)
	}
	x.text("</ai:computing-device></arf:asset>\n")
}

// hostName reports whether a name has only what the schema takes for one.
func hostName(name string) bool {
	for _, label := range strings.Split(name, ".") {
		if label == "" || strings.ContainsFunc(label, func(r rune) bool { return idRune(r) != r || r == '.' }) {
			return false
		}
	}
	return true
}
