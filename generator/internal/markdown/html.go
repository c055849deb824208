package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"
)

// An embed is the place of a Ref that Resolve replaces by an element or by words: an image,
// sound or video in a line of text or as a figure, or the words for a deadline.
type embed struct {
	ast.BaseBlock
	mark    []byte
	caption string
	figure  bool
	words   bool // Resolve puts words here
	ref     int  // the number of the Ref
}

var kindEmbed = ast.NewNodeKind("Embed")

// Kind implements ast.Node.
func (e *embed) Kind() ast.NodeKind { return kindEmbed }

// Dump implements ast.Node.
func (e *embed) Dump(src []byte, level int) { ast.DumpHelper(e, src, level, nil, nil) }

// A callout is a quote that begins with [!WORD].
type callout struct {
	ast.BaseBlock
	class, label string
}

var kindCallout = ast.NewNodeKind("Callout")

// Kind implements ast.Node.
func (n *callout) Kind() ast.NodeKind { return kindCallout }

// Dump implements ast.Node.
func (n *callout) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

// callouts maps the words that make a quote a callout to its class and label. The first five are
// GitHub's.
var callouts = map[string][2]string{
	"NOTE": {"catatan", "Note"}, "TIP": {"saran", "Tip"}, "IMPORTANT": {"penting", "Important"},
	"WARNING": {"awas", "Warning"}, "CAUTION": {"awas", "Caution"},
	"CATATAN": {"catatan", "Catatan"}, "SARAN": {"saran", "Saran"},
	"PENTING":    {"penting", "Penting"},
	"PERINGATAN": {"awas", "Peringatan"}, "CONTOH": {"contoh", "Contoh"},
}

// IsCallout reports whether a word makes a quote that begins with [!WORD] a callout.
func IsCallout(word string) bool { return callouts[strings.ToUpper(word)] != [2]string{} }

// callout turns a quote into a callout when its first line is a word in brackets.
func (c *collector) callout(n *ast.Blockquote) {
	first, ok := n.FirstChild().(*ast.Paragraph)
	if !ok || first.Lines().Len() == 0 {
		return
	}
	line := first.Lines().At(0)
	head := bytes.TrimSpace(line.Value(c.src))
	if !bytes.HasPrefix(head, []byte("[!")) || !bytes.HasSuffix(head, []byte("]")) {
		return
	}
	kind, ok := callouts[strings.ToUpper(string(head[2:len(head)-1]))]
	if !ok {
		return
	}
	// The first line's inline nodes go; so does the paragraph when nothing else is in it.
	for child := first.FirstChild(); child != nil; {
		next := child.NextSibling()
		t, isText := child.(*ast.Text)
		if isText && t.Segment.Start >= line.Stop {
			break
		}
		first.RemoveChild(first, child)
		if isText && t.SoftLineBreak() {
			break
		}
		child = next
	}
	if !first.HasChildren() {
		n.RemoveChild(n, first)
	}
	box := &callout{class: kind[0], label: kind[1]}
	for child := n.FirstChild(); child != nil; {
		next := child.NextSibling()
		box.AppendChild(box, child)
		child = next
	}
	n.AppendChild(n, box)
}

// htmlRenderer writes the nodes whose HTML differs from goldmark's. It has no state.
type htmlRenderer struct{}

// RegisterFuncs implements renderer.NodeRenderer.
func (r htmlRenderer) RegisterFuncs(reg renderer.NodeRendererFuncRegisterer) {
	reg.Register(ast.KindLink, r.link)
	reg.Register(ast.KindString, r.string)
	reg.Register(ast.KindBlockquote, r.blockquote)
	reg.Register(kindEmbed, r.embed)
	reg.Register(kindCallout, r.callout)
	reg.Register(extast.KindTable, r.table)
	reg.Register(extast.KindTableCell, r.cell)
}

