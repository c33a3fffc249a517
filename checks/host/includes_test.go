package host

import (
	"fmt"
	"strings"
	"testing"
)

// TestIncludesMultiply: a few small files can ask for more reads than there is time
// for, at no great depth and without a circle. What they set is then unknown.
func TestIncludesMultiply(t *testing.T) {
	for _, tt := range []struct{ fact, key, attr, first, dir, include string }{
		{"sshd", "", "permitrootlogin", sshd92 + "-- etc/ssh/sshd_config --\n", "etc/ssh/", "Include %d"},
		{"sudoers", "", "complete", "-- usr/bin/sudo --\n-- etc/sudoers --\n", "etc/", "@include %d"},
		{"pam", "sshd", "nullok", "-- etc/pam.d/sshd --\n", "etc/pam.d/", "@include %d"},
		{"aide", "", "database", "-- etc/aide/aide.conf --\n", "etc/aide/", "@@include /etc/aide/%d"},
		{"chrony", "", "sources", "-- etc/chrony/chrony.conf --\n", "etc/chrony/", "include /etc/chrony/%d"},
	} {
		root := tt.first
		for level := range 8 {
			root += strings.Repeat(fmt.Sprintf(tt.include+"\n", level), 20) + fmt.Sprintf("-- %s%d --\n", tt.dir, level)
		}
		r := read(inline(t, root), tt.fact, tt.key)
		if r.Err == nil && r.At(tt.attr).Err == nil {
			t.Errorf("%s: %s is known", tt.fact, tt.attr)
		}
	}
}
