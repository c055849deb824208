package page

import (
	"strconv"
	"strings"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/site"
)

// The pages and data of the audit.
const (
	auditAddress = "/keterbukaan/"
	auditCSV     = "audit.csv"
	auditJSON    = "audit.json"
	dueCalendar  = "jatuh-tempo.ics"
)

// An Audit is how the duties to publish stand.
type Audit struct {
	AsOf      When
	Score     string
	Held, All string       // how many duties are met, of how many that apply now
	ScoreWith string       // with those whose condition has not come, "" when there are none
	Counts    []AuditCount // the worst first, without those that are none
	Classes   []AuditClass
	Calendars []Link // by unit
	CSV, JSON string
	Years     []Link // of assessments
	Trend     *Chart // nil when no earlier result was kept

	// The same for the page: bars on one scale, then what is to be done, then what is done.
	ByClass, ByUnit []AuditBar
	Gaps            []AuditGroup // overdue, and without a file of their own
	Soon            []AuditRow
	Tasks           []AuditGroup // all gaps, missing ones too, by unit
	Met             []AuditGroup // by class
	NotOccurred     []AuditRow
	Idle            []AuditGroup // by the reason why they do not apply
}

// An AuditBar is how the duties of one class or unit stand. The longest bar is auditWidth wide.
type AuditBar struct {
	Label, Note string
	Held, All   string
	Parts       []AuditPart
}

// An AuditPart is the duties of one Status in a bar.
type AuditPart struct {
	Status   string
	X, Width int
}

// An AuditGroup is some duties under a name. Href is the calendar of a unit.
type AuditGroup struct {
	Name, Count, Href string
	Rows              []AuditRow
}

// auditWidth is the width of the longest bar, in the units of its drawing.
const auditWidth = 600

// An AuditCount is how many duties have a status.
type AuditCount struct{ Status, Text, Number string }

// An AuditClass is the duties of one class.
type AuditClass struct {
	ID, Label, Basis string
	Held, All        string
	Rows             []AuditRow
	Idle             int // how many of them do not apply
}

// An AuditRow is one duty.
type AuditRow struct {
	ID, Label    string
	Status, Text string
	Basis        string // articles that were checked well enough to be cited
	Evidence     []Link
	Last, Due    When
	Unit, Reason string
	Declared     When   // when it was declared that the condition has not come
	By           string // the position that did
	Condition    bool
	Bad          bool // not met
}

// statusText is the word for a status.
func (g *Filling) statusText(s disclosure.Status) string {
	t := g.view.T
	return [...]string{
		t["StatusMissing"], t["StatusOverdue"], t["StatusLinkOnly"], t["StatusDueSoon"],
		t["StatusMet"], t["StatusNil"], t["StatusNotApplicable"], t["StatusNotOccurred"],
	}[s]
}

// audit fills the page of the audit.
func (g *Filling) audit() {
	v := g.view
	v.Title, v.Section = v.T["AuditTitle"], auditAddress
	r := g.read.Audit()
	out := &Audit{
		AsOf:  formatDay(r.AsOf, g.words),
		Score: strconv.Itoa(r.Score()) + "%",
		CSV:   g.href(auditAddress + auditCSV),
		JSON:  g.href(auditAddress + auditJSON),
	}
	for status, n := range r.Counts() {
		if n > 0 {
			s := disclosure.Status(status)
			out.Counts = append(out.Counts, AuditCount{
				s.String(), g.statusText(s), formatNumber(n, g.words),
			})
		}
	}
	for _, c := range g.read.DutyClasses() {
		if class := g.auditClass(r, c); len(class.Rows) > 0 {
			out.Classes = append(out.Classes, class)
		}
	}
	g.auditParts(r, out)
	out.Calendars = append(out.Calendars, Link{
		Text: v.T["AllUnits"],
		Href: g.href(auditAddress + dueCalendar),
	})
	for _, u := range auditUnits(g.read) {
		out.Calendars = append(out.Calendars, Link{
			Text: u.Name,
			Href: g.href(auditAddress + u.Slug + ".ics"),
		})
	}
	for _, q := range g.read.Questionnaires() {
		out.Years = append(out.Years, Link{Text: q.Title, Href: g.href(monevAddress(q))})
	}
	if len(r.Earlier) > 0 {
		trend := g.auditTrend(r)
		out.Trend = &trend
	}
	v.Description = v.T["AuditLead"]
	v.Audit = out
	v.JSONLD = g.schema("WebPage")
}

