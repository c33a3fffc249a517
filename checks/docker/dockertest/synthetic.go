package dockertest

import (
	"crypto/sha256"
	"embed"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"testing"
)

//go:embed synthetic
var syntheticFiles embed.FS

// Synthetic is SyntheticServer until the test ends.
func Synthetic(t testing.TB, n int) *Engine {
	t.Helper()
	e, err := SyntheticServer(n)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(e.Close)
	return e
}

// SyntheticServer is an engine with n running containers that exist nowhere, the
// same on every run: synthetic-00000 has nothing to find, each further one the
// next of Synthetics. Their process ids are above what Linux gives out. Close
// ends it.
func SyntheticServer(n int) (*Engine, error) {
	s, err := newSynthetic(n)
	if err != nil {
		return nil, err
	}
	return start(s)
}

// Synthetics are the recommendations that invented containers break in turn; ""
// is none.
func Synthetics() []string {
	var items []string
	for _, v := range variants {
		items = append(items, v.item)
	}
	return items
}

// A variant replaces one member of the inspect of GoodContainer.
type variant struct{ item, good, bad string }

var variants = []variant{
	{"", "", ""},
	{"4.1", `"User":"10001:10001"`, `"User":"0"`},
	{"5.4", `"CapAdd":null`, `"CapAdd":["CAP_SYS_ADMIN"]`},
	{"5.5", `"Privileged":false`, `"Privileged":true`},
	{"5.6", `"Mounts":[]`, `"Mounts":[{"Type":"bind","Source":"/etc","Destination":"/host/etc","Mode":"","RW":true,"Propagation":"rprivate"}]`},
	{"5.10", `"NetworkMode":"scantling"`, `"NetworkMode":"host"`},
	{"5.11", `"Memory":67108864`, `"Memory":0`},
	{"5.12", `"CpuShares":512`, `"CpuShares":0`},
	{"5.13", `"ReadonlyRootfs":true`, `"ReadonlyRootfs":false`},
	{"5.15", `{"Name":"on-failure","MaximumRetryCount":3}`, `{"Name":"always","MaximumRetryCount":0}`},
	{"5.16", `"PidMode":""`, `"PidMode":"host"`},
	{"5.17", `"IpcMode":"private"`, `"IpcMode":"host"`},
	{"5.21", `"UTSMode":""`, `"UTSMode":"host"`},
	{"5.22", `"no-new-privileges:true"`, `"no-new-privileges:true","seccomp=unconfined"`},
	{"5.26", `["no-new-privileges:true"]`, `null`},
	{"5.27", `"Status":"healthy"`, `"Status":"unhealthy"`},
	{"5.29", `"PidsLimit":64`, `"PidsLimit":null`},
}

// A synthetic invents containers and answers the rest from the embedded files.
type synthetic struct {
	*recording
	inspects  []string // one for each variant, with @id@ and the like left open
	summaries []string
	list      []byte         // GET /containers/json?all=1
	number    map[string]int // of a container, by id
}

func newSynthetic(n int) (*synthetic, error) {
	files, err := fs.Sub(syntheticFiles, "synthetic")
	if err != nil {
		return nil, err
	}
	r, err := load(files)
	if err != nil {
		return nil, err
	}
	inspect, err := fs.ReadFile(files, "inspect.tmpl")
	if err != nil {
		return nil, err
	}
	summary, err := fs.ReadFile(files, "summary.tmpl")
	if err != nil {
		return nil, err
	}
	s := &synthetic{recording: r, number: map[string]int{}}
	s.inspects, s.summaries = vary(inspect), vary(summary)
	s.invent(n)
	return s, nil
}

func vary(template []byte) []string {
	var out []string
	for _, v := range variants {
		out = append(out, strings.Replace(string(template), v.good, v.bad, 1))
	}
	return out
}

func (s *synthetic) invent(n int) {
	list := make([]string, n)
	for i := range n {
		id := syntheticID(i)
		s.number[id] = i
		s.names["containers/"+syntheticName(i)] = "containers/" + id
		list[i] = fill(s.summaries[i%len(s.summaries)], i)
	}
	s.list = []byte("[" + strings.Join(list, ",") + "]")
}

func (s *synthetic) answer(key string) (answer, bool) {
	if key == "containers/json@all=1" {
		return answer{200, s.list}, true
	}
	object, question, _ := strings.Cut(strings.TrimPrefix(key, "containers/"), "/")
	i, ok := s.number[object]
	switch {
	case ok && question == "json":
		return answer{200, []byte(fill(s.inspects[i%len(s.inspects)], i))}, true
	case ok && question == "top":
		return answer{200, []byte(`{"Titles":["UID","PID","CMD"],"Processes":[["10001","` + syntheticPID(i) + `","/bin/testimage wait"]]}`)}, true
	}
	return s.recording.answer(key)
}

func fill(template string, i int) string {
	id := syntheticID(i)
	return strings.NewReplacer("@id@", id, "@short@", id[:12], "@name@", syntheticName(i),
		"@pid@", syntheticPID(i)).Replace(template)
}

func syntheticName(i int) string { return fmt.Sprintf("synthetic-%05d", i) }
func syntheticID(i int) string   { return fmt.Sprintf("%x", sha256.Sum256([]byte(syntheticName(i)))) }

// The kernel's largest pid is 4194304, PID_MAX_LIMIT on 64 bits.
func syntheticPID(i int) string { return strconv.Itoa(5_000_000 + i) }
