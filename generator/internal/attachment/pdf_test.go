package attachment

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"maklumat/generator/internal/pdf"
)

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
	fmt.Fprintf(&b, "%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n",
		table, len(objects)+1, b.Len())
	return b.Bytes()
}

// changed returns a file in which some bytes are others, as many in all: the file says where each
// of its objects is.
func changed(src []byte, from, to string) []byte {
	return bytes.Replace(src, []byte(from), []byte(to), 1)
}

// objectStream makes an object that holds others, compressed.
func objectStream(objects string) string {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	_, _ = z.Write([]byte(objects))
	_ = z.Close()
	return fmt.Sprintf("<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d >>\n"+
		"stream\n%s\nendstream", b.Len(), b.Bytes())
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
		{"begins at a page by an action",
			pdfOf("/OpenAction << /S /GoTo /D [3 0 R /Fit] >>", ""), Info{Pages: 1}},
		{"a link",
			pdfOf("", "/Annots [<< /Subtype /Link /A << /S /URI /URI (https://contoh.go.id) >> >>]"),
			Info{Pages: 1}},
		{"signed", pdfOf("/AcroForm << /SigFlags 3 /Fields [4 0 R] >>", "/Annots [4 0 R]",
			"<< /FT /Sig /Subtype /Widget /T (Tanda tangan) /P 3 0 R /V << /Type /Sig "+
				"/Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached "+
				"/ByteRange [0 1 2 3] /Contents <00> >> >>"), Info{Pages: 1}},
		{"a script at the opening",
			pdfOf("/OpenAction "+script, ""), Info{Problem: Active, Does: Script}},
		{"a script by its name",
			pdfOf("/Names << /JavaScript << /Names [(a) 4 0 R] >> >>", "", script),
			Info{Problem: Active, Does: Script}},
		{"a script of a link",
			pdfOf("", "/Annots [<< /Subtype /Link /A 4 0 R >>]", script),
			Info{Problem: Active, Does: Script}},
		{"a script behind another action",
			pdfOf("", "/Annots [<< /Subtype /Link /A "+
				"<< /S /GoTo /D [3 0 R /Fit] /Next [4 0 R] >> >>]", script),
			Info{Problem: Active, Does: Script}},
		{"a script of a bookmark",
			pdfOf("/Outlines << /First << /Title (a) /Next << /Title (b) /A 4 0 R >> >> >>", "", script),
			Info{Problem: Active, Does: Script}},
		{"a script when a field is filled",
			pdfOf("/AcroForm << /Fields [<< /T (a) /Kids [<< /T (b) "+
				"/AA << /K 4 0 R >> >>] >>] >>", "", script),
			Info{Problem: Active, Does: Action}},
		{"a form of XFA",
			pdfOf("/AcroForm << /XFA (x) /Fields [] >>", ""), Info{Problem: Active, Does: Script}},
		{"an action when a page is shown",
			pdfOf("", "/AA << /O << /S /Named /N /Print >> >>"), Info{Problem: Active, Does: Action}},
		{"an action when a page is shown, said elsewhere",
			pdfOf("", "/AA 4 0 R", "<< /O 5 0 R >>", "<< /S /Named /N /Print >>"),
			Info{Problem: Active, Does: Action}},
		{"an action when a field is pointed at",
			pdfOf("", "/Annots [4 0 R]", "<< /Subtype /Widget /AA 5 0 R >>",
				"<< /E << /S /URI /URI (https://jahat.example) >> >>"),
			Info{Problem: Active, Does: Action}},
		{"a film",
			pdfOf("", "/Annots [<< /Subtype /Screen /A << /S /Rendition >> >>]"),
			Info{Problem: Active, Does: Action}},
		{"a font with the name of an action",
			pdfOf("/Fonts << /AA 4 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"),
			Info{Pages: 1}},
		{"an address at the opening",
			pdfOf("/OpenAction << /S /URI /URI (https://jahat.example) >>", ""),
			Info{Problem: Active, Does: Action}},
		{"a program that a link starts",
			pdfOf("", "/Annots [<< /Subtype /Link /A << /S /Launch /F (cmd.exe) >> >>]"),
			Info{Problem: Active, Does: Action}},
		{"a file in it",
			pdfOf("/Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (a.exe) "+
				"/EF << /F 4 0 R >> >>] >> >>", "", "<< /Length 0 >> stream\n\nendstream"),
			Info{Problem: Active, Does: Embedded}},
		{"a file pinned to a page",
			pdfOf("", "/Annots [<< /Subtype /FileAttachment >>]"), Info{Problem: Active, Does: Embedded}},
		{"a password for changes only", encrypted, Info{Problem: Encrypted}},
		{"objects in a circle",
			pdfOf("/Loop 4 0 R", "", "<< /A 5 0 R /B 5 0 R >>", "<< /A 4 0 R /B 4 0 R >>"), Info{Pages: 1}},
		{"a script with another name for its name",
			pdfOf("", "/Annots [<< /A << /S /J#61vaScript >> >>]"), Info{Problem: Active, Does: Script}},
		{"a script in an object stream",
			pdfOf("", "", objectStream("4 0 << /S /JavaScript >>")), Info{Problem: Active, Does: Script}},
		{"an object stream",
			pdfOf("", "", objectStream("4 0 << /Title (/JavaScript \\) /JS) >>")), Info{Pages: 1}},
		{"an object stream that is broken",
			pdfOf("", "", "<< /Type /ObjStm /Filter /FlateDecode >> stream\nxx\nendstream"),
			Info{Problem: Unreadable, Pages: 1}},
		{"an object stream of another sort",
			pdfOf("", "", "<< /Type /ObjStm /Filter /LZWDecode >> stream\nxx\nendstream"),
			Info{Problem: Unseen, Pages: 1}},
		{"a script in an object with other blanks",
			changed(pdfOf("", "/Annots [<< /Subtype /Link /A 4 0 R >>]", script),
				"4 0 obj", "4\f0\x00obj"),
			Info{Problem: Active, Does: Script}},
		{"a script in an object behind a comment",
			changed(changed(pdfOf("", "", script), "4 0 obj", "4 %a\n0 obj"), "(1)", ""),
			Info{Problem: Active, Does: Script}},
		{"a script in an object stream that says elsewhere that it is one",
			pdfOf("", "", strings.Replace(objectStream("4 0 << /S /JavaScript >>"),
				"/Type /ObjStm", "/Type 9 0 R", 1)),
			Info{Problem: Active, Does: Script}},
		{"a script in an object stream coded twice",
			pdfOf("", "", strings.Replace(objectStream("4 0 << /S /JavaScript >>"),
				"/Filter /FlateDecode", "/Filter [/FlateDecode /FlateDecode]", 1)),
			Info{Problem: Unseen, Pages: 1}},
		{"an address at the opening, in a stream that is not in order",
			pdfOf("/OpenAction 6 0 R", "", strings.Replace(objectStream("6 13 7 0 [3 0 R /Fit] <</S/URI/URI(https://jahat.example/)>>"), "/N 1 /First 4", "/N 2 /First 9", 1)),
			Info{Problem: Active, Does: Action}},
		{"an address at the opening, by a number with zeros",
			pdfOf("/OpenAction 04 0 R", "", "<< /S /URI /URI (https://jahat.example/) >>"), Info{Problem: Active, Does: Action}},
		{"a text about scripts", pdfOf("", "/Title (/JavaScript) % /JS\n"), Info{Pages: 1}},
	}
	for _, tt := range tests {
		got := Read("a.pdf", tt.src, discard)
		if got.Problem != tt.want.Problem || got.Does != tt.want.Does || got.Pages != tt.want.Pages {
			t.Errorf("%s: %+v, want %+v", tt.name, got, tt.want)
		}
	}
}

