package pdf

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/text/unicode/norm"
)

var library = sync.OnceValues(func() (*Library, error) { return Open(DefaultFolder()) })

// read returns the pages of a file.
func read(t *testing.T, name string) []*Page {
	t.Helper()
	src, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	l, err := library()
	if err != nil {
		t.Fatal(err)
	}
	var pages []*Page
	n, err := l.Read(src, func(n int, p *Page) error {
		if pages = append(pages, p); n != len(pages) {
			t.Errorf("%s: page %d is told as %d", name, len(pages), n)
		}
		return nil
	})
	if err != nil || n != len(pages) {
		t.Errorf("%s: %d of %d pages, %v", name, len(pages), n, err)
	}
	return pages
}

// files are those of a folder of testdata, which testdata/make made.
func files(t *testing.T, folder string, least int) []string {
	t.Helper()
	names, err := filepath.Glob("testdata/" + folder + "/*.pdf")
	if err != nil || len(names) < least {
		t.Fatalf("%d files, %v", len(names), err)
	}
	return names
}

// words are those of a text, where ligatures are letters.
func words(text string) []string { return strings.Fields(norm.NFKC.String(text)) }

// TestWords reads files of many programs: of the words that pdftotext finds in them, at least 99 in
// a hundred are found, each as often, and none of them is told to be hidden.
func TestWords(t *testing.T) {
	all, found := 0, 0
	producers := map[string]bool{}
	for _, name := range files(t, "text", 40) {
		producer, _, _ := strings.Cut(filepath.Base(name), "-")
		producers[producer] = true
		text, err := os.ReadFile(strings.TrimSuffix(name, ".pdf") + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		pages := read(t, name)
		if want := strings.Count(string(text), "\f"); len(pages) != want {
			t.Errorf("%s: %d pages, want %d", name, len(pages), want)
		}
		has := map[string]int{}
		for _, p := range pages {
			for _, w := range words(p.Text) {
				has[w]++
			}
			// Of the table in that letter, LibreOffice keeps the white letters and not the ground.
			white := strings.Contains(name, "libreoffice-surat")
			if len(p.Hidden) > 0 && !(white && slices.Equal(p.Hidden, []Hiding{Coloured})) {
				t.Errorf("%s: %v", name, p.Hidden)
			}
		}
		for _, w := range words(string(text)) {
			if all++; has[w] > 0 {
				has[w]--
				found++
			}
		}
	}
	if len(producers) < 8 {
		t.Errorf("files of %d programs", len(producers))
	}
	if t.Logf("%d of %d words", found, all); 100*found < 99*all {
		t.Errorf("%d of %d words", found, all)
	}
}

// TestHidden reads files in which a number is hidden: it is in the text, not in what readers see,
// and how it is hidden is told.
func TestHidden(t *testing.T) {
	ways := map[string]Hiding{
		"white": Coloured, "ondark": Coloured, "form": Coloured, "transparent": Coloured,
		"tiny": Tiny, "covered": Covered, "part": Covered, "image": Covered, "typed": Covered, "invisible": Invisible, "outside": Outside,
		"squashed": Tiny, "clip": Clipped, "clipmode": Invisible, "cropped": Outside, "layer": Layered,
	}
	programs := map[string]bool{}
	for _, name := range files(t, "hidden", 81) {
		program, _, _ := strings.Cut(filepath.Base(name), "-")
		programs[program] = true
		way := strings.TrimSuffix(name[strings.LastIndex(name, "-")+1:], ".pdf")
		for _, p := range read(t, name) {
			if !strings.Contains(p.Text, "3204051207890003") {
				t.Errorf("%s: the number is not found in %q", name, p.Text)
			}
			if strings.ContainsAny(p.Seen, "0123456789") || strings.Contains(p.Seen, "NIK") ||
				!strings.Contains(strings.Join(strings.Fields(p.Seen), " "), "Surat untuk umum") {
				t.Errorf("%s: readers see %q", name, p.Seen)
			}
			if want := []Hiding{ways[way]}; !slices.Equal(p.Hidden, want) {
				t.Errorf("%s: %q, want %q", name, p.Hidden, want)
			}
		}
	}
	if len(ways) < 12 || len(programs) < 12 {
		t.Errorf("%d ways, files of %d programs", len(ways), len(programs))
	}
}

// TestClean holds what is made of the marks of PDFium.
func TestClean(t *testing.T) {
	for text, want := range map[string]string{
		"satu\r\ndua\rtiga":                "satu\ndua\ntiga",
		"pengumu\ufffe\r\nman hasil":       "pengumuman hasil",
		"pengumu\x02\nman hasil":           "pengumuman hasil",
		"undang\ufffe\nundang itu":         "undang-undang itu",
		"ber\ufffe\nlarut-larut":           "berlarut-larut",
		"berlarut\ufffe\nlarut":            "berlarut-larut",
		"0812\ufffe\n3456":                 "0812-3456",
		"akhir\ufffe":                      "akhir-",
		"a\ufffe b":                        "a- b",
		"satu\x00 dua":                     "satu dua",
		"se\ufffe\nmua dan si\ufffe\napa?": "semua dan siapa?",
	} {
		if got := clean(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestErrors holds what is said of files that cannot be read, and that an error of the visitor
// ends the reading.
func TestErrors(t *testing.T) {
	l, err := library()
	if err != nil {
		t.Fatal(err)
	}
	src, err := os.ReadFile("testdata/text/weasyprint-sop.pdf")
	if err != nil {
		t.Fatal(err)
	}
	locked, err := os.ReadFile("../attachment/testdata/owner-password.pdf")
	if err != nil {
		t.Fatal(err)
	}
	for name, tt := range map[string]struct {
		src  []byte
		want error
	}{
		"nothing":                     {nil, ErrBroken},
		"no PDF":                      {[]byte("teks"), ErrBroken},
		"a head alone":                {src[:100], ErrBroken},
		"a password for changes only": {locked, ErrEncrypted},
	} {
		if _, err := l.Read(tt.src, func(int, *Page) error { return nil }); !errors.Is(err, tt.want) {
			t.Errorf("%s: %v, want %v", name, err, tt.want)
		}
	}
	enough := errors.New("enough")
	read := 0
	if _, err := l.Read(src, func(int, *Page) error { read++; return enough }); err != enough || read != 1 {
		t.Errorf("%d pages, %v", read, err)
	}
}
