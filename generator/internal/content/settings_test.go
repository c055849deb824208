package content

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"go.yaml.in/yaml/v4"

	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/markdown"
)

const least = "title: KPU\nbase_url: https://kpu.go.id\nkontak: {alamat: [Jalan A, Kota B]}\n"

// What a site does not say has the value that a small body wants.
func TestSettingsDefaults(t *testing.T) {
	s, diags := ParseSettings([]byte(least))
	holds(t, least, diags)
	if s.BaseURL != "https://kpu.go.id/" || s.Lang != "id" || s.Zone != "Asia/Jakarta" ||
		s.Short != "KPU" ||
		!s.Search || s.Log || s.LinkCSS || s.English != nil || s.Repository.Branch != "main" ||
		s.Repository.GitLab || s.Form.Script != "" {
		t.Errorf("%+v", s)
	}
	if s.Archive != (Archive{Months: true, Categories: true, Tags: true, Units: true, PageSize: 20}) {
		t.Errorf("%+v", s.Archive)
	}
	if s.Election.Holds(1) || s.Election.Holds(0) {
		t.Error("an election without days")
	}
}

func TestSettings(t *testing.T) {
	src := least + `singkatan: KPU SB
language: en
timezone: Asia/Makassar
pencarian: false
catatan_dokumen: true
css: link
gambar: /aset/a.png
arsip: {bulan: false, kategori: false, tag: false, unit: false, per_halaman: 5}
repositori: https://gitlab.com/kpu/situs.git/
warna: {brand: "#AA0000", accent_dark: "#00bb00"}
masa_pemilu: {mulai: 2026-03-01, sampai: 2026-03-05}
kategori: [{slug: opini, nama: Opini}]
nav: [{teks: SOP, alamat: /sop/}]
menu: [{judul: Layanan, butir: [{teks: A, alamat: /a/}, {teks: B, alamat: /b/}]}]
beranda:
  tanya: Cari apa?
  contoh: [{teks: DPT, alamat: /cari/?q=dpt}]
  tugas: [{teks: A, alamat: /a/, fakta: Ya}]
  tenggat: [tanggapan]
english: {title: KPU, jam: [{hari: Mon, pukul: 8-16}], akses: Ramp}
`
	s, diags := ParseSettings([]byte(src))
	holds(t, src, diags)
	if s.Short != "KPU SB" || s.Lang != "en" || s.Zone != "Asia/Makassar" ||
		s.Search || !s.Log || !s.LinkCSS ||
		s.Image != "aset/a.png" || s.Archive != (Archive{PageSize: 5}) {
		t.Errorf("%+v", s)
	}
	if s.Repository != (Repository{"https://gitlab.com/kpu/situs", "main", true}) {
		t.Errorf("%+v", s.Repository)
	}
	colors := ""
	for _, c := range s.Colors {
		colors += c.Token + "=" + c.Value + " " + src[c.At.Start:c.At.End] + " "
		if c.Dark != strings.HasSuffix(c.Field, "_dark") {
			t.Errorf("%+v", c)
		}
	}
	if colors != `--brand=#aa0000 "#AA0000" --gold=#00bb00 "#00bb00" ` {
		t.Errorf("colours %s", colors)
	}
	for text, want := range map[string]bool{
		"2026-02-28": false, "2026-03-01": true, "2026-03-05": true, "2026-03-06": false,
	} {
		day, _ := disclosure.ParseDay(text)
		if s.Election.Holds(day) != want {
			t.Errorf("%s is in the election: %t", text, !want)
		}
	}
	if !slices.Equal(s.Categories, []Label{{"opini", "Opini"}}) || s.Nav[0].Address != "/sop/" ||
		len(s.Menu) != 1 || s.Menu[0].Links[1].Text != "B" {
		t.Errorf("%+v %+v %+v", s.Categories, s.Nav, s.Menu)
	}
	if h := s.Home; h.Question != "Cari apa?" || h.Examples[0].Text != "DPT" ||
		h.Tasks[0].Fact != "Ya" || h.Tasks[0].Address != "/a/" || h.Deadlines[0].Target != "tanggapan" {
		t.Errorf("%+v", h)
	}
	if e := s.English; e == nil || e.Hours[0] != (Hours{"Mon", "8-16"}) || e.Access != "Ramp" {
		t.Errorf("%+v", e)
	}
}

