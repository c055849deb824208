package importer

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

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
	atom.Var: "*", atom.Cite: "*", atom.Dfn: "*", atom.Tt: "`",
	atom.Span: "", atom.Font: "", atom.U: "", atom.Small: "", atom.Big: "", atom.Wbr: "",
	atom.Nobr: "",
	atom.Time: "", atom.Bdo: "", atom.Bdi: "", atom.Data: "", atom.Label: "", atom.Ruby: "",
	atom.Rb: "",
	atom.Rt: "", atom.Rp: "", atom.Meter: "", atom.Progress: "", atom.Output: "", atom.Button: "",
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
	edge           edge     // came last
	opened         []piece  // elements that need a word at their end, and where their texts begin
}

// An edge is a mark of stressed text.
type edge struct {
	mark string // "" for none
	at   int
	end  bool
}

// settle moves signs out of the ends of a stressed text that has letters beside it, as edges does.
func (l *line) settle(next string) {
	e := l.edge
	if l.edge = (edge{}); e.mark == "" {
		return
	}
	last, _ := utf8.DecodeLastRune(l.out[:e.at])
	if e.end && beginsWord(next) {
		inner := bytes.TrimRightFunc(l.out[:e.at], isSign)
		l.out = append(inner, e.mark+string(l.out[len(inner):e.at])...)
	} else if signs := len(next) - len(strings.TrimLeftFunc(next, isSign)); !e.end &&
		isWord(last) && signs > 0 {
		l.out = append(append(l.out[:e.at], next[:signs]...), e.mark...)
	}
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
		at, opens := len(l.out), !l.edge.end
		l.settle(p.raw)
		if opens && len(l.out) > at { // what it begins with stands before the mark now
			p.raw = p.raw[len(l.out)-at:]
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
		if l.edge = (edge{}); strings.Trim(mark, "*~") == "" && mark != "" {
			l.edge = edge{mark, len(l.out), end}
		}
		l.out = append(l.out, mark...)
	case p.name == atom.Q:
		l.out = append(l.out, map[bool]string{false: "“", true: "”"}[end]...)
	case slices.Contains(worded, p.name) && !end:
		p.start = len(l.out)
		l.opened = append(l.opened, p)
	case slices.Contains(worded, p.name):
		l.word(p.name)
	case slices.Contains(blocks, p.name):
		if !end && !lineBegins.Match(l.out[bytes.LastIndexByte(l.out, '\n')+1:]) &&
			!bytes.HasSuffix(l.out, []byte(l.instead)) {
			l.out, l.broken = append(bytes.TrimRight(l.out, " \t\n"), l.instead...), true
		}
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
	case slices.Contains(silent, p.name) || p.name == atom.A && end:
		if !end {
			l.r.leaveAt(l.where, p.raw, "%s tidak dibawa", "%s is not carried", tagOf(p))
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

// silent are elements by which readers do something, or that say something to programs.
var silent = []atom.Atom{
	atom.Input, atom.Textarea, atom.Option, atom.Optgroup, atom.Datalist, atom.Map, atom.Area,
	atom.Canvas, atom.Base, atom.Link, atom.Meta, atom.Html, atom.Head, atom.Param, atom.Source,
	atom.Track, atom.Col, atom.Colgroup, atom.Fieldset, atom.Slot,
}

// tagOf returns a tag without its attributes.
func tagOf(p piece) string { return "<" + strings.ToLower(tagName(p)) + ">" }

// lineBegins matches what has no text in its last line or cell yet.
var lineBegins = regexp.MustCompile(`(?:^|\|)[ \t>]*(?:(?:[-+*]|\d+[.)]|#{1,6})[ \t]+)*$`)

// worded are the elements that say more than their texts.
var worded = []atom.Atom{atom.Abbr, atom.Acronym, atom.Ins, atom.Mark}

// word ends one of them.
func (l *line) word(name atom.Atom) {
	n := len(l.opened)
	if n == 0 || l.opened[n-1].name != name {
		return
	}
	begin := l.opened[n-1]
	l.opened = l.opened[:n-1]
	if name == atom.Ins || name == atom.Mark {
		l.r.leave(l.where, "<%s> %q menjadi tulisan biasa", "<%s> %q becomes ordinary text",
			name, firstWords(string(l.out[min(begin.start, len(l.out)):])))
	} else if said := strings.TrimSpace(attr(tag(begin.raw), "title")); said != "" {
		l.out = append(l.out, " ("+said+")"...)
	}
}

// tag reads one tag.
func tag(raw string) *html.Node {
	z := html.NewTokenizer(strings.NewReader(raw))
	z.Next()
	t := z.Token()
	return &html.Node{Type: html.ElementNode, DataAtom: t.DataAtom, Data: t.Data, Attr: t.Attr}
}
