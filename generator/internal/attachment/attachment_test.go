package attachment

import (
	"bytes"
	"encoding/binary"
	"os"
	"slices"
	"strings"
	"testing"
)

// A piece is what a Visitor was given.
type piece struct {
	place  string
	offset int
	text   string
}

// look reads a file and returns what was found in it, and all pieces that readers see.
func look(name string, src []byte) (Info, []piece) {
	var pieces []piece
	info := Read(name, src, func(p Piece) {
		if !p.Hidden {
			pieces = append(pieces, piece{p.Place, p.Offset, strings.Clone(p.Text)})
		}
	})
	return info, pieces
}

// discard is a Visitor that needs no text.
func discard(Piece) {}

// same reports whether two files were found to be the same.
func same(a, b Info) bool {
	return a.Problem == b.Problem && a.Does == b.Does && a.Pages == b.Pages && a.Rows == b.Rows &&
		slices.Equal(a.Warnings, b.Warnings) &&
		a.Scan == b.Scan && a.Location == b.Location &&
		slices.EqualFunc(a.Preview, b.Preview, slices.Equal)
}

// TestTypes holds the contents of files against their endings.
func TestTypes(t *testing.T) {
	const ole = "\xd0\xcf\x11\xe0"
	sealed := Info{Problem: Active, Does: Sealed}
	page := Info{Problem: Active, Does: Page}
	program := Info{Problem: Active, Does: Program}
	for _, tt := range []struct {
		name, endings string
		src           string
		want          Info
	}{
		{"page of a browser",
			"html htm xhtml xht shtml mht mhtml svg xsl xslt js mjs hta php", "x", page},
		{"page that is no text", "html svg js", "\x00", Info{Problem: WrongType}},
		{"page in another encoding", "html svg js", "caf\xe9", Info{Problem: WrongType}},
		{"program", "exe msi bat cmd com scr pif vbs ps1 jar apk lnk swf svgz", "x", program},
		{"data", "xml rss atom rdf xsd wsdl gpx kml", "<a/>", Info{}},
		{"data that is no text", "xml rss gpx", "<a>\x00</a>", Info{Problem: WrongType}},
		{"text", "txt tsv vtt json rtf md yaml yml log ics geojson jsonld", "x", Info{}},
		{"empty text", "txt json", "", Info{}},
		{"text in another encoding", "txt tsv json", "caf\xe9", Info{Problem: WrongType}},
		{"text with a zero", "txt tsv json", "x\x00", Info{Problem: WrongType}},
		{"old office file", "doc xls ppt", compoundOf("Root Entry"), Info{Problem: Unseen}},
		{"old office file that is broken", "doc xls ppt msg", ole, Info{Problem: Unreadable}},
		{"no old office file", "doc xls ppt", ole[:3] + "x", Info{Problem: WrongType}},
		{"protected office file", "docx xlsx pptx ods odt", ole, Info{Problem: Encrypted}},
		{"no office file", "docx xlsx pptx ods odt", "x", Info{Problem: WrongType}},
		{"broken office file", "docx xlsx pptx ods odt", "PK\x03\x04 x", Info{Problem: Unreadable}},
		{"no archive", "zip", "P", Info{Problem: WrongType}},
		{"broken archive", "zip", "PK", Info{Problem: Unreadable}},
		{"photo", "jpg jpeg", "\xff\xd8", Info{}},
		{"no photo", "jpg jpeg", "\xff\xd9", Info{Problem: WrongType}},
		{"PNG", "png", "\x89PNG", Info{}},
		{"no PNG", "png", "\x89PN", Info{Problem: WrongType}},
		{"GIF", "gif", "GIF89a", Info{}},
		{"no GIF", "gif", "\x89PNG", Info{Problem: WrongType}},
		{"WebM", "webm", "\x1a\x45\xdf\xa3", Info{}},
		{"no WebM", "webm", "\x1a\x45\xdf", Info{Problem: WrongType}},
		{"film", "mp4 m4a", "\x00\x00\x00\x14ftypmp42", Info{}},
		{"film that is too short", "mp4 m4a", "\x00\x00\x00\x14ftypmp4", Info{Problem: WrongType}},
		{"no film", "mp4 m4a", "\x00\x00\x00\x14moovmp42", Info{Problem: WrongType}},
		{"WebP", "webp", "RIFF\x00\x00\x00\x00WEBP", Info{}},
		{"no WebP", "webp", "RIFF\x00\x00\x00\x00WAVE", Info{Problem: WrongType}},
		{"sound", "mp3 ogg opus", "\x00ID3", Info{}},
		{"no sound", "mp3 ogg opus", "<html>", Info{Problem: WrongType}},
		{"fonts", "woff2", "wOF2", Info{}},
		{"no fonts", "woff woff2 ttf otf ico", "x", Info{Problem: WrongType}},
		{"picture that cannot be cleaned", "tif tiff bmp avif heic heif jxl jp2 dng psd", "x",
			Info{Problem: Unclean}},
		{"no PDF", "pdf", "<html>", Info{Problem: WrongType}},
		{"archive that nobody can look into", "7z rar xz zst cab iso dmg", "x", sealed},
		{"unknown", "dwg pdfx", "x", Info{Problem: Unseen}},
		{"page of an unknown ending", "dwg pdfx", "\n <!DOCTYPE html><p>", page},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for ending := range strings.FieldsSeq(tt.endings) {
				for _, name := range []string{"a." + ending, "map/A.B." + strings.ToUpper(ending)} {
					if got, _ := look(name, []byte(tt.src)); !same(got, tt.want) {
						t.Errorf("%s: %+v, want %+v", name, got, tt.want)
					}
				}
			}
		})
	}
	for src, want := range map[string]Problem{"x": None, "\x00": Unseen, "<html>": Active} {
		if got, _ := look("tanpa-akhiran", []byte(src)); got.Problem != want {
			t.Errorf("a name without an ending: %+v", got)
		}
	}
}

