package build_test

import (
	"context"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"maklumat/generator/internal/build"
	"maklumat/generator/internal/disclosure"
)

// held is a project in which one file cannot be read.
func held(files fstest.MapFS, path string) fs.FS { return unreadable{files, path} }

// TestBroughtUpToDate makes one change after another to a site, some of which change no file,
// and holds what was brought up to date against a build from nothing, messages included.
func TestBroughtUpToDate(t *testing.T) {
	const number = "3204120101900001" // an example of the form, of nobody
	for _, tt := range []struct {
		name  string
		steps []func(files fstest.MapFS, in *build.Inputs)
	}{
		{"an attachment that could not be read", []func(fstest.MapFS, *build.Inputs){
			func(files fstest.MapFS, in *build.Inputs) {
				set(files, "content/berita/a.md", news("A", "2026-01-01", "opini", "x", "[d](../data.csv)"))
				set(files, "content/data.csv", "a,b\n"+number+",2\n")
				in.Files = held(files, "content/data.csv")
			},
			func(files fstest.MapFS, in *build.Inputs) { in.Files = files },
		}},
		{"a picture that could not be read", []func(fstest.MapFS, *build.Inputs){
			func(files fstest.MapFS, in *build.Inputs) {
				set(files, "content/berita/a.md", news("A", "2026-01-01", "opini", "x", "![d](../foto.png)"))
				set(files, "content/foto.png", pixel)
				in.Files = held(files, "content/foto.png")
			},
			func(files fstest.MapFS, in *build.Inputs) { in.Files = files },
		}},
		{"a document that could not be read", []func(fstest.MapFS, *build.Inputs){
			func(files fstest.MapFS, in *build.Inputs) { in.Files = held(files, "content/berita/b.md") },
			func(files fstest.MapFS, in *build.Inputs) { in.Files = files },
		}},
		{"a class that could not be read", []func(fstest.MapFS, *build.Inputs){
			func(files fstest.MapFS, in *build.Inputs) {
				set(files, "content/berita/x/_kelas.yaml", "klasifikasi: dikecualikan\n")
				in.Files = held(files, "content/berita/x/_kelas.yaml")
			},
			func(files fstest.MapFS, in *build.Inputs) { in.Files = files },
		}},
		{"settings that could not be read", []func(fstest.MapFS, *build.Inputs){
			func(files fstest.MapFS, in *build.Inputs) { in.Files = held(files, "content/site.yaml") },
			func(files fstest.MapFS, in *build.Inputs) { in.Files = files },
		}},
		{"a permit for personal data that ends", []func(fstest.MapFS, *build.Inputs){
			func(files fstest.MapFS, _ *build.Inputs) {
				set(files, "static/daftar.csv", "a,b\n"+number+",2\n")
				set(files, "content/data/personal.yaml", fmt.Sprintf("izin:\n  - hash: %s\n    alasan: contoh\n    disetujui: PPID\n    sampai: 2026-03-02\n", disclosure.PersonalHash(number)))
			},
			func(_ fstest.MapFS, in *build.Inputs) { in.AsOf.Day++ },
			func(_ fstest.MapFS, in *build.Inputs) { in.AsOf.Day++ },
		}},
		{"a broken document with another address", []func(fstest.MapFS, *build.Inputs){
			func(files fstest.MapFS, _ *build.Inputs) {
				set(files, "content/berita/a.md", news("A", "2026-01-01", "opini", "x", "[b](/berita/2026/rapat/)"))
				set(files, "content/berita/b.md", strings.Replace(news("B\nsalah: x", "2026-01-02", "opini", "x", "Isi."), "---\n", "---\nslug: lain\n", 1))
			},
			func(files fstest.MapFS, _ *build.Inputs) {
				set(files, "content/berita/b.md", strings.Replace(news("B\nsalah: x", "2026-01-02", "opini", "x", "Isi."), "---\n", "---\nslug: rapat\n", 1))
			},
			func(files fstest.MapFS, _ *build.Inputs) {
				set(files, "content/berita/b.md", strings.Replace(news("B\nsalah: x", "2026-01-02", "opini", "x", "Isi."), "---\n", "---\nslug: lain\naliases: [/berita/2026/rapat/]\n", 1))
			},
			func(files fstest.MapFS, _ *build.Inputs) {
				set(files, "content/berita/b.md", news("B\nsalah: x", "2026-01-02", "opini", "x", "Isi."))
			},
		}},
		{"a search that is switched on", []func(fstest.MapFS, *build.Inputs){
			func(files fstest.MapFS, _ *build.Inputs) {
				set(files, "content/site.yaml", siteYAML+"pencarian: false\n")
				set(files, "content/berita/a.md", news("A", "2026-01-01", "opini", "x", "Kanari terbang. [d](../data.csv)"))
				set(files, "content/data.csv", "burung,warna\nnuri,hijau\n")
			},
			func(files fstest.MapFS, _ *build.Inputs) { set(files, "content/site.yaml", siteYAML) },
			func(files fstest.MapFS, _ *build.Inputs) {
				set(files, "content/site.yaml", siteYAML+"pencarian: false\n")
			},
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			files := project(t)
			set(files, "content/berita/b.md", news("B", "2026-01-02", "opini", "x", "Isi."))
			in := inputs(t, files)
			var s, made *build.Snapshot
			out := &released{files: map[string]string{}}
			for n, step := range tt.steps {
				step(files, &in)
				in.Now = clock.Add(time.Hour)
				next, err := build.Build(context.Background(), s, in)
				if err != nil {
					t.Fatal(err)
				}
				fresh, want := from(t, nil, in)
				if got, want := fmt.Sprint(next.Diags), fmt.Sprint(fresh.Diags); got != want {
					t.Errorf("step %d: messages\n%s\nwant\n%s", n, got, want)
				}
				if s = next; s.Diags.Errors() > 0 {
					continue
				}
				removed, err := s.Make(context.Background(), made, out)
				if err != nil {
					t.Fatal(err)
				}
				for _, path := range removed {
					delete(out.files, path)
				}
				if made = s; len(diff(out.files, want)) > 0 {
					t.Errorf("step %d: stale or missing: %v", n, diff(out.files, want))
				}
			}
		})
	}
}
