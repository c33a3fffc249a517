package host

import (
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"scantling/checks/fact"
)

const intel = "-- lib64/ld-linux-x86-64.so.2 --\n"

// withRules is a machine whose disk and kernel have these rules.
func withRules(t *testing.T, root, rules string) *Host {
	return loaded(t, inline(t, root+"-- etc/audit/rules.d/50-x.rules --\n"+rules), rules, nil)
}

// TestAuditRulesSpelling: a demand is met by every spelling that records as much.
func TestAuditRulesSpelling(t *testing.T) {
	const (
		watch  = "-w /etc/sudoers -p wa"
		time   = "-a always,exit -S adjtimex,settimeofday -k time"
		clock  = "-a always,exit -F arch=b64 -S clock_settime -F a0=0x0"
		people = "-a always,exit -F arch=b64 -S unlink,rename -F auid>=UID_MIN -F auid!=unset"
		user   = "-a always,exit -F arch=b64 -S execve -C euid!=uid -F auid!=unset"
		denied = "-a always,exit -F arch=b64 -S openat -F exit=-EACCES -F auid>=UID_MIN -F auid!=unset"
		chcon  = "-a always,exit -F path=/usr/bin/chcon -F perm=x -F auid>=UID_MIN -F auid!=unset"
	)
	for _, tt := range []struct{ demand, rules, lacks string }{
		{watch, "-w /etc/sudoers -p wa -k scope", ""},
		{watch, "-w /etc/sudoers -p rwxa", ""},
		{watch, "-w /etc -p aw", ""}, // the directory above
		{watch, "-a exit,always -F path=/etc/sudoers -F perm=wa -F key=x", ""},
		{watch, "-a always,exit -F arch=b64 -F path=/etc/sudoers -F perm=wa\n-a always,exit -F arch=b32 -F path=/etc/sudoers -F perm=wa", ""},
		{watch, "-a always,exit -F arch=b64 -F path=/etc/sudoers -F perm=wa", "-a always,exit -F arch=b32 -F path=/etc/sudoers -F perm=wa"},
		{watch, "-w /etc/sudoers -p w\n-w /etc/sudoers -p a", ""},
		{watch, "-w /etc/sudoers -p w", "-w /etc/sudoers -p a"},
		{watch, "-a always,exit -F path=/etc/sudoers -F perm=wa -F auid>=1000", watch},
		{watch, "-w /etc/sudoers.d -p wa", watch},
		{"-w /etc/localtime -p wa", "-w /etc/localtime -p wa", ""}, // the link itself, which is what changes
		{"-w /etc/sudoers.d -p wa", "-w /etc/sudoers.d/ -p wa", ""},
		{"-w /etc/sudoers.d -p wa", "-a always,exit -F dir=/etc/sudoers.d/ -F perm=wa", ""},
		{"-w /etc/sudoers.d -p wa", "-a always,exit -F path=/etc/sudoers.d -F perm=wa", "-w /etc/sudoers.d -p wa"}, // the directory alone
		{"-w /var/run/faillock -p wa", "-w /run/faillock -p wa", ""},
		{watch, "# -w /etc/sudoers -p wa", watch},
		{watch, "-a never,exit -F uid=0\n" + watch, watch}, // asked first, and leaves root's own changes out
		{watch, watch + "\n-a never,exit -F uid=0", ""},
		{watch, "-a never,exit -F exe=/usr/bin/backup\n" + watch, ""},
		{watch, "-a never,exclude -F msgtype=SYSCALL\n" + watch, watch},
		{watch, "-a always,exclude -F msgtype=CWD\n" + watch, ""},
		{watch, "-a task,never\n" + watch, watch},

		{time, "-a always,exit -F arch=b64 -S adjtimex -S settimeofday -k t\n-a always,exit -F arch=b32 -S settimeofday,adjtimex", ""},
		{time, "-a always,exit -F arch=b64 -S adjtimex\n-a always,exit -F arch=x86_64 -S settimeofday,adjtimex,stime\n-a always,exit -F arch=b32 -S all", ""},
		{time, "-a always,exit -S adjtimex,settimeofday", "-a always,exit -F arch=b32 -S adjtimex,settimeofday -k time"}, // the numbers of 64 bits
		{time, "-a always,exit -F arch=b64 -S adjtimex\n-a always,exit -F arch=b32 -S adjtimex,settimeofday", "-a always,exit -F arch=b64 -S settimeofday -k time"},
		{time, "-a never,exit -F arch=b64 -S adjtimex\n-a always,exit -F arch!=b32 -S adjtimex,settimeofday\n-a always,exit -F arch=b32 -S all", "-a always,exit -F arch=b64 -S adjtimex -k time"},
		{time, "-a never,exit -F arch=b64 -S adjtimex -F auid=unset -F subj_type=chronyd_t\n-a always,exit -F arch=b64 -S adjtimex,settimeofday\n-a always,exit -F arch=b32 -S all", ""},

		{clock, "-a always,exit -F arch=b64 -S clock_settime -F a0=0", ""},
		{clock, "-a always,exit -F arch=b64 -S 227", ""}, // by number, whatever the clock
		{clock, "-a always,exit -F arch=b64 -S clock_settime -F a0=1", "-a always,exit -F arch=b64 -S clock_settime -F a0=0"},

		{people, "-a always,exit -F arch=b64 -S rename,unlink -F auid>=1000 -F auid!=-1", ""},
		{people, "-a always,exit -F arch=b64 -S rename,unlink -F auid!=4294967295 -F auid>=500", ""},
		{people, "-a always,exit -F arch=b64 -S rename,unlink -F auid>999", ""},
		{people, "-a always,exit -F arch=b64 -S rename,unlink", ""},
		{people, "-a always,exit -F arch=b64 -S rename,unlink -F auid>=1001", "-a always,exit -F arch=b64 -S unlink,rename -F auid>=1000 -F auid!=unset"},
		{people, "-a never,exit -F auid=1001\n-a always,exit -F arch=b64 -S rename,unlink", "-a always,exit -F arch=b64 -S unlink,rename -F auid>=1000 -F auid!=unset"},
		{people, "-a never,exit -F auid=root\n-a always,exit -F arch=b64 -S rename,unlink", ""},
		{people, "-a always,exit -F arch=b64 -S rename,unlink -F success=1", "-a always,exit -F arch=b64 -S unlink,rename -F auid>=1000 -F auid!=unset"},

		{user, "-a always,exit -F arch=b64 -C uid!=euid -F auid!=-1 -S execve", ""},
		{user, "-a always,exit -F arch=b64 -S execve,execveat", ""},
		{user, "-a always,exit -F arch=b64 -C gid!=egid -S execve", "-a always,exit -F arch=b64 -S execve -C euid!=uid -F auid!=unset"},

		{denied, "-a always,exit -F arch=b64 -S openat,open -F exit=-13 -F auid>=1000 -F auid!=unset", ""},
		{denied, "-a always,exit -F arch=b64 -S openat -F success=0", ""},
		{denied, "-a always,exit -F arch=b64 -S openat -F exit<0", ""},
		{denied, "-a always,exit -F arch=b64 -S openat -F exit=-EPERM", "-a always,exit -F arch=b64 -S openat -F exit=-EACCES -F auid>=1000 -F auid!=unset"},

		{chcon, "-a always,exit -F path=/bin/chcon -F perm=x -F auid>=1000 -F auid!=unset -F key=priv", ""}, // /bin is a link
		{chcon, "-a always,exit -F arch=b64 -S execve -F path=/usr/bin/chcon\n-a always,exit -F arch=b32 -F dir=/usr/bin -F perm=x", ""},
		{chcon, "-w /usr/bin/chcon -p x", ""},
		{chcon, "-w /usr/bin/chcon -p wa", "-a always,exit -F path=/usr/bin/chcon -F perm=x -F auid>=1000 -F auid!=unset"},
	} {
		const root = intel + "-- etc/sudoers --\n-- etc/sudoers.d/ --\n-- usr/bin/chcon --\n-- bin -> usr/bin --\n-- etc/localtime -> /usr/share/zoneinfo/UTC --\n-- usr/share/zoneinfo/UTC --\n-- var/run -> ../run --\n-- run/ --\n-- etc/passwd --\nroot:x:0:0::/:/x\n"
		r := read(withRules(t, root, tt.rules+"\n"), "audit_rules", tt.demand)
		got := r.Value().(AuditRules)
		if r.Err != nil || len(r.Gaps("")) > 0 || strings.Join(got.NotLoaded, "\n") != tt.lacks || strings.Join(got.NotPersisted, "\n") != tt.lacks {
			t.Errorf("%s\nby %s:\n%+v, %v %v; want %q", tt.demand, tt.rules, got, r.Err, r.Gaps(""), tt.lacks)
		}
	}
}

