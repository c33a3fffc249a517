package docker

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"scantling/checks/fact"
)

func mustRelease(t testing.TB, s string) release {
	t.Helper()
	r, err := parseRelease(s)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestReleaseOrder(t *testing.T) {
	rising := []string{"1.0.0-rc7", "1.0.0-rc93", "1.0.0-rc95", "1.0.0", "1.1.5", "1.1.12", "1.2.0-rc.3", "1.2.0", "1.2.8",
		"1.4.0-beta.2", "1.4.0-rc.2", "1.4.0-rc.3", "1.4.0", "1.10.0", "18.09.2-ce", "19.03.1", "29.9.0", "29.10.0"}
	for i, a := range rising {
		for j, b := range rising {
			got := mustRelease(t, a).compare(mustRelease(t, b))
			if want := min(max(i-j, -1), 1); got != want {
				t.Errorf("%s against %s: %d, want %d", a, b, got, want)
			}
		}
	}
}

func TestParseReleaseSuffix(t *testing.T) {
	for in, want := range map[string]string{
		"v1.7.27": "", "20.10.24+dfsg1": "+dfsg1", "1.6.20~ds1": "~ds1", "1.1.12-0ubuntu3.1": "-0ubuntu3.1", "27.3.1-1.fc40": "-1.fc40",
		"1.2.4.el9": ".el9", "25.0.8.amzn2023": ".amzn2023", "1.4.0-rc.3": "", "18.06.2-ce": "", "29.1.0-rc.1+azl3": "+azl3",
	} {
		if got := mustRelease(t, in).suffix; got != want {
			t.Errorf("suffix of %s: %q, want %q", in, got, want)
		}
	}
	for _, in := range []string{"", "dev", "v", "29", "1.x.2", "library-import"} {
		if r, err := parseRelease(in); err == nil {
			t.Errorf("parseRelease(%q) = %v, want an error", in, r)
		}
	}
}

func TestHoleIn(t *testing.T) {
	h, err := parseHole([]string{"CVE", "runc", "1.0.0-rc93", "1.3.3 1.2.8 1.4.0-rc.3", "", ""})
	if err != nil {
		t.Fatal(err)
	}
	for in, want := range map[string]bool{
		"1.0.0-rc92": false, // older than the fault
		"1.0.0-rc93": true,
		"1.1.15":     true, // a branch without a fix
		"1.2.7":      true,
		"1.2.8":      false,
		"1.3.2":      true, // newer than a fix of an older branch
		"1.3.3":      false,
		"1.4.0-rc.2": true,
		"1.4.0-rc.3": false,
		"1.4.0":      false,
		"1.5.0-rc.1": false, // newer than every branch named
	} {
		if got := h.in(mustRelease(t, in)); got != want {
			t.Errorf("hole in %s: %v, want %v", in, got, want)
		}
	}
}

func TestComponentTable(t *testing.T) {
	tab, err := componentTable()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, h := range tab.holes {
		if key := h.component + h.id; seen[key] {
			t.Errorf("%s of %s stands twice", h.id, h.component)
		} else {
			seen[key] = true
		}
		if newest := tab.newest(h.component); h.in(newest) {
			t.Errorf("%s: the newest %s, %s, has it", h.id, h.component, newest)
		}
		for i := 1; i < len(h.fixed); i++ {
			if h.fixed[i].branchCompare(h.fixed[i-1]) == 0 {
				t.Errorf("%s names the branch of %s twice", h.id, h.fixed[i])
			}
		}
	}
	for _, b := range tab.branches {
		if b.newest != nil && (b.newest.major != b.major || b.minor >= 0 && b.newest.minor != b.minor) {
			t.Errorf("branch %d.%d of %s: %s is not of it", b.major, b.minor, b.component, b.newest)
		}
	}
}

func TestJudgeComponent(t *testing.T) {
	tab, err := componentTable()
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name, version string
		holes         string // one that it has, or none
		fixedIn       string
		newest        string
		supported     string
	}{
		{"Engine", "29.10.0", "none", "", "29.10.0", "true"},
		{"Engine", "29.11.1", "none", "", "29.11.1", "true"}, // newer than the table
		{"Engine", "30.0.0", "none", "", "30.0.0", "null"},
		{"Engine", "29.3.0", "CVE-2026-34040", "29.9.0", "29.10.0", "true"},
		{"Engine", "28.5.2", "CVE-2026-41567", "29.9.0", "29.10.0", "false"},
		{"Engine", "18.09.9", "CVE-2021-41091", "29.9.0", "29.10.0", "false"},
		{"containerd", "v1.7.33", "none", "", "2.3.5", "false"},
		{"containerd", "2.2.4", "CVE-2026-47262", "2.2.5", "2.3.5", "false"},
		{"containerd", "2.3.2", "CVE-2026-53495", "2.3.5", "2.3.5", "true"},
		{"containerd", "2.0.10", "none", "", "2.0.10", "true"},
		{"runc", "1.3.6", "none", "", "1.3.6", "null"},
		{"runc", "1.1.11", "CVE-2024-21626", "1.3.6", "1.5.1", "false"},
		{"runc", "1.4.0-rc.2", "CVE-2025-31133", "1.4.3", "1.4.3", "true"},
	} {
		n := &fact.Notes{}
		s := tab.judge(Component{Name: tt.name, Version: tt.version}, false, time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC), n)
		supported := "null"
		if s.Supported != nil {
			supported = spell(*s.Supported)
		}
		got := []string{s.FixedIn, s.Newest, supported}
		if diff := cmp.Diff(got, []string{tt.fixedIn, tt.newest, tt.supported}); diff != "" {
			t.Errorf("%s %s: fixed in, newest, supported, got then want:\n%s%v", tt.name, tt.version, diff, s.Vulnerabilities)
		}
		if all := strings.Join(s.Vulnerabilities, " "); tt.holes == "none" && all != "" || tt.holes != "none" && !strings.Contains(all, tt.holes) {
			t.Errorf("%s %s: vulnerabilities %q, want %s", tt.name, tt.version, all, tt.holes)
		}
	}
}

