package report

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// finish adds what belongs after the rows, and ends the sheet.
func (s *sheet) finish() error {
	for _, step := range []func() error{s.filter, s.page, s.names, s.sw.Flush} {
		if err := step(); err != nil {
			return fmt.Errorf("sheet %s: %w", s.name, err)
		}
	}
	return nil
}

func (s *sheet) filter() error {
	if !s.lay.filter {
		return nil
	}
	// The benchmark's 5.1 is a name; Excel would mark it as a number that went wrong.
	all := "A1:" + at(len(s.cols), max(s.row, 2))
	if err := s.b.f.AddIgnoredErrors(s.name, all, excelize.IgnoredErrorsNumberStoredAsText); err != nil {
		return err
	}
	return s.b.f.AutoFilter(s.name, all, nil)
}

// paint colours the words of one column.
func (s *sheet) paint(col int, paints []paint) error { return s.paintRange(s.below(col), paints) }

func (s *sheet) paintRange(cells string, paints []paint) error {
	var rules []excelize.ConditionalFormatOptions
	for _, p := range paints {
		rules = append(rules, excelize.ConditionalFormatOptions{Type: "cell", Criteria: "==", Format: &p.style, Value: `"` + p.word + `"`})
	}
	return s.b.f.SetConditionalFormat(s.name, cells, rules)
}

// choose offers a list of answers in one column.
func (s *sheet) choose(col int, answers ...string) error {
	dv := excelize.NewDataValidation(true)
	dv.SetSqref(s.below(col))
	if err := dv.SetDropList(answers); err != nil {
		return err
	}
	return s.b.f.AddDataValidation(s.name, dv)
}

// below is a column without its header.
func (s *sheet) below(col int) string { return at(col, 2) + ":" + at(col, max(s.row, 2)) }

// page sets A4, landscape but for the cover, fitted to the width of the paper.
func (s *sheet) page() error {
	a4, orientation, wide, high := 9, "landscape", 1, 0
	if s.lay.upright {
		orientation, high = "portrait", 1
	}
	if err := s.b.f.SetPageLayout(s.name, &excelize.PageLayoutOptions{
		Size: &a4, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &high}); err != nil {
		return err
	}
	side, end, edge := 0.4, 0.7, 0.3 // inches
	if err := s.b.f.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{
		Left: &side, Right: &side, Top: &end, Bottom: &end, Header: &edge, Footer: &edge}); err != nil {
		return err
	}
	// The time of the run: Excel's own date code prints the day of printing.
	return s.b.f.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{
		OddHeader: `&L&"Arial,Bold"&9` + mark(s.b.title(), 80) + `&R&"Arial,Regular"&9` + s.name,
		OddFooter: `&L&"Arial,Regular"&8run ` + mark(s.b.Run.ID, 40) + ", " + utc(s.b.Run.Finished) + `&R&"Arial,Regular"&8Page &P of &N`,
	})
}

// mark makes a text fit for a header, where & starts a code and 255 characters
// are the limit.
func mark(s string, most int) string {
	return strings.ReplaceAll(short(Safe(s), most), "&", "&&")
}

// names defines what is printed and which rows and columns are on every page.
func (s *sheet) names() error {
	quoted, last := "'"+s.name+"'!", max(s.row, 2)
	if s.lay.header {
		if err := s.b.f.SetDefinedName(&excelize.DefinedName{
			Name: "_xlnm.Print_Titles", RefersTo: quoted + "$1:$1", Scope: s.name}); err != nil {
			return err
		}
	}
	cols := s.lay.printed
	if cols == 0 {
		cols = len(s.cols)
	}
	return s.b.f.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Area", RefersTo: fmt.Sprintf("%s$A$1:$%s$%d", quoted, letter(cols), last), Scope: s.name})
}
