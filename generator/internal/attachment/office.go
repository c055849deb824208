package attachment

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"
)

// The most that is read of an office file: an archive of a few kilobytes can hold
// gigabytes.
const (
	maxPart    = 64 << 20
	maxArchive = 128 << 20
	maxParts   = 4000
	maxCells   = 1 << 20 // of a sheet, and texts that cells share
)

// officeParts are the folders or files that make an archive what its ending says.
var officeParts = map[string]string{".xlsx": "xl/", ".docx": "word/", ".pptx": "ppt/", ".ods": "content.xml", ".odt": "content.xml"}

type office struct {
	files []*zip.File
	read  int64
	visit Visitor
}

// readOffice reads the text of a document, a sheet or slides, and the cells of a sheet.
func readOffice(ext string, src []byte, visit Visitor) Info {
	if isOLE(src) {
		return Info{Problem: Encrypted} // ECMA-376 part 2: a protected file is wrapped in one
	}
	z, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		if bytes.HasPrefix(src, []byte("PK")) {
			return Info{Problem: Unreadable}
		}
		return Info{Problem: WrongType}
	}
	o := office{files: z.File, visit: visit}
	found := false
	for _, f := range z.File {
		found = found || strings.HasPrefix(f.Name, officeParts[ext])
		if f.Flags&1 != 0 {
			return Info{Problem: Encrypted}
		}
	}
	if !found || len(z.File) > maxParts {
		return Info{Problem: WrongType}
	}
	info, err := o.all(ext)
	switch {
	case errors.Is(err, errTooLarge):
		return Info{Problem: TooLarge}
	case err != nil:
		return Info{Problem: Unreadable}
	}
	return info
}

// open returns a part of the archive, counted against the limit.
func (o *office) open(f *zip.File) (io.ReadCloser, error) {
	if f.UncompressedSize64 > maxPart {
		return nil, errTooLarge
	}
	if o.read += int64(f.UncompressedSize64); o.read > maxArchive {
		return nil, errTooLarge
	}
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	return struct {
		io.Reader
		io.Closer
	}{io.LimitReader(r, int64(f.UncompressedSize64)+1), r}, nil
}

func (o *office) all(ext string) (Info, error) {
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
		dir, base := path.Split(f.Name)
		var err error
		switch {
		case dir == "xl/worksheets/" && strings.HasSuffix(base, ".xml"):
			err = o.sheet(f, shared, &info)
		case f.Name == "docProps/app.xml":
			info.Pages, err = o.pages(f)
		case f.Name == "xl/workbook.xml":
			err = o.names(f)
		case f.Name == "xl/sharedStrings.xml":
		case strings.HasSuffix(base, ".xml") && isText(ext, f.Name):
			err = o.text(f)
		}
		if err != nil {
			return info, err
		}
	}
	return info, nil
}

// isText reports whether a part holds text that readers see, or says who wrote it.
func isText(ext, name string) bool {
	switch ext {
	case ".docx":
		return strings.HasPrefix(name, "word/") && strings.Count(name, "/") == 1 || isProperty(name)
	case ".pptx":
		return strings.HasPrefix(name, "ppt/slides/") || strings.HasPrefix(name, "ppt/notesSlides/") || isProperty(name)
	case ".xlsx":
		return strings.HasPrefix(name, "xl/comments") || strings.HasPrefix(name, "xl/drawings/") || isProperty(name)
	}
	return name == "content.xml" || name == "meta.xml"
}

// isProperty reports the parts that say who wrote a file, and what else was filled in.
func isProperty(name string) bool {
	return name == "docProps/core.xml" || name == "docProps/custom.xml"
}

// names visits the names of the sheets of a workbook.
func (o *office) names(f *zip.File) error {
	r, err := o.open(f)
	if err != nil {
		return err
	}
	defer r.Close()
	var book struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
		} `xml:"sheets>sheet"`
	}
	if err := newXML(r).Decode(&book); err != nil {
		return err
	}
	for _, s := range book.Sheets {
		o.visit("nama lembar", -1, s.Name)
	}
	return nil
}

// readZip looks into every file of an archive; what cannot be seen in one cannot be seen in
// all of it. Archives in archives are not opened.
func readZip(src []byte, pdf PDFReader, visit Visitor) Info {
	z, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	switch {
	case err != nil && bytes.HasPrefix(src, []byte("PK")):
		return Info{Problem: Unreadable}
	case err != nil:
		return Info{Problem: WrongType}
	case len(z.File) > maxParts:
		return Info{Problem: TooLarge}
	}
	o := office{files: z.File}
	var info Info
	for _, f := range z.File {
		if strings.HasSuffix(f.Name, "/") {
			continue
		}
		if f.Flags&1 != 0 {
			return Info{Problem: Encrypted}
		}
		visit("nama di dalam arsip", -1, strings.NewReplacer("/", "\n", "_", "\n", "-", "\n", ".", "\n").Replace(f.Name))
		part, err := o.bytes(f)
		if errors.Is(err, errTooLarge) {
			return Info{Problem: TooLarge}
		}
		if err != nil {
			return Info{Problem: Unreadable}
		}
		if strings.EqualFold(path.Ext(f.Name), ".zip") {
			info.Problem = Unseen
			continue
		}
		inner := pdf.Read(f.Name, part, func(place string, _ int, text string) { visit(strings.TrimSuffix(f.Name+", "+place, ", "), -1, text) })
		if inner.Does == Page {
			continue // no browser shows what lies in an archive
		}
		if inner.Problem != None && info.Problem == None {
			info.Problem, info.Does = inner.Problem, inner.Does
		}
		info.Location = info.Location || inner.Location
	}
	return info
}

