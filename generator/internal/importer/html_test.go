package importer

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"maklumat/generator/internal/markdown"
)

// TestForeignHTML holds that HTML of other producers is read as browsers read it. The inputs
// are made for this test; the comment names the kind of report that asked for a row.
func TestForeignHTML(t *testing.T) {
	for _, test := range []struct{ name, in, want, left string }{
		// A WordPress export: struck text became valid, powers became numbers.
		{"struck text", "Tarif <del>Rp5.000</del> <s>Rp6.000</s> <ins>Rp7.000</ins>",
			"Tarif ~~Rp5.000~~ ~~Rp6.000~~ Rp7.000", ""},
		{"powers and indices", "10<sup>6</sup> m<sup>2</sup> H<sub>2</sub>O CO<SUB>2</SUB>",
			"10⁶ m² H₂O CO₂", ""},
		{"raised words are told", "Pasal 5<sup>bis</sup>", "Pasal 5bis",
			`<sup> "bis" sesudah "5" menjadi tulisan biasa`},
		{"the number of a note stays a link", `Isi<sup><a href="https://a.id/#1">1</a></sup>`,
			"Isi[1](https://a.id/#1)", ""},
		{"an entity that is shown", "Tulis &amp;amp; dan &amp;lt; serta R&amp;D",
			"Tulis &amp;amp; dan &amp;lt; serta R&amp;D", ""},
		{"code with a pipe in a table",
			"<table><tr><th>A</th></tr><tr><td><code>p|q</code></td></tr></table>",
			"| A      |\n|--------|\n| `p\\|q` |", ""},
		{"a list of terms", "<dl><dt>Hak<dd>Satu<p>Dua</p><dd>Tiga<dt>Wajib<dd>Empat</dl>",
			"Hak\n: Satu\n\n  Dua\n: Tiga\n\nWajib\n: Empat", ""},
		{"lists one after the other",
			"<ul><li>a</ul><ol><li>b</ol><ul><li>c</ul> <ol><li>d</ol><ol><li>e</ol>",
			"- a\n\n1. b\n\n- c\n\n1. d\n\n<!-- -->\n\n1. e", ""},
		{"a quotation within a line", "Kata <q>ya</q>.", "Kata “ya”.", ""},

		// An importer of Jekyll: the code of a plug-in got paragraphs and entities.
		{"the code of a plug-in",
			"Sesudah [code language=\"ps\"]Get-Item & echo <b>\n\n[x y=1][/code] akhir",
			"Sesudah\n\n```ps\nGet-Item & echo <b>\n\n[x y=1]\n```\n\nakhir", ""},
		// An importer of Pelican, and Jekyll's help: tags in code that nobody had escaped.
		{"unescaped code",
			"<pre><code>#include <stdio.h>\nList<Surat> a;\nif (a < b) {}</code></pre>",
			"```\n#include <stdio.h>\nList<Surat> a;\nif (a < b) {}\n```", ""},
		{"code that shows Markdown", "<pre>![a](b.jpg)\n[c](/d/)</pre>",
			"```\n![a](b.jpg)\n[c](/d/)\n```", ""},
		// An exporter to Ghost: several lines of code became one.
		{"code of several lines", "<code>\ndef a\n  b\nend\n</code>", "```\ndef a\n  b\nend\n```",
			""},

		// Exporters to Gatsby and by Python: captions came as text, or with their brackets.
		{"a caption in a box", "<div class='wp-caption aligncenter' style='width: 9px'>" +
			`<img src=https://lama.go.id/a.jpg alt="Meja"><p class="wp-caption-text">Meja <b>` +
			`kami</b></p></div>Isi`,
			"![Meja](a.jpg \"Meja kami\")\n\nIsi", ""},
		{"a caption as an attribute", `[caption width="300" caption="Meja <em>kami</em>"]<img ` +
			`src="a.jpg" alt="M">[/caption]`,
			`![M](a.jpg "Meja kami")`, ""},
		{"a picture that is a link", `<p><a href="https://a.id/"><img src="a.jpg" alt="M"></a></p><figure><a href="https://lama.go.id/wp-content/uploads/a.pdf"><img src="a.jpg" alt="N"></a></figure>`,
			"[![M](a.jpg)](https://a.id/)\n\n[![N](a.jpg)](a.pdf)", ""},
		{"a picture that shows itself", `<a href="https://lama.go.id/wp-content/uploads/a-scaled.jpg"><img src="https://lama.go.id/wp-content/uploads/a-300x200.jpg" alt="M"></a>`, "![M](a.jpg)", ""},
		{"links in a caption", `<figure><a href="https://a.id/"><img src="a.jpg" alt="M"></a><figcaption>Foto: <a href="https://b.id/y">Antara</a></figcaption></figure>`,
			"![M](a.jpg \"Foto: Antara\")\n\n[M](https://a.id/), [Antara](https://b.id/y)", ""},
		{"a gallery of figures", `<figure><figure><img src="a.jpg" alt="x"><figcaption>` +
			`Satu</figcaption></figure>` +
			`<figure><img src="a.jpg" alt="y"></figure><figcaption>Semua</figcaption></figure>`,
			"![x](a.jpg \"Satu\")\n\n![y](a.jpg)\n\nSemua", ""},
		{"the caption of a table", "<figure><table><tr><td>a</td></tr></table><figcaption>Tabel " +
			"1</figcaption></figure>",
			"| a |\n|---|\n\nTabel 1", ""},
		{"a picture that came into view",
			`<img src="data:image/gif;base64,R0" data-src="a.jpg" alt="M">` +
				`<noscript><img src="a.jpg" alt="M"></noscript>`, "![M](a.jpg)", ""},
		{"a picture within the text", `Isi <img src="data:image/png;base64,R0lG" alt="M">`, "Isi",
			"gambar yang tertanam di dalam teks tidak dibawa"},

		// Converters of Python, .NET and JavaScript: cells of several lines broke the table.
		{"divisions in a cell", "<table>\n<tr><td>Satu</td><td>\n  <div>Dua</div>\n  <div>" +
			"Tiga</div>\n</td></tr></table>",
			"| Satu | Dua; Tiga |\n|------|-----------|", ""},
		{"items that are not ended",
			"<TABLE BORDER=0><TR><TD>\n<UL>\n<LI>a\n<LI>b\n</UL>\n<TD>c</TABLE>",
			"| a; b | c |\n|------|---|", ""},
		{"a break between paragraphs",
			"<table><tr><td><p>a</p><br/><p>b</p></td><td><b>c<br>d</b></td></tr></table>",
			"| a; b | **c; d** |\n|------|----------|", ""},
		{"a table in a cell", "<table><tr><td><table><tr><td>1</td><td>2</td></tr></table></td>" +
			"<td>x</td></tr></table>",
			"| 1; 2 | x |\n|------|---|", ""},

		// A converter of .NET: what Outlook and Word write was lost or shown.
		{"Word", "<style><!-- p {margin:0} --></style><!--[if gte mso 9]><xml><w:View>" +
			"Normal</w:View></xml><![endif]-->" +
			"<xml><w:View>Normal</w:View></xml><p class=MsoNormal>Isi<o:p></o:p></p>", "Isi",
			"<style> tidak dibawa"},
		{"the list of Word", "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if " +
			"!supportLists]>" +
			"<span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>Satu</p>\n" +
			"<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span " +
			"style='mso-list:Ignore'>·</span>Dua</p>" +
			"<p style='mso-list:l1'><span style='mso-list:Ignore'>1.</span>Tiga</p>",
			"- Satu\n- Dua\n\n1. Tiga", ""},
		// A web editor and a converter of Google Docs: bold is a style, and what is not bold a tag.
		{"Google Docs", `<b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr">` +
			`<span style="font-weight:400">Biasa </span><span style="font-weight:700">` +
			`tebal</span> ` +
			`<span style="font-style:italic">miring</span> <span ` +
			`style="text-decoration:line-through">salah</span> ` +
			`10<span style="vertical-align:super">6</span></p></b>`,
			"Biasa **tebal** *miring* ~~salah~~ 10⁶", ""},
		{"a link that counts", `<a href="https://www.google.com/url?q=https://kpu.go.id/a%3Fb%3D` +
			`1&amp;sa=D">KPU</a>`,
			"[KPU](https://kpu.go.id/a?b=1)", ""},

		{"attributes of all sorts",
			"<a title=\"a > b\" href='/b/'\n  class=x>satu</a> <A HREF=/b/>dua</A> " +
				`<a href="/b/" title="[galeri x=1]">tiga</a>`,
			"[satu](/berita/2021/b/ \"a > b\") [dua](/berita/2021/b/) [tiga](/berita/2021/b/ \"[galeri x=1]\")", ""},
		{"paragraphs that are not ended", "<p>satu<p>dua<ul><li>a<li>b</ul>tiga",
			"satu\n\ndua\n\n- a\n- b\n\ntiga", ""},
		{"CDATA, comments, more", "a<![CDATA[x]]]]><![CDATA[>b<!-- c --><!--more-->d", "abd", ""},
		{"upper case", "<CENTER><FONT SIZE=2>a</FONT></CENTER><H1 CLASS=x>b</H1><P>c<BR>d",
			"a\n\n## b\n\nc\\\nd", ""},
		{"signs that are no tags", "a < b, 5 <6 dan c > d &lt;budi@contoh.go.id&gt;",
			"a &lt; b, 5 &lt;6 dan c &gt; d &lt;budi@contoh.go.id&gt;", ""},
		{"links to nowhere", `<a name="x"></a><a name=y>a</a> <a href="#">b</a> <a ` +
			`href="javascript:c()">c</a>`, "a b c", ""},
		{"a paragraph of a blank", "a\n\n&nbsp;\n\nb", "a\n\nb", ""},
		{"bold over paragraphs", "<strong>a.\n\nb.</strong>\n\nc", "**a.**\n\n**b.**\n\nc", ""},
		{"what was hidden",
			`Isi <span style="display: none">KANARI</span><div hidden>KANARI</div>`, "Isi",
			"tulisan yang tersembunyi tidak dibawa"},
		{"what was hidden by its class", `Isi <b class="x d-none">KANARI</b>` +
			`<p class="d-none d-md-block">a</p><p class="hidden lg:flex">b</p>` +
			`<div class="Hidden">KANARI</div><p class="hidden-item sr-only">c</p>`,
			"Isi\n\na\n\nb\n\nc", "tulisan yang tersembunyi tidak dibawa"},
		// The rows that follow have their reports.
		{"xberg-io/html-to-markdown#468", `<style>.lama{display:none}</style><p class="lama">KANARI</p>` +
			`<font style="position:absolute;overflow:auto;width:0;height:0">KANARI</font>` +
			`<div style="overflow:hidden;height:1px;width:1px">KANARI</div>` +
			`<p style="clip-path:inset(50%)">KANARI</p><p style="color:transparent">KANARI</p>` +
			`<p style="opacity:.001">KANARI</p><marquee style="width:0px">KANARI</marquee>` +
			`<p>a <span style="color:#fff;background-color:#fff">KANARI</span>b</p>`, "a b",
			"tulisan yang tersembunyi tidak dibawa"},
		{"mixmark-io/turndown#194", `<p>Nama<br>: Budi<br>Jabatan<br> : Ketua</p>`,
			"Nama\\\n\\: Budi\\\nJabatan\\\n\\: Ketua", ""},
		{"xberg-io/html-to-markdown#24", `<ul><li><input type="checkbox" checked> Selesai</li>` +
			`<li><input type=checkbox> Belum</li></ul>`, "- [x] Selesai\n- [ ] Belum", ""},
		{"what runs", "<script>a</script><svg><text>b</text></svg><form>c</form>d", "d",
			"<form> tidak dibawa"},
		{"players", `<object><param name="movie" value="x"><embed src="//v.id/a"></object>` +
			`<VIDEO><SOURCE SRC=https://v.id/b.mp4></VIDEO>`,
			"<https://v.id/a>\n\n<https://v.id/b.mp4>", "sematan https://v.id/a menjadi tautan"},
		{"a player without an address", "<iframe></iframe>a", "a",
			"sematan tanpa alamat tidak dibawa"},

		{"a shortcode around an address", `[youtube]https://v.id/a[/youtube] [embed ` +
			`width="1"]https://v.id/?a=1&amp;b=2[/embed]`,
			"<https://v.id/a>\n\n<https://v.id/?a=1&b=2>", "kode pendek [youtube] menjadi tautan"},
		{"a shortcode with an address",
			`a [youtube https://v.id/a] [audio mp3='https://v.id/b.mp3'][/audio]`,
			"a\n\n<https://v.id/a>\n\n<https://v.id/b.mp3>", "kode pendek [audio] menjadi tautan"},
		{"brackets in a shortcode", `[tombol teks="[x] <b>" a=1]Klik[/tombol] b`, "Klik b",
			"kode pendek [tombol] tidak dibawa"},
		{"a shortcode to be seen", "[[kode a=1]] dan [kata]", "\\[kode a=1] dan \\[kata]", ""},
		{"a shortcode for members", "a [members_only]KANARI [x y=1]<p>KANARI[/members_only] b",
			"a b",
			"isi kode pendek [members_only] tidak untuk umum dan tidak dibawa"},
		{"plug-ins for members", "a [mepr-show rules=\"1\"]KANARI[mepr-show]KANARI[/mepr-show]KANARI[/mepr-show] [s2If current_user_can(access_s2member_level1)]KANARI[/s2If] " +
			"[groups_can capability=x]KANARI[/groups_can] [kolom roles='editor']KANARI[/kolom] b", "a b", "isi kode pendek [mepr-show] tidak untuk umum"},
		{"blocks for members", "<!-- wp:premium-content/container --><div><!-- wp:premium-content/subscriber-view --><p>KANARI</p><!-- /wp:premium-content/subscriber-view --></div><!-- /wp:premium-content/container -->" +
			"<!-- wp:paragraph {\"metadata\":{\"name\":\"a > b\",\"blockVisibility\":false}} --><p>KANARI</p><!-- /wp:paragraph --><!-- wp:paragraph {\"otterConditions\":[[{\"type\":\"x\"}]]} --><p>KANARI</p><!-- /wp:paragraph -->" +
			"<!-- wp:paragraph {\"blockVisibility\":true,\"conditions\":[]} --><p>b</p><!-- /wp:paragraph --><!-- wp:jetpack/paywall /--><p>KANARI</p>", "b", "blok yang disembunyikan tidak dibawa"},
		{"a gallery without pictures", "a [gallery]", "a",
			"galeri tanpa daftar gambar tidak dibawa"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, left := bodyOf(t, test.in)
			if got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
			if said := fmt.Sprint(left); !strings.Contains(said, test.left) {
				t.Errorf("left: %s", said)
			}
		})
	}
}

