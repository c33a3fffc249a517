package docker

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"errors"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"scantling/checks/fact"
	"scantling/checks/host"
	"scantling/checks/host/rootfs"
)

// rootCA is a certificate that has been valid for some days.
func rootCA(t *testing.T, days int) string {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	c := &x509.Certificate{SerialNumber: big.NewInt(1), NotBefore: now().AddDate(0, 0, -days), NotAfter: now().AddDate(20, 0, 0)}
	der, err := x509.CreateCertificate(rand.Reader, c, c, key.Public(), key)
	if err != nil {
		t.Fatal(err)
	}
	return string(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}))
}

// swarmAnswers are those of an engine whose Swarm member of /info is given.
func swarmAnswers(swarm string) map[string]string {
	return map[string]string{
		"/info":               strings.Replace(info141, `"Swarm":{`, `"Swarm":`+swarm+`,"Old":{`, 1),
		"/secrets":            `[{"ID":"1","Spec":{"Name":"db_pw"}},{"ID":"2","Spec":{"Name":"api"}}]`,
		"/configs":            `[{"ID":"3","Spec":{"Name":"c","Data":"c2VjcmV0"}}]`,
		"/nodes":              nodes,
		"/services":           services,
		"/networks":           networks,
		"/networks/hostswarm": `{"Name":"host","Id":"hostswarm"}`,
	}
}

func manager(root string) string {
	pem, _ := json.Marshal(root)
	return `{"NodeID":"rhrc","NodeAddr":"10.0.0.1","LocalNodeState":"active","ControlAvailable":true,"Nodes":5,"Managers":3,"Cluster":{"Spec":{"CAConfig":{"NodeCertExpiry":7776000000000000,"ForceRotate":2},
"EncryptionConfig":{"AutoLockManagers":true}},"TLSInfo":{"TrustRoot":` + string(pem) + `},"RootRotationInProgress":false,"DataPathPort":4789}}`
}

const worker = `{"NodeID":"w0rk","NodeAddr":"10.0.0.2","LocalNodeState":"active","ControlAvailable":false}`

func TestSwarmManager(t *testing.T) {
	root, err := rootfs.Txtar([]byte("-- var/lib/docker/swarm/docker-state.json 0600 0:0 --\n{\"DataPathAddr\":\"10.1.0.1\"}\n"))
	if err != nil {
		t.Fatal(err)
	}
	e := &testEngine{API: "1.41", Answers: swarmAnswers(manager(rootCA(t, 900) + rootCA(t, 40)))}
	r := one(t, e.serve(t, Options{Now: now, Host: host.New(root)}), "docker.swarm")
	three, five, yes, no, ninety, forty, two, port, addr, one := int64(3), int64(5), true, false, 90.0, int64(40), int64(2), int64(4789), "10.1.0.1", int64(1)
	want := Swarm{
		State: "active", Active: true, Manager: true, NodeID: "rhrc", NodeAddr: "10.0.0.1", Managers: &three, Nodes: &five,
		AutoLockManagers: &yes, NodeCertExpiryDays: &ninety, RootRotationInProgress: &no, TrustRootNotBefore: now().AddDate(0, 0, -40).UTC(), TrustRootAgeDays: &forty,
		ForceRotate: &two, DataPathPort: &port, DataPathAddr: &addr, Secrets: &[]string{"api", "db_pw"}, Configs: &one,
	}
	if diff := cmp.Diff(value[Swarm](t, r), want); diff != "" {
		t.Errorf("docker.swarm (-got +want):\n%s", diff)
	}
	if got, want := r.At("auto_lock_managers").Origin, "GET /info Swarm.Cluster.Spec.EncryptionConfig.AutoLockManagers"; got != want {
		t.Errorf("origin %q; want %q", got, want)
	}
	for _, s := range e.sent {
		if strings.HasSuffix(s, "/swarm") || strings.Contains(s, "unlockkey") {
			t.Errorf("asked for a secret: %s", s)
		}
	}
}

