package build_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"maklumat/generator/internal/build"
	"maklumat/generator/internal/digest"
	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/store"
)

// A change is what happens before a build: to files, to the clock or to what is asked for.
type change = func(files fstest.MapFS, in *build.Inputs)

// TestBroughtUpToDate makes one change after another to a site, some of which change no file,
// and holds what was brought up to date against a build from nothing, messages included.
func TestBroughtUpToDate(t *testing.T) {
	t.Parallel()
	const number = "3204120101900001" // an example of the form, of nobody
	for _, tt := range []struct {
		name  string
		steps []change
	}{
		{"an attachment that could not be read", []change{
			func(files fstest.MapFS, in *build.Inputs) {
				set(files, "content/berita/a.md", news("A", "2026-01-01", "opini", "x", "[d](../data.csv)"))
				set(files, "content/data.csv", "a,b\n"+number+",2\n")
				in.Files = unreadable{files, "content/data.csv"}
			},
			func(files fstest.MapFS, in *build.Inputs) { in.Files = files },
		}},
		{"a picture that could not be read", []change{
			func(files fstest.MapFS, in *build.Inputs) {
				set(files, "content/berita/a.md", news("A", "2026-01-01", "opini", "x", "![d](../foto.png)"))
				set(files, "content/foto.png", pixel)
				in.Files = unreadable{files, "content/foto.png"}
			},
			func(files fstest.MapFS, in *build.Inputs) { in.Files = files },
		}},
		{"a document that could not be read", []change{
			func(files fstest.MapFS, in *build.Inputs) { in.Files = unreadable{files, "content/berita/b.md"} },
			func(files fstest.MapFS, in *build.Inputs) { in.Files = files },
		}},
		{"a class that could not be read", []change{
			func(files fstest.MapFS, in *build.Inputs) {
				set(files, "content/berita/x/_kelas.yaml", "klasifikasi: dikecualikan\n")
				in.Files = unreadable{files, "content/berita/x/_kelas.yaml"}
			},
			func(files fstest.MapFS, in *build.Inputs) { in.Files = files },
		}},
		{"settings that could not be read", []change{
			func(files fstest.MapFS, in *build.Inputs) { in.Files = unreadable{files, "content/site.yaml"} },
			func(files fstest.MapFS, in *build.Inputs) { in.Files = files },
		}},
		{"a permit for personal data that ends", []change{
			func(files fstest.MapFS, _ *build.Inputs) {
				set(files, "static/daftar.csv", "a,b\n"+number+",2\n")
				set(files, "content/data/personal.yaml", fmt.Sprintf("izin:\n  - hash: %s\n    alasan: contoh\n    disetujui: PPID\n    sampai: 2026-03-02\n", disclosure.PersonalHash(number)))
			},
			func(_ fstest.MapFS, in *build.Inputs) { in.AsOf.Day++ },
			func(_ fstest.MapFS, in *build.Inputs) { in.AsOf.Day++ },
		}},
		{"a broken document with another address", []change{
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
		{"a search that is switched on", []change{
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
		{"a data folder that is closed and opened", []change{
			func(files fstest.MapFS, _ *build.Inputs) {
				set(files, "content/data/obligations.yaml", dutyData)
				set(files, "content/informasi/i1.md", entryText(1, "berkala", ""))
			},
			func(files fstest.MapFS, _ *build.Inputs) {
				set(files, "content/data/_kelas.yaml", "klasifikasi: dikecualikan\n")
				set(files, "content/informasi/i1.md", strings.Replace(entryText(1, "berkala", ""), "memenuhi: [berkala.profil.alamat]\n", "", 1))
			},
			func(files fstest.MapFS, _ *build.Inputs) { delete(files, "content/data/_kelas.yaml") },
		}},
		{"an asset of the theme alone", []change{
			func(files fstest.MapFS, _ *build.Inputs) {
				set(files, "static/aset/a.css", "a{margin:1px}")
				set(files, "templates/berita.html", `{{template "kepala" .}}<link href="{{aset "a.css"}}" rel="stylesheet">{{.Title}}{{.Body}}{{template "kaki" .}}`)
			},
			func(files fstest.MapFS, _ *build.Inputs) { set(files, "static/aset/a.css", "a{margin:2px}") },
		}},
		{"files of the theme that are closed", []change{
			func(files fstest.MapFS, _ *build.Inputs) {
				set(files, "static/aset/a.css", "a{margin:1px}")
				set(files, "templates/berita.html", `{{template "kepala" .}}<link href="{{aset "a.css"}}" rel="stylesheet">{{.Title}}{{.Body}}{{template "kaki" .}}`)
			},
			func(files fstest.MapFS, _ *build.Inputs) {
				set(files, "static/_kelas.yaml", "klasifikasi: dikecualikan\n")
			},
			func(files fstest.MapFS, _ *build.Inputs) { delete(files, "static/_kelas.yaml") },
		}},
		{"a link to the file of a document that expires", []change{
			func(files fstest.MapFS, in *build.Inputs) {
				set(files, "content/berita/a.md", news("A", "2026-01-01", "opini", "x", "[p](/halaman/profil.md) [q](../halaman/profil.md?a=1)"))
				set(files, "content/halaman/profil.md", "---\ntitle: Profil\nexpires: 2026-03-01 10:00\n---\nKami.\n")
				in.AsOf.Minute = 9 * 60
			},
			func(_ fstest.MapFS, in *build.Inputs) { in.AsOf.Minute = 11 * 60 },
		}},
		{"a link to the file of a document that moves", []change{
			func(files fstest.MapFS, _ *build.Inputs) {
				set(files, "content/berita/a.md", news("A", "2026-01-01", "opini", "x", "[p](/halaman/profil.md) [q](../halaman/profil.md?a=1)"))
				set(files, "content/halaman/profil.md", "---\ntitle: Profil\n---\nKami.\n")
			},
			func(files fstest.MapFS, _ *build.Inputs) {
				set(files, "content/halaman/profil.md", "---\ntitle: Profil\nslug: baru\naliases: [/profil/]\n---\nKami.\n")
			},
		}},
		{"units in another order", []change{
			func(files fstest.MapFS, _ *build.Inputs) {
				set(files, "content/data/obligations.yaml", dutyData)
				set(files, "content/informasi/i1.md", entryText(1, "berkala", ""))
				set(files, "content/informasi/i2.md", strings.Replace(entryText(2, "berkala", ""), "penguasa: ppid", "penguasa: hukum", 1))
			},
			func(files fstest.MapFS, _ *build.Inputs) {
				set(files, "content/data/units.yaml", "unit:\n  - {slug: hukum, nama: Subbagian Hukum}\n  - {slug: ppid, nama: PPID}\n")
			},
		}},
		{"duties that come and go", []change{
			func(files fstest.MapFS, _ *build.Inputs) {
				set(files, "content/informasi/i1.md", strings.Replace(entryText(1, "berkala", ""), "memenuhi: [berkala.profil.alamat]\n", "", 1))
			},
			func(files fstest.MapFS, _ *build.Inputs) { set(files, "content/data/obligations.yaml", dutyData) },
			func(files fstest.MapFS, _ *build.Inputs) { delete(files, "content/data/obligations.yaml") },
		}},
		{"a guide in English", []change{
			func(files fstest.MapFS, _ *build.Inputs) {
				set(files, "content/site.yaml", siteYAML+"english: {title: Example}\n")
				set(files, "content/halaman/about.md", "---\ntitle: About\nlang: en\n---\nUs.\n")
				set(files, "content/halaman/minta-informasi.md", "---\ntitle: Minta\n---\nCara.\n")
			},
			func(files fstest.MapFS, _ *build.Inputs) {
				set(files, "content/halaman/request.md", "---\ntitle: Request\nlang: en\nslug: minta-informasi\n---\nHow.\n")
			},
		}},
		{"the last document of a feed", []change{
			func(files fstest.MapFS, _ *build.Inputs) {
				set(files, "content/site.yaml", siteYAML+"english: {title: Example}\n")
				set(files, "content/pengumuman/p.md", "---\ntitle: Banjir\ndate: 2026-02-20\nexpires: 2026-03-01\n---\nIsi.\n")
				set(files, "content/pengumuman/flood.md", "---\ntitle: Flood\nlang: en\ndate: 2026-02-20\n---\nText.\n")
			},
			func(_ fstest.MapFS, in *build.Inputs) { in.AsOf.Day++ },
		}},
		{"a limit that becomes known", []change{
			func(files fstest.MapFS, _ *build.Inputs) {
				set(files, "content/laporan/2025.md", "---\ntitle: Laporan 2025\ndate: 2026-01-15\ntahun: 2025\npermintaan: {diterima: 2, dikabulkan_seluruhnya: 1, dikabulkan_sebagian: 0, ditolak: 0, dalam_proses: 1}\nwaktu: {rata_rata: 5, median: 4, terlama: 9}\n---\n")
			},
			func(files fstest.MapFS, _ *build.Inputs) { set(files, "content/data/deadlines.yaml", deadlineData(10)) },
		}},
		{"another size of pages", []change{
			func(files fstest.MapFS, _ *build.Inputs) {
				set(files, "content/site.yaml", strings.Replace(siteYAML, "per_halaman: 3", "per_halaman: 4", 1))
				for n := range 15 {
					set(files, fmt.Sprintf("content/berita/n%02d.md", n), news(fmt.Sprint("N", n), fmt.Sprintf("2026-01-%02d", 3+n), "opini", "x", "Isi."))
				}
			},
			func(files fstest.MapFS, _ *build.Inputs) { set(files, "content/site.yaml", siteYAML) },
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			files := project(t)
			set(files, "content/berita/b.md", news("B", "2026-01-02", "opini", "x", "Isi."))
			in := inputs(t, files)
			site := followed{out: released{files: map[string]string{}}}
			for n, step := range tt.steps {
				step(files, &in)
				in.Now = tick().Add(time.Hour)
				if wrong := site.step(t, nil, in); wrong != "" {
					t.Errorf("step %d: %s", n, wrong)
				}
			}
		})
	}
}

// TestDeletedMeanwhile deletes each input between linking and making: nothing is wrong with the
// machine or with the file, and the build is to be made again.
func TestDeletedMeanwhile(t *testing.T) {
	for _, path := range []string{"content/data.csv", "content/foto.png", "static/daftar.csv", "static/a.css"} {
		files := project(t)
		set(files, "content/berita/a.md", news("A", "2026-01-01", "opini", "x", "[d](../data.csv) ![f](../foto.png)"))
		set(files, "content/data.csv", "a,b\n1,2\n")
		set(files, "content/foto.png", pixel)
		set(files, "static/daftar.csv", "a,b\n1,2\n")
		set(files, "static/a.css", "a{margin:0}")
		s, err := build.Build(context.Background(), nil, inputs(t, files))
		if err != nil {
			t.Fatal(err)
		}
		delete(files, path)
		opened := &opening{released{files: map[string]string{}}}
		if _, err := s.Make(context.Background(), nil, opened); !errors.Is(err, store.ErrChanged) {
			t.Errorf("%s: %v, and messages %v", path, err, s.Messages())
		}
	}
}

// opening is an Output that reads what it is to copy.
type opening struct{ released }

func (o *opening) Copy(path string, sum digest.Sum, open func() (io.ReadCloser, error)) error {
	f, err := open()
	if err != nil {
		return err
	}
	return f.Close()
}