// auditParts fills the parts of the page of the audit.
func (g *Filling) auditParts(r *disclosure.Report, out *Audit) {
	t := g.view.T
	counts := r.Counts()
	held, all := 0, 0
	longest := 1
	classes, units := map[string][]*disclosure.Row{}, map[string][]*disclosure.Row{}
	for i := range r.Rows {
		row := &r.Rows[i]
		if row.Status >= disclosure.NotApplicable {
			continue
		}
		all++
		if row.Status.Holds() {
			held++
		}
		classes[row.Class] = append(classes[row.Class], row)
		units[row.Unit] = append(units[row.Unit], row)
		longest = max(longest, len(classes[row.Class]), len(units[row.Unit]))
	}
	out.Held, out.All = formatNumber(held, g.words), formatNumber(all, g.words)
	if counts[disclosure.NotOccurred] > 0 {
		out.ScoreWith = strconv.Itoa(r.ScoreWithConditions()) + "%"
	}
	for _, c := range g.read.DutyClasses() {
		if rows := classes[c.ID]; len(rows) > 0 {
			bar := g.auditBar(g.pick(c.Label, c.LabelEN), rows, longest)
			bar.Note = c.Basis
			out.ByClass = append(out.ByClass, bar)
		}
	}
	for _, u := range append(auditUnits(g.read), content.Unit{Name: t["NoUnit"]}) {
		rows := units[u.Slug]
		if len(rows) == 0 {
			continue
		}
		out.ByUnit = append(out.ByUnit, g.auditBar(u.Name, rows, longest))
		tasks := AuditGroup{Name: u.Name}
		if u.Slug != "" {
			tasks.Href = g.href(auditAddress + u.Slug + ".ics")
		}
		for _, row := range rows {
			if row.Status < disclosure.DueSoon {
				tasks.Rows = append(tasks.Rows, g.auditRow(row))
			}
		}
		if len(tasks.Rows) > 0 {
			out.Tasks = append(out.Tasks, g.counted(tasks))
		}
	}
	g.auditGroups(r, out)
}

// auditGroups fills the groups of duties on the page of the audit that are not by unit.
func (g *Filling) auditGroups(r *disclosure.Report, out *Audit) {
	groups := map[disclosure.Status][]AuditRow{}
	met := map[string][]AuditRow{}
	idle := map[string][]AuditRow{}
	var reasons []string
	for i := range r.Rows {
		row := &r.Rows[i]
		filled := g.auditRow(row)
		groups[row.Status] = append(groups[row.Status], filled)
		switch {
		case row.Status.Holds():
			met[row.Class] = append(met[row.Class], filled)
		case row.Status == disclosure.NotApplicable:
			if idle[row.Reason] == nil {
				reasons = append(reasons, row.Reason)
			}
			idle[row.Reason] = append(idle[row.Reason], filled)
		}
	}
	for _, status := range []disclosure.Status{disclosure.Overdue, disclosure.LinkOnly} {
		if rows := groups[status]; len(rows) > 0 {
			out.Gaps = append(out.Gaps,
				g.counted(AuditGroup{Name: g.statusText(status), Rows: rows}))
		}
	}
	out.Soon, out.NotOccurred = groups[disclosure.DueSoon], groups[disclosure.NotOccurred]
	for _, c := range g.read.DutyClasses() {
		if rows := met[c.ID]; len(rows) > 0 {
			out.Met = append(out.Met,
				g.counted(AuditGroup{Name: g.pick(c.Label, c.LabelEN), Rows: rows}))
		}
	}
	for _, reason := range reasons {
		out.Idle = append(out.Idle, g.counted(AuditGroup{Name: reason, Rows: idle[reason]}))
	}
}