// The data path address is in a file only; without it nobody can tell, and
// nothing is broken.
func TestSwarmWithoutStateFile(t *testing.T) {
	root, err := rootfs.Txtar([]byte("-- var/lib/docker/ --\n"))
	if err != nil {
		t.Fatal(err)
	}
	e := &testEngine{API: "1.41", Answers: swarmAnswers(manager(rootCA(t, 40)))}
	r := one(t, e.serve(t, Options{Now: now, Host: host.New(root)}), "docker.swarm")
	wantUnknown(t, r, true, "data_path_addr")
	if err := r.At("data_path_addr").Err; err == nil || !strings.Contains(err.Error(), "/var/lib/docker/swarm/docker-state.json is not there") {
		t.Errorf("data_path_addr: %v; want the file's name", err)
	}
}

func TestSwarmElsewhere(t *testing.T) {
	for _, tt := range []struct {
		swarm          string
		state          string
		active         bool
		unknown, known []string
		unavailable    bool
	}{
		{`{"LocalNodeState":"inactive"}`, "inactive", false, nil, append(slices.Clone(managerOnly), "data_path_addr"), false},
		{worker, "active", true, append(slices.Clone(managerOnly), "data_path_addr"), []string{"state", "manager", "node_addr"}, true},
		{`{"LocalNodeState":"locked","Error":"Swarm is encrypted"}`, "locked", false, managerOnly, []string{"state"}, true},
		{`{"LocalNodeState":"active","ControlAvailable":true,"Error":"rpc error: no leader"}`, "active", true, managerOnly, []string{"state"}, false},
		{strings.Replace(manager("no certificate"), `"NodeCertExpiry":7`, `"NodeCertExpiry":"7", "x":7`, 1), "active", true,
			[]string{"trust_root_not_before", "trust_root_age_days", "node_cert_expiry_days"}, []string{"force_rotate", "secrets"}, false},
	} {
		d := (&testEngine{API: "1.41", Answers: swarmAnswers(tt.swarm)}).serve(t, Options{Now: now})
		r := one(t, d, "docker.swarm")
		if s := value[Swarm](t, r); s.State != tt.state || s.Active != tt.active {
			t.Errorf("%s: state %q, active %v; want %q, %v", tt.swarm, s.State, s.Active, tt.state, tt.active)
		}
		wantUnknown(t, r, tt.unavailable, tt.unknown...)
		wantKnown(t, r, tt.known...)
	}
	d := (&testEngine{API: "1.41", Answers: map[string]string{"/info": "{}"}}).serve(t, Options{})
	if r := one(t, d, "docker.swarm"); !errors.Is(r.Err, errAbsent) {
		t.Errorf("an engine that does not tell: got %v; want %v", r.Err, errAbsent)
	}
}

func TestNodes(t *testing.T) {
	got, err := each(t, (&testEngine{API: "1.44", Answers: swarmAnswers(manager(""))}).serve(t, Options{}), "node")
	if err != nil {
		t.Fatal(err)
	}
	wantNames(t, got, "two", "vm")
	reachable := "reachable"
	want := Node{ID: "rhrc", Hostname: "vm", Role: "manager", Availability: "active", State: "ready", Addr: "10.0.0.1", Leader: true, Reachability: &reachable, EngineVersion: "29.1.0"}
	if diff := cmp.Diff(value[Node](t, got["vm"]), want); diff != "" {
		t.Errorf("node vm (-got +want):\n%s", diff)
	}
	if n := value[Node](t, got["two"]); n.Leader || n.Reachability != nil || n.Role != "worker" {
		t.Errorf("node two = %+v; want a worker", n)
	}
	wantUnknown(t, got["two"], false, "engine_version")
	if got["vm"].ID != "rhrc" {
		t.Errorf("identity %q; want the node's id", got["vm"].ID)
	}
}

