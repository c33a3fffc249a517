package docker

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/moby/moby/client"
	"github.com/moby/moby/client/pkg/versions"

	"scantling/checks/fact"
)

// maxBody bounds one answer. 10,000 containers list in about 15 MiB.
const maxBody = 64 << 20

// get asks for a path below the negotiated version, /info or
// /containers/json?all=1, and returns the body of a 200. Errors: an
// *fact.Unavailable when no engine answers or it refuses access; one that is
// fs.ErrNotExist for 404; a plain error for other statuses and timeouts.
func (d *Docker) get(ctx context.Context, path string) (body []byte, err error) {
	err = d.read(ctx, path, func(b []byte) error {
		body = bytes.Clone(b)
		return nil
	})
	return body, err
}

// read is get for who needs the body only while use runs.
func (d *Docker) read(ctx context.Context, path string, use func(body []byte) error) error {
	version, err := d.api(ctx)
	if err != nil {
		return err
	}
	return d.fetch(ctx, "/v"+version+path, call(path), use)
}

// call names a request in errors and origins: GET /containers/json.
func call(path string) string {
	path, _, _ = strings.Cut(path, "?")
	return "GET " + path
}

// api is the version that both sides speak, such as 1.41.
func (d *Docker) api(ctx context.Context) (string, error) {
	return d.apiVersion.get(func() (string, error) { return d.negotiate(ctx) })
}

func (d *Docker) fetch(ctx context.Context, path, call string, use func(body []byte) error) error {
	ctx, cancel := d.deadline(ctx)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, d.base+path, nil)
	if err != nil {
		return fmt.Errorf("%s: the path cannot be requested", call)
	}
	resp, err := d.http.Do(req)
	if err != nil {
		return d.fault(ctx, call, err)
	}
	defer resp.Body.Close()
	room, _ := d.bodies.Get().(*bytes.Buffer) // hundreds of answers of a few KiB each
	if room == nil {
		room = &bytes.Buffer{}
	}
	defer d.bodies.Put(room)
	room.Reset()
	_, err = room.ReadFrom(io.LimitReader(resp.Body, maxBody+1))
	switch body := room.Bytes(); {
	case err != nil:
		return d.fault(ctx, call, fmt.Errorf("the answer broke off: %w", err))
	case resp.StatusCode != http.StatusOK:
		return d.refusal(call, resp.StatusCode, body)
	case len(body) > maxBody:
		return fmt.Errorf("%s: the answer is larger than %d MiB", call, maxBody>>20)
	default:
		return use(body)
	}
}

func (d *Docker) deadline(ctx context.Context) (context.Context, context.CancelFunc) {
	return context.WithTimeoutCause(ctx, d.timeout, d.late)
}

func timedOut(after time.Duration) error { return fmt.Errorf("timed out after %s", after) }

// negotiate lets moby's client find the version: the engine's own, or the
// newest that the client knows. When it cannot, the question is asked again in
// our own way, because the client's errors drop their cause.
func (d *Docker) negotiate(ctx context.Context) (string, error) {
	limited, cancel := d.deadline(ctx)
	defer cancel()
	c, err := client.New(client.WithHost(tcp(d.base)), client.WithScheme(scheme(d.base)), client.WithHTTPClient(d.http))
	if err != nil {
		return "", err
	}
	ping, err := c.Ping(limited, client.PingOptions{NegotiateAPIVersion: true})
	switch {
	case limited.Err() != nil:
		return "", d.fault(limited, "HEAD /_ping", limited.Err())
	case err == nil && ping.APIVersion != "":
		return c.ClientVersion(), nil
	}
	if err := d.fetch(ctx, "/_ping", "GET /_ping", func([]byte) error { return nil }); err != nil {
		return "", err
	}
	return "", d.notSpoken(ping.APIVersion, err)
}

// notSpoken says why an answering server cannot be asked.
func (d *Docker) notSpoken(version string, err error) error {
	switch {
	case version == "":
		return fmt.Errorf("the server at %s is no Docker engine: it does not tell its API version", d.endpoint)
	case versions.LessThan(version, client.MinAPIVersion):
		return &fact.Unavailable{
			Why:    fmt.Sprintf("the engine at %s speaks API %s, older than %s", d.endpoint, version, client.MinAPIVersion),
			Remedy: "upgrade the engine to 19.03 or newer",
		}
	}
	return fmt.Errorf("API version of %s: %w", d.endpoint, err)
}

func tcp(base string) string    { return "tcp" + strings.TrimPrefix(base, scheme(base)) }
func scheme(base string) string { s, _, _ := strings.Cut(base, "://"); return s }

// A guard lets nothing pass that could change the engine.
type guard struct {
	next http.RoundTripper
	sent func(method, path string)
}

func (g guard) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		return nil, errors.New("only GET and HEAD are sent to an engine, not " + r.Method)
	}
	if g.sent != nil {
		g.sent(r.Method, r.URL.RequestURI())
	}
	return g.next.RoundTrip(r)
}

// CloseIdleConnections is what http.Client looks for.
func (g guard) CloseIdleConnections() { (&http.Client{Transport: g.next}).CloseIdleConnections() }

func noRedirect(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
