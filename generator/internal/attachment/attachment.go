// Package attachment looks into the files that documents offer: whether a file is what its
// ending says, how many pages or rows it has, and the text in it.
//
// [Read] takes the bytes of a file and returns what it is, an [Info]. The text is given to
// the caller piece by piece with its place, and not kept: it is wanted for the search for
// personal data and for nothing else here.
//
// # Limits
//
// A file from an editor may be broken or hostile. Archives are opened up to set sizes. A PDF can
// take for ever or end the program, so that its reader is a parameter, a [PDFReader]: package build
// has another program do it. What cannot be read is said to be unreadable, never taken for empty.
package attachment

import (
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strconv"
	"strings"
	"unicode/utf8"
	"unsafe"
)

// An Info is what is known of a file.
type Info struct {
	Problem  Problem
	Does     string     // of an Active file: Script, Action, Embedded, Page or Program
	Pages    int        // of a PDF or a text document that says so; 0 is not known
	Rows     int        // of data, without the heads; 0 is not known
	Scan     bool       // a PDF with pages and no text in them
	Location bool       // a photo that says where it was taken
	Preview  [][]string // the heads and the first rows of a table
	Columns  int        // of the table
}

// A Problem is why a file cannot be offered as it is.
type Problem int8

// The Problems.
const (
	None       Problem = iota
	WrongType          // it is not what its ending says
	Encrypted          // it is locked by a password
	Unreadable         // it is broken
	TooLarge           // what is in it goes beyond the limits
	Unseen             // it is of a kind that cannot be looked into
	Active             // it does more than show its pages; Does says what
)

// previewRows are how many rows a Preview holds at most, and previewColumns how many
// columns.
const (
	previewRows    = 20
	previewColumns = 12
)

// A Visitor takes the text of a file, piece by piece. A piece is not to be kept: its bytes are
// those of the file, which may be written over. place says where it is, such as "lembar 1, B3";
// it is "" for a file of plain text. offset is where the piece begins in the file, or -1 when
// it has no such place.
type Visitor func(place string, offset int, text string)

// errTooLarge is what goes beyond the limits.
var errTooLarge = errors.New("too large")

// A PDFReader looks into the PDF files that Read comes to: ReadPDF, or what has another program
// do it.
type PDFReader func(src []byte, visit Visitor) Info

// Read looks into a file by its ending. What is of no known kind is Unseen. A hostile PDF can
// keep it for ever, or end the program.
func Read(name string, src []byte, visit Visitor) Info {
	return PDFReader(ReadPDF).Read(name, src, visit)
}

// Read is Read with a reader of PDF files, whether they lie in an archive or not.
func (pdf PDFReader) Read(name string, src []byte, visit Visitor) Info {
	switch ext := strings.ToLower(path.Ext(name)); ext {
	case ".html", ".htm", ".xhtml", ".xht", ".shtml", ".mht", ".mhtml", ".svg", ".xsl", ".xslt", ".js", ".mjs", ".hta", ".php":
		if info := readText(src, visit); info.Problem != None {
			return info
		}
		return Info{Problem: Active, Does: Page}
	case ".exe", ".msi", ".bat", ".cmd", ".com", ".scr", ".pif", ".vbs", ".ps1", ".jar", ".apk", ".lnk", ".swf", ".svgz":
		return Info{Problem: Active, Does: Program}
	case ".xml", ".rss", ".atom", ".rdf", ".xsd", ".wsdl", ".gpx", ".kml":
		return readXML(src, visit)
	case ".pdf":
		return pdf(src, visit)
	case ".csv":
		return readCSV(src, visit)
	case ".tsv":
		return readText(src, visit)
	case ".txt", ".vtt", ".json", ".rtf", ".md", ".yaml", ".yml", ".log", ".ics", ".geojson", ".jsonld":
		return readText(src, visit)
	case ".xlsx", ".docx", ".pptx", ".ods", ".odt":
		return readOffice(ext, src, visit)
	case ".zip":
		return readZip(src, pdf, visit)
	case ".doc", ".xls", ".ppt":
		if !isOLE(src) {
			return Info{Problem: WrongType}
		}
		return Info{Problem: Unseen}
	case ".jpg", ".jpeg":
		if !bytes.HasPrefix(src, []byte{0xff, 0xd8}) {
			return Info{Problem: WrongType}
		}
		return Info{Location: hasLocation(src)}
	case ".webp", ".mp3", ".ogg":
	case ".png":
		return startsWith(src, "\x89PNG")
	case ".gif":
		return startsWith(src, "GIF8")
	case ".mp4", ".m4a":
		if len(src) < 12 || string(src[4:8]) != "ftyp" {
			return Info{Problem: WrongType}
		}
	case ".webm":
		return startsWith(src, "\x1a\x45\xdf\xa3")
	default:
		return Info{Problem: Unseen}
	}
	return Info{}
}

func startsWith(src []byte, magic string) Info {
	if !bytes.HasPrefix(src, []byte(magic)) {
		return Info{Problem: WrongType}
	}
	return Info{}
}

