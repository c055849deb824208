package page

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/site"
)

// listTitle is the heading of a list's pages.
func (g *Filling) listTitle(l site.ListHead) string {
	t := g.words.Texts
	switch l.Sort {
	case site.ByYear:
		return t["News"] + " " + l.Label
	case site.ByMonth:
		return t["News"] + " " + monthName(l.Label, g.words)
	case site.ByCategory:
		if c, ok := g.read.Category(l.Label); ok {
			return t["News"] + ": " + c.Name
		}
	case site.ByTag:
		return t["TagTitle"] + l.Label
	case site.ByUnit:
		if u, ok := g.read.Unit(l.Label); ok {
			return u.Name
		}
	case site.ByFacets:
		return g.facetTitle(l.Facets)
	case site.ByClass:
		c, _ := disclosure.ParseCategory(l.Label)
		return g.words.Text("ClassTitle", strings.ToLower(class(c, g.words).Text))
	}
	if l.Kind != nil {
		return g.kindTitle(l.Kind)
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
	page := g.read.ListPage(name, job.Number)
	items := page.Items
	v.Title = g.listTitle(l)
	out := &List{Kind: l.Name, Number: job.Number, Empty: len(items) == 0}
	g.pager(l, page.Older, out)
	first := job.Number == 0
	if !first {
		v.Title += ", " + strings.ToLower(v.T["PageOf"]) + " " + strconv.Itoa(job.Number)
	}
	month := ""
	for _, i := range items {
		r := g.row(i)
		if l.Kind == nil || !l.Kind.Lists.Grouped {
			r.Group = ""
		}
		if l.Sort == site.ByYear && i.News != nil {
			if m := i.Day().String()[:7]; m != month {
				month, r.Group = m, monthName(m, g.words)
			}
		}
		out.Rows = append(out.Rows, r)
	}
	kind, _, nested := strings.Cut(l.Name, "/")
	g.section(l, kind, nested)
	if first {
		g.facets(l, kind, out)
		out.Total = formatNumber(page.Total, g.words)
		if len(items) < page.Total {
			out.Range = "1–" + formatNumber(len(items), g.words)
		}
		if l.Kind == nil || !l.Kind.Lists.Dated {
			v.Description = v.Title + ": " + out.Total + " " + strings.ToLower(v.T["Documents"]) +
				"."
		}
	}
	if l.Kind != nil && l.Kind.Lists.Grouped {
		group(out.Rows)
	}
	if first {
		v.Lead = g.words.Text("lead_"+l.Name, v.Site.Short)
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
			g.view.Crumbs = append(g.view.Crumbs, Link{
				Text: g.listTitle(root),
				Href: g.href(root.Address),
			})
		}
	}
	if l.Sort == site.ByMonth {
		year := l.Name[:strings.LastIndexByte(l.Name, '/')]
		g.view.Crumbs = append(g.view.Crumbs, Link{
			Text: year[len(kind)+1:],
			Href: g.href("/" + year + "/"),
		})
	}
	if g.job.Number > 0 {
		g.view.Crumbs = append(g.view.Crumbs, Link{Text: g.listTitle(l), Href: g.href(l.Address)})
	}
}

// pager links a page to those before and after it.
func (g *Filling) pager(l site.ListHead, newest int, out *List) {
	number, last := g.job.Number, g.job.Last
	switch {
	case number == 0:
		if newest > 0 {
			out.Older = g.href(site.PageAddress(l.Address, newest))
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
func (g *Filling) facets(l site.ListHead, kind string, out *List) {
	t := g.view.T
	add := func(name string, lists []site.Child, text func(site.ListHead) string) {
		f := Facet{Name: name, Current: t["All"]}
		for _, sub := range lists {
			link := Link{
				Text:    text(sub.ListHead),
				Href:    g.href(sub.Address),
				Note:    formatNumber(sub.Items, g.words),
				Current: sub.ListHead == l,
			}
			if link.Current {
				f.Current = link.Text
			}
			f.Links = append(f.Links, link)
		}
		if len(f.Links) > 0 {
			out.Facets = append(out.Facets, f)
		}
	}
	label := func(l site.ListHead) string { return l.Label }
	switch {
	case l.Sort == site.ByYear:
		add(t["Months"], g.read.Children(l.Name, site.ByMonth), func(l site.ListHead) string {
			return monthName(l.Label, g.words)
		})
	case l.Kind != nil && l.Kind.Lists.Dated:
		// Only here: on every year's page, the counts would make one new article touch
		// as many pages as there are years.
		add(t["Years"], newestYears(g.read, kind), label)
		add(t["Categories"], g.read.Children(kind+"/kategori", site.ByCategory),
			func(l site.ListHead) string {
				c, _ := g.read.Category(l.Label)
				return c.Name
			})
	case l.Sort == site.ByFacets || l.Kind != nil && l.Kind.Lists.Faceted:
		g.registerFacets(l, out)
	}
}

// newestYears returns the lists of a kind by year, the newest first.
func newestYears(r *site.Reader, kind string) []site.Child {
	years := r.Children(kind, site.ByYear)
	slices.Reverse(years)
	return years
}

// group sorts rows by their group and number, and leaves the group's name on its first.
func group(rows []Row) {
	slices.SortStableFunc(rows, func(a, b Row) int {
		return cmp.Or(a.rank-b.rank, strings.Compare(a.Group, b.Group),
			strings.Compare(a.order, b.order))
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
		v.Title, v.NoIndex, v.Section = t["NotFound"], true, ""
		g.home()
		v.Title = t["NotFound"]
		v.JSONLD = nil
	case "cari":
		v.Title = t["Search"]
		v.Section = "/cari/"
		g.letters()
	}
}

func (g *Filling) home() {
	v := g.view
	h := g.face().Home
	out := &Home{Question: h.Question, AllFiles: g.href("/informasi/"), AllNews: g.href("/berita/")}
	for _, a := range h.Examples {
		if l, ok := g.resolved(a); ok {
			out.Examples = append(out.Examples, l)
		}
	}
	for _, task := range h.Tasks {
		if l, ok := g.resolved(task.Anchor); ok {
			l.Note = g.withDeadlines(task.Fact)
			out.Tasks = append(out.Tasks, l)
		}
	}
	if guide := g.read.At(requestGuide); guide != nil && guide.Layout == "tenggat" &&
		v.Site.Request != "" {
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
	for _, home := range [][2]string{{"id", "/"}, {"en", site.EnglishHome}} {
		g.view.Languages = append(g.view.Languages, g.language(home[0], home[1], home[0] == g.lang))
	}
}

func (g *Filling) newest(list string, n int) []*site.Item {
	items := g.read.Newest(list)
	return items[:min(n, len(items))]
}

// indexed returns the lists whose documents are in the index: of all kinds but those that are
// found by their date or have no pages.
func (g *Filling) indexed() []string {
	var lists []string
	heads := slices.DeleteFunc(g.read.ByKind(), func(l site.ListHead) bool {
		return l.Kind == nil || l.Kind.Lists.Dated || strings.Contains(l.Kind.Address, "#")
	})
	slices.SortStableFunc(heads, func(a, b site.ListHead) int { return a.Kind.Rank - b.Kind.Rank })
	for _, l := range heads {
		lists = append(lists, l.Name)
	}
	return lists
}

// letters fills the index of all documents but news.
func (g *Filling) letters() {
	var all []*site.Item
	for _, l := range g.indexed() {
		for _, i := range g.read.List(l).Items {
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
		last.Rows = append(last.Rows, Row{
			Title: i.Title,
			Href:  g.href(i.Address),
			Note:  g.kindName(i.Kind),
		})
	}
}
