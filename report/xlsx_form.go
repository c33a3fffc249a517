package report

import (
	"slices"
	"strings"
)

// SheetForm says how a sheet of the workbook is read back: whether its first row
// names columns, and which of them people fill in.
func SheetForm(sheet string) (header bool, free []string) {
	every := newBook(&Report{Run: Run{Previous: &Previous{}}, Changes: &Changes{}}, Options{})
	i := slices.IndexFunc(every.sheets, func(s *Sheet) bool { return partOfSheet(sheet, s.Name) })
	if i < 0 {
		return false, nil
	}
	for _, c := range every.sheets[i].Columns {
		if c.Auditor {
			free = append(free, c.Title)
		}
	}
	return true, free
}

// partOfSheet reports whether a name is that of a sheet, or of a further part of
// it: Findings 2.
func partOfSheet(name, sheet string) bool {
	number, ok := strings.CutPrefix(name, sheet+" ")
	return name == sheet || ok && strings.Trim(number, "0123456789") == "" && number != ""
}
