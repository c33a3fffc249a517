package xlsxread

import "iter"

type pull = func() (Row, error, bool)

// A batch is rows, and the error that ended them.
type batch struct {
	rows []Row
	err  error
}

// ahead reads rows while others are being looked at: two workbooks are read at
// once. Nothing else may read the workbook until stop has returned.
func ahead(rows iter.Seq2[Row, error]) (next pull, stop func()) {
	const size = 256
	batches, done := make(chan batch, 4), make(chan struct{})
	go func() {
		defer close(batches)
		var b batch
		for r, err := range rows {
			if err != nil {
				b.err = err
				break
			}
			if b.rows = append(b.rows, r); len(b.rows) < size {
				continue
			}
			select {
			case batches <- b:
				b = batch{}
			case <-done:
				return
			}
		}
		select {
		case batches <- b:
		case <-done:
		}
	}()
	var now batch
	next = func() (Row, error, bool) {
		for len(now.rows) == 0 {
			if err := now.err; err != nil {
				return Row{}, err, true
			}
			var more bool
			if now, more = <-batches; !more {
				return Row{}, nil, false
			}
		}
		r := now.rows[0]
		now.rows = now.rows[1:]
		return r, nil, true
	}
	stop = func() {
		close(done)
		for range batches { // until it is closed
		}
	}
	return next, stop
}
