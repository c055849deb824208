package importer

import (
	"strings"
	"testing"
	"testing/fstest"
)

// TestTemplates holds what becomes of the instructions of Hugo and of Liquid: the usual ones are what
// they were, code is untouched, and what may have been hidden is not carried. The inputs are made for
// this test; the comment names the kind of report that asked for a row.
func TestTemplates(t *testing.T) {
	for _, tt := range []struct{ name, body, want, left string }{
		{"a figure", `{{< figure src="a.jpg" alt="Meja" caption="Meja \"kami\"" >}}`, "Meja \"kami\"", "gambar a.jpg tidak ada"},
		{"a figure that is there", `A {{< figure src="/img/b.png" alt="Meja [1]" title="Judul" caption="Kata" >}} B`, "A\n\n![Meja \\[1\\]](b.png \"Judul. Kata\")\n\nB", ""},
		{"a film", "{{< youtube dQw4w9WgXcQ >}} {{< vimeo id=\"12\" >}}", "<https://www.youtube.com/watch?v=dQw4w9WgXcQ>\n\n<https://vimeo.com/12>", "sematan youtube menjadi tautan"},
		{"a program", "{{< highlight go \"linenos=table\" >}}\nif a < b {\n\tx()\n}\n{{< /highlight >}}", "```go\nif a < b {\n\tx()\n}\n```", ""},
		{"a program with fences", "{{< highlight md >}}\n```\nx\n```\n{{< /highlight >}}", "````md\n```\nx\n```\n````", ""},
		{"references", `[a]({{< ref "dua.md#x" >}}) [b]({{% relref "/halaman/dua" %}}) [c]({{< ref path="dua.md" >}})`, "[a](/dua/#x) [b](/dua/) [c](/dua/)", ""},
		{"a reference to nothing", `[a]({{< ref "tiga.md" >}})`, "a", "tautan ke tiga tidak punya tujuan"},
		{"a value of the header", "Versi {{< param versi >}}.", "Versi 2.1.", ""},
		{"a value of the site", "Versi {{< param lain >}}.", "Versi .", `{{< param lain >}}`},
		{"a notice", "{{< notice info >}}\nIsi **penting**\n{{< /notice >}}", "Isi **penting**", "{{< notice info >}}"},
		{"a notice without an end", "{{% alert %}}Isi", "Isi", "tidak dibawa"},
		{"a comment", "A {{< comment >}}KANARI{{< /comment >}} B {{/* KANARI */}}", "A  B", "mungkin tidak untuk umum"},
		{"what members see", "A {{< members-only >}}KANARI {{< figure src=x.jpg >}}{{< /members-only >}} B", "A  B", "mungkin tidak untuk umum"},
		{"a comment of Liquid over code", "A\n\n{% comment %}\n```\nKANARI\n```\nKANARI\n{% endcomment %}\n\nB", "A\n\nB", "mungkin tidak untuk umum"},
		{"a condition", "A {% if site.intern %}KANARI{% if x %}{% endif %}KANARI{% endif %} B", "A  B", "mungkin tidak untuk umum"},
		{"a condition without an end", "A {% unless x %}KANARI", "A", "tidak diketahui di mana berakhir"},
		{"a program of Liquid", "{% highlight ruby %}\nputs 1\n{% endhighlight %}", "```ruby\nputs 1\n```", ""},
		// Importers of Jekyll: braces in code were taken for instructions.
		{"instructions in code", "`{{ x }}` dan `{% if %}`\n\n```\n{{< figure >}}\n{% comment %}\n```\n", "`{{ x }}` dan `{% if %}`\n\n```\n{{< figure >}}\n{% comment %}\n```", ""},
		{"raw", "{% raw %}{{ x }}{% endraw %}", "{{ x }}", ""},
		{"links of Liquid", `[a]({% link halaman/dua.md %}) [b]({{ "/halaman/dua/" | relative_url }}) [c]({{ site.baseurl }}/halaman/dua/) [d]({% post_url 2025-01-02-kabar %})`, "[a](/dua/) [b](/dua/) [c](/dua/) [d](/berita/2025/kabar/)", ""},
		{"a picture that is included", `{% include figure image_path="/img/b.png" alt="M" caption="K" %}`, "![M](b.png \"K\")", ""},
		{"something that is included", `A {% include toc.html %} B`, "A  B", "{% include toc.html %}"},
		{"a value of the page", "{{ page.versi }} {{ page.title | upcase }}", "2.1", "tidak dibawa"},
		{"links by name", "[a][x] [y] [z]: w\n\n[x]: dua.md\n[y]: /halaman/dua/#b \"T\"\n[luar]: https://a.id/b\n[tiada]: /tiada/", "[a][x] [y] [z]: w\n\n[x]: /dua/\n[y]: /dua/ \"T\"\n[luar]: https://a.id/b\n[tiada]: /tiada/", ""},
		{"relative addresses", "[a](../dua/) [b](dua.md) [c](./dua.md)", "[a](/dua/) [b](/dua/) [c](/dua/)", ""},
		{"a tweet", `{{< tweet user="kpu" id="12" >}} {{< x user=kpu id=13 >}}`, "<https://x.com/kpu/status/12>\n\n<https://x.com/kpu/status/13>", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			files := fstest.MapFS{
				"halaman/satu.md":            {Data: []byte("---\ntitle: Satu\nversi: 2.1\n---\n" + tt.body + "\n")},
				"halaman/dua.md":             {Data: []byte("---\ntitle: Dua\n---\nIsi.\n")},
				"_posts/2025-01-02-kabar.md": {Data: []byte("---\ntitle: Kabar\n---\nIsi.\n")},
				"img/b.png":                  {Data: []byte("\x89PNG")},
			}
			o := theOptions(nil)
			o.Media = files
			r, err := Folder(files, o)
			if err != nil {
				t.Fatal(err)
			}
			body := ""
			for _, d := range r.Documents {
				if strings.HasSuffix(d.Path, "satu.md") {
					_, body, _ = strings.Cut(strings.TrimPrefix(string(d.Text), "---\n"), "---\n")
				}
			}
			if got := strings.TrimSpace(body); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
			if all := imported(r, nil); !strings.Contains(all, tt.left) || strings.Contains(all, "KANARI") {
				t.Errorf("left: %s", all)
			}
		})
	}
}

