package report

import (
	"maps"
	"slices"

	"github.com/xuri/excelize/v2"
)

// look holds the numbers of the workbook's styles.
type look struct {
	title, subtitle, score, heading, label, strong, note int // lines
	header, headerMiddle, headerUp, headerInput          int
	text, code, date, link, input, inputDate             int
	number, count, countLink, percent, seconds, middle   int // in the middle of their column
	letter                                               int
	statuses, severities, states, letterPaints           []paint
	sizes                                                map[int]float64 // of the fonts of lines
}

// A paint colours the cells of a word. The word stays in the cell: colour never
// carries a meaning alone.
type paint struct {
	word  string
	style int
}

// Dark text on a light ground, so that it can be read when printed in grey.
var statusColours = map[string][2]string{
	Pass: {"1E5128", "DDF2E0"}, Fail: {"8B0000", "FBDCDC"}, Waived: {"5B4300", "FFF1C9"}, Error: {"6B2A00", "FFE3CF"},
	NotAssessed: {"3A2E6B", "E7E3F7"}, Manual: {"003A70", "D9EAF9"}, NotApplicable: {"4A4A4A", "ECECEC"},
}

var severityColours = map[string][2]string{
	"critical": {"FFFFFF", "8B0000"}, "high": {"8B0000", "FBDCDC"}, "medium": {"5B4300", "FFF1C9"}, "low": {"4A4A4A", "ECECEC"},
}

// chartColours are strong enough for areas without text.
var chartColours = map[string]string{
	Pass: "3E8E5A", Fail: "B3261E", Waived: "D9A400", Error: "D9661F", NotAssessed: "7A6CC4", Manual: "3D7FBF", NotApplicable: "B8BEC4",
}

// stateColours give the words of waivers and changes the colours of statuses.
var stateColours = map[string]string{
	Word(WaiverInForce): Pass, Word(WaiverExpired): Fail, Word(WaiverUnused): Waived,
	changeWord(NewFailure): Fail, changeWord(Fixed): Pass, changeWord(OtherChange): Waived, changeWord(GoneFailure): NotApplicable,
}

// of is the style of a kind of column.
func (l look) of(k kind) int {
	return map[kind]int{plainText: l.text, codeText: l.code, linkText: l.link, wholeNumber: l.number, tenthsNumber: l.percent,
		secondsNumber: l.seconds, inputText: l.input, inputDate: l.inputDate, letterText: l.letter}[k]
}

const (
	ink      = "1F2933"
	headFill = "1F3A5F"
	rule     = "C9D1D9"
	faint    = "E6EAEE"
	inputBed = "FFFBE6"
)

