package report

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// The cells of the charts' numbers on the hidden sheet, right of the lists.
const (
	chartColumn = 12
	ringRow     = 1 // a header and a row of counts by status
	barRow      = 4 // a header and a row for each section
	chartRows   = 20
	maxBars     = 30
)

// charts draws the statuses as a ring and the outer sections of the first profile
// as bars. The same numbers stand in the tables below.
func (c *canvas) charts() error {
	b := c.b
	if b.Score.Total() == 0 {
		return nil
	}
	c.row++
	top := c.row + 1
	c.row += chartRows
	for row := top; row <= c.row; row++ {
		if err := b.f.SetRowHeight(c.name, row, 17.2); err != nil {
			return err
		}
	}
	bars, err := b.chartNumbers()
	if err != nil {
		return err
	}
	if err := b.f.AddChart(c.name, at(1, top), b.ring()); err != nil || bars == 0 {
		return err
	}
	return b.f.AddChart(c.name, at(3, top), b.bars(bars))
}

// chartNumbers writes what the charts show; sections from the last to the first,
// as bars grow upwards.
func (b *book) chartNumbers() (bars int, err error) {
	head := []any{""}
	for _, status := range Statuses() {
		head = append(head, capital(Word(status)))
	}
	rows := map[int][]any{ringRow: head, ringRow + 1: countsOf("All", b.Score), barRow: head}
	for _, g := range b.outerSections() {
		bars++
		rows[barRow+bars] = countsOf(short(Safe(strings.TrimSpace(g.ID+"  "+g.Title)), 40), g.Score)
	}
	for _, row := range slices.Sorted(maps.Keys(rows)) { // texts are numbered as they come
		for i, v := range rows[row] {
			if n, ok := v.(int); ok {
				err = b.f.SetCellInt(listSheet, at(chartColumn+i, row), int64(n))
			} else {
				err = b.f.SetCellStr(listSheet, at(chartColumn+i, row), escaped(v.(string)))
			}
			if err != nil {
				return 0, err
			}
		}
	}
	return bars, nil
}

func countsOf(name string, s Score) []any {
	row := []any{name}
	for _, status := range Statuses() {
		row = append(row, s.Of(status))
	}
	return row
}

// outerSections are those of the first profile that lie in no other, the last first.
func (b *book) outerSections() []Group {
	var out []Group
	if len(b.Profiles) == 0 {
		return nil
	}
	for _, g := range b.Profiles[0].Sections {
		if !nested(b.Profiles[0].Sections, g.ID) && len(out) < maxBars {
			out = append([]Group{g}, out...)
		}
	}
	return out
}

// chartCells names cells of the charts' numbers: of columns counted from the first.
func chartCells(from, to, row, last int) string {
	return fmt.Sprintf("%s!$%s$%d:$%s$%d", listSheet, letter(chartColumn+from), row, letter(chartColumn+to), last)
}

func (b *book) ring() *excelize.Chart {
	n := len(Statuses())
	s := excelize.ChartSeries{Name: "Recommendations", Categories: chartCells(1, n, ringRow, ringRow), Values: chartCells(1, n, ringRow+1, ringRow+1)}
	for i, status := range Statuses() {
		s.DataPoint = append(s.DataPoint, excelize.ChartDataPoint{Index: i, Fill: fill(chartColours[status])})
	}
	return &excelize.Chart{Type: excelize.Doughnut, Series: []excelize.ChartSeries{s}, HoleSize: 50,
		Title:     chartTitle("Recommendations by status"),
		Legend:    excelize.ChartLegend{Position: "right", Font: font(9, false, ink)},
		PlotArea:  excelize.ChartPlotArea{ShowVal: true},
		Dimension: excelize.ChartDimension{Width: 390, Height: 400},
		Format:    excelize.GraphicOptions{OffsetX: 4, OffsetY: 4, AltText: "A ring of the recommendations by status; the numbers are in the tables below."},
	}
}

// bars stacks the statuses of each section.
func (b *book) bars(n int) *excelize.Chart {
	small := excelize.Font{Size: 9, Color: ink, Family: "Arial"}
	chart := &excelize.Chart{Type: excelize.BarStacked,
		Title:     chartTitle("By section: " + short(Safe(b.Profiles[0].ID), 40)),
		Legend:    excelize.ChartLegend{Position: "bottom", Font: &small},
		XAxis:     excelize.ChartAxis{Font: small},
		YAxis:     excelize.ChartAxis{MajorGridLines: true, Font: small},
		Dimension: excelize.ChartDimension{Width: 700, Height: 400},
		Format:    excelize.GraphicOptions{OffsetX: 4, OffsetY: 4, AltText: "Bars of the statuses by section; the numbers are in the tables below."},
	}
	for i, status := range Statuses() {
		chart.Series = append(chart.Series, excelize.ChartSeries{
			Name:       strings.Split(chartCells(i+1, i+1, barRow, barRow), ":")[0],
			Categories: chartCells(0, 0, barRow+1, barRow+n),
			Values:     chartCells(i+1, i+1, barRow+1, barRow+n),
			Fill:       fill(chartColours[status]),
		})
	}
	return chart
}

func chartTitle(s string) excelize.ChartTitle {
	return excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: s, Font: font(11, true, ink)}}}
}
