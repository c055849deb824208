package page

import (
	"fmt"
	"net/url"
	"slices"
	"strconv"
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
	switch {
	case i.News != nil:
		g.news(i)
	case i.Announcement != nil:
		g.announcement(i)
	case i.Procedure != nil:
		g.procedure(i)
	case i.Entry != nil:
		g.entry(i, doc)
	case i.Instrument != nil:
		g.instrument(i)
	case i.Report != nil:
		g.report(i)
	default:
		v.Section = i.Address
		v.Crumbs = []Link{g.homeLink()}
		v.JSONLD = g.schema("WebPage")
		g.data(i)
	}
}

// data fills the data of the site that a plain page shows besides its text.
func (g *Filling) data(i *site.Item) {
	v := g.view
	switch i.Layout {
	case "tenggat":
		v.Deadlines = &Deadlines{}
		v.Deadlines.Heads, v.Deadlines.Rows = g.deadlines()
		for _, h := range v.Outline {
			if number, text, ok := strings.Cut(h.Text, ". "); ok && h.Level == 2 && len(number) == 1 && number[0] >= '0' && number[0] <= '9' {
				v.Deadlines.Steps = append(v.Deadlines.Steps, Link{Text: text, Note: number, Href: "#" + h.ID})
			}
		}
		g.strip()
	case "kalkulator":
		v.Calculator = g.calculator()
	case "formulir":
		v.Form = g.form(i.Form)
	case "data-terbuka":
		v.OpenData = g.openData()
	case "aksesibilitas":
		v.Tested = g.tested()
	}
}

