package attachment

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"strconv"
	"strings"

	"maklumat/generator/internal/pdf"
)

// A runStyle is how a word processor writes some words, and of what something is said.
type runStyle struct {
	white, tiny, vanish    bool
	shaded                 bool // it has a ground of its own
	coloured, sized, hides bool // that is said by this style, or by one it is based on
}

// over returns the style with what the one below says of all that this one does not speak of.
func (r runStyle) over(below runStyle) runStyle {
	if !r.coloured {
		r.white, r.coloured = below.white, below.coloured
	}
	if !r.sized {
		r.tiny, r.sized = below.tiny, below.sized
	}
	if !r.hides {
		r.vanish, r.hides = below.vanish, below.hides
	}
	r.shaded = r.shaded || below.shaded
	return r
}

// read reads a property of a run (ECMA-376, part 1, 17.3.2).
func (r *runStyle) read(t *xml.StartElement) {
	value := attr(t, "val")
	switch t.Name.Local {
	case "vanish":
		r.vanish, r.hides = isOn(t), true
	case "highlight":
		r.shaded = value != "none" && value != "white"
	case "shd":
		r.shaded = isGround(t)
	case "color":
		r.white, r.coloured = isPaper(value), true
	case "sz":
		half, err := strconv.Atoi(value) // points
		r.tiny, r.sized = err == nil && half < 4, true
	}
}

// isGround reports whether a shading is of another colour than paper.
func isGround(t *xml.StartElement) bool {
	ground := attr(t, "fill")
	if attr(t, "val") == "solid" {
		ground = attr(t, "color")
	}
	return ground != "" && ground != "auto" && !isPaper(ground)
}

// isPaper reports whether nobody sees a colour on paper: rrggbb, with a sign or the share that is
// not transparent before it.
func isPaper(colour string) bool {
	colour = strings.TrimPrefix(colour, "#")
	if len(colour) == 8 {
		colour = colour[2:]
	}
	if len(colour) != 6 {
		return false
	}
	n, err := strconv.ParseUint(colour, 16, 32)
	return err == nil && n>>16 >= paper && n>>8&0xff >= paper && n&0xff >= paper
}

// paper is the least of red, green and blue of what looks like white.
const paper = 0xf6

// maxBases is how many styles are followed from one to that which it is based on.
const maxBases = 30

// readRunStyles reads how the styles of a word processor write words.
func (o *office) readRunStyles(f *zip.File) error {
	o.runStyles = map[string]runStyle{}
	style, bases := "", map[string]string{}
	err := o.elements(f, func(t *xml.StartElement) {
		switch t.Name.Local {
		case "style":
			style = attr(t, "styleId")
		case "basedOn":
			bases[style] = attr(t, "val")
		case "vanish", "color", "shd", "highlight", "sz":
			if style != "" { // not the defaults of the document
				r := o.runStyles[style]
				r.read(t)
				o.runStyles[style] = r
			}
		}
	})
	for range maxBases {
		changed := false
		for name, base := range bases {
			r := o.runStyles[name].over(o.runStyles[base])
			changed = changed || r != o.runStyles[name]
			o.runStyles[name] = r
		}
		if !changed {
			break
		}
	}
	return err
}

// elements calls visit for the elements of a part, up to what is wrong with it: the part is read
// again, and then that is said.
func (o *office) elements(f *zip.File, visit func(*xml.StartElement)) error {
	r, err := o.open(f)
	if err != nil {
		return err
	}
	defer r.Close()
	d := newXML(r)
	for {
		t, err := d.Token()
		if errors.Is(err, errTooLarge) {
			return err
		}
		if err != nil {
			return nil
		}
		if start, ok := t.(xml.StartElement); ok {
			visit(&start)
		}
	}
}

// open notes how the styles of an element of an open document hide what is in it.
func (p *paragraphs) open(t *xml.StartElement, l *layer) {
	for _, a := range t.Attr {
		if strings.HasSuffix(a.Name.Local, "style-name") {
			l.ground = l.ground || p.o.groundStyles[a.Value]
		}
	}
	for _, a := range t.Attr {
		how := p.o.hideStyles[a.Value]
		if strings.HasSuffix(a.Name.Local, "style-name") && how != "" &&
			(how != string(pdf.Coloured) || !l.ground && !p.o.slides) {
			l.how = how
		}
	}
}

// readHiddenStyles reads which styles of an open document hide what is written in them, and which
// give it a ground.
func (o *office) readHiddenStyles(f *zip.File) error {
	if o.hideStyles == nil {
		o.hideStyles, o.groundStyles = map[string]string{}, map[string]bool{}
	}
	style, bases, own := "", map[string]string{}, map[string]bool{}
	err := o.elements(f, func(t *xml.StartElement) {
		switch t.Name.Local {
		case "style", "default-style":
			style = attr(t, "name")
			if base := attr(t, "parent-style-name"); base != "" {
				bases[style] = base
			}
		case "text-properties", "table-properties", "drawing-page-properties",
			"paragraph-properties", "table-cell-properties", "table-row-properties",
			"graphic-properties",
			"section-properties":
			o.hideStyle(t, style, own)
		}
	})
	for range maxBases { // a style of a style that hides does so too
		before := len(o.hideStyles) + len(o.groundStyles)
		for name, base := range bases {
			if how := o.hideStyles[base]; how != "" && (how != string(pdf.Coloured) || !own[name]) {
				o.hideStyles[name] = how
			}
			if o.groundStyles[base] {
				o.groundStyles[name] = true
			}
		}
		if len(o.hideStyles)+len(o.groundStyles) == before {
			break
		}
	}
	return err
}

// hideStyle reads the properties of a style; own are those with a colour of their own.
func (o *office) hideStyle(t *xml.StartElement, style string, own map[string]bool) {
	if ground := attr(t, "background-color"); ground != "" && ground != "transparent" &&
		!isPaper(ground) || attr(t, "fill") != "" &&
		attr(t, "fill") != "none" {
		o.groundStyles[style] = true
	}
	color := attr(t, "color")
	own[style] = own[style] || color != "" && t.Name.Local == "text-properties"
	points, isPoints := strings.CutSuffix(attr(t, "font-size"), "pt")
	size, err := strconv.ParseFloat(points, 64)
	switch {
	case attr(t, "display") == "none" || attr(t, "display") == "false" ||
		attr(t, "visibility") == "hidden":
		o.hideStyles[style] = Unshown
	case t.Name.Local != "text-properties" || o.hideStyles[style] != "":
	case isPoints && err == nil && size < 2:
		o.hideStyles[style] = string(pdf.Tiny)
	case isPaper(color):
		o.hideStyles[style] = string(pdf.Coloured)
	}
}
