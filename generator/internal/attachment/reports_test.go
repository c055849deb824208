package attachment

import (
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// Reports of faults in other programs, by the repository and the number of the report. The inputs
// are our own, of the same kind.

// cut is a number that an office program wrote in two runs.
const cut = `<a:r><a:rPr lang="id-ID"/><a:t>32040512</a:t></a:r><a:r><a:rPr lang="id-ID" b="1"/><a:t>07890003</a:t></a:r>`

// TestReportsHidden holds what is found in office files and kept from readers.
func TestReportsHidden(t *testing.T) {
	const number = "3204051207890003"
	docx := func(body string, parts ...string) []byte {
		return archive(t, append([]string{"word/document.xml", `<w:document xmlns:w="w" xmlns:wp="wp" xmlns:wps="wps"><w:body>` + paragraph("Surat untuk umum") + body + "</w:body></w:document>"}, parts...)...)
	}
	xlsx := func(rows, more string, parts ...string) []byte {
		return archive(t, append([]string{"xl/worksheets/sheet1.xml", "<worksheet>" + more + "<sheetData>" + row(inline("A1", "Surat untuk umum")) + rows + "</sheetData></worksheet>"}, parts...)...)
	}
	pptx := func(shape string, parts ...string) []byte {
		return archive(t, append([]string{"ppt/presentation.xml", `<p:presentation><p:sldSz cx="9144000" cy="6858000"/></p:presentation>`,
			"ppt/slides/slide1.xml", "<p:sld><a:p><a:r><a:t>Surat untuk umum</a:t></a:r></a:p>" + shape + "</p:sld>"}, parts...)...)
	}
	fonts := func(color string) []string {
		return []string{"xl/styles.xml", `<styleSheet><fonts><font/><font>` + color + `</font></fonts><cellXfs><xf/><xf fontId="1"/></cellXfs></styleSheet>`}
	}
	white := `<row r="2"><c r="A2" s="1" t="inlineStr"><is><t>` + number + `</t></is></c></row>`
	beside := func(off, ext string) string {
		return `<p:sp><p:spPr><a:xfrm><a:off ` + off + `/><a:ext ` + ext + `/></a:xfrm></p:spPr><p:txBody><a:p><a:r><a:t>` + number + `</a:t></a:r></a:p></p:txBody></p:sp>`
	}
	const odf = `<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="ta"><office:body><text:p>Surat untuk umum</text:p>`
	for _, tt := range []struct {
		report, file string
		src          []byte
		how          string
	}{
		{"awslabs/ferret-scan#690, a chart", "a.docx", docx("", "word/charts/chart1.xml", `<c:chartSpace><c:rich><a:p>`+cut+`</a:p></c:rich></c:chartSpace>`), ""},
		{"awslabs/ferret-scan#627, building blocks", "a.docx", docx("", "word/glossary/document.xml", `<w:p><w:r><w:t>320405</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:lang w:val="id-ID"/></w:rPr><w:t>1207890003</w:t></w:r></w:p>`), ""},
		{"yfedoseev/office_oxide#271", "a.docx", docx("", "word/diagrams/data1.xml", `<dgm:dataModel><dgm:ptLst><dgm:pt modelId="1"><dgm:t><a:p>`+cut+`</a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>`), ""},
		{"awslabs/ferret-scan#630", "a.pptx", pptx("", "ppt/slideMasters/slideMaster1.xml", `<p:sldMaster><a:p>`+cut+`</a:p></p:sldMaster>`), ""},
		{"developer0hye/office2pdf#272, a colour", "a.xlsx", archive(t, "xl/worksheets/sheet1.xml", `<worksheet><sheetData>`+row(inline("A1", "Surat untuk umum"))+`</sheetData><headerFooter><oddHeader>&amp;C&amp;KFF0000`+number+`</oddHeader></headerFooter></worksheet>`), ""},
		{"developer0hye/office2pdf#272, within", "a.xlsx", archive(t, "xl/worksheets/sheet1.xml", `<worksheet><sheetData>`+row(inline("A1", "Surat untuk umum"))+`</sheetData><headerFooter><oddHeader>&amp;LNIK 32040512&amp;B07890003&amp;&quot;Arial,Bold&quot;&amp;14 x</oddHeader></headerFooter></worksheet>`), ""},
		{"developer0hye/office2pdf#272, no code", "a.xlsx", archive(t, "xl/worksheets/sheet1.xml", `<worksheet><sheetData>`+row(inline("A1", "Surat untuk umum"))+`</sheetData><headerFooter><oddHeader>&amp;`+number+`</oddHeader></headerFooter></worksheet>`), ""},
		{"ExcelDataReader/ExcelDataReader#582", "a.xlsx", archive(t, "xl/worksheets/sheet1.xml", `<worksheet><sheetData>`+row(inline("A1", "Surat untuk umum"), inline("B1", number))+`</sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>`), Unshown},
		{"SheetJS/sheetjs#1365", "a.ods", archive(t, "content.xml", odf+`<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:covered-table-cell><text:p>`+number+`</text:p></table:covered-table-cell></table:table-row></table:table></office:body></office:document-content>`), Unshown},
		{"productdevbook/hucre#118", "a.xlsx", xlsx(white, "", fonts(`<color rgb="00FFFFFF"/>`)...), "coloured"},
		{"productdevbook/hucre#118, of a palette", "a.xlsx", xlsx(white, "", fonts(`<color indexed="9"/>`)...), "coloured"},
		{"exceljs/exceljs#1687", "a.xlsx", xlsx(`<row r="2"><c r="A2" t="inlineStr"><is><r><t>isi </t></r><r><rPr><color rgb="FFFFFFFF"/></rPr><t>`+number+`</t></r></is></c></row>`, "", fonts("")...), "coloured"},
		{"exceljs/exceljs#1687, shared", "a.xlsx", xlsx(`<row r="2"><c r="A2" t="s"><v>0</v></c></row>`, "", append(fonts(""), "xl/sharedStrings.xml", `<sst><si><r><rPr><color rgb="FFFFFFFF"/></rPr><t>`+number+`</t></r></si></sst>`)...), "coloured"},
		{"brucemiller/LaTeXML#2589", "a.docx", docx(`<w:p><w:r><w:rPr><w:color w:val="FEFEFE"/></w:rPr><w:t>` + number + `</w:t></w:r></w:p>`), "coloured"},
		{"openooxml/betteroffice#268", "a.docx", docx(`<w:p><w:r><w:drawing><wp:anchor><wp:docPr id="1" hidden="1"/><wps:txbx><w:txbxContent><w:p><w:r><w:t>` + number + `</w:t></w:r></w:p></w:txbxContent></wps:txbx></wp:anchor></w:drawing></w:r></w:p>`), Unshown},
		{"Unstructured-IO/unstructured#1473", "a.pptx", pptx(beside(`x="9500000" y="100000"`, `cx="100" cy="100"`)), "outside"},
		{"Unstructured-IO/unstructured#1473, above", "a.pptx", pptx(beside(`x="0" y="-900000"`, `cx="100" cy="800000"`)), "outside"},
		{"flathub/org.libreoffice.LibreOffice#58", "a.odt", archive(t, "content.xml", odf+`<text:section text:display="condition" text:is-hidden="true"><text:p>`+number+`</text:p></text:section></office:body></office:document-content>`), Unshown},
		{"exceljs/exceljs#26", "a.xlsx", xlsx(`<row r="2"><c r="B2" t="inlineStr"><is><t>`+number+`</t></is></c></row>`, `<cols><col min="2" max="2" width="0" customWidth="1"/></cols>`), Unshown},
	} {
		t.Run(tt.report, func(t *testing.T) {
			var hidden, read strings.Builder
			info := Read(tt.file, tt.src, func(p Piece) {
				if p.Hidden {
					hidden.WriteString(p.Text + "\n")
				} else {
					read.WriteString(p.Text + "\n")
				}
			})
			if !strings.Contains(hidden.String(), number) || info.Problem != None {
				t.Errorf("not found in %q, %+v", hidden.String(), info)
			}
			if strings.Contains(read.String(), "3204") || !strings.Contains(read.String(), "Surat untuk umum") {
				t.Errorf("readers see %q", read.String())
			}
			told := slices.ContainsFunc(info.Hidden, func(h Hidden) bool { return h.How == tt.how })
			if told != (tt.how != "") || tt.how == "" && len(info.Hidden) > 0 {
				t.Errorf("told %+v, want %q", info.Hidden, tt.how)
			}
			for _, preview := range info.Preview {
				if strings.Contains(strings.Join(preview, " "), number) {
					t.Errorf("the preview shows %q", preview)
				}
			}
		})
	}
}

// TestReportsPDF holds what is made of PDF files as reports on other programs describe them.
func TestReportsPDF(t *testing.T) {
	const number = "3204051207890003"
	for _, tt := range []struct {
		report, file string
		number       bool // is found, though readers may not see it
		told         string
		seen, unseen string // words for the search, and words that it must not have
		scan         bool
	}{
		{"freelawproject/x-ray#194", "x-ray-194", false, Redaction, "Pelapor", "", false},
		{"Stirling-Tools/Stirling-PDF#7564", "stirling-7564", false, "covered", "Saksi", "Partodikromo", false},
		{"wikkiewikkie/Marisol#4", "marisol-4", false, "covered", "Saksi", "Mertodikromo", false},
		{"Stirling-Tools/Stirling-PDF#7564, in the picture", "stirling-7564-pixels", false, "covered", "", "Wongsodimejo", false},
		{"yfedoseev/pdf_oxide#1373", "pdf_oxide-1373", false, "layered", "", "", false},
		{"firecrawl/pdf-inspector#318", "pdf-inspector-318", false, "outside", "Halaman depan", "rahasiatepi", false},
		{"mozilla/pdf.js#9234", "pdfjs-9234", false, "", "GRADASIWULUNG", "", false},
		{"yfedoseev/pdf_oxide#806", "pdf_oxide-806", true, "", "", "", false},
		{"MatthiasValvekens/pyHanko#827", "pyhanko-827", true, Earlier, "", "", false},
		{"microsoft/markitdown#1821", "markitdown-1821", false, "", "lampiran", "", true},
		{"ocrmypdf/OCRmyPDF#1563", "ocrmypdf-1563", false, "", "", "", true},
		{"py-pdf/pypdf#4001", "pypdf-4001", true, "", "", "", false},
		{"mozilla/pdf.js#4915", "pdfjs-4915", true, Earlier, "", "", false},
		{"mozilla/pdf.js#4915, below the pointer", "pdfjs-4915-rollover", true, Earlier, "", "", false},
		{"opendocument-app/OpenDocument.core#574", "opendocument-574", true, Earlier, "", "", false},
	} {
		t.Run(tt.report, func(t *testing.T) {
			src, err := os.ReadFile("../pdf/testdata/reports/" + tt.file + ".pdf")
			if err != nil {
				t.Fatal(err)
			}
			all, read := "", ""
			info := Read("a.pdf", src, func(p Piece) {
				all += p.Text + "\n"
				if !p.Hidden {
					read += p.Text + "\n"
				}
			})
			if found := strings.Contains(strings.Join(strings.Fields(all), ""), number); found != tt.number {
				t.Errorf("the number is found: %v in %q", found, all)
			}
			if !strings.Contains(read, tt.seen) || tt.unseen != "" && strings.Contains(read, tt.unseen) {
				t.Errorf("readers see %q", read)
			}
			told := slices.ContainsFunc(info.Hidden, func(h Hidden) bool { return h.How == tt.told })
			if told != (tt.told != "") || tt.told == "" && len(info.Hidden) > 0 || info.Scan != tt.scan || info.Problem != None {
				t.Errorf("%+v", info)
			}
		})
	}
}

// TestReportsSheets holds what a table shows.
func TestReportsSheets(t *testing.T) {
	body := func(rows string) string { return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>" }
	shared := []string{
		`xl/Sheets\sheet1.xml`, body(`<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row><row><c t="s"><v>2</v></c><c><v>7</v></c></row>`),
		`xl\SharedStrings.xml`, "<sst><si><t>Kecamatan</t></si><si><t>Jumlah</t></si><si><t>Soreang</t></si></sst>",
		"xl/buku.xml", `<workbook xmlns:r="r"><sheets><sheet name="Umum" r:id="a"/></sheets></workbook>`,
		"xl/_rels/buku.xml.rels", `<Relationships><Relationship Id="a" Type="x/worksheet" Target="Sheets\sheet1.xml"/><Relationship Id="b" Type="x/sharedStrings" Target="SharedStrings.xml"/></Relationships>`,
		"_rels/.rels", `<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/buku.xml"/></Relationships>`,
	}
	borders := row(inline("A1", "Uraian"), inline("B1", "Nilai")) + row(inline("A2", "Beras"), inline("B2", "5")) + strings.Repeat(`<row><c s="0"/><c s="0"/></row>`, 200)
	for _, tt := range []struct {
		report     string
		parts      []string
		want       [][]string
		rows       int
		uncomputed string
	}{
		{"box/spout#441, dotnet/Open-XML-SDK#1128", shared, [][]string{{"Kecamatan", "Jumlah"}, {"Soreang", "7"}}, 1, ""},
		{"felipe-prenholato/openpyxl#69", []string{"xl/worksheets/sheet1.xml", body(row(inline("A1", "Total"), `<c r="B1"><f>SUM(C1:C2)</f></c>`))}, [][]string{{"Total", ""}}, 0, "sheet1, ⟨cell⟩ B1"},
		{"PHPOffice/PhpSpreadsheet#1454", []string{"xl/worksheets/sheet1.xml", body(borders)}, [][]string{{"Uraian", "Nilai"}, {"Beras", "5"}}, 1, ""},
		{"office-kit/xlsx#153", []string{"xl/worksheets/sheet1.xml", body(row(inline("A1", "Layanan _xD83D__xDE00_ baik"), inline("B1", "x")))}, [][]string{{"Layanan 😀 baik", "x"}}, 0, ""},
		{"doy/spreadsheet-parsexlsx#81", []string{"xl/worksheets/sheet1.xml", body(row(inline("A1", "baris satu_x000D_baris dua"), inline("B1", "a_x000D_\nb")))}, [][]string{{"baris satu\nbaris dua", "a\nb"}}, 0, ""},
		{"SheetJS/ssf#56", []string{"xl/styles.xml", `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="&quot;Kec. &quot;@"/></numFmts><cellXfs><xf/><xf numFmtId="170"/></cellXfs></styleSheet>`, "xl/worksheets/sheet1.xml", body(`<row><c r="A1" s="1" t="inlineStr"><is><t>Soreang</t></is></c><c r="B1" s="1"/></row>`)}, [][]string{{"Kec. Soreang", ""}}, 0, ""},
	} {
		t.Run(tt.report, func(t *testing.T) {
			info, _ := look("a.xlsx", archive(t, tt.parts...))
			if !reflect.DeepEqual(info.Preview, tt.want) || info.Rows != tt.rows || info.Uncomputed != tt.uncomputed {
				t.Errorf("%q, %+v", info.Preview, info)
			}
		})
	}
}

// TestReportsCSV holds in which dialect a table is read.
func TestReportsCSV(t *testing.T) {
	for _, tt := range []struct {
		report, src string
		want        [][]string
		problem     Problem
	}{
		{"janisdd/vscode-edit-csv#119", "Januari 15, 2026;1001;25.00;selesai;\nJanuari 16, 2026;1002;5.00;selesai;\nJanuari 12, 2026;1004;9.00;\n", [][]string{{"Januari 15, 2026", "1001", "25.00", "selesai", ""}, {"Januari 16, 2026", "1002", "5.00", "selesai", ""}, {"Januari 12, 2026", "1004", "9.00", ""}}, None},
		{"mholt/PapaParse#910", "Uraian, satuan;Nilai\nBeras, kg;12\nGula, kg;15\n", [][]string{{"Uraian, satuan", "Nilai"}, {"Beras, kg", "12"}, {"Gula, kg", "15"}}, None},
		{"mholt/PapaParse#153", "Beras;12,5\nGula;13,0\nMinyak;9,75\n", [][]string{{"Beras", "12,5"}, {"Gula", "13,0"}, {"Minyak", "9,75"}}, None},
		{"mholt/PapaParse#860", "Komoditas;Harga\nBeras;12,5\nGula;13,0\nCatatan: sementara, belum final\n", [][]string{{"Komoditas", "Harga"}, {"Beras", "12,5"}, {"Gula", "13,0"}, {"Catatan: sementara, belum final"}}, None},
		{"davidsantiago/clojure-csv#32", "Kegiatan;Nilai\n\"Pengadaan\" barang;5\nRapat;6\n", [][]string{{"Kegiatan", "Nilai"}, {"Pengadaan\" barang", "5"}, {"Rapat", "6"}}, None},
		{"adaltas/node-csv-parse#273", "Kegiatan;Nilai\n\"Pengadaan barang;5\nRapat;6\n", nil, Unreadable},
		{"numbers alone", "1,2,3\n4,5,6\n", [][]string{{"1", "2", "3"}, {"4", "5", "6"}}, None},
		{"blanks behind commas", "a, b, c\nd, e, f\n", [][]string{{"a", " b", " c"}, {"d", " e", " f"}}, None},
	} {
		t.Run(tt.report, func(t *testing.T) {
			if info, _ := look("a.csv", []byte(tt.src)); !reflect.DeepEqual(info.Preview, tt.want) || info.Problem != tt.problem {
				t.Errorf("%q, %v", info.Preview, info.Problem)
			}
		})
	}
}

// TestReportsTimes holds how times are shown that are as long as somebody worked.
func TestReportsTimes(t *testing.T) {
	for _, tt := range []struct {
		report, code, value, want string
		from1904                  bool
	}{
		{"SheetJS/sheetjs#2341", "[h]:mm:ss", "0.083331018518518518", "2:00:00", false},
		{"SheetJS/sheetjs#2341, minutes", "[h]:mm", "1.1250", "27:00", false},
		{"SheetJS/sheetjs#2587", "[h]:mm", "-0.0625", "-1:30", true},
		{"SheetJS/sheetjs#2587, from 1900", "[h]:mm", "-0.0625", "########", false},
	} {
		n := numberStyles{codes: []string{tt.code}, from1904: tt.from1904}
		if got, _ := n.show(tt.value, 0); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.report, got, tt.want)
		}
	}
}
