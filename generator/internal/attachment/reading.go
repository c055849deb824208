package attachment

import (
	"bytes"
	"path"
	"strings"
	"unicode/utf8"
	"unsafe"
)

// Read examines a file as its ending demands. It reads PDF files in this process, where a hostile
// one can run for ever or end the program; see PDFReader.
func Read(name string, src []byte, visit Visitor) Info {
	return PDFReader(ReadPDF).Read(name, src, visit)
}

// Read is the function Read with this reader for PDF files, those inside archives included.
func (pdf PDFReader) Read(name string, src []byte, visit Visitor) Info {
	return (&reading{pdf: pdf}).file(name, src, visit)
}

// A reading examines one file, with all files that are inside it.
type reading struct {
	pdf   PDFReader
	depth int    // of files inside each other
	read  uint64 // bytes that were unpacked

	sheets *sheets // that are kept whole, or nil
}

// maxNested is how deep files may lie inside each other, such as a workbook in a letter in an
// archive.
const maxNested = 4

// file examines a file by its name and first bytes, then as its ending demands, and every text in
// it for keys and copies of databases.
func (l *reading) file(name string, src []byte, visit Visitor) Info {
	if l.depth++; l.depth > maxNested {
		return Info{Problem: TooLarge}
	}
	defer func() { l.depth-- }()
	name = strings.ToLower(name)
	ext := path.Ext(name)
	var found findings
	byName := ruleFor(anyFile, inName, path.Base(name))
	if byName != nil && byName.does == Page {
		if info := readText(src, visit); info.Problem != None {
			return info
		}
		found.add(secretIn(asText(src)), "")
		found.add(byName, "")
		info := found.of(Info{})
		info.Inert = info.Problem == Active && isInert(ext, src)
		return info
	}
	found.add(byName, "")
	found.add(magicRule(ext, src), "")
	found.add(secretIn(asText(src)), "")
	if found.refused != nil {
		return found.of(Info{})
	}
	info := l.format(ext, src, func(p Piece) {
		if p.Offset < 0 {
			found.add(secretIn(p.Text), p.Place)
		}
		visit(p)
	})
	if (info.Problem == Unseen || ext == "") && isMarkup(src) {
		found.add(pageRule, "")
	}
	if info.Problem == Active || info.Problem == Secret {
		return info
	}
	return found.of(info)
}

// magicRule returns the row that speaks of the first bytes of a file, or nil. A GeoPackage, which
// is open data, is a database of SQLite.
func magicRule(ext string, src []byte) *rule {
	for magic, r := range finders[anyFile][inMagic].exact {
		if !bytes.HasPrefix(src, []byte(magic)) {
			continue
		}
		if ext == ".gpkg" && r.does == Dump {
			continue
		}
		// A text may begin with such letters; what is meant has bytes behind them that no text has.
		if len(magic) <= 4 && !bytes.ContainsFunc(src[:min(len(src), 64)], isControl) &&
			magic[0] >= 'A' && magic[0] <= 'Z' {
			continue
		}
		return r
	}
	return nil
}

// pageRule is the row for what a browser would run as a page.
var pageRule = ruleFor(anyFile, inName, "x.html")

func isControl(r rune) bool { return r < '\t' || r > '\r' && r < ' ' }

// asText is the bytes as a text, without a copy.
func asText(src []byte) string { return unsafe.String(unsafe.SliceData(src), len(src)) }

