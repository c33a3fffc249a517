package main

import (
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
)

// fill is what an auditor does with a workbook, for scripts:
//
//	fill audit.xlsx Findings 5.5,shop-web Disposition='Risk accepted' Auditor=kim
//
// writes into the columns of the first row that holds all the keys.
func fill(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) < 4 {
		ts.Fatalf("usage: fill FILE SHEET KEY,KEY COLUMN=VALUE...")
	}
	path, sheet, keys := ts.MkAbs(args[0]), args[1], strings.Split(args[2], ",")
	f, err := excelize.OpenFile(path)
	ts.Check(err)
	defer f.Close()
	rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
	ts.Check(err)
	i := slices.IndexFunc(rows, func(row []string) bool {
		return !slices.ContainsFunc(keys, func(k string) bool { return !slices.Contains(row, k) })
	})
	if i < 0 {
		ts.Fatalf("%s has no row with %q", sheet, keys)
	}
	for _, arg := range args[3:] {
		title, value, _ := strings.Cut(arg, "=")
		ts.Check(f.SetCellValue(sheet, cellName(ts, slices.Index(rows[0], title)+1, i+1), value))
	}
	ts.Check(f.SaveAs(path))
}

func cellName(ts *testscript.TestScript, col, row int) string {
	name, err := excelize.CoordinatesToCellName(col, row)
	ts.Check(err)
	return name
}

// office saves a workbook anew, as LibreOffice writes it, into the folder saved.
func office(ts *testscript.TestScript, _ bool, args []string) {
	home := "-env:UserInstallation=file://" + ts.MkAbs("office")
	ts.Check(ts.Exec("soffice", append([]string{home, "--headless", "--convert-to", "xlsx", "--outdir", "saved"}, args...)...))
}
