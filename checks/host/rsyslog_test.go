package host

import (
	"testing"
)

// rsyslogMain is Debian's file, cut short, with what people add.
const rsyslogMain = `-- etc/rsyslog.conf --
module(load="imuxsock") # local messages
#module(load="imudp")
/* input(type="imtcp"
   port="514") */
$FileOwner root
$FileCreateMode 0640
$Umask 0022
auth,authpriv.*			/var/log/auth.log
$IncludeConfig /etc/rsyslog.d/*.conf
*.*;auth,authpriv.none		-/var/log/syslog
:msg, contains, "x y"  ?dyn;form
& stop
if $programname == 'then' then {
	action(type="omfile"
		File="/var/log/new.log"   # a comment
		fileCreateMode = "0600")
	stop
}
else @@(o)backup.example:6514;tpl
*.emerg				:omusrmsg:*
`

func TestRsyslog(t *testing.T) {
	h := inline(t, rsyslogMain+`-- etc/rsyslog.d/10-a.conf --
$filecreatemode 0666
cron.* /var/log/cron.log
$IncludeConfig /etc/rsyslog.d/10-a.conf.none
-- etc/rsyslog.d/20-b.conf --
Module(Load="builtin:omfile" FileCreateMode="0644")
ACTION(TYPE="omfile" dynaFile="per-host")
*.info action(type="omfwd" target="log.example" port="6514" protocol="tcp"
  StreamDriver="gtls" StreamDriverMode="1" StreamDriverPermittedPeers=["a","b"])
$ActionSendStreamDriverMode 1
$DefaultNetstreamDriver gtls
*.* @@log2.example
*.* @log3.example
global(DefaultNetstreamDriverCAFile="/etc/ssl/ca.pem")
-- etc/rsyslog.d/.hidden.conf --
module(load="imtcp")
-- etc/rsyslog.d/x.txt --
module(load="imtcp")
`)
	want := Rsyslog{
		Exists: true,
		Files: []RsyslogFile{
			{"/var/log/auth.log", "0640", "/etc/rsyslog.conf:8"},
			{"/var/log/cron.log", "0644", "/etc/rsyslog.d/10-a.conf:2"},
			{"per-host", "0644", "/etc/rsyslog.d/20-b.conf:2"},
			{"/var/log/syslog", "0644", "/etc/rsyslog.conf:10"}, // the included file's mode still holds
			{"?dyn", "0644", "/etc/rsyslog.conf:11"},
			{"/var/log/new.log", "0600", "/etc/rsyslog.conf:14"},
		},
		Forwards: []RsyslogForward{
			{"log.example", "tcp", ptr("gtls"), true, "/etc/rsyslog.d/20-b.conf:3"},
			{"log2.example", "tcp", ptr("gtls"), true, "/etc/rsyslog.d/20-b.conf:7"},
			{"log3.example", "udp", ptr("gtls"), false, "/etc/rsyslog.d/20-b.conf:8"},
			{"backup.example:6514", "tcp", ptr("gtls"), false, "/etc/rsyslog.conf:19"},
		},
		StreamDriver: ptr("gtls"), CAFile: ptr("/etc/ssl/ca.pem"),
		Rules: []string{
			"auth,authpriv.* /var/log/auth.log", "cron.* /var/log/cron.log", "omfile per-host", "*.info omfwd log.example", "*.* @@log2.example",
			"*.* @log3.example", "*.*;auth,authpriv.none -/var/log/syslog", `:msg, contains, "x y" ?dyn`, `:msg, contains, "x y" stop`,
			"if ... omfile /var/log/new.log", "if ... @@(o)backup.example:6514", "*.emerg :omusrmsg:*",
		},
	}
	r := known(t, h, "rsyslog", "", want)
	origin(t, r, "files", "/etc/rsyslog.conf, /etc/rsyslog.d/10-a.conf, /etc/rsyslog.d/20-b.conf")
	known(t, inline(t, ""), "rsyslog", "", Rsyslog{})
	if r := read(inline(t, rsyslogMain+"-- etc/rsyslog.d/a.conf deny --\n"), "rsyslog", ""); r.Err == nil {
		t.Errorf("with an include that cannot be read: %+v; want an error", r.Value())
	}
}

func TestRsyslogReceivers(t *testing.T) {
	for _, tt := range []struct{ conf, want string }{
		{"module(load=\"imtcp\")\n", "module imtcp (/etc/rsyslog.conf:1)"},
		{"\n$ModLoad imudp.so\n", "module imudp (/etc/rsyslog.conf:2)"},
		{"$modload imtcp # x\n", "module imtcp (/etc/rsyslog.conf:1)"},
		{"$UDPServerRun 514\n", "$udpserverrun 514 (/etc/rsyslog.conf:1)"},
		{"$InputTCPServerRun 10514", "$inputtcpserverrun 10514 (/etc/rsyslog.conf:1)"},
		{"input(\n type='imtcp'\n port='601'\n)", "input imtcp, port 601 (/etc/rsyslog.conf:1)"},
		{"ruleset(name=\"r\") {\n input(type=\"imudp\") }", "input imudp, port 514 (/etc/rsyslog.conf:2)"},
		{"input(type=\"imptcp\" path=\"/run/x\")\nmodule(load=\"imfile\")\n", ""},
	} {
		got := read(inline(t, "-- etc/rsyslog.conf --\n"+tt.conf), "rsyslog", "").Value().(Rsyslog).Receivers
		if len(got) > 1 || places(got) != tt.want {
			t.Errorf("%q: %q; want %q", tt.conf, got, tt.want)
		}
	}
}

// TestRsyslogLoop: a file that includes itself, and the newer form of include.
func TestRsyslogLoop(t *testing.T) {
	h := inline(t, "-- etc/rsyslog.conf --\ninclude(file=\"/etc/rsyslog.d/\" mode=\"optional\")\n-- etc/rsyslog.d/a --\n$IncludeConfig /etc/rsyslog.d/a\nlocal0.* /x\n")
	if got := read(h, "rsyslog", "").Value().(Rsyslog); len(got.Files) != includeDepth {
		t.Errorf("%d files; want %d", len(got.Files), includeDepth)
	}
}

func FuzzRsyslog(f *testing.F) {
	f.Add([]byte(rsyslogMain))
	f.Add([]byte("if (x == \"then\") then { action(type=\"a\" b=[\"c\",'d']) } else stop\n*.* -/x\\\ny"))
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, s := range parseRsyslog("f", b) {
			if s.origin == "" || s.kind == rsyslogObject && s.name == "" {
				t.Errorf("%q: %+v", b, s)
			}
		}
	})
}