// TestText holds that a text is visited whole, at its place in the file.
func TestText(t *testing.T) {
	for _, text := range []string{"", "satu", "dua\nbaris\n"} {
		_, got := look("a.txt", []byte(text))
		if want := []piece{{"", 0, text}}; !slices.Equal(got, want) {
			t.Errorf("%q: %+v", text, got)
		}
	}
	if _, got := look("a.txt", []byte("x\xff")); got != nil {
		t.Errorf("what is no text was visited: %+v", got)
	}
}

// TestXML reads files of data, which browsers may show as pages.
func TestXML(t *testing.T) {
	page := Info{Problem: Active, Does: Page}
	unreadable := Info{Problem: Unreadable}
	for _, tt := range []struct {
		name, text string
		want       Info
	}{
		{"data", "<?xml version='1.0'?><data><baris n='1'/></data>", Info{}},
		{"in Latin 1", "<?xml version='1.0' encoding='ISO-8859-1'?><data/>", Info{}},
		{"for Windows", "<?xml version='1.0' encoding='Windows-1252'?><data/>", Info{}},
		{"in ASCII", "<?xml version='1.0' encoding='US-ASCII'?><data/>", Info{}},
		{"in UTF-7", "<?xml version='1.0' encoding='UTF-7'?><data/>", unreadable},
		{"an element of XHTML", "<a><script xmlns='http://www.w3.org/1999/xhtml'/></a>", page},
		{"a namespace by numbers", "<a xmlns='&#104;ttp://www.w3.org/1999/xhtml'/>", page},
		{"a prefix", "<a xmlns:h='http://www.w3.org/1999/xhtml'><h:script/></a>", page},
		{"a prefix that is not used", "<a xmlns:h='http://www.w3.org/1999/xhtml'/>", Info{}},
		{"a drawing", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", page},
		{"a style sheet", "<?xml-stylesheet type='text/xsl' href='a.xsl'?><a/>", page},
		{"another instruction", "<?catatan xml-stylesheet?><a/>", Info{}},
		{"an entity", "<!DOCTYPE a [<!ENTITY x '<script/>'>]><a>&x;</a>", page},
		{"an open element", "<a>", unreadable},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, pieces := look("a.xml", []byte(tt.text))
			if !same(got, tt.want) {
				t.Errorf("%+v, want %+v", got, tt.want)
			}
			if want := []piece{{"", 0, tt.text}}; !slices.Equal(pieces, want) {
				t.Errorf("visited %+v, want the whole", pieces)
			}
		})
	}
}

