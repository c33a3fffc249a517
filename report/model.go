// Package report holds the result of an audit as plain data and writes it in
// every format. JSON is the master: each other format is written from the same
// model, so that a saved run can be converted without a rescan.
package report

import (
	"time"

	"scantling/checks"
)

// SchemaVersion is the version of the JSON format. A change that a reader could
// trip over raises the first number.
const SchemaVersion = "1.1"

// A Report is one run of the auditor.
type Report struct {
	SchemaVersion   string           `json:"schema_version"`
	Tool            Tool             `json:"tool"`
	Run             Run              `json:"run"`
	Targets         []Target         `json:"targets"`
	Profiles        []Profile        `json:"profiles"`
	Score           Score            `json:"score"` // over all profiles
	Recommendations []Recommendation `json:"recommendations"`
	Results         []Result         `json:"results"`
	Facts           []Fact           `json:"facts"` // what was read, and what could not be
	Waivers         []Waiver         `json:"waivers,omitempty"`
	Changes         *Changes         `json:"changes,omitempty"` // since Run.Previous
	Changed         []Change         `json:"changed,omitempty"` // one by one
	Answers         []Answer         `json:"answers,omitempty"`
}

// Tool names the program that judged.
type Tool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

// Run says who looked, when, and with what rights.
type Run struct {
	ID         string    `json:"id"`
	Started    time.Time `json:"started"`
	Finished   time.Time `json:"finished"`
	User       string    `json:"user"`
	Root       bool      `json:"root"`
	Incomplete string    `json:"incomplete,omitempty"` // why the run was cut short; empty when it was not
	Notices    []string  `json:"notices,omitempty"`    // what the reader must know before trusting the score
	Level      int       `json:"level,omitempty"`      // recommendations above it were not selected; 0: all
	Kind       string    `json:"type,omitempty"`       // server or workstation, where a profile tells them apart
	Previous   *Previous `json:"previous,omitempty"`   // the run that this one was compared with
}

// Target is one thing that was audited.
type Target struct {
	Name    string            `json:"name"`
	Kind    string            `json:"kind"` // host, engine
	Details map[string]string `json:"details,omitempty"`
}

// Profile is a benchmark as it was applied.
type Profile struct {
	ID        string  `json:"id"`
	Title     string  `json:"title"`
	Version   string  `json:"version"`
	Reference string  `json:"reference,omitempty"`
	SHA256    string  `json:"sha256"` // of the profile and the controls it uses
	Score     Score   `json:"score"`
	Sections  []Group `json:"sections"` // in the benchmark's order
	Levels    []Group `json:"levels"`
}

// Group is the score of a part: a section, a level, a severity.
type Group struct {
	ID    string `json:"id"`
	Title string `json:"title,omitempty"`
	Score Score  `json:"score"`
}

// Score counts recommendations by status. Manual and not applicable stand
// outside the ratio; what was not assessed opens the interval from Low to High.
type Score struct {
	Pass          int `json:"pass"`
	Fail          int `json:"fail"`
	Error         int `json:"error"`
	NotAssessed   int `json:"not_assessed"`
	Manual        int `json:"manual"`
	NotApplicable int `json:"not_applicable"`
	Waived        int `json:"waived"`
	AnsweredPass  int `json:"answered_pass,omitempty"` // of Pass, those that rest on a person's answer
	AnsweredFail  int `json:"answered_fail,omitempty"` // of Fail

	Percent *float64 `json:"percent"` // passed / (passed + failed) · 100; null when nothing was assessed
	Low     *float64 `json:"low"`     // every error and not-assessed recommendation counted as a fail
	High    *float64 `json:"high"`    // and as a pass
	Raw     *float64 `json:"raw"`     // Percent with waived ones counted as the failures they are
}

// Mappings are an entry's places in other frameworks: cis_controls_v8 -> 5.4.
type Mappings map[string][]string

// Recommendation is one row of a profile with the verdict over its subjects.
type Recommendation struct {
	Profile     string         `json:"profile"`
	ID          string         `json:"id"`             // the benchmark's number
	Control     string         `json:"control"`        // its name in the library
	Each        string         `json:"each,omitempty"` // the kind of object it is held against, one by one
	Title       string         `json:"title"`
	Status      string         `json:"status"`
	Reason      string         `json:"reason,omitempty"`   // why it is not pass or fail, or who says that it is
	Answered    int            `json:"answered,omitempty"` // results with this status that a person's answer gave
	Level       int            `json:"level"`              // on the type of machine that the run was for; the lowest where it was for any
	Levels      map[string]int `json:"levels,omitempty"`   // by type of machine, server and workstation, where the benchmark tells them apart
	Assessment  string         `json:"assessment"`         // what the benchmark says: automated, manual
	Section     string         `json:"section"`
	Severity    string         `json:"severity"`
	Mappings    Mappings       `json:"mappings,omitempty"`
	Counts      map[string]int `json:"counts"` // subjects by status
	Rationale   string         `json:"rationale"`
	Impact      string         `json:"impact,omitempty"`
	Disruption  string         `json:"disruption,omitempty"`
	Remediation string         `json:"remediation,omitempty"` // the general text; a result has the particular one
	Question    string         `json:"question,omitempty"`
	Procedure   string         `json:"procedure,omitempty"`
	Check       string         `json:"check,omitempty"`  // the condition as the control's author wrote it
	Source      string         `json:"source,omitempty"` // file:line of the control
}

// Result is the verdict on one subject.
type Result struct {
	Profile     string     `json:"profile"`
	ID          string     `json:"id"`
	Control     string     `json:"control"`
	Target      string     `json:"target"`
	Subject     string     `json:"subject"` // the object's name; empty for the target itself
	Status      string     `json:"status"`
	Message     string     `json:"message,omitempty"`
	Reason      string     `json:"reason,omitempty"`
	Remedy      string     `json:"remedy,omitempty"` // what would make it assessable
	Evidence    []Evidence `json:"evidence,omitempty"`
	Remediation string     `json:"remediation,omitempty"`
	Steps       []Step     `json:"steps,omitempty"` // the remediation as a program can carry it out
	Waiver      string     `json:"waiver,omitempty"`
	Answer      string     `json:"answer,omitempty"` // the person's answer that gave the status; its words are the reason
	Fingerprint string     `json:"fingerprint"`
}

// Step is one thing to do about a failure; scantling fix makes a plan of them.
type Step = checks.Step

// Evidence is one part of a condition: what was expected, what was found, and
// the facts it was decided on.
type Evidence struct {
	Expression string `json:"expression"`
	Holds      string `json:"holds"` // true, false, unknown
	Expected   string `json:"expected"`
	Actual     string `json:"actual"`
	Facts      []Read `json:"facts,omitempty"`
}

// Read is one fact that a condition looked at.
type Read struct {
	Path   string `json:"path"`
	Value  string `json:"value"`
	Origin string `json:"origin,omitempty"`
	Remark string `json:"remark,omitempty"`
	Reason string `json:"reason,omitempty"` // why it is unknown
}

// Fact is one source that was read during the run.
type Fact struct {
	Name    string   `json:"name"`
	Key     string   `json:"key,omitempty"`
	Seconds float64  `json:"seconds"`
	Objects int      `json:"objects,omitempty"` // of a stream
	Unknown []string `json:"unknown,omitempty"` // reasons, each once
}
