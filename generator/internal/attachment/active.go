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

// The values of Info.Does: why a file is refused although it can be read. PDF/A-1 forbids the
// first three in a PDF (ISO 19005-1, 6.1.11 and 6.6).
const (
	Script   = "script"   // the PDF holds JavaScript, or an XFA form, which may contain some
	Action   = "action"   // the PDF acts when it is opened or shown, or starts a program
	Embedded = "embedded" // the PDF carries other files
	Page     = "page"     // a browser would run the file as a page of the site, with its scripts
	Program  = "program"  // the file is a program
)

// maxObjects is how many bytes are unpacked of the compressed objects of a PDF.
const maxObjects = 64 << 20

// object matches the beginning of an object of a PDF (ISO 32000-1, 7.3.10).
var object = regexp.MustCompile(`\d+` + gap + `\d+` + gap + `obj\b`)

// gap matches what separates two tokens: white space, and comments up to the ends of their lines.
const gap = `(?:[\x00\t\n\f\r ]|%[^\r\n]*[\r\n])+`

// active returns Script, Action or Embedded for a PDF that does more than show its pages, else "".
// Links to addresses or to other pages do not count, and neither do signatures. Every object of
// the file is examined, also one that nothing refers to: a reader that repairs files could bring
// back what is left of an earlier version. The Problem tells why an object cannot be examined.
func active(r *pdf.Reader, pages []pdf.Page, src []byte) (string, Problem) {
	opens := onOpening(r, pages)
	left := int64(maxObjects)
	places := object.FindAllIndex(src, -1)
	for n, at := range places {
		end := len(src)
		if n+1 < len(places) {
			end = places[n+1][0]
		}
		names, stream := namesIn(src[at[1]:end], true)
		if what := does(names); what != "" {
			return what, None
		}
		// The type of an object stream may be stored in another object; these two keys are not.
		if stream < 0 || !names.has("ObjStm") && !(names.has("N") && names.has("First")) {
			continue
		}
		if !names.has("FlateDecode") || names.has("DecodeParms") || names.filters() > 1 {
			return "", Unseen
		}
		z, err := zlib.NewReader(bytes.NewReader(src[at[1]+stream:]))
		if err != nil {
			return "", Unreadable
		}
		inflated, err := io.ReadAll(io.LimitReader(z, left+1))
		if left -= int64(len(inflated)); left < 0 {
			return "", TooLarge
		}
		if err != nil {
			return "", Unreadable
		}
		names, _ = namesIn(inflated, false)
		if what := does(names); what != "" {
			return what, None
		}
	}
	return opens, None
}

// onOpening returns Action if the PDF runs anything when it is opened, or when one of its pages or
// annotations is shown or hovered; a plain jump to a page does not count. It follows references,
// which a look at single objects does not.
func onOpening(r *pdf.Reader, pages []pdf.Page) string {
	root := r.Trailer().Key("Root")
	if open := root.Key("OpenAction"); open.Kind() == pdf.Dict && open.Key("S").Name() != "GoTo" {
		return Action
	}
	acts := func(v pdf.Value) bool { return len(v.Key("AA").Keys()) > 0 }
	if acts(root) {
		return Action
	}
	for _, page := range pages {
		if acts(page.V) {
			return Action
		}
		for notes, k := page.V.Key("Annots"), 0; k < notes.Len(); k++ {
			if acts(notes.Index(k)) {
				return Action
			}
		}
	}
	return ""
}

// A nameList holds the names in an object in their order, each with the first character of what
// follows it: '<' begins a dictionary, '[' an array.
type nameList []struct {
	name string
	then byte
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

// does returns Script, Action or Embedded for an object with such names, else "".
func does(names nameList) string {
	for _, n := range names {
		switch n.name {
		case "JavaScript", "JS", "XFA":
			return Script
		case "Launch", "ImportData", "Rendition":
			return Action
		case "AA":
			if n.then == '<' { // a font may have this name too
				return Action
			}
		case "EmbeddedFile", "EmbeddedFiles", "FileAttachment", "RichMedia":
			return Embedded
		case "EF":
			if n.then == '<' {
				return Embedded
			}
		}
	}
	return ""
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
			names = append(names, struct {
				name string
				then byte
			}{name, next})
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
