package page

import (
	"fmt"
	"strings"
	"testing"
)

// TestViewOfKinds says what the pages of each kind of document show.
func TestViewOfKinds(t *testing.T) {
	m := build(t)
	id := shipped(t)["id"]
	for _, tt := range []struct {
		name, path string
		get        func(v *View) string
		want       string
	}{
		{"title of a page in the browser", "profil/index.html",
			func(v *View) string { return v.HeadTitle }, "Profil – BC"},
		{"address", "profil/index.html",
			func(v *View) string { return v.Canonical }, "https://badan.example/ppid/profil/"},
		{"trail of a page", "profil/index.html",
			func(v *View) string { return links(v.Crumbs) }, "Beranda → /ppid/"},
		{"a summary is shown when the header has one", "berita/2026/lima/index.html",
			func(v *View) string { return v.Summary }, "Ringkasan berita lima."},
		{"and not when it is the first paragraph", "profil/index.html",
			func(v *View) string { return v.Summary }, ""},
		{"the first paragraph describes the page", "profil/index.html",
			func(v *View) string { return v.Description }, "Profil badan dan tugasnya di kota ini."},
		{"who checked a page", "profil/index.html",
			func(v *View) string { return v.Doc.Reviewed.Long + ", " + v.Doc.ReviewedBy },
			"Minggu, 1 Februari 2026, Sekretaris"},
		{"corrections", "profil/index.html",
			func(v *View) string {
				return v.Doc.Changes[0].Date.Short + ": " +
					v.Doc.Changes[0].Text
			},
			"2 Feb 2026: Memperbaiki alamat."},
		{"where a page is edited", "profil/index.html",
			func(v *View) string { return v.Doc.Edit },
			"https://git.example/bc/situs/-/edit/main/content/halaman/profil.md"},
		{"how often it was looked at", "minta-informasi/index.html",
			func(v *View) string { return v.Doc.Views + " sampai " + v.Doc.ViewsUntil.Short },
			"1.284 sampai 9 Mar 2026"},
		{"nobody looked at another", "profil/index.html",
			func(v *View) string { return v.Doc.Views }, ""},
		{"contents", "minta-informasi/index.html",
			func(v *View) string { return v.Outline[1].Text + " #" + v.Outline[1].ID },
			"2. Tunggu jawaban #2-tunggu-jawaban"},

		{"trail of news", "berita/2026/lima/index.html",
			func(v *View) string { return links(v.Crumbs) },
			"Beranda → /ppid/; Berita → /ppid/berita/; 2026 → /ppid/berita/2026/"},
		{"news: category", "berita/2026/lima/index.html",
			func(v *View) string { return links([]Link{v.News.Category}) },
			"Kegiatan → /ppid/berita/kategori/kegiatan/"},
		{"news: dateline", "berita/2026/lima/index.html",
			func(v *View) string { return v.News.Dateline }, "Kota Contoh, badan.example"},
		{"news: the byline is the site's own", "berita/2026/lima/index.html",
			func(v *View) string { return v.News.Byline }, "Humas BC"},
		{"news: moment", "berita/2026/lima/index.html",
			func(v *View) string { return v.Doc.Published.ISO + " " + v.Doc.Published.Clock },
			"2026-03-01T07:15:00+08:00 07.15 WITA"},
		{"news: day of the event", "berita/2026/lima/index.html",
			func(v *View) string { return v.News.EventDate.Long }, "Sabtu, 28 Februari 2026"},
		{"news: count of the old site", "berita/2026/lima/index.html",
			func(v *View) string { return v.News.Views + " sampai " + v.News.ViewsDate.Short },
			"1.500 sampai 31 Des 2025"},
		{"news: photo", "berita/2026/lima/index.html",
			func(v *View) string {
				return v.News.Photos[0].Caption + ", " +
					v.News.Photos[0].Credit
			},
			"Rapat pleno, Humas"},
		{"news: the photo is the link's picture", "berita/2026/lima/index.html",
			func(v *View) string {
				return fmt.Sprint(v.OG.ImageAlt, " ", v.OG.Width, "x",
					v.OG.Height)
			},
			"Rapat 1000x500"},
		{"other pages have the site's picture", "profil/index.html",
			func(v *View) string { return v.OG.Image }, "https://badan.example/ppid/og.png"},
		{"news: to pass on", "berita/2026/lima/index.html",
			func(v *View) string { return v.News.Share[0].Href },
			"https://wa.me/?text=Berita%20lima%20%26%20%3Ckawan%3E%20" +
				"https%3A%2F%2Fbadan.example%2Fppid%2Fberita%2F2026%2Flima%2F"},
		{"news: keywords", "berita/2026/lima/index.html",
			func(v *View) string { return links(v.Doc.Tags) }, "anggaran → /ppid/tag/anggaran/"},
		{"news: feeds", "berita/2026/lima/index.html",
			func(v *View) string { return v.Feeds[0].Href + " " + v.Feeds[1].Href },
			"/ppid/berita/feed.xml /ppid/berita/feed.json"},

		{"announcement: until", "pengumuman/banjir/index.html",
			func(v *View) string { return v.Notice.Until.Short }, "31 Mar 2026"},
		{"announcement: what an immediate one must say", "pengumuman/banjir/index.html",
			func(v *View) string { return facts(v.Notice.Facts) },
			id.Text("Hazard") + ": Banjir.\n" + id.Text("Evacuation") + ": Naik ke lantai dua.\n"},
		{"announcement: it holds", "pengumuman/banjir/index.html",
			func(v *View) string { return fmt.Sprint(v.Notice.Immediate, v.Notice.Ended) },
			"true false",
		},
		{"announcement: it no longer does", "pengumuman/libur/index.html",
			func(v *View) string { return fmt.Sprint(v.Notice.Immediate, v.Notice.Ended) },
			"false true",
		},

		{"instrument", "regulasi/uu-baru/index.html",
			func(v *View) string { return facts(v.Instrument.Details) },
			"Undang-Undang: Nomor 2 (2008)\n" + id.Text("InForce") + ": Rabu, 30 April 2008\n"},
		{"instrument in force", "regulasi/uu-baru/index.html",
			func(v *View) string { return v.Instrument.Status + ", " + v.Instrument.StatusText },
			"berlaku, " + id.Text("status_berlaku")},
		{"instrument: what it revokes", "regulasi/uu-baru/index.html",
			func(v *View) string {
				return v.Doc.Relations[0].Name + ": " +
					links(v.Doc.Relations[0].Links)
			},
			"Mencabut: Undang-Undang Nomor 1 Tahun 1999 → /ppid/regulasi/uu-lama/"},
		{"instrument that was revoked", "regulasi/uu-lama/index.html",
			func(v *View) string { return v.Instrument.Status + " oleh " + links(v.Doc.RevokedBy) },
			"dicabut oleh Undang-Undang Nomor 2 Tahun 2008 → /ppid/regulasi/uu-baru/"},

		{"entry: class", "dokumen/anggaran/index.html",
			func(v *View) string { return v.Doc.Class.Name + " " + v.Doc.Class.Letter },
			"berkala B",
		},
		{"entry: trail", "dokumen/anggaran/index.html",
			func(v *View) string { return links(v.Crumbs[1:]) },
			"Daftar Informasi Publik → /ppid/informasi/; 2025 → /ppid/informasi/2025/"},
		{"entry: files", "dokumen/anggaran/index.html",
			func(v *View) string {
				f := v.Doc.Files
				return plain(f[0].Type + " " + f[0].Size + " " + f[0].Extent + ", " + f[1].Type +
					" " + f[1].Extent)
			},
			"CSV 1 KB 3 baris, PDF 18 halaman"},
		{"entry: the exact size", "dokumen/anggaran/index.html",
			func(v *View) string { return v.Doc.Files[1].Bytes }, "412.000"},
		{"entry: preview", "dokumen/anggaran/index.html",
			func(v *View) string {
				return fmt.Sprint(v.Entry.Preview.Heads, v.Entry.Preview.Rows,
					v.Entry.Preview.Numbers)
			},
			"[kode uraian Rp] [[1 Kertas 500]] [true false true]"},
		{"entry: there are more rows", "dokumen/anggaran/index.html",
			func(v *View) string { return v.Entry.Preview.Shown }, id.Text("RowsShown", "1", "3")},
		{"entry: revisions lead to the file before", "dokumen/anggaran/index.html",
			func(v *View) string { return v.Entry.Revisions[0].Href },
			"/ppid/dokumen/anggaran/anggaran-lama.pdf",
		},
		{"entry: citation", "dokumen/anggaran/index.html",
			func(v *View) string { return plain(v.Entry.Citation) },
			"Badan Contoh. Anggaran 2025. Sabtu, 10 Januari 2026. " +
				"https://badan.example/ppid/dokumen/anggaran/"},
		{"entry: unit", "dokumen/anggaran/index.html",
			func(v *View) string { return links([]Link{*v.Doc.Unit}) },
			"Subbagian Keuangan → /ppid/unit/keuangan/"},
		{"entry: nothing to report", "dokumen/hibah/index.html",
			func(v *View) string {
				return fmt.Sprint(v.Entry.Nil, v.Entry.Preview == nil,
					v.Entry.Body)
			},
			"true true false",
		},

		{"report: figures", "laporan/2025/index.html",
			func(v *View) string { return facts(v.Report.Figures[:2]) },
			"Diterima: 162\nDikabulkan seluruhnya: 141\n"},
		{"report: budget", "laporan/2025/index.html",
			func(v *View) string { return v.Report.Budget },
			id.Text("ServiceBudget", "Rp1.000.000", "Rp1.250.000")},
		{"report: times", "laporan/2025/index.html",
			func(v *View) string { return facts(v.Report.Times[2:]) }, "Terlama: 12 hari kerja\n"},

		{"procedure: actors", "sop/permintaan/index.html",
			func(v *View) string { return fmt.Sprint(v.Procedure.Actors) },
			"[{Pemohon true} {Petugas false}]",
		},
		{"procedure: basis, a document or a text", "sop/permintaan/index.html",
			func(v *View) string { return links(v.Procedure.Basis) },
			"Undang-Undang Nomor 2 Tahun 2008 → /ppid/regulasi/uu-baru/ (Regulasi); " +
				"Surat Edaran 7/2020 → "},
		{"procedure: what is promised", "sop/permintaan/index.html",
			func(v *View) string { return v.Procedure.Total }, "10 hari kerja"},
		{"procedure: the citizen does", "sop/permintaan/index.html",
			func(v *View) string { return fmt.Sprint(v.Procedure.Citizen.Do) },
			"[{1 Meminta [Formulir] 15 menit}]",
		},
		{"procedure: the citizen gets", "sop/permintaan/index.html",
			func(v *View) string { return fmt.Sprint(v.Procedure.Citizen.Get) },
			"[Jawaban tertulis]",
		},
		{"procedure: who in a sentence", "sop/permintaan/index.html",
			func(v *View) string {
				s := v.Procedure.Plain[1]
				return fmt.Sprint(s.Who, ", ", s.Time, ", ", s.Then)
			},
			"Petugas, 1–3 hari kerja, [{ya 3} {tidak 1}]"},
		{"procedure: ways back", "sop/permintaan/index.html",
			func(v *View) string { return fmt.Sprint(v.Procedure.Loops) }, "[tidak, 2 → 1]"},

		{"kind of the site's own: trail", "inovasi/log/index.html",
			func(v *View) string { return links(v.Crumbs) },
			"Beranda → /ppid/; Inovasi → /ppid/inovasi/",
		},
		{"kind of the site's own: name", "inovasi/log/index.html",
			func(v *View) string { return v.Doc.Kind }, "Inovasi"},
		{"redirect", "layanan/minta/index.html",
			func(v *View) string { return fmt.Sprint(v.Target, " ", v.Canonical, " ", v.NoIndex) },
			"/ppid/minta-informasi/ https://badan.example/ppid/minta-informasi/ true"},
		{"withdrawn", "dokumen/lama/index.html",
			func(v *View) string { return v.Withdrawal.Date.Short + ": " + v.Withdrawal.Reason },
			"5 Jan 2026: Salah unggah."},
		{"not found", "404.html",
			func(v *View) string { return fmt.Sprint(v.NoIndex, v.JSONLD, len(v.Home.Tasks)) },
			"true <nil> 2",
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := plain(tt.get(m.page(tt.path))); got != tt.want {
				t.Errorf("%s: %q, want %q", tt.path, got, tt.want)
			}
		})
	}
}

