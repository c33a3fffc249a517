package main

import (
	"cmp"
	"slices"

	"scantling/checks/fact"
)

func byKey(rs []fact.Reading) []fact.Reading {
	slices.SortFunc(rs, func(a, b fact.Reading) int { return cmp.Compare(a.Key, b.Key) })
	return rs
}
