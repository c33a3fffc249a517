package host

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"

	"scantling/checks/fact"
)

// hardened is a ruleset that has every spelling which the reading must know.
const hardened = `#!/usr/sbin/nft -f
flush ruleset
define lan = 10.0.0.0/8
table inet filter {
	set web { type inet_service; flags interval; elements = { 80, 443, 8000-8010 }; }
	chain input {
		type filter hook input priority filter; policy drop;
		iif "lo" accept comment "ours"
		ip saddr 127.0.0.0/8 counter packets 0 bytes 0 drop
		ip6 saddr ::1 counter drop
		ct state established,related accept
		ct state vmap { invalid : drop, new : continue }
		jump services
		log prefix "dropped input: " limit rate 3/second drop
		drop
	}
	chain services {
		tcp dport { 22, 25 } ct state new accept
		tcp dport @web accept
		ip saddr $lan udp dport 53 accept
		udp dport 60000-60010 accept
		ip protocol icmp accept
	}
	chain forward { type filter hook forward priority filter; policy drop; }
	chain output {
		type filter hook output priority filter; policy drop;
		oifname lo accept
		ct state { new, established } accept
	}
}
table ip asleep {
	flags dormant
	chain in { type filter hook input priority 0; policy drop; }
}
`

// inNamespace runs commands in a network namespace of their own and reads what
// the kernel then has.
func inNamespace(t *testing.T, commands ...string) packetRules {
	t.Helper()
	var out packetRules
	var err error
	inOwnNamespace(func() {
		if err = unix.Unshare(unix.CLONE_NEWNET); err != nil {
			return
		}
		for _, c := range commands {
			if b, e := exec.Command("/bin/sh", "-ec", c).CombinedOutput(); e != nil {
				err = errors.New(c + ": " + string(b))
				return
			}
		}
		out, err = readNftables(context.Background())
	})
	if errors.Is(err, syscall.EPERM) {
		t.Skip("a namespace of its own is for root")
	}
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// inOwnNamespace runs do on a thread that ends with it, and its namespaces with
// the thread. The process's first thread cannot end, and what /proc/self and
// /proc/net show is that thread's: it is kept away from do.
func inOwnNamespace(do func()) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		runtime.LockOSThread()
		if unix.Gettid() == unix.Getpid() {
			defer runtime.UnlockOSThread()
			inOwnNamespace(do)
			return
		}
		do()
	}()
	<-done
}

func needs(t *testing.T, programs ...string) {
	t.Helper()
	for _, p := range programs {
		if _, err := exec.LookPath(p); err != nil {
			t.Skip(err)
		}
	}
}

func view(p packetRules) FilterView { return p.view("live", &fact.Notes{}) }

// TestNftLive loads the ruleset into a kernel and holds what netlink says beside
// what the text says.
func TestNftLive(t *testing.T) {
	needs(t, "nft")
	file := filepath.Join(t.TempDir(), "rules.nft")
	if err := os.WriteFile(file, []byte(hardened), 0o600); err != nil {
		t.Fatal(err)
	}
	kernel := inNamespace(t, "nft -f "+file)
	written, _, err := inline(t, "-- etc/nftables.conf --\n"+hardened).readNftConf("/etc/nftables.conf")
	if err != nil {
		t.Fatal(err)
	}
	got, text := view(kernel), view(written)
	for _, v := range []*FilterView{&got, &text} {
		for i, h := range v.Hooks {
			if deref(h.IPv4) != "drop" || deref(h.IPv6) != "drop" {
				t.Errorf("hook %+v; want policy drop for both", h)
			}
			if v.Hooks[i].Last != nil && h.Hook != "input" {
				t.Errorf("hook %+v ends with a rule for all", h)
			}
		}
		if deref(v.Hooks[0].Last) != "drop" {
			t.Errorf("the last rule of input is %q; want drop", deref(v.Hooks[0].Last))
		}
		slices.Sort(v.Loopback)
		if want := []string{"input accept", "ipv4 drop", "ipv6 drop", "output accept"}; !slices.Equal(v.Loopback, want) {
			t.Errorf("loopback %q; want %q", v.Loopback, want)
		}
	}
	if len(got.Tables) != 1 || got.Tables[0] != (FilterTable{"inet", "filter", "nftables"}) {
		t.Errorf("tables %v; want the one that is awake", got.Tables)
	}
	comparePorts(t, kernel, written)
}

