package attachment

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"
)

// archive returns an archive of named parts.
func archive(t testing.TB, parts ...string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(parts[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const sheet = `<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>NIK</t></is></c></row>` +
	`<row r="2"><c r="A2"><v>7</v></c><c r="C2"><v>3.204015708900001E15</v></c></row></sheetData></worksheet>`

func TestRead(t *testing.T) {
	pdf, err := os.ReadFile("../../../content/informasi/2025/neraca-2025.pdf")
	if err != nil {
		t.Fatal(err)
	}
	scan, err := os.ReadFile("../../../content/informasi/2025/rencana-strategis.pdf")
	if err != nil {
		t.Fatal(err)
	}
	xlsx := archive(t, "xl/sharedStrings.xml", `<sst><si><t>No</t></si></sst>`, "xl/worksheets/sheet1.xml", sheet)
	docx := archive(t, "word/document.xml", `<w:document xmlns:w="w"><w:p><w:r><w:t>3204</w:t></w:r><w:r><w:t>0157</w:t></w:r></w:p><w:p><w:t>dua</w:t></w:p></w:document>`,
		"docProps/app.xml", `<Properties><Pages>3</Pages></Properties>`)
	tests := []struct {
		name, file string
		src        []byte
		want       Info
		text       string // that must be visited
	}{
		{"PDF", "a.pdf", pdf, Info{Pages: 1}, "Neraca 2025"},
		{"scanned PDF", "a.pdf", scan, Info{Pages: 2, Scan: true}, ""},
		{"broken PDF", "a.pdf", pdf[:len(pdf)/2], Info{Problem: Unreadable}, ""},
		{"no PDF", "a.pdf", []byte("<html>"), Info{Problem: WrongType}, ""},
		{"sheet", "a.xlsx", xlsx, Info{Rows: 1}, "3204015708900001"},
		{"document", "a.docx", docx, Info{Pages: 3}, "32040157"},
		{"document with the ending of a sheet", "a.xlsx", docx, Info{Problem: WrongType}, ""},
		{"protected sheet", "a.xlsx", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), Info{Problem: Encrypted}, ""},
		{"broken archive", "a.docx", []byte("PK\x03\x04 broken"), Info{Problem: Unreadable}, ""},
		{"CSV", "a.csv", []byte("no,nama\n1,a\n2,b\n"), Info{Rows: 2}, "1\na"},
		{"CSV for offices", "a.csv", []byte("\xef\xbb\xbfno;nama\r\n1;\"a;b\"\r\n"), Info{Rows: 1}, "a;b"},
		{"CSV that is none", "a.csv", []byte("\x00\x01"), Info{Problem: WrongType}, ""},
		{"CSV with an open quote", "a.csv", []byte("a,\"b\nc"), Info{Problem: Unreadable}, ""},
		{"old document", "a.doc", []byte("hello"), Info{Problem: WrongType}, ""},
		{"photo without a place", "a.jpg", []byte("\xff\xd8\xff\xe0"), Info{}, ""},
		{"photo with a place", "a.jpg", []byte("\xff\xd8\xff\xe1\x00\x00Exif\x00\x00II*\x00\x08\x00\x00\x00\x01\x00\x25\x88\x04\x00\x01\x00\x00\x00\x1a\x00\x00\x00"), Info{Location: true}, ""},
		{"picture that is none", "a.png", []byte("GIF89a"), Info{Problem: WrongType}, ""},
		{"unknown ending", "a.dwg", []byte("x"), Info{Problem: Unseen}, ""},
		{"archive", "a.zip", archive(t, "ktp_3204015708900001.txt", "x", "a.csv", "a,b\n1,teks\n"), Info{}, "teks"},
		{"name in an archive", "a.zip", archive(t, "ktp_3204015708900001.txt", "x"), Info{}, "3204015708900001\ntxt"},
		{"archive in an archive", "a.zip", archive(t, "b.zip", "PK"), Info{Problem: Unseen}, ""},
		{"rich cell", "a.xlsx", archive(t, "xl/workbook.xml", `<workbook><sheets><sheet name="Lembar rahasia"/></sheets></workbook>`, "xl/worksheets/sheet1.xml",
			`<worksheet><sheetData><row><c t="inlineStr"><is><r><t>3204</t></r><r><t>0157</t></r></is></c></row></sheetData></worksheet>`), Info{}, "Lembar rahasia\n32040157"},
		{"rich text", "a.rtf", []byte("{\\rtf1 3204015708900001}"), Info{}, "3204015708900001"},
	}
	for _, tt := range tests {
		var b strings.Builder
		got := Read(tt.file, tt.src, func(place string, _ int, text string) { b.WriteString(text + "\n") })
		preview := got.Preview
		got.Preview = nil
		if got.Problem != tt.want.Problem || got.Pages != tt.want.Pages || got.Rows != tt.want.Rows || got.Scan != tt.want.Scan || got.Location != tt.want.Location {
			t.Errorf("%s: %+v, want %+v", tt.name, got, tt.want)
		}
		if !strings.Contains(b.String(), tt.text) {
			t.Errorf("%s: the text has no %q: %.200q", tt.name, tt.text, b.String())
		}
		if len(preview) > 0 && len(preview) != tt.want.Rows+1 {
			t.Errorf("%s: preview %q", tt.name, preview)
		}
	}
}

// pdfOf makes a PDF of one page. root and page are added to its catalog and to the page, the
// others are objects from number 4 on.
func pdfOf(root, page string, others ...string) []byte {
	return pdfWith("<< /Type /Pages /Kids [3 0 R] /Count 1 >>", root, page, others...)
}

// pdfWith makes one with another tree of pages.
func pdfWith(pages, root, page string, others ...string) []byte {
	objects := append([]string{
		"<< /Type /Catalog /Pages 2 0 R " + root + " >>", pages,
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Resources << >> " + page + " >>",
	}, others...)
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	table := fmt.Sprintf("xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for n, o := range objects {
		table += fmt.Sprintf("%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", n+1, o)
	}
	fmt.Fprintf(&b, "%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", table, len(objects)+1, b.Len())
	return b.Bytes()
}

// objectStream makes an object that holds others, compressed.
func objectStream(objects string) string {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	_, _ = z.Write([]byte(objects))
	_ = z.Close()
	return fmt.Sprintf("<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream", b.Len(), b.Bytes())
}

func TestActivePDF(t *testing.T) {
	const script = "<< /S /JavaScript /JS (app.alert(1)) >>"
	encrypted, err := os.ReadFile("testdata/owner-password.pdf")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name string
		src  []byte
		want Info
	}{
		{"a page", pdfOf("", ""), Info{Pages: 1}},
		{"begins at a page", pdfOf("/OpenAction [3 0 R /XYZ null null 0]", ""), Info{Pages: 1}},
		{"begins at a page by an action", pdfOf("/OpenAction << /S /GoTo /D [3 0 R /Fit] >>", ""), Info{Pages: 1}},
		{"a link", pdfOf("", "/Annots [<< /Subtype /Link /A << /S /URI /URI (https://contoh.go.id) >> >>]"), Info{Pages: 1}},
		{"signed", pdfOf("/AcroForm << /SigFlags 3 /Fields [4 0 R] >>", "/Annots [4 0 R]",
			"<< /FT /Sig /Subtype /Widget /T (Tanda tangan) /P 3 0 R /V << /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /ByteRange [0 1 2 3] /Contents <00> >> >>"), Info{Pages: 1}},
		{"a script at the opening", pdfOf("/OpenAction "+script, ""), Info{Problem: Active, Does: Script}},
		{"a script by its name", pdfOf("/Names << /JavaScript << /Names [(a) 4 0 R] >> >>", "", script), Info{Problem: Active, Does: Script}},
		{"a script of a link", pdfOf("", "/Annots [<< /Subtype /Link /A 4 0 R >>]", script), Info{Problem: Active, Does: Script}},
		{"a script behind another action", pdfOf("", "/Annots [<< /Subtype /Link /A << /S /GoTo /D [3 0 R /Fit] /Next [4 0 R] >> >>]", script), Info{Problem: Active, Does: Script}},
		{"a script of a bookmark", pdfOf("/Outlines << /First << /Title (a) /Next << /Title (b) /A 4 0 R >> >> >>", "", script), Info{Problem: Active, Does: Script}},
		{"a script when a field is filled", pdfOf("/AcroForm << /Fields [<< /T (a) /Kids [<< /T (b) /AA << /K 4 0 R >> >>] >>] >>", "", script), Info{Problem: Active, Does: Action}},
		{"a form of XFA", pdfOf("/AcroForm << /XFA (x) /Fields [] >>", ""), Info{Problem: Active, Does: Script}},
		{"an action when a page is shown", pdfOf("", "/AA << /O << /S /Named /N /Print >> >>"), Info{Problem: Active, Does: Action}},
		{"an action when a page is shown, said elsewhere", pdfOf("", "/AA 4 0 R", "<< /O 5 0 R >>", "<< /S /Named /N /Print >>"), Info{Problem: Active, Does: Action}},
		{"an action when a field is pointed at", pdfOf("", "/Annots [4 0 R]", "<< /Subtype /Widget /AA 5 0 R >>", "<< /E << /S /URI /URI (https://jahat.example) >> >>"), Info{Problem: Active, Does: Action}},
		{"a film", pdfOf("", "/Annots [<< /Subtype /Screen /A << /S /Rendition >> >>]"), Info{Problem: Active, Does: Action}},
		{"a font with the name of an action", pdfOf("/Fonts << /AA 4 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"), Info{Pages: 1}},
		{"an address at the opening", pdfOf("/OpenAction << /S /URI /URI (https://jahat.example) >>", ""), Info{Problem: Active, Does: Action}},
		{"a program that a link starts", pdfOf("", "/Annots [<< /Subtype /Link /A << /S /Launch /F (cmd.exe) >> >>]"), Info{Problem: Active, Does: Action}},
		{"a file in it", pdfOf("/Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (a.exe) /EF << /F 4 0 R >> >>] >> >>", "", "<< /Length 0 >> stream\n\nendstream"), Info{Problem: Active, Does: Embedded}},
		{"a file pinned to a page", pdfOf("", "/Annots [<< /Subtype /FileAttachment >>]"), Info{Problem: Active, Does: Embedded}},
		{"a password for changes only", encrypted, Info{Problem: Encrypted}},
		{"objects in a circle", pdfOf("/Loop 4 0 R", "", "<< /A 5 0 R /B 5 0 R >>", "<< /A 4 0 R /B 4 0 R >>"), Info{Pages: 1}},
		{"a script with another name for its name", pdfOf("", "/Annots [<< /A << /S /J#61vaScript >> >>]"), Info{Problem: Active, Does: Script}},
		{"a script in an object stream", pdfOf("", "", objectStream("4 0 << /S /JavaScript >>")), Info{Problem: Active, Does: Script}},
		{"an object stream", pdfOf("", "", objectStream("4 0 << /Title (/JavaScript \\) /JS) >>")), Info{Pages: 1}},
		{"an object stream that is broken", pdfOf("", "", "<< /Type /ObjStm /Filter /FlateDecode >> stream\nxx\nendstream"), Info{Problem: Unreadable}},
		{"an object stream of another sort", pdfOf("", "", "<< /Type /ObjStm /Filter /LZWDecode >> stream\nxx\nendstream"), Info{Problem: Unseen}},
		{"a script in an object with other blanks", bytes.Replace(pdfOf("", "/Annots [<< /Subtype /Link /A 4 0 R >>]", script), []byte("4 0 obj"), []byte("4\f0\x00obj"), 1), Info{Problem: Active, Does: Script}},
		{"a script in an object behind a comment", bytes.Replace(bytes.Replace(pdfOf("", "", script), []byte("4 0 obj"), []byte("4 %a\n0 obj"), 1), []byte("(1)"), nil, 1), Info{Problem: Active, Does: Script}},
		{"a script in an object stream that says elsewhere that it is one", pdfOf("", "", strings.Replace(objectStream("4 0 << /S /JavaScript >>"), "/Type /ObjStm", "/Type 9 0 R", 1)), Info{Problem: Active, Does: Script}},
		{"a script in an object stream coded twice", pdfOf("", "", strings.Replace(objectStream("4 0 << /S /JavaScript >>"), "/Filter /FlateDecode", "/Filter [/FlateDecode /FlateDecode]", 1)), Info{Problem: Unseen}},
		{"a text about scripts", pdfOf("", "/Title (/JavaScript) % /JS\n"), Info{Pages: 1}},
	}
	for _, tt := range tests {
		got := Read("a.pdf", tt.src, func(string, int, string) {})
		if got.Problem != tt.want.Problem || got.Does != tt.want.Does || got.Pages != tt.want.Pages {
			t.Errorf("%s: %+v, want %+v", tt.name, got, tt.want)
		}
	}
}

// TestHostilePDF reads files that would make the library take all memory.
func TestHostilePDF(t *testing.T) {
	for _, tt := range []struct {
		name string
		src  []byte
		want Problem
	}{
		{"pages in a circle", bytes.Replace(pdfOf("", ""), []byte("/Kids [3 0 R]"), []byte("/Kids [2 0 R]"), 1), Unreadable},
		{"more objects than there can be", bytes.Replace(pdfOf("", ""), []byte("/Size "), []byte("/Size 400000000"), 1), Unreadable},
		{"numbers of very many bytes", pdfOf("/W [100000000000 1 1]", ""), Unreadable},
		{"widths of letters", pdfOf("/W [1 2 500]", ""), None},
	} {
		if got := Read("a.pdf", tt.src, func(string, int, string) {}); got.Problem != tt.want {
			t.Errorf("%s: %+v, want %v", tt.name, got, tt.want)
		}
	}
}

// TestPagesAndPrograms offers what a browser would show as a page of the site, and programs.
func TestPagesAndPrograms(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       Info
	}{
		{"a.html", "<meta http-equiv=refresh content='0;url=https://jahat.example'>", Info{Problem: Active, Does: Page}},
		{"a.HTM", "x", Info{Problem: Active, Does: Page}},
		{"a.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>", Info{Problem: Active, Does: Page}},
		{"a.js", "alert(1)", Info{Problem: Active, Does: Page}},
		{"a.exe", "MZ", Info{Problem: Active, Does: Program}},
		{"data.xml", "<?xml version='1.0'?><data><baris n='1'/></data>", Info{}},
		{"old.xml", "<?xml version='1.0' encoding='ISO-8859-1'?><data/>", Info{}},
		{"other.xml", "<?xml version='1.0' encoding='UTF-7'?><data/>", Info{Problem: Unreadable}},
		{"feed.rss", "<rss><script xmlns='http://www.w3.org/1999/xhtml'/></rss>", Info{Problem: Active, Does: Page}},
		{"page.xml", "<a><script xmlns='http://www.w3.org/1999/xhtml'>alert(1)</script></a>", Info{Problem: Active, Does: Page}},
		{"coded.xml", "<a><script xmlns='&#104;ttp://www.w3.org/1999/xhtml'>alert(1)</script></a>", Info{Problem: Active, Does: Page}},
		{"prefix.xml", "<a xmlns:h='http://www.w3.org/1999/xhtml'><h:script>alert(1)</h:script></a>", Info{Problem: Active, Does: Page}},
		{"drawing.xml", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", Info{Problem: Active, Does: Page}},
		{"sheet.xml", "<?xml-stylesheet type='text/xsl' href='a.xsl'?><a/>", Info{Problem: Active, Does: Page}},
		{"entity.xml", "<!DOCTYPE a [<!ENTITY x '<script xmlns=\"http://www.w3.org/1999/xhtml\">alert(1)</script>'>]><a>&x;</a>", Info{Problem: Unreadable}},
		{"broken.xml", "<a>", Info{Problem: Unreadable}},
	} {
		if got := Read(tt.name, []byte(tt.text), func(string, int, string) {}); got.Problem != tt.want.Problem || got.Does != tt.want.Does {
			t.Errorf("%s: %+v, want %+v", tt.name, got, tt.want)
		}
	}
}

// TestPagesAreReadOnce reads a PDF of many pages beside one of a tenth of them: the time for a
// page must not grow with their number.
func TestPagesAreReadOnce(t *testing.T) {
	many := func(n int) []byte {
		var kids strings.Builder
		others := make([]string, 0, n)
		for i := range n {
			fmt.Fprintf(&kids, "%d 0 R ", i+4)
			others = append(others, "<< /Type /Page /Parent 2 0 R /Resources << >> >>")
		}
		return pdfWith(fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d >>", kids.String(), n), "", "", others...)
	}
	took := func(src []byte, n int) time.Duration {
		begin := time.Now()
		if info := Read("a.pdf", src, func(string, int, string) {}); info.Pages != n || info.Problem != None {
			t.Fatalf("%+v", info)
		}
		return time.Since(begin)
	}
	// Other work only makes a reading slower, so the least of some counts.
	few, all := many(200), many(2000)
	leastFew, leastAll := took(few, 200), took(all, 2000)
	for range 10 {
		if leastAll <= 30*leastFew {
			return
		}
		leastFew, leastAll = min(leastFew, took(few, 200)), min(leastAll, took(all, 2000))
	}
	t.Errorf("ten times the pages take %.0f times as long", float64(leastAll)/float64(leastFew))
}

// TestPersonalDataInPages finds a number in a page that lies in an archive.
func TestPersonalDataInPages(t *testing.T) {
	var seen strings.Builder
	info := Read("a.zip", archive(t, "a.html", "<p>3204120101900001</p>"), func(_ string, _ int, text string) { seen.WriteString(text) })
	if info.Problem != None || !strings.Contains(seen.String(), "3204120101900001") {
		t.Errorf("%+v, %q", info, seen.String())
	}
}

// TestLargerThanRead reads files that would take far more memory than they are large: it stops
// at what no file has reason to be.
func TestLargerThanRead(t *testing.T) {
	const more = maxToken + 64<<10 // what is read ahead is more too
	long := strings.Repeat("kata ", 1000)
	word := func(body string) []byte { return archive(t, "word/document.xml", body) }
	for name, src := range map[string][]byte{
		"elements in elements.docx": word(strings.Repeat("<a>", maxLevels+1)),
		"an element.docx":           word("<a" + strings.Repeat(" b=\""+long+"\"", more/len(long)) + "/>"),
		"a paragraph.docx":          word("<p>" + strings.Repeat("<r>"+long+"</r>", more/len(long)) + "</p>"),
		"a text.xlsx":               archive(t, "xl/sharedStrings.xml", "<sst><si><t>"+strings.Repeat(long, more/len(long))+"</t></si></sst>"),
		"a cell.xlsx":               archive(t, "xl/worksheets/sheet1.xml", "<worksheet><c><is><t>"+strings.Repeat(long, more/len(long))+"</t></is></c></worksheet>"),
		"elements in elements.xml":  []byte(strings.Repeat("<a>", maxLevels+1)),
		"a row.csv":                 []byte(strings.Repeat("a", more)),
		"cells.csv":                 []byte(strings.Repeat(",", maxTable)),
	} {
		if got := Read(name, src, func(string, int, string) {}); got.Problem != TooLarge {
			t.Errorf("%s: %+v", name, got)
		}
	}
	deep := word(strings.Repeat("<a>", maxLevels) + strings.Repeat("</a>", maxLevels))
	if got := Read("as deep as may be.docx", deep, func(string, int, string) {}); got.Problem != None {
		t.Errorf("%+v", got)
	}
}

// A small archive that holds very many cells is refused before they are all in memory.
func TestManyCells(t *testing.T) {
	for name, part := range map[string]string{
		"xl/worksheets/sheet1.xml": "<worksheet><sheetData><row>" + strings.Repeat("<c/>", maxCells+1) + "</row></sheetData></worksheet>",
		"xl/sharedStrings.xml":     "<sst>" + strings.Repeat("<si/>", maxCells+1) + "</sst>",
	} {
		if got := Read("a.xlsx", archive(t, name, part), func(string, int, string) {}); got.Problem != TooLarge {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

// A small archive that holds a large part is refused before it is unpacked.
func TestBomb(t *testing.T) {
	bomb := archive(t, "xl/worksheets/sheet1.xml", "<worksheet>"+strings.Repeat(" ", maxPart)+"</worksheet>")
	if len(bomb) > 1<<20 {
		t.Fatal("the archive is not small")
	}
	if got := Read("a.xlsx", bomb, func(string, int, string) {}); got.Problem != TooLarge {
		t.Errorf("%+v", got)
	}
}

func FuzzRead(f *testing.F) {
	if pdf, err := os.ReadFile("../../../content/informasi/2025/neraca-2025.pdf"); err == nil {
		f.Add("a.pdf", pdf)
	}
	f.Add("a.pdf", pdfOf("/OpenAction [3 0 R /Fit]", "/Annots [4 0 R]", "<< /Subtype /Link /A << /S /URI /URI (https://contoh.go.id) >> >>"))
	f.Add("a.xlsx", archive(f, "xl/sharedStrings.xml", `<sst><si><t>No</t></si></sst>`, "xl/worksheets/sheet1.xml", sheet))
	f.Add("a.csv", []byte("a;b\n1;2\n"))
	f.Add("a.jpg", []byte("\xff\xd8\xff\xe1\x00\x00Exif\x00\x00II*\x00\x08\x00\x00\x00\x01\x00"))
	f.Fuzz(func(t *testing.T, name string, src []byte) {
		info := Read(name, src, func(place string, offset int, text string) {
			if offset > len(src) {
				t.Fatal("offset beyond the file")
			}
		})
		if len(info.Preview) > previewRows+1 {
			t.Fatal("preview too long")
		}
	})
}
