package host

import (
	"context"
	"errors"
	"reflect"
	"strings"
	"syscall"
	"testing"

	"scantling/checks/fact"
	"scantling/checks/host/rootfs"
)

// loaded returns the machine with these rules in its kernel.
func loaded(t *testing.T, h *Host, rules string, problem error) *Host {
	h.askKernel = func(context.Context) (kernelAudit, error) {
		if problem != nil {
			return kernelAudit{}, problem
		}
		var parsed auditRules
		parsed.parse("", []byte(rules), true, auditReader{h.isWatchedDir, h.idFinder(t.Context())})
		for i := range parsed.rules {
			parsed.rules[i].origin = auditNetlink
		}
		return kernelAudit{auditRules: parsed}, parsed.broken
	}
	return h
}

// TestAuditDisk decides by the parts in rules.d, as the unit of that machine
// runs augenrules.
func TestAuditDisk(t *testing.T) {
	for _, tt := range []struct{ path, perms, origin string }{
		{"/usr/bin/dockerd", "wa", "/etc/audit/rules.d/10-base.rules:4"}, // watched as /bin/dockerd
		{"/bin/dockerd", "wa", "/etc/audit/rules.d/10-base.rules:4"},
		{"/etc/docker", "rwxa", "/etc/audit/rules.d/10-base.rules:5"},
		{"/etc/docker/certs.d/none", "rwxa", "/etc/audit/rules.d/10-base.rules:5"},
		{"/etc/docker/daemon.json", "rwx", "/etc/audit/rules.d/10-base.rules:5"}, // a never is asked first
		{"/run/docker.sock", "rw", "/etc/audit/rules.d/10-base.rules:6"},         // watched as /var/run, without a
		{"/var/lib/docker", "wa", "/etc/audit/rules.d/20-last.rules:2"},
		{"/usr/bin/runc", "", ""},       // only for some users
		{"/usr/bin/containerd", "", ""}, // in audit.rules, which augenrules writes anew
		{"/etc/dockerx", "", ""},
	} {
		h := machine(t, "host-debian")
		r := read(h, "audit_watch", tt.path)
		if r.Err != nil {
			t.Fatal(r.Err)
		}
		got := r.Value().(AuditWatch)
		whole := strings.Contains(tt.perms, "w") && strings.Contains(tt.perms, "a")
		if got.Permissions != tt.perms || got.Covered != whole || got.Persisted != whole || (got.Rule != "") != (tt.perms != "") {
			t.Errorf("audit_watch(%q) = %+v; want %q", tt.path, got, tt.perms)
		}
		origin(t, r, "covered", or(tt.origin, auditParts))
		denied(t, r, "loaded")
		if err := r.At("covered").Err; err != nil {
			t.Errorf("audit_watch(%q): covered is unknown: %v", tt.path, err)
		}
	}
}

func TestAuditKernel(t *testing.T) {
	refused := &fact.Unavailable{Why: "refused", Remedy: fact.RemedyRoot}
	for _, tt := range []struct {
		rules, path                string
		covered, loaded, persisted bool
		remark                     string
	}{
		{"-w /usr/bin/dockerd -p wa\n", "/bin/dockerd", true, true, true, ""},
		{"", "/usr/bin/dockerd", false, false, true, "on disk, not loaded"},
		{"-w /usr/bin/runc -p wa\n", "/usr/bin/runc", true, true, false, "loaded, not on disk"},
		{"-w /usr/bin -p wa\n-e 0\n", "/usr/bin/runc", false, false, false, "switched off"},
		{"-a never,task\n-w /usr/bin -p wa\n", "/usr/bin/runc", false, false, false, "keeps every program out"},
		{"-a always,exit -F arch=b32 -F path=/usr/bin/runc -F perm=wa\n", "/usr/bin/runc", false, false, false, "is only for b32 programs"},
	} {
		r := read(loaded(t, machine(t, "host-debian"), tt.rules, nil), "audit_watch", tt.path)
		got := r.Value().(AuditWatch)
		if got.Covered != tt.covered || got.Loaded != tt.loaded || got.Persisted != tt.persisted || len(r.Gaps("")) > 0 {
			t.Errorf("%q: audit_watch(%q) = %+v, gaps %v; want covered %v, loaded %v, persisted %v", tt.rules, tt.path, got, r.Gaps(""), tt.covered, tt.loaded, tt.persisted)
		}
		if remark := r.At("covered").Remark; !strings.Contains(remark, tt.remark) || tt.remark == "" && remark != "" {
			t.Errorf("%q: remark %q; want %q", tt.rules, remark, tt.remark)
		}
	}
	r := read(loaded(t, machine(t, "host-debian"), "", refused), "audit_watch", "/usr/bin/dockerd")
	denied(t, r, "loaded")
	if !r.Value().(AuditWatch).Covered || !strings.Contains(r.At("covered").Remark, "refused") {
		t.Errorf("without rights: got %+v, remark %q; want what is on disk", r.Value(), r.At("covered").Remark)
	}
	r = read(loaded(t, machine(t, "host-closed"), "", refused), "audit_watch", "/usr/bin/dockerd")
	for _, attr := range []string{"loaded", "persisted", "covered", "permissions", "rule"} {
		denied(t, r, attr)
	}
	denied(t, read(machine(t, "host-closed"), "audit_watch", "/etc/docker/x"), "exists")
}

