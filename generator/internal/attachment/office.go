package attachment

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"path"
	"slices"
	"strconv"
	"strings"
)

// The most that is unpacked of an archive, of which a few kilobytes can hold gigabytes.
const (
	maxPart    = 64 << 20  // bytes of a part
	maxArchive = 128 << 20 // bytes of all parts that are read
	maxParts   = 4000
	maxCells   = 1 << 20 // of a sheet, and texts that cells share
)

// families says how the name of a part begins that every office file of some endings has.
var families = []struct{ endings, part string }{
	{".docx .dotx", "word/"},
	{".xlsx .xltx .xlsb", "xl/"},
	{".pptx .ppsx .potx", "ppt/"},
	{".odt .ods .odp .odg .odf .odc .odm .ott .ots .otp .otg", "content.xml"},
}

// family returns how the name of that part begins for an ending, "" for that of no office file.
func family(ext string) string {
	for _, f := range families {
		if slices.Contains(strings.Fields(f.endings), ext) {
			return f.part
		}
	}
	return ""
}

// An office reads the parts of an office file within the limits.
type office struct {
	*reading
	in    container
	ext   string // of the kind that text is read of: ".docx", ".xlsx", ".pptx" or ".odt"
	files []*zip.File
	visit Visitor
	found findings
}

// openZip returns the parts of an archive, or the Problem of a file that is none.
func openZip(src []byte) (files []*zip.File, problem Problem) {
	z, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	if err == nil {
		return z.File, None
	}
	if bytes.HasPrefix(src, []byte("PK")) {
		return nil, Unreadable
	}
	return nil, WrongType
}

// isEncrypted reports whether a part of an archive needs a password.
func isEncrypted(f *zip.File) bool { return f.Flags&1 != 0 }

// readOffice reads the text of a document, of slides, or of the cells of sheets, and holds all
// parts to the table of what files may not hold.
func (l *reading) readOffice(ext string, src []byte, visit Visitor) Info {
	if isOLE(src) {
		return Info{Problem: Encrypted}
	}
	files, problem := openZip(src)
	if problem != None {
		return Info{Problem: problem}
	}
	found := false
	for _, f := range files {
		found = found || strings.HasPrefix(f.Name, family(ext))
		if isEncrypted(f) {
			return Info{Problem: Encrypted}
		}
	}
	if !found {
		return Info{Problem: WrongType}
	}
	if len(files) > maxParts {
		return Info{Problem: TooLarge}
	}
	o := office{reading: l, in: ooxml, files: files, visit: visit}
	switch family(ext) {
	case "word/":
		o.ext = ".docx"
	case "xl/":
		o.ext = ".xlsx"
	case "ppt/":
		o.ext = ".pptx"
	default:
		o.in, o.ext = odf, ".odt"
	}
	info, err := o.all()
	if err == nil && ext == ".xlsb" { // its cells are not XML
		info.Problem = Unseen
	}
	if err != nil {
		info = Info{Problem: problemOf(err)}
	}
	return o.found.of(info)
}

// open opens a part. Only its stated size needs to be counted: when a part holds more or less than
// that, reading it ends with an error of package zip.
func (l *reading) open(f *zip.File) (io.ReadCloser, error) {
	if f.UncompressedSize64 > maxPart || l.read+f.UncompressedSize64 > maxArchive {
		return nil, errTooLarge
	}
	l.read += f.UncompressedSize64
	return f.Open()
}

// all reads the parts in the order of their names, but first the texts that cells share.
func (o *office) all() (Info, error) {
	var info Info
	var shared []string
	for _, f := range o.files {
		if f.Name == "xl/sharedStrings.xml" {
			var err error
			if shared, err = o.shared(f); err != nil {
				return info, err
			}
		}
	}
	files := slices.Clone(o.files)
	slices.SortFunc(files, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	for _, f := range files {
		if f.Name == "xl/sharedStrings.xml" || strings.HasSuffix(f.Name, "/") {
			continue
		}
		dir, base := path.Split(f.Name)
		o.names(f.Name)
		var err error
		switch {
		case dir == "xl/worksheets/" && strings.HasSuffix(base, ".xml"):
			err = o.sheet(f, shared, &info)
		case f.Name == "docProps/app.xml":
			info.Pages, err = o.pages(f)
		case f.Name == "xl/workbook.xml":
			err = o.workbook(f)
		case strings.HasSuffix(base, ".xml") && holdsText(o.ext, f.Name):
			err = o.text(f)
		default:
			err = o.part(f, &info)
		}
		if err != nil {
			return info, err
		}
	}
	return info, nil
}

// holdsText reports whether a part holds text that readers see, or properties of the file such as
// who wrote it. Cells are read by their own function.
func holdsText(ext, name string) bool {
	property := name == "docProps/core.xml" || name == "docProps/custom.xml"
	switch ext {
	case ".docx":
		return path.Dir(name) == "word" || property
	case ".pptx":
		return strings.HasPrefix(name, "ppt/slides/") ||
			strings.HasPrefix(name, "ppt/notesSlides/") || property
	case ".xlsx":
		return strings.HasPrefix(name, "xl/comments") ||
			strings.HasPrefix(name, "xl/drawings/") || property
	}
	return name == "content.xml" || name == "meta.xml"
}

// workbook visits the names of the sheets of a workbook.
func (o *office) workbook(f *zip.File) error {
	r, err := o.open(f)
	if err != nil {
		return err
	}
	defer r.Close()
	var book struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
		} `xml:"sheets>sheet"`
		Names []string `xml:"definedNames>definedName"`
	}
	if err := newXML(r).Decode(&book); err != nil {
		return err
	}
	for _, s := range book.Sheets {
		o.visit(Piece{"nama lembar", -1, s.Name, false})
	}
	for _, formula := range book.Names {
		o.found.formula(formula, f.Name)
	}
	return nil
}

