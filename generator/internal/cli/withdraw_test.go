package cli

import (
	"errors"
	"io/fs"
	"maklumat/generator/internal/digest"
	"maklumat/generator/internal/store"
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
	{"a file changed in place", func(t *testing.T) {
		write(t, "content/halaman/peta.csv", "diubah,di tempat\n1,2\n")
		write(t, "content/halaman/salah.md", wrong)
	}},
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
					if !strings.Contains(o.err, "Selain yang ditarik, situs di public tidak berubah.") {
						t.Errorf("what became of the site is not told:\n%s", o.err)
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

// isOut fails if anything of the secret is left in what was released or kept.
func isOut(t *testing.T) {
	t.Helper()
	for name, text := range tree(t, "public", ".maklumat") {
		if strings.Contains(text, "KANARI") {
			t.Errorf("%s holds it", name)
		}
	}
}

// TestWithdrawalWhileWatching closes something while another page is wrong, and goes on.
func TestWithdrawalWhileWatching(t *testing.T) {
	for _, closing := range closings {
		if name := closing.name; name != "marked" && name != "a draft" && name != "moved with its folder" {
			continue
		}
		t.Run(closing.name, func(t *testing.T) {
			inSite(t, public())
			out, said, stop := background(t, "build", "--watch", "--date", "2026-02-01")
			defer stop()
			until(t, said, `menunggu perubahan`)
			write(t, "content/halaman/salah.md", wrong)
			until(t, said, `content/halaman/salah.md:3:1`)
			closing.do(t)
			until(t, said, `Ditarik lebih dahulu dari public`)
			isOut(t)
			if !exists("public/lain/index.html") {
				t.Error("another page is gone")
			}
			write(t, "content/halaman/menunjuk.md", "---\ntitle: Menunjuk\n---\n\nTidak lagi.\n")
			remove(t, "content/halaman/salah.md")
			until(t, out, `(?s)manifest.json .*manifest.json `)
			if code := stop(); code != exitDone {
				t.Fatalf("code %d: %s", code, said)
			}
			isOut(t)
			watched := read(t, "public/manifest.json")
			if o := must(t, "build", "--date", "2026-02-01"); read(t, "public/manifest.json") != watched {
				t.Errorf("another build makes another site\n%s", o.out)
			}
		})
	}
}

// TestWithdrawalThatCannotBe holds that what is still public is said last, with a remedy that
// works: undo all but the closing.
func TestWithdrawalThatCannotBe(t *testing.T) {
	day := []string{"build", "--date", "2026-02-01"}
	for _, c := range []struct {
		name    string
		prepare func(t *testing.T)
		n, why  string
		undo    func(t *testing.T)
	}{
		{"nothing was kept", func(t *testing.T) { remove(t, ".maklumat") }, "1",
			"bahan rilis terakhir tidak ada lagi", func(*testing.T) {}},
		{"what was kept is damaged", func(t *testing.T) { write(t, ".maklumat/public.sources.zip", "PK") },
			"1", "rilis tidak dapat ditulis", func(*testing.T) {}},
		{"what was kept is of another release", func(t *testing.T) {
			kept := read(t, ".maklumat/public.sources.zip")
			write(t, "content/halaman/lain.md", "---\ntitle: Lain lagi\n---\n\nLain.\n")
			must(t, day...)
			write(t, ".maklumat/public.sources.zip", kept)
		}, "1", "bahan rilis terakhir tidak ada lagi", func(*testing.T) {}},
		{"a folder that cannot be written", func(t *testing.T) {
			remove(t, ".maklumat/public.record")
			write(t, ".maklumat/public.record/x", "")
		}, "2", "", func(t *testing.T) { remove(t, ".maklumat/public.record") }},
	} {
		t.Run(c.name, func(t *testing.T) {
			inSite(t, public())
			must(t, day...)
			c.prepare(t)
			closings[0].do(t)
			write(t, "content/halaman/salah.md", wrong)
			o := run(t, nil, day...)
			_, last, found := strings.Cut(o.err, "MASIH TERBUKA: "+c.n+" dokumen atau berkas")
			if o.code != exitContent || !found || !strings.Contains(last, c.why) ||
				strings.Count(last, "\n") != 2 || strings.Contains(o.out+o.err, "KANARI") {
				t.Errorf("code %d\n%s%s", o.code, o.out, o.err)
			}
			remove(t, "content/halaman/salah.md", "content/halaman/menunjuk.md")
			write(t, "content/data/withdrawn.yaml",
				"ditarik: [{alamat: /menunjuk/, tanggal: 2026-02-01, alasan: Tidak dipakai lagi}]\n")
			c.undo(t)
			must(t, day...)
			isOut(t)
		})
	}
}

// TestWithdrawalElsewhere withdraws where nothing but what CI keeps is there: no released folder,
// the lists of the live site, and what the last release was made of.
func TestWithdrawalElsewhere(t *testing.T) {
	inSite(t, public())
	must(t, "build", "--date", "2026-02-01")
	live := tree(t, "public")
	for _, name := range []string{"alamat.json", "catatan/entri.txt", "manifest.json"} {
		write(t, "terakhir/"+name, live["public/"+name])
	}
	kept := tree(t, ".maklumat/public.files", ".maklumat/public.sources.zip")
	remove(t, "public", ".maklumat", "content/halaman/peta.csv")
	for name, text := range kept {
		write(t, name, text)
	}
	closings[0].do(t)
	o := run(t, nil, "build", "--date", "2026-02-01", "--last", "terakhir")
	if o.code != exitContent || !strings.HasPrefix(o.err, "Ditarik lebih dahulu dari public") {
		t.Fatalf("code %d\n%s%s", o.code, o.out, o.err)
	}
	isOut(t)
	got := tree(t, "public")
	for name := range live {
		_, there := got[name]
		if isSecret := strings.Contains(name, "kanari"); there == isSecret && !strings.Contains(name, "catatan") &&
			!strings.Contains(name, "public/cari/") {
			t.Errorf("%s is there: %t", name, there)
		}
	}
	if got["public/kontak/peta.csv"] != "a,b\n1,2\n" {
		t.Error("a file that is no longer in the project is not released again")
	}
}

// TestWithdrawalSigned holds that a release of withdrawals is signed as each is, and goes unsigned
// rather than not at all when the key is another one.
func TestWithdrawalSigned(t *testing.T) {
	inSite(t, public())
	must(t, "key", "lain.txt")
	made := must(t, "key", "kunci.txt")
	key, other := strings.TrimSpace(read(t, "kunci.txt")), strings.TrimSpace(read(t, "lain.txt"))
	write(t, "content/site.yaml", public()["content/site.yaml"]+made.out)
	day := []string{"build", "--date", "2026-02-01"}
	start, err := os.Getwd()
	if o := run(t, env{keyVariable: key}, day...); o.code != exitDone || err != nil {
		t.Fatal(o, err)
	}
	for _, c := range []struct {
		name, key, page string
		code            int
		signed          bool
	}{
		{"beside a mistake", key, wrong, exitContent, true},
		{"with the wrong key", other, "---\ntitle: Baik\n---\n", exitUsage, false},
		{"with both", other, wrong, exitContent, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			inCopy(t, start)
			head(t, "draft: true\n")
			write(t, "content/halaman/menunjuk.md", "---\ntitle: Menunjuk\n---\n\nTidak lagi.\n")
			write(t, "content/halaman/salah.md", c.page)
			o := run(t, env{keyVariable: c.key}, day...)
			if o.code != c.code || !strings.HasPrefix(o.err, "Ditarik lebih dahulu dari public") {
				t.Fatalf("code %d\n%s%s", o.code, o.out, o.err)
			}
			isOut(t)
			if exists("public/manifest.note") != c.signed {
				t.Errorf("signed: %t", !c.signed)
			}
		})
	}
}

// TestWithdrawalOfData closes the data of a site beside a mistake: what it says is gone from every
// page, also in a watched build, which has no text of it any more.
func TestWithdrawalOfData(t *testing.T) {
	files := map[string]string{
		"content/data/units.yaml": "unit: [{slug: ppid, nama: KANARI}]\n",
		"content/data/obligations.yaml": `kelas: [{id: berkala, label_id: KANARI, label_en: Periodic, basis: UU 14/2008 ps. 9}]
items:
  - {id: berkala.alamat, class: berkala, label_id: KANARI, label_en: KANARI, basis: [UU 14/2008 ps. 9], article_confidence: high, max_age_days: 184, evidence: page}
`,
	}
	day := []string{"build", "--date", "2026-02-01"}
	closeIt := func() {
		write(t, "content/data/_kelas.yaml", "klasifikasi: dikecualikan\n")
		write(t, "content/halaman/salah.md", wrong)
	}
	inSite(t, files)
	must(t, day...)
	if !strings.Contains(read(t, "public/keterbukaan/audit.csv"), "KANARI") {
		t.Fatal("the data are shown nowhere")
	}
	closeIt()
	if o := run(t, nil, day...); o.code != exitContent || !strings.HasPrefix(o.err, "Ditarik lebih dahulu") {
		t.Fatalf("code %d\n%s%s", o.code, o.out, o.err)
	}
	isOut(t)

	inSite(t, files)
	_, said, stop := background(t, append(day, "--watch")...)
	defer stop()
	until(t, said, `menunggu perubahan`)
	closeIt()
	until(t, said, `Ditarik lebih dahulu dari public`)
	isOut(t)
	if code := stop(); code != exitDone {
		t.Errorf("code %d: %s", code, said)
	}
	isOut(t)
}

// TestWithdrawalWhileTheDiskFails holds that a watched build which cannot write says last what is
// still public.
func TestWithdrawalWhileTheDiskFails(t *testing.T) {
	inSite(t, public())
	_, said, stop := background(t, "build", "--watch", "--date", "2026-02-01")
	defer stop()
	until(t, said, `menunggu perubahan`)
	remove(t, ".maklumat/public.record")
	write(t, ".maklumat/public.record/x", "")
	write(t, "content/halaman/menunjuk.md", "---\ntitle: Menunjuk\n---\n\nTidak lagi.\n")
	head(t, "draft: true\n")
	until(t, said, `MASIH TERBUKA: 2 dokumen`)
	if code := stop(); code != exitMachine {
		t.Errorf("code %d: %s", code, said)
	}
	if at := strings.Index(said.String(), "MASIH TERBUKA"); strings.Count(said.String()[at:], "\n") > 3 {
		t.Errorf("it is not said last: %s", said)
	}
}

// TestOthersAddresses holds that nothing is called public that another site has.
func TestOthersAddresses(t *testing.T) {
	inSite(t, public())
	must(t, "build", "--date", "2026-02-01", "--base-url", "https://lain.example/", "--out", "lain")
	closings[0].do(t)
	write(t, "content/halaman/salah.md", wrong)
	o := run(t, nil, "build", "--date", "2026-02-01", "--last", "lain/alamat.json")
	if o.code != exitContent || strings.Contains(o.err, "MASIH TERBUKA") {
		t.Errorf("code %d\n%s", o.code, o.err)
	}
}

// TestKeptFilesAreWhole holds that a file which has changed since it was released is not kept under
// the digest that it had, and that one which is kept has its bytes.
func TestKeptFilesAreWhole(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "a", "satu")
	if err := copyFile("a", "salinan", digest.Of([]byte("dua"))); !errors.Is(err, store.ErrChanged) {
		t.Errorf("other bytes: %v", err)
	}
	if exists("salinan") || exists("salinan.next") {
		t.Error("something is left")
	}
	if err := copyFile("a", "salinan", digest.Of([]byte("satu"))); err != nil || read(t, "salinan") != "satu" {
		t.Error(err)
	}
}
