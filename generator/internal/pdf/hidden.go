package pdf

import (
	"image"
	"math"
	"slices"
	"strings"
	"unicode/utf16"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/structs"
)

// A Hiding is a way in which text is on a page and nobody sees it.
type Hiding string

// The Hidings.
const (
	Invisible Hiding = "invisible" // by its mode, and it is on no picture
	Outside   Hiding = "outside"   // of the page
	Tiny      Hiding = "tiny"      // less than a point high or wide
	Covered   Hiding = "covered"   // by a box or picture
	Coloured  Hiding = "coloured"  // as its ground is
	Layered   Hiding = "layered"   // on a layer that is switched off
	Clipped   Hiding = "clipped"   // outside what the page lets be seen of it
)

// Bounds of what is looked at of a page.
const (
	maxObjects = 50_000
	maxForms   = 8    // of forms inside each other
	renderSize = 1200 // pixels of the longer side of a page that is drawn
)

// A box is a rectangle on a page, in points (1/72 inch), upwards.
type box struct{ left, bottom, right, top float32 }

func (b box) empty() bool { return b.right <= b.left || b.top <= b.bottom }

func (b box) meet(c box) box {
	return box{max(b.left, c.left), max(b.bottom, c.bottom), min(b.right, c.right),
		min(b.top, c.top)}
}

// holds reports whether the middle of c is in b.
func (b box) holds(c box) bool {
	x, y := (c.left+c.right)/2, (c.bottom+c.top)/2
	return x >= b.left && x <= b.right && y >= b.bottom && y <= b.top
}

// touches reports whether some of c is in b, more than a line under or through it would be.
func (b box) touches(c box) bool {
	both := b.meet(c)
	return !both.empty() && both.top-both.bottom > 0.4*(c.top-c.bottom) && both.right-both.left > 1
}

// by moves a box as a matrix says, and returns the upright one around it.
func (b box) by(m structs.FPDF_FS_MATRIX) box {
	out := box{}
	for i, p := range [][2]float32{
		{b.left, b.bottom}, {b.right, b.bottom}, {b.right, b.top}, {b.left, b.top},
	} {
		x, y := m.A*p[0]+m.C*p[1]+m.E, m.B*p[0]+m.D*p[1]+m.F
		if i == 0 {
			out = box{x, y, x, y}
		}
		out = box{min(out.left, x), min(out.bottom, y), max(out.right, x), max(out.top, y)}
	}
	return out
}

// times returns the matrix that does n and then m.
func times(n, m structs.FPDF_FS_MATRIX) structs.FPDF_FS_MATRIX {
	return structs.FPDF_FS_MATRIX{
		A: n.A*m.A + n.B*m.C, B: n.A*m.B + n.B*m.D,
		C: n.C*m.A + n.D*m.C, D: n.C*m.B + n.D*m.D,
		E: n.E*m.A + n.F*m.C + m.E, F: n.E*m.B + n.F*m.D + m.F,
	}
}

// A mark is something that a page shows: a text, or what may lie above or below one.
type mark struct {
	ref     references.FPDF_PAGEOBJECT
	box     box
	text    bool
	image   bool
	fill    structs.FPDF_COLOR
	filled  bool // with this colour; a pattern, for example, has none
	tiny    bool
	veiled  bool // it is in a form that may be transparent
	layered bool // it may be on a layer that is switched off
	clipped bool // it may be outside what is to be seen
	clips   bool // it is not drawn, but what is drawn behind may be seen through it
	hidden  Hiding
}

// A letter is a character of the page, in the order of its text.
type letter struct {
	text   string
	box    box
	hidden bool
}

// A sheet is a page that is being read.
type sheet struct {
	in     pdfium.Pdfium
	page   requests.Page
	text   references.FPDF_TEXTPAGE
	area   box
	marks  []mark // in the order in which they are drawn
	chars  []letter
	asked  bool // chars are read
	beyond bool // the edge of the page cuts a text
	left   int  // of maxObjects
	veils  int  // forms that may be transparent, of those that are being read
	layers int  // forms on a layer, of those
	other  []string
}

func (s *sheet) read() (*Page, error) {
	count, err := s.in.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: s.text})
	if err != nil {
		return nil, ErrBroken
	}
	p := &Page{}
	if count.Count > 0 {
		got, err := s.in.FPDFText_GetText(
			&requests.FPDFText_GetText{TextPage: s.text, Count: count.Count})
		if err != nil {
			return nil, ErrBroken
		}
		p.Lost = max(0, count.Count-len(utf16.Encode([]rune(got.Text)))) + lost(got.Text)
		p.Text = clean(got.Text)
	}
	p.Seen = p.Text
	if err := s.gather(); err != nil {
		return nil, err
	}
	p.Said, p.Picture = s.other, s.isPicture()
	if strings.TrimSpace(p.Text) == "" {
		return p, nil
	}
	if err := s.judge(); err != nil {
		return nil, err
	}
	for i := range s.marks {
		if h := s.marks[i].hidden; h != "" && !slices.Contains(p.Hidden, h) {
			p.Hidden = append(p.Hidden, h)
		}
	}
	partly := slices.ContainsFunc(s.chars, func(l letter) bool {
		return l.hidden && (!s.beyond || s.area.holds(l.box))
	})
	if partly && !slices.Contains(p.Hidden, Covered) {
		p.Hidden = append(p.Hidden, Covered)
	}
	if s.beyond && !slices.Contains(p.Hidden, Outside) {
		p.Hidden = append(p.Hidden, Outside)
	}
	if len(p.Hidden) > 0 {
		p.Seen, err = s.seen()
	}
	return p, err
}

