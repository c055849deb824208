package importer

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/markdown"
)

// theOptions are those of a site with two categories, a unit, and the old site's files.
func theOptions(media fstest.MapFS) *Options {
	today, _ := disclosure.ParseDay("2026-11-24")
	return &Options{
		Categories: []string{"kegiatan", "opini"}, Units: []content.Unit{{Slug: "keuangan", Name: "Bagian Keuangan"}},
		Today: today, Taken: func(string) bool { return false }, Answered: func(string) bool { return false }, Media: media,
	}
}

// export is an export of n posts, each with a picture of its own and a link to the one
// before, and every fifth with one title.
func export(n int) (string, fstest.MapFS) {
	media := fstest.MapFS{}
	var b strings.Builder
	b.WriteString(`<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><wp:base_blog_url>https://lama.go.id</wp:base_blog_url>`)
	for i := range n {
		name := fmt.Sprintf("2021/%02d/foto.jpg", i%12+1)
		media[name] = &fstest.MapFile{Data: []byte(name)}
		title := fmt.Sprintf("Berita %d", i)
		if i%5 == 0 {
			title = "Berita berkala"
		}
		fmt.Fprintf(&b, `<item><title>%s</title><link>https://lama.go.id/berita-%d/</link><content:encoded><![CDATA[<p>Isi %d, lihat <a href="/berita-%d/">sebelumnya</a>.</p><p><img alt="Foto rapat" src="https://lama.go.id/wp-content/uploads/%s"></p>]]></content:encoded>`+
			`<wp:post_id>%d</wp:post_id><wp:post_date>2021-%02d-%02d 09:00:00</wp:post_date><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>`,
			title, i, i, max(i-1, 0), name, i, i%12+1, i%28+1)
	}
	b.WriteString(`</channel></rss>`)
	return b.String(), media
}

// TestFiveHundredPosts carries a large export whole: every post, each at a place of its own,
// its picture beside it, its link leading to the new place, nothing left.
func TestFiveHundredPosts(t *testing.T) {
	src, media := export(500)
	r, err := WordPress(strings.NewReader(src), theOptions(media))
	if err != nil {
		t.Fatal(err)
	}
	said := make([]string, len(r.Left))
	for i, l := range r.Left {
		said[i] = l.Where + l.Why.EN
	}
	if want := []string{
		"the time of day of publication is not carried; what is shown is the day",
		"old addresses of files are not redirected; those of pages are",
	}; len(r.Documents) != 500 || !slices.Equal(said, want) {
		t.Fatalf("%d documents, left: %q", len(r.Documents), said)
	}
	addresses := map[string]bool{}
	for _, d := range r.Documents {
		doc, _ := content.Parse(markdown.NewParser(), content.BuiltIn, time.UTC, d.Path, d.Text)
		if doc.Diags.Errors() > 0 {
			t.Fatalf("%s: %v\n%s", d.Path, doc.Diags, d.Text)
		}
		address := d.Path[:len("content/berita/2021/")] + doc.Head.Slug
		if addresses[address] {
			t.Errorf("two documents at %s", address)
		}
		addresses[address] = true
		if len(d.Files) != 1 || len(doc.Head.Aliases) != 1 || !bytes.Contains(d.Text, []byte("[sebelumnya](/berita/2021/")) {
			t.Fatalf("%+v\n%s", d.Files, d.Text)
		}
	}
}

// FuzzImport holds that no source breaks an import, and that what it makes are documents in
// canonical form, within content/.
func FuzzImport(f *testing.F) {
	src, media := export(2)
	f.Add(0, []byte(src))
	f.Add(1, []byte("Judul;Unit;Klasifikasi\na;keuangan;berkala\n"))
	f.Add(2, []byte("JUDUL YANG PANJANG\n\nBandung, kpu.go.id – Isi (1/2/22): (a) b; (b) c; (c) d.\nDilihat 3 kali"))
	f.Add(3, []byte("---\ntitle: A\ndate: 2024-01-01\nslug: ../x\n---\n<p>![](../../x)</p>{{< a >}}"))
	f.Add(3, []byte("+++\ntitle = 'A'\nurl = '/a b/'\n+++\n"))
	for _, html := range []string{
		"<TABLE><td><table><tr><td>a<br>b<ul><li>c</table><pre>d\n|e</pre><code>f|g",
		"<figure><a href=x><img src='data:x' data-src=foto.jpg></a>[caption]h</figure>[/caption]",
		"<p style='mso-list:l0'><span style='mso-list:Ignore'>1.</span>a<p style='mso-list:l0'>b",
		"<b style=font-weight:normal><span style=font-weight:700>a<sup>2<dl><dt>b<dd>c</b>",
		"[code]<b>[/code][gallery ids=1,2][a b='<p>]']<pre>[c d=1]<x.h></pre><object><embed src=//a>",
	} {
		f.Add(0, []byte(strings.Replace(src, "Isi 0", html, 1)))
		f.Add(3, []byte("---\ntitle: A\ndate: 2025-01-01\n---\n"+html+"\n\n"+html))
	}
	f.Fuzz(func(t *testing.T, sort int, src []byte) {
		o := theOptions(media)
		var r *Result
		var err error
		switch sort {
		case 0:
			r, err = WordPress(bytes.NewReader(src), o)
		case 1:
			r, err = Register("dip.csv", src, o)
		case 2:
			r, err = Article("x.txt", src, o)
		case 3:
			r, err = Folder(fstest.MapFS{"posts/x.md": {Data: src}, "y.html": {Data: src}}, o)
		}
		if err != nil || r == nil {
			return
		}
		for _, d := range r.Documents {
			if !strings.HasPrefix(d.Path, "content/") || strings.Contains(d.Path, "..") || strings.Contains(d.Path, "//") {
				t.Errorf("path %q", d.Path)
			}
			if again, ok := content.Format(content.BuiltIn, d.Path, d.Text); !ok || !bytes.Equal(again, d.Text) {
				t.Errorf("not in form: %q", d.Text)
			}
			for _, c := range d.Files {
				if !strings.HasPrefix(c.To, "content/") || strings.Contains(c.To, "..") {
					t.Errorf("copy to %q", c.To)
				}
			}
		}
	})
}
