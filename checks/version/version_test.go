package version

import "testing"

func TestCompare(t *testing.T) {
	for _, tt := range []struct {
		manager, a, b string
		want          int
	}{
		{"dpkg", "1.5.2-6", "1.5.2-6+deb12u1", -1},
		{"dpkg", "1.5.2-6+deb12u1", "1.5.2-6", 1},
		{"dpkg", "1.10", "1.9", 1},
		{"dpkg", "1.0~rc1", "1.0", -1},
		{"dpkg", "1.0~~", "1.0~", -1},
		{"dpkg", "1:1.0", "2.0", 1},
		{"dpkg", "1.0a", "1.0", 1},
		{"dpkg", "1.0a", "1.0+", -1}, // letters before all else
		{"dpkg", "1.01", "1.1", 0},
		{"dpkg", "1.4.0-11ubuntu2.4", "1.4.0-11ubuntu2", 1},
		{"dpkg", "1.5.2-6", "1.5.2", 0}, // a minimum without a revision
		{"dpkg", "2.0-1-3", "2.0-1-2", 1},
		{"rpm", "1.5.1-19.el9", "1.5.1-9.el9", 1},
		{"rpm", "1.0~rc1", "1.0", -1},
		{"rpm", "1.0^git1", "1.0", 1},
		{"rpm", "1.0^git1", "1.0.1", -1},
		{"rpm", "1.0^", "1.0^", 0},
		{"rpm", "1.0^git1", "1.0^git2", -1},
		{"rpm", "1.0~rc1^git1", "1.0~rc1", 1},
		{"rpm", "1.0a", "1.0", 1},
		{"rpm", "1.a", "1.1", -1}, // digits are newer than letters
		{"rpm", "1_0", "1.0", 0},
		{"rpm", "2.0.1", "2.0.1a", -1},
		{"rpm", "10xyz", "10.1xyz", -1},
		{"rpm", "0:1.2", "1.2", 0},
		{"rpm", "2:1.2", "3.4", 1},
	} {
		if got := Compare(tt.manager, tt.a, tt.b); got != tt.want {
			t.Errorf("Compare(%s, %q, %q) = %d; want %d", tt.manager, tt.a, tt.b, got, tt.want)
		}
		if got := Compare(tt.manager, tt.b, tt.a); got != -tt.want {
			t.Errorf("Compare(%s, %q, %q) = %d; want %d", tt.manager, tt.b, tt.a, got, -tt.want)
		}
	}
}

func FuzzCompare(f *testing.F) {
	f.Add("1:1.0~rc1-1", "1.0^git-1.el9")
	f.Fuzz(func(t *testing.T, a, b string) {
		for _, m := range []string{"dpkg", "rpm"} {
			if got, back := Compare(m, a, b), Compare(m, b, a); got != -back {
				t.Errorf("Compare(%s, %q, %q) = %d, and the other way round %d", m, a, b, got, back)
			}
		}
	})
}
