package page

import (
	"slices"
	"strconv"
	"strings"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/site"
)

// The register of public information and that of exclusions in their other forms: one
// sheet for paper, and files. All come from the same rows, so they cannot differ.
const (
	registerSheet = "/informasi/cetak/"
	registerCSV   = "/informasi/daftar-informasi-publik.csv"
	registerExcel = "/informasi/daftar-informasi-publik.excel.csv"
	registerJSON  = "/informasi/daftar-informasi-publik.json"
	excludedCSV   = "/informasi/dikecualikan/daftar-informasi-dikecualikan.csv"
	excludedExcel = "/informasi/dikecualikan/daftar-informasi-dikecualikan.excel.csv"
	excludedJSON  = "/informasi/dikecualikan/daftar-informasi-dikecualikan.json"
)

// facetTitle names a part of the register.
func (g *Filling) facetTitle(f site.Facets) string {
	var parts []string
	if f.Class != "" {
		parts = append(parts, g.className(f.Class))
	}
	if f.Year != "" {
		parts = append(parts, f.Year)
	}
	if f.Unit != "" {
		parts = append(parts, g.unitName(f.Unit))
	}
	if len(parts) == 0 {
		return g.view.T["Register"]
	}
	return g.view.T["Register"] + ": " + strings.Join(parts, ", ")
}

func (g *Filling) className(name string) string {
	c, _ := disclosure.ParseCategory(name)
	return class(c, g.words).Text
}

func (g *Filling) unitName(slug string) string {
	u, _ := g.read.Unit(slug)
	return u.Name
}

// registerFacets fills the ways to narrow or to change a choice in the register, and what
// takes each part of it back. A number stands only beside what narrows: it counts some of
// this page's own documents, so it changes only when they do.
func (g *Filling) registerFacets(l site.ListHead, out *List) {
	now, t := l.Facets, g.view.T
	type choose func(f site.Facets, value string) site.Facets
	facet := func(name, current string, values []string, with choose, text func(string) string) {
		f := Facet{Name: name, Current: t["All"]}
		if current != "" {
			f.Current = text(current)
			out.Chips = append(out.Chips, Link{
				Text: name + ": " + f.Current,
				Href: g.href("/" + with(now, "").Name() + "/"),
			})
		}
		f.Links = append(f.Links, Link{
			Text:    t["All"],
			Href:    g.href("/" + with(now, "").Name() + "/"),
			Current: current == "",
		})
		for _, value := range values {
			target := g.read.List(with(now, value).Name())
			if target == nil || len(target.Items) == 0 {
				continue
			}
			link := Link{Text: text(value), Href: g.href(target.Address), Current: value == current}
			if current == "" {
				link.Note = formatNumber(len(target.Items), g.words)
			}
			f.Links = append(f.Links, link)
		}
		if len(f.Links) > 1 {
			out.Facets = append(out.Facets, f)
		}
	}
	var years []string
	for _, i := range g.read.List("informasi").Items {
		years = append(years, strconv.Itoa(site.EntryYear(i)))
	}
	slices.Sort(years)
	years = slices.Compact(years)
	slices.Reverse(years)
	same := func(s string) string { return s }
	facet(t["Class"], now.Class, disclosure.Public,
		func(f site.Facets, v string) site.Facets { f.Class = v; return f }, g.className)
	facet(t["Years"], now.Year, years,
		func(f site.Facets, v string) site.Facets { f.Year = v; return f }, same)
	facet(t["Unit"], now.Unit, g.read.UnitSlugs(),
		func(f site.Facets, v string) site.Facets { f.Unit = v; return f }, g.unitName)
	if now == (site.Facets{}) {
		out.Exports = g.exports([]string{registerSheet, registerCSV, registerExcel, registerJSON})
	}
}

// exports links the other forms of a register.
func (g *Filling) exports(addresses []string) []Link {
	var links []Link
	for _, a := range addresses {
		text := g.view.T["PrintAll"]
		switch {
		case strings.HasSuffix(a, ".excel.csv"):
			text = "CSV (Excel)"
		case strings.HasSuffix(a, ".csv"):
			text = "CSV"
		case strings.HasSuffix(a, ".json"):
			text = "JSON"
		}
		links = append(links, Link{Text: text, Href: g.href(a)})
	}
	return links
}

// A registerEntry is one line of the register of public information: the seven columns of
// annex II to PERKI 1/2010, and what belongs to them.
type registerEntry struct {
	Number      int            `json:"no"`
	ID          string         `json:"id"`
	Title       string         `json:"judul"`
	Summary     string         `json:"ringkasan"`
	Class       string         `json:"golongan"`
	Unit        string         `json:"penguasa"`
	Responsible string         `json:"penanggung_jawab"`
	Made        string         `json:"waktu_pembuatan"`
	Place       string         `json:"tempat_pembuatan"`
	Forms       []string       `json:"bentuk"`
	Retention   string         `json:"retensi"`
	Letter      string         `json:"nomor,omitempty"`
	Period      string         `json:"periode,omitempty"`
	Duties      []string       `json:"kewajiban,omitempty"`
	Address     string         `json:"alamat"`
	Files       []registerFile `json:"berkas"`
	Modified    string         `json:"diperbarui"`
	Status      string         `json:"status"`

	// For the page.
	href string
	made disclosure.Day
}

type registerFile struct {
	Address string `json:"alamat"`
	Type    string `json:"jenis"`
	Size    int64  `json:"ukuran"`
	Sum     string `json:"sha256"`
}

