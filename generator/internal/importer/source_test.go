package importer

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"
)

// imported returns all that an import makes and leaves, as text.
func imported(r *Result, err error) string {
	var b strings.Builder
	if err != nil {
		fmt.Fprintln(&b, "error:", err)
		return b.String()
	}
	for _, d := range r.Documents {
		fmt.Fprintf(&b, "== %s\n%s", d.Path, d.Text)
	}
	for _, l := range r.Left {
		fmt.Fprintf(&b, "left: %s: %s\n", l.Where, l.Why.ID)
	}
	return b.String()
}

// TestControlCharacters holds that an export is read whole in spite of characters that XML
// forbids, and that their lines are told.
func TestControlCharacters(t *testing.T) {
	src, _ := export(2)
	src = strings.Replace(src, "Isi 0", "Isi\vtab\x00\x1f tegak\ufffe \uffff.", 1)
	src = strings.Replace(src, "Isi 1", "\n\n\bIsi satu\x02", 1)
	src = strings.Replace(src, "<title>Berita 1", "<title>Berita&#x0B;&#2;satu&#10;", 1)
	got := imported(WordPress(strings.NewReader(src), theOptions(nil)))
	for _, want := range []string{
		"\nIsi tab tegak .,", "\nIsi satu,", "title: Berita satu\n",
		"left: : karakter kendali di baris 1 ekspor tidak dibawa\n",
		"left: : karakter kendali di baris 3 ekspor tidak dibawa\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	broken := strings.Replace(src, "Isi 0", "Isi \xe9", 1)
	if broken == src {
		broken = strings.Replace(src, "tegak", "tegak \xe9", 1)
	}
	got = imported(WordPress(strings.NewReader(broken), theOptions(nil)))
	if !strings.Contains(got, "error: ") {
		t.Errorf("another encoding is not refused:\n%s", got)
	}
}

// TestCleaner holds that a cleaner passes on what XML allows, in pieces of any size.
func TestCleaner(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.RuneFrom([]rune("a\n\t\r\v\x00é\ufffe\uffff\ufffd猫"))).Draw(t,
			"s")
		c := &cleaner{from: bufio.NewReaderSize(io.MultiReader(
			strings.NewReader(s[:len(s)/2]), strings.NewReader(s[len(s)/2:])), 16), line: 1}
		got, err := io.ReadAll(c)
		want := strings.NewReplacer("\v", " ", "\x00", "", "\ufffe", "", "\uffff", "").Replace(s)
		if err != nil || string(got) != want {
			t.Errorf("%q becomes %q: %v", s, got, err)
		}
		if (len(c.lines) > 0) != (want != s) || c.line != 1+strings.Count(s, "\n") {
			t.Errorf("%q: lines %v of %d", s, c.lines, c.line)
		}
	})
}

// TestPlainTextStaysPlain holds that what is no HTML is not read as HTML.
func TestPlainTextStaysPlain(t *testing.T) {
	const title = "Belanja < Rp200 juta dan > Rp50 juta, a<b>c, Q&amp;A"
	const row = ";keuangan;S;Soreang, 1 Januari 2025;cetak;1 tahun;Berkala\n"
	const head = "Judul;Unit;Penanggung jawab;Waktu dan tempat;Bentuk;Retensi;Jenis informasi\n"
	for name, got := range map[string]string{
		"register": imported(Register("dip.csv", []byte(head+`"`+title+`"`+row), theOptions(nil))),
		"article":  imported(Article("2025-01-01.txt", []byte(title+"\n\nIsi."), theOptions(nil))),
	} {
		if !strings.Contains(got, "title: "+title+"\n") {
			t.Errorf("%s:\n%s", name, got)
		}
	}
	for header, want := range map[string]string{
		"Nilai < 5 dan > 3, a<b>c": "Nilai < 5 dan > 3, a<b>c",
		"Tanya &amp; jawab":        "Tanya & jawab",
		"Kabar <em>baru</em>":      "Kabar baru",
	} {
		got := imported(Folder(fstest.MapFS{"posts/a.md": {Data: []byte(
			"---\ntitle: '" + header + "'\ndate: 2025-01-01\n---\nIsi.\n")}}, theOptions(nil)))
		if !strings.Contains(got, "title: "+want+"\n") {
			t.Errorf("%q:\n%s", header, got)
		}
	}
}

