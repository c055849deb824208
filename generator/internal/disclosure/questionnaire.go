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
	All             bool // an incomplete answer gets no mark

	// A question that no Obligation answers has links as its evidence, and a mark that the body
	// gives itself, in percent of the weight, with its reason.
	Links  []string
	Given  int // -1 is none
	Reason string
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

// Answers estimates the marks of a Questionnaire from an audit. The commission's may differ,
// because people look at the evidence.
func (q *Questionnaire) Answers(r *Report) []Answer {
	answers := make([]Answer, len(q.Questions))
	for i := range q.Questions {
		a := Answer{Question: &q.Questions[i]}
		for _, id := range a.Obligations {
			for _, row := range r.Find(id) {
				if row.Status >= NotApplicable || slices.Contains(a.Rows, row) {
					continue
				}
				a.Rows = append(a.Rows, row)
				if row.Status.Holds() {
					a.Held++
				}
			}
		}
		if len(a.Obligations) == 0 && a.Given >= 0 {
			a.Estimated, a.Mark = true, a.Weight*a.Given/100
		}
		if len(a.Rows) > 0 {
			a.Estimated = true
			a.Rung = q.rung(a.Held*100/len(a.Rows), a.All)
		}
		if a.Rung != nil {
			a.Mark = a.Weight * a.Rung.Gives / 100
		}
		answers[i] = a
	}
	return answers
}

// rung returns the Rung reached with so many percent that gives the most, or nil.
func (q *Questionnaire) rung(percent int, all bool) *Rung {
	var best *Rung
	if all && percent < 100 {
		return nil
	}
	for i := range q.Ladder {
		rung := &q.Ladder[i]
		if percent >= rung.Least && (best == nil || rung.Gives > best.Gives) {
			best = rung
		}
	}
	return best
}

// grades are the names of scores with the least score of each, in hundredths.
var grades = []struct {
	least int
	name  string
}{
	{9000, "Informatif"}, {8000, "Menuju Informatif"}, {6000, "Cukup Informatif"},
	{4000, "Kurang Informatif"},
}

// Grade returns the name that the commissions give a score, from 0 to 100 in hundredths.
func Grade(score int) string {
	for _, g := range grades {
		if score >= g.least {
			return g.name
		}
	}
	return "Tidak Informatif"
}
