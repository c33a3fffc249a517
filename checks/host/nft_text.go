package host

import (
	"fmt"
	"path"
	"strings"
)

// nftConf is the file that nftables.service loads, unless the unit names another.
const (
	nftConf       = "/etc/nftables.conf"
	nftConfRedHat = "/etc/sysconfig/nftables.conf"
)

// nftConfFile looks into the unit for `nft -f FILE`.
func (h *Host) nftConfFile() (string, error) {
	u, err := h.Unit("nftables.service")
	if err != nil {
		return "", err
	}
	for _, s := range u.Settings("ExecStart") {
		words := strings.Fields(s.Value)
		for i, w := range words {
			if w == "-f" && i+1 < len(words) {
				return strings.Trim(words[i+1], `'"`), nil
			}
		}
	}
	if _, err := h.root.Stat(nftConfRedHat); err == nil {
		return nftConfRedHat, nil
	}
	return nftConf, nil
}

// readNftConf reads the ruleset in a file and all that it includes. Found is
// false where there is no such file.
func (h *Host) readNftConf(file string) (out packetRules, found bool, err error) {
	p := nftParser{host: h, rules: &out, defines: map[string]string{}}
	found, err = p.file(file, 0)
	return out, found, err
}

// nftMaxIncludes is MAX_INCLUDE_DEPTH of nft.
const nftMaxIncludes = 16

// An nftParser reads the part of nft's language that says where chains hook in
// and what rules do. A rule that it does not understand whole is partial.
type nftParser struct {
	host    *Host
	files   int // that were read
	rules   *packetRules
	defines map[string]string
	family  string // of the table that is open
	table   string
	chain   *packetChain
	skip    int // open braces of a set, map, flowtable or the like
}

func (p *nftParser) file(name string, depth int) (bool, error) {
	b, found, err := p.host.readOptional(name)
	if err != nil || !found {
		return false, err
	}
	p.files++
	if err := tooMany(name, p.files); err != nil {
		return true, err
	}
	for _, s := range nftStatements(b) {
		at := fmt.Sprintf("%s:%d", name, s.line)
		if target, ok := strings.CutPrefix(s.text, "include "); ok {
			if err := p.include(target, name, depth, at); err != nil {
				return true, err
			}
			continue
		}
		p.statement(s.text, at)
	}
	return true, nil
}

// include takes a file or a pattern; nft looks in /etc for what has no slash at
// its start, and a pattern need not fit anything.
func (p *nftParser) include(target, from string, depth int, at string) error {
	if depth >= nftMaxIncludes {
		return fmt.Errorf("%s: includes go too deep", at)
	}
	name := strings.Trim(strings.TrimSpace(target), `"'`)
	if strings.HasPrefix(name, "./") {
		name = path.Join(path.Dir(from), name)
	} else if !path.IsAbs(name) {
		name = path.Join("/etc", name)
	}
	if !strings.ContainsAny(name, "*?[") {
		found, err := p.file(name, depth+1)
		if err == nil && !found {
			err = fmt.Errorf("%s: %s does not exist", at, name)
		}
		return err
	}
	list, err := p.host.root.List(path.Dir(name))
	if err != nil && !isAbsent(err) {
		return err
	}
	for _, f := range list {
		if ok, _ := path.Match(path.Base(name), f.Name()); ok && !strings.HasPrefix(f.Name(), ".") {
			if _, err := p.file(path.Join(path.Dir(name), f.Name()), depth+1); err != nil {
				return err
			}
		}
	}
	return nil
}

type nftStatement struct {
	text string
	line int
}

// nftStatements cuts the text at ends of lines, semicolons and braces of blocks;
// braces of a set within a rule stay. A brace stands in the statement it ends.
func nftStatements(b []byte) (out []nftStatement) {
	var word strings.Builder
	line, start, quoted, inner := 1, 1, false, 0
	flush := func() {
		if text := strings.Join(strings.Fields(word.String()), " "); text != "" {
			out = append(out, nftStatement{text, start})
		}
		word.Reset()
	}
	text := strings.ReplaceAll(string(b), "\\\n", " ")
	for i := 0; i < len(text); i++ {
		c := text[i]
		if strings.TrimSpace(word.String()) == "" {
			start = line
		}
		switch {
		case c == '\n':
			line++
			if inner == 0 {
				flush()
			} else {
				word.WriteByte(' ')
			}
			quoted = false
		case c == '"':
			quoted = !quoted
			word.WriteByte(c)
		case quoted:
			word.WriteByte(c)
		case c == '#':
			for i+1 < len(text) && text[i+1] != '\n' {
				i++
			}
		case c == ';' && inner == 0:
			flush()
		case c == '{' && (inner > 0 || !opensBlock(word.String())):
			inner++
			word.WriteByte(c)
		case c == '}' && inner > 0:
			inner--
			word.WriteByte(c)
		case c == '{':
			word.WriteString(" {")
			flush()
		case c == '}':
			flush()
			out = append(out, nftStatement{"}", line})
		default:
			word.WriteByte(c)
		}
	}
	flush()
	return out
}

// opensBlock tells `table inet x {` from `tcp dport {`.
func opensBlock(head string) bool {
	f := strings.Fields(head)
	if len(f) > 0 && (f[0] == "add" || f[0] == "create") {
		f = f[1:]
	}
	if len(f) == 0 {
		return false
	}
	switch f[0] {
	case "table", "chain", "set", "map", "flowtable", "counter", "quota", "limit", "secmark", "synproxy":
		return len(f) < 5 && (f[0] != "counter" && f[0] != "limit" && f[0] != "quota" || len(f) == 2)
	case "ct":
		return len(f) == 3 && (f[1] == "helper" || f[1] == "timeout" || f[1] == "expectation")
	}
	return false
}
