package build_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"maklumat/generator/internal/diag"
)

// Documents that attack or confuse. Each is a news item of its own beside an ordinary site.
// What comes of it is one of
//
//	reject CODE   an error, so that nothing is released
//	inert         released, and nothing of it lives: see inert
//	warn CODE     the same, and the editor is told
//
// No word KANARI of a document that is rejected may be in any output.
var hostile = []struct{ class, name, header, body, outcome string }{
	// Addresses in a text. What is allowed is listed; all else is refused.
	{"link", "javascript", "", "[a](javascript:alert(1))", "reject link/scheme"},
	{"link", "javascript in capitals", "", "[a](JaVaScRiPt:alert(1))", "reject link/scheme"},
	{"link", "with a tab inside", "", "[a](java&#9;script:alert(1))", "reject link/scheme"},
	{"link", "with a line break inside", "", "[a](java&#10;script:alert(1))", "reject link/scheme"},
	{"link", "with a NUL in front", "", "[a](&#0;javascript:alert(1))", "reject"},
	{"link", "with a blank in front", "", "[a](&#32;javascript:alert(1))", "reject link/scheme"},
	{"link", "with a soft hyphen", "", "[a](java&shy;script:alert(1))", "reject link/scheme"},
	{"link", "with a zero-width space", "", "[a](&#x200b;javascript:alert(1))", "reject link/scheme"},
	{"link", "by character references", "", "[a](&#x6a;&#x61;vascript:alert(1))", "reject link/scheme"},
	{"link", "by a named colon", "", "[a](javascript&colon;alert(1))", "reject link/scheme"},
	{"link", "vbscript", "", "[a](vbscript:msgbox(1))", "reject link/scheme"},
	{"link", "data", "", "[a](data:text/html,<script>alert(1)</script>)", "reject link/scheme"},
	{"link", "data in base64", "", "[a](data:text/html;base64,PHNjcmlwdD4=)", "reject link/scheme"},
	{"link", "file", "", "[a](file:///etc/passwd)", "reject link/scheme"},
	{"link", "blob", "", "[a](blob:https://x/1)", "reject link/scheme"},
	{"link", "view-source", "", "[a](view-source:https://x)", "reject link/scheme"},
	{"link", "another site without a scheme", "", "[a](//evil.example/)", "reject link/scheme"},
	{"link", "backslashes for slashes", "", `[a](\\evil.example/)`, "reject link/scheme"},
	{"link", "slash and backslash", "", `[a](/\evil.example/)`, "reject link/scheme"},
	{"link", "a name and password", "", "[a](https://kpu.go.id@evil.example/)", "reject link/scheme"},
	{"link", "in angle brackets", "", "<javascript:alert(1)>", "reject link/scheme"},
	{"link", "defined elsewhere", "", "[a][b]\n\n[b]: javascript:alert(1)", "reject link/scheme"},
	{"link", "a quote that would end the attribute", "", `[a](https://x.example/"onclick="alert(1))`, "inert"},
	{"link", "a quote in the name of the machine", "", `[a](https://x"onclick="alert)`, "reject link/scheme"},
	{"link", "a machine with a name in another script", "", "[a](https://xn--p1ai.example/) [b](https://пример.рф/)", "inert"},
	{"link", "a quote in the title", "", `[a](https://x.example "' onclick='alert(1)")`, "inert"},
	{"link", "an unfinished address", "", "[a](https://)", "reject link/scheme"},
	{"image", "javascript", "", "![a](javascript:alert(1))", "reject link/scheme"},
	{"image", "of another site", "", "![a](https://evil.example/pixel.gif)", "reject image/elsewhere"},
	{"image", "that is not there", "", "![a](tidak-ada.png)", "reject file/missing"},
	{"image", "outside of the site", "", "![a](../../../../etc/passwd)", "reject file/outside"},
	{"image", "outside, written by codes", "", "![a](..%2f..%2f..%2fgo.mod)", "reject file/outside"},
	{"image", "text that would end the attribute", "", `![" onerror="alert(1)](/foto.png)`, "inert"},

	// HTML in a text is shown as text.
	{"html", "script", "", "<script>alert(1)</script>", "warn markdown/html"},
	{"html", "script in a line", "", "a <script>alert(1)</script> b", "warn markdown/html"},
	{"html", "script in capitals", "", "<SCRIPT SRC=//evil.example></SCRIPT>", "warn markdown/html"},
	{"html", "script without an end", "", "<script>alert(1)", "warn markdown/html"},
	{"html", "style", "", "<style>body{display:none}</style>", "warn markdown/html"},
	{"html", "img with a handler", "", "<img src=x onerror=alert(1)>", "warn markdown/html"},
	{"html", "svg with a handler", "", "<svg onload=alert(1)>", "warn markdown/html"},
	{"html", "svg with a slash", "", "<svg/onload=alert(1)>", "inert"},
	{"html", "math", "", "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>", "warn markdown/html"},
	{"html", "iframe", "", "<iframe src=https://evil.example></iframe>", "warn markdown/html"},
	{"html", "object", "", "<object data=javascript:alert(1)></object>", "warn markdown/html"},
	{"html", "embed", "", "<embed src=javascript:alert(1)>", "warn markdown/html"},
	{"html", "base", "", "<base href=https://evil.example/>", "warn markdown/html"},
	{"html", "meta refresh", "", `<meta http-equiv="refresh" content="0;url=https://evil.example">`, "warn markdown/html"},
	{"html", "link to a style sheet", "", "<link rel=stylesheet href=//evil.example/a.css>", "warn markdown/html"},
	{"html", "form", "", "<form action=https://evil.example><input name=nik></form>", "warn markdown/html"},
	{"html", "details that open themselves", "", "<details open ontoggle=alert(1)>x</details>", "warn markdown/html"},
	{"html", "video", "", "<video><source onerror=alert(1)></video>", "warn markdown/html"},
	{"html", "a template", "", "<template><script>alert(1)</script></template>", "warn markdown/html"},
	{"html", "noscript", "", `<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>`, "warn markdown/html"},
	{"html", "a comment", "", "<!-- KANARI -->\n\nIsi.", "inert"},
	{"html", "a comment that does not end", "", "<!-- KANARI\n\nIsi.", "inert"},
	{"html", "a comment for a browser", "", "<!--[if IE]><script>alert(1)</script><![endif]-->\n\nIsi.", "inert"},
	{"html", "CDATA", "", "<![CDATA[<script>alert(1)</script>]]>", "warn markdown/html"},
	{"html", "a processing instruction", "", "<?xml-stylesheet href=\"javascript:alert(1)\"?>", "warn markdown/html"},
	{"html", "a document type", "", "<!DOCTYPE html>", "warn markdown/html"},
	{"html", "the end of the page", "", "</main></body></html><script>alert(1)</script>", "warn markdown/html"},
	{"html", "in a code span", "", "`<script>alert(1)</script>`", "inert"},
	{"html", "in a code block", "", "```\n<script>alert(1)</script>\n```", "inert"},
	{"html", "as the language of a code block", "", "```\"><script>alert(1)</script>\nx\n```", "inert"},
	{"html", "in a table", "", "| a |\n|---|\n| <script>alert(1)</script> |", "warn markdown/html"},
	{"html", "in a footnote", "", "a[^1]\n\n[^1]: <script>alert(1)</script>", "warn markdown/html"},

	// Attributes that other dialects take.
	{"attribute", "on a heading", "", `## A {onmouseover="alert(1)"}`, "inert"},
	{"attribute", "style on a heading", "", `## A {style="display:none"}`, "inert"},
	{"attribute", "an id that the page has", "", "## Isi\n\n## Menu\n\n## q", "inert"},
	{"attribute", "a heading of marks only", "", "## ???\n\n## ???", "inert"},
	{"attribute", "a heading with an image", "", "## ![a](/foto.png)", "inert"},

	// Titles and summaries are text, wherever they go.
	{"title", "ends a script", `title: '"></script><script>alert(1)</script>'`, "", "inert"},
	{"title", "ends the title", "title: '</title><script>alert(1)</script>'", "", "inert"},
	{"title", "a comment", "title: '<!-- --><script>alert(1)</script>'", "", "inert"},
	{"title", "an entity", "title: '&lt;script&gt;'", "", "inert"},
	{"title", "ends CDATA", "title: ']]><script>alert(1)</script>'", "", "inert"},
	{"title", "a lone ampersand", "title: 'A & B'", "", "inert"},
	{"title", "a template", "title: '{{.Site.Title}}{{template \"kaki\" .}}'", "", "inert"},
	{"title", "a formula", "title: '=HYPERLINK(\"https://evil.example\",\"x\")'", "", "inert"},
	{"title", "another formula", "title: '@SUM(1+1)'", "", "inert"},
	{"title", "from right to left", "title: \"A \\u202e B\"", "", "reject"},
	{"title", "zero-width letters", "title: \"Pe\\u200bmilu\"", "", "inert"},
	{"title", "a NUL", `title: "A\0B"`, "", "reject"},
	{"title", "a bell", `title: "A\aB"`, "", "reject"},
	{"title", "a line break", `title: "A\nB"`, "", "reject field/line"},
	{"title", "a separator of lines", `title: "A\u2028B"`, "", "reject"},
	{"title", "not UTF-8", "title: A\xffB", "", "reject header/encoding"},
	{"title", "a lone surrogate", `title: "A\ud800B"`, "", "reject"},
	{"title", "beyond Unicode", `title: "A\U0011ffffB"`, "", "reject header/syntax"},
	{"title", "a mark for our own use", "title: \"A\\x01=0\\x01B\"", "", "reject"},
	{"title", "the place of the body", "title: \"A\\x01body\\x01B\"", "", "reject"},
	{"title", "very long", "title: " + strings.Repeat("panjang ", 200), "", "reject field/length"},
	{"title", "empty", "title: ''", "", "reject field/empty"},
	{"title", "blanks", "title: '   '", "", "reject"},
	{"title", "emoji", "title: '🗳️ Pemilu 👩‍👩‍👧'", "", "inert"},
	{"summary", "a script", "summary: '<script>alert(1)</script>'", "", "inert"},
	{"summary", "a phone number that looks like a formula", "summary: '+62 21 555'", "", "inert"},
	{"tags", "a script", "tags: ['<script>alert(1)</script>']", "", "inert"},
	{"tags", "dots", "tags: ['..', '.']", "", "reject tag/letters"},
	{"tags", "nothing that an address can hold", "tags: ['???']", "", "reject tag/letters"},
	{"tags", "a slash", "tags: ['a/../../b']", "", "inert"},

	// Headers that are YAML all the same.
	{"yaml", "an anchor", "title: &a A\nsummary: *a", "", "reject header/reference"},
	{"yaml", "a merge", "<<: {title: A}", "", "reject"},
	{"yaml", "a tag", "title: !!python/object A", "", "reject"},
	{"yaml", "a binary", "title: !!binary QQ==", "", "reject"},
	{"yaml", "a second document", "title: A\n...\nklasifikasi: dikecualikan", "", "reject"},
	{"yaml", "a directive", "%YAML 1.1\ntitle: A", "", "reject"},
	{"yaml", "a key twice", "title: A\ntitle: B", "", "reject header/duplicate"},
	{"yaml", "a key twice in another form", "title: A\n'title': B", "", "reject header/duplicate"},
	{"yaml", "a key that is no word", "? [a, b]\n: c", "", "reject"},
	{"yaml", "a list for a word", "title: [A, B]", "", "reject field/scalar"},
	{"yaml", "a group for a word", "title: {a: b}", "", "reject field/scalar"},
	{"yaml", "very deep", "tags: " + strings.Repeat("[", 2000) + strings.Repeat("]", 2000), "", "reject"},
	{"yaml", "a billion laughs", "a: &a [x,x]\nb: &b [*a,*a]\ntitle: A", "", "reject"},
	{"yaml", "a tab for blanks", "title: A\nfoto:\n\t- {src: a.png}", "", "reject header/tab"},
	{"yaml", "only a comment", "# title: A", "", "reject"},

	// The mark of what is closed, and what comes near it.
	{"closed", "in capitals", "title: A\nklasifikasi: DIKECUALIKAN", "KANARI", "reject field/exact"},
	{"closed", "with a blank", "title: A\nklasifikasi: 'dikecualikan '", "KANARI", "reject field/exact"},
	{"closed", "key misspelt", "title: A\nklasifkasi: dikecualikan", "KANARI", "reject field/unknown"},
	{"closed", "key in English", "title: A\nclassification: dikecualikan", "KANARI", "reject field/unknown"},
	{"closed", "key with a wide letter", "title: A\nklasifikasі: dikecualikan", "KANARI", "reject field/unknown"},
	{"closed", "in a list", "title: A\nklasifikasi: [dikecualikan]", "KANARI", "reject field/scalar"},
	{"closed", "in another language", "title: A\nklasifikasi: secret", "KANARI", "reject field/value"},
	{"closed", "empty", "title: A\nklasifikasi:", "KANARI", "reject field/empty"},
	{"closed", "below another key", "title: A\ndateline: {kota: X, klasifikasi: dikecualikan}", "KANARI", "reject field/unknown"},
	{"closed", "draft written as yes", "title: A\ndraft: yes", "KANARI", "reject field/flag"},
	{"closed", "draft written as a word", "title: A\ndraft: benar", "KANARI", "reject field/flag"},
	{"closed", "expires on no day", "title: A\nexpires: 2026-02-30", "KANARI", "reject field/date"},
	{"closed", "publish in words", "title: A\npublish: besok", "KANARI", "reject field/date"},

	// Addresses of outputs.
	{"address", "leads up", "title: A\nslug: ../../admin", "", "reject field/slug"},
	{"address", "absolute", "title: A\nslug: /etc/passwd", "", "reject field/slug"},
	{"address", "a device", "title: A\nslug: con", "", "reject address/name"},
	{"address", "a dot", "title: A\nslug: .", "", "reject field/slug"},
	{"address", "hidden", "title: A\nslug: .htaccess", "", "reject field/slug"},
	{"address", "with an ending", "title: A\nslug: index.html", "", "reject field/slug"},
	{"address", "capitals", "title: A\nslug: Admin", "", "reject field/slug"},
	{"address", "letters that look alike", "title: A\nslug: аdmin", "", "reject field/slug"},
	{"address", "an alias with a line break", "title: A\naliases: [\"/lama\\n/curi https://evil.example 302\"]", "", "reject"},
	{"address", "an alias that leads up", "title: A\naliases: [/../x/]", "", "reject field/address"},
	{"address", "an alias of another site", "title: A\naliases: [//evil.example/]", "", "reject field/address"},
	{"address", "an alias that is the home page", "title: A\naliases: [/]", "", "reject field/address"},
	{"address", "an alias in the way of assets", "title: A\naliases: [/aset/]", "", "inert"},
	{"address", "an alias with a query", "title: A\naliases: ['/a?b=c']", "", "reject field/address"},

	// Work that must stay bounded.
	{"bounded", "deep quotes", "", strings.Repeat("> ", 20_000) + "a", "reject markdown/limit"},
	{"bounded", "open brackets", "", strings.Repeat("[", 200_000), "reject markdown/limit"},
	{"bounded", "a wide table", "", strings.Repeat("|a", 5_000) + "|\n" + strings.Repeat("|-", 5_000) + "|", "reject markdown/limit"},
	{"bounded", "deep emphasis", "", strings.Repeat("**a ", 300) + strings.Repeat("b** ", 300), "reject markdown/limit"},
	{"bounded", "many cells", "", "|a|b|\n|-|-|\n" + strings.Repeat("|1|2|\n", 20_000), "reject markdown/limit"},
	{"bounded", "emphasis", "", strings.Repeat("*a _b ", 50_000), "reject markdown/limit"},
	{"bounded", "footnote marks", "", strings.Repeat("[^1]", 10_000) + "\n\n[^1]: x", "reject markdown/limit"},
	{"bounded", "deep lists", "", deepList(200), "reject markdown/limit"},
	{"bounded", "back quotes", "", strings.Repeat("`", 100_000), "reject markdown/limit"},
	{"bounded", "links with blanks", "", strings.Repeat("](a b.pdf)\n\n", 20_000), "reject markdown/space"},
	{"bounded", "a long line", "", strings.Repeat("kata ", 100_000), "inert"},
	{"order", "letters turned around in a text", "", "gpj.\u202eexe.foto", "reject markdown/control"},
	{"order", "letters set apart in a text", "", "a \u2066b", "reject markdown/control"},
	{"order", "Arabic", "", "السلام عليكم", "inert"},
	{"mark", "of a reference, by its number", "", "tkli))kx(&#1;06avapt:aler[(1))", "reject markdown/control"},
	{"mark", "of a reference, whole", "", "a &#1;=0&#1; b", "reject markdown/control"},
	{"mark", "of the body, in hexadecimal", "", "a &#x1;body&#x01; b", "reject markdown/control"},
	{"mark", "that is none", "", "https://a.example/?x=1&#3 dan &#99999999999;", "inert"},
	{"mark", "in an address", "", "[a](/&#1;=0&#1;/)", "reject markdown/control"},
	{"order", "letters turned around by their number", "", "gpj.&#8238;exe.foto", "reject markdown/control"},
	{"encoding", "another than UTF-8", "", "Kalima\x85 \xf3ttps", "reject header/encoding"},
	{"bounded", "control characters", "", "a\x00b", "reject markdown/control"},
}

