package host

import (
	"context"
	"encoding/base64"
	"encoding/binary"
	"os"
	"slices"
	"strings"
	"testing"
)

func rpmFile(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile("../../testdata/rpm/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// disk is a machine of files that are no text, by name.
func disk(t testing.TB, files map[string][]byte) *Host {
	t.Helper()
	var b strings.Builder
	for name, data := range files {
		b.WriteString("-- " + name + " base64 --\n" + base64.StdEncoding.EncodeToString(data) + "\n")
	}
	return inline(t, b.String())
}

func TestRpmSQLite(t *testing.T) {
	h := disk(t, map[string][]byte{"var/lib/rpm/rpmdb.sqlite": rpmFile(t, "rpmdb.sqlite")})
	rpm, x86 := ptr("rpm"), []string{"x86_64"}
	for _, want := range []Package{
		{Name: "sudo", Installed: true, Version: ptr("1.9.5p2-10.el9"), Architectures: x86, Manager: rpm},
		{Name: "kernel-core", Installed: true, Version: ptr("5.14.0-427.el9"), Architectures: x86, Manager: rpm}, // goes on in overflow pages
		{Name: "bind", Installed: true, Version: ptr("32:9.16.23-18.el9"), Architectures: x86, Manager: rpm},
		{Name: "dns-server", ProvidedBy: []string{"bind"}},
		{Name: "filler70", Installed: true, Version: ptr("1-1"), Architectures: []string{"noarch"}, Manager: rpm}, // on another leaf
		{Name: "gpg-pubkey"},  // a key, no package
		{Name: "config(pam)"}, // is no name that anybody asks for
		{Name: "telnet"},      // not without the log
	} {
		known(t, h, "package", want.Name, want)
	}
	origin(t, read(h, "package", "sudo"), "installed", "/var/lib/rpm/rpmdb.sqlite, record 1")
}

// TestRpmLog has a package that only SQLite's write-ahead log knows.
func TestRpmLog(t *testing.T) {
	log := rpmFile(t, "rpmdb.sqlite-wal")
	damaged := slices.Clone(log)
	damaged[len(damaged)-1]++
	for name, tt := range map[string]struct {
		log  []byte
		want bool
	}{
		"committed": {log, true}, "empty": {nil, false}, "a frame that was not written to its end": {damaged, false}, "cut off": {log[:len(log)-10], false},
	} {
		h := disk(t, map[string][]byte{"usr/lib/sysimage/rpm/rpmdb.sqlite": rpmFile(t, "rpmdb.sqlite"), "usr/lib/sysimage/rpm/rpmdb.sqlite-wal": tt.log})
		r := read(h, "package", "telnet")
		if p, ok := r.Value().(Package); !ok || p.Installed != tt.want {
			t.Errorf("%s: got %+v, %v; want installed %v", name, p, r.Err, tt.want)
		}
	}
}

func TestRpmNDB(t *testing.T) {
	h := disk(t, map[string][]byte{"usr/lib/sysimage/rpm/Packages.db": rpmFile(t, "Packages.db")})
	known(t, h, "package", "pam", Package{Name: "pam", Installed: true, Version: ptr("1.5.1-19.el9"), Architectures: []string{"x86_64"}, Manager: ptr("rpm")})
	known(t, h, "package", "vim", Package{Name: "vim"})
}

// bdb makes a hash of Berkeley DB with one record in overflow pages of 512 bytes.
func bdb(order binary.ByteOrder, record []byte) []byte {
	const size = 512
	chunks := slices.Collect(slices.Chunk(record, size-26))
	b := make([]byte, size*(2+len(chunks)))
	order.PutUint32(b[12:], bdbMagic)
	order.PutUint32(b[20:], size)
	order.PutUint32(b[32:], uint32(1+len(chunks)))
	hash := b[size:]
	hash[25] = bdbSorted
	order.PutUint16(hash[20:], 2)
	order.PutUint16(hash[28:], 400)
	hash[400] = bdbOffPage
	order.PutUint32(hash[404:], 2)
	order.PutUint32(hash[408:], uint32(len(record)))
	for i, c := range chunks {
		page := b[size*(2+i):]
		page[25] = bdbOverflow
		order.PutUint16(page[22:], uint16(len(c)))
		copy(page[26:], c)
		if i+1 < len(chunks) {
			order.PutUint32(page[16:], uint32(3+i))
		}
	}
	return b
}

// header makes the header of a package with a name and a long list.
func header(name string) []byte {
	data := append([]byte(name+"\x001\x002\x00"), make([]byte, 1000)...)
	v := uint32(len(name) + 1)
	b := binary.BigEndian.AppendUint32(nil, 3)
	b = binary.BigEndian.AppendUint32(b, uint32(len(data)))
	for i, off := range []uint32{0, v, v + 2} {
		for _, n := range []uint32{rpmName + uint32(i), 6, off, 1} {
			b = binary.BigEndian.AppendUint32(b, n)
		}
	}
	return append(b, data...)
}

func TestRpmBDB(t *testing.T) {
	for _, order := range []binary.ByteOrder{binary.LittleEndian, binary.BigEndian} {
		h := disk(t, map[string][]byte{"var/lib/rpm/Packages": bdb(order, header("vsftpd"))})
		known(t, h, "package", "vsftpd", Package{Name: "vsftpd", Installed: true, Version: ptr("1-2"), Manager: ptr("rpm")})
	}
}

func TestRpmCutOff(t *testing.T) {
	for name, data := range map[string][]byte{
		"var/lib/rpm/rpmdb.sqlite": rpmFile(t, "rpmdb.sqlite"),
		"var/lib/rpm/Packages.db":  rpmFile(t, "Packages.db"),
		"var/lib/rpm/Packages":     bdb(binary.LittleEndian, header("vsftpd")),
	} {
		h := disk(t, map[string][]byte{name: data[:len(data)-600]})
		if r := read(h, "package", "none"); r.Err == nil && r.At("installed").Err == nil {
			t.Errorf("%s, cut off: %+v; want an error", name, r.Value())
		}
	}
}

// FuzzRpm takes any bytes for a database of each format.
func FuzzRpm(f *testing.F) {
	f.Add(rpmFile(f, "rpmdb.sqlite")[:8192], uint8(0))
	f.Add(rpmFile(f, "Packages.db"), uint8(1))
	f.Add(bdb(binary.LittleEndian, header("vsftpd")), uint8(2))
	f.Fuzz(func(t *testing.T, b []byte, n uint8) {
		format := rpmFormats()[n%3]
		h := disk(t, map[string][]byte{"var/lib/rpm/" + format.file: b, "var/lib/rpm/" + format.file + "-wal": b})
		all, err := h.readRpmFile(context.Background(), "/var/lib/rpm/"+format.file, format)
		for _, i := range all {
			if err == nil && i.name == "" {
				t.Errorf("a package without a name: %+v", i)
			}
		}
	})
}

func FuzzRpmHeader(f *testing.F) {
	f.Add(header("vsftpd"))
	f.Fuzz(func(t *testing.T, b []byte) {
		if i, err := parseRpmHeader(b); err == nil && i.name == "" {
			t.Errorf("a package without a name: %+v", i)
		}
	})
}
