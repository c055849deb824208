package markdown

import (
	"bytes"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
	"pgregory.net/rapid"

	"maklumat/generator/internal/diag"
)

// render parses src and fills the marks with visible words.
func render(src string) (string, *Body) {
	b := NewParser().Parse("a.md", []byte(src), 0)
	return string(Resolve(nil, b.HTML, func(dst []byte, number int) []byte {
		ref := b.Refs[number]
		if ref.Kind == Link {
			return append(dst, "/ALAMAT?"+strings.NewReplacer(`"`, "%22", "<", "%3C").Replace(ref.URL)...)
		}
		return append(dst, "<img src=SUMBER alt=\""+html.EscapeString(ref.Alt)+"\">"...)
	})), b
}

// The golden file shows the whole dialect; UPDATE=1 writes it.
func TestDialect(t *testing.T) {
	src, err := os.ReadFile("testdata/dialect.md")
	if err != nil {
		t.Fatal(err)
	}
	out, b := render(string(src))
	var got bytes.Buffer
	fmt.Fprintf(&got, "lead: %s\nwords: %d\n", b.Lead, b.Words)
	for _, h := range b.Outline {
		fmt.Fprintf(&got, "heading: %d %s %q\n", h.Level, h.ID, h.Text)
	}
	for _, r := range b.Refs {
		fmt.Fprintf(&got, "ref: %d %q alt %q at %q\n", r.Kind, r.URL, r.Alt, src[r.At.Start:r.At.End])
	}
	for _, d := range b.Diags {
		fmt.Fprintf(&got, "message: %s\n", d.Message(diag.English))
	}
	got.WriteString(out)
	const file = "testdata/dialect.html"
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(file, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), got.String()); d != "" {
		t.Error(d)
	}
}

func TestMessages(t *testing.T) {
	tests := []struct {
		name, src string
		code      diag.Code
		at        string
	}{
		{"raw block", "Isi.\n\n<div onclick=x>halo</div>\n", diag.MarkdownHTML, "<div onclick=x>halo</div>"},
		{"raw inline", "Isi <b>tebal</b>.\n", diag.MarkdownHTML, "<b>"},
		{"comment block", "<!-- rahasia -->\n", diag.MarkdownComment, "<!-- rahasia -->"},
		{"comment inline", "Isi <!-- rahasia --> lagi\n", diag.MarkdownComment, "<!-- rahasia -->"},
		{"level one", "# Judul\n", diag.MarkdownTitle, "Judul"},
		{"skipped level", "## A\n\n#### B\n", diag.MarkdownLevel, "B"},
		{"vmg/redcarpet#555", "| a | b |\n|---|---|\n| 1 | 2 | 3 |\n", diag.MarkdownCells, "| 1 | 2 | 3 |"},
		{"Python-Markdown/markdown#436", "| a |\n|---|\n| `x|y` |\n", diag.MarkdownCells, "| `x|y` |"},
		{"gettalong/kramdown#400", "Isi.\n\n[^satu]: Catatan.\n", diag.MarkdownNote, "[^satu]"},
		{"asciidoctor/asciidoctor#2669", "Isi[^hilang] ini.\n", diag.MarkdownNote, "[^hilang]"},
		{"kovetskiy/mark#770", "## Biaya {#x}\n", diag.MarkdownAttributes, "Biaya {#x}"},
		{"script link", "[x](javascript:alert(1))\n", diag.LinkScheme, "[x](javascript:alert(1)"},
		{"empty link", "[](https://contoh.go.id)\n", diag.LinkText, "[](https://contoh.go.id)"},
		{"image without alt", "![](a.jpg)\n", diag.ImageAlt, "![](a.jpg)"},
		{"image from elsewhere", "![a](https://contoh.go.id/a.jpg)\n", diag.ImageElsewhere, "![a](https://contoh.go.id/a.jpg)"},
		{"control character", "a\x01=0\x01\n", diag.MarkdownControl, "\x01"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := NewParser().Parse("a.md", []byte(tt.src), 0)
			if len(b.Diags) == 0 || b.Diags[0].Code != tt.code {
				t.Fatalf("messages = %v, want %s", b.Diags, tt.code)
			}
			if at := b.Diags[0].At; tt.src[at.Start:at.End] != tt.at {
				t.Errorf("at %q, want %q", tt.src[at.Start:at.End], tt.at)
			}
		})
	}
}

