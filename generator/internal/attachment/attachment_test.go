package attachment

import (
	"archive/zip"
	"bytes"
	"os"
	"strings"
	"testing"
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
		{"sheet", "a.xlsx", xlsx, Info{Rows: 1, Columns: 3}, "3204015708900001"},
		{"document", "a.docx", docx, Info{Pages: 3}, "32040157"},
		{"document with the ending of a sheet", "a.xlsx", docx, Info{Problem: WrongType}, ""},
		{"protected sheet", "a.xlsx", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), Info{Problem: Encrypted}, ""},
		{"broken archive", "a.docx", []byte("PK\x03\x04 broken"), Info{Problem: Unreadable}, ""},
		{"CSV", "a.csv", []byte("no,nama\n1,a\n2,b\n"), Info{Rows: 2, Columns: 2}, "1\na"},
		{"CSV for offices", "a.csv", []byte("\xef\xbb\xbfno;nama\r\n1;\"a;b\"\r\n"), Info{Rows: 1, Columns: 2}, "a;b"},
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
			`<worksheet><sheetData><row><c t="inlineStr"><is><r><t>3204</t></r><r><t>0157</t></r></is></c></row></sheetData></worksheet>`), Info{Columns: 1}, "Lembar rahasia\n32040157"},
		{"rich text", "a.rtf", []byte("{\\rtf1 3204015708900001}"), Info{}, "3204015708900001"},
	}
	for _, tt := range tests {
		var b strings.Builder
		got := Read(tt.file, tt.src, func(place string, _ int, text string) { b.WriteString(text + "\n") })
		preview := got.Preview
		got.Preview = nil
		if got.Problem != tt.want.Problem || got.Pages != tt.want.Pages || got.Rows != tt.want.Rows || got.Scan != tt.want.Scan || got.Columns != tt.want.Columns || got.Location != tt.want.Location {
			t.Errorf("%s: %+v, want %+v", tt.name, got, tt.want)
		}
		if !strings.Contains(b.String(), tt.text) {
			t.Errorf("%s: the text has no %q: %.200q", tt.name, tt.text, b.String())
		}
		if tt.want.Columns > 0 && len(preview) != tt.want.Rows+1 {
			t.Errorf("%s: preview %q", tt.name, preview)
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
