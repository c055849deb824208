package attachment

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
)

// A workbook is what its cells are read by.
type workbook struct {
	part    string // of its tabs
	tabs    []tab
	targets map[string]string // the parts of the tabs, by their identifiers
	parts   map[string]string // other parts that it names, by what they are
	shared  []sharedText      // that cells refer to
	styles  numberStyles
	shown   bool         // a sheet that readers see had rows
	white   map[int]bool // the styles of white letters on no ground
	plain   map[int]bool // the styles that give a cell no ground
}

// A sharedText is the text of a cell, and what is seen of it where the cell has no ground: letters
// may be white.
type sharedText struct{ all, seen string }

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

// prepareBook reads the parts of a workbook by which its cells are read, wherever its relations say
// that they are.
func (o *office) prepareBook() error {
	o.book.part = "xl/workbook.xml"
	if err := o.readPart("_rels/.rels", func(f *zip.File) error {
		return o.related(f, func(_, kind, target string) {
			if kind == "officedocument" {
				o.book.part = path.Join(strings.TrimPrefix(target, "/"))
			}
		})
	}); err != nil {
		return err
	}
	dir, base := path.Split(o.book.part)
	o.book.parts = map[string]string{
		"styles": dir + "styles.xml", "sharedstrings": dir + "sharedStrings.xml",
	}
	for _, part := range []struct {
		name string
		read func(*zip.File) error
	}{{o.book.part, o.readBook}, {dir + "_rels/" + base + ".rels", o.readTabs}} {
		if err := o.readPart(part.name, part.read); err != nil {
			return err
		}
	}
	if err := o.readPart(o.book.parts["styles"], o.readStyles); err != nil {
		return err
	}
	return o.readPart(o.book.parts["sharedstrings"], o.readShared)
}

// related calls visit for the relations of a part: their names, what they are in lower case, and
// where they lead.
func (o *office) related(f *zip.File, visit func(id, kind, target string)) error {
	var list struct {
		Relations []struct {
			ID     string `xml:"Id,attr"`
			Type   string `xml:"Type,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	if err := o.element(f, &list); err != nil {
		return err
	}
	for _, r := range list.Relations {
		visit(r.ID, strings.ToLower(path.Base(r.Type)), strings.ReplaceAll(r.Target, `\`, "/"))
	}
	return nil
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
	o.book.targets = map[string]string{}
	return o.related(f, func(id, kind, target string) {
		if strings.HasPrefix(target, "/") {
			target = strings.TrimPrefix(target, "/")
		} else {
			target = path.Join(path.Dir(o.book.part), target)
		}
		if o.book.targets[id] = target; o.book.parts[kind] != "" {
			o.book.parts[kind] = target
		}
	})
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
			Color colour `xml:"color"`
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
	o.book.white, o.book.plain = map[int]bool{}, map[int]bool{}
	for n, c := range sheet.Cells {
		o.book.plain[n] = c.Fill < 1 && !grounds
		o.book.white[n] = o.book.plain[n] && c.Font >= 0 && c.Font < len(sheet.Fonts) &&
			sheet.Fonts[c.Font].Color.isWhite()
		code, ok := codes[c.Format]
		if !ok {
			code = builtIn[c.Format]
		}
		o.book.styles.codes = append(o.book.styles.codes, code)
	}
	return nil
}

// A colour is one of letters (ECMA-376, part 1, 18.8.3): by itself, of the theme or of a palette.
type colour struct {
	RGB     string `xml:"rgb,attr"`
	Theme   string `xml:"theme,attr"`
	Tint    string `xml:"tint,attr"`
	Indexed string `xml:"indexed,attr"`
}

// isWhite reports whether it is that of paper.
func (c colour) isWhite() bool {
	return isPaper(c.RGB) || c.Theme == "0" && (c.Tint == "" || c.Tint == "0") ||
		c.Indexed == "1" || c.Indexed == "9"
}

// A richText is a text of a cell, in runs where its letters differ.
type richText struct {
	Text string `xml:"t"`
	Runs []struct {
		Colour colour `xml:"rPr>color"`
		Text   string `xml:"t"`
	} `xml:"r"`
	Spoken []string `xml:"rPh>t"`
}

// shared returns the text, and what is seen of it on no ground.
func (t *richText) shared() sharedText {
	all, seen := t.Text, t.Text
	for _, run := range t.Runs {
		all += run.Text
		if !run.Colour.isWhite() {
			seen += run.Text
		}
	}
	return sharedText{unescaped(all), unescaped(seen)}
}

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
		var item richText
		if err := d.DecodeElement(&item, &start); err != nil {
			return err
		}
		o.book.shared = append(o.book.shared, item.shared())
	}
}

// escaped matches characters that XML may not hold, as workbooks write them (ECMA-376, part 1,
// 22.4.2.4): a character beyond the first 65,536 takes two.
var escaped = regexp.MustCompile(`(?:_x[0-9A-Fa-f]{4}_)+`)

// unescaped returns a text of a workbook with those characters.
func unescaped(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	s = escaped.ReplaceAllStringFunc(s, func(codes string) string {
		var units []uint16
		for ; codes != ""; codes = codes[len("_x000D_"):] {
			n, _ := strconv.ParseUint(codes[2:6], 16, 16)
			units = append(units, uint16(n))
		}
		return string(utf16.Decode(units))
	})
	// A line may end in either way, or in both.
	return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s)
}
