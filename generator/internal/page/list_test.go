package page

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestLists says what the first page of each list shows.
func TestLists(t *testing.T) {
	m := build(t)
	id := shipped(t)["id"]
	news, register := id.Text("News"), id.Text("Register")
	for _, tt := range []struct {
		name, path, title string
		rows, total       string
		crumbs            string // behind the home page
	}{
		{
			"news: its newest page", "berita/index.html", news,
			"Berita lima & <kawan>; Berita empat", "6", "",
		},
		{"a year: all but its full pages", "berita/2026/index.html", news + " 2026",
			"Berita lima & <kawan>; Berita empat; Berita tiga", "5", news + " → /ppid/berita/"},
		{
			"a month", "berita/2026/01/index.html", news + " Januari 2026",
			"Berita dua; Berita satu", "2",
			news + " → /ppid/berita/; 2026 → /ppid/berita/2026/"},
		{
			"a category", "berita/kategori/opini/index.html", news + ": Opini",
			"Berita tiga; Berita lama", "2",
			news + " → /ppid/berita/"},
		{"a keyword", "tag/anggaran/index.html", id.Text("TagTitle") + "anggaran",
			"Berita lima & <kawan>; Anggaran 2025", "2", ""},
		{"a unit", "unit/keuangan/index.html", "Subbagian Keuangan", "Anggaran 2025", "1", ""},
		{"the register", "informasi/index.html", register, "Anggaran 2025; =Hibah 2024", "2", ""},
		{
			"a class of it", "informasi/berkala/index.html",
			register + ": " + id.Text("class_berkala"),
			"Anggaran 2025", "1", register + " → /ppid/informasi/"},
		{"a year of it", "informasi/2024/index.html", register + ": 2024", "=Hibah 2024", "1",
			register + " → /ppid/informasi/"},
		{
			"announcements", "pengumuman/index.html", id.Text("Announcements"),
			"Layanan pindah; Libur", "2", "",
		},
		{"immediate ones", "serta-merta/index.html",
			id.Text("ClassTitle", strings.ToLower(id.Text("class_serta-merta"))), "Layanan pindah",
			"1", "",
		},
		{"instruments", "regulasi/index.html", id.Text("Instruments"),
			"Undang-Undang Nomor 2 Tahun 2008; Undang-Undang Nomor 1 Tahun 1999", "2", ""},
		{"procedures", "sop/index.html", id.Text("Procedures"), "Permintaan informasi", "1", ""},
		{"reports", "laporan/index.html", id.Text("Reports"), "Laporan layanan 2025", "1", ""},
		{"a kind of the site's own", "inovasi/index.html", "Inovasi", "Log dokumen", "1", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			v := m.page(tt.path)
			if v.Title != tt.title || titles(v.List.Rows) != tt.rows || v.List.Total != tt.total {
				t.Errorf("%q with %q of %s, want %q with %q of %s",
					v.Title, titles(v.List.Rows), v.List.Total, tt.title, tt.rows, tt.total)
			}
			if got := links(v.Crumbs[1:]); got != tt.crumbs {
				t.Errorf("the trail is %q, want %q", got, tt.crumbs)
			}
		})
	}
}

