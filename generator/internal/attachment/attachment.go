// Package attachment examines the files that documents offer for download: whether the contents
// of a file are what its ending says, how many pages or rows it has, whether it holds scripts or
// other active content, and what text is in it.
//
// [Read] takes the bytes of a file and returns an [Info]. The text is handed to a [Visitor] piece
// by piece, each with its place, and is not kept.
//
// # Limits
//
// A file from an editor may be broken or hostile. Every format has limits on how much of it is
// unpacked; a file beyond them is TooLarge. What cannot be read is Unreadable, never taken for
// empty. A hostile PDF can still keep its reader busy for ever or end the program, which is why
// that reader is a parameter, a [PDFReader]: package build runs it in a process of its own.
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
	Pages    int        // of a PDF, or of an office file that states them; 0 is not known
	Rows     int        // of a table, without the heads; 0 is not known
	Scan     bool       // a PDF whose pages hold no text
	Location bool       // a photo, or an archive with one, that says where it was taken
	Preview  [][]string // the heads and the first rows of a table
}

// A Problem is why a file cannot be offered as it is.
type Problem int8

// The Problems.
const (
	None       Problem = iota
	WrongType          // the contents are not what the ending says
	Encrypted          // a password is needed, if only for changes
	Unreadable         // the file is broken
	TooLarge           // the contents go beyond the limits
	Unseen             // there is no reader for files of this kind
	Active             // the file does more than show its pages; Does says what
)

// The most that a Preview holds, so that it fits on a page.
const (
	previewRows    = 20 // below the heads
	previewColumns = 12
	previewCell    = 120 // characters of a cell
)

// A Visitor receives the text of a file piece by piece. It must not keep a piece: the bytes may be
// those of the file itself, which the caller of Read is free to overwrite. place names the piece
// for an editor, such as "sheet1, sel B3", and is "" in a file of plain text. offset is where the
// piece begins in the file, or -1 where the text is not stored as it is.
type Visitor func(place string, offset int, text string)

// errTooLarge reports that the contents of a file go beyond the limits.
var errTooLarge = errors.New("too large")

// A PDFReader reads a PDF file: ReadPDF, or a function that runs it in another process.
type PDFReader func(src []byte, visit Visitor) Info

// Read examines a file as its ending demands. It reads PDF files in this process, where a hostile
// one can run for ever or end the program; see PDFReader.
func Read(name string, src []byte, visit Visitor) Info {
	return PDFReader(ReadPDF).Read(name, src, visit)
}

// Read is the function Read with this reader for PDF files, those inside archives included.
func (pdf PDFReader) Read(name string, src []byte, visit Visitor) Info {
	switch ext := strings.ToLower(path.Ext(name)); ext {
	case ".html", ".htm", ".xhtml", ".xht", ".shtml", ".mht", ".mhtml",
		".svg", ".xsl", ".xslt", ".js", ".mjs", ".hta", ".php":
		if info := readText(src, visit); info.Problem != None {
			return info
		}
		return Info{Problem: Active, Does: Page}
	case ".exe", ".msi", ".bat", ".cmd", ".com", ".scr", ".pif",
		".vbs", ".ps1", ".jar", ".apk", ".lnk", ".swf", ".svgz":
		return Info{Problem: Active, Does: Program}
	case ".xml", ".rss", ".atom", ".rdf", ".xsd", ".wsdl", ".gpx", ".kml":
		return readXML(src, visit)
	case ".pdf":
		return pdf(src, visit)
	case ".csv":
		return readCSV(src, visit)
	case ".txt", ".tsv", ".vtt", ".json", ".rtf", ".md",
		".yaml", ".yml", ".log", ".ics", ".geojson", ".jsonld":
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
		info := startsWith(src, "\xff\xd8")
		info.Location = info.Problem == None && hasLocation(src)
		return info
	case ".png":
		return startsWith(src, "\x89PNG")
	case ".gif":
		return startsWith(src, "GIF8")
	case ".webm":
		return startsWith(src, "\x1a\x45\xdf\xa3")
	case ".mp4", ".m4a":
		if len(src) < 12 {
			return Info{Problem: WrongType}
		}
		return startsWith(src[4:], "ftyp") // behind the length of this box
	case ".webp", ".mp3", ".ogg":
		return Info{} // nothing in them is checked
	}
	return Info{Problem: Unseen}
}