// TestNoMessages holds what has its parts, and that single tildes are no marks
// (markedjs/marked#3746).
func TestNoMessages(t *testing.T) {
	const src = "Jam 08~10 dan 13~15, `[^x]` ~~lama~~.[^a]\n\n[^a]: Catatan.\n\n| a | b |\n|---|---|\n| 1 \\| 2 | 3 |\n| 4 |\n\n```\n| a |\n|---|\n| b | c |\n## x {#y}\n[^z]\n```\n\n1 | 2 | 3\n"
	b := NewParser().Parse("a.md", []byte(src), 0)
	if len(b.Diags) > 0 || !strings.Contains(string(b.HTML), "08~10 dan 13~15") || strings.Count(string(b.HTML), "<del>") != 1 {
		t.Errorf("%s %+v", b.HTML, b.Diags)
	}
}

// TestEmptyComments holds that editors are not warned of a comment that says nothing, which keeps
// two lists apart.
func TestEmptyComments(t *testing.T) {
	b := NewParser().Parse("a.md", []byte("1. a\n\n<!-- -->\n\n1. b <!----> c\n"), 0)
	if html := string(b.HTML); len(b.Diags) > 0 || strings.Count(html, "<ol>") != 2 || strings.Contains(html, "<!--") {
		t.Errorf("%s %+v", html, b.Diags)
	}
}

// S08, S09, S10, S12 and others of their class.
var hostile = []string{
	"[klik](javascript:alert(1))", "[klik](&#106;avascript:alert(1))", "<javascript:alert(1)>", "[k](JaVaScRiPt:alert(1))",
	"[k](java\tscript:alert(1))", "[k](<java\nscript:alert(1)>)", "[k]( javascript:alert(1))", "[k](\\javascript:alert(1))",
	"[k](javascript&colon;alert(1))", "[k](javascript&#x3a;alert(1))", "[k][r]\n\n[r]: javascript:alert(1)",
	"![x](data:text/html,<script>alert(1)</script>)", "[x](vbscript:msgbox(1))", "![x](data:image/svg+xml;base64,PHN2Zz4=)",
	"<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "a <img src=x onerror=alert(1)> b", "<script>alert(1)</script>",
	"<div><a href='javascript:alert(1)'>x</a></div>", "<!-- --!><script>alert(1)</script> -->", "<![CDATA[<script>alert(1)</script>]]>",
	"# Pengumuman {onmouseover=\"alert(1)\" style=\"display:none\"}", "[x](//evil.example)", "[x](/\\evil.example)", "[x](https://a@evil.example)",
	"![\"onerror=alert(1)](x.jpg)", "![x](x.jpg \"\\\" onerror=alert(1)\")", "[x](a.md \"\\\" onclick=alert(1)\")", "[x](\"onclick=alert(1))",
	"`<script>`", "```html\n<script>alert(1)</script>\n```", "> [!PENTING]\n> <script>alert(1)</script>", "[^<script>]: x\n\n[^<script>]",
	"https://contoh.go.id/\"onmouseover=alert(1)", "| <script> |\n|---|\n| <img onerror=x> |", "file:///etc/passwd", "[x](file:///etc/passwd)",
}

func TestHostileIsInert(t *testing.T) {
	for _, src := range hostile {
		out, _ := render(src)
		inert(t, src, out)
	}
}

// inert parses out as a browser would and finds anything live that our renderer never
// writes.
func inert(t *testing.T, src, out string) {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	allowed := map[string]bool{"href": true, "id": true, "class": true, "title": true, "alt": true, "src": true, "role": true,
		"aria-label": true, "start": true, "tabindex": true, "type": true, "checked": true, "disabled": true}
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.Data {
		case "script", "style", "iframe", "object", "embed", "svg", "math", "form", "base", "meta", "link":
			t.Errorf("%q gives a live <%s>:\n%s", src, n.Data, out)
		}
		for _, a := range n.Attr {
			if !allowed[a.Key] {
				t.Errorf("%q gives attribute %s:\n%s", src, a.Key, out)
			}
			if a.Key == "href" && classify(a.Val) == refused || a.Key == "src" && a.Val != "SUMBER" {
				t.Errorf("%q gives %s=%q:\n%s", src, a.Key, a.Val, out)
			}
		}
	}
}

// S13, S14 and others of their class. The bound is generous because other work may share
// the machine; without the limits these run for minutes.
func TestHostileIsBounded(t *testing.T) {
	tests := []struct{ name, src string }{
		{"quotes", strings.Repeat("> ", 20_000) + "a"},
		{"brackets", strings.Repeat("[", 200_000)},
		{"images", strings.Repeat("![", 100_000)},
		{"footnotes", strings.Repeat("a[^1] ", 10_000) + "\n\n[^1]: b"},
		{"columns", strings.Repeat("|a", 5_000) + "|\n" + strings.Repeat("|-", 5_000) + "|\n"},
		{"rows of short columns", "|a|b|\n|-|-|\n" + strings.Repeat("|x|\n", 200_000)},
		{"list nesting", nested(5_000)},
		{"emphasis", strings.Repeat("*a **a ", 40_000)},
		{"backquotes", backquotes(800)},
		{"link definitions", "[a]: " + strings.Repeat("b", 50_000) + "\n\n" + strings.Repeat("[a] ", 20_000)},
		{"angle brackets", strings.Repeat("<", 200_000)},
		{"entities", strings.Repeat("&#", 100_000)},
		{"bare links", strings.Repeat("https://a.go.id ", 20_000)},
		{"open comments", strings.Repeat("a <!-- ", 50_000)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			done := make(chan struct{})
			go func() {
				defer close(done)
				NewParser().Parse("a.md", []byte(tt.src), 0)
			}()
			select {
			case <-done:
			case <-time.After(20 * time.Second):
				t.Fatal("still at work after 20 s")
			}
		})
	}
}