func TestSettingsTell(t *testing.T) {
	base := func(address string) string {
		return strings.Replace(
			least, "https://kpu.go.id", address, 1,
		)
	}
	for _, test := range []struct {
		name, src string
		want      []string
	}{
		{"an address with a question", base("https://kpu.go.id/?a=b"),
			[]string{"field/url content/site.yaml:2:11 [https://kpu.go.id/?a=b]"}},
		{
			"an address that is none is told once", base("kpu"),
			[]string{"field/url content/site.yaml:2:11 [kpu]"},
		},
		{"an unknown key", least + "warnaa: {brand: \"#aa0000\"}\n",
			[]string{"field/unknown content/site.yaml:4:1 [warnaa] → warna"}},
		{
			"an unknown host", least + "hosts: [ngnix]\n",
			[]string{"field/value content/site.yaml:4:9 [ngnix] → nginx"},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, diags := ParseSettings([]byte(test.src))
			holds(t, test.src, diags, test.want...)
		})
	}
	for text, want := range map[string]bool{
		"repositori: {alamat: https://git.kpu.go.id/a, jenis: gitlab, cabang: terbit}": true,
		"repositori: {alamat: https://gitlab.com/a, jenis: github, cabang: terbit}":    false,
		"repositori: {alamat: https://github.com/a, cabang: terbit}":                   false,
	} {
		s, _ := ParseSettings([]byte(least + text + "\n"))
		if s.Repository.GitLab != want || s.Repository.Branch != "terbit" {
			t.Errorf("%s: %+v", text, s.Repository)
		}
	}
}

// A file that closes its folder is told what is wrong in it, without its text.
func TestCheckClass(t *testing.T) {
	for _, test := range []struct {
		file, src string
		want      []string
	}{
		{"content/a/_kelas.yaml", "klasifikasi: dikecualikan\n", nil},
		{
			"content/a/_kelas.yaml", "klasifikasi: berkala\n",
			[]string{"field/value content/a/_kelas.yaml:1:14 [berkala]"},
		},
		{"content/a/_kelas.yaml", "", []string{"field/required content/a/_kelas.yaml:1:1"}},
		{
			"content/a/_Kelas.yaml", "klasifikasi: dikecualikan\n",
			[]string{"file/class content/a/_Kelas.yaml:1:1"},
		},
	} {
		diags := CheckClass(test.file, []byte(test.src))
		holds(t, test.src, diags, test.want...)
		for _, d := range diags {
			if !d.Sealed && d.Code != diag.FileClass {
				t.Errorf("%s shows text", d.Code)
			}
		}
	}
}

// The files that a closed document names may not be shown elsewhere: those of its header
// wherever they are, and those beside it that its body shows.
func TestHides(t *testing.T) {
	const dir = "content/informasi/rahasia/"
	own, diags := ParseKinds([]DataFile{{Path: KindFolder + "inovasi.yaml", Src: []byte(`label_id: Inovasi
label_en: Innovation
isian:
  - {nama: lampiran, tipe: berkas, label_id: Lampiran, label_en: Annex}
  - {nama: arsip, tipe: berkas, daftar: true, label_id: Arsip, label_en: Archive}
  - {nama: ringkas, tipe: baris, label_id: Ringkas, label_en: Brief}
  - nama: tahap
    tipe: kelompok
    daftar: true
    label_id: Tahap
    label_en: Stage
    isian:
      - {nama: nama, tipe: baris, label_id: Nama, label_en: Name}
      - {nama: bukti, tipe: berkas, label_id: Bukti, label_en: Proof}
`)}})
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	kinds := slices.Concat(BuiltIn, Kinds(own))
	for _, test := range []struct {
		name, header, body string
		want               []string
	}{
		{"a file in the header", "berkas: [a.pdf]\n", "", []string{dir + "a.pdf"}},
		{"a file with its name", "berkas: [{src: a.pdf, judul: b.pdf}]\n", "", []string{dir + "a.pdf"}},
		{"a file elsewhere in the header", "berkas: [/media/a.pdf, ../b.pdf]\n", "",
			[]string{"content/media/a.pdf", "content/informasi/b.pdf"}},
		{
			"the file of a revision", "revisi: [{tanggal: 2026-01-01, isi: c.pdf, berkas: a.pdf}]\n", "",
			[]string{dir + "a.pdf"},
		},
		{"a photo", "foto: [{src: a.jpg, alt: x.jpg}]\n", "", []string{dir + "a.jpg"}},
		{"a file of the site's own kind", "lampiran: a.pdf\nringkas: b.pdf\n", "", []string{dir + "a.pdf"}},
		{"files of the site's own kind", "arsip: [a.pdf, /media/b.pdf]\n", "",
			[]string{dir + "a.pdf", "content/media/b.pdf"}},
		{"a file in a group of the site's own kind", "tahap: [{nama: c.pdf, bukti: a.pdf}]\n", "",
			[]string{dir + "a.pdf"}},
		{"a misspelt key", "bekas: [a.pdf]\n", "", []string{dir + "a.pdf"}},
		{"a misspelt key in a group", "berkas: [{scr: a.pdf}]\n", "", []string{dir + "a.pdf"}},
		{"a group that nobody knows", "apa: {saja: [a.pdf]}\n", "", []string{dir + "a.pdf"}},
		{"an image in the body", "", "![x](a.png)\n", []string{dir + "a.png"}},
		{"a link with an anchor", "", "[x](a.pdf#hal)\n", []string{dir + "a.pdf"}},
		{"a name in another writing", "", "[x](a%20b.pdf)\n", []string{dir + "a b.pdf"}},
		{"a link elsewhere", "", "[x](/media/a.pdf)\n", nil},
		{"a link to a document", "berkas: [b.md]\n", "[x](a.md)\n", nil},
		{"a link to a folder", "", "[x](sub)\n", nil},
		{
			"a body that cannot be read", "", strings.Repeat(">", 2000) + " a.pdf b.pdf\n",
			[]string{dir + "a.pdf", dir + "b.pdf"},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			doc, _ := Parse(markdown.NewParser(), kinds, time.UTC, dir+"x.md",
				[]byte("---\ntitle: A\nklasifikasi: dikecualikan\n"+test.header+"---\n"+test.body))
			var want []string
			for _, path := range test.want {
				want = append(want, Hidden(path))
			}
			if !doc.Closed || !slices.Equal(doc.Hides, want) {
				t.Errorf("closed %t, %d names, want %q", doc.Closed, len(doc.Hides), test.want)
			}
		})
	}
}

