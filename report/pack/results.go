package pack

import (
	"cmp"

	"scantling/report"
)

// readResults reads the results and holds the manifest against them.
func (v *verifier) readResults() error {
	if _, there := v.hashes[resultsFile]; !there {
		return nil
	}
	r, err := v.read(resultsFile)
	if err != nil {
		return err
	}
	defer r.Close()
	rep, err := report.ReadJSON(r)
	if err != nil {
		v.fault("%s: %v", resultsFile, err)
		return nil
	}
	v.report, v.RunID, v.Results = rep, rep.Run.ID, v.hashes[resultsFile]
	if p := rep.Run.Previous; p != nil {
		v.Previous = &Previous{RunID: p.RunID, SHA256: p.SHA256}
	}
	v.agree("run", v.manifest.RunID, rep.Run.ID)
	v.agree("SHA-256 of "+resultsFile, v.manifest.ResultsSHA256, v.Results)
	v.agree("run before", v.manifest.Previous.String(), v.Previous.String())
	return nil
}

// agree compares what the manifest and the results say.
func (v *verifier) agree(what, manifest, results string) {
	if manifest != results {
		v.fault("%s of %s: %s; of %s: %s", what, manifestFile, cmp.Or(manifest, "none"), resultsFile, cmp.Or(results, "none"))
	}
}

// String names a run and its hash.
func (p *Previous) String() string {
	if p == nil {
		return ""
	}
	return p.RunID + " with SHA-256 " + p.SHA256
}
