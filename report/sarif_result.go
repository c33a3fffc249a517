package report

import "cmp"

func sarifResults(r *Report, recs []*Recommendation, all bool, yield func(any)) {
	rule := make(map[*Recommendation]int, len(recs))
	for i, rec := range recs {
		rule[rec] = i
	}
	for rec, res := range r.each(recs) {
		if all || res.Status == Fail || res.Status == Waived {
			yield(sarifResultOf(rec, res, rule[rec]))
		}
	}
}

// sarifKinds are the words for what is no failure.
var sarifKinds = map[string]string{Pass: "pass", Error: "open", NotAssessed: "open", Manual: "review", NotApplicable: "notApplicable"}

func sarifResultOf(rec *Recommendation, res *Result, rule int) sarifResult {
	out := sarifResult{RuleID: rec.row(), RuleIndex: rule, Kind: "fail", Level: sarifLevel(rec.Severity)}
	if kind := sarifKinds[res.Status]; kind != "" {
		out.Kind, out.Level = kind, "none"
	}
	text := about(rec, res)
	if more := account(rec, res); more != "" {
		text += "\n" + more
	}
	out.Message = sarifMessage{Text: text}
	out.Locations, out.Related = sarifLocations(res)
	if res.Fingerprint != "" {
		print := Safe(res.Fingerprint)
		// The second is the one by which GitHub knows an alert again; it would
		// otherwise be computed from files that are not in the repository.
		out.Fingerprints = map[string]string{"scantling/v1": print, "primaryLocationLineHash": print + ":1"}
	}
	if res.Status == Waived {
		out.Suppressions = []sarifSuppression{{"external", "accepted", cmp.Or(Safe(res.Waiver), "waived")}}
	}
	out.Properties = map[string]string{"status": res.Status, "severity": Safe(rec.Severity), "target": Safe(res.Target)}
	if res.Answer != "" {
		out.Properties["answer"] = Safe(res.Answer)
	}
	if res.Subject != "" {
		out.Properties["subject"] = Safe(res.Subject)
	}
	return out
}

// sarifLocations gives the first place as the cause, and the others beside it:
// several causes would mean that all of them must be changed.
func sarifLocations(res *Result) (cause, related []sarifLocation) {
	for _, s := range spots(res) {
		related = append(related, sarifLocation{Physical: s.physical()})
	}
	if related == nil {
		related = []sarifLocation{{Physical: sarifPhysical{Artifact: sarifArtifact{URI: objectURI(res), Base: "TARGETS"}}}}
	}
	cause, related = related[:1], related[1:]
	cause[0].Logical = []sarifLogical{{Name: Safe(res.Subject), Full: cmp.Or(thing(res), "target"), Kind: "resource"}}
	for i := range related {
		related[i].ID = &i
	}
	return cause, related
}

func (s spot) physical() sarifPhysical {
	base := "ROOTFS"
	if s.api {
		base = "ENGINE"
	}
	p := sarifPhysical{Artifact: sarifArtifact{URI: s.relative(), Base: base}}
	if s.line > 0 {
		p.Region = &sarifRegion{s.line}
	}
	return p
}

// objectURI stands for a target or an object that no file or document is behind.
func objectURI(res *Result) string {
	uri := cmp.Or(escapeSegment(res.Target), "target")
	if res.Subject != "" {
		uri += "/" + escapeSegment(res.Subject)
	}
	return uri
}
