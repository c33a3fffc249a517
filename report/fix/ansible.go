package fix

import (
	"cmp"
	"fmt"
	"io"
	"path"
	"strings"

	"scantling/checks"
	"scantling/report"
)

// WriteAnsible writes a plan as a playbook of ansible.builtin tasks. Ansible's own
// --check --diff is the dry run.
func WriteAnsible(w io.Writer, p *Plan, _ Options) error {
	y := &yamlWriter{}
	y.comment(fmt.Sprintf("Fix plan for %s, of run %s, by %s.", cmp.Or(p.Target, "this machine"), p.Run, p.Made))
	y.comment(p.summary())
	y.comment("Try it with ansible-playbook --check --diff; each group has a tag: now, reload, recreate, restart_daemon, reboot.")
	y.line(0, "---")
	y.line(0, "- name: Fix plan of scantling")
	y.line(2, "hosts: all")
	y.line(2, "become: true")
	y.line(2, "gather_facts: false")
	if len(p.Actions) == 0 {
		y.line(2, "tasks: []")
	} else {
		y.line(2, "tasks:")
	}
	for _, d := range checks.Disruptions {
		for _, a := range p.At(d) {
			y.tag = strings.Replace(d, "none", "now", 1)
			y.action(a)
		}
	}
	y.hands(p)
	return all(w, y.b.String())
}

type yamlWriter struct {
	b   strings.Builder
	tag string
}

func (y *yamlWriter) line(indent int, text string) {
	y.b.WriteString(strings.Repeat(" ", indent) + text + "\n")
}

func (y *yamlWriter) comment(text string) {
	for _, l := range report.Wrap(report.Safe(text), 98) {
		y.line(0, "# "+l)
	}
}

// task writes a task of a module with its parameters, which are YAML already.
func (y *yamlWriter) task(name, module string, params ...string) {
	y.line(4, "- name: "+yaml(strings.NewReplacer("{", "(", "}", ")").Replace(name)))
	y.line(6, "ansible.builtin."+module+":")
	for _, p := range params {
		y.line(8, p)
	}
	y.line(6, "tags: ["+y.tag+"]")
}

func (y *yamlWriter) action(a *Action) {
	y.line(0, "")
	y.comment("closes " + a.Closes())
	for _, text := range a.Breaks() {
		y.comment("may break: " + text)
	}
	title := a.title()
	switch {
	case a.Kind == "file" && a.Unread != "":
		y.comment("By hand, because the file was not read when the plan was made: " + title)
		for _, l := range a.Diff() {
			y.line(0, "#   "+report.Safe(l))
		}
	case a.Kind == "file":
		y.file(a, title)
	case a.Kind == "access":
		y.access(a, title)
	case a.Kind == "unit":
		y.unit(a, title)
	case a.Kind == "package":
		y.task(title, "package", "name: "+yaml(a.Name), "state: "+a.State)
	default:
		params := []string{"argv:"}
		for _, w := range a.Argv {
			params = append(params, "  - "+yaml(w))
		}
		y.task(title, "command", params...)
		y.line(6, "changed_when: true")
		if a.Live { // where it does not work, what was written holds from the next start on
			y.line(6, "ignore_errors: true")
		}
	}
}

// file writes the whole content, but only over what the plan has read.
func (y *yamlWriter) file(a *Action, title string) {
	params := []string{"dest: " + yaml(a.Path), "content: " + yaml(string(a.After))}
	before := "new"
	if !a.New {
		before = sum(a.Before)
	}
	y.task("look at "+report.Safe(a.Path), "stat", "path: "+yaml(a.Path), "checksum_algorithm: sha256", "follow: false")
	y.line(6, "register: scantling_before")
	y.task("stop unless the file is the one that was planned for", "assert",
		"that: (scantling_before.stat.checksum | default('other') if scantling_before.stat.exists else 'new') in ["+yaml(before)+", "+yaml(sum(a.After))+"]",
		"fail_msg: the file has changed since the plan was made, audit again")
	if a.New {
		y.task("make the directory of "+report.Safe(a.Path), "file", "path: "+yaml(path.Dir(a.Path)), "state: directory")
		y.task(title, "copy", append(params, "mode: "+yaml(a.Perm))...)
		return
	}
	y.task(title, "copy", append(params, "backup: true")...)
}

func (y *yamlWriter) access(a *Action, title string) {
	params := []string{"path: " + yaml(a.Path), "follow: false"}
	if a.Owner != "" {
		params = append(params, "owner: "+yaml(a.Owner))
	}
	if a.Group != "" {
		params = append(params, "group: "+yaml(a.Group))
	}
	if len(a.Modes) > 0 {
		params = append(params, "mode: "+yaml(strings.Join(a.Modes, ",")))
	}
	y.task(title, "file", params...)
}

func (y *yamlWriter) unit(a *Action, title string) {
	params := []string{"name: " + yaml(a.Name)}
	switch a.State {
	case "enabled":
		params = append(params, "masked: false", "enabled: true", "state: started")
	case "disabled":
		params = append(params, "enabled: false", "state: stopped")
	default:
		params = append(params, "masked: true", "state: stopped")
	}
	y.task(title, "systemd", params...)
}

func (y *yamlWriter) hands(p *Plan) {
	for i, r := range p.needs() {
		if i == 0 {
			y.line(0, "")
			y.comment("By hand:")
		}
		y.comment("  " + r.Name() + "  " + r.Title)
		if r.Why != "" {
			y.comment("    " + r.Why)
		}
		for _, text := range r.Hands {
			y.comment("    " + strings.Join(strings.Fields(text), " "))
		}
	}
	for _, c := range p.Clashes {
		y.comment(c)
	}
}

// yaml is a text as a double-quoted scalar. Ansible takes what is between braces
// for a template and would evaluate it: such texts are marked unsafe, which keeps
// them as they are.
func yaml(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r == '"' || r == '\\':
			b.WriteString(`\` + string(r))
		case report.Safe(string(r)) == string(r) && !hidden(r):
			b.WriteRune(r)
		case r <= 0xffff:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			fmt.Fprintf(&b, `\U%08x`, r)
		}
	}
	text := `"` + b.String() + `"`
	if strings.Contains(s, "{{") || strings.Contains(s, "{%") || strings.Contains(s, "{#") {
		return "!unsafe " + text
	}
	return text
}
