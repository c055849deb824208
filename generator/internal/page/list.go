package page

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/site"
)

// listTitle is the heading of a list's pages.
func (g *Filling) listTitle(l site.ListHead) string {
	t := words(g.lang)
	switch l.Sort {
	case site.ByYear:
		return t.News + " " + l.Label
	case site.ByMonth:
		return t.News + " " + monthName(l.Label, g.lang)
	case site.ByCategory:
		if c, ok := g.read.Category(l.Label); ok {
			return t.News + ": " + c.Name
		}
	case site.ByTag:
		return t.TagTitle + l.Label
	case site.ByUnit:
		if u, ok := g.read.Unit(l.Label); ok {
			return u.Name
		}
	case site.ByFacets:
		return g.facetTitle(l.Facets)
	case site.ByClass:
		c, _ := disclosure.ParseCategory(l.Label)
		return "Informasi " + strings.ToLower(class(c, "id").Text)
	}
	switch l.Name {
	case "berita":
		return t.News
	case "pengumuman":
		return t.Announcements
	case "sop":
		return t.Procedures
	case "informasi":
		return t.Register
	case "pengecualian":
		return t.Excluded
	case "regulasi":
		return t.Instruments
	case "laporan":
		return t.Reports
	}
	return l.Label
}

// titleOf is the heading of the pages of the list of a name.
func (g *Filling) titleOf(list string) string {
	l, _ := g.read.ListHead(list)
	return g.listTitle(l)
}

// list fills one page of a list. Pages other than the first show nothing that depends on
// newer documents, neither a total nor facets, so they stay as they are.
func (g *Filling) list(name string) {
	v, job := g.view, g.job
	l, _ := g.read.ListHead(name)
	items := g.read.ListPage(name, job.Number)
	v.Title = g.listTitle(l)
	out := &List{Kind: l.Name, Number: job.Number, Empty: len(items) == 0}
	g.pager(l, out)
	first := job.Number == 0
	if !first {
		v.Title += ", " + strings.ToLower(v.T.PageOf) + " " + strconv.Itoa(job.Number)
	}
	month := ""
	for _, i := range items {
		r := g.row(i)
		if l.Sort == site.ByYear && i.News != nil {
			r.Group = ""
			if m := i.Day().String()[:7]; m != month {
				month, r.Group = m, monthName(m, g.lang)
			}
		}
		out.Rows = append(out.Rows, r)
	}
	kind, _, nested := strings.Cut(l.Name, "/")
	g.section(l, kind, nested)
	if first {
		all := g.read.List(name)
		g.facets(all, kind, out)
		out.Total = formatNumber(len(all.Items), g.lang)
		if len(items) < len(all.Items) {
			out.Range = "1–" + formatNumber(len(items), g.lang)
		}
		if kind != "berita" || nested {
			v.Description = v.Title + ": " + out.Total + " " + strings.ToLower(v.T.Documents) + "."
		}
	}
	switch {
	case l.Name == "sop":
		group(out.Rows)
		v.Lead = v.T.ProceduresLead
	case l.Name == "informasi" && first:
		v.Lead = fmt.Sprintf(v.T.RegisterLead, v.Site.Short)
	case l.Name == "serta-merta":
		v.Lead = v.T.ImmediateLead
	}
	v.List = out
	v.JSONLD = g.schema("CollectionPage")
	g.listFeeds(l.Name)
}

// section sets the trail of a list's page.
func (g *Filling) section(l site.ListHead, kind string, nested bool) {
	section := "/" + kind + "/"
	if kind == "tag" || kind == "unit" || kind == "serta-merta" {
		section = "/informasi/"
	}
	g.crumbs(section)
	if nested {
		if root, ok := g.read.ListHead(kind); ok && root.Address != "" {
			g.view.Crumbs = append(g.view.Crumbs, Link{Text: g.listTitle(root), Href: g.href(root.Address)})
		}
	}
	if l.Sort == site.ByMonth {
		year := l.Name[:strings.LastIndexByte(l.Name, '/')]
		g.view.Crumbs = append(g.view.Crumbs, Link{Text: year[len(kind)+1:], Href: g.href("/" + year + "/")})
	}
	if g.job.Number > 0 {
		g.view.Crumbs = append(g.view.Crumbs, Link{Text: g.listTitle(l), Href: g.href(l.Address)})
	}
}