// TestPostsForSome holds that a post is not carried which a plug-in shows only to some, and that
// one without a title does not get it of what is hidden.
func TestPostsForSome(t *testing.T) {
	for meta, shown := range map[string]bool{
		"_members_access_role=administrator": false, "_members_access_role=": true, "rcp_access_level=None": true, "rcp_access_level=2": false,
		`um_content_restriction=a:1:{s:26:"_um_custom_access_settings";s:1:"0"}`: true, `um_content_restriction=a:1:{s:26:"_um_custom_access_settings";s:1:"1"}`: false,
		"_jetpack_newsletter_access=subscribers": false, "_jetpack_newsletter_access=everybody": true, "_edit_last=1": true,
	} {
		src, _ := export(1)
		key, value, _ := strings.Cut(meta, "=")
		src = strings.Replace(src, "</item>", "<wp:postmeta><wp:meta_key>"+key+"</wp:meta_key><wp:meta_value>"+value+"</wp:meta_value></wp:postmeta></item>", 1)
		if got := imported(WordPress(strings.NewReader(src), theOptions(nil))); strings.Contains(got, "==") != shown || !shown && strings.Contains(got, "Berita") {
			t.Errorf("%s:\n%s", meta, got)
		}
	}
	src, _ := export(1)
	src = strings.Replace(strings.Replace(src, "<title>Berita berkala</title>", "<title></title>", 1), "<p>Isi 0", "<p hidden>KANARI</p>[members]KANARI[/members]<p>Isi", 1)
	if got := imported(WordPress(strings.NewReader(src), theOptions(nil))); strings.Contains(got, "KANARI") || !strings.Contains(got, "title: Isi, lihat") {
		t.Error(got)
	}
}

