package attachment

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"

	"maklumat/generator/internal/pdf"
)

// A workbook is what its cells are read by.
type workbook struct {
	tabs    []tab
	targets map[string]string // the parts of the tabs, by their identifiers
	shared  []string          // texts that cells refer to
	styles  numberStyles
	shown   bool         // a sheet that readers see had rows
	white   map[int]bool // the styles of white letters on no ground
}

// A tab is a sheet as the workbook names it.
type tab struct {
	name, id string
	hidden   bool
}

// find returns the tab of a part and its number. ok is false for one that has none, which no reader
// can see; a workbook without tabs is taken as it is.
func (b *workbook) find(part string) (t tab, number int, ok bool) {
	for i, t := range b.tabs {
		if strings.EqualFold(b.targets[t.id], part) {
			return t, i, true
		}
	}
	name := strings.TrimSuffix(path.Base(part), ".xml")
	return tab{name: name, hidden: len(b.targets) > 0}, len(b.tabs), false
}

// order returns the place of a part among all, which matters for sheets.
func (b *workbook) order(part string) int {
	_, n, ok := b.find(part)
	if !ok && path.Dir(part) != "xl/worksheets" {
		return 0
	}
	return n + 1
}

// isSheet reports whether a part of a workbook has cells.
func (b *workbook) isSheet(part string) bool {
	return b.order(part) > 0 && path.Ext(part) == ".xml"
}

// element returns a part decoded as v says.
func (o *office) element(f *zip.File, v any) error {
	r, err := o.open(f)
	if err != nil {
		return err
	}
	defer r.Close()
	return newXML(r).Decode(v)
}

// readBook reads the tabs of a workbook and visits their names.
func (o *office) readBook(f *zip.File) error {
	var book struct {
		Properties struct {
			From1904 string `xml:"date1904,attr"`
		} `xml:"workbookPr"`
		Sheets []struct {
			Attr []xml.Attr `xml:",any,attr"`
		} `xml:"sheets>sheet"`
		Names []string `xml:"definedNames>definedName"`
	}
	if err := o.element(f, &book); err != nil {
		return err
	}
	o.book.styles.from1904 = isTrue(book.Properties.From1904)
	for _, s := range book.Sheets {
		var t tab
		for _, a := range s.Attr {
			switch a.Name.Local {
			case "name":
				t.name = a.Value
			case "id":
				t.id = a.Value
			case "state":
				t.hidden = a.Value == "hidden" || a.Value == "veryHidden"
			}
		}
		o.book.tabs = append(o.book.tabs, t)
		o.visit(Piece{Place: PlaceTab, Offset: -1, Text: t.name, Hidden: t.hidden})
	}
	for _, formula := range book.Names {
		o.found.formula(formula, f.Name)
	}
	return nil
}

func isTrue(s string) bool { return s == "1" || s == "true" || s == "on" }

