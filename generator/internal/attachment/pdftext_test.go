package attachment

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"maklumat/generator/internal/pdf"
)

// again appends a new version of object n to a file.
func again(src []byte, n int, object string) []byte {
	at := len(src)
	src = fmt.Appendf(bytes.Clone(src), "%d 0 obj\n%s\nendobj\n", n, object)
	return fmt.Appendf(src, "xref\n%d 1\n%010d 00000 n \ntrailer\n<< /Size 20 /Root 1 0 R /Prev %s >>\nstartxref\n%d\n%%%%EOF\n",
		n, at, bytes.Fields(src[bytes.LastIndex(src[:at], []byte("startxref")):])[1], len(src))
}

// TestWritten holds that all that is written in a PDF is visited, though not on its pages: readers
// do not see it, and the editor is told of notes and of earlier versions.
func TestWritten(t *testing.T) {
	const number = "3204051207890003"
	stream := func(text string) string {
		return fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(text), text)
	}
	xmp := "<x:xmpmeta xmlns:x='adobe:ns:meta/'><dc:description>" + number + "</dc:description></x:xmpmeta>"
	packed := objectStream(xmp)
	two := pdfWith("<< /Type /Pages /Kids [4 0 R] /Count 1 >>", "", "", page(4, 2, "surat "+number)...)
	for _, tt := range []struct {
		name string
		src  []byte
		told []Hidden
	}{
		{"a note", pdfOf("", "/Annots [<< /Subtype /Text /Rect [0 0 9 9] /Contents ("+number+") >>]"), []Hidden{{Comment, ""}}},
		{"a note in an object", pdfOf("", "/Annots [4 0 R]", "<< /Subtype /Highlight /Contents ("+number+") >>"), []Hidden{{Comment, ""}}},
		{"a note without a word", pdfOf("", "/Annots [<< /Subtype /Text /Contents () >>] /T ("+number+")"), nil},
		{"a link with a description", pdfOf("", "/Annots [<< /Subtype /Link /Contents ("+number+") >>]"), nil},
		{"a bookmark", pdfOf("/Outlines << /First << /Title <FEFF"+utf16Hex(number)+"> >> >>", ""), nil},
		{"a field", pdfOf("/AcroForm << /Fields [<< /FT /Tx /T (nik) /V ("+number+") >>] >>", ""), []Hidden{{Field, ""}}},
		{"a field on a page", pdfOf("", "/Annots [<< /Subtype /Widget /Rect [0 0 9 9] /FT /Tx /V ("+number+") >>]"), nil},
		{"a field on a page, with parts", pdfOf("/AcroForm << /Fields [<< /FT /Tx /V ("+number+") /Kids [4 0 R] >>] >>", "", "<< /Subtype /Widget /Rect [0 0 9 9] >>"), nil},
		{"a field without parts", pdfOf("/AcroForm << /Fields [<< /FT /Tx /V ("+number+") /Kids [] >>] >>", ""), []Hidden{{Field, ""}}},
		{"a field that is hidden", pdfOf("", "/Annots [<< /Subtype /Widget /Rect [0 0 9 9] /F 6 /FT /Tx /V ("+number+") >>]"), []Hidden{{Field, ""}}},
		{"a field for paper alone", pdfOf("", "/Annots [<< /Subtype /Widget /Rect [0 0 9 9] /F 36 /FT /Tx /V ("+number+") >>]"), []Hidden{{Field, ""}}},
		{"a choice", pdfOf("/AcroForm << /Fields [<< /FT /Ch /Opt [(a) ("+number+")] >>] >>", ""), nil},
		{"a description of a picture", pdfOf("/StructTreeRoot << /K << /Alt ("+number+") >> >>", ""), nil},
		{"an object in a stream", pdfOf("", "", objectStream("4 0 << /Title ("+number+") >>")), nil},
		{"an object that nothing refers to", pdfOf("", "", "<< /Title ("+number+") >>"), nil},
		{"metadata", pdfOf("/Metadata 4 0 R", "", strings.Replace(stream(xmp), "<<", "<< /Type /Metadata /Subtype /XML", 1)), nil},
		{"metadata that are packed", pdfOf("/Metadata 4 0 R", "", strings.Replace(packed, "/Type /ObjStm", "/Type /Metadata /Subtype /XML", 1)), nil},
		{"a version before", again(two, 5, stream("BT /F1 12 Tf (surat) Tj ET")), []Hidden{{Earlier, "⟨earlier version⟩, ⟨page⟩ 1"}}},
	} {
		info, hidden := Info{}, ""
		info = Read("a.pdf", tt.src, func(p Piece) {
			if p.Hidden {
				hidden += p.Text + "\n"
			} else if strings.Contains(p.Text, number) {
				t.Errorf("%s: readers see it", tt.name)
			}
		})
		if !strings.Contains(hidden, number) || info.Problem != None {
			t.Errorf("%s: %q, %+v", tt.name, hidden, info)
		}
		if !slices.Equal(info.Hidden, tt.told) {
			t.Errorf("%s: told %+v, want %+v", tt.name, info.Hidden, tt.told)
		}
	}
	for n, want := range map[int]Problem{maxVersions: None, maxVersions + 1: TooLarge} {
		src := two
		for range n {
			src = again(src, 5, stream("BT /F1 12 Tf (surat) Tj ET"))
		}
		if info, _ := look("a.pdf", src); info.Problem != want {
			t.Errorf("%d versions: %+v", n, info)
		}
	}
	same := again(two, 5, stream("BT /F1 12 Tf (surat "+number+") Tj ET"))
	if info, _ := look("a.pdf", same); len(info.Hidden) > 0 {
		t.Errorf("a version that says the same: %+v", info.Hidden)
	}
}

