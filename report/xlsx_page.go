package report

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// listPage sets the paper of a listing: A4 across, as wide as the columns that
// print, the header on every page.
func (b *book) listPage(s *Sheet) error {
	if err := b.page(s.Name, s.lay.tab, "landscape", !s.lay.matrix); err != nil {
		return err
	}
	titles := "'" + s.Name + "'!$1:$1"
	if s.lay.matrix {
		titles = fmt.Sprintf("'%s'!$A:$%s,%s", s.Name, letter(s.lay.frozen), titles)
	}
	if err := b.f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: titles, Scope: s.Name}); err != nil {
		return err
	}
	cols := s.lay.printed
	if cols == 0 {
		cols = len(s.Columns)
	}
	return b.printArea(s.Name, cols, s.last())
}

func (b *book) printArea(sheet string, cols, rows int) error {
	return b.f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", Scope: sheet,
		RefersTo: fmt.Sprintf("'%s'!$A$1:$%s$%d", sheet, letter(cols), rows)})
}

// page sets A4, fitted to its width or not, with the run in header and footer.
func (b *book) page(sheet, tab, orientation string, fit bool) error {
	if err := b.f.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit, TabColorRGB: &tab}); err != nil {
		return err
	}
	a4, wide, high, scale := 9, 1, 0, uint(70)
	o := excelize.PageLayoutOptions{Size: &a4, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &high}
	if !fit {
		o = excelize.PageLayoutOptions{Size: &a4, Orientation: &orientation, AdjustTo: &scale}
	}
	if err := b.f.SetPageLayout(sheet, &o); err != nil {
		return err
	}
	side, end, edge := 0.4, 0.7, 0.3 // inches
	if err := b.f.SetPageMargins(sheet, &excelize.PageLayoutMarginsOptions{
		Left: &side, Right: &side, Top: &end, Bottom: &end, Header: &edge, Footer: &edge}); err != nil {
		return err
	}
	// The time of the run: Excel's own date code prints the day of printing.
	return b.f.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{
		OddHeader: `&L&"Arial,Bold"&9` + mark(b.title(), 80) + `&R&"Arial,Regular"&9` + sheet,
		OddFooter: `&L&"Arial,Regular"&8run ` + mark(b.Run.ID, 40) + ", " + utc(b.Run.Finished) + ", JSON " + b.hash[:12] + `&R&"Arial,Regular"&8Page &P of &N`,
	})
}

// mark makes a text fit for a header, where & starts a code and 255 characters
// are the limit.
func mark(s string, most int) string {
	return strings.ReplaceAll(short(Safe(s), most), "&", "&&")
}

func sheetError(name string, err error) error { return fmt.Errorf("sheet %s: %w", name, err) }
