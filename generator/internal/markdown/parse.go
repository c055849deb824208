package markdown

import (
	"bufio"
	"bytes"
	"path"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"maklumat/generator/internal/diag"
)

// A Parser turns bodies into HTML, one after the other. It reuses its buffers, so it must not
// be used by several goroutines at once.
type Parser struct {
	// Both read the same dialect, but only linking turns an address in the text, such as
	// https://kpu.go.id, into a link. It is slower, because it looks at every word, and is used
	// only for bodies that may have such addresses.
	plain, linking goldmark.Markdown

	// Block reads a block of figures and returns the file they are in, or "". at is where its text
	// is in the file, of the same length unless the block is indented. Without it such blocks are
	// code.
	Block func(name, text string, at diag.Span) (file string, diags diag.List)

	out bytes.Buffer
	w   *bufio.Writer
}

// Addresses that stand in a text by themselves, in all scripts. What is behind the host goes on up
// to a blank, a bracket or what ends a sentence or quotation in another script; a quotation mark
// may stand within, as in a’b, but not at the end.
const (
	inHost   = `[-\pL\pN\pM@:%._+~#=]+\.\pL[\pL\pN\pM]*`
	inPath   = "[-\\pL\\pN\\pM@:%_+.~#$!?&/=();,'\">^{}\\[\\]`\u2010-\u2014№·]"
	pathMore = `(?:[/#?](?:(?:` + inPath + `|’)*` + inPath + `)?)?`
)

var (
	bareAddress = regexp.MustCompile(`^(?:http|https)://` + inHost + `(?::\d+)?` + pathMore)
	bareHost    = regexp.MustCompile(`^www\.` + inHost + pathMore)
)

// NewParser returns a Parser of our dialect.
func NewParser() *Parser {
	p := &Parser{
		plain: dialect(),
		linking: dialect(extension.NewLinkify(
			extension.WithLinkifyAllowedProtocols([]string{"http:", "https:"}),
			extension.WithLinkifyURLRegexp(bareAddress),
			extension.WithLinkifyWWWRegexp(bareHost),
		)),
	}
	p.w = bufio.NewWriter(&p.out)
	return p
}

// dialect returns a converter of the dialect that the package comment describes, with more
// extensions.
func dialect(more ...goldmark.Extender) goldmark.Markdown {
	return goldmark.New(
		goldmark.WithExtensions(append(more,
			extension.NewTable(extension.WithTableCellAlignMethod(extension.TableCellAlignNone)),
			strikethrough{}, extension.TaskList, extension.DefinitionList,
			extension.NewFootnote(extension.WithFootnoteIDPrefix("catatan-"),
				extension.WithFootnoteBacklinkHTML("↩")),
		)...),
		goldmark.WithParserOptions(parser.WithAutoHeadingID()),
		goldmark.WithRendererOptions(
			renderer.WithNodeRenderers(util.Prioritized(htmlRenderer{}, 100))),
	)
}

// Parse reads the body of a file, which begins at offset in it; messages point into the file.
// Parse never fails: it reports in Diags what it cannot read. The Body shares no memory with
// body. Its HTML is valid until the next Parse, and the caller may modify it.
func (p *Parser) Parse(file string, body []byte, offset int) *Body {
	c := &collector{src: body, file: file, offset: offset, out: &Body{}, block: p.Block}
	if i := invalid(body); i >= 0 {
		c.out.Diags.Add(diag.HeaderEncoding, c.span(i, i+1))
		c.out.Refused = true
		return c.out
	}
	if start, end := control(body); start >= 0 {
		c.out.Diags.Add(diag.MarkdownControl, c.span(start, end))
		c.out.Refused = true
		return c.out
	}
	if c.out.Diags = check(body, c.span); len(c.out.Diags) > 0 {
		c.out.Refused = true
		return c.out
	}
	md := p.plain
	targets, bare := addresses(body)
	if bare {
		md = p.linking
	}
	if p.read(md, c); !bare && c.targets != targets && !c.out.Refused {
		// An address that looked like the target of a link is not one, so it must become a link.
		c = &collector{src: body, file: file, offset: offset, out: &Body{}, block: p.Block}
		p.read(p.linking, c)
	}
	if c.out.Refused {
		return &Body{Refused: true, Diags: c.out.Diags}
	}
	c.out.Words = countWords(body)
	return c.out
}

// read parses and renders the body of a collector.
func (p *Parser) read(md goldmark.Markdown, c *collector) {
	ctx := parser.NewContext(
		parser.WithIDs(&headingIDs{used: reservedIDs(), next: map[string]int{}}))
	doc := md.Parser().Parse(text.NewReader(c.src), parser.WithContext(ctx))
	c.walk(doc)
	if c.out.Refused {
		return
	}
	c.spaced(c.src)
	c.unshown(c.src)
	p.out.Reset()
	// Rendering cannot fail: it writes to memory, and every kind of node has a renderer.
	_ = md.Renderer().Render(p.w, c.src, doc)
	_ = p.w.Flush()
	c.out.HTML = p.out.Bytes()
}

