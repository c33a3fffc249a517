package report

import (
	"fmt"
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

// names gives the columns that formulas and pivots ask for names that outlive a
// change of the layout: findings_status.
func (b *book) names() error {
	for _, s := range b.sheets {
		if s.Name != findingSheet && s.Name != rowSheet && s.Name != manualSheet {
			continue
		}
		for i, c := range s.Columns {
			switch c.Title {
			case "Status", "Severity", "Disposition", "Fingerprint", "Answer":
				name := strings.ToLower(s.Name + "_" + c.Title)
				if err := b.name(name, s.Name, fmt.Sprintf("$%s$2:$%[1]s$%d", letter(i+1), s.last())); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func (b *book) name(name, sheet, cells string) error {
	return b.f.SetDefinedName(&excelize.DefinedName{Name: name, RefersTo: "'" + sheet + "'!" + cells})
}
