// Package markdown turns the body of a document from Markdown into HTML, with its outline, its
// references and the messages about it.
//
// The dialect is CommonMark with the GitHub extensions (tables, strikethrough, task
// lists, bare links), footnotes, definition lists, callouts ("> [!PENTING]"), and images
// that become figures when they stand alone. Raw HTML is not part of it: it is shown as
// text, with a warning.
//
// # References
//
// A link to another document, an image or a file can only be completed when the whole site
// is known. [Parser.Parse] therefore leaves a mark where each [Ref] stands, and [Body.Resolve] puts
// the final text there, without parsing again. A mark is a control character, and Parse
// refuses those in a source, so no author can write one.
//
// # Deadlines
//
// How long the law allows is data of the site, so a body names it instead of writing a
// number: <tenggat:umum/tanggapan> becomes "10 hari kerja". To CommonMark it is an
// autolink, which other programs show as it is written.
//
// # Figures from files
//
// A fenced block that is called bagan or tabel is a chart or a table of what stands in a file of
// the site. What may be in it is not known here: [Parser.Block] reads it, and Resolve wants the
// element. Other programs show the block as code.
//
// # Limits
//
// The parser cannot be interrupted, so a body that could keep it busy for minutes is refused
// before it starts: see [MaxBytes] and the constants beside it.
package markdown

import (
	"bytes"
	"strconv"

	"maklumat/generator/internal/diag"
)

// A Body is the parsed body of one document.
type Body struct {
	Refused bool   // the body exceeds a limit or is no text; only Diags is set then
	HTML    []byte // with marks where the Refs stand
	Outline []Heading
	Refs    []Ref
	Lead    string // the text of the first paragraph, cut at 300 characters
	Words   int
	Tables  bool // the body has a table
	Diags   diag.List
}

// A Heading is one entry of the contents list. Level is that of the finished page, where
// the document's title is 1, so it is 2 to 6.
type Heading struct {
	Level    int
	ID, Text string
}

// A RefKind says what a Ref is for.
type RefKind int8

// The kinds of references.
const (
	Link     RefKind = iota // the target of a link: Resolve wants an address
	Image                   // an image: Resolve wants its element
	Media                   // a sound or video: Resolve wants its element
	Deadline                // how long a step of the law may take: Resolve wants the words
	Figures                 // a chart or table of figures from a file: Resolve wants its element
)

// A Ref is a reference to something of this site. References to other sites are completed
// by Parse.
type Ref struct {
	Kind  RefKind
	Alone bool   // it is a paragraph of its own
	First bool   // it is the first image of the body, which browsers should load at once
	URL   string // as written
	Alt   string // of an image; of Figures, the name of the block, a line feed, and what is in it
	At    diag.Span
}

// mark begins and ends the place of a Ref: mark, '=', number, mark. Because of the equals sign
// the minifier keeps the quotation marks of an attribute around it, which the address that
// Resolve puts there may need.
const mark = '\x01'

// appendMark appends the place of the Ref with a number.
func appendMark(b []byte, number int) []byte {
	b = append(b, mark, '=')
	b = strconv.AppendInt(b, int64(number), 10)
	return append(b, mark)
}

// Resolve appends html, a Body's HTML, to dst with each mark replaced by what target
// appends for the Ref of that number.
func Resolve(dst, html []byte, target func(dst []byte, number int) []byte) []byte {
	for {
		i := bytes.IndexByte(html, mark)
		if i < 0 {
			return append(dst, html...)
		}
		dst = append(dst, html[:i]...)
		html = html[i+1:]
		end := bytes.IndexByte(html, mark)
		if end < 0 || html[0] != '=' {
			continue // it is not the place of a Ref; the character is left out
		}
		number, err := strconv.Atoi(string(html[1:end]))
		if err == nil {
			dst = target(dst, number)
			html = html[end+1:]
		}
	}
}