// maxWork is how often marks and letters of a page are held against each other. A page of more is
// one of drawings, of which texts that may be hidden are told by the drawing alone.
const maxWork = 50_000_000

// gather lists the marks of the page.
func (s *sheet) gather() error {
	area, err := s.in.FPDF_GetPageBoundingBox(&requests.FPDF_GetPageBoundingBox{Page: s.page})
	if err != nil {
		return ErrBroken
	}
	s.area = box{area.Rect.Left, area.Rect.Bottom, area.Rect.Right, area.Rect.Top}
	n, err := s.in.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: s.page})
	if err != nil {
		return ErrBroken
	}
	s.left = maxObjects
	for i := range min(n.Count, s.left) {
		o, err := s.in.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: s.page, Index: i})
		if err == nil {
			s.add(o.PageObject, structs.FPDF_FS_MATRIX{A: 1, D: 1}, 0)
		}
	}
	return nil
}

// add lists a mark, or those of a form, which a matrix brings to the page. What cannot be asked for
// is left out: it hides nothing, and is not hidden.
func (s *sheet) add(ref references.FPDF_PAGEOBJECT, to structs.FPDF_FS_MATRIX, depth int) {
	if s.left--; s.left < 0 {
		return
	}
	s.other = append(s.other, s.said(ref)...)
	kind, err := s.in.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: ref})
	if err != nil {
		return
	}
	if kind.Type == enums.FPDF_PAGEOBJ_FORM {
		s.form(ref, to, depth)
		return
	}
	b, err := s.in.FPDFPageObj_GetBounds(&requests.FPDFPageObj_GetBounds{PageObject: ref})
	if err != nil {
		return
	}
	m := mark{ref: ref, box: box{b.Left, b.Bottom, b.Right, b.Top}.by(to), veiled: s.veils > 0}
	switch kind.Type {
	case enums.FPDF_PAGEOBJ_PATH:
		mode, err := s.in.FPDFPath_GetDrawMode(&requests.FPDFPath_GetDrawMode{PageObject: ref})
		if err != nil || mode.FillMode == enums.FPDF_FILLMODE_NONE {
			return
		}
	case enums.FPDF_PAGEOBJ_IMAGE:
		m.image = true
	case enums.FPDF_PAGEOBJ_TEXT:
		m.text = true
		if mode, err := s.in.FPDFTextObj_GetTextRenderMode(
			&requests.FPDFTextObj_GetTextRenderMode{PageObject: ref}); err == nil &&
			mode.TextRenderMode == enums.FPDF_TEXTRENDERMODE_INVISIBLE {
			m.hidden = Invisible
		} else if err == nil {
			m.clips = mode.TextRenderMode == enums.FPDF_TEXTRENDERMODE_CLIP
		}
		m.tiny = m.box.top-m.box.bottom < 1 && s.height(ref, to) < 1 ||
			m.box.right-m.box.left < 1 && len([]rune(s.content(&m))) > 2
		m.layered = s.layers > 0 || s.mayBeLayered(ref)
		m.clipped = s.mayBeClipped(ref, to, m.box)
	}
	if !m.image {
		fill, err := s.in.FPDFPageObj_GetFillColor(
			&requests.FPDFPageObj_GetFillColor{PageObject: ref})
		if m.filled = err == nil; m.filled {
			m.fill = fill.FillColor
		}
	}
	s.marks = append(s.marks, m)
}

// height returns how high the letters of a text are, in points.
func (s *sheet) height(ref references.FPDF_PAGEOBJECT, to structs.FPDF_FS_MATRIX) float64 {
	size, err := s.in.FPDFTextObj_GetFontSize(&requests.FPDFTextObj_GetFontSize{PageObject: ref})
	m, err2 := s.in.FPDFPageObj_GetMatrix(&requests.FPDFPageObj_GetMatrix{PageObject: ref})
	if err != nil || err2 != nil {
		return 0
	}
	all := times(m.Matrix, to)
	return float64(size.FontSize) * math.Hypot(float64(all.C), float64(all.D))
}

