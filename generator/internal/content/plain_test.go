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