// countWords counts what stands between blanks.
func countWords(s []byte) int {
	n, blank := 0, 1 // the text begins as if after a blank
	for i := 0; i < len(s); {
		now, size := blanks[s[i]], 1
		if now < 0 {
			var r rune
			if r, size = utf8.DecodeRune(s[i:]); unicode.IsSpace(r) {
				now = 1
			} else {
				now = 0
			}
		}
		n += blank &^ int(now) // without a branch, which a processor could not predict
		blank = int(now)
		i += size
	}
	return n
}

// blanks has for each byte 1 if it is a blank, 0 if it is another character of ASCII, and -1 if
// it is part of a longer character.
var blanks = func() (set [256]int8) {
	for c := range set {
		switch {
		case c >= utf8.RuneSelf:
			set[c] = -1
		case unicode.IsSpace(rune(c)):
			set[c] = 1
		}
	}
	return set
}()

// A collector walks the syntax tree once between parsing and rendering. It gathers what the
// Body tells of the document, and replaces nodes that this dialect renders differently.
type collector struct {
	src    []byte
	file   string
	offset int
	out    *Body
	block  func(name, text string, at diag.Span) (string, diag.List)
	images int
	level  int // of the last heading
	depth  int // of the node that is visited

	targets int // links and images whose targets begin with http: or https:
}

func (c *collector) span(start, end int) diag.Span {
	return diag.Span{File: c.file, Start: c.offset + start, End: c.offset + end}
}

func (c *collector) walk(doc ast.Node) {
	c.depth++
	for n := doc.FirstChild(); n != nil && !c.out.Refused; {
		next := n.NextSibling()
		if c.depth > MaxDepth {
			c.refuse(n, "depth", MaxDepth)
			return
		}
		c.visit(n)
		n = next
	}
	c.depth--
}

// refuse reports that n exceeds a limit. Then the whole body is not shown.
func (c *collector) refuse(n ast.Node, what string, limit int) {
	c.out.Diags = nil
	c.out.Diags.Add(diag.MarkdownLimit, c.inline(n), what, strconv.Itoa(limit))
	c.out.Refused = true
}

// visit handles n and what is below it. n may be replaced by another node.
func (c *collector) visit(n ast.Node) {
	switch n := n.(type) {
	case *ast.Heading:
		c.heading(n)
	case *ast.Paragraph:
		c.walk(n)
		c.paragraph(n)
		return
	case *ast.Blockquote:
		c.callout(n)
	case *extast.Table:
		c.out.Tables = true
	case *ast.FencedCodeBlock:
		c.figures(n)
		return
	case *ast.HTMLBlock:
		c.htmlBlock(n)
		return
	case *ast.RawHTML:
		c.rawHTML(n)
		return
	case *ast.Link:
		c.link(n)
	case *ast.AutoLink:
		c.autoLink(n)
		return
	case *ast.Image:
		c.image(n)
		return
	}
	c.walk(n)
}

func (c *collector) heading(n *ast.Heading) {
	at := c.lines(n)
	if n.Level == 1 {
		c.out.Diags.Add(diag.MarkdownTitle, at)
		n.Level = 2
	}
	if last := max(c.level, 1); n.Level > last+1 {
		c.out.Diags.Add(diag.MarkdownLevel, at, strings.Repeat("#", n.Level),
			strings.Repeat("#", last+1))
	}
	c.level = n.Level
	id, _ := n.AttributeString("id")
	name, _ := id.([]byte)
	c.out.Outline = append(c.out.Outline,
		Heading{Level: n.Level, ID: string(name), Text: plain(n, c.src)})
}

// lines returns the Span of a block's first line.
func (c *collector) lines(n ast.Node) diag.Span {
	if lines := n.Lines(); lines != nil && lines.Len() > 0 {
		line := lines.At(0)
		return c.span(line.Start,
			line.Start+len(bytes.TrimRight(c.src[line.Start:line.Stop], "\r\n")))
	}
	// The position of a block without text is behind its mark, which may be behind the body.
	at := min(max(n.Pos(), 0), len(c.src))
	return c.span(at, at)
}

// paragraph keeps the first paragraph's text as the lead, and makes a figure of an image
// that stands alone.
func (c *collector) paragraph(n *ast.Paragraph) {
	only := n.FirstChild()
	if only != nil && only == n.LastChild() && only.Kind() == kindEmbed && !isWords(only) {
		n.RemoveChild(n, only)
		e := only.(*embed)
		e.figure = true
		c.out.Refs[e.ref].Alone = true
		n.Parent().ReplaceChild(n.Parent(), n, only)
		return
	}
	if c.out.Lead == "" && n.Parent().Kind() == ast.KindDocument && !hasWords(n) {
		c.out.Lead = Shorten(plain(n, c.src), 300)
	}
}

// isWords reports whether n stands for words that only Resolve knows, such as a deadline.
func isWords(n ast.Node) bool {
	e, ok := n.(*embed)
	return ok && e.words
}

// hasWords reports whether there is such a node below n, so that its text is not complete.
func hasWords(n ast.Node) bool {
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		if isWords(child) || hasWords(child) {
			return true
		}
	}
	return false
}