func startsWith(src []byte, magic string) Info {
	if !bytes.HasPrefix(src, []byte(magic)) {
		return Info{Problem: WrongType}
	}
	return Info{}
}

// isOLE reports whether a file is the container of old office files, which also wraps new ones that
// are protected by a password (ECMA-376, part 2).
func isOLE(src []byte) bool { return bytes.HasPrefix(src, []byte("\xd0\xcf\x11\xe0")) }

func readText(src []byte, visit Visitor) Info {
	if bytes.IndexByte(src, 0) >= 0 || !utf8.Valid(src) {
		return Info{Problem: WrongType}
	}
	// A conversion would copy the whole file.
	visit("", 0, unsafe.String(unsafe.SliceData(src), len(src)))
	return Info{}
}

// readXML reads a file of data. It is Active where a browser would show it as a page and run its
// scripts: with elements of XHTML or SVG in it, or with a style sheet that may produce some.
func readXML(src []byte, visit Visitor) Info {
	if info := readText(src, visit); info.Problem != None {
		return info
	}
	d := newXML(bytes.NewReader(src))
	d.CharsetReader = latin
	for {
		t, err := d.Token()
		switch t := t.(type) {
		case nil:
			return Info{Problem: problemOf(err)}
		case xml.StartElement:
			switch t.Name.Space {
			case "http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg":
				return Info{Problem: Active, Does: Page}
			}
		case xml.ProcInst:
			if t.Target == "xml-stylesheet" {
				return Info{Problem: Active, Does: Page}
			}
		}
	}
}

// latin lets a file pass whose encoding extends ASCII, without decoding it: only names of elements
// are looked at, and those that matter are ASCII.
func latin(charset string, r io.Reader) (io.Reader, error) {
	name := strings.ToLower(charset)
	if name == "us-ascii" || strings.HasPrefix(name, "iso-8859-") ||
		strings.HasPrefix(name, "windows-125") {
		return r, nil
	}
	return nil, errors.New("unknown character set")
}

// problemOf returns the Problem of a file whose reading ended with err.
func problemOf(err error) Problem {
	if err == nil || err == io.EOF {
		return None
	}
	if errors.Is(err, errTooLarge) {
		return TooLarge
	}
	return Unreadable
}

// maxTable is the most cells that a CSV file may have.
const maxTable = 3 << 20

// readCSV reads a table separated by commas or semicolons, whichever its first line has more of.
// Spreadsheet programs write semicolons where the comma is the decimal separator.
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
		if err == io.EOF {
			info.Rows = max(0, rows-1)
			return info
		}
		if err != nil {
			return Info{Problem: problemOf(err)}
		}
		if cells += len(record); cells > maxTable {
			return Info{Problem: TooLarge}
		}
		row := "baris " + strconv.Itoa(rows+1) + ", kolom "
		for column, cell := range record {
			visit(row+strconv.Itoa(column+1), -1, cell)
		}
		if rows <= previewRows {
			info.Preview = append(info.Preview, clip(record))
		}
	}
}

// clip returns a copy of a row that fits a Preview.
func clip(row []string) []string {
	row = row[:min(len(row), previewColumns)]
	out := make([]string, len(row))
	for i, cell := range row {
		if utf8.RuneCountInString(cell) > previewCell {
			cell = string([]rune(cell)[:previewCell-1]) + "…"
		}
		out[i] = strings.Clone(cell)
	}
	return out
}

// hasLocation reports whether a JPEG holds a GPS position: the tag 0x8825 in the first directory of
// its Exif data (CIPA DC-008, section 4.6.3).
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
