package page

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"maklumat/generator/internal/site"
)

// readXML reads an output as XML into v, which it must be.
func (m *built) readXML(path string, v any) {
	m.t.Helper()
	if err := xml.Unmarshal([]byte(m.text(path)), v); err != nil {
		m.t.Fatalf("%s: %v", path, err)
	}
}

// readJSON reads an output as JSON into v, which it must be.
func (m *built) readJSON(path string, v any) {
	m.t.Helper()
	if err := json.Unmarshal([]byte(m.text(path)), v); err != nil {
		m.t.Fatalf("%s: %v", path, err)
	}
}

// A readFeed is what feed readers take from an Atom feed.
type readFeed struct {
	XMLName xml.Name
	Lang    string `xml:"http://www.w3.org/XML/1998/namespace lang,attr"`
	Title   string `xml:"title"`
	ID      string `xml:"id"`
	Updated string `xml:"updated"`
	Author  string `xml:"author>name"`
	Links   []struct {
		Rel  string `xml:"rel,attr"`
		Href string `xml:"href,attr"`
	} `xml:"link"`
	Entries []struct {
		Title     string `xml:"title"`
		ID        string `xml:"id"`
		Published string `xml:"published"`
		Updated   string `xml:"updated"`
		Summary   string `xml:"summary"`
		Link      struct {
			Href string `xml:"href,attr"`
		} `xml:"link"`
		Category []struct {
			Term string `xml:"term,attr"`
		} `xml:"category"`
	} `xml:"entry"`
}

// TestAtom reads the feed of news as feed readers do: it is namespaced, each entry has an id of
// its own and times of RFC 3339, and the feed is as new as its newest entry.
func TestAtom(t *testing.T) {
	var feed readFeed
	build(t).readXML("berita/feed.xml", &feed)
	if feed.XMLName.Space != "http://www.w3.org/2005/Atom" || feed.Lang != "id" ||
		feed.Author != "Badan Contoh" {
		t.Errorf("the feed is %+v", feed)
	}
	if got := feed.Links[0].Rel + " " +
		feed.Links[0].Href; got != "self https://badan.example/ppid/berita/feed.xml" {
		t.Errorf("the feed is at %s", got)
	}
	if feed.ID != "https://badan.example/ppid/berita/" ||
		feed.Title != "BC: "+shipped(t)["id"].Text("News") {
		t.Errorf("the feed is called %s, %s", feed.ID, feed.Title)
	}
	newest, ids := "", map[string]bool{}
	for _, e := range feed.Entries {
		ids[e.ID] = true
		newest = max(newest, e.Updated)
		for _, moment := range []string{e.Published, e.Updated} {
			if _, err := time.Parse(time.RFC3339, moment); err != nil {
				t.Errorf("%s: %v", e.Title, err)
			}
		}
		if e.Updated < e.Published || e.Link.Href != e.ID {
			t.Errorf("%+v", e)
		}
	}
	if len(ids) != 6 || feed.Updated != newest {
		t.Errorf("%d entries, updated %s, the newest %s", len(ids), feed.Updated, newest)
	}
	first := feed.Entries[0]
	if first.Title != "Berita lima & <kawan>" || first.Published != "2026-03-01T07:15:00+08:00" ||
		first.Summary != "Ringkasan berita lima." || first.Category[0].Term != "anggaran" {
		t.Errorf("the first entry is %+v", first)
	}
}

// TestJSONFeed holds that the other feed says the same.
func TestJSONFeed(t *testing.T) {
	m := build(t)
	var atom readFeed
	var feed struct {
		Version, Title, Language string
		Self                     string `json:"feed_url"`
		Items                    []struct {
			ID, URL, Title string
			Published      string `json:"date_published"`
			Modified       string `json:"date_modified"`
		}
	}
	m.readXML("berita/feed.xml", &atom)
	m.readJSON("berita/feed.json", &feed)
	if feed.Version != "https://jsonfeed.org/version/1.1" || feed.Title != atom.Title ||
		feed.Language != "id" ||
		feed.Self != "https://badan.example/ppid/berita/feed.json" ||
		len(feed.Items) != len(atom.Entries) {
		t.Fatalf("the feed is %+v", feed)
	}
	for i, item := range feed.Items {
		e := atom.Entries[i]
		if item.ID != e.ID || item.URL != e.ID || item.Title != e.Title ||
			item.Published != e.Published || item.Modified != e.Updated {
			t.Errorf("%+v, in the other feed %+v", item, e)
		}
	}
}

// TestFeedIsShort holds that a feed has the newest documents of a list and no more.
func TestFeedIsShort(t *testing.T) {
	changes := change{}
	for n := range site.Newest + 5 {
		changes[fmt.Sprintf("content/pengumuman/x%02d.md",
			n)] = fmt.Sprintf("---\ntitle: X%02d\ndate: 2026-02-%02d\nsummary: S.\n---\nIsi.\n", n,
			n+1)
	}
	var feed readFeed
	build(t, changes).readXML("pengumuman/feed.xml", &feed)
	if len(feed.Entries) != site.Newest || feed.Entries[0].Title != "Layanan pindah" ||
		feed.Entries[1].Title != "X24" {
		t.Errorf("%d entries, the first %s, then %s", len(feed.Entries), feed.Entries[0].Title,
			feed.Entries[1].Title)
	}
}

