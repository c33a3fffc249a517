package report

// Wrap breaks a text between words into lines of at most width columns.
func Wrap(text string, width int) []string { return wrap(text, width) }
