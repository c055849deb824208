package content

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/markdown"
)

// Format returns a document in its canonical form: the keys of its header in the order of
// the table of kinds, each value written in one way, comments kept, and a body without
// trailing blanks. Whoever saved it, a form or a hand, the bytes are the same. It never
// changes what a document says: what the form would change is left as it was, and a file
// whose header cannot be read is returned unchanged, with ok false.
func Format(kinds Kinds, file string, src []byte) (out []byte, ok bool) {
	plain := bytes.TrimPrefix(
		bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n")), []byte("\xef\xbb\xbf"),
	)
	header, _, body, diags, ok := cut(file, plain)
	kind := kinds.Of(file)
	if !ok || len(diags) > 0 || kind == nil {
		return src, false
	}
	header, ok = formatHeader(file, header, kind.all)
	if !ok {
		return src, false
	}
	out = append([]byte("---\n"), header...)
	out = append(out, "---\n"...)
	if body = formatBody(markdown.NewParser(), file, body); len(bytes.Trim(body, " \t\n")) > 0 {
		out = append(append(out, '\n'), bytes.TrimLeft(body, "\n")...)
	}
	return out, true
}

// formatHeader writes a header anew. What it says before and after must be equal, and no
// comment may be lost.
func formatHeader(file string, header []byte, fields []Field) ([]byte, bool) {
	out, ok := formatOnce(file, header, fields)
	if !ok {
		return nil, false
	}
	again, ok := formatOnce(file, out, fields)
	return out, ok && bytes.Equal(again, out) // a form is one only when it stays
}

func formatOnce(file string, header []byte, fields []Field) ([]byte, bool) {
	r := reader{file: file, src: header}
	before, ok := r.read()
	if !ok || len(r.diags) > 0 {
		return nil, false
	}
	c := checker{src: header}
	c.check(before, fields, "", diag.Span{})
	cut := func(d diag.Diagnostic) bool { return d.Code == diag.HeaderComment }
	if slices.ContainsFunc(c.diags, cut) {
		return nil, false // a # that may have been meant as text is the editor's to decide
	}
	var doc yaml.Node
	if yaml.Load(header, &doc) != nil || doc.Kind != yaml.DocumentNode ||
		len(doc.Content) != 1 || doc.Content[0].Kind != yaml.MappingNode {
		return header, blank(header)
	}
	arrange(doc.Content[0], fields)
	far := farLetters{}
	far.hide(&doc)
	var out bytes.Buffer
	w, err := yaml.NewDumper(
		&out, yaml.WithIndent(2), yaml.WithCompactSeqIndent(false), yaml.WithLineWidth(-1),
		yaml.WithUnicode(true),
	)
	if err != nil || w.Dump(&doc) != nil || w.Close() != nil {
		return nil, false
	}
	text := far.show(out.Bytes())
	again := reader{file: file, src: text}
	after, ok := again.read()
	if !ok || len(again.diags) > 0 || !equalValues(
		before, after,
	) || !slices.Equal(comments(header), comments(text)) {
		return nil, false
	}
	return text, true
}

// farLetters are the characters of a header beyond the first 65,536, such as emoji, by those of
// private use that stand for them while it is written: the library writes "\U0001F600" for them,
// which nobody can read.
type farLetters map[rune]rune

// hide puts the others into the texts of a node. One that holds a character of private use already
// is left as it is.
func (f farLetters) hide(n *yaml.Node) {
	private := func(r rune) bool { return r >= 0xe000 && r < 0xf900 }
	if !strings.ContainsFunc(n.Value, private) {
		n.Value = strings.Map(func(r rune) rune {
			if r <= 0xffff || len(f) == 0xf900-0xe000 {
				return r
			}
			for stand, far := range f {
				if far == r {
					return stand
				}
			}
			stand := rune(0xe000 + len(f))
			f[stand] = r
			return stand
		}, n.Value)
	}
	for _, c := range n.Content {
		f.hide(c)
	}
}

// show puts them back.
func (f farLetters) show(text []byte) []byte {
	if len(f) == 0 {
		return text
	}
	return bytes.Map(func(r rune) rune {
		if far, ok := f[r]; ok {
			return far
		}
		return r
	}, text)
}

// equalValues reports whether two Values say the same, in any order of keys.
func equalValues(a, b Value) bool {
	if a.Shape != b.Shape || a.Text != b.Text ||
		len(a.Items) != len(b.Items) || len(a.Fields) != len(b.Fields) {
		return false
	}
	for i := range a.Items {
		if !equalValues(a.Items[i], b.Items[i]) {
			return false
		}
	}
	for _, f := range a.Fields {
		i := slices.IndexFunc(b.Fields, func(o FieldValue) bool { return o.Name == f.Name })
		if i < 0 || !equalValues(f.Value, b.Fields[i].Value) {
			return false
		}
	}
	return true
}

// commentText is what may be a comment; a # inside a text is on both sides alike.
var commentText = regexp.MustCompile(`(?m)(?:^|[ \t])#.*$`)

// comments returns the comments of a header, in the order of their text.
func comments(header []byte) []string {
	var all []string
	for _, c := range commentText.FindAll(header, -1) {
		all = append(all, string(bytes.TrimSpace(c)))
	}
	slices.Sort(all)
	return all
}