// A readMap is what search engines take from a sitemap or its index.
type readMap struct {
	URLs  []readPlace `xml:"url"`
	Parts []readPlace `xml:"sitemap"`
}

type readPlace struct {
	Loc     string `xml:"loc"`
	LastMod string `xml:"lastmod"`
}

// TestSitemap holds that the sitemaps in the index have every document that search engines may
// show, once, and nothing that is not planned.
func TestSitemap(t *testing.T) {
	m := build(t)
	var index readMap
	m.readXML("sitemap.xml", &index)
	const here = "https://badan.example/ppid/"
	listed := map[string]int{}
	for _, part := range index.Parts {
		var urls readMap
		m.readXML(strings.TrimPrefix(part.Loc, here), &urls)
		if len(urls.URLs) == 0 {
			t.Errorf("%s is empty", part.Loc)
		}
		newest := ""
		for _, u := range urls.URLs {
			listed[u.Loc]++
			newest = max(newest, u.LastMod)
			if m.job(output("/"+strings.TrimPrefix(u.Loc, here))) == nil {
				t.Errorf("%s leads to %s, which is not planned", part.Loc, u.Loc)
			}
		}
		if part.LastMod != newest {
			t.Errorf("%s changed on %s, its newest document on %s", part.Loc, part.LastMod, newest)
		}
	}
	for _, i := range m.site.Items {
		want := 1
		if !i.OwnPage() {
			want = 0
		}
		if n := listed[here+i.Address[1:]]; n != want {
			t.Errorf("%s is listed %d times, want %d", i.Address, n, want)
		}
	}
	for _, address := range []string{"", "cari/", "en/", "berita/", "informasi/", "inovasi/"} {
		if listed[here+address] != 1 {
			t.Errorf("/%s is listed %d times", address, listed[here+address])
		}
	}
}

// TestRobots holds that robots may look at everything, and find the sitemap.
func TestRobots(t *testing.T) {
	const want = "User-agent: *\nAllow: /\nSitemap: https://badan.example/ppid/sitemap.xml\n"
	if got := build(t).text("robots.txt"); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestSchema holds that what search engines read of a page is of its type, and has the page's
// place on the site.
func TestSchema(t *testing.T) {
	m := build(t)
	for path, want := range map[string]string{
		"index.html":                   "GovernmentOrganization",
		"profil/index.html":            "WebPage",
		"berita/2026/lima/index.html":  "NewsArticle",
		"pengumuman/banjir/index.html": "Article",
		"regulasi/uu-baru/index.html":  "Legislation",
		"laporan/2025/index.html":      "Report",
		"dokumen/anggaran/index.html":  "DigitalDocument",
		"sop/permintaan/index.html":    "HowTo",
		"inovasi/log/index.html":       "WebPage",
		"berita/index.html":            "CollectionPage",
		"keterbukaan/index.html":       "WebPage",
	} {
		graph, ok := m.page(path).JSONLD.(Graph)
		if !ok || graph.Context != "https://schema.org" || graph.Graph[0].Type != want {
			t.Errorf("%s: %+v, want %s", path, graph, want)
			continue
		}
		if path == "index.html" {
			continue
		}
		trail := graph.Graph[1].Trail
		if trail[0].Item != "https://badan.example/ppid/" ||
			trail[len(trail)-1].Item != m.page(path).Canonical ||
			trail[len(trail)-1].Position != len(trail) {
			t.Errorf("%s: the trail is %+v", path, trail)
		}
	}
	article := m.page("berita/2026/lima/index.html").JSONLD.(Graph).Graph[0]
	if article.Headline != "Berita lima & <kawan>" ||
		article.Dateline != "Kota Contoh, badan.example" || article.Author.Name != "Humas BC" {
		t.Errorf("the article is %+v", article)
	}
	files := m.page("dokumen/anggaran/index.html").JSONLD.(Graph).Graph[0].Encoding
	formats := []string{files[0].EncodingFormat, files[1].EncodingFormat}
	if !slices.Equal(formats, []string{"text/csv", "application/pdf"}) ||
		files[0].ContentURL != "https://badan.example/ppid/dokumen/anggaran/anggaran.csv" {
		t.Errorf("the files are %+v", files)
	}
	steps := m.page("sop/permintaan/index.html").JSONLD.(Graph).Graph[0]
	if steps.TotalTime != "P10D" || len(steps.Step) != 3 ||
		steps.Step[2].URL != "https://badan.example/ppid/sop/permintaan/#l3" {
		t.Errorf("the steps are %+v", steps)
	}
}
