package report

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strings"
	"testing"
)

// table reads a CSV report as a program would.
func table(t *testing.T, b []byte) []map[string]string {
	t.Helper()
	lines, err := csv.NewReader(bytes.NewReader(b)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for _, line := range lines[1:] {
		row := map[string]string{}
		for i, value := range line {
			row[lines[0][i]] = value
		}
		rows = append(rows, row)
	}
	return rows
}

func TestCSVHoldsEverything(t *testing.T) {
	r := besieged()
	for format, fit := range map[string]func(string) string{
		"csv":     tame,
		"csv-raw": func(s string) string { return strings.ToValidUTF8(s, "\ufffd") },
	} {
		rows := table(t, writtenAs(t, format, r, Options{}))
		if len(rows) != len(r.Results) {
			t.Fatalf("%s: got %d rows, want %d", format, len(rows), len(r.Results))
		}
		for i := range rows {
			res := &r.Results[i]
			for column, value := range map[string]string{"subject": res.Subject, "message": res.Message, "reason": res.Reason, "waiver": res.Waiver, "status": res.Status, "remediation": res.Remediation} {
				want := strings.ReplaceAll(fit(value), "\r\n", "\n") // the reader joins them
				if got := rows[i][column]; got != want {
					t.Errorf("%s row %d: %s is %.80q, want %.80q", format, i, column, got, want)
				}
			}
		}
	}
}

// Whatever separates cells, none begins as a formula.
func TestCSVHasNoFormula(t *testing.T) {
	for _, row := range table(t, writtenAs(t, "csv", besieged(), Options{})) {
		for column, value := range row {
			for cell := range strings.FieldsFuncSeq(value, func(r rune) bool { return strings.ContainsRune(";\t\n", r) }) {
				if strings.IndexAny(strings.TrimLeft(cell, ` "`), formulaSigns) == 0 {
					t.Errorf("%s begins a formula: %.80q", column, cell)
				}
			}
		}
	}
}

func TestTame(t *testing.T) {
	for in, want := range map[string]string{
		"plain": "plain", "a=b": "a=b", "=1": "'=1", "-1": "'-1", " +1": " '+1", "＝1": "'＝1", "\t=1": "\t'=1", "a; =1": "a; '=1", "x\r\n@y": "x\n'@y", "\x1b[m": `\x1b[m`,
	} {
		if got := tame(in); got != want {
			t.Errorf("tame(%q) = %q, want %q", in, got, want)
		}
	}
}

// What was counted and not listed has a row that says so.
func TestCSVCountsUnlisted(t *testing.T) {
	r := &Report{Recommendations: recsOf(Fail)}
	r.Recommendations[0].Counts = map[string]int{Fail: 1, Pass: 5000}
	rec := &r.Recommendations[0]
	for _, status := range []string{Fail, Pass} {
		r.Results = append(r.Results, Result{Profile: rec.Profile, ID: rec.ID, Target: "web01", Status: status})
	}
	rows := table(t, writtenAs(t, "csv", r, Options{}))
	if len(rows) != 3 || !strings.HasPrefix(rows[2]["message"], "4999 more") || rows[2]["status"] != Pass {
		t.Errorf("got %v, want a third row for 4999 passes", rows)
	}
}

func TestSpots(t *testing.T) {
	for origin, want := range map[string][]spot{
		"/etc/ssh/sshd_config.d/50-x.conf:3":                      {{path: "/etc/ssh/sshd_config.d/50-x.conf", line: 3}},
		"/etc/a b.conf:3":                                         {{path: "/etc/a b.conf", line: 3}},
		"/etc/a:1, /etc/b:2":                                      {{path: "/etc/a", line: 1}, {path: "/etc/b", line: 2}},
		"flag of pid 812 (/lib/systemd/system/docker.service:13)": {{path: "/lib/systemd/system/docker.service", line: 13}},
		"GET /containers/web/json HostConfig.Privileged":          {{path: "/containers/web/json", api: true}},
		"GET /info LiveRestoreEnabled (built-in default; not set in /etc/docker/daemon.json)": {{path: "/etc/docker/daemon.json"}, {path: "/info", api: true}},
		"stat /etc/shadow":   {{path: "/etc/shadow"}},
		"/etc/x:0":           {{path: "/etc/x:0"}},
		"every file of /":    nil,
		"built-in default":   nil,
		"systemd: x.service": nil,
		"":                   nil,
	} {
		got := spots(&Result{Status: Fail, Evidence: evidenceOf("x", "false", "", "", "", origin)})
		if !slices.Equal(got, want) {
			t.Errorf("%q: got %v, want %v", origin, got, want)
		}
	}
}
