package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"

	"maklumat/generator/internal/diag"
)

// htmlBlock shows a block of raw HTML as text. It drops comments, which no reader is meant to
// see.
func (c *collector) htmlBlock(n *ast.HTMLBlock) {
	var raw bytes.Buffer
	for i := 0; i < n.Lines().Len(); i++ {
		line := n.Lines().At(i)
		raw.Write(line.Value(c.src))
	}
	if n.HasClosure() {
		raw.Write(n.ClosureLine.Value(c.src))
	}
	at := c.lines(n)
	if n.Lines().Len() == 0 && n.HasClosure() {
		at = c.span(n.ClosureLine.Start, n.ClosureLine.Stop)
	}
	parent := n.Parent()
	if n.HTMLBlockType == ast.HTMLBlockType2 {
		c.comment(raw.Bytes(), at)
		parent.RemoveChild(parent, n)
		return
	}
	c.out.Diags.Add(diag.MarkdownHTML, at, firstTag(raw.Bytes()))
	shown := ast.NewParagraph()
	shown.AppendChild(shown, ast.NewString(bytes.TrimRight(raw.Bytes(), "\r\n")))
	parent.ReplaceChild(parent, n, shown)
}

func (c *collector) rawHTML(n *ast.RawHTML) {
	var raw bytes.Buffer
	for i := 0; i < n.Segments.Len(); i++ {
		segment := n.Segments.At(i)
		raw.Write(segment.Value(c.src))
	}
	segment := n.Segments.At(0)
	at, parent := c.span(segment.Start, segment.Stop), n.Parent()
	if bytes.HasPrefix(raw.Bytes(), []byte("<!--")) {
		c.comment(raw.Bytes(), at)
		parent.RemoveChild(parent, n)
		return
	}
	c.out.Diags.Add(diag.MarkdownHTML, at, firstTag(raw.Bytes()))
	parent.ReplaceChild(parent, n, ast.NewString(raw.Bytes()))
}

// comment tells of a comment, unless it says nothing and only stands between two lists.
func (c *collector) comment(raw []byte, at diag.Span) {
	if len(bytes.Trim(raw, "<!-> \t\r\n")) > 0 {
		c.out.Diags.Add(diag.MarkdownComment, at)
	}
}

// firstTag cuts a message's quotation of HTML at the first tag's end.
func firstTag(raw []byte) string {
	s := strings.TrimSpace(string(raw))
	if i := strings.IndexAny(s, ">\n"); i >= 0 {
		s = s[:i+1]
	}
	return Shorten(strings.TrimSpace(s), 60)
}

// foreign reads Markdown as most other generators do, raw HTML included.
var foreign = goldmark.New(
	goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.DefinitionList),
	goldmark.WithRendererOptions(html.WithUnsafe()),
)

// HTML returns Markdown of another generator as HTML without blank lines, so that it may stand in
// a block of HTML. It is for text that is read as HTML again, not for pages: it is not checked.
func HTML(src string) string {
	var b strings.Builder
	_ = foreign.Convert([]byte(src), &b) // to memory, which cannot fail
	return strings.ReplaceAll(strings.TrimSpace(b.String()), "\n\n", "\n&#10;")
}