// The widths in columns up to which lists and groups are written on one line.
const (
	listWidth  = 80
	groupWidth = 100
)

// arrange brings the keys of a group into the order of their fields, and each value into
// its form.
func arrange(n *yaml.Node, fields []Field) {
	index := func(name string) int {
		i := slices.IndexFunc(fields, func(f Field) bool { return f.Name == name })
		if i < 0 {
			return len(fields)
		}
		return i
	}
	type pair struct{ key, value *yaml.Node }
	var pairs []pair
	for i := 0; i+1 < len(n.Content); i += 2 {
		pairs = append(pairs, pair{n.Content[i], n.Content[i+1]})
	}
	slices.SortStableFunc(
		pairs, func(a, b pair) int { return index(a.key.Value) - index(b.key.Value) },
	)
	n.Content = n.Content[:0]
	n.Style = 0
	for _, p := range pairs {
		p.key.Style = 0
		var f Field
		if i := index(p.key.Value); i < len(fields) {
			f = fields[i]
		}
		form(p.value, &f)
		n.Content = append(n.Content, p.key, p.value)
	}
}

// form gives one value its form: texts plain or in double quotes, several lines as a block,
// short lists and groups on one line.
func form(n *yaml.Node, f *Field) {
	switch n.Kind {
	case yaml.ScalarNode:
		formScalar(n, f)
	case yaml.SequenceNode:
		item := *f
		item.List = false
		for _, c := range n.Content {
			form(c, &item)
		}
		n.Style = 0
		if f.Type != Fields && isFlat(n) && width(n) <= listWidth {
			flow(n)
		}
	case yaml.MappingNode:
		arrange(n, f.Fields)
		if isFlat(n) && width(n) <= groupWidth {
			flow(n)
		}
	}
}

// typed are the types whose values YAML may read as what they are; all others are text.
var typed = []Type{Date, Moment, Year, Number, Flag, Enum, Duration}

func formScalar(n *yaml.Node, f *Field) {
	if n.Value == "" && n.Style == 0 {
		return
	}
	n.Value = strings.TrimRight(n.Value, "\n") // of a block
	n.Style, n.Tag = 0, ""
	switch {
	case strings.Contains(n.Value, "\n"):
		n.Style, n.Tag = yaml.LiteralStyle, "!!str"
	case slices.Contains(typed, f.Type): // written as it is
	case !isPlain(n, f):
		n.Style, n.Tag = yaml.DoubleQuotedStyle, "!!str"
	}
}

// looksTyped are texts that other programs read as a number, a date, nothing, or as yes or
// no (YAML 1.1).
var looksTyped = regexp.MustCompile(`(?i)^([-+]?[0-9][0-9_,.:e+-]*|0x[0-9a-f]+|0o[0-7]+|` +
	`true|false|null|y|n|yes|no|on|off)$`)

// isPlain reports whether a text can stand without quotes. A sentence with a comment behind
// it cannot: an editor may have meant the # as part of it.
func isPlain(n *yaml.Node, f *Field) bool {
	var r reader
	v, ok := r.scalar([]byte(n.Value), 0)
	return ok && v.Plain && v.Text == n.Value && !looksTyped.MatchString(n.Value) &&
		(n.LineComment == "" || f.Type != Line && f.Type != Text)
}

// flow writes a list or group on one line, where some marks need quotes.
func flow(n *yaml.Node) {
	n.Style = yaml.FlowStyle
	for _, c := range n.Content {
		if strings.ContainsAny(c.Value, ",[]{}") {
			c.Style, c.Tag = yaml.DoubleQuotedStyle, "!!str"
		}
	}
}

// isFlat reports whether a list or group holds nothing but texts of one line and no
// comment, so that it can be written on one.
func isFlat(n *yaml.Node) bool {
	return !slices.ContainsFunc(n.Content, func(c *yaml.Node) bool {
		return c.Kind != yaml.ScalarNode || strings.Contains(
			c.Value, "\n",
		) || c.Value == "" || c.HeadComment+c.LineComment+c.FootComment != ""
	})
}

func width(n *yaml.Node) int {
	w := 2
	for _, c := range n.Content {
		w += utf8.RuneCountInString(c.Value) + 2
	}
	return w
}

// formatBody brings a body into its form, as far as the page it makes stays the same.
func formatBody(p *markdown.Parser, file string, body []byte) []byte {
	for _, tidy := range []func([]byte) []byte{markdown.Format, markdown.Trim} {
		if out := tidy(body); bytes.Equal(tidy(out), out) && sameBody(p, file, body, out) {
			return out
		}
	}
	return body
}

// sameBody reports whether two bodies make the same page.
func sameBody(p *markdown.Parser, file string, a, b []byte) bool {
	if bytes.Equal(a, b) {
		return true
	}
	x := p.Parse(file, a, 0)
	htmlX := bytes.Clone(x.HTML) // the next Parse takes its place
	y := p.Parse(file, b, 0)
	if x.Refused || y.Refused || !bytes.Equal(
		htmlX, y.HTML,
	) || !slices.Equal(x.Outline, y.Outline) || len(x.Refs) != len(y.Refs) {
		return false
	}
	for i := range x.Refs {
		one, other := x.Refs[i], y.Refs[i]
		one.At = other.At
		if one != other {
			return false
		}
	}
	return true
}
