package report

// Fails reports whether a failure that no waiver covers is at least as severe
// as the given word.
func (r *Report) Fails(severity string) bool {
	for i := range r.Recommendations {
		rec := &r.Recommendations[i]
		if rec.Status == Fail && CompareSeverity(rec.Severity, severity) <= 0 {
			return true
		}
	}
	return false
}

// Coverage is the part, in percent, that was assessed of what facts can decide;
// 100 where there was nothing to decide.
func (s Score) Coverage() float64 {
	assessed := s.Pass + s.Fail + s.Waived
	if p := percent(assessed, assessed+s.Error+s.NotAssessed); p != nil {
		return *p
	}
	return 100
}
