package page

import (
	_ "embed"
	"html/template"
	"slices"
	"strings"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/markdown"
	"maklumat/generator/internal/site"
)

// galleryAddress is where a site with drafts shows every component of the theme, in every
// state it can be in. A released site has no such page.
const galleryAddress = "/galeri-komponen/"

// A galleryState is one way in which all components are shown.
type galleryState struct{ name, label string }

// galleryStates are the states, each on a page of its own: so a component stands on a page
// once, as on all others.
var galleryStates = []galleryState{
	{"", "Biasa"},
	{"panjang/", "Tulisan panjang"},
	{"banyak/", "Banyak"},
	{"kosong/", "Kosong"},
	{"lama/", "Lama, dicabut, nihil, hasil pindai"},
}

// gallerySOP is a procedure of seven steps with an exit that jumps back.
//
//go:embed gallery-sop.md
var gallerySOP []byte

// galleryBody is a text with every element that a body can have.
//
//go:embed gallery-figures.csv
var galleryFigures string

//go:embed gallery-body.md
var galleryBody []byte

// longUnit is a name as long as units of ministries have them.
const longUnit = "Subbagian Perencanaan, Data, Informasi, " +
	"Hubungan Masyarakat, dan Pertanggungjawaban"

// galleryJobs plans the gallery of a site with drafts.
func (p *planner) galleryJobs() {
	if !p.read.Drafts() {
		return
	}
	for _, s := range galleryStates {
		p.add(Job{
			Path:    output(galleryAddress + s.name),
			Sort:    Page,
			Layout:  "galeri",
			Instead: "halaman",
		})
	}
}

// gallery fills every component with samples. Nothing in it is of the site's documents.
func (g *Filling) gallery() {
	v, t := g.view, g.view.T
	state := strings.TrimSuffix(strings.TrimPrefix("/"+g.job.Path, galleryAddress), "index.html")
	v.Title, v.NoIndex, v.Section = "Galeri komponen", true, "/sop/"
	v.Crumbs = []Link{g.homeLink(), {Text: "Galeri komponen", Href: g.href(galleryAddress)}}
	v.Home, v.List, v.Doc = &Home{}, &List{Empty: true}, &Doc{}
	v.Report, v.News = &Report{}, &News{}
	for _, s := range galleryStates {
		v.Gallery = append(v.Gallery, Link{
			Text:    s.label,
			Href:    g.href(galleryAddress + s.name),
			Current: s.name == state,
		})
		if s.name == state {
			v.Title += ": " + strings.ToLower(s.label)
		}
	}
	if state == "kosong/" {
		return
	}
	sample := gallerySample{
		words: "Laporan realisasi anggaran 2025",
		unit:  "Keuangan, Umum, dan Logistik",
		old:   state == "lama/",
		day:   formatDay(disclosure.DayOf(2026, 2, 10), g.words),
	}
	count := 2
	switch state {
	case "panjang/":
		sample.words = "Pertanggungjawaban penyelenggaraan pendokumentasian informasi yang " +
			"dikecualikan beserta kepenanggungjawabannya di tingkat kabupaten"
		sample.unit = longUnit
	case "banyak/":
		count = 25
	}
	v.Heading = markdown.Hyphenate(sample.words)
	for n := range count {
		g.galleryItem(&sample, n)
	}
	link := Link{Text: sample.words, Href: "#isi"}
	v.Doc.Relations = []Relations{{Name: t["Amends"], Links: []Link{link}}}
	v.Doc.Revoked, v.Doc.RevokedBy = sample.old, []Link{link}
	g.galleryList(sample.unit)
	g.galleryStrip(sample.words)
	v.News.Share = share(sample.words, v.Canonical, g.words)
	v.Report.Charts = g.galleryCharts(sample.words)
	g.galleryBodies()
}

// A gallerySample is what the components of a state show.
type gallerySample struct {
	words, unit string
	old         bool // scanned, revoked and with nothing to report
	day         When
}

// galleryItem adds one to all that there may be any number of.
func (g *Filling) galleryItem(sample *gallerySample, n int) {
	v, t := g.view, g.view.T
	classes := []disclosure.Category{
		disclosure.Berkala, disclosure.SertaMerta, disclosure.SetiapSaat, disclosure.Dikecualikan,
	}
	file := File{
		Href:   "#isi",
		Title:  sample.words,
		Type:   "PDF",
		Size:   formatSize(1_234_567, g.words),
		Bytes:  formatNumber(1_234_567, g.words),
		Extent: "18\u00a0" + t["Pages"],
		Scan:   sample.old,
		Sum:    strings.TrimSpace(strings.Repeat("ab12 ", 16)),
	}
	if n%2 == 1 {
		file.Type, file.Lang = "XLSX", "en"
		file.Size, file.Extent = formatSize(88_000, g.words), "312\u00a0"+t["Rows"]
	}
	row := Row{
		Title:   sample.words,
		Href:    "#isi",
		Date:    sample.day,
		Summary: sample.words,
		Class:   class(classes[n%4], g.words),
		Files:   []File{file},
		Unit:    sample.unit,
		Number:  "012/PPID/2026",
		Nil:     sample.old && n%2 == 0,
	}
	if sample.old {
		row.Files = nil
	}
	link := Link{Text: sample.words, Href: "#isi", Note: sample.unit}
	v.List.Rows = append(v.List.Rows, row)
	v.List.Exports = append(v.List.Exports[:min(n, 3)], Link{Text: "CSV", Href: "#isi"})
	v.Home.Tasks = append(v.Home.Tasks[:min(n, 5)], link)
	v.Doc.Files = append(v.Doc.Files[:min(n, 7)], file)
	v.Doc.Related = append(v.Doc.Related, link)
	v.Doc.Tags = append(v.Doc.Tags, Link{Text: "anggaran", Href: "#isi"})
	change := Change{Date: sample.day, Text: "memperbaiki tabel 3", Href: "#isi"}
	v.Doc.Changes = append(v.Doc.Changes, change)
}

