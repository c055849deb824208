package importer

import (
	"net/url"
	"path"
	"slices"
	"strings"
	"unicode"

	"github.com/JohannesKaufmann/html-to-markdown/v2/converter"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/base"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/commonmark"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/strikethrough"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/table"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

var (
	// blocks are the elements that begin a line of their own.
	blocks = []atom.Atom{
		atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Caption,
		atom.Center, atom.Dd, atom.Details, atom.Div, atom.Dl, atom.Dt, atom.Figcaption,
		atom.Figure, atom.Footer, atom.Form, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6,
		atom.Header, atom.Hr, atom.Li, atom.Main, atom.Nav, atom.Ol, atom.P, atom.Pre,
		atom.Section, atom.Summary, atom.Table, atom.Tbody, atom.Td, atom.Tfoot, atom.Th,
		atom.Thead, atom.Tr, atom.Ul,
	}

	// active elements do something or are drawn, and have no text for readers.
	active = []atom.Atom{atom.Script, atom.Style, atom.Form, atom.Select, atom.Svg, atom.Template}

	// players are the elements that show something of another address.
	players = []atom.Atom{atom.Iframe, atom.Embed, atom.Object, atom.Video, atom.Audio}
)

func isBlock(n *html.Node) bool { return slices.Contains(blocks, n.DataAtom) }

// markdown converts HTML as browsers read it, however it is written. What Markdown cannot say
// is told with where, the name of the source.
func (r *Result) markdown(where, s string) string {
	doc, err := html.ParseWithOptions(strings.NewReader(literal(s)),
		html.ParseOptionEnableScripting(false))
	var out []byte
	if err == nil {
		hideByRules(doc)
		r.headings(where, doc)
		r.settle(where, doc)
		c := converter.NewConverter(converter.WithPlugins(
			base.NewBasePlugin(),
			commonmark.NewCommonmarkPlugin(commonmark.WithBulletListMarker("-")),
			strikethrough.NewStrikethroughPlugin(),
			table.NewTablePlugin(table.WithHeaderPromotion(true)),
		))
		c.Register.RendererFor("dt", converter.TagTypeBlock, term, converter.PriorityEarly)
		c.Register.RendererFor("dd", converter.TagTypeBlock, meaning, converter.PriorityEarly)
		c.Register.PreRenderer(withoutEnds, converter.PriorityLate+200)
		out, err = c.ConvertNode(doc)
	}
	if err != nil {
		r.leave(where, "isinya tidak dapat dibaca: %v", "its text cannot be read: %v", err)
	}
	// Editors are not warned of a comment that says nothing.
	text := strings.ReplaceAll(string(out), "<!--THE END-->", "<!-- -->")
	return encodedMarks.Replace(placedMarks.Replace(text)) // in addresses
}

// plainColon and those in box are characters that no text may hold, which stand for marks that the
// converter would take for text.
const plainColon = "\ufdd6"

var (
	box         = map[bool]string{true: "\ufdd7", false: "\ufdd8"}
	placedMarks = strings.NewReplacer(plainColon, `\`, box[true]+" ", "[x] ",
		box[false]+" ", "[ ] ", box[true], "[x] ", box[false], "[ ] ")
)

// withoutEnds removes the comments that the converter puts between two lists. Only a numbered list
// needs one, or the next would go on counting.
func withoutEnds(_ converter.Context, doc *html.Node) {
	var ends []*html.Node
	for n := range doc.Descendants() {
		if n.Type == html.CommentNode && n.PrevSibling != nil {
			numbered := n.PrevSibling.DataAtom == atom.Ol
			if next := n.NextSibling; !numbered || next != nil && next.DataAtom == atom.Ul {
				ends = append(ends, n)
			}
		}
	}
	for _, n := range ends {
		n.Parent.RemoveChild(n)
	}
}

// term and meaning write the two parts of a definition list, which the converter does not know.
func term(ctx converter.Context, w converter.Writer, n *html.Node) converter.RenderStatus {
	_, _ = w.WriteString("\n\n" + rendered(ctx, n) + "\n")
	return converter.RenderSuccess
}

func meaning(ctx converter.Context, w converter.Writer, n *html.Node) converter.RenderStatus {
	lines := strings.ReplaceAll(rendered(ctx, n), "\n", "\n  ")
	_, _ = w.WriteString(": " + lines + "\n")
	return converter.RenderSuccess
}

func rendered(ctx converter.Context, n *html.Node) string {
	var b strings.Builder
	ctx.RenderChildNodes(ctx, &b, n)
	return strings.TrimSpace(b.String())
}

// settle changes the tree below n, from the leaves up, to what Markdown can say.
func (r *Result) settle(where string, n *html.Node) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		switch {
		case c.Type == html.TextNode && !inCode(c):
			if html.UnescapeString(c.Data) != c.Data {
				c.Data = strings.ReplaceAll(c.Data, "&", "&amp;") // or it is read once more
			}
			// A colon that begins a line would make a list of meanings.
			if prev := c.PrevSibling; prev != nil && prev.DataAtom == atom.Br &&
				strings.HasPrefix(strings.TrimSpace(c.Data), ":") {
				c.Data = strings.Replace(c.Data, ":", plainColon+":", 1)
			}
		case c.Type != html.ElementNode:
		case c.Data == "xml" || c.DataAtom == atom.Noscript || isButton(c):
			n.RemoveChild(c) // settings of Word, or what stands beside the thing itself
		case slices.Contains(active, c.DataAtom):
			r.leave(where, "%s tidak dibawa", "%s is not carried", "<"+c.Data+">")
			n.RemoveChild(c)
		case isHidden(c):
			r.leave(where, "tulisan yang tersembunyi tidak dibawa", "hidden text is not carried")
			n.RemoveChild(c)
		case slices.Contains(players, c.DataAtom):
			r.player(where, c)
		default:
			style(c)
			r.settle(where, c)
			r.element(where, c)
		}
		c = next
	}
}

// element changes one element whose content is settled.
func (r *Result) element(where string, n *html.Node) {
	switch n.DataAtom {
	case atom.H1: // the title of the page is one
		n.Data, n.DataAtom = "h2", atom.H2
	case atom.Summary, atom.Center, atom.Legend, atom.Fieldset, atom.Dialog, atom.Hgroup, atom.Menu,
		atom.Search:
		n.Data, n.DataAtom = "div", atom.Div // the converter knows no more lines of their own
	case atom.B, atom.Strong, atom.I, atom.Em, atom.S, atom.Del:
		edges(n)
	case atom.Img:
		r.image(where, n)
	case atom.Input:
		if strings.EqualFold(attr(n, "type"), "checkbox") && n.Parent.DataAtom == atom.Li &&
			n.PrevSibling == nil {
			n.Parent.InsertBefore(text(box[hasAttr(n, "checked")]), n)
		}
	case atom.A:
		anchor(n)
	case atom.Figure:
		caption(n)
	case atom.Div, atom.Dl:
		if hasClass(n, "wp-caption") {
			caption(n)
		}
	case atom.P:
		if strings.TrimSpace(textOf(n)) == "" && find(n, atom.Img, "") == nil {
			n.Parent.RemoveChild(n)
		} else {
			wordItem(n)
		}
	case atom.Sup, atom.Sub:
		r.script(where, n)
	case atom.Q:
		n.InsertBefore(text("“"), n.FirstChild)
		n.AppendChild(text("”"))
	case atom.Code:
		if strings.Contains(strings.TrimSpace(textOf(n)), "\n") && !inCode(n) {
			// Several lines are no part of one.
			n.Data, n.DataAtom = "pre", atom.Pre
			if first := n.FirstChild; first.Type == html.TextNode {
				first.Data = strings.TrimPrefix(first.Data, "\n")
			}
		}
	case atom.Ins, atom.Mark:
		r.leave(where, "<%s> %q menjadi tulisan biasa", "<%s> %q becomes ordinary text",
			n.Data, firstWords(textOf(n)))
	case atom.Abbr:
		if said := strings.TrimSpace(attr(n, "title")); said != "" {
			n.AppendChild(text(" (" + said + ")"))
		}
	case atom.Ol:
		if renumbered(n) {
			r.leave(where, "daftar %q bernomor lain menjadi 1, 2, 3; periksa yang merujuknya",
				"the list %q with other numbers becomes 1, 2, 3; check what refers to it",
				firstWords(textOf(n)))
		}
	case atom.Td, atom.Th:
		if spans(n) {
			r.leave(where, "sel gabungan %q menjadi sel biasa; periksa tabelnya",
				"the cell %q over several becomes one of its own; check the table",
				firstWords(textOf(n)))
		}
		flatten(n)
	}
}

// player puts a link to what an element plays in its place.
func (r *Result) player(where string, n *html.Node) {
	var to string
	for c := range n.Descendants() {
		to = or(to, or(attr(c, "src"), attr(c, "href")))
	}
	for _, key := range []string{"data-lazy-src", "data-src", "data", "src"} {
		to = or(attr(n, key), to)
	}
	if strings.HasPrefix(to, "//") {
		to = "https:" + to
	}
	if to == "" || to == "about:blank" {
		r.leave(where, "sematan tanpa alamat tidak dibawa",
			"something embedded without an address is not carried")
	} else {
		r.leave(where, "sematan %s menjadi tautan", "the embedded %s becomes a link", to)
		a := element(atom.A, text(to))
		setAttr(a, "href", to)
		n.Parent.InsertBefore(element(atom.P, a), n)
	}
	n.Parent.RemoveChild(n)
}

// image finds the address of an image that old scripts fetched only when it came into view.
func (r *Result) image(where string, n *html.Node) {
	src := attr(n, "src")
	if name := path.Base(src); src == "" || strings.HasPrefix(src, "data:") ||
		strings.Contains(name, "blank") || strings.Contains(name, "placeholder") ||
		strings.Contains(name, "spacer") || strings.Contains(name, "lazy") {
		lazy := []string{"data-src", "data-lazy-src", "data-original", "data-orig-file"}
		for _, key := range lazy {
			if to := attr(n, key); to != "" {
				setAttr(n, "src", to)
				return
			}
		}
		for _, set := range []string{attr(n, "srcset"), attr(n, "data-srcset"), sourceOf(n)} {
			if first, _, _ := strings.Cut(strings.TrimSpace(set), " "); first != "" {
				setAttr(n, "src", strings.TrimSuffix(first, ","))
				return
			}
		}
		if src != "" && !strings.HasPrefix(src, "data:") {
			return
		}
		r.leave(where, "gambar yang tertanam di dalam teks tidak dibawa; simpan sebagai berkas",
			"an image within the text itself is not carried; save it as a file")
		n.Parent.RemoveChild(n)
	}
}

// anchor makes a link of one that counts clicks, and takes off one that leads nowhere, or from a
// picture to the same in another size.
func anchor(n *html.Node) {
	to := strings.TrimSpace(attr(n, "href"))
	u, err := url.Parse(to)
	if err == nil && u.Path == "/url" && strings.HasPrefix(u.Host, "www.google.") {
		to = or(u.Query().Get("q"), to)
	}
	setAttr(n, "href", to)
	img := find(n, atom.Img, "")
	same := img != nil && strings.TrimSpace(textOf(n)) == "" &&
		isPicture(variant.ReplaceAllString(to, "$1")) &&
		picturesName(to) == picturesName(attr(img, "src"))
	if to == "" || to == "#" || strings.HasPrefix(strings.ToLower(to), "javascript:") || same {
		unwrap(n)
	}
}

// picturesName returns the name of a picture, which those of its sizes have in common.
func picturesName(address string) string {
	address, _, _ = strings.Cut(address, "?")
	name := variant.ReplaceAllString(path.Base(address), "$1")
	return strings.TrimSuffix(strings.TrimSuffix(name, path.Ext(name)), "-scaled")
}

// sourceOf returns the addresses that an element around a picture has for it, "" if none does.
func sourceOf(n *html.Node) string {
	if n.Parent == nil || n.Parent.DataAtom != atom.Picture {
		return ""
	}
	if s := find(n.Parent, atom.Source, ""); s != nil {
		return attr(s, "srcset")
	}
	return ""
}

// captioned marks a picture whose title is its caption.
const captioned = "data-captioned"

// caption makes the words below a picture its title, which is shown there again. A title has no
// links, so that those of the picture and of its words stand below.
func caption(n *html.Node) {
	img, words := find(n, atom.Img, ""), find(n, atom.Figcaption, "wp-caption-text")
	if img == nil || find(n, atom.Table, "") != nil {
		return
	}
	links := element(atom.P, text(""))
	for c := range n.Descendants() {
		if c.DataAtom == atom.Img && c != img {
			return // a gallery, whose pictures have words of their own
		}
	}
	if words == nil {
		words = n
	}
	said := strings.Join(strings.Fields(textOf(words)), " ")
	for c := range n.Descendants() {
		if c.DataAtom == atom.A && attr(c, "href") != "" {
			of := strings.TrimSpace(textOf(c))
			if of == "" {
				of = onlyLink + or(or(attr(img, "alt"), said), attr(c, "href"))
			}
			link := element(atom.A, text(of))
			setAttr(link, "href", attr(c, "href"))
			if links.FirstChild != links.LastChild {
				links.AppendChild(text(", "))
			}
			links.AppendChild(link)
		}
	}
	if had := attr(img, "title"); hasAttr(img, captioned) && had != "" { // in a gallery of one
		said = strings.TrimSuffix(strings.TrimRight(had, ". ")+". "+said, ". ")
	}
	setAttr(img, "title", said)
	setAttr(img, captioned, "")
	whole := img
	if links.FirstChild != links.LastChild && said == "" { // it can be a link itself
		whole, links = img.Parent, nil
	}
	whole.Parent.RemoveChild(whole)
	for n.FirstChild != nil {
		n.RemoveChild(n.FirstChild)
	}
	n.AppendChild(whole)
	n.Data, n.DataAtom = "p", atom.P
	if links != nil && links.FirstChild != links.LastChild {
		n.Parent.InsertBefore(links, n.NextSibling)
	}
}

// scripts are the characters that exist raised and lowered.
var scripts = map[atom.Atom]*strings.Replacer{
	atom.Sup: strings.NewReplacer(
		"0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸",
		"9", "⁹", "+", "⁺", "-", "⁻", "−", "⁻", "=", "⁼", "(", "⁽", ")", "⁾", "n", "ⁿ", "i", "ⁱ"),
	atom.Sub: strings.NewReplacer(
		"0", "₀", "1", "₁", "2", "₂", "3", "₃", "4", "₄", "5", "₅", "6", "₆", "7", "₇", "8", "₈",
		"9", "₉", "+", "₊", "-", "₋", "−", "₋", "=", "₌", "(", "₍", ")", "₎"),
}

// script writes raised and lowered text in characters that are so themselves.
func (r *Result) script(where string, n *html.Node) {
	before := ""
	if n.PrevSibling != nil {
		before = textOf(n.PrevSibling)
	}
	if find(n, atom.A, "") == nil { // or it is the number of a note
		n.Parent.InsertBefore(text(r.raise(where, n.DataAtom, textOf(n), before)), n)
		n.Parent.RemoveChild(n)
	}
}

// raise returns raised or lowered text, as it is if not all of its characters exist so.
func (r *Result) raise(where string, way atom.Atom, s, before string) string {
	for _, c := range s {
		if scripts[way].Replace(string(c)) == string(c) && !unicode.IsSpace(c) {
			words := append([]string{""}, strings.Fields(before)...)
			r.leave(where, "<%s> %q sesudah %q menjadi tulisan biasa; periksa",
				"<%s> %q after %q becomes ordinary text; check it", way, s, words[len(words)-1])
			return s
		}
	}
	return scripts[way].Replace(s)
}

// firstWords returns the beginning of a text, to find it by.
func firstWords(s string) string {
	words := strings.Fields(s)
	if len(words) > 4 {
		return strings.Join(words[:4], " ") + " …"
	}
	return strings.Join(words, " ")
}

// spans reports whether a cell takes the place of several.
func spans(cell *html.Node) bool {
	for _, key := range []string{"colspan", "rowspan"} {
		if n := attr(cell, key); n != "" && n != "1" {
			return true
		}
	}
	return false
}

// flatten brings a cell into one line, which is all that a cell of Markdown can be: its lines,
// items and inner cells are divided by semicolons.
func flatten(cell *html.Node) {
	var parts [][]*html.Node
	var gather func(*html.Node)
	divide := func() { parts = append(parts, nil) }
	gather = func(n *html.Node) {
		for c := range n.ChildNodes() {
			switch inner := find(c, atom.Br, ""); {
			case c.DataAtom == atom.Br:
				divide()
			case c.DataAtom == atom.Pre:
				c.Data, c.DataAtom = "code", atom.Code
				parts = append(parts, []*html.Node{c}, nil)
			case isBlock(c) || c.DataAtom == atom.Span && inner != nil:
				divide()
				gather(c)
				divide()
			default:
				for ; inner != nil; inner = find(c, atom.Br, "") {
					inner.Parent.InsertBefore(text("; "), inner)
					inner.Parent.RemoveChild(inner)
				}
				parts[len(parts)-1] = append(parts[len(parts)-1], c)
			}
		}
	}
	divide()
	gather(cell)
	for cell.FirstChild != nil {
		cell.RemoveChild(cell.FirstChild)
	}
	for _, part := range parts {
		filled := slices.ContainsFunc(part, func(n *html.Node) bool {
			return strings.TrimSpace(textOf(n)) != "" || n.DataAtom == atom.Img ||
				find(n, atom.Img, "") != nil
		})
		if !filled {
			continue
		}
		if cell.FirstChild != nil {
			cell.AppendChild(text("; "))
		}
		for i, n := range part {
			if n.Parent != nil {
				n.Parent.RemoveChild(n)
			}
			if n.Type == html.TextNode && i == len(part)-1 {
				n.Data = strings.TrimRight(n.Data, " \t\r\n")
			}
			cell.AppendChild(n)
		}
	}
	for c := range cell.Descendants() {
		if c.Type == html.TextNode && inCode(c) {
			c.Data = strings.ReplaceAll(c.Data, "|", `\|`) // code does not hide it in a table
		}
	}
}
