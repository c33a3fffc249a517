package report

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"strconv"
)

// A gitlabIssue is an entry of GitLab's Code Quality report.
type gitlabIssue struct {
	Description string         `json:"description"`
	Check       string         `json:"check_name"`
	Fingerprint string         `json:"fingerprint"`
	Severity    string         `json:"severity"`
	Location    gitlabLocation `json:"location"`
}

type gitlabLocation struct {
	Path  string      `json:"path"` // relative, without ./
	Lines gitlabLines `json:"lines"`
}

type gitlabLines struct {
	Begin int `json:"begin"` // required: 1 where no line is known
}

// WriteGitLab writes GitLab's Code Quality report: failures, and as info what is
// waived or could not be judged, so that an empty list means that all is well.
func WriteGitLab(w io.Writer, r *Report, _ Options) error {
	o, seen := newOutlet(w), map[string]int{}
	o.list(func(yield func(any)) {
		for rec, res := range r.each(WorstFirst(r.all())) {
			switch res.Status {
			case Fail, Waived, Error, NotAssessed:
				yield(gitlabIssueOf(rec, res, seen))
			}
		}
	})
	o.text("\n")
	return o.done("gitlab")
}

// maxDescription keeps an issue readable in a list.
const maxDescription = 2000

var gitlabSeverity = map[string]string{"critical": "blocker", "high": "critical", "medium": "major", "low": "minor"}

func gitlabIssueOf(rec *Recommendation, res *Result, seen map[string]int) gitlabIssue {
	text := Safe(rec.ID) + " " + about(rec, res)
	i := gitlabIssue{Description: cut(text, maxDescription), Check: rec.row(), Severity: "info", Location: gitlabPlace(res)}
	if res.Status == Fail {
		i.Severity = cmp.Or(gitlabSeverity[rec.Severity], "major")
	}
	i.Fingerprint = issuePrint(rec, res, seen)
	return i
}

// issuePrint tells issues apart: of several with one fingerprint GitLab shows
// the first, and two rows may rest on one decision.
func issuePrint(rec *Recommendation, res *Result, seen map[string]int) string {
	text := rec.Profile + "\x00" + rec.ID + "\x00" + res.Target + "\x00" + cmp.Or(res.Fingerprint, res.Subject)
	seen[text]++
	if n := seen[text]; n > 1 {
		text += "\x00" + strconv.Itoa(n)
	}
	h := sha256.Sum256([]byte(text))
	return hex.EncodeToString(h[:16])
}

func gitlabPlace(res *Result) gitlabLocation {
	at := spots(res)
	if len(at) == 0 {
		return gitlabLocation{objectURI(res), gitlabLines{1}}
	}
	return gitlabLocation{at[0].relative(), gitlabLines{max(1, at[0].line)}}
}
