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
	Class          string // one of ObligationClasses
	Label, LabelEN string
	Basis          []string // the articles, most specific first
	Cited          bool     // the articles were checked well enough to be shown to the public
	MaxAge         int      // days; NoAge when the law sets none, 0 for "at once"
	Edition        string   // month and day, "03-31", by which the new yearly edition must be there; or ""
	Evidence       string   // page, document, dataset or contact
	Condition      string   // under which it applies; "" is always
	Group          string   // part of an assessor's questionnaire
}

// NoAge is the MaxAge of an Obligation for which the law sets no age.
const NoAge = -1

// ObligationClasses are the classes in the order of the law, and the services around them.
var ObligationClasses = []string{"berkala", "serta_merta", "setiap_saat", "dikecualikan", "layanan"}

// An Override is what a body says about some Obligations: that they do not apply to it,
// and why, or which unit answers for them.
type Override struct {
	ID            string // of one, or of all below it: berkala.pengadaan.*
	NotApplicable bool
	Reason        string // shown to the public
	Until         Day    // to be looked at again; 0 is never
	Unit          string
}

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
	Last                 Day  // when its content was last made, changed or checked; never a file's time
	Year                 int  // that it is the edition of, or 0
	Files                int  // on this site
	Table                bool // its page holds the data itself
	Nil                  bool // it says that there is nothing
}

// A Status is how an Obligation stands.
type Status int8

// The statuses, the worst first.
const (
	Missing       Status = iota // nothing published meets it
	Overdue                     // what does is older than it may be
	LinkOnly                    // a document or data is asked for, and there is only a text or a link
	DueSoon                     // must be looked at within thirty days
	Met                         //
	NilMet                      // met by saying that there is nothing
	NotApplicable               // does not apply to this body, with a reason
)

// StatusNames are the Statuses for programs.
var StatusNames = []string{"missing", "overdue", "link_only", "due_soon", "ok", "nil", "not_applicable"}

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
}

// A Report is an audit of all Obligations.
type Report struct {
	AsOf Day
	Rows []Row // in the order of the catalogue
}

// Audit holds the evidence, by the id of the Obligation it meets, against all Obligations.
func Audit(obligations []Obligation, overrides []Override, evidence map[string][]Evidence, asOf Day) Report {
	r := Report{AsOf: asOf, Rows: make([]Row, len(obligations))}
	for i := range obligations {
		r.Rows[i] = audit(&obligations[i], overrides, evidence[obligations[i].ID], asOf)
	}
	return r
}

func audit(o *Obligation, overrides []Override, evidence []Evidence, asOf Day) Row {
	row := Row{Obligation: o, Evidence: slices.Clone(evidence)}
	slices.SortStableFunc(row.Evidence, func(a, b Evidence) int {
		return cmp.Or(cmp.Compare(b.Last, a.Last), cmp.Compare(a.Path, b.Path))
	})
	applies := true
	for i := range overrides {
		v := &overrides[i]
		if !v.matches(o.ID) {
			continue
		}
		if v.NotApplicable && (v.Until == 0 || asOf <= v.Until) {
			applies, row.Reason = false, v.Reason
		}
		if v.Unit != "" {
			row.Unit = v.Unit
		}
	}
	if len(row.Evidence) == 0 {
		row.Status = Missing
		if !applies {
			row.Status = NotApplicable
		}
		return row
	}
	newest, reason := &row.Evidence[0], row.Reason
	row.Last, row.Reason = newest.Last, ""
	if newest.Unit != "" {
		row.Unit = newest.Unit
	}
	row.Due = o.due(row.Evidence)
	switch {
	case row.Due != 0 && row.Due < asOf, newest.Last == 0 && o.MaxAge > 0:
		row.Status = Overdue // what has no date cannot be new
	case newest.Nil:
		row.Status = NilMet
	case (o.Evidence == "document" || o.Evidence == "dataset") && !slices.ContainsFunc(row.Evidence, func(e Evidence) bool { return e.Files > 0 || e.Table }):
		row.Status = LinkOnly
	case row.Due != 0 && row.Due <= asOf+30:
		row.Status = DueSoon
	default:
		row.Status = Met
	}
	if !applies && row.Status < DueSoon { // published once, and no duty now
		row.Status, row.Reason, row.Due = NotApplicable, reason, 0
	}
	return row
}

// due returns the last day on which the evidence is not too old, or 0. A half-year is six
// calendar months, UU 14/2008 ps. 9 (3): counting 184 days would be late in some and early
// in none, counting 180 early in all.
func (o *Obligation) due(evidence []Evidence) Day {
	var due Day
	switch o.MaxAge {
	case NoAge, 0: // the law sets none
	case 184:
		due = evidence[0].Last.AddMonths(6)
	case 365:
		due = evidence[0].Last.AddMonths(12)
	case 730:
		due = evidence[0].Last.AddMonths(24)
	default:
		due = evidence[0].Last + Day(o.MaxAge)
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
func (r *Report) Counts() [7]int {
	var n [7]int
	for i := range r.Rows {
		n[r.Rows[i].Status]++
	}
	return n
}

// Score returns the share of the Obligations that apply and are met, in whole percent,
// rounded down. Of nothing all is met.
func (r *Report) Score() int {
	held, all := 0, 0
	for i := range r.Rows {
		switch s := r.Rows[i].Status; {
		case s == NotApplicable:
		case s.Holds():
			held++
			all++
		default:
			all++
		}
	}
	if all == 0 {
		return 100
	}
	return held * 100 / all
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
