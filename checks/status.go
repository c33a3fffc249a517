package checks

// Status is the verdict on one subject or one recommendation.
type Status string

// The seven statuses. Only pass and fail are verdicts on the target; a waived
// result fails as well, and a waiver in force covers it.
const (
	Pass          Status = "pass"
	Fail          Status = "fail"
	Error         Status = "error"          // a fact failed: timeout, parse error, unexpected answer
	NotAssessed   Status = "not_assessed"   // the target or the privileges cannot tell
	Manual        Status = "manual"         // only a person can decide
	NotApplicable Status = "not_applicable" // a named guard was false, or there is no such object
	Waived        Status = "waived"
)

// Statuses are in the order in which they decide a recommendation: one failing
// subject fails it, and what could not be seen is never hidden by a pass.
var Statuses = []Status{Fail, Error, NotAssessed, Manual, Waived, Pass, NotApplicable}

// worst is the first of Statuses that occurs.
func worst(counts map[Status]int) Status {
	for _, s := range Statuses {
		if counts[s] > 0 {
			return s
		}
	}
	return NotApplicable
}
