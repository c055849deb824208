package attachment

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"hash/crc32"
	"strings"
	"testing"
)

// TestBomb holds that what an archive says of its parts is enough to refuse it: no part is
// unpacked that says it is too large.
func TestBomb(t *testing.T) {
	for _, tt := range []struct {
		name string
		size uint64
		want bool
	}{
		{"as large as may be", maxPart, false},
		{"larger", maxPart + 1, true},
		{"larger than any number", 1<<64 - 1, true},
	} {
		for part, file := range map[string]string{
			"a.txt":                "a.zip",
			"word/document.xml":    "a.docx",
			"xl/sharedStrings.xml": "a.xlsx",
			"xl/workbook.xml":      "a.xlsx",
			"xl/worksheets/a.xml":  "a.xlsx",
		} {
			src := claiming(t, zip.FileHeader{Name: part, UncompressedSize64: tt.size})
			if got := Read(file, src, discard); (got.Problem == TooLarge) != tt.want {
				t.Errorf("%s, %s: %+v", part, tt.name, got)
			}
		}
	}
}

// TestParts holds how many parts archives may have.
func TestParts(t *testing.T) {
	most := []string{"word/document.xml", "<a/>"}
	for len(most) < 2*maxParts {
		most = append(most, "a.bin/", "")
	}
	more := append(most, "a.bin/", "")
	for _, name := range []string{"a.zip", "a.docx"} {
		if got := Read(name, archive(t, most...), discard); got.Problem != None {
			t.Errorf("%s: as many as may be: %+v", name, got)
		}
		if got := Read(name, archive(t, more...), discard); got.Problem != TooLarge {
			t.Errorf("%s: more: %+v", name, got)
		}
	}
}

// TestLevels holds how many elements may be open at a time.
func TestLevels(t *testing.T) {
	nested := func(n int) string { return strings.Repeat("<a>", n) + strings.Repeat("</a>", n) }
	beside := func(element string, n int) string {
		return "<a>" + strings.Repeat(element, n) + "</a>"
	}
	for _, tt := range []struct {
		name, part, text string
		want             Problem
	}{
		{"as many as may be", "word/document.xml", nested(maxLevels), None},
		{"more", "word/document.xml", nested(maxLevels + 1), TooLarge},
		{"as many as may be, twice", "word/document.xml",
			"<a>" + nested(maxLevels-1) + nested(maxLevels-1) + "</a>", None},
		{"beside each other", "word/document.xml", beside("<b/>", maxLevels+1), None},
		{"cells beside each other", "xl/worksheets/sheet1.xml", beside("<c/>", maxLevels+1), None},
		{"texts beside each other", "xl/sharedStrings.xml", beside("<si/>", maxLevels+1), None},
		{"cells inside each other", "xl/worksheets/sheet1.xml",
			strings.Repeat("<a>", maxLevels-1) + "<c><b/></c>" + strings.Repeat("</a>", maxLevels-1), None},
	} {
		ending := map[string]string{"w": ".docx", "x": ".xlsx"}[tt.part[:1]]
		if got := Read("a"+ending, archive(t, tt.part, tt.text), discard); got.Problem != tt.want {
			t.Errorf("%s: %+v, want %v", tt.name, got, tt.want)
		}
		if strings.HasPrefix(tt.part, "word/") {
			if got := Read("a.xml", []byte(tt.text), discard); got.Problem != tt.want {
				t.Errorf("%s, in data: %+v, want %v", tt.name, got, tt.want)
			}
		}
	}
}