func deepList(depth int) string {
	var b strings.Builder
	for i := range depth {
		b.WriteString(strings.Repeat("  ", i) + "- a\n")
	}
	return b.String()
}

// TestHostile puts each hostile document into an ordinary site.
func TestHostile(t *testing.T) {
	t.Parallel()
	base := themed(t)
	ordinary := project(t)
	set(ordinary, "content/foto.png", pixel)
	set(ordinary, "content/halaman/profil.md", "---\ntitle: Profil\n---\nKami.\n")
	for _, h := range hostile {
		t.Run(h.class+": "+h.name, func(t *testing.T) {
			header := h.header
			if !strings.Contains(header, "title") && h.class != "yaml" {
				header = strings.TrimPrefix(header+"\ntitle: A", "\n")
			}
			files := maps.Clone(ordinary)
			set(files, "content/berita/serang.md", "---\n"+header+"\ndate: 2026-01-01\nkategori: opini\n---\n"+h.body+"\n")
			s, out := from(t, base, inputs(t, files))
			verb, code, _ := strings.Cut(h.outcome, " ")
			said := fmt.Sprint(s.Messages())
			switch verb {
			case "reject":
				if s.Diags.Errors() == 0 {
					t.Fatalf("released: %s", tail(out["berita/2026/serang/index.html"]))
				}
				for name, text := range out {
					if strings.Contains(text, "KANARI") {
						t.Errorf("KANARI is in %s", name)
					}
				}
			default:
				if s.Diags.Errors() > 0 {
					t.Fatalf("refused: %v", s.Diags)
				}
				if err := inert(out); err != nil {
					t.Error(err)
				}
				if h.class == "html" && strings.Contains(out["berita/2026/serang/index.html"], "KANARI") {
					t.Error("a comment is in the page")
				}
			}
			if code != "" && !slices.ContainsFunc(s.Messages(), func(d diag.Diagnostic) bool { return string(d.Code) == code }) {
				t.Errorf("no message %s: %s", code, said)
			}
		})
	}
	if len(hostile) < 120 {
		t.Errorf("%d cases", len(hostile))
	}
}

