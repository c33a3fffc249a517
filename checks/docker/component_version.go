package docker

import (
	"cmp"
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// A release is a version of Engine, containerd or runc: 1.4.0-rc.3.
type release struct {
	major, minor, patch int
	pre                 string // alpha, beta, rc, …; "" for a final release
	preNumber           int
	suffix              string // what a distribution or builder added: +dfsg1, ~ds1, -0ubuntu1, .el9
}

var releaseForm = regexp.MustCompile(`^v?(\d{1,5})\.(\d{1,5})(?:\.(\d{1,5}))?(?:-(alpha|beta|rc|tp|dev)\.?(\d{1,5})?)?(.*)$`)

// parseRelease reads a version. Docker called its community edition 18.09.2-ce.
func parseRelease(s string) (release, error) {
	m := releaseForm.FindStringSubmatch(strings.TrimSpace(s))
	if m == nil {
		return release{}, fmt.Errorf("%q is not a version", clip(s))
	}
	return release{atMostFive(m[1]), atMostFive(m[2]), atMostFive(m[3]), m[4], atMostFive(m[5]), strings.TrimPrefix(m[6], "-ce")}, nil
}

// atMostFive is the value of at most five digits.
func atMostFive(digits string) int {
	n, err := strconv.Atoi(digits)
	if err != nil {
		return 0 // left away: 29.0 is 29.0.0, -rc is -rc.0
	}
	return n
}

// compare orders releases; a suffix does not count.
func (r release) compare(o release) int {
	return cmp.Or(r.branchCompare(o), cmp.Compare(r.patch, o.patch), comparePre(r, o))
}

func (r release) branchCompare(o release) int {
	return cmp.Or(cmp.Compare(r.major, o.major), cmp.Compare(r.minor, o.minor))
}

// comparePre puts what comes before a release before it.
func comparePre(r, o release) int {
	switch {
	case r.pre == o.pre:
		return cmp.Compare(r.preNumber, o.preNumber)
	case r.pre == "":
		return 1
	case o.pre == "":
		return -1
	}
	order := map[string]int{"dev": 0, "tp": 1, "alpha": 2, "beta": 3, "rc": 4}
	return cmp.Compare(order[r.pre], order[o.pre])
}

// String is the version without what was added to it.
func (r release) String() string {
	s := fmt.Sprintf("%d.%d.%d", r.major, r.minor, r.patch)
	if r.pre != "" {
		s += "-" + r.pre + "." + strconv.Itoa(r.preNumber)
	}
	return s
}
