package build_test

import (
	"context"
	"encoding/json"
	"encoding/xml"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"maklumat/generator/internal/build"
	"maklumat/generator/internal/content"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/search"
)

const programKind = `label_id: Program
label_en: Programme
alamat: /program/{tahun}/{slug}/
isian:
  - {nama: sasaran, tipe: baris, label_id: Sasaran, label_en: Aim, wajib: true}
  - {nama: anggaran, tipe: angka, label_id: Anggaran, label_en: Budget}
  - {nama: mulai, tipe: tanggal, label_id: Mulai, label_en: Start}
  - {nama: dokumen, tipe: berkas, label_id: Rencana, label_en: Plan, daftar: true}
  - {nama: unit, tipe: unit, label_id: Unit, label_en: Unit}
  - {nama: lihat, tipe: alamat, label_id: Lihat, label_en: See}
  - nama: tahap
    tipe: kelompok
    daftar: true
    label_id: Tahap
    label_en: Stages
    isian:
      - {nama: apa, tipe: baris, label_id: Apa, label_en: What, wajib: true}
      - {nama: selesai, tipe: ya_tidak, label_id: Selesai, label_en: Done}
`

func programText(title, more string) string {
	return "---\ntitle: " + title + "\ndate: 2026-02-01\nsasaran: Warga melek data\nanggaran: 1250000\nmulai: 2026-02-03\n" +
		"dokumen: [rencana.csv]\nlihat: /program/\nunit: ppid\ntahap: [{apa: Uji coba, selesai: true}]\n" + more + "---\nIsi program penyuluhan.\n"
}

// withKind is a small site with a kind of its own and a document of it.
func withKind(t testing.TB) fstest.MapFS {
	files := project(t)
	set(files, "content/site.yaml", siteYAML+`repositori: https://github.com/contoh/situs
admin: {skrip: form.js, integritas: sha384-l0I1274zJ+rLKRV5drcEgthflB1qWK5n5uxbMLSHbFByGwvpeJ4G1Tln/ZnPzAwr}
`)
	set(files, "static/admin/form.js", "void 0;\n")
	set(files, "content/kinds/program.yaml", programKind)
	set(files, "content/program/satu.md", programText("Melek data", ""))
	set(files, "content/program/rencana.csv", "a,b\n1,2\n")
	return files
}

// TestAKindOfItsOwn walks a kind that a site declares through all that a kind takes part in.
func TestAKindOfItsOwn(t *testing.T) {
	files := withKind(t)
	s, out := full(t, files)
	if len(s.Diags) > 0 {
		t.Fatal(s.Diags)
	}
	page := out["program/2026/satu/index.html"]
	kind := s.Kinds().Find("program")
	has := func(name, text string, wants ...string) {
		t.Helper()
		for _, want := range wants {
			if !strings.Contains(text, want) {
				t.Errorf("%s does not hold %q:\n%.3000s", name, want, tail(text))
			}
		}
	}
	t.Run("page", func(t *testing.T) {
		has("page", page, "<h1>Melek data</h1>", "Sasaran", "Warga melek data", "1.250.000", "Selasa, 3\u00a0Februari 2026", "PPID",
			`href="/program/2026/satu/rencana.csv"`, "Uji coba", "penyuluhan", `<dt>Lihat</dt><dd><a href="/program/">Program</a>`, `<a href="/program/">Program</a>`)
		if out["program/2026/satu/rencana.csv"] != "a,b\n1,2\n" {
			t.Error("the file that a field names is not published")
		}
	})
	t.Run("list", func(t *testing.T) {
		has("list", out["program/index.html"], "<h1>Program</h1>", `href="/program/2026/satu/"`)
	})
	t.Run("feeds", func(t *testing.T) {
		var feed struct {
			Entries []struct {
				Title string `xml:"title"`
			} `xml:"entry"`
		}
		if err := xml.Unmarshal([]byte(out["program/feed.xml"]), &feed); err != nil || len(feed.Entries) != 1 || feed.Entries[0].Title != "Melek data" {
			t.Error(feed, err)
		}
	})
	t.Run("sitemap", func(t *testing.T) {
		has("sitemap", out["sitemap-program.xml"], "https://contoh.go.id/program/2026/satu/")
	})
	t.Run("addresses", func(t *testing.T) {
		has("addresses", out["alamat.json"], `"/program/2026/satu/": "content/program/satu.md"`)
	})
	t.Run("search", func(t *testing.T) {
		searcher, err := search.Open(s.Index().Read)
		if err != nil {
			t.Fatal(err)
		}
		for _, query := range []string{"melek data", "penyuluhan", "warga", "uji coba"} {
			if answer, err := searcher.Find(query, search.Filter{}, 10); err != nil || len(answer.Results) != 1 {
				t.Errorf("%s finds %v %v", query, answer, err)
			}
		}
	})
	t.Run("form", func(t *testing.T) {
		has("form", out["admin/config.yml"], "content/program", "name: sasaran", "name: tahap")
	})
	t.Run("schema", func(t *testing.T) {
		var schema struct {
			Properties map[string]any
			Required   []string
		}
		if err := json.Unmarshal(content.Schemas(s.Kinds(), diag.Indonesian)["program.json"], &schema); err != nil {
			t.Fatal(err)
		}
		if schema.Properties["sasaran"] == nil || !slices.Contains(schema.Required, "sasaran") {
			t.Error(schema)
		}
	})
	t.Run("new", func(t *testing.T) {
		path, text := content.Skeleton(kind, "Program baru", s.AsOf().Day, diag.Indonesian, s.Choices())
		set(files, path, text)
		again, _ := full(t, files)
		if again.Diags.Errors() > 0 || len(again.Site.Held) != 1 {
			t.Error(path, again.Diags, again.Site.Held)
		}
		delete(files, path)
	})
	t.Run("check", func(t *testing.T) {
		for _, tt := range []struct{ old, now, code string }{
			{"anggaran: 1250000", "anggaran: banyak", "field/number"},
			{"unit: ppid", "unit: pid", "unit/unknown"},
			{"rencana.csv", "hilang.csv", "file/missing"},
			{"sasaran:", "sasran:", "field/unknown"},
			{"selesai: true", "selesai: ya", "field/flag"},
		} {
			set(files, "content/program/satu.md", strings.Replace(programText("Melek data", ""), tt.old, tt.now, 1))
			wrong, err := build.Build(context.Background(), nil, inputs(t, files))
			if err != nil || !slices.ContainsFunc(wrong.Diags, func(d diag.Diagnostic) bool { return string(d.Code) == tt.code }) {
				t.Errorf("%s: %v, want %s", tt.now, wrong.Diags, tt.code)
			}
		}
	})
}