func (g *Filling) counted(group AuditGroup) AuditGroup {
	group.Count = formatNumber(len(group.Rows), g.words)
	return group
}

// auditBar draws how some duties stand, where longest of them are auditWidth wide.
func (g *Filling) auditBar(label string, rows []*disclosure.Row, longest int) AuditBar {
	bar := AuditBar{Label: label, All: formatNumber(len(rows), g.words)}
	held := 0
	var counts [disclosure.NotOccurred + 1]int
	for _, row := range rows {
		if row.Status.Holds() {
			held++
		}
		counts[row.Status]++
	}
	bar.Held = formatNumber(held, g.words)
	counts[disclosure.Met] += counts[disclosure.NilMet]
	done := 0
	for _, s := range []disclosure.Status{
		disclosure.Met, disclosure.DueSoon, disclosure.Overdue, disclosure.LinkOnly,
		disclosure.Missing,
	} {
		if n := counts[s]; n > 0 {
			x := done * auditWidth / longest
			done += n
			bar.Parts = append(bar.Parts, AuditPart{s.String(), x, done*auditWidth/longest - x})
		}
	}
	return bar
}

func (g *Filling) auditClass(r *disclosure.Report, c content.ObligationClass) AuditClass {
	out := AuditClass{
		ID:    strings.ReplaceAll(c.ID, "_", "-"),
		Label: g.pick(c.Label, c.LabelEN),
		Basis: c.Basis,
	}
	held, all := 0, 0
	for i := range r.Rows {
		row := &r.Rows[i]
		if row.Class != c.ID {
			continue
		}
		if row.Status < disclosure.NotApplicable {
			all++
		} else if row.Status == disclosure.NotApplicable {
			out.Idle++
		}
		if row.Status.Holds() {
			held++
		}
		out.Rows = append(out.Rows, g.auditRow(row))
	}
	out.Held, out.All = formatNumber(held, g.words), formatNumber(all, g.words)
	return out
}

func (g *Filling) auditRow(row *disclosure.Row) AuditRow {
	out := AuditRow{
		ID:        row.ID,
		Label:     g.pick(row.Label, row.LabelEN),
		Status:    row.Status.String(),
		Text:      g.statusText(row.Status),
		Last:      formatDay(row.Last, g.words),
		Due:       formatDay(row.Due, g.words),
		Reason:    row.Reason,
		Declared:  formatDay(row.Declared, g.words),
		By:        row.By,
		Condition: row.Condition != "",
		Bad:       row.Status < disclosure.DueSoon,
	}
	if row.Cited {
		out.Basis = strings.Join(row.Basis, "; ")
	}
	if u, ok := g.read.Unit(row.Unit); ok {
		out.Unit = u.Name
	}
	for _, e := range row.Evidence {
		out.Evidence = append(out.Evidence, Link{Text: e.Title, Href: g.href(e.Address)})
	}
	return out
}

// auditUnits are the units that answer for at least one duty, in the order of the site.
func auditUnits(r *site.Reader) []content.Unit {
	answers := map[string]bool{}
	for _, row := range r.Audit().Rows {
		answers[row.Unit] = true
	}
	var units []content.Unit
	for _, slug := range r.UnitSlugs() {
		if u, ok := r.Unit(slug); ok && answers[slug] {
			units = append(units, u)
		}
	}
	return units
}

// AuditCSV is the audit as a table with heads; full completes an address.
func AuditCSV(r *disclosure.Report, full func(address string) string) []byte {
	rows := table{{
		"kewajiban", "golongan", "label", "status", "bukti", "alamat", "diperbarui", "jatuh_tempo",
		"unit", "alasan", "dasar",
	}}
	for i := range r.Rows {
		row := &r.Rows[i]
		title, address := "", ""
		if len(row.Evidence) > 0 {
			title, address = row.Evidence[0].Title, full(row.Evidence[0].Address)
		}
		basis := ""
		if row.Cited {
			basis = strings.Join(row.Basis, "; ")
		}
		rows = append(rows, []string{
			row.ID, row.Class, row.Label, row.Status.String(), title, address, row.Last.String(),
			row.Due.String(), row.Unit, row.Reason, basis,
		})
	}
	return rows.csv()
}