func TestAuditAbsent(t *testing.T) {
	h := inline(t, "-- usr/bin/dockerd --\n")
	h.askKernel = func(context.Context) (kernelAudit, error) { return kernelAudit{absent: true}, nil }
	r := known(t, h, "audit_watch", "/usr/bin/dockerd", AuditWatch{Path: "/usr/bin/dockerd", Exists: true})
	origin(t, r, "loaded", "a kernel without audit")
	known(t, h, "audit_watch", "/usr/bin/none", AuditWatch{Path: "/usr/bin/none"})
}

// TestAuditFiles is about which file counts, and in which order.
func TestAuditFiles(t *testing.T) {
	const old, parts = "-- etc/audit/audit.rules --\n-w /a -p wa\n-D\n-w /b -p wa\n-e 2\n-w /c -p wa\n", "-- etc/audit/rules.d/x.rules --\n-w /d -p wa\n-D\n"
	const modern = "-a always,exit -F arch=b64 -S openat,unlinkat -S renameat2,fchmodat,fchownat,setxattr -F path=/d\n"
	const asIs = "-- etc/systemd/system/auditd.service --\n[Service]\nExecStartPost=-/sbin/auditctl -R /etc/audit/audit.rules\n"
	for _, tt := range []struct{ root, want string }{
		{old, "b"},
		{old + parts, "d"},
		{old + parts + asIs, "b"},
		{"-- etc/audit/audit.rules --\n-w /a -p wa\n-W /a -p aw\n-A never,exit -F path=/b\n-w /b\n", ""},
		{"-- etc/audit/audit.rules --\n-w /b\n-A never,exit -F path=/b\n-w /c -p w\n-a always,exit -F path=/c -F perm=a\n", "c"},
		{"-- etc/audit/audit.rules --\n" + modern + "-a always,exit -F arch=b32 -F path=/d -F perm=aw\n-a always,exit -S openat -F path=/c\n", "d"},
		{"-- etc/audit/audit.rules --\n" + modern, ""}, // 32-bit programs leave no record
		{"-- etc/audit/audit.rules --\n" + modern + "-- lib/modules/6/config --\nCONFIG_X=y\n# CONFIG_IA32_EMULATION is not set\n", "d"},
		{"-- etc/audit/audit.rules --\n-w /a -p wa\n-e 1\n-e 0\n", ""},
		{"-- etc/audit/audit.rules --\n#-w /a -p wa\n\n  -k x -pwa -w/b\n", "b"},
	} {
		h, got := inline(t, "-- lib64/ld-linux-x86-64.so.2 --\n"+tt.root), ""
		for _, name := range []string{"a", "b", "c", "d"} {
			r := read(h, "audit_watch", "/"+name)
			if r.Err != nil || r.At("persisted").Err != nil {
				t.Fatalf("%q: %v, %v", tt.root, r.Err, r.At("persisted").Err)
			}
			if r.Value().(AuditWatch).Persisted {
				got += name
			}
		}
		if got != tt.want {
			t.Errorf("%q covers %q; want %q", tt.root, got, tt.want)
		}
	}
	for _, bad := range []string{`-w "/a" -p wa`, "-w a", "-w", "-w /a -p z", "-a exit -F path=/a", "-a always,exit -F path"} {
		r := read(inline(t, "-- etc/audit/audit.rules --\n\n"+bad+"\n"), "audit_watch", "/a")
		if err := r.At("persisted").Err; err == nil || !strings.Contains(err.Error(), "/etc/audit/audit.rules:2") {
			t.Errorf("%q: got %v; want an error with its place", bad, err)
		}
	}
}

func TestAuditWords(t *testing.T) {
	got := auditWords(`-w /a\ b\\c  -k "x y"`)
	if want := []string{"-w", `/a b\c`, "-k", `"x`, `y"`}; !reflect.DeepEqual(got, want) {
		t.Errorf("auditWords = %q; want %q", got, want)
	}
}

func TestNaturally(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want int
	}{{"9-a", "10-a", -1}, {"a2b", "a02b", 0}, {"a", "ab", -1}, {"b", "a", 1}, {"x10", "x9", 1}} {
		if got := naturally(tt.a, tt.b); got != tt.want {
			t.Errorf("naturally(%q, %q) = %d; want %d", tt.a, tt.b, got, tt.want)
		}
	}
}

// TestAuditLive asks this kernel; what it says depends on the rights here.
func TestAuditLive(t *testing.T) {
	root, err := rootfs.Open("/")
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	kernel, err := New(root).loadedAudit(t.Context())
	if _, refused := fact.Remedy(err); err != nil && !refused {
		t.Errorf("this kernel's rules: %v; want rules or a lack of rights", err)
	}
	for _, r := range kernel.rules {
		if r.text == "" || r.list == "" {
			t.Errorf("rule %+v has no text", r)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := readKernelAudit(ctx); err == nil && !kernel.absent {
		t.Error("a cancelled talk with the kernel came to an end")
	}
}

func TestAuditRefused(t *testing.T) {
	for errno, refused := range map[error]bool{syscall.EPERM: true, syscall.ECONNREFUSED: true, syscall.EIO: false} {
		err := auditRefused(errno)
		if _, ok := fact.Remedy(err); ok != refused || !errors.Is(err, errno) {
			t.Errorf("auditRefused(%v) = %v, about rights %v; want %v", errno, err, ok, refused)
		}
	}
}
