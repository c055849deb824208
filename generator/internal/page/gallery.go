package page

import (
	_ "embed"
	"html/template"
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
	{"", "Biasa"}, {"panjang/", "Tulisan panjang"}, {"banyak/", "Banyak"}, {"kosong/", "Kosong"}, {"lama/", "Lama, dicabut, nihil, hasil pindai"},
}

// gallerySOP is a procedure of seven steps with an exit that jumps back.
//
//go:embed gallery-sop.md
var gallerySOP []byte

// galleryBody is a text with every element that a body can have.
//
//go:embed gallery-body.md
var galleryBody []byte

// longUnit is a name as long as units of ministries have them.
const longUnit = "Subbagian Perencanaan, Data, Informasi, Hubungan Masyarakat, dan Pertanggungjawaban"

// galleryJobs plans the gallery of a site with drafts.
func (p *planner) galleryJobs() {
	if !p.read.Drafts() {
		return
	}
	for _, s := range galleryStates {
		p.add(Job{Path: output(galleryAddress + s.name), Sort: Page, Layout: "galeri", Instead: "halaman"})
	}
}

// gallery fills every component with samples. Nothing in it is of the site's documents.
func (g *Filling) gallery() {
	v, t := g.view, g.view.T
	state := strings.TrimSuffix(strings.TrimPrefix("/"+g.job.Path, galleryAddress), "index.html")
	v.Title, v.NoIndex, v.Section = "Galeri komponen", true, "/sop/"
	v.Crumbs = []Link{g.homeLink(), {Text: "Galeri komponen", Href: g.href(galleryAddress)}}
	v.Home, v.List, v.Doc, v.Report, v.News = &Home{}, &List{Empty: true}, &Doc{}, &Report{}, &News{}
	for _, s := range galleryStates {
		v.Gallery = append(v.Gallery, Link{Text: s.label, Href: g.href(galleryAddress + s.name), Current: s.name == state})
		if s.name == state {
			v.Title += ": " + strings.ToLower(s.label)
		}
	}
	if state == "kosong/" {
		return
	}
	words, unit, count := "Laporan realisasi anggaran 2025", "Keuangan, Umum, dan Logistik", 2
	switch state {
	case "panjang/":
		words = "Pertanggungjawaban penyelenggaraan pendokumentasian informasi yang dikecualikan beserta kepenanggungjawabannya di tingkat kabupaten"
		unit = longUnit
	case "banyak/":
		count = 25
	}
	old := state == "lama/"
	v.Heading = markdown.Hyphenate(words)
	day := formatDay(disclosure.DayOf(2026, 2, 10), g.words)
	classes := []disclosure.Category{disclosure.Berkala, disclosure.SertaMerta, disclosure.SetiapSaat, disclosure.Dikecualikan}
	for n := range count {
		file := File{Href: "#isi", Title: words, Type: "PDF", Size: formatSize(1_234_567, g.words), Bytes: formatNumber(1_234_567, g.words), Extent: "18\u00a0" + t["Pages"], Scan: old, Sum: strings.TrimSpace(strings.Repeat("ab12 ", 16))}
		if n%2 == 1 {
			file.Type, file.Size, file.Extent, file.Lang = "XLSX", formatSize(88_000, g.words), "312\u00a0"+t["Rows"], "en"
		}
		row := Row{Title: words, Href: "#isi", Date: day, Summary: words, Class: class(classes[n%4], g.words), Files: []File{file}, Unit: unit, Number: "012/PPID/2026", Nil: old && n%2 == 0}
		if old {
			row.Files = nil
		}
		link := Link{Text: words, Href: "#isi", Note: unit}
		v.List.Rows = append(v.List.Rows, row)
		v.List.Exports = append(v.List.Exports[:min(n, 3)], Link{Text: "CSV", Href: "#isi"})
		v.Home.Tasks = append(v.Home.Tasks[:min(n, 5)], link)
		v.Doc.Files = append(v.Doc.Files[:min(n, 7)], file)
		v.Doc.Related, v.Doc.Tags = append(v.Doc.Related, link), append(v.Doc.Tags, Link{Text: "anggaran", Href: "#isi"})
		v.Doc.Changes = append(v.Doc.Changes, Change{Date: day, Text: "memperbaiki tabel 3", Href: "#isi"})
	}
	v.Doc.Relations = []Relations{{Name: t["Amends"], Links: []Link{{Text: words, Href: "#isi"}}}}
	v.Doc.Revoked, v.Doc.RevokedBy = old, []Link{{Text: words, Href: "#isi"}}
	v.List.Empty, v.List.Total, v.List.Range = false, formatNumber(1284, g.words), "1–25"
	v.List.Newer, v.List.Older = "#isi", "#isi"
	v.List.Chips = []Link{{Text: t["Years"] + ": 2026", Href: "#isi"}, {Text: t["Unit"] + ": " + unit, Href: "#isi"}}
	v.List.Facets = []Facet{
		{Name: t["Class"], Current: t["All"], Links: []Link{{Text: t["All"], Href: "#isi", Current: true}, {Text: "Berkala", Href: "#isi", Note: "61"}}},
		{Name: t["Unit"], Current: unit, Links: []Link{{Text: t["All"], Href: "#isi"}, {Text: unit, Href: "#isi", Note: "1.284", Current: true}}},
	}
	v.set("Strip", []DeadlineRow{
		{Length: formatWorkingDays(10, g.words), Actor: t["We"], We: true, Label: "Menjawab permintaan", Other: words},
		{Length: "+" + formatWorkingDays(7, g.words), Actor: t["We"], We: true, Label: "Memperpanjang dengan alasan tertulis"},
		{Length: formatWorkingDays(30, g.words), Actor: t["You"], Label: "Mengajukan keberatan"},
		{Length: formatWorkingDays(30, g.words), Actor: t["Superior"], We: true, Label: "Menjawab keberatan"},
		{Length: formatWorkingDays(14, g.words), Actor: t["You"], Label: "Membawa sengketa ke Komisi Informasi"},
	})
	v.News.Share = share(words, v.Canonical, g.words)
	v.Report.Charts = []Chart{
		g.bars("lama", t["ByDuration"], words, []figure{{label: "≤ 3", long: "sampai hari kerja ke-3", n: 120}, {label: "≤ 10", long: "sampai hari kerja ke-10", n: 180}, {label: "> 10", long: "sesudah hari kerja ke-10", n: 12, late: true}}),
		g.bars("kosong", t["PerMonth"], words, []figure{{label: "Jan", long: "Januari 2026"}, {label: "Feb", long: "Februari 2026", n: 1}}),
	}
	parser := markdown.NewParser()
	doc, _ := content.Parse(parser, content.BuiltIn, "content/sop/galeri.md", gallerySOP)
	canonical, crumbs, title, ld := v.Canonical, v.Crumbs, v.Title, v.JSONLD
	g.procedure(&site.Item{Head: doc.Head, Path: doc.Path, Address: galleryAddress}, doc)
	v.Canonical, v.Crumbs, v.Title, v.JSONLD = canonical, crumbs, title, ld
	body, html := content.Parse(parser, content.BuiltIn, "content/halaman/galeri.md", galleryBody)
	for h := range body.Outline.All() {
		v.Outline = append(v.Outline, Heading(h))
	}
	v.Body = template.HTML(markdown.Resolve(nil, html, func(dst []byte, _ int) []byte { return append(dst, "#isi"...) }))
}