// An AuditData is the audit for programs.
type AuditData struct {
	AsOf   string         `json:"per"`
	Score  int            `json:"nilai"`
	With   int            `json:"nilai_dengan_bersyarat"`
	Counts map[string]int `json:"jumlah"`
	Before []AuditBefore  `json:"sebelumnya,omitempty"`
	Rows   []AuditEntry   `json:"kewajiban"`
}

// An AuditEntry is one duty in AuditData.
type AuditEntry struct {
	ID       string          `json:"id"`
	Class    string          `json:"golongan"`
	Label    string          `json:"label"`
	Status   string          `json:"status"`
	Evidence []AuditEvidence `json:"bukti"`
	Last     string          `json:"diperbarui,omitempty"`
	Due      string          `json:"jatuh_tempo,omitempty"`
	Unit     string          `json:"unit,omitempty"`
	Reason   string          `json:"alasan,omitempty"`
}

// An AuditBefore is the result of an earlier audit.
type AuditBefore struct {
	AsOf  string `json:"per"`
	Score int    `json:"nilai"`
	Held  int    `json:"terpenuhi"`
	All   int    `json:"berlaku"`
}

// An AuditEvidence is a document that meets a duty.
type AuditEvidence struct {
	Title   string `json:"judul"`
	Address string `json:"alamat"`
}

// NewAuditData returns the audit for programs; full completes an address.
func NewAuditData(r *disclosure.Report, full func(address string) string) AuditData {
	d := AuditData{
		AsOf:   r.AsOf.String(),
		Score:  r.Score(),
		With:   r.ScoreWithConditions(),
		Counts: map[string]int{},
		Rows:   []AuditEntry{},
	}
	for s, n := range r.Counts() {
		d.Counts[disclosure.Status(s).String()] = n
	}
	for _, b := range r.Earlier {
		d.Before = append(d.Before, AuditBefore{b.Day.String(), b.Score(), b.Held, b.All})
	}
	for i := range r.Rows {
		row := &r.Rows[i]
		e := AuditEntry{
			ID:       row.ID,
			Class:    row.Class,
			Label:    row.Label,
			Status:   row.Status.String(),
			Evidence: []AuditEvidence{},
			Last:     row.Last.String(),
			Due:      row.Due.String(),
			Unit:     row.Unit,
			Reason:   row.Reason,
		}
		for _, v := range row.Evidence {
			e.Evidence = append(e.Evidence, AuditEvidence{v.Title, full(v.Address)})
		}
		d.Rows = append(d.Rows, e)
	}
	return d
}

func (g *Filling) auditCSV() []byte {
	return AuditCSV(g.read.Audit(), g.full)
}

func (g *Filling) auditJSON() []byte {
	return marshal(NewAuditData(g.read.Audit(), g.full))
}

// auditJobs plans the pages and data of the audit.
func (p *planner) auditJobs() {
	at := auditAddress[1:]
	if p.read.HasDuties() || len(p.read.RequestYears()) > 0 {
		p.add(Job{Path: at + dueCalendar, Sort: Export, Layout: "audit.ics"})
	}
	if !p.read.HasDuties() {
		return
	}
	p.add(Job{Path: at + "index.html", Sort: Page, Layout: "keterbukaan", Instead: "halaman"})
	p.add(Job{Path: at + auditCSV, Sort: Export, Layout: "audit.csv"})
	p.add(Job{Path: at + auditJSON, Sort: Export, Layout: "audit.json"})
	for _, u := range auditUnits(p.read) {
		p.add(Job{Path: at + u.Slug + ".ics", Sort: Export, Layout: "audit.ics", List: u.Slug})
	}
	for _, q := range p.read.Questionnaires() {
		p.add(Job{
			Path:    output(monevAddress(q)),
			Sort:    Page,
			Layout:  "monev",
			Instead: "halaman",
			List:    strconv.Itoa(q.Year),
		})
		p.add(Job{
			Path:   monevAddress(q)[1:] + "monev.csv",
			Sort:   Export,
			Layout: "monev.csv",
			List:   strconv.Itoa(q.Year),
		})
	}
}