// TestFieldsOfOwnKind says how the values of a kind of the site's own are written, by their type.
func TestFieldsOfOwnKind(t *testing.T) {
	v := build(t).page("inovasi/log/index.html")
	for _, tt := range []struct {
		field, label, want string
		links              string
	}{
		{"manfaat", "Manfaat", "Berkas dapat diperiksa.", ""},
		{"mulai", "Sejak", "Minggu, 1 Maret 2026", ""},
		{"lama", "Lama", "3 hari kerja", ""},
		{"pemakai", "Pemakai", "1.284", ""},
		{"situs", "Situs", "https://log.example/", "https://log.example/ → https://log.example/"},
		{"layanan", "Layanan", "Minta informasi", "Minta informasi → /ppid/minta-informasi/"},
		{"unit", "Unit", "PPID", "PPID → /ppid/unit/ppid/"},
		{
			"sop", "SOP", "Permintaan informasi",
			"Permintaan informasi → /ppid/sop/permintaan/ (SOP)",
		},
	} {
		f := v.Field(tt.field)
		if f == nil {
			t.Errorf("%s is not there", tt.field)
			continue
		}
		if got := plain(f.Text); got != tt.want || f.Label != tt.label ||
			links(f.Links) != tt.links {
			t.Errorf("%s: %s: %q %q, want %s: %q %q", tt.field, f.Label, got, links(f.Links),
				tt.label, tt.want, tt.links)
		}
	}
	if f := v.Field("daring"); f == nil || !f.Flag {
		t.Error("a flag that is true is not set")
	}
	if f := v.Field("panduan"); len(f.Files) != 1 ||
		f.Files[0].Href != "/ppid/inovasi/log/denah.png" {
		t.Errorf("the file is %+v", f.Files)
	}
	if f := v.Field("mitra"); len(f.Groups) != 2 || f.Groups[1][0].Text != "Perpustakaan" {
		t.Errorf("the groups are %+v", f.Groups)
	}
	if f := v.Field("tidak_ada"); f != nil {
		t.Errorf("a field that nobody gave is %+v", f)
	}
}

