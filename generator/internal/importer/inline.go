package importer

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// whole are the elements that are HTML to their end, blank lines and all. In others, Markdown
// goes on after a blank line.
var whole = append([]atom.Atom{
	atom.Pre, atom.Table, atom.Ul, atom.Ol, atom.Dl, atom.Figure,
}, append(active, players...)...)

// chunk returns the first block of Markdown, and whether it is HTML. It notes in endless which
// elements it has looked for the end of in vain, and looks for those no more.
func chunk(s string, endless map[atom.Atom]bool) (part string, isHTML bool) {
	end := paragraph(s)
	first := atom.Atom(0)
	for p := range pieces(s[:end]) {
		if p.kind != html.TextToken || strings.TrimSpace(p.raw) != "" {
			first = p.name
			break
		}
	}
	if !slices.Contains(whole, first) || endless[first] {
		return s[:end], slices.Contains(blocks, first) || endless[first]
	}
	depth := 0
	for p := range pieces(s) {
		switch {
		case p.start > end && depth == 0:
			return s[:end], true
		case p.name == first && p.kind == html.StartTagToken:
			depth++
		case p.name == first && p.kind == html.EndTagToken:
			depth--
			end = max(end, p.start+len(p.raw))
		}
	}
	endless[first] = depth > 0
	return s[:end], true
}

// marks are the elements within lines that Markdown has marks for, or that say nothing to it.
var marks = map[atom.Atom]string{
	atom.B: "**", atom.Strong: "**", atom.I: "*", atom.Em: "*",
	atom.S: "~~", atom.Del: "~~", atom.Strike: "~~",
	atom.Code: "`", atom.Kbd: "`", atom.Samp: "`",
	atom.Span: "", atom.Center: "", atom.Font: "", atom.U: "", atom.Small: "", atom.Big: "",
	atom.Ins: "", atom.Mark: "", atom.Abbr: "", atom.Wbr: "",
}

// inline writes the HTML within lines of Markdown as Markdown. instead stands for a line break.
func (r *Result) inline(where, s, instead string) string {
	l := line{r: r, where: where, instead: instead}
	outsideCode(s, func(s string, code bool) {
		if code {
			l.out = append(l.out, s...)
			return
		}
		for p := range pieces(s) {
			l.add(p)
		}
	})
	return string(l.out)
}

// outsideCode divides Markdown into spans of code and what stands between them.
func outsideCode(s string, do func(s string, code bool)) {
	for s != "" {
		start := strings.IndexByte(s, '`')
		if start < 0 {
			break
		}
		ticks := len(s[start:]) - len(strings.TrimLeft(s[start:], "`"))
		mark, end := s[start:start+ticks], start+ticks
		for {
			next := strings.Index(s[end:], mark)
			if next < 0 { // they are only characters
				do(s[:start+ticks], false)
				end = start + ticks
				break
			}
			end += next
			run := len(s[end:]) - len(strings.TrimLeft(s[end:], "`"))
			if end += run; run == ticks {
				do(s[:start], false)
				do(s[start:end], true)
				break
			}
		}
		s = s[end:]
	}
	do(s, false)
}

// A line is Markdown in the making.
type line struct {
	r              *Result
	where, instead string
	out            []byte
	targets        []string // of the links that are open
	raised         int      // where raised or lowered text begins
	broken         bool     // a line break came last
}

// add adds what a piece of HTML says.
func (l *line) add(p piece) {
	if p.kind == html.TextToken {
		if l.broken {
			p.raw = strings.TrimPrefix(strings.TrimLeft(p.raw, " \t"), "\n")
		}
		if p.code {
			p.raw = html.UnescapeString(p.raw)
		}
		l.out, l.broken = append(l.out, p.raw...), false
		return
	}
	mark, known := marks[p.name]
	end := p.kind == html.EndTagToken
	switch l.broken = p.name == atom.Br; {
	case l.broken:
		l.out = append(bytes.TrimRight(l.out, " \t"), l.instead...)
	case known:
		l.out = append(l.out, mark...)
	case p.name == atom.Img:
		img := tag(p.raw)
		src := strings.ReplaceAll(attr(img, "src"), " ", "%20")
		l.out = fmt.Appendf(l.out, "![%s](%s", attr(img, "alt"), src)
		if title := attr(img, "title"); title != "" {
			l.out = fmt.Appendf(l.out, " %q", title)
		}
		l.out = append(l.out, ')')
	case p.name == atom.A && !end:
		to := strings.ReplaceAll(attr(tag(p.raw), "href"), " ", "%20")
		if l.targets = append(l.targets, to); to != "" {
			l.out = append(l.out, '[')
		}
	case p.name == atom.A && len(l.targets) > 0:
		to := l.targets[len(l.targets)-1]
		if l.targets = l.targets[:len(l.targets)-1]; to != "" {
			l.out = append(l.out, "]("+to+")"...)
		}
	case scripts[p.name] != nil && !end:
		l.raised = len(l.out)
	case scripts[p.name] != nil && l.raised < len(l.out):
		before, words := string(l.out[:l.raised]), string(l.out[l.raised:])
		l.out = append(l.out[:l.raised], l.r.raise(l.where, p.name, words, before)...)
	default:
		l.out = append(l.out, p.raw...)
	}
}

// tag reads one tag.
func tag(raw string) *html.Node {
	z := html.NewTokenizer(strings.NewReader(raw))
	z.Next()
	t := z.Token()
	return &html.Node{Type: html.ElementNode, DataAtom: t.DataAtom, Data: t.Data, Attr: t.Attr}
}
