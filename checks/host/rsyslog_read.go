package host

import (
	"fmt"
	"strconv"
	"strings"

	"scantling/checks/secret"
)

// A rsyslogReader goes through the statements in the order in which rsyslog does.
type rsyslogReader struct {
	host  *Host
	files []string

	mode      string // of $FileCreateMode, for the actions of the older form behind it
	module    string // of module(load="builtin:omfile"), for those of the newer form
	umask     string
	driver    string            // of $DefaultNetstreamDriver or global()
	caFile    string            // likewise
	next      map[string]string // $ActionSend..., for the next action alone
	written   []rsyslogWrite
	forwards  []rsyslogSend
	receivers []string
	rules     []string
}

// rsyslogWrite and rsyslogSend wait for the defaults, which may come later.
type rsyslogWrite struct{ path, mode, origin string }

type rsyslogSend struct {
	RsyslogForward
	driver, driverMode string
}

func newRsyslogReader(h *Host) *rsyslogReader {
	return &rsyslogReader{host: h, mode: "0644", next: map[string]string{}}
}

func (r *rsyslogReader) statement(s rsyslogStatement) {
	switch s.kind {
	case rsyslogDirective:
		r.directive(s)
	case rsyslogAction:
		r.oldAction(s)
	case rsyslogObject:
		r.object(s)
	}
}

func (r *rsyslogReader) directive(s rsyslogStatement) {
	switch s.name {
	case "filecreatemode":
		r.mode = s.value
	case "umask":
		r.umask = s.value
	case "defaultnetstreamdriver":
		r.driver = s.value
	case "defaultnetstreamdrivercafile":
		r.caFile = s.value
	case "actionsendstreamdriver", "actionsendstreamdrivermode":
		r.next[s.name] = s.value
	case "modload":
		r.load(s, s.value)
	case "inputtcpserverrun", "udpserverrun", "inputptcpserverrun", "inputrelpserverrun":
		r.receivers = append(r.receivers, fmt.Sprintf("$%s %s (%s)", s.name, s.value, s.origin))
	}
}

// load notes the modules that do nothing but listen to the network.
func (r *rsyslogReader) load(s rsyslogStatement, module string) {
	name := strings.TrimSuffix(module[strings.LastIndex(module, "/")+1:], ".so")
	if name == "imtcp" || name == "imudp" {
		r.receivers = append(r.receivers, fmt.Sprintf("module %s (%s)", name, s.origin))
	}
}

func (r *rsyslogReader) object(s rsyslogStatement) {
	kind := strings.ToLower(s.params["type"])
	switch s.name {
	case "module":
		r.load(s, s.params["load"])
		if mode := s.params["filecreatemode"]; strings.HasSuffix(s.params["load"], "omfile") && mode != "" {
			r.module = mode
		}
	case "global":
		r.driver = or(s.params["defaultnetstreamdriver"], r.driver)
		r.caFile = or(s.params["defaultnetstreamdrivercafile"], r.caFile)
		r.umask = or(s.params["umask"], r.umask)
	case "input":
		if kind == "imtcp" || kind == "imudp" || kind == "imrelp" || kind == "imptcp" && s.params["path"] == "" {
			r.receivers = append(r.receivers, fmt.Sprintf("input %s, port %s (%s)", kind, or(s.params["port"], "514"), s.origin))
		}
	case "action":
		r.newAction(s, strings.TrimPrefix(kind, "builtin:"))
	}
}

func (r *rsyslogReader) newAction(s rsyslogStatement, kind string) {
	what := kind
	switch kind {
	case "omfile":
		what = or(s.params["file"], or(s.params["dynafile"], "a file"))
		r.written = append(r.written, rsyslogWrite{what, s.params["filecreatemode"], s.origin})
	case "omfwd":
		what = or(s.params["target"], "an unnamed target")
		f := RsyslogForward{Target: what, Protocol: strings.ToLower(or(s.params["protocol"], "udp")), Origin: s.origin}
		r.forwards = append(r.forwards, rsyslogSend{f, s.params["streamdriver"], s.params["streamdrivermode"]})
	case "omrelp":
		what = s.params["target"]
		f := RsyslogForward{Target: what, Protocol: "relp", TLS: strings.EqualFold(s.params["tls"], "on"), Origin: s.origin}
		r.forwards = append(r.forwards, rsyslogSend{RsyslogForward: f})
	}
	r.rules = append(r.rules, secret.Redact(strings.TrimSpace(s.selector+" "+kind+" "+strings.TrimPrefix(what, kind))))
}

// oldAction reads an action of the older form: /file, -/file, ?template,
// @host, @@(options)host;template.
func (r *rsyslogReader) oldAction(s rsyslogStatement) {
	text, _, _ := strings.Cut(s.value, " #")
	target, _, _ := strings.Cut(strings.TrimSpace(text), ";")
	file := strings.TrimPrefix(target, "-")
	switch {
	case strings.HasPrefix(file, "/"), strings.HasPrefix(file, "?"):
		r.written = append(r.written, rsyslogWrite{file, r.mode, s.origin})
	case strings.HasPrefix(target, "@"):
		f := RsyslogForward{Protocol: "udp", Origin: s.origin}
		if strings.HasPrefix(target, "@@") {
			f.Protocol = "tcp"
		}
		f.Target = strings.TrimLeft(target, "@")
		if _, host, ok := strings.Cut(f.Target, ")"); ok && f.Target[0] == '(' {
			f.Target = host
		}
		f.Target = secret.Redact(f.Target)
		r.forwards = append(r.forwards, rsyslogSend{f, r.next["actionsendstreamdriver"], r.next["actionsendstreamdrivermode"]})
	}
	clear(r.next)
	if strings.HasPrefix(target, ":") { // :ommysql:host,database,user,password
		name, _, _ := strings.Cut(target, ",")
		target = name
	}
	r.rules = append(r.rules, strings.TrimSpace(s.selector+" "+secret.Redact(target)))
}

// fill puts the defaults in their places.
func (r *rsyslogReader) fill(out *Rsyslog) {
	for _, w := range r.written {
		mode := or(w.mode, or(r.module, "0644"))
		out.Files = append(out.Files, RsyslogFile{w.path, masked(mode, r.umask), w.origin})
	}
	for _, f := range r.forwards {
		if driver := or(f.driver, r.driver); driver != "" && f.Protocol != "relp" {
			f.StreamDriver = &driver
			f.TLS = f.Protocol == "tcp" && f.driverMode == "1" && (driver == "gtls" || driver == "ossl")
		}
		out.Forwards = append(out.Forwards, f.RsyslogForward)
	}
	if r.driver != "" {
		out.StreamDriver = &r.driver
	}
	if r.caFile != "" {
		out.CAFile = &r.caFile
	}
	out.Receivers, out.Rules = r.receivers, r.rules
}

// masked takes away the bits of the umask; a mode that is no number stays.
func masked(mode, umask string) string {
	m, err := strconv.ParseUint(mode, 8, 12)
	if err != nil {
		return mode
	}
	u, _ := strconv.ParseUint(or(umask, "0"), 8, 12)
	return fmt.Sprintf("%04o", m&^u)
}
