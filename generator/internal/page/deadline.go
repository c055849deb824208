package page

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
)

// A DeadlineRow is one step of the way from a request to a ruling, in all sets of
// deadlines.
type DeadlineRow struct {
	ID     string
	Role   disclosure.Role
	Label  string
	Actor  string
	We     bool // the body must act
	Times  []DeadlineTime
	Bases  []string // the articles
	Length string   // in the first set that has the step, with a plus before an extension
	Other  string   // the times in other sets, each with its name; "" when they are the same
}

// A DeadlineTime is how long a step may take in one set; "" when it is not known.
type DeadlineTime struct{ Length, From string }

// strip fills the deadlines that the home page names.
func (g *Filling) strip() []DeadlineRow {
	names := g.face().Home.Deadlines
	if len(names) == 0 {
		names = g.read.Face().Home.Deadlines
	}
	var rows []DeadlineRow
	regimes := g.regimes(false)
	for _, r := range names {
		if row := g.deadline(regimes, r.Target); row.Label != "" {
			row.Length = strings.ReplaceAll(row.Length, "\u00a0", " ") // the columns are narrow
			rows = append(rows, row)
		}
	}
	return rows
}

// allDeadlines fills the steps of all sets of deadlines, and those of the page: its headings
// that begin with a number.
func (g *Filling) allDeadlines() *Deadlines {
	regimes := g.regimes(false)
	d := g.deadlines(regimes)
	for n, r := range d.Rows {
		if r.Role == disclosure.ObjectionLimit {
			d.Refused = d.Rows[n:]
		}
	}
	for _, r := range regimes {
		if when := g.pick(r.When, r.WhenEN); when != "" {
			d.When = append(d.When, Fact{g.pick(r.Label, r.LabelEN), when})
		}
	}
	for _, h := range g.view.Outline {
		number, text, ok := strings.Cut(h.Text, ". ")
		if ok && h.Level == 2 && len(number) == 1 && number[0] >= '0' && number[0] <= '9' {
			d.Steps = append(d.Steps, Link{Text: text, Note: number, Href: "#" + h.ID})
		}
	}
	return d
}

// election names the set of deadlines that comes first while the election period lasts.
func (g *Filling) election() string {
	if regimes := g.regimes(false); len(regimes) > 1 && regimes[0].Election {
		return g.pick(regimes[0].Label, regimes[0].LabelEN)
	}
	return ""
}

// withDeadlines writes the lengths of time that a fact names: <tenggat:umum/tanggapan>.
func (g *Filling) withDeadlines(fact string) string {
	return content.DeadlineMark.ReplaceAllStringFunc(fact, func(mark string) string {
		name := content.DeadlineMark.FindStringSubmatch(mark)[1]
		if d := disclosure.FindDeadline(g.read.Regimes(), name); d != nil && d.Known {
			return formatWorkingDays(d.Days, g.words)
		}
		return g.view.T["NotKnown"]
	})
}

// regimes returns the sets of deadlines of requests, or those of complaints.
func (g *Filling) regimes(complaints bool) []disclosure.Regime {
	return slices.DeleteFunc(slices.Clone(g.read.Regimes()), func(r disclosure.Regime) bool {
		return r.Complaints != complaints
	})
}

// complaintDeadlines fills the steps of complaints.
func (g *Filling) complaintDeadlines() *Deadlines { return g.deadlines(g.regimes(true)) }

// deadlines fills the steps of some sets, in the order of the first.
func (g *Filling) deadlines(regimes []disclosure.Regime) *Deadlines {
	d := &Deadlines{}
	var ids []string
	for i := range regimes {
		d.Heads = append(d.Heads, g.pick(regimes[i].Label, regimes[i].LabelEN))
		for _, id := range regimes[i].Names("") {
			if !strings.Contains("\x00"+strings.Join(ids, "\x00")+"\x00", "\x00"+id+"\x00") {
				ids = append(ids, id)
			}
		}
	}
	for _, id := range ids {
		d.Rows = append(d.Rows, g.deadline(regimes, id))
	}
	return d
}

func (g *Filling) deadline(regimes []disclosure.Regime, id string) DeadlineRow {
	row := DeadlineRow{ID: id}
	var others []string
	first := 0 // the set whose length is shown large
	for i := range regimes {
		d := regimes[i].Find(id)
		if d == nil {
			row.Times = append(row.Times, DeadlineTime{})
			continue
		}
		t := DeadlineTime{From: g.pick(d.From, cmp.Or(d.FromEN, d.From))}
		if d.Known {
			t.Length = formatWorkingDays(d.Days, g.words)
			if d.Days == 0 {
				t.Length = g.view.T["AtOnce"]
			}
			if d.Extends != "" {
				t.Length = "+" + t.Length
			}
		}
		length := cmp.Or(t.Length, g.view.T["NotKnown"])
		if row.Label == "" {
			row.Role = d.Role
			row.Label, row.Actor = g.pick(d.Label, d.LabelEN), g.party(d.Actor)
			row.We = d.Actor.Own
			row.Length, first = length, i
		}
		if first > 0 || length != row.Length {
			others = append(others, g.pick(regimes[i].Label, regimes[i].LabelEN)+": "+length)
		}
		if d.Basis != "" {
			row.Bases = append(row.Bases, d.Basis)
		}
		row.Times = append(row.Times, t)
	}
	row.Other = strings.Join(others, "; ")
	return row
}