// comparePorts holds the rules with ports against each other.
func comparePorts(t *testing.T, kernel, written packetRules) {
	t.Helper()
	want := map[uint16]string{22: "tcp", 25: "tcp", 53: "udp", 60005: "udp"}
	for name, p := range map[string]packetRules{"kernel": kernel, "text": written} {
		for port, proto := range want {
			if _, found := p.admits(proto, port, "ip"); !found {
				t.Errorf("%s: no rule for %s %d", name, proto, port)
			}
		}
		if r, found := p.admits("tcp", 53, "ip"); found {
			t.Errorf("%s: tcp 53 by %q", name, r.String())
		}
	}
	for _, port := range []uint16{80, 443, 8000, 8010} { // a named set: only the kernel resolves it
		if _, found := kernel.admits("tcp", port, "ip6"); !found {
			t.Errorf("kernel: no rule for tcp %d", port)
		}
	}
	if _, found := kernel.admits("tcp", 8011, "ip"); found {
		t.Error("kernel: a rule for tcp 8011")
	}
}

// TestNftSpellings are ways to write the rules about loopback, each read from
// the kernel as from the text.
func TestNftSpellings(t *testing.T) {
	needs(t, "nft")
	for rule, want := range map[string][]string{
		`iif lo accept`:                               {"input accept"},
		`iifname "lo" counter accept`:                 {"input accept"},
		`meta iifname { "lo" } accept`:                {"input accept"},
		`meta iiftype loopback accept`:                {"input accept"},
		`iif lo ip saddr 127.0.0.1 accept`:            nil,
		`iif lo tcp dport 22 accept`:                  nil,
		`iif != lo accept`:                            nil,
		`iif lo limit rate 1/second accept`:           nil,
		`ip saddr 127.0.0.0/8 drop`:                   {"ipv4 drop"},
		`ip saddr 127.0.0.0/8 reject`:                 {"ipv4 drop"},
		`iif != "lo" ip saddr 127.0.0.0/8 drop`:       {"ipv4 drop"},
		`ip saddr 127.0.0.0/9 drop`:                   {"ipv4 drop"},
		`ip saddr 127.0.0.1 drop`:                     nil,
		`ip saddr != 127.0.0.0/8 drop`:                nil,
		`iifname eth9 ip saddr 127.0.0.0/8 drop`:      nil,
		`ip daddr 127.0.0.0/8 drop`:                   nil,
		`ip saddr { 127.0.0.0/8 } drop`:               {"ipv4 drop"},
		`ip6 saddr ::1 drop`:                          {"ipv6 drop"},
		`ip6 saddr ::1/128 counter drop`:              {"ipv6 drop"},
		`ip6 saddr ::2 drop`:                          nil,
		`meta nfproto ipv4 ip saddr 127.1.1.1/8 drop`: {"ipv4 drop"},
	} {
		if strings.Contains(rule, "/9") {
			want = nil // half of the addresses
		}
		text := "table inet t { chain c { type filter hook input priority 0; " + rule + "; }; }\n"
		written, _, err := inline(t, "-- etc/nftables.conf --\n"+text).readNftConf("/etc/nftables.conf")
		if got := view(written).Loopback; err != nil || !reflect.DeepEqual(got, want) && rule != "meta iiftype loopback accept" && !strings.Contains(rule, "nfproto") {
			t.Errorf("text %s: got %q, %v; want %q", rule, got, err, want)
		}
		kernel := inNamespace(t, "nft -f - <<'E'\n"+text+"E\n")
		if got := view(kernel).Loopback; !reflect.DeepEqual(got, want) {
			t.Errorf("kernel %s: got %q; want %q (%+v)", rule, got, want, kernel.chains)
		}
	}
}
