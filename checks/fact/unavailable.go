package fact

import (
	"errors"
	"io/fs"
)

// Unavailable is the reason why this target, or these privileges, cannot tell a
// fact. It leads to the status not_assessed; every other error is a fault of
// the read and leads to the status error.
type Unavailable struct {
	Why    string // "the engine is on another machine"
	Remedy string // what would make it possible: "run scantling on that machine"
	Err    error
}

func (u *Unavailable) Error() string {
	switch {
	case u.Err == nil:
		return u.Why
	case u.Why == "":
		return u.Err.Error()
	}
	return u.Why + ": " + u.Err.Error()
}

func (u *Unavailable) Unwrap() error { return u.Err }

// RemedyRoot is the remedy for everything that only root may read.
const RemedyRoot = "run as root"

// Remedy says what would make an unknown fact known, and whether the reason is
// one of target and privileges rather than a fault of the read.
func Remedy(err error) (string, bool) {
	var u *Unavailable
	switch {
	case errors.As(err, &u) && u.Remedy != "":
		return u.Remedy, true
	case errors.Is(err, fs.ErrPermission):
		return RemedyRoot, true
	}
	return "", u != nil
}
