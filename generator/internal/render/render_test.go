package render

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/markdown"
)

// TestMinifiedBodyIsTheSameTree holds that minifying changes blanks and nothing else.
func TestMinifiedBodyIsTheSameTree(t *testing.T) {
	src, err := os.ReadFile("../markdown/testdata/dialect.md")
	if err != nil {
		t.Fatal(err)
	}
	sameTree(t, src)
}

func FuzzMinifiedBody(f *testing.F) {
	src, err := os.ReadFile("../markdown/testdata/dialect.md")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(src)
	f.Add([]byte("a  \nb `c  d` <b> [x](y 'z\"') ![a=b](c.png)\n\n    code  x\n"))
	f.Add([]byte("\"a\" & b &amp;amp; c &#35; &lt; &gt; x&y; `&quot; \"` [\"](a?b&c '&\"')\n\n" +
		"    <b> & \"c\"\n\n&amp;\n\n**&**amp;"))
	f.Add([]byte("|a|b|\n|-|-|\n|1|2|\n\n- [ ] x\n\n> [!TIP]\n> y"))
	f.Fuzz(sameTree)
}

func sameTree(t *testing.T, src []byte) {
	body := markdown.NewParser().Parse("x.md", src, 0)
	var small bytes.Buffer
	if err := NewMinifier().Body(&small, bytes.Clone(body.HTML)); err != nil {
		t.Fatal(err)
	}
	var plain bytes.Buffer // the same without help
	if err := NewMinifier().m.Minify("text/html", &plain, bytes.NewReader(body.HTML)); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(small.Bytes(), plain.Bytes()) {
		t.Errorf("minified to %q\nand by the minifier alone to %q", small.Bytes(), plain.Bytes())
	}
	if got, want := tree(t, small.Bytes()), tree(t, body.HTML); got != want {
		t.Errorf("minified to another tree:\n%s\nwant\n%s\nof %q", got, want, src)
	}
	mark := []byte{1}
	if got, want := bytes.Count(small.Bytes(), mark), bytes.Count(body.HTML, mark); got != want {
		t.Errorf("%d marks of references left of %d", got, want)
	}
}

// tree writes the elements, attributes and text of a piece of HTML, with blanks folded
// except where they show.
func tree(t *testing.T, src []byte) string {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(src))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	var walk func(n *html.Node, pre bool)
	walk = func(n *html.Node, pre bool) {
		switch n.Type {
		case html.TextNode:
			text := n.Data
			if !pre {
				text = strings.Join(strings.Fields(text), " ")
			}
			b.WriteString(text)
		case html.ElementNode:
			b.WriteString("\n<" + n.Data)
			for _, a := range n.Attr {
				value := a.Val
				if a.Key == "checked" || a.Key == "disabled" || a.Key == "controls" {
					value = ""
				}
				if a.Key == "class" {
					value = strings.Join(strings.Fields(value), " ")
				}
				b.WriteString(" " + a.Key + "=" + strings.TrimSpace(value))
			}
			b.WriteString(">")
			pre = pre || n.Data == "pre"
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, pre)
		}
	}
	walk(root, false)
	return b.String()
}

func TestLoadReportsAtTheLine(t *testing.T) {
	for _, test := range []struct {
		name, file, text string
		code             diag.Code
		start            int
	}{
		{"unclosed action", "templates/a.html", "<p>\n{{if .Title}}", diag.TemplateSyntax, 4},
		{"unknown function", "templates/a.html", "<p>\n{{tgl .Title}}", diag.TemplateSyntax, 4},
		{"unknown field", "templates/a.html", "<p>\n  {{.Titel}}", diag.TemplateField, 8},
		{
			"unknown field in a branch not taken by full data", "templates/a.html",
			"{{if .Title}}x{{else}}{{.Titel}}{{end}}", diag.TemplateField, 24,
		},
		{"unknown part", "templates/a.html", `{{template "tidak-ada" .}}`, diag.TemplateSyntax, 11},
		{
			"unknown asset", "templates/a.html", `<img src="{{aset "x.svg"}}">`, diag.TemplateAsset,
			12,
		},
		{
			"unknown field behind a comment that is left out", "templates/a.html",
			"<!-- {{.Title}} -->\n<p>\n  {{.Titel}}", diag.TemplateField, 28,
		},
		{
			"unknown field behind a broken comment", "templates/a.html",
			"<!-- {{if .Title}} -->\n<p>{{.Titel}}", diag.TemplateSyntax, 23,
		},
		{"style sheet", "templates/css/a.css", "a{", "", 0},
		{"script", "templates/js/a.js", "x\nfunction (", diag.AssetSyntax, 11},
	} {
		files := map[string][]byte{"templates/a.html": []byte("x"), test.file: []byte(test.text)}
		theme := Load(Input{Files: files, Minifier: NewMinifier(), Base: "/"})
		switch {
		case test.code == "":
			if len(theme.Diags) > 0 {
				t.Errorf("%s: %v", test.name, theme.Diags)
			}
		case len(theme.Diags) != 1:
			t.Errorf("%s: want one message, have %v", test.name, theme.Diags)
		case theme.Diags[0].Code != test.code || theme.Diags[0].At.File != test.file ||
			theme.Diags[0].At.Start != test.start:
			t.Errorf("%s: %+v, want %s at %d", test.name, theme.Diags[0], test.code, test.start)
		}
	}
}

// TestPartInAnAttribute puts a part where html/template calls it by another name: its styles
// and its script go into the page all the same, and those of no other part.
func TestPartInAnAttribute(t *testing.T) {
	theme := Load(Input{Minifier: NewMinifier(), Base: "/", Files: map[string][]byte{
		"templates/a.html":        []byte(`<p title="{{template "x" .}}">x</p>`),
		"templates/bagian/x.html": []byte(`{{.Title}}`),
		"templates/css/x.css":     []byte(`.x{color:red}`),
		"templates/js/x.js":       []byte(`x()`),
		"templates/bagian/y.html": []byte(`{{.Title}}`),
		"templates/css/y.css":     []byte(`.y{color:red}`),
	}})
	if l := theme.layouts["a"]; len(theme.Diags) > 0 || string(l.css) != ".x{color:red}" ||
		!strings.Contains(string(l.script), "x()") {
		t.Errorf("%v: %+v", theme.Diags, l)
	}
}
