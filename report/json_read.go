package report

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// MaxJSON is the largest report that ReadJSON accepts, in bytes. 400 containers
// make some 50 MB.
const MaxJSON = 1 << 30

// ReadJSON reads a report that WriteJSON wrote. A report of another major schema
// version, or with a status that this version does not know, is refused.
func ReadJSON(r io.Reader) (*Report, error) { return readJSON(r, MaxJSON) }

func readJSON(r io.Reader, limit int64) (*Report, error) {
	in := &io.LimitedReader{R: r, N: limit + 1}
	dec := json.NewDecoder(in)
	var rep Report
	err := dec.Decode(&rep)
	switch {
	case in.N <= 0:
		return nil, fmt.Errorf("the report is larger than %d bytes: audit fewer targets at once", limit)
	case errors.Is(err, io.ErrUnexpectedEOF):
		return nil, errors.New("the report ends too early: take another copy, or audit again")
	case err != nil && rep.SchemaVersion == "":
		return nil, fmt.Errorf("this is not a report in JSON; write one with scantling audit -o json=FILE: %w", err)
	}
	if err := checkSchema(&rep); err != nil {
		return nil, err
	}
	if err != nil {
		return nil, fmt.Errorf("the report is damaged; take another copy, or audit again: %w", err)
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("something follows the end of the report: give one report at a time")
	}
	return &rep, checkStatuses(&rep)
}

func checkSchema(r *Report) error {
	ours, theirs := major(SchemaVersion), major(r.SchemaVersion)
	switch {
	case r.SchemaVersion == "":
		return errors.New("this JSON has no schema_version, so it is not a report: write one with scantling audit -o json=FILE")
	case ours != theirs:
		return fmt.Errorf("the report has schema version %.20q and this program reads %d.x: use scantling %.40q, which wrote it, or audit again",
			r.SchemaVersion, ours, r.Tool.Version)
	}
	return nil
}

// major is the first number of a version, -1 when there is none.
func major(version string) int {
	first, _, _ := strings.Cut(version, ".")
	n, err := strconv.Atoi(first)
	if err != nil {
		return -1
	}
	return n
}

func checkStatuses(r *Report) error {
	for _, rec := range r.Recommendations {
		if !slices.Contains(Statuses(), rec.Status) {
			return badStatus(rec.Profile, rec.ID, rec.Status)
		}
	}
	for _, res := range r.Results {
		if !slices.Contains(Statuses(), res.Status) {
			return badStatus(res.Profile, res.ID, res.Status)
		}
	}
	return nil
}

func badStatus(profile, id, status string) error {
	return fmt.Errorf("%s/%s has the status %.40q, which this program does not know: the report was changed by hand, or a newer scantling wrote it",
		profile, id, status)
}