func styles(f *excelize.File) (look, error) {
	var l look
	m := maker{f: f}
	l.title = m.style(excelize.Style{Font: font(20, true, headFill), Alignment: across()})
	l.subtitle = m.style(excelize.Style{Font: font(12, false, ink), Alignment: across()})
	l.score = m.style(excelize.Style{Font: font(15, true, ink), Alignment: across()})
	l.heading = m.style(excelize.Style{Font: font(12, true, headFill), Alignment: across(), Border: edge("bottom", headFill)})
	l.label = m.style(excelize.Style{Font: font(10, true, ink), Alignment: across()})
	l.note = m.style(excelize.Style{Font: font(10, false, ink), Alignment: across()})
	l.strong = m.style(excelize.Style{Font: font(10, true, ink), Alignment: across(), Border: edge("bottom", rule)})
	l.header = m.style(excelize.Style{Font: font(10, true, "FFFFFF"), Fill: fill(headFill), Border: edge("right", "FFFFFF"),
		Alignment: &excelize.Alignment{Vertical: "center", WrapText: true}})
	l.headerMiddle = m.style(excelize.Style{Font: font(10, true, "FFFFFF"), Fill: fill(headFill), Border: edge("right", "FFFFFF"),
		Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true}})
	l.headerUp = m.style(excelize.Style{Font: font(9, false, "FFFFFF"), Fill: fill(headFill), Border: edge("right", "FFFFFF"),
		Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "bottom", TextRotation: 90}})
	l.headerInput = m.style(excelize.Style{Font: font(10, true, "3A2E00"), Fill: fill("FFE08A"), Border: edge("right", "FFFFFF"),
		Alignment: &excelize.Alignment{Vertical: "center", WrapText: true}})
	l.text = m.cell(excelize.Style{})
	l.code = m.cell(excelize.Style{Font: &excelize.Font{Family: "Courier New", Size: 9, Color: ink}})
	l.number = m.cell(excelize.Style{NumFmt: 1, Alignment: middle()})
	l.count = m.cell(excelize.Style{CustomNumFmt: format(`0;-0;"–"`), Alignment: middle()})
	l.percent = m.cell(excelize.Style{CustomNumFmt: format("0.0"), Alignment: middle()})
	l.countLink = m.cell(excelize.Style{Font: underlined(), NumFmt: 1, Alignment: middle()})
	l.date = m.cell(excelize.Style{CustomNumFmt: format("yyyy-mm-dd hh:mm:ss")})
	l.link = m.cell(excelize.Style{Font: underlined()})
	l.input = m.cell(excelize.Style{Fill: fill(inputBed)})
	l.inputDate = m.cell(excelize.Style{Fill: fill(inputBed), CustomNumFmt: format("yyyy-mm-dd")})
	l.seconds = m.cell(excelize.Style{CustomNumFmt: format("0.000"), Alignment: middle()})
	l.middle = m.cell(excelize.Style{Alignment: middle()})
	l.letter = m.cell(excelize.Style{Alignment: middle(), Font: font(9, false, ink)})
	for _, s := range Statuses() {
		l.letterPaints = append(l.letterPaints, paint{statusLetters[s], m.conditional(statusColours[s])})
		l.statuses = append(l.statuses, paint{Word(s), m.conditional(statusColours[s])})
	}
	for _, s := range Severities() {
		l.severities = append(l.severities, paint{s, m.conditional(severityColours[s])})
	}
	for _, word := range slices.Sorted(maps.Keys(stateColours)) { // styles are numbered: in one order
		l.states = append(l.states, paint{word, m.conditional(statusColours[stateColours[word]])})
	}
	l.sizes = map[int]float64{l.title: 20, l.subtitle: 12, l.score: 15, l.heading: 12, l.label: 10, l.note: 10, l.strong: 10}
	return l, m.err
}

// A maker makes styles and keeps the first error.
type maker struct {
	f   *excelize.File
	err error
}

func (m *maker) style(s excelize.Style) int {
	id, err := m.f.NewStyle(&s)
	m.keep(err)
	return id
}

// cell makes the style of a table's cell: wrapped, at the top, ruled.
func (m *maker) cell(s excelize.Style) int {
	if s.Font == nil {
		s.Font = font(10, false, ink)
	}
	if s.Alignment == nil {
		s.Alignment = across()
	}
	s.Border = append(edge("bottom", rule), edge("right", faint)...)
	return m.style(s)
}

func (m *maker) conditional(c [2]string) int {
	id, err := m.f.NewConditionalStyle(&excelize.Style{Font: &excelize.Font{Color: c[0], Bold: true}, Fill: fill(c[1])})
	m.keep(err)
	return id
}

func (m *maker) keep(err error) {
	if m.err == nil {
		m.err = err
	}
}

func font(size float64, bold bool, colour string) *excelize.Font {
	return &excelize.Font{Family: "Arial", Size: size, Bold: bold, Color: colour}
}

func fill(colour string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
}

func edge(side, colour string) []excelize.Border {
	return []excelize.Border{{Type: side, Color: colour, Style: 1}}
}

// across wraps text and aligns it left, numbers and dates too: beside their
// label they read as text.
func across() *excelize.Alignment {
	return &excelize.Alignment{Horizontal: "left", Vertical: "top", WrapText: true}
}

func middle() *excelize.Alignment {
	return &excelize.Alignment{Horizontal: "center", Vertical: "top"}
}

func underlined() *excelize.Font {
	return &excelize.Font{Family: "Arial", Size: 10, Color: "0B5394", Underline: "single"}
}

func format(f string) *string { return &f }