// repeated returns an archive of texts, each of so many blanks, that is small and true.
func repeated(t *testing.T, sizes ...int) []byte {
	t.Helper()
	blanks := bytes.Repeat([]byte(" "), maxPart)
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	z.RegisterCompressor(zip.Deflate, nil)
	for _, size := range sizes {
		var packed bytes.Buffer
		w, err := flate.NewWriter(&packed, flate.BestSpeed)
		if err == nil {
			_, err = w.Write(blanks[:size])
		}
		if err == nil {
			err = w.Close()
		}
		if err != nil {
			t.Fatal(err)
		}
		part, err := z.CreateRaw(&zip.FileHeader{Name: "a.txt", Method: zip.Deflate,
			CRC32: crc32.ChecksumIEEE(blanks[:size]), UncompressedSize64: uint64(size),
			CompressedSize64: uint64(packed.Len())})
		if err == nil {
			_, err = part.Write(packed.Bytes())
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestLargerThanRead reads files that would take far more memory than they are large: it stops
// at what no file has reason to be.
func TestLargerThanRead(t *testing.T) {
	const more = maxToken + 64<<10 // what is read ahead is more too
	const fewer = maxToken - 64<<10
	long := strings.Repeat("kata ", 1000)
	text := func(n int) string { return strings.Repeat(long, n/len(long)) }
	word := func(body string) []byte { return archive(t, "word/document.xml", body) }
	sheet := func(body string) []byte { return archive(t, "xl/worksheets/sheet1.xml", body) }
	attributes := func(n int) string {
		return "<a" + strings.Repeat(" b=\""+long+"\"", n/len(long)) + "/>"
	}
	runs := func(n int) string {
		return "<p>" + strings.Repeat("<r>"+long+"</r>", n/len(long)) + "</p>"
	}
	shared := func(n int) []byte {
		return archive(t, "xl/sharedStrings.xml", "<sst><si><t>"+text(n)+"</t></si></sst>")
	}
	cell := func(n int) []byte {
		return sheet("<worksheet><c><is><t>" + text(n) + "</t></is></c></worksheet>")
	}
	names := func(n int) []byte { return archive(t, "xl/workbook.xml", "<a>"+text(n)+"</a>") }
	pages := func(n int) []byte {
		return archive(t, "docProps/app.xml", "<a>"+text(n)+"</a>", "word/a.xml", "<a/>")
	}
	csv := func(n int) []byte { return []byte(strings.Repeat("a", n)) }
	for _, tt := range []struct {
		name, file  string
		most, above []byte
	}{
		{"an element", "a.docx", word(attributes(fewer)), word(attributes(more))},
		{"elements behind each other", "a.docx",
			word("<a>" + strings.Repeat("<p>"+text(fewer/2)+"</p>", 3) + "</a>"),
			word("<a>" + text(more) + "</a>")},
		{"a paragraph", "a.docx", word(runs(fewer)), word(runs(more))},
		{"a paragraph, to the byte", "a.docx",
			word("<p>" + strings.Repeat("<r>"+strings.Repeat("a", maxToken/4)+"</r>", 4) + "</p>"),
			word("<p>" + strings.Repeat("<r>"+strings.Repeat("a", maxToken/4)+"</r>", 4) + "<r>a</r></p>")},
		{"a shared text", "a.xlsx", shared(fewer), shared(more)},
		{"a cell", "a.xlsx", cell(fewer), cell(more)},
		{"names of sheets", "a.xlsx", names(fewer), names(more)},
		{"pages", "a.docx", pages(fewer), pages(more)},
		{"a row", "a.csv", csv(maxToken - 1), csv(maxToken)},
		{"rows behind each other", "a.csv", bytes.Repeat(append(csv(fewer/2), '\n'), 3), csv(more)},
		{"cells of a row", "a.csv",
			[]byte(strings.Repeat(",", maxTable-1)), []byte(strings.Repeat(",", maxTable))},
		{"files of an archive", "a.zip", repeated(t, maxPart, maxPart), repeated(t, maxPart, maxPart, 1)},
	} {
		if got := Read(tt.file, tt.most, discard); got.Problem != None {
			t.Errorf("%s: as many as may be: %+v", tt.name, got)
		}
		if got := Read(tt.file, tt.above, discard); got.Problem != TooLarge {
			t.Errorf("%s: more: %+v", tt.name, got)
		}
	}
}

// TestManyCells holds how many cells a sheet may have, and how many texts they may share: a small
// archive may hold very many, which are refused before they are all in memory.
func TestManyCells(t *testing.T) {
	for _, tt := range []struct {
		name, part, begin, cell, end string
	}{
		{"cells", "xl/worksheets/sheet1.xml", "<worksheet><row>", "<c/>", "</row></worksheet>"},
		{"shared texts", "xl/sharedStrings.xml", "<sst>", "<si/>", "</sst>"},
	} {
		most := archive(t, tt.part, tt.begin+strings.Repeat(tt.cell, maxCells)+tt.end)
		if got := Read("a.xlsx", most, discard); got.Problem != None {
			t.Errorf("%s: as many as may be: %+v", tt.name, got)
		}
		more := archive(t, tt.part, tt.begin+strings.Repeat(tt.cell, maxCells+1)+tt.end)
		if got := Read("a.xlsx", more, discard); got.Problem != TooLarge {
			t.Errorf("%s: more: %+v", tt.name, got)
		}
	}
}
