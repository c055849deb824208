package disclosure

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// An Obligation is one thing that a public body must publish or hold ready, UU 14/2008
// ps. 9–11, 17, 25/2009 ps. 20–22 and the standards under them.
type Obligation struct {
	ID             string // dotted, never used again for something else
	Class          string // id of a class, which is data
	Label, LabelEN string
	Basis          []string // the articles, most specific first
	Cited          bool     // the articles were checked well enough to be shown to the public
	MaxAge         int      // days; NoAge when the law sets none, 0 for "at once"
	// month and day, "03-31", by which a new edition is due each year; or ""
	Edition   string
	Evidence  string // page, document, dataset or contact
	Condition string // under which it applies; "" is always
	Group     string // part of an assessor's questionnaire
	Limit     string // the Deadline within which a procedure that meets it must end; or ""
}

// NoAge is the MaxAge of an Obligation for which the law sets no age.
const NoAge = -1

// An Override is what a body says about some Obligations: that they do not apply to it,
// and why, or which unit answers for them.
type Override struct {
	ID            string // of one, or of all below it: berkala.pengadaan.*
	NotApplicable bool
	Reason        string // shown to the public
	Until         Day    // the last day on which this holds; 0 is for ever
	Unit          string

	// Declared is the day on which it was declared that what an Obligation with a condition is
	// about has not happened, 0 if it was not; DeclaredBy is the position that did.
	Declared   Day
	DeclaredBy string
}

// DeclarationMonths is how many months a declaration holds that something has not happened, as
// periodic information does (UU 14/2008 ps. 9 (3)).
const DeclarationMonths = 6

// matches reports whether o is about the Obligation of an id.
func (o *Override) matches(id string) bool {
	if prefix, ok := strings.CutSuffix(o.ID, "*"); ok {
		return strings.HasPrefix(id, prefix)
	}
	return o.ID == id
}

// An Evidence is a public document that meets an Obligation, as far as an audit must know.
type Evidence struct {
	Path, Title, Address string
	Unit                 string
	Last                 Day  // when its content was made, changed or checked; never a file's time
	Year                 int  // that it is the edition of, or 0
	Files                int  // on this site
	Table                bool // its page holds the data itself
	Nil                  bool // it says that there is nothing
	Entry                bool // of the register, whose page has nothing without a file or a table
	Bare                 bool // its page says nothing of its own, and it has no file
}

// shows reports whether e is what an Obligation asks for as evidence.
func (e *Evidence) shows(o *Obligation) bool {
	switch {
	case e.Nil:
		return true
	case e.Bare:
		return false
	case e.Entry, o.Evidence == "document", o.Evidence == "dataset":
		return e.Files > 0 || e.Table
	}
	return true
}

// later reports whether e is a later edition than another, or newer where that is not said.
func (e *Evidence) later(than *Evidence) bool {
	if e.Year != 0 && than.Year != 0 {
		return e.Year > than.Year
	}
	return e.Last > than.Last
}

// A Status is how an Obligation stands.
type Status int8

// The statuses, the worst first.
const (
	Missing Status = iota // nothing published meets it
	Overdue               // what does is older than it may be
	// a document or data is asked for, and there is only a text or a link
	LinkOnly
	DueSoon       // must be looked at within thirty days
	Met           //
	NilMet        // met by saying that there is nothing
	NotApplicable // does not apply to this body, with a reason
	// applies under a condition of which it was declared that it has not come
	NotOccurred
)

// StatusNames are the Statuses for programs.
var StatusNames = []string{
	"missing", "overdue", "link_only", "due_soon", "ok", "nil", "not_applicable", "not_occurred",
}

// String returns the name for programs.
func (s Status) String() string { return StatusNames[s] }

// Holds reports whether the duty is met now.
func (s Status) Holds() bool { return s >= DueSoon && s <= NilMet }

