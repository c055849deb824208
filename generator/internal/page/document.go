package page

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/markdown"
	"maklumat/generator/internal/site"
)

// wordsPerMinute is the pace of reading on which the minutes of an article are counted.
const wordsPerMinute = 200

// document fills the page of a document.
func (g *Filling) document(i *site.Item, doc *content.Document) {
	v := g.view
	v.Title = i.Title
	if doc.At("summary").End > 0 { // else it is the first paragraph, which the body shows
		v.Summary = i.Summary
	}
	v.Description = markdown.Shorten(i.Summary, 155)
	for h := range doc.Outline.All() {
		if h.Level <= 3 {
			v.Outline = append(v.Outline, Heading(h))
		}
	}
	v.Doc = g.common(i, doc)
	g.languages(i)
	v.OG.Published, v.OG.Modified = "", ""
	if !i.When().IsZero() {
		v.OG.Type = "article"
		v.OG.Published = rfc3339(i.When(), g.settings.Zone)
		v.OG.Modified = rfc3339(disclosure.Moment{Day: i.LastChange()}, g.settings.Zone)
		if i.LastChange() == i.Day() {
			v.OG.Modified = v.OG.Published
		}
	}
	g.fields(i)
	if kind := kinds[i.Kind.Name]; kind.fill != nil {
		kind.fill(g, i, doc)
		return
	}
	v.Section = i.Address
	v.Crumbs = []Link{g.homeLink()}
	if list := i.Kind.Lists.Address; list != "" {
		g.crumbs(list, Link{Text: g.titleOf(i.Kind.Name), Href: g.href(list)})
		g.listFeeds(i.Kind.Name)
	}
	v.JSONLD = g.schema(cmp.Or(i.Kind.Schema, "WebPage"))
}

// tested fills what the last test of accessibility found, nil when there was none.
func (g *Filling) tested() []Fact {
	a, t := g.read.Accessibility(), g.view.T
	if a == nil {
		return nil
	}
	schemes := make([]string, len(a.Schemes))
	for n, s := range a.Schemes {
		schemes[n] = g.words.List("Schemes")[slices.Index(content.Schemes, s)]
	}
	faults := t["NoFaults"]
	if a.Faults > 0 {
		faults = formatNumber(a.Faults, g.words)
	}
	return []Fact{
		{t["TestedOn"], formatDay(a.Day, g.words).Long}, {t["TestedRules"], t["TestedRulesText"]},
		{t["TestedPages"], formatNumber(a.Pages, g.words)},
		{t["TestedScreens"], strings.Join(a.Widths, ", ") + " px; " + strings.Join(schemes, ", ")},
		{t["TestedTools"], strings.Join(a.Tools, ", ")}, {t["TestedFaults"], faults},
	}
}

// editing fills where a document is edited, and where readers tell what is wrong with it.
func (g *Filling) editing(i *site.Item, d *Doc) {
	r := g.read.Repository()
	if r.Address == "" {
		return
	}
	edit, report := "/edit/", "/issues/new?title="
	if r.GitLab {
		edit, report = "/-/edit/", "/-/issues/new?issue[title]="
	}
	d.Edit = r.Address + edit + r.Branch + "/" + i.Path
	d.Report = r.Address + report + url.QueryEscape(g.view.T["ReportTitle"]+": "+i.Address)
}

func (g *Filling) common(i *site.Item, doc *content.Document) *Doc {
	d := &Doc{
		Kind:       g.kindName(i.Kind),
		Published:  formatMoment(i.When(), g.words, g.settings.Zone),
		Reviewed:   formatDay(i.Reviewed, g.words),
		ReviewedBy: i.ReviewedBy,
		Class:      class(i.Class, g.words),
		Files:      g.files(i, i.Files),
		Changes:    g.changes(i, i.Changes),
		Related:    g.namedAll(i.Path, i.Related),
		Bases:      g.bases(i),
		Minutes:    max(1, (doc.Words+wordsPerMinute/2)/wordsPerMinute),
	}
	g.relations(i, d)
	if n, until := g.read.Views(i.Address); n > 0 {
		d.Views, d.ViewsUntil = formatNumber(n, g.words), formatDay(until, g.words)
	}
	g.editing(i, d)
	if i.Updated > i.Day() {
		d.Updated = formatDay(i.Updated, g.words)
	}
	if i.Unit != "" {
		if u, ok := g.read.Unit(i.Unit); ok {
			link := g.unitLink(u, i.Lang)
			d.Unit = &link
		}
	}
	for _, tag := range i.Tags {
		l := Link{Text: tag}
		slug := content.TagSlug(tag)
		if slug != "" && g.read.Archive().Tags && i.Lang == "id" {
			l.Href = g.href("/tag/" + slug + "/")
		}
		d.Tags = append(d.Tags, l)
	}
	return d
}

