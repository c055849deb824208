package content

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/markdown"
)

func parse(src string) (*Document, string) {
	doc, html := Parse(markdown.NewParser(), BuiltIn, time.UTC, "content/berita/a.md", []byte(src))
	return doc, string(html)
}

const good = "---\ntitle: Rapat pleno\ndate: 2026-03-01 07:15\nkategori: kegiatan\n---\n" +
	"\nIsi berita.\n"

func TestParse(t *testing.T) {
	doc, html := parse(good)
	if len(doc.Diags) > 0 {
		t.Fatalf("messages: %v", doc.Diags)
	}
	h := doc.Head
	if h.Title != "Rapat pleno" || h.Date.String() != "2026-03-01 07:15" ||
		h.News.Category != "kegiatan" || h.Slug != "a" ||
		h.Lang != "id" || h.Summary != "Isi berita." || html != "<p>Isi berita.</p>\n" {
		t.Errorf("head = %+v, html = %q", h, html)
	}
	if at := doc.At("title"); good[at.Start:at.End] != "Rapat pleno" {
		t.Errorf("title at %q", good[at.Start:at.End])
	}
}

// Each file of testdata/slips is a document with mistakes and, after a line of equals
// signs, what the editor is told. UPDATE=1 writes the second part.
func TestSlips(t *testing.T) {
	names, err := filepath.Glob("testdata/slips/*.txt")
	if err != nil || len(names) < 10 {
		t.Fatalf("%d cases, %v", len(names), err)
	}
	const rule = "\n==========\n"
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txt"), func(t *testing.T) {
			file, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			src, want, _ := strings.Cut(string(file), rule)
			kind, src, _ := strings.Cut(src, "\n")
			src = strings.NewReplacer(
				"␀", "\x00", "␈", "\b", "␉", "\t", "␍", "\r", "␠", " ", "\ufeff", "\ufeff",
			).Replace(src)
			doc, _ := Parse(markdown.NewParser(), BuiltIn, time.UTC, "content/"+kind+"/a.md", []byte(src))
			var got bytes.Buffer
			p := diag.Printer{Lang: diag.Indonesian, Source: func(string) []byte { return []byte(src) }}
			if err := p.Print(&got, doc.Diags.Sort()); err != nil {
				t.Fatal(err)
			}
			if os.Getenv("UPDATE") != "" {
				head, _, _ := strings.Cut(string(file), rule)
				if err := os.WriteFile(
					name, []byte(strings.TrimRight(head, "\n")+"\n"+rule+got.String()), 0o644,
				); err != nil {
					t.Fatal(err)
				}
				return
			}
			if d := cmp.Diff(want, got.String()); d != "" {
				t.Error(d)
			}
		})
	}
}

// S06: whatever YAML would make of it, a value keeps the characters that were typed.
func TestExactCharacters(t *testing.T) {
	for _, title := range []string{
		"010", "0123/ST/2026", "off", "2026-03-01", "1e3", "yes", "nullx", "~x", "0x1F", "1_000",
		"12:30:45", "+62 21 555", ".5",
	} {
		doc, _ := parse("---\ntitle: " + title + "\ndate: 2026-03-01\nkategori: kegiatan\n---\n")
		if len(doc.Diags) > 0 || doc.Head.Title != title {
			t.Errorf("title %q reads %q, %v", title, doc.Head.Title, doc.Diags)
		}
	}
}

// TestNull holds that what YAML writes for no value is none, but where it would let a document out.
func TestNull(t *testing.T) {
	for header, want := range map[string]string{
		"summary: null\n": "", "summary: ~\n": "", "summary: NULL\n": "", "tags: null\n": "", "tags: [a, null]\n": "",
		"penulis: Null\n": "", "tanggal_kegiatan: null\n": "", "foto: null\n": "",
		"summary: \"null\"\n": "null", "summary: 'null'\n": "null", "summary: nul\n": "nul", "summary: |\n  null\n": "null",
		"publish: null\n": "field/empty", "expires: ~\n": "field/empty", "draft: null\n": "field/empty",
		"summari: null\n": "field/unknown",
	} {
		doc, _ := parse("---\ntitle: A\ndate: 2026-03-01\nkategori: kegiatan\n" + header + "---\n")
		if strings.Contains(want, "/") {
			if len(doc.Diags) != 1 || string(doc.Diags[0].Code) != want {
				t.Errorf("%q: %v, want %s", header, doc.Diags, want)
			}
		} else if len(doc.Diags) > 0 || strings.TrimSpace(doc.Head.Summary) != want {
			t.Errorf("%q: %q, %v", header, doc.Head.Summary, doc.Diags)
		}
	}
	if doc, _ := parse("---\ntitle: null\ndate: 2026-03-01\nkategori: kegiatan\n---\n"); len(doc.Diags) != 1 ||
		doc.Diags[0].Code != diag.FieldRequired {
		t.Errorf("a title of none: %v", doc.Diags)
	}
}

// A closed document leaves nothing behind.
func TestClosed(t *testing.T) {
	doc, html := Parse(markdown.NewParser(), BuiltIn, time.UTC, "content/informasi/a.md",
		[]byte("---\ntitle: KANARI\nklasifikasi: dikecualikan\nberkas: [KANARI.pdf]\n"+
			"kunci_salah: KANARI\n---\n\nKANARI <b>\n"))
	if !doc.Closed || doc.Head != nil || html != nil || len(doc.Diags) > 0 || strings.Contains(
		fmt.Sprintf("%+v", doc), "KANARI",
	) {
		t.Errorf("%+v %q", doc, html)
	}
}

