package docker

import (
	"fmt"
	"strconv"
	"strings"
)

func with[V any](m map[string]V, k string, v V) map[string]V {
	if m == nil {
		m = map[string]V{}
	}
	m[k] = v
	return m
}

// parseUlimit reads SOFT[:HARD] of --default-ulimit; one number is both.
func parseUlimit(s string) (Ulimit, error) {
	soft, hard, both := strings.Cut(s, ":")
	if !both {
		hard = soft
	}
	a, err := strconv.ParseInt(soft, 10, 64)
	if err != nil {
		return Ulimit{}, fmt.Errorf("limit %q: %w", s, err)
	}
	b, err := strconv.ParseInt(hard, 10, 64)
	if err != nil {
		return Ulimit{}, fmt.Errorf("limit %q: %w", s, err)
	}
	return Ulimit{a, b}, nil
}

// parsePool reads base=172.30.0.0/16,size=24.
func parsePool(s string) (AddressPool, error) {
	words := pairs(s)
	n, err := strconv.ParseInt(words["size"], 10, 64)
	if err != nil {
		return AddressPool{}, fmt.Errorf("address pool %q: %w", s, err)
	}
	return AddressPool{words["base"], n}, nil
}

// parseSize reads 64M or 1gb; the units are powers of 1024.
func parseSize(s string) (int64, error) {
	number := strings.TrimRight(strings.ToLower(s), "bikmgt ")
	unit := strings.TrimSpace(strings.ToLower(s)[len(number):])
	n, err := strconv.ParseFloat(number, 64)
	power, known := map[string]int{
		"": 0, "b": 0, "k": 1, "kb": 1, "kib": 1, "m": 2, "mb": 2, "mib": 2,
		"g": 3, "gb": 3, "gib": 3, "t": 4, "tb": 4, "tib": 4,
	}[unit]
	if err != nil || !known || !(n >= 0 && n*float64(int64(1)<<(10*power)) < 1<<62) {
		return 0, fmt.Errorf("%q is not a size", s)
	}
	return int64(n * float64(int64(1)<<(10*power))), nil
}
