package report

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// earlier is the sample as it was a day before: four results differ.
func earlier() *Report {
	r := sample()
	r.Run.ID, r.Run.Previous = "earlier", nil
	r.Run.Started, r.Run.Finished = r.Run.Started.AddDate(0, 0, -1), r.Run.Finished.AddDate(0, 0, -1)
	r.Changes, r.Changed = nil, nil
	for i := range r.Results {
		switch res := &r.Results[i]; {
		case res.ID == "5.1.20": // has got worse since
			res.Status = Pass
		case res.ID == "2.2": // has been mended
			res.Status = Fail
		case res.ID == "1.2.2":
			res.Status = Error
		case res.ID == "2.3": // another object
			res.Fingerprint, res.Status, res.Subject = "feed", Fail, "then"
		}
	}
	return r
}

func pastOf(t *testing.T, r *Report) *Past {
	t.Helper()
	p, err := ReadPrevious(bytes.NewReader(written(t, r)))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestCompare(t *testing.T) {
	r, old := sample(), earlier()
	old.Profiles[0].Version = "1.7.0"
	if err := r.Compare(pastOf(t, old)); err != nil {
		t.Fatal(err)
	}
	hash := sha256.Sum256(written(t, old))
	want := &Previous{RunID: "earlier", Finished: old.Run.Finished, SHA256: hex.EncodeToString(hash[:]),
		Notes: []string{"profile cis-docker was version 1.7.0 then, and is 1.8.0 now"}}
	if diff := cmp.Diff(want, r.Run.Previous); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if diff := cmp.Diff(&Changes{NewFailures: 1, Fixed: 1, Other: 1, GoneFailures: 1, Appeared: 1, Unchanged: len(r.Results) - 4}, r.Changes); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	var got []string
	for _, c := range r.Changed {
		got = append(got, fmt.Sprintf("%s %s %s: %s -> %s", c.Kind, c.ID, c.Subject, c.Was, c.Is))
	}
	if diff := cmp.Diff([]string{"new_failure 5.1.20 : pass -> fail", "fixed 2.2 : fail -> pass",
		"other 1.2.2 : error -> not_assessed", "gone_failure 2.3 then: fail -> "}, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if line := " since run earlier: 1 new failure, 1 fixed, 1 other change, "; strings.Count(textOf(t, r, Options{}), line) != 1 {
		t.Errorf("want one line with %q in\n%s", line, textOf(t, r, Options{}))
	}
}

func TestCompareRefuses(t *testing.T) {
	for name, tt := range map[string]struct {
		change func(*Report)
		want   string
	}{
		"the same run":   {func(r *Report) { r.Run.ID = sample().Run.ID }, "this very run"},
		"a later run":    {func(r *Report) { r.Run.Finished = r.Run.Finished.Add(48 * time.Hour) }, "ended after"},
		"another target": {func(r *Report) { r.Targets[0].Name = "web02" }, "of host web02, engine unix:///run/docker.sock, this one is of host web01"},
		"other profiles": {func(r *Report) { r.Profiles = r.Profiles[:1]; r.Profiles[0].ID = "own" }, "against own, this one against cis-docker, cis-debian-12"},
	} {
		old, r := earlier(), sample()
		tt.change(old)
		err := r.Compare(pastOf(t, old))
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: got %v, want an error with %q", name, err, tt.want)
		}
		if r.Changes != nil || r.Run.Previous != nil {
			t.Errorf("%s: the report says changes all the same", name)
		}
	}
}

// Only what both runs were held against is compared, and the difference is said.
func TestCompareProfileAdded(t *testing.T) {
	r, old := sample(), earlier()
	old.Profiles = old.Profiles[:1]
	old.Results = slices.DeleteFunc(old.Results, func(res Result) bool { return res.Profile != old.Profiles[0].ID })
	if err := r.Compare(pastOf(t, old)); err != nil {
		t.Fatal(err)
	}
	for _, c := range r.Changed {
		if c.Profile != old.Profiles[0].ID {
			t.Errorf("%s/%s is a change of a profile that was not there", c.Profile, c.ID)
		}
	}
	if notes := strings.Join(r.Run.Previous.Notes, "; "); !strings.Contains(notes, "only what both have is compared") {
		t.Errorf("got the notes %q", notes)
	}
}

// Results that share an identity, such as a service's containers, count as one,
// with the worst status.
func TestCompareTakesTheWorst(t *testing.T) {
	of := func(id string, statuses ...string) *Report {
		r := &Report{SchemaVersion: SchemaVersion, Run: Run{ID: id}, Profiles: []Profile{{ID: "p"}}}
		for _, s := range statuses {
			r.Results = append(r.Results, Result{Profile: "p", Fingerprint: "f", Status: s})
		}
		return r
	}
	r := of("b", Pass, Fail, Pass)
	if err := r.Compare(pastOf(t, of("a", Pass, Pass))); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(&Changes{NewFailures: 1}, r.Changes); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
