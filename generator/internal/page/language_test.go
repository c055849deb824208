package page

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/disclosure"
)

// sundanese makes the small site one with a third language, in which three words are said; all
// others are those in Indonesian.
var sundanese = change{
	"templates/words/su.yaml": "LanguageName: Basa Sunda\nSearch: Paluruh\nMonthNames: [" +
		strings.Repeat("Sasih, ", 11) + "Sasih]\n",
	"content/halaman/su/profil.md": "---\ntitle: Propil\nlang: su\ndate: 2026-03-01\n" +
		"penguasa: ppid\n---\nPropil badan.\n",
	"content/inovasi/su/log.md": "---\ntitle: Catetan\nlang: su\nslug: log\nmanfaat: Aya.\n" +
		"---\nEusi.\n",
	"content/halaman/en/profil.md": "---\ntitle: Profile\nlang: en\ndate: 2026-03-01\n---\n" +
		"Profile.\n",
	"content/informasi/en/budget.md": strings.Replace(smallSite["content/informasi/hibah.md"],
		"title: =Hibah 2024", "title: Grants\nlang: en", 1),
	"content/halaman/su/tanpa-padan.md": "---\ntitle: Nyalira\nlang: su\n---\nEusi.\n",
}

// TestThirdLanguage holds that a page in Sundanese says the words of its file, and Indonesian
// for the rest, and that it is not mixed up with the Indonesian pages.
func TestThirdLanguage(t *testing.T) {
	m := build(t, sundanese)
	id := shipped(t)["id"]
	v := m.page("su/profil/index.html")
	for _, tt := range []struct{ name, got, want string }{
		{"language", v.Lang, "su"},
		{"a word of its own", v.T["Search"], "Paluruh"},
		{"a word that it leaves out", v.T["News"], id.Text("News")},
		{"a list of its own", v.Doc.Published.Long, "Minggu, 1 Sasih 2026"},
		{"a list that it leaves out", v.Doc.Published.Short, "1 Mar 2026"},
		{
			"numbers", m.filling("su/profil/index.html").words.Text("Thousands"),
			id.Text("Thousands"),
		},
		{"address", v.Canonical, "https://badan.example/ppid/su/profil/"},
		{"name of the site", v.Site.Title, "Badan Contoh"},
		{"home page", v.Site.Home, "/ppid/"},
		{"a unit has no list in this language", links([]Link{*v.Doc.Unit}), "PPID → "},
		{"a kind of the site's own", m.page("su/inovasi/log/index.html").Doc.Kind, "Inovasi"},
		{
			"a label of a field", m.page("su/inovasi/log/index.html").Field("manfaat").Label,
			"Manfaat",
		},
	} {
		if got := plain(tt.got); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestTranslations holds that each version of a document leads to all others, itself included,
// and that a document in one language alone leads to none.
func TestTranslations(t *testing.T) {
	m := build(t, sundanese)
	for _, tt := range []struct{ path, want string }{
		{"profil/index.html", "id /ppid/profil/*; en /ppid/en/profil/; su /ppid/su/profil/"},
		{"en/profil/index.html", "id /ppid/profil/; en /ppid/en/profil/*; su /ppid/su/profil/"},
		{"su/profil/index.html", "id /ppid/profil/; en /ppid/en/profil/; su /ppid/su/profil/*"},
		{"inovasi/log/index.html", "id /ppid/inovasi/log/*; su /ppid/su/inovasi/log/"},
		{"su/tanpa-padan/index.html", ""},
		{"berita/2026/lima/index.html", ""},
	} {
		var got []string
		for _, l := range m.page(tt.path).Languages {
			one := l.Lang + " " + l.Href
			if l.Current {
				one += "*"
			}
			if l.Full != "https://badan.example"+l.Href {
				t.Errorf("%s: %s in full is %s", tt.path, l.Href, l.Full)
			}
			got = append(got, one)
		}
		if text := strings.Join(got, "; "); text != tt.want {
			t.Errorf("%s: %s, want %s", tt.path, text, tt.want)
		}
	}
	names := m.page("profil/index.html").Languages
	if names[1].Name != "English" || names[2].Name != "Basa Sunda" {
		t.Errorf("the languages are called %s and %s", names[1].Name, names[2].Name)
	}
}

// TestTranslationsAreInNoList holds that lists, feeds and the index have documents in Indonesian
// alone: a translation is found from its original.
func TestTranslationsAreInNoList(t *testing.T) {
	m := build(t, sundanese)
	for _, path := range []string{"inovasi/index.html", "informasi/index.html"} {
		for _, r := range m.page(path).List.Rows {
			if r.Title == "Catetan" || r.Title == "Grants" {
				t.Errorf("%s lists %s", path, r.Title)
			}
		}
	}
	for _, letter := range m.page("cari/index.html").Index {
		if slices.ContainsFunc(letter.Rows, func(r Row) bool { return r.Title == "Catetan" }) {
			t.Error("the index has a translation")
		}
	}
	english := m.page("en/dokumen/budget/index.html")
	if english.Doc.Class.Text != shipped(t)["en"].Text("class_setiap-saat") ||
		english.Site.Title != "Sample Body" {
		t.Errorf("the English entry is of the class %s, on the site %s", english.Doc.Class.Text,
			english.Site.Title)
	}
}

// TestWithoutEnglish holds that a site which says nothing in English has no such home page, and
// shows its English pages with its own name.
func TestWithoutEnglish(t *testing.T) {
	settings, _, _ := strings.Cut(smallSite["content/site.yaml"], "english:\n")
	m := build(t, change{"content/site.yaml": settings})
	if m.job("en/index.html") != nil || len(m.page("index.html").Languages) != 0 {
		t.Error("there is an English home page")
	}
	if v := m.page("en/minta-informasi/index.html"); v.Site.Title != "Badan Contoh" ||
		v.Site.Home != "/ppid/" {
		t.Errorf("the English page is of %s, at home at %s", v.Site.Title, v.Site.Home)
	}
}

// TestUnknownLanguage holds that a document in a language without words, which is a mistake, is
// shown all the same, in Indonesian words.
func TestUnknownLanguage(t *testing.T) {
	m := build(t)
	job := *m.job("profil/index.html")
	job.Doc, job.Layout, job.Lang = "", "cari", "xx"
	v := m.filler.Fill(m.world.Reader(), &job).View()
	if v.Lang != "xx" || v.Title != shipped(t)["id"].Text("Search") {
		t.Errorf("in %s: %s", v.Lang, v.Title)
	}
}

// TestFind says by what the search finds documents of each kind.
func TestFind(t *testing.T) {
	m := build(t)
	id := shipped(t)["id"]
	for _, tt := range []struct {
		path string
		want Finding
	}{
		{"content/berita/2026/lima.md", Finding{
			Address: "berita/2026/lima/",
			Title:   "Berita lima & <kawan>",
			Summary: "Ringkasan berita lima.",
			Date:    "2026-03-01",
			Kind:    id.Text("kind_berita"),
			Tags:    []string{"anggaran"},
		}},
		{"content/informasi/anggaran.md", Finding{
			Address: "dokumen/anggaran/",
			Title:   "Anggaran 2025",
			Summary: "Realisasi anggaran.",
			Date:    "2026-01-10",
			Kind:    id.Text("kind_informasi"),
			Class:   id.Text("class_berkala"),
			Unit:    "Subbagian Keuangan",
			Number:  "5/2026",
			Tags:    []string{"anggaran"},
			Files:   []string{"anggaran.csv", "Tabel", "anggaran.pdf", "Laporan"},
		}},
		{"content/pengecualian/memo.md", Finding{
			Address: "informasi/dikecualikan/#memo",
			Title:   "Memorandum",
			Summary: "Memorandum antarpejabat.",
			Date:    "2026-02-02",
			Kind:    id.Text("kind_pengecualian"),
			Number:  "2/2026",
			Text: "seluruh\nPendapat disalahpahami.\nPejabat bebas berpendapat.\n" +
				"Keputusannya diumumkan.",
		}},
		{"content/regulasi/uu-baru.md", Finding{
			Address: "regulasi/uu-baru/",
			Title:   "Undang-Undang Nomor 2 Tahun 2008",
			Summary: "Yang berlaku.",
			Date:    "2008-04-30",
			Kind:    id.Text("kind_regulasi"),
			Number:  "UU 2/2008",
			Tags:    []string{"keterbukaan"},
		}},
		{"content/pengumuman/banjir.md", Finding{
			Address: "pengumuman/banjir/",
			Title:   "Layanan pindah",
			Summary: "Layanan pindah sementara.",
			Date:    "2026-03-05",
			Kind:    id.Text("kind_pengumuman"),
			Number:  "12/2026",
			Text:    "Banjir.\n\nNaik ke lantai dua.",
		}},
		{"content/sop/permintaan.md", Finding{
			Address: "sop/permintaan/",
			Title:   "Permintaan informasi",
			Kind:    id.Text("kind_sop"),
			Number:  "01/BC/2026",
			Text: "Meminta\nFormulir\nFormulir terisi\nMemeriksa\nMenjawab\n" +
				"Jawaban tertulis\nPemohon\nPetugas",
		}},
		{"content/inovasi/log.md", Finding{
			Address: "inovasi/log/",
			Title:   "Log dokumen",
			Summary: "Berkas tercatat.",
			Date:    "2026-03-02",
			Kind:    "Inovasi",
			Text:    "Berkas dapat diperiksa.\nArsip\nPerpustakaan",
		}},
	} {
		got := Find(m.world.Reader(), m.item(tt.path))
		if tt.path == "content/sop/permintaan.md" {
			got.Date = "" // of the version, which is told elsewhere
		}
		if fmt.Sprintf("%+v", got) != fmt.Sprintf("%+v", tt.want) {
			t.Errorf("%s:\n%+v\nwant\n%+v", tt.path, got, tt.want)
		}
	}
}

// TestReferences says what stands in a body where it leads elsewhere or shows something.
func TestReferences(t *testing.T) {
	m := build(t)
	g := m.filling("minta-informasi/index.html")
	doc := m.site.Document("content/halaman/minta-informasi.md")
	var got []Reference
	for ref := range doc.Refs.All(doc.Path) {
		got = append(got, g.Reference(&ref))
	}
	if len(got) != 4 {
		t.Fatalf("%d references", len(got))
	}
	p := got[0].Picture
	if p == nil || p.Alt != "Denah kantor" || p.Width != 400 || p.Height != 300 || p.Srcset != "" ||
		p.Lazy {
		t.Errorf("the picture is %+v", p)
	}
	if plain(got[1].Text) != "10 hari kerja" || got[2].Href != "/ppid/sop/permintaan/" {
		t.Errorf("the deadline is %q, the link %q", got[1].Text, got[2].Href)
	}
	film := got[3].Media
	if film == nil || !film.Video || film.Src != "/ppid/minta-informasi/film.mp4" ||
		film.Type != "video/mp4" ||
		film.Download != "MP4" || plain(film.Size) != "9,0 MB" {
		t.Fatalf("the film is %+v", film)
	}
	if !slices.Equal(film.Captions, []Captions{
		{"/ppid/minta-informasi/film.id.vtt", "id", shipped(t)["id"].Text("LanguageName")},
		{"/ppid/minta-informasi/film.en.vtt", "en", "English"},
	}) {
		t.Errorf("its captions are %v", film.Captions)
	}
	if link := g.link(g.item, "tidak-ada.md"); link != "#" {
		t.Errorf("what leads nowhere leads to %s", link)
	}
	if link := g.link(g.item, "denah.png"); link != "/ppid/minta-informasi/denah.png" {
		t.Errorf("a file is at %s", link)
	}
}

// TestSheets holds that a long procedure is divided into sheets without losing a row, that no
// sheet but one of a single row is too full, and that the flow is carried from one to the next.
func TestSheets(t *testing.T) {
	var steps strings.Builder
	for n := range 30 {
		fmt.Fprintf(&steps,
			"  - {id: l%d, jenis: proses, pelaksana: petugas, kegiatan: %q, waktu: 15 menit}\n",
			n, "Kegiatan "+strings.Repeat("panjang ", n%9))
	}
	text := smallSite["content/sop/permintaan.md"]
	text = strings.Replace(text, "  - {id: jawab", steps.String()+"  - {id: jawab", 1)
	text = strings.Replace(text, "ke: jawab", "ke: l0", 1)
	p := build(t, change{
		"content/sop/permintaan.md": text,
	}).page("sop/permintaan/index.html").Procedure
	number := 0
	for k, s := range p.Sheets {
		height := 0.0
		for _, r := range s.Rows {
			number++
			height += rowHeight(&r)
			if r.Number != number {
				t.Errorf("row %d is number %d", number, r.Number)
			}
		}
		if height > sheetHeight && len(s.Rows) > 1 {
			t.Errorf("sheet %d is %.0f mm high", k+1, height)
		}
		if s.First != (k == 0) || (s.In == nil) != (k == 0) ||
			(s.Out == nil) != (k == len(p.Sheets)-1) {
			t.Errorf("sheet %d of %d: first %t, in %v, out %v", k+1, len(p.Sheets), s.First, s.In,
				s.Out)
		}
		if k > 0 && fmt.Sprint(*p.Sheets[k-1].Out) != fmt.Sprint(*s.In) {
			t.Errorf("sheet %d goes out at %v, and in at %v", k, *p.Sheets[k-1].Out, *s.In)
		}
	}
	if number != 33 || len(p.Sheets) < 3 {
		t.Errorf("%d rows on %d sheets", number, len(p.Sheets))
	}
}

// TestISODuration says how lengths of time are written for programs.
func TestISODuration(t *testing.T) {
	for text, want := range map[string]string{
		"15 menit":     "PT15M",
		"2 jam":        "PT2H",
		"3 hari_kerja": "P3D",
		"4 hari":       "P4D",
		"5 minggu":     "P5W",
		"6 bulan":      "P6M",
	} {
		d, err := disclosure.ParseDuration(text)
		if got := isoDuration(d); err != nil || got != want {
			t.Errorf("%s: %s, want %s (%v)", text, got, want, err)
		}
	}
}

// TestSampleView holds that a layout which is tried can ask for everything: with everything
// there, and with everything empty.
func TestSampleView(t *testing.T) {
	full, empty := SampleView(true, nil), SampleView(false, nil)
	if full.Calculator() == nil || len(full.Strip()) != 2 || full.Form() == nil ||
		len(full.OpenData()) != 2 || full.Deadlines() == nil {
		t.Error("the full sample lacks what a layout asks for")
	}
	if empty.Doc == nil || empty.Form() == nil || len(empty.Strip()) != 0 || empty.Title != "" ||
		len(empty.Tested()) != 0 {
		t.Error("the empty sample is not empty, or lacks a pointer")
	}
	if s := full.Surround(); s.Site != full.Site || s.Section != full.Section {
		t.Errorf("around the sample is %+v", s)
	}
}

// TestKindsAreKnown holds that each row of the table is that of a kind.
func TestKindsAreKnown(t *testing.T) {
	for name := range kinds {
		if content.BuiltIn.Find(name) == nil {
			t.Errorf("there is no kind %s", name)
		}
	}
}