// inert reads every output with a parser of others, and returns what lives in it or cannot be
// read: scripts that the page's own policy does not name, handlers, addresses that are not
// allowed, elements that a page never has, formulas in sheets, feeds and data with mistakes.
func inert(files map[string]string) error {
	var wrong []error
	for _, name := range slices.Sorted(maps.Keys(files)) {
		text := files[name]
		var err error
		switch path.Ext(name) {
		case ".html":
			err = inertPage(text)
		case ".xml":
			err = readXML(text)
		case ".json", ".jsonld":
			if !json.Valid([]byte(text)) {
				err = errors.New("is no JSON")
			}
		case ".csv":
			err = inertSheet(text)
		}
		if err != nil {
			wrong = append(wrong, fmt.Errorf("%s: %w", name, err))
		}
	}
	return errors.Join(wrong...)
}

func readXML(text string) error {
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		if _, err := d.Token(); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}

func inertSheet(text string) error {
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\xef\xbb\xbf")))
	r.FieldsPerRecord = -1
	if line, _, _ := strings.Cut(text, "\n"); strings.Count(line, ";") > strings.Count(line, ",") {
		r.Comma = ';'
	}
	rows, err := r.ReadAll()
	if err != nil {
		return err
	}
	for _, row := range rows {
		for _, cell := range row {
			if cell != "" && strings.IndexByte("=+-@\t\r", cell[0]) >= 0 {
				return fmt.Errorf("a cell that calculates: %q", cell)
			}
		}
	}
	return nil
}

