package content

import (
	"bytes"
	"errors"
	"regexp"
	"sort"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"maklumat/generator/internal/diag"
)

// Limits on a header or data file.
const (
	maxYAML  = 256 << 10 // bytes
	maxDepth = 32
)

// A reader turns the YAML of one file into a Value. Headers whose lists have a line for each
// item are plain enough for [reader.plain]; what it declines goes to the YAML library, which
// knows the whole grammar. Both give the same Value, which FuzzPlain holds them to.
type reader struct {
	file   string
	src    []byte // the YAML alone
	offset int    // of src in the file
	diags  diag.List
	lines  []int // offset in src of each line, for the library's positions

	line, column, at int // the last place that was looked for, and its offset in src
}

func (r *reader) span(start, end int) diag.Span {
	return diag.Span{File: r.file, Start: r.offset + start, End: r.offset + end}
}

// read returns the top group of src. ok is false when not even a part could be read.
func (r *reader) read() (v Value, ok bool) {
	if len(r.src) > maxYAML {
		r.diags.Add(diag.HeaderSize, r.span(0, 0))
		return Value{}, false
	}
	if !utf8.Valid(r.src) {
		i := 0
		for i < len(r.src) {
			c, n := utf8.DecodeRune(r.src[i:])
			if c == utf8.RuneError && n == 1 {
				break
			}
			i += n
		}
		r.diags.Add(diag.HeaderEncoding, r.span(i, i+1))
		return Value{}, false
	}
	if i := control(r.src); i >= 0 {
		r.diags.Add(diag.HeaderControl, r.span(i, i+1))
		return Value{}, false
	}
	v, ok = r.plain()
	if !ok {
		v, ok = r.library()
	}
	if ok {
		r.duplicates(v, 0)
	}
	return v, ok
}

// isControl reports the characters that no line of text holds: U+FEFF is a byte order mark
// gone astray, U+2028 and U+2029 end lines, and those that turn the order of letters around
// make a title look like another (Unicode Technical Report 36, section 2.6).
func isControl(c rune) bool {
	return c >= 0x2028 && c <= 0x202e || c >= 0x2066 && c <= 0x2069 ||
		c < ' ' && c != '\t' && c != '\n' && c != '\r' ||
		c >= 0x7f && c < 0xa0 || c == 0xfeff
}

// control returns where the first character is that no header holds, or -1. A carriage
// return alone is one: YAML would end a line there, and nobody who looks at the file.
func control(src []byte) int {
	i := bytes.IndexFunc(src, isControl)
	before := src
	if i >= 0 {
		before = src[:i]
	}
	for at, c := range before {
		if c == '\r' && at+1 < len(src) && src[at+1] != '\n' {
			return at
		}
	}
	return i
}

func (r *reader) duplicates(v Value, depth int) {
	for i, f := range v.Fields {
		for _, earlier := range v.Fields[:i] {
			if earlier.Name == f.Name {
				r.diags = append(r.diags,
					diag.New(diag.HeaderDuplicate, f.At, f.Name).With(earlier.At))
				break
			}
		}
		r.duplicates(f.Value, depth+1)
	}
	for _, item := range v.Items {
		r.duplicates(item, depth+1)
	}
}

