package content

import (
	"fmt"
	"testing"
)

// newsHeaders returns headers of ten thousand news items as offices write them.
func newsHeaders() [][]byte {
	headers := make([][]byte, 10_000)
	for i := range headers {
		headers[i] = fmt.Appendf(
			nil,
			`title: "Rapat pleno terbuka rekapitulasi daftar pemilih berkelanjutan %d"
date: 2026-%02d-%02d 07:15
kategori: kegiatan
penulis: Humas
summary: Rekapitulasi daftar pemilih berkelanjutan ditetapkan dalam rapat pleno terbuka.
tags:
  - daftar pemilih
  - rapat pleno
`,
			i, 1+i%12, 1+i%28,
		)
	}
	return headers
}

// BenchmarkHeaders compares the two readers of YAML on the headers of ten thousand news items.
func BenchmarkHeaders(b *testing.B) {
	headers := newsHeaders()
	for _, way := range []struct {
		name string
		read func(r *reader) (Value, bool)
	}{{"plain", (*reader).plain}, {"library", (*reader).library}} {
		b.Run(way.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				for _, header := range headers {
					r := reader{file: "content/berita/2026/a.md", src: header, offset: 4}
					if _, ok := way.read(&r); !ok {
						b.Fatal("declined")
					}
				}
			}
		})
	}
}

// Which headers the plain reader takes, and which it leaves to the library.
func TestPlain(t *testing.T) {
	for src, want := range map[string]bool{
		"a: b\n": true, "a_b: c\n": true, "Z: z\n": true, "a: 'b'\n": true, "a: \"b\"\n": true,
		"a:\n": true, "a:\n- b\n- c\n": true, "a:\n  - b\n  - c\n": true, "a:\n- b c\n\nd: e\n": true,
		"a: é\n": true, "a: /b/\n": true, "a: (b)\n": true, "a: 7\n": true, "a: 'b\\c'\n": true,
		"a: \u00a1\n": true, "a: \u2020\n": true, "": false, "\n": false, "a\n": false,
		"a:b\n": false, "a-b: c\n": false, " a: b\n": false, "# a\n": false, "- a\n": false,
		"a: b\n- c\n": false, "a:\n- b\n  - c\n": false, "a:\n-\n": false, "a:\n-b\n": false,
		"a:\n--- b\n": false, "a: [b]\n": false, "a: 'b\n": false, "a: '\n": false, "a: 'b'c'\n": false,
		"a: \"b\\n\"\n": false, "a: \"b\"c\"\n": false, "a: b: c\n": false, "a: b:\n": false,
		"a: b #c\n": false, "a: b\tc\n": false, "a: b\rc\n": false, "a: b\u00a0c\n": false,
		"a: b\u2028c\n": false, "a: b\u2029c\n": false, "a: \"\"\"\n": false, "a: @b\n": false,
	} {
		r := reader{file: "x", src: []byte(src)}
		if _, ok := r.plain(); ok != want {
			t.Errorf("%q is taken: %t", src, ok)
		}
	}
}
