package attachment

import (
	"bytes"
	"compress/zlib"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/ledongthuc/pdf"
)

// maxObjects is how many bytes are unpacked of the compressed objects of a PDF.
const maxObjects = 64 << 20

// object matches the beginning of an object of a PDF (ISO 32000-1, 7.3.10).
var object = regexp.MustCompile(`\d+` + gap + `\d+` + gap + `obj\b`)

// gap matches what separates two tokens: white space, and comments up to the ends of their lines.
const gap = `(?:[\x00\t\n\f\r ]|%[^\r\n]*[\r\n])+`

// active gathers what a PDF does besides showing its pages. Links to addresses or to other pages do
// not count, and neither do signatures. Every object of the file is examined, also one that nothing
// refers to: a reader that repairs files could bring back what is left of an earlier version. The
// Problem tells why an object cannot be examined.
func active(r *pdf.Reader, pages []pdf.Page, src []byte, found *findings) Problem {
	left := int64(maxObjects)
	places := object.FindAllIndex(src, -1)
	for n, at := range places {
		end := len(src)
		if n+1 < len(places) {
			end = places[n+1][0]
		}
		names, stream := namesIn(src[at[1]:end], true)
		if names.hold(found); found.refused != nil {
			return None
		}
		// The type of an object stream may be stored in another object; these two keys are not.
		if stream < 0 || !names.has("ObjStm") && !(names.has("N") && names.has("First")) {
			continue
		}
		if !names.has("FlateDecode") || names.has("DecodeParms") || names.filters() > 1 {
			return Unseen
		}
		z, err := zlib.NewReader(bytes.NewReader(src[at[1]+stream:]))
		if err != nil {
			return Unreadable
		}
		inflated, err := io.ReadAll(io.LimitReader(z, left+1))
		if left -= int64(len(inflated)); left < 0 {
			return TooLarge
		}
		if err != nil {
			return Unreadable
		}
		names, _ = namesIn(inflated, false)
		if names.hold(found); found.refused != nil {
			return None
		}
	}
	if onOpening(r, pages) {
		found.add(&rule{does: Action}, "")
	}
	return None
}

// onOpening reports whether the PDF runs anything when it is opened, or when one of its pages or
// annotations is shown or hovered; a plain jump to a page does not count. It follows references,
// which a look at single objects does not.
func onOpening(r *pdf.Reader, pages []pdf.Page) bool {
	root := r.Trailer().Key("Root")
	if open := root.Key("OpenAction"); open.Kind() == pdf.Dict && open.Key("S").Name() != "GoTo" {
		return true
	}
	acts := func(v pdf.Value) bool { return len(v.Key("AA").Keys()) > 0 }
	if acts(root) {
		return true
	}
	for _, page := range pages {
		if acts(page.V) {
			return true
		}
		for notes, k := page.V.Key("Annots"), 0; k < notes.Len(); k++ {
			if acts(notes.Index(k)) {
				return true
			}
		}
	}
	return false
}

// A nameList holds the names in an object in their order, each with the first character of what
// follows it: '<' begins a dictionary, '[' an array. Behind URI, address is the text that follows.
type nameList []struct {
	name    string
	then    byte
	address string
}

func (l nameList) has(name string) bool {
	for _, n := range l {
		if n.name == name {
			return true
		}
	}
	return false
}

// filters returns how many filters encode the stream of an object, by long or by short name.
func (l nameList) filters() int {
	n := 0
	for _, name := range l {
		if strings.HasSuffix(name.name, "Decode") ||
			slices.Contains([]string{"Fl", "AHx", "A85", "LZW", "RL"}, name.name) {
			n++
		}
	}
	return n
}

// hold holds the names in an object to the table. A font may have the name of a dictionary.
func (l nameList) hold(found *findings) {
	for _, n := range l {
		found.add(ruleFor(pdfFile, inKey, n.name), "")
		if n.then == '<' {
			found.add(ruleFor(pdfFile, inDict, n.name), "")
		}
		if n.address != "" {
			found.add(addressRule(n.address), "")
		}
	}
}