// form lists the marks of a form.
func (s *sheet) form(ref references.FPDF_PAGEOBJECT, to structs.FPDF_FS_MATRIX, depth int) {
	n, err := s.in.FPDFFormObj_CountObjects(&requests.FPDFFormObj_CountObjects{PageObject: ref})
	m, err2 := s.in.FPDFPageObj_GetMatrix(&requests.FPDFPageObj_GetMatrix{PageObject: ref})
	if err != nil || err2 != nil || depth == maxForms {
		return
	}
	if s.mayBeLayered(ref) {
		s.layers++
		defer func() { s.layers-- }()
	}
	veil, err := s.in.FPDFPageObj_HasTransparency(
		&requests.FPDFPageObj_HasTransparency{PageObject: ref})
	if err == nil && veil.HasTransparency {
		s.veils++
		defer func() { s.veils-- }()
	}
	for i := range min(n.Count, s.left) {
		o, err := s.in.FPDFFormObj_GetObject(
			&requests.FPDFFormObj_GetObject{PageObject: ref, Index: uint64(i)})
		if err == nil {
			s.add(o.PageObject, times(m.Matrix, to), depth+1)
		}
	}
}

// judge finds the texts that nobody sees.
func (s *sheet) judge() error {
	doubtful, read := []int{}, []int{} // read are texts that a scanner's program recognised
	plenty := len(s.marks)*len(s.marks) > maxWork
	scan := !plenty && s.isScan()
	for i := range s.marks {
		m := &s.marks[i]
		if m.box.empty() {
			m.hidden = "" // blanks
		}
		if !m.text || m.box.empty() {
			continue
		}
		switch {
		case scan && m.hidden != Invisible:
			read = append(read, i)
		case m.box.meet(s.area).empty():
			m.hidden = Outside
		case m.clips:
			read = append(read, i)
		case m.hidden == Invisible:
			if plenty || slices.ContainsFunc(s.marks, func(o mark) bool {
				return o.image && o.box.holds(m.box)
			}) {
				m.hidden = ""
				read = append(read, i)
			}
		case m.tiny:
			m.hidden = Tiny
		case plenty || s.doubt(i):
			doubtful = append(doubtful, i)
		}
	}
	if err := s.cut(); err != nil {
		return err
	}
	if len(doubtful)+len(read) == 0 {
		return nil
	}
	with, err := s.draw()
	if err != nil {
		return err
	}
	if err := s.judgeRead(read, with); err != nil {
		return err
	}
	if len(doubtful) == 0 {
		return nil
	}
	return s.judgeDoubtful(doubtful, with)
}

// judgeDoubtful finds which of some texts change nothing in the drawing of the page.
func (s *sheet) judgeDoubtful(doubtful []int, with *image.RGBA) error {
	if err := s.ask(); err != nil { // while they are all there
		return err
	}
	for _, i := range doubtful {
		if err := s.show(s.marks[i].ref, false); err != nil {
			return err
		}
	}
	without, err := s.draw()
	if err != nil {
		return err
	}
	for _, i := range doubtful {
		if m := &s.marks[i]; same(with, without, s.pixels(m.box, with.Bounds())) {
			switch m.hidden = Coloured; {
			case m.layered:
				m.hidden = Layered
			case m.clipped:
				m.hidden = Clipped
			case s.below(i, box.holds):
				m.hidden = Covered
			case s.isShadow(i):
				m.hidden = ""
			}
		} else if s.below(i, box.touches) {
			s.letters(m, func(b box) bool {
				return same(with, without, s.pixels(b, with.Bounds()))
			})
		}
		if err := s.show(s.marks[i].ref, true); err != nil {
			return err
		}
	}
	return nil
}

// doubt reports whether a text may be of the colour of its ground, or below something.
func (s *sheet) doubt(i int) bool {
	m := &s.marks[i]
	ground := structs.FPDF_COLOR{R: 255, G: 255, B: 255, A: 255}
	picture := false
	for k := range s.marks {
		o := &s.marks[k]
		switch {
		case k > i && !o.text && o.box.touches(m.box) && !o.box.holds(m.box):
			return true // it may be above a part
		case o.text || !o.box.holds(m.box):
		case k > i:
			return true
		case o.filled && o.fill.A > 200:
			ground, picture = o.fill, false
		default:
			picture = true
		}
	}
	return picture || m.veiled || m.layered || m.clipped || !m.filled ||
		m.fill.A < 64 || alike(m.fill, ground)
}

// isScan reports whether pictures lie over all texts of the page and over most of it: then a
// program for scanners has recognised them.
func (s *sheet) isScan() bool {
	for i, m := range s.marks {
		switch {
		case m.text && !m.box.empty() && m.hidden != Invisible &&
			!slices.ContainsFunc(s.marks[i+1:], func(o mark) bool {
				return o.image && o.box.holds(m.box)
			}):
			return false
		}
	}
	return s.isPicture()
}

// isPicture reports whether pictures lie over most of the page.
func (s *sheet) isPicture() bool {
	var over float32
	for _, m := range s.marks {
		if b := m.box.meet(s.area); m.image && !b.empty() {
			over += (b.right - b.left) * (b.top - b.bottom)
		}
	}
	return over > 0.5*(s.area.right-s.area.left)*(s.area.top-s.area.bottom)
}

// alike reports whether two colours are so near that it may be hard to tell them apart.
func alike(a, b structs.FPDF_COLOR) bool {
	near := func(x, y uint) bool { return max(x, y)-min(x, y) < 64 }
	return near(a.R, b.R) && near(a.G, b.G) && near(a.B, b.B)
}
