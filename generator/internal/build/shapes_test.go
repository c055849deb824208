package build_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// BenchmarkShapes builds sites of other shapes than ten thousand like articles: with five
// thousand keywords, two hundred attachments of 5 MB, documents of 1 MB, and a thousand
// procedures.
func BenchmarkShapes(b *testing.B) {
	procedure, err := os.ReadFile("../page/gallery-sop.md")
	if err != nil {
		b.Fatal(err)
	}
	row := "Soreang,2026,Permintaan informasi tentang daftar pemilih tetap,selesai\n"
	paragraph := "PPID menjawab permintaan *informasi* paling lambat [sepuluh hari kerja](/) sejak diterima.\n\n"
	for _, shape := range []struct {
		name string
		file func(i int) (path, text string)
		n    int
	}{
		{"10000 items, 5000 keywords", func(i int) (string, string) {
			return newsPath(i), strings.Replace(newsText(i, "Judul", "Akhir."), "tags: [", fmt.Sprintf("tags: [kunci-%d, kunci-%d, ", i%5000, i*7%5000), 1)
		}, 10_000},
		{"200 attachments of 5 MB", func(i int) (string, string) {
			if i%2 == 0 {
				return fmt.Sprintf("content/informasi/i%d.md", i/2), strings.Replace(entryText(i/2, "berkala", fmt.Sprintf("berkas: [i%d.csv]\n", i/2)), "2025-01-1"+fmt.Sprint(i/2), "2025-01-11", 1)
			}
			return fmt.Sprintf("content/informasi/i%d.csv", i/2), "kota,tahun,uraian,hasil\n" + strings.Repeat(row, 5_000_000/len(row))
		}, 400},
		{"20 documents of 1 MB", func(i int) (string, string) {
			return newsPath(i), newsText(i, "Judul", strings.Repeat(paragraph, 1_000_000/len(paragraph)))
		}, 20},
		{"1000 procedures", func(i int) (string, string) {
			return fmt.Sprintf("content/sop/s%d.md", i), strings.Replace(string(procedure), "00/GALERI", fmt.Sprintf("%d/SOP", i), 1)
		}, 1_000},
	} {
		b.Run(shape.name, func(b *testing.B) {
			dir := corpus(b, 0)
			for i := range shape.n {
				name, text := shape.file(i)
				name = filepath.Join(dir, name)
				if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
					b.Fatal(err)
				}
				if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
					b.Fatal(err)
				}
			}
			units, err := os.ReadFile("../../../content/data/units.yaml")
			if err != nil {
				b.Fatal(err)
			}
			if err := os.MkdirAll(filepath.Join(dir, "content/data"), 0o755); err != nil {
				b.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, "content/data/units.yaml"), units, 0o644); err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				all(b, open(b, dir))
			}
		})
	}
}
