package page

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/site"
)

// procedureFile is the procedure as data, beside its page.
const procedureFile = "sop.json"

// A Procedure is a procedure in all its forms: the official sheets, numbered plain
// sentences, and what it means for the citizen.
type Procedure struct {
	Number, Group            string
	Made, Revised, Effective When
	Approved, ApprovedName   string
	Unit                     string // the body's name, for the official sheet
	Total                    string // the whole time that people wait
	Promise                  string // of the body for its own time, where Total is longer
	Election                 string // for election information, while its period lasts
	Times                    []Fact // computed from the steps
	Basis, Connected         []Link
	Warnings, Skills         []string
	Tools, Logs              []string
	Actors                   []Actor
	Sheets                   []Sheet
	Many                     bool // actors: the columns of the sheet are narrow
	Plain                    []PlainStep
	Loops                    []string
	Citizen                  *Citizen // nil when no citizen is served
	Shapes                   []Fact
	Action                   *Link  // the button above
	Legal                    []Fact // the time under each set of deadlines, and its limit
	JSON                     string
}

// An Actor is a column of the table.
type Actor struct {
	Name    string
	Outside bool
}

// A Sheet is the rows that go onto one sheet of paper. In and Out are the pentagons that
// carry the flow from sheet to sheet; their Column says under which actor.
type Sheet struct {
	Rows    []Step
	In, Out *Connector
	First   bool
}

// A Connector is the pentagon between two sheets.
type Connector struct {
	Number int
	Cells  []bool // by column: the pentagon stands here
}

// A Step is a row of the table.
type Step struct {
	Number   int
	Cells    []Cell
	Activity string
	Needs    []string
	Time     string
	Output   []string
	Exits    []StepLink // ways out, but for the one that just goes on to the next row
	Remark   string
}

// A Cell is where the row of a step crosses the column of an actor. Shape is "" where the actor
// takes no part in the step. The fields from Label on say which lines of the flow run here.
type Cell struct {
	Shape, ShapeText, Actor string
	Label, ToLabel          string // of the line that leaves here, and of the jump
	From, To                string // the rows that jump here, and those that are jumped to
	Enter, Leave            bool   // a line from above to the symbol; from the symbol to the foot
	FootLeft, FootRight     bool   // a line along the foot, from the middle to that side
	JointLeft, JointRight   bool   // a line between actors who act together
}

// A StepLink leads to another step.
type StepLink struct {
	If     string
	Number int
}

// A PlainStep is a step in a sentence.
type PlainStep struct {
	Number         int
	Who, Text      string
	Time           string
	Then           []StepLink // where it goes on, if not to the next step
	End            bool
	Outside, Joint bool
}

// A Citizen is what a procedure means for those outside the body.
type Citizen struct {
	Do  []CitizenStep
	Get []string
}

// A CitizenStep is what the citizen does.
type CitizenStep struct {
	Number int
	Text   string
	Needs  []string
	Time   string
}

func (g *Filling) procedure(i *site.Item, _ *content.Document) {
	p, v := i.Procedure, g.view
	g.crumbs("/sop/", Link{Text: v.T["Procedures"], Href: g.href("/sop/")})
	out := &Procedure{
		Number:       p.Number,
		Group:        p.Group,
		Made:         formatDay(p.Made, g.words),
		Revised:      formatDay(p.Revised, g.words),
		Effective:    formatDay(p.Effective, g.words),
		Approved:     p.ApprovedBy,
		ApprovedName: p.ApprovedName,
		Unit:         v.Site.Title,
		Connected:    g.namedAll(i.Path, p.Connected),
		Warnings:     p.Warnings,
		Skills:       p.Skills,
		Tools:        p.Tools,
		Logs:         p.Logs,
		Many:         len(p.Actors) > 5,
		JSON:         g.href(i.Address + procedureFile),
	}
	for _, r := range p.Basis {
		l := Link{Text: r.Target}
		if content.IsSlug(r.Target) {
			named, ok := g.named(i.Path, r)
			if !ok {
				continue // it has a message, or was withdrawn
			}
			l = named
		}
		out.Basis = append(out.Basis, l)
	}
	if len(p.Limits) > 0 {
		out.Election = g.electionLimit(p.Limits[0].Target)
	}
	if to := g.namedAll(i.Path, p.ActionTo); len(to) > 0 {
		out.Action = &Link{Text: p.Action, Href: to[0].Href}
	}
	out.Legal = g.legal(p)
	texts := []string{v.T["Start"], v.T["Process"], v.T["Decision"], v.T["End"]}
	out.Shapes = []Fact{
		{"mulai", v.T["Start"] + "/" + v.T["End"]},
		{"proses", v.T["Process"]},
		{"keputusan", v.T["Decision"]},
	}
	for _, a := range p.Actors {
		out.Actors = append(out.Actors, Actor{a.Name, a.Outside})
	}
	out.Sheets = sheets(g.rows(p, texts))
	whole := g.whole(p)
	if out.Total = g.spans(whole); !slices.Equal(whole, []disclosure.Duration{p.Promise}) {
		out.Promise = formatDuration(p.Promise, g.words)
	}
	g.plain(p, out)
	g.times(p, out)
	v.Procedure = out
	v.JSONLD = g.howTo(p, out)
}

