package disclosure

import "slices"

// A Questionnaire is what an information commission asks in its yearly assessment
// (PERKI 1/2022). Weights and answers differ by commission and year, so they are data.
type Questionnaire struct {
	Year              int
	Title, Commission string
	Example           bool // the questions are made up to show the page
	Ladder            []Rung
	Questions         []Question
}

// A Rung is one answer: it is reached when at least so many percent of the Obligations
// behind a question are met, and gives so many hundredths of the question's weight.
type Rung struct {
	Least, Gives int
	Text         string
}

// A Question is one question with the Obligations that answer it.
type Question struct {
	ID, Text, Group string
	Weight          int // in hundredths
	Obligations     []string
	All             bool // incomplete loses the whole mark
}

// An Answer is the estimated mark of a Question. Marks are in hundredths.
type Answer struct {
	*Question
	Rows      []*Row // that apply
	Held      int    // of Rows
	Rung      *Rung  // nil below the lowest
	Mark      int
	Estimated bool // there is something to go by
}

// Answers estimates the marks of a Questionnaire from an audit. It is no promise: people
// look at the evidence.
func (q *Questionnaire) Answers(r *Report) []Answer {
	answers := make([]Answer, len(q.Questions))
	for i := range q.Questions {
		a := Answer{Question: &q.Questions[i]}
		for _, id := range a.Obligations {
			for _, row := range r.Find(id) {
				if row.Status == NotApplicable || slices.Contains(a.Rows, row) {
					continue
				}
				a.Rows = append(a.Rows, row)
				if row.Status.Holds() {
					a.Held++
				}
			}
		}
		if len(a.Rows) > 0 {
			a.Estimated = true
			percent := a.Held * 100 / len(a.Rows)
			for k := range q.Ladder {
				rung := &q.Ladder[k]
				if percent >= rung.Least && (!a.All || percent == 100) && (a.Rung == nil || rung.Gives > a.Rung.Gives) {
					a.Rung = rung
				}
			}
			if a.Rung != nil {
				a.Mark = a.Weight * a.Rung.Gives / 100
			}
		}
		answers[i] = a
	}
	return answers
}

// Grade returns the name of a score of 0 to 100 hundredfold, as the commissions use it.
func Grade(score int) string {
	switch {
	case score >= 9000:
		return "Informatif"
	case score >= 8000:
		return "Menuju Informatif"
	case score >= 6000:
		return "Cukup Informatif"
	case score >= 4000:
		return "Kurang Informatif"
	}
	return "Tidak Informatif"
}
