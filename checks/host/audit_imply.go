package host

import (
	"math"
	"slices"
)

// An auditRange is the numbers that a field can have where some conditions hold.
type auditRange struct {
	low, high int64
	holes     []int64
}

// rangeOf narrows a field's numbers by the conditions on it.
func rangeOf(field string, conds []auditCond) auditRange {
	r := auditRange{0, math.MaxUint32, nil}
	if field == "exit" {
		r.low, r.high = math.MinInt32, math.MaxInt32
	}
	for _, c := range conds {
		if c.field == field && c.isNumber {
			r.narrow(c)
		}
	}
	for slices.Contains(r.holes, r.low) && r.low <= r.high {
		r.low++
	}
	for slices.Contains(r.holes, r.high) && r.low <= r.high {
		r.high--
	}
	return r
}

func (r *auditRange) narrow(c auditCond) {
	switch c.op {
	case "=":
		r.low, r.high = max(r.low, c.number), min(r.high, c.number)
	case "!=":
		r.holes = append(r.holes, c.number)
	case ">=":
		r.low = max(r.low, c.number)
	case ">":
		r.low = max(r.low, c.number+1)
	case "<=":
		r.high = min(r.high, c.number)
	case "<":
		r.high = min(r.high, c.number-1)
	}
}

// implies reports that whatever meets the conditions meets c as well: a rule
// for auid>=500 is about everybody whom auid>=1000 is about.
func implies(conds []auditCond, c auditCond) bool {
	if slices.Contains(conds, c) || !c.isNumber {
		return slices.Contains(conds, c)
	}
	if c.field == "success" { // the kernel's word for a result below zero is failure
		exit := rangeOf("exit", conds)
		return exit.high < 0 && (c.op == "=" && c.number == 0 || c.op == "!=" && c.number == 1)
	}
	r := rangeOf(c.field, conds)
	switch c.op {
	case "=":
		return r.low == c.number && r.high == c.number
	case "!=":
		return c.number < r.low || c.number > r.high || slices.Contains(r.holes, c.number)
	case ">=":
		return r.low >= c.number
	case ">":
		return r.low > c.number
	case "<=":
		return r.high <= c.number
	case "<":
		return r.high < c.number
	}
	return false
}

// excludes reports that nothing meets both the conditions and c.
func excludes(conds []auditCond, c auditCond) bool {
	opposite := map[string]string{"=": "!=", "!=": "=", ">=": "<", "<": ">=", ">": "<=", "<=": ">"}
	op, ok := opposite[c.op]
	c.op = op
	return ok && implies(conds, c)
}