// electionLimit returns the time that holds for election information instead of a limit,
// as long as the election period lasts, or "".
func (g *Filling) electionLimit(limit string) string {
	regimes := g.read.Regimes()
	regime, id, _ := strings.Cut(limit, "/")
	if len(regimes) > 0 && regimes[0].Election && regimes[0].ID != regime {
		if d := regimes[0].Find(id); d != nil && d.Known {
			return formatWorkingDays(d.Days, g.words)
		}
	}
	return ""
}

// whole returns how long people wait at most: what the body promises, or what all steps but their
// own take where that is longer, since others take part.
func (g *Filling) whole(p *content.Procedure) []disclosure.Duration {
	minutes := p.WholeTime(g.read.Regimes())
	if minutes <= p.Promise.WorkingMinutes(p.Hours) {
		return []disclosure.Duration{p.Promise}
	}
	return disclosure.SplitWorking(minutes, p.Hours)
}

// legal says how long the procedure takes at most under each set of deadlines whose limit it names.
func (g *Filling) legal(p *content.Procedure) []Fact {
	var out []Fact
	for _, regime := range g.read.Regimes() {
		for _, r := range p.Limits {
			d := disclosure.FindDeadline([]disclosure.Regime{regime}, r.Target)
			if d == nil || !d.Known {
				continue
			}
			minutes, _ := p.LegalTime(regime.ID)
			out = append(out, Fact{
				g.pick(regime.Label, regime.LabelEN),
				g.words.Text("AtMostOf", g.working(minutes, p.Hours),
					formatWorkingDays(regime.Total(d), g.words)),
			})
		}
	}
	return out
}

// rows fills the rows of the table.
func (g *Filling) rows(p *content.Procedure, shapes []string) []Step {
	var rows []Step
	matrix := p.Matrix()
	from, to := make([][]string, len(matrix)), make([][]string, len(matrix))
	labels := make([]string, len(matrix))
	for n := range matrix {
		for _, e := range matrix[n].Jumps {
			from[e.To] = append(from[e.To], strconv.Itoa(n+1))
			to[n] = append(to[n], strconv.Itoa(e.To+1))
			labels[n] = e.Label
		}
	}
	for n, drawn := range matrix {
		s := &p.Steps[n]
		row := Step{
			Number:   n + 1,
			Activity: s.Activity,
			Needs:    s.Needs,
			Time:     formatRange(s.Min, s.Max, g.words),
			Output:   s.Output,
			Remark:   s.Remark,
		}
		for _, e := range p.Edges(n) {
			if e.Label != "" || e.To != n+1 {
				row.Exits = append(row.Exits, StepLink{e.Label, e.To + 1})
			}
		}
		for c, d := range drawn.Cells {
			cell := Cell{
				Actor:      p.Actors[c].Name,
				Enter:      d.Enter,
				Leave:      d.Leave,
				FootLeft:   d.FootLeft,
				FootRight:  d.FootRight,
				JointLeft:  d.JointLeft,
				JointRight: d.JointRight,
			}
			if d.Symbol {
				cell.Shape, cell.ShapeText = s.Shape.String(), shapes[s.Shape-1]
			}
			if d.Leave && len(drawn.Down) == 1 &&
				utf8.RuneCountInString(drawn.Down[0].Label) <= longestLabel {
				cell.Label = drawn.Down[0].Label
			}
			if d.Symbol && from[n] != nil {
				cell.From, from[n] = strings.Join(slices.Compact(from[n]), ", "), nil
			}
			if d.Symbol && to[n] != nil {
				if len(to[n]) == 1 && utf8.RuneCountInString(labels[n]) <= longestLabel {
					cell.ToLabel = labels[n]
				}
				cell.To, to[n] = strings.Join(slices.Compact(to[n]), ", "), nil
			}
			row.Cells = append(row.Cells, cell)
		}
		rows = append(rows, row)
	}
	return rows
}

