package docker

import (
	"regexp"
	"slices"
	"strings"
)

var (
	managers  = set("apt apt-get apk yum dnf dnf5 microdnf tdnf zypper")
	refreshes = set("update refresh ref makecache check-update")
	installs  = set("install add in upgrade dist-upgrade full-upgrade dup up localinstall groupinstall group reinstall build-dep satisfy distro-sync patch fetch source download")
	others    = set("remove del purge clean autoremove autoclean erase rm search list show info repolist config-manager history provides policy addrepo ar lr key module fix cache version")
)

// packageVerb is what a package manager is told to do: the first of its words
// that is a command of it.
func packageVerb(s simple) (refresh, install bool) {
	if !managers[s.program] {
		return false, false
	}
	for _, w := range s.words {
		switch {
		case refreshes[w]:
			return true, false
		case installs[w]:
			return false, true
		case others[w]:
			return false, false
		}
	}
	return false, false
}

// updateOnly are the RUN steps that refresh a package index, or update what is
// there, and install nothing: the builder keeps the layer, and later ones
// install from an old index.
func updateOnly(steps []step) []string {
	var out []string
	for _, s := range steps {
		if s.instruction != "RUN" {
			continue
		}
		refreshed, installed := false, false
		for _, c := range simples(runText(s.text)) {
			refresh, install := packageVerb(c)
			refreshed, installed = refreshed || refresh, installed || install
		}
		if refreshed && !installed {
			out = append(out, printable("RUN "+s.text))
		}
	}
	return out
}

// runText is a step's command without the build arguments before it.
func runText(text string) string {
	if !strings.HasPrefix(text, "|") {
		return text
	}
	if i := strings.Index(text, " /"); i >= 0 {
		return text[i:]
	}
	return text
}

// careless are options that switch off a check of what is fetched or installed.
var careless = []struct {
	what string
	re   func() *regexp.Regexp
}{
	{"--allow-unauthenticated", pattern(`--allow-unauthenticated\b|AllowUnauthenticated["=\s]+(?:true|1|yes)`)},
	{"--allow-insecure-repositories", pattern(`--allow-insecure-repositories\b|AllowInsecureRepositories["=\s]+(?:true|1|yes)`)},
	{"--nogpgcheck", pattern(`--nogpgcheck\b|--no-gpg-checks?\b|\bgpgcheck\s*=\s*(?:0|[Ff]alse|no)`)},
	{"--allow-untrusted", pattern(`--allow-untrusted\b`)},
	{"trusted=yes", pattern(`\[[^\]]*\btrusted=yes\b`)},
	{"--no-check-certificate", pattern(`--no-check-certificate\b`)},
	{"download run by a shell", pattern("\\b(?:ba|da|a|z)?sh\\s+(?:-\\w+\\s+)*[\"']?(?:<\\(|\\$\\(|`)\\s*(?:curl|wget)\\b")},
}

// insecureInstalls are the RUN steps that fetch or install without a check.
func insecureInstalls(steps []step) []string {
	var out []string
	for _, s := range steps {
		if s.instruction != "RUN" {
			continue
		}
		for _, what := range carelessness(runText(s.text)) {
			out = append(out, what+": "+printable("RUN "+s.text))
		}
	}
	return out
}

func carelessness(text string) []string {
	var out []string
	for _, c := range careless {
		if c.re().MatchString(text) {
			out = append(out, c.what)
		}
	}
	fetched := false // somewhere before in the same pipe
	for _, s := range simples(text) {
		fetched = fetched && s.piped
		if fetched && s.shell {
			out = append(out, "download run by a shell")
		}
		fetched = fetched || s.program == "curl" || s.program == "wget"
		if s.program == "curl" && slices.ContainsFunc(s.words, isInsecureOption) {
			out = append(out, "curl --insecure")
		}
	}
	return unique(out)
}

var shells = set("sh bash ash dash zsh python python2 python3 perl ruby node php")

// isInsecureOption takes --insecure and -k, also among others: -fsSLk. A letter
// that takes a value ends such a group.
func isInsecureOption(w string) bool {
	group, short := strings.CutPrefix(w, "-")
	if !short || strings.HasPrefix(group, "-") {
		return w == "--insecure"
	}
	if i := strings.IndexAny(group, "AbcCdDeEFHKmoPQrtTuUwxXyYz"); i >= 0 {
		group = group[:i]
	}
	return strings.Contains(group, "k")
}
