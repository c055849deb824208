package content

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"maklumat/generator/internal/markdown"
)

// What Parse returns shares no memory with the bytes that it was given, which are used again.
func TestParseShares(t *testing.T) {
	text := "---\ntitle: Rapat PKPU 1/2015\ndate: 2026-03-01\nkategori: opini\n" +
		"tags: [satu, dua]\n---\n" +
		"## Judul\n\nSurel ani@contoh.id, NIK 3201010101800001. [a](b.pdf)\n"
	src := []byte(text)
	doc, html := Parse(markdown.NewParser(), BuiltIn, time.UTC, "content/berita/a.md", src)
	html = bytes.Clone(html)
	for i := range src {
		src[i] = 'x'
	}
	want, wantHTML := Parse(markdown.NewParser(), BuiltIn, time.UTC, "content/berita/a.md", []byte(text))
	if d := cmp.Diff(want, doc); d != "" || !bytes.Equal(html, wantHTML) {
		t.Errorf("the document changed with its bytes:\n%s", d)
	}
	if len(doc.Personal) == 0 || len(doc.Cites) == 0 {
		t.Errorf("%d personal, %d cited", len(doc.Personal), len(doc.Cites))
	}
}

// An instrument cites itself, which is no use of another.
func TestParseCites(t *testing.T) {
	src := "---\ntitle: UU 14/2008\n---\nUU 14/2008\n"
	if n := len(parseAs("regulasi", src).Cites); n != 0 {
		t.Errorf("an instrument cites %d", n)
	}
	if n := len(parseAs("halaman", src).Cites); n != 2 {
		t.Errorf("a page cites %d", n)
	}
}

// A message about the body points into the file, and one kind has no body at all.
func TestBodyPlaces(t *testing.T) {
	src := "---\ntitle: A\nsummary: B\n---\n\n Isi.\n"
	got := strings.Join(told(src, parseAs("pengecualian", src).Diags), "\n")
	if !strings.Contains(got, "kind/body content/pengecualian/a.md:6:2 [Isi.\n]") {
		t.Error(got)
	}
	src = "---\ntitle: A\n---\n\nIsi <b>tebal</b>.\n"
	for _, d := range parseAs("halaman", src).Diags {
		if d.At.Start < strings.Index(src, "Isi") {
			t.Errorf("%s at %d", d.Code, d.At.Start)
		}
	}
	src = "---\ntitle: A\n---\n\n[a](b.md) ![](c.png)\n"
	if b := parseAs(
		"halaman", src,
	); len(b.Diags) == 0 || b.Diags[0].At.Start < strings.Index(src, "[a]") {
		t.Errorf("%q", told(src, b.Diags))
	}
}

// One document holds so much of what may be personal, and no more.
func TestMaxPersonal(t *testing.T) {
	line := "ani@contoh.id\n"
	for n, want := range map[int]bool{MaxPersonal: false, MaxPersonal + 1: true} {
		src := "---\ntitle: A\n---\n" + strings.Repeat(line, n)
		doc := parseAs("halaman", src)
		told := false
		for _, d := range doc.Diags {
			told = told || len(d.Args) == 2 && d.Args[0] == "personal" &&
				src[d.At.Start:d.At.End] == "ani@contoh.id"
		}
		if told != want || len(doc.Personal) != MaxPersonal {
			t.Errorf("%d: told %t, %d kept", n, told, len(doc.Personal))
		}
	}
}
