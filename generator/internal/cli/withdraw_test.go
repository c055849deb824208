package cli

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// secret is a public document that is closed later; its text is found nowhere else.
const secret = `---
title: KANARI judul
slug: kanari-alamat
date: 2026-01-07
kategori: opini
tags: [KANARI-tag]
%s---

KANARI isi, [KANARI berkas](kanari.csv).
`

const (
	secretFolder = "content/berita/2026/rahasia/"
	secretFile   = secretFolder + "kanari.md"
)

// public is a site with a document that is closed later.
func public() map[string]string {
	return map[string]string{
		"content/site.yaml":           small["content/site.yaml"] + "catatan_dokumen: true\n",
		secretFile:                    strings.Replace(secret, "%s", "", 1),
		secretFolder + "kanari.csv":   "KANARI,2\n1,2\n",
		"content/halaman/lain.md":     "---\ntitle: Lain\n---\n\nLain.\n",
		"content/halaman/kontak.md":   "---\ntitle: Kontak\n---\n\n[Peta](peta.csv)\n",
		"content/halaman/peta.csv":    "a,b\n1,2\n",
		"content/halaman/menunjuk.md": "---\ntitle: Menunjuk\n---\n\n[Berita](../berita/2026/rahasia/kanari.md)\n",
		"templates/daftar.html": `<!doctype html><html lang="{{.Lang}}"><head><title>{{.HeadTitle}}</title></head>
<body><h1>{{.Heading}}</h1>{{range .List.Rows}}<a href="{{.Href}}">{{.Title}}</a>{{end}}</body></html>
`,
	}
}

func remove(t *testing.T, names ...string) {
	t.Helper()
	for _, name := range names {
		if err := os.RemoveAll(filepath.FromSlash(name)); err != nil {
			t.Fatal(err)
		}
	}
}

// closings are the ways in which what was public becomes closed.
var closings = []struct {
	name string
	do   func(t *testing.T)
}{
	{"marked", func(t *testing.T) { head(t, "klasifikasi: dikecualikan\n") }},
	{"marked, misspelt", func(t *testing.T) { head(t, "klasifikasi: dikecualikn\n") }},
	{"a draft", func(t *testing.T) { head(t, "draft: true\n") }},
	{"expired", func(t *testing.T) { head(t, "expires: 2026-01-20\n") }},
	{"put off", func(t *testing.T) { head(t, "publish: 2027-01-01\n") }},
	{"its folder closed", func(t *testing.T) {
		write(t, secretFolder+"_kelas.yaml", "klasifikasi: dikecualikan\n")
	}},
	{"moved alone", func(t *testing.T) {
		write(t, "content/tutup/_kelas.yaml", "klasifikasi: dikecualikan\n")
		write(t, "content/tutup/kanari.md", read(t, secretFile))
		remove(t, secretFile)
	}},
	{"moved with its folder", func(t *testing.T) {
		write(t, "content/tutup/_kelas.yaml", "klasifikasi: dikecualikan\n")
		if err := os.Rename(filepath.FromSlash(secretFolder), "content/tutup/rahasia"); err != nil {
			t.Fatal(err)
		}
	}},
	{"moved and renamed", func(t *testing.T) {
		write(t, "content/tutup/_kelas.yaml", "klasifikasi: dikecualikan\n")
		write(t, "content/tutup/arsip.md", read(t, secretFile))
		remove(t, secretFile)
	}},
}

// head writes the secret with another line in its header.
func head(t *testing.T, line string) {
	t.Helper()
	write(t, secretFile, strings.Replace(secret, "%s", line, 1))
}

