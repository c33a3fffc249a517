package dockertest

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"
)

// liveSocket is where the machine's own engine answers.
const liveSocket = "/run/docker.sock"

// LiveEngine is the socket of the machine's own engine. Where none answers the
// test is skipped, or fails in CI (CI=true), so that live tests are not lost
// without notice.
func LiveEngine(t testing.TB) string {
	t.Helper()
	_, err := newAPI(liveSocket).get("/_ping")
	switch {
	case err == nil:
	case os.Getenv("CI") == "true":
		t.Fatalf("CI without a Docker engine: %v", err)
	default:
		t.Skipf("no Docker engine: %v", err)
	}
	return liveSocket
}

// An api asks a real engine, and changes it too, which the product never does.
type api struct{ http *http.Client }

func newAPI(socket string) api {
	dial := func(ctx context.Context, _, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, "unix", socket)
	}
	return api{&http.Client{Timeout: time.Minute, Transport: &http.Transport{DialContext: dial, MaxIdleConnsPerHost: 4}}}
}

// A refusal is an answer other than 2xx.
type refusal struct {
	Status  int
	Message string
	body    []byte
}

func (r *refusal) Error() string { return fmt.Sprintf("%d: %s", r.Status, r.Message) }

func isStatus(err error, status int) bool {
	var r *refusal
	return errors.As(err, &r) && r.Status == status
}

func (a api) get(path string) ([]byte, error) { return a.send(http.MethodGet, path, "", nil) }

func (a api) remove(path string) error {
	_, err := a.send(http.MethodDelete, path, "", nil)
	return err
}

// post sends in as JSON and decodes the answer into out, which may be nil.
func (a api) post(path string, in, out any) error {
	body, err := json.Marshal(in)
	if err != nil {
		return err
	}
	answer, err := a.send(http.MethodPost, path, "application/json", bytes.NewReader(body))
	if err != nil || out == nil {
		return err
	}
	return json.Unmarshal(answer, out)
}

func (a api) send(method, path, contentType string, body io.Reader) ([]byte, error) {
	req, err := http.NewRequest(method, "http://engine"+path, body)
	if err != nil {
		return nil, err
	}
	if contentType != "" {
		req.Header.Set("Content-Type", contentType)
	}
	resp, err := a.http.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	answer, err := io.ReadAll(resp.Body)
	switch {
	case err != nil:
		return nil, fmt.Errorf("%s %s: %w", method, path, err)
	case resp.StatusCode >= 400:
		return nil, fmt.Errorf("%s %s: %w", method, path, &refusal{resp.StatusCode, message(answer), answer})
	}
	return answer, nil
}

// message is the engine's own words, which come as JSON or as bare text.
func message(body []byte) string {
	var m struct{ Message string }
	if json.Unmarshal(body, &m) == nil && m.Message != "" {
		return m.Message
	}
	return strings.TrimSpace(string(body))
}
