package host

import (
	"slices"
	"testing"
)

func TestMailServer(t *testing.T) {
	const (
		postfix = "-- usr/sbin/postfix --\n-- etc/postfix/main.cf --\n"
		debian  = "-- usr/sbin/exim4 --\n-- etc/exim4/update-exim4.conf.conf --\n"
		exim    = "-- usr/sbin/exim --\n-- etc/exim/exim.conf --\n"
		send    = "-- usr/sbin/sendmail.sendmail --\n-- etc/mail/sendmail.cf --\n"
	)
	for _, tt := range []struct {
		root     string
		listens  []string
		loopback bool
	}{
		{"", nil, true},
		{"-- etc/postfix/main.cf --\ninet_interfaces = all\n", nil, true}, // removed, its settings left
		{postfix + "myhostname = a\n", []string{"all"}, false},
		{postfix + "inet_interfaces = all\ninet_interfaces = loopback-only\n", []string{"loopback-only"}, true},
		{postfix + "inet_interfaces = 127.0.0.1,\n# x\n  [::1]\n", []string{"127.0.0.1", "[::1]"}, true},
		{postfix + "inet_interfaces = localhost, $myhostname\n", []string{"localhost", "$myhostname"}, false},
		{debian + "dc_local_interfaces='127.0.0.1 ; ::1'\n", []string{"127.0.0.1", "::1"}, true},
		{debian + "dc_local_interfaces=''\n", []string{"all"}, false},
		{debian + "dc_local_interfaces='127.0.0.1.587;192.0.2.1'\n", []string{"127.0.0.1", "192.0.2.1"}, false},
		{exim + "  local_interfaces = 127.0.0.1 : ::::1\n", []string{"127.0.0.1", "::1"}, true},
		{exim + "local_interfaces = <; [::1]:25 ; 0.0.0.0\n", []string{"::1", "0.0.0.0"}, false},
		{send + "O DaemonPortOptions=Port=smtp,Addr=127.0.0.1, Name=MTA\n", []string{"127.0.0.1"}, true},
		{send + "O DaemonPortOptions=Name=MTA-v6, Family=inet6, Addr=::1\nO DaemonPortOptions=Name=MTA\n", []string{"::1", "all"}, false},
	} {
		r := read(inline(t, tt.root), "mail_server", "")
		m, ok := r.Value().(MailServer)
		if !ok || !slices.Equal(m.Interfaces, tt.listens) || m.LoopbackOnly != tt.loopback {
			t.Errorf("%s: %+v, %v; want %q, %v", tt.root, m, r.Err, tt.listens, tt.loopback)
		}
	}
	denied(t, read(inline(t, "-- usr/sbin/postfix --\n-- etc/postfix/main.cf deny --\n"), "mail_server", ""), "loopback_only")
	r := read(inline(t, postfix+"\ninet_interfaces = all\n"), "mail_server", "")
	origin(t, r, "loopback_only", "/etc/postfix/main.cf:2")
}

func TestApport(t *testing.T) {
	for _, tt := range []struct {
		root string
		want Apport
	}{
		{"", Apport{false, true}},
		{"-- etc/default/apport --\n# enabled=0\n", Apport{true, true}},
		{"-- etc/default/apport --\nenabled=1\nenabled=0\n", Apport{true, false}},
		{"-- etc/default/apport --\nenabled=\"1\"\n", Apport{true, true}},
	} {
		known(t, inline(t, tt.root), "apport", "", tt.want)
	}
	denied(t, read(inline(t, "-- etc/default/apport deny --\n"), "apport", ""), "enabled")
}

func FuzzMailServer(f *testing.F) {
	f.Add([]byte("inet_interfaces = a,\n b\nlocal_interfaces = <; ::1\nO DaemonPortOptions=Addr=::1\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, a := range mailAgents() {
			list, origin := a.parse("f", b)
			if origin == "" || slices.Contains(list, "") && a.name != "sendmail" {
				t.Errorf("%s: %q from %q", a.name, list, origin)
			}
		}
	})
}
