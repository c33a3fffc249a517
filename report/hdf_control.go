package report

import (
	"cmp"
	"slices"
	"strings"
)

func hdfControlOf(r *Report, rec *Recommendation, results []*Result) map[string]any {
	c := map[string]any{
		"id": Safe(rec.ID), "title": Safe(rec.Title), "desc": SafeLines(rec.Rationale), "impact": hdfImpact(rec),
		"refs": []string{}, "tags": hdfTags(rec), "code": SafeLines(rec.Check), "source_location": hdfSource(rec.Source),
		"descriptions": hdfDescriptions(rec),
	}
	if i := slices.IndexFunc(results, func(res *Result) bool { return res.Status == Waived }); i >= 0 {
		c["waiver_data"] = map[string]any{"justification": cmp.Or(Safe(results[i].Waiver), "waived"), "run": true, "skipped_due_to_waiver": false,
			"message": "A waiver in force covers these failures; it takes none of them away."}
	}
	if data := hdfAttestation(r, rec, results); data != nil {
		c["attestation_data"] = data
	}
	return c
}

// hdfAttestation is the answer that decided a control, as Heimdall knows answers: it
// has words for a pass and for a failure only, and room for one.
func hdfAttestation(r *Report, rec *Recommendation, results []*Result) map[string]any {
	status := map[string]string{Pass: "passed", Fail: "failed"}[rec.Status]
	i := slices.IndexFunc(results, func(res *Result) bool { return res.Answer != "" && res.Status == rec.Status })
	if i < 0 || status == "" {
		return nil
	}
	data := map[string]any{"control_id": Safe(rec.ID), "status": status, "explanation": Safe(results[i].Reason),
		"frequency": "", "updated": "", "updated_by": ""}
	if j := slices.IndexFunc(r.Answers, func(a Answer) bool { return a.ID == results[i].Answer }); j >= 0 {
		a := &r.Answers[j]
		data["frequency"], data["updated"], data["updated_by"] = a.frequency(), Safe(a.Date), Safe(a.Assessor)
	}
	return data
}

// hdfTags has NIST's numbers under the name by which Heimdall groups.
func hdfTags(rec *Recommendation) map[string]any {
	tags := map[string]any{"severity": Safe(rec.Severity), "status": rec.Status, "control": Safe(rec.Control), "level": rec.Level, "assessment": Safe(rec.Assessment)}
	for framework, places := range rec.Mappings {
		name := Safe(framework)
		if strings.HasPrefix(name, "nist_800_53") {
			name = "nist"
		}
		if tags[name] == nil {
			tags[name] = lineless(places)
		}
	}
	return tags
}

func lineless(texts []string) []string {
	out := make([]string, len(texts))
	for i, s := range texts {
		out[i] = Safe(s)
	}
	return out
}

func hdfDescriptions(rec *Recommendation) []map[string]string {
	out := []map[string]string{}
	for _, d := range [][2]string{{"rationale", rec.Rationale}, {"fix", rec.Remediation}, {"check", cmp.Or(rec.Procedure, rec.Check)}, {"impact", rec.Impact}, {"question", rec.Question}} {
		if d[1] != "" {
			out = append(out, map[string]string{"label": d[0], "data": SafeLines(d[1])})
		}
	}
	return out
}

// An hdfResult is one object's verdict.
type hdfResult struct {
	Status  string `json:"status"`
	Desc    string `json:"code_desc"`
	Message string `json:"message,omitempty"`
	Skip    string `json:"skip_message,omitempty"`
	Start   string `json:"start_time"`
	Object  string `json:"resource_id,omitempty"`
}

func hdfResultOf(r *Report, rec *Recommendation, res *Result) hdfResult {
	out := hdfResult{Status: "skipped", Desc: about(rec, res), Message: account(rec, res), Start: hdfTime(r), Object: thing(res)}
	switch res.Status {
	case Pass:
		out.Status = "passed"
	case Fail, Waived:
		out.Status = "failed"
	case Error:
		out.Status = "error"
	default:
		out.Skip = statement(rec, res)
	}
	return out
}