// TestAuditRulesArch: what an architecture does not have is not asked for.
func TestAuditRulesArch(t *testing.T) {
	const demand = "-a always,exit -S open,openat,query_module\n-a always,exit -S create_module"
	for _, tt := range []struct {
		root string
		want []string
	}{
		{"-- lib/ld-linux-aarch64.so.1 --\n-- lib/modules/6/config --\nCONFIG_ARM64=y\n", []string{"-a always,exit -F arch=b64 -S openat"}},
		{"-- lib/ld-linux-aarch64.so.1 --\n", []string{"-a always,exit -F arch=b64 -S openat", "-a always,exit -F arch=b32 -S open,openat"}},
		{"-- lib/ld-linux-armhf.so.3 --\n", []string{"-a always,exit -F arch=b32 -S open,openat"}},
		{intel + "-- lib/modules/6/ --\n-- boot/config-6 --\n\nCONFIG_IA32_EMULATION=n\n", []string{"-a always,exit -F arch=b64 -S open,openat,query_module", "-a always,exit -F arch=b64 -S create_module"}},
	} {
		if got := known(t, inline(t, tt.root), "audit_rules", demand, AuditRules{tt.want, nil, tt.want}).Value().(AuditRules); !slices.Equal(got.Demanded, tt.want) {
			t.Errorf("%q: %q; want %q", tt.root, got.Demanded, tt.want)
		}
	}
	denied(t, read(inline(t, ""), "audit_rules", demand), "not_persisted")
}