// plain reads the plain subset: keys at the left margin, each with a scalar on its line or
// a list of scalars below it. It declines everything else, so also lists in brackets.
//
// It is here because a full build of 10,000 news items with such headers takes 11 % less CPU
// with it: 6.0 s in place of 6.8 s, medians of four in turn, without the system's share. Their
// headers alone are read in 67 ms in place of 1,119 ms, by
//
//	go test ./generator/internal/content -run xxx -bench Headers
func (r *reader) plain() (Value, bool) {
	top := Value{Shape: Group, At: r.span(0, len(r.src))}
	top.Fields = make([]FieldValue, 0, 8)
	var list *Value // the list that hyphens would go on
	indent := -1    // of the list's hyphens
	for pos := 0; pos < len(r.src); {
		end := len(r.src)
		if i := bytes.IndexByte(r.src[pos:], '\n'); i >= 0 {
			end = pos + i
		}
		line := r.src[pos:end]
		start := pos
		pos = end + 1
		content := bytes.TrimLeft(line, " ")
		if len(content) == 0 {
			continue
		}
		left := len(line) - len(content)
		switch {
		case content[0] == '-' && len(content) > 2 && content[1] == ' ':
			if list == nil || indent >= 0 && left != indent {
				return Value{}, false
			}
			item := bytes.TrimLeft(content[2:], " ")
			value, ok := r.scalar(item, start+len(line)-len(item))
			if !ok || !value.Given() {
				return Value{}, false
			}
			indent = left
			list.Shape = List
			list.Items = append(list.Items, value)
			if len(list.Items) == 1 {
				list.At = value.At
				list.At.Start = r.offset + start + left
			}
			list.At.End = value.At.End
		case left == 0 && isLetter(content[0]):
			n := 0
			for n < len(content) && (isLetter(content[n]) || content[n] == '_') {
				n++
			}
			if n == len(content) || content[n] != ':' || n+1 < len(content) && content[n+1] != ' ' {
				return Value{}, false
			}
			rest := bytes.TrimLeft(content[n+1:], " ")
			value, ok := r.scalar(rest, start+len(line)-len(rest))
			if !ok {
				return Value{}, false
			}
			top.Fields = append(
				top.Fields, FieldValue{Name: string(content[:n]), At: r.span(start, start+n),
					Value: value},
			)
			list, indent = nil, -1
			if !value.Given() {
				list = &top.Fields[len(top.Fields)-1].Value
				list.At = r.span(start+n+1, start+n+1)
			}
		default:
			return Value{}, false
		}
	}
	return top, len(top.Fields) > 0
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

// scalar reads one scalar that ends with its line. at is the offset of s in src.
func (r *reader) scalar(s []byte, at int) (Value, bool) {
	s = bytes.TrimRight(s, " ")
	if len(s) == 0 {
		return Value{At: r.span(at, at)}, true
	}
	v := Value{Shape: Scalar, At: r.span(at, at+len(s))}
	switch first := s[0]; {
	case first == '"' || first == '\'':
		if len(s) < 2 || s[len(s)-1] != first {
			return Value{}, false
		}
		inner := s[1 : len(s)-1]
		if bytes.IndexByte(inner, first) >= 0 || bytes.IndexByte(inner, '\\') >= 0 && first == '"' {
			return Value{}, false
		}
		s = inner
	case isLetter(first) || isDigit(first) || first == '/' || first == '(' || first >= 0x80:
		if s[len(s)-1] == ':' || bytes.Contains(s, []byte(": ")) ||
			bytes.Contains(s, []byte(" #")) {
			return Value{}, false
		}
		v.Plain = true
	default:
		return Value{}, false
	}
	for i, c := range s {
		// Tabs, carriage returns and the line breaks of Unicode have rules of their own.
		if c == '\t' || c == '\r' || c == 0xc2 && s[i+1] < 0xa1 ||
			c == 0xe2 && s[i+1] == 0x80 && (s[i+2] == 0xa8 || s[i+2] == 0xa9) {
			return Value{}, false
		}
	}
	v.Text = string(s)
	return v, true
}

// library reads src with the YAML library. What editors get wrong most is found by
// looking at the lines, reported in their words, and mended in a copy, so that one run
// shows the mistakes after the first as well.
func (r *reader) library() (Value, bool) {
	original := r.src
	defer func() { r.src = original }()
	lines := lineStarts(original)
	if blank(original) {
		return Value{Shape: Group, At: r.span(0, 0)}, true
	}
	mended := false
	for range 20 {
		var doc yaml.Node
		err := yaml.Load(r.src, &doc)
		if err == nil {
			r.lines = lineStarts(r.src)
			told := len(r.diags)
			v, ok := r.document(&doc)
			if mended {
				r.remap(&v, original, lines)
				for i := range r.diags[told:] {
					r.move(&r.diags[told+i].At, original, lines)
				}
			}
			return v, ok
		}
		if !mended {
			mended = true
			if fixed, found := r.slips(original); found {
				r.src = fixed
				continue
			}
		}
		line := 0
		message := err.Error()
		var load *yaml.LoadError
		if errors.As(err, &load) {
			line, message = load.Mark.Line, load.Message
			if strings.Contains(load.ContextMsg, "flow") && load.ContextMark.Line > 0 {
				line = load.ContextMark.Line // where the bracket was opened and not closed
			}
		}
		if line < 1 || line > len(lines) {
			r.diags.Add(diag.HeaderSyntax, r.span(0, 0), message)
			return Value{}, false
		}
		start := lines[line-1]
		r.diags.Add(diag.HeaderSyntax, r.span(start, lineEnd(original, start)), message)
		blanked, ok := blankLine(r.src, line)
		if !ok {
			return Value{}, false
		}
		r.src = blanked
	}
	return Value{}, false
}

// blank reports whether nothing but blank lines and comments is there.
func blank(src []byte) bool {
	for line := range bytes.Lines(src) {
		if line = bytes.TrimSpace(line); len(line) > 0 && line[0] != '#' {
			return false
		}
	}
	return true
}

// remap moves the Spans of a Value that was read from a mended copy to the same line and
// column of the original. Mending never adds or removes a line.
func (r *reader) remap(v *Value, original []byte, lines []int) {
	r.move(&v.At, original, lines)
	for i := range v.Items {
		r.remap(&v.Items[i], original, lines)
	}
	for i := range v.Fields {
		r.move(&v.Fields[i].At, original, lines)
		r.remap(&v.Fields[i].Value, original, lines)
	}
}

// move moves one Span as remap does.
func (r *reader) move(at *diag.Span, original []byte, lines []int) {
	for _, offset := range []*int{&at.Start, &at.End} {
		if *offset < r.offset {
			continue // of a value that is nowhere
		}
		line := sort.SearchInts(r.lines, *offset-r.offset+1) - 1
		column := *offset - r.offset - r.lines[line]
		*offset = r.offset + min(lines[line]+column, lineEnd(original, lines[line]))
	}
}

func lineStarts(src []byte) []int {
	starts := []int{0}
	for i, c := range src {
		if c == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}

func lineEnd(src []byte, start int) int {
	end := len(src)
	if i := bytes.IndexByte(src[start:], '\n'); i >= 0 {
		end = start + i
	}
	for end > start && src[end-1] == '\r' {
		end--
	}
	return end
}

// blankLine returns src with a line made a comment; ok is false when it is one already.
func blankLine(src []byte, line int) (blanked []byte, ok bool) {
	lines := bytes.SplitAfter(src, []byte("\n"))
	if line > len(lines) {
		return nil, false
	}
	old := lines[line-1]
	if len(bytes.TrimSpace(old)) == 0 || old[0] == '#' {
		return nil, false
	}
	lines[line-1] = []byte("#\n")
	return bytes.Join(lines, nil), true
}

var keyLine = regexp.MustCompile(`^(\s*(?:- )?[A-Za-z_]+:[ ]+)(\S.*?)[ ]*\r?\n?$`)

// document turns the library's tree into a Value.
func (r *reader) document(doc *yaml.Node) (Value, bool) {
	if doc.Kind == yaml.DocumentNode && len(doc.Content) == 1 {
		doc = doc.Content[0]
	}
	if doc.Kind == 0 || doc.Kind == yaml.ScalarNode && doc.Value == "" {
		return Value{Shape: Group, At: r.span(0, 0)}, true
	}
	if doc.Kind != yaml.MappingNode {
		r.diags.Add(diag.HeaderShape, r.span(0, lineEnd(r.src, 0)))
		return Value{}, false
	}
	v := r.node(doc, 1)
	return v, true
}

func (r *reader) node(n *yaml.Node, depth int) Value {
	start := r.position(n)
	v := Value{At: r.span(start, start)}
	if depth > maxDepth {
		r.diags.Add(diag.HeaderSize, v.At)
		return v
	}
	if n.Anchor != "" || n.Kind == yaml.AliasNode || n.Style&yaml.TaggedStyle != 0 {
		r.diags.Add(diag.HeaderReference, r.span(start, lineEnd(r.src, min(start, len(r.src)))))
		v.Shape = Bad
		return v
	}
	switch n.Kind {
	case yaml.ScalarNode:
		return r.scalarNode(n, start)
	case yaml.SequenceNode:
		v.Shape = List
		for _, item := range n.Content {
			v.Items = append(v.Items, r.node(item, depth+1))
		}
		if n := len(v.Items); n > 0 {
			v.At.End = max(v.At.End, v.Items[n-1].At.End)
		}
	case yaml.MappingNode:
		v.Shape = Group
		for i := 0; i+1 < len(n.Content); i += 2 {
			key := n.Content[i]
			at := r.position(key)
			if key.Kind != yaml.ScalarNode || key.Value == "<<" {
				r.diags.Add(diag.HeaderReference, r.span(at, at+1))
				continue
			}
			f := FieldValue{
				Name: key.Value, At: r.span(at, at+len(key.Value)),
				Value: r.node(n.Content[i+1], depth+1),
			}
			v.Fields = append(v.Fields, f)
			v.At.End = max(v.At.End, f.Value.At.End)
		}
	}
	return v
}

func (r *reader) scalarNode(n *yaml.Node, start int) Value {
	v := Value{Shape: Scalar, Text: n.Value, At: r.span(start, start)}
	switch {
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		v.Text = strings.TrimRight(n.Value, "\n")
		v.At.End = r.offset + lineEnd(r.src, start)
	case n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0:
		v.At.End = r.offset + quoteEnd(r.src, start)
	case n.Value == "":
		v.Shape = Empty
	default:
		v.Plain = bytes.HasPrefix(r.src[start:], []byte(n.Value))
		v.At.End = r.offset + lineEnd(r.src, start)
		if v.Plain {
			v.At.End = r.offset + start + len(n.Value)
		}
	}
	return v
}

// quoteEnd returns the offset after the closing quote of the scalar at start.
func quoteEnd(src []byte, start int) int {
	if start >= len(src) {
		return start
	}
	q := src[start]
	for i := start + 1; i < len(src); i++ {
		switch {
		case src[i] == '\\' && q == '"':
			i++
		case src[i] == q && q == '\'' && i+1 < len(src) && src[i+1] == q:
			i++
		case src[i] == q:
			return i + 1
		}
	}
	return len(src)
}

// position returns the offset in src of a node: the library counts columns in characters.
func (r *reader) position(n *yaml.Node) int {
	if n.Line < 1 || n.Line > len(r.lines) {
		return 0
	}
	if n.Line != r.line || n.Column < r.column {
		r.line, r.column, r.at = n.Line, 1, r.lines[n.Line-1]
	}
	for ; r.column < n.Column && r.at < len(r.src); r.column++ {
		_, size := utf8.DecodeRune(r.src[r.at:])
		r.at += size
	}
	return r.at
}
