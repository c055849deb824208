package attachment

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// archive returns an archive of parts, given by their names and contents in turn.
func archive(t testing.TB, parts ...string) []byte {
	t.Helper()
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

// claiming returns an archive of one part of five bytes, of which its list says something else.
func claiming(t testing.TB, h zip.FileHeader) []byte {
	t.Helper()
	h.CompressedSize64 = 5
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.CreateRaw(&h)
	if err == nil {
		_, err = w.Write([]byte("<a/> "))
	}
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// An element in a paragraph as word processors write it.
func paragraph(runs ...string) string {
	return "<w:p><w:r><w:t>" + strings.Join(runs, "</w:t></w:r><w:r><w:t>") + "</w:t></w:r></w:p>"
}

// TestOfficeText holds which parts of office files are read, and how their text is cut.
func TestOfficeText(t *testing.T) {
	const core = `<cp:coreProperties><dc:title>Judul</dc:title><dc:subject>Hal</dc:subject>` +
		`<dc:creator>Nama</dc:creator><cp:lastModifiedBy>Lain</cp:lastModifiedBy></cp:coreProperties>`
	const custom = `<Properties><property><vt:lpwstr>Rahasia</vt:lpwstr></property></Properties>`
	one := func(place, text string) []piece { return []piece{{place, -1, text}} }
	for _, tt := range []struct {
		name, file string
		parts      []string
		want       Info
		text       []piece
	}{
		{"a number in two pieces", "a.docx",
			[]string{"word/document.xml", paragraph("3204", "0157")},
			Info{}, one("word/document.xml, ⟨paragraph⟩ 1", "32040157")},
		{"paragraphs", "a.docx",
			[]string{"word/document.xml", paragraph("satu") + paragraph(" ") + paragraph("dua")},
			Info{}, []piece{
				{"word/document.xml, ⟨paragraph⟩ 1", -1, "satu"},
				{"word/document.xml, ⟨paragraph⟩ 2", -1, "dua"},
			}},
		{"text behind the last paragraph", "a.docx",
			[]string{"word/document.xml", "<a>" + paragraph("satu") + "ekor</a>"},
			Info{}, []piece{
				{"word/document.xml, ⟨paragraph⟩ 1", -1, "satu"},
				{"word/document.xml, ⟨paragraph⟩ 2", -1, "ekor"},
			}},
		{"tabs and breaks", "a.docx",
			[]string{"word/document.xml", "<w:p>a<w:tab/>b<w:br/>c<w:b/>d</w:p>"},
			Info{}, one("word/document.xml, ⟨paragraph⟩ 1", "a b cd")},
		{"headers and notes", "a.docx",
			[]string{"word/footnotes.xml", paragraph("kaki"), "word/header1.xml", paragraph("kepala")},
			Info{}, []piece{
				{"word/footnotes.xml, ⟨paragraph⟩ 1", -1, "kaki"},
				{"word/header1.xml, ⟨paragraph⟩ 1", -1, "kepala"},
			}},
		{"parts that nobody reads", "a.docx",
			[]string{"word/theme/theme1.xml", paragraph("x"), "word/media/a.bin", "x",
				"word/document.bin", "x", "customXml/item1.xml", paragraph("x"), "word.xml", paragraph("x")},
			Info{}, nil},
		{"properties of a document", "a.docx",
			[]string{"docProps/core.xml", core, "docProps/custom.xml", custom, "word/a.bin", ""},
			Info{}, nil},
		{"pages of a document", "a.docx",
			[]string{"docProps/app.xml", "<Properties><Pages>3</Pages></Properties>", "word/a.bin", ""},
			Info{Pages: 3}, nil},
		{"pages that are no number", "a.docx",
			[]string{"docProps/app.xml", "<Properties><Pages>tiga</Pages></Properties>",
				"word/document.xml", paragraph("satu")},
			Info{}, one("word/document.xml, ⟨paragraph⟩ 1", "satu")},
		{"slides", "a.pptx",
			[]string{"ppt/notesSlides/n1.xml", "<a:p>catatan</a:p>", "ppt/slides/s1.xml", "<a:p>isi</a:p>",
				"ppt/slideMasters/m1.xml", "<a:p>x</a:p>", "ppt/slides/s1.bin", "x"},
			Info{}, []piece{
				{"ppt/slides/s1.xml, ⟨paragraph⟩ 1", -1, "isi"},
			}},
		{"properties of slides", "a.pptx",
			[]string{"docProps/core.xml", core, "docProps/custom.xml", custom, "ppt/a.bin", ""},
			Info{}, nil},
		{"comments and drawings of a sheet", "a.xlsx",
			[]string{"xl/comments1.xml", "<p>komentar</p>", "xl/drawings/d1.xml", "<p>gambar</p>",
				"xl/styles.xml", "<p>x</p>"},
			Info{}, []piece{
				{"xl/drawings/d1.xml, ⟨paragraph⟩ 1", -1, "gambar"},
			}},
		{"properties of a sheet", "a.xlsx",
			[]string{"docProps/core.xml", core, "docProps/custom.xml", custom, "xl/a.bin", ""},
			Info{}, nil},
		{"names of sheets", "a.xlsx",
			[]string{"xl/workbook.xml",
				`<workbook><sheets><sheet name="Satu"/><sheet name="Dua"/></sheets></workbook>`},
			Info{}, []piece{{"⟨name of a tab⟩", -1, "Satu"}, {"⟨name of a tab⟩", -1, "Dua"}}},
		{"an open document", "a.odt",
			[]string{"content.xml", "<text:h>Judul</text:h><text:p>a<text:s/>b</text:p>",
				"meta.xml", "<dc:creator>Nama</dc:creator>", "styles.xml", "<text:p>x</text:p>",
				"Object 1/content.xml", "<text:p>x</text:p>"},
			Info{}, []piece{
				{"content.xml, ⟨paragraph⟩ 1", -1, "Judul"},
				{"content.xml, ⟨paragraph⟩ 2", -1, "a b"},
				{"styles.xml, ⟨paragraph⟩ 1", -1, "x"},
			}},
		{"an open sheet", "a.ods",
			[]string{"content.xml",
				"<table:table-cell>1</table:table-cell><table:table-cell>2</table:table-cell>"},
			Info{}, []piece{
				{"content.xml, ⟨paragraph⟩ 1", -1, "1"},
				{"content.xml, ⟨paragraph⟩ 2", -1, "2"},
			}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, pieces := look(tt.file, archive(t, tt.parts...))
			if !same(got, tt.want) {
				t.Errorf("%+v, want %+v", got, tt.want)
			}
			if !slices.Equal(pieces, tt.text) {
				t.Errorf("visited %+v, want %+v", pieces, tt.text)
			}
		})
	}
}

// TestOfficeProblems reads office files that are broken, locked, or of another kind.
func TestOfficeProblems(t *testing.T) {
	const good, open = "<a></a>", "<a>"
	part := func(name, text string) []byte { return archive(t, name, text, "xl/a.bin", "") }
	said := func(h zip.FileHeader) []byte {
		h.Name = "word/document.xml"
		return claiming(t, h)
	}
	for _, tt := range []struct {
		name, file string
		src        []byte
		want       Problem
	}{
		{"a document as a sheet", "a.xlsx", archive(t, "word/document.xml", good), WrongType},
		{"a sheet as a document", "a.docx", archive(t, "xl/workbook.xml", good), WrongType},
		{"a document as slides", "a.pptx", archive(t, "word/document.xml", good), WrongType},
		{"slides as an open document", "a.odt", archive(t, "ppt/slides/s1.xml", good), WrongType},
		{"an empty archive", "a.docx", archive(t), WrongType},
		{"a locked part", "a.docx",
			said(zip.FileHeader{UncompressedSize64: 5, Flags: 1}), Encrypted},
		{"a part that is not locked", "a.docx",
			said(zip.FileHeader{UncompressedSize64: 5, Flags: 2}), None},
		{"a part larger than it says", "a.docx",
			said(zip.FileHeader{UncompressedSize64: 4}), Unreadable},
		{"a part smaller than it says", "a.docx",
			said(zip.FileHeader{UncompressedSize64: 6}), Unreadable},
		{"a part packed in an unknown way", "a.docx",
			said(zip.FileHeader{UncompressedSize64: 5, Method: 99}), Unreadable},
		{"a broken document", "a.docx", archive(t, "word/document.xml", open), Unreadable},
		{"broken pages", "a.docx", archive(t, "docProps/app.xml", open, "word/document.xml", good), Unreadable},
		{"a broken sheet", "a.xlsx", part("xl/worksheets/sheet1.xml", open), Unreadable},
		{"a broken cell", "a.xlsx", part("xl/worksheets/sheet1.xml", "<a><c><v></c></a>"), Unreadable},
		{"broken texts of cells", "a.xlsx", part("xl/sharedStrings.xml", open), Unreadable},
		{"a broken text of a cell", "a.xlsx",
			part("xl/sharedStrings.xml", "<a><si><t></si></a>"), Unreadable},
		{"broken names of sheets", "a.xlsx", part("xl/workbook.xml", open), Unreadable},
		{"a broken comment", "a.xlsx", part("xl/comments1.xml", open), Unreadable},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got, _ := look(tt.file, tt.src); got.Problem != tt.want {
				t.Errorf("%+v, want %v", got, tt.want)
			}
		})
	}
	// Whatever part cannot be opened, none is passed over.
	for _, name := range []string{"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml",
		"xl/workbook.xml", "xl/comments1.xml"} {
		src := claiming(t, zip.FileHeader{Name: name, UncompressedSize64: 5, Method: 99})
		if got, _ := look("a.xlsx", src); got.Problem != Unreadable {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

// A row of a sheet, of cells written as XML.
func row(cells ...string) string { return "<row>" + strings.Join(cells, "") + "</row>" }

// inline returns a cell with a text in it.
func inline(ref, text string) string {
	return fmt.Sprintf(`<c r="%s" t="inlineStr"><is><t>%s</t></is></c>`, ref, text)
}

// TestSheets holds how the cells of sheets become texts, a preview and a number of rows.
func TestSheets(t *testing.T) {
	const shared = `<sst><si><t>nol</t></si><si><r><t>sa</t></r><r><t>tu</t></r></si></sst>`
	var many string
	var head [][]string
	for n := range previewRows + 3 {
		many += row(inline("", fmt.Sprint(n)))
		head = append(head, []string{fmt.Sprint(n)})
	}
	wide := numbers(previewColumns + 2)
	cells := ""
	for _, text := range wide {
		cells += inline("", text)
	}
	for _, tt := range []struct {
		name  string
		sheet string
		want  Info
		texts string // of the cells, with their names
	}{
		{"no rows", "", Info{}, ""},
		{"a row without cells", row(), Info{}, ""},
		{"heads alone", row(inline("A1", "No")), Info{Preview: [][]string{{"No"}}}, "A1=No"},
		{"a shared text", row(`<c r="A1" t="s"><v>0</v></c>`),
			Info{Preview: [][]string{{"nol"}}}, "A1=nol"},
		{"a shared text in pieces", row(`<c r="A1" t="s"><v>1</v></c>`),
			Info{Preview: [][]string{{"satu"}}}, "A1=satu"},
		{"a shared text that is not there", row(`<c r="A1" t="s"><v>2</v></c>`),
			Info{Preview: [][]string{{"2"}}}, "A1=2"},
		{"a shared text before the first", row(`<c r="A1" t="s"><v>-1</v></c>`),
			Info{Preview: [][]string{{"-1"}}}, "A1=-1"},
		{"a shared text without a number", row(`<c r="A1" t="s"><v>x</v></c>`),
			Info{Preview: [][]string{{"x"}}}, "A1=x"},
		{"a text in pieces", row(`<c r="A1" t="inlineStr"><is><r><t>32</t></r><r><t>04</t></r></is></c>`),
			Info{Preview: [][]string{{"3204"}}}, "A1=3204"},
		{"a number with an exponent", row(`<c r="A1"><v>3.204015708900001E15</v></c>`),
			Info{Preview: [][]string{{"3204015708900001"}}}, "A1=3204015708900001"},
		{"a number that says so", row(`<c r="A1" t="n"><v>3.2e3</v></c>`),
			Info{Preview: [][]string{{"3200"}}}, "A1=3200"},
		{"a text like a number", row(`<c r="A1" t="str"><v>3.2e3</v></c>`),
			Info{Preview: [][]string{{"3.2e3"}}}, "A1=3.2e3"},
		{"cells that are left out", row(inline("B1", "b"), inline("D1", "d")),
			Info{Preview: [][]string{{"", "b", "", "d"}}}, "B1=b D1=d"},
		{"the last column of a preview", row(inline("L1", "l"), inline("M1", "m")),
			Info{Preview: [][]string{append(make([]string, previewColumns-1), "l")}}, "L1=l M1=m"},
		{"behind the last column of a preview", row(inline("M1", "m")),
			Info{Preview: [][]string{make([]string, previewColumns)}}, "M1=m"},
		{"cells without names", row(inline("", "a"), inline("", "b")),
			Info{Preview: [][]string{{"a", "b"}}}, "A1=a B1=b"},
		{"wider than a preview", row(cells), Info{Preview: [][]string{wide[:previewColumns]}},
			"A1=1 B1=2 C1=3 D1=4 E1=5 F1=6 G1=7 H1=8 I1=9 J1=10 K1=11 L1=12 M1=13 N1=14"},
		{"rows", row(inline("A1", "a")) + row() + row(inline("A3", "b")) + row(inline("A4", "c")),
			Info{Rows: 2, Preview: [][]string{{"a"}, {"b"}, {"c"}}}, "A1=a A3=b A4=c"},
		{"longer than a preview", many, Info{Rows: previewRows + 2, Preview: head[:previewRows+1]},
			"A1=0 A2=1 A3=2 A4=3 A5=4 A6=5 A7=6 A8=7 A9=8 A10=9 A11=10 A12=11 A13=12 A14=13 A15=14 A16=15 A17=16 A18=17 A19=18 A20=19 A21=20 A22=21 A23=22"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, pieces := look("a.xlsx", archive(t, "xl/sharedStrings.xml", shared,
				"xl/worksheets/lembar.xml", "<worksheet>"+tt.sheet+"</worksheet>"))
			if !same(got, tt.want) {
				t.Errorf("%+v, want %+v", got, tt.want)
			}
			var texts []string
			for _, p := range pieces {
				ref, ok := strings.CutPrefix(p.place, "lembar, ⟨cell⟩ ")
				if !ok || p.offset != -1 {
					t.Errorf("%q is no place in the sheet", p.place)
				}
				texts = append(texts, ref+"="+p.text)
			}
			if got := strings.Join(texts, " "); got != tt.texts {
				t.Errorf("visited %q, want %q", got, tt.texts)
			}
		})
	}
}

// TestSecondSheet holds that all sheets are visited, and that the first with rows is shown.
func TestSecondSheet(t *testing.T) {
	sheet := func(rows ...string) string {
		return "<worksheet>" + strings.Join(rows, "") + "</worksheet>"
	}
	info, pieces := look("a.xlsx", archive(t,
		"xl/worksheets/sheet3.xml",
		sheet(row(inline("A1", "x")), row(inline("A2", "y")), row(inline("A3", "z"))),
		"xl/worksheets/sheet2.xml", sheet(row(inline("A1", "a")), row(inline("A2", "b"))),
		"xl/worksheets/sheet1.xml", sheet(),
		"xl/worksheets/_rels/sheet1.xml", "not a sheet"))
	if want := (Info{Rows: 1, Preview: [][]string{{"a"}, {"b"}}}); !same(info, want) {
		t.Errorf("%+v, want %+v", info, want)
	}
	want := []piece{{"sheet2, ⟨cell⟩ A1", -1, "a"}, {"sheet2, ⟨cell⟩ A2", -1, "b"},
		{"sheet3, ⟨cell⟩ A1", -1, "x"}, {"sheet3, ⟨cell⟩ A2", -1, "y"}, {"sheet3, ⟨cell⟩ A3", -1, "z"}}
	if !slices.Equal(pieces, want) {
		t.Errorf("visited %+v, want %+v", pieces, want)
	}
}

func TestColumnOf(t *testing.T) {
	for n := range 1 << 14 { // as many columns as a sheet can have
		name := ""
		for left := n + 1; left > 0; left = (left - 1) / 26 {
			name = string(rune('A'+(left-1)%26)) + name
		}
		if got := columnOf(name + "7"); got != n {
			t.Fatalf("%s is column %d, want %d", name, got, n)
		}
	}
	for ref, want := range map[string]int{
		"": -1, "7": -1, "@1": -1, "[1": -1, "a1": -1, "C": 2, "A[": 0,
		"XFDA1": 1<<14 - 1, // behind the last column names are not read on
	} {
		if got := columnOf(ref); got != want {
			t.Errorf("%s is column %d, want %d", ref, got, want)
		}
	}
}

func TestWhole(t *testing.T) {
	for _, tt := range []struct{ name, number, want string }{
		{"no exponent", "3204015708900001", "3204015708900001"},
		{"a fraction", "0.10", "0.10"},
		{"a NIK", "3.204015708900001E+15", "3204015708900001"},
		{"a small letter", "1e2", "100"},
		{"a small number", "1E-2", "0.01"},
		{"the largest", "1E18", "1000000000000000000"},
		{"larger", "1.1E18", "1.1E18"},
		{"the least", "-1E18", "-1000000000000000000"},
		{"less", "-1.1E18", "-1.1E18"},
		{"too large for a number", "1E999", "1E999"},
		{"a text", "SELESAI", "SELESAI"},
	} {
		if got := whole(tt.number); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

// TestArchives looks into the files of archives.
func TestArchives(t *testing.T) {
	names := func(name string) piece { return piece{"⟨name in an archive⟩", -1, name} }
	gps := string(photo(binary.LittleEndian, 8, 1, 0x8825))
	for _, tt := range []struct {
		name  string
		parts []string
		want  Info
		text  []piece
	}{
		{"nothing", nil, Info{}, nil},
		{"a text", []string{"a.txt", "isi"}, Info{}, []piece{names("a\ntxt"), {"a.txt", -1, "isi"}}},
		{"a folder", []string{"map/", "", "map/a.txt", "isi"}, Info{},
			[]piece{names("map\na\ntxt"), {"map/a.txt", -1, "isi"}}},
		{"a number in a name", []string{"ktp_32-04.txt", ""}, Info{},
			[]piece{names("ktp\n32\n04\ntxt"), {"ktp_32-04.txt", -1, ""}}},
		{"a table", []string{"a.csv", "x"}, Info{},
			[]piece{names("a\ncsv"), {"a.csv, ⟨row⟩ 1, ⟨column⟩ 1", -1, "x"}}},
		{"a page", []string{"a.html", "<p>3204"}, Info{},
			[]piece{names("a\nhtml"), {"a.html", -1, "<p>3204"}}},
		{"a program", []string{"a.exe", "x", "b.doc", "\xd0\xcf\x11\xe0"},
			Info{Problem: Active, Does: Program}, []piece{names("a\nexe"), names("b\ndoc")}},
		{"a program behind a file that nobody can examine",
			[]string{"a.doc", "\xd0\xcf\x11\xe0", "b.exe", "x"},
			Info{Problem: Active, Does: Program}, []piece{names("a\ndoc"), names("b\nexe")}},
		{"a program behind an archive", []string{"a.zip", "PK", "b.exe", "x"},
			Info{Problem: Active, Does: Nested}, []piece{names("a\nzip"), names("b\nexe")}},
		{"an archive behind a program", []string{"a.exe", "x", "b.zip", "PK"},
			Info{Problem: Active, Does: Program}, []piece{names("a\nexe"), names("b\nzip")}},
		{"a file of another kind", []string{"a.png", "x", "b.dwg", "x", "c.png", "\x89PNG"},
			Info{Problem: WrongType}, []piece{names("a\npng"), names("b\ndwg"), names("c\npng")}},
		{"an archive", []string{"a.ZIP", string(archive(t, "b.txt", "x")), "c.txt", "isi"},
			Info{Problem: Active, Does: Nested}, []piece{names("a\nZIP"), names("c\ntxt"), {"c.txt", -1, "isi"}}},
		{"a photo with a place", []string{"a.jpg", gps, "b.jpg", "\xff\xd8"},
			Info{Location: true}, []piece{names("a\njpg"), names("b\njpg")}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, pieces := look("a.zip", archive(t, tt.parts...))
			if !same(got, tt.want) {
				t.Errorf("%+v, want %+v", got, tt.want)
			}
			if !slices.Equal(pieces, tt.text) {
				t.Errorf("visited %+v, want %+v", pieces, tt.text)
			}
		})
	}
}

// TestBrokenArchives reads archives whose files cannot be read.
func TestBrokenArchives(t *testing.T) {
	for _, tt := range []struct {
		name string
		said zip.FileHeader
		want Problem
	}{
		{"as it says", zip.FileHeader{UncompressedSize64: 5}, None},
		{"locked", zip.FileHeader{UncompressedSize64: 5, Flags: 1}, Encrypted},
		{"larger than it says", zip.FileHeader{UncompressedSize64: 4}, Unreadable},
		{"smaller than it says", zip.FileHeader{UncompressedSize64: 6}, Unreadable},
		{"with another sum", zip.FileHeader{UncompressedSize64: 5, CRC32: 1}, Unreadable},
		{"packed in an unknown way", zip.FileHeader{UncompressedSize64: 5, Method: 99}, Unreadable},
	} {
		tt.said.Name = "a.txt"
		if got, _ := look("a.zip", claiming(t, tt.said)); got.Problem != tt.want {
			t.Errorf("%s: %+v, want %v", tt.name, got, tt.want)
		}
	}
}

// TestPDFReader holds that the PDF files of an archive are read by the reader that was given.
func TestPDFReader(t *testing.T) {
	var read []string
	reader := PDFReader(func(src []byte, visit Visitor) Info {
		read = append(read, string(src))
		visit(Piece{Place: "⟨page⟩ 1", Offset: 7, Text: "teks"})
		return Info{Problem: TooLarge}
	})
	var pieces []piece
	info := reader.Read("a.zip", archive(t, "b.pdf", "satu", "c.PDF", "dua"),
		func(p Piece) {
			pieces = append(pieces, piece{p.Place, p.Offset, p.Text})
		})
	want := []piece{{"⟨name in an archive⟩", -1, "b\npdf"}, {"b.pdf, ⟨page⟩ 1", -1, "teks"},
		{"⟨name in an archive⟩", -1, "c\nPDF"}, {"c.PDF, ⟨page⟩ 1", -1, "teks"}}
	if !slices.Equal(read, []string{"satu", "dua"}) || info.Problem != TooLarge {
		t.Errorf("%+v, read %q", info, read)
	}
	if !slices.Equal(pieces, want) {
		t.Errorf("visited %+v, want %+v", pieces, want)
	}
}