// photo returns a JPEG whose Exif data has tags in one directory, which begins at first and says
// that it has count entries.
func photo(order binary.AppendByteOrder, first uint32, count uint16, tags ...uint16) []byte {
	mark := "II*\x00"
	if order == binary.AppendByteOrder(binary.BigEndian) {
		mark = "MM\x00*"
	}
	tiff := order.AppendUint32([]byte(mark), first)
	for len(tiff) < int(first) {
		tiff = append(tiff, 0)
	}
	tiff = order.AppendUint16(tiff, count)
	for _, tag := range tags {
		tiff = append(order.AppendUint16(tiff, tag), make([]byte, 10)...)
	}
	return append([]byte("\xff\xd8\xff\xe1\x00\x00Exif\x00\x00"), tiff...)
}

// TestLocation finds out whether a photo says where it was taken.
func TestLocation(t *testing.T) {
	const gps, other = 0x8825, 0x0132
	const header = len("\xff\xd8\xff\xe1\x00\x00")
	little, big := binary.LittleEndian, binary.BigEndian
	whole := photo(little, 8, 1, gps)
	behind := func(n int) []byte {
		return slices.Concat(whole[:2], make([]byte, n-header), whole[2:])
	}
	for _, tt := range []struct {
		name string
		src  []byte
		want bool
	}{
		{"no Exif", []byte("\xff\xd8\xff\xe0"), false},
		{"a position", whole, true},
		{"a position, the other way round", photo(big, 8, 1, gps), true},
		{"another tag", photo(little, 8, 1, other), false},
		{"the last of three tags", photo(little, 8, 3, other, other, gps), true},
		{"behind the last tag", photo(little, 8, 2, other, other, gps), false},
		{"behind an empty directory", photo(little, 8, 0, gps), false},
		{"fewer tags than it says", photo(little, 8, 5, other), false},
		{"half a tag", whole[:len(whole)-1], false},
		{"a directory further on", photo(little, 40, 1, gps), true},
		{"a directory far on", photo(little, 70000, 1, gps), true},
		{"a directory far on, the other way round", photo(big, 70000, 1, gps), true},
		{"a directory in the header", photo(little, 7, 1, gps), false},
		{"no directory", whole[:header+6+8], false},
		{"half a header", whole[:header+6+7], false},
		{"a directory of one byte", whole[:header+6+9], false},
		{"a directory of its count alone", whole[:header+6+10], false},
		{"far in the file", behind(1<<18 - 5), true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got, _ := look("a.jpg", tt.src); got.Location != tt.want || got.Problem != None {
				t.Errorf("%+v, want %v", got, tt.want)
			}
		})
	}
}