// plain fills the numbered sentences and the citizen's view.
func (g *Filling) plain(p *content.Procedure, out *Procedure) {
	var citizen Citizen
	served := false
	for n := range p.Steps {
		s := &p.Steps[n]
		var who []string
		takes := false
		for _, a := range p.Actors {
			for _, id := range s.Actors {
				if id == a.ID {
					who = append(who, a.Name)
					takes = takes || a.Requester
				}
			}
		}
		step := PlainStep{
			Number:  n + 1,
			Who:     strings.Join(who, g.view.T["AndBetween"]),
			Text:    s.Activity,
			Time:    formatRange(s.Min, s.Max, g.words),
			End:     s.Shape == disclosure.End,
			Outside: p.IsOutside(n),
			Joint:   len(who) > 1,
		}
		theirs := takes && p.IsRequesters(n)
		receives := takes && !theirs
		for _, e := range p.Edges(n) {
			if e.To != n+1 || e.Label != "" {
				step.Then = append(step.Then, StepLink{e.Label, e.To + 1})
			}
			receives = receives || !theirs && p.Takes(e.To)
		}
		served = served || takes
		if theirs {
			citizen.Do = append(citizen.Do, CitizenStep{n + 1, s.Activity, s.Needs, step.Time})
		}
		if receives || step.End && !theirs {
			citizen.Get = append(citizen.Get, s.Output...)
		}
		out.Plain = append(out.Plain, step)
	}
	if served {
		out.Citizen = &citizen
	}
}

// times fills what the steps add up to.
func (g *Filling) times(p *content.Procedure, out *Procedure) {
	t, w := p.Times(), g.view.T
	add := func(name string, minutes int) {
		if text := g.working(minutes, p.Hours); text != "" {
			out.Times = append(out.Times, Fact{name, text})
		}
	}
	add(w["OwnLongest"], t.OwnLongest)
	add(w["ShortestWay"], t.Shortest)
	if t.Longest != t.OwnLongest {
		add(w["LongestWay"], t.Longest)
	}
	for _, loop := range t.Loops {
		text := strconv.Itoa(loop.From+1) + " → " + strconv.Itoa(loop.To+1)
		if loop.Label != "" {
			text = loop.Label + ", " + text
		}
		out.Loops = append(out.Loops, text)
	}
}

// working writes minutes of working time: 9 hari kerja 2 jam.
func (g *Filling) working(minutes int, hours float64) string {
	return g.spans(disclosure.SplitWorking(minutes, hours))
}

// spans writes lengths of time that follow each other.
func (g *Filling) spans(all []disclosure.Duration) string {
	var parts []string
	for _, d := range all {
		parts = append(parts, formatDuration(d, g.words))
	}
	return strings.Join(parts, " ")
}

// howTo describes the procedure as schema.org does.
func (g *Filling) howTo(p *content.Procedure, out *Procedure) *Schema {
	ld := g.schema("HowTo")
	if whole := g.whole(p); len(whole) > 0 && whole[0].Count > 0 {
		if len(whole) > 1 { // up to the day that has begun
			whole[0].Count++
		}
		ld.TotalTime = isoDuration(whole[0])
	}
	for n, s := range out.Plain {
		ld.Step = append(ld.Step, Schema{
			Type:     "HowToStep",
			Position: s.Number,
			Name:     s.Who,
			Text:     s.Text,
			URL:      g.view.Canonical + "#l" + strconv.Itoa(n+1),
		})
	}
	return ld
}

// isoDuration writes a length of time as ISO 8601 does. It knows no working days: they are
// written as days.
func isoDuration(d disclosure.Duration) string {
	n := strconv.Itoa(d.Count)
	switch d.Unit {
	case disclosure.Menit:
		return "PT" + n + "M"
	case disclosure.Jam:
		return "PT" + n + "H"
	case disclosure.Minggu:
		return "P" + n + "W"
	case disclosure.Bulan:
		return "P" + n + "M"
	}
	return "P" + n + "D"
}

func durationText(d disclosure.Duration) string {
	if d.Count == 0 {
		return ""
	}
	return strconv.Itoa(d.Count) + " " + d.Unit.String()
}

// procedureRow fills the line of a list.
func (g *Filling) procedureRow(i *site.Item, r *Row) {
	p := i.Procedure
	r.order = p.Number
	r.Number, r.Time, r.Group = p.Number, g.spans(g.whole(p)), p.Group
	names := make([]string, len(p.Actors))
	for n, a := range p.Actors {
		names[n] = a.Name
	}
	r.Actors = strings.Join(names, ", ")
}

// findProcedure adds the texts of the steps.
func findProcedure(i *site.Item, f *Finding) {
	p := i.Procedure
	var text []string
	for _, s := range p.Steps {
		text = append(append(append(text, s.Activity), s.Needs...), s.Output...)
	}
	for _, a := range p.Actors {
		text = append(text, a.Name)
	}
	f.Text = strings.Join(text, "\n")
}
