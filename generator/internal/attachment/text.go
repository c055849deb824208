package attachment

import (
	"archive/zip"
	"encoding/xml"
	"io"
	"slices"
	"strconv"
	"strings"

	"maklumat/generator/internal/pdf"
)

// A layer is an open element of a part with paragraphs, and how what is in it is hidden.
type layer struct {
	name   string
	how    string   // "" of what readers see
	silent bool     // it is hidden, and nobody has to be told
	ground bool     // an element of an open document that has a ground of its own, or is in one
	shaded bool     // a cell of a table, which has a ground of its own
	styled bool     // a table whose style may give its cells one
	outer  runStyle // of the paragraph around this one, which may be in a box of it
	left   int      // of a shape, from the left of its slide
	top    int
}

// A reader of paragraphs keeps all that is written, and what readers see of it.
type paragraphs struct {
	o      *office
	part   string
	whole  string // how all of the part is hidden
	hidden bool   // all of it is
	layers []layer
	all    strings.Builder
	seen   strings.Builder
	how    string // how something of the paragraph is hidden
	n      int
	run    runStyle // of the run that is being read
	para   runStyle // of all runs of the paragraph
	table  []tableColumn
	cell   int
	boxes  boxes
}

// A tableColumn is some columns of a table of an open document that follow each other.
type tableColumn struct {
	count  int
	hidden bool
}

// text visits the paragraphs of a part, each as one text: word processors cut a number in two
// elements where it was edited. What readers do not see of it is in another piece, with the rest.
func (o *office) text(f *zip.File, how string, hidden bool) error {
	r, err := o.open(f)
	if err != nil {
		return err
	}
	defer r.Close()
	d := newXML(r)
	w := watcher{in: o.in, part: f.Name, found: &o.found}
	p := &paragraphs{o: o, part: f.Name, whole: how, hidden: hidden}
	p.boxes = boxes{visit: o.visit, place: f.Name}
	rest := scraps{visit: o.visit, place: f.Name, values: true}
	for {
		t, err := d.Token()
		if err == io.EOF {
			p.flush()
			p.boxes.flush()
			rest.flush()
			return nil
		}
		if err != nil {
			return err
		}
		w.token(t)
		switch t := t.(type) {
		case xml.CharData:
			if p.write(string(t)); p.all.Len() > maxToken {
				return errTooLarge
			}
		case xml.StartElement:
			p.begin(&t)
			rest.token(t)
		case xml.EndElement:
			p.end(t.Name.Local)
		case xml.Comment:
			rest.token(t)
		}
	}
}

// state returns how what is written now is hidden.
func (p *paragraphs) state() (how string, hidden bool) {
	if n := len(p.layers); n > 0 && (p.layers[n-1].how != "" || p.layers[n-1].silent) {
		return p.layers[n-1].how, true
	}
	switch style := p.run.over(p.para); {
	case style.vanish:
		return Unshown, true
	case style.white && !style.shaded && !p.onGround():
		return string(pdf.Coloured), true
	case style.tiny:
		return string(pdf.Tiny), true
	}
	return p.whole, p.hidden
}

func (p *paragraphs) write(text string) {
	p.all.WriteString(text)
	how, hidden := p.state()
	if !hidden {
		p.seen.WriteString(text)
	} else if strings.TrimSpace(text) != "" && how != "" {
		p.how = how
	}
}

// onGround reports whether a cell or table around has a ground of its own, or may have.
func (p *paragraphs) onGround() bool {
	for i := len(p.layers) - 1; i >= 0; i-- {
		switch l := &p.layers[i]; l.name {
		case "tc":
			if l.shaded {
				return true
			}
		case "tbl":
			return l.styled
		}
	}
	return false
}

// enclose changes the nearest open element of some names.
func (p *paragraphs) enclose(names string, change func(*layer)) {
	for i := len(p.layers) - 1; i >= 0; i-- {
		if slices.Contains(strings.Fields(names), p.layers[i].name) {
			change(&p.layers[i])
			return
		}
	}
}

// flush visits the paragraph that was written.
func (p *paragraphs) flush() {
	all, seenText := p.all.String(), p.seen.String()
	p.all.Reset()
	p.seen.Reset()
	how := p.how
	p.how = ""
	if strings.TrimSpace(all) == "" {
		return
	}
	p.boxes.cell(all)
	p.n++
	place := p.part + ", " + counted(PlaceParagraph, p.n)
	if all != seenText {
		p.o.visit(unseen(place, all))
	}
	if strings.TrimSpace(seenText) != "" {
		p.o.visit(seen(place, seenText))
	}
	p.o.tell(how, p.part)
}