func (o *office) bytes(f *zip.File) ([]byte, error) {
	r, err := o.open(f)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	// With room for the whole, and to find that it is the whole: else twice as much is taken.
	b := bytes.NewBuffer(make([]byte, 0, f.UncompressedSize64+bytes.MinRead))
	_, err = b.ReadFrom(r)
	return b.Bytes(), err
}

// text visits the paragraphs of a part. The pieces of one are joined: word processors cut
// numbers wherever the spelling was changed.
func (o *office) text(f *zip.File) error {
	r, err := o.open(f)
	if err != nil {
		return err
	}
	defer r.Close()
	d := newXML(r)
	var b strings.Builder
	n := 0
	flush := func() {
		if strings.TrimSpace(b.String()) != "" {
			n++
			o.visit(f.Name+", alinea "+strconv.Itoa(n), -1, b.String())
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
		switch t := t.(type) {
		case xml.CharData:
			if b.Write(t); b.Len() > maxToken {
				return errTooLarge
			}
		case xml.StartElement:
			if name := t.Name.Local; name == "tab" || name == "br" || name == "s" {
				b.WriteByte(' ')
			}
		case xml.EndElement:
			switch t.Name.Local {
			case "p", "h", "table-cell", "property", "creator", "title", "subject", "lastModifiedBy":
				flush()
			}
		}
	}
}

// pages reads how many pages a text document says it has.
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
		return 0, nil // only a number is lost
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

// sheet visits the cells of a sheet; the first sheet gives the preview and the rows.
func (o *office) sheet(f *zip.File, shared []string, info *Info) error {
	r, err := o.open(f)
	if err != nil {
		return err
	}
	defer r.Close()
	first := info.Preview == nil
	d := newXML(r)
	rows, n, columns := 0, 0, 0
	var cells []string // the first of the row
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
		switch t := t.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "row":
				cells, columns = nil, 0
			case "c":
				if n++; n > maxCells {
					return errTooLarge
				}
				ref, text, err := cell(d, &t, shared)
				if err != nil {
					return err
				}
				for column := columnOf(ref); column > len(cells) && len(cells) < previewColumns; columns++ {
					cells = append(cells, "")
				}
				if columns++; len(cells) < previewColumns {
					cells = append(cells, text)
				}
				o.visit(path.Base(strings.TrimSuffix(f.Name, ".xml"))+", sel "+ref, -1, text)
			}
		case xml.EndElement:
			if t.Name.Local != "row" || columns == 0 {
				continue
			}
			rows++
			if first {
				info.Columns = max(info.Columns, columns)
				if rows <= previewRows+1 {
					info.Preview = append(info.Preview, clip(cells))
				}
			}
		}
	}
}

// cell reads one cell of a sheet: its name, and its text as it is shown.
func cell(d *xmlReader, start *xml.StartElement, shared []string) (ref, text string, err error) {
	var c struct {
		Ref    string `xml:"r,attr"`
		Type   string `xml:"t,attr"`
		Value  string `xml:"v"`
		Inline string `xml:"is>t"`
		Runs   []struct {
			Text string `xml:"t"`
		} `xml:"is>r"`
	}
	if err := d.DecodeElement(&c, start); err != nil {
		return "", "", err
	}
	switch c.Type {
	case "s":
		if n, err := strconv.Atoi(c.Value); err == nil && n >= 0 && n < len(shared) {
			return c.Ref, shared[n], nil
		}
	case "inlineStr":
		text = c.Inline
		for _, run := range c.Runs {
			text += run.Text
		}
		return c.Ref, text, nil
	case "", "n":
		return c.Ref, whole(c.Value), nil
	}
	return c.Ref, c.Value, nil
}

// columnOf returns the column of a cell's name, from 0: "C7" is 2.
func columnOf(ref string) int {
	n := 0
	for i := 0; i < len(ref) && ref[i] >= 'A' && ref[i] <= 'Z' && n < 1<<14; i++ {
		n = n*26 + int(ref[i]-'A') + 1
	}
	return n - 1
}

// whole writes a number in full that was stored with an exponent: 3.2E+15. A citizen's
// number typed as a number would hide behind it.
func whole(s string) string {
	if !strings.ContainsAny(s, "eE") {
		return s
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil || f != f || f > 1e18 || f < -1e18 {
		return s
	}
	return strconv.FormatFloat(f, 'f', -1, 64)
}
