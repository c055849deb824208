package disclosure

import (
	"cmp"
	"slices"
)

// A Request is one request for information as a body's register has it, without anything that names
// a person: what the yearly report (PERKI 1/2021 ps. 56) counts, and what is due when.
type Request struct {
	Number   string
	Regime   string // id
	Channel  string // how it came
	Class    string // of the information asked for; free text
	Received Day
	Decided  Day // 0 while it is not
	Answered Day // 0 while it is not
	Extended Day // when the requester was told in writing; 0 for never
	Outcome  Outcome
	// of a refusal, or of what was not granted: letters of UU 14/2008 ps. 17, or other reasons
	Grounds []string

	Objected          Day
	ObjectionAnswered Day
	ObjectionOutcome  Outcome
}

// An Outcome is what became of a Request or an objection.
type Outcome int8

// The outcomes, of requests and of objections.
const (
	Open Outcome = iota
	Granted
	PartlyGranted
	Refused
)

// OutcomeNames are the Outcomes as the data file writes them; an empty cell is Open.
var OutcomeNames = []string{"", "dikabulkan", "dikabulkan_sebagian", "ditolak"}

// ParseOutcome returns the Outcome of a name.
func ParseOutcome(name string) (o Outcome, ok bool) {
	i := slices.Index(OutcomeNames, name)
	return Outcome(max(i, 0)), i >= 0
}

// String returns the name as the data file writes it.
func (o Outcome) String() string { return OutcomeNames[o] }

// FindRegime returns the Regime of an id, or nil.
func FindRegime(regimes []Regime, id string) *Regime {
	for i := range regimes {
		if regimes[i].ID == id {
			return &regimes[i]
		}
	}
	return nil
}

// Days returns within how many working days the deadline of a Role ends, counted from the event
// that starts it; ok is false when the law's number is not known.
func (r *Regime) Days(role Role) (days int, ok bool) {
	if r == nil {
		return 0, false
	}
	d := r.As(role)
	if d == nil || !d.Known {
		return 0, false
	}
	if extended := r.Find(d.Extends); extended != nil && !extended.Known {
		return 0, false
	}
	return r.Total(d), true
}

// Due returns the last day on which q must be answered: later by the extension when the requester
// was told of it in time. ok is false when the law's number is not known.
func (q *Request) Due(c Calendar, regimes []Regime) (due Due, ok bool) {
	r := FindRegime(regimes, q.Regime)
	days, ok := r.Days(AnswerLimit)
	if !ok {
		return Due{}, false
	}
	due = c.After(q.Received, days)
	if longer, known := r.Days(ExtensionLimit); known && q.Extended != 0 && q.Extended <= due.Day {
		due = c.After(q.Received, longer)
	}
	return due, true
}

// ObjectionDue returns the last day on which the objection to q must be answered; ok is false when
// there is none, or the law's number is not known.
func (q *Request) ObjectionDue(c Calendar, regimes []Regime) (due Due, ok bool) {
	days, ok := FindRegime(regimes, q.Regime).Days(ObjectionAnswerLimit)
	if !ok || q.Objected == 0 {
		return Due{}, false
	}
	return c.After(q.Objected, days), true
}

// Between returns how many working days there are after a day, up to another.
func (c Calendar) Between(from, to Day) int {
	n := 0
	for d := from + 1; d <= to; d++ {
		if _, rests := c.Rest(d); !rests {
			n++
		}
	}
	return n
}

// A Task is something that a body owes a requester by a day.
type Task struct {
	Request   *Request
	Objection bool // it is the answer to an objection
	Due       Due
	Left      int // working days until then; negative when it is overdue
}

// Tasks returns what is still owed of requests, the first due first.
func Tasks(requests []Request, c Calendar, regimes []Regime, asOf Day) []Task {
	var tasks []Task
	add := func(q *Request, objection bool, due Due) {
		left := c.Between(asOf, due.Day)
		if due.Day < asOf {
			left = -c.Between(due.Day, asOf)
		}
		tasks = append(tasks, Task{q, objection, due, left})
	}
	for i := range requests {
		q := &requests[i]
		if due, ok := q.Due(c, regimes); ok && q.Answered == 0 {
			add(q, false, due)
		}
		if due, ok := q.ObjectionDue(c, regimes); ok && q.ObjectionAnswered == 0 {
			add(q, true, due)
		}
	}
	slices.SortStableFunc(tasks, func(a, b Task) int {
		return cmp.Or(cmp.Compare(a.Due.Day, b.Due.Day),
			cmp.Compare(a.Request.Number, b.Request.Number))
	})
	return tasks
}

// A Tally is what a report counts of Requests.
type Tally struct {
	Received int
	Outcomes [Refused + 1]int // Outcomes[Open] are pending
	Monthly  [12]int
	Grounds  []Count // of what was refused, in part too, the most frequent first
	Days     []int   // working days of each answer, ascending
	Regimes  []RegimeTally

	Objections [Refused + 1]int // Objections[Open] are pending
}

// Objected returns how many objections there were.
func (t *Tally) Objected() int {
	n := 0
	for _, of := range t.Objections {
		n += of
	}
	return n
}

// ObjectionsKnown returns how many objections there were whose limit is known.
func (t *Tally) ObjectionsKnown() (n int) {
	for i := range t.Regimes {
		if t.Regimes[i].ObjectionsKnown {
			n += t.Regimes[i].Objections
		}
	}
	return n
}

