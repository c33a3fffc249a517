package report

import "strings"

// A term is something that the workbook uses and the dictionary explains.
type term struct {
	sheet, name, meaning, source, allowed, by string
}

// dictionary explains every column, every status and the score.
func (b *book) dictionary() {
	var terms []term
	for _, s := range b.sheets {
		if s.from > 0 {
			continue // a second part has the same columns
		}
		for i, c := range s.Columns {
			if s.lay.matrix && i >= s.lay.frozen {
				c.Title = "a column for each object"
			}
			if s.lay.matrix && i > s.lay.frozen {
				break
			}
			terms = append(terms, c.term(s.Name))
		}
	}
	for _, status := range Statuses() {
		terms = append(terms, term{sheet: "Status", name: Word(status), meaning: Meaning(status), source: "results[].status", by: "scantling"})
	}
	for _, w := range scoreWords {
		name, meaning, _ := strings.Cut(w, ": ")
		terms = append(terms, term{sheet: "Score", name: name, meaning: meaning, source: "score", by: "scantling"})
	}
	column := func(title string, width float64, doc string, of func(term) string) field[term] {
		return field[term]{Column{Title: title, width: width, Doc: doc, Key: title == "Sheet" || title == "Term"}, func(t term) value { return txt(of(t)) }}
	}
	listing(b, Sheet{Name: dictionarySheet, Doc: "what every column, status and number means, and where it comes from",
		lay: layout{frozen: 2, tab: "4A4A4A"}}, terms, []field[term]{
		column("Sheet", 18, "The sheet, or what kind of term it is.", func(t term) string { return t.sheet }),
		column("Term", 26, "The column or word.", func(t term) string { return t.name }),
		column("Meaning", 60, "What it tells.", func(t term) string { return t.meaning }),
		column("In the JSON report", 36, "The member that it comes from.", func(t term) string { return t.source }),
		column("Allowed values", 34, "The only values there are; empty: any.", func(t term) string { return t.allowed }),
		column("Filled in by", 14, "The program or a person.", func(t term) string { return t.by }),
	})
}

func (c Column) term(sheet string) term {
	by := "scantling"
	if c.Auditor {
		by = "the auditor"
	}
	return term{sheet, c.Title, c.Doc, c.Source, strings.Join(c.Allowed, ", "), by}
}
