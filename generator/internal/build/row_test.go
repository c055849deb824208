package build_test

import (
	"context"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"maklumat/generator/internal/build"
	"maklumat/generator/internal/content"
	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/law"
	"maklumat/generator/internal/site"
)

// own returns the site of this repository in memory, with what it does not use of the data
// and settings that a site may have.
func own(t testing.TB) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	root := os.DirFS("../../..")
	for _, folder := range []string{"content", "static", "templates"} {
		err := fs.WalkDir(root, folder, func(p string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			b, err := fs.ReadFile(root, p)
			files[p] = &fstest.MapFile{Data: b, ModTime: shipped}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, pack := range []string{"id-2026.11", "kpu-2026.11"} { // as the site's own, to be edited
		for _, f := range law.Files(pack) {
			files[content.PackFolder+pack+"/"+f.Name] = &fstest.MapFile{Data: f.Src, ModTime: shipped}
		}
	}
	files[content.SettingsFile] = &fstest.MapFile{Data: append(files[content.SettingsFile].Data, unusedSettings...), ModTime: shipped}
	for _, e := range unusedKeys {
		e.do(files, nil)
	}
	for name, text := range unused {
		files[name] = &fstest.MapFile{Data: []byte(text), ModTime: shipped}
	}
	return files
}

// unusedSettings are keys of site.yaml that this repository's site does without.
const unusedSettings = `
logo: /aset/lambang.svg
warna: {brand: "#7a1f2b", brand_dark: "#a8414f", on_brand: "#ffffff", accent: "#6a5010", accent_dark: "#d9c27a"}
masa_pemilu: {mulai: 2026-11-01, sampai: 2026-12-01}
arsip: {bulan: true, kategori: true, tag: true, unit: true, per_halaman: 5}
hosts: [apache, cloudflare]
repositori: {alamat: "https://github.com/contoh/situs", cabang: main, jenis: github}
admin: {skrip: form.js, integritas: sha384-l0I1274zJ+rLKRV5drcEgthflB1qWK5n5uxbMLSHbFByGwvpeJ4G1Tln/ZnPzAwr, masuk: "https://masuk.contoh.go.id/"}
kunci_publik: contoh
pencarian: true
css: inline
`

// unusedKeys are keys of data and settings, inside others, that it does without.
var unusedKeys = []edit{
	replaced("", content.SettingsFile, "kontak:\n", "kontak:\n  peta: https://peta.contoh.go.id/\n"),
	replaced("", content.SettingsFile, "    nama: Komisi", "    luar: true\n    whatsapp: 0800 000 0001\n    situs: https://komisi.contoh.go.id/\n    nama: Komisi"),
	replaced("", content.SettingsFile, "    - nama: Meja informasi\n", "    - nama: Meja informasi\n      alamat: [Lantai dasar]\n"),
	replaced("", content.SettingsFile, "    tanya: What do you need?\n", "    tanya: What do you need?\n    contoh: [{teks: Budget, alamat: /tag/anggaran/}]\n"),
	replaced("", "content/data/units.yaml", "(PPID), ppid: true}", "(PPID), tugas: Menjawab permintaan, ppid: true}"),
	replaced("", "content/hukum/id-2026.11/deadlines.yaml", "rezim:\n", "pihak: [{id: pihak, label_id: Pihak, label_en: Parties, badan: true}]\nrezim:\n"),
	replaced("", "content/hukum/id-2026.11/deadlines.yaml", "pelaku: para_pihak", "pelaku: pihak"),
	replaced("", "content/hukum/id-2026.11/holidays/2026.yaml", "nasional:", "setempat: [{tanggal: 2026-11-30, nama: Pemungutan suara}]\nnasional:"),
}

// unused are files of data that it does without, and documents that ask for what no other does.
var unused = map[string]string{
	"content/data/views.yaml": "sampai: 2026-02-28\nhalaman:\n  - {alamat: /profil/, jumlah: 12}\n  - {alamat: /kontak/, jumlah: 3}\n",
	content.AuditFile:         "hasil:\n  - {tanggal: 2026-01-02, terpenuhi: 30, berlaku: 119}\n",
	"content/data/personal.yaml": "kontak: [humas@contoh.com, redaksi@contoh.com]\nizin:\n" +
		"  - {hash: " + strings.Repeat("0", 64) + ", alasan: uji, disetujui: Ketua, sampai: 2027-12-31}\n" +
		"  - {hash: " + strings.Repeat("1", 64) + ", alasan: uji, disetujui: Ketua, sampai: 2027-12-31}\n" +
		"asli: [{hash: 22ad5c36b6c8703f9d3bcc84894a896273707b9e0a705731050b19b43dd1953a, ditandatangani: Ketua, alasan: uji}]\n",
	"content/pengumuman/sebentar.md": "---\ntitle: Sebentar\ndate: 2026-11-01\nberlaku_sampai: 2026-11-30\n---\nIsi.\n",
	"content/halaman/teman.md":       "---\ntitle: Teman\n---\nIsi, lihat [uji](uji.md).\n",
	"content/halaman/uji.csv":        "a,b\n1,2\nhumas@contoh.com,1\n",
	"content/halaman/film.mp4":       "\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom\x00\x00\x00\x08mdat",
	"content/kinds/kegiatan.yaml": "label_id: Kegiatan\nlabel_en: Activity\nalamat: /giat/{slug}/\nurutan: terbaru\n" +
		"layout: halaman\nisi: true\nschema: Event\nisian:\n" +
		"  - {nama: tahap, tipe: pilihan, pilihan: [rencana, berjalan], label_id: Tahap, label_en: Stage, bantuan_id: Kini, bantuan_en: Now, wajib: true}\n" +
		"  - {nama: peserta, tipe: angka, paling_besar: 500, label_id: Peserta, label_en: People}\n" +
		"  - {nama: catatan, tipe: teks, label_id: Catatan, label_en: Notes, daftar: true}\n" +
		"  - nama: sesi\n    tipe: kelompok\n    label_id: Sesi\n    label_en: Sessions\n    daftar: true\n    isian:\n" +
		"      - {nama: ruang, tipe: baris, label_id: Ruang, label_en: Room, bantuan_id: Di mana, bantuan_en: Where, wajib: true}\n" +
		"      - {nama: bahan, tipe: berkas, label_id: Bahan, label_en: Papers, daftar: true}\n" +
		"      - {nama: bentuk, tipe: pilihan, pilihan: [luring, daring], label_id: Bentuk, label_en: Form}\n" +
		"      - {nama: kursi, tipe: angka, paling_besar: 90, label_id: Kursi, label_en: Seats}\n",
	"content/kegiatan/temu.md": "---\ntitle: Temu warga\ndate: 2026-03-02\ntahap: rencana\npeserta: 5\ncatatan: [satu, dua]\nsesi: [{ruang: A, bentuk: luring, kursi: 3}]\n---\nIsi.\n",
	"static/admin/form.js":     "void 0;\n",
	"static/aset/lambang.svg":  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h10v10z"/></svg>`,
	trial: "---\ntitle: Uji\nsummary: Halaman untuk diuji.\ndate: 2026-03-02\naliases: [/uji-lama/]\nterkait: [teman]\nberkas: [uji.csv]\n---\nIsi uji. [Sendiri](uji.md) dan [lama](/uji-lama/), " +
		"[umpan](/berita/feed.xml). ![Film](film.mp4)\n",
}

// unedited are keys that no site can have valid in this way beside the others.
var unedited = map[string]bool{}

// ownInputs are the inputs of a build of files on the day of the repository's examples.
func ownInputs(t testing.TB, files fs.FS) build.Inputs {
	in := inputs(t, files)
	in.AsOf = disclosure.Moment{Day: disclosure.DayOf(2026, 11, 29)}
	return in
}

// An edit is something that a site's people do: before is how things were, if not as in own.
type edit struct {
	name   string
	before func(files fstest.MapFS)
	do     func(files fstest.MapFS, in *build.Inputs)
}

// replaced returns an edit of a text in a file.
func replaced(name, file, old, now string) edit {
	return edit{name: name, do: func(files fstest.MapFS, _ *build.Inputs) {
		text := string(files[file].Data)
		if !strings.Contains(text, old) {
			panic(file + " does not hold " + old)
		}
		set(files, file, strings.Replace(text, old, now, 1))
	}}
}

// added returns an edit that adds a file.
func added(name, file, text string) edit {
	return edit{name: name, do: func(files fstest.MapFS, _ *build.Inputs) { set(files, file, text) }}
}

// appended returns an edit that adds to a file.
func appended(name, file, text string) edit {
	return edit{name: name, do: func(files fstest.MapFS, _ *build.Inputs) {
		if files[file] == nil {
			panic(file + " is not there")
		}
		set(files, file, string(files[file].Data)+text)
	}}
}

// without returns an edit that takes a file away.
func without(name, file string) edit {
	return edit{name: name, do: func(files fstest.MapFS, _ *build.Inputs) { delete(files, file) }}
}

const (
	oneNews = "---\ntitle: Kabar baru\ndate: 2026-11-28\nkategori: kegiatan\ntags: [kabar]\n---\nIsi.\n"
	trial   = "content/halaman/uji.md"
)

// inputEdits change each kind of input that is no data and no setting.
var inputEdits = []edit{
	replaced("text of a page", trial, "Isi uji.", "Isi lain."),
	replaced("title of a page that others link to", trial, "title: Uji", "title: Percobaan"),
	replaced("old address of a page", trial, "aliases: [/uji-lama/]", "aliases: [/uji-lama/, /uji-tua/]"),
	replaced("a page asks for a template", trial, "---\nIsi", "layout: kontak\n---\nIsi"),
	added("another document of a slug that a page names", "content/regulasi/teman.md", "---\ntitle: Teman\njenis: Peraturan KPU\nnomor: 98\ntahun: 2026\nstatus: berlaku\n---\n"),
	replaced("slug of a page that others link to by its file", trial, "title: Uji", "slug: percobaan\ntitle: Uji"),
	added("a page that another links to in English", "content/halaman/en/uji.md", "---\ntitle: Trial\nlang: en\n---\nText.\n"),
	added("news", "content/berita/2026/2026-11-28-kabar.md", oneNews),
	{name: "the first news", before: func(files fstest.MapFS) {
		maps.DeleteFunc(files, func(name string, _ *fstest.MapFile) bool { return strings.HasPrefix(name, "content/berita/") })
	}, do: func(files fstest.MapFS, _ *build.Inputs) {
		set(files, "content/berita/2026/2026-11-28-kabar.md", oneNews)
	}},
	replaced("title of an entry on an old page", "content/informasi/2023/laporan-kinerja-2023.md", "title: ", "title: Ulasan "),
	replaced("news of another year", "content/berita/2024/2024-07-15-daftar-informasi-semester-satu.md", "date: 2024-", "date: 2020-"),
	added("news of a new year", "content/berita/2020/2020-01-02-lama.md", strings.Replace(oneNews, "2026-11-28", "2020-01-02", 1)),
	without("a document of a kind of the site's own", "content/inovasi/log-dokumen.md"),
	added("an announcement for all pages", "content/pengumuman/awas.md", "---\ntitle: Awas banjir\ndate: 2026-11-28\nserta_merta: true\n---\nHati-hati.\n"),
	added("what revokes another", "content/regulasi/baru.md",
		"---\ntitle: Peraturan baru\njenis: Peraturan KPU\nnomor: 99\ntahun: 2026\nstatus: berlaku\nmencabut: [pkpu-4-2025]\n---\n"),
	replaced("bytes of an attachment", "content/halaman/uji.csv", "1,2", "1,3"),
	added("captions of a film", "content/halaman/film.vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\nHalo\n"),
	added("a picture", "content/halaman/foto.png", "\x89PNG\r\n\x1a\n"),
	added("a static file", "static/baru.txt", "baru"),
	appended("a part of the theme", "templates/bagian/kaki-situs.html", "<p>uji</p>"),
	appended("styles", "templates/css/berita.css", ".uji{color:inherit}"),
	appended("a script", "templates/js/bagikan.js", "var uji = 1;"),
	added("a template for a kind that has none", "templates/inovasi.html", `{{template "kepala" .}}<h1>{{.Title}}</h1>{{range .Fields}}{{.Label}}: {{.Text}}{{end}}{{template "kaki" .}}`),
	{name: "a template, where a page asks for one that is not there", before: func(files fstest.MapFS) {
		set(files, trial, strings.Replace(string(files[trial].Data), "---\nIsi", "layout: hilang\n---\nIsi", 1))
	}, do: func(files fstest.MapFS, _ *build.Inputs) { set(files, "templates/lain.html", "{{.Title}}") }},
	added("one word", "templates/words/id.yaml", "Home: Muka\n"),
	{name: "one word of the site's own", before: func(files fstest.MapFS) { delete(files, "templates/words/id.yaml") },
		do: func(files fstest.MapFS, _ *build.Inputs) { set(files, "templates/words/id.yaml", "Home: Muka\n") }},
	{name: "a language, for a page that is there", before: func(files fstest.MapFS) {
		set(files, "content/halaman/su/uji.md", "---\ntitle: Coba\nlang: su\n---\nEusi.\n")
	}, do: func(files fstest.MapFS, _ *build.Inputs) { set(files, "templates/words/su.yaml", "Home: Imah\n") }},
	replaced("a kind of the site's own", "content/kinds/inovasi.yaml", "label_id: Manfaat", "label_id: Faedah"),
	added("another kind of the site's own", "content/kinds/program.yaml", "label_id: Program\nlabel_en: Programme\n"),
	replaced("a document of that kind", "content/inovasi/log-dokumen.md", "Wartawan,", "Pers,"),
	{name: "a day passes", do: func(_ fstest.MapFS, in *build.Inputs) { in.AsOf.Day += 2 }},
	{name: "drafts are shown, of which there are none", before: func(files fstest.MapFS) {
		maps.DeleteFunc(files, func(_ string, f *fstest.MapFile) bool { return strings.Contains(string(f.Data), "\ndraft: true") })
	}, do: func(_ fstest.MapFS, in *build.Inputs) { in.Drafts = true }},
	{name: "the duties are given", before: func(files fstest.MapFS) {
		delete(files, "content/data/obligations.yaml")
		delete(files, "content/hukum/id-2026.11/obligations.yaml")
		delete(files, "content/hukum/kpu-2026.11/obligations.yaml")
		// A menu that leads there changes every page.
		set(files, "content/site.yaml", strings.ReplaceAll(string(files["content/site.yaml"].Data), "/keterbukaan/", "/informasi/"))
	},
		do: func(files fstest.MapFS, _ *build.Inputs) {
			for _, pack := range []string{"id-2026.11", "kpu-2026.11"} {
				src, _ := os.ReadFile("../law/packs/" + pack + "/obligations.yaml")
				set(files, "content/hukum/"+pack+"/obligations.yaml", string(src))
			}
		}},
	replaced("lists by unit", content.SettingsFile, "unit: true", "unit: false"),
	replaced("the branch of the repository", content.SettingsFile, "cabang: main", "cabang: utama"),
	replaced("the sign-in of the editors' form", content.SettingsFile, "masuk.contoh", "login.contoh"),
	replaced("a host", content.SettingsFile, "hosts: [apache, cloudflare]", "hosts: [apache]"),
	replaced("the English home page", content.SettingsFile, "What do you need?", "How can we help?"),
	replaced("a category", content.SettingsFile, "  - {slug: opini,", "  - {slug: rapat, nama: Rapat}\n  - {slug: opini,"),
	replaced("the name of a category", content.SettingsFile, "nama: Kegiatan}", "nama: Acara}"),
	replaced("the question of the home page", content.SettingsFile, "tanya: Apa yang Anda perlukan?", "tanya: Apa perlunya?"),
	replaced("no log", content.SettingsFile, "catatan_dokumen: true", "catatan_dokumen: false"),
	replaced("the name of the site", content.SettingsFile, "singkatan: KPU Kabupaten Bandung", "singkatan: KPU Bandung"),
	replaced("a test of accessibility", "content/data/accessibility.yaml", "tanggal: 2026-11-30", "tanggal: 2026-11-29"),
	replaced("a name of deadlines", "content/hukum/id-2026.11/deadlines.yaml", "label_id: Informasi umum", "label_id: Informasi lain"),
	replaced("the name of who must act", "content/hukum/id-2026.11/deadlines.yaml", "label_id: Pihak", "label_id: Para pihak"),
	replaced("the title of a form", "content/hukum/id-2026.11/forms.yaml", "judul: Formulir permintaan", "judul: Blangko permintaan"),
	replaced("a row of the register of requests", "content/data/permintaan/2025-contoh.csv", "\n002/PPID/2025,", "\n902/PPID/2025,"),
	replaced("a fixed holiday", "content/hukum/id-2026.11/fixed-holidays.yaml", "{tanggal: 01-01,", "{tanggal: 01-05,"),
	replaced("the decree of holidays", "content/hukum/id-2026.11/holidays/2026.yaml", "dasar: SKB", "dasar: Keputusan"),
	replaced("the title of an assessment", "content/data/monev/2026.yaml", "judul: Data dukung", "judul: Bukti"),
	replaced("the name of a class of instruments", "content/hukum/id-2026.11/instruments.yaml", "label_id: Peraturan Pemerintah,", "label_id: PP, sebutan: [Peraturan Pemerintah],"),
	replaced("the name of a class of duties", "content/hukum/id-2026.11/obligations.yaml", "label_id: Wajib", "label_id: Harus"),
	replaced("an official contact", "content/data/personal.yaml", "humas@contoh.com, ", ""),
	replaced("synonyms", "content/data/synonyms.yaml", "  - kata: [DPT, daftar pemilih tetap]\n", ""),
	replaced("the name of a unit", "content/data/units.yaml", "nama: Pejabat Pengelola", "nama: Pengelola"),
	replaced("a unit more", "content/data/units.yaml", "unit:\n", "unit:\n  - {slug: arsip, nama: Arsip}\n"),
	replaced("views of a page", content.ViewsFile, "jumlah: 3", "jumlah: 4"),
	replaced("an earlier audit", content.AuditFile, "terpenuhi: 30", "terpenuhi: 31"),
	replaced("the day of a withdrawal", "content/data/withdrawn.yaml", "tanggal: 2026", "tanggal: 2025"),
	replaced("no search", content.SettingsFile, "pencarian: true", "pencarian: false"),
	{name: "what stands above a mistake in the settings of the form", before: func(files fstest.MapFS) {
		set(files, content.SettingsFile, strings.Replace(string(files[content.SettingsFile].Data), "sha384-l", "sha384-k", 1))
	}, do: func(files fstest.MapFS, _ *build.Inputs) {
		set(files, content.SettingsFile, "# Catatan.\n"+string(files[content.SettingsFile].Data))
	}},
	{name: "views are counted", before: func(files fstest.MapFS) { delete(files, content.ViewsFile) },
		do: func(files fstest.MapFS, _ *build.Inputs) { set(files, content.ViewsFile, unused[content.ViewsFile]) }},
	added("a folder is closed", "content/inovasi/_kelas.yaml", "klasifikasi: dikecualikan\n"),
	beside("a draft that a page links to is closed", draft, "draft: true", "draft: true\nklasifikasi: dikecualikan"),
	beside("a draft that a page links to is gone", draft, draft, ""),
	beside("a page with a mistake moves, where another links to its address", wrong, "slug: rusak", "slug: lain"),
	beside("a page with a mistake is gone, where another links to it", wrong, wrong, ""),
}

const (
	draft = "content/halaman/konsep.md"
	wrong = "content/halaman/rusak.md"
)

// beside returns an edit of a file that a page links to, where the site has mistakes before and
// after: then there is no release, but a preview, and closing must reach every page all the same.
// A file's own name as old takes the file away.
func beside(name, file, old, now string) edit {
	do := replaced(name, file, old, now).do
	if old == file {
		do = without(name, file).do
	}
	return edit{name: name, before: func(files fstest.MapFS) {
		set(files, draft, "---\ntitle: Konsep\ndraft: true\n---\nIsi.\n")
		set(files, wrong, "---\ntitle: Rusak\nslug: rusak\nkunci_salah: x\n---\nIsi.\n")
		set(files, trial, string(files[trial].Data)+"\n[Konsep](konsep.md), [rusak](/rusak/), [juga](rusak.md), [hilang](hilang.md).\n")
	}, do: do}
}

// TestEditsBesideMistakes holds that what an edit brings up to date is what a build from nothing
// gives, also while the site has mistakes.
func TestEditsBesideMistakes(t *testing.T) {
	t.Parallel()
	files := own(t)
	base := builtSite(t, ownInputs(t, files))
	for _, e := range inputEdits {
		if !strings.Contains(e.name, "links to") || e.before == nil {
			continue
		}
		t.Run(e.name, func(t *testing.T) {
			now := maps.Clone(files)
			e.before(now)
			before := again(t, base, ownInputs(t, maps.Clone(now)))
			if before.snapshot.Diags.Errors() == 0 {
				t.Fatal("there is no mistake")
			}
			in := before.in
			e.do(now, &in)
			in.Files, in.Now = now, tick().Add(1e9)
			got, want := again(t, before, in), builtSite(t, ownInputs(t, now))
			if names := diff(got.out.files, want.out.files); len(names) > 0 {
				t.Errorf("%v differ from a build from nothing", names)
			}
			if got, want := fmt.Sprint(got.snapshot.Diags), fmt.Sprint(want.snapshot.Diags); got != want {
				t.Errorf("messages\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// dataEdits are edits of every value of every file of data and of the settings.
func dataEdits(t testing.TB, files fstest.MapFS) []edit {
	var edits []edit
	for _, file := range slices.Sorted(maps.Keys(files)) {
		if file != content.SettingsFile && !content.IsData(file) && !content.IsKind(file) ||
			strings.HasSuffix(file, ".csv") {
			continue // of the register of requests a row is among inputEdits
		}
		for _, e := range yamlEdits(t, file, files[file].Data) {
			edits = append(edits, edit{name: e.file + ": " + e.path + " " + e.how, do: func(files fstest.MapFS, _ *build.Inputs) { set(files, e.file, e.text) }})
		}
	}
	return edits
}

// TestEveryRowIsRemembered takes away what is remembered of each row of the table of facts in
// turn: then some edit would leave an output, the plan, or the index as it was, where it is
// another. For each row one such edit is done for real, and what comes of it must differ.
func TestEveryRowIsRemembered(t *testing.T) {
	t.Parallel()
	files := own(t)
	base := builtSite(t, ownInputs(t, files))
	if base.snapshot.Diags.Errors() > 0 {
		t.Fatal(base.snapshot.Diags)
	}
	missing := map[string]site.Row{}
	for _, row := range site.Rows() {
		missing[row.String()] = row
	}
	refused := 0
	for _, e := range append(inputEdits, dataEdits(t, files)...) {
		if len(missing) == 0 {
			break
		}
		before, now := base, maps.Clone(files)
		if e.before != nil {
			e.before(now)
			before = again(t, base, ownInputs(t, maps.Clone(now)))
		}
		in := before.in
		e.do(now, &in)
		in.Files, in.Now = now, tick().Add(1e9)
		next, err := build.Build(context.Background(), before.snapshot, in)
		if err != nil {
			t.Fatal(err)
		}
		if next.Diags.Errors() > 0 && before.snapshot.Diags.Errors() == 0 {
			refused++
			if e.before != nil || !strings.Contains(e.name, ".yaml") {
				t.Errorf("%s: %v", e.name, next.Diags)
			}
			continue
		}
		after := &released{files: maps.Clone(before.out.files)}
		made(t, next, before.snapshot, after)
		for name, row := range missing {
			what := next.Unnoticed(before.snapshot, row, before.out.files, after.files)
			if what == "" {
				continue
			}
			delete(missing, name)
			t.Logf("%s: %s, %s", name, e.name, what)
			if what == "the index" {
				continue
			}
			forgetful := before.snapshot.Forget(row)
			wrong, err := build.Build(context.Background(), forgetful, in)
			if err != nil {
				t.Fatal(err)
			}
			old := &released{files: maps.Clone(before.out.files)}
			made(t, wrong, forgetful, old)
			if len(diff(old.files, after.files)) == 0 && fmt.Sprint(wrong.Diags) == fmt.Sprint(next.Diags) {
				t.Errorf("%s is forgotten, and after %q everything is right all the same", name, e.name)
			}
		}
	}
	for name := range missing {
		t.Errorf("nothing shows what the row %q is for: a page that forgets it would be old after no edit", name)
	}
	t.Logf("%d edits were refused", refused)
}

// A builtFrom is a site with its build and its outputs.
type builtFrom struct {
	in       build.Inputs
	snapshot *build.Snapshot
	out      *released
}

func builtSite(t testing.TB, in build.Inputs) builtFrom {
	t.Helper()
	s, err := build.Build(context.Background(), nil, in)
	if err != nil {
		t.Fatal(err)
	}
	out := &released{files: map[string]string{}}
	made(t, s, nil, out)
	return builtFrom{in, s, out}
}

// again brings a site up to date.
func again(t testing.TB, from builtFrom, in build.Inputs) builtFrom {
	t.Helper()
	in.Scratch = from.in.Scratch
	s, err := build.Build(context.Background(), from.snapshot, in)
	if err != nil {
		t.Fatal(err)
	}
	out := &released{files: maps.Clone(from.out.files)}
	made(t, s, from.snapshot, out)
	return builtFrom{in, s, out}
}

func made(t testing.TB, s, prev *build.Snapshot, out *released) {
	t.Helper()
	removed, err := s.Make(context.Background(), prev, out)
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range removed {
		delete(out.files, path)
	}
}

// TestEveryInputIsEdited holds that every file of data, every key of it, and every key of the
// settings is among what is edited: a new one is missed here until own has it.
func TestEveryInputIsEdited(t *testing.T) {
	files := own(t)
	var walk func(where string, fields []content.Field, values []content.Value)
	walk = func(where string, fields []content.Field, values []content.Value) {
		for _, f := range fields {
			var found []content.Value
			for _, v := range values {
				if x := v.Field(f.Name); x.Given() {
					found = append(found, x)
					if x.Shape == content.List {
						found = append(found, x.Items...)
					}
				}
			}
			if len(found) == 0 && !unedited[where+f.Name] {
				t.Errorf("%s%s is not among the edits: give it to own", where, f.Name)
			}
			walk(where+f.Name+".", f.Fields, found)
		}
	}
	for _, name := range append(content.DataNames(), "../site.yaml", "../kinds/") {
		var values []content.Value
		file := path.Clean(content.DataFolder + name)
		if strings.HasSuffix(name, "/") {
			file += "/"
		}
		for p, f := range files {
			if pack, inPack := content.PackOf(p); pack != "" {
				p = content.DataFolder + inPack
			}
			if p == file || strings.HasSuffix(file, "/") && strings.HasPrefix(p, file) {
				v, _ := content.ReadData(p, f.Data, content.DataFields(p))
				values = append(values, v)
			}
		}
		if len(values) == 0 {
			t.Errorf("%s is not among the files that are edited: give it to own", file)
		}
		fields := content.DataFields(file)
		if strings.HasSuffix(file, "/") {
			fields = content.DataFields(file + "2026.yaml")
		}
		walk(name+": ", fields, values)
	}
}

// TestEveryEdit does edits at random to the site of this repository: of every kind of input,
// and of every value of the data and the settings. What was brought up to date is held to a
// build from nothing, messages included, after every tenth and the last.
func TestEveryEdit(t *testing.T) {
	t.Parallel()
	runs, length := 1, 60
	if os.Getenv("MAKLUMAT_TEST") == "long" {
		runs, length = 20, 200
	}
	for seed := range runs {
		r := rand.New(rand.NewPCG(11, uint64(seed)))
		files := own(t)
		site := builtSite(t, ownInputs(t, files))
		site.in.Files = files
		good, done := maps.Clone(files), []string{}
		for n := range length {
			name := anyEdit(t, r, files, &site.in)
			done = append(done, name)
			site.in.Now = tick().Add(time.Hour)
			next, err := build.Build(context.Background(), site.snapshot, site.in)
			if err != nil {
				t.Fatal(err)
			}
			if next.Diags.Errors() > 0 { // the editor reads the message and takes it back
				clear(files)
				maps.Copy(files, good)
				site.in.Now = tick().Add(time.Hour)
				if next, err = build.Build(context.Background(), next, site.in); err != nil {
					t.Fatal(err)
				}
			}
			if next.Diags.Errors() > 0 {
				continue // a day has passed that it does not survive
			}
			made(t, next, site.snapshot, site.out)
			site.snapshot, good = next, maps.Clone(files)
			if n%10 != 9 && n != length-1 {
				continue
			}
			in := ownInputs(t, files)
			in.AsOf, in.Drafts = site.in.AsOf, site.in.Drafts
			fresh := builtSite(t, in)
			if got, want := fmt.Sprint(next.Diags), fmt.Sprint(fresh.snapshot.Diags); got != want {
				t.Fatalf("seed %d, after %q: messages\n%s\nwant\n%s", seed, done, got, want)
			}
			if names := diff(site.out.files, fresh.out.files); len(names) > 0 {
				t.Fatalf("seed %d, after %q: %v differ from a build from nothing:\n%.2000s\nwant\n%.2000s",
					seed, done, names, tail(site.out.files[names[0]]), tail(fresh.out.files[names[0]]))
			}
			done = done[:0]
		}
	}
}

// anyEdit does one edit at random and returns its name. One whose text is not there any more
// does nothing.
func anyEdit(t testing.TB, r *rand.Rand, files fstest.MapFS, in *build.Inputs) (name string) {
	var data []string
	for file := range files {
		if file == content.SettingsFile || content.IsKind(file) ||
			content.IsData(file) && !strings.HasSuffix(file, ".csv") {
			data = append(data, file)
		}
	}
	slices.Sort(data)
	defer func() { _ = recover() }()
	if r.IntN(2) == 0 {
		e := inputEdits[r.IntN(len(inputEdits))]
		name = e.name
		e.do(files, in)
		return name
	}
	file := data[r.IntN(len(data))]
	edits := yamlEdits(t, file, files[file].Data)
	if len(edits) == 0 {
		return file
	}
	e := edits[r.IntN(len(edits))]
	set(files, file, e.text)
	return e.file + ": " + e.path + " " + e.how
}
