package page

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/disclosure"
)

// A Monev is the questionnaire of one assessment with the evidence for each question.
type Monev struct {
	Title, Commission string
	Example           bool
	AsOf              When
	Mark, Most, Grade string
	Rows              []MonevRow
	CSV               string
}

// A MonevRow is one question.
type MonevRow struct {
	ID, Text, Group string // Group only when it differs from that of the row before
	Weight, Mark    string
	Answer          string
	All             bool
	Evidence        []MonevEvidence
	Gaps            []string // what is not met
}

// A MonevEvidence is a link that answers a question.
type MonevEvidence struct {
	Title, Href, Full string
	Last              When
	Sum               string // SHA-256 of its first file
	Unit, Status      string
	Bad               bool
}

func monevAddress(q *disclosure.Questionnaire) string {
	return "/monev/" + strconv.Itoa(q.Year) +
		"/"
}

// questionnaire returns that of the Job, whose List is its year.
func (g *Filling) questionnaire() *disclosure.Questionnaire {
	for _, q := range g.read.Questionnaires() {
		if strconv.Itoa(q.Year) == g.job.List {
			return q
		}
	}
	return &disclosure.Questionnaire{}
}

// monev fills the page of an assessment.
func (g *Filling) monev() {
	v := g.view
	q := g.questionnaire()
	v.Title = q.Title
	g.crumbs(auditAddress, Link{Text: v.T["AuditTitle"], Href: g.href(auditAddress)})
	v.Monev = g.monevData(q)
	v.JSONLD = g.schema("WebPage")
}

func (g *Filling) monevData(q *disclosure.Questionnaire) *Monev {
	out := &Monev{
		Title:      q.Title,
		Commission: q.Commission,
		Example:    q.Example,
		AsOf:       formatDay(g.read.Day(), g.words),
		CSV:        g.href(monevAddress(q) + "monev.csv"),
	}
	mark, most, group := 0, 0, ""
	for _, a := range q.Answers(g.read.Audit()) {
		row := MonevRow{
			ID:     a.ID,
			Text:   a.Text,
			Weight: g.hundredths(a.Weight),
			Mark:   g.hundredths(a.Mark),
			All:    a.All,
		}
		if a.Group != group {
			group, row.Group = a.Group, a.Group
		}
		switch {
		case !a.Estimated:
			row.Answer, row.Mark = g.view.T["StatusNotApplicable"], "–"
		case len(a.Obligations) == 0:
			row.Answer = a.Reason
		case a.Rung != nil:
			row.Answer = a.Rung.Text
		default:
			row.Answer = g.view.T["NoAnswer"]
		}
		if a.Estimated {
			mark, most = mark+a.Mark, most+a.Weight
		}
		for _, link := range a.Links {
			e := MonevEvidence{Title: link, Href: link, Full: link}
			if strings.HasPrefix(link, "/") {
				target, ok := g.read.Resolve(content.SettingsFile, link)
				if !ok || target.IsHeld() {
					continue // the body is told
				}
				e.Href, e.Full = g.href(target.Address), g.full(target.Address)
				if i := target.Item; i != nil {
					e.Title, e.Last = i.Title, formatDay(i.LastChange(), g.words)
				}
			}
			row.Evidence = append(row.Evidence, e)
		}
		for _, r := range a.Rows {
			if !r.Status.Holds() {
				row.Gaps = append(row.Gaps, r.Label+" ("+g.statusText(r.Status)+")")
			}
			if len(r.Evidence) == 0 {
				continue
			}
			e := g.monevEvidence(r)
			if !slices.ContainsFunc(row.Evidence, func(o MonevEvidence) bool {
				return o.Href == e.Href
			}) {
				row.Evidence = append(row.Evidence, e)
			}
		}
		out.Rows = append(out.Rows, row)
	}
	out.Mark, out.Most = g.hundredths(mark), g.hundredths(most)
	if most > 0 {
		out.Grade = disclosure.Grade(mark * 10000 / most)
	}
	return out
}

func (g *Filling) monevEvidence(r *disclosure.Row) MonevEvidence {
	e := r.Evidence[0]
	out := MonevEvidence{
		Title:  e.Title,
		Href:   g.href(e.Address),
		Full:   g.full(e.Address),
		Last:   formatDay(e.Last, g.words),
		Status: g.statusText(r.Status),
		Bad:    !r.Status.Holds(),
	}
	if u, ok := g.read.Unit(r.Unit); ok {
		out.Unit = u.Name
	}
	if i := g.read.Item(e.Path); i != nil {
		if len(i.Files) > 0 {
			if file, ok := g.read.File(i.Path, i.Files[0].Src); ok {
				if b := g.read.Blob(file); b != nil {
					out.Sum = b.Sum.String()
				}
			}
		}
	}
	return out
}

// hundredths writes a number kept in hundredths: 2,5.
func (g *Filling) hundredths(n int) string {
	return formatDecimal(hundredths(n), g.words)
}

// hundredths writes a number kept in hundredths for programs: 2.5.
func hundredths(n int) string {
	return strings.TrimSuffix(strings.TrimRight(fmt.Sprintf("%d.%02d", n/100, n%100), "0"), ".")
}

// monevCSV writes an assessment for pasting into the commission's own form.
func (g *Filling) monevCSV() []byte {
	rows := table{{
		"nomor", "pertanyaan", "bobot", "jawaban", "perkiraan_nilai", "bukti", "alamat",
		"diperbarui", "sha256", "unit",
	}}
	for _, r := range g.monevData(g.questionnaire()).Rows {
		first := []string{r.ID, r.Text, r.Weight, r.Answer, r.Mark}
		if len(r.Evidence) == 0 {
			rows = append(rows, append(first, "", "", "", "", ""))
		}
		for _, e := range r.Evidence {
			rows = append(rows, append(first[:5:5], e.Title, e.Full, e.Last.ISO, e.Sum, e.Unit))
		}
	}
	return rows.csv()
}
