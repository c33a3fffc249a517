package docker

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"io"
	"log"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"scantling/checks/fact"
)

// An authority signs certificates for tests and writes them as PEM files.
type authority struct {
	dir  string
	cert *x509.Certificate
	key  *ecdsa.PrivateKey
}

func newAuthority(t *testing.T) *authority {
	a := &authority{dir: t.TempDir()}
	a.cert, a.key = a.sign(t, "ca", &x509.Certificate{IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign})
	return a
}

// sign writes NAME.pem and NAME-key.pem; the first certificate signs itself.
func (a *authority) sign(t *testing.T, name string, c *x509.Certificate) (*x509.Certificate, *ecdsa.PrivateKey) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	c.SerialNumber, c.Subject = big.NewInt(time.Now().UnixNano()), pkix.Name{CommonName: name}
	c.NotBefore, c.NotAfter = time.Now().Add(-time.Hour), time.Now().Add(time.Hour)
	parent, signer := a.cert, a.key
	if parent == nil {
		parent, signer = c, key
	}
	der, err := x509.CreateCertificate(rand.Reader, c, parent, key.Public(), signer)
	if err != nil {
		t.Fatal(err)
	}
	cert, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	secret, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	a.write(t, name+".pem", "CERTIFICATE", der)
	a.write(t, name+"-key.pem", "PRIVATE KEY", secret)
	return cert, key
}

func (a *authority) write(t *testing.T, name, kind string, der []byte) {
	t.Helper()
	if err := os.WriteFile(a.file(name), pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: der}), 0o600); err != nil {
		t.Fatal(err)
	}
}

func (a *authority) file(name string) string { return filepath.Join(a.dir, name) }

// serveTLS answers on a TCP port; clients need a certificate of the authority.
func (e *testEngine) serveTLS(t *testing.T, a *authority) string {
	t.Helper()
	a.sign(t, "server", &x509.Certificate{IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}})
	pair, err := tls.LoadX509KeyPair(a.file("server.pem"), a.file("server-key.pem"))
	if err != nil {
		t.Fatal(err)
	}
	pool := x509.NewCertPool()
	pool.AddCert(a.cert)
	s := httptest.NewUnstartedServer(e)
	s.Config.ErrorLog = log.New(io.Discard, "", 0)
	s.TLS = &tls.Config{Certificates: []tls.Certificate{pair}, ClientAuth: tls.RequireAndVerifyClientCert, ClientCAs: pool}
	s.StartTLS()
	t.Cleanup(s.Close)
	return s.Listener.Addr().String()
}

func TestTLS(t *testing.T) {
	a, other := newAuthority(t), newAuthority(t)
	a.sign(t, "kim", &x509.Certificate{ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageClientAuth}})
	e := &testEngine{API: "1.41", Handler: func(w http.ResponseWriter, r *http.Request) { w.Write([]byte("{}")) }}
	addr := e.serveTLS(t, a)
	client := TLS{On: true, CA: a.file("ca.pem"), Cert: a.file("kim.pem"), Key: a.file("kim-key.pem")}
	change := func(edit func(*TLS)) TLS { c := client; edit(&c); return c }
	for _, tt := range []struct {
		name, host  string
		tls         TLS
		want        string // in the error; "" for none
		unavailable bool
	}{
		{"client certificate", "tcp://", client, "", false},
		{"https", "https://", client, "", false},
		{"unverified", "tcp://", change(func(c *TLS) { c.CA, c.SkipVerify = "", true }), "", false},
		{"no client certificate", "tcp://", change(func(c *TLS) { c.Cert, c.Key = "", "" }), "no access to the engine at tcp://", true},
		{"another authority", "tcp://", change(func(c *TLS) { c.CA = other.file("ca.pem") }), "certificate signed by unknown authority", false},
		{"system roots", "tcp://", change(func(c *TLS) { c.CA = "" }), "certificate signed by unknown authority", false},
		{"no TLS", "tcp://", TLS{}, "400 Bad Request: Client sent an HTTP request to an HTTPS server.", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d, err := New(Options{Endpoint: Endpoint{Host: tt.host + addr, TLS: tt.tls}})
			if err != nil {
				t.Fatal(err)
			}
			defer d.Close()
			_, err = d.get(t.Context(), "/info")
			if tt.want == "" {
				if err != nil {
					t.Fatal(err)
				}
				return
			}
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Fatalf("got %v; want %q", err, tt.want)
			}
			if _, ok := fact.Remedy(err); ok != tt.unavailable {
				t.Errorf("%v: a reason of the target is %v; want %v", err, ok, tt.unavailable)
			}
		})
	}
}

func TestTLSFiles(t *testing.T) {
	a := newAuthority(t)
	a.write(t, "empty.pem", "COMMENT", nil)
	for name, files := range map[string]TLS{
		"no such file":     {On: true, CA: a.file("none.pem")},
		"no certificate":   {On: true, CA: a.file("empty.pem")},
		"both cert.pem":    {On: true, Cert: a.file("ca.pem")},
		"private key does": {On: true, Cert: a.file("ca.pem"), Key: newAuthority(t).file("ca-key.pem")},
		"failed to find":   {On: true, Cert: a.file("empty.pem"), Key: a.file("ca-key.pem")},
	} {
		if _, err := New(Options{Endpoint: Endpoint{Host: "tcp://h:1", TLS: files}}); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%+v: got %v; want %q", files, err, name)
		}
	}
}

func TestTCPWithoutEngine(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	addr := l.Addr().String()
	l.Close()
	d, err := New(Options{Endpoint: Endpoint{Host: "tcp://kim:s3cret@" + addr}})
	if err != nil {
		t.Fatal(err)
	}
	_, err = d.get(t.Context(), "/info")
	if want := "no Docker engine answers at tcp://***@" + addr + ": connection refused"; err == nil || err.Error() != want {
		t.Errorf("got %v; want %s", err, want)
	}
}

// An engine behind a path, and a listener that accepts and is silent.
func TestTCP(t *testing.T) {
	e := &testEngine{API: "1.41", Handler: func(w http.ResponseWriter, r *http.Request) { w.Write([]byte("{}")) }}
	s := httptest.NewServer(http.StripPrefix("/docker", e))
	defer s.Close()
	d, err := New(Options{Endpoint: Endpoint{Host: "tcp" + strings.TrimPrefix(s.URL, "http") + "/docker/"}})
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	if _, err := d.get(t.Context(), "/info"); err != nil {
		t.Error(err)
	}

	silent, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer silent.Close()
	d, err = New(Options{Endpoint: Endpoint{Host: "tcp://" + silent.Addr().String()}, Timeout: 100 * time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	if _, err := d.get(t.Context(), "/info"); err == nil || err.Error() != "HEAD /_ping: timed out after 100ms" {
		t.Errorf("a silent listener: got %v; want a timeout", err)
	}
}
