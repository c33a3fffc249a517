package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// lists writes the hidden sheet that the drop-downs take their words from.
func (b *book) lists() error {
	col := 0
	for _, s := range b.sheets {
		for _, c := range s.Columns {
			if !c.Auditor || len(c.Allowed) == 0 || s.from > 0 {
				continue
			}
			col++
			if err := b.list(col, c); err != nil {
				return sheetError(listSheet, err)
			}
		}
	}
	return b.f.SetSheetVisible(listSheet, false)
}

func (b *book) list(col int, c Column) error {
	cells := append([]string{c.Title}, c.Allowed...)
	if err := b.f.SetSheetCol(listSheet, at(col, 1), &cells); err != nil {
		return err
	}
	return b.name(listName(c), listSheet, fmt.Sprintf("$%s$2:$%[1]s$%d", letter(col), len(cells)))
}

// named are the columns that formulas and pivots ask for.
var named = map[string][]string{
	findingSheet: {"Status", "Severity", "Disposition", "Fingerprint"},
	rowSheet:     {"Status", "Severity"},
	manualSheet:  {"Answer"},
}

// names gives columns names that outlive a change of the layout: findings_status,
// and findings_2_status for a further part.
func (b *book) names() error {
	for _, s := range b.sheets {
		for i, c := range s.Columns {
			if !slices.Contains(named[s.base], c.Title) {
				continue
			}
			if err := b.name(s.cells(c.Title), s.Name, fmt.Sprintf("$%s$2:$%[1]s$%d", letter(i+1), s.last())); err != nil {
				return err
			}
		}
	}
	return nil
}

// cells is the name of a column's cells.
func (s *Sheet) cells(title string) string {
	return strings.ToLower(strings.ReplaceAll(s.Name, " ", "_") + "_" + title)
}

// counted is a formula that counts the filled cells of a column, in all parts of a
// sheet.
func (b *book) counted(sheet, title string) string {
	var sums []string
	for _, s := range b.sheets {
		if s.base == sheet {
			sums = append(sums, "COUNTA("+s.cells(title)+")")
		}
	}
	return strings.Join(sums, "+")
}

func (b *book) name(name, sheet, cells string) error {
	return b.f.SetDefinedName(&excelize.DefinedName{Name: name, RefersTo: "'" + sheet + "'!" + cells})
}
