package markdown

import (
	"bytes"
	"regexp"
	"slices"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"maklumat/generator/internal/diag"
)

var (
	delimiterRow  = regexp.MustCompile(`^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$`)
	noteBegins    = regexp.MustCompile(`^ {0,3}\[\^([^\]\s]+)\]:`)
	noteMark      = regexp.MustCompile(`\[\^([^\]\s]+)\]`)
	headAttribute = regexp.MustCompile(`^#{1,6}[ \t]+(.*?)[ \t]*\{[#.][^{}]*\}[ \t]*$`)
	codeWithin    = regexp.MustCompile("`[^`\n]*`")
)

// A note is a footnote or a mark of one, and where it stands.
type note struct {
	name       string
	start, end int
}

// unshown reports what Markdown lets vanish, or shows as it is written, without a word: cells of a
// table beyond its heads, notes that nothing leads to, marks that lead to no note, and attributes
// of headings, which other programs know.
func (c *collector) unshown(body []byte) {
	if !bytes.ContainsAny(body, "|{") && !bytes.Contains(body, []byte("[^")) {
		return
	}
	var notes, marks []note
	var before []byte
	fence, columns := "", 0
	for start := 0; start < len(body); {
		end := len(body)
		if i := bytes.IndexByte(body[start:], '\n'); i >= 0 {
			end = start + i
		}
		line := bytes.TrimRight(body[start:end], "\r")
		trimmed := bytes.TrimLeft(line, " \t>")
		switch {
		case fence != "":
			if bytes.HasPrefix(trimmed, []byte(fence)) {
				fence = ""
			}
		case bytes.HasPrefix(trimmed, []byte("```")), bytes.HasPrefix(trimmed, []byte("~~~")):
			fence = string(trimmed[:3])
		case bytes.HasPrefix(line, []byte("    ")):
		default:
			plain := codeWithin.ReplaceAllFunc(line, func(code []byte) []byte {
				return bytes.Repeat([]byte("x"), len(code))
			})
			columns = c.tableRow(line, before, columns, start)
			if m := headAttribute.FindSubmatchIndex(plain); m != nil {
				d := diag.New(diag.MarkdownAttributes, c.span(start+m[2], start+len(line)))
				c.out.Diags = append(c.out.Diags, d.Instead(string(line[m[2]:m[3]])))
			}
			at := 0
			if m := noteBegins.FindSubmatchIndex(plain); m != nil {
				name := string(plain[m[2]:m[3]])
				notes = append(notes, note{name, start + m[2] - 2, start + m[1] - 1})
				at = m[1]
			}
			for _, m := range noteMark.FindAllSubmatchIndex(plain[at:], -1) {
				name := string(plain[at+m[2] : at+m[3]])
				marks = append(marks, note{name, start + at + m[0], start + at + m[1]})
			}
		}
		before = line
		start = end + 1
	}
	c.unpaired(notes, marks)
	c.unpaired(marks, notes)
}

// unpaired reports notes of which the other part is not there.
func (c *collector) unpaired(of, others []note) {
	for _, n := range of {
		if !slices.ContainsFunc(others, func(o note) bool { return o.name == n.name }) {
			c.out.Diags.Add(diag.MarkdownNote, c.span(n.start, n.end), "[^"+n.name+"]")
		}
	}
}

// tableRow reports a row of a table that has more cells than its heads, which nobody would see. It
// returns how many columns the table has, 0 outside one.
func (c *collector) tableRow(line, before []byte, columns, start int) int {
	switch {
	case len(bytes.TrimSpace(line)) == 0:
		return 0
	case columns == 0 && delimiterRow.Match(line) && bytes.IndexByte(before, '|') >= 0 &&
		cellsOf(line) == cellsOf(before):
		return cellsOf(line)
	case columns > 0 && cellsOf(line) > columns:
		c.out.Diags.Add(diag.MarkdownCells, c.span(start, start+len(line)))
	}
	return columns
}

// cellsOf returns how many cells a row has. A bar behind a backslash ends none, one in code does.
func cellsOf(line []byte) int {
	line = bytes.TrimSpace(line)
	line = bytes.TrimPrefix(line, []byte("|"))
	if bytes.HasSuffix(line, []byte("|")) && !bytes.HasSuffix(line, []byte(`\|`)) {
		line = line[:len(line)-1]
	}
	n := 1
	for i, b := range line {
		if b == '|' && (i == 0 || line[i-1] != '\\') {
			n++
		}
	}
	return n
}

// doubled is an inline parser of strikethrough that leaves single tildes alone: people write hours
// with them, as in 08~10.
type doubled struct{ parser.InlineParser }

// Parse implements parser.InlineParser.
func (p doubled) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, _ := block.PeekLine()
	if len(line) < 2 || line[1] != '~' {
		return nil
	}
	return p.InlineParser.Parse(parent, block, pc)
}

// strikethrough is goldmark's extension with that parser.
type strikethrough struct{}

// Extend implements goldmark.Extender.
func (strikethrough) Extend(md goldmark.Markdown) {
	md.Parser().AddOptions(parser.WithInlineParsers(
		util.Prioritized(doubled{extension.NewStrikethroughParser()}, 500)))
	md.Renderer().AddOptions(renderer.WithNodeRenderers(
		util.Prioritized(extension.NewStrikethroughHTMLRenderer(), 500)))
}
