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
	m.Add("text/html", &html.Minifier{KeepEndTags: true, KeepQuotes: true, KeepDocumentTags: true, KeepDefaultAttrVals: true})
	m.Add("template", &html.Minifier{KeepEndTags: true, KeepQuotes: true, KeepDocumentTags: true, KeepDefaultAttrVals: true, TemplateDelims: html.GoTemplateDelims})
	m.Add("text/css", &css.Minifier{})
	m.Add("text/javascript", &js.Minifier{})
	m.Add("image/svg+xml", &svg.Minifier{})
	return &Minifier{m}
}

// Body appends the minified HTML of a document's body to dst. It writes to html.
func (m *Minifier) Body(dst *bytes.Buffer, html []byte) error {
	return m.m.Minify("text/html", dst, bytes.NewBuffer(html)) // whose bytes are taken and not copied
}

// static are the media types of static files that are minified.
var static = map[string]string{".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}

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
