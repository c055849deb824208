package markdown

import (
	"bytes"
	"maklumat/generator/internal/diag"
	"strings"

	"github.com/yuin/goldmark/ast"
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
