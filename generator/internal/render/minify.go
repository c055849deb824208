package render

import (
	"bytes"
	"errors"
	"path"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/html"
	"github.com/tdewolff/minify/v2/js"
	"github.com/tdewolff/minify/v2/svg"
	"github.com/tdewolff/parse/v2"

	"maklumat/generator/internal/diag"
)

// A Minifier makes HTML, CSS, JavaScript and SVG smaller without changing what they mean.
// It may be used by several goroutines at once.
type Minifier struct{ m *minify.M }

// NewMinifier returns a Minifier.
func NewMinifier() *Minifier {
	m := minify.New()
	pages := html.Minifier{
		KeepEndTags:         true,
		KeepQuotes:          true,
		KeepDocumentTags:    true,
		KeepDefaultAttrVals: true,
	}
	templates := pages
	templates.TemplateDelims = html.GoTemplateDelims
	m.Add("text/html", &pages)
	m.Add("template", &templates)
	m.Add("text/css", &css.Minifier{})
	m.Add("text/javascript", &js.Minifier{})
	m.Add("image/svg+xml", &svg.Minifier{})
	return &Minifier{m}
}

// Body appends the minified HTML of a document's body to dst. It overwrites html.
func (m *Minifier) Body(dst *bytes.Buffer, html []byte) error {
	src := bytes.NewBuffer(unescaped(html)) // whose bytes are taken and not copied
	return m.m.Minify("text/html", dst, src)
}

// unescaped replaces character references in texts by the characters themselves where those
// need none. The minifier does the same, but moves all that follows for each of them. It
// overwrites html.
func unescaped(html []byte) []byte {
	if bytes.IndexByte(html, '&') < 0 {
		return html
	}
	out := html[:0] // never ahead of what is read
	verbatim := false
	for len(html) > 0 {
		text := html
		if i := bytes.IndexByte(html, '<'); i >= 0 {
			text = html[:i]
		}
		html = html[len(text):]
		if verbatim {
			out = append(out, text...)
		} else {
			out = unescapedText(out, text)
		}
		if end := bytes.IndexByte(html, '>') + 1; end > 0 {
			tag := html[:end]
			html = html[end:]
			switch {
			case bytes.HasPrefix(tag, []byte("<pre")):
				verbatim = true
			case bytes.HasPrefix(tag, []byte("</pre")):
				verbatim = false
			}
			out = append(out, tag...)
		} else {
			out, html = append(out, html...), nil
		}
	}
	return out
}

func unescapedText(out, text []byte) []byte {
	for {
		i := bytes.IndexByte(text, '&')
		if i < 0 {
			return append(out, text...)
		}
		out, text = append(out, text[:i]...), text[i:]
		shown, written := byte('&'), 1
		switch {
		case bytes.HasPrefix(text, []byte("&quot;")):
			shown, written = '"', len("&quot;")
		case bytes.HasPrefix(text, []byte("&gt;")):
			shown, written = '>', len("&gt;")
		case bytes.HasPrefix(text, []byte("&amp;")) && !beginsReference(text[len("&amp;"):]):
			written = len("&amp;")
		}
		out, text = append(out, shown), text[written:]
	}
}

// beginsReference reports whether a text behind an ampersand may make a reference of both.
func beginsReference(text []byte) bool {
	return len(text) > 0 &&
		(text[0] == '#' || text[0] >= '0' && text[0] <= '9' ||
			text[0]|0x20 >= 'a' && text[0]|0x20 <= 'z')
}

// static are the media types of static files that are minified.
var static = map[string]string{
	".css": "text/css",
	".js":  "text/javascript",
	".svg": "image/svg+xml",
}

// IsMinified reports whether the static file of a name is minified when it is published.
func IsMinified(name string) bool { return static[path.Ext(name)] != "" }

// Static returns a static file minified, by the ending of its name.
func (m *Minifier) Static(name string, src []byte) ([]byte, error) {
	var out bytes.Buffer
	err := m.m.Minify(static[path.Ext(name)], &out, bytes.NewReader(src))
	return out.Bytes(), err
}

// SyntaxError is the message about a file that could not be minified.
func SyntaxError(file string, src []byte, err error) diag.Diagnostic {
	var at *parse.Error
	if !errors.As(err, &at) {
		return diag.New(diag.AssetSyntax, diag.Span{File: file}, err.Error())
	}
	return diag.New(diag.AssetSyntax, lineSpan(file, src, at.Line, at.Column-1), at.Message)
}
