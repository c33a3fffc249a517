package report

import (
	"encoding/xml"
	"strings"
	"testing"
)

// The elements of JUnit's XML as consumers read them.
type junitFile struct {
	XMLName xml.Name `xml:"testsuites"`
	Tests   int      `xml:"tests,attr"`
	Suites  []struct {
		Name     string `xml:"name,attr"`
		Tests    int    `xml:"tests,attr"`
		Failures int    `xml:"failures,attr"`
		Errors   int    `xml:"errors,attr"`
		Skipped  int    `xml:"skipped,attr"`
		Cases    []struct {
			Class   string      `xml:"classname,attr"`
			Name    string      `xml:"name,attr"`
			File    string      `xml:"file,attr"`
			Failure *junitBlock `xml:"failure"`
			Error   *junitBlock `xml:"error"`
			Skipped *junitBlock `xml:"skipped"`
		} `xml:"testcase"`
	} `xml:"testsuite"`
}

type junitBlock struct {
	Message string `xml:"message,attr"`
	Text    string `xml:",chardata"`
}

func TestJUnitCounts(t *testing.T) {
	for name, r := range inputs() {
		var got junitFile
		if err := xml.Unmarshal(writtenAs(t, "junit", r, Options{}), &got); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if got.Tests != len(r.Results) {
			t.Errorf("%s: got %d tests, want %d", name, got.Tests, len(r.Results))
		}
		for _, s := range got.Suites {
			var c junitCount
			for _, one := range s.Cases {
				c.tests++
				c.failures += there(one.Failure)
				c.errors += there(one.Error)
				c.skipped += there(one.Skipped)
			}
			if want := (junitCount{s.Tests, s.Failures, s.Errors, s.Skipped}); c != want {
				t.Errorf("%s: %.40q says %+v and holds %+v", name, s.Name, want, c)
			}
		}
	}
}

func there(b *junitBlock) int {
	if b == nil {
		return 0
	}
	return 1
}

// What a target says is in the case, in full.
func TestJUnitHoldsEverything(t *testing.T) {
	r := besieged()
	var got junitFile
	if err := xml.Unmarshal(writtenAs(t, "junit", r, Options{}), &got); err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, s := range got.Suites {
		for _, c := range s.Cases {
			all.WriteString(c.Name + "\n")
			if c.Failure != nil {
				all.WriteString(c.Failure.Message + c.Failure.Text + "\n")
			}
		}
	}
	for _, text := range append(hostile(), huge[:100_000]) {
		if !strings.Contains(all.String(), Safe(text)) {
			t.Errorf("%.60q is not there", text)
		}
	}
}