func nested(depth int) string {
	var b strings.Builder
	for i := range depth {
		b.WriteString(strings.Repeat("  ", i%2_000) + "- a\n")
	}
	return b.String()
}

func backquotes(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat("`", i+1) + "a ")
	}
	return b.String()
}

func FuzzParse(f *testing.F) {
	for _, src := range hostile {
		f.Add(src)
	}
	src, err := os.ReadFile("testdata/dialect.md")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(src))
	f.Fuzz(func(t *testing.T, src string) {
		out, b := render(src)
		inert(t, src, out)
		for _, d := range b.Diags {
			if d.At.Start < 0 || d.At.End > len(src) || d.At.Start > d.At.End {
				t.Errorf("%s at %d–%d of %d bytes", d.Code, d.At.Start, d.At.End, len(src))
			}
		}
		sameWithLinking(t, src)
	})
}

// endBlanks are those at the end of a line, which show nothing.
var endBlanks = regexp.MustCompile(`[^\S\n]+(\n|<)`)

// sameWithLinking holds a body to what it is when every word is looked at for an address.
func sameWithLinking(t interface{ Errorf(string, ...any) }, src string) {
	p := NewParser()
	b := p.Parse("content/halaman/a.md", []byte(src), 0)
	got := *b
	got.HTML = endBlanks.ReplaceAll(b.HTML, []byte("$1"))
	p.plain = p.linking
	want := p.Parse("content/halaman/a.md", []byte(src), 0)
	want.HTML = endBlanks.ReplaceAll(want.HTML, []byte("$1"))
	if diff := cmp.Diff(*want, got); diff != "" {
		t.Errorf("%q: with every word looked at (-), and without (+):\n%s", src, diff)
	}
}

func TestAddressesAreFound(t *testing.T) {
	parts := []string{"[a]", "(", ")", "](", "https://a.go.id/x", "http://a.go.id", "http:", "https:", "www.a.go.id", "//www.a.id", "a@b.id", "!", "[", "`", "\\", "*", "_", " ", "\n", "\n\n", "<", ">", "[a]: ", "\"t\"", "> [!PENTING]", "| a | b |\n|---|:-:|\n", "kata"}
	rapid.Check(t, func(r *rapid.T) {
		sameWithLinking(r, strings.Join(rapid.SliceOfN(rapid.SampledFrom(parts), 0, 14).Draw(r, "text"), ""))
	})
}

func TestPacked(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		text, number := rapid.String(), rapid.IntRange(0, 1<<30)
		headings := rapid.SliceOf(rapid.Custom(func(r *rapid.T) Heading {
			return Heading{Level: rapid.IntRange(2, 6).Draw(r, "level"), ID: text.Draw(r, "id"), Text: text.Draw(r, "text")}
		})).Draw(r, "headings")
		refs := rapid.SliceOf(rapid.Custom(func(r *rapid.T) Ref {
			return Ref{
				Kind: RefKind(rapid.IntRange(0, 3).Draw(r, "kind")), First: rapid.Bool().Draw(r, "first"), URL: text.Draw(r, "url"), Alt: text.Draw(r, "alt"),
				At: diag.Span{File: "a.md", Start: number.Draw(r, "start"), End: number.Draw(r, "end")},
			}
		})).Draw(r, "refs")
		if got := slices.Collect(PackOutline(headings).All()); !slices.Equal(got, headings) {
			r.Fatalf("%v became %v", headings, got)
		}
		if got := slices.Collect(PackRefs(refs).All("a.md")); !slices.Equal(got, refs) {
			r.Fatalf("%v became %v", refs, got)
		}
	})
}

func TestCountWords(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		text := rapid.String().Draw(r, "text")
		if got, want := countWords([]byte(text)), len(strings.Fields(text)); got != want {
			r.Fatalf("%q: %d, want %d", text, got, want)
		}
	})
}

