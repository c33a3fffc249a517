package fix

import (
	"bytes"
	"strings"
	"testing"

	yamlv3 "go.yaml.in/yaml/v3"
)

// TestAnsibleLoads reads the playbook as YAML: each task has one module of
// ansible.builtin, and each text comes out as it went in, marked where Ansible
// would evaluate it.
func TestAnsibleLoads(t *testing.T) {
	rows, archive := hostile()
	p := Make(sampleReport(append(rows, sample...)), root(t, archive+machine), "")
	var b bytes.Buffer
	if err := WriteAnsible(&b, p, Options{}); err != nil {
		t.Fatal(err)
	}
	var plays []struct {
		Hosts string
		Tasks []map[string]yamlv3.Node
	}
	if err := yamlv3.Unmarshal(b.Bytes(), &plays); err != nil || len(plays) != 1 || len(plays[0].Tasks) < len(p.Actions)-1 {
		t.Fatalf("%v: %d plays", err, len(plays))
	}
	content := map[string]string{}
	for _, task := range plays[0].Tasks {
		modules := 0
		for key, node := range task {
			if !strings.HasPrefix(key, "ansible.builtin.") {
				continue
			}
			modules++
			unmarked(t, &node)
			var params map[string]any
			if err := node.Decode(&params); err != nil {
				t.Fatal(err)
			}
			if key == "ansible.builtin.copy" {
				content[params["dest"].(string)] = params["content"].(string)
			}
		}
		if name := task["name"]; modules != 1 || strings.Contains(name.Value, "{{") {
			t.Errorf("the task %q has %d modules", name.Value, modules)
		}
	}
	for _, a := range p.Actions {
		if a.Kind == "file" && a.Unread == "" && content[a.Path] != string(a.After) {
			t.Errorf("%.80q gets %.80q; want %.80q", a.Path, content[a.Path], a.After)
		}
	}
}

// unmarked finds texts that Ansible would take for a template.
func unmarked(t *testing.T, n *yamlv3.Node) {
	for _, c := range n.Content {
		unmarked(t, c)
	}
	if n.Kind == yamlv3.ScalarNode && n.Tag != "!unsafe" && (strings.Contains(n.Value, "{{") || strings.Contains(n.Value, "{%")) {
		t.Errorf("Ansible would evaluate %.80q", n.Value)
	}
	if n.Tag == "!unsafe" {
		n.Tag = "!!str"
	}
}
