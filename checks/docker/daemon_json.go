package docker

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// A held is a setting's value in one place, such as daemon.json or a command
// line, before the places are merged.
type held struct {
	value  any
	at     string // where: /etc/docker/daemon.json:4
	remark string
	err    error // it stands there and is not understood
}

// A layer is the settings of one place, by name.
type layer map[string]held

// A configFile is what daemon.json says.
type configFile struct {
	layer
	unknown []jsonKey // keys that no setting has: dockerd does not start over them
}

type jsonKey struct {
	name string
	at   string
	raw  json.RawMessage
}

// parseDaemonJSON reads daemon.json as dockerd does: an empty file sets
// nothing, and of a key given twice the last counts. The error is that of a
// file that is no JSON object; a single value of a wrong type is kept beside
// its setting.
func parseDaemonJSON(file string, b []byte) (configFile, error) {
	out := configFile{layer: layer{}}
	b = bytes.TrimPrefix(b, []byte("\ufeff"))
	if text := bytes.TrimSpace(b); len(text) == 0 || string(text) == "null" {
		return out, nil
	}
	keys, err := jsonKeys(file, "", b, 0)
	if err != nil {
		return out, fmt.Errorf("%s: not a JSON object: %w", file, err)
	}
	for _, k := range keys {
		out.take(k)
	}
	return out, nil
}

func (c *configFile) take(k jsonKey) {
	i := slices.IndexFunc(daemonSettings, func(s daemonSetting) bool { return s.name == k.name })
	if i < 0 {
		c.unknown = append(c.unknown, k)
		return
	}
	v, err := daemonSettings[i].kind.fromJSON(k.raw)
	if err != nil {
		err = fmt.Errorf("%s: %s: %w", k.at, k.name, err)
	}
	h := held{value: v, at: k.at, err: err}
	if before, twice := c.layer[k.name]; twice {
		h.remark = "given twice; the one at " + before.at + " does not count"
	}
	c.layer[k.name] = h
}

// jsonKeys lists an object's keys in order, each with the line it stands on. The
// object proxies is opened up, its keys are settings like any others.
func jsonKeys(file, prefix string, b []byte, lines int) ([]jsonKey, error) {
	d := json.NewDecoder(bytes.NewReader(b))
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return nil, orElse(unexpectedEnd(err), errors.New("it does not begin with {"))
	}
	var out []jsonKey
	for d.More() {
		t, err := d.Token()
		if err != nil {
			return nil, unexpectedEnd(err)
		}
		line := lines + 1 + bytes.Count(b[:d.InputOffset()], []byte("\n"))
		k := jsonKey{name: prefix + t.(string), at: fmt.Sprintf("%s:%d", file, line)}
		if err := d.Decode(&k.raw); err != nil {
			return nil, fmt.Errorf("line %d: %w", line, unexpectedEnd(err))
		}
		inner, err := nested(file, k, b[:d.InputOffset()], lines)
		if err != nil {
			return nil, err
		}
		out = append(out, inner...)
	}
	if _, err := d.Token(); err != nil {
		return nil, unexpectedEnd(err)
	}
	if _, err := d.Token(); prefix == "" && !errors.Is(err, io.EOF) {
		return nil, errors.New("something follows after the closing brace")
	}
	return out, nil
}

func nested(file string, k jsonKey, upTo []byte, lines int) ([]jsonKey, error) {
	if k.name != "proxies" || !strings.HasPrefix(string(k.raw), "{") {
		return []jsonKey{k}, nil
	}
	before := bytes.Count(upTo[:len(upTo)-len(k.raw)], []byte("\n"))
	return jsonKeys(file, "proxies.", k.raw, lines+before)
}

func orElse(err, other error) error {
	if err != nil {
		return err
	}
	return other
}

func unexpectedEnd(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}
