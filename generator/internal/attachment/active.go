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

// What a file may do besides showing its pages, which none that is offered may. PDF/A-1 forbids
// the first three (ISO 19005-1, 6.1.11 and 6.6).
const (
	Script   = "script"   // JavaScript, or a form of XFA, which may hold some
	Action   = "action"   // something that is done when it is opened, or a program that is started
	Embedded = "embedded" // files that lie in it
	Page     = "page"     // a page that browsers show as one of the site, scripts and all
	Program  = "program"
)

// maxObjects is how many bytes of compressed objects of a PDF are looked at.
const maxObjects = 64 << 20

// object begins an object of a PDF, ISO 32000-1, 7.3.10.
var object = regexp.MustCompile(`\d+` + gap + `\d+` + gap + `obj\b`)

// gap is what stands between two words: white space, and comments to the ends of their lines.
const gap = `(?:[\x00\t\n\f\r ]|%[^\r\n]*[\r\n])+`

// active returns what a PDF does besides showing its pages, "" for nothing. Links to addresses
// and to other pages are nothing, and neither is a signature. Every object in the file is
// looked at and not only those that something leads to: what is left of an earlier version
// could be led to by a reader that mends files. The Problem is for what cannot be told.
func active(r *pdf.Reader, pages []pdf.Page, src []byte) (string, Problem) {
	led := leadsTo(r, pages)
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
		// What says that it is one may stand in an object of its own; these keys tell it too.
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
	return led, None
}

// leadsTo returns Action for what is done when the file is opened, or a page or something on it
// is shown or pointed at, also where an object of its own says what; to begin at a page is none.
func leadsTo(r *pdf.Reader, pages []pdf.Page) string {
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

// A nameList is the names in an object, in their order; behind each stands what follows it: '<'
// a dictionary, '[' an array, or another first character.
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

// filters returns how many times what is in a stream was coded.
func (l nameList) filters() int {
	n := 0
	for _, name := range l {
		if strings.HasSuffix(name.name, "Decode") || slices.Contains([]string{"Fl", "AHx", "A85", "LZW", "RL"}, name.name) {
			n++
		}
	}
	return n
}

// does returns what the names of an object say that is done.
func does(names nameList) string {
	for _, n := range names {
		switch n.name {
		case "JavaScript", "JS", "XFA":
			return Script
		case "Launch", "ImportData", "Rendition":
			return Action
		case "AA":
			if n.then == '<' { // and not a font of that name
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

// namesIn returns the names in an object, and where its stream begins; -1 when it has none. In
// an object stream many stand behind each other, and there are no words that end one. Texts and
// comments are passed over.
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

// afterText returns where the text in parentheses at i ends.
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

// readName reads a name, in which #4a stands for J.
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