func utf16Hex(text string) string {
	var b strings.Builder
	for _, c := range text {
		fmt.Fprintf(&b, "%04X", c)
	}
	return b.String()
}

// TestOtherProgramsHide holds that the guard reads what other programs hide on pages, or write
// besides them, that readers do not see it, and that an editor is told of what no reader can find.
func TestOtherProgramsHide(t *testing.T) {
	const number = "3204051207890003"
	told := map[string]string{"note": Comment, "unshown": Field, "deleted": Earlier, "unused": Earlier}
	for _, folder := range []string{"hidden", "written"} {
		files, err := filepath.Glob("../pdf/testdata/" + folder + "/*.pdf")
		if err != nil || len(files) < 18 {
			t.Fatalf("%d files: %v", len(files), err)
		}
		for _, file := range files {
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			hidden := ""
			info := Read("a.pdf", src, func(p Piece) {
				switch {
				case p.Hidden:
					hidden += p.Text + "\n"
				case strings.Contains(p.Text, number) && !strings.HasSuffix(file, "-field.pdf"):
					t.Errorf("%s: readers see it at %s", file, p.Place)
				}
			})
			if !strings.Contains(hidden, number) || info.Problem != None {
				t.Errorf("%s: %q, %+v", file, hidden, info)
			}
			way := strings.TrimSuffix(file[strings.LastIndex(file, "-")+1:], ".pdf")
			is := func(h Hidden) bool { return h.How == told[way] || folder == "hidden" }
			if want := told[way] != "" || folder == "hidden"; slices.ContainsFunc(info.Hidden, is) != want {
				t.Errorf("%s: told %+v", file, info.Hidden)
			}
		}
	}
}

// TestPlacesOfNotes holds where in a PDF an editor is told to look.
func TestPlacesOfNotes(t *testing.T) {
	for _, tt := range []struct{ name, inCatalog, inPage, more, want string }{
		{"a bookmark", "/Outlines << /First << /Title (SURAT) /Parent 9 0 R >> >>", "", "", PlaceBookmark},
		{"a property", "", "", "<< /Subject (SURAT) >>", PlaceMetadata + " Subject"},
		{"a property of its own", "", "", "<< /Lokasi (SURAT) /Producer (x) >>", PlaceMetadata + " Lokasi"},
		{"a field", "/AcroForm << /Fields [<< /FT /Tx /TU (SURAT) >>] >>", "", "", PlaceField},
		{"a choice", "/AcroForm << /Fields [<< /FT /Ch /Opt [(a) (SURAT)] >>] >>", "", "", PlaceField},
		{"what is read out", "/StructTreeRoot << /K << /Alt (SURAT) >> >>", "", "", PlaceAlt},
		{"a note", "", "/Annots [<< /Subtype /Text /Contents (SURAT) >>]", "", PlaceNote + " Contents"},
		{"a text that others name", "", "", "(SURAT)", PlaceNote},
	} {
		found := ""
		Read("a.pdf", pdfOf(tt.inCatalog, tt.inPage, tt.more), func(p Piece) {
			if strings.Contains(p.Text, "SURAT") {
				found = p.Place
			}
		})
		if found != tt.want {
			t.Errorf("%s: at %q, want %q", tt.name, found, tt.want)
		}
	}
}

