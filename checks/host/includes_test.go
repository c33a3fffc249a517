package host

import (
	"context"
	"errors"
	"fmt"
	"path"
	"strings"
	"testing"

	"scantling/checks/fact"
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

// TestIncludesEnd: when the time is up, reading ends between two files.
func TestIncludesEnd(t *testing.T) {
	for _, tt := range []struct {
		main, root string
		read       func(*Host, context.Context, *fact.Notes) error
	}{
		{"/etc/ssh/sshd_config", sshd92 + "-- etc/ssh/sshd_config --\nInclude b\n-- etc/ssh/b --\n", func(h *Host, ctx context.Context, n *fact.Notes) error { _, err := readSSHD(h, ctx, n); return err }},
		{"/etc/sudoers", "-- usr/bin/sudo --\n-- etc/sudoers --\n@include b\n-- etc/b --\n", func(h *Host, ctx context.Context, n *fact.Notes) error { _, err := readSudoers(h, ctx, n); return err }},
		{"/etc/pam.d/sshd", "-- etc/pam.d/sshd --\n@include b\n-- etc/pam.d/b --\n", func(h *Host, ctx context.Context, n *fact.Notes) error {
			_, err := readPAM(h, ctx, "sshd", n)
			return err
		}},
		{"/etc/pam.d/sshd", "-- etc/pam.d/sshd --\n@include b\n-- etc/pam.d/b --\n", func(h *Host, ctx context.Context, n *fact.Notes) error { _, err := readFaillock(h, ctx, n); return err }},
	} {
		ctx, cancel := context.WithCancel(t.Context())
		h, late := inline(t, tt.root), false
		h.root = h.root.Noting(func(op, name string) {
			if name = path.Clean("/" + name); op == "read" && name == tt.main {
				cancel()
			}
			late = late || op == "read" && path.Base(name) == "b"
		})
		if err := tt.read(h, ctx, &fact.Notes{}); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v; want the end of the time", tt.main, err)
		}
		if late {
			t.Errorf("%s: its include was read when the time was up", tt.main)
		}
	}
}
