package review

import (
	"fmt"
	"math"
	"strconv"
	"time"

	"scantling/report/xlsxread"
)

// day reads a date: a cell that a spreadsheet program keeps as one, or a text that
// has only one meaning.
func (c cell) day() (time.Time, error) {
	if c.Kind != xlsxread.Number {
		day, err := time.Parse(time.DateOnly, c.text)
		if err != nil {
			return day, fmt.Errorf("%s is no date that has one meaning only; write it as 2026-12-31", quoted(c.text))
		}
		return plausible(day, c.text)
	}
	n, err := strconv.ParseFloat(c.text, 64)
	if err != nil || n < 1 || n > 100_000 {
		return time.Time{}, fmt.Errorf("the number %s is no date; write it as 2026-12-31", quoted(c.text))
	}
	return plausible(time.Date(1899, 12, 30+int(math.Floor(n)), 0, 0, 0, 0, time.UTC), c.text)
}

// plausible refuses what a slip of the keyboard makes of a date.
func plausible(day time.Time, text string) (time.Time, error) {
	if y := day.Year(); y < 2000 || y > 2099 {
		return day, fmt.Errorf("%s would be a day of the year %d; write it as 2026-12-31", quoted(text), y)
	}
	return day, nil
}
