package docker

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"scantling/checks/secret"
)

// Ulimit is a default resource limit of containers.
type Ulimit struct{ Soft, Hard int64 }

// Runtime is an OCI runtime that containers may ask for.
type Runtime struct {
	Path        string
	RuntimeType string `json:"runtimeType"`
}

// AddressPool is where dockerd takes the subnets of new networks from.
type AddressPool struct {
	Base string
	Size int64
}

// zero is what the kind's settings are when nobody sets them.
func (k kind) zero() any {
	switch k {
	case kindBoolean:
		return false
	case kindText:
		return ""
	case kindInteger, kindSize:
		return int64(0)
	case kindTextList:
		return []string(nil)
	case kindTextMap:
		return map[string]string(nil)
	case kindToggles:
		return map[string]bool(nil)
	case kindUlimits:
		return map[string]Ulimit(nil)
	case kindRuntimes:
		return map[string]Runtime(nil)
	case kindPools:
		return []AddressPool(nil)
	}
	return nil
}

// fromJSON decodes a value of daemon.json as strictly as dockerd, which does
// not start over "live-restore": "true".
func (k kind) fromJSON(raw json.RawMessage) (any, error) {
	if bytes.Equal(raw, []byte("null")) {
		return k.zero(), nil
	}
	switch k {
	case kindBoolean:
		return decodeAs[bool](raw, "true or false")
	case kindText:
		return decodeAs[string](raw, "text")
	case kindInteger:
		return decodeAs[int64](raw, "a whole number")
	case kindSize:
		if b, err := decodeAs[int64](raw, ""); err == nil {
			return b, nil
		}
		s, err := decodeAs[string](raw, "a size")
		if err != nil {
			return nil, err
		}
		return parseSize(s)
	case kindTextList:
		return decodeAs[[]string](raw, "a list of texts")
	case kindTextMap:
		return decodeAs[map[string]string](raw, "an object of texts")
	case kindToggles:
		return decodeAs[map[string]bool](raw, "an object of true or false")
	case kindUlimits:
		return decodeAs[map[string]Ulimit](raw, "an object of limits with Soft and Hard")
	case kindRuntimes:
		return decodeAs[map[string]Runtime](raw, "an object of runtimes")
	case kindPools:
		return decodeAs[[]AddressPool](raw, "a list of base and size")
	}
	return nil, nil
}

func decodeAs[T any](raw json.RawMessage, want string) (T, error) {
	var v, zero T
	if err := json.Unmarshal(raw, &v); err != nil {
		return zero, fmt.Errorf("%s is not %s", clip(secret.Redact(string(raw))), want)
	}
	return v, nil
}

// add joins the value of one more flag to what the flags before it gave.
func (k kind) add(old any, word string) (any, error) {
	switch k {
	case kindBoolean:
		return strconv.ParseBool(word)
	case kindText:
		return word, nil
	case kindInteger:
		return strconv.ParseInt(word, 0, 64)
	case kindSize:
		return parseSize(word)
	case kindTextList:
		return append(old.([]string), word), nil
	case kindPools:
		p, err := parsePool(word)
		return append(old.([]AddressPool), p), err
	}
	name, value, assigned := strings.Cut(word, "=")
	switch k {
	case kindTextMap:
		return with(old.(map[string]string), name, value), nil
	case kindToggles:
		on, err := strconv.ParseBool(value)
		return with(old.(map[string]bool), name, on || !assigned), ignoreIf(!assigned, err)
	case kindUlimits:
		u, err := parseUlimit(value)
		return with(old.(map[string]Ulimit), name, u), err
	case kindRuntimes:
		return with(old.(map[string]Runtime), name, Runtime{Path: value}), nil
	}
	return nil, nil
}

func ignoreIf(ignore bool, err error) error {
	if ignore {
		return nil
	}
	return err
}