func TestBranchEndsWithItsDay(t *testing.T) {
	tab, err := componentTable()
	if err != nil {
		t.Fatal(err)
	}
	for day, want := range map[string]bool{"2026-11-06T23:59:59Z": true, "2026-11-07T00:00:00Z": false} {
		now, err := time.Parse(time.RFC3339, day)
		if err != nil {
			t.Fatal(err)
		}
		if _, got := tab.standing("containerd", mustRelease(t, "2.2.5"), now); got == nil || *got != want {
			t.Errorf("containerd 2.2 on %s: supported %v, want %v", day, got, want)
		}
	}
}

func TestDistributionBuild(t *testing.T) {
	upstream := Version{PlatformName: "Docker Engine - Community"}
	commit := func(c string) map[string]string { return map[string]string{"GitCommit": c} }
	for _, tt := range []struct {
		name string
		v    Version
		c    Component
		want bool
	}{
		{"Docker's engine", upstream, Component{"Engine", "28.5.2", commit("ecc6942")}, false},
		{"Docker's containerd", upstream, Component{"containerd", "v1.7.29", commit("442cb34bda9a6a0fed82a2ca7cade05c5c749582")}, false},
		{"Docker's runc", upstream, Component{"runc", "1.3.3", commit("v1.3.3-0-gd842d77")}, false},
		{"Debian's engine", Version{}, Component{"Engine", "20.10.24+dfsg1", commit("5d6db84")}, true},
		{"Debian's containerd", Version{}, Component{"containerd", "1.6.20~ds1", commit("1.6.20~ds1-1+deb12u3")}, true},
		{"Ubuntu's engine shows in its commit only", Version{}, Component{"Engine", "24.0.7", commit("24.0.7-0ubuntu2")}, true},
		{"Ubuntu's containerd names no commit", Version{}, Component{"containerd", "1.7.12", commit("")}, true},
		{"Fedora's and Amazon's engines name no platform", Version{}, Component{"Engine", "25.0.8", commit("71907ca")}, true},
		{"a distribution's runc under Docker's engine", upstream, Component{"runc", "1.1.12-0ubuntu3.1", commit("")}, true},
	} {
		if got := isDistribution(tt.v, tt.c); got != tt.want {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}

func TestDistributionBuildIsNotJudged(t *testing.T) {
	n := &fact.Notes{}
	s := table{date: "2026-11-22"}.judge(Component{Name: "runc", Version: "1.1.5+ds1"}, true, time.Now(), n)
	for _, attr := range []string{"vulnerabilities", "fixed_in", "supported"} {
		remedy, unavailable := fact.Remedy(n.At(attr, nil).Err)
		if !unavailable || remedy == "" {
			t.Errorf("%s: %v, want unknown with a remedy", attr, n.At(attr, nil).Err)
		}
	}
	if !s.DistributionBuild || s.Version != "1.1.5+ds1" {
		t.Errorf("got %+v", s)
	}
}

func FuzzParseRelease(f *testing.F) {
	f.Add("1.4.0-rc.3", "v20.10.24+dfsg1")
	f.Fuzz(func(t *testing.T, a, b string) {
		x, err1 := parseRelease(a)
		y, err2 := parseRelease(b)
		if err1 != nil || err2 != nil {
			return
		}
		if x.compare(y) != -y.compare(x) {
			t.Errorf("%q against %q: %d, and the other way %d", a, b, x.compare(y), y.compare(x))
		}
		again, err := parseRelease(x.String())
		if err != nil || again.compare(x) != 0 {
			t.Errorf("%q spelled %s is another release, %v", a, x, err)
		}
	})
}