// pager links a page to those before and after it.
func (g *Filling) pager(l site.ListHead, out *List) {
	number, last := g.job.Number, g.job.Last
	switch {
	case number == 0:
		if pages := g.read.List(l.Name).Pages(g.read.Archive().PageSize); len(pages) > 1 {
			out.Older = g.href(site.PageAddress(l.Address, pages[1].Number))
		}
	default:
		newer := number + 1
		if last {
			newer = 0
		}
		out.Newer = g.href(site.PageAddress(l.Address, newer))
		if number > 1 {
			out.Older = g.href(site.PageAddress(l.Address, number-1))
		}
	}
}

// facets fills the ways to narrow a list.
func (g *Filling) facets(l *site.List, kind string, out *List) {
	t := g.view.T
	add := func(name string, lists []*site.List, text func(*site.List) string) {
		f := Facet{Name: name, Current: t.All}
		for _, sub := range lists {
			link := Link{Text: text(sub), Href: g.href(sub.Address), Note: formatNumber(len(sub.Items), g.lang), Current: sub == l}
			if link.Current {
				f.Current = link.Text
			}
			f.Links = append(f.Links, link)
		}
		if len(f.Links) > 0 {
			out.Facets = append(out.Facets, f)
		}
	}
	label := func(l *site.List) string { return l.Label }
	switch {
	case l.Sort == site.ByYear && kind == "berita":
		add(t.Months, g.read.Children(l.Name, site.ByMonth), func(l *site.List) string { return monthName(l.Label, g.lang) })
	case l.Name == "berita":
		// Only here: on every year's page, the counts would make one new article touch
		// as many pages as there are years.
		add(t.Years, newestYears(g.read, kind), label)
		add(t.Categories, g.read.Children(kind+"/kategori", site.ByCategory), func(l *site.List) string {
			c, _ := g.read.Category(l.Label)
			return c.Name
		})
	case kind == "informasi":
		g.registerFacets(l, out)
	}
}

// newestYears returns the lists of a kind by year, the newest first.
func newestYears(r *site.Reader, kind string) []*site.List {
	years := r.Children(kind, site.ByYear)
	slices.Reverse(years)
	return years
}

// group sorts rows by their group and number, and leaves the group's name on its first.
func group(rows []Row) {
	slices.SortStableFunc(rows, func(a, b Row) int {
		if c := strings.Compare(a.Group, b.Group); c != 0 {
			return c
		}
		return strings.Compare(a.Number, b.Number)
	})
	last := ""
	for i := range rows {
		if rows[i].Group == last {
			rows[i].Group = ""
			continue
		}
		last = rows[i].Group
	}
}

// exclusions fills the register of excluded information.
func (g *Filling) exclusions(name string) {
	v, t := g.view, g.view.T
	v.Title = t.Excluded
	g.crumbs("/informasi/", Link{Text: t.Register, Href: g.href("/informasi/")})
	all := g.read.List(name).Items
	for _, i := range all {
		e := i.Exclusion
		x := Exclusion{ID: i.Slug, Title: i.Title, Summary: i.Summary, Status: statuses[e.Status]}
		add := func(name, text string) {
			if text != "" {
				x.Details = append(x.Details, Fact{name, text})
			}
		}
		add(t.Grounds, grounds(e))
		add(t.Opened, e.IfOpened)
		add(t.Closed, e.IfClosed)
		add(t.Interest, e.PublicInterest)
		add(t.Parts, strings.Join(e.Parts, "; "))
		add(t.Term, term(e, g.lang))
		x.Mirror = e.Level == "kpu-ri" || e.Level == "kpu-provinsi"
		x.Decision = Link{Text: t.Number + " " + e.Number + ", " + formatDay(e.Decided, g.lang).Long + ", " + e.Decider, Href: e.Source}
		if e.RevokedBy != "" {
			x.Revocation = &Link{Text: e.RevokedBy, Href: e.RevokedSource}
			if e.Revoked != 0 {
				x.Revocation.Text += ", " + formatDay(e.Revoked, g.lang).Long
			}
		}
		x.Holds = e.Status == "berlaku"
		x.Open = g.namedAll(i.Path, e.OpenedAt)
		x.Related = g.namedAll(i.Path, i.Related)
		v.Excluded = append(v.Excluded, x)
	}
	if len(all) > 0 {
		v.Exports = g.exports([]string{excludedCSV, excludedExcel, excludedJSON})
	}
	v.JSONLD = g.schema("CollectionPage")
}

