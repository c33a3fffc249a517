package docker

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"

	"github.com/moby/moby/client"
)

// A way is how requests reach one endpoint.
type way struct {
	base  string // scheme, authority and path that go before a request's path
	dial  func(ctx context.Context, network, addr string) (net.Conn, error)
	tls   *tls.Config
	close func()
}

// transport keeps as many connections as facts are read at once. Compression
// costs more than a local copy, and proxies are for other people's networks.
func (w way) transport() *http.Transport {
	return &http.Transport{
		DialContext:         w.dial,
		TLSClientConfig:     w.tls,
		MaxIdleConns:        32,
		MaxIdleConnsPerHost: 32,
		IdleConnTimeout:     30 * time.Second,
		DisableCompression:  w.tls == nil,
		ReadBufferSize:      16 << 10, // an inspection has 5 KiB or more: one read instead of two
	}
}

func (e Endpoint) way(timeout time.Duration) (way, error) {
	if name := e.unixSocket(); name != "" {
		return e.dialled(timeout, func(ctx context.Context, _, _ string) (net.Conn, error) {
			return (&net.Dialer{}).DialContext(ctx, "unix", name)
		}), nil
	}
	u, err := url.Parse(e.Host)
	if err != nil || u.Host == "" {
		return way{}, errAddress
	}
	if u.Scheme == "ssh" {
		return e.overSSH(u, timeout)
	}
	w := e.dialled(timeout, (&net.Dialer{}).DialContext)
	w.base = "http://" + u.Host + strings.TrimSuffix(u.Path, "/")
	if u.Scheme == "https" || e.TLS.On && u.Scheme == "tcp" {
		w.base = "https" + strings.TrimPrefix(w.base, "http")
		w.tls, err = e.TLS.config()
	}
	return w, err
}

// dialled is a way for which the address does not matter: the connection
// always leads to the engine. Its failures get the words of explain.
func (e Endpoint) dialled(timeout time.Duration, dial func(ctx context.Context, network, addr string) (net.Conn, error)) way {
	return way{
		base:  "http://" + client.DummyHost,
		close: func() {},
		dial: func(ctx context.Context, network, addr string) (net.Conn, error) {
			ctx, cancel := context.WithTimeoutCause(ctx, timeout, timedOut(timeout)) // net/http takes the request's own away
			defer cancel()
			c, err := dial(ctx, network, addr)
			switch {
			case err == nil:
				return c, nil
			case ctx.Err() != nil:
				return nil, context.Cause(ctx)
			}
			return nil, e.unreachable(err)
		},
	}
}

// config reads the PEM files. A CA file replaces the system's roots.
func (t TLS) config() (*tls.Config, error) {
	c := &tls.Config{MinVersion: tls.VersionTLS12, InsecureSkipVerify: t.SkipVerify}
	if t.CA != "" {
		pem, err := os.ReadFile(t.CA)
		if err != nil {
			return nil, err
		}
		c.RootCAs = x509.NewCertPool()
		if !c.RootCAs.AppendCertsFromPEM(pem) {
			return nil, fmt.Errorf("%s: no certificate in it", t.CA)
		}
	}
	if t.Cert == "" && t.Key == "" {
		return c, nil
	}
	if t.Cert == "" || t.Key == "" {
		return nil, errors.New("a client certificate needs both cert.pem and key.pem")
	}
	pair, err := tls.LoadX509KeyPair(t.Cert, t.Key)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", t.Cert, err)
	}
	c.Certificates = []tls.Certificate{pair}
	return c, nil
}