// TestPartsOfPosts holds that what posts have in common, their notes and their files are carried or
// told.
func TestPartsOfPosts(t *testing.T) {
	item := func(id int, kind, more, text string) string {
		return fmt.Sprintf(`<item><title>T%d</title><link>https://lama.go.id/t%d/</link><content:encoded><![CDATA[%s]]></content:encoded><wp:post_id>%d</wp:post_id><wp:post_date>2021-01-01 09:00:00</wp:post_date>`+
			`<wp:status>publish</wp:status><wp:post_type>%s</wp:post_type>%s</item>`, id, id, text, id, kind, more)
	}
	meta := func(key, value string) string {
		return "<wp:postmeta><wp:meta_key>" + key + "</wp:meta_key><wp:meta_value><![CDATA[" + value + "]]></wp:meta_value></wp:postmeta>"
	}
	file := func(name string) string {
		return "<wp:attachment_url>https://lama.go.id/wp-content/uploads/" + name + "</wp:attachment_url>"
	}
	src := `<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><wp:base_blog_url>https://lama.go.id</wp:base_blog_url>` +
		item(1, "page", meta("_thumbnail_id", "20")+meta("footnotes", `[{"content":"<em>Pasal</em> 22","id":"abc"},{"content":"KANARI","id":"def"}]`),
			`<!-- wp:block {"ref":9} /--><p>Sepuluh<sup data-fn="abc" class="fn"><a href="#abc" id="abc-link">1</a></sup>.</p><!-- wp:block {"ref":10} /--><!-- wp:block {"ref":99} /--><!-- wp:footnotes /-->`) +
		item(9, "wp_block", "", "<p>Pola.</p>"+strings.Repeat(`<!-- wp:block {"ref":9} /-->`, 20)) + item(10, "wp_block", "<wp:post_password>x</wp:post_password>", "<p>KANARI</p>") +
		item(20, "attachment", file("a.jpg"), "") + item(21, "attachment", file("a.pdf"), "") + item(22, "attachment", "<wp:post_parent>77</wp:post_parent>"+file("KANARI.pdf"), "") +
		`</channel></rss>`
	got := imported(WordPress(strings.NewReader(src), theOptions(fstest.MapFS{"a.jpg": {}, "a.pdf": {}, "b.pdf": {}, "b-300x200.jpg": {}})))
	for _, want := range []string{"Pola.\n\nSepuluh[^1].\n\n[^1]: *Pasal* 22\n", "left: page 1 \"T1\": pola 9 tidak ada", "pola 10 tidak ada", "pola 99 tidak ada", "fotonya, a.jpg, tidak dibawa",
		"left: attachment 21 https://lama.go.id/wp-content/uploads/a.pdf: tidak disebut", "left: attachment 22: tidak disebut", "left: : 3 berkas di folder media"} {
		if !strings.Contains(got, want) || strings.Contains(got, "KANARI") {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	bundle := fstest.MapFS{"content/b/index.md": {Data: []byte("---\ntitle: B\n---\n[x](x.pdf)\n")}, "content/b/x.pdf": {}, "content/b/lain/y.pdf": {}, "static/a.jpg": {}, "static/z.css": {}}
	o := theOptions(nil)
	o.Media = nil
	got = imported(Folder(bundle, o))
	if !strings.Contains(got, "left: b/lain/y.pdf: tidak disebut") || strings.Contains(got, "left: b/x.pdf") || !strings.Contains(got, "left: : 1 berkas di folder media") {
		t.Error(got)
	}
}

// TestMeaningArrives holds that what Markdown is made of HTML becomes the same HTML again on
// the new site.
func TestMeaningArrives(t *testing.T) {
	for _, s := range []string{
		"<dl>\n<dt>Hak</dt>\n<dd>Satu</dd>\n</dl>",
		"<p><del>lama</del> <strong>baru</strong> &amp;amp; &lt;b&gt;</p>",
		"<pre><code class=\"language-ps\">a\n\n&lt;b&gt;\n</code></pre>",
		"<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>",
		"<blockquote>\n<p>a</p>\n<p>b</p>\n</blockquote>",
		"<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>",
	} {
		r := newResult(theOptions(nil))
		body := r.markdown("x", s)
		again := markdown.NewParser().Parse("x.md", []byte(body), 0)
		want, got := strings.ReplaceAll(s, "\n", ""), strings.ReplaceAll(string(again.HTML), "\n",
			"")
		for _, loose := range []string{"<p>", "</p>"} { // a list with room between its items
			if strings.Contains(want, "<li>") {
				got = strings.ReplaceAll(got, loose, "")
			}
		}
		if got != want || len(r.Left) > 0 {
			t.Errorf("%s\nbecomes\n%s\nand that\n%s\n%v", s, body, again.HTML, r.Left)
		}
	}
}

// TestDeepHTML holds that a text nested beyond measure is told and breaks nothing.
func TestDeepHTML(t *testing.T) {
	_, left := bodyOf(t, strings.Repeat("<div>", 2000)+"a")
	if said := fmt.Sprint(left); !strings.Contains(said, "isinya tidak dapat dibaca") {
		t.Error(said)
	}
}