// unitLink links a unit's documents, if there is a list of them.
func (g *Filling) unitLink(u content.Unit, lang string) Link {
	l := Link{Text: u.Name}
	if g.read.Archive().Units && lang == "id" {
		l.Href = g.href("/unit/" + u.Slug + "/")
	}
	return l
}

// languages links the versions of a document in other languages: documents of the same
// kind and slug.
func (g *Filling) languages(i *site.Item) {
	original := strings.TrimPrefix(i.Address, "/"+i.Lang+"/")
	var found []Language
	for _, lang := range g.read.Languages() {
		address := "/" + strings.TrimPrefix(original, "/")
		if lang != "id" {
			address = "/" + lang + address
		}
		if at := g.read.At(address); at != nil && at.Address == address && at.Lang == lang {
			found = append(found, g.language(lang, address, at == i))
		}
	}
	if len(found) > 1 {
		g.view.Languages = found
	}
}

// language links the page at an address as the version in a language.
func (g *Filling) language(lang, address string, current bool) Language {
	return Language{
		Lang:    lang,
		Name:    g.languageName(lang),
		Href:    g.href(address),
		Full:    g.full(address),
		Current: current,
	}
}

// languageName is what a language is called by those who speak it.
func (g *Filling) languageName(lang string) string {
	return g.read.Words(lang).Text("LanguageName")
}

// redirect fills the page at an old address.
func (g *Filling) redirect(i *site.Item) {
	v := g.view
	v.Title, v.Target, v.NoIndex = i.Title, g.href(g.job.Target), true
	v.Canonical = g.full(g.job.Target)
	v.Crumbs = []Link{g.homeLink()}
}

// listFeeds links the feeds of a list in the head of a page.
func (g *Filling) listFeeds(name string) {
	l, _ := g.read.ListHead(name)
	if !l.Feed {
		return
	}
	g.view.Feeds = []FeedLink{
		{Title: g.listTitle(l), Type: "application/atom+xml", Href: g.href(l.Address + "feed.xml")},
		{
			Title: g.listTitle(l),
			Type:  "application/feed+json",
			Href:  g.href(l.Address + "feed.json"),
		},
	}
}

// relations fills what ties a document to others, at whichever end it was said.
func (g *Filling) relations(i *site.Item, d *Doc) {
	t := g.view.T
	names := [...]string{
		t["Revokes"], t["RevokedBy"], t["Amends"], t["AmendedBy"], t["Implements"],
		t["ImplementedBy"], t["AnnexOf"], t["Annexes"],
	}
	for _, r := range g.read.Relations(i.Path) {
		link := Link{Text: r.Other.Title, Href: g.href(r.Other.Address)}
		if n := len(d.Relations); n == 0 || d.Relations[n-1].Name != names[r.Sort] {
			d.Relations = append(d.Relations, Relations{Name: names[r.Sort]})
		}
		last := &d.Relations[len(d.Relations)-1]
		last.Links = append(last.Links, link)
		if r.Sort == site.RevokedBy {
			d.RevokedBy = append(d.RevokedBy, link)
		}
	}
	d.Revoked = g.read.IsRevoked(i)
}

// bases are where what a document says of the law stands.
func (g *Filling) bases(i *site.Item) []Link {
	var out []Link
	t := g.view.T
	known := map[string]string{
		"teks": t["BasisText"], "abstrak": t["BasisAbstract"], "ingatan": t["BasisMemory"],
	}
	for _, b := range i.Bases {
		l := Link{Text: b.Instrument.Target, Note: known[b.Source]}
		if content.IsSlug(b.Instrument.Target) {
			if item := g.read.Named(i.Path, b.Instrument); item != nil {
				l.Text, l.Href = cmp.Or(item.Instrument.Short, item.Title), g.href(item.Address)
			}
		}
		if b.Article != "" {
			l.Text = g.words.Text("ArticleOf", b.Article, l.Text)
		}
		out = append(out, l)
	}
	return out
}
