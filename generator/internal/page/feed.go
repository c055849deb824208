package page

import (
	"encoding/json"
	"encoding/xml"
	"strings"

	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/site"
)

// Text returns the bytes of a Job that has no layout: a feed, a part of the sitemap, or
// robots.txt.
func (f *Filler) Text(r *site.Reader, job *Job) []byte {
	g := f.filling(r, job, "id")
	g.view = &View{T: g.words.Texts}
	switch job.Sort {
	case Atom:
		return g.atom()
	case JSONFeed:
		return g.jsonFeed()
	case Sitemap:
		return g.sitemap()
	case SitemapIndex:
		return g.sitemapIndex()
	case Export:
		return exports[job.Layout](g)
	}
	return []byte("User-agent: *\nAllow: /\nSitemap: " + g.full("/sitemap.xml") + "\n")
}

type atomFeed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang    string      `xml:"xml:lang,attr"`
	Title   string      `xml:"title"`
	ID      string      `xml:"id"`
	Updated string      `xml:"updated"`
	Links   []atomLink  `xml:"link"`
	Author  string      `xml:"author>name"`
	Entries []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	Title     string     `xml:"title"`
	ID        string     `xml:"id"`
	Link      atomLink   `xml:"link"`
	Published string     `xml:"published"`
	Updated   string     `xml:"updated"`
	Summary   string     `xml:"summary,omitempty"`
	Category  []atomTerm `xml:"category"`
}

type atomTerm struct {
	Term string `xml:"term,attr"`
}

// feedTitle is the name of a feed.
func (g *Filling) feedTitle() string {
	return g.settings.Short + ": " + g.titleOf(g.job.List)
}

func (g *Filling) modified(i *site.Item) string {
	if last := i.LastChange(); last != i.Day() {
		return rfc3339(disclosure.Moment{Day: last}, g.settings.Zone)
	}
	return rfc3339(i.When(), g.settings.Zone)
}

func (g *Filling) atom() []byte {
	page := g.full("/" + strings.TrimSuffix(g.job.Path, "feed.xml"))
	feed := atomFeed{Lang: g.lang, Title: g.feedTitle(), ID: page, Author: g.settings.Title}
	feed.Links = []atomLink{
		{"self", "application/atom+xml", page + "feed.xml"},
		{"alternate", "text/html", page},
	}
	for _, i := range g.read.Newest(g.job.List) {
		e := atomEntry{
			Title:     i.Title,
			ID:        g.full(i.Address),
			Link:      atomLink{"alternate", "text/html", g.full(i.Address)},
			Published: rfc3339(i.When(), g.settings.Zone),
			Updated:   g.modified(i),
			Summary:   i.Summary,
		}
		for _, tag := range i.Tags {
			e.Category = append(e.Category, atomTerm{tag})
		}
		feed.Updated = max(feed.Updated, e.Updated)
		feed.Entries = append(feed.Entries, e)
	}
	return encodeXML(feed)
}

// encodeXML writes v with the XML declaration. What XML 1.0 cannot hold is replaced.
func encodeXML(v any) []byte {
	out, err := xml.Marshal(v)
	if err != nil {
		panic("page: encode XML: " + err.Error()) // of our own types, so never
	}
	return append([]byte(xml.Header), append(out, '\n')...)
}

type jsonFeed struct {
	Version  string     `json:"version"`
	Title    string     `json:"title"`
	Home     string     `json:"home_page_url"`
	Self     string     `json:"feed_url"`
	Language string     `json:"language"`
	Items    []jsonItem `json:"items"`
}

type jsonItem struct {
	ID        string   `json:"id"`
	URL       string   `json:"url"`
	Title     string   `json:"title"`
	Text      string   `json:"content_text"`
	Published string   `json:"date_published"`
	Modified  string   `json:"date_modified"`
	Tags      []string `json:"tags,omitempty"`
}

func (g *Filling) jsonFeed() []byte {
	page := g.full("/" + strings.TrimSuffix(g.job.Path, "feed.json"))
	feed := jsonFeed{
		Version:  "https://jsonfeed.org/version/1.1",
		Title:    g.feedTitle(),
		Home:     page,
		Self:     page + "feed.json",
		Language: g.lang,
	}
	for _, i := range g.read.Newest(g.job.List) {
		feed.Items = append(feed.Items, jsonItem{
			ID: g.full(i.Address), URL: g.full(i.Address), Title: i.Title, Text: i.Summary,
			Published: rfc3339(i.When(), g.settings.Zone), Modified: g.modified(i), Tags: i.Tags,
		})
	}
	out, err := json.Marshal(feed)
	if err != nil {
		panic("page: encode JSON: " + err.Error()) // of our own types, so never
	}
	return append(out, '\n')
}

type urlSet struct {
	XMLName xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	URLs    []place  `xml:"url"`
}

type sitemapIndex struct {
	XMLName xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 sitemapindex"`
	Parts   []place  `xml:"sitemap"`
}

type place struct {
	Loc     string `xml:"loc"`
	LastMod string `xml:"lastmod,omitempty"`
}

// sitemap lists the documents of one list. Documents without a page of their own are on
// the page of their register.
func (g *Filling) sitemap() []byte {
	var set urlSet
	if g.job.List == "halaman" {
		addresses := []string{"/", "/cari/"}
		if g.read.English() != nil {
			addresses = append(addresses, site.EnglishHome)
		}
		for _, address := range addresses {
			set.URLs = append(set.URLs, place{Loc: g.full(address)})
		}
		for _, l := range g.read.ByKind() {
			if l.Address != "" {
				set.URLs = append(set.URLs, place{Loc: g.full(l.Address)})
			}
		}
	}
	for _, i := range g.read.List(g.job.List).Items {
		if i.OwnPage() {
			set.URLs = append(set.URLs, place{g.full(i.Address), i.LastChange().String()})
		}
	}
	return encodeXML(set)
}

func (g *Filling) sitemapIndex() []byte {
	var index sitemapIndex
	for list := range g.read.Shape().Lists() {
		name := SitemapName(&list)
		if name == "" {
			continue
		}
		l := g.read.List(list.Name)
		var last disclosure.Day
		for _, i := range l.Items {
			last = max(last, i.LastChange())
		}
		index.Parts = append(index.Parts, place{g.full("/" + name), last.String()})
	}
	return encodeXML(index)
}