// TestInCode holds what is known on the way through a body to what a look at all of it says.
func TestInCode(t *testing.T) {
	inCode := func(body string, at int) bool {
		line := strings.LastIndexByte(body[:at], '\n') + 1
		fences := 0
		for l := range strings.Lines(body[:line]) {
			if l = strings.TrimLeft(l, " "); strings.HasPrefix(l, "```") || strings.HasPrefix(l, "~~~") {
				fences++
			}
		}
		return fences%2 == 1 || strings.Contains(body[line:at], "`") || strings.HasPrefix(body[line:], "    ")
	}
	rapid.Check(t, func(t *rapid.T) {
		body := strings.Join(rapid.SliceOf(rapid.SampledFrom([]string{"a", "\n", "`", "```", "~~~", " ", "    ", "](b c.pdf)"})).Draw(t, "body"), "")
		p := place{body: []byte(body)}
		for at := range len(body) + 1 {
			if rapid.Bool().Draw(t, "look") {
				if got, want := p.inCode(at), inCode(body, at); got != want {
					t.Fatalf("%q at %d: %t", body, at, got)
				}
			}
		}
	})
}

// FuzzSlug makes a part of an address of anything: lower-case letters, digits and single
// hyphens between them, and the same again from itself.
func FuzzSlug(f *testing.F) {
	for _, s := range []string{"", "..", "/../admin", "Rapat Kerja 2026", "ÀÉ", "a\x00b", "---", "con"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, s []byte) {
		slug := Slug(s)
		if bytes.Contains(slug, []byte("--")) || bytes.HasPrefix(slug, []byte("-")) || bytes.HasSuffix(slug, []byte("-")) || !bytes.Equal(Slug(slug), slug) {
			t.Errorf("%q becomes %q", s, slug)
		}
		for _, c := range slug {
			if (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
				t.Errorf("%q becomes %q", s, slug)
			}
		}
	})
}

func BenchmarkParse(b *testing.B) {
	src, err := os.ReadFile("testdata/dialect.md")
	if err != nil {
		b.Fatal(err)
	}
	prose := strings.Repeat("Rapat koordinasi tentang tata cara permohonan dihadiri [25 peserta](/rapat/) dari [desa](https://contoh.go.id/desa) dan kecamatan, dibuka oleh ketua.\n\n", 30)
	for name, src := range map[string][]byte{"dialect": src, "prose": []byte(prose)} {
		for _, every := range []bool{false, true} {
			b.Run(fmt.Sprintf("%s/every word=%t", name, every), func(b *testing.B) {
				p := NewParser()
				if every {
					p.plain = p.linking
				}
				b.ReportAllocs()
				b.SetBytes(int64(len(src)))
				for b.Loop() {
					p.Parse("content/halaman/a.md", src, 0)
				}
			})
		}
	}
}

// TestDecodedOnce holds that escapes and references are resolved once wherever a text leaves the
// body: in the contents list, the description, the text for a picture, and titles. Several
// generators resolve them again there (reports to Hugo, Jekyll and Pelican about headings with
// code).
func TestDecodedOnce(t *testing.T) {
	for src, want := range map[string]string{
		`a \*b\* c`: "a *b* c", `\&amp;`: "&amp;", `&#38;lt;`: "&lt;", `&#x26;copy;`: "&copy;", `&amp;amp;`: "&amp;",
		`&amp;#60;`: "&#60;", "`\\*a\\* &amp;`": `\*a\* &amp;`, `&lt;b&gt;`: "<b>", `a & b; c &tidak; &#; &#x; d`: "a & b; c &tidak; &#; &#x; d",
		`\\&lt;`: `\<`, `&copy;2025 \a`: `©2025 \a`, `&CounterClockwiseContourIntegral;`: "∳",
	} {
		body := "![" + src + "](f.png \"" + strings.ReplaceAll(src, "`", "") + "\")\n\n" + src + "\n\n## " + src + "\n"
		d := NewParser().Parse("a.md", []byte(body), 0)
		if got := d.Refs[0].Alt; got != want {
			t.Errorf("%s: the text for a picture is %q, want %q", src, got, want)
		}
		if got := d.Outline[0].Text; got != want {
			t.Errorf("%s: the heading is %q, want %q", src, got, want)
		}
		if got := d.Lead; got != want {
			t.Errorf("%s: the description is %q, want %q", src, got, want)
		}
		shown := strings.NewReplacer("<code>", "", "</code>", "").Replace(string(d.HTML))
		if at := strings.Index(shown, "<p>"); !strings.Contains(shown[at:], "<p>"+html.EscapeString(want)+"</p>") {
			t.Errorf("%s: readers see %s, want %q", src, shown, want)
		}
	}
	d := NewParser().Parse("a.md", []byte(`[a](b.md "T \&amp; &#38;lt;b>")`), 0)
	if want := `title="T &amp;amp; &amp;lt;b&gt;"`; !strings.Contains(string(d.HTML), want) {
		t.Errorf("%s, want %s", d.HTML, want)
	}
}