// TestTitles holds that a title of WordPress, which is HTML, is read once and not twice.
func TestTitles(t *testing.T) {
	for in, want := range map[string]string{
		"Anggaran < 5 dan > 90 persen":      "Anggaran < 5 dan > 90 persen",
		"<p>Satu</p><p>dua<br>tiga</p>":     "Satu dua tiga",
		"&quot;A&quot; &#8211; B &amp;amp;": `"A" – B &amp;`,
		"<a title='>'>A</a><!-- x > y -->B": "AB",
		"Harga <rata-rata &amp; kurs":       "Harga <rata-rata & kurs",
	} {
		if got := oneLine(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}

// TestMarkdownOfOthers holds what becomes of Markdown that has HTML in it, or what only its
// own generator understood.
func TestMarkdownOfOthers(t *testing.T) {
	for _, test := range []struct{ name, in, want, left string }{
		// A kind of report: the attributes of headings were shown to readers.
		{"attributes of a heading", "## Judul {#khusus .kelas}\n\nIsi {#id}.",
			"## Judul\n\nIsi {#id}.", "atribut {#khusus .kelas} tidak dibawa"},
		{"attributes before the end", "### Judul {a=b} ###", "### Judul",
			"atribut {a=b} tidak dibawa"},
		{"attributes of an underlined heading", "Judul {: .x}\n-----\n\nIsi", "## Judul\n\nIsi",
			"atribut {: .x} tidak dibawa"},
		{"attributes on a line", "Isi\n{: .lead}\n\n{:toc}\n\n- a\n{#b}", "Isi\n\n- a",
			"atribut {:toc} tidak dibawa"},
		{"braces that are text", "## Pasal {ayat}\n\n{nama}", "## Pasal {ayat}\n\n{nama}", ""},

		{"HTML within lines", `Satu <B>dua</B> <a href='https://a.id/x y'>tiga</a> 10<sup>` +
			`6</sup> <del>x</del>`,
			"Satu **dua** [tiga](https://a.id/x%20y) 10⁶ ~~x~~", ""},
		{"what is no HTML", "a < b <https://a.id> <a@b.go.id> &lt;",
			"a < b <https://a.id> <a@b.go.id> &lt;", ""},
		{"what says more than its text", `<abbr title="Pejabat Pengelola">PPID</abbr>, <ins>sisipan</ins>, <q>kata</q> <cite>Buku</cite> <time datetime=x>kini</time>`, "PPID (Pejabat Pengelola), sisipan, “kata” *Buku* kini", `<ins> "sisipan" menjadi tulisan biasa`},
		{"signs at the end of bold text", "<b>Nama:</b>Budi a<i>(x)</i> <b>:</b> c", "**Nama**:Budi a(*x)* **:** c", ""},
		{"blocks in a line", "a<div>b</div>\n\n- <div>c</div>\n\n| a |\n|---|\n| x <ul><li>b</li><li>c</li></ul> |", "a\\\nb\n\n- c\n\n| a |\n|---|\n| x; b; c |", ""},
		{"code", "`<b>a</b>` ``<i>`</i>`` <b>c</b> ` <i>d</i>",
			"`<b>a</b>` ``<i>`</i>`` **c** ` *d*", ""},
		{"code of HTML", "<code>a &lt; b</code>", "`a < b`", ""},
		{"an image", `<img src=a.jpg title="Meja" alt="M > N">`, `![M > N](a.jpg "Meja")`, ""},
		{"comments", "a<!-- rahasia --> b<!--more--> c", "a b c", "komentar tidak dibawa"},
		{"a comment with blank lines", "A\n\n<!-- KANARI\n\n```\nKANARI\n\n    -->\n\nB", "A\n\nB", "komentar tidak dibawa"},
		{"a comment in a sentence", "A <!-- KANARI\n\nKANARI --> B", "A  B", ""},
		{"a comment in an item", "- a\n  <!-- KANARI\n\n  KANARI -->\n- b <!--\n\nKANARI\n--> c", "- a\n\n- b  c", ""},
		{"a comment after code in another item", "- tanda ` satu\n- <!-- KANARI --> ` dua\n\nlagi `", "- tanda ` satu\n-  ` dua\n\nlagi `", ""},
		{"a comment that looks like code", "- a\nlanjut\n\n    <!-- KANARI -->\n\n[^1]: x\n\n    <!-- KANARI -->\n\nisi[^1]", "- a\nlanjut\n\n[^1]: x\n\nisi[^1]", ""},
		{"a comment after the code of an item", "- ```\n  <!-- a -->\n\n<!-- KANARI\n\n-->\nB", "- ```\n  <!-- a -->\n\n\nB", ""},
		{"a comment that does not end", "A\n\n<!-- KANARI\n\nKANARI", "A", "yang sesudah <!-- tidak dibawa"},
		{"what programs read", "A <?php KANARI\n\nKANARI ?> <![CDATA[KANARI\n\n]]> B", "A   B", "komentar tidak dibawa"},
		{"hidden text", "A <span style='display:none'>KANARI</span><b hidden>KANARI</b> B\n\n- a<i hidden>KANARI</i>\n\n> # c <u style=\"DISPLAY : none\">KANARI\n\n| a |\n|---|\n| b <em hidden>KANARI</em> |",
			"A  B\n\n- a\n\n> # c", "yang sesudah <u> tidak dibawa"},
		{"hidden parts", "A\n\n<div style=\"display:none\">\n\nKANARI `</div>` KANARI\n\n<div>KANARI</div>\n\nKANARI\n\n</div>\n\n<x-y hidden>\n\nKANARI</x-y><img hidden alt=KANARI>B", "A\n\nB", "tulisan yang tersembunyi tidak dibawa"},
		{"hidden by the last of two styles", "A <u style='display:block;display:none'>KANARI</u><p style='position:absolute; left:-9999px'>KANARI</p><i style='font-size:0'>KANARI</i><i style='height:0;overflow:hidden'>KANARI</i><i style='opacity: 0.0'>KANARI</i><dialog>KANARI</dialog> B", "A  B", ""},
		{"not hidden", "A <u style='height:0.5em; overflow:hidden; left:-2px; opacity:0.9; font-size:0.9em'>b</u>", "A b", ""},
		{"what runs in a sentence", "A <script>KANARI\n\nKANARI</script> B", "A  B", "<script> tidak dibawa"},
		{"a comment in code", "`<!-- a -->` dan\n\n    <!-- b -->\n\n1. x\n\n   ```\n   <!-- c -->\n   ```", "`<!-- a -->` dan\n\n    <!-- b -->\n\n1. x\n\n   ```\n   <!-- c -->\n   ```", ""},
		{"a table with blank lines",
			"<table>\n\n<tr><td>a</td>\n\n<td>b</td></tr>\n\n</table>\n\nIsi",
			"| a | b |\n|---|---|\n\nIsi", "HTML di dalamnya"},
		{"code with blank lines", "<pre>\na\n\nb\n</pre>\n\nIsi", "```\na\n\nb\n```\n\nIsi", ""},
		{"Markdown in a division", "<div class=x>\n\nIsi **a**\n\n</div>", "Isi **a**", ""},
		{"before a fence", "<p>a</p>\n```\n<b>\n```", "a\n```\n<b>\n```", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			src := "---\ntitle: A\ndate: 2025-01-01\n---\n" + test.in + "\n"
			dir := fstest.MapFS{"posts/a.md": {Data: []byte(src)}, "posts/a.jpg": {Data: []byte(
				"x")}}
			got := imported(Folder(dir, theOptions(nil)))
			_, body, _ := strings.Cut(got, "\n---\n\n")
			body, left, _ := strings.Cut(body, "\nleft: ")
			if strings.TrimSpace(body) != test.want || !strings.Contains(left, test.left) || strings.Contains(got, "KANARI") {
				t.Errorf("got\n%s\nwant\n%s\nleft: %s", body, test.want, left)
			}
		})
	}
}

// TestHiddenStaysHidden holds that what an old generator showed to nobody is not carried, and
// that each such file or folder is named.
func TestHiddenStaysHidden(t *testing.T) {
	const secret = "---\ntitle: KANARI\ndate: 2025-01-01\n---\nKANARI\n"
	with := func(keys string) string { return "---\ntitle: KANARI\n" + keys + "\n---\nKANARI\n" }
	for name, files := range map[string]map[string]string{
		"headless":            {"x/index.md": with("headless: true")},
		"a part of a bundle":  {"x/index.md": with("headless: true"), "x/y/bagian.md": secret},
		"a part of a page":    {"x/index.md": with("private: true"), "x/bagian.md": secret},
		"never rendered":      {"x.md": with("build:\n  render: never")},
		"never rendered, old": {"x.md": with("_build: {render: false}")},
		"only a link":         {"x.md": with("build: {render: link}")},
		"not listed":          {"x.md": with("build: {list: never}")},
		"of TOML": {"x.md": "+++\ntitle = 'KANARI'\n[_build]\nrender = " +
			"'never'\n+++\nKANARI\n"},
		"of JSON":         {"x.md": "{\n\"title\": \"KANARI\",\n\"headless\": true\n}\n\nKANARI\n"},
		"private":         {"x.md": with("Private: yes")},
		"unlisted":        {"x.md": with("unlisted: 'true'")},
		"with a password": {"x.md": with("password: 1234")},
		"not for all":     {"x.md": with("visibility: members")},
		"below a cascade": {"x/_index.md": with("cascade: {build: {render: never}}"),
			"x/y/z.md": secret},
		"below some cascades": {"x/_index.md": with(
			"cascade:\n  - {target: {path: /x/**}, draft: true}"),
			"x/z.md": secret},
		"below a cascade of TOML": {"x/_index.md": "+++\ntitle = 'KANARI'\n[[cascade]]\nprivate " +
			"= true\n+++\n",
			"x/z.md": secret},
		"a folder of Jekyll": {"_config.yml": "title: A", "_arsip/x.md": secret,
			"_posts/.x.md": secret},
		"a closed collection": {"_config.yml": "collections: {arsip: {output: false}}",
			"_arsip/x.md": secret},
		"excluded by Jekyll": {"_config.yml": "exclude: [arsip/, y.md]", "arsip/x.md": secret,
			"y.md": secret},
		"a layout": {"_posts/2025-01-01-a.md": "---\ntitle: B\n---\n",
			"_layouts/x.html": secret},
		"excluded by Jekyll, behind a mark": {"_config.yml": "# x\n---\nexclude:\n  - arsip\n", "arsip/x.md": secret},
		"excluded by a beginning":           {"_config.toml": "exclude = ['ars']", "arsip/x.md": secret},
		"closed by defaults": {"_config.yml": "defaults:\n  - {scope: {path: '', type: posts}, values: {published: true}}\n" +
			"  - {scope: {path: _posts/intern}, values: {published: false}}\n", "_posts/intern/2025-01-01-x.md": secret},
		"a file with an underscore": {"_config.yml": "title: A", "a/_x.md": secret},
		"no post":                   {"_config.yml": "title: A", "_posts/x.md": secret},
		"no collection":             {"_config.yml": "title: A\nexclude: [z]", "z/x.md": secret, "_docs/y.md": secret},
		"ignored by Hugo":           {"hugo.toml": "ignoreFiles = ['\\.draf\\.md$', 'content/b/']", "content/x.draf.md": secret, "content/b/x.md": secret},
		"not mounted": {"hugo.yaml": "module: {mounts: [{source: content, target: content, excludeFiles: [kerja/**]}]}",
			"content/kerja/x.md": secret},
		"not mounted either": {"hugo.yaml": "module: {mounts: [{source: content, target: content, files: ['**.md', '! kerja/**']}]}",
			"content/kerja/x.md": secret},
		"a language that is off": {"hugo.toml": "[languages.id]\n[languages.en]\ndisabled = true", "content/x.en.md": secret},
		"a folder of one that is off": {"config/_default/languages.toml": "[id]\ncontentDir = 'content/id'\n[en]\ndisabled = true\ncontentDir = 'content/en'",
			"content/en/x.md": secret},
		"a cascade of the settings": {"config.json": `{"cascade": [{"_target": {"path": "/{a,b}/**"}, "build": {"render": "never"}}]}`, "content/b/x.md": secret},
		"a copy of an editor": {"x.md~": secret, ".x.md": secret, "#x.md": secret,
			".obsidian/x.md": secret},
	} {
		t.Run(name, func(t *testing.T) {
			biasa := "biasa.md"
			for path := range files {
				if strings.HasPrefix(path, "content/") {
					biasa = "content/biasa.md"
				}
			}
			if strings.Contains(files["config/_default/languages.toml"], "content/id") {
				biasa = "content/id/biasa.md"
			}
			dir := fstest.MapFS{biasa: {Data: []byte("---\ntitle: Biasa\n---\nIsi.\n")}}
			for path, text := range files {
				dir[path] = &fstest.MapFile{Data: []byte(text)}
			}
			got := imported(Folder(dir, theOptions(nil)))
			if strings.Contains(got, "KANARI") || !strings.Contains(got,
				"== content/halaman/biasa.md") {
				t.Error(got)
			}
			if !strings.Contains(got, "untuk umum (") {
				t.Errorf("nothing is named:\n%s", got)
			}
		})
	}
	for name, files := range map[string]fstest.MapFS{ // settings that cannot be read
		"two of them": {"_config.yml": {Data: []byte("a: 1\n---\nb: 2\n")}},
		"a list":      {"_config.yml": {Data: []byte("exclude: [\n")}},
		"a pattern":   {"hugo.toml": {Data: []byte("ignoreFiles = ['(']")}},
	} {
		if got := imported(Folder(files, theOptions(nil))); !strings.HasPrefix(got, "error: ") {
			t.Errorf("%s:\n%s", name, got)
		}
	}
	open := fstest.MapFS{
		"_config.yml":   {Data: []byte("collections: {panduan: {output: true}}")},
		"_panduan/x.md": {Data: []byte("---\ntitle: X\n---\nIsi.\n")},
		"y/index.md":    {Data: []byte("---\ntitle: Y\n---\nIsi.\n")},
		"y/z.md":        {Data: []byte("---\ntitle: Z\nprivate: false\n---\nIsi.\n")},
	}
	if r, err := Folder(open, theOptions(nil)); err != nil || len(r.Documents) != 3 {
		t.Error(imported(r, err))
	}
}