func TestServices(t *testing.T) {
	got, err := each(t, (&testEngine{API: "1.44", Answers: swarmAnswers(manager(""))}).serve(t, Options{}), "service")
	if err != nil {
		t.Fatal(err)
	}
	wantNames(t, got, "agent", "service 3", "web")
	two, three, yes := int64(2), int64(3), true
	want := Service{
		ID: "48tc", Name: "web", Mode: "replicated", Replicas: &two, RestartCondition: "on-failure", MaxAttempts: &three,
		PublishedPorts: []PublishedPort{{8080, 80, "tcp", "ingress"}}, Env: []string{"DB_PASSWORD", "MODE"}, SecretLikeEnv: []string{"DB_PASSWORD"},
		Secrets: []string{"db_pw"}, NoNewPrivileges: &yes, Seccomp: "unconfined", AppArmor: "default", CapabilityAdd: []string{"CAP_NET_ADMIN"},
		MemoryLimit: 64 << 20, Pids: 100, Mounts: []ServiceMount{{"bind", "/srv", "/x", true}}, User: "1000", Networks: []string{"onet"},
	}
	web := value[Service](t, got["web"])
	if diff := cmp.Diff(web, want); diff != "" {
		t.Errorf("service web (-got +want):\n%s", diff)
	}
	if text := fmt.Sprintf("%+v", web); strings.Contains(text, "hunter2") {
		t.Errorf("the value of a variable is kept: %s", text)
	}
	if a := value[Service](t, got["agent"]); a.Mode != "global" || a.Replicas != nil || !a.NetworkHost || a.RestartCondition != "any" || a.MaxAttempts != nil {
		t.Errorf("service agent = %+v; want a global one on the host's network", a)
	}
	wantUnknown(t, got["agent"], false, "read_only")
	if got["service 3"].Err == nil {
		t.Error("a service without a name is known")
	}
	if got, want := got["web"].At("memory_limit").Origin, "GET /services Spec.TaskTemplate.Resources.Limits.MemoryBytes"; got != want {
		t.Errorf("origin %q; want %q", got, want)
	}

	got, err = each(t, (&testEngine{API: "1.43", Answers: swarmAnswers(manager(""))}).serve(t, Options{}), "service")
	if err != nil || value[Service](t, got["web"]).NoNewPrivileges != nil {
		t.Errorf("API 1.43 tells no_new_privileges of a service, or %v", err)
	}
}

func TestSwarmObjectsOnWorker(t *testing.T) {
	for _, name := range []string{"node", "service"} {
		got, err := each(t, (&testEngine{API: "1.44", Answers: swarmAnswers(worker)}).serve(t, Options{}), name)
		if remedy, _ := fact.Remedy(err); remedy != "run against a manager of the swarm" || len(got) != 0 {
			t.Errorf("%s: got %v, remedy %q", name, got, remedy)
		}
		e := &testEngine{API: "1.44", Answers: swarmAnswers(`{"LocalNodeState":"inactive"}`)}
		if got, err := each(t, e.serve(t, Options{}), name); err != nil || len(got) != 0 || len(e.sent) != 2 {
			t.Errorf("%s without a swarm: got %v, %v after %q; want nothing, not even asked for", name, got, err, e.sent)
		}
	}
}

func TestServiceNetworksUnknown(t *testing.T) {
	answers := swarmAnswers(manager(""))
	delete(answers, "/networks/hostswarm")
	got, err := each(t, (&testEngine{API: "1.44", Answers: answers}).serve(t, Options{}), "service")
	if err != nil {
		t.Fatal(err)
	}
	wantUnknown(t, got["agent"], false, "networks", "network_host")
	wantKnown(t, got["web"], "networks", "network_host")
}

func TestNewestCertificate(t *testing.T) {
	if _, err := newestCertificate([]byte("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")); err == nil {
		t.Error("a broken certificate is accepted")
	}
	got, err := newestCertificate([]byte(rootCA(t, 3) + rootCA(t, 800)))
	if want := now().AddDate(0, 0, -3); err != nil || !got.Equal(want) {
		t.Errorf("got %s, %v; want %s", got.Format(time.RFC3339), err, want.Format(time.RFC3339))
	}
}
