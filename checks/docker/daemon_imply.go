package docker

import (
	"net"
	"net/url"
	"path"
	"strings"

	"scantling/checks/fact"
)

// implyTLS: naming tlsverify at all, even false, toggles TLS on; TLS without a
// word about tlsverify verifies. Before Engine 20.10 only the flag --tls did so.
func (b daemonBase) implyTLS(m layer, flags layer) {
	tls, verify := m["tls"], m["tlsverify"]
	_, byFlag := flags["tls"]
	switch {
	case tls.err != nil || verify.err != nil:
	case verify.at != "":
		tls = held{value: true, at: verify.at, remark: "implied by tlsverify"}
	case tls.value == true && !byFlag && b.version == "":
		verify.err = &fact.Unavailable{Why: "whether tls implies tlsverify depends on the engine's version, which is not known", Remedy: "start dockerd"}
	case tls.at != "" && (byFlag || major(b.version) >= 20):
		verify = held{value: tls.value, at: tls.at, remark: "implied by tls"}
	}
	m["tls"], m["tlsverify"] = tls, verify
	_, verifyByFlag := flags["tlsverify"]
	if tls.value != true || !byFlag && !verifyByFlag {
		return // dockerd fills in the default files for flags only
	}
	for name, file := range map[string]string{"tlscacert": "ca.pem", "tlscert": "cert.pem", "tlskey": "key.pem"} {
		if h := m[name]; h.at == "" && h.err == nil {
			m[name] = held{value: path.Join(b.tlsDir, file), err: b.tlsErr}
		}
	}
}

// implyHosts fills in where dockerd listens when nobody says, and spells hosts
// out: 0.0.0.0:2375 is tcp://0.0.0.0:2375.
func (b daemonBase) implyHosts(m layer) {
	h, tls := m["hosts"], m["tls"]
	if h.err != nil {
		return
	}
	hosts, _ := h.value.([]string)
	var out []string
	for _, name := range hosts {
		if name = strings.TrimSpace(name); name != "" {
			out = append(out, listener(name))
		}
	}
	switch {
	case len(out) > 0:
	case tls.err != nil:
		h.err = tls.err
	case tls.value == true:
		out = []string{"tcp://localhost:2376"}
	default:
		out = []string{"unix://" + b.runDir() + "/docker.sock"}
	}
	h.value = unique(out)
	m["hosts"] = h
}

// listener spells one host out, with dockerd's defaults for what is left away.
func listener(name string) string {
	proto, addr, ok := strings.Cut(name, "://")
	switch {
	case !ok:
		name = "tcp://" + name
	case proto == "unix" && addr == "":
		return "unix:///var/run/docker.sock"
	case proto != "tcp":
		return name
	}
	u, err := url.Parse(name)
	if err != nil {
		return name
	}
	host, port := u.Hostname(), u.Port()
	if host == "" {
		host = "localhost"
	}
	if port == "" {
		port = "2375"
	}
	return "tcp://" + net.JoinHostPort(host, port)
}