// What may have been meant to be closed is never quoted in a message.
func TestSealed(t *testing.T) {
	for _, header := range []string{
		"title: KANARI: x\nklasifikasi: dikecualikan\n",
		"klasifkasi: dikecualikan\ntitle: KANARI\ndate: KANARI\n",
		"klasifikasi: \"dikecualikan \"\ntitle: \"KANARI\ndate: x\n",
		"klasifikasi: Dikecualikan\nkategori: KANARI\nKANARI: x\n",
		"\tklasifikasi: dikecualikan KANARI\n",
		"klasifikasi: dikecualikan\nklasifikasi: berkala\ntitle: KANARI KANARI\nslug: KANARI\n",
	} {
		src := "---\n" + header + "---\n"
		doc, _ := parse(src)
		if doc.Closed || doc.Diags.Errors() == 0 {
			t.Errorf("%q: closed %v, %v", header, doc.Closed, doc.Diags)
		}
		for _, format := range []diag.Format{diag.Text, diag.JSON, diag.GitHub, diag.GitLab, diag.HTML} {
			var b bytes.Buffer
			p := diag.Printer{Format: format, Source: func(string) []byte { return []byte(src) }}
			if err := p.Print(&b, doc.Diags); err != nil {
				t.Fatal(err)
			}
			if strings.Contains(b.String(), "KANARI") {
				t.Errorf("%q shows text:\n%s", header, &b)
			}
		}
	}
}

// The table must be of use to everybody who reads it.
func TestKinds(t *testing.T) {
	var walk func(where string, fields []Field)
	walk = func(where string, fields []Field) {
		seen := map[string]bool{}
		for _, f := range fields {
			if seen[f.Name] {
				t.Errorf("%s: %s twice", where, f.Name)
			}
			seen[f.Name] = true
			if f.Help.ID == "" || f.Help.EN == "" {
				t.Errorf("%s: %s has no help", where, f.Name)
			}
			if (f.Type == Enum) != (len(f.Values) > 0) || (f.Type == Fields) != (len(f.Fields) > 0) {
				t.Errorf("%s: %s has no values or no fields", where, f.Name)
			}
			walk(where+"."+f.Name, f.Fields)
		}
	}
	for _, k := range BuiltIn {
		walk(k.Name, k.all)
		folder := "content/" + k.Name
		if BuiltIn.Of(folder+"/a.md") == nil || BuiltIn.Of(folder+"/b/c.md") == nil {
			t.Errorf("%s has no folder", k.Name)
		}
	}
	for _, path := range []string{
		"content/x.md", "content/beritaku/x.md", "berita/x.md", "content/berita",
	} {
		if BuiltIn.Of(path) != nil {
			t.Errorf("%s has a kind", path)
		}
	}
}

// placed returns a top Value as far as its places are looked at: messages point at values that
// are there, and at keys.
func placed(v Value) Value {
	v.At = diag.Span{}
	for i := range v.Fields {
		if v.Fields[i].Value.Shape == Empty {
			v.Fields[i].Value.At = diag.Span{}
		}
	}
	return v
}

// The plain reader must give what the library gives, places included, or decline.
func FuzzPlain(f *testing.F) {
	for _, src := range []string{
		"title: a\n", "title: \"a b\"\ntags:\n  - x\n  - y z\n", "a: 'b'\nb:\nc: d: e\n", "a: b # c\n",
		"a:\n- b\n  - c\n", "a: – é\n", "a: 1\r\n", "a: b\n c\n", "a: \"b\\n\"\n", "a: b\n\n# x\nc: d\n",
		"a:   b  \n", "a: x\u0085y\n", "a:\n  - b\n- c\n", "a: b\n...\n", "a: -\n", "a: http://x\n",
		"a: b\n- c\n", "a: \n\n- b\n", "a: ?\n", "a: 'it''s'\n",
	} {
		f.Add(src)
	}
	f.Add(string(newsHeaders()[0]))
	f.Fuzz(func(t *testing.T, src string) {
		if !utf8.ValidString(src) || control([]byte(src)) >= 0 {
			return // read has refused it by then
		}
		fast := reader{file: "a.md", src: []byte(src)}
		got, ok := fast.plain()
		if !ok {
			return
		}
		slow := reader{file: "a.md", src: []byte(src)}
		want, ok := slow.library()
		if !ok || len(slow.diags) > 0 {
			t.Fatalf("plain reads %q, the library says %v", src, slow.diags)
		}
		if d := cmp.Diff(placed(want), placed(got)); d != "" {
			t.Errorf("%q (-library +plain):\n%s", src, d)
		}
	})
}

// Whatever the bytes are, Parse answers, points into the file, and reads the same twice.
func FuzzParse(f *testing.F) {
	f.Add(good)
	names, _ := filepath.Glob("testdata/slips/*.txt")
	for _, name := range names {
		if src, err := os.ReadFile(name); err == nil {
			_, text, _ := strings.Cut(string(src), "\n")
			f.Add(text)
		}
	}
	f.Fuzz(func(t *testing.T, src string) {
		doc, html := parse(src)
		for _, d := range doc.Diags {
			if d.At.Start < 0 || d.At.Start > d.At.End || d.At.End > len(src) {
				t.Errorf("%s at %d–%d of %d bytes", d.Code, d.At.Start, d.At.End, len(src))
			}
		}
		again, html2 := parse(src)
		if html != html2 || !cmp.Equal(doc, again) {
			t.Error("a second reading differs")
		}
	})
}
