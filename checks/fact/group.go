package fact

// A Group is facts about one subject, under a title that a reader looks for.
type Group struct {
	Title string
	Facts []Fact
}

// Ungrouped are the facts of all groups.
func Ungrouped(groups []Group) (out []Fact) {
	for _, g := range groups {
		out = append(out, g.Facts...)
	}
	return out
}
