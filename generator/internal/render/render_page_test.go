package render

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/digest"
	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/markdown"
	"maklumat/generator/internal/page"
	"maklumat/generator/internal/picture"
	"maklumat/generator/internal/site"
	"maklumat/generator/internal/source"
)

// A made is a small site in a theme.
type made struct {
	t      *testing.T
	maker  *Maker
	world  *site.World
	bodies map[string][]byte // the HTML of documents, by path
	site   *site.Site
}

// smallSite are the documents of a site, and a picture.
var smallSite = files{
	"content/halaman/satu.md": "---\ntitle: Satu & <dua>\n---\n![Denah](denah.png) " +
		"[Dua](dua.md) [jauh](https://lain.example/?a=1&b=2)\n\n<tenggat:umum/tanggapan>\n",
	"content/halaman/dua.md":    "---\ntitle: Dua\nlayout: b\n---\n![Film](film.mp4)\n",
	"content/halaman/tiga.md":   "---\ntitle: Three\nlang: en\nlayout: b\n---\nIsi.\n",
	"content/sop/denah.png":     "x",
	"content/halaman/denah.png": "x",
	"content/halaman/film.mp4":  "x",
}

// words are those of the small site: in English what a theme of these tests asks for is the same.
var words = content.WordSet{
	"id": {
		Lang: "id",
		Texts: map[string]string{
			"Phone":           "Telepon",
			"LanguageName":    "Indonesia",
			"unit_hari_kerja": "hari kerja",
		},
	},
	"en": {
		Lang: "en",
		Texts: map[string]string{
			"Phone":           "Phone",
			"LanguageName":    "English",
			"unit_hari_kerja": "working days",
		},
	},
}

// makeSite makes the small site in the small theme with some files changed.
func makeSite(t *testing.T, changes files) *made {
	t.Helper()
	m := &made{t: t, bodies: map[string][]byte{}}
	in := site.Input{
		Kinds:     content.BuiltIn,
		Languages: content.Languages,
		AsOf:      disclosure.Moment{Day: disclosure.DayOf(2026, 3, 10)},
	}
	in.Settings = &content.Settings{
		BaseURL: "https://badan.example/x/",
		Face:    content.Face{Title: "Badan"},
	}
	in.Data = &content.Data{
		Regimes: []disclosure.Regime{{
			ID:        "umum",
			Deadlines: []disclosure.Deadline{{ID: "tanggapan", Days: 10, Known: true}},
		}},
	}
	parser := markdown.NewParser()
	for _, path := range []string{
		"content/halaman/denah.png", "content/halaman/dua.md", "content/halaman/film.mp4",
		"content/halaman/satu.md", "content/halaman/tiga.md",
	} {
		in.Tree.Entries = append(in.Tree.Entries, source.Entry{Path: path, Size: 1})
		if strings.HasSuffix(path, ".md") {
			doc, html := content.Parse(parser, in.Kinds, time.UTC, path, []byte(smallSite[path]))
			in.Documents = append(in.Documents, doc)
			m.bodies[path] = bytes.Clone(html)
		}
	}
	m.site = site.Link(nil, in)
	theme := load(t, smallTheme.input(changes))
	m.world = site.NewWorld(m.site, site.Blobs{
		"content/halaman/denah.png": {
			Sum:     digest.Of([]byte("x")),
			Picture: picture.Info{Width: 400, Height: 300, Ext: ".png"},
		},
	}, theme.Sums(), words)
	m.maker = NewMaker(theme, page.NewFiller(m.world))
	return m
}

// page makes the page of a document.
func (m *made) page(path, layout, instead string) Result {
	doc := m.site.Document(path)
	if doc == nil {
		m.t.Fatalf("%s is not public: %v", path, m.site.Diags)
	}
	job := page.Job{
		Path:    strings.TrimPrefix(m.site.Item(path).Address, "/") + "index.html",
		Layout:  layout,
		Instead: instead,
		Doc:     path,
	}
	return m.maker.Page(&job, m.bodies[path], slices.Collect(doc.Refs.All(path)))
}

// TestPageByItsLayout holds that a page is made by the layout that it names, or by the one that
// it has instead, and is told of when the theme has neither.
func TestPageByItsLayout(t *testing.T) {
	m := makeSite(t, files{"templates/a.html": "a {{.Title}}", "templates/b.html": "b {{.Title}}"})
	for _, tt := range []struct{ layout, instead, want string }{
		{"a", "b", "a Satu &amp; &lt;dua&gt;"},
		{"c", "b", "b Satu &amp; &lt;dua&gt;"},
		{"x", "b", "b Satu &amp; &lt;dua&gt;"},
		{"c", "", ""},
	} {
		r := m.page("content/halaman/satu.md", tt.layout, tt.instead)
		if string(r.Bytes) != tt.want || (tt.want == "") != (len(r.Diags) > 0) {
			t.Errorf("%s, or %s: %q, want %q (%v)", tt.layout, tt.instead, r.Bytes, tt.want,
				r.Diags)
		}
	}
	r := m.page("content/halaman/satu.md", "c", "")
	if d := r.Diags[0]; d.Code != diag.TemplateMissing || d.Args[0] != "templates/c.html" {
		t.Errorf("%+v", d)
	}
}

