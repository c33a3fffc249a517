package checks

import "github.com/hashicorp/hcl/v2"

// A Note keeps what a person wrote about a result without deciding anything: the
// engine reads it and leaves it alone.
type Note struct {
	ID string
	Aim
	Disposition string
	Comment     string
	Evidence    string
	Assessor    string
	Date        string
	Expires     string
	Owner       string
	Ticket      string
	Other       string
	Range       hcl.Range
	Preface     []string // comments to write above the attributes; they are not read back
}

func decodeNote(b *hcl.Block) (*Note, hcl.Diagnostics) {
	n := open(b.Body, noteSchema, b.DefRange)
	note := &Note{
		ID: b.Labels[0], Range: b.DefRange, Aim: n.aim(),
		Disposition: n.text("disposition"), Comment: n.text("comment"), Evidence: n.text("evidence"),
		Assessor: n.text("assessor"), Date: n.text("date"), Expires: n.text("expires"), Owner: n.text("owner"), Ticket: n.text("ticket"), Other: n.text("other"),
	}
	note.Aim.check(n, "note")
	return note, n.diags
}