// neverShown are elements that no page of ours has.
var neverShown = map[string]bool{"iframe": true, "object": true, "embed": true, "base": true, "frame": true, "frameset": true, "applet": true, "math": true, "template": true}

func inertPage(text string) error {
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return err
	}
	var wrong []error
	policy := ""
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.ElementNode {
			attrs := map[string]string{}
			for _, a := range n.Attr {
				attrs[a.Key] = a.Val
			}
			if n.Data == "meta" && strings.EqualFold(attrs["http-equiv"], "content-security-policy") {
				policy = attrs["content"]
			}
			wrong = append(wrong, inertElement(n, attrs, policy)...)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(root)
	return errors.Join(wrong...)
}

func inertElement(n *html.Node, attrs map[string]string, policy string) (wrong []error) {
	report := func(format string, args ...any) { wrong = append(wrong, fmt.Errorf(format, args...)) }
	if neverShown[n.Data] {
		report("has an element %s", n.Data)
	}
	if n.Data == "meta" && strings.EqualFold(attrs["http-equiv"], "refresh") && !strings.HasPrefix(attrs["content"], "0;url=") && !strings.HasPrefix(attrs["content"], "0; url=") {
		report("refreshes to %q", attrs["content"])
	}
	for name, value := range attrs {
		switch {
		case strings.HasPrefix(name, "on"):
			report("<%s %s=%q>", n.Data, name, value)
		case name == "style":
			report("<%s style=%q>", n.Data, value)
		case name == "href" || name == "src" || name == "action" || name == "formaction" || name == "data" || name == "poster":
			u, err := url.Parse(strings.TrimSpace(value))
			if err != nil {
				report("<%s %s=%q>: %v", n.Data, name, value, err)
				continue
			}
			icon := n.Data == "link" && attrs["rel"] == "icon" || n.Data == "img"
			if !slices.Contains([]string{"", "http", "https", "mailto", "tel"}, u.Scheme) && !(icon && strings.HasPrefix(value, "data:image/")) {
				report("<%s %s=%q>", n.Data, name, value)
			}
			if u.Scheme == "" && u.Host != "" {
				report("<%s %s=%q> leads to another site", n.Data, name, value)
			}
		}
	}
	if n.Data != "script" {
		return wrong
	}
	var body bytes.Buffer
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		body.WriteString(c.Data)
	}
	if attrs["type"] == "application/ld+json" {
		if !json.Valid(body.Bytes()) {
			report("JSON-LD that is no JSON: %s", body.String())
		}
		return wrong
	}
	sum := sha256.Sum256(body.Bytes())
	if attrs["src"] != "" || !strings.Contains(policy, "'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'") {
		report("a script that the policy does not name: %.200s", body.String())
	}
	return wrong
}

