package attachment

import (
	"encoding/xml"
	"slices"
	"strings"
)

// scraps gather the text of a part of which nobody knows that it holds none: what is between the
// tags and in the values of attributes. Readers do not see it, and the guard does.
type scraps struct {
	visit  Visitor
	place  string
	values bool // what is between the tags is read elsewhere
	b      strings.Builder
}

// runs are the elements inside of which a word may be cut.
var runs = []string{"r", "t", "rPr", "span", "a", "b", "i", "u", "fld", "pt", "v"}

// headerCodes are those in the header of a sheet, behind which its text stands (ECMA-376, part 1,
// 18.3.1.46).
var headerCodes = strings.NewReplacer("&L", ";", "&C", ";", "&R", ";")

// maxScrap is about how many bytes are visited at once.
const maxScrap = 64 << 10

// token looks at what an XML reader returned.
func (s *scraps) token(t xml.Token) {
	switch t := t.(type) {
	case xml.StartElement:
		if t.Name.Local == "rPh" { // how a word is spoken
			s.part()
		}
		for _, a := range t.Attr {
			if a.Name.Space != "xmlns" && a.Name.Local != "xmlns" && len(a.Value) > 1 {
				s.part()
				s.b.WriteString(a.Value)
				s.part()
			}
		}
	case xml.Comment:
		s.part()
		s.b.Write(t)
		s.part()
	case xml.CharData:
		if !s.values {
			_, _ = headerCodes.WriteString(&s.b, string(t)) // it takes whatever is written
		}
	case xml.EndElement:
		if !slices.Contains(runs, t.Name.Local) {
			s.part()
		}
	}
	if s.b.Len() > maxScrap {
		s.flush()
	}
}

// part ends a scrap. A line of digits alone would be taken for one of a column.
func (s *scraps) part() {
	if s.b.Len() > 0 && !strings.HasSuffix(s.b.String(), ";\n") {
		s.b.WriteString(";\n")
	}
}

func (s *scraps) flush() {
	if text := s.b.String(); isWriting(text) {
		s.visit(unseen(s.place, text))
	}
	s.b.Reset()
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
