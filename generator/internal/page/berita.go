package page

import (
	"strconv"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/site"
)

// A News is what a news item has besides its body.
type News struct {
	Category      Link
	Dateline      string
	EventDate     When
	Byline        string
	Photos        []Picture
	Share         []Link
	Views         string
	ViewsDate     When
	OriginalTitle string
}

func (g *Filling) news(i *site.Item, _ *content.Document) {
	n, v, frame := i.News, g.view, g.settings
	year := strconv.Itoa(i.Day().Year())
	g.crumbs("/berita/", Link{Text: v.T["News"], Href: g.href("/berita/")},
		Link{Text: year, Href: g.href("/berita/" + year + "/")})
	out := &News{
		Byline:        n.Byline,
		OriginalTitle: n.Original,
		EventDate:     formatDay(n.EventDate, g.words),
	}
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
		v.OG.Image, v.OG.ImageAlt = g.origin+p.largest, p.Alt
		v.OG.Width, v.OG.Height = p.Width, p.Height
	}
	if n.Views > 0 {
		out.Views, out.ViewsDate = formatNumber(n.Views, g.words), formatDay(n.ViewsDate, g.words)
	}
	out.Share = share(v.Title, v.Canonical, g.words)
	v.News = out
	ld := g.schema("NewsArticle")
	ld.Dateline, ld.ArticleSection = out.Dateline, out.Category.Text
	ld.Author = &Schema{Type: "Organization", Name: out.Byline}
	v.JSONLD = ld
	g.listFeeds("berita")
}

// share returns plain links with which readers pass a page on. WhatsApp is first, because
// that is what they use.
func share(title, address string, w *content.Words) []Link {
	t, a := query(title), query(address)
	return []Link{
		{Text: "WhatsApp", Href: "https://wa.me/?text=" + t + "%20" + a},
		{Text: "Telegram", Href: "https://t.me/share/url?url=" + a + "&text=" + t},
		{Text: "Facebook", Href: "https://www.facebook.com/sharer/sharer.php?u=" + a},
		{Text: "X", Href: "https://x.com/intent/post?text=" + t + "&url=" + a},
		{Text: w.Texts["Email"], Href: "mailto:?subject=" + t + "&body=" + a},
	}
}

// newsRow fills the line of a list.
func (g *Filling) newsRow(i *site.Item, r *Row) {
	if c, ok := g.read.Category(i.News.Category); ok {
		r.Note = c.Name
	}
}
