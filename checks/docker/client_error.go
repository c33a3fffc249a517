package docker

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"net/url"
	"os"
	"strings"

	"scantling/checks/fact"
	"scantling/checks/secret"
)

// fault explains a request without an answer.
func (d *Docker) fault(ctx context.Context, call string, err error) error {
	var known *fact.Unavailable
	var remote *net.OpError
	switch {
	case errors.As(err, &known): // the dialler's words
		return known
	case ctx.Err() != nil:
		return fmt.Errorf("%s: %w", call, context.Cause(ctx))
	case errors.As(err, &remote) && remote.Op == "remote error": // a TLS alert: it does not like our certificate
		return &fact.Unavailable{
			Why:    "no access to the engine at " + d.endpoint.String(),
			Remedy: "give a client certificate that the engine trusts (DOCKER_CERT_PATH, or a context)",
			Err:    remote.Err,
		}
	}
	var outer *url.Error // repeats method and address
	if errors.As(err, &outer) {
		err = outer.Err
	}
	return fmt.Errorf("%s: %w", call, err)
}

// refusal explains an answer that is not 200.
func (d *Docker) refusal(call string, status int, body []byte) error {
	a := &refused{call, status, message(body)}
	if status != http.StatusForbidden && status != http.StatusUnauthorized {
		return a
	}
	return &fact.Unavailable{
		Why:    "no access at " + d.endpoint.String(),
		Remedy: "let the proxy or authorization plugin before the engine permit " + call,
		Err:    a,
	}
}

// refused is an HTTP answer other than 200, with the engine's words for it.
type refused struct {
	call    string
	status  int
	message string
}

func (r *refused) Error() string {
	text := fmt.Sprintf("%s: %d %s", r.call, r.status, http.StatusText(r.status))
	if r.message != "" {
		text += ": " + r.message
	}
	return text
}

// Is makes 404 fs.ErrNotExist: the object was removed since it was listed.
func (r *refused) Is(target error) bool {
	return target == fs.ErrNotExist && r.status == http.StatusNotFound
}

// message is the engine's {"message": …}, or a line of plain text. A page comes
// from a proxy on the way and is left out: it may quote headers.
func message(body []byte) string {
	var m struct{ Message string }
	if json.Unmarshal(body, &m) != nil {
		m.Message = string(body)
		if line := strings.TrimSpace(m.Message); strings.ContainsAny(line, "\n<{") {
			return ""
		}
	}
	return clip(secret.Redact(strings.Join(strings.Fields(m.Message), " ")))
}

func clip(s string) string {
	const most = 300
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:most], "") + "…"
}

// unreachable explains a connection that was not made.
func (e Endpoint) unreachable(err error) error {
	var op *net.OpError
	if !errors.As(err, &op) {
		return err // of the ssh login, in words of its own
	}
	err = op.Err // without network and address
	var call *os.SyscallError
	if errors.As(err, &call) {
		err = call.Err
	}
	if errors.Is(err, fs.ErrPermission) {
		return &fact.Unavailable{
			Why:    "no access to the engine at " + e.String(),
			Remedy: "run as root, or as a member of the group that owns " + e.unixSocket(),
			Err:    err,
		}
	}
	return &fact.Unavailable{
		Why:    "no Docker engine answers at " + e.String(),
		Remedy: "start the engine, or name another with --host",
		Err:    err,
	}
}
