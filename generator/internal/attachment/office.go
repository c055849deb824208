package attachment

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/xml"
	"errors"
	"io"
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

	book       workbook
	hidden     []Hidden
	uncomputed string // a cell with a formula whose value no program has written
	slides     bool   // whose letters are white more often than not
	slide      struct{ width, height int }
	runStyles  map[string]runStyle
	hideStyles map[string]string // how styles hide what is written in them, by their names

	groundStyles map[string]bool // which give it a ground
}

// openZip returns the parts of an archive, or the Problem of a file that is none.
func openZip(src []byte) (files []*zip.File, problem Problem) {
	z, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	if err == nil {
		for _, f := range z.File { // some programs of Windows write its own signs
			f.Name = strings.ReplaceAll(f.Name, `\`, "/")
		}
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
		o.slides = ext == ".odp" || ext == ".otp" || ext == ".odg" || ext == ".otg"
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

// all reads the parts: first what tells how others are to be read, then all in the order of their
// names, but sheets in the order of their tabs.
func (o *office) all() (Info, error) {
	var info Info
	if err := o.prepare(); err != nil {
		return info, err
	}
	files := slices.Clone(o.files)
	slices.SortFunc(files, func(a, b *zip.File) int {
		return cmp.Or(o.book.order(a.Name)-o.book.order(b.Name), strings.Compare(a.Name, b.Name))
	})
	for _, f := range files {
		if strings.HasSuffix(f.Name, "/") {
			continue
		}
		base := path.Base(f.Name)
		o.names(f.Name)
		var err error
		isXML := strings.HasSuffix(base, ".xml")
		how, hidden := wholly(f.Name)
		switch {
		case o.ext == ".xlsx" && o.book.isSheet(f.Name):
			err = o.sheet(f, &info)
		case f.Name == "docProps/app.xml":
			if info.Pages, err = o.pages(f); err == nil {
				err = o.part(f, &info)
			}
		case isXML && holdsText(o.ext, f.Name):
			err = o.text(f, how, hidden)
		default:
			err = o.part(f, &info)
		}
		if err != nil {
			return info, err
		}
	}
	info.Hidden, info.Uncomputed = o.hidden, o.uncomputed
	return info, nil
}

// prepare reads the parts by which others are read.
func (o *office) prepare() error {
	switch o.ext {
	case ".xlsx":
		return o.prepareBook()
	case ".docx":
		return o.readPart("word/styles.xml", o.readRunStyles)
	case ".pptx":
		return o.readPart("ppt/presentation.xml", o.readSlideSize)
	}
	for _, name := range []string{"content.xml", "styles.xml"} {
		if err := o.readPart(name, o.readHiddenStyles); err != nil {
			return err
		}
	}
	return nil
}

// readPart reads a part if there is one of that name, in letters of either case (ECMA-376, part 2,
// 6.2.2).
func (o *office) readPart(name string, read func(*zip.File) error) error {
	for _, f := range o.files {
		if strings.EqualFold(f.Name, name) {
			return read(f)
		}
	}
	return nil
}

// readSlideSize reads how large slides are.
func (o *office) readSlideSize(f *zip.File) error {
	return o.elements(f, func(t *xml.StartElement) {
		if t.Name.Local == "sldSz" {
			o.slide.width, _ = strconv.Atoi(attr(t, "cx"))
			o.slide.height, _ = strconv.Atoi(attr(t, "cy"))
		}
	})
}

// tell adds a way of hiding to those that are known, at each place once.
func (o *office) tell(how, place string) {
	h := Hidden{how, place}
	if how != "" && len(o.hidden) < maxWarnings && !slices.Contains(o.hidden, h) {
		o.hidden = append(o.hidden, h)
	}
}

// holdsText reports whether a part holds paragraphs. Cells are read by their own function, and all
// else as scraps.
func holdsText(ext, name string) bool {
	switch ext {
	case ".docx":
		base := path.Base(name)
		return path.Dir(name) == "word" && (strings.HasPrefix(base, "document") ||
			strings.HasPrefix(base, "header") ||
			strings.HasPrefix(base, "footer") || strings.HasPrefix(base, "footnotes") ||
			strings.HasPrefix(base, "endnotes") || strings.HasPrefix(base, "comments"))
	case ".pptx":
		return path.Dir(name) == "ppt/slides" || path.Dir(name) == "ppt/notesSlides" ||
			path.Dir(name) == "ppt/comments" || strings.HasPrefix(name, "ppt/diagrams/data")
	case ".xlsx":
		return strings.HasPrefix(name, "xl/comments") || path.Dir(name) == "xl/drawings" ||
			path.Dir(name) == "xl/threadedComments"
	}
	return name == "content.xml" || name == "styles.xml" // which has headers and footers
}

// wholly reports whether readers see nothing of a part with paragraphs, and how it is called then.
func wholly(name string) (how string, hidden bool) {
	switch dir, base := path.Dir(name), path.Base(name); {
	case strings.HasPrefix(base, "comment") || strings.HasPrefix(base, "threadedComment"),
		dir == "ppt/comments":
		return Comment, true
	case dir == "ppt/notesSlides":
		return Notes, true
	}
	return "", false
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
