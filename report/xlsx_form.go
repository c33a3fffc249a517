package report

// SheetForm says how a sheet of the workbook is read back: whether its first row
// names columns, and which of them people fill in.
func SheetForm(sheet string) (header bool, free []string) {
	switch sheet {
	case findingSheet:
		return true, []string{"Disposition", "Auditor", "Date", "Comment"}
	case manualSheet:
		return true, []string{"Answer", "Evidence", "Assessor", "Date"}
	case rowSheet, unknownSheet, factSheet:
		return true, nil
	}
	return false, nil
}