// isOLE reports the container of old office files, and of new ones that ask for a password.
func isOLE(src []byte) bool { return bytes.HasPrefix(src, []byte("\xd0\xcf\x11\xe0")) }

func readText(src []byte, visit Visitor) Info {
	if bytes.IndexByte(src, 0) >= 0 || !utf8.Valid(src) {
		return Info{Problem: WrongType}
	}
	visit("", 0, unsafe.String(unsafe.SliceData(src), len(src))) // no copy of the whole file
	return Info{}
}

// readXML reads a file of data. A browser shows one as a page when it has elements of XHTML or
// SVG in it, or a style sheet that makes some, and runs their scripts.
func readXML(src []byte, visit Visitor) Info {
	if info := readText(src, visit); info.Problem != None {
		return info
	}
	d := newXML(bytes.NewReader(src))
	d.CharsetReader = func(charset string, r io.Reader) (io.Reader, error) {
		if name := strings.ToLower(charset); name == "us-ascii" || strings.HasPrefix(name, "iso-8859-") || strings.HasPrefix(name, "windows-125") {
			return r, nil // names are written in the letters that these share
		}
		return nil, errors.New("unknown character set")
	}
	for {
		t, err := d.Token()
		switch t := t.(type) {
		case nil:
			switch {
			case errors.Is(err, errTooLarge):
				return Info{Problem: TooLarge}
			case err != io.EOF:
				return Info{Problem: Unreadable}
			}
			return Info{}
		case xml.StartElement:
			if t.Name.Space == "http://www.w3.org/1999/xhtml" || t.Name.Space == "http://www.w3.org/2000/svg" {
				return Info{Problem: Active, Does: Page}
			}
		case xml.ProcInst:
			if t.Target == "xml-stylesheet" {
				return Info{Problem: Active, Does: Page}
			}
		}
	}
}

// maxTable is how many cells of a table of text are read.
const maxTable = 3 << 20

// readCSV reads a table whose separator is the comma or the semicolon, whichever its first
// line has more of.
func readCSV(src []byte, visit Visitor) Info {
	if info := readText(src, func(string, int, string) {}); info.Problem != None {
		return info
	}
	var info Info
	text := bytes.TrimPrefix(src, []byte("\xef\xbb\xbf"))
	first, _, _ := bytes.Cut(text, []byte("\n"))
	in := &rationed{bytes.NewReader(text), maxToken}
	r := csv.NewReader(in)
	if bytes.Count(first, []byte(";")) > bytes.Count(first, []byte(",")) {
		r.Comma = ';'
	}
	r.FieldsPerRecord, r.ReuseRecord = -1, true
	cells := 0
	for rows := 0; ; rows++ {
		in.left = maxToken
		record, err := r.Read()
		switch {
		case err == io.EOF:
			info.Rows = max(0, rows-1)
			return info
		case errors.Is(err, errTooLarge):
			return Info{Problem: TooLarge}
		case err != nil:
			return Info{Problem: Unreadable}
		}
		if cells += len(record); cells > maxTable {
			return Info{Problem: TooLarge}
		}
		row := "baris " + strconv.Itoa(rows+1) + ", kolom "
		for column, cell := range record {
			visit(row+strconv.Itoa(column+1), -1, cell)
		}
		info.Columns = max(info.Columns, len(record))
		if rows <= previewRows {
			info.Preview = append(info.Preview, clip(record))
		}
	}
}

// clip copies the first cells of a row, each cut to a length that fits a table.
func clip(row []string) []string {
	out := make([]string, 0, min(len(row), previewColumns))
	for _, cell := range row[:min(len(row), previewColumns)] {
		if utf8.RuneCountInString(cell) > 120 {
			cell = string([]rune(cell)[:119]) + "…"
		}
		out = append(out, strings.Clone(cell))
	}
	return out
}

// hasLocation reports whether a JPEG holds a GPS position: the tag 0x8825 in the first
// directory of its Exif data (CIPA DC-008, section 4.6.3).
func hasLocation(src []byte) bool {
	at := bytes.Index(src[:min(len(src), 1<<18)], []byte("Exif\x00\x00"))
	if at < 0 {
		return false
	}
	tiff := src[at+6:]
	if len(tiff) < 8 {
		return false
	}
	little := tiff[0] == 'I'
	u16 := func(b []byte) int {
		if little {
			return int(b[0]) | int(b[1])<<8
		}
		return int(b[1]) | int(b[0])<<8
	}
	first := u16(tiff[4:6])
	if little {
		first |= u16(tiff[6:8]) << 16
	} else {
		first = first<<16 | u16(tiff[6:8])
	}
	if first < 8 || first+2 > len(tiff) {
		return false
	}
	entries := tiff[first+2:]
	for n := u16(tiff[first:]); n > 0 && len(entries) >= 12; n-- {
		if u16(entries) == 0x8825 {
			return true
		}
		entries = entries[12:]
	}
	return false
}
