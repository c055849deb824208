package importer

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

// bodyOf imports one post with a text and returns its Markdown and what was left.
func bodyOf(t *testing.T, text string) (body string, left []Left) {
	t.Helper()
	src := `<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><wp:base_blog_url>https://lama.go.id</wp:base_blog_url>` +
		`<item><title>Foto</title><wp:post_id>77</wp:post_id><wp:post_type>attachment</wp:post_type><wp:attachment_url>https://lama.go.id/wp-content/uploads/a.jpg</wp:attachment_url></item>` +
		`<item><title>B</title><link>https://lama.go.id/b/</link><wp:post_id>2</wp:post_id><wp:post_date>2021-01-02 09:00:00</wp:post_date><wp:post_name>b</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>` +
		`<item><title>A</title><link>https://lama.go.id/a/</link><content:encoded><![CDATA[` + text + `]]></content:encoded><wp:post_id>1</wp:post_id><wp:post_date>2021-01-01 09:00:00</wp:post_date><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item></channel></rss>`
	r, err := WordPress(strings.NewReader(src), theOptions(fstest.MapFS{"a.jpg": {Data: []byte("x")}, "a.pdf": {Data: []byte("x")}}))
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range r.Documents {
		if strings.HasSuffix(d.Path, "-a.md") {
			_, rest, _ := strings.Cut(string(d.Text), "\n---\n")
			return strings.TrimSpace(rest), r.Left
		}
	}
	t.Fatal("nothing", r.Left)
	return "", nil
}

// TestBodies shows what becomes of what stands in posts.
func TestBodies(t *testing.T) {
	for _, test := range []struct{ name, in, want, left string }{
		{"paragraphs of a classic post", "Satu.\n\nDua.\nbaris.\n\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\nTiga.", "Satu.\n\nDua.\\\nbaris.\n\n- a\n- b\n\nTiga.", ""},
		{"blocks", "<!-- wp:paragraph --><p>Satu.</p><!-- /wp:paragraph -->\n\n<!-- wp:list --><ul><li>a<ul><li>b</li></ul></li></ul><!-- /wp:list -->", "Satu.\n\n- a\n\n  - b", ""},
		{"a table with several lines in a cell", "<table><tr><th>No</th><th>Nama<br>Lengkap</th></tr><tr><td>1</td><td><p>Budi</p><p>Ani</p></td></tr></table>",
			"| No | Nama; Lengkap |\n|----|---------------|\n| 1  | Budi; Ani     |", ""},
		{"a word in brackets is none", "Hak [sic] dan [final] di x[1] &#8230; <code>a[nama b=1]</code>", "Hak \\[sic] dan \\[final] di x\\[1] … `a[nama b=1]`", ""},
		{"a shortcode with a file", `Lihat [pdf-embedder url="https://lama.go.id/wp-content/uploads/a.pdf"] ini.`, "Lihat\n\n[https://lama.go.id/wp-content/uploads/a.pdf](a.pdf)\n\nini.", "kode pendek [pdf-embedder] menjadi tautan"},
		{"nested shortcodes", "[vc_row][vc_column]Isi[/vc_column][/vc_row]", "Isi", "kode pendek [vc_row] tidak dibawa"},
		{"a gallery", `[gallery ids="77,78"]`, "![A](a.jpg)", "gambar 78 dari galeri tidak ada dalam ekspor"},
		{"something embedded", `<embed src="https://x.org/a"><p>Tengah.</p><script>x</script>`, "<https://x.org/a>\n\nTengah.", "<script> tidak dibawa"},
		{"a file block", `<div class="wp-block-file"><a href="https://lama.go.id/wp-content/uploads/a.pdf">Surat</a><a href="https://lama.go.id/wp-content/uploads/a.pdf" class="wp-block-file__button" download>Unduh</a></div>`, "[Surat](a.pdf)", ""},
		{"links beside each other, with brackets and titles", `<p><a href="https://lama.go.id/b/">[1] satu</a><a href='/b/' title='x'>dua</a> <a href="https://lama.go.id/?p=2">tiga</a></p>`,
			"[\\[1\\] satu](/berita/2021/b/)[dua](/berita/2021/b/ \"x\") [tiga](/berita/2021/b/)", ""},
		{"a picture with its words", `<figure class="wp-block-image"><img src="https://lama.go.id/wp-content/uploads/a-300x200.jpg" alt="Meja"/><figcaption>Meja <em>kami</em></figcaption></figure>`, `![Meja](a.jpg "Meja kami")`, ""},
		{"code", "<pre>a = [x y=1]\n\n# b</pre>", "```\na = [x y=1]\n\n# b\n```", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, left := bodyOf(t, test.in)
			if got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
			if said := fmt.Sprint(left); test.left != "" && !strings.Contains(said, test.left) {
				t.Errorf("left: %s", said)
			}
		})
	}
}

// TestFolderKeepsClosedClosed holds that no link carries a file that is not a page's: a
// private page, a hidden file, settings.
func TestFolderKeepsClosedClosed(t *testing.T) {
	r, err := Folder(fstest.MapFS{
		"posts/a.md":       {Data: []byte("---\ntitle: A\ndate: 2021-01-01\n---\n[x](rahasia.md) [y](../.env) [z](config.yaml) [b](b.md) ![f](foto.jpg)\n\n```html\n# komentar\n<div>{{ x }}</div>\n```\n\n**Penting:** satu<br>dua\n\n| a |\n|---|\n| b<br>c |\n")},
		"posts/b.md":       {Data: []byte("---\ntitle: B\ndate: 2021-01-02\npublishDate: 2026-11-25T15:00:00+07:00\nexpiryDate: 2026-12-31\n---\nB.\n")},
		"posts/rahasia.md": {Data: []byte("---\ntitle: R\ndate: 2021-01-01\nprivate: true\n---\nKANARI\n")},
		".env":             {Data: []byte("KANARI")}, "posts/config.yaml": {Data: []byte("KANARI")}, "posts/foto.jpg": {Data: []byte("x")},
	}, theOptions(nil))
	if err != nil {
		t.Fatal(err)
	}
	all := ""
	for _, d := range r.Documents {
		all += string(d.Text)
		for _, c := range d.Files {
			if c.From != "foto.jpg" {
				t.Errorf("%s is copied to %s", c.From, c.To)
			}
		}
	}
	for _, want := range []string{"x y z b ![f](foto.jpg)", "```html\n# komentar\n<div>{{ x }}</div>\n```", "**Penting:** satu\\\ndua", "| b; c |", "publish: 2026-11-25 08:00", "expires: 2026-12-31 00:00"} {
		if !strings.Contains(all, want) {
			t.Errorf("no %q in\n%s", want, all)
		}
	}
	if strings.Contains(all, "KANARI") || len(r.Documents) != 2 {
		t.Error(all)
	}
}

// TestRegisterKeepsClosedClosed holds that a row is left out which any column marks as
// excluded.
func TestRegisterKeepsClosedClosed(t *testing.T) {
	r, err := Register("dip.csv", []byte("Judul;Unit;Penanggung jawab;Waktu dan tempat;Bentuk;Retensi;Jenis informasi;Sifat\nA;keuangan;S;Soreang, 1 Januari 2025;cetak;1 tahun;Berkala;Dikecualikan\nB;keuangan;S;Soreang, 1 Januari 2025;cetak;1 tahun;Berkala;Terbuka\n"), theOptions(nil))
	if err != nil || len(r.Documents) != 1 || !strings.HasSuffix(r.Documents[0].Path, "/b.md") {
		t.Errorf("%v %+v %v", err, r.Documents, r.Left)
	}
}
