package pdf

import (
	"slices"
	"strings"
	"unicode"

	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// lost returns how many letters of a text nobody can tell, though each is one to the program: those
// without a meaning, and all where there are control characters, which no text has. A font without
// a table of letters shows them under numbers of its own, from the first on.
func lost(text string) (n int) {
	control := 0
	for _, r := range text {
		switch {
		case r == 0xfffd || r >= 0xe000 && r < 0xf900:
			n++
		// as PDFium marks a hyphen at the end of a line
		case r < ' ' && !unicode.IsSpace(r) && r != 2:
			control++
		}
	}
	if control > 2 {
		return len([]rune(text))
	}
	return n
}

// content returns the text of a mark without blanks.
func (s *sheet) content(m *mark) string {
	got, err := s.in.FPDFTextObj_GetText(&requests.FPDFTextObj_GetText{PageObject: m.ref,
		TextPage: s.text})
	if err != nil {
		return ""
	}
	return strings.Join(strings.Fields(got.Text), "")
}

// hide marks the letters of a hidden text, which another that is seen may stand on: as many in a
// row as it has, within its place.
func (s *sheet) hide(m *mark) {
	want := s.content(m)
	for first := range s.chars {
		rest := want
		for at := first; at < len(s.chars) && rest != ""; at++ {
			c := &s.chars[at]
			text := strings.TrimSpace(c.text)
			if text == "" && at > first {
				continue
			}
			var ok bool
			if rest, ok = strings.CutPrefix(rest, text); !ok || text == "" || !m.box.holds(c.box) {
				break
			}
			if rest != "" {
				continue
			}
			for ; first <= at; first++ {
				s.chars[first].hidden = true
			}
			return
		}
	}
}

// isShadow reports whether a text that is not seen by itself is the shadow of one that is.
func (s *sheet) isShadow(i int) bool {
	m := &s.marks[i]
	want := s.content(m) // without letters that stand there already
	return want == "" || slices.ContainsFunc(s.marks, func(o mark) bool {
		return o.ref != m.ref && o.text && o.hidden == "" && o.box.touches(m.box) &&
			s.content(&o) == want
	})
}

// said returns what the content of a page says of a mark besides: the text that a program reads
// instead of it, or out (ISO 32000-1, 14.9).
func (s *sheet) said(ref references.FPDF_PAGEOBJECT) (texts []string) {
	n, err := s.in.FPDFPageObj_CountMarks(&requests.FPDFPageObj_CountMarks{PageObject: ref})
	if err != nil {
		return nil
	}
	for i := range n.Count {
		m, err := s.in.FPDFPageObj_GetMark(&requests.FPDFPageObj_GetMark{PageObject: ref,
			Index: uint64(i)})
		if err != nil {
			continue
		}
		for _, key := range []string{"ActualText", "Alt", "E"} {
			value, err := s.in.FPDFPageObjMark_GetParamStringValue(
				&requests.FPDFPageObjMark_GetParamStringValue{PageObjectMark: m.Mark, Key: key})
			if err == nil && strings.TrimSpace(value.Value) != "" {
				texts = append(texts, value.Value)
			}
		}
	}
	return texts
}

// seen returns the text of the page without that of hidden marks. A letter belongs to a mark when
// its middle is in it, and to one that is seen when there is one as well.
func (s *sheet) seen() (string, error) {
	if err := s.ask(); err != nil {
		return "", err
	}
	if len(s.chars)*len(s.marks) > maxWork {
		return "", nil // nobody can say which of it
	}
	for i := range s.marks {
		if s.marks[i].hidden != "" {
			s.hide(&s.marks[i])
		}
	}
	var b strings.Builder
	for _, c := range s.chars {
		hidden := c.hidden
		for i := 0; i < len(s.marks) && !c.hidden; i++ {
			if m := &s.marks[i]; m.text && m.box.holds(c.box) {
				if hidden = m.hidden != ""; !hidden {
					break
				}
			}
		}
		if !hidden {
			b.WriteString(c.text)
		}
	}
	return clean(b.String()), nil
}

// ask reads the letters of the page with their places.
func (s *sheet) ask() error {
	if s.asked {
		return nil
	}
	s.asked = true
	got, err := s.in.GetPageTextStructured(&requests.GetPageTextStructured{
		Page: s.page, Mode: requests.GetPageTextStructuredModeChars})
	if err != nil {
		return ErrBroken
	}
	for _, c := range got.Chars {
		s.chars = append(s.chars, letter{text: c.Text, box: box{float32(c.PointPosition.Left),
			float32(c.PointPosition.Bottom), float32(c.PointPosition.Right),
			float32(c.PointPosition.Top)}})
	}
	return nil
}

// letters finds those letters of a mark that nobody sees: most redactions cover a part of a line.
func (s *sheet) letters(m *mark, unseen func(box) bool) {
	for i := range s.chars {
		c := &s.chars[i]
		if !c.box.empty() && m.box.holds(c.box) && strings.TrimSpace(c.text) != "" {
			c.hidden = c.hidden || unseen(c.box)
		}
	}
}
