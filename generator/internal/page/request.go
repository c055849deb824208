package page

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/site"
)

// Requests are the requests of one month by their numbers, and how each stands; or those of a year
// that wait for an answer, with its months. Nothing in them names a person.
type Requests struct {
	Year    string
	Example bool
	AsOf    When
	Months  []Link // of a year; Note is how many requests came
	Rows    []RequestRow
	CSV     string
	Report  string // address of the year's report, or ""
}

// A RequestRow is how one request stands.
type RequestRow struct {
	Number, Regime, Status string
	Received, Answered     When
	Due                    When // of what is not answered
	Late                   bool // it is overdue, or was answered too late
	Objection              string
	ObjectionDue           When // of one that is not answered
	ObjectionLate          bool
}

func requestsAddress(year int) string { return "/permintaan/" + strconv.Itoa(year) + "/" }

// requestJobs plans the pages and data of the registers of requests.
func (p *planner) requestJobs() {
	for _, year := range p.read.RequestYears() {
		list := strconv.Itoa(year)
		p.add(Job{
			Path: output(requestsAddress(year)), Sort: Page, Layout: "permintaan",
			Instead: "halaman", List: list,
		})
		p.add(Job{
			Path: requestsAddress(year)[1:] + "permintaan.csv", Sort: Export,
			Layout: "permintaan.csv", List: list,
		})
		for _, month := range p.read.RequestMonths(year) {
			p.add(Job{
				Path: output(monthAddress(year, month)), Sort: Page, Layout: "permintaan",
				Instead: "halaman", List: list, Number: month,
			})
		}
	}
}

func monthAddress(year, month int) string {
	return fmt.Sprintf("%s%02d/", requestsAddress(year), month)
}

// yearOfRequests returns the register of the Job, whose List is its year.
func (g *Filling) yearOfRequests() *content.YearOfRequests {
	year, _ := strconv.Atoi(g.job.List)
	if y := g.read.Requests(year); y != nil {
		return y
	}
	return &content.YearOfRequests{Year: year}
}

// requests fills the page of the requests of a month, or of those of a year that wait, the newest
// first. The Number of the Job is the month.
func (g *Filling) requests() {
	v, t := g.view, g.view.T
	y := g.yearOfRequests()
	year, month := strconv.Itoa(y.Year), g.job.Number
	v.Title = g.words.Text("RequestsOf", year)
	v.Description = t["RequestsLead"]
	g.crumbs("/laporan/", Link{Text: t["Reports"], Href: g.href("/laporan/")})
	if month > 0 {
		v.Crumbs = append(v.Crumbs, Link{Text: v.Title, Href: g.href(requestsAddress(y.Year))})
		v.Title = g.words.Text("RequestsOf", monthName(fmt.Sprintf("%s-%02d", year, month),
			g.words))
	}
	out := &Requests{
		Year: year, Example: y.Example, AsOf: formatDay(g.read.Day(), g.words),
		CSV: g.href(requestsAddress(y.Year) + "permintaan.csv"),
	}
	if i := g.read.At("/laporan/" + year + "/"); i != nil {
		out.Report = g.href(i.Address)
	}
	calendar, regimes := g.read.Calendar(), g.read.Regimes()
	var came [13]int // by month
	for n := range y.Requests {
		q := &y.Requests[n]
		of := int(q.Received.Time().Month())
		came[of]++
		isOpen := q.Answered == 0 || q.Objected != 0 && q.ObjectionAnswered == 0
		if month != of && (month != 0 || !isOpen) {
			continue
		}
		row := RequestRow{
			Number: q.Number, Status: g.outcome(q.Outcome),
			Received: formatDay(q.Received, g.words), Answered: formatDay(q.Answered, g.words),
		}
		if r := disclosure.FindRegime(regimes, q.Regime); r != nil {
			row.Regime = g.pick(r.Label, r.LabelEN)
		}
		if due, ok := q.Due(calendar, regimes); ok {
			row.Late = q.Late(calendar, regimes, g.read.Day())
			if q.Answered == 0 {
				row.Due = formatDay(due.Day, g.words)
			}
		}
		if q.Objected != 0 {
			row.Objection = g.outcome(q.ObjectionOutcome)
			row.ObjectionLate = q.ObjectionLate(calendar, regimes, g.read.Day())
			if due, ok := q.ObjectionDue(calendar, regimes); ok && q.ObjectionAnswered == 0 {
				row.ObjectionDue = formatDay(due.Day, g.words)
			}
		}
		out.Rows = append(out.Rows, row)
	}
	slices.SortStableFunc(out.Rows, func(a, b RequestRow) int {
		return cmp.Or(strings.Compare(b.Received.ISO, a.Received.ISO),
			strings.Compare(b.Number, a.Number))
	})
	for m, n := range came {
		if month == 0 && n > 0 {
			out.Months = append(out.Months, Link{
				Text: monthName(fmt.Sprintf("%s-%02d", year, m), g.words),
				Href: g.href(monthAddress(y.Year, m)), Note: formatNumber(n, g.words),
			})
		}
	}
	v.Requests = out
	v.JSONLD = g.schema("WebPage")
}

// outcome is the word for what became of a request or an objection.
func (g *Filling) outcome(o disclosure.Outcome) string {
	t := g.view.T
	return [...]string{t["Pending"], t["Granted"], t["PartlyGranted"], t["Refused"]}[o]
}

