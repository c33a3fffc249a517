package report

import (
	"slices"
	"strings"
)

// The statuses of a recommendation and of a result, as they are spelt in JSON.
const (
	Pass          = "pass"
	Fail          = "fail"
	Error         = "error"
	NotAssessed   = "not_assessed"
	Manual        = "manual"
	NotApplicable = "not_applicable"
	Waived        = "waived"
)

// Statuses lists every status in the order in which reports show them.
func Statuses() []string {
	return []string{Pass, Fail, Waived, Error, NotAssessed, Manual, NotApplicable}
}

// Severities lists the severities, worst first.
func Severities() []string { return []string{"critical", "high", "medium", "low"} }

// Word is a status as people read it: "not assessed".
func Word(status string) string { return strings.ReplaceAll(status, "_", " ") }

// rank is a word's place in a list; a word that is not in it comes last.
func rank(list []string, word string) int {
	if i := slices.Index(list, word); i >= 0 {
		return i
	}
	return len(list)
}
