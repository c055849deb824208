package diag

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Every rule must speak both languages, and use the same arguments in both.
func TestCatalogue(t *testing.T) {
	seen := map[Code]bool{}
	for _, r := range Catalogue {
		if seen[r.Code] {
			t.Errorf("%s: twice in the catalogue", r.Code)
		}
		seen[r.Code] = true
		if r.Message.ID == "" || r.Message.EN == "" {
			t.Errorf("%s: a message lacks a language", r.Code)
		}
		for _, w := range []Words{r.Message, r.Hint, r.Note} {
			if (w.ID == "") != (w.EN == "") {
				t.Errorf("%s: %q has no counterpart", r.Code, w.ID+w.EN)
			}
			if strings.HasSuffix(w.ID, ".") || strings.HasSuffix(w.EN, ".") {
				t.Errorf("%s: %q ends with a period", r.Code, w.ID)
			}
			for _, arg := range []string{"{0}", "{1}", "{2}", "{3}"} {
				if strings.Contains(w.ID, arg) != strings.Contains(w.EN, arg) {
					t.Errorf("%s: %s is not in both languages of %q", r.Code, arg, w.ID)
				}
			}
		}
	}
}

func TestFrames(t *testing.T) {
	long := "title: " + strings.Repeat("panjang ", 30) + "salah " + strings.Repeat("lagi ", 40)
	tests := []struct {
		name, src string
		d         Diagnostic
	}{
		{"word", "---\ntitle: x\nklasifikasi: berkla\n---\n", New(FieldValue, Span{"a.md", 26, 32}, "klasifikasi", "berkla", "berkala, serta-merta, setiap-saat").Instead("berkala")},
		{"tab", "a\n\tb: c\n", New(HeaderTab, Span{"a.md", 2, 3})},
		{"after tab", "\tb: c\n", New(FieldScalar, Span{"a.md", 4, 5}, "b")},
		{"wide letters", "title: 東京 x\n", New(FieldScalar, Span{"a.md", 14, 15}, "title")},
		{"long line", long, New(FieldScalar, Span{"a.md", 247, 252}, "title")},
		{"end of file", "---\ntitle: x", New(HeaderUnclosed, Span{"a.md", 12, 12})},
		{"past the end", "abc", New(HeaderUnclosed, Span{"a.md", 90, 99})},
		{"carriage return", "a: b\r\nc: d\r\n", New(FieldScalar, Span{"a.md", 9, 20}, "c")},
		{"related", "a: 1\na: 2\n", New(HeaderDuplicate, Span{"a.md", 5, 6}, "a").With(Span{"a.md", 0, 1})},
		{"control characters", "a: \x1b[31m\u202eb\n", New(FieldScalar, Span{"a.md", 0, 1}, "\x1b[2J")},
		{"whole file", "", New(HeaderMissing, Span{File: "a.md"})},
		{"whole project", "", New(HeaderMissing, Span{})},
		{"sealed", "title: RAHASIA\n", Diagnostic{Code: FieldLine, At: Span{"a.md", 7, 14}, Args: []string{"RAHASIA"}, Replace: "RAHASIA", Sealed: true}},
	}
	var b bytes.Buffer
	for _, tt := range tests {
		b.WriteString("== " + tt.name + "\n")
		p := Printer{Lang: Indonesian, Source: func(string) []byte { return []byte(tt.src) }}
		if err := p.Print(&b, List{tt.d}); err != nil {
			t.Fatal(err)
		}
	}
	golden(t, "frames.txt", b.Bytes())
}

func TestForms(t *testing.T) {
	src := []byte("title: a, b: 100%\n")
	l := List{
		New(HeaderColon, Span{"content/a:b.md", 7, 17}).Instead(`"a, b: 100%"`),
		New(FieldUnknown, Span{}, "ttle", "<berita>", "title"),
	}
	for _, format := range []Format{Text, JSON, GitHub, GitLab, HTML} {
		var b bytes.Buffer
		p := Printer{Lang: English, Format: format, Source: func(string) []byte { return src }}
		if err := p.Print(&b, l); err != nil {
			t.Fatal(err)
		}
		golden(t, "form."+string(format), b.Bytes())
	}
}

// golden compares got with a file of testdata; with UPDATE=1 it writes the file instead.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs; got:\n%s\nwant:\n%s", file, got, want)
	}
}

func TestSealedShowsNothing(t *testing.T) {
	d := Diagnostic{Code: HeaderColon, At: Span{"a.md", 7, 21}, Args: []string{"KANARI", "KANARI", "KANARI"}, Replace: "KANARI", Sealed: true}
	for _, format := range []Format{Text, JSON, GitHub, GitLab, HTML} {
		var b bytes.Buffer
		p := Printer{Format: format, Source: func(string) []byte { return []byte("title: KANARI KANARI\n") }}
		if err := p.Print(&b, List{d}); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(b.String(), "KANARI") {
			t.Errorf("%s shows text of a sealed file:\n%s", format, &b)
		}
	}
}

