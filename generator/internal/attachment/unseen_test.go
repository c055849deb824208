package attachment

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"maklumat/generator/internal/disclosure"
)

// TestOfficeHidden holds that text which readers of an office file do not see is visited as such,
// and that the editor is told of what writers forget.
func TestOfficeHidden(t *testing.T) {
	const number = "3204051207890003"
	docx := func(body string, parts ...string) []byte {
		const spaces = ` xmlns:w="w" xmlns:mc="mc" xmlns:wps="wps"`
		return archive(t, append([]string{"word/document.xml", "<w:document" + spaces + "><w:body>" + paragraph("Surat untuk umum") + body + "</w:body></w:document>"}, parts...)...)
	}
	run := func(style, text string) string {
		return "<w:p><w:r><w:t>NIK </w:t></w:r><w:r><w:rPr>" + style + "</w:rPr><w:t>" + text[:8] + "</w:t></w:r><w:r><w:rPr>" + style + "</w:rPr><w:t>" + text[8:] + "</w:t></w:r></w:p>"
	}
	sheet := "<worksheet><sheetData>" + row(inline("A1", "Surat untuk umum")) + "</sheetData></worksheet>"
	xlsx := func(parts ...string) []byte {
		return archive(t, append([]string{"xl/worksheets/sheet1.xml", sheet}, parts...)...)
	}
	book := func(state, rows string) []byte {
		return archive(t, "xl/workbook.xml", `<workbook xmlns:r="r"><sheets><sheet name="Umum" sheetId="1" r:id="a"/><sheet name="Intern" sheetId="2" `+state+` r:id="b"/></sheets></workbook>`,
			"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="a" Type="x/worksheet" Target="/xl/worksheets/sheet1.xml"/><Relationship Id="b" Type="x/worksheet" Target="worksheets/sheet2.xml"/></Relationships>`,
			"xl/worksheets/sheet1.xml", sheet, "xl/worksheets/sheet2.xml", "<worksheet>"+rows+"</worksheet>")
	}
	cells := "<sheetData>" + row(inline("A1", "a"), inline("B1", number)) + "</sheetData>"
	slide := func(attrs string, parts ...string) []byte {
		return archive(t, append([]string{"ppt/slides/slide1.xml", "<p:sld><a:p><a:r><a:t>Surat untuk umum</a:t></a:r></a:p></p:sld>",
			"ppt/slides/slide2.xml", "<p:sld " + attrs + "><a:p><a:r><a:t>isi</a:t></a:r></a:p></p:sld>"}, parts...)...)
	}
	odt := func(styles, body string, parts ...string) []byte {
		return archive(t, append([]string{"content.xml", `<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="ta" xmlns:style="s" xmlns:dc="dc" xmlns:presentation="p" xmlns:draw="d"><office:automatic-styles>` + styles + `</office:automatic-styles><office:body><text:p>Surat untuk umum</text:p>` + body + `</office:body></office:document-content>`}, parts...)...)
	}
	for _, tt := range []struct {
		name, file string
		src        []byte
		how        string // that the editor is told
	}{
		{"a tracked deletion", "a.docx", docx(`<w:p><w:del w:author="x"><w:r><w:delText>` + number + `</w:delText></w:r></w:del></w:p>`), Deleted},
		{"moved away", "a.docx", docx(`<w:p><w:moveFrom><w:r><w:t>` + number + `</w:t></w:r></w:moveFrom></w:p>`), Deleted},
		{"hidden words", "a.docx", docx(run("<w:vanish/>", number)), Unshown},
		{"hidden by a style", "a.docx", docx(run(`<w:rStyle w:val="Rahasia"/>`, number), "word/styles.xml", `<w:styles xmlns:w="w"><w:style w:styleId="Rahasia"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`), Unshown},
		{"hidden by the style of a paragraph", "a.docx", docx(`<w:p><w:pPr><w:pStyle w:val="Rahasia"/></w:pPr><w:r><w:t>`+number+`</w:t></w:r></w:p>`, "word/styles.xml", `<w:styles xmlns:w="w"><w:style w:styleId="Rahasia"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`), Unshown},
		{"white on white", "a.docx", docx(run(`<w:color w:val="FFFFFF"/>`, number)), "coloured"},
		{"tiny", "a.docx", docx(run(`<w:sz w:val="2"/>`, number)), "tiny"},
		{"a comment", "a.docx", docx("", "word/comments.xml", paragraph(number)), Comment},
		{"a field", "a.docx", docx(`<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "https://contoh.go.id/` + number + `"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`), ""},
		{"a box for older programs", "a.docx", docx(`<w:p><w:r><mc:AlternateContent><mc:Fallback><w:p><w:r><w:t>` + number + `</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:r></w:p>`), ""},
		{"a description of a picture", "a.docx", docx(`<w:p><wp:docPr descr="` + number + `"/></w:p>`), ""},
		{"properties", "a.docx", docx("", "docProps/core.xml", "<cp:coreProperties><dc:title>"+number+"</dc:title></cp:coreProperties>"), ""},
		{"properties of the office", "a.docx", docx("", "docProps/app.xml", "<Properties><Company>"+number+"</Company></Properties>"), ""},
		{"variables", "a.docx", docx("", "word/settings.xml", `<w:settings><w:docVar w:name="a" w:val="`+number+`"/></w:settings>`), ""},
		{"parts of other programs", "a.docx", docx("", "customXml/item1.xml", "<a><b>"+number+"</b></a>"), ""},
		{"parts of other programs that are no XML", "a.docx", docx("", "customXml/item1.xml", "<a>"+number), ""},
		{"a chart", "a.docx", docx("", "word/charts/chart1.xml", "<c:chart><c:pt><c:v>"+number+"</c:v></c:pt></c:chart>"), ""},
		{"a workbook in it", "a.docx", docx("", "word/embeddings/a.xlsx", string(archive(t, "xl/worksheets/sheet1.xml", "<worksheet>"+cells+"</worksheet>"))), Cached},
		{"building blocks", "a.docx", docx("", "word/glossary/document.xml", paragraph(number)), ""},
		{"a hidden sheet", "a.xlsx", book(`state="hidden"`, cells), Unshown},
		{"a sheet that is hidden well", "a.xlsx", book(`state="veryHidden"`, cells), Unshown},
		{"a hidden row", "a.xlsx", book("", "<sheetData>"+strings.Replace(row(inline("A1", number)), "<row>", `<row hidden="1">`, 1)+"</sheetData>"), Unshown},
		{"a hidden column", "a.xlsx", book("", `<cols><col min="2" max="2" hidden="1"/></cols>`+cells), Unshown},
		{"rows hidden by default", "a.xlsx", book("", `<sheetFormatPr zeroHeight="1"/>`+cells), Unshown},
		{"a part without a tab", "a.xlsx", archive(t, "xl/workbook.xml", `<workbook xmlns:r="r"><sheets><sheet name="Umum" r:id="a"/></sheets></workbook>`, "xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/></Relationships>`, "xl/worksheets/sheet1.xml", sheet, "xl/worksheets/sheet9.xml", "<worksheet>"+cells+"</worksheet>"), Unshown},
		{"the cache of a pivot table", "a.xlsx", xlsx("xl/pivotCache/pivotCacheDefinition1.xml", `<pivotCacheDefinition><sharedItems><s v="`+number+`"/></sharedItems></pivotCacheDefinition>`), Cached},
		{"the records of a pivot table", "a.xlsx", xlsx("xl/pivotCache/pivotCacheRecords1.xml", `<pivotCacheRecords><r><n v="`+number+`"/></r></pivotCacheRecords>`), Cached},
		{"another workbook", "a.xlsx", xlsx("xl/externalLinks/externalLink1.xml", `<externalLink><cell r="A1"><v>`+number+`</v></cell></externalLink>`), Cached},
		{"a comment of a cell", "a.xlsx", xlsx("xl/comments1.xml", `<comments><comment><text><r><t>3204051207</t></r><r><t>890003</t></r></text></comment></comments>`), Comment},
		{"a thread of comments", "a.xlsx", xlsx("xl/threadedComments/threadedComment1.xml", `<ThreadedComments><threadedComment><text>`+number+`</text></threadedComment></ThreadedComments>`), Comment},
		{"who comments", "a.xlsx", xlsx("xl/persons/person.xml", `<personList><person displayName="`+number+`"/></personList>`), ""},
		{"a choice for a cell", "a.xlsx", book("", `<sheetData/><dataValidations><dataValidation prompt="x"><formula1>"a,`+number+`"</formula1></dataValidation></dataValidations>`), ""},
		{"a formula", "a.xlsx", book("", `<sheetData>`+row(`<c r="A1" t="str"><f>IF(B1="`+number+`",1,2)</f><v>2</v></c>`)+`</sheetData>`), ""},
		{"a number that a format shows otherwise", "a.xlsx", archive(t, "xl/worksheets/sheet1.xml", "<worksheet><sheetData>"+row(inline("A1", "Surat untuk umum"), `<c r="B1" s="0"><v>`+number+`</v></c>`)+"</sheetData></worksheet>", "xl/styles.xml", `<styleSheet><cellXfs><xf numFmtId="3"/></cellXfs></styleSheet>`), ""},
		{"a table", "a.xlsx", xlsx("xl/tables/table1.xml", `<table><tableColumn name="`+number+`"/></table>`), ""},
		{"a name", "a.xlsx", archive(t, "xl/workbook.xml", `<workbook><definedNames><definedName name="a">"`+number+`"</definedName></definedNames></workbook>`, "xl/worksheets/sheet1.xml", sheet), ""},
		{"a hidden slide", "a.pptx", slide(`show="0"`, "ppt/slides/slide3.xml", `<p:sld show="0"><a:p><a:t>`+number+`</a:t></a:p></p:sld>`), Unshown},
		{"notes of a speaker", "a.pptx", slide("", "ppt/notesSlides/notesSlide1.xml", "<a:p><a:t>"+number+"</a:t></a:p>"), Notes},
		{"a comment on a slide", "a.pptx", slide("", "ppt/comments/comment1.xml", "<p:cmLst><p:cm><p:text>"+number+"</p:text></p:cm></p:cmLst>"), Comment},
		{"a layout", "a.pptx", slide("", "ppt/slideLayouts/slideLayout1.xml", "<a:p><a:t>"+number+"</a:t></a:p>"), ""},
		{"a tag", "a.pptx", slide("", "ppt/tags/tag1.xml", `<p:tagLst><p:tag name="A" val="`+number+`"/></p:tagLst>`), ""},
		{"a change of an open document", "a.odt", odt("", `<text:tracked-changes><text:deletion><text:p>`+number+`</text:p></text:deletion></text:tracked-changes>`), Deleted},
		{"a note of an open document", "a.odt", odt("", `<text:p>satu<office:annotation><dc:creator>x</dc:creator><text:p>`+number+`</text:p></office:annotation>dua</text:p>`), Comment},
		{"hidden words of an open document", "a.odt", odt(`<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>`, `<text:p>a <text:span text:style-name="T1">`+number+`</text:span></text:p>`), Unshown},
		{"words that may be hidden", "a.odt", odt("", `<text:p><text:hidden-text>`+number+`</text:hidden-text></text:p>`), Unshown},
		{"a hidden row of an open sheet", "a.ods", odt("", `<table:table><table:table-row table:visibility="collapse"><table:table-cell><text:p>`+number+`</text:p></table:table-cell></table:table-row></table:table>`), Unshown},
		{"a hidden column of an open sheet", "a.ods", odt("", `<table:table><table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/><table:table-row><table:table-cell/><table:table-cell/><table:table-cell><text:p>`+number+`</text:p></table:table-cell></table:table-row></table:table>`), Unshown},
		{"a hidden open sheet", "a.ods", odt(`<style:style style:name="ta1"><style:table-properties table:display="false"/></style:style>`, `<table:table table:style-name="ta1"><table:table-row><table:table-cell><text:p>`+number+`</text:p></table:table-cell></table:table-row></table:table>`), Unshown},
		{"a value that is shown otherwise", "a.ods", odt("", `<table:table><table:table-row><table:table-cell office:value="`+number+`"><text:p>3,20E+15</text:p></table:table-cell></table:table-row></table:table>`), ""},
		{"notes of an open presentation", "a.odp", odt("", `<draw:page><presentation:notes><text:p>`+number+`</text:p></presentation:notes></draw:page>`), Notes},
		{"who wrote an open document", "a.odt", odt("", "", "meta.xml", "<office:meta><dc:creator>"+number+"</dc:creator></office:meta>"), ""},
		{"a row that is hidden", "a.docx", docx(`<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc><w:p><w:r><w:t>` + number + `</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`), Unshown},
		{"hidden by a style of a style", "a.docx", docx(run(`<w:rStyle w:val="Anak"/>`, number), "word/styles.xml", `<w:styles xmlns:w="w"><w:style w:styleId="Anak"><w:basedOn w:val="Induk"/></w:style><w:style w:styleId="Induk"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`), Unshown},
		{"white behind a table with a ground", "a.docx", docx(`<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:fill="112233"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>` + run(`<w:color w:val="ffffff"/>`, number)), "coloured"},
		{"behind a box in a hidden paragraph", "a.docx", docx(`<w:p><w:pPr><w:pStyle w:val="R"/></w:pPr><w:r><w:txbxContent><w:p><w:r><w:t>kotak</w:t></w:r></w:p></w:txbxContent></w:r><w:r><w:t>`+number+`</w:t></w:r></w:p>`, "word/styles.xml", `<w:styles xmlns:w="w"><w:style w:styleId="R"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`), Unshown},
		{"a comment of XML", "a.docx", docx("<!-- " + number + " -->"), ""},
		{"extensions of a cell", "a.xlsx", book("", `<sheetData>`+row(`<c r="A1"><v>1</v><extLst><ext>`+number+`</ext></extLst></c>`)+`</sheetData>`), ""},
		{"a second value of a cell", "a.xlsx", book("", `<sheetData>`+row(`<c r="A1" t="inlineStr"><v>`+number+`</v><is><t>a</t></is></c>`)+`</sheetData>`), ""},
		{"how a word of a cell is spoken", "a.xlsx", book("", `<sheetData>`+row(`<c r="A1" t="inlineStr"><is><t>a</t><rPh><t>`+number+`</t></rPh></is></c>`)+`</sheetData>`), ""},
		{"a hidden shape of a slide", "a.pptx", slide("", "ppt/slides/slide3.xml", `<p:sld><p:sp><p:nvSpPr><p:cNvPr hidden="1"/></p:nvSpPr><p:txBody><a:p><a:t>`+number+`</a:t></a:p></p:txBody></p:sp></p:sld>`), Unshown},
		{"white by a style of a paragraph", "a.docx", docx(`<w:p><w:pPr><w:pStyle w:val="P"/></w:pPr><w:r><w:t>`+number+`</w:t></w:r></w:p>`, "word/styles.xml", `<w:styles xmlns:w="w"><w:style w:styleId="P"><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style></w:styles>`), "coloured"},
		{"tiny by a style of words", "a.docx", docx(run(`<w:rStyle w:val="K"/>`, number), "word/styles.xml", `<w:styles xmlns:w="w"><w:style w:styleId="K"><w:basedOn w:val="L"/></w:style><w:style w:styleId="L"><w:rPr><w:sz w:val="2"/></w:rPr></w:style></w:styles>`), "tiny"},
		{"a hidden section of an open document", "a.odt", odt("", `<text:section text:display="none"><text:p>`+number+`</text:p></text:section>`), Unshown},
		{"white words of an open document", "a.odt", odt(`<style:style style:name="W"><style:text-properties fo:color="#FFFFFF"/></style:style>`, `<text:p text:style-name="W">`+number+`</text:p>`), "coloured"},
		{"tiny words of an open document", "a.odt", odt(`<style:style style:name="T"><style:text-properties fo:font-size="1pt"/></style:style>`, `<text:p><text:span text:style-name="T">`+number+`</text:span></text:p>`), "tiny"},
		{"a style of a hidden style", "a.odt", odt(`<style:style style:name="Induk"><style:text-properties text:display="none"/></style:style><style:style style:name="T1" style:parent-style-name="Induk"/>`, `<text:p><text:span text:style-name="T1">`+number+`</text:span></text:p>`), Unshown},
	} {
		t.Run(tt.name, func(t *testing.T) {
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
			if strings.Contains(read.String(), "32040512") || !strings.Contains(read.String(), "Surat untuk umum") {
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

// TestOfficeSeen holds what readers see of a letter: what was inserted, and no words of neighbours
// in one.
func TestOfficeSeen(t *testing.T) {
	body := `<w:p><w:r><w:t xml:space="preserve">awal </w:t></w:r><w:del><w:r><w:delText>dihapus</w:delText></w:r></w:del><w:ins><w:r><w:t>disisip</w:t></w:r></w:ins></w:p>` +
		`<w:p><w:r><w:t>luar</w:t></w:r><w:r><mc:Choice><w:txbxContent><w:p><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>kotak</w:t></w:r></w:p></w:txbxContent></mc:Choice></w:r></w:p>` +
		`<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:fill="112233"/></w:tcPr><w:p><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>kepala</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>sel</w:t></w:r></w:p></w:tc></w:tr></w:tbl>` +
		`<w:p><w:r><w:t>pisah</w:t></w:r><w:r><w:t>kata</w:t></w:r><w:r><w:noBreakHyphen/><w:t>sambung</w:t></w:r><w:r><w:softHyphen/><w:t>lunak</w:t></w:r><w:r><w:tab/><w:t>tab</w:t></w:r></w:p>` +
		`<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>tampak</w:t></w:r></w:p>` +
		`<w:tbl><w:tblPr><w:tblStyle w:val="Kisi"/></w:tblPr><w:tr><w:tc><w:p><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>gaya tabel</w:t></w:r></w:p></w:tc></w:tr></w:tbl>` +
		`<w:p><w:r><w:rPr><w:color w:val="FFFFFF"/><w:highlight w:val="black"/></w:rPr><w:t>sorot</w:t></w:r></w:p>` +
		`<w:p><w:r><w:rPr><w:color w:val="FFFFFF"/><w:shd w:val="solid" w:color="000000" w:fill="auto"/></w:rPr><w:t>arsir</w:t></w:r></w:p>` +
		`<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:fill="112233"/></w:tcPr><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>sesudah tabel</w:t></w:r></w:p></w:tc></w:tr></w:tbl>` +
		`<w:p><w:pPr><w:pStyle w:val="R"/></w:pPr><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>tetap tampak</w:t></w:r></w:p>` +
		`<w:p><w:pPr><w:pStyle w:val="P"/></w:pPr><w:r><w:rPr><w:color w:val="000000"/></w:rPr><w:t>hitam lagi</w:t></w:r></w:p>` +
		`<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>putih di atas warna</w:t></w:r></w:p>` +
		`<w:p><w:r><w:rPr><w:sz w:val="4"/></w:rPr><w:t>dua poin</w:t></w:r></w:p>`
	info, pieces := look("a.docx", archive(t, "word/document2.xml", `<w:document xmlns:w="w" xmlns:mc="mc"><w:body>`+body+`</w:body></w:document>`, "word/styles.xml", `<w:styles xmlns:w="w"><w:style w:styleId="R"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="P"><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>`+
		`<w:style w:styleId="A"><w:pPr><w:shd w:fill="112233"/></w:pPr><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style></w:styles>`))
	var texts []string
	for _, p := range pieces {
		texts = append(texts, p.text)
	}
	want := []string{"awal disisip", "luar", "kotak", "kepala", "sel", "pisahkata-sambunglunak tab", "tampak", "gaya tabel", "sorot", "arsir", "sesudah tabel", "tetap tampak", "hitam lagi", "putih di atas warna", "dua poin"}
	if !slices.Equal(texts, want) {
		t.Errorf("%q, want %q", texts, want)
	}
	if want := []Hidden{{Deleted, "word/document2.xml"}}; !slices.Equal(info.Hidden, want) {
		t.Errorf("%+v", info.Hidden)
	}
}

// TestOpenSeen holds that readers see white words of an open document on a ground of another
// colour.
func TestOpenSeen(t *testing.T) {
	const styles = `<style:style style:name="W"><style:text-properties fo:color="#ffffff"/></style:style>` +
		`<style:style style:name="C" style:family="table-cell"><style:table-cell-properties fo:background-color="#112233"/></style:style>` +
		`<style:style style:name="G"><style:graphic-properties draw:fill="solid"/></style:style>` +
		`<style:style style:name="B" style:parent-style-name="W"><style:text-properties fo:color="#000000"/></style:style>` +
		`<style:style style:name="E"><style:text-properties fo:font-size="2pt"/></style:style>` +
		`<style:style style:name="D" style:parent-style-name="C"/>`
	const white = `<text:p><text:span text:style-name="W">putih</text:span></text:p>`
	for name, tt := range map[string]struct{ file, body string }{
		"a cell":             {"a.odt", `<table:table><table:table-row><table:table-cell table:style-name="C">` + white + `</table:table-cell></table:table-row></table:table>`},
		"a cell by its base": {"a.ods", `<table:table><table:table-row><table:table-cell table:style-name="D">` + white + `</table:table-cell></table:table-row></table:table>`},
		"a frame":            {"a.odt", `<draw:frame draw:style-name="G">` + white + `</draw:frame>`},
		"a slide":            {"a.odp", `<draw:page>` + white + `</draw:page>`},
		"two points":         {"a.odt", `<text:p text:style-name="E">putih</text:p>`},
		"another colour":     {"a.odt", `<text:p text:style-name="B">putih</text:p>`},
	} {
		info, pieces := look(tt.file, archive(t, "content.xml", `<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="ta" xmlns:style="s" xmlns:draw="d"><office:automatic-styles>`+styles+`</office:automatic-styles><office:body>`+tt.body+`</office:body></office:document-content>`))
		if len(pieces) != 1 || pieces[0].text != "putih" || len(info.Hidden) > 0 {
			t.Errorf("%s: %v, %+v", name, pieces, info)
		}
	}
}

// TestOddTabs holds that a sheet is found where its tab says, however its part is called.
func TestOddTabs(t *testing.T) {
	for target, part := range map[string]string{"sheets/s1.xml": "xl/sheets/s1.xml", "worksheets/Sheet1.xml": "xl/worksheets/sheet1.xml", "/xl/a.xml": "xl/a.xml"} {
		info, _ := look("a.xlsx", archive(t, "xl/workbook.xml", `<workbook xmlns:r="r"><sheets><sheet name="A" r:id="a"/></sheets></workbook>`,
			"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="a" Target="`+target+`"/></Relationships>`, part, "<worksheet><sheetData>"+row(inline("A1", "isi"))+"</sheetData></worksheet>"))
		if want := (Info{Preview: [][]string{{"isi"}}}); !same(info, want) || len(info.Hidden) > 0 {
			t.Errorf("%s: %+v", target, info)
		}
	}
}

// TestTabs holds that the preview is of the first tab that readers see, in the order of the
// workbook.
func TestTabs(t *testing.T) {
	sheet := func(text string) string {
		return "<worksheet><sheetData>" + row(inline("A1", text), inline("B1", "tutup"), inline("C1", "c_x000D_\n")) + row(inline("A2", "x_x005F_y")) + "</sheetData></worksheet>"
	}
	src := archive(t, "xl/workbook.xml", `<workbook xmlns:r="r"><sheets><sheet name="Intern" state="hidden" r:id="c"/><sheet name="Rekap 2025" r:id="b"/><sheet name="Lama" r:id="a"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/><Relationship Id="b" Target="worksheets/sheet2.xml"/><Relationship Id="c" Target="worksheets/sheet3.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml", sheet("lama"), "xl/worksheets/sheet2.xml", strings.Replace(sheet("rekap"), "<sheetData>", `<cols><col min="2" max="2" hidden="1"/></cols><sheetData>`, 1), "xl/worksheets/sheet3.xml", sheet("intern"))
	info, pieces := look("a.xlsx", src)
	if want := (Info{Rows: 1, Preview: [][]string{{"rekap", "c\n"}, {"x_y"}}}); !same(info, want) {
		t.Errorf("%+v, want %+v", info, want)
	}
	want := []piece{{"⟨name of a tab⟩", -1, "Rekap 2025"}, {"⟨name of a tab⟩", -1, "Lama"}, {"Rekap 2025, ⟨cell⟩ A1", -1, "rekap"}, {"Rekap 2025, ⟨cell⟩ C1", -1, "c\n"}, {"Rekap 2025, ⟨cell⟩ A2", -1, "x_y"},
		{"Lama, ⟨cell⟩ A1", -1, "lama"}, {"Lama, ⟨cell⟩ B1", -1, "tutup"}, {"Lama, ⟨cell⟩ C1", -1, "c\n"}, {"Lama, ⟨cell⟩ A2", -1, "x_y"}}
	if !slices.Equal(pieces, want) {
		t.Errorf("%+v, want %+v", pieces, want)
	}
}

// TestBoxes holds that a number is found whose digits stand in a cell each, as on forms, and one
// behind a code in the header of a sheet.
func TestBoxes(t *testing.T) {
	const number = "3204051207890003"
	var words, cells, record strings.Builder
	for i, c := range number {
		words.WriteString("<w:tc>" + paragraph(string(c)) + "</w:tc>")
		cells.WriteString(inline(string(rune('A'+i))+"1", string(c)))
		record.WriteString("," + string(c))
	}
	table := func(cells string) []byte {
		return archive(t, "word/document.xml", `<w:document xmlns:w="w"><w:body><w:tbl><w:tr>`+cells+"</w:tr></w:tbl></w:body></w:document>")
	}
	for _, tt := range []struct {
		name, file string
		src        []byte
		want       bool
	}{
		{"a form", "a.docx", table(words.String()), true},
		{"a row of another form", "a.docx", table(words.String()[:len(words.String())/2]), false},
		{"a sheet", "a.xlsx", archive(t, "xl/worksheets/sheet1.xml", "<worksheet><sheetData>"+row(cells.String())+"</sheetData></worksheet>"), true},
		{"a table in text", "a.csv", []byte("NIK" + record.String() + "\n"), true},
		{"a number whose letters change", "a.docx", archive(t, "word/document.xml", "<w:document/>", "customXml/item1.xml", "<a><p><r>"+number[:8]+"</r><r>"+number[8:]+"</r></p></a>"), true},
		{"two numbers", "a.docx", archive(t, "word/document.xml", "<w:document/>", "customXml/item1.xml", "<a><p>"+number[:8]+"</p><p>"+number[8:]+"</p></a>"), false},
		{"the header of a sheet", "a.xlsx", archive(t, "xl/worksheets/sheet1.xml", "<worksheet><sheetData>"+row(inline("A1", "a"))+"</sheetData><headerFooter><oddHeader>&amp;L"+number+"&amp;Rx</oddHeader></headerFooter></worksheet>"), true},
	} {
		found := false
		info := Read(tt.file, tt.src, func(p Piece) {
			for _, h := range disclosure.FindPersonal(p.Text) {
				found = found || h.Sort == disclosure.NIK && h.Value == number
			}
		})
		if found != tt.want || info.Problem != None {
			t.Errorf("%s: found %v, %+v", tt.name, found, info)
		}
	}
}

// TestMerged holds that each row of a list has what a cell over some rows shows, and that what a
// format or a colour hides is not shown.
func TestMerged(t *testing.T) {
	const styles = `<styleSheet><numFmts><numFmt numFmtId="170" formatCode=";;;"/></numFmts><fonts><font/><font><color rgb="FFFFFFFF"/></font></fonts>` +
		`<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="0" fontId="1"/><xf numFmtId="0" fontId="1" fillId="3"/></cellXfs></styleSheet>`
	rows := row(inline("A1", "Jenis"), inline("B1", "Nama")) + row(inline("A2", "Berkala"), inline("B2", "satu")) +
		row(inline("B3", "dua")) + row(inline("A4", "Setiap saat"), inline("B4", "tiga"), `<c r="C4" s="1"><v>7</v></c>`, `<c r="D4" s="2"><v>8</v></c>`, `<c r="E4" s="3"><v>9</v></c>`)
	src := func(styles string, merged string) []byte {
		return archive(t, "xl/styles.xml", styles, "xl/worksheets/sheet1.xml", "<worksheet><sheetData>"+rows+"</sheetData><mergeCells>"+merged+"</mergeCells></worksheet>")
	}
	merged := `<mergeCell ref="A2:A3"/><mergeCell ref="A4:B4"/><mergeCell ref="Z9:Z99999999"/><mergeCell ref="x"/>`
	want := [][]string{{"Jenis", "Nama"}, {"Berkala", "satu"}, {"Berkala", "dua"}, {"Setiap saat", "", "", "", "9"}}
	info, _ := look("a.xlsx", src(styles, merged))
	if !reflect.DeepEqual(info.Preview, want) || !slices.Equal(info.Hidden, []Hidden{{Unshown, "sheet1"}, {"coloured", "sheet1"}}) {
		t.Errorf("%q, %+v", info.Preview, info.Hidden)
	}
	if list, _ := Sheets("a.xlsx", src(styles, merged)); len(list) != 1 || !reflect.DeepEqual(list[0].Rows, want) {
		t.Errorf("%q", list)
	}
	// What a condition or the style of a table may give a ground is seen.
	info, _ = look("a.xlsx", src(strings.Replace(styles, "</cellXfs>", "</cellXfs><dxfs><dxf><fill/></dxf></dxfs>", 1), ""))
	if len(info.Hidden) != 1 || info.Preview[3][3] != "8" {
		t.Errorf("%q, %+v", info.Preview, info.Hidden)
	}
}