// bytes returns a part whole.
func (l *reading) bytes(f *zip.File) ([]byte, error) {
	r, err := l.open(f)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	// ReadFrom needs MinRead bytes more to see the end, and without them doubles the buffer.
	b := bytes.NewBuffer(make([]byte, 0, f.UncompressedSize64+bytes.MinRead))
	_, err = b.ReadFrom(r)
	return b.Bytes(), err
}

// text visits the paragraphs of a part, each as one text: word processors cut a number in two
// elements where it was edited.
func (o *office) text(f *zip.File) error {
	r, err := o.open(f)
	if err != nil {
		return err
	}
	defer r.Close()
	d := newXML(r)
	w := watcher{in: o.in, part: f.Name, found: &o.found}
	var b strings.Builder
	n := 0
	flush := func() {
		if strings.TrimSpace(b.String()) != "" {
			n++
			o.visit(Piece{f.Name + ", alinea " + strconv.Itoa(n), -1, b.String(), false})
		}
		b.Reset()
	}
	for {
		t, err := d.Token()
		if err == io.EOF {
			flush()
			return nil
		}
		if err != nil {
			return err
		}
		w.token(t)
		switch t := t.(type) {
		case xml.CharData:
			if b.Write(t); b.Len() > maxToken {
				return errTooLarge
			}
		case xml.StartElement:
			switch t.Name.Local {
			case "tab", "br", "s":
				b.WriteByte(' ')
			}
		case xml.EndElement:
			switch t.Name.Local {
			case "p", "h", "table-cell",
				"property", "creator", "title", "subject", "lastModifiedBy":
				flush()
			}
		}
	}
}

// pages returns how many pages a document says it has, 0 where it does not.
func (o *office) pages(f *zip.File) (int, error) {
	r, err := o.open(f)
	if err != nil {
		return 0, err
	}
	defer r.Close()
	var app struct{ Pages int }
	if err := newXML(r).Decode(&app); errors.Is(err, errTooLarge) {
		return 0, err
	} else if err != nil {
		return 0, nil // the text can still be read
	}
	return app.Pages, nil
}

// shared reads the texts that the cells of a workbook refer to.
func (o *office) shared(f *zip.File) ([]string, error) {
	r, err := o.open(f)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	var out []string
	d := newXML(r)
	for {
		t, err := d.Token()
		if err == io.EOF {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		start, ok := t.(xml.StartElement)
		if !ok || start.Name.Local != "si" {
			continue
		}
		if len(out) == maxCells {
			return nil, errTooLarge
		}
		var item struct {
			Text string `xml:"t"`
			Runs []struct {
				Text string `xml:"t"`
			} `xml:"r"`
		}
		if err := d.DecodeElement(&item, &start); err != nil {
			return nil, err
		}
		for _, run := range item.Runs {
			item.Text += run.Text
		}
		out = append(out, item.Text)
	}
}

// sheet visits the cells of a sheet. Preview and Rows are those of the first sheet that has any.
func (o *office) sheet(f *zip.File, shared []string, info *Info) error {
	r, err := o.open(f)
	if err != nil {
		return err
	}
	defer r.Close()
	first := info.Preview == nil
	d := newXML(r)
	w := watcher{in: o.in, part: f.Name, found: &o.found}
	rows, n := 0, 0
	var cells []string // the first of the row, and at least one if it has any
	for {
		t, err := d.Token()
		if err == io.EOF {
			if first {
				info.Rows = max(0, rows-1)
			}
			return nil
		}
		if err != nil {
			return err
		}
		w.token(t)
		switch t := t.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "row":
				cells = nil
			case "c":
				if n++; n > maxCells {
					return errTooLarge
				}
				ref, text, formula, err := cell(d, &t, shared)
				if err != nil {
					return err
				}
				for column := columnOf(ref); len(cells) < min(column, previewColumns); {
					cells = append(cells, "") // empty cells are left out of the file
				}
				if len(cells) < previewColumns {
					cells = append(cells, text)
				}
				at := path.Base(strings.TrimSuffix(f.Name, ".xml")) + ", sel " + ref
				o.visit(Piece{at, -1, text, false})
				if formula != "" {
					o.found.formula(formula, at)
				}
			}
		case xml.EndElement:
			if t.Name.Local != "row" || len(cells) == 0 {
				continue
			}
			if rows++; first && rows <= previewRows+1 {
				info.Preview = append(info.Preview, clip(cells))
			}
		}
	}
}

// cell reads a cell of a sheet: its name, such as "C7", its text and its formula.
func cell(d *xmlReader, start *xml.StartElement, shared []string) (
	ref, text, formula string, err error,
) {
	var c struct {
		Ref    string `xml:"r,attr"`
		Type   string `xml:"t,attr"`
		Value  string `xml:"v"`
		Code   string `xml:"f"`
		Inline string `xml:"is>t"`
		Runs   []struct {
			Text string `xml:"t"`
		} `xml:"is>r"`
	}
	if err := d.DecodeElement(&c, start); err != nil {
		return "", "", "", err
	}
	switch c.Type {
	case "s":
		if n, err := strconv.Atoi(c.Value); err == nil && n >= 0 && n < len(shared) {
			return c.Ref, shared[n], c.Code, nil
		}
	case "inlineStr":
		text = c.Inline
		for _, run := range c.Runs {
			text += run.Text
		}
		return c.Ref, text, c.Code, nil
	case "", "n":
		return c.Ref, whole(c.Value), c.Code, nil
	}
	return c.Ref, c.Value, c.Code, nil
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