// TestBody holds what stands in a page for the references of its body, and that nothing in them
// is taken for HTML.
func TestBody(t *testing.T) {
	m := makeSite(t, files{
		"templates/a.html":             "{{.Body}}",
		"templates/bagian/gambar.html": `<img src="{{.Src}}" alt="{{.Alt}}" width="{{.Width}}">`,
		"templates/bagian/media.html":  `<video src="{{.Src}}" title="{{.Title}}"></video>`,
	})
	r := m.page("content/halaman/satu.md", "a", "")
	got := string(r.Bytes)
	for _, want := range []string{
		`<img src="/x/media/denah-`, `alt="Denah" width="400"`, `href="/x/dua/"`,
		`href="https://lain.example/?a=1&amp;b=2"`, "10\u00a0hari\u00a0kerja",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the page lacks %s:\n%s", want, got)
		}
	}
	film := m.page("content/halaman/dua.md", "a", "")
	if got := string(film.Bytes); !strings.Contains(got,
		`<video src="/x/dua/film.mp4" title="Film"></video>`) {
		t.Errorf("the film is %s", got)
	}
	without := makeSite(t, files{"templates/a.html": "{{.Body}}"}).page("content/halaman/satu.md",
		"a", "")
	if got := string(without.Bytes); strings.Contains(got, "denah") || len(without.Diags) > 0 {
		t.Errorf("a theme that shows no pictures shows %s (%v)", got, without.Diags)
	}
}

// TestSharedOnce holds that a part is made once for the pages of a language and section, and
// anew for another language.
func TestSharedOnce(t *testing.T) {
	m := makeSite(t, files{
		"templates/b.html":        `{{.Shared "z"}}{{.Shared "z"}}`,
		"templates/bagian/z.html": `{{.Lang}} {{.Section}} {{.Site.Title}};`,
	})
	for _, tt := range []struct {
		path, want string
		made       int // parts so far
	}{
		{"content/halaman/satu.md", "id /satu/ Badan;", 1},
		{"content/halaman/satu.md", "id /satu/ Badan;", 1},
		{"content/halaman/dua.md", "id /dua/ Badan;", 2},
		{"content/halaman/tiga.md", "en /en/tiga/ Badan;", 3},
		{"content/halaman/dua.md", "id /dua/ Badan;", 3},
	} {
		r := m.page(tt.path, "b", "")
		if got := string(r.Bytes); got != tt.want+tt.want || len(m.maker.shared) != tt.made {
			t.Errorf("%s: %q and %d parts, want %q twice and %d", tt.path, got, len(m.maker.shared),
				tt.want, tt.made)
		}
	}
}

// TestReads holds that a page depends on its layout, on the absence of the one that it would
// have, and on what its layout asks for.
func TestReads(t *testing.T) {
	plain := makeSite(t, files{"templates/b.html": "{{.Title}}"})
	asking := makeSite(t, files{"templates/b.html": "{{.Title}}{{len .Strip}}"})
	r := plain.page("content/halaman/dua.md", "c", "b")
	a := asking.page("content/halaman/dua.md", "c", "b")
	if len(a.Reads) <= len(r.Reads) {
		t.Errorf("what a layout asks for is not remembered: %d of %d", len(a.Reads), len(r.Reads))
	}
	for _, changes := range []files{
		{"templates/b.html": "{{.Title}}."},
		{"templates/b.html": "{{.Title}}", "templates/c.html": "c"},
	} {
		now := site.NewWorld(plain.site, nil, load(t, smallTheme.input(changes)).Sums(), words)
		if !now.Changed(plain.world).Touch(r.Reads) {
			t.Errorf("the page is not made again when %v", changes)
		}
	}
	same := site.NewWorld(plain.site, nil,
		load(t,
			smallTheme.input(files{
				"templates/b.html": "{{.Title}}",
				"templates/a.html": "a",
			})).Sums(), words)
	if same.Changed(plain.world).Touch(r.Reads) {
		t.Error("the page is made again when another layout changes")
	}
}

// TestErrorOfPage holds that a mistake which only this page shows is told at its line.
func TestErrorOfPage(t *testing.T) {
	m := makeSite(t, files{
		"templates/b.html":            "<p>\n{{if eq .Title \"Dua\"}}{{index .Crumbs 7}}{{end}}",
		"templates/bagian/media.html": `{{if eq .Title "Film"}}{{index .Captions 7}}{{end}}`,
	})
	var got []string
	for _, d := range m.page("content/halaman/dua.md", "b", "").Diags {
		got = append(got, fmt.Sprint(d.Code, " ", d.At.File, " ", d.At.Start))
	}
	if want := []string{
		"template/field templates/bagian/media.html 25", "template/field templates/b.html 28",
	}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if r := m.page("content/halaman/satu.md", "b", ""); len(r.Diags) > 0 {
		t.Errorf("another page has %v", r.Diags)
	}
}

// TestText holds that outputs without a layout are made too, with what they were made from.
func TestText(t *testing.T) {
	m := makeSite(t, nil)
	r := m.maker.Text(&page.Job{Path: "robots.txt", Sort: page.Robots})
	if !strings.Contains(string(r.Bytes), "https://badan.example/x/sitemap.xml") ||
		len(r.Reads) == 0 {
		t.Errorf("%q of %d things", r.Bytes, len(r.Reads))
	}
}
