package build

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"context"
	"encoding/gob"
	"fmt"
	"os"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"maklumat/generator/internal/attachment"
	"maklumat/generator/internal/pdf"
	"maklumat/generator/internal/store"
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
	if len(os.Args) == 2 && os.Args[1] == "attachment-confined" {
		if err := serveConfined(); err != nil {
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

// seen is what a reader of PDF files knows of a file, and the texts in it.
func seen(pdf attachment.PDFReader, name string, src []byte) (attachment.Info, string) {
	var b strings.Builder
	info := pdf.Read(name, src, func(p attachment.Piece) { fmt.Fprintf(&b, "%+v\n", p) })
	return info, b.String()
}

// shownText draws a word.
const shownText = "BT /F 12 Tf 1 1 Td (Contoh) Tj ET"

// packed makes an archive of a table and a PDF.
func packed(t *testing.T, pdf []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range []struct {
		name string
		src  []byte
	}{{"a.csv", []byte("a,b\n1,2\n")}, {"b.pdf", pdf}} {
		if w, err := z.Create(f.name); err != nil {
			t.Fatal(err)
		} else if _, err := w.Write(f.src); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestReader looks by one reader into files that would end this program, and into others
// between them, of which it says what is said without it.
func TestReader(t *testing.T) {
	within := pdfStream("/Type /ObjStm /N 1 /First 4", "3 0 "+pdfPage)
	shown := pdfStream("", shownText)
	text := pdfOf("", pdfCatalog, pdfPages, pdfPage, shown)
	circle := pdfOf("", pdfCatalog, pdfPages, "", "")
	var large [4 << 20]byte // as in a scan of many pages
	for i := range large {
		large[i] = byte(i * i >> 8)
	}
	r := reader{command: []string{os.Args[0], "attachment-reader", "1m"}}
	defer r.close()
	for _, tt := range []struct {
		name string
		src  []byte
		want attachment.Problem
		ends bool // it would end this program, or take too much of it
	}{
		{"text.pdf", text, attachment.None, false},
		{"an object in a stream.pdf", pdfOf("", pdfCatalog, pdfPages, "", within), attachment.None, false},
		{"an object stream that lies in itself.pdf", circle, attachment.Unreadable, true},
		{"an object in a stream whose length lies in it.pdf", pdfOf("", pdfCatalog, pdfPages, "", strings.Replace(within, "/Length ", "/Length 3 0 R /L ", 1)), attachment.None, false},
		{"an object stream whose sort lies in it.pdf", pdfOf("", pdfCatalog, pdfPages, "", strings.Replace(within, "/Type /ObjStm", "/Type 3 0 R", 1)), attachment.Unreadable, true},
		{"a cipher that lies in itself.PDF", pdfOf("/Encrypt 4 0 R", pdfCatalog, pdfPages, pdfPage, ""), attachment.Encrypted, false},
		{"very many numbers.pdf", pdfOf("", pdfCatalog, pdfPages, pdfPage, pdfStream("", strings.Repeat("1 ", 16<<20)+shownText)), attachment.None, false},
		{"drawings in drawings.pdf", drawings(6, 40), attachment.TooLarge, true},
		{"a circle in an archive.zip", packed(t, circle), attachment.Unreadable, true},
		{"an archive.zip", packed(t, text), attachment.None, false},
		{"large.pdf", pdfOf("", pdfCatalog, pdfPages, pdfPage, shown, fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(large), large[:])), attachment.None, false},
		{"a script.pdf", pdfOf("", pdfCatalog, pdfPages, pdfPage, "<< /S /JavaScript /JS (x) >>"), attachment.Active, false},
		{"empty.pdf", nil, attachment.WrongType, false},
		{"the text again.pdf", text, attachment.None, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			info, got := seen(r.read, tt.name, tt.src)
			if info.Problem != tt.want {
				t.Fatalf("%+v, want %v", info, tt.want)
			}
			if tt.ends {
				return
			}
			here, want := seen(attachment.ReadPDF, tt.name, tt.src)
			if got != want || fmt.Sprint(info) != fmt.Sprint(here) {
				t.Errorf("%+v %s\nwant %+v %s", info, got, here, want)
			}
			if tt.want == attachment.None && !strings.Contains(tt.name, "in a stream") && !strings.Contains(got, "Contoh") {
				t.Errorf("there is no text: %s", got)
			}
		})
	}
}

// drawings is a PDF whose page has some levels of drawings in drawings, each so many times.
func drawings(levels, times int) []byte {
	form := func(of string, n int) string {
		text := strings.Repeat(fmt.Sprintf("/X%d Do ", n+1), times)
		if n == levels {
			text = "0 0 1 1 re f"
		}
		return pdfStream(fmt.Sprintf("%s /Resources << /XObject << /X%d %d 0 R >> >>", of, n+1, n+5), text)
	}
	objects := []string{pdfCatalog, pdfPages, strings.Replace(pdfPage, "/Font", "/XObject << /X1 5 0 R >> /Font", 1)}
	objects = append(objects, pdfStream("", strings.Repeat("/X1 Do ", times)+shownText))
	for n := 1; n <= levels; n++ {
		objects = append(objects, form("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", n))
	}
	return pdfOf("", objects...)
}

// TestReaderEnds looks into a PDF of very many drawings for a short time.
func TestReaderEnds(t *testing.T) {
	r := reader{command: []string{os.Args[0], "attachment-reader", "200ms"}}
	defer r.close()
	info, _ := seen(r.read, "a.pdf", drawings(6, 40))
	if info.Problem != attachment.TooLarge {
		t.Errorf("%+v", info)
	}
}

// TestReaderCannotStart builds a site with a PDF where no other program can be started: nothing
// may be said of a file that nobody looked into.
func TestReaderCannotStart(t *testing.T) {
	files := fstest.MapFS{"content/site.yaml": {Data: []byte("title: Contoh\n")}, "static/a.csv": {Data: []byte("a,b\n")}}
	scratch, err := store.NewScratch(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer scratch.Close()
	in := Inputs{Files: files, Scratch: scratch, Now: time.Unix(1772503200, 0), Workers: 2, Reader: []string{"/nowhere/at-all"}}
	s, err := Build(context.Background(), nil, in)
	if err != nil {
		t.Fatal(err)
	}
	files["static/b.pdf"] = &fstest.MapFile{Data: pdfOf("", pdfCatalog, pdfPages, pdfPage, pdfStream("", "x"))}
	if _, err := Build(context.Background(), s, in); err == nil || !strings.Contains(err.Error(), "look into static/b.pdf") {
		t.Errorf("%v", err)
	}
}

// serveConfined answers as a reader does, what the process has instead of what a file holds.
func serveConfined() error {
	if err := confine(); err != nil {
		return err
	}
	if err := limitCPU(time.Minute); err != nil {
		return err
	}
	get, give := gob.NewDecoder(os.Stdin), gob.NewEncoder(os.Stdout)
	if err := give.Encode(answer{}); err != nil {
		return err
	}
	var size int
	if err := get.Decode(&size); err != nil {
		return err
	}
	limits, _ := os.ReadFile("/proc/self/limits") // of Linux
	for place, text := range map[string]string{
		"environment": strings.Join(os.Environ(), "\n"), "limits": string(limits), "write": writes(),
	} {
		if err := give.Encode(answer{Piece: attachment.Piece{Place: place, Text: text}}); err != nil {
			return err
		}
	}
	return give.Encode(answer{Last: true})
}

// writes says what comes of writing a file.
func writes() string {
	withoutSignals()
	f, err := os.CreateTemp("", "maklumat")
	if err != nil {
		return err.Error()
	}
	defer os.Remove(f.Name())
	defer f.Close()
	if _, err = f.WriteString("x"); err != nil {
		return err.Error()
	}
	return "written"
}

// TestReaderIsConfined holds that the program that looks into files has no key, cannot write a
// file, and can have no more of the system than it needs.
func TestReaderIsConfined(t *testing.T) {
	t.Setenv("MAKLUMAT_KEY", "PRIVATE+KEY+contoh.go.id+00000000+A")
	r := reader{command: []string{os.Args[0], "attachment-confined"}}
	defer r.close()
	has := map[string]string{}
	info := r.read(nil, func(p attachment.Piece) { has[p.Place] = p.Text })
	if info.Problem != attachment.None || r.err != nil {
		t.Fatalf("%+v, %v", info, r.err)
	}
	if has["environment"] != pdf.FolderVariable+"="+pdf.DefaultFolder() {
		t.Errorf("the environment has %q", has["environment"])
	}
	if runtime.GOOS != "linux" {
		return
	}
	if has["write"] == "written" {
		t.Error("a file is written")
	}
	for _, line := range []string{"Max file size 0 0", "Max core file size 0 0", "Max open files 16 16",
		"Max address space 8589934592 8589934592", "Max data size 4294967296 4294967296"} {
		if limits := strings.Join(strings.Fields(has["limits"]), " "); !strings.Contains(limits, line) {
			t.Errorf("no limit %q in %s", line, limits)
		}
	}
	if cpu := strings.Fields(has["limits"][strings.Index(has["limits"], "Max cpu time"):]); cpu[3] == "unlimited" {
		t.Errorf("processors are not limited")
	}
}

// TestToldOnce holds that a number which readers see beside something hidden is told once, and one
// that stands in two places twice.
func TestToldOnce(t *testing.T) {
	const number = "3204051207890003"
	letter := func(body string) []byte {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		w, err := z.Create("word/document.xml")
		if err == nil {
			_, err = w.Write([]byte(`<w:document xmlns:w="w"><w:body>` + body + `</w:body></w:document>`))
		}
		if err == nil {
			err = z.Close()
		}
		if err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	seen := "<w:p><w:r><w:t>NIK " + number + " </w:t></w:r><w:del><w:r><w:delText>lama</w:delText></w:r></w:del></w:p>"
	files := fstest.MapFS{"content/site.yaml": {Data: []byte("title: Contoh\n")},
		"static/satu.docx": {Data: letter(seen)}, "static/dua.docx": {Data: letter(seen + seen)}}
	scratch, err := store.NewScratch(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer scratch.Close()
	s, err := Build(context.Background(), nil, Inputs{Files: files, Scratch: scratch, Now: time.Unix(1772503200, 0), Workers: 1})
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]int{"static/satu.docx": 1, "static/dua.docx": 2} {
		if got := s.blobs[name].Personal; len(got) != want {
			t.Errorf("%s: %+v, want %d", name, got, want)
		}
	}
}
