package report

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"
)

var workflowCommand = regexp.MustCompile(`^::(error|warning|notice) (?:file=[^,:]*,)?(?:line=\d+,)?title=[^,:]*::[^\r\n]*$`)

// Each line is one command, whatever a target says.
func TestGitHubCommands(t *testing.T) {
	for name, r := range inputs() {
		for _, all := range []bool{false, true} {
			lines := strings.Split(strings.TrimSuffix(string(writtenAs(t, "github", r, Options{All: all})), "\n"), "\n")
			for _, line := range lines {
				if !workflowCommand.MatchString(line) || len(line) > 3*4096 {
					t.Errorf("%s: got %.200q", name, line)
				}
			}
			if last := lines[len(lines)-1]; !strings.HasPrefix(last, "::notice title=scantling::score ") {
				t.Errorf("%s: ends with %q, want the score", name, last)
			}
		}
	}
}

func TestGitHubPlaces(t *testing.T) {
	got := string(writtenAs(t, "github", sample(), Options{}))
	for _, want := range []string{
		"::error file=/etc/ssh/sshd_config,line=33,title=cis-debian-12/5.1.20 root cannot log in over SSH (high)::sshd lets root log in%0Aweb01\n",
		"unix:///run/docker.sock: shop-web-5 and 32 more\n",
		"score 55.5 %25 of assessed (10 of 18 passed, 1 answered)",
		"::warning title=cis-docker/5.11 Every container has a limit on memory (medium)::error: GET /containers/gone/json",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not there", want)
		}
	}
}

func TestMarkdownEscapes(t *testing.T) {
	for in, want := range map[string]string{
		"plain, text.":           "plain, text.",
		"<b>&amp;":               `\<b\>\&amp;`,
		"a|b":                    `a\|b`,
		"[x](javascript:y)":      `\[x\](javascript:y)`,
		"![x](y)":                `\!\[x\](y)`,
		"http://e.example":       `http\://e.example`,
		"www.e.example":          `www\.e.example`,
		"`code`":                 "\\`code\\`",
		"- item":                 `\- item`,
		"a-b":                    "a-b",
		"@all $x$ ~~a~~ *b* _c_": `\@all \$x\$ \~\~a\~\~ \*b\* \_c\_`,
		"\x1b[31m":               `\\x1b\[31m`,
	} {
		if got := markdown(in); got != want {
			t.Errorf("markdown(%q) = %q, want %q", in, got, want)
		}
	}
}

// Rows have the columns of their table, and nothing but our own tags is left
// outside fenced blocks.
func TestMarkdownIsWhole(t *testing.T) {
	tag := regexp.MustCompile(`(?:^|[^\\])(<[^>]*)`)
	for name, r := range inputs() {
		fence, columns := "", 0
		for _, line := range strings.Split(string(writtenAs(t, "markdown", r, Options{All: true})), "\n") {
			switch {
			case fence != "":
				if line == fence {
					fence = ""
				}
				continue
			case strings.HasPrefix(line, "```"):
				fence = strings.TrimSuffix(line, "text")
				continue
			}
			cells := strings.Count(strings.ReplaceAll(strings.ReplaceAll(line, `\\`, ""), `\|`, ""), "|")
			if !strings.HasPrefix(line, "|") {
				columns = 0
			} else if columns == 0 {
				columns = cells
			}
			if cells != columns {
				t.Errorf("%s: got %d bars, want %d: %.200q", name, cells, columns, line)
			}
			rest := strings.NewReplacer("<details><summary>", "", "</summary>", "", "</details>", "", `\\`, "").Replace(line)
			if m := tag.FindString(rest); m != "" {
				t.Errorf("%s: a tag is left: %q", name, m)
			}
		}
		if fence != "" {
			t.Errorf("%s: a block is left open", name)
		}
	}
}

// A summary of a step is dropped when it is larger than 1 MiB.
func TestMarkdownIsBounded(t *testing.T) {
	r := sample()
	e := sampleMounts()
	for i := range 5000 {
		e.rec.ID = fmt.Sprintf("9.%d", i)
		r.Recommendations = append(r.Recommendations, e.rec)
	}
	got := writtenAs(t, "markdown", r, Options{All: true})
	if len(got) > 1<<20 {
		t.Errorf("got %d bytes, want at most 1 MiB", len(got))
	}
	if !bytes.Contains(got, []byte("does not fit this page")) && !bytes.Contains(got, []byte("more failed")) {
		t.Error("what is left out is not said")
	}
}