// page returns the objects n and n+1: a page below the object parent, and what is written on it.
func page(n, parent int, text string) []string {
	content := "BT /F1 12 Tf (" + text + ") Tj ET"
	return []string{
		fmt.Sprintf("<< /Type /Page /Parent %d 0 R /Contents %d 0 R /Resources << /Font << /F1 "+
			"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding "+
			">> >> >> >>", parent, n+1),
		fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(content), content),
	}
}

// TestPDF reads files as office programs and scanners make them.
func TestPDF(t *testing.T) {
	file := func(name string) []byte {
		src, err := os.ReadFile("../../../content/informasi/2025/" + name)
		if err != nil {
			t.Fatal(err)
		}
		return src
	}
	whole := file("neraca-2025.pdf")
	for _, tt := range []struct {
		name string
		src  []byte
		want Info
		text string // that is on the first page
	}{
		{"a page", whole, Info{Pages: 1}, "Neraca 2025"},
		{"two pages of a scanner", file("rencana-strategis.pdf"), Info{Pages: 2, Scan: true}, ""},
		{"half a file", whole[:len(whole)/2], Info{Problem: Unreadable}, ""},
		{"a mark as late as may be",
			append(make([]byte, 1024-len("%PDF-")), whole...), Info{Pages: 1}, "Neraca 2025"},
		{"a mark later than that",
			append(make([]byte, 1025-len("%PDF-")), whole...), Info{Problem: WrongType}, ""},
		{"no page", pdfWith("<< /Type /Pages /Kids [] /Count 0 >>", "", ""),
			Info{Problem: Unreadable}, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, pieces := look("a.pdf", tt.src)
			if !same(got, tt.want) {
				t.Errorf("%+v, want %+v", got, tt.want)
			}
			i := slices.IndexFunc(pieces, func(p piece) bool { return p.place == "⟨page⟩ 1" })
			if i < 0 && tt.want.Problem == None || i >= 0 && !strings.Contains(pieces[i].text, tt.text) {
				t.Errorf("visited %+v, want %q", pieces, tt.text)
			}
		})
	}
}

