package pack

// Chain holds each package against the one before it: it must name that run, and
// the hash of its results. What is wrong is added to the later one.
func Chain(found []*Finding) {
	for i := 1; i < len(found); i++ {
		before, f := found[i-1], found[i]
		switch {
		case f.RunID == "" || before.RunID == "": // said already
		case f.Previous == nil:
			f.fault("it names no run before it; scantling audit --previous makes a chain")
		case f.Previous.SHA256 != before.Results:
			f.fault("the run before it is %s; %s is %s", f.Previous, before.Path, &Previous{before.RunID, before.Results})
		default:
			f.note("it follows on %s", before.RunID)
		}
	}
}