// namesIn returns the names in an object outside strings and comments, and where its stream begins,
// or -1 without one. one is false for the contents of an object stream: many objects in a row,
// without keywords between them.
func namesIn(src []byte, one bool) (names nameList, stream int) {
	for i := 0; i < len(src); {
		switch c := src[i]; {
		case c == '%':
			for i < len(src) && src[i] != '\r' && src[i] != '\n' {
				i++
			}
		case c == '(':
			i = afterText(src, i)
		case c == '<' && i+1 < len(src) && src[i+1] != '<':
			end := bytes.IndexByte(src[i:], '>')
			if end < 0 {
				return names, -1
			}
			i += end + 1
		case c == '<' || c == '>':
			i += 2
		case c == '/':
			name, end := readName(src, i+1)
			then := end
			for then < len(src) && isPDFSpace(src[then]) {
				then++
			}
			next := byte(0)
			if then < len(src) {
				next = src[then]
			}
			address := ""
			if name == "URI" || name == "URL" {
				address = textAt(src, then)
			}
			names = append(names, struct {
				name    string
				then    byte
				address string
			}{name, next, address})
			i = end
		case one && bytes.HasPrefix(src[i:], []byte("endobj")):
			return names, -1
		case one && bytes.HasPrefix(src[i:], []byte("stream")):
			i += len("stream")
			if i < len(src) && src[i] == '\r' {
				i++
			}
			if i < len(src) && src[i] == '\n' {
				i++
			}
			return names, i
		default:
			i++
		}
	}
	return names, -1
}

// maxAddress is how many bytes of an address are looked at: its scheme is at the beginning.
const maxAddress = 256

// textAt returns the beginning of the text that begins at i, in parentheses or in hexadecimal
// digits (ISO 32000-1, 7.3.4), or "".
func textAt(src []byte, i int) string {
	if i >= len(src) || src[i] != '(' && src[i] != '<' {
		return ""
	}
	var out []byte
	rest := src[i+1 : min(len(src), i+maxAddress)]
	if src[i] == '<' {
		digits, _, _ := bytes.Cut(rest, []byte(">"))
		digits = bytes.Join(bytes.FieldsFunc(digits, func(r rune) bool { return r <= ' ' }), nil)
		for ; len(digits) > 1; digits = digits[2:] {
			out = append(out, hex(digits[0])<<4|hex(digits[1]))
		}
	}
	for src[i] == '(' && len(rest) > 0 && rest[0] != ')' {
		c := rest[0]
		if rest = rest[1:]; c != '\\' || len(rest) == 0 {
			out = append(out, c)
			continue
		}
		n := 0
		for n < 3 && n < len(rest) && rest[n] >= '0' && rest[n] <= '7' {
			n++
		}
		switch {
		case n > 0:
			code, _ := strconv.ParseUint(string(rest[:n]), 8, 16)
			out, rest = append(out, byte(code)), rest[n:]
		case rest[0] == '\r' || rest[0] == '\n': // the line goes on
			rest = bytes.TrimLeft(rest, "\r\n")
		default:
			out, rest = append(out, rest[0]), rest[1:]
		}
	}
	return string(fromUTF16(out))
}

// afterText returns the end of the string in parentheses that begins at i.
func afterText(src []byte, i int) int {
	for depth := 0; i < len(src); i++ {
		switch src[i] {
		case '\\':
			i++
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return len(src)
}

// readName reads the name that begins at i, without its slash. In a name, #4a stands for J.
func readName(src []byte, i int) (name string, end int) {
	var b []byte
	for i < len(src) && !isPDFSpace(src[i]) && bytes.IndexByte([]byte("()<>[]{}/%"), src[i]) < 0 {
		if src[i] == '#' && i+2 < len(src) {
			if n, err := strconv.ParseUint(string(src[i+1:i+3]), 16, 8); err == nil {
				b = append(b, byte(n))
				i += 3
				continue
			}
		}
		b = append(b, src[i])
		i++
	}
	return string(b), i
}

func isPDFSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}