// tested fills what the last test of accessibility found, nil when there was none.
func (g *Filling) tested() []Fact {
	a, t := g.read.Accessibility(), g.view.T
	if a == nil {
		return nil
	}
	schemes := make([]string, len(a.Schemes))
	for n, s := range a.Schemes {
		schemes[n] = t.Schemes[slices.Index(content.Schemes, s)]
	}
	faults := t.NoFaults
	if a.Faults > 0 {
		faults = formatNumber(a.Faults, g.lang)
	}
	return []Fact{
		{t.TestedOn, formatDay(a.Day, g.lang).Long}, {t.TestedRules, t.TestedRulesText},
		{t.TestedPages, formatNumber(a.Pages, g.lang)}, {t.TestedScreens, strings.Join(a.Widths, ", ") + " px; " + strings.Join(schemes, ", ")},
		{t.TestedTools, strings.Join(a.Tools, ", ")}, {t.TestedFaults, faults},
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
	d.Report = r.Address + report + url.QueryEscape(g.view.T.ReportTitle+": "+i.Address)
}

func (g *Filling) common(i *site.Item, doc *content.Document) *Doc {
	d := &Doc{
		Kind:      i.Kind.Label.ID,
		Published: formatMoment(i.When(), g.lang, g.settings.Zone),
		Reviewed:  formatDay(i.Reviewed, g.lang), ReviewedBy: i.ReviewedBy,
		Class: class(i.Class, g.lang), Files: g.files(i, i.Files), Changes: g.changes(i, i.Changes),
		Related: g.namedAll(i.Path, i.Related), Minutes: max(1, (doc.Words+wordsPerMinute/2)/wordsPerMinute),
	}
	if g.lang == "en" {
		d.Kind = i.Kind.Label.EN
	}
	g.relations(i, d)
	if n, until := g.read.Views(i.Address); n > 0 {
		d.Views, d.ViewsUntil = formatNumber(n, g.lang), formatDay(until, g.lang)
	}
	g.editing(i, d)
	if i.Updated > i.Day() {
		d.Updated = formatDay(i.Updated, g.lang)
	}
	if i.Unit != "" {
		if u, ok := g.read.Unit(i.Unit); ok {
			d.Unit = &Link{Text: u.Name}
			if g.read.Archive().Units && i.Lang == "id" {
				d.Unit.Href = g.href("/unit/" + u.Slug + "/")
			}
		}
	}
	for _, tag := range i.Tags {
		l := Link{Text: tag}
		if slug := string(markdown.Slug([]byte(tag))); slug != "" && g.read.Archive().Tags && i.Lang == "id" {
			l.Href = g.href("/tag/" + slug + "/")
		}
		d.Tags = append(d.Tags, l)
	}
	return d
}

// languages links the versions of a document in other languages: documents of the same
// kind and slug.
func (g *Filling) languages(i *site.Item) {
	original := strings.TrimPrefix(i.Address, "/en")
	versions := []Language{{Lang: "id", Name: "Bahasa Indonesia", Href: original}, {Lang: "en", Name: "English", Href: "/en" + original}}
	var found []Language
	for _, l := range versions {
		if at := g.read.At(l.Href); at != nil && at.Address == l.Href && at.Lang == l.Lang {
			l.Full, l.Href, l.Current = g.full(l.Href), g.href(l.Href), at == i
			found = append(found, l)
		}
	}
	if len(found) > 1 {
		g.view.Languages = found
	}
}

// redirect fills the page at an old address.
func (g *Filling) redirect(i *site.Item) {
	v := g.view
	v.Title, v.Target, v.NoIndex = i.Title, g.href(g.job.Target), true
	v.Canonical = g.full(g.job.Target)
	v.Crumbs = []Link{g.homeLink()}
}

func (g *Filling) news(i *site.Item) {
	n, v, frame := i.News, g.view, g.settings
	year := strconv.Itoa(i.Day().Year())
	g.crumbs("/berita/", Link{Text: v.T.News, Href: g.href("/berita/")}, Link{Text: year, Href: g.href("/berita/" + year + "/")})
	out := &News{Byline: n.Byline, OriginalTitle: n.Original, EventDate: formatDay(n.EventDate, g.lang)}
	if out.Byline == "" {
		out.Byline = frame.Byline
	}
	if c, ok := g.read.Category(n.Category); ok {
		out.Category = Link{Text: c.Name}
		if g.lang == "id" && g.read.Archive().Categories {
			out.Category.Href = g.href("/berita/kategori/" + c.Slug + "/")
		}
	}
	if n.Town != "" {
		out.Dateline = n.Town
		if n.Source != "" {
			out.Dateline += ", " + n.Source
		}
	}
	for k, photo := range n.Photos {
		file, ok := g.read.File(i.Path, photo.Src)
		if !ok {
			continue
		}
		if p := g.picture(file, photo.Alt, k > 0); p != nil {
			p.Caption, p.Credit = photo.Caption, photo.Credit
			out.Photos = append(out.Photos, *p)
		}
	}
	if len(out.Photos) > 0 {
		p := out.Photos[0]
		v.OG.Image, v.OG.ImageAlt, v.OG.Width, v.OG.Height = g.origin+largestVersion(p), p.Alt, p.Width, p.Height
	}
	if n.Views > 0 {
		out.Views, out.ViewsDate = formatNumber(n.Views, g.lang), formatDay(n.ViewsDate, g.lang)
	}
	out.Share = share(v.Title, v.Canonical, g.lang)
	v.News = out
	ld := g.schema("NewsArticle")
	ld.Dateline, ld.Author, ld.ArticleSection = out.Dateline, &Schema{Type: "Organization", Name: out.Byline}, out.Category.Text
	v.JSONLD = ld
	g.listFeeds("berita")
}

// largestVersion returns the address of the widest version of a picture.
func largestVersion(p Picture) string {
	if p.Srcset == "" {
		return p.Src
	}
	last := p.Srcset[strings.LastIndex(p.Srcset, ", ")+2:]
	address, _, _ := strings.Cut(last, " ")
	return address
}

// share returns plain links with which readers pass a page on. WhatsApp is first, because
// that is what they use.
func share(title, address, lang string) []Link {
	mail := "Surel"
	if lang == "en" {
		mail = "E-mail"
	}
	t, a := query(title), query(address)
	return []Link{
		{Text: "WhatsApp", Href: "https://wa.me/?text=" + t + "%20" + a},
		{Text: "Telegram", Href: "https://t.me/share/url?url=" + a + "&text=" + t},
		{Text: "Facebook", Href: "https://www.facebook.com/sharer/sharer.php?u=" + a},
		{Text: "X", Href: "https://x.com/intent/post?text=" + t + "&url=" + a},
		{Text: mail, Href: "mailto:?subject=" + t + "&body=" + a},
	}
}

func (g *Filling) announcement(i *site.Item) {
	a, v := i.Announcement, g.view
	g.crumbs("/pengumuman/", Link{Text: v.T.Announcements, Href: g.href("/pengumuman/")})
	v.Notice = &Notice{
		Number: a.Number, Until: formatMoment(a.Until, g.lang, g.settings.Zone), Ended: i.Ended, Immediate: a.Immediate,
	}
	names := []string{v.T.Hazard, v.T.Affected, v.T.Evacuation, v.T.Avoid, v.T.Help, v.T.Announcer, v.T.AnnounceHow, v.T.Measures}
	for n, text := range a.Facts {
		if text != "" {
			v.Notice.Facts = append(v.Notice.Facts, Fact{names[n], text})
		}
	}
	v.JSONLD = g.schema("Article")
	g.listFeeds("pengumuman")
}

func (g *Filling) entry(i *site.Item, doc *content.Document) {
	e, v, t := i.Entry, g.view, g.view.T
	year := strconv.Itoa(site.EntryYear(i))
	g.crumbs("/informasi/", Link{Text: t.Register, Href: g.href("/informasi/")}, Link{Text: year, Href: g.href("/informasi/" + year + "/")})
	out := &Entry{Nil: e.Nil, Revisions: g.changes(i, e.Revisions), Summary: i.Summary, Request: v.Site.Request}
	add := func(name, text string) {
		if text != "" {
			out.Details = append(out.Details, Fact{name, text})
		}
	}
	add(t.Number, e.Number)
	if v.Doc.Class != nil {
		add(t.Class, v.Doc.Class.Text)
	}
	if e.Year > 0 {
		add(t.Period, period(e, g.lang))
	}
	add(t.Responsible, e.Responsible)
	add(t.Made, e.Place+", "+formatDay(e.Made, g.lang).Long)
	add(t.Forms, strings.Join(e.Forms, ", "))
	add(t.Retention, e.Retention)
	if v.Doc.Reviewed.ISO != "" {
		add(t.Reviewed, v.Doc.Reviewed.Long+", "+i.ReviewedBy)
		out.Details[len(out.Details)-1].Text = strings.TrimSuffix(out.Details[len(out.Details)-1].Text, ", ")
	}
	out.Preview = g.preview(i)
	out.Body = doc.Words > 0
	out.Citation = v.Site.Title + ". " + i.Title + ". " + formatDay(i.Day(), g.lang).Long + ". " + v.Canonical
	v.Entry = out
	ld := g.schema("DigitalDocument")
	for _, f := range v.Doc.Files {
		ld.Encoding = append(ld.Encoding, Schema{Type: "MediaObject", ContentURL: g.origin + f.Href, EncodingFormat: mediaTypes[f.Type]})
	}
	v.JSONLD = ld
	g.listFeeds("informasi")
}

func (g *Filling) instrument(i *site.Item) {
	n, v, t := i.Instrument, g.view, g.view.T
	g.crumbs("/regulasi/", Link{Text: t.Instruments, Href: g.href("/regulasi/")})
	out := &Instrument{Status: g.status(i), Official: n.URL}
	out.StatusText = statuses[out.Status]
	out.Details = []Fact{{Name: n.Type, Text: t.Number + " " + n.Number + " (" + strconv.Itoa(n.Year) + ")"}}
	if n.InForce != 0 {
		out.Details = append(out.Details, Fact{t.InForce, formatDay(n.InForce, g.lang).Long})
	}
	v.Instrument = out
	v.JSONLD = g.schema("Legislation")
}

// listFeeds links the feeds of a list in the head of a page.
func (g *Filling) listFeeds(name string) {
	l, _ := g.read.ListHead(name)
	if !l.Feed {
		return
	}
	g.view.Feeds = []FeedLink{
		{Title: g.listTitle(l), Type: "application/atom+xml", Href: g.href(l.Address + "feed.xml")},
		{Title: g.listTitle(l), Type: "application/feed+json", Href: g.href(l.Address + "feed.json")},
	}
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
			p.Shown = fmt.Sprintf(g.view.T.RowsShown, formatNumber(len(rows), g.lang), formatNumber(b.Info.Rows, g.lang))
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

// relations fills what ties a document to others, at whichever end it was said.
func (g *Filling) relations(i *site.Item, d *Doc) {
	t := g.view.T
	names := [...]string{t.Revokes, t.RevokedBy, t.Amends, t.AmendedBy, t.Implements, t.ImplementedBy, t.AnnexOf, t.Annexes}
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

// status is how a legal instrument stands, whoever says so.
func (g *Filling) status(i *site.Item) string {
	switch {
	case g.read.IsRevoked(i):
		return "dicabut"
	case g.read.IsAmended(i):
		return "diubah"
	}
	return i.Instrument.Status
}