// A Row is how one Obligation stands.
type Row struct {
	*Obligation
	Status   Status
	Evidence []Evidence // the newest first
	Last     Day        // of the newest
	Due      Day        // when it must be looked at or made again; 0 is never
	Unit     string     // that answers for it, or ""
	Reason   string     // why it does not apply
	Declared Day        // when it was declared not to have happened, or 0
	By       string     // the position that declared it
}

// A Report is an audit of all Obligations.
type Report struct {
	AsOf    Day
	Rows    []Row    // in the order of the catalogue
	Earlier []Result // that were kept, of days before AsOf, sorted
}

// A Result is how many Obligations were met on a day, of how many that applied.
type Result struct {
	Day       Day
	Held, All int
}

// Score is the share that was met, as Report.Score has it.
func (r Result) Score() int { return r.Held * 100 / max(1, r.All) }

// Result returns what is kept of a Report.
func (r *Report) Result() Result {
	held, all := r.met()
	return Result{r.AsOf, held, all}
}

// Of returns what the Report says of one unit, without the results that were kept of all.
func (r *Report) Of(unit string) *Report {
	return &Report{AsOf: r.AsOf, Rows: slices.DeleteFunc(slices.Clone(r.Rows), func(row Row) bool {
		return row.Unit != unit
	})}
}

// Audit holds the evidence, by the id of the Obligation it meets, against all Obligations.
func Audit(
	obligations []Obligation, overrides []Override, evidence map[string][]Evidence, asOf Day,
) Report {
	r := Report{AsOf: asOf, Rows: make([]Row, len(obligations))}
	for i := range obligations {
		r.Rows[i] = audit(&obligations[i], overrides, evidence[obligations[i].ID], asOf)
	}
	return r
}

// audit holds the evidence of one Obligation against it.
func audit(o *Obligation, overrides []Override, evidence []Evidence, asOf Day) Row {
	row := Row{Obligation: o, Evidence: o.newest(evidence)}
	applies, declared := true, Day(0)
	for i := range overrides {
		v := &overrides[i]
		if !v.matches(o.ID) {
			continue
		}
		if v.NotApplicable && (v.Until == 0 || asOf <= v.Until) {
			applies, row.Reason = false, v.Reason
		}
		if v.Declared != 0 && o.Condition != "" && v.Declared <= asOf {
			if until := cmp.Or(v.Until, v.Declared.AddMonths(DeclarationMonths)); asOf <= until {
				declared, row.Declared, row.By, row.Due = until, v.Declared, v.DeclaredBy, until
			}
		}
		if v.Unit != "" {
			row.Unit = v.Unit
		}
	}
	if len(row.Evidence) == 0 {
		row.Status = Missing
		if !applies {
			row.Status, row.Due = NotApplicable, 0
		} else if declared != 0 {
			row.Status = NotOccurred
		}
		return row
	}
	row.Declared, row.By = 0, "" // it has happened
	newest, reason := &row.Evidence[0], row.Reason
	row.Last, row.Reason = newest.Last, ""
	if newest.Unit != "" {
		row.Unit = newest.Unit
	}
	row.Due = o.due(row.Evidence)
	row.Status = o.status(row.Evidence, row.Due, asOf)
	if !applies && row.Status < DueSoon { // published once, and no duty now
		row.Status, row.Reason, row.Due = NotApplicable, reason, 0
	}
	return row
}

// newest returns what counts of the evidence of o, the newest first: what is asked for, behind a
// later entry of the register that is announced and not there. Where nothing is what is asked for,
// all of it counts, as a text or a link.
func (o *Obligation) newest(evidence []Evidence) []Evidence {
	all := slices.Clone(evidence)
	slices.SortStableFunc(all, func(a, b Evidence) int {
		return cmp.Or(cmp.Compare(b.Last, a.Last), cmp.Compare(a.Path, b.Path))
	})
	shown := slices.DeleteFunc(slices.Clone(all), func(e Evidence) bool { return !e.shows(o) })
	if len(shown) == 0 {
		return all
	}
	latest := shown[0]
	for _, e := range shown {
		if e.later(&latest) {
			latest = e
		}
	}
	for _, e := range all {
		if e.Entry && !e.shows(o) && e.later(&latest) {
			return append([]Evidence{e}, shown...)
		}
	}
	return shown
}

