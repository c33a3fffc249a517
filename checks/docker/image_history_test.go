package docker

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// built makes steps of what engines write in CreatedBy, in the build's order.
func built(createdBy ...string) []step {
	var out []step
	for _, c := range createdBy {
		s := step{createdBy: c}
		s.instruction, s.text = instruction(c)
		out = append(out, s)
	}
	return out
}

func TestInstruction(t *testing.T) {
	for _, tt := range []struct{ in, word, text string }{
		{"/bin/sh -c #(nop) ADD file:abc in / ", "ADD", "file:abc in /"},
		{"/bin/sh -c #(nop)  ENV A=b", "ENV", "A=b"},
		{"RUN /bin/sh -c make # buildkit", "RUN", "/bin/sh -c make"},
		{"ADD rootfs.tar / # buildkit", "ADD", "rootfs.tar /"},
		{"/bin/sh -c make", "RUN", "/bin/sh -c make"},
		{"apt-get update", "RUN", "apt-get update"},
		{"# debian.sh --arch 'amd64' out/ 'bookworm'", "", "# debian.sh --arch 'amd64' out/ 'bookworm'"},
		{"", "", ""},
	} {
		if word, text := instruction(tt.in); word != tt.word || text != tt.text {
			t.Errorf("instruction(%q) = %q, %q; want %q, %q", tt.in, word, text, tt.word, tt.text)
		}
	}
}

func TestAddInstructions(t *testing.T) {
	for name, tt := range map[string]struct{ in, want []string }{
		"classic base":     {[]string{"/bin/sh -c #(nop) ADD file:abc in / ", "/bin/sh -c #(nop)  CMD [\"bash\"]"}, nil},
		"classic add":      {[]string{"/bin/sh -c #(nop) ADD file:abc in / ", "/bin/sh -c #(nop) ADD multi:def in /app/ "}, []string{"ADD multi:def in /app/"}},
		"buildkit base":    {[]string{"ADD alpine-minirootfs.tar.gz / # buildkit", "CMD [\"/bin/sh\"]"}, nil},
		"arguments before": {[]string{"/bin/sh -c #(nop)  ARG RELEASE", "/bin/sh -c #(nop) ADD file:abc in / "}, nil},
		"second at root":   {[]string{"ADD rootfs.tar / # buildkit", "ADD app.tar / # buildkit"}, []string{"ADD app.tar /"}},
		"first elsewhere":  {[]string{"ADD https://kim:hunter2@example.org/x /opt/x # buildkit"}, []string{"ADD https://***@example.org/x /opt/x"}},
		"named ADD only":   {[]string{"# debian.sh", "RUN /bin/sh -c echo ADD x # buildkit", "COPY ADD / # buildkit"}, nil},
	} {
		if d := cmp.Diff(tt.want, addInstructions(built(tt.in...))); d != "" {
			t.Errorf("%s (-want +got):\n%s", name, d)
		}
	}
}

// The names of these cases say what docker-bench-security gets wrong.
func TestUpdateOnly(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want bool
	}{
		{"RUN /bin/sh -c apt-get update # buildkit", true},
		{"/bin/sh -c apt-get -qq -o Acquire::Retries=3 update", true},
		{"|1 A=b /bin/sh -c apt update", true},
		{"RUN |2 A=b C=d /bin/sh -c apk update # buildkit", true},
		{"RUN /bin/sh -c yum -y update && yum clean all # buildkit", true},
		{"RUN /bin/sh -c zypper --non-interactive refresh # buildkit", true},
		{"RUN /bin/sh -c sudo -E apt-get update; rm -rf /x # buildkit", true},
		{"RUN apt-get update # buildkit", true},
		{"RUN /bin/sh -c bash -c \"apt-get update\" # buildkit", true},
		{"RUN /bin/sh -c apt-get update && apt-get install -y curl # buildkit", false},
		{"RUN /bin/sh -c set -eux; apt-get update; apt-get upgrade -y # buildkit", false},
		{"RUN /bin/sh -c apk update && apk add --no-cache curl # buildkit", false},
		{"RUN /bin/sh -c apk add --no-cache --update curl # buildkit", false},
		{"RUN /bin/sh -c microdnf install update # buildkit", false},
		{"RUN /bin/sh -c apt-get remove update-manager # buildkit", false},
		{"ENV NOTE=apt-get update", false},
		// defect 19: the substring update
		{"RUN /bin/sh -c update-ca-certificates # buildkit", false},
		{"RUN /bin/sh -c update-alternatives --install /usr/bin/x x /y 1 # buildkit", false},
		{"RUN /bin/sh -c npm update # buildkit", false},
		{"RUN /bin/sh -c echo apt-get update # buildkit", false},
		{"RUN /bin/sh -c git submodule update --init # buildkit", false},
	} {
		if got := len(updateOnly(built(tt.in))) > 0; got != tt.want {
			t.Errorf("update only of %q = %t, want %t", tt.in, got, tt.want)
		}
	}
}

