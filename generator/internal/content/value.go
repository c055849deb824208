package content

import (
	"bufio"
	"bytes"
	"slices"
	"strings"
	"sync"
	"unique"

	"github.com/adrg/frontmatter"

	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
)

// A Shape is the outer form of a Value.
type Shape int8

// The shapes of a Value.
const (
	Empty Shape = iota // a key with nothing after it
	Scalar
	List
	Group
	Bad // a message says so already, and later checks add none
)

// A Value is what stands after a key, with its place in the file. A scalar keeps the exact
// characters that were typed: "010", "off" and "1e3" are text here, never YAML's number or
// truth value. The zero Value stands for a key that is not there.
type Value struct {
	Shape  Shape
	Text   string // of a Scalar, without its quotes
	Plain  bool   // a Scalar written without quotes, on one line
	Items  []Value
	Fields []FieldValue
	At     diag.Span
}

// A FieldValue is one key of a Group with its Value.
type FieldValue struct {
	Name  string
	At    diag.Span // of the key
	Value Value
}

// Field returns the Value of a key, or the zero Value.
func (v Value) Field(name string) Value {
	for i := range v.Fields {
		if v.Fields[i].Name == name {
			return v.Fields[i].Value
		}
	}
	return Value{}
}

// isNull reports whether v is written as YAML writes that there is no value, which programs do for
// optional keys. In quotes, it is a word.
func (v Value) isNull() bool {
	return v.Shape == Scalar && v.Plain &&
		slices.Contains([]string{"null", "Null", "NULL", "~"}, v.Text)
}

// Given reports whether v is there at all and not empty.
func (v Value) Given() bool { return v.Shape != Empty && v.Shape != Bad }

// format is the one form of header there is: YAML between lines of three hyphens. Its
// bytes are kept as they are, because a reader makes a Value of them and not YAML's types.
var format = frontmatter.NewFormat("---", "---", func(data []byte, v any) error {
	*v.(*[]byte) = data
	return nil
})

// readers are kept between files. The library would make a reader with a large buffer for each.
var readers = sync.Pool{New: func() any { return bufio.NewReader(nil) }}

// cut divides src into the YAML of its header, which starts at an offset, and its body. It
// reports every way in which editors get the fence wrong; ok is false when there is no
// header to read.
func cut(file string, src []byte) (yaml []byte, start int, body []byte, diags diag.List, ok bool) {
	start, after, diags := fences(file, src)
	if len(diags) > 0 {
		return nil, 0, nil, diags, false
	}
	// The library gets the header alone, because it would copy a body.
	r := readers.Get().(*bufio.Reader)
	defer readers.Put(r)
	r.Reset(bytes.NewReader(src[:after]))
	rest, err := frontmatter.MustParse(r, &yaml, format)
	if err != nil || len(rest) > 0 {
		// fences saw both lines, so this cannot be; but what cannot be read is not public.
		diags.Add(diag.HeaderUnclosed, diag.Span{File: file})
		return nil, 0, nil, diags, false
	}
	return yaml, start, src[after:], diags, true
}