// mistakes are what else can be wrong at that moment.
var mistakes = []struct {
	name string
	do   func(t *testing.T)
}{
	{"a link to it", func(t *testing.T) {
		write(t, "content/halaman/lain.md", "---\ntitle: Lain\n---\n\n[Lihat](/berita/2026/kanari-alamat/)\n")
	}},
	{"its file on another page", func(t *testing.T) {
		write(t, "content/halaman/lain.md",
			"---\ntitle: Lain\nberkas: [../berita/2026/rahasia/kanari.csv]\n---\n\n[x](tidak-ada.md)\n")
	}},
	{"a lost address", func(t *testing.T) { remove(t, "content/halaman/lain.md") }},
	{"a broken page", func(t *testing.T) { write(t, "content/halaman/salah.md", wrong) }},
	{"a page that was public and is broken", func(t *testing.T) { write(t, "content/halaman/lain.md", wrong) }},
	{"a missing file", func(t *testing.T) { remove(t, "content/halaman/peta.csv") }},
	{"a broken template", func(t *testing.T) { write(t, "templates/halaman.html", "{{.Titel}}{{end}}") }},
	{"broken settings", func(t *testing.T) { write(t, "content/site.yaml", "title: [\n") }},
	{"broken data", func(t *testing.T) { write(t, "content/data/units.yaml", "unit: salah\n") }},
	{"a broken kind", func(t *testing.T) { write(t, "content/kinds/inovasi.yaml", "isian: 3\n") }},
}

// tree returns the files below some folders.
func tree(t *testing.T, folders ...string) map[string]string {
	t.Helper()
	files := map[string]string{}
	for _, folder := range folders {
		err := filepath.WalkDir(folder, func(name string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() {
				files[filepath.ToSlash(name)] = read(t, name)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// TestWithdrawalGoesAhead closes what is public in every way, beside every other mistake, on three
// hosts: it is gone from everything that was released and kept, all else is to the last byte what a
// site without it is, and the mistakes are told.
func TestWithdrawalGoesAhead(t *testing.T) {
	day := []string{"build", "--date", "2026-02-01"}
	for _, host := range []string{"apache", "s3", "netlify"} {
		files := public()
		files["content/site.yaml"] += "hosts: [" + host + "]\n"
		inSite(t, files)
		must(t, day...)
		start, err := os.Getwd()
		if err != nil {
			t.Fatal(err)
		}
		// What should be left: what a release makes when nothing else is wrong.
		inCopy(t, start)
		head(t, "expires: 2026-01-20\n")
		must(t, day...)
		want := tree(t, "public")
		if !strings.Contains(want["public/menunjuk/index.html"], `href="/berita/"`) {
			t.Fatal(want["public/menunjuk/index.html"])
		}
		for _, closing := range closings {
			for _, mistake := range mistakes {
				t.Run(host+"/"+closing.name+"/"+mistake.name, func(t *testing.T) {
					inCopy(t, start)
					mistake.do(t)
					closing.do(t)
					o := run(t, nil, day...)
					first, _, _ := strings.Cut(o.err, "\n")
					if o.code != exitContent || !strings.HasPrefix(first, "Ditarik lebih dahulu dari public") {
						t.Fatalf("code %d\n%s%s", o.code, o.out, o.err)
					}
					if said := o.out + o.err; strings.Contains(said, "KANARI") ||
						strings.Contains(said, "kanari-alamat") && mistake.name != "a link to it" {
						t.Errorf("it is told of:\n%s", said)
					}
					got := tree(t, "public")
					for _, name := range slices.Sorted(maps.Keys(want)) {
						if got[name] != want[name] {
							t.Errorf("%s differs:\n%q\n%q", name, got[name], want[name])
						}
						delete(got, name)
					}
					for name := range got {
						t.Errorf("%s is left", name)
					}
					for name, text := range tree(t, ".maklumat") {
						if strings.Contains(text, "KANARI") {
							t.Errorf("%s holds it", name)
						}
					}
					// A second time there is nothing to withdraw.
					if o := run(t, nil, day...); o.code != exitContent || strings.Contains(o.err, "Ditarik") {
						t.Errorf("code %d\n%s%s", o.code, o.out, o.err)
					}
				})
			}
		}
	}
}

// inCopy makes a copy of a folder the current folder: in memory where there is some, because to
// write so many files to a disk takes longer than to make them.
func inCopy(t *testing.T, folder string) {
	t.Helper()
	dir, err := os.MkdirTemp("/dev/shm", "maklumat")
	if err != nil {
		dir = t.TempDir()
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	t.Chdir(dir)
	if err := os.CopyFS(".", os.DirFS(folder)); err != nil {
		t.Fatal(err)
	}
}