// TestPDFText holds what is visited of a PDF: what its header says, and each page.
func TestPDFText(t *testing.T) {
	// Object 4 is a node of the tree with two pages; a third is beside it.
	others := []string{"<< /Type /Pages /Parent 2 0 R /Kids [5 0 R 7 0 R] /Count 2 >>"}
	others = slices.Concat(others, page(5, 4, "satu"), page(7, 4, "dua"), page(9, 2, "tiga"))
	src := pdfWith("<< /Type /Pages /Kids [4 0 R 9 0 R] /Count 3 >>", "", "", others...)
	src = bytes.Replace(src, []byte("trailer\n<<"), []byte("trailer\n<< /Info << /Title (Judul) "+
		"/Author (Nama) /Subject () /Keywords (kata) /Producer (x) >>"), 1)
	info, pieces := look("a.pdf", src)
	if want := (Info{Pages: 3}); !same(info, want) {
		t.Errorf("%+v, want %+v", info, want)
	}
	for i, p := range pieces {
		pieces[i].text = strings.TrimSpace(p.text)
	}
	want := []piece{
		{"⟨page⟩ 1", -1, "satu"}, {"⟨page⟩ 2", -1, "dua"}, {"⟨page⟩ 3", -1, "tiga"},
	}
	if !slices.Equal(pieces, want) {
		t.Errorf("visited %+v, want %+v", pieces, want)
	}
}

// TestPDFLimits holds that no more pages are read than may be.
func TestPDFLimits(t *testing.T) {
	many := strings.Repeat("3 0 R ", pdf.MaxPages+1)
	info, pieces := look("a.pdf", pdfWith(
		fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d >>", many, pdf.MaxPages+1), "", ""))
	if info.Problem != Unseen || info.Where != "⟨page⟩ 2001" || info.Pages != pdf.MaxPages+1 || len(pieces) != pdf.MaxPages {
		t.Errorf("%+v, %d pages were read", info, len(pieces))
	}
}

// TestHostilePDF reads files that would make the library take all memory.
func TestHostilePDF(t *testing.T) {
	for _, tt := range []struct {
		name string
		src  []byte
		want Problem
	}{
		{"pages in a circle",
			bytes.Replace(pdfOf("", ""), []byte("/Kids [3 0 R]"), []byte("/Kids [2 0 R]"), 1), Unreadable},
		{"more objects than there can be",
			bytes.Replace(pdfOf("", ""), []byte("/Size "), []byte("/Size 400000000"), 1), None},
		{"numbers of very many bytes", pdfOf("/W [100000000000 1 1]", ""), None},
		{"widths of letters", pdfOf("/W [1 2 500]", ""), None},
	} {
		if got := Read("a.pdf", tt.src, discard); got.Problem != tt.want {
			t.Errorf("%s: %+v, want %v", tt.name, got, tt.want)
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
		pages := fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d >>", kids.String(), n)
		return pdfWith(pages, "", "", others...)
	}
	took := func(src []byte, n int) time.Duration {
		begin := time.Now()
		if info := Read("a.pdf", src, discard); info.Pages != n || info.Problem != None {
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