func TestSort(t *testing.T) {
	a := New(FieldScalar, Span{"b.md", 1, 2}, "x")
	b := New(FieldScalar, Span{"a.md", 9, 10}, "x")
	got := List{a, b, a}.Sort()
	if len(got) != 2 || got[0].At != b.At || got[1].At != a.At {
		t.Errorf("Sort = %v", got)
	}
	if got.Errors() != 2 || got.Warnings() != 0 {
		t.Errorf("Errors = %d, Warnings = %d", got.Errors(), got.Warnings())
	}
}

func TestClosest(t *testing.T) {
	keys := []string{"title", "tags", "date", "klasifikasi", "tanggal_kegiatan", "setiap-saat"}
	tests := []struct{ word, want string }{
		{"klasifkasi", "klasifikasi"},
		{"titel", "title"},
		{"tittle", "title"},
		{"Tanggal Kegiatan", "tanggal_kegiatan"},
		{"setiap_saat", "setiap-saat"},
		{"tag", "tags"},
		{"lampiran", ""},
		{"", ""},
	}
	for _, tt := range tests {
		if got := Closest(tt.word, keys); got != tt.want {
			t.Errorf("Closest(%q) = %q, want %q", tt.word, got, tt.want)
		}
	}
}

// TestManyAlike prints more messages of one sort than people read: of each sort the first ones,
// and how many there are more. Programs are told each.
func TestManyAlike(t *testing.T) {
	src := strings.Repeat("a: b\n", 300)
	var l List
	for i := range 300 {
		l.Add(FieldScalar, Span{"a.md", 5 * i, 5*i + 1}, "a")
	}
	l.Add(FieldUnknown, Span{"a.md", 1490, 1491}, "a", "<berita>", "title")
	l.Add(FieldScalar, Span{"b.md", 0, 1}, "a")
	for format, want := range map[Format][]string{
		Text:   {"a.md:100:1: ", "a.md: and 200 more like this in this file [field/scalar]\n", "[field/unknown]", "b.md:1:1: "},
		GitHub: {"file=a.md,line=100,", "::notice title=field/scalar::a.md: and 200 more", "title=field/unknown", "file=b.md,line=1,"},
		HTML:   {"a.md:100:1", "and 200 more", "a.md:299:1", "b.md:1:1"},
		JSON:   {`"line": 300`, `"line": 299`, "b.md"},
		GitLab: {`"begin": 300`, `"begin": 299`, "b.md"},
	} {
		var b bytes.Buffer
		if err := (Printer{Lang: English, Format: format, Source: func(string) []byte { return []byte(src) }}).Print(&b, l); err != nil {
			t.Fatal(err)
		}
		for _, w := range want {
			if !strings.Contains(b.String(), w) {
				t.Errorf("%s does not say %q", format, w)
			}
		}
		if format != JSON && format != GitLab && strings.Contains(b.String(), ":101:") {
			t.Errorf("%s shows more than the first hundred", format)
		}
	}
}

// TestManyAlikeInAName counts messages of a file whose name would be a command of its own.
func TestManyAlikeInAName(t *testing.T) {
	var l List
	for i := range mostAlike + 1 {
		l.Add(FieldScalar, Span{"a\n::error::b.md", i, i + 1}, "a")
	}
	var b bytes.Buffer
	if err := (Printer{Format: GitHub}).Print(&b, l); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(b.String(), "\n::error::b.md") {
		t.Errorf("a name makes a command:\n%s", &b)
	}
}

// TestPlaces finds places one after the other, forward and back, and compares them with those
// that are counted from the beginning of the file.
func TestPlaces(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	for range 300 {
		var src strings.Builder
		for range random.IntN(2000) {
			src.WriteString([]string{"a", "é", "\n", "\r\n", "東", strings.Repeat("x", 300)}[random.IntN(6)])
		}
		r := Printer{Source: func(string) []byte { return []byte(src.String()) }}.reader()
		for range 20 {
			at := random.IntN(src.Len() + 1)
			got := r.place(Span{"a.md", at, at + 3})
			before := src.String()[:at]
			line, column := strings.Count(before, "\n")+1, at-strings.LastIndexByte(before, '\n')
			if got.line != line || got.column != column {
				t.Fatalf("%d is at %d:%d, not at %d:%d", at, line, column, got.line, got.column)
			}
			if rest := src.String()[at:]; !strings.HasPrefix(rest, got.text[got.start:]) || !strings.HasSuffix(strings.TrimSuffix(before, "\r"), got.text[:got.start]) {
				t.Fatalf("%q is not what is around %d", got.text, at)
			}
		}
	}
}

func FuzzFrame(f *testing.F) {
	f.Add("---\ntitle: x\n", 4, 9)
	f.Add("\t\xff\u0301東", 1, 3)
	f.Fuzz(func(t *testing.T, src string, start, end int) {
		d := New(FieldScalar, Span{"a.md", start, end}, src)
		for _, format := range []Format{Text, GitHub, HTML} {
			var b bytes.Buffer
			if err := (Printer{Format: format, Source: func(string) []byte { return []byte(src) }}).Print(&b, List{d}); err != nil {
				t.Fatal(err)
			}
			if strings.ContainsRune(b.String(), '\x1b') {
				t.Errorf("%s prints an escape character", format)
			}
		}
	})
}