// TestLetter holds that what a letter says of itself is read as programs for letters show it, and
// that one which they may take for something else is not passed.
func TestLetter(t *testing.T) {
	for _, tt := range []struct {
		name, src string
		want      Problem
		text      string
	}{
		{"a subject", "Subject: Isi\r\n\r\nx", None, "Subject: Isi"},
		{"a subject that is encoded", "Subject: =?UTF-8?B?TklLIDMy?=\r\n =?utf-8?q?_04?=\r\n\r\nx", None, "Subject: NIK 32 04"},
		{"a sender that is encoded", "From: =?windows-1252?Q?Siti=20A?= <a@contoh.go.id>\r\n\r\nx", None, "From: Siti A <a@contoh.go.id>"},
		{"a blind copy", "Bcc: b@contoh.go.id\r\n\r\nx", None, "Bcc: b@contoh.go.id"},
		{"another header", "X-Catatan: NIK 32\r\nSubject: a\r\n\r\nx", None, "Subject: a"},
		{"letters nobody reads", "Subject: =?gb18030?B?TklL?=\r\n\r\nx", Unreadable, ""},
		{"parts that are not understood", "Content-Type: multipart/mixed; boundary=b; c d\r\n\r\n--b\r\n\r\nx\r\n--b--\r\n", Unreadable, ""},
		{"parts without a boundary", "Content-Type: multipart/mixed\r\n\r\n--b\r\n\r\nx\r\n--b--\r\n", Unreadable, ""},
		{"a name that is not understood", "Content-Disposition: attachment; filename=surat dinas.exe\r\n\r\nx", Unreadable, ""},
	} {
		got := ""
		info := Read("a.eml", []byte(tt.src), func(p Piece) {
			if p.Place == "From" || p.Place == "Subject" || p.Place == "Bcc" {
				got = p.Place + ": " + p.Text
			}
		})
		if info.Problem != tt.want || tt.want == None && got != tt.text {
			t.Errorf("%s: %q, %+v, want %q, %v", tt.name, got, info, tt.text, tt.want)
		}
	}
}

func FuzzRead(f *testing.F) {
	if pdf, err := os.ReadFile("../../../content/informasi/2025/neraca-2025.pdf"); err == nil {
		f.Add("a.pdf", pdf)
	}
	f.Add("a.pdf", pdfOf("/OpenAction [3 0 R /Fit]", "/Annots [4 0 R]",
		"<< /Subtype /Link /A << /S /URI /URI (https://contoh.go.id) >> >>"))
	f.Add("a.xlsx", archive(f, "xl/sharedStrings.xml", `<sst><si><t>No</t></si></sst>`,
		"xl/worksheets/sheet1.xml", `<worksheet><row><c r="C1" t="s"><v>0</v></c></row></worksheet>`))
	f.Add("a.csv", []byte("a;b\n1;2\n"))
	f.Add("a.jpg", photo(binary.LittleEndian, 8, 1, 0x8825))
	f.Add("a.doc", []byte(compoundOf("Root Entry", "WordDocument|\x13 DATE", "Macros")))
	f.Add("a.xls", []byte(compoundOf("Root Entry", "Workbook|"+biff(recordLink, "\x00\x00\x06\x00a\x03b"))))
	f.Add("a.ppt", []byte(compoundOf("Root Entry", "PowerPoint Document|"+atom(15, 1000, atom(2, 1, "a")))))
	f.Add("a.rtf", []byte(`{\rtf1{\field{\*\fldinst \'44DE}}}`))
	f.Add("a.eml", []byte("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nx\r\n--b--\r\n"))
	f.Add("a.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>`))
	f.Add("a.html", []byte(`<p class="a">Isi</p>`))
	f.Add("a.docx", archive(f, "word/document.xml", `<w:fldChar w:fldCharType="begin"/>`,
		"word/_rels/document.xml.rels", rels(external, "image", "https://contoh.go.id")))
	f.Fuzz(func(t *testing.T, name string, src []byte) {
		before := bytes.Clone(src)
		info := Read(name, src, func(p Piece) {
			if p.Offset >= 0 && !strings.HasPrefix(string(src[p.Offset:]), p.Text) {
				t.Fatalf("the text at %d is not that of the file", p.Offset)
			}
		})
		if len(info.Preview) > previewRows+1 {
			t.Fatal("preview too long")
		}
		if (info.Problem == Active || info.Problem == Secret) != (info.Does != "") {
			t.Fatalf("%+v does not say what the file does", info)
		}
		if !bytes.Equal(src, before) {
			t.Fatal("the file was changed")
		}
	})
}
