package importer

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// TestTemplates holds what becomes of the instructions of Hugo and of Liquid: the usual ones are
// what they were, code is untouched, and what may have been hidden is not carried. The inputs are
// made for this test; the comment names the kind of report that asked for a row.
func TestTemplates(t *testing.T) {
	for _, tt := range []struct{ name, body, want, left string }{
		{"a figure", `{{< figure src="a.jpg" alt="Meja" caption="Meja \"kami\"" >}}`, "Meja \"kami\"", "gambar a.jpg tidak ada"},
		{"a figure that is there", `A {{< figure src="/img/b.png" alt="Meja [1]" title="Judul" caption="Kata" >}} B`, "A\n\n![Meja \\[1\\]](b.png \"Judul. Kata\")\n\nB", ""},
		{"a film", "{{< youtube dQw4w9WgXcQ >}} {{< vimeo id=\"12\" >}}", "<https://www.youtube.com/watch?v=dQw4w9WgXcQ>\n\n<https://vimeo.com/12>", "sematan youtube menjadi tautan"},
		{"a program", "{{< highlight go \"linenos=table\" >}}\nif a < b {\n\tx()\n}\n{{< /highlight >}}", "```go\nif a < b {\n\tx()\n}\n```", ""},
		{"a program with fences", "{{< highlight md >}}\n```\nx\n```\n{{< /highlight >}}", "````md\n```\nx\n```\n````", ""},
		{"references", `[a]({{< ref "dua.md#cara" >}}) [b]({{% relref "/halaman/dua" %}}) [c]({{< ref path="dua.md" >}})`, "[a](/dua/#tata-cara-waktu) [b](/dua/) [c](/dua/)", ""},
		{"a reference to nothing", `[a]({{< ref "tiga.md" >}})`, "a", "tautan ke tiga tidak punya tujuan"},
		{"a value of the header", "Versi {{< param versi >}}.", "Versi 2.1.", ""},
		{"a value of the site", "Versi {{< param lain >}}.", "Versi .", `{{< param lain >}}`},
		{"a notice", "{{< notice info >}}\nIsi **penting**\n{{< /notice >}}", "Isi **penting**", "{{< notice info >}}"},
		{"a notice without an end", "{{% alert %}}Isi", "Isi", "tidak dibawa"},
		{"a comment", "A {{< comment >}}KANARI{{< /comment >}} B {{/* KANARI */}}", "A  B", "isi kode comment mungkin tidak untuk umum"},
		{"what members see", "A {{< members-only >}}KANARI {{< figure src=x.jpg >}}{{< /members-only >}} B", "A  B", "mungkin tidak untuk umum"},
		{"a comment of Liquid over code", "A\n\n{% comment %}\n```\nKANARI\n```\nKANARI\n{% endcomment %}\n\nB", "A\n\nB", "mungkin tidak untuk umum"},
		{"a condition", "A {% if site.intern %}KANARI{% if x %}{% endif %}KANARI{% endif %} B", "A  B", "mungkin tidak untuk umum"},
		{"a condition without an end", "A {% unless x %}KANARI", "A", "tidak diketahui di mana berakhir"},
		// GSA/digitalgov.gov, about/subscribe.md: all after it was lost.
		{"a form to subscribe", "A {{< hs-form-subscribe >}} B {{< youtube abc >}}", "A  B\n\n<https://www.youtube.com/watch?v=abc>", "kode hs-form-subscribe tidak dibawa"},
		{"one for members that ends by another name", "A {{< members-only >}}KANARI{{< /member-only >}}", "A", "tidak diketahui di mana berakhir"},
		{"a comment that does not end", "A {{< comment >}}KANARI", "A", "tidak diketahui di mana berakhir"},
		{"a program of Liquid", "{% highlight ruby %}\nputs 1\n{% endhighlight %}", "```ruby\nputs 1\n```", ""},
		// Importers of Jekyll: braces in code were taken for instructions.
		{"instructions in code", "`{{ x }}` dan `{%if%}`\n\n```\n{{< figure >}}\n{%comment%}\n```\n", "`{{ x }}` dan `{%if%}`\n\n```\n{{< figure >}}\n{%comment%}\n```", ""},
		{"a comment in code", "Nilai `A {{< comment >}}KANARI{{< /comment >}}`\n\n~~~\n{{< comment >}}KANARI{{< /comment >}}\n~~~", "Nilai `A `\n\n~~~\n\n~~~", "isi kode comment"},
		{"a condition in code", "```\n{% if x %}KANARI{% endif %}\n```", "```\n\n```", "isi kode if"},
		{"stray backticks", "Tanda ` di sini.\n\n{{< comment >}}KANARI{{< /comment >}}\n\nTanda ` lagi.", "Tanda ` di sini.\n\nTanda ` lagi.", "isi kode comment"},
		{"stray braces", "Kurung {{ terbuka 5{% juga\n\n{{< comment >}}KANARI{{< /comment >}}{{% comment %}}KANARI{{% /comment %}}", "Kurung {{ terbuka 5{% juga", "isi kode comment"},
		{"names that end otherwise", "{%\tif\tsite.internal %}KANARI{% endif %}{%\nif(site.x) %}KANARI{% endif %} a", "a", "isi kode if"},
		{"names behind other blanks", "{{<\tcomment\tx >}}KANARI{{< /comment >}} a", "a", "isi kode comment"},
		{"what is encrypted", `{{% hugo-encryptor "KANARI" %}}KANARI{{% /hugo-encryptor %}} a {{< if-logged >}}KANARI{{< /if-logged >}}`, "a", "isi kode hugo-encryptor"},
		{"a name that only begins so", "{{< accessibility-table >}} a {{< carousel >}} b", "a  b", "kode accessibility-table tidak dibawa"},
		{"what a role sees", "{{< role editor >}}KANARI{{< /role >}} a {{< by-access x >}}KANARI{{< /by-access >}}", "a", "isi kode role"},
		{"what is protected", "{% protected %}KANARI{% endprotected %} a", "a", "isi kode protected"},
		{"a shortcode that is shown", "{{</* youtube abc */>}} dan {{%/* x */%}}", "{{< youtube abc >}} dan {{% x %}}", ""},
		{"a link of a theme", `{{< link "https://x.go.id/berkas.pdf" "Teks" >}}`, "", "kode link tidak dibawa"},
		{"a file that is linked", "[Unduh]({% link img/b.png %})", "[Unduh](b.png)", ""},
		{"headings in code", "  ```sh\n# komentar\n  ```\n\n```\n~~~\n# judul\n```\n\n# Judul", "```sh\n# komentar\n  ```\n\n```\n~~~\n# judul\n```\n\n## Judul", ""},
		{"raw", "{% raw %}{{ x }}{% endraw %}", "{{ x }}", ""},
		{"links of Liquid", `[a]({% link halaman/dua.md %}) [b]({{ "/halaman/dua/" | relative_url }}) [c]({{ site.baseurl }}/halaman/dua/) [d]({% post_url 2025-01-02-kabar %})`, "[a](/dua/) [b](/dua/) [c](/dua/) [d](/berita/2025/kabar/)", ""},
		{"a picture that is included", `{% include figure image_path="/img/b.png" alt="M" caption="K" %}`, "![M](b.png \"K\")", ""},
		{"something that is included", `A {% include toc.html %} B`, "A  B", "{% include toc.html %}"},
		{"a value of the page", "{{ page.versi }} {{ page.title | upcase }}", "2.1", "tidak dibawa"},
		{"links by name", "[a][x] [y] [z]: w\n\n[x]: dua.md\n[y]: /halaman/dua/#b \"T\"\n[luar]: https://a.id/b\n[tiada]: /tiada/", "[a][x] [y] [z]: w\n\n[x]: /dua/\n[y]: /dua/#b \"T\"\n[luar]: https://a.id/b", ""},
		// jekyll/jekyll: definitions whose address is a value of Liquid.
		{"names that lead nowhere", "[a *b*][t] [t] [T][] ![P][t] [u][] [v](dua.md) - [ ] x\n\n[t]: /tiada/\n  'Jud\"ul'\n[u]: {{< tautan >}} (Judul)\n[v]: /tiada/", "a *b* t T P. Jud\"ul u [v](/dua/) - [ ] x", "tautan ke /tiada/ tidak punya tujuan"},
		{"images by name", "![Meja][b] ![m] [![][b]][x]\n\n[b]: </img/b.png> (K)\n[m]: https://a.id/m.png\n[x]: dua.md", "![Meja](b.png \"K\") m [![Satu](b.png \"K\")][x]\n\n[b]: b.png (K)\n[m]: https://a.id/m.png\n[x]: /dua/", "gambar https://a.id/m.png tidak ada"},
		{"addresses in angle brackets", "[a](<dua.md>) ![M](</img/b.png> \"K\") [b](<img/b.png>) [c](<a b.pdf>) [d](<b hidden>KANARI</b>) `[a](<b c>)`\n\n[e]: <a b.pdf>\n\n[e]", "[a](/dua/) ![M](b.png \"K\") [b](b.png) c d `[a](<b c>)`\n\ne", "tautan ke a%20b.pdf tidak"},
		{"links without an address", "[a]() ![b]() [c](<>) <a href=\"\">d</a> [e]( \"T\") <img src=\"\" alt=\"f\"> [g]\n\n[g]: <>", "a b c d e f g", "tautan tanpa alamat menjadi tulisan biasa"},
		// gettalong/kramdown: attributes of a block by its class.
		{"a paragraph that is hidden", "{% assign x = 1 %}A\n\nKANARI\nKANARI\n{: style=\"display:none\"}\n\nB", "A\n\nB", "tulisan yang tersembunyi tidak dibawa"},
		{"a list that is hidden", "{% assign x = 1 %}A\n\n- KANARI\n\n- KANARI\n\n  KANARI\n{: .d-none}\n\nB", "A\n\nB", "tulisan yang tersembunyi tidak dibawa"},
		{"a block after its attributes", "{% assign x = 1 %}A\n\n{: hidden=\"hidden\"}\n> KANARI\n>\n> KANARI\n\nB", "A\n\nB", "tulisan yang tersembunyi tidak dibawa"},
		{"code that is hidden", "{% assign x = 1 %}A\n\n~~~\nKANARI\n\nKANARI\n~~~\n{:.hidden}\n\nB", "A\n\nB", "tulisan yang tersembunyi tidak dibawa"},
		{"words that are hidden", "{% assign x = 1 %}A\n\nB *KANARI*{: .hidden}\n\nC", "A\n\nC", "tulisan yang tersembunyi tidak dibawa"},
		{"attributes by a name", "{% assign x = 1 %}{:tutup: .merah .hidden}\n\nA\n\nKANARI\n{: tutup}\n\nB {:.biru}", "A\n\nB", "tulisan yang tersembunyi tidak dibawa"},
		{"a heading that is hidden", "## KANARI {.hidden}\nA\n\n## B {.d-none .d-md-block}", "A\n\n## B", "tulisan yang tersembunyi tidak dibawa"},
		{"a block of Hugo that is hidden", "A\n\n| KANARI |\n|---|\n| KANARI |\n{.tabel style=\"display: none\"}\n\nB\n\n```html {.hidden}\n<b>KANARI\n\nKANARI\n```\n\n`{.hidden}` C\n\n```html\n{.hidden}\n```", "A\n\nB\n\n`{.hidden}` C\n\n```html\n{.hidden}\n```", "tulisan yang tersembunyi tidak dibawa"},
		// GSA/digitalgov.gov: pictures of a theme, of which the links were left without a word.
		{"a picture of a theme in a link", "[{{< legacy-img src=\"2014/01/x.png\" alt=\"Peta\" >}}](https://a.id/x.png) {{< old_img src=\"/img/b.png\" >}} {{< map src=\"a.json\" alt=\"x\" >}}", "[Peta](https://a.id/x.png)\n\n![Satu](b.png)", "kode map tidak dibawa"},
		{"instructions in HTML", "<div>\n  <div>\n    <a href=\"{{< ref \"dua.md\" >}}\">{{< figure src=\"/img/b.png\" alt=\"Meja [1] & 2\" >}}</a>\n  </div>\n  <ul>\n    <li>\n      Satu {{< youtube abc >}}\n    </li>\n  </ul>\n</div>", "[![Meja \\[1\\] & 2](b.png)](/dua/)\n\n- Satu <https://www.youtube.com/watch?v=abc>", ""},
		{"what readers fill in", "a <input id=\"x\" type=\"checkbox\"> b</a> <textarea>c</textarea> <Nama>", "a  b c <Nama>", "<input> tidak dibawa"},
		{"a link to the top", "[a](#) <a href=\"#\">b</a> [c]\n\n[c]: #", "a b c", "tautan ke # tidak punya tujuan"},
		// 18F/18f.gsa.gov: texts of pages are kept under names and shown further down.
		{"a text that is kept", "{% capture isi %}\n## Judul\n\nIsi [a]({% link halaman/dua.md %}) {% if x %}KANARI{% endif %}\n{% endcapture %}\n\n<div>\n  <div>\n    {{ isi | markdownify }}\n  </div>\n</div>\n\n{{isi|strip}} {{ isi | size }}", "## Judul\n\nIsi [a](/dua/)\n\n## Judul\n\nIsi [a](/dua/)", "{{ isi | size }} tidak dibawa"},
		{"a text that is kept and not shown", "{% capture isi %}KANARI{% endcapture %}A {% assign x = 'KANARI' %}{% assign y = \"B\" %}{{ y }}", "A B", "isi x disimpan dan tidak tampil"},
		{"a text in another", "A {% capture a %}{% capture b %}KANARI{% endcapture %}{% endcapture %} {{ b }}", "A", "isi kode capture mungkin"},
		{"pictures that no page here can have", "![Bagan](/img/c.svg \"K\") ![Foto](x.HEIC)", "Bagan. K Foto", "gambar /img/c.svg tidak dibawa; simpan sebagai PNG"},
		{"an address in HTML that is kept", "{% capture a %}<a href=\"mailto:a@contoh.go.id\">a@contoh.go.id</a>{% endcapture %}\n\n<div>{{ a | markdownify }}</div>", "[a@contoh.go.id](mailto:a@contoh.go.id)", ""},
		{"links without a word", "[](https://a.id/peta%20desa_1.png) [ ](/halaman/dua/) <a href=\"https://a.id\"></a> [![](x.png)](https://a.id/y/)", `[peta desa\_1.png](https://a.id/peta%20desa_1.png) [dua](/dua/) [a.id](https://a.id) [y](https://a.id/y/)`, "tautan ke https://a.id/y/ tidak bertulisan; tulisannya sekarang y"},
		{"the scheme of the page", "[a](//a.id/b) ![c](//a.id/c.png) [d]\n\n[d]: //a.id/d", "[a](https://a.id/b) c [d]\n\n[d]: https://a.id/d", "gambar //a.id/c.png tidak"},
		{"blanks behind a scheme", "[a](mailto: a@contoh.go.id) <a href=\"tel: 022123\">b</a> [c](https:// a.id/x) [d]((https://a.id) \"T\") [e](x)(y)", "[a](mailto:a@contoh.go.id) [b](tel:022123) [c](https://a.id/x) [d](https://a.id \"T\") e(y)", ""},
		{"control characters", "a\x07b&#8;c &#38; \u202ed", "abc &#38; d", "karakter kendali, yang tidak tampak, tidak dibawa"},
		{"a page that nobody sees any more", "{{< x >}}[a](/tiga/) [b](/empat/)", "a b", "tautan ke /tiga/ tidak punya tujuan"},
		// gohugoio/hugoDocs: Hugo finds pages by their files and in any case.
		{"links by files", "{{< x >}}[a](/Halaman/DUA/) [b](dua) [c](/halaman/dua.html) [d](/dua/)", "[a](/dua/) [b](/dua/) [c](/dua/) d", "tautan ke /dua/ tidak"},
		// gohugoio/hugo: alerts with a sign and a title were shown as they are written.
		{"alerts", "> [!NOTE]\n> a\n\n> [!WARNING]+ Bahaya *sekali*\n> b\n\n- > [!info]\n  > c\n\n> [!Tip]-\n> > [!faq] Apa?\n> > d\n\n`> [!x] y`", "> [!NOTE]\n> a\n\n> [!WARNING]\n> **Bahaya *sekali***\n>\n> b\n\n- > **Info**\n  >\n  > c\n\n> [!Tip]\n> > **Apa?**\n> >\n> > d\n\n`> [!x] y`", ""},
		{"what only looks like a name", "Isi\n[a]: /tiada/\n\n[b]: tiada di sini\n\n- [ ] [b] `[c]`\n\n[c]: dua.md", "Isi\n[a]: /tiada/\n\n[b]: tiada di sini\n\n- [ ] [b] `[c]`\n\n[c]: /dua/", ""},
		{"relative addresses", "[a](../dua/) [b](dua.md) [c](./dua.md)", "[a](/dua/) [b](/dua/) [c](/dua/)", ""},
		{"a part as another program names it", "[a](dua.md#tata-cara--waktu) [b](/halaman/dua/#Tata_Cara_Waktu)", "[a](/dua/#tata-cara-waktu) [b](/dua/#tata-cara-waktu)", ""},
		{"a part by a name of its own", "[a](dua.md#cara) [b](../dua/#mulai \"T\")", "[a](/dua/#tata-cara-waktu) [b](/dua/#b \"T\")", "atribut {#cara} tidak dibawa"},
		{"a part that is not there", "[a](dua.md#tiada)", "[a](/dua/)", "bagian #tiada tidak ada di halaman tujuannya"},
		{"a part of the page itself", "[a](#sini) [b](#tiada)\n\n## Sini", "[a](#sini) b\n\n## Sini", "bagian #tiada tidak ada"},
		{"a part by the name of its link", "[a][p]\n\n[p]: dua.md#tiada", "[a][p]\n\n[p]: /dua/", "bagian #tiada tidak ada"},
		{"what looks like a link to a part, in code", "```\n[a](#tiada)\n```", "```\n[a](#tiada)\n```", ""},
		{"headings of one text", "[a](#opsi) [b](#opsi-1) [c](#opsi-2) [d](#opsi-3) [e](#opsi-4)\n\n## Opsi\n\n## Opsi\n\n## Opsi", "[a](#opsi) [b](#opsi-2) [c](#opsi-3) [d](#opsi-3) e\n\n## Opsi\n\n## Opsi\n\n## Opsi", "bagian #opsi-4"},
		{"a note by hand", "Isi [[1]](#fn1).", "Isi [1].", "bagian #fn1"},
		{"what looks like one, in code within a line", "Tulis `[a](#tiada)` dan ``[b](dua.md)``.", "Tulis `[a](#tiada)` dan ``[b](dua.md)``.", ""},
		{"a link with code in its text", "[`a[0]`](dua.md) [b ``c`d`` e](dua.md#cara) `[x](dua.md)", "[`a[0]`](/dua/) [b ``c`d`` e](/dua/#tata-cara-waktu) `[x](/dua/)", ""},
		{"a part of another site", "[a](https://lain.id/x/#y)", "[a](https://lain.id/x/#y)", ""},
		{"words that look like a mark of the importer", "Loket baru: buka. `baru: x` [a](baru:b) \ufdd2c \ufdd0", "Loket baru: buka. `baru: x` [a](baru:b) c", ""},
		{"a comment of kramdown", "{% assign x = 1 %}A\n\n{::comment}\nKANARI\n\nKANARI\n{:/comment}\n\nB {::comment}KANARI{:/} C", "A\n\nB  C", "komentar tidak dibawa"},
		{"attributes of kramdown", "{% assign x = 1 %}[a](https://a.id){:target=\"_blank\"} *b*{:.merah} `{:x}`\n\n* {: .wajib}Nama", "[a](https://a.id) *b* `{:x}`\n\n- Nama", "atribut {:.merah} tidak dibawa"},
		{"a list of contents", "{% assign x = 1 %}A\n\n* Isi halaman\n{:toc}\n\nB", "A\n\nB", "atribut {:toc} tidak dibawa"},
		{"abbreviations of kramdown", "{% assign x = 1 %}PPID.\n\n*[PPID]: Pejabat Pengelola\n", "PPID.", "kepanjangan PPID tidak dibawa: Pejabat Pengelola"},
		{"addresses that nobody knows", "[a]({{ site.tautan }}) [b]({{ site.tiada }}/dua/) <a href=\"{{ site.tiada }}\">c</a> {{ site.nama }}", "[a](https://a.id/x) b c Dinas", "{{ site.tiada }} tidak dibawa"},
		{"an address of a shortcode", "[a]({{< tautan >}})\n\n<p><a href=\"{{< tautan >}}x\">b</a></p>", "a\n\nb", "{{< tautan >}}"},
		{"what a lost picture shows", "A ![Bagan: 10 hari](https://x.id/a.png) [![Laporan](x.png)](https://a.id/l) ![M](b.gif \"Di bawah\") B", "A Bagan: 10 hari [Laporan](https://a.id/l) M. Di bawah B", "gambar x.png tidak ada"},
		{"a shortcode that is shown, in code", "`{{</* x */>}}`\n\n```\n{{%/* youtube abc */%}}\n```", "`{{< x >}}`\n\n```\n{{% youtube abc %}}\n```", ""},
		{"raw in code", "```\n{% raw %}{{ page.title }}{% endraw %}\n```\n\n`{% raw %}{% x %}{% endraw %}`", "```\n{{ page.title }}\n```\n\n`{% x %}`", ""},
		{"code in items", "- ```html\n  <b>{{< x >}}</b>\n  ```\n- <b>b</b>\n\n1. c\n\n    ```\n    <b>x</b>\n\n    [x](y.md)\n    ```\n\nIsi:\n\n    <b>y</b> [z](w.md)", "- ```html\n  <b>{{< x >}}</b>\n  ```\n- **b**\n\n1. c\n\n    ```\n    <b>x</b>\n\n    [x](y.md)\n    ```\n\nIsi:\n\n    <b>y</b> [z](w.md)", ""},
		{"tabs", "{{< tabs >}}{{< tab \"Daring\" >}}Buka situs{{< /tab >}}{{< tab name=\"Luring\" >}}Datang{{< /tab >}}{{< /tabs >}}", "**Daring**\n\nBuka situs\n\n**Luring**\n\nDatang", "kode tabs tidak dibawa"},
		{"a comment over raw", "A {% comment %}KANARI {% raw %}{% endcomment %}{% endraw %} KANARI {% endcomment %} B", "A  B", "isi kode comment"},
		{"a tweet", `{{< tweet user="kpu" id="12" >}} {{< x user=kpu id=13 >}}`, "<https://x.com/kpu/status/12>\n\n<https://x.com/kpu/status/13>", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			liquid := strings.ReplaceAll(tt.body, "{{%", "")
			jekyll := !strings.Contains(tt.body, "{{<") &&
				(strings.Contains(liquid, "{% ") || strings.Contains(liquid, "{{ ") || strings.Contains(liquid, "{%\t"))
			files := fstest.MapFS{
				"halaman/satu.md":            {Data: []byte("---\ntitle: Satu\nversi: 2.1\n---\n" + tt.body + "\n")},
				"halaman/dua.md":             {Data: []byte("---\ntitle: Dua\n---\nIsi.\n\n## Tata cara & waktu? {#cara}\n\nIsi.\n\n<h3><a name=\"mulai\"></a>b</h3>\n")},
				"_posts/2025-01-02-kabar.md": {Data: []byte("---\ntitle: Kabar\n---\nIsi.\n")},
				"img/b.png":                  {Data: []byte("\x89PNG")},
				"img/c.svg":                  {Data: []byte("<svg/>")},
				"tiga.md":                    {Data: []byte("---\ntitle: Tiga\nexpiryDate: 2025-01-01\n---\nIsi.\n")},
				"empat.md":                   {Data: []byte("---\ntitle: Empat\ndraft: true\n---\nIsi.\n")},
			}
			if jekyll {
				files["_config.yml"] = &fstest.MapFile{Data: []byte("title: x\nnama: Dinas\ntautan: https://a.id/x\n")}
			} else {
				delete(files, "_posts/2025-01-02-kabar.md") // by which it would be known for one of Jekyll
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

// TestLinesOfMessages holds that a message says where in the file its matter stands.
func TestLinesOfMessages(t *testing.T) {
	page := "---\ntitle: Satu\nkunci_lama: x\ndraftx: y\n---\nlama g e.g. gambar\n\n" +
		"[a](g) [b](/tiada/)\n\n![c](x.png)\n\n<!-- z -->\n\n" +
		"<div>\n<p>q</p></div>\n\n## Judul {.kelas}\n\n{{< kotak >}}\n\n" +
		"[e](#bagian-9)\n\nd <b hidden>KANARI</b>\n\n" +
		"<ins>satu dua tiga empat lima</ins>\n"
	r, err := Folder(fstest.MapFS{
		"a.md": {Data: []byte(page)},
		"b.md": {Data: []byte("---\ntitle: B\nbuild:\n  render: never\n---\nKANARI\n")},
	}, theOptions(nil))
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]int{}
	for _, l := range r.Left {
		got[l.Why.ID] = l.Line
	}
	for said, line := range map[string]int{
		`kunci "kunci_lama" tidak dibawa`:                                            3,
		"tautan ke g tidak punya tujuan di sini; hanya tulisannya yang dibawa":       8,
		"tautan ke /tiada/ tidak punya tujuan di sini; hanya tulisannya yang dibawa": 8,
		"gambar x.png tidak ada di folder media":                                     10,
		"komentar tidak dibawa":                                                      12,
		"HTML di dalamnya diubah menjadi Markdown":                                   14,
		"atribut {.kelas} tidak dibawa":                                              17,
		"kode kotak tidak dibawa: {{< kotak >}}":                                     19,
		"bagian #bagian-9 tidak ada di halaman tujuannya":                            21,
		"tulisan yang tersembunyi tidak dibawa":                                      23,
		`<ins> "satu dua tiga empat …" menjadi tulisan biasa`:                        25,
		"tidak untuk umum (build.render)":                                            0,
	} {
		if at, told := got[said]; at != line || !told {
			t.Errorf("%s: line %d, want %d, told %v", said, at, line, told)
		}
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
		"tersembunyi.md":    {Data: []byte("<!--\n# KANARI\n-->\n\n{{< comment >}}\n# KANARI\n{{< /comment >}}\n\n# Judul terbuka\n")},
		"rusak.md":          {Data: []byte("---\ntitle: [\n---\nIsi.\n")},
		"di-luar.md":        {Data: []byte("---\ntitle: Di luar\nsource_url: https://a.id/x y\n---\n")},
		"di-dalam.md":       {Data: []byte("---\ntitle: Di dalam\nsource_url: https://a.id/z\n---\nIsi.\n")},
	}
	got := imported(Folder(files, theOptions(nil)))
	for _, want := range []string{
		"== content/halaman/tentang.md", "Tulisan daftar.", "title: Profil & tugas", "Isi profil.", "title: Judul dari isi", "title: tanpa apa apa", "Isi saja.",
		"left: kosong/_index.md: halaman daftar tanpa tulisan", "left: bukti.html: HTML tanpa judul", "left: catatan.org: .org tidak dibaca", "left: panduan.adoc: .adoc tidak dibaca",
		"title: Judul terbuka", "left: tanpa-judul.md: tidak berjudul", "aliases: [/docs/format/]", "[x](/format/)", "left: rusak.md: kepala",
		"<https://a.id/x%20y>\n", `left: di-dalam.md: kunci "source_url" tidak dibawa`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	if strings.Contains(got, "KANARI") {
		t.Error(got)
	}
	links := fstest.MapFS{"_config.yml": {Data: []byte("title: x\n")}, "dua.md": {Data: []byte("---\ntitle: Dua\n---\nIsi.\n")},
		"satu.html": {Data: []byte("---\ntitle: Satu\n---\n<p><a href=\"{% link dua.md %}\">baru: dua</a></p>\n{% highlight html %}\n<b>kode</b> &amp;\n{% endhighlight %}\n")}}
	if got := imported(Folder(links, theOptions(nil))); !strings.Contains(got, "[baru: dua](/dua/)\n\n```html\n<b>kode</b> &amp;\n```\n") {
		t.Error(got)
	}
	jekyll := fstest.MapFS{"_config.yml": {Data: []byte("title: x\n")}, "README.md": {Data: []byte("# Untuk pengembang\n")}, "profil.md": {Data: []byte("---\ntitle: Profil\n---\nIsi.\n")}}
	if got := imported(Folder(jekyll, theOptions(nil))); strings.Contains(got, "pengembang") || !strings.Contains(got, "left: README.md") {
		t.Errorf("%s", got)
	}
}

// TestHiddenFolders holds what else of a folder the old generator showed to nobody.
func TestHiddenFolders(t *testing.T) {
	page := func(header string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte("---\ntitle: KANARI\n" + header + "---\nKANARI\n")}
	}
	for name, files := range map[string]fstest.MapFS{
		"a cascade from the top":           {"_index.md": {Data: []byte("---\ncascade: {build: {render: never, list: never}}\n---\n")}, "a.md": page(""), "b/c.md": page("")},
		"drafts from the top":              {"_index.md": {Data: []byte("---\ncascade: {draft: true}\n---\n")}, "a.md": page("")},
		"a cascade in a language":          {"b/_index.id.md": {Data: []byte("---\ncascade: {build: {render: never}}\n---\n")}, "b/c.md": page("")},
		"gohugoio/hugo#6312, a draft":      {"dok/_index.md": {Data: []byte("---\ndraft: true\n---\n")}, "dok/a.md": page(""), "dok/b/c.md": page("")},
		"gohugoio/hugo#6312, what is over": {"dok/_index.md": {Data: []byte("---\nexpiryDate: 2024-01-01\n---\n")}, "dok/a.md": page("")},
		"beside a page in a language":      {"surat/index.id.md": {Data: []byte("---\ntitle: Surat\n---\nIsi\n")}, "surat/catatan.md": page("")},
		"patterns of what is excluded":     {"_config.yml": {Data: []byte("exclude: [\"internal/*.md\", \"*.rahasia.md\", konsep/]\n")}, "internal/x.md": page(""), "y.rahasia.md": page(""), "konsep/z.md": page(""), "a/b.rahasia.md": page("")},
	} {
		if got := imported(Folder(files, theOptions(nil))); strings.Contains(got, "KANARI") {
			t.Errorf("%s:\n%s", name, got)
		}
	}
	got, left := bodyOf(t, `a <!-- wp:group {"metadata":{"blockVisibility":false}} --><div><!-- wp:group --><p>KANARI</p><!-- /wp:group --><p>KANARI</p></div><!-- /wp:group --> b [access role="editor"]KANARI[/access]`)
	if strings.Contains(got, "KANARI") || !strings.Contains(got, "b") || len(left) == 0 {
		t.Errorf("%q %v", got, left)
	}
}

// TestDaysOfFolders holds what is carried as a draft or for certain days, by whatever key, and that
// of a cascade only its target is hidden.
func TestDaysOfFolders(t *testing.T) {
	for name, tt := range map[string]struct{ file, header, site, want string }{
		"hidden later":           {"a.md", "unpublishDate: 2020-01-01", "", "expires: 2020-01-01 00:00"},
		"shown later":            {"a.md", "pubdate: 2099-01-01", "", "publish: 2099-01-01 00:00"},
		"shown later, a date":    {"a.md", "published: 2099-01-01", "", "publish: 2099-01-01 00:00"},
		"shown, no date":         {"a.md", "published: true", "", "title: A\n---"},
		"a key of the site":      {"content/a.md", "akhir: 2020-01-01", "[frontmatter]\nexpiryDate = ['akhir', ':default']", "expires: 2020-01-01 00:00"},
		"no date":                {"a.md", "expiryDate: kemarin", "", "draft: true"},
		"a cascade":              {"content/b/a.md", "x: 1", "[[cascade]]\nexpiryDate = 2020-01-01", "expires: 2020-01-01 00:00"},
		"a cascade for others":   {"content/b/a.md", "x: 1", "[[cascade]]\nbuild = {render = 'never'}\n[cascade.target]\npath = '/c/**'", "title: A"},
		"against a cascade":      {"content/b/a.md", "draft: false", "[cascade]\ndraft = true", "aliases: [/b/a/]\n---"},
		"drafts of a folder":     {"b/_drafts/a.md", "x: 1", "_posts", "draft: true"},
		"a bundle of a language": {"b/index.id.md", "x: 1", "", "== content/halaman/b.md"},
		"included with its mark": {"_pages/a.md", "x: 1", "include: [_pages]", "title: A"},
	} {
		files := fstest.MapFS{tt.file: {Data: []byte("---\ntitle: A\n" + tt.header + "\n---\nIsi.\n")}}
		switch {
		case tt.site == "_posts":
			files["_posts/2025-01-01-b.md"] = &fstest.MapFile{Data: []byte("---\ntitle: B\n---\n")}
		case strings.HasPrefix(tt.site, "include"):
			files["_config.yml"] = &fstest.MapFile{Data: []byte(tt.site)}
		case tt.site != "":
			files["hugo.toml"] = &fstest.MapFile{Data: []byte(tt.site)}
		case strings.Contains(tt.file, "index"):
			files["b/index.en.md"] = &fstest.MapFile{Data: []byte("---\ntitle: B\n---\n")}
		}
		if got := imported(Folder(files, theOptions(nil))); !strings.Contains(got, tt.want) {
			t.Errorf("%s:\n%s", name, got)
		}
	}
}

// TestInstructionsAreReadOnce reads a page of many instructions beside one of few: the time for
// each must not grow with their number.
func TestInstructionsAreReadOnce(t *testing.T) {
	for _, text := range []string{"{%a%}\n\n", "`b` {{c}} ", "{%a%}{%enda%}", "{%raw%}{%endraw%}"} {
		readOnce(t, text, 2000, func(body string) {
			r := newResult(theOptions(nil))
			r.withoutTemplates(&page{name: "a.md", jekyll: true, header: map[string]any{}}, body, &old{})
		})
	}
}

// TestUnseenIsReadOnce is the same for what nobody sees.
func TestUnseenIsReadOnce(t *testing.T) {
	for _, text := range []string{"<!-- a --> ", "<b hidden>x</b> ", "{::comment}a{:/} ", "<b ", "<b>a:</b>b ", "a <p>b</p> ", "` a\n", "`` a ` b\n"} {
		readOnce(t, text, 500, func(body string) {
			newResult(theOptions(nil)).plainBody(&page{name: "a.md", body: body}, &old{})
		})
	}
}

// readOnce holds that ten times as much of a text takes about ten times as long.
func readOnce(t *testing.T, text string, n int, read func(body string)) {
	t.Helper()
	took := func(n int) time.Duration {
		begin := time.Now()
		read(strings.Repeat(text, n))
		return time.Since(begin)
	}
	few, many := took(n), took(10*n)
	for range 10 { // other work only makes a reading slower
		if many <= 40*few {
			return
		}
		few, many = min(few, took(n)), min(many, took(10*n))
	}
	t.Errorf("%q: ten times as many take %.0f times as long", text, float64(many)/float64(few))
}

// TestCodeOverLines holds that code within a line may go on in the next, where Markdown lets it,
// and that what is in doubt is looked at for what nobody sees.
func TestCodeOverLines(t *testing.T) {
	for in, want := range map[string]string{
		"a ` <style>\n  b { c }\n</style>` d <!-- KANARI --> e\n": "a ` <style>\n  b { c }\n</style>` d  e\n",
		"`<b hidden>\nx</b>`\n":                                   "`<b hidden>\nx</b>`\n",
		"` <!-- KANARI -->\n\n`\n":                                "` \n\n`\n",
		"` <!-- KANARI -->\n- `\n":                                "` \n- `\n",
		"` <!-- KANARI -->\n<div>`\n":                             "` \n<div>`\n",
		"` <!-- KANARI -->\n</div>`\n":                            "` \n</div>`\n",
		"``a\n` b`` <!-- KANARI -->\n":                            "``a\n` b`` \n",
	} {
		if got := newResult(theOptions(nil)).withoutUnseen("a.md", in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// TestMeaningIsTold holds that what Markdown cannot say is told, and captions stay without
// pictures.
func TestMeaningIsTold(t *testing.T) {
	for _, tt := range []struct{ name, in, want, left string }{
		{"a cell over several", `<table><tr><th>A</th><th>B</th></tr><tr><td colspan="2">Lebar sekali</td></tr></table>`, "Lebar sekali", `sel gabungan "Lebar sekali"`},
		{"letters for numbers", `<ol type="a"><li>satu</li></ol>`, "1. satu", `daftar "satu" bernomor lain`},
		{"numbers downwards", `<ol reversed><li>satu</li></ol>`, "1. satu", `daftar "satu" bernomor lain`},
		{"inserted words", "a <ins>baru</ins> <mark>penting</mark>", "a baru penting", `<ins> "baru"`},
		{"numbers of items", `<ol><li value="7">tujuh</li><li>delapan</li></ol>`, "7. tujuh\n8. delapan", ""},
		{"numbers between items", `<ol><li>satu</li><li value="7">tujuh</li></ol>`, "1. satu", `daftar "satu tujuh" bernomor lain`},
		{"letters by style", `<ol style="list-style-type:lower-alpha"><li>satu</li></ol>`, "1. satu", `daftar "satu" bernomor lain`},
		{"lines of their own", `<details><summary>Syarat</summary>KTP</details><center>Judul</center>teks<fieldset><legend>Alamat</legend>Jalan</fieldset>`, "Syarat\n\nKTP\n\nJudul\n\nteks\n\nAlamat\n\nJalan", ""},
		{"tabs", `[tabs][tab title="Daring"]Buka situs[/tab][tab title="Luring"]Datang[/tab][/tabs]`, "**Daring**\n\nBuka situs\n\n**Luring**\n\nDatang", ""},
		{"signs at the end of bold text", `<b>Nama:</b>Budi <strong>“Kutip”</strong>sambung a<b>(x)</b> <b>!</b>b`, "**Nama**:Budi **“Kutip**”sambung a(**x)** !b", ""},
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