// TestPagesOfFolders holds which files of a folder are pages, and that none is lost in silence.
func TestPagesOfFolders(t *testing.T) {
	files := fstest.MapFS{
		"tentang/_index.md": {Data: []byte("---\ntitle: Tentang\n---\nTulisan daftar.\n")},
		"kosong/_index.md":  {Data: []byte("---\ntitle: Kosong\n---\n")},
		"profil.html":       {Data: []byte("<!doctype html><html><head><title>Profil &amp; tugas</title></head><body><nav>x</nav><main><h1>Profil</h1><p>Isi profil.</p></main></body></html>")},
		"bukti.html":        {Data: []byte("google-site-verification: x")},
		"catatan.org":       {Data: []byte("* Judul")},
		"panduan.adoc":      {Data: []byte("= Judul")},
		"tanpa-judul.md":    {Data: []byte("---\ndate: 2025-01-01\n---\n## Judul dari isi\n\nIsi.\n")},
		"tanpa-apa-apa.md":  {Data: []byte("Isi saja.\n")},
		"Docs/Format.md":    {Data: []byte("---\ntitle: Format\n---\n[x](/docs/format/)\n")},
		"rusak.md":          {Data: []byte("---\ntitle: [\n---\nIsi.\n")},
	}
	got := imported(Folder(files, theOptions(nil)))
	for _, want := range []string{
		"== content/halaman/tentang.md", "Tulisan daftar.", "title: Profil & tugas", "Isi profil.", "title: Judul dari isi", "title: tanpa apa apa", "Isi saja.",
		"left: kosong/_index.md: halaman daftar tanpa tulisan", "left: bukti.html: HTML tanpa judul", "left: catatan.org: .org tidak dibaca", "left: panduan.adoc: .adoc tidak dibaca",
		"left: tanpa-judul.md: tidak berjudul", "aliases: [/docs/format/]", "[x](/format/)", "left: rusak.md: kepala",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	jekyll := fstest.MapFS{"_config.yml": {Data: []byte("title: x\n")}, "README.md": {Data: []byte("# Untuk pengembang\n")}, "profil.md": {Data: []byte("---\ntitle: Profil\n---\nIsi.\n")}}
	if got := imported(Folder(jekyll, theOptions(nil))); strings.Contains(got, "pengembang") || !strings.Contains(got, "left: README.md") {
		t.Errorf("%s", got)
	}
}

// TestMeaningIsTold holds that what Markdown cannot say is told, and captions stay without pictures.
func TestMeaningIsTold(t *testing.T) {
	for _, tt := range []struct{ name, in, want, left string }{
		{"a cell over several", `<table><tr><th>A</th><th>B</th></tr><tr><td colspan="2">Lebar sekali</td></tr></table>`, "Lebar sekali", `sel gabungan "Lebar sekali"`},
		{"letters for numbers", `<ol type="a"><li>satu</li></ol>`, "1. satu", `daftar "satu" bernomor lain`},
		{"numbers downwards", `<ol reversed><li>satu</li></ol>`, "1. satu", `daftar "satu" bernomor lain`},
		{"inserted words", "a <ins>baru</ins> <mark>penting</mark>", "a baru penting", `<ins> "baru"`},
		{"an abbreviation", `<abbr title="Komisi Pemilihan Umum">KPU</abbr>`, "KPU (Komisi Pemilihan Umum)", ""},
		{"the caption of a picture that is not there", `[caption id="a"]<img src="https://lama.go.id/x.png" alt="Peta"> [A] != "B"[/caption]` + "\n\nisi", `[A] != "B"` + "\n\nisi", "gambar https://lama.go.id/x.png tidak ada"},
	} {
		got, left := bodyOf(t, tt.in)
		said := ""
		for _, l := range left {
			said += l.Why.ID + "\n"
		}
		if !strings.Contains(got, tt.want) || !strings.Contains(said, tt.left) {
			t.Errorf("%s: %s\n%s", tt.name, got, said)
		}
	}
}