// TestAuditRulesCount: what lacks whole is as many rules as are asked for; a watch
// is one for both kinds of programs, a call is one for each.
func TestAuditRulesCount(t *testing.T) {
	const demand = "-w /etc/passwd -p wa\n-a always,exit -F path=/bin/su -F perm=x -F auid>=1000\n-a always,exit -S mount"
	want := []string{
		"-w /etc/passwd -p wa", "-a always,exit -F path=/bin/su -F perm=x -F auid>=1000",
		"-a always,exit -F arch=b64 -S mount", "-a always,exit -F arch=b32 -S mount",
	}
	got := known(t, inline(t, intel+"-- etc/passwd --\n"), "audit_rules", demand, AuditRules{want, nil, want}).Value().(AuditRules)
	if !slices.Equal(got.Demanded, want) {
		t.Errorf("%q", got.Demanded)
	}
}

func TestAuditRulesOrigin(t *testing.T) {
	h := withRules(t, intel+"-- etc/login.defs --\nUID_MIN 500\nUID_MIN\t\t0x7d0\n", "-a always,exit -F arch=b64 -S mount -F auid>=2000\n")
	r := read(h, "audit_rules", "-a always,exit -F arch=b64 -S mount -F auid>=UID_MIN")
	origin(t, r, "not_persisted", "/etc/audit/rules.d/50-x.rules:1")
	origin(t, r, "not_loaded", auditNetlink)
	if got := r.Value().(AuditRules); len(got.NotPersisted) > 0 {
		t.Errorf("got %+v; want UID_MIN 2000", got)
	}
	r = read(withRules(t, intel, "-w /etc/x -p w\n-a always,exit -F path=/etc/x -F perm=a -F uid=0\n"), "audit_rules", "-w /etc/x -p wa")
	if remark := r.At("not_persisted").Remark; !strings.Contains(remark, "rules:2) is only for uid=0") {
		t.Errorf("remark %q; want the rule that is narrower", remark)
	}
	for _, bad := range []string{"-w etc", "-a never,exit -S open", "-D", "-a always,task", "-k x"} {
		if r := read(h, "audit_rules", bad); r.Err == nil {
			t.Errorf("demand %q: got %+v; want an error", bad, r.Value())
		}
	}
	denied(t, read(machine(t, "host-closed"), "audit_rules", "-w /x -p wa"), "not_persisted")
	denied(t, read(inline(t, intel+"-- etc/login.defs deny --\n"), "audit_rules", "-a always,exit -S open -F auid>=UID_MIN"), "demanded")
}