// register gathers the register, in the order of its numbers: the oldest entry is 1, so
// that a new one changes no other.
func (g *Filling) register() []registerEntry {
	var out []registerEntry
	items := slices.Clone(g.read.List("informasi").Items)
	slices.Reverse(items)
	for n, i := range items {
		e := i.Entry
		r := registerEntry{
			Number:      n + 1,
			ID:          i.Slug,
			Title:       i.Title,
			Summary:     i.Summary,
			Class:       i.Class.String(),
			Unit:        g.unitName(i.Unit),
			Responsible: e.Responsible,
			Made:        e.Made.String(),
			Place:       e.Place,
			Forms:       e.Forms,
			Retention:   e.Retention,
			Letter:      e.Number,
			Period:      period(e, g.words),
			Address:     g.full(i.Address),
			Files:       []registerFile{},
			Modified:    i.LastChange().String(),
			Status:      "tersedia",
			href:        g.href(i.Address),
			made:        e.Made,
		}
		for _, m := range i.Meets {
			r.Duties = append(r.Duties, m.Target)
		}
		for _, a := range i.Files {
			file, ok := g.read.File(i.Path, a.Src)
			if !ok {
				continue
			}
			f := registerFile{Address: g.full(i.FileAddress(file)), Type: fileType(file)}
			if b := g.read.Blob(file); b != nil {
				f.Size, f.Sum = b.Size, b.Sum.String()
			}
			r.Files = append(r.Files, f)
		}
		switch {
		case e.Nil:
			r.Status = "nihil"
		case len(r.Files) == 0:
			r.Status = "belum diunggah"
		}
		out = append(out, r)
	}
	return out
}

// period writes the time that an entry covers.
func period(e *content.Entry, w *content.Words) string {
	if e.Year == 0 {
		return ""
	}
	year := strconv.Itoa(e.Year)
	sort, n, _ := strings.Cut(e.Part, " ")
	number, _ := strconv.Atoi(n)
	switch sort {
	case "semester":
		return w.Text("PeriodHalf", w.List("PeriodParts")[number-1], year)
	case "triwulan":
		return w.Text("PeriodQuarter", w.List("PeriodParts")[number-1], year)
	}
	return year
}

// registerHeads are the columns of the register in files and on paper.
var registerHeads = []string{
	"no", "id", "ringkasan", "penguasa", "penanggung_jawab", "waktu_pembuatan", "tempat_pembuatan",
	"bentuk", "retensi",
	"judul", "golongan", "nomor", "periode", "kewajiban", "alamat", "berkas", "diperbarui",
	"status",
}

func (r *registerEntry) cells() []string {
	files := make([]string, len(r.Files))
	for i, f := range r.Files {
		files[i] = f.Address
	}
	return []string{
		strconv.Itoa(r.Number), r.ID, r.Summary, r.Unit, r.Responsible, r.Made, r.Place,
		strings.Join(r.Forms, "; "), r.Retention,
		r.Title, r.Class, r.Letter, r.Period, strings.Join(r.Duties, "; "), r.Address,
		strings.Join(files, " "), r.Modified, r.Status,
	}
}

func (g *Filling) registerTable() table {
	out := table{registerHeads}
	for _, r := range g.register() {
		out = append(out, r.cells())
	}
	return out
}

func (g *Filling) registerCSV() []byte   { return g.registerTable().csv() }
func (g *Filling) registerExcel() []byte { return g.registerTable().excel() }
func (g *Filling) registerJSON() []byte {
	return marshal(map[string]any{
		"judul":     g.view.T["Register"],
		"badan":     g.settings.Title,
		"alamat":    g.full("/informasi/"),
		"informasi": g.register(),
	})
}

// A RegisterSheet is the register for paper: Rows has the cells of Heads for each entry.
type RegisterSheet struct {
	Heads []string
	Rows  []RegisterRow
}

// A RegisterRow is one entry on the sheet.
type RegisterRow struct {
	Cells []string
	Href  string
}

// registerPage fills the one page of the whole register.
func (g *Filling) registerPage() {
	v, t := g.view, g.view.T
	v.Title = t["Register"]
	g.crumbs("/informasi/", Link{Text: t["Register"], Href: g.href("/informasi/")})
	out := &RegisterSheet{Heads: g.words.List("RegisterColumns")}
	for _, r := range g.register() {
		made := r.Place + ", " + formatDay(r.made, g.words).Short
		out.Rows = append(out.Rows, RegisterRow{Href: r.href, Cells: []string{
			strconv.Itoa(r.Number), r.Title, r.Summary, r.Unit, r.Responsible, made,
			strings.Join(r.Forms, "; "), r.Retention, g.className(r.Class),
		}})
	}
	v.Sheet = out
	v.NoIndex = true
}

// registerJobs plans the other forms of the registers.
func (p *planner) registerJobs() {
	if p.has("informasi") {
		p.add(Job{Path: output(registerSheet), Sort: Page, Layout: "cetak-dip", Instead: "halaman"})
		p.add(Job{Path: output(registerCSV), Sort: Export, Layout: "dip.csv"})
		p.add(Job{Path: output(registerExcel), Sort: Export, Layout: "dip.excel"})
		p.add(Job{Path: output(registerJSON), Sort: Export, Layout: "dip.json"})
	}
	if p.has("pengecualian") {
		p.add(Job{Path: output(excludedCSV), Sort: Export, Layout: "dik.csv"})
		p.add(Job{Path: output(excludedExcel), Sort: Export, Layout: "dik.excel"})
		p.add(Job{Path: output(excludedJSON), Sort: Export, Layout: "dik.json"})
	}
}