// readTabs reads which part each tab is.
func (o *office) readTabs(f *zip.File) error {
	var list struct {
		Relations []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	if err := o.element(f, &list); err != nil {
		return err
	}
	o.book.targets = map[string]string{}
	for _, r := range list.Relations {
		target := path.Join("xl", r.Target)
		if strings.HasPrefix(r.Target, "/") {
			target = strings.TrimPrefix(r.Target, "/")
		}
		o.book.targets[r.ID] = target
	}
	return nil
}

// readStyles reads how the numbers of cells are shown.
func (o *office) readStyles(f *zip.File) error {
	var sheet struct {
		Formats []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Cells []struct {
			Format int `xml:"numFmtId,attr"`
			Font   int `xml:"fontId,attr"`
			Fill   int `xml:"fillId,attr"`
		} `xml:"cellXfs>xf"`
		Fonts []struct {
			Color struct {
				RGB   string `xml:"rgb,attr"`
				Theme string `xml:"theme,attr"`
			} `xml:"color"`
		} `xml:"fonts>font"`
		Grounds []struct{} `xml:"dxfs>dxf>fill"`
	}
	if err := o.element(f, &sheet); errors.Is(err, errTooLarge) {
		return err
	} else if err != nil {
		return nil // cells can be read without it, and part says what is wrong
	}
	codes := map[int]string{}
	for _, n := range sheet.Formats {
		codes[n.ID] = n.Code
	}
	// A ground may come from a condition too, or from the style of a table.
	grounds := len(sheet.Grounds) > 0 || slices.ContainsFunc(o.files, func(f *zip.File) bool {
		return strings.HasPrefix(f.Name, "xl/tables/")
	})
	o.book.white = map[int]bool{}
	for n, c := range sheet.Cells {
		if c.Font >= 0 && c.Font < len(sheet.Fonts) && c.Fill < 1 && !grounds &&
			isWhite(sheet.Fonts[c.Font].Color.RGB, sheet.Fonts[c.Font].Color.Theme) {
			o.book.white[n] = true
		}
		code, ok := codes[c.Format]
		if !ok {
			code = builtIn[c.Format]
		}
		o.book.styles.codes = append(o.book.styles.codes, code)
	}
	return nil
}

// isWhite reports whether a colour is that of paper, by itself or as the first of the theme.
func isWhite(rgb, theme string) bool { return strings.EqualFold(rgb, "ffffffff") || theme == "0" }

// readShared reads the texts that the cells of a workbook refer to.
func (o *office) readShared(f *zip.File) error {
	r, err := o.open(f)
	if err != nil {
		return err
	}
	defer r.Close()
	d := newXML(r)
	for {
		t, err := d.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		start, ok := t.(xml.StartElement)
		if !ok || start.Name.Local != "si" {
			continue
		}
		if len(o.book.shared) == maxCells {
			return errTooLarge
		}
		var item struct {
			Text string `xml:"t"`
			Runs []struct {
				Text string `xml:"t"`
			} `xml:"r"`
		}
		if err := d.DecodeElement(&item, &start); err != nil {
			return err
		}
		for _, run := range item.Runs {
			item.Text += run.Text
		}
		o.book.shared = append(o.book.shared, unescaped(item.Text))
	}
}

// escaped matches a character that XML may not hold, as workbooks write it (ECMA-376, part 1,
// 22.4.2.4).
var escaped = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

// unescaped returns a text of a workbook with those characters.
func unescaped(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	s = escaped.ReplaceAllStringFunc(s, func(code string) string {
		n, _ := strconv.ParseUint(code[2:6], 16, 16)
		if n == '\r' {
			return "" // a line ends with \n as well
		}
		return string(utf16.Decode([]uint16{uint16(n)}))
	})
	return s
}

// sheet visits the cells of a sheet. Preview and Rows are those of the first that readers see.
func (o *office) sheet(f *zip.File, info *Info) error {
	r, err := o.open(f)
	if err != nil {
		return err
	}
	defer r.Close()
	g := &grid{width: previewColumns, boxes: boxes{visit: o.visit, place: f.Name}}
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
				if isTrue(attr(&t, "hidden")) {
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
	Ref    string `xml:"r,attr"`
	Type   string `xml:"t,attr"`
	Style  int    `xml:"s,attr"`
	Value  string `xml:"v"`
	Code   string `xml:"f"`
	Inline string `xml:"is>t"`
	Runs   []struct {
		Text string `xml:"t"`
	} `xml:"is>r"`
	Spoken []string `xml:"is>rPh>t"`
	Rest   []struct {
		Text string `xml:",innerxml"`
	} `xml:",any"`
}

// cell visits a cell of a sheet, with its name, such as "C7".
func (o *office) cell(d *xmlReader, start *xml.StartElement, g *grid) error {
	var c sheetCell
	if err := d.DecodeElement(&c, start); err != nil {
		return err
	}
	inline := c.Inline
	for _, run := range c.Runs {
		inline += run.Text
	}
	text, day, raw := c.Value, "", ""
	switch c.Type {
	case "s":
		if n, err := strconv.Atoi(c.Value); err == nil && n >= 0 && n < len(o.book.shared) {
			text = o.book.shared[n]
		}
	case "inlineStr":
		text = unescaped(inline)
	case "str":
		text = unescaped(text)
	case "b":
		text = map[bool]string{true: "TRUE", false: "FALSE"}[isTrue(c.Value)]
	case "d":
		text, day = o.book.styles.moment(c.Value, c.Style)
	case "", "n":
		text, day = o.book.styles.show(c.Value, c.Style)
		raw = whole(c.Value)
	}
	if column := columnOf(c.Ref); column >= 0 {
		g.column = column
	} else {
		g.column++
	}
	hidden, how := g.isHidden(g.column), Unshown
	if number, words := o.book.styles.hides(c.Style); words || number && raw != "" {
		hidden = true
	} else if !hidden && o.book.white[c.Style] {
		hidden, how = true, string(pdf.Coloured)
	}
	at := g.name + ", " + PlaceCell + " " + c.Ref
	o.visit(Piece{Place: at, Offset: -1, Text: text, Hidden: hidden, Day: day})
	g.boxes.cell(text)
	others := append([]string{raw, c.Code, inline, c.Value}, c.Spoken...)
	for _, r := range c.Rest {
		others = append(others, r.Text)
	}
	for _, other := range others { // what else the cell holds, and how it is come by
		if other != "" && other != text {
			o.visit(unseen(at, other))
		}
	}
	if c.Code != "" {
		o.found.formula(c.Code, at)
	}
	if hidden {
		if strings.TrimSpace(text+raw) != "" {
			o.tell(how, g.name)
		}
		if text = ""; g.isHidden(g.column) {
			return nil
		}
	}
	g.any = true
	for place := g.shown(g.column); len(g.cells) < min(place, g.width); {
		g.cells = append(g.cells, "") // empty cells are left out of the file
	}
	if len(g.cells) < g.width {
		g.cells = append(g.cells, text)
	}
	return nil
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