// grounds writes the letters of UU 14/2008 ps. 17 as the law is cited.
func grounds(e *content.Exclusion) string {
	var out []string
	for _, letter := range e.Grounds {
		out = append(out, "UU 14/2008 ps. 17 huruf "+letter[2:])
	}
	for _, a := range e.Articles {
		if !strings.HasPrefix(a, "UU 14/2008 ps. 17") { // said already
			out = append(out, a)
		}
	}
	return strings.Join(out, "; ")
}

func term(e *content.Exclusion, lang string) string {
	text := formatDay(e.From, lang).Long
	switch {
	case e.Until != 0:
		return text + " – " + formatDay(e.Until, lang).Long
	case e.While != "":
		return text + ", selama " + e.While
	}
	return text
}

// fixed fills the pages that are no document and no list.
func (g *Filling) fixed() {
	v, t := g.view, g.view.T
	switch g.job.Layout {
	case "beranda":
		g.home()
	case "galeri":
		g.gallery()
	case "keterbukaan":
		g.audit()
	case "cetak-dip":
		g.registerPage()
	case "404":
		v.Title, v.NoIndex, v.Section = t.NotFound, true, ""
		g.home()
		v.Title = t.NotFound
		v.JSONLD = nil
	case "cari":
		v.Title = t.Search
		v.Section = "/cari/"
		g.letters()
	}
}

func (g *Filling) home() {
	v := g.view
	h := g.face().Home
	out := &Home{Question: h.Question, AllFiles: g.href("/informasi/"), AllNews: g.href("/berita/")}
	for _, a := range h.Examples {
		out.Examples = append(out.Examples, g.resolved(a))
	}
	for _, task := range h.Tasks {
		l := g.resolved(task.Anchor)
		l.Note = g.withDeadlines(task.Fact)
		out.Tasks = append(out.Tasks, l)
	}
	g.strip()
	if guide := g.read.At(requestGuide); guide != nil && guide.Layout == "tenggat" && v.Site.Request != "" {
		out.AllLimits = v.Site.Request + "#semua-tenggat"
	}
	v.Home = out
	if g.job.Layout != "beranda" {
		return
	}
	v.Title = v.Site.Title
	g.homeLanguages()
	if h.Question == "" {
		out.Question = v.Title
	}
	for _, i := range g.newest("informasi", 5) {
		out.Files = append(out.Files, g.row(i))
	}
	if g.lang == "id" { // there is no news in other languages
		for _, i := range g.newest("berita", 3) {
			out.News = append(out.News, g.row(i))
		}
	}
	v.JSONLD = g.organization()
	g.listFeeds("berita")
}

// homeLanguages links the home pages of both languages.
func (g *Filling) homeLanguages() {
	if g.read.English() == nil {
		return
	}
	for _, l := range []Language{{Lang: "id", Name: "Bahasa Indonesia", Href: "/"}, {Lang: "en", Name: "English", Href: site.EnglishHome}} {
		l.Full, l.Href, l.Current = g.full(l.Href), g.href(l.Href), l.Lang == g.lang
		g.view.Languages = append(g.view.Languages, l)
	}
}

func (g *Filling) newest(list string, n int) []*site.Item {
	items := g.read.Newest(list)
	return items[:min(n, len(items))]
}

// letters fills the index of all documents but news.
func (g *Filling) letters() {
	var all []*site.Item
	for _, name := range []string{"sop", "informasi", "regulasi", "laporan", "pengumuman", "halaman"} {
		for _, i := range g.read.List(name).Items {
			if i.Lang == "id" {
				all = append(all, i)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b *site.Item) int {
		return strings.Compare(strings.ToLower(a.Title), strings.ToLower(b.Title))
	})
	for _, i := range all {
		letter := "#"
		if r := []rune(strings.ToUpper(i.Title)); len(r) > 0 && unicode.IsLetter(r[0]) {
			letter = string(r[0])
		}
		v := g.view
		if n := len(v.Index); n == 0 || v.Index[n-1].Letter != letter {
			v.Index = append(v.Index, Letter{Letter: letter})
		}
		last := &v.Index[len(v.Index)-1]
		last.Rows = append(last.Rows, Row{Title: i.Title, Href: g.href(i.Address), Note: i.Kind.Label.ID})
	}
}