// format examines a file as its ending demands.
func (l *reading) format(ext string, src []byte, visit Visitor) Info {
	switch ext {
	case ".xml", ".rss", ".atom", ".rdf", ".xsd", ".wsdl", ".gpx", ".kml", ".fodt", ".fods",
		".fodp":
		return l.readXML(src, visit)
	case ".pdf":
		info := l.pdf(src, visit)
		info.Location = info.Location || info.Problem == None && exifLocation(src)
		return info
	case ".csv":
		return readCSV(src, visit)
	case ".tsv":
		return readTSV(src, visit)
	case ".rtf":
		return readRTF(src, visit)
	case ".txt", ".vtt", ".json", ".md", ".yaml", ".yml", ".log", ".ics", ".geojson", ".jsonld",
		".css", ".webmanifest", ".srt", ".bib", ".tex", ".pem", ".crt", ".asc", ".vcf":
		return readText(src, visit)
	case ".eml":
		return l.readMail(src, visit)
	case ".zip", ".kmz":
		return l.readZip(src, visit)
	case ".tar", ".tgz", ".gz", ".bz2", ".tbz2", ".tbz":
		return l.readTar(ext, src, visit)
	case ".doc", ".xls", ".ppt", ".dot", ".xlt", ".pot", ".pps", ".msg", ".vsd", ".mpp", ".pub":
		return readOLE(src, visit)
	}
	if family(ext) != "" {
		return l.readOffice(ext, src, visit)
	}
	if ext == "" && isText(src) {
		return readText(src, visit)
	}
	return readMedia(ext, src)
}

// readMedia examines pictures, films, sounds and fonts, by their first bytes.
func readMedia(ext string, src []byte) Info {
	switch ext {
	case ".jpg", ".jpeg":
		info := startsWith(src, "\xff\xd8")
		info.Location = info.Problem == None && exifLocation(src)
		return info
	case ".png":
		return startsWith(src, "\x89PNG")
	case ".gif":
		return startsWith(src, "GIF8")
	case ".webp":
		if len(src) < 12 || string(src[8:12]) != "WEBP" {
			return Info{Problem: WrongType}
		}
		return startsWith(src, "RIFF")
	case ".tif", ".tiff", ".bmp", ".avif", ".heic", ".heif", ".jxl", ".jp2", ".dng", ".psd":
		return Info{Problem: Unclean}
	case ".webm":
		return startsWith(src, "\x1a\x45\xdf\xa3")
	case ".mp4", ".m4a", ".mov":
		if len(src) < 12 {
			return Info{Problem: WrongType}
		}
		info := startsWith(src[4:], "ftyp") // behind the length of this box
		info.Location = info.Problem == None && (bytes.Contains(src, []byte("\xa9xyz")) ||
			bytes.Contains(src, []byte("location.ISO6709")))
		return info
	case ".mp3", ".ogg", ".oga", ".ogv", ".opus": // which may begin with anything, and play
		if isMarkup(src) {
			return Info{Problem: WrongType}
		}
		return Info{}
	case ".woff":
		return startsWith(src, "wOFF")
	case ".woff2":
		return startsWith(src, "wOF2")
	case ".ttf":
		return startsWith(src, "\x00\x01\x00\x00")
	case ".otf":
		return startsWith(src, "OTTO")
	case ".ico":
		return startsWith(src, "\x00\x00\x01\x00")
	}
	return Info{Problem: Unseen}
}

func startsWith(src []byte, magic string) Info {
	if !bytes.HasPrefix(src, []byte(magic)) {
		return Info{Problem: WrongType}
	}
	return Info{}
}

func readText(src []byte, visit Visitor) Info {
	if bytes.IndexByte(src, 0) >= 0 || !utf8.Valid(src) {
		return Info{Problem: WrongType}
	}
	visit(Piece{Text: asText(src)})
	return Info{}
}

// exifLocation reports whether the bytes hold Exif data with a GPS position: the tag 0x8825 in the
// first directory (CIPA DC-008, section 4.6.3). It looks at all Exif data in a file, so also at
// those of photos in a PDF.
func exifLocation(src []byte) bool {
	for rest := src; ; {
		at := bytes.Index(rest, []byte("Exif\x00\x00"))
		if at < 0 {
			return false
		}
		if rest = rest[at+6:]; tiffLocation(rest) {
			return true
		}
	}
}

func tiffLocation(tiff []byte) bool {
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
