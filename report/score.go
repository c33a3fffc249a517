package report

// Count scores a list of recommendations. A status that this program does not
// know counts as an error, so that nothing can drop out of the score.
func Count(recs []Recommendation) Score {
	var s Score
	for i := range recs {
		s.add(&recs[i])
	}
	s.ratios()
	return s
}

func (s *Score) add(rec *Recommendation) {
	switch rec.Status {
	case Pass:
		s.Pass++
		s.AnsweredPass += one(rec.Answered > 0)
	case Fail:
		s.Fail++
		s.AnsweredFail += one(rec.Answered > 0)
	case NotAssessed:
		s.NotAssessed++
	case Manual:
		s.Manual++
	case NotApplicable:
		s.NotApplicable++
	case Waived:
		s.Waived++
	default:
		s.Error++
	}
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (s *Score) ratios() {
	assessed := s.Pass + s.Fail
	open := s.Error + s.NotAssessed
	s.Percent = percent(s.Pass, assessed)
	s.Low = percent(s.Pass, assessed+open)
	s.High = percent(s.Pass+open, assessed+open)
	s.Raw = percent(s.Pass, assessed+s.Waived)
}

// percent is nil where there is nothing to take a part of.
func percent(part, whole int) *float64 {
	if whole == 0 {
		return nil
	}
	p := 100 * float64(part) / float64(whole)
	return &p
}

// Of is the number of recommendations with a status.
func (s Score) Of(status string) int {
	switch status {
	case Pass:
		return s.Pass
	case Fail:
		return s.Fail
	case Error:
		return s.Error
	case NotAssessed:
		return s.NotAssessed
	case Manual:
		return s.Manual
	case NotApplicable:
		return s.NotApplicable
	case Waived:
		return s.Waived
	}
	return 0
}

// Total is the number of recommendations counted.
func (s Score) Total() int {
	n := 0
	for _, status := range Statuses() {
		n += s.Of(status)
	}
	return n
}
