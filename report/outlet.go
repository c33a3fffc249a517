package report

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
)

// An outlet writes a report piece by piece and remembers the first error.
type outlet struct {
	w   *bufio.Writer
	err error
}

func newOutlet(w io.Writer) *outlet { return &outlet{w: bufio.NewWriterSize(w, 64<<10)} }

func (o *outlet) text(parts ...string) {
	for _, s := range parts {
		if o.err == nil {
			_, o.err = o.w.WriteString(s)
		}
	}
}

func (o *outlet) write(b []byte) {
	if o.err == nil {
		_, o.err = o.w.Write(b)
	}
}

// json writes a value on one line.
func (o *outlet) json(value any) { o.write(appendEscaped(nil, marshal(value))) }

// open writes an object and leaves it open for members that are streamed.
func (o *outlet) open(object any) {
	o.write(appendEscaped(nil, bytes.TrimSuffix(marshal(object), []byte("}"))))
}

// list writes what each gives, a line an entry.
func (o *outlet) list(each func(yield func(any))) {
	o.text("[")
	between := "\n"
	each(func(value any) {
		o.text(between)
		o.json(value)
		between = ",\n"
	})
	o.text("\n]")
}

// done ends the report of a format.
func (o *outlet) done(format string) error {
	if o.err == nil {
		o.err = o.w.Flush()
	}
	if o.err != nil {
		return fmt.Errorf("%s: %w", format, o.err)
	}
	return nil
}