// soon is how many days before it is due a duty is said to be due.
const soon = 30

// status returns how o stands with evidence, the newest first, that is due on a day or never.
func (o *Obligation) status(evidence []Evidence, due, asOf Day) Status {
	newest := &evidence[0]
	if due != 0 && due < asOf {
		return Overdue
	}
	if newest.Last == 0 && o.MaxAge > 0 {
		return Overdue // what has no date cannot be new
	}
	if !newest.shows(o) {
		return LinkOnly
	}
	if newest.Nil {
		return NilMet
	}
	if due != 0 && due <= asOf+soon {
		return DueSoon
	}
	return Met
}

// due returns the last day on which the evidence is not too old, or 0. The ages of the
// catalogue that stand for half a year, a year and two years are counted in months, as the
// law does (UU 14/2008 ps. 9 (3)): half a year has 181 to 184 days. What is announced and not there
// makes nothing newer.
func (o *Obligation) due(evidence []Evidence) Day {
	if len(evidence) > 1 && !evidence[0].shows(o) && evidence[1].shows(o) {
		evidence = evidence[1:]
	}
	due := evidence[0].Last
	switch o.MaxAge {
	case NoAge, 0: // the law sets none
		due = 0
	case 184:
		due = due.AddMonths(6)
	case 365:
		due = due.AddMonths(12)
	case 730:
		due = due.AddMonths(24)
	default:
		due += Day(o.MaxAge)
	}
	if evidence[0].Last == 0 {
		due = 0
	}
	if o.Edition == "" {
		return due
	}
	year := 0
	for _, e := range evidence {
		if e.Year == 0 && e.Last != 0 { // an edition tells of the year before it
			e.Year = e.Last.Year() - 1
		}
		year = max(year, e.Year)
	}
	if year == 0 {
		return due
	}
	// The edition of the next year must be there by this day of the year after that.
	return edition(year+2, o.Edition)
}

// edition returns a day of the form 03-31 in a year, or 0 if there is no such day.
func edition(year int, monthDay string) Day {
	t, err := time.Parse("01-02", monthDay)
	if err != nil {
		return 0
	}
	return DayOf(year, t.Month(), t.Day())
}

// IsEdition reports whether a text is a month and day as Obligation.Edition has it.
func IsEdition(monthDay string) bool { return edition(2024, monthDay) != 0 }

// AddMonths returns the same day some months later, or the last day of that month when it
// has no such day.
func (d Day) AddMonths(n int) Day {
	t := d.Time()
	first := time.Date(t.Year(), t.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return DayOf(first.Year(), first.Month(), min(t.Day(), last))
}

// Counts returns how many Obligations have each Status.
func (r *Report) Counts() [8]int {
	var n [8]int
	for i := range r.Rows {
		n[r.Rows[i].Status]++
	}
	return n
}

// Score returns the share of the Obligations that apply and are met, in whole percent, rounded
// down. Those whose condition was declared not to have come do not count. Of nothing nothing is
// met.
func (r *Report) Score() int {
	return r.Result().Score()
}

// ScoreWithConditions is Score with those whose condition was declared not to have come, which
// count as not met.
func (r *Report) ScoreWithConditions() int {
	held, all := r.met()
	return held * 100 / max(1, all+r.Counts()[NotOccurred])
}

// met returns how many Obligations are met, of how many that apply now.
func (r *Report) met() (held, all int) {
	for i := range r.Rows {
		s := r.Rows[i].Status
		if s != NotApplicable && s != NotOccurred {
			all++
		}
		if s.Holds() {
			held++
		}
	}
	return held, all
}

// Find returns the rows that an id names: one, or all below it when it ends with a star.
func (r *Report) Find(id string) []*Row {
	o := Override{ID: id}
	var rows []*Row
	for i := range r.Rows {
		if o.matches(r.Rows[i].ID) {
			rows = append(rows, &r.Rows[i])
		}
	}
	return rows
}
