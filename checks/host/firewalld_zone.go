package host

import (
	"context"
	"encoding/xml"
	"errors"
	"strings"

	"github.com/godbus/dbus/v5"
)

// zoneXML is firewalld.zone(5), as far as profiles ask.
type zoneXML struct {
	Target     string       `xml:"target,attr"`
	Interfaces []zoneName   `xml:"interface"`
	Sources    []zoneSource `xml:"source"`
	Services   []zoneName   `xml:"service"`
	Ports      []portXML    `xml:"port"`
	Rules      []richXML    `xml:"rule"`
}

type zoneName struct {
	Name string `xml:"name,attr"`
}

type zoneSource struct {
	Address string `xml:"address,attr"`
	IPSet   string `xml:"ipset,attr"`
	MAC     string `xml:"mac,attr"`
	Invert  string `xml:"invert,attr"`
}

type portXML struct {
	Port     string `xml:"port,attr"`
	Protocol string `xml:"protocol,attr"`
}

type richXML struct {
	Family      string      `xml:"family,attr"`
	Source      *zoneSource `xml:"source"`
	Destination *zoneSource `xml:"destination"`
	Service     *zoneName   `xml:"service"`
	Port        *portXML    `xml:"port"`
	Accept      *struct{}   `xml:"accept"`
	Reject      *struct{}   `xml:"reject"`
	Drop        *struct{}   `xml:"drop"`
}

func parseZone(b []byte) (FirewalldZone, error) {
	var x zoneXML
	if err := xml.Unmarshal(b, &x); err != nil {
		return FirewalldZone{}, err
	}
	z := FirewalldZone{Target: or(x.Target, "default")}
	for _, i := range x.Interfaces {
		z.Interfaces = append(z.Interfaces, i.Name)
	}
	for _, s := range x.Sources {
		z.Sources = append(z.Sources, or(s.Address, or(s.IPSet, s.MAC)))
	}
	for _, s := range x.Services {
		z.Services = append(z.Services, s.Name)
	}
	for _, p := range x.Ports {
		z.Ports = append(z.Ports, p.Port+"/"+p.Protocol)
	}
	for _, r := range x.Rules {
		z.Rules = append(z.Rules, r.String())
	}
	return z, nil
}

// String words a rule as firewall-cmd takes it.
func (r richXML) String() string {
	var b strings.Builder
	b.WriteString("rule")
	if r.Family != "" {
		b.WriteString(` family="` + r.Family + `"`)
	}
	for _, part := range []struct {
		name string
		of   *zoneSource
	}{{"source", r.Source}, {"destination", r.Destination}} {
		if part.of != nil {
			b.WriteString(" " + part.name + map[bool]string{true: " NOT", false: ""}[isTrueXML(part.of.Invert)] + ` address="` + or(part.of.Address, or(part.of.IPSet, part.of.MAC)) + `"`)
		}
	}
	if r.Service != nil {
		b.WriteString(` service name="` + r.Service.Name + `"`)
	}
	if r.Port != nil {
		b.WriteString(` port port="` + r.Port.Port + `" protocol="` + r.Port.Protocol + `"`)
	}
	switch {
	case r.Drop != nil:
		b.WriteString(" drop")
	case r.Reject != nil:
		b.WriteString(" reject")
	case r.Accept != nil:
		b.WriteString(" accept")
	}
	return b.String()
}

// isTrueXML reads a boolean as firewalld does.
func isTrueXML(s string) bool { return strings.EqualFold(s, "yes") || strings.EqualFold(s, "true") }

// activeZones asks firewalld over the system bus; nil when it does not run.
func (h *Host) activeZones(ctx context.Context) (runtimeZones, error) {
	if !h.root.Live() {
		return nil, notRunning("the active zones")
	}
	if _, err := h.root.Stat(busSocket); err != nil {
		return nil, ifPresent(err)
	}
	out := runtimeZones{}
	const name = "org.fedoraproject.FirewallD1"
	err := h.callBus(ctx, busSocket, name, "/org/fedoraproject/FirewallD1", name+".zone.getActiveZones", &out)
	var refused dbus.Error
	if errors.As(err, &refused) && (refused.Name == "org.freedesktop.DBus.Error.ServiceUnknown" || refused.Name == "org.freedesktop.DBus.Error.NameHasNoOwner") {
		return nil, nil
	}
	return out, err
}
