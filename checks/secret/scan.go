package secret

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"sync"
)

// A span is one value in a text that must not be shown.
type span struct {
	start, end int
	kind       string
	literal    bool // the value itself, not a reference to it
}

// A shape is how one kind of secret looks, whatever it is called. The trigger
// is a string that every match holds, and none has fewer than least bytes: looking
// at these is far cheaper than the expression, and most texts hold none.
type shape struct {
	trigger string
	least   int
	kind    string
	re      func() *regexp.Regexp // the secret is group 1, or the whole match
}

var shapes = []shape{
	{"://", 5, kindURL, pattern(`://([^\s/?#"'<>]+(?:/[^\s"'<>@]*)?)@`)},
	{"@tcp(", 6, kindURL, pattern(`([^\s"'@]+)@tcp\(`)},
	{"hooks.slack.com/services/", 33, "Slack webhook", pattern(`hooks\.slack\.com/services/([0-9A-Za-z/]{8,})`)},
	{"PRIVATE KEY", 26, "private key", pattern(`-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----(?s:.*?)(?:-----END [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----|\z)`)},
	{"AKIA", 20, "AWS access key", pattern(`AKIA[0-9A-Z]{16,}`)},
	{"ASIA", 20, "AWS access key", pattern(`ASIA[0-9A-Z]{16,}`)},
	{"gh", 24, "GitHub token", pattern(`gh[pousr]_[0-9A-Za-z]{20,}`)},
	{"github_pat_", 31, "GitHub token", pattern(`github_pat_[0-9A-Za-z_]{20,}`)},
	{"glpat-", 22, "GitLab token", pattern(`glpat-[0-9A-Za-z_.-]{16,}`)},
	{"xox", 15, "Slack token", pattern(`xox[abeoprs]-[0-9A-Za-z-]{10,}`)},
	{"_live_", 18, "Stripe key", pattern(`[rs]k_live_[0-9A-Za-z]{10,}`)},
	{"AIza", 34, "Google API key", pattern(`AIza[0-9A-Za-z_-]{30,}`)},
	{"SWM", 19, "swarm token", pattern(`SWM(?:TKN|KEY)-1-[0-9A-Za-z+/=-]{10,}`)},
	{"npm_", 34, "npm token", pattern(`npm_[0-9A-Za-z]{30,}`)},
	{"dckr_pat_", 25, "Docker token", pattern(`dckr_pat_[0-9A-Za-z_-]{16,}`)},
	{"SG.", 36, "SendGrid key", pattern(`SG\.[0-9A-Za-z_-]{16,}\.[0-9A-Za-z_-]{16,}`)},
	{"eyJ", 23, "JSON web token", pattern(`eyJ[0-9A-Za-z_-]{8,}\.eyJ[0-9A-Za-z_-]{8,}(?:\.[0-9A-Za-z_-]*)?`)},
	{"$", 15, "password hash", pattern(`\$\$?(?:apr1|1|2[abxy]|5|6|y|argon2id?)\$[^\s"',]{12,}`)},
	{"uthorization", 14, "authorization header", pattern(`(?i:authorization["']?\s*[:=]\s*["']?(?:(?:basic|bearer|token)\s+)?)(["']?[^\s"']+)`)},
	{"-u", 10, kindUser, pattern(`\bcurl\b[^|;&]*?\s-u[\s=]*(["']?[^\s"':]+:\S+)`)},
	{"--user", 15, kindUser, pattern(`\bcurl\b[^|;&]*?\s--user[\s=]+(["']?[^\s"':]+:\S+)`)},
	{"sshpass", 11, "password", pattern(`\bsshpass\s+-p\s*(\S+)`)},
	{"mysql", 9, "password", pattern(`\bmysql(?:dump|admin|import|sh)?\s(?:[^|;&]*?\s)?-p(\S+)`)},
}

const (
	kindURL  = "URL with credentials"
	kindUser = "user and password"
)

// secretSpans finds the values in free text that must not be shown, in order:
// what looks like a secret by itself, and what is assigned to a secret's name.
func secretSpans(text string) []span {
	var out []span
	for _, s := range shapes {
		if len(text) < s.least || !strings.Contains(text, s.trigger) {
			continue
		}
		for _, m := range s.re().FindAllStringSubmatchIndex(text, -1) {
			at := m[len(m)-2:]
			out = append(out, span{at[0], at[1], s.kind, holdsSecret(s.kind, text[at[0]:at[1]])})
		}
	}
	out = append(out, assignments(text)...)
	slices.SortFunc(out, func(a, b span) int { return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end)) })
	return out
}

// ValueKind is what a value looks like by itself.
func ValueKind(v string) string {
	for _, s := range shapes {
		if len(v) < s.least || !strings.Contains(v, s.trigger) {
			continue
		}
		if m := s.re().FindStringSubmatch(v); m != nil && holdsSecret(s.kind, m[len(m)-1]) {
			return s.kind
		}
	}
	return ""
}

// holdsSecret tells a secret from a reference to one, http://user:$PASS@host,
// and from what only looks alike: https://host:8080/@scope/package, git@host.
func holdsSecret(kind, match string) bool {
	v := strings.Trim(match, `"'`)
	switch kind {
	case "password hash", "private key":
		return true
	case kindURL, kindUser:
		_, password, ok := strings.Cut(v, ":")
		return ok && password != Mask && password != "" && !isReference(password) && (kind == kindUser || !strings.Contains(v, "/"))
	}
	return v != "" && v != Mask && !isReference(v)
}

// pattern is an expression that is compiled when it is first needed: there are
// thirty, and most runs see no text that calls for any.
func pattern(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}
