package attachment

import (
	"archive/zip"
	"encoding/xml"
	"io"
	"math"
	"strconv"
	"strings"

	"maklumat/generator/internal/pdf"
)

// sheet visits the cells of a sheet. Preview and Rows are those of the first that readers see.
func (o *office) sheet(f *zip.File, info *Info) error {
	r, err := o.open(f)
	if err != nil {
		return err
	}
	defer r.Close()
	g := &grid{width: previewColumns, boxes: boxes{visit: o.visit, place: f.Name}}
	if g.merges, err = mergesIn(f); err != nil {
		return err
	}
	if o.sheets != nil {
		g.width = sheetColumns
	}
	g.tab, _, _ = o.book.find(f.Name)
	first := !o.book.shown && !g.hidden
	d := newXML(r)
	w := watcher{in: o.in, part: f.Name, found: &o.found}
	rest := scraps{visit: o.visit, place: f.Name}
	n, groups := 0, 0
	for {
		t, err := d.Token()
		if err == io.EOF {
			rest.flush()
			o.keep(g, info, first)
			return nil
		}
		if err != nil {
			return err
		}
		w.token(t)
		switch t := t.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "sheetFormatPr":
				g.rowsHide = isTrue(attr(&t, "zeroHeight"))
			case "col":
				width, err := strconv.ParseFloat(attr(&t, "width"), 64)
				if isTrue(attr(&t, "hidden")) || err == nil && width == 0 {
					if groups++; groups > maxColumnGroups {
						return errTooLarge
					}
					from, _ := strconv.Atoi(attr(&t, "min"))
					to, _ := strconv.Atoi(attr(&t, "max"))
					g.hide(from, to)
				}
			case "row":
				g.begin(&t)
			case "mergeCell":
				if first {
					g.merge(info.Preview, attr(&t, "ref"))
				}
				if o.sheets != nil {
					g.merge(o.sheets.rows, attr(&t, "ref"))
				}
			case "c":
				if n++; n > maxCells {
					return errTooLarge
				}
				if err := o.cell(d, &t, g); err != nil {
					return err
				}
				continue
			}
		case xml.EndElement:
			if t.Name.Local != "row" {
				break
			}
			if g.boxes.flush(); g.any && !g.row {
				if g.numbers = append(g.numbers, g.number); first &&
					len(g.numbers) <= previewRows+1 {
					info.Preview = append(info.Preview, clip(g.cells))
				}
				if o.sheets != nil && !o.sheets.add(g.cells) {
					return errTooLarge
				}
			}
		}
		rest.token(t)
	}
}

// keep keeps what was read of a sheet, of the first that readers see for the preview.
func (o *office) keep(g *grid, info *Info, first bool) {
	if first {
		kept := withoutTitles(info.Preview)
		info.Rows = max(0, len(g.numbers)-1-(len(info.Preview)-len(kept)))
		info.Preview, o.book.shown = kept, len(g.numbers) > 0
	}
	if o.sheets != nil && !g.hidden {
		o.sheets.all = append(o.sheets.all, Sheet{g.name, o.sheets.rows})
		o.sheets.rows = nil
	}
}

// A sheetCell is one of a sheet, as ECMA-376, part 1, 18.3.1.4 has it.
type sheetCell struct {
	Ref     string  `xml:"r,attr"`
	Type    string  `xml:"t,attr"`
	Style   int     `xml:"s,attr"`
	Value   *string `xml:"v"`
	Formula *struct {
		Code string `xml:",chardata"`
	} `xml:"f"`
	Inline richText `xml:"is"`
	Rest   []struct {
		Text string `xml:",innerxml"`
	} `xml:",any"`
}

// A cellText is what a cell says.
type cellText struct {
	text string // as it is shown
	seen string // of that, where letters may be white
	day  string // that it stands for, as in 2026-03-01, or ""
	raw  string // a number in full, or ""
}

