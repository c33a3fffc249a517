package host

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func commandText(cmds [][]Word) string {
	var b strings.Builder
	for _, cmd := range cmds {
		for _, w := range cmd {
			fmt.Fprintf(&b, "%s [%s]\n", w.At, w.Text)
		}
		b.WriteString("--\n")
	}
	return b.String()
}

func TestCommands(t *testing.T) {
	const u = "/etc/systemd/system/docker.service"
	for _, tt := range []struct{ name, root, want string }{
		{
			"quotes, escapes, doubled dollars, specifiers",
			`ExecStart=-/d "a b" 'c\x20d' e\tf $$X %n`,
			u + ":2 [/d]\n" + u + ":2 [a b]\n" + u + ":2 [c d]\n" + u + ":2 [e\tf]\n" + u + ":2 [$X]\n" + u + ":2 [%n]\n--\n",
		},
		{
			"each word of a continued line keeps its own line; a comment between does not end it",
			"ExecStart=/d \\\n  -a \\\n# comment\n  -b",
			u + ":2 [/d]\n" + u + ":3 [-a]\n" + u + ":5 [-b]\n--\n",
		},
		{
			"$VAR splits, ${VAR} does not, inside a word only ${VAR} counts",
			"Environment=\"O=-a  'b c'\" P=x\nExecStart=/d $O ${O} --p=${P} --p=$P $NONE ${NONE}",
			u + ":3 [/d]\n" + u + ":2 [-a]\n" + u + ":2 [b c]\n" + u + ":2 [-a  'b c']\n" +
				u + ":2 [--p=x]\n" + u + ":3 [--p=$P]\n" + u + ":3 []\n--\n",
		},
		{
			"a missing environment file with - is no error; a later one wins over Environment=",
			"Environment=O=early\nEnvironmentFile=-/etc/none\nEnvironmentFile=/etc/default/docker\nExecStart=/d $O\n" +
				"-- etc/default/docker --\n# DOCKER_OPTS\n\nO=\"--icc=false \\\n--debug\"",
			u + ":5 [/d]\n/etc/default/docker:3 [--icc=false]\n/etc/default/docker:3 [--debug]\n--\n",
		},
		{
			"prefixes: : switches expansion off, @ takes the process's name away",
			"Environment=O=x\nExecStart=:@/d name $O",
			u + ":3 [/d]\n" + u + ":3 [$O]\n--\n",
		},
		{
			"a lone semicolon separates commands, an escaped one does not",
			`ExecStart=/a ; /b \; c`,
			u + ":2 [/a]\n--\n" + u + ":2 [/b]\n" + u + ":2 [;]\n" + u + ":2 [c]\n--\n",
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			h := recorded(t, "-- etc/systemd/system/docker.service --\n[Service]\n"+tt.root+"\n")
			unit, err := h.Unit("docker.service")
			if err != nil {
				t.Fatal(err)
			}
			cmds, err := h.Commands(unit)
			if diff := cmp.Diff(commandText(cmds), tt.want); err != nil || diff != "" {
				t.Errorf("%v, got then want:\n%s", err, diff)
			}
		})
	}
}

func TestCommandsUnknownEnvironment(t *testing.T) {
	for name, root := range map[string]string{
		"missing":     "",
		"denied":      "-- etc/default/docker deny --\nO=1\n",
		"a FIFO":      "-- etc/default/docker type=fifo --\n",
		"a directory": "-- etc/default/docker/ --\n",
	} {
		h := recorded(t, "-- etc/systemd/system/docker.service --\n[Service]\nEnvironmentFile=/etc/default/docker\nExecStart=/d $O\n"+root)
		u, err := h.Unit("docker.service")
		if err != nil {
			t.Fatal(err)
		}
		if cmds, err := h.Commands(u); err == nil {
			t.Errorf("%s environment file: got %v and no error", name, cmds)
		}
	}
}

func TestParseEnvironmentFile(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"A=b c  \n", "b c"},
		{"A = b", "b"},
		{`A="b c"  `, "b c"},
		{`A='b "c" \n'`, `b "c" \n`},
		{`A="b" "c"`, "bc"},
		{`A=b "c"`, `b "c"`},
		{`A=b\ `, "b "},
		{"A=b\\\nc", "bc"},
		{"A=\"b\nc\"", "b\nc"},
		{`A="\$x \n \""`, `$x \n "`},
		{"# A=no\n; A=no\nA=", ""},
		{"A=first\nA=second", "second"},
		{"\ufeffA=bom", "bom"},
	} {
		got, ok := parseEnvironmentFile("f", []byte(tt.in))["A"]
		if !ok || got.Text != tt.want {
			t.Errorf("parseEnvironmentFile(%q): got %q (set %v), want %q", tt.in, got.Text, ok, tt.want)
		}
	}
	if env := parseEnvironmentFile("f", []byte("export A=1\n1A=2\nnothing\n")); len(env) != 0 {
		t.Errorf("got %v, want none: systemd takes only plain variable names", env)
	}
}

func FuzzUnit(f *testing.F) {
	f.Add([]byte("[Service]\nExecStart=/d \\\n \"a\\x20\" ${B} ; c\nEnvironment=B=1\n"))
	f.Add([]byte("\ufeff[Socket\n=\n\\\n#\\\nA=\\"))
	f.Fuzz(func(t *testing.T, b []byte) {
		lines := strings.Count(string(b), "\n") + 1
		env := parseEnvironmentFile("e", b)
		for _, s := range parseUnit("f", b) {
			if s.Section == "" || s.Key == "" || strings.TrimSpace(s.Value) != s.Value && strings.Trim(s.Value, whitespace) != s.Value {
				t.Fatalf("setting %+v is not clean", s)
			}
			for _, w := range s.words() {
				var n int
				if _, err := fmt.Sscanf(w.At, "f:%d", &n); err != nil || n < 1 || n > lines {
					t.Fatalf("word %+v of %d lines", w, lines)
				}
			}
			if s.Value != "" {
				env.assign(s)
				env.commands(s)
			}
		}
	})
}