func (htmlRenderer) link(
	w util.BufWriter, _ []byte, node ast.Node, entering bool,
) (ast.WalkStatus, error) {
	n := node.(*ast.Link)
	if n.Destination == nil {
		return ast.WalkContinue, nil
	}
	if !entering {
		_, _ = w.WriteString("</a>")
		return ast.WalkContinue, nil
	}
	_, _ = w.WriteString(`<a href="`)
	if n.Destination[0] == mark {
		_, _ = w.Write(n.Destination)
	} else {
		_, _ = w.Write(util.EscapeHTML(util.URLEscape(n.Destination, false)))
	}
	_ = w.WriteByte('"')
	if len(n.Title) > 0 {
		_, _ = w.WriteString(` title="`)
		_, _ = w.Write(util.EscapeHTML([]byte(unescape(n.Title))))
		_ = w.WriteByte('"')
	}
	_ = w.WriteByte('>')
	return ast.WalkContinue, nil
}

func (htmlRenderer) string(
	w util.BufWriter, _ []byte, node ast.Node, entering bool,
) (ast.WalkStatus, error) {
	if entering {
		_, _ = w.Write(util.EscapeHTML(node.(*ast.String).Value))
	}
	return ast.WalkContinue, nil
}

// blockquote leaves the element out around a callout, which has its own.
func (htmlRenderer) blockquote(
	w util.BufWriter, _ []byte, n ast.Node, entering bool,
) (ast.WalkStatus, error) {
	if n.FirstChild() != nil && n.FirstChild().Kind() == kindCallout {
		return ast.WalkContinue, nil
	}
	if entering {
		_, _ = w.WriteString("<blockquote>\n")
	} else {
		_, _ = w.WriteString("</blockquote>\n")
	}
	return ast.WalkContinue, nil
}

func (htmlRenderer) callout(
	w util.BufWriter, _ []byte, node ast.Node, entering bool,
) (ast.WalkStatus, error) {
	n := node.(*callout)
	if entering {
		_, _ = w.WriteString(`<div class="callout ` + n.class + `" role="note">` +
			`<p class="label">` + n.label + "</p>\n")
	} else {
		_, _ = w.WriteString("</div>\n")
	}
	return ast.WalkContinue, nil
}

func (htmlRenderer) embed(
	w util.BufWriter, _ []byte, node ast.Node, entering bool,
) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	n := node.(*embed)
	if !n.figure {
		_, _ = w.Write(n.mark)
		return ast.WalkContinue, nil
	}
	_, _ = w.WriteString("<figure>")
	_, _ = w.Write(n.mark)
	if n.caption != "" {
		_, _ = w.WriteString("<figcaption>")
		_, _ = w.Write(util.EscapeHTML([]byte(n.caption)))
		_, _ = w.WriteString("</figcaption>")
	}
	_, _ = w.WriteString("</figure>\n")
	return ast.WalkContinue, nil
}

// table puts a table into a box that scrolls when the table is wider than the page. The box can
// be focused, because what scrolls must be reachable by keyboard.
func (htmlRenderer) table(
	w util.BufWriter, _ []byte, n ast.Node, entering bool,
) (ast.WalkStatus, error) {
	if entering {
		_, _ = w.WriteString(
			`<div class="tabel" role="group" aria-label="Tabel" tabindex="0"><table`)
		if n.Attributes() != nil {
			html.RenderAttributes(w, n, nil)
		}
		_, _ = w.WriteString(">\n")
	} else {
		_, _ = w.WriteString("</table></div>\n")
	}
	return ast.WalkContinue, nil
}

// cell aligns a cell by a class. A style attribute would be ignored under the site's Content
// Security Policy.
func (htmlRenderer) cell(
	w util.BufWriter, _ []byte, node ast.Node, entering bool,
) (ast.WalkStatus, error) {
	n := node.(*extast.TableCell)
	element := "td"
	if n.Parent().Kind() == extast.KindTableHeader {
		element = "th"
	}
	if !entering {
		_, _ = w.WriteString("</")
		_, _ = w.WriteString(element)
		_, _ = w.WriteString(">\n")
		return ast.WalkContinue, nil
	}
	_ = w.WriteByte('<')
	_, _ = w.WriteString(element)
	switch n.Alignment {
	case extast.AlignRight:
		_, _ = w.WriteString(` class="kanan"`)
	case extast.AlignCenter:
		_, _ = w.WriteString(` class="tengah"`)
	}
	_ = w.WriteByte('>')
	return ast.WalkContinue, nil
}
