package report

import (
	"fmt"

	"github.com/xuri/excelize/v2"
)

// chartRows is how many rows the charts cover.
const chartRows = 18

// charts draws the statuses as a ring, and the sections of the first profile as
// bars. The numbers are those of the cells above, and stand there as well.
func (c *canvas) charts() error {
	b := c.b
	if b.Score.Total() == 0 {
		return nil
	}
	if err := c.heading("Pictures"); err != nil {
		return err
	}
	top := c.row + 1
	c.row += chartRows
	for row := top; row <= c.row; row++ {
		if err := b.f.SetRowHeight(c.name, row, 17.2); err != nil {
			return err
		}
	}
	if err := b.f.AddChart(c.name, at(1, top), b.ring()); err != nil {
		return err
	}
	if len(b.sectionRows) == 0 {
		return nil
	}
	return b.f.AddChart(c.name, at(4, top), b.bars())
}

func (b *book) ring() *excelize.Chart {
	last := letter(4 + len(Statuses()))
	s := excelize.ChartSeries{
		Name:       "Recommendations",
		Categories: fmt.Sprintf("%s!$E$%d:$%s$%[2]d", summarySheet, b.statusRow-1, last),
		Values:     fmt.Sprintf("%s!$E$%d:$%s$%[2]d", summarySheet, b.statusRow, last),
	}
	for i, status := range Statuses() {
		s.DataPoint = append(s.DataPoint, excelize.ChartDataPoint{Index: i, Fill: fill(chartColours[status])})
	}
	return &excelize.Chart{Type: excelize.Doughnut, Series: []excelize.ChartSeries{s}, HoleSize: 50,
		Title:     excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: "Recommendations by status", Font: font(11, true, ink)}}},
		Legend:    excelize.ChartLegend{Position: "left"},
		PlotArea:  excelize.ChartPlotArea{ShowVal: true},
		Dimension: excelize.ChartDimension{Width: 420, Height: 400},
		Format:    excelize.GraphicOptions{OffsetX: 4, OffsetY: 4, AltText: "A ring of the recommendations by status; the numbers are in the table above."},
	}
}

// bars stacks the statuses of each section of the first profile.
func (b *book) bars() *excelize.Chart {
	from, to := b.sectionRows[0][0], b.sectionRows[0][1]
	chart := &excelize.Chart{Type: excelize.BarStacked,
		Title:     excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: "By section: " + short(Safe(b.Profiles[0].ID), 40), Font: font(11, true, ink)}}},
		Legend:    excelize.ChartLegend{Position: "bottom"},
		YAxis:     excelize.ChartAxis{MajorGridLines: true},
		XAxis:     excelize.ChartAxis{ReverseOrder: true},
		Dimension: excelize.ChartDimension{Width: 720, Height: 400},
		Format:    excelize.GraphicOptions{OffsetX: 4, OffsetY: 4, AltText: "Bars of the statuses by section; the numbers are in the table above."},
	}
	for i, status := range Statuses() {
		col := letter(5 + i)
		chart.Series = append(chart.Series, excelize.ChartSeries{
			Name:       fmt.Sprintf("%s!$%s$%d", summarySheet, col, b.statusRow-1),
			Categories: fmt.Sprintf("%s!$A$%d:$A$%d", summarySheet, from, to),
			Values:     fmt.Sprintf("%s!$%s$%d:$%[2]s$%d", summarySheet, col, from, to),
			Fill:       fill(chartColours[status]),
		})
	}
	return chart
}