// ObjectionsLate returns how many objections were answered too late, or are overdue.
func (t *Tally) ObjectionsLate() (n int) {
	for i := range t.Regimes {
		n += t.Regimes[i].ObjectionsLate
	}
	return n
}

// A Count is how many of something there are.
type Count struct {
	Name   string
	Number int
}

// A RegimeTally is how long the answers under one Regime took, held to its own limits.
type RegimeTally struct {
	*Regime
	Received, Answered int
	Days               []int // working days of each answer, ascending
	Known              bool  // the law's limit is; without it nothing is in time or late
	// working days, without and with an extension; Longer is 0 if not known
	Limit, Longer    int
	InTime, Extended int // of Answered; Extended came after the Limit, with notice and in time
	Overdue          int // of those not answered

	Objections      int  // received
	ObjectionsKnown bool // the law's limit for their answers is
	ObjectionsLate  int  // answered too late, or not answered and overdue
}

// LateAnswers returns how many answers came too late.
func (t *RegimeTally) LateAnswers() int {
	if !t.Known {
		return 0
	}
	return t.Answered - t.InTime - t.Extended
}

// Late returns how many requests were answered too late, or are not answered and overdue.
func (t *RegimeTally) Late() int { return t.LateAnswers() + t.Overdue }

// Late reports whether q was answered after its last day, or was not and that day is over.
func (q *Request) Late(c Calendar, regimes []Regime, asOf Day) bool {
	due, ok := q.Due(c, regimes)
	return ok && late(q.Answered, due, asOf)
}

// ObjectionLate is Late of the objection to q.
func (q *Request) ObjectionLate(c Calendar, regimes []Regime, asOf Day) bool {
	due, ok := q.ObjectionDue(c, regimes)
	return ok && late(q.ObjectionAnswered, due, asOf)
}

// late reports whether what was done on a day, or never, is late.
func late(done Day, due Due, asOf Day) bool { return cmp.Or(done, asOf) > due.Day }

// Longest returns how many working days the slowest answer took.
func (t *Tally) Longest() int {
	if len(t.Days) == 0 {
		return 0
	}
	return t.Days[len(t.Days)-1]
}

// Median returns the middle of ascending numbers, of two their mean, rounded to the nearest as Mean
// rounds; 0 of none.
func Median(days []int) int {
	if len(days) == 0 {
		return 0
	}
	return (days[(len(days)-1)/2] + days[len(days)/2] + 1) / 2
}

// Mean returns the mean of numbers, rounded to the nearest; 0 of none.
func Mean(days []int) int {
	sum := 0
	for _, d := range days {
		sum += d
	}
	return (2*sum + len(days)) / max(1, 2*len(days))
}

// NewTally counts requests, each under its own Regime, as they stand on a day.
func NewTally(requests []Request, c Calendar, regimes []Regime, asOf Day) *Tally {
	t := &Tally{Received: len(requests)}
	grounds := map[string]int{}
	for i := range regimes {
		r := RegimeTally{Regime: &regimes[i]}
		r.Limit, r.Known = r.Regime.Days(AnswerLimit)
		_, r.ObjectionsKnown = r.Regime.Days(ObjectionAnswerLimit)
		r.Longer, _ = r.Regime.Days(ExtensionLimit)
		t.Regimes = append(t.Regimes, r)
	}
	for i := range requests {
		q := &requests[i]
		t.Outcomes[q.Outcome]++
		t.Monthly[q.Received.Time().Month()-1]++
		for _, ground := range q.Grounds {
			grounds[ground]++
		}
		if q.Objected != 0 {
			t.Objections[q.ObjectionOutcome]++
		}
		for n := range t.Regimes {
			if r := &t.Regimes[n]; r.ID == q.Regime {
				r.count(q, c, regimes, asOf)
			}
		}
		if q.Answered != 0 {
			t.Days = append(t.Days, c.Between(q.Received, q.Answered))
		}
	}
	slices.Sort(t.Days)
	t.Regimes = slices.DeleteFunc(t.Regimes, func(r RegimeTally) bool { return r.Received == 0 })
	for n := range t.Regimes {
		slices.Sort(t.Regimes[n].Days)
	}
	for name, n := range grounds {
		t.Grounds = append(t.Grounds, Count{name, n})
	}
	slices.SortFunc(t.Grounds, func(a, b Count) int {
		return cmp.Or(cmp.Compare(b.Number, a.Number), cmp.Compare(a.Name, b.Name))
	})
	return t
}

func (t *RegimeTally) count(q *Request, c Calendar, regimes []Regime, asOf Day) {
	t.Received++
	if q.Objected != 0 {
		t.Objections++
	}
	if q.ObjectionLate(c, regimes, asOf) {
		t.ObjectionsLate++
	}
	if q.Answered == 0 {
		if q.Late(c, regimes, asOf) {
			t.Overdue++
		}
		return
	}
	t.Answered++
	days := c.Between(q.Received, q.Answered)
	t.Days = append(t.Days, days)
	due, ok := q.Due(c, regimes)
	switch {
	case !ok:
	case days <= t.Limit:
		t.InTime++
	case q.Answered <= due.Day:
		t.Extended++
	}
}
