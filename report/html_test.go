package report

import (
	"bytes"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"
)

func htmlOf(t *testing.T, r *Report, o Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := WriteHTML(&b, r, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// many is a report of n recommendations of every kind.
func many(n int) *Report {
	r := sample()
	recs, results := r.Recommendations, r.Results
	r.Recommendations, r.Results = nil, nil
	for i := 0; len(r.Recommendations) < n; i++ {
		rec := recs[i%len(recs)]
		if rec.Control == "container_name_plain" {
			continue
		}
		id := fmt.Sprintf("%s.%d", rec.ID, i)
		for _, res := range results {
			if res.Profile == rec.Profile && res.ID == rec.ID {
				res.ID = id
				r.Results = append(r.Results, res)
			}
		}
		rec.ID = id
		r.Recommendations = append(r.Recommendations, rec)
	}
	r.Score = Count(r.Recommendations)
	return r
}

// crowded is the same with a hundred objects for each recommendation that fails, no
// two of which say the same.
func crowded(n int) *Report {
	r := many(n)
	for i := range r.Recommendations {
		rec := &r.Recommendations[i]
		if rec.Status != Fail {
			continue
		}
		rec.Counts = map[string]int{Fail: 100}
		for c := range 100 {
			name := fmt.Sprintf("shop-web-%d", c)
			res := Result{Profile: rec.Profile, ID: rec.ID, Control: rec.Control, Target: engine, Subject: name, Status: Fail, Message: name + " is not as it should be",
				Remediation: "Recreate " + name + " with what it needs and nothing else.",
				Evidence:    evidenceOf("container.host_config.memory > 0", "false", "> 0", "container.host_config.memory", fmt.Sprint(-c), "GET /containers/"+name+"/json HostConfig.Memory")}
			r.Results = append(r.Results, res)
		}
	}
	return r
}

func TestHTMLSizes(t *testing.T) {
	for _, tt := range []struct {
		name string
		r    *Report
		most int
	}{
		{"shell", &Report{}, 60_000},
		{"250 recommendations", many(250), 450_000},
		{"with many objects", crowded(250), 450_000},
	} {
		got := len(htmlOf(t, tt.r, Options{}))
		t.Logf("%s: %d bytes", tt.name, got)
		if got > tt.most {
			t.Errorf("%s: got %d bytes; want at most %d", tt.name, got, tt.most)
		}
	}
}

// between returns what stands between two marks, which must be there once.
func between(t *testing.T, page, from, to string) string {
	t.Helper()
	_, rest, ok := strings.Cut(page, from)
	text, after, ended := strings.Cut(rest, to)
	if !ok || !ended || strings.Contains(after, from) {
		t.Fatalf("%s…%s does not stand in the page once", from, to)
	}
	return text
}

// The policy names the one style and the one script as they stand in the page.
func TestHTMLPolicy(t *testing.T) {
	page := htmlOf(t, sample(), Options{})
	policy := html.UnescapeString(between(t, page, `Content-Security-Policy" content="`, `"`))
	style, script := between(t, page, "<style>", "</style>"), between(t, page, "<script>", "</script>")
	for _, want := range []string{"default-src 'none'", "style-src '" + sourceHash(style) + "'", "script-src '" + sourceHash(script) + "'", "base-uri 'none'", "form-action 'none'"} {
		if !strings.Contains(policy, want) {
			t.Errorf("want %q in %q", want, policy)
		}
	}
	for _, unsafe := range []string{"unsafe", "http", "*"} {
		if strings.Contains(policy, unsafe) {
			t.Errorf("got %q in %q", unsafe, policy)
		}
	}
}

var external = regexp.MustCompile(`(?i)(src|srcset|action|poster|background)\s*=|href="[^"]*"|url\(|@import`)

func TestHTMLIsOneFile(t *testing.T) {
	page := htmlOf(t, sample(), Options{})
	for _, hit := range external.FindAllString(strings.ReplaceAll(page, between(t, page, "<script>", "</script>"), ""), -1) {
		if !strings.HasPrefix(hit, `href="#`) && hit != `href="data:,"` {
			t.Errorf("the page asks for something else: %s", hit)
		}
	}
	if n := elements(page)["inline code"]; n > 0 {
		t.Errorf("the policy would refuse %d attributes", n)
	}
}

// chosenBy is a report in which every text that a target or a file can choose is s.
func chosenBy(s string) *Report {
	r := sample()
	r.Run.User, r.Run.Incomplete, r.Run.ID, r.Run.Notices = s, s, s, []string{s}
	r.Tool = Tool{s, s}
	r.Targets[0] = Target{Name: s, Kind: s, Details: map[string]string{s: s}}
	p := &r.Profiles[0]
	p.Title, p.Version, p.Reference, p.SHA256, p.Sections[0].Title = s, s, s, s, s
	r.Facts = append(r.Facts, Fact{Name: s, Key: s, Unknown: []string{s}})
	for i := range r.Recommendations {
		rec := &r.Recommendations[i]
		rec.Title, rec.Severity, rec.Disruption, rec.Reason, rec.Section, rec.Check = s, s, s, s, s, s
		rec.Question, rec.Procedure, rec.Rationale, rec.Impact, rec.Source, rec.Assessment = s, s, s, s, s, s
		rec.Mappings = Mappings{s: {s}}
	}
	for i := range r.Results {
		res := &r.Results[i]
		res.Subject, res.Message, res.Reason, res.Remedy, res.Waiver, res.Remediation = s, s, s, s, s, s
		res.Evidence = evidenceOf(s, "false", s, s, s, s)
	}
	return r
}

func TestHTMLIsHarmless(t *testing.T) {
	attacks := append([]string{
		"<script>alert(1)</script>", `"><img src=x onerror=alert(1)>`, "</style></script><b>", "' onfocus=alert(1) x='", "{{.Tool}}", "javascript:alert(1)", "a&lt;b", "\x00",
	}, nasty...)
	for _, s := range attacks {
		page := htmlOf(t, chosenBy(s), Options{})
		if !utf8.ValidString(page) {
			t.Errorf("%q: the page is not UTF-8", s)
		}
		if i := strings.IndexFunc(page, func(r rune) bool { return harmful(r) && r != '\n' && r != '\t' }); i >= 0 {
			t.Errorf("%q: got %q in the page", s, page[max(0, i-80):i+8])
		}
		if strings.ContainsFunc(s, func(r rune) bool { return harmful(r) && r != '\n' && r != '\t' }) && !strings.Contains(page, `<mark>\`) && !strings.Contains(page, "<mark>\uFFFD") {
			t.Errorf("%q: nothing is marked", s)
		}
		if got := elements(page); got["script"] != 1 || got["style"] != 1 || got["img"] != 0 || got["inline code"] != 0 {
			t.Errorf("%q made elements: %v", s, got)
		}
	}
}

// elements counts the elements of a page by name, and the attributes that hold code.
func elements(page string) map[string]int {
	got := map[string]int{}
	for z := html.NewTokenizer(strings.NewReader(page)); ; {
		switch z.Next() {
		case html.ErrorToken:
			return got
		case html.StartTagToken, html.SelfClosingTagToken:
			tag := z.Token()
			got[tag.Data]++
			for _, a := range tag.Attr {
				if a.Key == "style" || strings.HasPrefix(a.Key, "on") {
					got["inline code"]++
				}
			}
		}
	}
}

func TestHTMLCutsAndSaysSo(t *testing.T) {
	page := htmlOf(t, chosenBy(strings.Repeat("x", 1<<20)), Options{})
	if len(page) > 2<<20 || !strings.Contains(page, " more bytes, in the JSON report") {
		t.Errorf("got %d bytes; want a page that cuts long texts and says so", len(page))
	}
}

func TestHTMLCounts(t *testing.T) {
	r := sample()
	page := htmlOf(t, r, Options{})
	if got := strings.Count(page, `class="row"`); got != len(r.Recommendations) {
		t.Errorf("got %d entries, want %d", got, len(r.Recommendations))
	}
	for _, rec := range r.Recommendations {
		if !strings.Contains(page, fmt.Sprintf(`id="%s/%s"`, rec.Profile, rec.ID)) {
			t.Errorf("%s/%s has no anchor", rec.Profile, rec.ID)
		}
	}
	if fail, pass := strings.Index(page, `data-s="fail" data-v`), strings.Index(page, `data-s="pass" data-v`); fail < 0 || fail > pass {
		t.Error("failures do not come first")
	}
	// 41 containers, of which every tenth is waived: more than are named.
	if all := htmlOf(t, large(), Options{All: true}); strings.Contains(all, "more objects") {
		t.Error("--all leaves objects out")
	}
}

// Every colour of text has a contrast of 4.5 to each ground that it stands on
// (WCAG 2.2, 1.4.3), and edges of controls 3 (1.4.11), light and dark.
func TestHTMLContrast(t *testing.T) {
	colours := map[string][2]string{}
	for _, m := range regexp.MustCompile(`--(\w+): light-dark\((#\w{6}), (#\w{6})\)`).FindAllStringSubmatch(htmlStyle, -1) {
		colours[m[1]] = [2]string{m[2], m[3]}
	}
	for _, name := range []string{"ink", "dim", "link", "fail", "open", "manual", "waived", "pass", "edge"} {
		want := 4.5
		if name == "edge" {
			want = 3
		}
		for _, ground := range []string{"paper", "soft"} {
			for i, scheme := range []string{"light", "dark"} {
				if got := contrast(colours[name][i], colours[ground][i]); got < want {
					t.Errorf("%s on %s, %s: got %.2f, want %.1f", name, ground, scheme, got, want)
				}
			}
		}
	}
	for i := range 2 {
		if got := contrast(colours["ink"][i], colours["mark"][i]); got < 4.5 {
			t.Errorf("marked text: got %.2f", got)
		}
	}
}

func contrast(a, b string) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// luminance is the relative one of WCAG 2.2.
func luminance(colour string) float64 {
	var rgb [3]uint8
	fmt.Sscanf(colour, "#%02x%02x%02x", &rgb[0], &rgb[1], &rgb[2])
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		c := float64(rgb[i]) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}

func TestPieces(t *testing.T) {
	for _, tt := range []struct {
		in, keep string
		want     []piece
	}{
		{"", "", nil},
		{"plain \\x1b text", "", []piece{{`plain \x1b text`, false}}},
		{"a\x1b\x07b", "", []piece{{"a", false}, {`\x1b\x07`, true}, {"b", false}}},
		{"\u202egpj", "", []piece{{`\u202e`, true}, {"gpj", false}}},
		{"a\tb\nc", "\n\t", []piece{{"a\tb\nc", false}}},
		{"a\nb", "", []piece{{"a", false}, {`\n`, true}, {"b", false}}},
		{"bad\xff", "", []piece{{"bad", false}, {"\uFFFD", true}}},
		{"written \uFFFD", "", []piece{{"written \uFFFD", false}}},
		{"数据", "", []piece{{"数据", false}}},
	} {
		if got := pieces(tt.in, tt.keep); !slices.Equal(got, tt.want) {
			t.Errorf("pieces(%q, %q): got %v, want %v", tt.in, tt.keep, got, tt.want)
		}
	}
}
