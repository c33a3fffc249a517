package report

// For tests from outside, which may import what imports this package.
var (
	Besieged = besieged
	Sample   = sample
)