// TestTheGateForAKindOfItsOwn closes, holds back and opens documents of a kind that a site
// declares, in every way, and holds what is brought up to date to a build from nothing.
func TestTheGateForAKindOfItsOwn(t *testing.T) {
	files := withKind(t)
	site := &followed{out: released{files: map[string]string{}}}
	in := inputs(t, files)
	for _, tt := range []struct {
		name, more string
		do         func()
		public     bool
	}{
		{"public", "", nil, true},
		{"excluded", "klasifikasi: dikecualikan\n", nil, false},
		{"public again", "", nil, true},
		{"a draft", "draft: true\n", nil, false},
		{"put off", "publish: 2026-04-01\n", nil, false},
		{"over", "expires: 2026-02-02\n", nil, false},
		{"public once more", "klasifikasi: berkala\n", nil, true},
		{"its folder closed", "", func() { set(files, "content/program/_kelas.yaml", "klasifikasi: dikecualikan\n") }, false},
		{"its folder open", "", func() { delete(files, "content/program/_kelas.yaml") }, true},
		{"another label", "", func() {
			set(files, "content/kinds/program.yaml", strings.Replace(programKind, "Program", "Kegiatan", 1))
		}, true},
		{"another field", "", func() {
			set(files, "content/kinds/program.yaml", strings.Replace(programKind, "label_id: Sasaran", "label_id: Tujuan", 1))
		}, true},
	} {
		set(files, "content/program/satu.md", programText("Melek data", tt.more))
		if tt.do != nil {
			tt.do()
		}
		in.Now = tick().Add(time.Hour)
		if wrong := site.step(t, nil, in); wrong != "" {
			t.Errorf("%s: %s", tt.name, wrong)
		}
		for name, text := range site.out.files {
			if !tt.public && strings.Contains(text, "Melek data") {
				t.Errorf("%s: %s names it", tt.name, name)
			}
		}
		if _, there := site.out.files["program/2026/satu/index.html"]; there != tt.public {
			t.Errorf("%s: public is %t", tt.name, there)
		}
		if _, there := site.out.files["program/2026/satu/rencana.csv"]; there != tt.public {
			t.Errorf("%s: its file is there: %t", tt.name, there)
		}
	}
	t.Run("the kind taken away", func(t *testing.T) {
		delete(files, "content/kinds/program.yaml")
		s, err := build.Build(context.Background(), nil, inputs(t, files))
		if err != nil || len(s.Diags) != 1 || s.Diags[0].Code != diag.KindFolder || s.Diags[0].At.File != "content/program/satu.md" {
			t.Error(s.Diags, err)
		}
	})
}