// fences checks the two lines around the header and returns where the YAML starts and
// the body.
func fences(file string, src []byte) (start, body int, diags diag.List) {
	at := func(start, end int) diag.Span { return diag.Span{File: file, Start: start, End: end} }
	if bytes.HasPrefix(src, []byte("\xef\xbb\xbf")) {
		diags.Add(diag.HeaderBOM, at(0, 3))
		return 0, 0, diags
	}
	first, _, _ := bytes.Cut(src, []byte("\n"))
	line := strings.TrimRight(string(first), "\r")
	switch trimmed := strings.TrimSpace(line); {
	case line == "---":
	case trimmed == "---" || isFence(trimmed):
		return 0, 0, append(diags, diag.New(diag.HeaderFence, at(0, len(line)),
			line).Instead("---"))
	case strings.HasPrefix(
		line, "{",
	) || trimmed == "+++" || trimmed == ";;;" || strings.HasPrefix(trimmed, "---"):
		diags.Add(diag.HeaderFormat, at(0, len(line)))
		return 0, 0, diags
	case hasFence(src):
		diags.Add(diag.HeaderNotFirst, at(0, len(line)))
		return 0, 0, diags
	default:
		diags.Add(diag.HeaderMissing, at(0, len(line)))
		return 0, 0, diags
	}
	start = len(first) + 1
	for pos := start; pos < len(src); {
		end := len(src)
		if i := bytes.IndexByte(src[pos:], '\n'); i >= 0 {
			end = pos + i + 1
		}
		line := strings.TrimRight(string(src[pos:end]), "\r\n")
		if line == "---" {
			return start, end, diags
		}
		if trimmed := strings.TrimSpace(line); trimmed == "---" || isFence(trimmed) {
			return 0, 0, append(
				diags, diag.New(diag.HeaderFence, at(pos, pos+len(line)), line).Instead("---"),
			)
		}
		pos = end
	}
	end := len(bytes.TrimRight(src, "\r\n"))
	diags.Add(diag.HeaderUnclosed, at(end, end))
	return 0, 0, diags
}

// isFence reports a line that looks like a fence and is not one: hyphens in the wrong
// number, or the dashes that word processors make of them.
func isFence(line string) bool {
	if line == "" || line == "---" {
		return false
	}
	if strings.Trim(line, "-") == "" {
		return len(line) >= 2
	}
	return strings.Trim(line, "-–—") == "" || strings.Trim(line, "=") == "" && len(line) >= 3
}

// hasFence reports whether one of the first lines is a fence: then the header is there,
// only not at the start.
func hasFence(src []byte) bool {
	for i, line := range bytes.Split(src[:min(len(src), 4096)], []byte("\n")) {
		if i > 0 && string(bytes.TrimSpace(line)) == "---" {
			return true
		}
	}
	return false
}

// FrontMatter returns the header of a document of another generator, whatever its form
// (YAML, TOML or JSON), as its library types it, and the body.
func FrontMatter(src []byte) (header map[string]any, body []byte, err error) {
	body, err = frontmatter.Parse(bytes.NewReader(src), &header)
	return header, body, err
}

// together replaces texts by parts of one new string. As they were read, each of them would
// keep its whole file in memory.
func together(texts ...*string) {
	var b strings.Builder
	size := 0
	for _, t := range texts {
		size += len(*t)
	}
	b.Grow(size)
	for _, t := range texts {
		b.WriteString(*t)
	}
	for all := b.String(); len(texts) > 0; texts = texts[1:] {
		n := len(*texts[0])
		*texts[0], all = all[:n], all[n:]
	}
}

// shared returns a copy of a text that many documents have in common. They all get the same one.
func shared(text string) string { return unique.Make(text).Value() }

// The accessors below read a checked Value: what is missing or was wrong reads as zero.
// Strings are cloned, or one title would keep its whole file in memory.

func (v Value) text(name string) string { return strings.Clone(v.Field(name).Text) }

func (v Value) texts(name string) []string {
	items := v.Field(name).Items
	if len(items) == 0 {
		return nil
	}
	out := make([]string, 0, len(items))
	for _, item := range items {
		if item.Shape == Scalar && !slices.Contains(out, item.Text) {
			out = append(out, shared(item.Text))
		}
	}
	return out
}

func (v Value) flag(name string) bool { return v.Field(name).Text == "true" }

func (v Value) number(name string) int { return atoi(v.Field(name).Text) }

func (v Value) day(name string) disclosure.Day {
	d, _ := disclosure.ParseDay(v.Field(name).Text)
	return d
}

func (v Value) moment(name string) disclosure.Moment {
	m, _ := disclosure.ParseMoment(v.Field(name).Text)
	return m
}

func (v Value) duration(name string) disclosure.Duration {
	d, _ := disclosure.ParseDuration(v.Field(name).Text)
	return d
}

// atoi reads a number that was checked to be one.
func atoi(s string) int {
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0
		}
		n = n*10 + int(s[i]-'0')
	}
	return n
}
