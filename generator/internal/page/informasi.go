package page

import (
	"slices"
	"strconv"
	"strings"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/site"
)

// An Entry is one entry of the register of public information.
type Entry struct {
	Details   []Fact
	Revisions []Change
	Nil       bool
	Summary   string
	Request   string // address of the request guide, or ""
	Preview   *Preview
	Citation  string // how others cite the document
	Body      bool   // the page itself has the content, not only its files
	Table     bool   // and a table is in it
}

// A Preview is the first rows of a table that a document offers as a file.
type Preview struct {
	Caption string
	Heads   []string
	Numbers []bool // the columns that hold nothing but numbers
	Rows    [][]string
	Shown   string // how many rows of how many
}

func (g *Filling) entry(i *site.Item, doc *content.Document) {
	e, v, t := i.Entry, g.view, g.view.T
	year := strconv.Itoa(site.EntryYear(i))
	g.crumbs("/informasi/", Link{Text: t["Register"], Href: g.href("/informasi/")},
		Link{Text: year, Href: g.href("/informasi/" + year + "/")})
	out := &Entry{
		Nil:       e.Nil,
		Revisions: g.changes(i, e.Revisions),
		Summary:   i.Summary,
		Request:   v.Site.Request,
	}
	add := func(name, text string) {
		if text != "" {
			out.Details = append(out.Details, Fact{name, text})
		}
	}
	add(t["Number"], e.Number)
	if v.Doc.Class != nil {
		add(t["Class"], v.Doc.Class.Text)
	}
	if e.Year > 0 {
		add(t["Period"], period(e, g.words))
	}
	add(t["Responsible"], e.Responsible)
	add(t["Made"], e.Place+", "+formatDay(e.Made, g.words).Long)
	add(t["Forms"], strings.Join(e.Forms, ", "))
	add(t["Retention"], e.Retention)
	if v.Doc.Reviewed.ISO != "" {
		add(t["Reviewed"], strings.TrimSuffix(v.Doc.Reviewed.Long+", "+i.ReviewedBy, ", "))
	}
	out.Preview = g.preview(i)
	out.Body, out.Table = doc.Words > 0, i.Tables
	out.Citation = v.Site.Title + ". " + i.Title + ". " + formatDay(i.Day(), g.words).Long + ". " +
		v.Canonical
	v.Entry = out
	ld := g.schema("DigitalDocument")
	for _, f := range v.Doc.Files {
		ld.Encoding = append(ld.Encoding, Schema{
			Type:           "MediaObject",
			ContentURL:     g.origin + f.Href,
			EncodingFormat: mediaTypes[f.Type],
		})
	}
	v.JSONLD = ld
	g.listFeeds("informasi")
}

// preview fills the first rows of the first table among the files of a document. A body
// with a table of its own needs none.
func (g *Filling) preview(i *site.Item) *Preview {
	if i.Tables {
		return nil
	}
	for _, a := range i.Files {
		file, ok := g.read.File(i.Path, a.Src)
		b := g.read.Blob(file)
		if !ok || b == nil || len(b.Info.Preview) < 2 {
			continue
		}
		rows := b.Info.Preview[1:]
		p := &Preview{Caption: a.Title, Heads: b.Info.Preview[0], Rows: make([][]string, len(rows))}
		for n, row := range rows { // every row as wide as the heads
			p.Rows[n] = make([]string, len(p.Heads))
			copy(p.Rows[n], row)
		}
		p.Numbers = numberColumns(len(p.Heads), p.Rows)
		if b.Info.Rows > len(rows) {
			p.Shown = g.words.Text("RowsShown", formatNumber(len(rows), g.words),
				formatNumber(b.Info.Rows, g.words))
		}
		return p
	}
	return nil
}

// numberColumns tells which columns of a table hold numbers alone.
func numberColumns(n int, rows [][]string) []bool {
	out := make([]bool, n)
	for c := range out {
		digits := 0
		out[c] = !slices.ContainsFunc(rows, func(row []string) bool {
			digits += len(row[c])
			return strings.Trim(row[c], "0123456789.,%-+ Rp") != ""
		})
		out[c] = out[c] && digits > 0
	}
	return out
}

// entryRow fills the line of a list.
func (g *Filling) entryRow(i *site.Item, r *Row) {
	r.Nil, r.Table = i.Entry.Nil, i.Tables
	r.Number, r.Files = i.Entry.Number, g.files(i, i.Files)
}
