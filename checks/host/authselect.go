package host

import (
	"context"
	"path"
	"strings"

	"scantling/checks/fact"
)

// AuthselectFact is `authselect`.
var AuthselectFact = fact.NewOne("authselect",
	"The profile from which authselect writes the PAM stacks, its features, and the modules that its templates name.",
	fact.Files, readAuthselect).Reading(planAuthselect)

// Authselect is the selected profile. Without one, Exists is false and all else
// empty.
type Authselect struct {
	Exists       bool
	Profile      *string // sssd, local, custom/site
	Features     []string
	Dir          *string  // where the templates are
	SystemAuth   []string // modules in the template, whether a feature switches them on or not
	PasswordAuth []string
	Applied      bool // the files in /etc/pam.d lead to those that authselect writes
}

const authselectConf = "/etc/authselect/authselect.conf"

func readAuthselect(h *Host, ctx context.Context, n *fact.Notes) (Authselect, error) {
	a := Authselect{}
	n.From(authselectConf)
	b, found, err := h.readOptional(authselectConf)
	words := strings.Fields(string(b))
	if err != nil || !found || len(words) == 0 {
		return a, err
	}
	a.Exists, a.Profile, a.Features = true, &words[0], words[1:]
	dir := h.authselectDir(words[0])
	a.Dir = &dir
	for attr, into := range map[string]*[]string{"system_auth": &a.SystemAuth, "password_auth": &a.PasswordAuth} {
		file := path.Join(dir, strings.ReplaceAll(attr, "_", "-"))
		n.Origin(attr, file)
		b, _, err := h.readOptional(file)
		if err != nil {
			n.Unknown(attr, err)
		}
		for _, l := range parsePAM(file, b) {
			*into = compact(append(*into, l.module))
		}
	}
	a.Applied = h.authselectLinked("system-auth") && h.authselectLinked("password-auth")
	n.Origin("applied", "links in /etc/pam.d")
	return a, ctx.Err()
}

// authselectDir is where a profile is looked for: of one name, the vendor's own
// comes before the default.
func (h *Host) authselectDir(profile string) string {
	if custom, ok := strings.CutPrefix(profile, "custom/"); ok {
		return path.Join("/etc/authselect/custom", path.Base(custom))
	}
	return h.firstOf(path.Join("/usr/share/authselect/vendor", path.Base(profile)), path.Join("/usr/share/authselect/default", path.Base(profile)))
}

func (h *Host) authselectLinked(name string) bool {
	target, err := h.root.ReadLink("/etc/pam.d/" + name)
	return err == nil && target == "/etc/authselect/"+name
}

func planAuthselect(string) []string {
	return []string{authselectConf, "/etc/authselect/custom/*", "/usr/share/authselect/*/*", "/etc/pam.d/system-auth", "/etc/pam.d/password-auth"}
}
