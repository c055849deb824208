package pdf

import (
	"image"
	"image/draw"
	"slices"
	"strings"
	"unicode"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

func (s *sheet) show(ref references.FPDF_PAGEOBJECT, active bool) error {
	_, err := s.in.FPDFPageObj_SetIsActive(
		&requests.FPDFPageObj_SetIsActive{PageObject: ref, Active: active})
	if err != nil {
		return ErrBroken
	}
	return nil
}

// draw returns the page as it is seen, upright.
func (s *sheet) draw() (*image.RGBA, error) {
	_, err := s.in.FPDFPage_SetRotation(
		&requests.FPDFPage_SetRotation{Page: s.page, Rotate: enums.FPDF_PAGE_ROTATION_NONE})
	if err != nil {
		return nil, ErrBroken
	}
	r, err := s.in.RenderPageInPixels(
		&requests.RenderPageInPixels{Page: s.page, Width: renderSize, Height: renderSize})
	if err != nil {
		return nil, ErrBroken
	}
	defer r.CleanupFunc()
	out := image.NewRGBA(r.Result.RenderedImage.Bounds())
	draw.Draw(out, out.Bounds(), r.Result.RenderedImage, out.Bounds().Min, draw.Src)
	return out, nil
}

// pixels returns where a box is in a drawing.
func (s *sheet) pixels(b box, in image.Rectangle) image.Rectangle {
	x := float32(in.Dx()) / (s.area.right - s.area.left)
	y := float32(in.Dy()) / (s.area.top - s.area.bottom)
	return image.Rect(int((b.left-s.area.left)*x)-1, int((s.area.top-b.top)*y)-1,
		int((b.right-s.area.left)*x)+2, int((s.area.top-b.bottom)*y)+2).Intersect(in)
}

// same reports whether two drawings can hardly be told apart in a rectangle.
func same(a, b *image.RGBA, in image.Rectangle) bool {
	for y := in.Min.Y; y < in.Max.Y; y++ {
		from, to := a.PixOffset(in.Min.X, y), a.PixOffset(in.Max.X, y)
		for i := from; i < to; i++ {
			if p, q := a.Pix[i], b.Pix[i]; max(p, q)-min(p, q) > 12 {
				return false
			}
		}
	}
	return true
}

// isWritten reports whether a text has letters or digits: of signs, programs see more than there
// are.
func isWritten(text string) bool {
	return strings.ContainsFunc(text, func(c rune) bool {
		return unicode.IsLetter(c) || unicode.IsDigit(c)
	})
}

// judgeRead finds what nobody can read of texts that a program has recognised on a picture: where
// all is of one colour there is nothing to read, and where a part is dark it was blacked out.
func (s *sheet) judgeRead(read []int, drawn *image.RGBA) error {
	for _, i := range read {
		m := &s.marks[i]
		if !isWritten(s.content(m)) {
			continue
		}
		if even(drawn, s.pixels(m.box, drawn.Bounds())) {
			m.hidden = map[bool]Hiding{true: Invisible, false: Covered}[m.clips]
			continue
		}
		dark := func(b box) bool {
			in := s.pixels(b, drawn.Bounds())
			middle := in.Min.Add(in.Size().Div(2))
			return even(drawn, in) && drawn.RGBAAt(middle.X, middle.Y).G < 100
		}
		if m.clips || !s.someDark(m.box, dark) {
			continue
		}
		if err := s.ask(); err != nil {
			return err
		}
		s.letters(m, dark)
	}
	return nil
}

// someDark reports whether some square of a line is dark, as high as the line.
func (s *sheet) someDark(b box, dark func(box) bool) bool {
	for left := b.left; left < b.right; left += b.top - b.bottom {
		if dark(box{left, b.bottom, min(b.right, left+b.top-b.bottom), b.top}) {
			return true
		}
	}
	return false
}

// even reports whether a drawing is of one colour in a rectangle.
func even(a *image.RGBA, in image.Rectangle) bool {
	if in.Empty() {
		return false
	}
	in = in.Inset(min(2, in.Dx()/4, in.Dy()/4)) // letters beside it
	first := a.PixOffset(in.Min.X, in.Min.Y)
	for y := in.Min.Y; y < in.Max.Y; y++ {
		from, to := a.PixOffset(in.Min.X, y), a.PixOffset(in.Max.X, y)
		for i := from; i < to; i++ {
			if p, q := a.Pix[i], a.Pix[first+(i-from)%4]; max(p, q)-min(p, q) > 48 {
				return false
			}
		}
	}
	return true
}

// cut hides the letters that the edge of the page cuts off from their texts.
func (s *sheet) cut() error {
	inside := s.area
	if !slices.ContainsFunc(s.marks, func(m mark) bool {
		b := m.box.meet(inside)
		return m.text && m.hidden == "" && !b.empty() &&
			b.right-b.left+(b.top-b.bottom) < m.box.right-m.box.left+(m.box.top-m.box.bottom)-3
	}) {
		return nil
	}
	if err := s.ask(); err != nil {
		return err
	}
	for i := range s.chars {
		c := &s.chars[i]
		if strings.TrimSpace(c.text) != "" && !c.box.empty() && !inside.holds(c.box) {
			c.hidden, s.beyond = true, true
		}
	}
	return nil
}

// below reports whether something that is no text is drawn over a mark, as way says.
func (s *sheet) below(i int, way func(over, under box) bool) bool {
	return slices.ContainsFunc(s.marks[i+1:], func(o mark) bool {
		return !o.text && way(o.box, s.marks[i].box)
	})
}