// read reads what a cell says.
func (b *workbook) read(c *sheetCell) (t cellText) {
	if c.Value != nil {
		t.text = *c.Value
	}
	rich := sharedText{}
	switch c.Type {
	case "s":
		if n, err := strconv.Atoi(t.text); err == nil && n >= 0 && n < len(b.shared) {
			rich = b.shared[n]
		} else {
			rich = sharedText{t.text, t.text}
		}
	case "inlineStr":
		rich = c.Inline.shared()
	case "str":
		rich.all = unescaped(t.text)
		rich.seen = rich.all
	case "b":
		t.text = map[bool]string{true: "TRUE", false: "FALSE"}[isTrue(t.text)]
		t.seen = t.text
		return t
	case "d":
		t.text, t.day = b.styles.moment(t.text, c.Style)
		t.seen = t.text
		return t
	case "", "n":
		t.raw = whole(t.text)
		t.text, t.day = b.styles.show(t.text, c.Style)
		t.seen = t.text
		return t
	default:
		rich = sharedText{t.text, t.text}
	}
	t.text = b.styles.words(rich.all, c.Style)
	if t.seen = t.text; rich.seen != rich.all && b.plain[c.Style] {
		t.seen = rich.seen
	}
	return t
}

// cell visits a cell of a sheet, with its name, such as "C7".
func (o *office) cell(d *xmlReader, start *xml.StartElement, g *grid) error {
	var c sheetCell
	if err := d.DecodeElement(&c, start); err != nil {
		return err
	}
	t := o.book.read(&c)
	if column := columnOf(c.Ref); column >= 0 {
		g.column = column
	} else { // the cells of a row may come without names
		g.column++
		c.Ref = columnName(g.column) + strconv.Itoa(g.number)
	}
	hidden, how := g.isHidden(g.column) || g.isCovered(g.column), Unshown
	if number, words := o.book.styles.hides(c.Style); words || number && t.raw != "" {
		hidden = true
	} else if !hidden && (o.book.white[c.Style] || t.seen == "" && t.text != "") {
		hidden, how = true, string(pdf.Coloured)
	}
	at := g.name + ", " + PlaceCell + " " + c.Ref
	o.visit(Piece{
		Place: at, Offset: -1, Text: t.text, Hidden: hidden || t.seen != t.text, Day: t.day,
	})
	if !hidden && t.seen != t.text {
		o.visit(seen(at, t.seen))
		o.tell(string(pdf.Coloured), g.name)
		t.text = t.seen
	}
	g.boxes.cell(t.text)
	o.besides(&c, at, &t)
	if hidden {
		if strings.TrimSpace(t.text+t.raw) != "" {
			o.tell(how, g.name)
		}
		if t.text = ""; g.isHidden(g.column) {
			return nil
		}
	} else if c.Formula != nil && c.Value == nil && t.text == "" && o.uncomputed == "" {
		o.uncomputed = at
	}
	g.any = g.any || strings.TrimSpace(t.text) != ""
	for place := g.shown(g.column); len(g.cells) < min(place, g.width); {
		g.cells = append(g.cells, "") // empty cells are left out of the file
	}
	if len(g.cells) < g.width {
		g.cells = append(g.cells, t.text)
	}
	return nil
}

// besides visits what else a cell holds, and how what it shows is come by.
func (o *office) besides(c *sheetCell, at string, t *cellText) {
	others := append([]string{t.raw, c.Inline.shared().all}, c.Inline.Spoken...)
	if c.Value != nil {
		others = append(others, *c.Value)
	}
	if c.Formula != nil && c.Formula.Code != "" {
		others = append(others, c.Formula.Code)
		o.found.formula(c.Formula.Code, at)
	}
	for _, r := range c.Rest {
		others = append(others, r.Text)
	}
	for _, other := range others {
		if other != "" && other != t.text {
			o.visit(unseen(at, other))
		}
	}
}

// columnName returns the name of a column, the first of which is 0.
func columnName(n int) string {
	name := ""
	for n++; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	return name
}

// columnOf returns the column of a cell by its name, counted from 0: that of "C7" is 2. It is -1
// where there is no name.
func columnOf(ref string) int {
	n := 0
	for i := 0; i < len(ref) && ref[i] >= 'A' && ref[i] <= 'Z' && n < 1<<14; i++ {
		n = n*26 + int(ref[i]-'A') + 1
	}
	return n - 1
}

// whole writes a number with an exponent in full. A NIK that was typed as a number is stored as
// 3.204015708900001E+15, where the search for personal data would not find it.
func whole(s string) string {
	if !strings.ContainsAny(s, "eE") {
		return s
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil || math.Abs(f) > 1e18 {
		return s
	}
	return strconv.FormatFloat(f, 'f', -1, 64)
}