// TestCode holds that the short name of a page begins with the part of the site it is in, and
// differs from page to page.
func TestCode(t *testing.T) {
	m := build(t)
	seen := map[string]string{}
	for _, j := range m.jobs {
		if j.Sort != Page || j.Target != "" {
			continue
		}
		v := m.filler.Fill(m.world.Reader(), &j).View()
		if other := seen[v.Code]; other != "" {
			t.Errorf("%s and %s are both called %s", other, j.Path, v.Code)
		}
		seen[v.Code] = j.Path
		first, _, _ := strings.Cut(j.Path, "/")
		if j.Path == "index.html" {
			first = "beranda"
		}
		if begin, _, _ := strings.Cut(v.Code,
			"-"); begin != strings.ToUpper(first[:min(3, len(first))]) {
			t.Errorf("%s is called %s", j.Path, v.Code)
		}
	}
}

// TestAsk says how the prefilled messages of a page begin.
func TestAsk(t *testing.T) {
	v := build(t).page("profil/index.html")
	for _, tt := range []struct{ name, got, want string }{
		{
			"WhatsApp", v.Ask.WhatsApp,
			"https://wa.me/62812345678?text=Profil%20%28" + v.Code + "%29%3A%20",
		},
		{"e-mail", v.Ask.Email, "mailto:ppid@badan.example?subject=Profil%20%28" + v.Code + "%29"},
		{"phone", string(v.Ask.PhoneURL), "tel:+62800123456"},
	} {
		if tt.got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, tt.got, tt.want)
		}
	}
}