// begin opens an element.
func (p *paragraphs) begin(t *xml.StartElement) {
	l, parent := layer{name: t.Name.Local}, ""
	if n := len(p.layers); n > 0 {
		l.how, l.silent, l.ground = p.layers[n-1].how, p.layers[n-1].silent, p.layers[n-1].ground
		parent = p.layers[n-1].name
	}
	switch t.Name.Local {
	case "tab", "ptab", "br", "cr", "s", "line-break":
		p.write(" ")
	case "noBreakHyphen":
		p.write("-")
	case "p", "h":
		p.flush() // what stands before a box in a paragraph
		l.outer, p.para = p.para, runStyle{}
	case "r":
		p.run = runStyle{}
	case "del", "moveFrom", "tracked-changes":
		l.how = Deleted
	case "instrText", "delInstrText", "Fallback": // the second is there for older programs
		l.silent = true
	case "annotation":
		p.flush() // it is in the middle of a paragraph
		l.how = Comment
	case "notes":
		l.how = Notes
	case "section":
		if attr(t, "display") == "none" ||
			attr(t, "display") == "condition" && isTrue(attr(t, "is-hidden")) {
			l.how = Unshown
		}
	case "hidden-text", "hidden-paragraph":
		l.how = Unshown
	case "sld":
		if attr(t, "show") == "0" {
			l.how = Unshown
		}
	case "tblStyle":
		p.enclose("tbl", func(l *layer) { l.styled = true })
	case "hidden":
		if parent == "trPr" && isOn(t) {
			p.enclose("tr", func(l *layer) { l.how = Unshown })
		}
	case "cNvPr", "docPr":
		if isTrue(attr(t, "hidden")) {
			p.enclose("sp pic graphicFrame grpSp cxnSp inline anchor", func(l *layer) {
				l.how = Unshown
			})
		}
	case "off", "ext":
		if parent == "xfrm" && !within(p.layers, "grpSp") {
			p.place(t)
		}
	case "vanish", "color", "shd", "highlight", "sz", "rStyle", "pStyle":
		p.style(t, parent)
	case "table":
		p.table = nil
	case "table-column":
		if len(p.table) == maxColumnGroups {
			break // nobody makes so many, and what is behind them is shown
		}
		p.table = append(p.table, tableColumn{repeats(t, "number-columns-repeated"), collapsed(t)})
	case "table-row":
		if p.cell = 0; collapsed(t) {
			l.how = Unshown
		}
	case "table-cell", "covered-table-cell":
		if p.columnHidden() || t.Name.Local == "covered-table-cell" {
			l.how = Unshown
		}
		p.cell += repeats(t, "number-columns-repeated")
	}
	if p.o.in == odf {
		p.open(t, &l)
	}
	p.layers = append(p.layers, l)
}

// place notes that a shape is beside its slide (ECMA-376, part 1, 20.1.7.4 and 20.1.7.3).
func (p *paragraphs) place(t *xml.StartElement) {
	number := func(name string) int { n, _ := strconv.Atoi(attr(t, name)); return n }
	slide := p.o.slide
	if slide.width == 0 {
		return
	}
	p.enclose("sp pic graphicFrame cxnSp", func(l *layer) {
		beside := false
		if t.Name.Local == "off" {
			l.left, l.top = number("x"), number("y")
			beside = l.left >= slide.width || l.top >= slide.height
		} else {
			beside = l.left+number("cx") <= 0 || l.top+number("cy") <= 0
		}
		if beside && l.how == "" {
			l.how = string(pdf.Outside)
		}
	})
}

// style reads how a word processor writes a run, a paragraph or a cell (ECMA-376, part 1, 17.3.2).
// What it says of the mark that ends a paragraph is said of no text. Text in a box is white on its
// ground more often than not.
func (p *paragraphs) style(t *xml.StartElement, parent string) {
	value := attr(t, "val")
	switch {
	case t.Name.Local == "pStyle":
		p.para = p.o.runStyles[value].over(p.para)
	case t.Name.Local == "shd":
		shaded := isGround(t)
		switch parent {
		case "tcPr":
			p.enclose("tc", func(l *layer) { l.shaded = shaded })
		case "pPr":
			p.para.shaded = shaded
		case "rPr":
			p.run.shaded = shaded
		}
	case parent != "rPr" || within(p.layers, "pPr"):
	case t.Name.Local == "rStyle":
		p.run = p.run.over(p.o.runStyles[value])
	default:
		p.run.read(t)
		p.run.white = p.run.white && !within(p.layers, "txbxContent")
	}
}

// end closes an element.
func (p *paragraphs) end(name string) {
	switch name {
	case "p", "h", "table-cell", "tc", "annotation", "notes":
		p.flush()
	case "tr", "table-row":
		p.boxes.flush()
	case "text":
		if p.hidden { // a comment
			p.flush()
		}
	case "r":
		p.run = runStyle{}
	}
	if n := len(p.layers); n > 0 {
		if name == "p" || name == "h" {
			p.para = p.layers[n-1].outer
		}
		p.layers = p.layers[:n-1]
	}
}

// within reports whether one of the open elements has a name.
func within(layers []layer, name string) bool {
	for _, l := range layers {
		if l.name == name {
			return true
		}
	}
	return false
}

// isOn reports whether a property that is on by being there is not switched off.
func isOn(t *xml.StartElement) bool {
	switch attr(t, "val") {
	case "0", "false", "off":
		return false
	}
	return true
}

// repeats returns how often an element of an open document stands there.
func repeats(t *xml.StartElement, name string) int {
	n, err := strconv.Atoi(attr(t, name))
	if err != nil || n < 1 {
		return 1
	}
	return min(n, 1<<20)
}

// collapsed reports whether a row or column of an open document is not shown.
func collapsed(t *xml.StartElement) bool {
	v := attr(t, "visibility")
	return v == "collapse" || v == "filter"
}

// columnHidden reports whether the next cell is in a column that is not shown.
func (p *paragraphs) columnHidden() bool {
	at := p.cell
	for _, c := range p.table {
		if at < c.count {
			return c.hidden
		}
		at -= c.count
	}
	return false
}
