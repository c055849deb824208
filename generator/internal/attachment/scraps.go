package attachment

import (
	"encoding/xml"
	"regexp"
	"slices"
	"strings"
)

// scraps gather the text of a part of which nobody knows that it holds none: what is between the
// tags and in the values of attributes. Readers do not see it, and the guard does.
type scraps struct {
	visit      Visitor
	place      string
	values     bool // what is between the tags is read elsewhere
	paragraphs int  // that are open: in one, a word may be cut by any element
	b          strings.Builder
	attrs      strings.Builder // the values of attributes, which stand in the middle of words
}

// cutting are the elements inside of which a word may be cut by others.
var cutting = []string{"p", "h", "si", "is"}

// breaking are the elements of a paragraph that stand between two words.
var breaking = []string{"br", "tab", "cr", "ptab", "s", "line-break", "rPh", "fld"}

// headerCode matches a code in the header of a sheet: those of its three parts, of a font, its size
// and its colour, and of what is filled in (ECMA-376, part 1, 18.3.1.46).
var headerCode = regexp.MustCompile(
	`&(?:"[^"]*"|K(?:[0-9A-Fa-f]{6}|\d\d[+-]\d{3})|\d{1,2}|[A-Za-z&])`)

// withoutHeaderCodes returns the texts of a header. Programs that do not know the codes write what
// looks like one, so that the header as it is written stands beside it.
func withoutHeaderCodes(text string) string {
	if !strings.Contains(text, "&") {
		return text
	}
	plain := headerCode.ReplaceAllStringFunc(text, func(code string) string {
		switch code {
		case "&L", "&C", "&R":
			return ";"
		case "&&":
			return "&"
		}
		return ""
	})
	return plain + ";\n" + text
}

// maxScrap is about how many bytes are visited at once.
const maxScrap = 64 << 10

// token looks at what an XML reader returned.
func (s *scraps) token(t xml.Token) {
	switch t := t.(type) {
	case xml.StartElement:
		s.start(&t)
	case xml.Comment:
		end(&s.attrs)
		s.attrs.Write(t)
	case xml.CharData:
		if !s.values {
			s.b.WriteString(withoutHeaderCodes(string(t))) // it takes whatever is written
		}
	case xml.EndElement:
		if slices.Contains(cutting, t.Name.Local) && s.paragraphs > 0 {
			s.paragraphs--
			end(&s.b)
		} else if s.paragraphs == 0 || t.Name.Local == "rPh" {
			end(&s.b)
		}
	}
	if n := s.b.Len() + s.attrs.Len(); n > maxScrap && (s.paragraphs == 0 || n > 16*maxScrap) {
		s.flush()
	}
}

func (s *scraps) start(t *xml.StartElement) {
	switch {
	case slices.Contains(cutting, t.Name.Local):
		s.paragraphs++
		end(&s.b)
	case s.paragraphs == 0 || slices.Contains(breaking, t.Name.Local):
		end(&s.b)
	}
	for _, a := range t.Attr {
		if a.Name.Space != "xmlns" && a.Name.Local != "xmlns" && len(a.Value) > 1 {
			end(&s.attrs)
			s.attrs.WriteString(a.Value)
		}
	}
}

// end ends a scrap. A line of digits alone would be taken for one of a column.
func end(b *strings.Builder) {
	if text := b.String(); text != "" && !strings.HasSuffix(text, ";\n") {
		b.WriteString(";\n")
	}
}

func (s *scraps) flush() {
	for _, b := range []*strings.Builder{&s.b, &s.attrs} {
		if text := b.String(); isWriting(text) {
			s.visit(unseen(s.place, text))
		}
		b.Reset()
	}
}

// boxes gather the digits that stand alone in the cells of a row, as forms have a box for each:
// together they may be somebody's number.
type boxes struct {
	visit  Visitor
	place  string
	digits []byte
}

// cell takes the text of the next cell.
func (b *boxes) cell(text string) {
	if text = strings.TrimSpace(text); len(text) != 1 || text[0] < '0' || text[0] > '9' ||
		len(b.digits) > maxScrap {
		b.flush()
		return
	}
	b.digits = append(b.digits, text[0], ' ')
}

// flush ends a row.
func (b *boxes) flush() {
	if len(b.digits) > 2*8 {
		b.visit(unseen(b.place, strings.TrimSpace(string(b.digits))))
	}
	b.digits = b.digits[:0]
}