// TestAuditBroken: auditctl ends at a line that it cannot take, unless told to go on.
func TestAuditBroken(t *testing.T) {
	for _, tt := range []struct {
		rules string
		ok    bool
	}{
		{"-w /a -p wa\n-w b -p wa\n", true}, // what stands above is loaded
		{"-w b -p wa\n-w /a -p wa\n", false},
		{"-c\n-w b -p wa\n-w /a -p wa\n", true},
		{"-i\n-a always,exit -S open -F arch=b64\n-w /a -p wa\n", true},
		{"-a always,exit -S open -F arch=b64\n-w /a -p wa\n", false},
	} {
		r := read(inline(t, intel+"-- etc/audit/rules.d/a.rules --\n"+tt.rules), "audit_rules", "-w /a -p wa")
		if got := r.At("not_persisted").Err == nil && r.Value().(AuditRules).NotPersisted == nil; got != tt.ok {
			t.Errorf("%q: met %v, %v; want %v", tt.rules, got, r.At("not_persisted").Err, tt.ok)
		}
	}
}

func TestAuditState(t *testing.T) {
	const disk = "-D\n-b 8192\n-f 1\n-e 1\n-w /b -p wa -k x\n-a always,exit -F arch=b64 -S execve,open -F auid!=-1\n-w /c\n-w /d -p w\n"
	h := inline(t, intel+"-- etc/audit/rules.d/10.rules --\n"+disk+"-- etc/audit/rules.d/9.rules --\n-e 2\n-- etc/audit/rules.d/99-finalize.rules --\n-c\n-e 2\n")
	h = loaded(t, h, "-e 1\n-a always,exit -F path=/b -F perm=aw\n-a exit,always -F auid!=4294967295 -F arch=x86_64 -S open -S 59\n-w /c -p rwxa\n-w /e -p w\n", nil)
	r := read(h, "audit", "")
	got := r.Value().(Audit)
	if *got.Live.Enabled != 1 || *got.Persisted.Enabled != 2 || !got.Persisted.ContinueOnError || *got.Persisted.BacklogLimit != 8192 || got.Persisted.RateLimit != nil {
		t.Errorf("got %+v, %+v", got.Live, got.Persisted)
	}
	origin(t, r, "persisted.enabled", "/etc/audit/rules.d/99-finalize.rules:2")
	origin(t, r, "persisted.rate_limit", "no -r in /etc/audit/rules.d")
	if !slices.Equal(got.NotLoaded, []string{"-w /d -p w"}) || !slices.Equal(got.NotOnDisk, []string{"-w /e -p w"}) {
		t.Errorf("drift: not loaded %q, not on disk %q", got.NotLoaded, got.NotOnDisk)
	}
	r = read(loaded(t, inline(t, intel), "", &fact.Unavailable{Why: "refused"}), "audit", "")
	for _, attr := range []string{"live.enabled", "not_loaded", "not_on_disk"} {
		denied(t, r, attr)
	}
	if r.At("persisted.enabled").Err != nil {
		t.Error("what is on disk is unknown with the kernel")
	}
}