// figures puts the place of a chart or table where a fenced block describes one.
func (c *collector) figures(n *ast.FencedCodeBlock) {
	name := string(n.Language(c.src))
	if c.block == nil || name != "bagan" && name != "tabel" {
		return
	}
	at := c.lines(n)
	var text strings.Builder
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		text.Write(line.Value(c.src))
		at.End = c.offset + line.Stop
	}
	file, diags := c.block(name, text.String(), at)
	c.out.Diags = append(c.out.Diags, diags...)
	mark := c.ref(Ref{Kind: Figures, URL: file, Alt: name + "\n" + text.String(), At: at})
	n.Parent().ReplaceChild(n.Parent(), n, &embed{mark: mark})
}

// link completes a link to another site, and notes one to this site as a Ref.
func (c *collector) link(n *ast.Link) {
	if len(n.Title) > MaxTitle {
		c.refuse(n, "title", MaxTitle)
		return
	}
	at := c.inline(n)
	target := c.target(n.Destination)
	switch classify(target) {
	case refused:
		c.out.Diags.Add(diag.LinkScheme, at, target)
		n.Destination = nil
	case elsewhere:
		n.Destination = []byte(target)
	default:
		n.Destination = c.ref(Ref{Kind: Link, URL: target, At: at})
	}
	if !n.HasChildren() {
		c.out.Diags.Add(diag.LinkText, at, target)
	}
}

// target returns the target of a link or an image as a browser would see it, and counts it if
// it begins with http: or https:.
func (c *collector) target(destination []byte) string {
	if isAddress(destination) {
		c.targets++
	}
	return unescape(destination)
}

func (c *collector) autoLink(n *ast.AutoLink) {
	target := string(n.URL(c.src))
	if n.AutoLinkType == ast.AutoLinkEmail || classify(target) == elsewhere {
		return
	}
	parent := n.Parent()
	if name, ok := strings.CutPrefix(target, "tenggat:"); ok {
		parent.ReplaceChild(parent, n,
			&embed{words: true, mark: c.ref(Ref{Kind: Deadline, URL: name, At: c.inline(n)})})
		return
	}
	c.out.Diags.Add(diag.LinkScheme, c.inline(n), target)
	parent.ReplaceChild(parent, n, ast.NewString([]byte("<"+target+">")))
}

// image notes an image, sound or video as a Ref. It refuses those of other sites, because a
// page must not make browsers ask other sites for anything.
func (c *collector) image(n *ast.Image) {
	at := c.inline(n)
	target, alt := c.target(n.Destination), plain(n, c.src)
	parent := n.Parent()
	switch classify(target) {
	case refused:
		c.out.Diags.Add(diag.LinkScheme, at, target)
		parent.ReplaceChild(parent, n, ast.NewString([]byte(alt)))
		return
	case elsewhere:
		c.out.Diags.Add(diag.ImageElsewhere, at, target)
		parent.ReplaceChild(parent, n, ast.NewString([]byte(alt)))
		return
	}
	ref := Ref{Kind: Image, URL: target, Alt: alt, At: at}
	if IsMedia(target) {
		ref.Kind = Media
	}
	if strings.TrimSpace(alt) == "" {
		c.out.Diags.Add(diag.ImageAlt, at, target)
	}
	if ref.Kind == Image {
		c.images++
		ref.First = c.images == 1
	}
	number := len(c.out.Refs)
	parent.ReplaceChild(parent, n,
		&embed{mark: c.ref(ref), caption: unescape(n.Title), ref: number})
}

// ref keeps r and returns its mark.
func (c *collector) ref(r Ref) []byte {
	c.out.Refs = append(c.out.Refs, r)
	return appendMark(nil, len(c.out.Refs)-1)
}

// inline returns the Span of an inline node: from where it or its text begins to the end
// of that line's text.
func (c *collector) inline(n ast.Node) diag.Span {
	start := n.Pos()
	if start < 0 {
		start = 0
		for p := n.Parent(); p != nil; p = p.Parent() {
			if p.Type() == ast.TypeBlock && p.Lines() != nil && p.Lines().Len() > 0 {
				start = p.Lines().At(0).Start
				break
			}
		}
	}
	start = min(start, len(c.src))
	end := start
	for end < len(c.src) && c.src[end] != ')' && c.src[end] != '>' && c.src[end] != '\n' {
		end++
	}
	if end < len(c.src) && c.src[end] != '\n' {
		end++
	}
	return c.span(start, end)
}

// mediaTypes are the types of sound and video files by extension.
var mediaTypes = map[string]string{
	".mp4": "video/mp4", ".webm": "video/webm",
	".mp3": "audio/mpeg", ".ogg": "audio/ogg", ".m4a": "audio/mp4",
}

// IsMedia reports whether a reference is to a sound or video.
func IsMedia(target string) bool { return MediaType(target) != "" }

// MediaType returns the type of a sound or video, "" for anything else.
func MediaType(target string) string { return mediaTypes[strings.ToLower(path.Ext(target))] }