// The form asks for what the table of kinds has, and never for what is excluded.
func TestFormConfig(t *testing.T) {
	s, _ := ParseSettings([]byte(least + "repositori: https://github.com/kpu/situs\n" +
		"admin: {skrip: cms.js, integritas: sha384-x, masuk: https://masuk.id/}\n"))
	var c struct {
		Backend     map[string]string
		Collections []struct {
			Name, Folder, Path, Slug string
			Fields                   []map[string]any
		}
	}
	if err := yaml.Load(
		FormConfig(s, BuiltIn, map[string][]string{"kategori": {"opini"}}), &c,
	); err != nil {
		t.Fatal(err)
	}
	want := map[string]string{
		"name": "github", "repo": "kpu/situs", "branch": "main", "base_url": "https://masuk.id/",
	}
	if d := cmp.Diff(want, c.Backend); d != "" {
		t.Error(d)
	}
	if len(c.Collections) != len(BuiltIn) {
		t.Fatalf("%d kinds", len(c.Collections))
	}
	fields := map[string]map[string]any{}
	for _, f := range c.Collections[0].Fields {
		fields[f["name"].(string)] = f
	}
	for name, want := range map[string]string{
		"title": "string Judul halaman true", "date": "string Tanggal terbit yang tampil true",
		"draft":   "boolean Selama belum boleh terbit false",
		"updated": "datetime Tanggal isi terakhir diubah false", "tags": "list Kata kunci false",
		"kategori": "select Salah satu kategori di site.yaml true",
		"weight":   "number Urutan dalam daftar false",
		"dateline": "object Tempat dan sumber di awal kalimat pertama false",
		"foto":     "list Foto di atas isi berita false",
		"summary":  "text Satu atau dua kalimat untuk daftar dan mesin pencari false",
		"slug":     "string Bagian akhir alamat false", "body": "markdown Isi false",
	} {
		f := fields[name]
		got := strings.Join(
			[]string{
				f["widget"].(string), f["label"].(string),
				map[bool]string{true: "true", false: "false"}[f["required"].(bool)],
			},
			" ",
		)
		if got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
	class := fields["klasifikasi"]["options"].([]any)
	if slices.Contains(class, any("dikecualikan")) || len(class) != 3 {
		t.Errorf("classes %v", class)
	}
	if o := fields["kategori"]["options"].([]any); len(o) != 1 || o[0] != "opini" {
		t.Errorf("categories %v", o)
	}
	const day = "{{year}}-{{month}}-{{day}}-{{slug}}"
	if n := c.Collections[0]; n.Path != "{{year}}/"+day || n.Slug != day {
		t.Errorf("news at %s, %s", n.Path, n.Slug)
	}
	n := c.Collections[1]
	if n.Path != "" || n.Slug != "{{slug}}" || n.Folder != "content/pengumuman" {
		t.Errorf("announcements at %s, %s", n.Path, n.Slug)
	}
	s.Lang, s.Repository.GitLab = "en", true
	if text := string(FormConfig(
		s, BuiltIn, nil,
	)); !strings.Contains(text, "label: Service report") || !strings.Contains(text, "name: gitlab") {
		t.Error("the form is not in English, or not for GitLab")
	}
}