// TestUnwritten holds that what programs write for each other is not taken for a text.
func TestUnwritten(t *testing.T) {
	for _, part := range []string{
		"/ID [<33323034303531323037383930303033> (3204051207890003)]", "/CreationDate (D:20260303101500+07'00')",
		"/X << /FT /Sig /Contents <33323034303531323037383930303033> >>", "/Y << /Panose <010203> >>", "/Producer (3204051207890003)",
	} {
		src := pdfOf(part, "")
		Read("a.pdf", src, func(p Piece) {
			if strings.Contains(p.Text, "3204") || strings.Contains(p.Text, "2026") {
				t.Errorf("%s: %+v", part, p)
			}
		})
	}
}

// TestHiddenOnPages holds that readers' text and all text of a page are told apart.
func TestHiddenOnPages(t *testing.T) {
	src, err := os.ReadFile("../pdf/testdata/hidden/reportlab-covered.pdf")
	if err != nil {
		t.Fatal(err)
	}
	var all []Piece
	info := Read("a.pdf", src, func(p Piece) {
		if p.Place == "⟨page⟩ 1" {
			all = append(all, Piece{Place: p.Place, Offset: p.Offset, Text: strings.Join(strings.Fields(p.Text), " "), Hidden: p.Hidden})
		}
	})
	if want := []Piece{unseen("⟨page⟩ 1", "Surat untuk umum NIK 3204051207890003"), seen("⟨page⟩ 1", "Surat untuk umum")}; !slices.Equal(all, want) {
		t.Errorf("%+v, want %+v", all, want)
	}
	if want := []Hidden{{"covered", "⟨page⟩ 1"}}; !slices.Equal(info.Hidden, want) || info.Problem != None {
		t.Errorf("%+v", info)
	}
}

// TestLostText holds that a PDF whose letters are no text to a program is no scan and not empty: it
// cannot be looked into.
func TestLostText(t *testing.T) {
	font := func(mapping string) []byte {
		text := "BT /F1 12 Tf <" + strings.Repeat("00010002", 20) + "> Tj ET"
		return pdfWith("<< /Type /Pages /Kids [4 0 R] /Count 1 >>", "", "",
			"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 600] /Contents 5 0 R /Resources << /Font << /F1 6 0 R >> >> >>",
			fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(text), text),
			"<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+X /Encoding /Identity-H /DescendantFonts [7 0 R] "+mapping+" >>",
			"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /ABCDEF+X /Flags 4 >> /DW 500 >>",
			"<< /Length 118 >>\nstream\nbegincmap\n1 begincodespacerange <0000> <ffff> endcodespacerange\n2 beginbfchar\n<0001> <0041>\n<0002> <0042>\nendbfchar\nendcmap\nendstream")
	}
	for _, tt := range []struct {
		name, mapping string
		want          Problem
	}{{"letters", "/ToUnicode 8 0 R", None}, {"shapes", "", Unseen}} {
		got, pieces := look("a.pdf", font(tt.mapping))
		if got.Problem != tt.want || got.Scan {
			t.Errorf("%s: %+v, %v", tt.name, got, pieces)
		}
	}
}

// TestAppearances holds that what stamps, signatures and fields show is a part of the page, and
// that a box of an annotation over a text is one.
func TestAppearances(t *testing.T) {
	form := func(draws string) string {
		return fmt.Sprintf("<< /Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> /Length %d >>\nstream\n%s\nendstream", len(draws), draws)
	}
	text := form("BT /F1 10 Tf 2 5 Td (NIK 3204051207890003) Tj ET")
	for name, note := range map[string]string{
		"a stamp": "<< /Type /Annot /Subtype /Stamp /F 4 /Rect [10 100 190 120] /AP << /N 4 0 R >> >>",
		"a field": "<< /Type /Annot /Subtype /Widget /F 4 /FT /Sig /Rect [10 100 190 120] /AP << /N 4 0 R >> >>",
	} {
		_, pieces := look("a.pdf", pdfOf("", "/Annots ["+note+"]", text))
		if len(pieces) == 0 || !strings.Contains(pieces[0].text, "3204051207890003") {
			t.Errorf("%s: readers see %v", name, pieces)
		}
	}
	p := page(3, 2, "NIK 3204051207890003")
	p[0] = strings.Replace(p[0], "/Resources", "/MediaBox [0 0 200 200] /Annots [<< /Type /Annot /Subtype /Square /F 4 /Rect [0 0 200 20] /AP << /N 5 0 R >> >>] /Resources", 1)
	info, pieces := look("a.pdf", pdfWith("<< /Type /Pages /Kids [4 0 R] /Count 1 >>", "", "",
		strings.Replace(strings.Replace(p[0], "/Contents 4 0 R", "/Contents 5 0 R", 1), "/N 5 0 R", "/N 6 0 R", 1), p[1], form("0 0 200 20 re f")))
	if !slices.Equal(info.Hidden, []Hidden{{"covered", "⟨page⟩ 1"}}) || len(pieces) != 1 || strings.Contains(pieces[0].text, "3204") {
		t.Errorf("a square over a text: %+v, %v", info, pieces)
	}
}

