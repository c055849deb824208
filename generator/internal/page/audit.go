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
	Counts    []AuditCount // the worst first, without those that are none
	Classes   []AuditClass
	Calendars []Link // by unit
	CSV, JSON string
	Years     []Link // of assessments
}

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
	Condition    bool
	Bad          bool // not met
}

// statusText is the word for a status.
func (g *Filling) statusText(s disclosure.Status) string {
	t := g.view.T
	return [...]string{
		t["StatusMissing"], t["StatusOverdue"], t["StatusLinkOnly"], t["StatusDueSoon"],
		t["StatusMet"], t["StatusNil"], t["StatusNotApplicable"],
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
	v.Description = v.T["AuditLead"]
	v.Audit = out
	v.JSONLD = g.schema("WebPage")
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
		if row.Status != disclosure.NotApplicable {
			all++
		} else {
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
	Counts map[string]int `json:"jumlah"`
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
		Counts: map[string]int{},
		Rows:   []AuditEntry{},
	}
	for s, n := range r.Counts() {
		d.Counts[disclosure.Status(s).String()] = n
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
	if !p.read.HasDuties() {
		return
	}
	at := auditAddress[1:]
	p.add(Job{Path: at + "index.html", Sort: Page, Layout: "keterbukaan", Instead: "halaman"})
	p.add(Job{Path: at + auditCSV, Sort: Export, Layout: "audit.csv"})
	p.add(Job{Path: at + auditJSON, Sort: Export, Layout: "audit.json"})
	p.add(Job{Path: at + dueCalendar, Sort: Export, Layout: "audit.ics"})
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
