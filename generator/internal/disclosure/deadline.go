package disclosure

import (
	"slices"
	"strings"
)

// A Deadline is one step of the way from a request to a ruling that has a time limit. The
// first day after the event From that is a working day counts as day one, and the last day
// counted is the due day.
type Deadline struct {
	ID             string
	Role           Role // what programs know it by; its id is free
	Actor          Party
	From, FromEN   string // the event from which it counts; FromEN may be ""
	Extends        string // the Deadline that this one prolongs, or ""
	Days           int    // working days
	Known          bool   // Days was found in the law; otherwise nothing may be shown
	Label, LabelEN string
	Basis          string // the article; "" when it is not certain enough to be cited
}

// A Role is what a Deadline limits, as far as the rules here must know.
type Role int8

// The roles. A step of a regime that has none of them is only shown.
const (
	NoRole Role = iota
	AnswerLimit
	ExtensionLimit // of the answer
	ObjectionLimit
	ObjectionAnswerLimit
)

// RoleNames are the Roles as files of deadlines write them.
var RoleNames = []string{"", "jawaban", "perpanjangan", "keberatan", "jawaban_keberatan"}

// ParseRole returns the Role of a name.
func ParseRole(name string) Role { return Role(max(0, slices.Index(RoleNames, name))) }

// String returns the name as files of deadlines write it.
func (r Role) String() string { return RoleNames[r] }

// A Party is who must act within a Deadline.
type Party struct {
	ID             string
	Label, LabelEN string // "" for those that the words of pages name
	Own            bool   // it is the body, or stands above it
}

// Parties are those of a request for information in Indonesia, UU 14/2008 ps. 22, 35–38. Law as
// data can declare others.
var Parties = []Party{
	{ID: "ppid", Own: true}, {ID: "atasan_ppid", Own: true}, {ID: "pemohon"},
	{ID: "komisi_informasi"},
	{ID: "para_pihak"},
}

// A Regime is one set of Deadlines, such as that for all information (UU 14/2008) and that for
// election information (PERKI 1/2019), whose times are shorter. Which there are is data.
type Regime struct {
	ID, Label, LabelEN string
	When, WhenEN       string // to what it applies, with its article; or ""
	Election           bool   // it is shown first in the election period
	Complaints         bool   // it is of complaints, not of requests for information
	Deadlines          []Deadline
}

// Find returns the Deadline of an id, or nil.
func (r *Regime) Find(id string) *Deadline {
	for i := range r.Deadlines {
		if r.Deadlines[i].ID == id {
			return &r.Deadlines[i]
		}
	}
	return nil
}

// As returns the Deadline of a Role, or nil.
func (r *Regime) As(role Role) *Deadline {
	for i := range r.Deadlines {
		if r.Deadlines[i].Role == role {
			return &r.Deadlines[i]
		}
	}
	return nil
}

// FindDeadline returns the Deadline that "regime/id" names, such as umum/tanggapan, or nil.
func FindDeadline(regimes []Regime, name string) *Deadline {
	regime, id, _ := strings.Cut(name, "/")
	for i := range regimes {
		if regimes[i].ID == regime {
			return regimes[i].Find(id)
		}
	}
	return nil
}

// Total returns the working days of a Deadline counted from the event that starts the one
// it extends: an extension of 7 days ends 17 days after the request.
func (r *Regime) Total(d *Deadline) int {
	if extended := r.Find(d.Extends); extended != nil && extended != d {
		return extended.Days + d.Days
	}
	return d.Days
}

// Names returns the ids of the Deadlines of r, each after a prefix.
func (r *Regime) Names(prefix string) []string {
	var names []string
	for i := range r.Deadlines {
		names = append(names, prefix+r.Deadlines[i].ID)
	}
	return names
}

// DeadlineNames returns all names that FindDeadline knows.
func DeadlineNames(regimes []Regime) []string {
	var names []string
	for i := range regimes {
		names = append(names, regimes[i].Names(regimes[i].ID+"/")...)
	}
	return names
}

// In returns p as it is done under one Regime: without the exits and steps of others.
func (p *Procedure) In(regime string) *Procedure {
	other := func(of string) bool { return of != "" && of != regime }
	q := *p
	q.Steps = slices.Clone(p.Steps)
	for row := range q.Steps {
		s := &q.Steps[row]
		s.Exits = slices.DeleteFunc(slices.Clone(s.Exits), func(e Exit) bool {
			to := p.row(e.To)
			return other(e.Regime) || to >= 0 && other(p.Steps[to].Regime)
		})
	}
	return &q
}

// LegalTime returns how long p takes at most under a Regime, in minutes of working time, and on
// which rows: all that lies between a request and its answer but the requester's own time. The path
// is nil when no way leads to an end under that Regime.
func (p *Procedure) LegalTime(regime string) (minutes int, path []int) {
	q := p.In(regime)
	return q.dearest(func(row int) int {
		if q.IsRequesters(row) {
			return 0
		}
		return q.Steps[row].Max.WorkingMinutes(q.Hours)
	})
}

// WholeTime returns how long somebody waits at most for the end of p, in minutes of working time:
// under the Regime that takes longest.
func (p *Procedure) WholeTime(regimes []Regime) (longest int) {
	longest, _ = p.LegalTime("")
	for i := range regimes {
		minutes, _ := p.LegalTime(regimes[i].ID)
		longest = max(longest, minutes)
	}
	return longest
}

// IsRequesters reports whether the requester alone takes part in a row.
func (p *Procedure) IsRequesters(row int) bool {
	return !slices.ContainsFunc(p.Steps[row].Actors, func(id string) bool {
		column := p.column(id)
		return column < 0 || !p.Actors[column].Requester
	})
}

// Takes reports whether the requester takes part in a row, alone or with others.
func (p *Procedure) Takes(row int) bool {
	return slices.ContainsFunc(p.Steps[row].Actors, func(id string) bool {
		column := p.column(id)
		return column >= 0 && p.Actors[column].Requester
	})
}