// party says who must act, in words of the site: Kami, Anda, Komisi Informasi.
func (g *Filling) party(p disclosure.Party) string {
	if p.Label != "" {
		return g.pick(p.Label, p.LabelEN)
	}
	t := g.view.T
	return map[string]string{
		"ppid": t["We"], "atasan_ppid": t["Superior"], "pemohon": t["You"],
		"komisi_informasi": t["Commission"], "para_pihak": t["BothParties"],
	}[p.ID]
}

// pick chooses between two texts by the page's language.
func (g *Filling) pick(id, en string) string {
	return pick(diag.Words{ID: id, EN: en}, g.words)
}

// A Calculator is when an answer is due, by the day on which a request was received.
type Calculator struct {
	Groups []CalculatorGroup // of the columns after the day of receipt
	Heads  []string          // of those columns: how long
	Months []CalculatorMonth
	Data   any // for the script: holidays and limits
	Years  []HolidayYear

	Provisional bool // some of the days are
}

// A CalculatorGroup is the columns of one set of deadlines.
type CalculatorGroup struct {
	Name    string
	Columns int
}

// A CalculatorMonth is the days of receipt in one month.
type CalculatorMonth struct {
	Name string
	Rows []CalculatorRow
}

// A CalculatorRow is one day of receipt.
type CalculatorRow struct {
	ISO, Day string
	Rest     string // why it is no working day, or ""
	Sort     string // of that: a holiday, or collective leave
	Due      []CalculatorDue
}

// A CalculatorDue is a last day. It is provisional when the holidays of its year are not
// known.
type CalculatorDue struct {
	ISO, Day    string
	Provisional bool
}

// A HolidayYear is the holidays that the Calculator does not count.
type HolidayYear struct {
	Year, Decree string
	Days         []Fact
}

// calculatorData is what the script reads.
type calculatorData struct {
	Rests  map[string]string `json:"libur"`   // the holidays by day
	Years  []int             `json:"tahun"`   // whose holidays are known
	Limits []calculatorLimit `json:"tenggat"` // in the order of the columns
}

type calculatorLimit struct {
	Label string `json:"apa"`
	Days  int    `json:"hari"`
}

// restName names a day that is not counted. Collective leave is no holiday, and is called so.
func (g *Filling) restName(h disclosure.Holiday) string {
	if h.Rest == disclosure.Collective {
		return h.Name + " (" + g.view.T["CollectiveLeave"] + ")"
	}
	return h.Name
}

// calculator fills the due days of three months: the one before, this one and the next,
// in which somebody who waits or plans today has asked or will. The script counts any day.
// The table changes with the month, not with the day.
func (g *Filling) calculator() *Calculator {
	c := &Calculator{}
	data := calculatorData{Rests: map[string]string{}}
	regimes := g.regimes(false)
	for i := range regimes {
		for _, role := range []disclosure.Role{disclosure.AnswerLimit, disclosure.ExtensionLimit} {
			if total, ok := regimes[i].Days(role); ok {
				d := regimes[i].As(role)
				head := strings.ReplaceAll(formatWorkingDays(d.Days, g.words), "\u00a0", " ")
				name := g.pick(regimes[i].Label, regimes[i].LabelEN)
				if d.Extends != "" {
					head = "+" + head
				}
				if n := len(c.Groups); n == 0 || c.Groups[n-1].Name != name {
					c.Groups = append(c.Groups, CalculatorGroup{Name: name})
				}
				c.Groups[len(c.Groups)-1].Columns++
				c.Heads = append(c.Heads, head)
				data.Limits = append(data.Limits, calculatorLimit{
					name + ", " + head, total,
				})
			}
		}
	}
	calendar := g.read.Calendar()
	for _, y := range calendar.Years {
		data.Years = append(data.Years, y.Year)
		year := HolidayYear{Year: formatYear(y.Year), Decree: y.Decree}
		for _, h := range y.Holidays {
			data.Rests[h.Day.String()] = g.restName(h)
			year.Days = append(year.Days, Fact{formatDay(h.Day, g.words).Long, g.restName(h)})
		}
		c.Years = append(c.Years, year)
	}
	c.Data = data
	now := g.read.Day().Time()
	// The script counts further than the years that are known: by the fixed holidays.
	known := cmp.Or(calendar.Last(), g.read.Day()-366) // of no year, when there is none
	for day := known + 1; day <= known+2*366; day++ {
		if rest, ok := calendar.Rest(day); ok && rest.Rest != disclosure.Weekend {
			data.Rests[day.String()] = g.restName(rest)
		}
	}
	first := disclosure.DayOf(now.Year(), now.Month()-1, 1)
	last := disclosure.DayOf(now.Year(), now.Month()+2, 0)
	for day := first; day <= last; day++ {
		t := day.Time()
		if t.Day() == 1 {
			c.Months = append(c.Months, CalculatorMonth{Name: monthName(day.String()[:7], g.words)})
		}
		if w := t.Weekday(); w == time.Saturday || w == time.Sunday {
			continue // as if received on the day before
		}
		row := CalculatorRow{ISO: day.String(), Day: shortDay(day, g.words)}
		if rest, ok := calendar.Rest(day); ok {
			row.Rest, row.Sort = rest.Name, g.view.T["Holiday"]
			if rest.Rest == disclosure.Collective {
				row.Sort = g.view.T["CollectiveLeave"]
			}
		}
		for _, l := range data.Limits {
			due := calendar.After(day, l.Days)
			c.Provisional = c.Provisional || due.Provisional
			row.Due = append(row.Due, CalculatorDue{
				due.Day.String(), shortDay(due.Day, g.words), due.Provisional,
			})
		}
		m := &c.Months[len(c.Months)-1]
		m.Rows = append(m.Rows, row)
	}
	return c
}
