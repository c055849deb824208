package build

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"maklumat/generator/internal/attachment"
)

// TestMain is the program of a reader when it is called so.
func TestMain(m *testing.M) {
	if len(os.Args) == 3 && os.Args[1] == "attachment-reader" {
		limit, err := time.ParseDuration(os.Args[2])
		if err != nil || ServeReader(os.Stdin, os.Stdout, limit) != nil {
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// The objects of a PDF of one page.
const (
	pdfCatalog = "<< /Type /Catalog /Pages 2 0 R >>"
	pdfPages   = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
	pdfPage    = "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>"
)

// pdfOf makes a PDF whose list of objects is a stream (ISO 32000-1, 7.5.8), with more in the
// header of that. An object that is empty here lies in number 4.
func pdfOf(header string, objects ...string) []byte {
	var b, list bytes.Buffer
	b.WriteString("%PDF-1.5\n")
	list.Write([]byte{0, 0, 0, 0, 0})
	for n, o := range objects {
		if o == "" {
			list.Write([]byte{2, 0, 0, 4, 0})
			continue
		}
		list.Write([]byte{1, byte(b.Len() >> 16), byte(b.Len() >> 8), byte(b.Len()), 0})
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", n+1, o)
	}
	at := b.Len()
	fmt.Fprintf(&b, "%d 0 obj\n<< /Type /XRef /Size %[1]d /W [1 3 1] /Root 1 0 R %s /Length %d >>\nstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n",
		len(objects)+1, strings.ReplaceAll(header, "HERE", fmt.Sprint(at)), list.Len(), list.Bytes(), at)
	return b.Bytes()
}

// pdfStream makes a stream, with more in its header.
func pdfStream(header, text string) string {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	_, _ = z.Write([]byte(text)) // a Buffer takes every write
	_ = z.Close()
	return fmt.Sprintf("<< %s /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream", header, b.Len(), b.Bytes())
}

func seen(read func(string, []byte, attachment.Visitor) attachment.Info, name string, src []byte) (attachment.Info, string) {
	var b strings.Builder
	info := read(name, src, func(place string, offset int, text string) { fmt.Fprintf(&b, "%s %d %q\n", place, offset, text) })
	return info, b.String()
}

// TestReader looks by one reader into files that end its program, or would go on for ever, and
// into whole ones between them.
func TestReader(t *testing.T) {
	within := pdfStream("/Type /ObjStm /N 1 /First 4", "3 0 "+pdfPage)
	text := pdfOf("", pdfCatalog, pdfPages, pdfPage, pdfStream("", "BT /F 12 Tf 1 1 Td (Contoh) Tj ET"))
	var packed bytes.Buffer
	z := zip.NewWriter(&packed)
	for name, src := range map[string][]byte{"a.csv": []byte("a,b\n1,2\n"), "b.pdf": text} {
		if w, err := z.Create(name); err != nil {
			t.Fatal(err)
		} else if _, err := w.Write(src); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	r := reader{command: []string{os.Args[0], "attachment-reader", "1m"}}
	defer r.close()
	for _, tt := range []struct {
		name string
		src  []byte
		want attachment.Problem
	}{
		{"text.pdf", text, attachment.None},
		{"an object in a stream.pdf", pdfOf("", pdfCatalog, pdfPages, "", within), attachment.None},
		{"an object stream that lies in itself.pdf", pdfOf("", pdfCatalog, pdfPages, "", ""), attachment.Unreadable},
		{"an object stream whose length lies in it.pdf", pdfOf("", pdfCatalog, pdfPages, "", strings.Replace(within, "/Length ", "/Length 3 0 R /L ", 1)), attachment.Unreadable},
		{"an object stream whose sort lies in it.pdf", pdfOf("", pdfCatalog, pdfPages, "", strings.Replace(within, "/Type /ObjStm", "/Type 3 0 R", 1)), attachment.Unreadable},
		{"a cipher that lies in itself.PDF", pdfOf("/Encrypt 4 0 R", pdfCatalog, pdfPages, pdfPage, ""), attachment.Unreadable},
		{"more numbers than there is room for.pdf", pdfOf("", pdfCatalog, pdfPages, pdfPage, pdfStream("", strings.Repeat("1 ", 16<<20))), attachment.TooLarge},
		{"a script.pdf", pdfOf("", pdfCatalog, pdfPages, pdfPage, "<< /S /JavaScript /JS (x) >>"), attachment.Active},
		{"packed.zip", packed.Bytes(), attachment.None},
		{"no archive.zip", []byte("PK"), attachment.Unreadable},
		{"empty.pdf", nil, attachment.WrongType},
		{"a table.csv", []byte("a,b\n1,2\n"), attachment.None},
		{"the text again.pdf", text, attachment.None},
	} {
		t.Run(tt.name, func(t *testing.T) {
			info, got := seen(r.read, tt.name, tt.src)
			if info.Problem != tt.want {
				t.Fatalf("%+v, want %v", info, tt.want)
			}
			if strings.Contains(tt.name, "itself") || strings.Contains(tt.name, "in it") || tt.want == attachment.TooLarge {
				return // here it would be the end of this program
			}
			here, want := seen(attachment.Read, tt.name, tt.src)
			if got != want || fmt.Sprint(info) != fmt.Sprint(here) {
				t.Errorf("%+v %s\nwant %+v %s", info, got, here, want)
			}
			if bytes.Equal(tt.src, text) && !strings.Contains(got, "Contoh") {
				t.Errorf("there is no text: %s", got)
			}
		})
	}
}

// TestReaderEnds looks into a PDF whose list of objects comes before itself.
func TestReaderEnds(t *testing.T) {
	r := reader{command: []string{os.Args[0], "attachment-reader", "200ms"}}
	defer r.close()
	info, _ := seen(r.read, "a.pdf", pdfOf("/Prev HERE", pdfCatalog, pdfPages, pdfPage, pdfStream("", "x")))
	if info.Problem != attachment.TooLarge {
		t.Errorf("%+v", info)
	}
}

// TestReaderWithoutProgram looks into a file where no other program can be started.
func TestReaderWithoutProgram(t *testing.T) {
	r := reader{command: []string{"/nowhere/at-all"}}
	defer r.close()
	info, _ := seen(r.read, "a.pdf", pdfOf("", pdfCatalog, pdfPages, pdfPage, pdfStream("", "x")))
	if info.Problem != attachment.None || info.Pages != 1 {
		t.Errorf("%+v", info)
	}
}