// TestRows says what a line of a list has by the kind of its document.
func TestRows(t *testing.T) {
	m := build(t)
	id := shipped(t)["id"]
	row := func(path, title string) Row {
		rows := m.page(path).List.Rows
		i := slices.IndexFunc(rows, func(r Row) bool { return r.Title == title })
		if i < 0 {
			t.Fatalf("%s has no %s", path, title)
		}
		return rows[i]
	}
	entry := row("informasi/index.html", "Anggaran 2025")
	empty := row("informasi/index.html", "=Hibah 2024")
	notice := row("pengumuman/index.html", "Layanan pindah")
	over := row("pengumuman/index.html", "Libur")
	sop := row("sop/index.html", "Permintaan informasi")
	report := row("laporan/index.html", "Laporan layanan 2025")
	revoked := row("regulasi/index.html", "Undang-Undang Nomor 1 Tahun 1999")
	for _, tt := range []struct{ name, got, want string }{
		{"news: category", row("berita/index.html", "Berita empat").Note, "Kegiatan"},
		{"news: month", row("berita/2026/index.html", "Berita tiga").Group, ""},
		{
			"news: the first of a month names it",
			m.page("berita/2026/index.html").List.Rows[1].Group, "Februari 2026",
		},
		{"entry: number", entry.Number, "5/2026"},
		{"entry: unit", entry.Unit, "Subbagian Keuangan"},
		{"entry: class", entry.Class.Name, "berkala"},
		{"entry: files", fmt.Sprint(len(entry.Files), entry.Nil), "2 false"},
		{"entry: nothing to report", fmt.Sprint(len(empty.Files), empty.Nil), "0 true"},
		{"announcement: number", notice.Note, "12/2026"},
		{"announcement: until", notice.Until.Short, "31 Mar 2026"},
		{"announcement: over", over.Note, "40/2025 · " + id.Text("Ended")},
		{"instrument: it was revoked", revoked.Note, "UU 1/1999 · " + id.Text("status_dicabut")},
		{"procedure: number", sop.Number, "01/BC/2026"},
		{"procedure: time", sop.Time, "10 hari kerja"},
		{"procedure: actors", sop.Actors, "Pemohon, Petugas"},
		{"procedure: group", sop.Group, "Layanan informasi"},
		{"report: year", report.Number, "2025"},
	} {
		if got := plain(tt.got); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestListPages follows the pages of a list from the newest to the oldest and back: each
// document is on one of them, and what a page says does not change when newer documents come.
func TestListPages(t *testing.T) {
	m := build(t)
	var seen []string
	newer := ""
	for path := "berita/2026/index.html"; path != ""; {
		v := m.page(path)
		for _, r := range v.List.Rows {
			seen = append(seen, r.Title)
		}
		if v.List.Newer != newer {
			t.Errorf("%s: newer is %q, want %q", path, v.List.Newer, newer)
		}
		if full := v.List.Number > 0; full &&
			(v.List.Total != "" || v.List.Facets != nil || v.Lead != "") {
			t.Errorf("%s says what newer documents change", path)
		}
		newer, path = "/ppid/"+strings.TrimSuffix(path, "index.html"), ""
		if v.List.Older != "" {
			path = strings.TrimPrefix(v.List.Older, "/ppid/") + "index.html"
		}
	}
	if want := 5; len(seen) != want ||
		len(slices.Compact(slices.Sorted(slices.Values(seen)))) != want {
		t.Errorf("%d documents on all pages: %v", len(seen), seen)
	}
	v := m.page("berita/2026/index.html")
	if v.List.Range != "1–3" {
		t.Errorf("the first page shows %s", v.List.Range)
	}
	last := m.page("berita/2026/halaman/1/index.html")
	id := shipped(t)["id"]
	if want := id.Text("News") + " 2026, " + strings.ToLower(id.Text("PageOf")) +
		" 1"; last.Title != want {
		t.Errorf("the oldest page is called %q, want %q", last.Title, want)
	}
}

// TestFacets says how lists are narrowed.
func TestFacets(t *testing.T) {
	m := build(t)
	id := shipped(t)["id"]
	all := id.Text("All")
	for _, tt := range []struct{ name, path, facet, current, links string }{
		{"news by year", "berita/index.html", id.Text("Years"), all,
			"2026 → /ppid/berita/2026/ (5); 2024 → /ppid/berita/2024/ (1)"},
		{"news by category", "berita/index.html", id.Text("Categories"), all,
			"Kegiatan → /ppid/berita/kategori/kegiatan/ (4); " +
				"Opini → /ppid/berita/kategori/opini/ (2)"},
		{"a year by month", "berita/2026/index.html", id.Text("Months"), all,
			"Januari 2026 → /ppid/berita/2026/01/ (2); " +
				"Februari 2026 → /ppid/berita/2026/02/ (2); " +
				"Maret 2026 → /ppid/berita/2026/03/ (1)"},
		{"the register by year", "informasi/index.html", id.Text("Years"), all,
			all + " → /ppid/informasi/*; 2025 → /ppid/informasi/2025/ (1); " +
				"2024 → /ppid/informasi/2024/ (1)"},
		{"by unit", "informasi/index.html", id.Text("Unit"), all,
			all + " → /ppid/informasi/*; PPID → /ppid/informasi/ppid/ (1); " +
				"Subbagian Keuangan → /ppid/informasi/keuangan/ (1)"},
		{"a chosen year can be changed, without numbers", "informasi/2025/index.html",
			id.Text("Years"), "2025",
			all + " → /ppid/informasi/; 2025 → /ppid/informasi/2025/*; " +
				"2024 → /ppid/informasi/2024/"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			facets := m.page(tt.path).List.Facets
			i := slices.IndexFunc(facets, func(f Facet) bool { return f.Name == tt.facet })
			if i < 0 {
				t.Fatalf("there is no %s: %v", tt.facet, facets)
			}
			if f := facets[i]; f.Current != tt.current || links(f.Links) != tt.links {
				t.Errorf("%s: %s, want %s: %s", f.Current, links(f.Links), tt.current, tt.links)
			}
		})
	}
	v := m.page("informasi/2025/index.html")
	if want := id.Text("Years") + ": 2025 → /ppid/informasi/"; links(v.List.Chips) != want {
		t.Errorf("a choice is taken back by %s, want %s", links(v.List.Chips), want)
	}
	if v.List.Exports != nil || len(m.page("informasi/index.html").List.Exports) != 4 {
		t.Error("only the whole register has other forms")
	}
}

// TestGroup holds that rows of a group stand together, and that its first one alone names it.
func TestGroup(t *testing.T) {
	rows := []Row{
		{Title: "a", Group: "B", order: "2"},
		{Title: "b", Group: "A", order: "9"},
		{Title: "c", Group: "B", order: "1"},
		{Title: "d"}, {Title: "e", Group: "A", order: "10"},
	}
	group(rows)
	var got []string
	for _, r := range rows {
		got = append(got, r.Group+"/"+r.Title)
	}
	if want := "/d A/e /b B/c /a"; strings.Join(got, " ") != want {
		t.Errorf("%s, want %s", strings.Join(got, " "), want)
	}
}

// TestHome says what the home pages show.
func TestHome(t *testing.T) {
	m := build(t)
	id, en := m.page("index.html"), m.page("en/index.html")
	for _, tt := range []struct{ name, got, want string }{
		{"title", id.HeadTitle, "Badan Contoh"},
		{"question", id.Home.Question, "Apa yang Anda perlukan?"},
		{"question without one", en.Home.Question, "Sample Body"},
		{"examples", links(id.Home.Examples), "anggaran → /ppid/tag/anggaran/"},
		{"a fact with deadlines", id.Home.Tasks[0].Note, "10 hari kerja, pemilu 3 hari kerja"},
		{
			"a fact with one that the law does not say", id.Home.Tasks[1].Note,
			"Paling lambat " + id.T["NotKnown"],
		},
		{"in English", en.Home.Tasks[0].Note, "10 working days"},
		{"files", titles(id.Home.Files), "Anggaran 2025; =Hibah 2024"},
		{"news", titles(id.Home.News), "Berita lima & <kawan>; Berita empat; Berita tiga"},
		{"no news in English", titles(en.Home.News), ""},
		{"all deadlines", id.Home.AllLimits, "/ppid/minta-informasi/#semua-tenggat"},
		{
			"languages", id.Languages[1].Name + " " + id.Languages[1].Full,
			"English https://badan.example/ppid/en/",
		},
		{"alerts", titles(id.Site.Alerts), "Layanan pindah"},
		{"alerts in English are in Indonesian", en.Site.Alerts[0].Lang, "id"},
		{"where to ask", id.Site.Request, "/ppid/minta-informasi/"},
		{"where to ask in English", en.Site.Request, "/ppid/en/minta-informasi/"},
		{"menu", links(id.Site.Menu[0].Links), "Cari → /ppid/cari/; Lain → https://lain.example/"},
	} {
		if got := plain(tt.got); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestMoreAlerts holds that a page shows two immediate announcements, and how many others there
// are.
func TestMoreAlerts(t *testing.T) {
	changes := change{}
	for n := range 3 {
		changes[fmt.Sprintf("content/pengumuman/a%d.md",
			n)] = fmt.Sprintf("---\ntitle: A%d\ndate: 2026-03-0%d\n"+
			"serta_merta: true\nberlaku_sampai: 2026-04-01\nsummary: S.\n---\nIsi.\n", n, n+6)
	}
	v := build(t, changes).page("profil/index.html")
	if got := titles(v.Site.Alerts); got != "A2; A1" ||
		v.Site.MoreAlerts != shipped(t)["id"].Text("MoreAlerts", "2") {
		t.Errorf("%s, and %s", got, v.Site.MoreAlerts)
	}
}

// TestIndex holds that the index has every document but news and announcements once, under its
// letter, in the order of the titles.
func TestIndex(t *testing.T) {
	var got []string
	for _, letter := range build(t).page("cari/index.html").Index {
		got = append(got, letter.Letter+": "+titles(letter.Rows))
	}
	want := "#: =Hibah 2024\nA: Anggaran 2025\n" +
		"L: Laporan layanan 2025; Layanan pindah; Libur; Log dokumen\nM: Minta informasi\n" +
		"P: Permintaan informasi; Profil\n" +
		"U: Undang-Undang Nomor 1 Tahun 1999; Undang-Undang Nomor 2 Tahun 2008"
	if text := strings.Join(got, "\n"); text != want {
		t.Errorf("%s\nwant\n%s", text, want)
	}
}