// TasksCSV is what is owed to requesters as a table with heads.
func TasksCSV(tasks []disclosure.Task) []byte {
	rows := table{{"nomor", "rezim", "apa", "tenggat", "sisa_hari_kerja", "sementara"}}
	for _, t := range tasks {
		what := "permintaan"
		if t.Objection {
			what = "keberatan"
		}
		rows = append(rows, []string{
			t.Request.Number, t.Request.Regime, what, t.Due.Day.String(), strconv.Itoa(t.Left),
			strconv.FormatBool(t.Due.Provisional),
		})
	}
	return rows.csv()
}

// requestsCSV writes the register of a year under the names that the data file has.
func (g *Filling) requestsCSV() []byte {
	rows := table{content.RequestColumns()}
	for _, q := range g.yearOfRequests().Requests {
		rows = append(rows, []string{
			q.Number, q.Received.String(), q.Regime, q.Channel, q.Class, q.Decided.String(),
			q.Answered.String(), q.Extended.String(), q.Outcome.String(),
			strings.Join(q.Grounds, ";"),
			q.Objected.String(), q.ObjectionAnswered.String(), q.ObjectionOutcome.String(),
		})
	}
	return rows.csv()
}

// figures returns the figures of a report: those of its header, and in place of them what is
// counted from the register of requests, if there is one of its year. tally is nil without.
func (g *Filling) figures(i *site.Item) (r *content.Report, tally *disclosure.Tally) {
	year := g.read.Requests(i.Report.Year)
	if year == nil {
		return i.Report, nil
	}
	tally = disclosure.NewTally(year.Requests, g.read.Calendar(), g.read.Regimes(), g.read.Day())
	counted := *i.Report
	r = &counted
	r.Example = r.Example || year.Example
	r.Received, r.Pending = tally.Received, tally.Outcomes[disclosure.Open]
	r.Granted = tally.Outcomes[disclosure.Granted]
	r.PartlyGranted = tally.Outcomes[disclosure.PartlyGranted]
	r.Refused = tally.Outcomes[disclosure.Refused]
	r.Monthly, r.Reasons, r.Answered = tally.Monthly[:], nil, nil
	for _, c := range tally.Grounds {
		r.Reasons = append(r.Reasons, content.Count(c))
	}
	r.Mean, r.Median = disclosure.Mean(tally.Days), disclosure.Median(tally.Days)
	r.Longest = tally.Longest()
	o := &tally.Objections
	r.Objections = content.Objections{
		Received: tally.Objected(), Granted: o[disclosure.Granted] + o[disclosure.PartlyGranted],
		Refused: o[disclosure.Refused], Pending: o[disclosure.Open],
	}
	return r, tally
}

// longestDay is the last working day that has a column of its own; later answers share the last.
const longestDay = 18

// answerDays draws on which working day the answers under one set of deadlines came, against the
// limits of that set. The columns of all sets have one scale of days.
func (g *Filling) answerDays(t *disclosure.RegimeTally) Chart {
	var byDay [longestDay + 1]int
	most := 1
	for _, d := range t.Days {
		day := min(d, longestDay)
		byDay[day]++
		most = max(most, byDay[day])
	}
	name := g.pick(t.Label, t.LabelEN)
	number := func(n int) string { return formatNumber(n, g.words) }
	sentence := g.words.Text("InTimeOf", number(t.InTime), number(t.Answered), number(t.Limit))
	if t.Extended > 0 {
		sentence += " " + g.words.Text("ExtendedOf", number(t.Extended), number(t.Longer))
	}
	if late := t.LateAnswers(); late > 0 {
		sentence += " " + g.words.Text("LateOf", number(late))
	}
	if t.Overdue > 0 {
		sentence += " " + g.words.Text("OverdueOf", number(t.Overdue))
	}
	if !t.Known {
		sentence = g.words.Text("AnswersUnknown", number(t.Answered))
	}
	sentence += " " + g.view.T["Median"] + ": " + formatWorkingDays(disclosure.Median(t.Days),
		g.words) + "."
	const step = chartWidth / (longestDay + 2)
	c := g.chart("lama-"+t.ID, g.view.T["ByDuration"]+": "+name, sentence)
	c.Height = columnBase + 22
	for day, n := range byDay {
		if day == 0 && n == 0 {
			continue // answered on the day on which it came
		}
		label, value, fill := strconv.Itoa(day), "", solid
		long := g.view.T["OnDay"] + label
		switch day {
		case longestDay - 1:
			label = "" // the next one needs its room
		case longestDay:
			label = ">" + strconv.Itoa(longestDay-1)
			long = g.words.Text("AfterDay", strconv.Itoa(longestDay-1))
		}
		if n > 0 {
			value = number(n)
			c.row(long, value)
		}
		switch {
		case t.Known && day > max(t.Limit, t.Longer):
			fill = hollow
		case t.Known && day > t.Limit: // with an extension, or late
			fill = hatched
		}
		c.column(fill, day*step, step-4, float64(n)/float64(most), label, value)
	}
	mark := func(text string, days int) {
		if days > 0 && days < longestDay {
			x := (days+1)*step - 2
			c.limit(points(x, 10, x, columnBase), text+strconv.Itoa(days))
		}
	}
	mark(g.view.T["LimitDay"], t.Limit)
	mark(g.view.T["LongerDay"], t.Longer)
	return c
}