// TestForgotten holds that what is in a PDF beside its pages is found: pages that a program has
// only taken out of their list, drawings that no page shows, and what is said of a picture.
func TestForgotten(t *testing.T) {
	const number, tree = "3204051207890003", "<< /Type /Pages /Kids [4 0 R] /Count 1 /MediaBox [0 0 400 400] >>"
	stream := func(content string) string {
		return fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(content), content)
	}
	form := "<< /Type /XObject /Subtype /Form /BBox [0 0 400 20] /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> /Length 38 >>\nstream\nBT /F1 9 Tf 2 5 Td (" + number + ") Tj ET\nendstream"
	said := page(4, 2, "surat")
	said[1] = stream("/Span << /Alt (NIK " + number + ") >> BDC BT /F1 12 Tf (surat) Tj ET EMC")
	for _, tt := range []struct {
		name string
		src  []byte
		told bool
	}{
		{"a page", pdfWith(tree, "", "", slices.Concat(page(4, 2, "surat"), page(6, 2, "NIK "+number))...), true},
		{"a list of pages", pdfWith(tree, "", "", slices.Concat(page(4, 2, "surat"), page(6, 8, "NIK "+number),
			[]string{"<< /Type /Pages /Kids [6 0 R] /Count 1 /MediaBox [0 0 400 400] >>"})...), true},
		{"a drawing", pdfWith(tree, "", "", slices.Concat(page(4, 2, "surat"), []string{form})...), true},
		{"what is said of a picture", pdfWith(tree, "", "", said...), false},
		{"the same page twice", pdfWith(tree, "", "", slices.Concat(page(4, 2, "NIK "+number), page(6, 2, "NIK "+number))...), false},
	} {
		found := false
		info := Read("a.pdf", tt.src, func(p Piece) { found = found || strings.Contains(p.Text, number) })
		if told := len(info.Hidden) > 0; !found || told != tt.told || info.Problem != None {
			t.Errorf("%s: found %v, %+v", tt.name, found, info)
		}
	}
}

// TestForgottenInOrder holds that pages are told in the order of their numbers, by each reading the
// same, and that there are not more of them than are looked at.
func TestForgottenInOrder(t *testing.T) {
	many := func(n int) []byte {
		objects := page(4, 2, "surat")
		for i := range n {
			objects = append(objects, page(6+2*i, 2, fmt.Sprintf("kata%d", i))...)
		}
		return pdfWith("<< /Type /Pages /Kids [4 0 R] /Count 1 /MediaBox [0 0 400 400] >>", "", "", objects...)
	}
	var texts []string
	info := Read("a.pdf", many(5), func(p Piece) {
		if strings.HasPrefix(p.Place, "⟨removed page⟩") {
			texts = append(texts, strings.TrimSpace(p.Text))
		}
	})
	if want := []string{"kata0", "kata1", "kata2", "kata3", "kata4"}; !slices.Equal(texts, want) || len(info.Hidden) != 5 {
		t.Errorf("%q, want %q; %+v", texts, want, info)
	}
	for n, want := range map[int]Problem{pdf.MaxPages - 1: None, pdf.MaxPages + 1: TooLarge} { // with the page 3
		if info := Read("a.pdf", many(n), discard); info.Problem != want {
			t.Errorf("%d pages: %+v", n, info)
		}
	}
}

// TestLostPage holds that one page is enough whose letters are no text to a program: a font without
// a table of letters, whose numbers are those of control characters.
func TestLostPage(t *testing.T) {
	lost := page(6, 2, strings.Repeat(`\023\025\024\003abc`, 4))
	for name, tt := range map[string]struct {
		src  []byte
		want Problem
	}{
		"all pages": {pdfWith("<< /Type /Pages /Kids [4 0 R] /Count 1 >>", "", "", page(4, 2, "surat untuk umum")...), None},
		"one page": {pdfWith("<< /Type /Pages /Kids [4 0 R 6 0 R] /Count 2 >>", "", "",
			slices.Concat(page(4, 2, strings.Repeat("surat untuk umum ", 20)), lost)...), Unseen},
	} {
		if info, pieces := look("a.pdf", tt.src); info.Problem != tt.want {
			t.Errorf("%s: %+v, %v", name, info, pieces)
		}
	}
}