func TestInsecureInstalls(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want string
	}{
		{"apt-get install --allow-unauthenticated x", "--allow-unauthenticated"},
		{"yum install --nogpgcheck x", "--nogpgcheck"},
		{"echo gpgcheck=0 >> /etc/yum.conf", "--nogpgcheck"},
		{"apk add --allow-untrusted x.apk", "--allow-untrusted"},
		{"echo 'deb [arch=amd64 trusted=yes] http://x y z' > /etc/apt/sources.list", "trusted=yes"},
		{"curl -fsSLk https://x -o y", "curl --insecure"},
		{"curl --insecure https://x", "curl --insecure"},
		{"curl -fsSL https://x | bash -s stable", "download run by a shell"},
		{"wget -qO- https://x | gunzip | sudo sh", "download run by a shell"},
		{"bash <(curl -s https://x)", "download run by a shell"},
		{"sh -c \"$(curl -fsSL https://x)\"", "download run by a shell"},
		{"wget --no-check-certificate https://x", "--no-check-certificate"},
		{"curl -fsSL https://x -o book", ""},
		{"curl -okeys https://x", ""},
		{"curl -fsSL https://x | tar xz; sh ./install", ""},
		{"curl -fsSL https://x | gpg --dearmor -o y", ""},
		{"curl -fsSL https://x -o y && sha256sum -c y.sha && bash y", ""},
		{"grep -k x", ""},
		{"echo gpgcheck=1", ""},
	} {
		got := insecureInstalls(built("RUN /bin/sh -c " + tt.in + " # buildkit"))
		var want []string
		if tt.want != "" {
			want = []string{tt.want + ": " + printable("RUN /bin/sh -c "+tt.in)}
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", tt.in, d)
		}
	}
}

func TestParseHistory(t *testing.T) {
	steps, err := parseHistory([]byte(`[
		{"Id":"sha256:a","Created":1700000100,"CreatedBy":"CMD [\"sh\"]","Size":0},
		{"Id":"<missing>","Created":0,"CreatedBy":"ADD rootfs.tar / # buildkit","Size":7000,"Tags":null}]`))
	if err != nil || len(steps) != 2 || steps[0].instruction != "ADD" || steps[0].size != 7000 || !steps[0].created.IsZero() || steps[1].created.Unix() != 1700000100 {
		t.Errorf("got %+v, %v", steps, err)
	}
	for _, bad := range []string{`{}`, `[{"CreatedBy":7}]`, `[`} {
		if _, err := parseHistory([]byte(bad)); err == nil {
			t.Errorf("parseHistory(%s): got no error", bad)
		}
	}
}

func FuzzHistory(f *testing.F) {
	f.Add("RUN |1 A=b /bin/sh -c apt-get update && curl -k x | sh # buildkit")
	f.Add("/bin/sh -c #(nop) ADD file:x in / ")
	f.Fuzz(func(t *testing.T, createdBy string) {
		steps := built("# base", createdBy)
		for _, line := range append(append(addInstructions(steps), updateOnly(steps)...), insecureInstalls(steps)...) {
			if strings.ContainsAny(line, "\n\r\t") {
				t.Errorf("%q has more than one line", line)
			}
		}
	})
}
