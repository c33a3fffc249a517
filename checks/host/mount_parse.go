package host

import (
	"bytes"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"
)

// parseMountinfo reads proc_pid_mountinfo(5): id, parent, device numbers, root,
// mount point, options, optional fields up to a dash, type, source.
func parseMountinfo(file string, b []byte) (out []mountLine, err error) {
	number := 0
	out = make([]mountLine, 0, bytes.Count(b, []byte("\n")))
	for line := range strings.Lines(string(b)) {
		number++
		f := strings.Split(strings.TrimRight(line, "\n"), " ") // a source may be empty
		dash := slices.Index(f, "-")
		if dash < 6 || len(f) < dash+3 {
			return nil, fmt.Errorf("%s:%d: not a line of mountinfo", file, number)
		}
		out = append(out, mountLine{
			origin: file + ":" + strconv.Itoa(number),
			id:     f[0], parent: f[1], dev: f[2], root: unescapeOctal(f[3]),
			point: unescapeOctal(f[4]), options: strings.Split(f[5], ","),
			fsType: f[dash+1], device: unescapeOctal(f[dash+2]),
		})
	}
	return out, nil
}

// parseFstab reads fstab(5). Swap, whatever its second field says, and other
// lines without a mount point are left out.
func parseFstab(file string, b []byte) (out []mountLine) {
	number := 0
	for line := range strings.Lines(string(b)) {
		number++
		f := strings.Fields(line)
		if len(f) < 3 || f[0][0] == '#' || f[2] == "swap" || !strings.HasPrefix(f[1], "/") {
			continue
		}
		options := "defaults"
		if len(f) > 3 {
			options = f[3]
		}
		out = append(out, mountLine{
			origin: fmt.Sprintf("%s:%d", file, number), point: path.Clean(unescapeOctal(f[1])),
			device: unescapeOctal(f[0]), fsType: f[2], options: strings.Split(options, ","),
		})
	}
	return out
}

// unescapeOctal turns \040 back into the blank that it stands for.
func unescapeOctal(s string) string {
	if !strings.Contains(s, `\`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if c, ok := octalByte(s[i:]); ok {
			b.WriteByte(c)
			i += 3
			continue
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

func octalByte(s string) (byte, bool) {
	if len(s) < 4 || s[0] != '\\' {
		return 0, false
	}
	n := 0
	for _, c := range []byte(s[1:4]) {
		if c < '0' || c > '7' {
			return 0, false
		}
		n = n*8 + int(c-'0')
	}
	return byte(n), n < 256
}
