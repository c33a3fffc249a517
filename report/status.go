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

// Meaning says what a status tells the reader.
func Meaning(status string) string {
	switch status {
	case Pass:
		return "The condition was read and holds for every subject."
	case Fail:
		return "The condition was read and does not hold for at least one subject."
	case Waived:
		return "It fails, and a waiver in force covers the failure. Outside the score, and counted as a failure beside it."
	case Error:
		return "Reading went wrong: a timeout, an answer that makes no sense. Counted like not assessed."
	case NotAssessed:
		return "The target or the rights of the run cannot tell. The reason and what would make it possible are given."
	case Manual:
		return "Only a person can decide. The question and a way to find the answer are given."
	case NotApplicable:
		return "A named precondition is absent, or there is no such object."
	}
	return ""
}