// FuzzOutputs writes anything into the fields of a document: what is released is inert.
func FuzzOutputs(f *testing.F) {
	for _, h := range hostile {
		if len(h.body) < 2000 {
			f.Add("Judul "+h.name, h.header, h.body)
		}
	}
	f.Add("A & B", "=1+1", "](javascript:alert(1)) <b onclick=x>")
	base := themed(f)
	ordinary := project(f)
	set(ordinary, "content/foto.png", pixel)
	in := inputs(f, ordinary)
	f.Fuzz(func(t *testing.T, title, summary, body string) {
		quoted, err := json.Marshal([]string{title, summary})
		if err != nil {
			return
		}
		var parts []json.RawMessage
		if err := json.Unmarshal(quoted, &parts); err != nil {
			t.Fatal(err)
		}
		files := maps.Clone(ordinary)
		set(files, "content/berita/a.md", fmt.Sprintf("---\ntitle: %s\nsummary: %s\ndate: 2026-01-01\nkategori: opini\ntags: [%s]\n---\n%s\n", parts[0], parts[1], parts[0], body))
		set(files, "content/informasi/i.md", strings.Replace(strings.Replace(entryText(1, "berkala", ""), "Informasi 1", string(parts[0]), 1), "Ringkasan.", string(parts[1]), 1))
		in := in
		in.Files, in.Now = files, tick()
		s, out := from(t, base, in)
		if s.Diags.Errors() > 0 {
			return
		}
		if err := inert(out); err != nil {
			t.Error(err)
		}
	})
}
