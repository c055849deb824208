package build_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"maklumat/generator/internal/build"
	"maklumat/generator/internal/store"
)

// corpus writes a site of n news items in the project's own theme.
func corpus(b *testing.B, n int) string {
	b.Helper()
	dir := b.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "templates"), os.DirFS("../../../templates")); err != nil {
		b.Fatal(err)
	}
	write := func(name, text string) {
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			b.Fatal(err)
		}
	}
	write("content/site.yaml", strings.Replace(siteYAML, "per_halaman: 3", "per_halaman: 20", 1))
	for i := range n {
		write(newsPath(i), newsText(i, "Judul berita", "Kalimat penutup."))
	}
	old := time.Now().Add(-time.Hour)
	err := filepath.WalkDir(dir, func(name string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		return os.Chtimes(name, old, old) // files that changed just now are looked at again, which is not meant here
	})
	if err != nil {
		b.Fatal(err)
	}
	return dir
}

func newsPath(i int) string { return fmt.Sprintf("content/berita/b%06d.md", i) }

func newsText(i int, title, end string) string {
	var t strings.Builder
	day := time.Date(2016, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, i%3650)
	fmt.Fprintf(&t, "---\ntitle: %s %d\ndate: %s\nkategori: kegiatan\ntags: [tag-%d, tag-%d]\nsummary: Ringkasan berita %d untuk daftar.\n---\n", title, i, day.Format(time.DateOnly), i%50, i%7, i)
	for p := range 8 {
		fmt.Fprintf(&t, "\n## Bagian %d\n\nKPU Kabupaten Bandung melayani permintaan informasi publik dengan *cepat*, **tepat** waktu, dan [sederhana](/berita/). "+
			"Pemohon mengisi formulir, petugas mencatat nomor pendaftaran, dan PPID menjawab menurut standar pelayanannya. "+
			"Bila perlu waktu tambahan, pemohon diberi tahu lebih dahulu dengan alasan tertulis.\n\n- satu\n- dua\n- tiga\n", p)
	}
	return t.String() + "\n" + end + "\n"
}

func open(b *testing.B, dir string) build.Inputs {
	scratch, err := store.NewScratch(dir)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = scratch.Close() })
	return build.Inputs{Files: os.DirFS(dir), Scratch: scratch, Now: time.Now(), Workers: 2}
}

// all builds a site and makes every output, to nowhere.
func all(b *testing.B, in build.Inputs) *build.Snapshot {
	s, err := build.Build(context.Background(), nil, in)
	if err != nil || s.Diags.Errors() > 0 {
		b.Fatal(err, s.Diags)
	}
	if _, err := s.Make(context.Background(), nil, build.Nowhere{}); err != nil {
		b.Fatal(err)
	}
	return s
}

// BenchmarkFull is a build from nothing, without writing it to the disk.
func BenchmarkFull(b *testing.B) {
	for _, n := range []int{1_000, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			dir := corpus(b, n)
			for b.Loop() {
				all(b, open(b, dir))
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(n), "µs/page")
		})
	}
}

// BenchmarkEdit is what happens after one edit in a site of 10,000 pages, or of 100,000 in
// the long run: "preview" up to the bytes of the open page, "release" up to the last output
// that differs.
func BenchmarkEdit(b *testing.B) {
	n := 10_000
	if os.Getenv("MAKLUMAT_TEST") == "long" {
		n = 100_000
	}
	dir := corpus(b, n)
	in := open(b, dir)
	first := all(b, in)
	template, err := os.ReadFile(filepath.Join(dir, "templates/berita.html"))
	if err != nil {
		b.Fatal(err)
	}
	for _, edit := range []struct {
		name, path string
		text       func(i int) string
	}{
		{"body", newsPath(5000), func(i int) string { return newsText(5000, "Judul berita", fmt.Sprint("Akhir ", i)) }},
		{"title", newsPath(5000), func(i int) string { return newsText(5000, fmt.Sprint("Judul ", i), "Akhir") }},
		{"template", "templates/berita.html", func(i int) string { return string(template) + fmt.Sprint("<!-- ", i, " -->") }},
	} {
		for _, what := range []string{"preview", "release"} {
			b.Run(edit.name+"/"+what, func(b *testing.B) {
				prev := first
				for i := 0; b.Loop(); i++ {
					b.StopTimer()
					if err := os.WriteFile(filepath.Join(dir, edit.path), []byte(edit.text(i)), 0o644); err != nil {
						b.Fatal(err)
					}
					in.Hints, in.Now = []string{edit.path}, time.Now()
					b.StartTimer()
					s, err := build.Build(context.Background(), prev, in)
					if err != nil || s.Diags.Errors() > 0 {
						b.Fatal(err, s.Diags)
					}
					if what == "preview" {
						job, _ := s.Job("berita/2019/b005000/index.html")
						if _, _, err := s.Render(job); err != nil {
							b.Fatal(err)
						}
						continue
					}
					if _, err := s.Make(context.Background(), prev, build.Nowhere{}); err != nil {
						b.Fatal(err)
					}
					prev = s
				}
			})
		}
	}
}

// BenchmarkAudit builds a register of 10,000 entries that meet duties, without the catalogue
// of duties and with it: the audit may add a tenth.
func BenchmarkAudit(b *testing.B) {
	const n = 10_000
	catalogue, err := os.ReadFile("../law/packs/id-2026.11/obligations.yaml")
	if err != nil {
		b.Fatal(err)
	}
	units, err := os.ReadFile("../../../content/data/units.yaml")
	if err != nil {
		b.Fatal(err)
	}
	ids := []string{"berkala.profil.alamat", "berkala.keuangan.neraca", "setiap_saat.renstra", "layanan.maklumat"}
	for _, with := range []bool{false, true} {
		b.Run(map[bool]string{false: "without", true: "with"}[with], func(b *testing.B) {
			dir := corpus(b, 0)
			write := func(name, text string) {
				name = filepath.Join(dir, name)
				if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
					b.Fatal(err)
				}
				if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
					b.Fatal(err)
				}
			}
			write("content/data/units.yaml", string(units))
			if with {
				write("content/data/obligations.yaml", string(catalogue))
			}
			for i := range n {
				write(fmt.Sprintf("content/informasi/i%05d.md", i), fmt.Sprintf("---\ntitle: Informasi %d\nsummary: Ringkasan.\nklasifikasi: berkala\npenguasa: ppid\npenanggung_jawab: PPID\n"+
					"dibuat: {tempat: Soreang, tanggal: 20%02d-01-15}\nbentuk: [daring]\nretensi: 5 tahun\nmemenuhi: [%s]\n---\nIsi.\n", i, 10+i%16, ids[i%len(ids)]))
			}
			for b.Loop() {
				all(b, open(b, dir))
			}
		})
	}
}

// BenchmarkSearch builds a site of 10,000 pages with and without its search index, and
// makes every output.
func BenchmarkSearch(b *testing.B) {
	for _, with := range []bool{true, false} {
		b.Run(fmt.Sprintf("index=%v", with), func(b *testing.B) {
			dir := corpus(b, 10_000)
			if !with {
				name := filepath.Join(dir, "content", "site.yaml")
				src, err := os.ReadFile(name)
				if err != nil {
					b.Fatal(err)
				}
				if err := os.WriteFile(name, append(src, "\npencarian: false\n"...), 0o644); err != nil {
					b.Fatal(err)
				}
			}
			in := open(b, dir)
			for b.Loop() {
				all(b, in)
			}
		})
	}
}