// galleryList fills what stands around the rows of a list.
func (g *Filling) galleryList(unit string) {
	l, t := g.view.List, g.view.T
	l.Empty, l.Total, l.Range = false, formatNumber(1284, g.words), "1–25"
	l.Newer, l.Older = "#isi", "#isi"
	l.Chips = []Link{
		{Text: t["Years"] + ": 2026", Href: "#isi"},
		{Text: t["Unit"] + ": " + unit, Href: "#isi"},
	}
	l.Facets = []Facet{
		{
			Name:    t["Class"],
			Current: t["All"],
			Links: []Link{
				{Text: t["All"], Href: "#isi", Current: true},
				{Text: "Berkala", Href: "#isi", Note: "61"},
			},
		},
		{
			Name:    t["Unit"],
			Current: unit,
			Links: []Link{
				{Text: t["All"], Href: "#isi"},
				{Text: unit, Href: "#isi", Note: "1.284", Current: true},
			},
		},
	}
}

// galleryStrip says what layouts get that ask for the deadlines of the home page.
func (g *Filling) galleryStrip(other string) {
	t := g.view.T
	row := func(sign string, days int, actor, label string) DeadlineRow {
		return DeadlineRow{
			Length: sign + formatWorkingDays(days, g.words),
			Actor:  t[actor],
			We:     actor != "You",
			Label:  label,
		}
	}
	strip := []DeadlineRow{
		row("", 10, "We", "Menjawab permintaan"),
		row("+", 7, "We", "Memperpanjang dengan alasan tertulis"),
		row("", 30, "You", "Mengajukan keberatan"),
		row("", 30, "Superior", "Menjawab keberatan"),
		row("", 14, "You", "Membawa sengketa ke Komisi Informasi"),
	}
	strip[0].Other = other
	g.view.set("Strip", strip)
}

func (g *Filling) galleryCharts(sentence string) []Chart {
	t := g.view.T
	return []Chart{
		g.bars("lama", t["ByDuration"], sentence, []figure{
			{label: "≤ 3", long: "sampai hari kerja ke-3", n: 120},
			{label: "≤ 10", long: "sampai hari kerja ke-10", n: 180},
			{label: "> 10", long: "sesudah hari kerja ke-10", n: 12, late: true},
		}),
		g.bars("kosong", t["PerMonth"], sentence, []figure{
			{label: "Jan", long: "Januari 2026"},
			{label: "Feb", long: "Februari 2026", n: 1},
		}),
	}
}

// galleryBodies fills a procedure, and a text with every element that there is.
func (g *Filling) galleryBodies() {
	v := g.view
	parser := markdown.NewParser()
	doc, _ := content.Parse(parser, content.BuiltIn, nil, "content/sop/galeri.md", gallerySOP)
	canonical, crumbs, title, ld := v.Canonical, v.Crumbs, v.Title, v.JSONLD
	g.procedure(&site.Item{Head: doc.Head, Path: doc.Path, Address: galleryAddress}, doc)
	v.Canonical, v.Crumbs, v.Title, v.JSONLD = canonical, crumbs, title, ld
	body, html := content.Parse(parser, content.BuiltIn, nil, "content/halaman/galeri.md",
		galleryBody)
	for h := range body.Outline.All() {
		v.Outline = append(v.Outline, Heading(h))
	}
	refs := slices.Collect(body.Refs.All(body.Path))
	v.Body = template.HTML(markdown.Resolve(nil, html, func(dst []byte, n int) []byte {
		if refs[n].Kind != markdown.Figures {
			return append(dst, "#isi"...)
		}
		f, _ := content.ReadFigures(&refs[n])
		if c, _ := f.Choose(galleryRows(), true); c != nil {
			v.Report.Charts = append(v.Report.Charts, *g.draw(f, c))
		}
		return dst
	}))
}

// galleryRows are the figures of the charts in the text.
func galleryRows() (rows [][]string) {
	for line := range strings.Lines(galleryFigures) {
		rows = append(rows, strings.Split(strings.TrimSpace(line), ";"))
	}
	return rows
}