func TestDecodeAuditStatus(t *testing.T) {
	got := decodeAuditStatus([]byte{0: 0, 4: 2, 8: 1, 20: 64, 23: 0})
	if got["-e"].value != "2" || got["-f"].value != "1" || got["-b"].value != "64" || got["-r"].value != "0" {
		t.Errorf("got %v", got)
	}
}

// TestAuditCalls holds the table against the numbers of golang.org/x/sys.
func TestAuditCalls(t *testing.T) {
	for name, n := range map[string]uint32{"openat": unix.SYS_OPENAT, "execve": unix.SYS_EXECVE, "fchmodat2": unix.SYS_FCHMODAT2} {
		var u unix.Utsname
		if err := unix.Uname(&u); err != nil {
			t.Fatal(err)
		}
		if got := callsOf(archName(unix.ByteSliceToString(u.Machine[:])))[name]; got != n {
			t.Errorf("%s is %d; want %d", name, got, n)
		}
	}
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "golang.org/x/sys").Output()
	if err != nil {
		t.Skip(err)
	}
	number := regexp.MustCompile(`SYS_(\w+)\s+= (\d+)`)
	for arch, goarch := range map[string]string{"x86_64": "amd64", "i386": "386", "aarch64": "arm64", "arm": "arm", "ppc64le": "ppc64le", "s390x": "s390x"} {
		have := callsOf(arch)
		for _, m := range number.FindAllStringSubmatch(readText(t, strings.TrimSpace(string(dir))+"/unix/zsysnum_linux_"+goarch+".go"), -1) {
			if n, _ := strconv.Atoi(m[2]); have[strings.ToLower(m[1])] != uint32(n) {
				t.Errorf("%s: %s is %d in the table; want %d", arch, strings.ToLower(m[1]), have[strings.ToLower(m[1])], n)
			}
		}
	}
}

func readText(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func FuzzImplies(f *testing.F) {
	f.Add("auid>=1000", "auid!=unset", "auid>500", uint32(1200))
	f.Fuzz(func(t *testing.T, a, b, c string, v uint32) {
		var conds []auditCond
		for _, s := range []string{a, b, c} {
			cond, err := parseCond(s, nil)
			if err != nil || cond.field != "auid" || !cond.isNumber {
				return
			}
			conds = append(conds, cond)
		}
		holds := func(c auditCond) bool {
			r := auditRange{int64(v), int64(v), nil}
			return implies([]auditCond{{field: "auid", op: "=", number: r.low, isNumber: true}}, c)
		}
		if holds(conds[0]) && holds(conds[1]) && implies(conds[:2], conds[2]) && !holds(conds[2]) {
			t.Errorf("%q and %q imply %q, but not for %d", a, b, c, v)
		}
	})
}

func TestAuditRuns(t *testing.T) {
	h := withRules(t, intel+"-- usr/sbin/ --\n", "-a always,exit -F path=/usr/bin/su -F perm=x -F auid>=1000 -F auid!=-1 -k p\n-w /usr/sbin -p x\n-a always,exit -F arch=b64 -F path=/usr/bin/mount -F perm=x\n")
	want := AuditRuns{[]string{"/usr/bin/mount", "/usr/bin/pass wd"}, []string{"/usr/bin/mount", "/usr/bin/pass wd"}, 1000}
	r := known(t, h, "audit_runs", "/usr/bin/su\n/usr/sbin/unix_chkpwd\n/usr/bin/mount\n/usr/bin/pass wd", want)
	origin(t, r, "not_persisted", "/etc/audit/rules.d/50-x.rules:1, /etc/audit/rules.d/50-x.rules:2, /etc/audit/rules.d/50-x.rules:3")
	known(t, h, "audit_runs", "", AuditRuns{UIDMin: 1000})
}