// TestPages holds what is so on every page: a title, a full address below the site's own, a
// description that search engines show whole, and a trail that begins at home.
func TestPages(t *testing.T) {
	m := buildOn(t, "2026-03-10", true)
	pages := 0
	for _, j := range m.jobs {
		if j.Sort != Page {
			continue
		}
		pages++
		v := m.filler.Fill(m.world.Reader(), &j).View()
		switch {
		case v.Title == "" || v.HeadTitle == "":
			t.Errorf("%s has no title", j.Path)
		case !strings.HasPrefix(v.Canonical, "https://badan.example/ppid/"):
			t.Errorf("%s has the address %s", j.Path, v.Canonical)
		case len([]rune(v.Description)) > 155 || len([]rune(v.HeadTitle)) > longestTitle:
			t.Errorf("%s: too long: %q, %q", j.Path, v.HeadTitle, v.Description)
		case j.Layout != "beranda" && (len(v.Crumbs) == 0 || v.Crumbs[0].Href != v.Site.Home):
			t.Errorf("%s has the trail %s", j.Path, links(v.Crumbs))
		}
		if v.NoIndex && j.Doc != "" && j.Target == "" {
			t.Errorf("%s is a document that search engines shall leave out", j.Path)
		}
	}
	if pages < 50 {
		t.Errorf("only %d pages were looked at", pages)
	}
}

// TestGallery holds that a site with drafts shows every component in every state, and that a
// released site has no such pages.
func TestGallery(t *testing.T) {
	if build(t).job("galeri-komponen/index.html") != nil {
		t.Error("a released site has the gallery of components")
	}
	m := buildOn(t, "2026-03-10", true)
	for state, rows := range map[string]int{
		"":         2,
		"panjang/": 2,
		"banyak/":  25,
		"kosong/":  0,
		"lama/":    2,
	} {
		v := m.page("galeri-komponen/" + state + "index.html")
		if len(v.List.Rows) != rows || len(v.Gallery) != len(galleryStates) || !v.NoIndex {
			t.Errorf("%q: %d rows, want %d; %d states; NoIndex %t", state, len(v.List.Rows), rows,
				len(v.Gallery), v.NoIndex)
		}
		if rows > 0 &&
			(v.Procedure == nil || len(v.Strip()) == 0 || v.Body == "" ||
				len(v.Report.Charts) == 0) {
			t.Errorf("%q lacks components", state)
		}
	}
	if v := m.page("galeri-komponen/lama/index.html"); !v.Doc.Revoked || !v.Doc.Files[0].Scan ||
		!v.List.Rows[0].Nil {
		t.Error("nothing is old in the old state")
	}
}
