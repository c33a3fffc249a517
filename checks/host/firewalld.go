package host

import (
	"context"
	"fmt"
	"path"
	"slices"
	"strings"

	"scantling/checks/fact"
)

// FirewalldFact is `firewalld`.
var FirewalldFact = fact.NewOne("firewalld",
	"firewalld: its settings, and the zones as its files set them up; which are active now, asked over D-Bus.",
	fact.Files|fact.Live, readFirewalld).
	Reading(func(string) []string {
		return []string{firewalldProgram, firewalldConf, "/etc/firewalld/zones/*.xml", "/usr/lib/firewalld/zones/*.xml", networkManagerDir + "/*.nmconnection", "D-Bus org.fedoraproject.FirewallD1 getActiveZones"}
	})

const (
	firewalldProgram  = "/usr/sbin/firewalld"
	firewalldConf     = "/etc/firewalld/firewalld.conf"
	networkManagerDir = "/etc/NetworkManager/system-connections"
)

// Firewalld is the permanent configuration, of which a running firewalld may
// differ. Running is whether it answered.
type Firewalld struct {
	Exists      bool // its program is there
	Running     bool
	Backend     string // nftables or iptables
	DefaultZone string
	Zones       []FirewalldZone
}

// A FirewalldZone is what hosts on some interfaces may do. Active says that an
// interface or address belongs to it, or that it is the zone for all others.
type FirewalldZone struct {
	Name       string
	Target     string // default, ACCEPT, DROP, %%REJECT%%
	Active     bool   // by the files
	Live       bool   // firewalld has it active now
	Interfaces []string
	Sources    []string
	Services   []string
	Ports      []string // 8080/tcp
	Rules      []string // rich rules in firewalld's words
}

func readFirewalld(h *Host, ctx context.Context, n *fact.Notes) (Firewalld, error) {
	out := Firewalld{Backend: "nftables", DefaultZone: "public"} // firewalld's own defaults
	n.Origin("exists", firewalldProgram)
	_, err := h.root.Stat(firewalldProgram)
	if out.Exists = err == nil; err != nil && !isAbsent(err) {
		n.Unknown("exists", err)
	}
	h.readFirewalldConf(&out, n)
	if err := h.readZones(&out, n); err != nil {
		n.Unknown("zones", err)
	}
	h.readRuntime(ctx, &out, n)
	return out, ctx.Err()
}

func (h *Host) readFirewalldConf(out *Firewalld, n *fact.Notes) {
	b, _, err := h.readOptional(firewalldConf)
	n.Origin("backend", "built-in default")
	n.Origin("default_zone", "built-in default")
	if err != nil {
		n.Unknown("backend", err)
		n.Unknown("default_zone", err)
		n.Unknown("zones", err)
	}
	for _, l := range parseShellVars(nil, firewalldConf, b) {
		switch l.name {
		case "FirewallBackend":
			out.Backend = strings.ToLower(l.value)
			n.Origin("backend", l.origin)
		case "DefaultZone":
			out.DefaultZone = l.value
			n.Origin("default_zone", l.origin)
		}
	}
}

// readZones reads the vendor's zones and the administrator's, which replace them
// by name. NetworkManager may put an interface into a zone of its own choice.
func (h *Host) readZones(out *Firewalld, n *fact.Notes) error {
	zones := map[string]FirewalldZone{}
	files := map[string]string{}
	for _, dir := range []string{"/usr/lib/firewalld/zones", "/etc/firewalld/zones"} {
		var bad error
		err := h.eachFile(dir, func(file string, b []byte) {
			name, ok := strings.CutSuffix(path.Base(file), ".xml")
			if !ok {
				return
			}
			z, err := parseZone(b)
			if err != nil && bad == nil {
				bad = fmt.Errorf("%s: %w", file, err)
			}
			z.Name = name
			zones[name], files[name] = z, file
		})
		if err != nil || bad != nil {
			return orAbsent(err, bad)
		}
	}
	bound, err := h.managedZones()
	if err != nil {
		return err
	}
	for _, name := range sortedKeys(zones) {
		z := zones[name]
		z.Interfaces = append(z.Interfaces, bound[name]...)
		z.Active = len(z.Interfaces)+len(z.Sources) > 0 || name == out.DefaultZone
		n.Origin(fmt.Sprintf("zones[%d]", len(out.Zones)), files[name])
		out.Zones = append(out.Zones, z)
	}
	return nil
}

// managedZones are the zones that connections of NetworkManager name, with the
// interface or, where a connection is for any, its own name.
func (h *Host) managedZones() (map[string][]string, error) {
	out := map[string][]string{}
	err := h.eachFile(networkManagerDir, func(file string, b []byte) {
		set := map[string]string{}
		for _, l := range parseKeyfile(file, b) {
			if l.group == "connection" {
				set[l.key] = l.value
			}
		}
		if zone := set["zone"]; zone != "" {
			out[zone] = append(out[zone], or(set["interface-name"], or(set["id"], path.Base(file))))
		}
	})
	return out, err
}

// runtimeZones are the zones that are active now.
type runtimeZones map[string]map[string][]string

// readRuntime asks the running firewalld which zones are active. One that does
// not run has none.
func (h *Host) readRuntime(ctx context.Context, out *Firewalld, n *fact.Notes) {
	n.Origin("running", "D-Bus")
	ask := h.askFirewalld
	if ask == nil {
		ask = h.activeZones
	}
	active, err := ask(ctx)
	if err != nil {
		n.Unknown("running", err)
	}
	out.Running = active != nil
	for i, z := range out.Zones {
		at := fmt.Sprintf("zones[%d].live", i)
		n.Origin(at, "D-Bus getActiveZones")
		if err != nil {
			n.Unknown(at, err)
		}
		now, live := active[z.Name]
		if out.Zones[i].Live = live; live != z.Active && active != nil {
			n.Remark(at, "the running firewalld and its files differ")
		}
		for _, name := range now["interfaces"] {
			if !slices.Contains(z.Interfaces, name) && z.Name != out.DefaultZone {
				n.Remark(at, "the running firewalld has "+name+" in this zone, its files have not")
			}
		}
	}
}
